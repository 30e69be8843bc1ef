"""Times: days that a claim gives follow from the words of the text, or from the date of the report."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from tawatur.grounding.hints import hinted
from tawatur.grounding.numbers import amounts
from tawatur.grounding.scene import Layout, Scene
from tawatur.records import Temporal, Time

STEP = "step"
"""What hints call words that reckon from another day, by the days from it."""
MONTH = 31
"""Days that somebody reckons."""
BACK = 3
"""Sentences before in which the day may stand from which somebody reckons."""
RECENT = 3
"""Days before a report that it may tell of without naming them."""


def disagreement(field: str, time: Mapping[str, Any], spots: Sequence[tuple[Layout, int, int]], scene: Scene) -> str | None:
    """Why the days of a claim are not those that the text gives."""
    start, end = time.get("start"), time.get("end")
    text = time.get("text")
    fold = scene.packs.folding.fold
    if isinstance(text, str) and text and fold(text) not in fold(scene.reading.document.text):
        return f"{field}: “{text}” does not stand in the report"
    if start is None and end is None:
        return None
    if time.get("basis") == "reviewer":
        return None
    here = [time for layout, _, _ in spots for time in layout.times]
    told = {day for time in here if time.time is not None for day in _days(time.time)}
    published = scene.reading.document.published
    today = published.start if published is not None else None
    if {start, end} - {None} <= told or any(_weekday(time, start, end, today) for time in here):
        return None
    inside = [time for layout, first, last in spots for time in layout.times if time.first < last and first < time.last]
    against = [time for time in inside if _sure(time) or "month" in time.expression]
    if not against:  # behind a span may stand when it is to begin; before it, when what it tells was
        begun = [time for layout, first, _ in spots for time in layout.times if time.last <= first]
        told_at = here if today not in (start, end) else begun
        against = [time for time in told_at if _sure(time) and time.role == "at"]
    whole = [(layout, layout.sentence.first, layout.sentence.last) for layout, _, _ in spots]
    if against and start in _reckoned(whole, scene):
        return None
    if against:
        return f"{field}: the text has {_written(against[0])}, the claim {start or end}"
    if today is None:
        return None  # what is relative resolves only on the date of the report
    known = {day for time in scene.reading.times if time.time is not None for day in _days(time.time)}
    known |= {str(date.fromisoformat(today) - timedelta(days=back)) for back in range(-1, RECENT)}
    if (start is None or start in known) and (end is None or end in known):
        return None
    return f"{field}: no time of the text comes to {start or end}"


def _reckoned(whole: Sequence[tuple[Layout, int, int]], scene: Scene) -> set[str]:
    """The days that words lead to which reckon from another: two days later, the day before, on the same day."""
    steps = {step for step in (-1, 0, 1) if hinted(f"{STEP}:{step}", whole, scene.packs)}
    for sign, name in ((1, "after"), (-1, "before")):
        if hinted(f"{STEP}:{name}", whole, scene.packs):
            counts = (amount.value for spot in whole for amount in amounts(*spot))
            steps |= {sign * int(count) for count in counts if count and count <= MONTH}
    if not steps:
        return set()
    near = [layout for layout, _, _ in whole] + [other for layout, _, _ in whole for other in scene.earlier(layout, BACK)]
    days = {day for layout in near for time in layout.times if time.time is not None for day in _days(time.time)}
    return {str(date.fromisoformat(day) + timedelta(days=step)) for day in days for step in steps}


def _weekday(told: Temporal, start: str | None, end: str | None, today: str | None) -> bool:
    """Whether the claim's day is the day of the week that the text names, where nobody knows the week, or the report's own."""
    known = today is not None and told.time is not None and told.time.start is not None and start not in _now(today)
    if "weekday" not in told.expression or start is None or start != end or known:
        return False
    try:
        return date.fromisoformat(start).isoweekday() == int(told.expression["weekday"])
    except ValueError:
        return False


def _now(today: str) -> set[str]:
    """The day of a report, and the next one: a report may be dated before it was finished."""
    return {str(date.fromisoformat(today) + timedelta(days=step)) for step in (0, 1)}


def _sure(told: Temporal) -> bool:
    """Whether a time says which day it is; a mere year, or "two days later", does not say which day it is not."""
    return "weekday" in told.expression or "day" in told.expression or told.expression.get("kind") == "day"


def _written(told: Temporal) -> str:
    return told.time.start if told.time is not None and told.time.start is not None else str(told.expression.get("weekday", ""))


def _days(time: Time) -> Iterator[str]:
    yield from (day for day in (time.start, time.end) if day is not None)
