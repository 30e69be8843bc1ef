"""Pieces of a said line, each knowing what it is, so that every writer can set it apart and escape it in its own way."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from babel import Locale, UnknownLocaleError

from tawatur.briefing.blocks import Words

_CONTROLS = re.compile(r"[\u202a-\u202e\u2066-\u2069\ufeff]")
_LETTERS = ("L", "R", "AL")


@dataclass(frozen=True, slots=True)
class Run:
    """`plain`: the briefing's own words. `name`, `number`: set apart in their direction. `quote`: a report's."""

    text: str
    kind: Literal["plain", "name", "number", "quote", "cite"] = "plain"
    language: str | None = None

    @property
    def direction(self) -> str:
        return direction(self.text)


Runs = tuple[Run, ...]


def plain(text: str) -> Runs:
    return (Run(text),) if text else ()


def shown(text: str) -> str:
    """Words of a report as one line: without control characters, and without those that would turn the text around them."""
    quiet = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in _CONTROLS.sub("", text))
    return " ".join(quiet.split())


def cites(numbers: Iterable[int]) -> Runs:
    """Numbers of citations, each after a space."""
    return tuple(run for number in numbers for run in (Run(" "), Run(str(number), "cite")))


def capital(runs: Runs) -> Runs:
    """A line begins with a capital where its script has one; a report's words stay as they are."""
    if runs and runs[0].kind in ("plain", "name"):
        return (replace(runs[0], text=runs[0].text[:1].upper() + runs[0].text[1:]), *runs[1:])
    return runs


def quote(words: Words) -> Run:
    return Run(shown(words.text), "quote", tongue(words))


def direction(text: str) -> str:
    """That of the first letter; digits and signs read as Latin does."""
    first = next((unicodedata.bidirectional(sign) for sign in text if unicodedata.bidirectional(sign) in _LETTERS), "L")
    return "ltr" if first == "L" else "rtl"


def tongue(words: Words) -> str | None:
    """The language of the words, unless their script says that they are not in their report's language."""
    if words.language is None:
        return None
    try:
        written = Locale.parse(words.language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return None
    return words.language if direction(words.text) == written else None
