"""Looks in SQL: which reports were there when somebody was told what a case amounts to. A report stands in it once."""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, func, insert, select

from tawatur.ports import Look
from tawatur.stores.tables import documents, look_reports, looks, reviews


def look(connection: Connection, at: str) -> None:
    """Keep what the case holds, where it is not what it held at the last look."""
    decisions = connection.scalar(select(func.count()).select_from(reviews)) or 0
    reports = connection.scalar(select(func.count()).select_from(documents)) or 0
    unseen = documents.c.number.not_in(select(look_reports.c.document))
    fresh = list(connection.scalars(select(documents.c.number).where(unseen).order_by(documents.c.number)))
    last = connection.execute(select(looks).order_by(looks.c.number.desc()).limit(1)).first()
    if last is not None and not fresh and (last.decisions, last.reports) == (decisions, reports):
        return
    number = (last.number if last else 0) + 1
    connection.execute(insert(looks), {"number": number, "at": at, "decisions": decisions, "reports": reports})
    if fresh:
        connection.execute(insert(look_reports), [{"document": document, "look": number} for document in fresh])


def looks_of(connection: Connection) -> Iterator[Look]:
    """All looks, the oldest first, with those of their reports that the case still holds."""
    there = select(look_reports.c.look, documents.c.id).join(documents, documents.c.number == look_reports.c.document)
    held: dict[int, set[str]] = {}
    for number, id in connection.execute(there):
        held.setdefault(number, set()).add(id)
    known: set[str] = set()
    for row in connection.execute(select(looks).order_by(looks.c.number)).all():
        known |= held.get(row.number, set())
        yield Look(row.at, frozenset(known), row.decisions)


def forget(connection: Connection, document: int) -> None:
    """Drop a report (by its number) from all looks."""
    connection.execute(delete(look_reports).where(look_reports.c.document == document))
