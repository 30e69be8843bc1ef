"""The days that a claim can be filtered by."""

from tawatur.records import Claim, Document


def days(claim: Claim, document: Document) -> tuple[str | None, str | None]:
    """First and last day of a claim: its own time where that is resolved, else its report's date, else none."""
    for time in (claim.time, document.published):
        if time is not None and (time.start or time.end):
            return time.start or time.end, time.end or time.start
    return None, None
