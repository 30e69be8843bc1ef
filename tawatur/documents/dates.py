"""Whole dates as heads of reports write them: day, month and year, in words or numbers. Nothing relative, nothing partial."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tawatur.packs import Packs
from tawatur.records import Time, Token
from tawatur.text import tokenize

_FIRST_YEAR, _LAST_YEAR = 1970, 2100
_ISO = re.compile(r"(?<![\w.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.]*\d)")
_PLAIN = re.compile(r"(?<![\w./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_RUN_ON = re.compile(r"(?<!\d)(?:19|20)\d\d(?=\d{1,2}(?::\d\d|\s+[^\W\d_]{3}))")
"""A year onto which a page has written the hour or the day of its update."""
WRITTEN_OUT = 4
"""Letters of a month that shows within a word without a capital of its own."""
_BESIDE = 3
_FILL = frozenset(",،.") | frozenset({"/", "\\", "-", "(", ")"})
Months = Mapping[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands."""

    start: int
    end: int
    day: str


class Dates:
    """Reads dates with the month names of all languages."""

    def __init__(self, packs: Packs) -> None:
        self._folding = packs.folding
        self._months: dict[tuple[str, ...], int] = {}
        self._fill: set[str] = set(_FILL)
        for language in packs.languages.values():
            self._fill.update((language.grammar.get("quantity") or {}).get("of", ()))
            for row in language.table("months"):
                for form in row.names("form"):
                    if row["month"].isdigit():
                        self._months[tuple(token.form for token in tokenize(form, packs.folding))] = int(row["month"])
        self._longest = max(map(len, self._months), default=1)
        self._opening = {form for form, *_ in self._months}  # most words begin the name of no month

    def alone(self, text: str) -> bool:
        """Whether a line holds a date and hardly anything else."""
        found = self.find(text)
        rest = text[:found.start] + text[found.end:] if found else text
        return sum(token.kind == "word" for token in tokenize(rest, self._folding)) <= _BESIDE

    def find(self, text: str, offset: int = 0, day_first: bool = False) -> Dated | None:
        """The first whole date of a short text; 3/4 is read where its language or `day_first` says how."""
        tokens = tokenize(text, self._folding)
        worded = next((found for at in range(len(tokens)) if (found := self._worded(tokens, at))), None)
        both = [each for each in (worded, _numbered(_latin(text), day_first)) if each]
        if not both:
            cut = _RUN_ON.search(text)
            return self.find(text[:cut.end()], offset, day_first) if cut else None
        first = min(both, key=lambda each: each.start)
        return Dated(first.start + offset, first.end + offset, first.day)

    def glued(self, text: str) -> Dated | None:
        """The first date whose month is written onto the end of a name: pages lose the space in "ADA ROY MAY 3, 2018"."""
        tokens = tokenize(text, self._folding)
        for token in tokens:
            month = max((key[0] for key in self._months if len(key) == 1 and len(key[0]) < len(token.form)
                         and token.form.endswith(key[0])), key=len, default="")
            begin = token.end - len(month)
            shown = month and token.kind == "word" and _apart(text, begin, len(month))
            if shown and (found := self.find(text[begin:])) and not found.start:
                return Dated(begin, begin + found.end, found.day)
        return None

    def day(self, text: str) -> Dated | None:
        """The first day of a month without its year in a short text, as `--05-03`; another may tell the year."""
        tokens = tokenize(text, self._folding)
        found = ((at, told) for at in range(len(tokens))
                 if (told := self._day_of_month(tokens, at) or self._month_and_day(tokens, at)))
        at, (number, month, last) = next(found, (0, (0, 0, 0)))
        return Dated(tokens[at].start, tokens[last - 1].end, f"--{month:02}-{number:02}") if number else None

    def _day_of_month(self, tokens: Sequence[Token], at: int) -> tuple[int, int, int] | None:
        """A day with its month behind it, and where they end: 3 May."""
        number = _number(tokens, at, 31)
        month = self._month(tokens, self._skip(tokens, at + 1)) if number else None
        if not number or not month:
            return None
        value, last = month
        while again := self._month(tokens, self._skip(tokens, last)):  # the same month in another calendar of names
            last = again[1]
        return number, value, last

    def _month_and_day(self, tokens: Sequence[Token], at: int) -> tuple[int, int, int] | None:
        """A month with the day behind it, and where they end: May 3."""
        month = self._month(tokens, at)
        where = self._skip(tokens, month[1]) if month else 0
        number = _number(tokens, where, 31) if month else None
        return (number, month[0], where + 1) if month and number else None

    def _worded(self, tokens: Sequence[Token], at: int) -> Dated | None:
        if told := self._day_of_month(tokens, at):
            day, value, last = told
            where = self._skip(tokens, last)
            if year := _year(tokens, where):
                return _dated(tokens[at].start, tokens[where].end, year, value, day)
        if told := self._month_and_day(tokens, at):
            day, value, last = told
            where = self._skip(tokens, last)
            if year := _year(tokens, where):
                return _dated(tokens[at].start, tokens[where].end, year, value, day)
        return None

    def _skip(self, tokens: Sequence[Token], at: int) -> int:
        while at < len(tokens) and tokens[at].form in self._fill:
            at += 1
        return at

    def _month(self, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
        if at >= len(tokens) or tokens[at].form not in self._opening:
            return None
        for size in range(self._longest, 0, -1):
            key = tuple(token.form for token in tokens[at:at + size])
            if len(key) == size and key in self._months:
                return self._months[key], at + size
        return None


_MADE: dict[str, Dates] = {}


def dates(packs: Packs) -> Dates:
    """The reader for these packs, made once."""
    made = _MADE.get(packs.digest)
    if made is None:
        _MADE.clear()
        made = _MADE[packs.digest] = Dates(packs)
    return made


def day_of(written: str | None) -> str | None:
    """The day of an ISO date or instant as metadata write it, or None."""
    match = re.match(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)", written or "")
    return _iso(*map(int, match.groups())) if match else None


def explicit(day: str, text: str = "") -> Time:
    """A date that the report itself gives."""
    return Time(day, day, text or day, "explicit")


def _latin(text: str) -> str:
    """The same text with all decimal digits as 0-9, letter for letter."""
    return text if text.isascii() else "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)


def _numbered(text: str, day_first: bool) -> Dated | None:
    if match := _ISO.search(text):
        return _dated(match.start(), match.end(), int(match[1]), int(match[2]), int(match[3]))
    if match := _PLAIN.search(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if first > 12 or first == second:
            return _dated(match.start(), match.end(), year, second, first)
        if second > 12:
            return _dated(match.start(), match.end(), year, first, second)
        if day_first or match[2] == "." or not text.isascii():  # 3/4 is an April day in Arabic; in English who knows
            return _dated(match.start(), match.end(), year, second, first)
    return None


def _dated(start: int, end: int, year: int, month: int, day: int) -> Dated | None:
    iso = _iso(year, month, day)
    return Dated(start, end, iso) if iso else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def _apart(text: str, begin: int, letters: int) -> bool:
    """Whether a month shows within a longer word: by its capital ("RoyMay"), or in no small letters by its dot or its length."""
    if text[begin].isupper() and text[begin - 1].islower():
        return True
    dotted = text[begin + letters:begin + letters + 1] == "."
    return (dotted or letters >= WRITTEN_OUT) and not text[begin].islower()


def _number(tokens: Sequence[Token], at: int, most: int) -> int | None:
    if at >= len(tokens) or tokens[at].kind != "number" or not tokens[at].form.isdecimal():
        return None
    value = int(tokens[at].form) if len(tokens[at].form) <= 4 else 0
    return value if 1 <= value <= most else None


def _year(tokens: Sequence[Token], at: int) -> int | None:
    value = _number(tokens, at, _LAST_YEAR)
    return value if value and value >= _FIRST_YEAR else None
