"""Folding: many spellings of one word to one form, with a way back to the untouched text."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʿʾ`´"))
"""Marks inside names and contractions that writers put, curl or omit at will."""
REMEMBERED = 400_000
"""Words after which what is remembered of them is forgotten."""


@dataclass(frozen=True)
class Mapped:
    """Folded text, and for each of its characters the index of the character it came from."""

    form: str
    origin: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The range of the untouched text behind a range of the folded one (half-open, not empty)."""
        return self.origin[start], self.origin[end - 1] + 1


class _Letters(dict[int, str]):
    """The folded forms of the letters met so far: folding goes letter by letter, and `str.translate` asks for each once."""

    def __init__(self, table: Mapping[int, str]) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code).translate(self._table)).casefold()
        kept = "".join(map(_plain, decomposed))
        self[code] = kept.translate(APOSTROPHES).translate(self._table)
        return self[code]


class Folding:
    """Case, diacritics, digits and the letters of a table folded away. Instances remember words they have seen."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._letters = _Letters({ord(letter): put for letter, put in table.items()})
        self._seen: dict[str, str] = {}
        self.written: dict[str, tuple[str, str]] = {}
        """Form and kind of the tokens seen, kept by who cuts them."""

    def fold(self, word: str) -> str:
        """The folded form of a word or phrase; idempotent."""
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = word.translate(self._letters)
            if len(self._seen) > REMEMBERED:  # a hostile text of ever new words must not fill the memory
                self._seen.clear()
        return known

    def map(self, text: str) -> Mapped:
        """Fold a text character by character, keeping where each folded character came from."""
        parts = [self._letters[ord(letter)] for letter in text]
        origin = (index for index, part in enumerate(parts) for _ in part)
        return Mapped("".join(parts), tuple(origin))


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    category = unicodedata.category(letter)
    if category in ("Mn", "Cf"):
        return ""
    return str(unicodedata.digit(letter)) if category == "Nd" else letter
