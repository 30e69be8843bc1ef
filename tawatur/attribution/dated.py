"""When somebody said what he is made to say: a day beside the word of saying, outside the words that are told."""

from collections.abc import Sequence
from dataclasses import replace

from tawatur.records import Attribution, Reading, Span, Time
from tawatur.text import PAUSES

BESIDE = 30
"""Code points that may lie between a cue or its speaker and the day: those who were told, a preposition."""
ON = "at"
"""The role of a time that tells when, and not since when or for how long."""


def dated(reading: Reading, made: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, each origin with the time at which he spoke where the report names one beside his words."""
    told = [span for said in made for span in said.content]
    times = [(Span(one.start, one.end), one.time) for one in reading.times
             if one.role == ON and one.time and one.time.start == one.time.end]
    free = [(span, time) for span, time in times if not any(span.overlaps(one) for one in told)]
    return tuple(_dated(reading.document.text, said, free) for said in made) if free else tuple(made)


def _dated(text: str, said: Attribution, free: Sequence[tuple[Span, Time]]) -> Attribution:
    origin = said.chain[-1]
    if said.cue is None or len(said.chain) == 1 or origin.said_at is not None:
        return said
    end = max(said.cue.end, origin.end if origin.end and origin.end <= said.cue.end + BESIDE else 0)
    beside = (time for span, time in free if end <= span.start <= end + BESIDE and not _parted(text[end : span.start]))
    time = next(beside, None)
    return replace(said, chain=(*said.chain[:-1], replace(origin, said_at=time))) if time else said


def _parted(between: str) -> bool:
    return any(mark in between for mark in (*PAUSES, ".", "\n"))
