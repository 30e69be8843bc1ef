"""Answers: a way proposed in one sentence is refused or agreed in a later one that points back to it."""

from collections.abc import Sequence
from dataclasses import replace

from tawatur.records import Claim, Corridor, Position

TOLD = 4
"""Spans that a thing told several times may have; further ones say nothing new."""
REACH = 400
"""Code points after a proposal within which its answer is looked for."""
WAYS = frozenset({"route", "civilian_exit", "fighter_exit", "demining", None})
ANSWERS = {"rejects": "refused", "accepts": "agreed"}


def answered(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with proposed ways marked as refused or agreed where another party's position answers them."""
    positions = [claim for claim in claims if isinstance(claim.content, Position)]
    return [_answered(claim, positions) for claim in claims]


def _answered(claim: Claim, positions: Sequence[Claim]) -> Claim:
    way = claim.content
    if not isinstance(way, Corridor) or way.status != "proposed":
        return claim
    for other in positions:
        position = other.content
        if not isinstance(position, Position) or position.stance not in ANSWERS or position.issue not in WAYS:
            continue
        if 0 < other.evidence[0].start - claim.evidence[0].start < REACH and position.party != way.proposed_by:
            if not _same_way(claim, other) or not _fits(way, position):
                continue
            refuser = position.party if position.stance == "rejects" else way.refused_by
            return replace(claim, content=replace(way, status=ANSWERS[position.stance], refused_by=refuser))
    return claim


def one_way(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with what is told of one nameless way told once: same state, and places that do not tell it apart."""
    kept: list[Claim] = []
    ways: list[int] = []
    for claim in claims:
        told = isinstance(claim.content, Corridor)
        again = next((at for at in ways if _same_corridor(kept[at], claim)), None) if told else None
        if again is not None:
            kept[again] = _joined(kept[again], claim)
            continue
        if told:
            ways.append(len(kept))
        kept.append(claim)
    return kept


def _same_corridor(one: Claim, other: Claim) -> bool:
    if not isinstance(one.content, Corridor) or not isinstance(other.content, Corridor) or one.chains != other.chains:
        return False
    if one.content.status != other.content.status or one.modality != other.modality:
        return False
    if None not in (one.content.name, other.content.name) and one.content.name != other.content.name:
        return False
    places, others = ({place.name for place in claim.places} for claim in (one, other))
    return places <= others or others <= places


def _joined(one: Claim, other: Claim) -> Claim:
    fuller = max((one, other), key=lambda claim: (len(claim.places), claim is one))
    called = next((way.content.name for way in (one, other) if isinstance(way.content, Corridor) and way.content.name), None)
    if isinstance(fuller.content, Corridor):
        fuller = replace(fuller, content=replace(fuller.content, name=called))
    spans = {piece.span for piece in one.evidence}
    pieces = (*one.evidence, *(piece for piece in other.evidence if piece.span not in spans))
    return replace(fuller, evidence=pieces[:TOLD])


def _fits(way: Corridor, position: Position) -> bool:
    """Whether the answer speaks of those for whom the way is."""
    return {"fighter_exit": "fighters", "civilian_exit": "civilians"}.get(position.issue or "", way.for_) in (way.for_, None)


def _same_way(claim: Claim, answer: Claim) -> bool:
    """Whether an answer may mean this way: it names none of its own, or one of the same places."""
    named = {place.name for place in answer.places}
    return not named or bool(named & {place.name for place in claim.places})
