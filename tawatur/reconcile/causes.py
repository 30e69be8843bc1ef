"""Why the values of two figures differ: other people, places, spans, definitions; or no cause but that they do."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from tawatur.reconcile.scopes import Scopes
from tawatur.records import Claim, Document, Figure, Time
from tawatur.records.amount import ends
from tawatur.records.day import apart, as_of

COARSE = 3
"""UCDP precision from which on a place holds others: a district, a governorate."""
FAR = 2.0
"""How many times more one body must count than the other before their definitions are asked."""
MANY = 12
"""Figures of one report among which two that add up are looked for."""


class Causes:
    """Finds causes; `told` gives the claims of a report."""

    def __init__(self, scopes: Scopes, told: Mapping[str, Sequence[Claim]]) -> None:
        self._scopes, self._told = scopes, told

    def verdict(self, left: Claim, right: Claim, documents: Mapping[str, Document]) -> tuple[str, str]:
        """How two figures that cannot both hold as they stand are to each other (`agreement`), and why.

        What makes them answers to two questions is asked first: such figures neither change nor stand against each other.
        """
        if cause := self._scope(left, right):
            return "undetermined", cause
        ours, theirs = as_of(left, documents.get(left.document)), as_of(right, documents.get(right.document))
        if ours is None or theirs is None:
            return "undetermined", "dates_unknown"
        if apart(ours, theirs):
            return "changed", "later_count"
        if _place_open(left, right):
            return "undetermined", "place"
        if _people_open(left, right):
            return "undetermined", "population"
        return ("undetermined", "computed_or_said") if self._computed(left, right) else ("conflict", "true_conflict")

    def _scope(self, left: Claim, right: Claim) -> str | None:
        a, b = left.content, right.content
        if not isinstance(a, Figure) or not isinstance(b, Figure):
            return None
        if left.id == b.part_of or right.id == a.part_of or _narrower(a, b) or _narrower(b, a):
            return "part_of_whole"
        if a.measure != b.measure and (a.measure in self._scopes.stocks) != (b.measure in self._scopes.stocks):
            return "stock_or_flow"
        if _spans_differ(a, b, {a.measure, b.measure} <= self._scopes.stocks):
            return "interval"
        return "definition" if self._defined(left, a, right, b) else None

    def _defined(self, left: Claim, a: Figure, right: Claim, b: Figure) -> bool:
        """Whether two bodies count by definitions: one that is known to, and another; in other words or far apart."""
        if a.measure not in self._scopes.defined or b.measure not in self._scopes.defined:
            return False
        ours, theirs = _bodies(left), _bodies(right)
        if not ours or not theirs or ours & theirs or not any(map(self._scopes.defines, ours | theirs)):
            return False
        return _terms_differ(a.term, b.term) or _far(a, b)

    def _computed(self, left: Claim, right: Claim) -> bool:
        """Whether one of the two is what other figures of its own report add up to."""
        return any(self._sum(claim, claim.content) for claim in (left, right) if isinstance(claim.content, Figure))

    def _sum(self, claim: Claim, figure: Figure) -> bool:
        others = [one for one in self._told.get(claim.document, ()) if one.id != claim.id and isinstance(one.content, Figure)]
        parts = [(one, one.content) for one in others if isinstance(one.content, Figure) and one.content.unit == figure.unit
                 and one.content.value is not None][:MANY]
        mine = [part.value or 0.0 for one, part in parts if part.part_of == claim.id]
        if figure.value is None:
            return False
        return (len(mine) > 1 and sum(mine) == figure.value) or any(
            (a.value or 0.0) + (b.value or 0.0) == figure.value and a.measure == b.measure == figure.measure
            and a.population != b.population for (_, a), (_, b) in combinations(parts, 2))


def _narrower(part: Figure, whole: Figure) -> bool:
    """Whether one figure names a party, a nationality or a share that the other leaves open, and is the smaller."""
    named = sum(1 for ours, theirs in ((part.group, whole.group), (part.nationality, whole.nationality)) if ours and not theirs)
    return bool(named) and ends(part)[1] < ends(whole)[0] and part.unit == whole.unit


def _spans_differ(a: Figure, b: Figure, stocks: bool) -> bool:
    """Whether two sums are over other spans: one since a day and the other not, or one span inside the other."""
    if stocks:
        return False
    if (_day(a.since) is None) != (_day(b.since) is None):
        return True
    ours, theirs = (_span(one.as_of) for one in (a, b))
    return bool(ours and theirs and ours != theirs and ours[0] <= theirs[1] and theirs[0] <= ours[1])


def _day(time: Time | None) -> str | None:
    return time.start if time else None


def _span(time: Time | None) -> tuple[str, str] | None:
    return (time.start, time.end or time.start) if time and time.start else None


def _place_open(left: Claim, right: Claim) -> bool:
    """Whether one is told of a town, and the other of what lies around it."""
    ours, theirs = (_finest(claim) for claim in (left, right))
    return ours is not None and theirs is not None and (ours < COARSE) != (theirs < COARSE)


def _finest(claim: Claim) -> int | None:
    return min((place.precision for place in claim.places if place.precision), default=None)


def _people_open(left: Claim, right: Claim) -> bool:
    """Whether one of two figures leaves open whom it counts, or where, and the other does not."""
    a, b = left.content, right.content
    if not isinstance(a, Figure) or not isinstance(b, Figure):
        return False
    return (a.population in _ANY) != (b.population in _ANY) or bool(left.places) != bool(right.places)


_ANY = frozenset({None, "people"})
"""Populations that any other may be among."""


def _bodies(claim: Claim) -> frozenset[str]:
    """The organisations that a claim comes from in the end, by id or name."""
    return frozenset(chain[-1].actor or chain[-1].name for chain in claim.chains if chain and chain[-1].kind in _BODIES)


_BODIES = frozenset({"organisation", "document"})


def _terms_differ(left: str | None, right: str | None) -> bool:
    return bool(left and right and left.isascii() == right.isascii() and left.casefold() != right.casefold())


def _far(a: Figure, b: Figure) -> bool:
    ours, theirs = ends(a), ends(b)
    return ours[0] > FAR * theirs[1] or theirs[0] > FAR * ours[1]


def causes(claims: Sequence[Claim], scopes: Scopes) -> Causes:
    """The causes of a case."""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.content, Figure):
            told.setdefault(claim.document, []).append(claim)
    return Causes(scopes, told)
