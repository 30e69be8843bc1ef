"""Which place a locality is: every holder of its name weighed by the report's country, the noun, parents, neighbours and size."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import cos, hypot, log10, radians

from tawatur.packs import Packs
from tawatur.packs.gazetteer import Gazetteer, Holder
from tawatur.records import Candidate, Locality, Place, Point, Reading, Reason
from tawatur.resolution.scene import PLAYS, Scene

FOREIGN = ((1_000_000, -0.05), (100_000, -0.15), (0, -0.25))
"""What it costs a place not to lie in a country of the report, by inhabitants: big and curated ones are named everywhere."""
SHOWN, OFTEN = "construction", 2
"""A name that nobody knows is a place if so many times a report puts it where places stand."""
SURE = 0.5
"""A candidate of that score is taken for the place."""
KEPT = 5
"""Candidates that are kept for a reviewer."""
ROUGH, ALIKE_ENOUGH = 12.0, 0.75
"""How far a curated place of which only the neighbourhood is known may lie from the table's entry of that name."""
HEARD = 4
"""Consonants and vowels from which on a name that just one place of a land has is that place."""
SOUNDS, CLEAR = 0.88, 0.1
"""How alike it must sound for that, and by how much more than the next one."""
SAME = 4.0
"""Kilometres within which two entries that share a name are one place."""
LAYERS = {"curated": 0.57, "imported": 0.42, "compiled": 0.38}
TOWNS = frozenset({"city", "town", "village", "neighbourhood", "camp", "settlement"})
"""Where people live; `settlement` is what a list calls a place without saying how big it is."""
ALIKE: Mapping[str, frozenset[str]] = {
    "city": frozenset({"city", "town"}), "town": frozenset({"city", "town", "village"}),
    "village": frozenset({"town", "village"}),
    "neighbourhood": frozenset({"neighbourhood", "camp"}), "camp": frozenset({"camp", "neighbourhood", "town"}),
    "district": frozenset({"district", "subdistrict", "neighbourhood", "town", "city"}),
    "governorate": frozenset({"governorate", "region"}),
    "region": frozenset({"region", "governorate", "district"}),
}
"""Kinds of entries that a place noun may mean, where not its own kind alone."""
PRECISION = {"near": 2, "between": 2, "part": 2, "line": 5, "countryside": 3}


def places(reading: Reading, scene: Scene, packs: Packs) -> tuple[Locality, ...]:
    """The localities of a reading with their candidates and places; names that only resolution could prove fall if it cannot."""
    if not reading.localities:
        return ()
    gazetteer = packs.gazetteer
    shown = Counter(gazetteer.spelling.words(one.name) for one in reading.localities if one.rule.startswith(SHOWN))
    done: dict[tuple[str, str | None], tuple[tuple[Candidate, Holder], ...]] = {}
    resolved = []
    for locality in reading.localities:
        what = (locality.name, locality.noun)
        if what not in done:
            done[what] = _ranked(gazetteer.spelling.words(locality.name), locality.noun, scene, gazetteer)
        often = shown[gazetteer.spelling.words(locality.name)] >= OFTEN
        if (placed := _placed(reading, locality, done[what], scene, often)) is not None:
            resolved.append(placed)
    return tuple(resolved)


def rank(name: str, noun: str | None, countries: Iterable[str], gazetteer: Gazetteer) -> list[tuple[Candidate, Point]]:
    """The holders of a name for a report that plays in some countries: what a person is offered who looks a place up."""
    scene = Scene(dict.fromkeys(countries, 1.0), frozenset())
    return [(candidate, holder.point) for candidate, holder in _ranked(gazetteer.spelling.words(name), noun, scene, gazetteer)]


def _ranked(words: tuple[str, ...], noun: str | None, scene: Scene, gazetteer: Gazetteer) -> tuple[tuple[Candidate, Holder], ...]:
    if not words:
        return ()
    holders = list(gazetteer.named(words))
    if not any(holder.layer == "curated" and not _rough(holder) for holder in holders):
        known = {holder.point.id for holder in holders}
        holders += [holder for holder in gazetteer.keyed(words) if holder.point.id not in known]
    if noun == "governorate":
        holders += _seats(holders, gazetteer)
    holders = _distinct(holders)
    near = [holder for holder in holders if scene.countries.get(holder.point.country or "", 0.0) >= PLAYS]
    alone = {how for how in ("name", "key") if sum(holder.how == how for holder in (holders if how == "name" else near)) == 1}
    only = _only(near) if len(gazetteer.spelling.sketch(words)) >= HEARD else None
    key = len(gazetteer.spelling.key(words))
    weighed = [(_weigh(holder, words, noun, scene, holder.how in alone, key, holder is only), holder) for holder in holders]
    return tuple(sorted(weighed, key=lambda pair: (-pair[0].score, -pair[1].point.population, pair[0].id)))


