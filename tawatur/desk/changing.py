"""What changed in a case: since a day by what was said, or since somebody was last told what it amounts to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tawatur import ledgers
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
    before = ledgers.known(reports, told, before=day)
    after = ledgers.known(reports, told, until=until or LAST_DAY)
    was, now = (account(one.documents, one.claims, packs, decided) for one in (before, after))
    found = ledgers.changes(was.facts, before.claims, now.facts, after.claims, reports, now.copies, packs)
    return News(day, found, after.undated)


def since_last(case: Store, packs: Packs, now: Account | None = None) -> News:
    """What changed since the case was last told and held something else than now; asked again, it answers the same."""
    look = _last(case)
    if look is None:
        return News(None)
    reports = [document for document in case.documents() if document.id in look.reports]
    known = [claim for document in reports for claim in _stood(case, document, look)]
    entries = [entry for entry in case.reviews() if entry.number <= look.decisions]
    was, now = account(reports, known, packs, ties(entries)), now or derived(case, packs)
    documents = list(case.documents())
    return News(look.at, ledgers.changes(was.facts, known, now.facts, list(case.claims()), documents, now.copies, packs))


def narrowed(news: News, case: Store, asked: Asked, fold: Callable[[str], str]) -> News:
    """The changes of which a filter lets a claim through that is in the case."""
    let = {claim.id for claim in case.claims(filtered(case, asked, fold))}
    kept = (one for one in news.changes if any(claim.id in let for claim in (*one.claims, *one.by)))
    return News(news.since, tuple(kept), news.undated)


def _last(case: Store) -> Look | None:
    """The last look at which the case held something else than it holds now."""
    held = frozenset(document.id for document in case.documents()), case.seal()[0]
    return next((look for look in reversed(list(case.looks())) if (look.reports, look.decisions) != held), None)


def _stood(case: Store, document: Document, look: Look) -> Sequence[Claim]:
    """The claims of a report as they stood at a look."""
    entries = [entry for entry in case.reviews(document.id) if entry.number <= look.decisions]
    return [standing.claim for standing in settle(case.suggested(document.id), entries)]
