"""Opening a case file: is it one, is it ours, is it of our age; and what a person is told when it is not."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, exc

from tawatur.errors import CaseError

NEWEST = "0003"
"""The migration that this program's tables stand at; a test keeps it true."""
OURS = 0x54575452
"""SQLite's application id of a case: the letters TWTR."""
UNSWEPT = 1
"""SQLite's user version of a case in which dropped words may still lie about."""
PATIENCE = 10
"""Seconds to wait for another program that writes to the same case."""


def open_engine(path: Path, create: bool, patience: float = PATIENCE) -> Engine:
    """An engine over a case file at our version; a missing file is made only if `create`."""
    _check_file(path, create)
    frozen = path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    if frozen and create:
        raise CaseError(f"{path} cannot be written here; copy it to a folder of yours, or choose another --case")
    # A case in WAL mode cannot be opened in a folder where nothing may be written, unless SQLite is told that nobody writes.
    address = f"{path.absolute().as_uri()}?{'mode=ro&immutable=1' if frozen else 'mode=rwc'}"
    with clearly(path):
        engine = _engine(address, patience)
        old = _is_old(address, path, patience, frozen)
        if old and frozen:
            raise CaseError(f"{path} was written by an older Tawatur and cannot be brought up to date here; copy it elsewhere")
        if old:
            migrate(engine)
    return engine


@contextmanager
def clearly(path: Path) -> Iterator[None]:
    """Say in one line what the database means."""
    try:
        yield
    except (exc.DatabaseError, sqlite3.DatabaseError) as error:
        said = str(error.orig if isinstance(error, exc.DatabaseError) else error)
        raise CaseError(f"{path} {_meaning(said)}") from error


def _meaning(said: str) -> str:
    if "locked" in said:
        return "is being written by another program; let it finish, then try again"
    if "readonly" in said:
        return "cannot be written here; copy it to a folder of yours, or choose another --case"
    if "full" in said:
        return "cannot grow: the disk is full; make room and run the same command again, what is stored stays"
    if "malformed" in said or "not a database" in said:
        return "is damaged or no case of Tawatur's; restore a copy, or read the reports into a new --case"
    return f"cannot be used: {said}"


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise CaseError(f"{path} is a folder; a case is one file, such as {path / 'case.db'}")
    if not path.exists():
        if not create:
            raise CaseError(f"there is no case {path}; make one with: tawatur read REPORTS --case {path}")
        if not path.parent.is_dir():
            raise CaseError(f"{path} cannot be made: there is no folder {path.parent}; make it first")
        return
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise CaseError(f"{path} cannot be read: {error.strerror}") from error
    if not head and create:
        return
    if not head.startswith(b"SQLite format 3\0"):
        raise CaseError(f"{path} is no case of Tawatur's: {'it is empty' if not head else 'another kind of file'}")


def _engine(address: str, patience: float) -> Engine:
    def connect() -> sqlite3.Connection:
        # The driver must not begin or commit by itself: tables are made in transactions too.
        raw = sqlite3.connect(address, timeout=patience, uri=True, isolation_level=None, check_same_thread=False)
        raw.execute("PRAGMA synchronous = NORMAL")
        return raw

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _is_old(address: str, path: Path, patience: float, frozen: bool) -> bool:
    """Whether a case needs new tables; claims a new file as ours, and refuses what is not."""
    with closing(sqlite3.connect(address, timeout=patience, uri=True, isolation_level=None)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables and not frozen:
            raw.execute(f"PRAGMA application_id = {OURS}")
        if raw.execute("PRAGMA application_id").fetchone()[0] != OURS:
            raise CaseError(f"{path} is a database of another program; choose another --case")
        if not frozen:
            raw.execute("PRAGMA journal_mode = WAL")
        version = raw.execute("SELECT version_num FROM alembic_version").fetchone()[0] if "alembic_version" in tables else ""
    if version > NEWEST:
        raise CaseError(f"{path} was written by a newer Tawatur (tables {version}, this one knows {NEWEST}); update the program")
    return bool(version < NEWEST)


def migrate(engine: Engine) -> None:
    """Bring a case to the newest tables, all or nothing."""
    from alembic import command  # a fifth of a second that a case at its newest version need not wait
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "tawatur.stores:migrations")
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def unswept(engine: Engine) -> bool:
    """Whether something was forgotten, and its words may still lie about in the file."""
    with engine.connect() as connection:
        return connection.exec_driver_sql("PRAGMA user_version").scalar() == UNSWEPT


def sweep(engine: Engine) -> None:
    """Write the file anew without what was dropped. Stopped half-way, it is done again when the case is next opened."""
    with closing(engine.raw_connection()) as raw:
        cursor = raw.cursor()
        # The index for search keeps dropped words until it is built anew; the file keeps them until it is written anew.
        for step in ("INSERT INTO search(search) VALUES ('rebuild')", "VACUUM"):
            cursor.execute(step)
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            raise CaseError("another program has the case open")
        cursor.execute("PRAGMA user_version = 0")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
