"""Where groups of claims about one thing stand while they are made: a few of each shelf are asked, however many it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from tawatur.records import Claim, Figure

CLOSEST = 24
"""Groups of a shelf that a claim is compared with: those that share a mark with it first, then the newest."""
ALIKE = 8
"""Groups with one mark that are asked for its sake, the newest first."""
SPAN = 4
"""Days that count as one when claims are looked for by their time."""
Mark = tuple[str, float]


@dataclass(slots=True, eq=False)
class Group:
    """Claims about one thing so far."""

    claims: list[Claim] = field(default_factory=list)


class Shelf:
    """Groups whose claims share the main fields of their kind and a place."""

    def __init__(self) -> None:
        self._groups: dict[Group, None] = {}
        self._marked: dict[Mark, dict[Group, None]] = {}

    def put(self, group: Group, claim: Claim) -> None:
        """Let a group be found here, by what marks this claim of it."""
        self._groups.setdefault(group)
        for mark in _marks(claim):
            self._marked.setdefault(mark, {}).setdefault(group)

    def near(self, claim: Claim) -> Iterator[Group]:
        """The groups that a claim may join, of a large shelf the likeliest alone."""
        if len(self._groups) <= CLOSEST:
            yield from self._groups
            return
        held = [group for mark in (*_marks(claim), *_beside(claim)) for group in _newest(self._marked.get(mark, ()), ALIKE)]
        for at, group in enumerate(dict.fromkeys([*held, *_newest(self._groups, CLOSEST)])):
            if at == CLOSEST:
                return
            yield group


def _newest(groups: Iterable[Group], count: int) -> Iterator[Group]:
    for _, group in zip(range(count), reversed(groups) if isinstance(groups, dict) else groups, strict=False):
        yield group


def _marks(claim: Claim) -> Iterator[Mark]:
    """What likely makes two claims about one thing: the same number, days that are near."""
    said = claim.content
    if isinstance(said, Figure) and (value := said.value if said.value is not None else said.low) is not None:
        yield "value", value
    if day := _day(claim):
        yield "day", float(day // SPAN)


def _beside(claim: Claim) -> Iterator[Mark]:
    if day := _day(claim):
        yield from (("day", float(day // SPAN + step)) for step in (1, -1))


def _day(claim: Claim) -> int | None:
    try:
        return date.fromisoformat((claim.time.start if claim.time else None) or "").toordinal()
    except ValueError:
        return None
