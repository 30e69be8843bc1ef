"""Families of sources: whose kind of voice stands at the root of what is told."""

from collections.abc import Mapping

from tawatur.linking.descents import ONE_VOICE
from tawatur.records import Actor, Claim, Source

_HELD = {"correspondent": "outlet", "document": "unnamed"}


def family(source: Source, actors: Mapping[str, Actor]) -> str:
    """The family of a source: a party with all its media, else another organisation, an agency, outlet, person, or unnamed."""
    actor = actors.get(source.actor or "")
    if actor is not None:
        return "party" if actor.kind in ONE_VOICE else "organisation"
    return "party" if source.actor else _HELD.get(source.kind, source.kind)


def families(claim: Claim, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """The families of a claim's origins, each once."""
    return tuple(dict.fromkeys(family(chain[-1], actors) for chain in claim.chains if chain))
