"""The days that a claim holds for."""

from tawatur.records.claim import Claim, Figure
from tawatur.records.document import Document
from tawatur.records.time import Time

Days = tuple[str, str]
"""ISO days, both inclusive."""


def as_of(claim: Claim, document: Document | None) -> Days | None:
    """A claim's own days, or else those of its report; None where the claim names a day that nobody has resolved."""
    content = claim.content
    for time in (content.as_of if isinstance(content, Figure) else None, claim.time):
        if time is not None and (time.start or time.text):
            return _days(time)
    return _days(document.published) if document and document.published else None


def apart(left: Days, right: Days) -> bool:
    """Whether two spans of days have no day in common."""
    return left[0] > right[1] or right[0] > left[1]


def _days(time: Time) -> Days | None:
    return (time.start, time.end or time.start) if time.start else None
