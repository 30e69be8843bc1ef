"""Which episodes so far a report is compared with: a few that share most with it within some weeks, however many there are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

ABOUT, BRUSHED = 256, 64
"""Episodes of some weeks that a name leads to: of those about it the latest made, of those that only brush it the first."""
COMPARED = 32
"""Episodes that a report is compared with, those first with which it shares what weighs most."""
Slot = tuple[str, int | None]


@dataclass(slots=True)
class _Known:
    """Under what an episode is to be found: by what it is about, by what it brushes, in which weeks."""

    about: set[str] = field(default_factory=set)
    brushed: set[str] = field(default_factory=set)
    spans: set[int | None] = field(default_factory=set)


class Neighbours:
    """Episodes by number. A report more than `apart` days from all reports of an episode may be led past it."""

    def __init__(self, apart: int) -> None:
        self._apart = apart
        self._known: dict[int, _Known] = {}
        self._about: dict[Slot, dict[int, None]] = {}
        self._brushed: dict[Slot, dict[int, None]] = {}
        self._spans: dict[str, set[int | None]] = {}

    def put(self, number: int, about: Iterable[str], brushed: Iterable[str], days: Iterable[date]) -> None:
        """Let an episode be found by what one of its reports is about or brushes, too."""
        known = self._known.setdefault(number, _Known())
        spans: set[int | None] = {self._span(day) for day in days}
        fresh = (spans or {None}) - known.spans
        known.spans |= fresh
        for slots, held, new in ((self._about, known.about, {*about}), (self._brushed, known.brushed, {*brushed})):
            self._file(number, slots, held, fresh)
            self._file(number, slots, new - held, known.spans)
            held |= new

    def drop(self, number: int) -> None:
        """Forget an episode."""
        known = self._known.pop(number)
        for slots, keys in ((self._about, known.about), (self._brushed, known.brushed)):
            for slot in ((key, span) for key in keys for span in known.spans):
                slots.get(slot, {}).pop(number, None)

    def near(self, weights: Mapping[str, float], days: Sequence[date]) -> list[int]:
        """The episodes that a report of these days is compared with."""
        met: dict[int, float] = {}
        for key, weight in weights.items():
            for number in {*self._asked(key, days)}:
                met[number] = met.get(number, 0.0) + weight
        return sorted(sorted(met, key=lambda number: (-met[number], number))[:COMPARED])

    def _asked(self, key: str, days: Sequence[date]) -> Iterator[int]:
        """Episodes of the days around that a name leads to; of all days for a report without one."""
        held = self._spans.get(key, set())
        for span in held & {None, *(self._span(day) + step for day in days for step in (-1, 0, 1))} if days else held:
            yield from islice(reversed(self._about.get((key, span), {})), ABOUT)
            yield from self._brushed.get((key, span), ())

    def _file(self, number: int, slots: dict[Slot, dict[int, None]], keys: Iterable[str], spans: Iterable[int | None]) -> None:
        for key in keys:
            for span in spans:
                held = slots.setdefault((key, span), {})
                if slots is self._about or len(held) < BRUSHED:
                    held.setdefault(number)
                    self._spans.setdefault(key, set()).add(span)

    def _span(self, day: date) -> int:
        return day.toordinal() // self._apart
