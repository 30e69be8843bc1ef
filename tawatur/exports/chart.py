"""The figures ledger as a picture (SVG): time along the page's direction, each figure a whisker, copies one ringed mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import floor, log10
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tawatur.briefing.isolates import wrapped
from tawatur.briefing.rows import Row, Rows
from tawatur.briefing.runs import Run, Runs
from tawatur.records import Figure, Series
from tawatur.records.amount import ABOUT

WIDTH, EDGE, AXIS = 960.0, 32.0, 84.0
"""The sheet; its margin; the room for numbers beside a panel. All in pixels."""
PLOT, LINE = 150.0, 19.0
"""The height of a panel; of a line of text."""
UNDATED = 110.0
"""The width of the band for figures of which nobody knows the day."""
PANELS = 12
"""Series that are drawn; the rest is counted."""
BESIDE = 18.0
"""How far marks of one day stand apart."""
INSET = 72.0
"""The room beside the first and the last day of a panel."""
LETTERS = 135
"""Letters in a line of a panel's list."""
HALF_ARROW = 4.0
SHAPES = {
    "party": "M-5,-5h10v10h-10z", "organisation": "M0,-7L7,0L0,7L-7,0z", "agency": "M0,-6.5L6.5,5.5H-6.5z",
    "outlet": "M-5.5,0a5.5,5.5 0 1,0 11,0a5.5,5.5 0 1,0 -11,0z", "person": "M0,6.5L6.5,-5.5H-6.5z",
    "unnamed": "M-5,-3.5L-3.5,-5L0,-1.5L3.5,-5L5,-3.5L1.5,0L5,3.5L3.5,5L0,1.5L-3.5,5L-5,3.5L-1.5,0z",
}
"""A shape for each family of sources, around its own middle."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text at a point; `anchor` is which of its ends, in its own direction, stands there."""

    x: float
    y: float
    text: str
    direction: str
    style: str = ""
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure leaves open, as a path; `open` where an end is not told."""

    path: str
    open: bool
    middle: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One number of a tally on one day: its height, what it leaves open, the shape of its family, a ring where copies tell it."""

    number: int
    x: float
    at: tuple[float, ...]
    bars: tuple[Bar, ...]
    shape: str
    style: str
    copies: bool
    title: str

    @property
    def middle(self) -> float:
        """The height of the bars' middle, for a range without a number."""
        return sum(bar.middle for bar in self.bars) / max(len(self.bars), 1)


@dataclass(frozen=True, slots=True)
class Key:
    """A shape and what it stands for."""

    x: float
    y: float
    shape: str
    words: Words


