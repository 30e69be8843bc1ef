"""Times as reports tell them: dates, weekdays, yesterday, last week, ten days ago, the past two days, since and until.

What is understood of the words is kept as an `expression`; which days are meant is asked elsewhere, once the date of the
report is known. Its `kind`: `date` (any of day, day2, month, year, weekday, shift, part) · `weekday` · `day` (an offset from the
report's day) · `period` (a week, month or year, by its shift) · `ago` · `span` (the past two days) · `now` · `so_far`.
"""

from collections.abc import Mapping, Sequence

from tawatur.mentions.amounts import YEARS, Spots, Wording
from tawatur.mentions.dates import Calendar, Dated, Expression
from tawatur.mentions.numbers import Number
from tawatur.records import Mention, Sentence, Temporal, Token

_NONE: Mapping[int, Mention] = {}
ROLES = {"since": "since", "until": "until", "span": "at"}
COUNTED = frozenset({"day", "week", "month", "year", "hour"})


def times(tokens: Sequence[Token], sentence: Sentence, at: Spots, said: Sequence[Number], how: Wording) -> list[Temporal]:
    """The times told in a sentence, by place, none inside another."""
    if not at.keys() & {"months", "weekdays", "timewords"} and not any(number.bare for number in said) and \
            not any(tokens[at].kind == "number" and _figures(tokens, at) for at in range(sentence.first, sentence.last)):
        return []
    reader = _Reader(tokens, sentence, at, said, how)
    begins = {*reader.timewords, *reader.months, *reader.days, *reader.numbers}  # at nothing else: most tokens need no reading
    found: list[Temporal] = []
    here = sentence.first
    while here < sentence.last:
        told = reader.read(here) if here in begins or tokens[here].kind == "number" else None
        if told is not None and told.last > here:
            found.append(told)
            here = told.last
        else:
            here += 1
    return found


