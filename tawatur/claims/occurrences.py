"""Events: what happened, in PLOVER's types, by whom and to whom."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.frames import Frame, Framer
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.claims.wishes import wish
from tawatur.records import Claim, Event

AROUND = 12
"""Tokens on either side of a trigger that make its evidence, within the clause."""


def occurrences(syntax: Syntax, framer: Framer, voices: Voices) -> Iterator[Claim]:
    """The events in a sentence; of one type one a clause, the one with the most said of it."""
    for index, clause in enumerate(syntax.clauses):
        best: dict[str, Frame] = {}
        for term in syntax.within(clause.first, clause.last):
            if term.attrs["class"] == "event" and not wish(syntax, term):
                frame = framer.frame(syntax, term, near=True)
                kind = term.attrs["value"]
                if _happens(frame) and (kind not in best or _weight(frame) > _weight(best[kind])):
                    best[kind] = frame
        for kind, frame in best.items():
            if _weight(frame) > 0 or index == 0:
                yield _claim(syntax, voices, kind, frame, _mode(syntax, clause.first, clause.last, kind, frame))


def _happens(frame: Frame) -> bool:
    return not (frame.modality == "conditional" or (frame.negated and frame.nominal))


def _weight(frame: Frame) -> int:
    finite = bool(frame.trigger.features & {"past", "participle", "present"})
    return 2 * finite + 2 * (frame.party is not None) + bool(frame.trigger.attrs.get("mode"))


def _mode(syntax: Syntax, first: int, last: int, kind: str, frame: Frame) -> str | None:
    if frame.trigger.attrs.get("mode"):
        return frame.trigger.attrs["mode"]
    same = (term.attrs.get("mode") for term in syntax.within(first, last)
            if term.attrs["class"] == "event" and term.attrs["value"] == kind)
    return next(filter(None, same), None)


def _claim(syntax: Syntax, voices: Voices, kind: str, frame: Frame, mode: str | None) -> Claim:
    clause = frame.clause
    first = max(clause.first, frame.trigger.first - AROUND)
    last = min(clause.last, frame.trigger.last + AROUND)
    hit = (party.actor for party in syntax.parties_in(frame.first, min(frame.last, frame.first + AROUND))
           if party.actor != frame.party and syntax.governed(party) in ("", "against", "on", "of"))
    target = next(filter(None, hit), None)
    said = Event(kind, mode, frame.party, (), target)
    modality = "denied" if frame.negated else frame.modality
    return build(syntax, voices, said, first, last, trigger=frame.trigger.first, rule=frame.trigger.rule, modality=modality)
