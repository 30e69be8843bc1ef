"""The ledger in every back end: it only grows, and a forgotten report leaves nothing but that it was forgotten."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tawatur.errors import CaseError, UnknownError
from tawatur.ports import Filter, Stand, Store
from tawatur.records import Action, Claim, Draft
from tawatur.review import flaws
from tawatur.stores.memory import MemoryStore
from tawatur.stores.sql import SqlStore
from tests.invented import TEXT, document, entry, reading

BACK_ENDS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda folder: MemoryStore(), "sqlite": lambda folder: SqlStore(folder / "case.db", create=True)}
REPORT = document()
OTHER = document("Another report. Nothing in it is secret.\n" + TEXT, "other")
SECRET = "Marwan Qarfunian"
HIDDEN = document(f"Somebody called {SECRET} told us this.\n{TEXT}", "hidden")


@pytest.fixture(params=BACK_ENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = BACK_ENDS[request.param](tmp_path)
    yield made
    made.close()


def draft(action: Action = "accept", target: str = "c1", report: str = REPORT.id, **fields: object) -> Draft:
    made = Draft(action, target, "Lina", "2026-01-01T00:00:00+00:00", documents=(report,), note="seen")
    return replace(made, **fields)  # type: ignore[arg-type]


def whole(store: Store) -> bool:
    return not flaws(list(store.reviews()), *store.seal())


def test_entries_come_back_as_they_were_sealed(store: Store) -> None:
    made = [store.append(draft(before={"value": 250, "places": []}, after={"value": 2.5}, read={"value": None})),
            store.append(draft("merge", "a", OTHER.id, others=("b", "c"), note="قرار")), store.append(draft("forget", OTHER.id))]
    assert list(store.reviews()) == made
    assert list(store.reviews(REPORT.id)) == [made[0], made[2]]
    assert store.seal() == (3, made[2].digest)
    assert whole(store)


def test_an_empty_ledger_is_whole(store: Store) -> None:
    assert not list(store.reviews())
    assert whole(store)


def test_claims_stand_as_decided_and_are_remembered_as_read(store: Store) -> None:
    store.put(entry())
    read = reading().claims
    rejected, added = replace(read[0], status="rejected"), replace(read[1], id="f" * 16, status="accepted")
    store.stand(Stand(REPORT.id, (rejected, *read[1:], added), {rejected.id: read[0], added.id: None},
                      {rejected.id: (("party", "somebody new"),)}))
    assert list(store.claims()) == [rejected, *read[1:], added]
    assert list(store.claims(Filter(statuses=("rejected",)))) == [rejected]
    assert list(store.claims(Filter(parties=("somebody new",)))) == [rejected]
    assert store.suggested(REPORT.id) == read


def test_all_or_nothing(store: Store) -> None:
    store.put(entry())

    def half() -> None:
        with store.together():
            store.append(draft())
            store.stand(Stand(REPORT.id, (), {}, {}))
            raise UnknownError("stopped in the middle")

    with pytest.raises(UnknownError):
        half()
    assert not list(store.reviews())
    assert len(list(store.claims())) == len(reading().claims)
    with store.together(), store.together():
        store.append(draft())
    assert len(list(store.reviews())) == 1


def test_a_forgotten_report_is_gone_and_the_others_are_not(store: Store) -> None:
    for report in (REPORT, HIDDEN):
        store.put(entry(report))
        store.append(draft("accept", f"claim of {report.id}", report.id, note=report.name, after={"quote": SECRET}))
    with store.together():
        store.append(draft("forget", HIDDEN.id, HIDDEN.id))
        store.forget(HIDDEN.id)
    store.sweep()
    assert [held.id for held in store.documents()] == [REPORT.id]
    assert store.given(HIDDEN.id) is None
    assert {claim.document for claim in store.claims()} == {REPORT.id}
    assert not [hit for hit in store.search([["somebody"]], 9) if hit.document == HIDDEN.id]
    assert store.search([["council"]], 9)
    assert {setback.document for setback in store.setbacks()} == {REPORT.id}
    first, second, third = store.reviews()
    assert (first.note, second.note, second.after, third.note) == ("zaytun", "", None, "seen")
    assert whole(store)


def test_nothing_of_a_forgotten_report_stays_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    store = SqlStore(path, create=True)
    store.put(entry())
    hidden = entry(HIDDEN)
    quoted = tuple(replace(claim, rule=SECRET) for claim in hidden.reading.claims)
    store.put(replace(hidden, reading=replace(hidden.reading, claims=quoted), original=SECRET.encode() * 9))
    store.append(draft(report=HIDDEN.id, note=SECRET, before={"quote": SECRET}))
    store.close()
    words = [SECRET, *SECRET.lower().split()]
    assert any(word.encode() in path.read_bytes() for word in words), "the test would find nothing if nothing were deleted"
    store = SqlStore(path)
    with store.together():
        store.append(draft("forget", HIDDEN.id, HIDDEN.id))
        store.forget(HIDDEN.id)
    store.sweep()
    here = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    store.close()
    assert [file.name for file in tmp_path.iterdir()] == ["case.db"]
    for body in (here, path.read_bytes()):
        assert not [word for word in words if word.encode() in body]
        assert HIDDEN.id.encode() in body  # the tombstone
    store = SqlStore(path)
    assert store.search([["council"]], 9)
    assert whole(store)
    store.close()


@pytest.fixture
def raw(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A case with a ledger, opened by another program."""
    path = tmp_path / "raw.db"
    store = SqlStore(path, create=True)
    store.put(entry())
    store.append(draft())
    store.append(draft("reject", "c2", OTHER.id))
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


