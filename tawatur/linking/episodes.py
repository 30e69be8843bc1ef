"""Episodes by what their reports weigh most: who deals with whom, over which place, and when.

The fullest reports found episodes; each further one joins the likest of those that share a place with it, or founds its own.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from math import sqrt

from tawatur.linking.atlas import Atlas, name
from tawatur.linking.marks import SAYS
from tawatur.linking.neighbours import Neighbours
from tawatur.linking.words import latin
from tawatur.records import NO_TIES, Claim, Control, Corridor, Document, Episode, Figure, Place, Position, Talks, Ties, Time

ALIKE = 0.4
"""The least likeness at which a report joins an episode."""
LATE = 0.55
"""The same for a report that was taken for an episode of its own before: that it was not is told by more."""
APART_DAYS = 45
"""Reports further apart in time than this are never of one episode."""
_LOCAL = 4
"""UCDP precision: a governorate is the coarsest place that may join two reports."""
_WEIGHTS = {"corridor": 3.0, "position": 3.0, "talks": 3.0, "figure": 2.0, "control": 1.0, "condition": 1.0}
_LIGHT = 0.5
_TITLE, _NAMED, _OFTEN = 3.0, 1.0, 4
"""A place in the title; a place in the text, each time, up to so many times, and once more for the one named first: what a
report compares with comes later."""
_WIDE = 0.3
_PARTLY = 0.6
_BRUSHED = 0.25
"""The part of the heaviest party's weight that another must have to be one that a report is about."""
HALF_DAYS = 30
"""Days between two reports over which the places that they share lose half their weight."""
MARKED_DAYS = 14
"""The same where a report names no place, and only rare names and numbers speak for it."""
SAID_DAYS = 2
"""The same where only what they say does: the same is said again in other weeks and wars."""
_SPEAKING = 0.1
"""Likeness of places from which on it counts what two reports deal over: one party wants the same in many sieges."""
_ELSEWHERE = 0.5
"""The same where the heaviest places of two dated reports are two that nobody found: what is compared is likely two sieges."""
_SEATS = 3
"""Places that a report is about; what else it names, it brushes."""
_LATEST = 60
"""Reports of an episode that one is compared with by what they deal over: keeps the cost of a report flat."""
_COMMON = frozenset({"killed", "injured", "strikes", "vehicles", "destroyed"})
"""Measures that every report of a war has."""
_TERM = "duration"
"""The measure of truces and deadlines: one known by its length is the same one."""

Weights = dict[str, float]


@dataclass(slots=True)
class _Profile:
    """What a report, or an episode so far, is about. The only thing here that changes while the room works."""

    documents: list[str]
    parties: Weights = field(default_factory=dict)
    places: Weights = field(default_factory=dict)
    matters: list[Weights] = field(default_factory=list)
    """What is dealt over, report by report: a long episode deals over everything in turn."""
    points: dict[str, Place] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    seated: bool = False
    """Whether it is told of a place, and does not only name some."""
    _breadth: float | None = None

    @property
    def breadth(self) -> float:
        """How long the weighing of its places is."""
        if self._breadth is None:
            self._breadth = _length(self.places)
        return self._breadth

    def see(self, place: Place, weight: float, wide: float = 1.0) -> None:
        """Take note of a place; a country or a river says too little, a governorate (`wide`) says less than a town."""
        if place.precision is None or place.precision <= _LOCAL:
            key = name(place)
            self.places[key] = self.places.get(key, 0.0) + weight * (wide if place.precision == _LOCAL else 1.0)
            self.points.setdefault(key, place)
            self._breadth = None

    def take(self, other: "_Profile") -> None:
        self.documents += other.documents
        self.days = sorted(self.days + other.days)
        self.matters += other.matters
        self.marks |= other.marks
        self.seated |= other.seated
        for mine, theirs in ((self.parties, other.parties), (self.places, other.places)):
            for key, weight in theirs.items():
                mine[key] = mine.get(key, 0.0) + weight
        self.points = {**other.points, **self.points}
        self._breadth = None


