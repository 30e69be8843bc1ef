"""A linter of knowledge: rows that no text could find, that contradict another, or that point to nothing."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from tawatur.packs.load import Packs
from tawatur.packs.rows import Row

UNSAID = ("form", "forms", "inner", "note", "example", "source")
"""Columns that say nothing of what a form means: two rows that differ in them alone are one said twice."""
POINTERS = {"part_of": "actors", "speaks_for": "actors", "actor": "actors", "parent": "places"}


def check(packs: Packs) -> list[str]:
    """What is wrong with the knowledge, a line each with file and row; nothing where all is well."""
    return [*_contexts(packs), *_words(packs), *_classes(packs)]


def _contexts(packs: Packs) -> Iterator[str]:
    foreign = {row["from"]: row["note"] for language in packs.languages.values() for row in language.table("folding")
               if row["foreign"]}
    known = {"actors": set(packs.actors), "places": {row["id"] for row in packs.places}}
    for rows in packs.named.values():
        ids = Counter((row["id"], row.where.rpartition("/")[0]) for row in rows)
        for row in rows:
            if not row["id"]:
                yield f"{row.where}: no id"
            elif ids[row["id"], row.where.rpartition("/")[0]] > 1:
                yield f"{row.where}: the id {row['id']} stands twice in this file"
            for column, kind in POINTERS.items():
                if row[column] and row[column] not in known[kind] and column != "parent":
                    yield f"{row.where}: {column} is {row[column]}, which no row of {kind}.csv is called"
            if not any(row.names(code) for code in packs.languages):
                yield f"{row.where}: no name in any language"
            yield from _letters(row, foreign)


def _letters(row: Row, foreign: Mapping[str, str]) -> Iterator[str]:
    for column, cell in row.values.items():
        if column in ("note", "source", "example"):
            continue
        for letter in cell:
            if letter in foreign:
                yield f"{row.where}: {column} holds a letter that is not the language's ({foreign[letter]})"
                break
            if "ARABIC" in unicodedata.name(letter, "") and unicodedata.decomposition(letter).startswith("<"):
                yield f"{row.where}: {column} holds a presentation form ({letter}); write the plain letter"
                break


def _words(packs: Packs) -> Iterator[str]:
    for language in packs.languages.values():
        for name, rows in language.tables.items():
            said: dict[tuple[str, ...], str] = {}
            for row in rows:
                if "form" not in row.values:
                    continue
                yield from (f"{row.where}: {problem}" for problem in _form(packs, row))
                for form in row.names("form"):
                    key = (packs.folding.fold(form), *(cell for column, cell in sorted(row.values.items())
                                                       if column not in UNSAID))
                    if said.get(key, row.where) != row.where:
                        yield f"{row.where}: {form} says in {name} what {said[key]} says already"
                    said.setdefault(key, row.where)


def _form(packs: Packs, row: Row) -> Iterator[str]:
    if not row.names("form") and not any(cell for column, cell in row.values.items() if column in ("clitic", "feature")):
        yield "no form"
    for form in row.names("form"):
        if not packs.folding.fold(form).strip():
            yield f"nothing is left of {form!r} when it is folded, so no text can hold it"


def _classes(packs: Packs) -> Iterator[str]:
    """What can be said in one language and not in another."""
    spoken: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, language in packs.languages.items():
        for row in language.table("terms"):
            spoken[row["class"], row["value"]].add(code)
    for (kind, value), codes in sorted(spoken.items()):
        for missing in sorted(set(packs.languages) - codes):
            said = f"{kind} {value}".rstrip()
            yield f"languages/{missing}/terms.csv: no word for {said}, which {', '.join(sorted(codes))} has"
