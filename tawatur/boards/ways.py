"""The register of ways: one entry a way across reports, with who proposed and refused it, its states over time, its hazards."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby

from tawatur.boards.ground import Ground
from tawatur.records import Claim, Corridor, Place, Position, Telling, Way

OVER = frozenset({"route", "civilian_exit", "fighter_exit", "aid_access"})
"""Issues whose positions are on a way, where they name its places."""
PROPOSES = frozenset({"demands", "offers", "accepts"})
REFUSES = frozenset({"rejects", "withdraws"})
ANYBODY = frozenset({None, "mixed"})


class _Found:
    """A way so far: by which places and names it is known. The only thing here that changes while the room works."""

    def __init__(self, episode: str | None, spots: frozenset[str], lead: Corridor) -> None:
        self.episode, self.spots, self.lead = episode, spots, lead
        self.names: set[str] = set()
        self.claims: list[Claim] = []


def ways(ground: Ground) -> tuple[Way, ...]:
    """The ways of a case, those most told of first; ways without a place or a name in common are never one."""
    towns = {episode.id: frozenset(episode.places) for episode in ground.episodes}
    homes = {claim: episode.id for episode in ground.episodes for claim in episode.claims}
    shelf: dict[str, list[_Found]] = {}
    found: list[_Found] = []
    for claims in sorted(ground.told("corridor"), key=lambda one: (-len(_spots(ground, one)), one[0].id)):
        way = _home(ground, shelf, homes.get(claims[0].id), claims, towns)
        if not way.claims:
            found.append(way)
        way.claims += claims
    wanted = _wanted(ground, homes)
    for way in found:
        way.claims += wanted.get((way.episode, way.spots), ())
    made = (_way(ground, way) for way in found)
    return tuple(sorted(made, key=lambda way: (not (way.places or way.names), -len(way.claims), way.id)))


def _home(ground: Ground, shelf: dict[str, list[_Found]], episode: str | None, claims: Sequence[Claim],
          towns: dict[str, frozenset[str]]) -> _Found:
    """The way that these claims are on, or a new one."""
    lead = claims[0].content
    assert isinstance(lead, Corridor)
    spots = _spots(ground, claims)
    names = _names(ground, lead)
    keys = [*sorted(spots), *names]
    for way in dict.fromkeys(way for key in keys for way in shelf.get(key, ())):
        if way.episode == episode and _same(ground, way, spots, lead, towns.get(episode or "", frozenset())):
            way.names.update(names)
            return way
    made = _Found(episode, spots, lead)
    made.names.update(names)
    for key in keys:
        shelf.setdefault(key, []).append(made)
    return made


def _same(ground: Ground, way: _Found, spots: frozenset[str], lead: Corridor, town: frozenset[str]) -> bool:
    """Whether a corridor is this way: all places in common (a besieged town alone is too little), or a name."""
    if not ANYBODY & {way.lead.for_, lead.for_} and way.lead.for_ != lead.for_:
        return False
    if spots and way.spots:
        return spots == way.spots or bool((spots <= way.spots or way.spots <= spots) and (spots & way.spots) - town)
    return any(name in way.names or any(ground.alike(name, other) for other in way.names) for name in _names(ground, lead))


def _names(ground: Ground, lead: Corridor) -> list[str]:
    """By what a way is called: the name, and how it sounds in either script."""
    return [key for key in (lead.name.casefold(), ground.sound(lead.name)) if key] if lead.name else []


def _spots(ground: Ground, claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset(spot for claim in claims for spot in ground.spots(claim))


def _wanted(ground: Ground, homes: dict[str, str]) -> dict[tuple[str | None, frozenset[str]], list[Claim]]:
    """What parties say of ways: positions by the episode and by all the places that they name."""
    held: dict[tuple[str | None, frozenset[str]], list[Claim]] = {}
    for claims in ground.told("position"):
        lead = claims[0].content
        if isinstance(lead, Position) and lead.issue in OVER and (spots := _spots(ground, claims)):
            held.setdefault((homes.get(claims[0].id), spots), []).extend(claims)
    return held


def _way(ground: Ground, way: _Found) -> Way:
    said = [(claim, claim.content) for claim in way.claims if isinstance(claim.content, Corridor)]
    wanted = [(claim, claim.content) for claim in way.claims if isinstance(claim.content, Position)]
    lead = sorted((claim for claim, _ in said), key=lambda claim: (-len(claim.places), ground.fullest(claim)))[0]
    ids = tuple(claim.id for claim in way.claims)
    return Way(
        id=sha256(" ".join(("way", *sorted(claim.id for claim, _ in said))).encode()).hexdigest()[:16], episode=way.episode,
        words=tuple(ground.telling(one.quote, [claim]) for claim in sorted((claim for claim, _ in said), key=ground.fullest)[:1]
                    for one in claim.evidence[:1]),
        names=ground.tellings((one.name, claim) for claim, one in said),
        places=_once(place for place in lead.places),
        users=ground.tellings((one.for_, claim) for claim, one in said),
        proposers=ground.tellings([*((one.proposed_by, claim) for claim, one in said),
                                   *((one.party, claim) for claim, one in wanted if one.stance in PROPOSES)]),
        refusers=ground.tellings([*((one.refused_by, claim) for claim, one in said),
                                  *((one.party, claim) for claim, one in wanted if one.stance in REFUSES)]),
        states=_states(ground, said),
        hazards=ground.tellings((hazard, claim) for claim, one in said for hazard in one.hazards), claims=ids)


def _states(ground: Ground, said: Sequence[tuple[Claim, Corridor]]) -> tuple[Telling, ...]:
    """The states in the order in which they were said: opened, closed and opened again are three; undated ones come last."""
    dated = sorted(((days, _state(claim, one), claim) for claim, one in said if (days := ground.days(claim))),
                   key=lambda told: (told[0], told[1], told[2].id))
    runs = [ground.telling(state, [claim for _, _, claim in run]) for state, run in groupby(dated, key=lambda told: told[1])]
    return (*runs, *ground.tellings((_state(claim, one), claim) for claim, one in said if not ground.days(claim)))


def _state(claim: Claim, said: Corridor) -> str:
    """A status, apart from the same one where it is denied or only planned."""
    return said.status if claim.modality == "asserted" else f"{said.status} {claim.modality}"


def _once(places: Iterator[Place]) -> tuple[Place, ...]:
    return tuple({(place.role, place.id or place.name): place for place in places}.values())