def group(documents: Sequence[Document], claims: Sequence[Claim], atlas: Atlas | None = None,
          ties: Ties = NO_TIES, marks: Mapping[str, frozenset[str]] | None = None,
          named: Callable[[str], bool] = bool) -> tuple[Episode, ...]:
    """The documents as episodes, each document in exactly one; the same input in any order gives the same episodes.

    `atlas` knows the places of the case and `marks` the rare names and numbers of its reports, where they were made; `ties` hold
    pairs of reports that belong together, or apart; `named` says whether a party has a name or is only described.
    """
    held: dict[str, list[Claim]] = {document.id: [] for document in documents}
    for claim in sorted(claims, key=lambda item: (item.document, item.evidence[:1], item.id)):
        if claim.status != "rejected" and claim.document in held:
            held[claim.document].append(claim)
    atlas = atlas or Atlas(claim for mine in held.values() for claim in mine)
    marked = marks or {}
    profiles = [_profile(document, held[document.id], atlas, marked.get(document.id, frozenset())) for document in documents]
    profiles.sort(key=lambda profile: (not profile.seated, -sum(profile.places.values()), profile.documents))
    shelf, profiles = _Shelf(ties), _tied(profiles, ties)
    for profile in profiles:
        shelf.settle(profile, ALIKE)
    for number, profile in shelf.alone():
        shelf.drop(number)  # who came when its episode had hardly begun, and was taken for another, is asked again
        shelf.settle(profile, LATE)
    episodes = [_episode(cluster, held, atlas, named) for cluster in shelf.clusters]
    return tuple(sorted(episodes, key=lambda item: (-len(item.documents), -len(item.claims), item.id)))


class _Shelf:
    """Episodes so far; without a name in common nothing is alike."""

    def __init__(self, ties: Ties) -> None:
        self._ties = ties
        self._clusters: dict[int, _Profile] = {}
        self._neighbours = Neighbours(APART_DAYS)
        self._next = 0

    def alone(self) -> list[tuple[int, _Profile]]:
        """The episodes of one report with a place, by number."""
        return [(number, one) for number, one in self._clusters.items() if len(one.documents) == 1 and one.places]

    @property
    def clusters(self) -> list[_Profile]:
        return list(self._clusters.values())

    def drop(self, number: int) -> None:
        """Take an episode off the shelf."""
        del self._clusters[number]
        self._neighbours.drop(number)

    def settle(self, profile: _Profile, least: float) -> None:
        """Let a report join the likest episode, or found one."""
        keys = {**dict.fromkeys(() if profile.seated else profile.marks, 1.0), **profile.places}
        near = self._neighbours.near(keys, profile.days)
        scored = [(_closeness(self._clusters[number], profile), -number) for number in near if not self._apart(number, profile)]
        best, number = max(scored, default=(0.0, 0))
        if scored and best >= least:
            self._index(-number, profile)
            self._clusters[-number].take(profile)
        else:
            self._index(self._next, profile)
            self._clusters[self._next] = profile
            self._next += 1

    def _apart(self, number: int, profile: _Profile) -> bool:
        """Whether a person parted a report from one of this episode."""
        return bool(self._ties.apart) and any(
            (min(ours, theirs), max(ours, theirs)) in self._ties.apart
            for ours in profile.documents for theirs in self._clusters[number].documents)

    def _index(self, number: int, profile: _Profile) -> None:
        places = _heaviest(profile.places, len(profile.places))
        self._neighbours.put(number, (*places[:_SEATS], *profile.marks), places[_SEATS:], profile.days)


def _tied(profiles: Sequence[_Profile], ties: Ties) -> list[_Profile]:
    """The reports, those that a person put together as one from the start."""
    homes = {document: profile for profile in profiles for document in profile.documents}
    for left, right in sorted(ties.together):
        if left in homes and right in homes and homes[left] is not homes[right]:
            host, guest = homes[left], homes[right]
            host.take(guest)
            homes.update(dict.fromkeys(guest.documents, host))
    return [profile for profile in profiles if homes[profile.documents[0]] is profile]


