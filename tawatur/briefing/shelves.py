"""The sections of a chapter and the order in them: the most told first, parts under their whole, never added."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from tawatur.briefing.blocks import Line, Section, Shelf
from tawatur.briefing.labels import order
from tawatur.briefing.merge import merge
from tawatur.records import Claim, Condition, Corridor, Figure, Position, Talks, Time

COMPACT = 24
"""How many lines a section of lesser weight may hold; the rest is counted."""
LONG_AGO = timedelta(days=120)
"""What lies further back than this before the reports is background."""
_KINDS = ("position", "corridor", "figure", "talks", "appeal", "condition", "control", "event")
_LESSER = frozenset({"appeal", "condition", "control", "event", "background"})
_SHELVED = {"position": "issue", "figure": "measure", "condition": "sector"}


class Background:
    """Tells what the reports only look back on: precedents, and what lies long before the first dated report."""

    def __init__(self, published: Iterable[Time | None], precedents: Collection[str] = ()) -> None:
        self._precedents = frozenset(precedents)
        starts = [time.start for time in published if time and time.start]
        self._before = (date.fromisoformat(min(starts)) - LONG_AGO).isoformat() if starts else ""

    def holds(self, claim: Claim) -> bool:
        return claim.id in self._precedents or bool(claim.time and claim.time.end and claim.time.end < self._before)


def sections(claims: Sequence[Claim], parties: Sequence[str], background: Background) -> tuple[Section, ...]:
    """Non-empty sections in the order of a briefing."""
    now = [claim for claim in claims if not background.holds(claim)]
    drafts = [(kind, [claim for claim in now if claim.kind == kind]) for kind in _KINDS]
    drafts.append(("background", [claim for claim in claims if background.holds(claim)]))
    return tuple(_section(name, held, parties) for name, held in drafts if held)


def _section(name: str, claims: Sequence[Claim], parties: Sequence[str]) -> Section:
    lines = _nested([Line(merged, ()) for merged in merge(claims)])
    lines.sort(key=lambda line: _weight(line, parties))
    if name == "corridor":
        lines = _by_way(lines)
    kept = lines[:COMPACT] if name in _LESSER else lines
    return Section(name, _shelves(name, kept), len(lines) - len(kept))


def _by_way(lines: Sequence[Line]) -> list[Line]:
    """What is told of one way stands together, where its most told line stands."""
    held: dict[frozenset[str], list[Line]] = {}
    for line in lines:
        held.setdefault(frozenset(place.id or place.name for place in line.claim.places), []).append(line)
    return [line for way in held.values() for line in way]


def _shelves(name: str, lines: Sequence[Line]) -> tuple[Shelf, ...]:
    attribute = _SHELVED.get(name)
    held: dict[str | None, list[Line]] = {}
    for line in lines:
        held.setdefault(getattr(line.claim.content, attribute) if attribute else None, []).append(line)
    keys = list(held)
    if name == "position":
        keys.sort(key=lambda key: (key in (None, "other"), -_told(held[key]), order("issue", key)))
    elif attribute:
        keys.sort(key=lambda key: order(attribute, key))
    return tuple(Shelf(key, tuple(held[key])) for key in keys)


def _told(lines: Sequence[Line]) -> int:
    return sum(len(line.claims) for line in lines)


def _weight(line: Line, parties: Sequence[str]) -> tuple[float, ...]:
    """Sort key: parties of the episode first, then what more reports tell, then the codebook's order, then the text's."""
    content, rank = line.claim.content, 0.0
    if isinstance(content, Position):
        rank = float(parties.index(content.party)) if content.party in parties else len(parties)
        return (rank, -line.reports, order("stance", content.stance))
    if isinstance(content, Figure):
        return (order("measure", content.measure), -line.reports, -_size(content))
    if isinstance(content, Corridor):
        return (not line.claim.places, -line.reports, order("corridor_status", content.status))
    if isinstance(content, Talks):
        return (-line.reports, order("talks_status", content.status))
    if isinstance(content, Condition):
        return (order("sector", content.sector), -line.reports)
    return (-line.reports,)


def _size(figure: Figure) -> float:
    return next((number for number in (figure.value, figure.high, figure.low) if number is not None), 0.0)


def _nested(lines: Sequence[Line]) -> list[Line]:
    """Parts, and the same people in another unit, under the line that holds their whole."""
    home = {claim.id: index for index, line in enumerate(lines) for claim in line.claims}
    parent = {index: whole for index, line in enumerate(lines) if (whole := _whole(line, home)) is not None and whole != index}
    for index in list(parent):
        if _circular(index, parent):
            del parent[index]

    def build(index: int) -> Line:
        children = [build(child) for child in parent if parent[child] == index]
        return Line(lines[index].claims, (), tuple(sorted(children, key=lambda line: _weight(line, ()))))

    return [build(index) for index in range(len(lines)) if index not in parent]


def _whole(line: Line, home: dict[str, int]) -> int | None:
    for claim in line.claims:
        if isinstance(claim.content, Figure):
            for other in (claim.content.part_of, claim.content.same_people_as):
                if other in home:
                    return home[other]
    return None


def _circular(index: int, parent: dict[int, int]) -> bool:
    seen = {index}
    while (above := parent.get(index)) is not None:
        if above in seen:
            return True
        seen.add(above)
        index = above
    return False
