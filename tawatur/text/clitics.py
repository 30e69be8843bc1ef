"""Clitics: the words that a script writes onto the next one, taken off by a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.records.swift import swift

REMEMBERED = 200_000
"""Words after which what is remembered of them is forgotten."""


@dataclass(frozen=True, slots=True)
class Clitic:
    """One attached word: `strip` goes, `add` comes in its place, at least `least` letters must remain.

    `bar` is a beginning that forbids it: a definite word takes no pronoun. `order` says how far out it stands (outer ones are
    taken off first); `feature` is what it says, in the grammar's terms.
    """

    strip: str
    add: str
    feature: str
    least: int
    order: int
    after: bool  # at the end of the word
    bar: str = ""


@swift
@dataclass(frozen=True, slots=True)
class Variant:
    """A word without some of its clitics, and what those said."""

    form: str
    features: frozenset[str]
    behind: frozenset[str] = frozenset()
    """What was taken off its end."""


class Clitics:
    """The clitics of one language."""

    def __init__(self, rows: Sequence[Clitic]) -> None:
        self._before: dict[str, list[Clitic]] = {}
        self._after: dict[str, list[Clitic]] = {}
        """By the letter that a word begins or ends with which bears them: the others need not be tried."""
        for row in sorted((row for row in rows if not row.after), key=lambda row: row.order):
            self._before.setdefault(row.strip[:1], []).append(row)
        for row in (row for row in rows if row.after):
            self._after.setdefault(row.strip[-1:], []).append(row)
        self._fronted: dict[str, tuple[Variant, ...]] = {}
        """What is left of the words seen, which a text has again and again."""

    def variants(self, form: str) -> Iterator[Variant]:
        """The word as it is, then with clitics taken off, fewest first; forms may be no words at all."""
        if not (self._before or self._after):
            yield Variant(form, frozenset())
            return
        bare = self.fronts(form)
        yield from bare
        for variant in bare:
            for short in self.endings(variant.form):
                yield Variant(short.form, variant.features | short.features, short.features)

    def fronts(self, form: str) -> tuple[Variant, ...]:
        """The word as it is, then without what stands before it, fewest first."""
        known = self._fronted.get(form)
        if known is None:
            if len(self._fronted) > REMEMBERED:  # a hostile text of ever new words must not fill the memory
                self._fronted.clear()
            known = self._fronted[form] = tuple(self._fronts(form))
        return known

    def carried(self, form: str) -> tuple[str, str] | None:
        """What of one letter may be written onto the beginning of a word, and the rest of it."""
        for row in self._before.get(form[:1], ()):
            if len(row.strip) == 1 and not row.add and len(form) - 1 >= row.least:
                return row.strip, form[1:]
        return None

    def _fronts(self, form: str) -> Iterator[Variant]:
        layer = [(Variant(form, frozenset()), -1)]
        while layer:
            yield from (variant for variant, _ in layer)
            layer = [
                (Variant(row.add + variant.form[len(row.strip):], variant.features | {row.feature}), row.order)
                for variant, order in layer
                for row in self._before.get(variant.form[:1], ())
                if row.order > order and variant.form.startswith(row.strip)
                and len(variant.form) - len(row.strip) >= row.least
            ]

    def endings(self, form: str) -> Iterator[Variant]:
        """The word without what stands behind it; nothing where nothing does."""
        for row in self._after.get(form[-1:], ()):
            if row.bar and form.startswith(row.bar):
                continue
            if form.endswith(row.strip) and len(form) - len(row.strip) >= row.least:
                yield Variant(form[: -len(row.strip)] + row.add, frozenset({row.feature}))
