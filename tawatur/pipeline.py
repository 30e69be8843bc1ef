"""The way of a document, and then of a case: plain lines that call the stages in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur import attribution, claims, documents, grounding, linking, mentions, reconcile, resolution
from tawatur.packs import Packs
from tawatur.records import Claim, Descent, Document, Episode, Fact, Link, Reading, Ties


@dataclass(frozen=True, slots=True)
class Account:
    """What is derived of a case, and may be derived anew any night: `copies` between reports, `links` between claims.

    `descents` say through whose hands each claim came.
    """

    copies: tuple[Link, ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    episodes: tuple[Episode, ...]
    descents: tuple[Descent, ...] = ()


def understand(document: Document, packs: Packs) -> Reading:
    """All that the rules read out of one document, gated; deterministic, and free of effects."""
    reading = claims.claim(annotated(document, packs), packs)
    return grounding.ground(reading, packs)


def annotated(document: Document, packs: Packs) -> Reading:
    """The document with all that claims are made of, and no claim: what claims from elsewhere are held against."""
    reading = documents.segment(document, packs)
    reading = mentions.annotate(reading, packs)
    reading = resolution.resolve(reading, packs)
    return attribution.attribute(reading, packs)


def account(reports: Sequence[Document], told: Sequence[Claim], packs: Packs, ties: Ties | None = None) -> Account:
    """The account of a case: from reports, claims and decisions (`ties`) alone, the same whatever their order."""
    found = linking.relate(reports, told, packs, ties or Ties())
    facts = reconcile.reconcile(told, reports, found.links, found.copies, found.descents, found.episodes,
                                reconcile.scopes(packs), ties.heads if ties else ())
    return Account(found.copies, found.links, facts, found.episodes, found.descents)
