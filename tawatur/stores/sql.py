"""A case in one SQLite file."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Insert, Select, Table, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from tawatur.errors import CaseError, UnknownError
from tawatur.ports import EVERYTHING, Entry, Filter, Hit, Look, Mentioned, Stand
from tawatur.records import Actor, Attribution, Claim, Document, Draft, Point, Refusal, Review, Setback, Unread
from tawatur.records.written import restore, write
from tawatur.stores import fulltext, ledger, seeing
from tawatur.stores.days import days
from tawatur.stores.opening import PATIENCE, UNSWEPT, clearly, open_engine, sweep, unswept
from tawatur.stores.tables import (
    actors,
    attributions,
    claims,
    documents,
    names,
    originals,
    passages,
    places,
    refusals,
    setbacks,
    unread,
)

T = TypeVar("T")
Row = dict[str, Any]
SUGGESTED = "suggested"
MARK_UNSWEPT = text(f"PRAGMA user_version = {UNSWEPT}")
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class SqlStore:
    """Satisfies `ports.Store`. Close it: only then does the one file hold everything."""

    def __init__(self, path: Path, create: bool = False, patience: float = PATIENCE) -> None:
        self._path = path
        self._engine = open_engine(path, create, patience)
        self._held: Connection | None = None
        if unswept(self._engine):  # somebody was stopped in the middle of forgetting
            with suppress(CaseError):
                self.sweep()

    @contextmanager
    def together(self) -> Iterator[None]:
        if self._held is not None:
            yield
            return
        with self._writing() as connection:
            self._held = connection
            try:
                yield
            finally:
                self._held = None

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._held is not None:
            yield self._held
            return
        with clearly(self._path), self._engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._held is not None:
            yield self._held
            return
        with clearly(self._path), self._engine.connect() as connection:
            yield connection

    def close(self) -> None:
        with clearly(self._path):
            self._engine.dispose()  # the last connection that closes moves the WAL into the file

    # -- writing

    def put(self, entry: Entry) -> None:
        document = entry.reading.document
        with self._writing() as connection:
            if entry.original is not None:
                _keep_original(connection, document.sha256, entry.original)
            number = _put_document(connection, entry)
            stand = Stand(document.id, entry.reading.claims, entry.read, entry.names, entry.actors, entry.points)
            _put_claims(connection, number, document, stand)
            _put_rest(connection, number, entry)
            fulltext.learn(connection, number)

    def note(self, setback: Setback) -> None:
        with self._writing() as connection:
            if connection.execute(select(setbacks.c.number).where(*_same(setback))).first() is None:
                connection.execute(insert(setbacks), write(setback))

    def forgive(self, setback: Setback) -> None:
        with self._writing() as connection:
            connection.execute(delete(setbacks).where(*_same(setback)))

    # -- one of them

    def given(self, document: str) -> Mapping[str, str] | None:
        with self._reading() as connection:
            said = connection.scalar(_GIVEN, {"id": document})
        return None if said is None else dict(json.loads(said))

    def document(self, id: str) -> Document:
        with self._reading() as connection:
            return _document(self._one(connection, documents, "report", id))

    def original(self, document: str) -> bytes:
        with self._reading() as connection:
            sha256 = self._one(connection, documents, "report", document).sha256
            row = connection.execute(select(originals).where(originals.c.sha256 == sha256)).first()
        if row is None:
            raise CaseError(f"{self._path} has lost the bytes of report {document}; restore a copy of the case")
        try:
            return zlib.decompress(row.body) if row.coding == "zlib" else bytes(row.body)
        except zlib.error as error:
            raise CaseError(f"{self._path} holds other bytes of report {document} than were read; restore a copy") from error

    def claim(self, id: str) -> Claim:
        with self._reading() as connection:
            return restore(Claim, json.loads(self._one(connection, claims, "claim", id).payload))

    def mentioned(self, document: str) -> Mentioned:
        with self._reading() as connection:
            said = json.loads(self._one(connection, documents, "report", document).mentions)
        return Mentioned(tuple(said["parties"]), tuple(said["localities"]))

    def _one(self, connection: Connection, table: Table, what: str, id: str) -> Any:
        # The bounds make it a walk along the index; LIKE would not use it and would read % and _ in what a person typed.
        near = select(table).where(table.c.id >= id, table.c.id < id + "\U0010ffff").order_by(table.c.id).limit(2)
        rows = connection.execute(near).all() if id else []
        exact = [row for row in rows if row.id == id]
        if len(exact or rows) == 1:
            return (exact or rows)[0]
        raise UnknownError(f"no {what} “{id}” in {self._path}" if not rows else
                           f"several {what}s of {self._path} begin with “{id}”; give more of the id")

    # -- all of them

    def documents(self) -> Iterator[Document]:
        return (_document(row) for row in self._rows(select(documents).order_by(documents.c.number)))

    def claims(self, asked: Filter = EVERYTHING) -> Iterator[Claim]:
        return self._payloads(Claim, _asked(asked))

    def attributions(self) -> Iterator[Attribution]:
        return self._payloads(Attribution, _in_order(attributions))

    def refusals(self) -> Iterator[Refusal]:
        return self._payloads(Refusal, _in_order(refusals))

    def unread(self) -> Iterator[Unread]:
        return self._payloads(Unread, _in_order(unread))

    def setbacks(self) -> Iterator[Setback]:
        rows = self._rows(select(setbacks.c.document, setbacks.c.stage, setbacks.c.reason).order_by(setbacks.c.number))
        return (Setback(*row) for row in rows)

    def actors(self) -> Iterator[Actor]:
        return self._payloads(Actor, _named(actors, "party"))

    def places(self) -> Iterator[Point]:
        return self._payloads(Point, _named(places, "place"))

    def names(self, axis: str) -> Mapping[str, int]:
        told = func.count().label("told")
        query = select(names.c.value, told).where(names.c.axis == axis).group_by(names.c.value)
        return {row.value: row.told for row in self._rows(query.order_by(told.desc(), names.c.value))}

    def search(self, words: Sequence[Sequence[str]], limit: int) -> list[Hit]:
        with self._reading() as connection:
            return [Hit(*row) for row in fulltext.find(connection, words, limit)]

    # -- what persons decided

    def append(self, draft: Draft) -> Review:
        with self._writing() as connection:
            return ledger.append(connection, draft)

    def reviews(self, document: str | None = None) -> Iterator[Review]:
        with self._reading() as connection:
            yield from ledger.entries(connection, document)

    def seal(self) -> tuple[int, str]:
        with self._reading() as connection:
            return ledger.seal(connection)

    def suggested(self, document: str) -> tuple[Claim, ...]:
        query = select(claims.c.payload, claims.c.read, claims.c.status).join(documents, documents.c.number == claims.c.document)
        rows = list(self._rows(query.where(documents.c.id == document).order_by(claims.c.number)))
        read = (row.payload if row.status == SUGGESTED else row.read for row in rows)
        return tuple(restore(Claim, json.loads(payload)) for payload in read if payload)

    def stand(self, stand: Stand) -> None:
        with self._writing() as connection:
            row = self._one(connection, documents, "report", stand.document)
            _drop_claims(connection, row.number)
            _put_claims(connection, row.number, _document(row), stand)

    def forget(self, document: str) -> None:
        with self._writing() as connection:
            row = self._one(connection, documents, "report", document)
            connection.execute(text("PRAGMA secure_delete = ON"))
            _forget(connection, row.number, document)
            paths = (value for value in (document, json.loads(row.payload).get("path")) if value)
            connection.execute(delete(setbacks).where(setbacks.c.document.in_(paths)))
            seeing.forget(connection, row.number)
            connection.execute(delete(documents).where(documents.c.number == row.number))
            kept = select(documents.c.number).where(documents.c.sha256 == row.sha256)
            connection.execute(delete(originals).where(originals.c.sha256 == row.sha256, ~kept.exists()))
            for table, axis in ((actors, "party"), (places, "place")):
                named = select(names.c.value).where(names.c.axis == axis)
                connection.execute(delete(table).where(table.c.id.not_in(named)))
            ledger.drop_words(connection, document)
            connection.execute(MARK_UNSWEPT)

    def sweep(self) -> None:
        try:
            with clearly(self._path):
                sweep(self._engine)
        except CaseError as error:
            raise CaseError(f"{self._path}: what was forgotten is out of the case, and may still lie in its file, which another "
                            "program has open; close that, then run any command on the case") from error

    # -- what persons were told

    def look(self, at: str) -> None:
        with self._writing() as connection:
            seeing.look(connection, at)

    def looks(self) -> Iterator[Look]:
        with self._reading() as connection:
            yield from seeing.looks_of(connection)

    def _rows(self, query: Select[Any]) -> Iterator[Any]:
        with self._reading() as connection:
            yield from connection.execution_options(yield_per=500).execute(query)

    def _payloads(self, cls: type[T], query: Select[Any]) -> Iterator[T]:
        return (restore(cls, json.loads(payload)) for (payload,) in self._rows(query))


def _laying_over(table: Table) -> Insert:
    add = upsert(table)
    return add.on_conflict_do_update(index_elements=["id"], set_={"payload": add.excluded.payload})


# What every report asks is put together once: SQLAlchemy takes longer to make a statement than SQLite to run it.
_GIVEN = select(documents.c.given).where(documents.c.id == bindparam("id"))
_NUMBER = select(documents.c.number).where(documents.c.id == bindparam("id"))
_LAST_CLAIM = select(func.max(claims.c.number))
_KEEP = upsert(originals).on_conflict_do_nothing()
_INTO = {table: insert(table) for table in (documents, claims, names, passages, attributions, refusals, unread, setbacks)}
_OVER = {table: _laying_over(table) for table in (actors, places)}


def _document(row: Any) -> Document:
    return replace(restore(Document, json.loads(row.payload)), text=row.text)


def _keep_original(connection: Connection, sha256: str, body: bytes) -> None:
    packed = zlib.compress(body)
    coding, kept = ("zlib", packed) if len(packed) < len(body) else ("plain", body)
    row = {"sha256": sha256, "size": len(body), "coding": coding, "body": kept}
    connection.execute(_KEEP, row)


def _put_document(connection: Connection, entry: Entry) -> int:
    reading, document = entry.reading, entry.reading.document
    row: Row = {
        "outlet": document.outlet and document.outlet.id, "language": document.language,
        "starts": document.published and document.published.start, "ends": document.published and document.published.end,
        "sha256": document.sha256, "given": _dumps(dict(entry.given)), "packs": entry.packs, "payload": _dumps(write(document)),
        "mentions": _dumps({"parties": list(map(write, reading.parties)), "localities": list(map(write, reading.localities))}),
        "text": document.text,
    }
    known = connection.scalar(_NUMBER, {"id": document.id})
    if known is None:
        made = connection.execute(_INTO[documents], {"id": document.id, **row}).inserted_primary_key
        return int(made[0]) if made else 0
    _forget(connection, known, document.id)
    connection.execute(update(documents).where(documents.c.number == known), row)
    return int(known)


def _forget(connection: Connection, document: int, id: str) -> None:
    """Drop what was understood of a report before."""
    fulltext.forget(connection, document)
    _drop_claims(connection, document)
    for table in (passages, attributions, refusals, unread):
        connection.execute(delete(table).where(table.c.document == document))
    connection.execute(delete(setbacks).where(setbacks.c.document == id))


def _drop_claims(connection: Connection, document: int) -> None:
    connection.execute(delete(names).where(names.c.claim.in_(select(claims.c.number).where(claims.c.document == document))))
    connection.execute(delete(claims).where(claims.c.document == document))


def _put_claims(connection: Connection, document: int, said: Document, stand: Stand) -> None:
    if not stand.claims:
        return
    next_number = (connection.scalar(_LAST_CLAIM) or 0) + 1
    numbered = list(enumerate(stand.claims, next_number))
    connection.execute(_INTO[claims], [
        {"number": number, "id": claim.id, "document": document, "kind": claim.kind,
         **dict(zip(("starts", "ends"), days(claim, said), strict=True)), "payload": _dumps(write(claim)),
         "status": claim.status, "read": (read := stand.read.get(claim.id)) and _dumps(write(read))}
        for number, claim in numbered])
    rows = [{"claim": number, "axis": axis, "value": value}
            for number, claim in numbered for axis, value in dict.fromkeys(stand.names.get(claim.id, ()))]
    if rows:
        connection.execute(_INTO[names], rows)
    for table, known in ((actors, stand.actors), (places, stand.points)):
        if known:
            connection.execute(_OVER[table], [{"id": record.id, "payload": _dumps(write(record))} for record in known])


def _put_rest(connection: Connection, document: int, entry: Entry) -> None:
    reading = entry.reading
    for table, records in ((attributions, reading.attributions), (refusals, reading.refusals), (unread, entry.unread)):
        if records:
            connection.execute(_INTO[table], [{"document": document, "payload": _dumps(write(record))} for record in records])
    if entry.passages:
        connection.execute(_INTO[passages], [{"document": document, **write(passage)} for passage in entry.passages])
    if reading.setbacks:
        connection.execute(_INTO[setbacks], list(map(write, reading.setbacks)))


def _same(setback: Setback) -> list[ColumnElement[bool]]:
    return [setbacks.c[key] == value for key, value in write(setback).items()]


def _in_order(table: Table) -> Select[Any]:
    return select(table.c.payload).order_by(table.c.document, table.c.number)


def _named(table: Table, axis: str) -> Select[Any]:
    held = select(names.c.value).where(names.c.axis == axis)
    return select(table.c.payload).where(table.c.id.in_(held)).order_by(table.c.id)


def _asked(asked: Filter) -> Select[Any]:
    """The claims that a filter lets through, in the order of their reports."""
    query = select(claims.c.payload).join(documents, documents.c.number == claims.c.document)
    wanted = [(claims.c.kind, asked.kinds), (documents.c.outlet, asked.outlets), (documents.c.id, asked.documents),
              (claims.c.status, asked.statuses)]
    query = query.where(*(column.in_(values) for column, values in wanted if values))
    if asked.language:
        query = query.where(documents.c.language == asked.language)
    for axis, values in (("party", asked.parties), ("place", asked.places)):
        if values:
            holding = select(names.c.claim).where(names.c.axis == axis, names.c.value.in_(values))
            query = query.where(claims.c.number.in_(holding))
    if asked.since:
        query = query.where(claims.c.ends >= asked.since)
    if asked.until:
        query = query.where(claims.c.starts <= asked.until)
    return query.order_by(documents.c.number, claims.c.number)
