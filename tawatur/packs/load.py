"""Gather the files of `knowledge/` and of the user's own folders into one `Packs`."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

from tawatur.errors import PackError
from tawatur.packs.gazetteer import Gazetteer, opened
from tawatur.packs.language import Language, build, enter
from tawatur.packs.lexicon import Entry, Lexicon
from tawatur.packs.rows import Row, read_table, read_tree
from tawatur.packs.shelf import keep, kept, name_of
from tawatur.records import Actor, Outlet, Person
from tawatur.text import Folding

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
CONTEXTS = tuple(sorted(path.name for path in (KNOWLEDGE / "contexts").iterdir() if path.is_dir()))
WORLD = "world"
"""The context of those who may turn up in any war."""
EXAMPLES = "examples"
"""Files of a language by which it is tested; no text is read with them."""
NAMED = {"actors": "actor", "outlets": "outlet", "people": "person", "places": "place"}


@dataclass(frozen=True)
class Packs:
    """Everything the program knows, loaded once and never changed."""

    folding: Folding
    languages: Mapping[str, Language]
    codebook: Mapping[str, Any]
    tables: Mapping[str, tuple[Row, ...]]
    actors: Mapping[str, Actor]
    outlets: Mapping[str, Outlet]
    people: Mapping[str, Person]
    sides: Mapping[str, str]
    homes: Mapping[str, str]
    nations: Mapping[str, str]
    states: Mapping[str, str]
    lands: Mapping[str, frozenset[str]]
    abroad: frozenset[str]
    places: tuple[Row, ...]
    named: Mapping[str, tuple[Row, ...]]
    digest: str
    contexts: tuple[str, ...] = ()
    folders: tuple[Path, ...] = field(default=())
    domains: Mapping[str, str] = field(default_factory=dict)
    grounds: Mapping[str, str] = field(default_factory=dict)
    """In which country a group of no war with rows of its own fights, by its id."""
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How the last line of an outlet's reports is worded, by its id; a star stands for names."""

    @cached_property
    def openers(self) -> dict[str, frozenset[str]]:
        """The words of each language that open a noun phrase, folded; asked without making its lexicon."""
        return {code: frozenset(self.folding.fold(word) for row in language.table("function") if row["role"] == "the"
                                for word in row.names("form")) for code, language in self.languages.items()}

    @cached_property
    def held(self) -> frozenset[str]:
        """The countries in which the war of some context is waged."""
        return frozenset().union(*(lands for context, lands in self.lands.items() if context != WORLD))

    @cached_property
    def stances(self) -> dict[str, Row]:
        """The rows of the stances by their value."""
        return {row["value"]: row for row in self.tables["stances"]}

    @cached_property
    def deeds(self) -> tuple[Row, ...]:
        """The rows that say which events claims of other kinds tell."""
        return tuple(self.tables.get("deeds", ()))

    @cached_property
    def confidence(self) -> dict[tuple[str, str, str], float]:
        """The weights of a claim's kind, feature and value; empty where nothing was measured."""
        rows = self.tables.get("confidence", ())
        return {(row["kind"], row["feature"], row["value"]): float(row["weight"]) for row in rows}

    @cached_property
    def place_kinds(self) -> dict[str, str]:
        """What kind of place each curated one is."""
        return {row["id"]: row["kind"] for row in self.places}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places of the world: the contexts' own, the user's imports, and the shipped table."""
        return opened(self.places, self.folders, self.folding)

    def language(self, code: str | None) -> Language:
        """The pack of a language; one without a pack is read with the first that there is."""
        return self.languages.get(code or "") or next(iter(self.languages.values()))


@dataclass(frozen=True)
class _Files:
    """What was read of the folders: tables and trees by folder (`languages/ar`, `contexts/syria`, `codebook`)."""

    tables: dict[str, dict[str, tuple[Row, ...]]]
    trees: dict[str, dict[str, Any]]
    digest: str


@lru_cache(maxsize=8)
def load(contexts: tuple[str, ...] | None = None, folders: tuple[Path, ...] = ()) -> Packs:
    """The packs of the named contexts (None: all that are shipped), with the user's folders laid over them.

    Raises PackError for an unknown context, a malformed file, or a folder that is none.
    """
    chosen = CONTEXTS if contexts is None else tuple(dict.fromkeys((WORLD, *contexts)))
    roots = (KNOWLEDGE, *folders)
    if unknown := [name for name in chosen if not any((root / "contexts" / name).is_dir() for root in roots)]:
        raise PackError(f"no context called {', '.join(unknown)}; there are {', '.join(CONTEXTS)}")
    files = _gather(roots, chosen)
    folding = _folding(files)
    codes = {name: name.partition("/")[2] for name in sorted({*files.tables, *files.trees}) if name.startswith("languages/")}
    named = {kind: [row for name in files.tables if name.startswith("contexts/") for row in files.tables[name].get(kind, ())]
             for kind in NAMED}
    states = [row for name in files.tables if name.startswith("contexts/") for row in files.tables[name].get("states", ())]
    # A user's own folder may hold names that are to stand nowhere else: what is made of it is not kept.
    made_of = None if folders else (files.digest, *chosen)
    languages = {code: build(code, files.tables.get(name, {}), files.trees.get(name, {}), folding,
                             partial(_lexicon, folding=folding, named=named, made_of=made_of))
                 for name, code in codes.items()}
    return Packs(
        folding=folding, languages=languages, codebook=files.trees.get("codebook", {}), tables=files.tables.get("codebook", {}),
        actors={row["id"]: Actor(row["id"], _first(row), _names(row), row["kind"], row["part_of"] or None)
                for row in named["actors"]},
        outlets={row["id"]: Outlet(row["id"], _first(row), _names(row), row["kind"] or "outlet", row["speaks_for"] or None)
                 for row in named["outlets"]},
        people={row["id"]: Person(row["id"], _first(row), _names(row), row["actor"] or None, row["role"] or None)
                for row in named["people"]},
        sides={row["id"]: row["side"] for row in named["actors"] if row["side"]},
        nations={row["nationality"]: row["actor"] for name in files.tables if name.startswith("contexts/")
                 for row in files.tables[name].get("demonyms", ())},
        states={row["country"]: row["actor"] for row in states if row["actor"]},
        lands={home: frozenset(row["country"] for row in states if _home(row) == home) for home in map(_home, states)},
        abroad=frozenset(row["country"] for row in states if row["abroad"]),
        grounds={row["actor"]: row["country"] for name in files.tables if name.startswith("contexts/")
                 for row in files.tables[name].get("grounds", ())},
        homes={row["id"]: _home(row) for row in named["actors"]},
        named={kind: tuple(rows) for kind, rows in named.items()}, places=tuple(named["places"]), digest=files.digest,
        contexts=chosen, folders=folders,
        domains={domain.lower().removeprefix("www."): row["id"] for row in named["outlets"] for domain in row.names("domain")},
        signs={row["id"]: row.names("signs") for row in named["outlets"] if row["signs"]},
    )


def _lexicon(language: Language, folding: Folding, named: Mapping[str, Sequence[Row]],
             made_of: tuple[str, ...] | None) -> Lexicon:
    """The lexicon of a language: its own tables, and the names of the contexts; as it was kept, where it was."""
    name = name_of(language.code, *made_of) if made_of else None
    stored = kept(name) if name else None
    lexicon = Lexicon(folding, language.clitics, language.grammar.get("order", ["before"])[0] == "after", stored)
    if stored is None:
        enter(lexicon, language)
        for kind, rows in named.items():
            for row in rows:
                _enter_names(lexicon, language, NAMED[kind], row)
        if name:
            keep(name, lexicon.plain())
    return lexicon


def shipped_folding() -> Folding:
    """The folding of the shipped languages alone, for who compiles tables to be looked up later."""
    return _folding(_gather((KNOWLEDGE,), ()))


def _folding(files: _Files) -> Folding:
    return Folding({row["from"]: row["to"] for name, tables in files.tables.items() if name.startswith("languages/")
                    for row in tables.get("folding", ())})


def _gather(roots: Sequence[Path], contexts: Iterable[str]) -> _Files:
    files = _Files({}, {}, "")
    digest = hashlib.sha256()
    wanted = {f"contexts/{name}" for name in contexts}
    for root in roots:
        if not root.is_dir():
            raise PackError(f"{root}: no such folder of packs")
        for path in sorted(root.rglob("*")):
            folder = path.parent.relative_to(root).as_posix()
            unread = path.suffix not in (".csv", ".yaml") or path.stem == EXAMPLES
            if unread or (folder.startswith("contexts/") and folder not in wanted):
                continue
            address = path.relative_to(root).as_posix()
            digest.update(address.encode() + path.read_bytes())
            if path.suffix == ".csv":
                tables = files.tables.setdefault(folder, {})
                tables[path.stem] = (*tables.get(path.stem, ()), *read_table(path, address))
            else:
                trees = files.trees.setdefault(folder, {})
                trees[path.stem] = _merged(trees.get(path.stem), read_tree(path, address))
    return _Files(files.tables, files.trees, digest.hexdigest()[:16])


def _merged(old: Any, new: Any) -> Any:
    """Later trees lie over earlier ones: mappings key by key, lists one after the other."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: _merged(old.get(key), value) for key, value in new.items()}}
    if isinstance(old, list) and isinstance(new, list):
        return [*old, *new]
    return new


def _home(row: Row) -> str:
    """The context whose table a row stands in."""
    return row.where.split("/")[1]


def _first(row: Row) -> str:
    return next(iter([*row.names("en"), *row.names("ar")]), row["id"])


def _names(row: Row) -> dict[str, tuple[str, ...]]:
    return {code: names for code in row.values if len(code) == 2 and code != "id" and (names := row.names(code))}


def _enter_names(lexicon: Lexicon, language: Language, kind: str, row: Row) -> None:
    attrs = {key: value for key, value in row.values.items() if value and len(key) > 2 and not key.startswith("descriptions")}
    attrs["id"] = row["id"]
    for how, column in (("name", language.code), ("description", f"descriptions_{language.code}")):
        for name in row.names(column):
            entry = Entry(kind, name, {**attrs, "how": how}, frozenset(), row.where, _cased(name, how))
            for form, _ in language.inflection.forms(name, kind):
                lexicon.add(form, entry)


def _cased(name: str, how: str) -> str:
    letters = [letter for letter in name if letter.isalpha()]
    if how == "description" or not letters or not any(letter.isupper() for letter in letters):
        return ""
    return "upper" if len(letters) <= 5 and all(letter.isupper() for letter in letters) else "capital"
