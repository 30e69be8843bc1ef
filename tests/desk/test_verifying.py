"""Whatever is tampered with in a case's file is found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tawatur.desk import reviewing
from tawatur.desk.reviewing import Who
from tawatur.desk.verifying import verify
from tawatur.ports import Store
from tawatur.stores.sql import SqlStore
from tests.invented import TEXT, document, entry

WHO = Who("Lina", "2026-01-01T00:00:00+00:00", "seen")
LEDGER = {"reviews": ("number", "id", "target", "action", "others", "documents", "by", "at", "body", "previous", "digest"),
          "review_words": ("payload",), "review_seal": ("entries", "head")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    store: Store = SqlStore(path, create=True)
    for report in (document(), document("A second report.\n" + TEXT, "second")):
        store.put(entry(report))
    first, second, third, *_ = store.claims()
    reviewing.accept(store, first, WHO)
    reviewing.reject(store, second, WHO)
    reviewing.tie(store, "merge", [one.id for one in store.documents()], WHO)
    reviewing.reject(store, third, WHO)
    store.close()
    return path


def found(path: Path, head: str | None = None) -> list[str]:
    store = SqlStore(path)
    flaws = list(verify(store, head))
    store.close()
    return [f"{flaw.where}: {flaw.reason}" for flaw in flaws]


def tamper(path: Path, *statements: str) -> None:
    """What somebody can do who can write to the file: also take the guards away."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)


def test_an_untouched_case_has_no_flaw(path: Path) -> None:
    assert found(path) == []


@pytest.mark.parametrize(("table", "column"), [(table, column) for table, columns in LEDGER.items() for column in columns])
def test_a_byte_of_any_field_of_the_ledger(path: Path, table: str, column: str) -> None:
    """The last sign of the field becomes another one, in one row after the other."""
    with closing(sqlite3.connect(path)) as raw:
        rows = [(row, str(value)) for row, value in raw.execute(f"SELECT rowid, {column} FROM {table}")]
    before = path.read_bytes()
    assert rows
    for row, value in rows:
        inner = value[:-2] if column in ("payload", "others", "documents") and len(value) > 2 else value[:-1]
        sign = value[len(inner):len(inner) + 1]
        changed = inner + ("7" if sign != "7" else "8") + value[len(inner) + 1:]
        path.write_bytes(before)
        tamper(path, f"UPDATE {table} SET {column} = '{changed}' WHERE rowid = {row}")
        assert found(path), f"{table}.{column} of row {row}: {value} → {changed}"


@pytest.mark.parametrize(("statement", "said"), [
    ("DELETE FROM reviews WHERE number = 4", "4 entries were written, 3 are here"),
    ("DELETE FROM review_words WHERE review = 3", "lost its words"),
    ("UPDATE claims SET payload = replace(payload, '\"accepted\"', '\"rejected\"')", "not what the ledger says"),
    ("UPDATE claims SET payload = replace(payload, '\"value\":250', '\"value\":950') WHERE status = 'accepted'", "not what the ledger says"),
    ("UPDATE claims SET read = NULL WHERE status = 'accepted'", "not what the ledger says"),
    ("DELETE FROM names", ""),
    ("DELETE FROM claims WHERE status = 'rejected'", "not in the case"),
    ("UPDATE documents SET text = replace(text, '250', '950')", "quotation"),
    ("UPDATE originals SET body = x'00', coding = 'plain'", "bytes are not those"),
    ("UPDATE originals SET body = x'00', coding = 'zlib'", "other bytes"),
    ("DELETE FROM originals", "lost the bytes"),
    ("DELETE FROM review_reports", "no longer found with it"),
])
def test_what_else_can_be_done_to_a_file(path: Path, statement: str, said: str) -> None:
    tamper(path, statement)
    flaws = found(path)
    assert (any(said in flaw for flaw in flaws)) if said else not flaws  # what is only derived, and found anew, is no flaw


def test_a_forged_ledger_is_found_by_a_digest_noted_before(path: Path, tmp_path: Path) -> None:
    store = SqlStore(path)
    (count, head), entries = store.seal(), list(store.reviews())
    store.close()
    forged = tmp_path / "forged.db"
    other: Store = SqlStore(forged, create=True)
    other.put(entry())
    reviewing.accept(other, next(other.claims()), WHO)
    other.close()
    assert count == 4
    assert found(forged) == []
    assert "that you noted" in found(forged, head)[0]
    assert found(path, head[:12]) == []
    assert found(path, entries[0].digest) == []
    assert found(path, "") != []


def test_a_forgotten_report_that_came_back(path: Path) -> None:
    store: Store = SqlStore(path)
    reviewing.forget(store, document().id, WHO)
    assert list(verify(store)) == []
    store.put(entry())
    store.close()
    assert any("was forgotten, and is here" in flaw for flaw in found(path))
