"""Which days are meant: expressions of time resolved on the date of the report, or left as words where there is none."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tawatur.records import Basis, Reading, Temporal, Time, standing_in

Expression = Mapping[str, str | int]
Days = tuple[date, date]
UPCOMING = 30
"""Days by which a date without a year may lie ahead of the report; further ahead it is last year's."""
QUOTED = 40
"""Tokens between the date of a report that is quoted and the "today" of that report, at most."""
AHEAD = 10
"""Tokens before a weekday within which a word for the future makes it the next one."""


def anchor(reading: Reading) -> Time | None:
    """The day of the report: as it is known, else as the text gives it away by a day named and dated at once."""
    if reading.document.published is not None and reading.document.published.start:
        return reading.document.published
    given: Counter[date] = Counter()
    words: dict[date, str] = {}
    for time in reading.times:
        expression = time.expression
        if "offset" in expression and {"day", "month", "year"} <= expression.keys():
            day = _day(int(expression["year"]), int(expression["month"]), int(expression["day"]))
            if day is not None:
                day -= timedelta(days=int(expression["offset"]))
                given[day] += 1
                words.setdefault(day, reading.text(time.start, time.end))
    if not given:
        return None
    day = max(given, key=lambda one: (given[one], one))
    return Time(day.isoformat(), day.isoformat(), words[day], "relative")


def times(reading: Reading) -> Reading:
    """The reading with its times resolved, and its document dated where the text gives the date away."""
    published = anchor(reading)
    document = reading.document
    if published is not None and document.published is None:
        document = replace(document, published=published)
    today = date.fromisoformat(published.start) if published is not None and published.start else None
    resolved = tuple(replace(time, time=_quoted(reading, time) or _resolve(reading, time, today)) for time in reading.times)
    return replace(reading, document=document, times=resolved)


def _quoted(reading: Reading, time: Temporal) -> Time | None:
    """The day of an older report told again: its date is given before, and it says "today, Thursday"."""
    said = time.expression
    if said["kind"] != "day" or "weekday" not in said or said["offset"] != 0:
        return None
    for other in reading.times:
        if other.first < time.first <= other.first + QUOTED and {"day", "month", "year"} <= other.expression.keys():
            day = _day(*(int(other.expression[name]) for name in ("year", "month", "day")))
            if day is not None and day.isoweekday() == said["weekday"]:
                return Time(day.isoformat(), day.isoformat(), reading.text(time.start, time.end), "relative")
    return None


def _ahead(reading: Reading, time: Temporal) -> bool:
    """Whether a word before a time says that something is to come."""
    return any("future" in m.features or m.attrs.get("role") == "future"
               for m in standing_in(reading.mentions, time.first - AHEAD, time.first))


def _resolve(reading: Reading, time: Temporal, today: date | None) -> Time:
    text = reading.text(time.start, time.end)
    found = Resolver(today, _ahead(reading, time)).days(time.expression)
    if found is None:
        return Time(None, None, text, "unresolved")
    (start, end), basis = found
    return Time(start.isoformat(), end.isoformat(), text, basis)


@dataclass(frozen=True, slots=True)
class Resolver:
    """Days meant by an expression, seen from `today`; `ahead` when the sentence speaks of the future."""

    today: date | None
    ahead: bool = False

    def days(self, expression: Expression) -> tuple[Days, Basis] | None:
        """First and last day, and what that rests on; None where nothing gives them."""
        kind = expression["kind"]
        if kind == "date":
            return self._date(expression)
        if self.today is None:
            return None
        if kind == "weekday":
            day = self._weekday(int(expression["weekday"]), expression)
            return (day, day), "weekday"
        if kind not in _SPANS:
            return None
        span = _SPANS[str(kind)](self.today, expression)
        return (span, "relative") if span is not None else None

    def _date(self, said: Expression) -> tuple[Days, Basis] | None:
        first = self._part(said)
        if first is None:
            return None
        if not any(name.endswith("_to") for name in said):
            return first
        basis = first[1]
        after = {name.removesuffix("_to"): value for name, value in said.items() if name.endswith("_to")}
        for name in ("year", "month"):
            if name not in after and name in said:
                after[name] = said[name]
        before = {**said, **({"year": after["year"]} if "year" not in said and "year" in after else {})}
        start, end = self._part(before), self._part({"kind": "date", **after})
        if start is None or end is None or end[0][1] < start[0][0]:
            return first
        return (start[0][0], end[0][1]), basis

    def _part(self, said: Expression) -> tuple[Days, Basis] | None:
        year, month = said.get("year"), said.get("month")
        basis: Basis = "explicit"
        if month is None and "day" in said:
            return self._day_alone(said)
        if month is None:
            return (_portion(date(int(year), 1, 1), date(int(year), 12, 31), said), basis) if year is not None else None
        if year is None:
            if self.today is None:
                return None
            year, basis = self._year(said), "relative"
        if "day" not in said:
            first, last = _month(int(year), int(month))
            return _portion(first, last, said), basis
        start = _day(int(year), int(month), int(said["day"]))
        end = _day(int(year), int(month), int(said.get("day2", said["day"])))
        return ((start, end), basis) if start is not None and end is not None else None

    def _day_alone(self, said: Expression) -> tuple[Days, Basis] | None:
        """The 20th of next month; Friday the 15th: the nearest month that has one, the past before the future."""
        if self.today is None:
            return None
        shifts = [int(said["month_shift"])] if "month_shift" in said else [0, -1, 1, -2, 2]
        for shift in shifts:
            year, month = _months_on(self.today, shift)
            start, end = _day(year, month, int(said["day"])), _day(year, month, int(said.get("day2", said["day"])))
            if start is not None and end is not None and start.isoweekday() == int(said.get("weekday", start.isoweekday())):
                return (start, end), "relative"
        return None

    def _year(self, said: Expression) -> int:
        """The year of a date without one: the latest that fits what reports tell of."""
        assert self.today is not None
        month, day, shift = int(said["month"]), int(said.get("day", 1)), said.get("shift")
        here = _day(self.today.year, month, min(day, monthrange(self.today.year, month)[1])) or self.today
        if (month, day) == (2, 29):
            return next((year for year in range(self.today.year, self.today.year - 9, -1) if _day(year, 2, 29)), self.today.year)
        if shift == 0:
            return self.today.year
        if shift == 1:
            return self.today.year if here > self.today else self.today.year + 1
        if shift == -1 and "day" not in said:
            return self.today.year if month < self.today.month else self.today.year - 1
        if "weekday" in said:
            for year in (self.today.year, self.today.year - 1, self.today.year + 1):
                near = _day(year, month, day)
                if near is not None and near.isoweekday() == int(said["weekday"]):
                    return year
        if here <= self.today or (here - self.today).days <= UPCOMING:
            return self.today.year
        return self.today.year - 1

    def _weekday(self, weekday: int, said: Expression) -> date:
        assert self.today is not None
        back = (self.today.isoweekday() - weekday) % 7
        shift = said.get("shift")
        if "week" in said:
            monday = self.today - timedelta(days=self.today.isoweekday() - 1)
            return monday + timedelta(days=weekday - 1 + 7 * int(shift or 0))
        if shift == 1 or (shift is None and self.ahead):
            return self.today + timedelta(days=(weekday - self.today.isoweekday()) % 7 or (7 if shift == 1 else 0))
        if shift == -1:
            return self.today - timedelta(days=back or 7)
        return self.today - timedelta(days=back)


