"""Deeds that other claims tell: who rejects a plan or takes a town has done something, and an event says so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tawatur.claims.frames import Frame
from tawatur.claims.identity import claim_id
from tawatur.packs.rows import Row
from tawatur.records import Claim, Control, Event, Position

FIRM = "asserted"
"""The modality of what was done; what may be, or would be, is no deed."""


def deed(rows: Iterable[Row], frame: Frame, claim: Claim) -> Iterator[Claim]:
    """The event that a position or a state of control tells besides, by the rows of `deeds`; nothing for a noun or a passive.

    Nor of those whom only a description names: who they are hangs on the report's wording, and they have their position.
    """
    said = claim.content
    named = frame.subject is not None and frame.subject.actor is not None
    if not named or frame.nominal or frame.passive or claim.modality != FIRM or not isinstance(said, Position | Control):
        return
    word = frame.trigger.attrs.get("value", "")
    value = said.stance if isinstance(said, Position) else said.status
    row = next((row for row in rows if (row["kind"], row["value"]) == (claim.kind, value) and row["word"] in ("", word)), None)
    if row is None or (row["past"] and "past" not in frame.trigger.features):
        return
    event = Event(row["event"], row["mode"] or None, *_doer(said))
    spans = [(piece.start, piece.end) for piece in claim.evidence]
    yield replace(claim, content=event, id=claim_id(claim.document, "event", spans))


def _doer(said: Position | Control) -> tuple[str | None, tuple[str, ...], str | None]:
    """Who did it, with whom, and to whom."""
    return (said.party, (), said.counterpart) if isinstance(said, Position) else (said.actor, (), None)


def untold(claims: Iterable[Claim], events: Sequence[Claim]) -> Iterator[Claim]:
    """The deeds among claims that no event of their type tells already on some of the same words."""
    for one in claims:
        if isinstance(one.content, Event) and not any(_type(one) == _type(other) and _overlap(one, other) for other in events):
            yield one


def _type(claim: Claim) -> str | None:
    return claim.content.event if isinstance(claim.content, Event) else None


def _overlap(one: Claim, other: Claim) -> bool:
    return any(mine.start < theirs.end and theirs.start < mine.end for mine in one.evidence for theirs in other.evidence)
