"""Who holds a name: the layers asked together, each answer remembered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rapidfuzz import fuzz

from tawatur.packs.gazetteer.imports import BUILT
from tawatur.packs.gazetteer.sheet import Sheet, tables
from tawatur.packs.gazetteer.spelling import Spelling
from tawatur.packs.rows import Row
from tawatur.records import Point
from tawatur.records.swift import swift
from tawatur.text import Folding

FOLDER = "gazetteer"
"""The folder inside a folder of packs in which compiled tables lie."""
LIMIT = 40
"""Holders of one skeleton that are looked at: the biggest."""
REMEMBERED = 100_000


@swift
@dataclass(frozen=True, slots=True)
class Holder:
    """A place that may be meant; `layer` is `curated`, `imported` or `compiled`, `how` is `name` or `key`.

    `needs` says that the name is also a word: `noun` (only a place noun makes it a place) or `cue` (a preposition does, too).
    """

    point: Point
    layer: str
    how: str
    likeness: float = 1.0
    parent: str = ""
    code: str = ""
    needs: str = ""


Names = dict[str, list[tuple[str, ...]]]


class Gazetteer:
    """All places that are known, over the rows of the packs and the compiled tables."""

    def __init__(self, rows: Iterable[Row], folders: Iterable[Path], spelling: Spelling) -> None:
        self.spelling = spelling
        self._rows = tuple(rows)
        self._folders = tuple(folders)
        self._heads: dict[str, dict[tuple[str, ...], list[Holder]]] = {}
        self._longest: dict[str, int] = {}
        self._near: dict[tuple[str, ...], tuple[Holder, ...]] = {}

    @cached_property
    def sheets(self) -> tuple[tuple[str, Sheet], ...]:
        """The compiled tables, the user's own before the shipped one."""
        own = [("imported", Sheet(path)) for folder in self._folders for path in tables(folder / FOLDER)]
        return (*own, *(("compiled", Sheet(path)) for path in tables(BUILT)))

    @cached_property
    def curated(self) -> dict[str, Holder]:
        """The rows of the packs by id; a later folder's row wins over an earlier one's."""
        return {row["id"]: _holder(row, self.spelling) for row in self._rows}

    def length(self, words: Sequence[str]) -> int:
        """How many of the words, from the first on, make the longest name that anyone holds; 0 if none."""
        if not words:
            return 0
        names = self._headed(words[0])
        if not names:
            return 0
        most = min(self._longest[words[0]], len(words))
        return next((count for count in range(most, 0, -1) if tuple(words[:count]) in names), 0)

    def named(self, words: Sequence[str]) -> tuple[Holder, ...]:
        """Who holds exactly this name (words as `spelling.words` gives them)."""
        return tuple(self._headed(words[0]).get(tuple(words), ())) if words else ()

    def keyed(self, words: Sequence[str]) -> tuple[Holder, ...]:
        """Who holds a name that sounds like this one: the same skeleton, with the likeness of the names."""
        asked = tuple(words)
        known = self._near.get(asked)
        if known is None:
            if len(self._near) > REMEMBERED:
                self._near.clear()
            known = self._near[asked] = self._nearest(asked)
        return known

    def get(self, id: str) -> Point | None:
        """The place with an id."""
        if id in self.curated:
            return self.curated[id].point
        return next((point for _, sheet in self.sheets if (point := sheet.find(id))), None)

    def find(self, name: str) -> tuple[Holder, ...]:
        """Who may hold a name in whatever spelling: exactly, or else by its skeleton."""
        words = self.spelling.words(name)
        return self.named(words) or self.keyed(words)

    @cached_property
    def _by_head(self) -> dict[str, dict[tuple[str, ...], list[Holder]]]:
        """The holders of the packs by the first word of their names, and by all of them."""
        heads: dict[str, dict[tuple[str, ...], list[Holder]]] = {}
        for holder, words in self._worded:
            at = heads.setdefault(words[0], {}).setdefault(words, [])
            if holder not in at:
                at.append(holder)
        return heads

    @cached_property
    def _by_key(self) -> dict[str, list[Holder]]:
        """The same by skeleton: many texts ask for none, and wait for none."""
        keys: dict[str, list[Holder]] = {}
        for holder, words in self._worded:
            for key in self.spelling.keys(words):
                if holder not in keys.setdefault(key, []):
                    keys[key].append(holder)
        return keys

    @cached_property
    def _worded(self) -> list[tuple[Holder, tuple[str, ...]]]:
        """The holders of the packs with each of their names."""
        return [(holder, self.spelling.words(name)) for holder in self.curated.values()
                for name in dict.fromkeys(name for names in holder.point.names.values() for name in names)]

    def _headed(self, head: str) -> dict[tuple[str, ...], list[Holder]]:
        known = self._heads.get(head)
        if known is not None:
            return known
        if len(self._heads) > REMEMBERED:
            self._heads.clear()
        names = {words: list(holders) for words, holders in self._by_head.get(head, {}).items()}
        for layer, sheet in self.sheets:
            for rest, n in sheet.headed(head):
                names.setdefault((head, *rest.split()), []).append(Holder(sheet.point(n), layer, "name"))
        self._heads[head] = names
        self._longest[head] = max(map(len, names), default=0)
        return names

    def _nearest(self, words: tuple[str, ...]) -> tuple[Holder, ...]:
        keys = sorted(self.spelling.keys(words), key=len, reverse=True)
        found: dict[str, Holder] = {}
        for key in keys:
            for holder in self._by_key.get(key, ()):
                found.setdefault(holder.point.id, _like(holder, words, self.spelling))
            for layer, sheet in self.sheets:
                for point in map(sheet.point, sheet.keyed(key, LIMIT)):
                    found.setdefault(point.id, _like(Holder(point, layer, "key"), words, self.spelling))
        return tuple(sorted(found.values(), key=lambda holder: -holder.likeness))


def _like(holder: Holder, words: Sequence[str], spelling: Spelling) -> Holder:
    """The holder, found by its skeleton, with how alike the two sound, vowels and all."""
    heard = spelling.sketch(words)
    sketches = {spelling.sketch(spelling.words(name)) for names in holder.point.names.values() for name in names}
    likeness = max((fuzz.ratio(heard, sketch) / 100 for sketch in sketches), default=0.0)
    return Holder(holder.point, holder.layer, "key", round(likeness, 3), holder.parent, holder.code, holder.needs)


def _holder(row: Row, spelling: Spelling) -> Holder:
    names = {code: names for code in row.values if len(code) == 2 and (names := row.names(code))}
    first = next((names[code][0] for code in ("en", *names) if code in names), row["id"])
    precision = int(row["precision"]) if row["precision"] else spelling.rules["precisions"].get(row["kind"])
    point = Point(
        row["id"], first, names, row["kind"] or "town", float(row["lat"]) if row["lat"] else None,
        float(row["lon"]) if row["lon"] else None, precision, row["parent"] or None, row["country"] or None,
        int(row["population"] or 0),
    )
    return Holder(point, "curated", "name", 1.0, row["parent"], row["code"], row["needs"])


def opened(rows: Iterable[Row], folders: Iterable[Path], folding: Folding) -> Gazetteer:
    """The gazetteer over the rows of the packs, the user's folders and the compiled table."""
    return Gazetteer(rows, folders, Spelling(folding))
