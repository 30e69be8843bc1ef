"""The stage as a whole: from the reports and claims of a case to all that lies between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.linking.atlas import Atlas
from tawatur.linking.copies import copies
from tawatur.linking.credits import credits
from tawatur.linking.descents import Registry, descents, one_bodies
from tawatur.linking.episodes import group
from tawatur.linking.families import Families, relabelled
from tawatur.linking.features import Comparer
from tawatur.linking.fingerprints import prints
from tawatur.linking.kin import Kin
from tawatur.linking.link import Linker
from tawatur.linking.marks import marks
from tawatur.linking.matters import Matters, Voices
from tawatur.linking.names import Sounds, Strangers
from tawatur.linking.opposed import Opposites
from tawatur.linking.originals import Originals
from tawatur.linking.translations import signs, translations
from tawatur.linking.weights import numbers, weights
from tawatur.linking.words import Words
from tawatur.packs import Packs
from tawatur.records import NO_TIES, Claim, Descent, Document, Episode, Link, Ties

OFFICIAL = frozenset({"state", "government", "army"})
"""Kinds of actors that nobody calls “the rebels”."""


@dataclass(frozen=True, slots=True)
class Relations:
    """What lies between the reports and claims of a case: `copies` between reports, `links` between claims."""

    copies: tuple[Link, ...]
    episodes: tuple[Episode, ...]
    descents: tuple[Descent, ...]
    links: tuple[Link, ...]


def relate(documents: Sequence[Document], claims: Sequence[Claim], packs: Packs, ties: Ties = NO_TIES) -> Relations:
    """All relations of a case; the same input in any order gives the same ones. `ties` are what persons said of pairs."""
    reports = sorted(documents, key=lambda one: one.id)
    told = [claim for claim in claims if claim.status != "rejected"]
    strangers = Strangers(told, packs)
    told = [strangers.told(claim) for claim in told]
    held: dict[str, list[Claim]] = {document.id: [] for document in reports}
    for claim in told:
        held.setdefault(claim.document, []).append(claim)
    words, sounds, bars = Words(packs), Sounds(packs), numbers(packs, "copies")
    bodies = {source.name for claim in told for chain in claim.chains for source in chain if source.kind != "person"}
    registry = Registry(packs, ties, strangers, one_bodies(bodies, sounds))
    atlas = Atlas(told, words.bare, sounds.of, sounds.heard, sounds.words)
    printed, agencies = {document.id: prints(document, packs) for document in reports}, credits(reports, held, registry)
    said = {document.id: signs(held[document.id], printed[document.id], atlas, registry) for document in reports}
    found = (*copies(reports, printed, agencies, bars), *translations(reports, said, registry, agencies, bars))
    copied = relabelled(found, agencies)
    families = Families(reports, copied, agencies, registry.outlet, registry.named)
    by_id = {document.id: document for document in reports}
    strangers.learn(Originals(told, by_id, families).translated())
    told = [strangers.told(claim) for claim in told]
    came = tuple(descents(told, by_id, families, registry))
    together = replace(ties, together=ties.together | families.pairs(ties.apart))
    saying: dict[str, list[Claim]] = {}
    for claim in told:
        saying.setdefault(claim.document, []).append(claim)
    episodes = group(reports, told, atlas, together, marks(reports, said, packs, saying), strangers.named)
    kin = Kin(packs)
    official = frozenset(id for id, actor in packs.actors.items() if actor.kind in OFFICIAL)
    comparer = Comparer(atlas, kin, words, by_id, strangers.nameless, official)
    linker = Linker(comparer, weights(packs), kin, came, by_id, ties)
    against = Opposites(comparer, Matters(comparer, Voices(came), by_id, packs.tables.get("opposites", ())), by_id)
    return Relations(copied, episodes, came, (*linker.links(told, episodes), *against.links(told, episodes)))
