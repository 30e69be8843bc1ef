"""Episodes by what their reports weigh most: who deals with whom, over which place, and when.

The fullest reports found episodes; each further one joins the likest, or founds its own. Linear in reports times episodes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from math import sqrt

from tawatur.linking.atlas import Atlas, name
from tawatur.records import Claim, Control, Corridor, Document, Episode, Figure, Place, Position, Talks, Time

ALIKE = 0.4
"""The least likeness (cosine of weighed places, lowered where parties differ) at which a report joins an episode."""
APART_DAYS = 45
"""Reports further apart in time than this are never of one episode."""
_LOCAL = 4
"""UCDP precision: a governorate is the coarsest place that may join two reports."""
_WEIGHTS = {"corridor": 3.0, "position": 3.0, "talks": 3.0, "figure": 2.0, "control": 1.0, "condition": 1.0}
_LIGHT = 0.5
_TITLE, _NAMED, _OFTEN = 3.0, 1.0, 4
"""A place in the title; a place in the text, each time, up to so many times."""
_WIDE = 0.3
_PARTLY = 0.6

Weights = dict[str, float]


@dataclass(slots=True)
class _Profile:
    """What a report, or an episode so far, is about. The only thing here that changes while the room works."""

    documents: list[str]
    parties: Weights = field(default_factory=dict)
    places: Weights = field(default_factory=dict)
    points: dict[str, Place] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)

    def see(self, place: Place, weight: float) -> None:
        """Take note of a place; a country or a river says too little, a governorate says less than a town."""
        if place.precision is None or place.precision <= _LOCAL:
            key = name(place)
            self.places[key] = self.places.get(key, 0.0) + weight * (_WIDE if place.precision == _LOCAL else 1.0)
            self.points.setdefault(key, place)

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
    atlas = Atlas(claim for mine in held.values() for claim in mine)
    profiles = [_profile(document, held[document.id], atlas) for document in documents]
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


def _profile(document: Document, claims: Sequence[Claim], atlas: Atlas) -> _Profile:
    """Places weigh by the claims about them and by how often the report, and above all its title, names them."""
    profile = _Profile([document.id], days=_days(document.published))
    for claim in claims:
        weight = _WEIGHTS.get(claim.kind, _LIGHT)
        for party in _parties(claim):
            profile.parties[party] = profile.parties.get(party, 0.0) + weight
        for place in claim.places:
            profile.see(atlas.spot(place), weight)
    for text, weight, most in ((document.title or "", _TITLE, 1), (document.text, _NAMED, _OFTEN)):
        for place, count in atlas.named(text):
            profile.see(place, weight * min(count, most))
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
    """1 where two parties are shared (or all that one side names), less where one is; nothing where each names two others."""
    ours, theirs = set(_heaviest(left.parties, 4)), set(_heaviest(right.parties, 4))
    common, fewest = len(ours & theirs), min(len(ours), len(theirs))
    if common >= 2 or (common and common == fewest):
        return 1.0
    return _PARTLY if common or fewest < 2 else 0.0


def _places_alike(left: _Profile, right: _Profile) -> float:
    norm = _length(left.places) * _length(right.places)
    shared = sum(weight * left.places.get(place, 0.0) for place, weight in right.places.items())
    return min(1.0, shared / norm) if norm else 0.0


def _length(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))


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