def _only(holders: Sequence[Holder]) -> Holder | None:
    """The one of a land's places that sounds like a name, vowels and all, where no other is near it and none is called so."""
    best, *others = sorted(holders, key=lambda holder: -holder.likeness) or (None,)
    if best is None or best.how != "key" or best.likeness < SOUNDS or any(other.how == "name" for other in others):
        return None
    return best if not others or best.likeness - others[0].likeness >= CLEAR else None


def _seats(holders: Sequence[Holder], gazetteer: Gazetteer) -> list[Holder]:
    """The provinces that are called after one of the towns, as their seat."""
    seats = [gazetteer.curated[holder.parent] for holder in holders if holder.parent in gazetteer.curated]
    return [replace(seat, how="seat") for seat in seats if seat.point.kind == "governorate"]


def _distinct(holders: Sequence[Holder]) -> list[Holder]:
    """Holders without those that another, more trusted one stands for already."""
    kept: list[Holder] = []
    for holder in sorted(holders, key=lambda holder: holder.layer != "curated"):
        if (rough := next((other for other in kept if _rough(other) and _within(holder, other, ROUGH)), None)) is not None:
            kept[kept.index(rough)] = _sharpened(rough, holder)
        elif holder.how == "name" and (curated := _respelled(holder, kept)) is not None:
            kept[kept.index(curated)] = replace(curated, how="name")
        elif not any(_same(holder, other) for other in kept):
            kept.append(holder)
    return kept


def _rough(holder: Holder) -> bool:
    """Whether the curators say that they know about where the place is, and no more."""
    return holder.layer == "curated" and holder.point.precision == 2 and holder.point.kind in TOWNS


def _sharpened(curated: Holder, holder: Holder) -> Holder:
    """The curated place, put where a table has it."""
    point = replace(curated.point, lat=holder.point.lat, lon=holder.point.lon, precision=holder.point.precision)
    return replace(curated, point=point, how="name" if holder.how == "name" else curated.how)


def _within(holder: Holder, other: Holder, kilometres: float) -> bool:
    if holder.layer == "curated" or holder.likeness < ALIKE_ENOUGH:
        return False
    away = _distance(holder.point, other.point)
    return away is not None and away <= kilometres


def _respelled(holder: Holder, kept: Sequence[Holder]) -> Holder | None:
    """The curated place that sounds like a compiled name and lies where that place does: one place, spelled in another way."""
    return next((other for other in kept if other.layer == "curated" and holder.layer != "curated" and other.how == "key"
                 and (away := _distance(holder.point, other.point)) is not None and away <= SAME), None)


def _same(one: Holder, other: Holder) -> bool:
    if one.layer == other.layer == "curated":
        return False
    if one.point.kind == "country" or other.point.kind == "country":
        return one.point.kind == other.point.kind and one.point.country == other.point.country
    return one.how == other.how and (away := _distance(one.point, other.point)) is not None and away <= SAME


