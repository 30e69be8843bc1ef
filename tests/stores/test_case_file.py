"""What happens to a case file that is none, is locked, is old, is new, or loses its writer."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from tawatur.errors import CaseError
from tawatur.stores.opening import NEWEST
from tawatur.stores.sql import SqlStore
from tawatur.stores.tables import metadata
from tests.invented import document, entry


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    store = SqlStore(path, create=True)
    store.put(entry())
    store.close()
    return path


def refused(path: Path, create: bool = False) -> str:
    with pytest.raises(CaseError) as told:
        SqlStore(path, create, patience=0.05).put(entry())
    assert "\n" not in str(told.value)
    assert str(path) in str(told.value)
    return str(told.value)


def test_closing_leaves_one_whole_file(case: Path, tmp_path: Path) -> None:
    assert os.listdir(tmp_path) == ["case.db"]
    copy = shutil.copy(case, tmp_path / "copy.db")
    store = SqlStore(Path(copy))
    assert store.document(document().id) == document()
    store.close()


def test_a_missing_case_names_the_command_that_makes_one(tmp_path: Path) -> None:
    assert "tawatur read" in refused(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
    assert "there is no folder" in refused(tmp_path / "nowhere" / "case.db", create=True)
    assert "is a folder" in refused(tmp_path, create=True)


@pytest.mark.parametrize("body", [b"a note, not a case\n" * 99, b"\xff\xfe"])
def test_another_kind_of_file(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(body)
    assert "another kind of file" in refused(path, create=True)
    assert path.read_bytes() == body


def test_an_empty_file_is_no_case_but_may_become_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert "empty" in refused(path)
    SqlStore(path, create=True).close()
    SqlStore(path).close()


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url)")
    before = path.read_bytes()
    assert "another program" in refused(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_case(case: Path) -> None:
    with closing(sqlite3.connect(case)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer" in refused(case)


def test_a_damaged_case(case: Path) -> None:
    body = bytearray(case.read_bytes())
    body[4096:] = os.urandom(len(body) - 4096)
    case.write_bytes(body)
    assert "damaged" in refused(case)


def test_a_case_that_somebody_writes(case: Path) -> None:
    with closing(sqlite3.connect(case, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        assert "another program" in refused(case)
        store = SqlStore(case)  # reading goes on meanwhile
        assert len(list(store.documents())) == 1
        store.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere, so nothing is read-only for it")
def test_a_read_only_case_can_be_read(case: Path, tmp_path: Path) -> None:
    case.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        store = SqlStore(case)
        assert len(list(store.claims())) == 5
        store.close()
        assert "cannot be written" in refused(case)
    finally:
        tmp_path.chmod(0o755)


def test_names_with_odd_letters(tmp_path: Path) -> None:
    path = tmp_path / "a case? 50% #1 هجين.db"
    SqlStore(path, create=True).close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_newest_is_the_head_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", "tawatur.stores:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_the_migrations_make_the_tables_that_the_program_uses(case: Path) -> None:
    made = inspect(create_engine(f"sqlite:///{case}"))
    for table in metadata.sorted_tables:
        assert [column["name"] for column in made.get_columns(table.name)] == [column.name for column in table.columns]
        assert ({index["name"] for index in made.get_indexes(table.name) if not index.get("unique")}
                == {index.name for index in table.indexes})


KILLED = """
import os, signal, sys
from pathlib import Path
from tawatur.stores import sql
from tests.invented import document, entry
store = sql.SqlStore(Path(sys.argv[1]), create=True)
store.put(entry())
sql.fulltext.learn = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
store.put(entry(document("Another report." + document().text, "another")))
"""


def test_a_killed_writer_loses_no_finished_report_and_doubles_none(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    dead = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False, cwd=Path(__file__).parents[2])
    assert dead.returncode == -signal.SIGKILL
    store = SqlStore(path, create=True)
    assert [report.name for report in store.documents()] == ["zaytun"]
    store.put(entry())
    store.put(entry(document("Another report." + document().text, "another")))
    assert [report.name for report in store.documents()] == ["zaytun", "another"]
    assert len(list(store.claims())) == 10
    store.close()