@dataclass(frozen=True, slots=True)
class Panel:
    """A series as it is drawn."""

    left: float
    right: float
    top: float
    bottom: float
    grid: tuple[float, ...]
    band: tuple[float, float] | None
    marks: tuple[Mark, ...]
    words: tuple[Words, ...]
    end: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole picture."""

    language: str
    width: float
    height: float
    title: str
    words: tuple[Words, ...]
    keys: tuple[Key, ...]
    panels: tuple[Panel, ...]


def chart(found: Sequence[Series], rows: Rows) -> str:
    """The first series as an SVG, in the language and the direction of `rows`; those without a number are left out."""
    shown = [one for one in found if any(_values(figure) for row in rows.rows(one) for figure in _figures(row))]
    return _environment().get_template("figures.svg.j2").render(sheet=_Drawer(rows).sheet(shown))


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True)


class _Drawer:
    """Lays out one sheet. All is measured from the left, and turned round where the language runs from the right."""

    def __init__(self, rows: Rows) -> None:
        self._rows, self._voice = rows, rows.voice
        self._turned = rows.voice.direction == "rtl"

    def sheet(self, found: Sequence[Series]) -> Sheet:
        voice, y = self._voice, EDGE + 16
        words = [self._line(EDGE, y, voice.say("section_figure"), "head")]
        for note in ("note_figure", "caution_claims"):
            y += LINE
            words.append(self._line(EDGE, y, voice.say(note), "quiet"))
        y += LINE + 4
        keys = tuple(self._keys(y))
        panels: list[Panel] = []
        for one in found[:PANELS]:
            panels.append(self._panel(one, (panels[-1].end if panels else y) + 34))
        end = panels[-1].end if panels else y
        if more := len(found) - PANELS if len(found) > PANELS else 0:
            end += LINE + 6
            words.append(self._line(EDGE, end, voice.say("charts_left_out", more), "quiet"))
        return Sheet(voice.language, WIDTH, end + EDGE, self._rows.text(voice.say("section_figure")), tuple(words), keys,
                     tuple(panels))

    def _keys(self, y: float) -> Iterator[Key]:
        """What the shapes stand for."""
        step = (WIDTH - 2 * EDGE) / len(SHAPES)
        for number, (family, shape) in enumerate(SHAPES.items()):
            x = EDGE + 8 + number * step
            yield Key(self._x(x), y - 4, shape, self._line(x + 14, y, self._voice.say(f"family_{family}"), "quiet"))

    def _panel(self, one: Series, y: float) -> Panel:
        rows = [row for row in self._rows.rows(one) if any(map(_values, _figures(row)))]
        top, left, right = y + 14, EDGE + AXIS, WIDTH - EDGE
        bottom = top + PLOT
        undated = any(not day for row in rows for day, _ in self._rows.told_on(row.tally))
        days = [date.fromisoformat(day) for row in rows for day, _ in self._rows.told_on(row.tally) if day]
        scale = _Scale(max(value for row in rows for figure in _figures(row) for value in _values(figure)), top, bottom)
        timed = _Time(days, left + INSET, right - (UNDATED if undated and days else 0) - INSET)
        marks = self._marks(rows, scale, timed, right - UNDATED / 2 if days else (left + right) / 2)
        words = [self._line(EDGE, y, self._rows.heading(one), "series")]
        for value in scale.ticks:
            words.append(self._line(left - 8, scale.y(value) + 4, (self._voice.number(value),), "quiet", "end"))
        words += self._days(timed, bottom + 16)
        if undated:
            words.append(self._line(right - UNDATED / 2, bottom + 16, self._voice.say("undated"), "quiet", "middle"))
        words += self._numbers(marks)
        listed = list(self._list(rows, bottom + 22 + LINE))
        band = (self._x(right) if self._turned else right - UNDATED, UNDATED) if undated and days else None
        ends = sorted((self._x(left), self._x(right)))
        return Panel(ends[0], ends[1], top, bottom, tuple(map(scale.y, scale.ticks)), band, tuple(marks),
                     (*words, *listed), listed[-1].y)

    def _marks(self, rows: Sequence[Row], scale: "_Scale", timed: "_Time", undated: float) -> list[Mark]:
        """A mark for every number and day of every tally, those of one spot beside one another."""
        met: dict[float, int] = {}
        made = []
        for number, row in enumerate(rows, 1):
            for (day, figure), claims in self._rows.told_on(row.tally).items():
                base = timed.x(date.fromisoformat(day)) if day else undated
                beside = met[base] = met.get(base, -1) + 1
                x = self._x(base + BESIDE * ((beside + 1) // 2) * (1 if beside % 2 else -1))
                at = (scale.y(figure.value),) if figure.value is not None else ()
                reports = len({claim.document for claim in claims})
                made.append(Mark(number, x, at, tuple(_bars(figure, x, scale)), SHAPES.get(row.tally.family, SHAPES["outlet"]),
                                 "against" if row.clash else "part" if row.depth else "whole",
                                 reports > row.tally.fact.independent.most, self._rows.text(row.amount)))
        return made

    def _numbers(self, marks: Sequence[Mark]) -> Iterator[Words]:
        """The number of each mark, beside it."""
        for mark in marks:
            y = mark.at[0] if mark.at else mark.middle
            yield Words(mark.x + 11, y + 4, str(mark.number), "ltr", "mark")

    def _list(self, rows: Sequence[Row], y: float) -> Iterator[Words]:
        """What each number stands for, in lines that fit the sheet."""
        voice = self._voice
        for number, row in enumerate(rows, 1):
            said = voice.joined([row.when, row.amount, row.origins, row.told, row.stands])
            text = self._rows.text((voice.number(number), Run("."), *voice.say("gap"), *said))
            for line in wrapped(text, LETTERS, "", ""):
                yield Words(self._x(EDGE + 8 + 14 * row.depth), y, line, voice.direction, "clash" if row.clash else "")
                y += LINE

    def _days(self, timed: "_Time", y: float) -> Iterator[Words]:
        """The first and the last day."""
        for day in dict.fromkeys(timed.ends):
            yield self._line(timed.x(day), y, self._voice.span(day.isoformat(), day.isoformat()), "quiet", "middle")

    def _line(self, x: float, y: float, runs: Runs, style: str = "", anchor: str = "start") -> Words:
        return Words(self._x(x), y, self._rows.text(runs), self._voice.direction, style, anchor)

    def _x(self, x: float) -> float:
        return WIDTH - x if self._turned else x


class _Scale:
    """Heights of numbers, from nought up."""

    def __init__(self, most: float, top: float, bottom: float) -> None:
        step = _step(most)
        self._most, self._top, self._bottom = max(most * 1.2, step), top, bottom
        self.ticks = tuple(step * number for number in range(int(self._most // step) + 1))

    def y(self, value: float) -> float:
        return round(self._bottom - (self._bottom - self._top) * min(value / self._most, 1.0), 1)


class _Time:
    """Places of days along a panel; a single day stands in the middle."""

    def __init__(self, days: Sequence[date], left: float, right: float) -> None:
        self.ends = (min(days), max(days)) if days else ()
        self._left, self._right = left, right

    def x(self, day: date) -> float:
        if not self.ends or self.ends[0] == self.ends[1]:
            return (self._left + self._right) / 2
        share = (day - self.ends[0]).days / (self.ends[1] - self.ends[0]).days
        return round(self._left + (self._right - self._left) * share, 1)


def _figures(row: Row) -> list[Figure]:
    return [claim.content for claim in row.tally.claims if isinstance(claim.content, Figure)]


def _values(figure: Figure) -> list[float]:
    return [value for value in (figure.value, figure.low, figure.high) if value is not None]


def _bars(figure: Figure, x: float, scale: _Scale) -> Iterator[Bar]:
    """From the least to the most; an end that is not told ends in an arrow, and "about" is dashed."""
    if figure.bound == "about" and figure.value is not None:
        low, high = figure.value * (1 - ABOUT), figure.value * (1 + ABOUT)
        yield Bar(f"M{x},{scale.y(low)}V{scale.y(high)}", True, scale.y(figure.value))
    elif figure.low is not None and figure.high is not None and figure.low != figure.high:
        caps = "".join(f"M{x - HALF_ARROW},{scale.y(end)}h{2 * HALF_ARROW}" for end in (figure.low, figure.high))
        yield Bar(f"{caps}M{x},{scale.y(figure.low)}V{scale.y(figure.high)}", False,
                  (scale.y(figure.low) + scale.y(figure.high)) / 2)
    elif (figure.low is None) != (figure.high is None):
        start = scale.y(figure.low if figure.low is not None else figure.high or 0)
        way = -1 if figure.low is not None else 1
        tip = start + way * 20
        head = tip - way * HALF_ARROW
        yield Bar(f"M{x},{start}V{tip}", True, start)
        yield Bar(f"M{x - HALF_ARROW},{head}L{x},{tip}L{x + HALF_ARROW},{head}", False, start)


def _step(most: float) -> float:
    """A round step that divides a height into two to five parts."""
    if most <= 0:
        return 1.0
    unit = 10.0 ** floor(log10(most))
    return next(step for step in (unit / 5, unit / 2, unit, unit * 2, unit * 5) if most / step <= 5)