def _weigh(holder: Holder, words: tuple[str, ...], noun: str | None, scene: Scene, alone: bool, key: int,
           only: bool) -> Candidate:
    point = holder.point
    reasons = [_called(holder, key)]
    land = scene.countries.get(point.country or "")
    if land is not None and land >= PLAYS:
        reasons.append(Reason("the report's country", round(0.1 + 0.1 * land, 3), "", point.country or ""))
    elif scene.countries and point.country and point.kind != "country":
        weight = next(weight for least, weight in FOREIGN if point.population >= least or holder.layer == "curated")
        reasons.append(Reason("another country than the report's", weight, "", point.country or ""))
    if noun and (noun != "region" or point.kind == "region"):
        agrees = point.kind == noun or point.kind in ALIKE.get(noun, ()) or (point.kind == "settlement" and noun in TOWNS)
        differs = -0.05 if point.kind in TOWNS and noun in TOWNS else -0.12
        name, weight = ("kind agrees with the noun", 0.1) if agrees else ("kind differs from the noun", differs)
        reasons.append(Reason(name, weight, noun, point.kind))
    if holder.parent and holder.parent in scene.named:
        reasons.append(Reason("its parent is named", 0.1, "", holder.parent))
    near = _neighbour(point, words, scene)
    if near is not None and (near.weight > 0 or holder.layer != "curated"):
        reasons.append(near)
    if point.population:
        reasons.append(Reason("population", round(min(log10(point.population), 7) / 70, 3), "", str(point.population)))
    if alone and (holder.how == "name" or land is not None):
        named = holder.how == "name"
        reasons.append(Reason("no other is called so", 0.08) if named else Reason("no other there sounds so", 0.05))
    elif only:
        reasons.append(Reason("no other there sounds nearly so", 0.05))
    score = max(0.0, min(1.0, sum(reason.weight for reason in reasons)))
    return Candidate(point.id, round(score, 3), tuple(reasons))


def _called(holder: Holder, key: int) -> Reason:
    if holder.how == "name":
        return Reason(f"name in the {holder.layer} gazetteer", LAYERS[holder.layer], "", holder.point.name)
    if holder.how == "seat":
        return Reason("called after its seat", LAYERS[holder.layer], "", holder.point.name)
    # A short skeleton has many holders; it never decides alone.
    weight = (0.1 if key <= 2 else 0.2 if key == 3 else 0.28) + (0.08 if holder.layer != "compiled" else 0.0)
    return Reason("sounds alike", round(weight * max(0.0, 2 * holder.likeness - 0.9), 3), "", holder.point.name)


def _neighbour(point: Point, words: tuple[str, ...], scene: Scene) -> Reason | None:
    """How far the nearest sure place of the report lies."""
    if point.lat is None or point.kind == "country":
        return None
    nearest = min(((away, other) for named, other in scene.sure if named != words and other.id != point.id
                   and (away := _distance(point, other)) is not None), key=lambda pair: pair[0], default=None)
    if nearest is None:
        return None
    away, other = nearest
    weight = 0.15 if away <= 30 else 0.1 if away <= 80 else 0.05 if away <= 200 else -0.05
    return Reason("distance to another place of the report", weight, f"{away:.0f} km", other.name)


def _distance(one: Point, other: Point) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return hypot((one.lat - other.lat) * 111.2, (one.lon - other.lon) * 111.2 * cos(radians(one.lat)))


def _placed(reading: Reading, locality: Locality, ranked: Sequence[tuple[Candidate, Holder]], scene: Scene,
            often: bool) -> Locality | None:
    text = reading.text(locality.start, locality.end)
    candidates = tuple(candidate for candidate, _ in ranked[:KEPT])
    unsure = locality.rule.endswith("?")
    if ranked and _decided(ranked) and not (unsure and _foreign(ranked[0][1].point, scene)):
        best = ranked[0][1].point
        place = Place(locality.role, best.id, best.name, best.lat, best.lon, text, _precision(best, locality))
        return replace(locality, place=place, candidates=candidates)
    if unsure and not (often and not ranked):
        return None
    return replace(locality, place=Place(locality.role, None, locality.name, None, None, text, None), candidates=candidates)


def _decided(ranked: Sequence[tuple[Candidate, Holder]]) -> bool:
    """Whether the best is good enough, and no other place stands level with it."""
    best, holder = ranked[0]
    if best.score < SURE:
        return False
    if len(ranked) == 1 or best.score > ranked[1][0].score:
        return True
    away = _distance(holder.point, ranked[1][1].point)
    return away is not None and away < 10


def _foreign(point: Point, scene: Scene) -> bool:
    """Whether nothing ties a place to the report: what a weak sign announced is then a mere likeness of names."""
    return scene.countries.get(point.country or "", 0.0) < PLAYS and point.population < 300_000 and point.kind != "country"


def _precision(point: Point, locality: Locality) -> int | None:
    if point.precision is None or (point.lat is None and point.precision <= 3):
        return None
    if not locality.relation:
        return point.precision
    least = PRECISION.get(locality.relation, 1)
    if locality.relation == "countryside" and point.kind == "city":
        least = 4
    return max(point.precision, least)
