"""Times as intervals of days, or as words that nobody has resolved yet."""

from dataclasses import dataclass
from typing import Literal

Basis = Literal["explicit", "relative", "weekday", "publication", "reviewer", "unresolved"]


@dataclass(frozen=True, slots=True)
class Time:
    """ISO dates, both ends inclusive; both are None while unresolved, and `text` keeps what was written."""

    start: str | None
    end: str | None
    text: str = ""
    basis: Basis = "unresolved"


UNRESOLVED = Time(None, None)
