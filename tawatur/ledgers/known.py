"""States of knowledge: what had been said by some day, whenever it was printed or read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tawatur.records import Claim, Document
from tawatur.records.day import said


@dataclass(frozen=True, slots=True)
class Known:
    """Reports and claims that somebody may know; `undated` counts claims left out because nobody knows when they were said."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    undated: int = 0


def known(documents: Iterable[Document], claims: Sequence[Claim], until: str | None = None, before: str | None = None) -> Known:
    """What had been said on a day (ISO, `until`), or `before` it. Without either, all; undated claims are in neither."""
    held = {document.id: document for document in documents}
    if until is None and before is None:
        return Known(tuple(held.values()), tuple(claims))
    days = {claim.id: found[1] for claim in claims if (found := said(claim, held.get(claim.document)))}

    def fits(day: str) -> bool:
        return (until is None or day <= until) and (before is None or day < before)

    told = tuple(claim for claim in claims if (day := days.get(claim.id)) and fits(day))
    reports = {claim.document for claim in told}
    printed = (document for document in held.values() if document.id in reports or _printed(document, fits))
    return Known(tuple(printed), told, len(claims) - len(days))


def _printed(document: Document, fits: Callable[[str], bool]) -> bool:
    time = document.published
    day = (time.end or time.start) if time else None
    return day is not None and fits(day)