def _named(today: date, said: Expression) -> Days:
    day = today + timedelta(days=int(said["offset"]))
    return day, day


def _period(today: date, said: Expression) -> Days:
    shift, unit = int(said["shift"]), said["unit"]
    if unit == "week":
        monday = today - timedelta(days=today.isoweekday() - 1) + timedelta(weeks=shift)
        return _portion(monday, monday + timedelta(days=6), said)
    if unit == "weekend":
        saturday = today - timedelta(days=(today.isoweekday() - 6) % 7)  # on weekdays, the one that is over: "last weekend"
        weeks = shift if today.isoweekday() >= 6 else shift + 1
        return saturday + timedelta(weeks=weeks), saturday + timedelta(weeks=weeks, days=1)
    if unit == "month":
        first, last = _month(*_months_on(today, shift))
        return _portion(first, last, said)
    if unit == "day":
        return today + timedelta(days=shift), today + timedelta(days=shift)
    return _portion(date(today.year + shift, 1, 1), date(today.year + shift, 12, 31), said)


def _so_far(today: date, said: Expression) -> Days:
    return _period(today, said)[0], today


def _ago(today: date, said: Expression) -> Days | None:
    count, unit = int(said["count"]), said["unit"]
    if unit in ("day", "week"):
        day = today - timedelta(days=count * (7 if unit == "week" else 1))
        return day, day
    if unit == "month":
        return _month(*_months_on(today, -count))
    if unit == "year" and 0 < today.year - count < 9999:
        return date(today.year - count, 1, 1), date(today.year - count, 12, 31)
    if unit != "hour":
        return None
    day = today - timedelta(days=int(count / 24))
    return day, day


def _span(today: date, said: Expression) -> Days | None:
    count, unit, shift = int(said["count"]), said["unit"], int(said["shift"])
    if unit == "month":
        year, month = _months_on(today, count * shift)
        other = date(year, month, min(today.day, monthrange(year, month)[1]))
    elif unit == "year":
        year = today.year + count * shift
        other = date(year, today.month, min(today.day, 28)) if 0 < year < 9999 else today
    else:
        length = {"day": count, "week": 7 * count, "weekend": 7 * count, "hour": -(-count // 24)}[str(unit)]
        if length > 40_000:
            return None
        other = today + timedelta(days=length * shift)
    return (other, today) if other < today else (today, other)


def _now(today: date, said: Expression) -> Days:
    return today, today


_SPANS = {"day": _named, "period": _period, "so_far": _so_far, "ago": _ago, "span": _span, "now": _now}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _months_on(today: date, months: int) -> tuple[int, int]:
    whole = today.year * 12 + today.month - 1 + months
    return max(1, min(9999, whole // 12)), whole % 12 + 1


def _portion(first: date, last: date, said: Expression) -> Days:
    """The beginning, middle or end of a period: its thirds."""
    part = said.get("part")
    if part is None:
        return first, last
    third = ((last - first).days + 1) // 3
    if part == "start":
        return first, first + timedelta(days=max(third - 1, 0))
    if part == "end":
        return last - timedelta(days=max(third - 1, 0)), last
    return first + timedelta(days=third), last - timedelta(days=third)
