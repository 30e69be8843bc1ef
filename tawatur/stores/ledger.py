"""The ledger in SQL: entries go in one behind the other, and come back whole; only the words of forgotten reports ever leave."""

import json
import secrets
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from tawatur.errors import CaseError
from tawatur.records import Draft, Review
from tawatur.records.written import restore, write
from tawatur.review import erased, sealed
from tawatur.stores.tables import review_reports, review_seal, review_words, reviews

WORDS = ("before", "after", "read", "note", "salt")
"""The fields of an entry that are kept apart, to be dropped with the report that they tell of."""
_LISTS = ("others", "documents")
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def append(connection: Connection, draft: Draft) -> Review:
    """Seal a decision behind the last entry."""
    row = connection.execute(_whole().order_by(reviews.c.number.desc()).limit(1)).first()
    entry = sealed(draft, _entry(dict(row._mapping)) if row else None, secrets.token_hex(16))
    written = write(entry)
    lists = {name: _dumps(written[name]) for name in _LISTS}
    connection.execute(insert(reviews), {**{key: value for key, value in written.items() if key not in WORDS}, **lists})
    connection.execute(insert(review_words), {"review": entry.number, "payload": _dumps({name: written[name] for name in WORDS})})
    if entry.documents:
        connection.execute(insert(review_reports), [{"review": entry.number, "document": id} for id in entry.documents])
    connection.execute(update(review_seal).values(entries=entry.number, head=entry.digest))
    return entry


def entries(connection: Connection, document: str | None) -> Iterator[Review]:
    """All entries in their order, or those that belong to a report."""
    rows = connection.execute(_ALL) if document is None else connection.execute(_OF_REPORT, {"report": document})
    return (_entry(dict(row._mapping)) for row in rows)


def seal(connection: Connection) -> tuple[int, str]:
    """How many entries were written, and the digest of the last."""
    row = connection.execute(select(review_seal.c.entries, review_seal.c.head)).first()
    return (row.entries, row.head) if row else (0, "")


def drop_words(connection: Connection, document: str) -> None:
    """Empty the entries that belong to a report, once a later one says that it is forgotten."""
    last = connection.scalar(select(func.max(reviews.c.number)).where(reviews.c.action == "forget", reviews.c.target == document))
    about = select(review_reports.c.review).where(review_reports.c.document == document, review_reports.c.review < (last or 0))
    connection.execute(delete(review_words).where(review_words.c.review.in_(about)))


def _whole() -> Select[Any]:
    return select(reviews, review_words.c.payload).join(review_words, isouter=True)


_ALL = _whole().order_by(reviews.c.number)
_ABOUT = select(review_reports.c.review).where(review_reports.c.document == bindparam("report"))
_OF_REPORT = _ALL.where(reviews.c.number.in_(_ABOUT))  # put together once: it is asked for every report that is read


def _entry(row: dict[str, Any]) -> Review:
    try:
        header = {**row, **{name: json.loads(row[name]) for name in _LISTS}}
        words = json.loads(row["payload"]) if row["payload"] is not None else dict.fromkeys(WORDS, "")
        entry = restore(Review, {**header, **words})
    except (ValueError, TypeError) as error:
        raise CaseError(f"entry {row['number']} of the ledger cannot be read: somebody wrote over it, or the file is damaged; "
                        "restore a copy of the case") from error
    return entry if row["payload"] is not None else erased(entry)
