"""What two claims of one kind have in common, and what keeps them apart: named, so that rows can weigh it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tawatur.linking.amounts import nearness, stock
from tawatur.linking.atlas import Atlas
from tawatur.linking.atlas import name as called
from tawatur.linking.kin import Kin
from tawatur.linking.words import Words
from tawatur.records import Appeal, Claim, Condition, Corridor, Document, Event, Figure, Place, Position, Talks, Time

Feature = tuple[str, str, str]
"""A name, and what the left and the right claim show of it."""
LOCAL = 3
"""UCDP precision: a district is the coarsest place that makes two claims be about one spot."""
PRINTED = 1
"""Days apart on which outlets print one piece of news."""
REAL = frozenset({"asserted", "denied", "possible"})
"""Modalities of what is said to be so, or not to be so."""
GENERAL = frozenset({"people", None})
"""Populations that any other may be among."""


@dataclass(frozen=True)
class Comparer:
    """Compares claims of one case."""

    atlas: Atlas
    kin: Kin
    words: Words
    documents: Mapping[str, Document] = field(default_factory=dict)
    _near: dict[str, frozenset[str]] = field(default_factory=dict)
    """The near places of claims that were asked for."""
    _worded: dict[str, frozenset[str]] = field(default_factory=dict)
    """The same with those that the words of claims without one name."""

    def features(self, left: Claim, right: Claim) -> Iterator[Feature]:
        """All that can be said of two claims of one kind that share the main fields of their kind."""
        yield from self._places(left, right)
        if (left.modality in REAL) != (right.modality in REAL) and left.kind not in ("position", "appeal"):
            yield "modality_apart", left.modality, right.modality
        if left.document == right.document:
            yield "in_one_report", left.document, right.document
        match left.content, right.content:
            case Figure() as a, Figure() as b:
                yield from self._figures(left, a, right, b)
            case Position() as a, Position() as b:
                yield from self._positions(left, a, right, b)
            case Talks() as a, Talks() as b:
                yield from _talks(a, b)
            case Corridor() as a, Corridor() as b:
                yield from self._corridors(a, b)
            case Event() as a, Event() as b:
                yield from _agreeing(("mode", a.mode, b.mode), ("actor", a.actor, b.actor), ("target", a.target, b.target))
            case Condition() as a, Condition() as b:
                yield from _agreeing(("barrier", a.barrier, b.barrier), ("population", a.population, b.population))
            case Appeal() as a, Appeal() as b:
                yield from _appeals(a, b)
        yield from _times(left.time, right.time, 7 if left.kind == "position" else 0)
        yield from self._printed(left, right)

    def _printed(self, left: Claim, right: Claim) -> Iterator[Feature]:
        """Two reports of known days as near as those in which one piece of news is told."""
        times = [report.published for claim in (left, right) if (report := self.documents.get(claim.document))]
        if left.document != right.document and len(times) == len((left, right)) and times[0] and times[1] and (
                times[0].start and times[1].start and not _apart(times[0], times[1], PRINTED)):
            yield "printed_together", times[0].start, times[1].start

    def _places(self, left: Claim, right: Claim) -> Iterator[Feature]:
        ours, theirs = self.spots(left), self.spots(right)
        if common := sorted(ours & theirs):
            yield "place_same", common[0], common[0]
        elif ours and theirs:
            yield "place_apart", min(ours), min(theirs)
        elif common := sorted(self._named(left) & self._named(right)):
            yield "place_named", common[0], common[0]

    def _named(self, claim: Claim) -> frozenset[str]:
        """The near places of a claim; of one without any those that its words name, and that other reports show to be places."""
        if claim.id not in self._worded:
            told = (self.atlas.named(one.quote) for one in claim.evidence) if not self.spots(claim) else ()
            self._worded[claim.id] = self.spots(claim) | {called(place) for found in told for place, _ in found if _near(place)}
        return self._worded[claim.id]

    def spots(self, claim: Claim) -> frozenset[str]:
        """The near places of a claim, each by what stands for it; regions and rivers tell too little."""
        if claim.id not in self._near:
            self._near[claim.id] = frozenset(called(spot) for place in claim.places
                                             if _near(spot := self.atlas.spot(place)))
        return self._near[claim.id]

    def _figures(self, left: Claim, a: Figure, right: Claim, b: Figure) -> Iterator[Feature]:
        is_stock = stock(a, self.kin)
        yield ("stock" if is_stock else "flow"), a.measure, b.measure
        near = nearness(a, b)
        yield f"value_{near}", _amount(a), _amount(b)
        if a.unit != b.unit:
            yield "unit_apart", a.unit or "", b.unit or ""
        if a.nationality != b.nationality:
            yield "nationality_apart", a.nationality or "", b.nationality or ""
        if not {a.population, b.population} & GENERAL:
            yield from _agreeing(("population", a.population, b.population))
        yield from _agreeing(("group", a.group, b.group))
        if (a.part_of is None) != (b.part_of is None) or right.id == a.part_of or left.id == b.part_of:
            yield "part_and_whole", a.part_of or "", b.part_of or ""
        if a.since and b.since and a.since.start and b.since.start and a.since.start != b.since.start:
            yield "since_apart", a.since.start, b.since.start
        if not is_stock and a.as_of and b.as_of and _apart(a.as_of, b.as_of, 0):
            yield "period_apart", a.as_of.start or "", b.as_of.start or ""
        if left.document == right.document and near in ("other", "far") and _origin(left) == _origin(right):
            yield "told_apart", _amount(a), _amount(b)

    def _positions(self, left: Claim, a: Position, right: Claim, b: Position) -> Iterator[Feature]:
        yield ("issue_same" if a.issue == b.issue else "issue_kin"), a.issue or "", b.issue or ""
        alike = self.words.alike(a.object, b.object)
        if alike is not None:
            yield ("object_same" if alike else "object_apart"), a.object or "", b.object or ""
        if left.document == right.document and alike is False and not self.spots(left) & self.spots(right):
            yield "told_apart", a.object or "", b.object or ""
        yield from _agreeing(("towards", a.counterpart, b.counterpart))

    def _corridors(self, a: Corridor, b: Corridor) -> Iterator[Feature]:
        if self.words.alike(a.name, b.name):
            yield "name_same", a.name or "", b.name or ""
        yield from _agreeing(("proposer", a.proposed_by, b.proposed_by), ("refuser", a.refused_by, b.refused_by),
                             ("for", a.for_, b.for_))


def _near(place: Place) -> bool:
    return place.precision is None or place.precision <= LOCAL


def _talks(a: Talks, b: Talks) -> Iterator[Feature]:
    ours, theirs = set(a.parties), set(b.parties)
    yield ("parties_same" if ours == theirs else "parties_part"), " ".join(sorted(ours)), " ".join(sorted(theirs))
    if a.status != b.status:
        yield "status_kin", a.status, b.status
    if a.issues and b.issues:
        common = sorted(set(a.issues) & set(b.issues))
        yield ("issue_same" if common else "issue_apart"), " ".join(a.issues), " ".join(b.issues)


def _appeals(a: Appeal, b: Appeal) -> Iterator[Feature]:
    if a.by and a.by == b.by:
        yield "by_same", a.by, b.by
    if a.to and b.to:
        yield ("to_same" if set(a.to) & set(b.to) else "to_apart"), " ".join(a.to), " ".join(b.to)


def _agreeing(*fields: tuple[str, str | None, str | None]) -> Iterator[Feature]:
    """Fields that both claims fill, alike or not."""
    for name, ours, theirs in fields:
        if ours and theirs:
            yield f"{name}_{'same' if ours == theirs else 'apart'}", ours, theirs


def _times(left: Time | None, right: Time | None, slack: int) -> Iterator[Feature]:
    if left and right and left.start and right.start and left.end and right.end:
        if _apart(left, right, slack):
            yield "period_apart", left.start, right.start
        elif not _apart(left, right, 0):
            yield "time_same", left.start, right.start


def _apart(left: Time, right: Time, slack: int) -> bool:
    """Whether more days than these lie between two known times."""
    try:
        ours = [date.fromisoformat(day or "") for day in (left.start, left.end)]
        theirs = [date.fromisoformat(day or "") for day in (right.start, right.end)]
    except ValueError:
        return False
    return max((theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days) > slack


def _origin(claim: Claim) -> tuple[str, ...]:
    return tuple(sorted(chain[-1].name for chain in claim.chains))


def _amount(figure: Figure) -> str:
    """A number with its bound, for the eye."""
    value = figure.value if figure.value is not None else figure.low
    return f"{figure.bound} {value:g}" if value is not None else figure.bound
