"""Where a report plays: the countries it names places of, and the wars whose names it speaks of."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from tawatur.packs import Packs
from tawatur.packs.gazetteer import Gazetteer
from tawatur.packs.load import WORLD
from tawatur.records import Party, Point, Reading

TOLD = 50_000
"""Inhabitants from which on a town that nobody curated says something of the country a report is about."""
PLAYS = 0.3
"""The share of the leading country's mentions from which on a report plays in another one, too."""
ABROAD = 0.25
"""What it counts that a state is named, or a place in it, which acts and meets in the wars of others."""
ENOUGH = 0.5
"""The weight from which on a country may be the one that a report plays in: a town, or a state that is no mediator."""
NAMED = ("actor", "place", "person")
"""Kinds of mentions by which a report speaks of a war."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a report says about where it plays: countries by weight, the ids named, places that are sure, contexts by mentions."""

    countries: Mapping[str, float]
    named: frozenset[str]
    sure: tuple[tuple[tuple[str, ...], Point], ...] = ()
    contexts: Mapping[str, int] = field(default_factory=dict)
    lands: Mapping[str, float] = field(default_factory=dict)
    bare: bool = True

    @property
    def country(self) -> str | None:
        """The one country that leads all others; None where two stand level or none is spoken of enough."""
        ranked = sorted(((land, weight) for land, weight in self.lands.items() if weight >= ENOUGH), key=lambda pair: -pair[1])
        level = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
        return ranked[0][0] if ranked and not level else None

    def plays_in(self, home: str, packs: Packs) -> bool:
        """Whether the war of a context is the report's: spoken of as much as any country that no context holds.

        A report that names nothing at all may be from any war.
        """
        waged = packs.lands.get(home, frozenset())
        own = self.contexts.get(home, 0) + sum(weight for land, weight in self.lands.items() if land in waged)
        foreign = max((weight for land, weight in self.lands.items() if land not in packs.held), default=0.0)
        return own >= foreign if own else self.bare and not foreign


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
                 _contexts(reading), _lands(reading, countries, packs), _bare(reading))


def _lands(reading: Reading, places: Mapping[str, float], packs: Packs) -> dict[str, float]:
    """How much a report speaks of each country: of its places, and of its state or its people by name."""
    inside = {m.last for m in reading.mentions if m.kind == "function" and m.attrs.get("role") == "in"}
    told = [party.actor for party in reading.parties if party.actor and (
        party.first not in inside or _by_its_name(party, packs))]  # in Mali, but not "in Zagreb"
    acting = set(told)
    whose = {actor: country for country, actor in packs.states.items() if actor in acting and packs.homes.get(actor) == WORLD}
    whose.update((actor, country) for actor, country in packs.grounds.items() if actor in acting)
    named = Counter(whose[actor] for actor in told if actor in whose)
    named.update(packs.grounds[actor] for actor in told if actor in packs.grounds)  # who fights in a country tells more of it
    total = Counter(places)
    total.update(named)
    return {land: weight * (ABROAD if land in packs.abroad else 1.0) for land, weight in total.items()}


def _by_its_name(party: Party, packs: Packs) -> bool:
    """Whether a state is called by its own name, and not by its capital, where people only meet or speak."""
    known = packs.actors.get(party.actor or "")
    return known is not None and any(names and names[0] == party.text for names in known.names.values())


def _bare(reading: Reading) -> bool:
    """Whether a report names neither places nor groups of its own."""
    return not reading.localities and not any(party.how == "unknown" for party in reading.parties)


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
    placed = {at for locality in reading.localities for at in range(locality.first, locality.last)}
    seen = Counter(_context(mention.rule) for mention in reading.mentions
                   if mention.kind in NAMED and mention.attrs.get("how", "name") == "name"
                   and (mention.kind != "place" or mention.first in placed))  # "the gate" is a town only where it is read as one
    seen.pop(WORLD, None)
    return seen


def _context(rule: str) -> str:
    parts = rule.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "contexts" else ""


def _near_enough(point: Point) -> bool:
    return point.lat is not None and (point.precision or 9) <= 4
