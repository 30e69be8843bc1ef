"""One language: how things are said in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tawatur.packs.constructions import KNOWN, constructions
from tawatur.packs.inflection import Inflection
from tawatur.packs.lexicon import Entry, Lexicon
from tawatur.packs.rows import Row
from tawatur.text import Breaks, Clitic, Clitics, Folding

UNSAID = frozenset({"form", "forms", "note", "example", "source"})
"""Columns that are for the editor of a table, not for the reader of a text."""


@dataclass(frozen=True)
class Language:
    """The tables of a language by name, its lexicon, and what its grammar file says."""

    code: str
    tables: Mapping[str, tuple[Row, ...]]
    grammar: Mapping[str, Any]
    breaks: Breaks
    clitics: Clitics
    constructions: frozenset[str]
    inflection: Inflection = field(repr=False)
    fill: Callable[["Language"], Lexicon] = field(repr=False)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Every written form of every row; made when the first text in the language is read."""
        return self.fill(self)

    @cached_property
    def attached_roles(self) -> dict[str, tuple[str, str]]:
        """What attached words say of a place's role, and how well they prove one."""
        return {row["clitic"]: (row["role"], row["proof"]) for row in self.table("place_roles") if row["clitic"]}

    @cached_property
    def announcing(self) -> frozenset[str]:
        """The attached words that may announce a place."""
        return frozenset(self.attached_roles)

    def has(self, construction: str) -> bool:
        """Whether the language has a construction; raises LookupError for one that is not known."""
        if construction in self.constructions:
            return True
        if construction not in KNOWN:
            raise LookupError(f"no construction is called {construction}")
        return False

    @cached_property
    def _oblique(self) -> tuple[str, tuple[str, ...]]:
        """The article, and the endings of a noun for several that is no subject; no endings where no ending shows that."""
        return str(self.grammar.get("article") or ""), tuple(self.grammar.get("oblique", ()))

    def oblique(self, form: str) -> bool:
        """Whether a noun as it is written shows that it names several and is no subject: definite, with such an ending."""
        article, endings = self._oblique
        return bool(endings) and form.startswith(article) and form.endswith(endings)

    def table(self, name: str) -> tuple[Row, ...]:
        """The rows of `NAME.csv`; empty where the language has no such table."""
        return self.tables.get(name, ())


def build(code: str, tables: Mapping[str, tuple[Row, ...]], trees: Mapping[str, Any], folding: Folding,
          fill: Callable[[Language], Lexicon]) -> Language:
    """Put a language together from its files; `fill` makes its lexicon."""
    grammar = trees.get("grammar") or {}
    clitics = Clitics([_clitic(row, folding) for row in tables.get("clitics", ())])
    return Language(
        code=code, tables=tables, grammar=grammar, clitics=clitics, breaks=_breaks(grammar.get("sentence", {}), folding),
        constructions=constructions(code, grammar), inflection=Inflection(trees.get("inflection") or {}, folding), fill=fill,
    )


def enter(lexicon: Lexicon, language: Language) -> None:
    """Enter the rows of the language's own tables."""
    for name, rows in language.tables.items():
        if rows and "form" in rows[0].values:
            for row in rows:
                _enter(lexicon, language, name, row)


def _enter(lexicon: Lexicon, language: Language, kind: str, row: Row) -> None:
    attrs = {column: cell for column, cell in row.values.items() if cell and column not in UNSAID}
    for headword in row.names("form"):
        for form, features in language.inflection.forms(headword, row["pos"], row["forms"]):
            lexicon.add(form, Entry(kind, headword, attrs, features, row.where, row["cased"]))


def _clitic(row: Row, folding: Folding) -> Clitic:
    return Clitic(folding.fold(row["strip"]), folding.fold(row["add"]), row["feature"], row.number("least", 2),
                  row.number("order", 0), row["side"] == "after", folding.fold(row["bar"]))


def _breaks(spec: Mapping[str, Any], folding: Folding) -> Breaks:
    return Breaks(frozenset(spec.get("ends", (".", "!", "?"))), frozenset(spec.get("closers", ())),
                  frozenset(folding.fold(word) for word in spec.get("abbreviations", ())),
                  frozenset(folding.fold(word) for word in spec.get("zones", ())))
