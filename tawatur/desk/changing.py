"""What changed in a case: since a day by what was said, or since somebody was last told what it amounts to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tawatur import ledgers
from tawatur.boards import as_known
from tawatur.desk.accounts import derived
from tawatur.desk.asking import Asked, filtered
from tawatur.desk.reviewing import tied
from tawatur.packs import Packs
from tawatur.pipeline import Account, account
from tawatur.ports import Look, Store
from tawatur.records import Change, Claim, Document
from tawatur.review import settle, ties

LAST_DAY = "9999-12-31"


@dataclass(frozen=True, slots=True)
class News:
    """What changed; `since` is an ISO day or instant, None where nobody was told before. `undated` claims are left out."""

    since: str | None
    changes: tuple[Change, ...] = ()
    undated: int = 0


def since_day(case: Store, packs: Packs, day: str, until: str | None = None) -> News:
    """What was said from a day on (until another), against all that had been said before, whenever it was printed."""
    reports, told, decided = list(case.documents()), list(case.claims()), tied(case)
    held = {document.id: document for document in reports}
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    (before, _), (after, undated) = as_known(told, held, eve), as_known(told, held, until or LAST_DAY)
    was, now = (account(_printing(reports, claims), claims, packs, decided) for claims in (before, after))
    found = ledgers.changes(was.facts, before, now.facts, after, reports, (*now.copies, *now.links), now.descents, packs)
    return News(day, found, undated)


def since_last(case: Store, packs: Packs, now: Account | None = None) -> News:
    """What changed since the case was last told and held something else than now; asked again, it answers the same."""
    look = _last(case)
    if look is None:
        first = next(iter(case.looks()), None)
        return News(first.at if first else None)  # it held the same each time that somebody was told
    reports = [document for document in case.documents() if document.id in look.reports]
    known = [claim for document in reports for claim in _stood(case, document, look)]
    entries = [entry for entry in case.reviews() if entry.number <= look.decisions]
    was, now = account(reports, known, packs, ties(entries)), now or derived(case, packs)
    links = (*now.copies, *now.links)
    found = ledgers.changes(was.facts, known, now.facts, list(case.claims()), list(case.documents()), links, now.descents, packs)
    return News(look.at, found)


def narrowed(news: News, case: Store, asked: Asked, fold: Callable[[str], str]) -> News:
    """The changes of which a filter lets a claim through that is in the case."""
    let = {claim.id for claim in case.claims(filtered(case, asked, fold))}
    kept = (one for one in news.changes if any(claim.id in let for claim in (*one.claims, *one.by)))
    return News(news.since, tuple(kept), news.undated)


def _printing(reports: Sequence[Document], claims: Sequence[Claim]) -> list[Document]:
    """The reports that some claims stand in."""
    told = {claim.document for claim in claims}
    return [document for document in reports if document.id in told]


def _last(case: Store) -> Look | None:
    """The last look at which the case held something else than it holds now."""
    held = frozenset(document.id for document in case.documents()), case.seal()[0]
    return next((look for look in reversed(list(case.looks())) if (look.reports, look.decisions) != held), None)


def _stood(case: Store, document: Document, look: Look) -> Sequence[Claim]:
    """The claims of a report as they stood at a look."""
    entries = [entry for entry in case.reviews(document.id) if entry.number <= look.decisions]
    return [standing.claim for standing in settle(case.suggested(document.id), entries)]
