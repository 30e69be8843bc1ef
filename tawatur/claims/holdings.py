"""Control: who holds, takes, loses or surrounds what."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.frames import Frame, Framer
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Control

AROUND = 10


def holdings(syntax: Syntax, framer: Framer, voices: Voices) -> Iterator[Claim]:
    """The control told in a sentence, wherever a party is known; of one actor and status one a clause."""
    told: set[tuple[int, str, str]] = set()
    for term in syntax.of_class("control", "siege"):
        frame = framer.frame(syntax, term)
        actor, status = _who(syntax, frame), _status(frame)
        clause = frame.clause
        if actor is None or (clause.first, actor, status) in told:
            continue
        told.add((clause.first, actor, status))
        first, last = max(clause.first, term.first - AROUND), min(clause.last, term.last + AROUND)
        modality = "denied" if frame.negated else frame.modality
        yield build(syntax, voices, Control(actor, status), first, last, trigger=term.first, rule=term.rule, modality=modality)


def _status(frame: Frame) -> str:
    value = frame.trigger.attrs["value"]
    if value == "captured" and "present" in frame.trigger.features and "past" not in frame.trigger.features:
        return "holds"
    return value


def _who(syntax: Syntax, frame: Frame) -> str | None:
    if frame.party:
        return frame.party
    if frame.trigger.attrs.get("pos") in ("adj", "noun"):
        near = [p for p in syntax.parties_in(frame.clause.first, frame.clause.last) if p.actor
                and abs(p.first - frame.trigger.last) <= 4]
        return near[0].actor if near else None
    return None
