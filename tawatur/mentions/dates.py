"""Calendar dates in the text: day, month, year in any order a language writes them, ranges of days, months and years alone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.mentions.amounts import YEARS, Spots
from tawatur.mentions.numbers import JOINERS, Number, Words
from tawatur.records import Mention, Sentence, Token

Expression = dict[str, str | int]
_NONE: Mapping[int, Mention] = {}
_DOTTED = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})$")
SLASHES = frozenset("/-.–\\")
OPENERS = frozenset(",،(")
BETWEEN = frozenset("/-.")
"""Marks that may stand between a day and its month."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression over a half-open range of tokens."""

    first: int
    last: int
    expression: Expression


class Calendar:
    """Reads the dates of one sentence."""

    def __init__(self, tokens: Sequence[Token], sentence: Sentence, at: Spots, said: Sequence[Number], words: Words) -> None:
        self.tokens, self.end, self.words = tokens, sentence.last, words
        self.begin = sentence.first
        self.months, self.days = at.get("months", _NONE), at.get("weekdays", _NONE)
        self.timewords = at.get("timewords", _NONE)
        self.functions = at.get("function", _NONE)
        self.numbers = {number.first: number for number in said}

    def date(self, at: int) -> Dated | None:
        """The date that begins at a token, a weekday before it included."""
        found = self._numeric(at) or self._day_first(at) or self._month_first(at)
        if found is not None:
            return found
        if at in self.days:
            return self._weekday(at)
        return None

    def _over_mark(self, at: int) -> int:
        """Past one mark that stands between a day and its month: 2. October, Jan-1."""
        follows = at + 1 < self.end and (at + 1 in self.months or at + 1 in self.numbers)
        return at + 1 if follows and self.tokens[at].form in BETWEEN else at

    def year(self, at: int) -> tuple[int, int] | None:
        """A year at a token, with the word for year before it, and where it ends."""
        over = self._unit(at, "year")
        number = self.numbers.get(over)
        if number is not None and number.value == int(number.value) and int(number.value) in YEARS and \
                (number.bare or over > at) and number.kind == "cardinal":
            return int(number.value), number.last
        return None

    def _unit(self, at: int, unit: str) -> int:
        """Past a noun of this unit, where one stands."""
        word = self.timewords.get(at)
        singular = word is not None and word.attrs["class"] == "unit" and word.attrs.get("unit") == unit
        return word.last if singular and word is not None else at

    def _weekday(self, at: int) -> Dated:
        """A weekday, and the date behind it if there is one: Friday, 3 May; Friday the third of May."""
        day = self.days[at]
        over = self._skip(day.last)
        dated = self._numeric(over) or self._day_first(over) or (self._month_first(over) if over in self.months else None)
        if dated is not None and dated.expression.get("day"):
            return Dated(at, dated.last, {**dated.expression, "weekday": int(day.attrs["weekday"])})
        number = self._day(over)
        if number is not None and (over > day.last or self.words.unit_first or self.numbers[over].kind == "ordinal") and \
                self._ends(number[1]):
            return Dated(at, number[1], {"kind": "date", "day": number[0], "weekday": int(day.attrs["weekday"])})
        return Dated(at, day.last, {"kind": "weekday", "weekday": int(day.attrs["weekday"])})

    def _ends(self, at: int) -> bool:
        """Whether nothing follows that a number before it would count."""
        return at >= self.end or self.tokens[at].kind == "punctuation" or at in self.functions

    def _skip(self, at: int) -> int:
        """Past a comma, an article, the word that links a day to its month."""
        tokens, words = self.tokens, self.words
        while at < self.end and (tokens[at].form in OPENERS or tokens[at].form in words.the or tokens[at].form in words.of):
            at += 1
        return at

    def _month(self, at: int) -> tuple[int, int] | None:
        """A month at a token, by one or two of its names, and where it ends."""
        at = self._unit(at, "month")
        month = self.months.get(at)
        if month is None:
            return None
        value, last = int(month.attrs["month"]), month.last
        while last + 1 < self.end and self.tokens[last].form in ("/", "(", "-", "\\", ".") and last + 1 in self.months:
            if int(self.months[last + 1].attrs["month"]) != value:
                break
            last = self.months[last + 1].last
            if last < self.end and self.tokens[last].form == ")":
                last += 1
        if last < self.end and self.tokens[last].form == "." and self.tokens[last].start == self.tokens[last - 1].end and \
                last + 1 in self.numbers:
            last += 1
        return value, last

    def _day(self, at: int) -> tuple[int, int] | None:
        number = self.numbers.get(at)
        if number is None or number.kind not in ("cardinal", "ordinal") or number.value != int(number.value):
            return None
        return (int(number.value), number.last) if 1 <= number.value <= 31 else None

    def _day_first(self, at: int) -> Dated | None:
        """3 May 2018; the 11th and 12th of June; the tenth of September."""
        day = self._day(at)
        if day is None:
            return None
        first, over = day
        second = None
        if over < self.end and (self.tokens[over].form in JOINERS or self.tokens[over].form in self.words.to | self.words.and_):
            second = self._day(self._skip(over + 1))
        elif over in self.numbers and self.words.unit_first:
            second = self._day(over)
        if second is not None and second[0] > first:
            month = self._month(self._skip(second[1]))
            if month is not None:
                return self._dated(at, month, {"kind": "date", "day": first, "day2": second[0]})
            return self._of_month(at, second[1], first, second[0])
        month = self._month(self._skip(self._over_mark(over)))
        if month is None:
            return self._of_month(at, over, first, None)
        return self._dated(at, month, {"kind": "date", "day": first})

    def _of_month(self, at: int, over: int, first: int, second: int | None) -> Dated | None:
        """The 20th of next month; from 4 to 22 of this month."""
        over = self._skip(over)
        word = self.timewords.get(over)
        if word is None:
            return None
        kind, value = word.attrs["class"], word.attrs.get("value")
        day: Expression = {"kind": "date", "day": first, **({"day2": second} if second is not None else {})}
        if kind == "period" and word.attrs.get("unit") == "month":
            return Dated(at, word.last, {**day, "month_shift": int(value or 0)})
        after = self.timewords.get(word.last)
        if kind == "shift" and after is not None and after.attrs.get("unit") == "month" and value is not None:
            return Dated(at, after.last, {**day, "month_shift": int(value)})
        if kind == "unit" and word.attrs.get("unit") == "month" and after is not None and after.attrs["class"] == "after_shift":
            return Dated(at, after.last, {**day, "month_shift": int(after.attrs["value"])})
        return None

    def _month_first(self, at: int) -> Dated | None:
        """May 3, 2018; May 2018; May."""
        month = self._month(at)
        if month is None:
            return None
        over = self._skip(self._over_mark(month[1]))
        day = self._day(over)
        known: Expression = {"kind": "date"}
        if day is not None and not (over in self.numbers and self.numbers[over].value > 31):
            follows = day[1] < self.end and self.tokens[day[1]].form in (":",)
            if not follows and (over <= month[1] + 1 or not self.words.unit_first):
                known["day"] = day[0]
                month = (month[0], day[1])
                if day[1] + 1 < self.end and self.tokens[day[1]].form in JOINERS | self.words.to:
                    second = self._day(day[1] + 1)
                    if second is not None and second[0] > day[0]:
                        known["day2"], month = second[0], (month[0], second[1])
        return self._dated(at, month, known)

    def _dated(self, at: int, month: tuple[int, int], known: Expression) -> Dated:
        value, last = month
        known["month"] = value
        over = self._skip(self._over_mark(last))
        year = self.year(over) or (self._worded_year(over) if "day" in known else None)
        if year is not None:
            known["year"], last = year
        return Dated(at, last, known)

    def _slashed(self, at: int) -> Dated | None:
        """22/4 without a year: where one of the two can only be the day, or the day is announced."""
        tokens = self.tokens
        if at + 2 >= self.end or tokens[at + 1].form != "/" or not (tokens[at].form.isdigit() and tokens[at + 2].form.isdigit()):
            return None
        day, month = int(tokens[at].form), int(tokens[at + 2].form)
        if month > 12 >= day:
            day, month = month, day
        word = self.timewords.get(at - 1)
        announced = self.words.unit_first and word is not None and word.attrs.get("unit") == "day"
        if not (1 <= month <= 12 and 1 <= day <= 31 and (day > 12 or announced)):
            return None
        return Dated(at, at + 3, {"kind": "date", "day": day, "month": month})

    def _worded_year(self, at: int) -> tuple[int, int] | None:
        """A year in words behind a whole date: two thousand and eighteen, nineteen seventy-eight."""
        at = self._unit(at, "year")
        number = self.numbers.get(at)
        if number is None or number.kind != "cardinal" or number.digits:
            return None
        after = self.numbers.get(number.last)
        if number.value in (19, 20) and after is not None and 10 <= after.value < 100:
            return int(number.value * 100 + after.value), after.last
        return (int(number.value), number.last) if number.value in YEARS else None

    def _numeric(self, at: int) -> Dated | None:
        """2018-05-03, 3/5/2018, 3.5.2018: where day and month cannot be told apart, the language says."""
        if at >= self.end or self.tokens[at].kind != "number":
            return None
        tokens = self.tokens
        dotted = _DOTTED.match(tokens[at].form)
        if dotted:
            parts, last = [int(part) for part in dotted.groups()], at + 1
        elif at + 4 < self.end + 0 and tokens[at + 1].form in SLASHES and tokens[at + 3].form == tokens[at + 1].form and \
                all(tokens[at + step].form.isdigit() for step in (0, 2, 4)):
            parts, last = [int(tokens[at + step].form) for step in (0, 2, 4)], at + 5
        else:
            return self._slashed(at)
        if parts[0] > 31:
            year, month, day = parts
        else:
            day, month, year = parts
            if month > 12 >= day:
                day, month = month, day
            elif day <= 12 and day != month and not self.words.unit_first:
                return Dated(at, last, {"kind": "unknown"})  # nobody knows which is the month in English
        year += 2000 if year < 70 else 1900 if year < 100 else 0
        if not (1 <= month <= 12 and 1 <= day <= 31 and year in YEARS):
            return None
        return Dated(at, last, {"kind": "date", "day": day, "month": month, "year": year})
