"""Folding: many spellings of one word to one form, with a way back to the untouched text."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʿʾ`´"))
"""Marks inside names and contractions that writers put, curl or omit at will."""


@dataclass(frozen=True)
class Mapped:
    """Folded text, and for each of its characters the index of the character it came from."""

    form: str
    origin: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The range of the untouched text behind a range of the folded one (half-open, not empty)."""
        return self.origin[start], self.origin[end - 1] + 1


class Folding:
    """Case, diacritics, digits and the letters of a table folded away. Instances remember words they have seen."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = {ord(letter): put for letter, put in table.items()}
        self._seen: dict[str, str] = {}

    def fold(self, word: str) -> str:
        """The folded form of a word or phrase; idempotent."""
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = self._fold(word)
            if len(self._seen) > 400_000:  # a hostile text of ever new words must not fill the memory
                self._seen.clear()
        return known

    def map(self, text: str) -> Mapped:
        """Fold a text character by character, keeping where each folded character came from."""
        parts, origin = [], []
        for index, letter in enumerate(text):
            folded = self._letters.get(letter)
            if folded is None:
                folded = self._letters[letter] = self._fold(letter)
            parts.append(folded)
            origin.extend([index] * len(folded))
        return Mapped("".join(parts), tuple(origin))

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {}

    def _fold(self, text: str) -> str:
        if text.isascii():
            return text.lower().translate(APOSTROPHES).translate(self._table)
        decomposed = unicodedata.normalize("NFKD", text.translate(self._table)).casefold()
        kept = "".join(map(_plain, decomposed))
        return kept.translate(APOSTROPHES).translate(self._table)


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    category = unicodedata.category(letter)
    if category in ("Mn", "Cf"):
        return ""
    return str(unicodedata.digit(letter)) if category == "Nd" else letter