def _figures(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date may stand here in figures alone: 3.5.2018, 22/4."""
    token = tokens[at]
    return token.kind == "number" and (token.form.count(".") == 2 or (at + 1 < len(tokens) and tokens[at + 1].form == "/"))


class _Reader(Calendar):
    """Reads the times of one sentence, dates and all else."""

    def __init__(self, tokens: Sequence[Token], sentence: Sentence, at: Spots, said: Sequence[Number], how: Wording) -> None:
        super().__init__(tokens, sentence, at, said, how.words)
        self.how = how
        self.bounds = {mention.first: mention for mention in at.get("bounds", _NONE).values()}

    def read(self, at: int) -> Temporal | None:
        """The time that begins at a token, the word that gives its role included."""
        word = self.timewords.get(at)
        kind = word.attrs["class"] if word is not None else ""
        if word is not None and kind in ("since", "until"):
            over = self._past_fill(word.last)
            dated = self._core(over) or self._year(over) or (self._away(over, over, "ago") if kind == "since" else None)
            return self._told(at, dated, kind) if dated is not None else None
        if word is not None and kind == "now":
            over = word.last + 1 if word.last < self.end and self.tokens[word.last].form in (",", "،") else word.last
            dated = self._core(self._past_fill(over)) if over > word.last else None
            if dated is not None and "day" in dated.expression:
                return self._told(at, Dated(at, dated.last, {**dated.expression, "offset": 0}), "until")
            return self._told(at, Dated(at, word.last, {"kind": "now"}), "until")
        dated = self._core(at)
        if dated is not None:
            return self._told(at, self._through(dated), "at")
        if self._year_word(at):
            year = self._year(at)
            if year is not None:
                return self._told(year.first, self._through(year), "at")
        return None

    def _told(self, first: int, dated: Dated, kind: str) -> Temporal:
        role = {"since": "since", "until": "until"}.get(kind, "at")
        tokens = self.tokens
        return Temporal(tokens[first].start, tokens[dated.last - 1].end, first, dated.last, role, dated.expression)

    def _core(self, at: int) -> Dated | None:
        """A time without its role."""
        if at >= self.end:
            return None
        word = self.timewords.get(at)
        kind = word.attrs["class"] if word is not None else ""
        if word is not None and kind == "day":
            return self._named_day(at, word)
        if word is not None and kind == "period" and word.attrs["unit"] == "week" and self._past_fill(word.last) in self.days:
            day = self.days[self._past_fill(word.last)]
            return Dated(at, day.last, {"kind": "weekday", "weekday": int(day.attrs["weekday"]),
                                        "shift": int(word.attrs["value"]), "week": 1})
        if word is not None and kind in ("period", "so_far"):
            return Dated(at, word.last, {"kind": kind, "unit": word.attrs["unit"], "shift": int(word.attrs.get("value", 0))})
        if word is not None and kind == "part":
            return self._part(at, word)
        if word is not None and kind == "shift" and not self._verb(at):
            return self._shifted(at, word.last, int(word.attrs["value"]))
        if word is not None and kind in ("past", "coming"):
            return self._span(at, word.last, -1 if kind == "past" else 1)
        if word is not None and kind in ("ago", "ahead"):
            return self._away(at, word.last, kind) if self.how.noun_before else None
        if word is not None and kind == "span":
            over = self._past_fill(word.last)
            inner = self._core(over) or self._spanned(over)
            return Dated(at, inner.last, inner.expression) if inner is not None else None
        if word is not None and kind == "season":
            return self._season(at, word)
        if at in self.numbers or kind in ("unit", "units", "some"):
            counted = self._spanned(at) or self._counted_ago(at)
            if counted is not None:
                return counted
        dated = self.date(at)
        return self._of_week(self._after_shift(dated)) if dated is not None and self._sure(dated) else None

    def _of_week(self, dated: Dated) -> Dated:
        """Friday next week; يوم الجمعة من الأسبوع المقبل."""
        if dated.expression["kind"] != "weekday" or "shift" in dated.expression:
            return dated
        week = self._core(self._past_fill(dated.last)) if self._past_fill(dated.last) in self.timewords else None
        if week is None or week.expression["kind"] != "period" or week.expression["unit"] != "week":
            return dated
        return Dated(dated.first, week.last, {**dated.expression, "shift": week.expression["shift"], "week": 1})

    def _verb(self, at: int) -> bool:
        """Whether a word for "last" is the verb: what is to last, will last, may last."""
        if at > self.begin and self.tokens[at - 1].form in self.words.to:
            return True
        before = self.functions.get(at - 1)
        return before is not None and before.attrs.get("role") in ("future", "may", "can", "must")

    def _sure(self, dated: Dated) -> bool:
        """A month alone is a time only where something says so: its name may be a person's or a verb."""
        expression = dated.expression
        if expression["kind"] != "date" or "day" in expression or "year" in expression:
            return True
        if self.words.unit_first:
            return True
        before = self.functions.get(dated.first - 1)
        shift = self.timewords.get(dated.first - 1)
        return before is not None or shift is not None or dated.last - dated.first > 1

    def _named_day(self, at: int, word: Mention) -> Dated:
        """Today; yesterday, Tuesday the 4th of June 2013; the date stands beside the word."""
        offset = int(word.attrs["value"])
        over = word.last
        after = self.timewords.get(over)
        if after is not None and after.attrs["class"] == "after_shift" and after.attrs["value"] != "0":
            return Dated(at, after.last, {"kind": "unknown"})  # the next day: of what is told, not of the report
        while over < self.end and self.tokens[over].form in (",", "،", "("):
            over += 1
        dated = self.date(over) or self.date(self._past_fill(over))
        if dated is not None and (dated.expression.get("day") or dated.expression["kind"] == "weekday"):
            expression = {**dated.expression, "offset": offset}
            if dated.expression["kind"] == "weekday":
                expression = {"kind": "day", "offset": offset, "weekday": dated.expression["weekday"]}
            return Dated(at, dated.last, expression)
        return Dated(at, word.last, {"kind": "day", "offset": offset})

    def _after_shift(self, dated: Dated) -> Dated:
        """A word behind that shifts: last Saturday where the adjective follows."""
        over = dated.last
        word = self.timewords.get(over)
        if word is None or word.attrs["class"] != "after_shift":
            return dated
        return Dated(dated.first, word.last, {**dated.expression, "shift": int(word.attrs["value"])})

    def _part(self, at: int, word: Mention) -> Dated | None:
        inner = self._core(self._past_fill(word.last)) or self._year(self._past_fill(word.last))
        if inner is None or inner.expression["kind"] not in ("date", "period"):
            return None
        return Dated(at, inner.last, {**inner.expression, "part": word.attrs["value"]})

    def _shifted(self, at: int, over: int, shift: int) -> Dated | None:
        """Last week; last Saturday; last May; the last two days."""
        over = self._past_fill(over)
        word = self.timewords.get(over)
        if word is not None and word.attrs["class"] == "unit" and word.attrs["unit"] != "hour":
            unit = word.attrs["unit"]
            if unit == "day":
                return Dated(at, word.last, {"kind": "unknown"})
            if "plural" not in word.features and not self.tokens[over].form.endswith("s"):
                last = word.last
                over = last + 1 if last in self.functions else last
                dated = self.date(over) if over in self.days and unit == "week" else None
                if dated is not None:
                    return Dated(at, dated.last, {**dated.expression, "shift": shift, "week": 1})
                return Dated(at, last, {"kind": "period", "unit": unit, "shift": shift})
        if over in self.days:
            day = self.days[over]
            return Dated(at, day.last, {"kind": "weekday", "weekday": int(day.attrs["weekday"]), "shift": shift})
        if over in self.months:
            month = self._month(over)
            if month is not None:
                return Dated(at, month[1], {"kind": "date", "month": month[0], "shift": shift})
        return self._span(at, over, shift)

    def _span(self, at: int, over: int, shift: int) -> Dated | None:
        """The past two days; the coming hours."""
        counted = self._count(self._past_fill(over))
        if counted is None:
            return None
        count, unit, last = counted
        if count == 1 and unit == "day" and shift == 1:
            return Dated(at, last, {"kind": "unknown"})
        return Dated(at, last, {"kind": "span", "count": count, "unit": unit, "shift": shift})

    def _spanned(self, at: int) -> Dated | None:
        """Two days past, where the adjective follows: اليومين الماضيين; a month or a year by its adjective."""
        counted = self._count(at)
        if counted is None:
            return None
        count, unit, last = counted
        number = self.numbers.get(last)
        if number is not None and number.definite and count == 1:
            count, last = int(number.value), number.last
        word = self.timewords.get(last)
        if word is not None and word.attrs["class"] == "few_behind":
            count, last = int(word.attrs["value"]), word.last
            word = self.timewords.get(last)
        if word is None or word.attrs["class"] != "after_shift":
            return None
        shift = int(word.attrs["value"])
        first = self.timewords.get(at)
        if count == 1 and first is not None and first.attrs["class"] == "unit":
            if unit == "week":
                day = self.days.get(self._past_fill(word.last))
                if day is not None:
                    weekday = int(day.attrs["weekday"])
                    return Dated(at, day.last, {"kind": "weekday", "weekday": weekday, "shift": shift, "week": 1})
            return Dated(at, word.last, {"kind": "period", "unit": unit, "shift": shift})
        return Dated(at, word.last, {"kind": "span", "count": count, "unit": unit, "shift": shift})

    def _count(self, at: int) -> tuple[int, str, int] | None:
        """A number of days, weeks …: how many, of what, and where it ends."""
        bound = self.bounds.get(at)
        if bound is not None:
            at = bound.last
        count, over = 1, at
        number = self.numbers.get(at)
        if number is not None and number.kind == "cardinal" and number.value == int(number.value):
            count, over = int(number.value), number.last
        elif at < self.end and self.tokens[at].form in self.words.article:
            over = at + 1
        elif at in self.timewords and self.timewords[at].attrs["class"] == "some":
            count, over = 3, self.timewords[at].last
        if over < self.end and self.tokens[over].form in ("-",):
            over += 1
        word = self.timewords.get(over)
        if word is None or word.attrs["class"] not in ("unit", "units") or word.attrs["unit"] not in COUNTED | {"weekend"}:
            return None
        return count * int(word.attrs["value"]), word.attrs["unit"], word.last

    def _counted_ago(self, at: int) -> Dated | None:
        """Ten days ago, where the word follows."""
        counted = self._count(at)
        if counted is None:
            return None
        count, unit, last = counted
        word = self.timewords.get(last)
        if word is None or word.attrs["class"] != "ago" or self.how.noun_before:
            return None
        return Dated(at, word.last, {"kind": "ago", "count": count, "unit": unit})

    def _away(self, first: int, at: int, kind: str) -> Dated | None:
        """So long before or after the report's day, where the word stands in front; not before or after something else."""
        counted = self._count(at)
        if counted is None:
            return None
        count, unit, last = counted
        if last < self.end and self.tokens[last].form in self.words.of and first != at:
            return None
        return Dated(first, last, {"kind": "ago", "count": count if kind == "ago" else -count, "unit": unit})

    def _season(self, at: int, word: Mention) -> Dated | None:
        year = self._year(self._past_fill(word.last))
        if year is None:
            return None
        return Dated(at, year.last, {**year.expression, "season": int(word.attrs["value"])})

    def _year(self, at: int) -> Dated | None:
        year = self.year(at)
        return Dated(at, year[1], {"kind": "date", "year": year[0]}) if year is not None else None

    def _year_word(self, at: int) -> bool:
        """Whether a year may stand here: a preposition of time before it, or the word for year."""
        number = self.numbers.get(at)
        if number is not None and number.bare and int(number.value) in YEARS:
            before = self.functions.get(at - 1)
            return before is not None and before.attrs.get("role") in ("in", "from", "to", "after", "because", "between", "of")
        word = self.timewords.get(at)
        return word is not None and word.attrs["class"] == "unit" and word.attrs["unit"] == "year" and word.last in self.numbers

    def _past_fill(self, at: int) -> int:
        """Past articles, and the noun "day" before a name of a day."""
        while at < self.end and (self.tokens[at].form in self.words.the or self.tokens[at].form in self.words.of):
            at += 1
        word = self.timewords.get(at)
        if word is not None and word.attrs["class"] == "unit" and word.attrs["unit"] == "day":
            dated = word.last in self.numbers and self._day_first(word.last) is not None
            return word.last if word.last in self.days or dated else at
        return at

    def _through(self, dated: Dated) -> Dated:
        """From a date to another: one range."""
        over = dated.last
        if over + 1 >= self.end or dated.expression["kind"] != "date":
            return dated
        joined = self.tokens[over].form in self.words.to or (self.tokens[over].form in self.words.and_ and
                                                             self.tokens[dated.first - 1].form in self.how.between)
        if not joined:
            return dated
        after = self.date(self._past_fill(over + 1)) or self._year(over + 1)
        if after is None or after.expression["kind"] != "date":
            return dated
        until: Expression = {f"{name}_to": value for name, value in after.expression.items() if name != "kind"}
        return Dated(dated.first, after.last, {**dated.expression, **until})
