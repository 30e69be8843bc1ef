"""Claims about one siege, negotiation or withdrawal; and the sentences that still want an eye."""

from dataclasses import dataclass
from typing import Literal

from tawatur.records.span import Evidence


@dataclass(frozen=True, slots=True)
class Episode:
    """Reports on the same parties and place, near in time. `parties`, `documents` and `claims` are ids, `places` ids or names."""

    id: str
    title: str = ""
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    talks_status: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that holds a number, a refusal or a way out, and from which nothing was read."""

    document: str
    evidence: Evidence
    holds: Literal["number", "refusal", "way"]
