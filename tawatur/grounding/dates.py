"""Times: days that a claim gives follow from the words of the text, or from the date of the report."""

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur.grounding.scene import Layout, Scene

BEFORE = 2
"""Sentences before a span whose times may still be meant."""


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
    known = set()
    for told in scene.reading.times:
        if told.time is not None and told.time.start is not None:
            known |= {(told.time.start, told.time.end), (told.time.start, told.time.start), (told.time.end, told.time.end)}
    published = scene.reading.document.published
    if published is not None and published.start:
        known.add((published.start, published.end))
    if (start, end if end is not None else start) in known or (start is None and any(end == other for _, other in known)):
        return None
    if end is None and any(start == other for other, _ in known):
        return None
    return f"{field}: no time of the text comes to {start or end}"
