"""Episodes by what their reports weigh most: who deals with whom, over which place, and when.

The fullest reports found episodes; each further one joins the likest, or founds its own. Linear in reports times episodes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from math import cos, hypot, radians, sqrt

from tawatur.records import Claim, Control, Corridor, Document, Episode, Figure, Place, Position, Talks, Time

ALIKE = 0.4
"""The least likeness (cosine of weighed places, lowered where parties differ) at which a report joins an episode."""
APART_DAYS = 45
"""Reports further apart in time than this are never of one episode."""
NEAR_KM = 5.0
"""Two exactly known places this near count as one when reports are compared."""
_LOCAL = 4
"""UCDP precision: a governorate is the coarsest place that may join two reports."""
_WEIGHTS = {"corridor": 3.0, "position": 3.0, "talks": 3.0, "figure": 2.0, "control": 1.0, "condition": 1.0}
_LIGHT = 0.5

Weights = dict[str, float]


@dataclass(slots=True)
class _Profile:
    """What a report, or an episode so far, is about. The only thing here that changes while the room works."""

    documents: list[str]
    parties: Weights = field(default_factory=dict)
    places: Weights = field(default_factory=dict)
    points: dict[str, Place] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)

    def take(self, other: "_Profile") -> None:
        self.documents += other.documents
        self.days = sorted(self.days + other.days)
        for mine, theirs in ((self.parties, other.parties), (self.places, other.places)):
            for key, weight in theirs.items():
                mine[key] = mine.get(key, 0.0) + weight
        self.points = {**other.points, **self.points}


def group(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Episode, ...]:
    """The documents as episodes, each document in exactly one; the same input in any order gives the same episodes."""
    held: dict[str, list[Claim]] = {document.id: [] for document in documents}
    for claim in sorted(claims, key=lambda item: (item.document, item.evidence[:1], item.id)):
        if claim.status != "rejected" and claim.document in held:
            held[claim.document].append(claim)
    spots = _spots(claim for mine in held.values() for claim in mine)
    profiles = [_profile(document, held[document.id], spots) for document in documents]
    profiles.sort(key=lambda profile: (-sum(profile.places.values()), profile.documents))
    clusters: list[_Profile] = []
    for profile in profiles:
        likest = max(clusters, key=lambda cluster: _likeness(cluster, profile), default=None)
        if likest is not None and _likeness(likest, profile) >= ALIKE:
            likest.take(profile)
        else:
            clusters.append(profile)
    episodes = [_episode(cluster, held) for cluster in clusters]
    return tuple(sorted(episodes, key=lambda item: (-len(item.documents), -len(item.claims), item.id)))


def _spots(claims: Iterable[Claim]) -> dict[str, Place]:
    """For every place the one that stands for it and for all that is near: the most named of a neighbourhood."""
    named: dict[str, tuple[int, Place]] = {}
    for claim in claims:
        for place in claim.places:
            key = _name(place)
            named[key] = (named.get(key, (0, place))[0] + 1, place)
    spots: dict[str, Place] = {}
    anchors: list[Place] = []
    for key, (_, place) in sorted(named.items(), key=lambda item: (-item[1][0], item[0])):
        spots[key] = next((anchor for anchor in anchors if _near(place, anchor)), place)
        if spots[key] is place:
            anchors.append(place)
    return spots


def _profile(document: Document, claims: Sequence[Claim], spots: Mapping[str, Place]) -> _Profile:
    profile = _Profile([document.id], days=_days(document.published))
    for claim in claims:
        weight = _WEIGHTS.get(claim.kind, _LIGHT)
        for party in _parties(claim):
            profile.parties[party] = profile.parties.get(party, 0.0) + weight
        for place in claim.places:
            if place.precision is None or place.precision <= _LOCAL:
                spot = spots[_name(place)]
                key = _name(spot)
                profile.places[key] = profile.places.get(key, 0.0) + weight
                profile.points.setdefault(key, spot)
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


def _days(published: Time | None) -> list[date]:
    """The report's own day. The dates that it tells of do not stand for it: an undated report may look back on years."""
    try:
        return [date.fromisoformat(published.start)] if published and published.start else []
    except ValueError:
        return []


def _likeness(left: _Profile, right: _Profile) -> float:
    """Between 0 and 1."""
    if left.days and right.days and min(abs((a - b).days) for a in left.days for b in right.days) > APART_DAYS:
        return 0.0
    return _places_alike(left, right) * _parties_alike(left, right)


def _parties_alike(left: _Profile, right: _Profile) -> float:
    """1 where two parties are shared (or all that one side names), less where one is, half where a report names none."""
    ours, theirs = set(_heaviest(left.parties, 3)), set(_heaviest(right.parties, 3))
    if not ours or not theirs:
        return 0.5
    common = len(ours & theirs)
    if common >= 2 or common == min(len(ours), len(theirs)):
        return 1.0
    return 0.5 if common else 0.0


def _places_alike(left: _Profile, right: _Profile) -> float:
    norm = _length(left.places) * _length(right.places)
    shared = sum(weight * left.places.get(place, 0.0) for place, weight in right.places.items())
    return min(1.0, shared / norm) if norm else 0.0


def _length(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))


def _name(place: Place) -> str:
    return place.id or place.name


def _near(a: Place, b: Place) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or (a.precision or 9) > 2 or (b.precision or 9) > 2:
        return False
    return 111.2 * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat))) < NEAR_KM


def _episode(cluster: _Profile, held: Mapping[str, Sequence[Claim]]) -> Episode:
    documents = tuple(sorted(cluster.documents))
    claims = [claim for document in documents for claim in held[document]]
    parties, places = _heaviest(cluster.parties, 2), _heaviest(cluster.places, 2)
    return Episode(
        id=sha256(" ".join(("episode", *documents)).encode()).hexdigest()[:16],
        title=" · ".join(filter(None, (" / ".join(parties), " / ".join(cluster.points[place].name for place in places)))),
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