@pytest.mark.parametrize("sql", [
    "UPDATE reviews SET by = 'somebody else'", "DELETE FROM reviews", "DELETE FROM reviews WHERE number = 2",
    "UPDATE review_words SET payload = '{}'", "DELETE FROM review_words", "DELETE FROM review_reports",
    "UPDATE review_reports SET document = 'x'", "DELETE FROM review_seal", "UPDATE review_seal SET head = 'x'",
    "INSERT OR REPLACE INTO reviews SELECT number, id, target, 'accept', others, documents, 'x', at, body, previous, digest "
    "FROM reviews WHERE number = 1",
    "INSERT OR REPLACE INTO review_words VALUES (2, '{}')", "INSERT INTO review_reports VALUES (1, 'x')",
    "INSERT INTO reviews SELECT 3, 'new', target, action, others, documents, by, at, body, previous, digest FROM reviews LIMIT 1",
    "INSERT INTO reviews SELECT 9, 'new', target, action, others, documents, by, at, body, digest, digest FROM reviews WHERE number = 2",
])
def test_no_program_changes_what_is_written(raw: sqlite3.Connection, sql: str) -> None:
    before = list(raw.iterdump())
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(sql)
    assert list(raw.iterdump()) == before


def test_a_refusal_of_the_file_is_told_in_one_line(tmp_path: Path) -> None:
    store = SqlStore(tmp_path / "case.db", create=True)
    store.put(entry())
    with pytest.raises(UnknownError):
        store.forget("0" * 16)
    store.append(draft())
    store.forget(REPORT.id)  # the ledger does not say that it is forgotten: its words stay
    assert [one.note for one in store.reviews()] == ["seen"]
    store.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from tawatur.desk import reviewing
from tawatur.desk.reviewing import Who
from tawatur.stores.sql import SqlStore
from tests.invented import document, entry
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
store = SqlStore(Path(sys.argv[1]), create=True)
store.put(entry())
who = Who("Lina", "2026-01-01T00:00:00+00:00")
first, second, *_ = store.claims()
reviewing.accept(store, first, who)
if sys.argv[2] == "deciding":
    SqlStore.stand = die
    reviewing.reject(store, second, who)
else:
    SqlStore.sweep = die
    reviewing.forget(store, document().id, who)
"""


def killed(path: Path, when: str) -> None:
    dead = subprocess.run([sys.executable, "-c", KILLED, str(path), when], check=False, cwd=Path(__file__).parents[2])
    assert dead.returncode == -signal.SIGKILL


def test_a_killed_decision_is_nowhere_and_the_one_before_it_everywhere(tmp_path: Path) -> None:
    killed(tmp_path / "case.db", "deciding")
    store = SqlStore(tmp_path / "case.db")
    assert [one.action for one in store.reviews()] == ["accept"]
    assert [claim.status for claim in store.claims()][:2] == ["accepted", "suggested"]
    assert whole(store)
    store.close()


def test_forgetting_that_was_killed_is_finished_by_whoever_comes_next(tmp_path: Path) -> None:
    killed(tmp_path / "case.db", "forgetting")
    body = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"Northern Brigade refuses" in body
    SqlStore(tmp_path / "case.db").close()
    body = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"Northern Brigade refuses" not in body


def test_forgetting_while_somebody_reads_says_what_is_left_to_do(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    store = SqlStore(path, create=True, patience=0.05)
    store.put(entry(HIDDEN))
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM claims").fetchone()
        with store.together():
            store.append(draft("forget", HIDDEN.id, HIDDEN.id))
            store.forget(HIDDEN.id)
        with pytest.raises(CaseError, match="close that, then run any command"):
            store.sweep()
        assert not list(store.documents())
        SqlStore(path, patience=0.05).close()  # nor does whoever comes next stumble over it
    store.close()
    SqlStore(path).close()
    assert SECRET.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    first, second = SqlStore(tmp_path / "case.db", create=True), SqlStore(tmp_path / "case.db", patience=0.05)
    with first.together():
        first.append(draft())
        with pytest.raises(CaseError, match="another program"):
            second.append(draft("reject"))
    second.append(draft("reject"))
    assert whole(first)
    assert [one.number for one in first.reviews()] == [1, 2]
    first.close()
    second.close()


def test_an_older_case_grows_a_ledger(tmp_path: Path) -> None:
    from tawatur.stores import opening

    path = tmp_path / "case.db"
    store = SqlStore(path, create=True)
    store.put(entry())
    claims: list[Claim] = list(store.claims())
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for table in ("look_reports", "looks", "review_words", "review_reports", "review_seal", "reviews"):
            raw.execute(f"DROP TABLE {table}")
        raw.execute("DROP INDEX claims_status")
        for column in ("status", "read"):
            raw.execute(f"ALTER TABLE claims DROP COLUMN {column}")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    store = SqlStore(path)
    assert list(store.claims(Filter(statuses=("suggested",)))) == claims
    store.append(draft())
    assert whole(store)
    store.close()
    assert os.listdir(tmp_path) == ["case.db"]
    assert opening.NEWEST >= "0002"
