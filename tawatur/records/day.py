"""The days that a claim holds for."""

from tawatur.records.claim import Appeal, Claim, Corridor, Figure, Position, Talks
from tawatur.records.document import Document
from tawatur.records.time import Time

Days = tuple[str, str]
"""ISO days, both inclusive."""
SPOKEN = (Position, Talks, Appeal, Corridor)
"""Contents that come about by being said: their own day is that of the saying, if it is not to come yet."""


def as_of(claim: Claim, document: Document | None) -> Days | None:
    """A claim's own days, or else those of its report; None where the claim names a day that nobody has resolved."""
    content = claim.content
    for time in (content.as_of if isinstance(content, Figure) else None, claim.time):
        if time is not None and (time.start or time.text):
            return _days(time)
    return _days(document.published) if document and document.published else None


def said(claim: Claim, document: Document | None) -> Days | None:
    """When something was said, as far as is known: by its last source, on the day that it came about by being said, or in print.

    None where nobody knows. What was said is never later than what was printed of it.
    """
    printed = _days(document.published) if document and document.published else None
    told = [days for chain in claim.chains for source in chain[-1:] if source.said_at and (days := _days(source.said_at))]
    if isinstance(claim.content, SPOKEN) and claim.modality != "planned" and claim.time and (own := _days(claim.time)):
        told.append(own)
    past = [days for days in told if printed is None or days[0] <= printed[1]]
    return min(past) if past else printed


def apart(left: Days, right: Days) -> bool:
    """Whether two spans of days have no day in common."""
    return left[0] > right[1] or right[0] > left[1]


def _days(time: Time) -> Days | None:
    return (time.start, time.end or time.start) if time.start else None
