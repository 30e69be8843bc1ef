"""Times: days that a claim gives follow from the words of the text, or from the date of the report."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from tawatur.grounding.scene import Layout, Scene
from tawatur.records import Time

RECENT = 8
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
    near = [told.time for layout, _, _ in spots for told in layout.times if told.time is not None and told.time.start is not None]
    if any(told.basis == "explicit" for told in near):
        known = {day for told in near for day in _days(told)}
    else:
        known = {day for told in scene.reading.times if told.time is not None and told.time.start for day in _days(told.time)}
        published = scene.reading.document.published
        if published is None or published.start is None:
            return None  # what is relative resolves only on the date of the report
        known |= {str(date.fromisoformat(published.start) - timedelta(days=back)) for back in range(-1, RECENT)}
    if (start is None or start in known) and (end is None or end in known):
        return None
    return f"{field}: no time of the text comes to {start or end}"


def _days(time: Time) -> Iterator[str]:
    yield from (day for day in (time.start, time.end) if day is not None)
