"""What two claims of one kind have in common, and what keeps them apart: named, so that rows can weigh it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tawatur.linking.amounts import nearness, stock
from tawatur.linking.atlas import Atlas
from tawatur.linking.atlas import name as called
from tawatur.linking.kin import Kin
from tawatur.linking.words import Words
from tawatur.records import Appeal, Claim, Condition, Corridor, Document, Event, Evidence, Figure, Place, Position, Talks, Time

Feature = tuple[str, str, str]
"""A name, and what the left and the right claim show of it."""
LOCAL = 3
"""UCDP precision: a district is the coarsest place that makes two claims be about one spot."""
PRINTED = 1
"""Days apart on which outlets print one piece of news."""
AROUND, ENDS = 160, (". ", "\n", "؟", "!", ".\"")
"""Code points on either side of a claim's words that may be of its sentence, and what a sentence ends with."""
SLACK = 7
"""Days for which a party's position may be told as the same."""
CROWD = 1000
"""From so many on people do not leave or die in one place twice a day: two such counts told at once answer one question."""
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
    nameless: Callable[[str | None], bool] = lambda party: False
    """Whether a party is called by nothing but that it bears arms."""
    official: frozenset[str] = frozenset()
    """Parties that nobody calls so: states, their governments and armies."""
    _near: dict[str, frozenset[str]] = field(default_factory=dict)
    """The near places of claims that were asked for."""
    _worded: dict[str, frozenset[str]] = field(default_factory=dict)
    """The near places that the words of claims name that were asked for."""

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
                if (left.modality == "denied") != (right.modality == "denied"):
                    yield "denied_one", left.modality, right.modality
            case Condition() as a, Condition() as b:
                yield from _agreeing(("barrier", a.barrier, b.barrier), ("population", a.population, b.population))
            case Appeal() as a, Appeal() as b:
                yield from _appeals(a, b)
        yield from self._times(left, right)
        yield from self._printed(left, right)

    def _times(self, left: Claim, right: Claim) -> Iterator[Feature]:
        """Whether two claims are of one time. The day on which somebody spoke is no day of what he tells, unless that lasts."""
        ours, theirs = _own(left), _own(right)
        apart = _days_between(ours, theirs)
        if apart is None or not ours or not theirs:
            return
        if apart == 0:
            yield "time_same", ours.start or "", theirs.start or ""
        elif isinstance(left.content, Figure) and stock(left.content, self.kin):
            yield "counted_again", ours.start or "", theirs.start or ""
        elif self._printed_then(left) or self._printed_then(right):
            yield "period_of_print", ours.start or "", theirs.start or ""
        elif apart > (SLACK if left.kind == "position" else 0):
            yield "period_apart", ours.start or "", theirs.start or ""

    def _printed_then(self, claim: Claim) -> bool:
        """Whether a figure is told of the very day that its report is of, which may be the day of the telling alone."""
        report = self.documents.get(claim.document)
        return isinstance(claim.content, Figure) and report is not None and _days_between(claim.time, report.published) == 0

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
            doubtful = theirs & self.mentioned(left) or ours & self.mentioned(right)
            yield ("place_doubtful" if doubtful else "place_apart"), min(ours), min(theirs)
        elif common := sorted(self._named(left) & self._named(right)):
            yield "place_named", common[0], common[0]

    def _named(self, claim: Claim) -> frozenset[str]:
        """The near places of a claim; of one without any those that its words name, and that other reports show to be places."""
        return self.spots(claim) or self.mentioned(claim)

    def mentioned(self, claim: Claim) -> frozenset[str]:
        """The near places that the words of a claim name, whatever it was read to be told of."""
        if claim.id not in self._worded:
            told = (self.atlas.named(self._sentence(claim, one)) for one in claim.evidence)
            self._worded[claim.id] = frozenset(called(place) for found in told for place, _ in found if _near(place))
        return self._worded[claim.id]

    def _sentence(self, claim: Claim, piece: Evidence) -> str:
        """A claim's words and those around them in their sentence, where its report is known: a count ends before "from X"."""
        report = self.documents.get(claim.document)
        if report is None or report.text[piece.start : piece.end] != piece.quote:
            return piece.quote
        before = max(report.text.rfind(mark, max(0, piece.start - AROUND), piece.start) for mark in ENDS)
        after = [at for mark in ENDS if (at := report.text.find(mark, piece.end, piece.end + AROUND)) >= 0]
        return report.text[before + 1 if before >= 0 else piece.start : min(after, default=piece.end)]

    def may_be(self, left: str | None, right: str | None) -> bool:
        """Whether one of two parties is called so that it may be the other."""
        return not {left, right} & self.official and (self.nameless(left) or self.nameless(right))

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
        if (left.modality == "denied") != (right.modality == "denied"):
            yield "denied_one", left.modality, right.modality  # who denies that anybody died names no number
        else:
            crowd = near == "other" and min(a.value or 0, b.value or 0) >= CROWD
            yield ("value_crowd" if crowd else f"value_{near}"), _amount(a), _amount(b)
        if not is_stock and near in ("other", "near") and (self.words.rising(left) or self.words.rising(right)):
            yield "toll_raised", _amount(a), _amount(b)
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
        near = self.kin.are("position.issue", a.issue, b.issue)
        yield ("issue_same" if a.issue == b.issue else "issue_kin" if near else "issue_clan"), a.issue or "", b.issue or ""
        if a.party != b.party:
            yield ("party_unnamed" if self.may_be(a.party, b.party) else "party_apart"), a.party or "", b.party or ""
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


def _own(claim: Claim) -> Time | None:
    """The time of a claim; none where it is only the day on which its source spoke, and what he told of came about once."""
    time = claim.time
    if time is None or claim.kind not in ("figure", "event"):
        return time
    told = [one for chain in claim.chains for source in chain[-1:] if (one := source.said_at)]
    return None if any((one.text, one.start) == (time.text, time.start) for one in told) else time


def _days_between(left: Time | None, right: Time | None) -> int | None:
    """How many days lie between two known times, 0 where they touch; None where one is not known."""
    try:
        ours, theirs = ([date.fromisoformat(day or "") for day in (one.start, one.end)] if one else [] for one in (left, right))
    except ValueError:
        return None
    return max(0, (theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days) if ours and theirs else None


def _apart(left: Time, right: Time, slack: int) -> bool:
    """Whether more days than these lie between two known times."""
    return (_days_between(left, right) or 0) > slack


def _origin(claim: Claim) -> tuple[str, ...]:
    return tuple(sorted(chain[-1].name for chain in claim.chains))


def _amount(figure: Figure) -> str:
    """A number with its bound, for the eye."""
    value = figure.value if figure.value is not None else figure.low
    return f"{figure.bound} {value:g}" if value is not None else figure.bound
