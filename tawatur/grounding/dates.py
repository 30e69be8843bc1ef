"""Times: days that a claim gives follow from the words of the text, or from the date of the report."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from tawatur.grounding.scene import Layout, Scene
from tawatur.records import Time

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
    told = [time for layout, _, _ in spots for time in layout.times]
    near = [time.time for time in told if time.time is not None and time.time.start is not None]
    sure = [time for time in near if time.basis == "explicit"]
    weekdays = [int(time.expression["weekday"]) for time in told if "weekday" in time.expression]
    if weekdays and not sure and start and start == end:
        return None if _weekday(start) in weekdays else f"{field}: {start} is another day of the week than the text's"
    if near:
        days = {day for time in sure or near for day in _days(time)}
        return (
            None
            if {start, end} - {None} <= days
            else f"{field}: the text has {(sure or near)[0].start}, the claim {start or end}"
        )
    published = scene.reading.document.published
    if published is None or published.start is None:
        return None  # what is relative resolves only on the date of the report
    known = {day for time in scene.reading.times if time.time is not None for day in _days(time.time)}
    known |= {str(date.fromisoformat(published.start) - timedelta(days=back)) for back in range(-1, RECENT)}
    if (start is None or start in known) and (end is None or end in known):
        return None
    return f"{field}: no time of the text comes to {start or end}"


def _weekday(day: str) -> int:
    try:
        return date.fromisoformat(day).isoweekday()
    except ValueError:
        return 0


def _days(time: Time) -> Iterator[str]:
    yield from (day for day in (time.start, time.end) if day is not None)
