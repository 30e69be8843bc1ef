"""Hints: words by which a value may be meant that no class of words has; asked only where nothing else licenses it.

They stand in `hints.csv` of each language, in no lexicon: the reading of a report knows nothing of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tawatur.grounding.scene import Layout
from tawatur.packs import Language, Packs
from tawatur.text import forms

Spot = tuple[Layout, int, int]
OPEN = "*"
"""The end of a word that is the beginning of words."""
Row = tuple[tuple[str, ...], frozenset[str]]
REMEMBERED = 100_000
"""Words after which what is remembered of them is forgotten."""
LEAST = 2
"""Letters by which the beginnings of words are found."""


@dataclass
class _Hints:
    """The hints of a language by their first word, or by the beginning of its beginning; and those of each word met so far."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    met: dict[str, tuple[Row, ...]] = field(default_factory=dict)


_MADE: dict[tuple[str, str], _Hints] = {}


def hinted(name: str, spots: Iterable[Spot], packs: Packs) -> bool:
    """Whether a word of the spans hints at a value, which is called `field:value`."""
    return any(name in names and _stands(words, layout, at, last) for layout, first, last in spots
               for at in range(max(first, layout.sentence.first), min(last, layout.sentence.last))
               for words, names in _met(layout.form(at), layout.language, packs))


def _stands(words: Sequence[str], layout: Layout, at: int, last: int) -> bool:
    """Whether the words of a hint behind its first one stand behind a token."""
    return at + len(words) <= min(last, layout.sentence.last) and all(
        any(_fits(word, form) for form in _forms(layout.form(at + step), layout.language))
        for step, word in enumerate(words[1:], 1))


def _met(form: str, language: Language, packs: Packs) -> tuple[Row, ...]:
    """The hints that begin with a word as it is written, or as it is without what is written onto it."""
    hints = _hints(language, packs)
    known = hints.met.get(form)
    if known is None:
        if len(hints.met) > REMEMBERED:  # a hostile text of ever new words must not fill the memory
            hints.met.clear()
        known = hints.met[form] = tuple(
            row for bare in _forms(form, language) for first in (bare, bare[:LEAST] + OPEN) for row in hints.rows.get(first, ())
            if _fits(row[0][0], bare))
    return known


def _fits(word: str, form: str) -> bool:
    return form.startswith(word[:-1]) if word.endswith(OPEN) else form == word


def _forms(form: str, language: Language) -> list[str]:
    return [form, *(variant.form for variant in language.clitics.fronts(form))]


def _hints(language: Language, packs: Packs) -> _Hints:
    """The hints of a language, made once for each set of packs."""
    made = _MADE.get((packs.digest, language.code))
    if made is None:
        made = _MADE[packs.digest, language.code] = _Hints()
        for row in language.table("hints"):
            names = frozenset(row["hint"].split())
            for phrase in row.names("words"):
                words = tuple(form for word in phrase.split() for form in _folded(word, packs))
                first = words[0]
                made.rows.setdefault(first[:LEAST] + OPEN if first.endswith(OPEN) else first, []).append((words, names))
    return made


def _folded(word: str, packs: Packs) -> list[str]:
    """The tokens of a word of the table; a mark for its open end stays on the last."""
    found = list(forms(word.removesuffix(OPEN), packs.folding))
    return [*found[:-1], found[-1] + OPEN] if word.endswith(OPEN) else found
