"""Where a report plays: the countries it names places of, and the wars whose names it speaks of."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from tawatur.packs import Packs
from tawatur.packs.gazetteer import Gazetteer
from tawatur.records import Point, Reading

TOLD = 50_000
"""Inhabitants from which on a town that nobody curated says something of the country a report is about."""
PLAYS = 0.3
"""The share of the leading country's mentions from which on a report plays in another one, too."""
WAGED = 0.5
"""The same for a war: one that is named for comparison lends its parties no rebels of another."""
NAMED = ("actor", "place", "person")
"""Kinds of mentions by which a report speaks of a war."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a report says about where it plays: countries by weight, the ids named, places that are sure, contexts by mentions."""

    countries: Mapping[str, float]
    named: frozenset[str]
    sure: tuple[tuple[tuple[str, ...], Point], ...] = ()
    contexts: Mapping[str, int] = field(default_factory=dict)

    def plays_in(self, lands: frozenset[str]) -> bool:
        """Whether one of the lands is where the report plays; a report that names no place may play anywhere."""
        return not self.countries or not lands or any(self.countries[land] >= WAGED for land in lands & self.countries.keys())

    @property
    def country(self) -> str | None:
        """The one country that leads all others; None where two stand level or none is named."""
        ranked = sorted(self.countries.items(), key=lambda pair: -pair[1])
        level = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
        return ranked[0][0] if ranked and not level else None


def scene_of(reading: Reading, asked: Mapping[str, tuple[str, ...]], packs: Packs) -> Scene:
    """What a reading's names say; `asked` are the words of each locality's name, as the gazetteer's spelling gives them."""
    gazetteer = packs.gazetteer
    countries: defaultdict[str, float] = defaultdict(float)
    named: set[str] = set()
    sure: list[tuple[tuple[str, ...], Point]] = []
    for words in dict.fromkeys(asked.values()):
        holders = gazetteer.named(words)
        curated = [holder for holder in holders if holder.layer == "curated"]
        named.update(holder.point.id for holder in curated)
        lands = {holder.point.country for holder in curated or holders}
        land = lands.pop() if len(lands) == 1 else None
        if land and (curated or max(holder.point.population for holder in holders) >= TOLD):
            countries[land] += 1.0 if curated else 0.5
        if len(curated) == 1 and _near_enough(curated[0].point):
            sure.append((words, curated[0].point))
    for land, count in _spoken_for(reading, gazetteer).items():
        countries[land] += min(count, 4) * 0.5
    most = max(countries.values(), default=1.0)
    return Scene({land: weight / most for land, weight in countries.items()}, frozenset(named), tuple(sure),
                 _contexts(reading))


def _spoken_for(reading: Reading, gazetteer: Gazetteer) -> Counter[str]:
    """Countries whose wars' actors are named; a description ("the rebels") may mean those of any war."""
    lands: Counter[str] = Counter()
    for mention in reading.mentions:
        if mention.kind == "actor" and mention.attrs.get("how") == "name":
            held = gazetteer.curated.get(_context(mention.rule))
            if held is not None and held.point.country:
                lands[held.point.country] += 1
    return lands


def _contexts(reading: Reading) -> Counter[str]:
    """How often each context was spoken of by name; the world's own rows say nothing about which war it is."""
    seen = Counter(_context(mention.rule) for mention in reading.mentions
                   if mention.kind in NAMED and mention.attrs.get("how", "name") == "name")
    seen.pop("world", None)
    return seen


def _context(rule: str) -> str:
    parts = rule.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "contexts" else ""


def _near_enough(point: Point) -> bool:
    return point.lat is not None and (point.precision or 9) <= 4