def _profile(document: Document, claims: Sequence[Claim], atlas: Atlas, marks: frozenset[str]) -> _Profile:
    """Places weigh by the claims about them and by how often the report, and above all its title, names them."""
    profile = _Profile([document.id], days=_days(document.published), marks=set(marks))
    matters: Weights = {}
    for claim in claims:
        weight = _WEIGHTS.get(claim.kind, _LIGHT)
        for party in _parties(claim):
            profile.parties[party] = profile.parties.get(party, 0.0) + weight
        for place in claim.places:
            spot = atlas.spot(place)
            profile.see(spot, weight, _WIDE)
            profile.seated |= spot.precision is None or spot.precision < _LOCAL
        matters.update(dict.fromkeys(_matters(claim), 1.0))
    profile.matters.append(matters)
    for place, _ in atlas.named(document.title or ""):
        profile.see(place, _TITLE)
        profile.seated |= place.precision is None or place.precision < _LOCAL
    for at, (place, count) in enumerate(atlas.named(document.text)):
        profile.see(place, _NAMED * min(count, _OFTEN) + (_NAMED if at == 0 else 0.0), _WIDE)
    return profile


def _parties(claim: Claim) -> Iterator[str]:
    content = claim.content
    named: Iterable[str | None] = ()
    if isinstance(content, Position):
        named = (content.party, content.counterpart)
    elif isinstance(content, Talks):
        named = content.parties
    elif isinstance(content, Corridor):
        named = (content.proposed_by, content.refused_by)
    elif isinstance(content, Figure):
        named = (content.group,)
    elif isinstance(content, Control):
        named = (content.actor,)
    yield from (party for party in named if party)


def _matters(claim: Claim) -> Iterator[str]:
    """What is dealt over, in words that another report would have too; what happens in every war tells nothing."""
    match claim.content:
        case Position() as said if said.party and said.issue:
            yield f"{said.party} {said.issue}"
        case Talks() as said:
            yield from (f"talks {' '.join(sorted(said.parties))} {issue}" for issue in said.issues)
        case Corridor() as said:
            yield f"corridor {said.status} {said.for_ or ''}"
        case Figure() as said if said.measure == _TERM:
            yield f"{said.value or said.low or 0:g} {said.unit or ''}"
        case Figure() as said if said.measure not in _COMMON:
            yield f"{said.measure} {said.group or ''} {said.unit or ''}"
        case _:
            return


def _days(time: Time | None) -> list[date]:
    """The first day of a time, if it is known."""
    try:
        return [date.fromisoformat(time.start)] if time and time.start else []
    except ValueError:
        return []


def _closeness(left: _Profile, right: _Profile) -> float:
    """How alike a report is to an episode: by what they share of places, or, where one is told of no place, of marks."""
    marked = 0.0 if left.seated and right.seated else _marked_alike(left, right)
    return max(marked, _likeness(left, right))


def _likeness(left: _Profile, right: _Profile) -> float:
    """Between 0 and 2: places, and where these speak for it, what is dealt over; both by how alike the parties are."""
    gap = min((_nearest(left.days, day) for day in right.days), default=0) if left.days else 0
    if gap > APART_DAYS:
        return 0.0
    places = _alike(left.places, right.places, left.breadth * right.breadth)
    if places < _SPEAKING:
        return 0.0
    matters = 0.0
    if not _elsewhere(left, right) or places >= _ELSEWHERE:
        pairs = ((a, b) for a in left.matters[-_LATEST:] for b in right.matters)
        matters = max((_alike(a, b, _length(a) * _length(b)) for a, b in pairs), default=0.0)
    fading: float = 0.5 ** (gap / HALF_DAYS)
    return (places * fading + matters) * _parties_alike(left, right)


def _elsewhere(left: _Profile, right: _Profile) -> bool:
    """Whether two dated reports are above all of two places, neither of which any map brings nearer to the other."""
    seats = [profile.points[_heaviest(profile.places, 1)[0]] for profile in (left, right) if profile.places and profile.days]
    return len(seats) == len((left, right)) and name(seats[0]) != name(seats[1]) and all(seat.lat is None for seat in seats)


