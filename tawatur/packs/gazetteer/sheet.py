"""One compiled table of places: a read-only SQLite file, written once, asked by the first word of a name."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tawatur.errors import PackError
from tawatur.packs.gazetteer.spelling import Spelling
from tawatur.records import Point

FORMAT = "2"
SCHEMA = """
create table about (what text primary key, value text not null) without rowid;
create table place (n integer primary key, id text not null unique, name text not null, other text, kind text not null,
  lat real, lon real, precision integer, admin text, country text, population integer not null default 0);
create table alias (head text not null, rest text not null, n integer not null, primary key (head, rest, n)) without rowid;
create table skeleton (key text not null, n integer not null, primary key (key, n)) without rowid;
"""
COLUMNS = "n, id, name, other, kind, lat, lon, precision, admin, country, population"


class Sheet:
    """An open table. It stays open for the life of the process, and several threads may ask it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self.about: Mapping[str, str] = dict(self._db.execute("select what, value from about"))
        except sqlite3.DatabaseError as error:
            raise PackError(f"{path}: no gazetteer table ({error}); import the file again") from error
        if self.about.get("format") != FORMAT:
            raise PackError(f"{path}: a gazetteer table of another version; import the file again")

    def headed(self, head: str) -> list[tuple[str, int]]:
        """All names that begin with a word: what follows it, and the place's number."""
        return self._db.execute("select rest, n from alias where head = ?", (head,)).fetchall()

    def keyed(self, key: str, limit: int) -> list[int]:
        """The numbers of the places whose names have a skeleton; the biggest first."""
        asked = "select n from skeleton join place using (n) where key = ? order by population desc limit ?"
        rows = self._db.execute(asked, (key, limit))
        return [n for (n,) in rows]

    def point(self, n: int) -> Point:
        """A place by its number."""
        return _point(self._db.execute(f"select {COLUMNS} from place where n = ?", (n,)).fetchone())

    def find(self, id: str) -> Point | None:
        """A place by its id."""
        row = self._db.execute(f"select {COLUMNS} from place where id = ?", (id,)).fetchone()
        return _point(row) if row else None

    def country(self, lat: float, lon: float) -> str | None:
        """The country of the place next to a point, if one lies within a degree."""
        row = self._db.execute("""select country from place where lat between ?1 - 1 and ?1 + 1 and lon between ?2 - 1 and ?2 + 1
                                  order by (lat - ?1) * (lat - ?1) + (lon - ?2) * (lon - ?2) limit 1""", (lat, lon)).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def write(path: Path, points: Iterable[tuple[Point, Iterable[str]]], about: Mapping[str, str], spelling: Spelling) -> int:
    """Compile places, each with all its names, into a file; gives their number. The file appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    db = sqlite3.connect(draft)
    try:
        db.executescript(SCHEMA)
        count = 0
        for n, (point, names) in enumerate(points, 1):
            count = n
            other = next((name for code in sorted(point.names) if code != "en" for name in point.names[code]), None)
            db.execute(f"insert into place ({COLUMNS}) values (?,?,?,?,?,?,?,?,?,?,?)",
                       (n, point.id, point.name, other, point.kind, point.lat, point.lon, point.precision, point.admin,
                        point.country, point.population))
            _enter(db, n, names, spelling)
        db.executemany("insert into about values (?, ?)", {**about, "format": FORMAT, "places": str(count)}.items())
        db.commit()
        db.execute("vacuum")
    finally:
        db.close()
    draft.replace(path)
    return count


def _enter(db: sqlite3.Connection, n: int, names: Iterable[str], spelling: Spelling) -> None:
    forms = {words for name in names if (words := spelling.words(name))}
    db.executemany("insert or ignore into alias values (?,?,?)", ((words[0], " ".join(words[1:]), n) for words in sorted(forms)))
    keys = {key for words in forms for key in spelling.keys(words)}
    db.executemany("insert or ignore into skeleton values (?,?)", ((key, n) for key in sorted(keys)))


def _point(row: tuple[int, str, str, str | None, str, float, float, int, str, str, int]) -> Point:
    _, id, name, other, kind, lat, lon, precision, admin, country, population = row
    names: dict[str, tuple[str, ...]] = {"en": (name,)}
    if other:
        names["ar"] = (other,)
    return Point(id, name, names, kind, lat, lon, precision, admin, country, population)


def tables(folder: Path) -> Iterator[Path]:
    """The compiled tables in a folder, by name."""
    if folder.is_dir():
        yield from sorted(folder.glob("*.sqlite"))