def _marked_alike(left: _Profile, right: _Profile) -> float:
    """How alike a report without a place is to an episode, by the names, speakers and numbers that few reports have."""
    gap = min((_nearest(left.days, day) for day in right.days), default=0) if left.days else 0
    if gap > MARKED_DAYS or not _parties_alike(left, right):
        return 0.0
    ours, theirs = (one.marks if gap <= SAID_DAYS else {mark for mark in one.marks if not mark.startswith(SAYS)}
                    for one in (left, right))
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _parties_alike(left: _Profile, right: _Profile) -> float:
    """1 where two parties are shared (or all that one side names), less where one is; nothing where each names two others.

    Names of two scripts that are not one name may still be one party: they neither bring reports together nor keep them apart.
    """
    ours, theirs = _main_parties(left), _main_parties(right)
    common, fewest = len(ours & theirs), min(len(ours), len(theirs))
    if common >= 2 or (common and common == fewest):
        return 1.0
    comparable = {latin(party) for party in ours} & {latin(party) for party in theirs}
    return _PARTLY if common or fewest < 2 or not comparable else 0.0


def _nearest(days: Sequence[date], day: date) -> int:
    """Days to the nearest of some days in order."""
    at = bisect_left(days, day)
    return min(abs((other - day).days) for other in days[max(0, at - 1) : at + 1])


def _main_parties(profile: _Profile) -> set[str]:
    """The heaviest, without those that a report only brushes."""
    heaviest = _heaviest(profile.parties, 4)
    return {party for party in heaviest if profile.parties[party] >= _BRUSHED * profile.parties[heaviest[0]]}


def _alike(left: Weights, right: Weights, norm: float) -> float:
    """The cosine of two weighings; `norm` is the product of their lengths."""
    shared = sum(weight * left.get(key, 0.0) for key, weight in right.items())
    return min(1.0, shared / norm) if norm else 0.0


def _length(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))


def _precedents(cluster: _Profile, claims: Sequence[Claim], atlas: Atlas) -> frozenset[str]:
    """Claims of long before about places that nothing later is told of: what the reports only compare with."""
    known = [day for claim in claims for day in _days(claim.time)]
    begun = min(cluster.days, default=max(known, default=date.max))
    old = [claim for claim in claims if any((begun - day).days > APART_DAYS for day in _days(claim.time))]
    long_ago = {claim.id for claim in old}
    here = {name(atlas.spot(place)) for claim in claims if claim.id not in long_ago for place in claim.places}
    return frozenset(claim.id for claim in old if claim.places and not here & {name(atlas.spot(place)) for place in claim.places})


def _episode(cluster: _Profile, held: Mapping[str, Sequence[Claim]], atlas: Atlas, named: Callable[[str], bool]) -> Episode:
    """An episode; precedents that its reports mention are not among its claims. Who is only described stands for nobody named."""
    documents = tuple(sorted(cluster.documents))
    told = [claim for document in documents for claim in held[document]]
    precedes = _precedents(cluster, told, atlas)
    claims = [claim for claim in told if claim.id not in precedes]
    known = {party: weight for party, weight in cluster.parties.items() if named(party)}
    places = _heaviest(cluster.places, 2)
    parties = _heaviest(known or ({} if places else cluster.parties), 2)
    return Episode(
        id=sha256(" ".join(("episode", *documents)).encode()).hexdigest()[:16],
        title=" · ".join(filter(None, (" / ".join(cluster.points[place].name for place in places), " / ".join(parties)))),
        parties=parties,
        places=places,
        start=cluster.days[0].isoformat() if cluster.days else None,
        end=cluster.days[-1].isoformat() if cluster.days else None,
        documents=documents,
        claims=tuple(claim.id for claim in claims),
        talks_status=next((claim.content.status for claim in reversed(claims) if isinstance(claim.content, Talks)), None),
    )


def _heaviest(weights: Mapping[str, float], count: int) -> tuple[str, ...]:
    return tuple(name for name, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:count])
