"""Claims about one thing are linked, with reasons; whatever says of itself that it is another thing stays apart."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count, permutations

import pytest

from tawatur.linking.atlas import Atlas
from tawatur.linking.features import Comparer
from tawatur.linking.kin import Kin
from tawatur.linking.link import Linker
from tawatur.linking.shelves import CLOSEST, Group, Shelf
from tawatur.linking.weights import weights
from tawatur.linking.words import Words
from tawatur.packs import load
from tawatur.records import (
    Claim,
    Content,
    Descent,
    Document,
    Episode,
    Event,
    Evidence,
    Figure,
    Link,
    Node,
    Place,
    Position,
    Source,
    Talks,
    Ties,
    Time,
)

MILL, WEIR = Place("at", "mill", "Mill", 35.1, 40.2, "Mill", 1), Place("at", "weir", "Weir", 35.4, 40.9, "Weir", 1)
MAY3, MAY9 = Time("2031-05-03", "2031-05-03", "3 May", "explicit"), Time("2031-05-09", "2031-05-09", "9 May", "explicit")
NUMBERS = count()


def claim(content: Content, document: str, *places: Place, time: Time | None = None, modality: str = "asserted") -> Claim:
    chain = (Source(document, document, "outlet"),)
    return Claim(f"{next(NUMBERS):04}", document, content, (Evidence(0, 1, "x"),), (chain,), modality, time, places)


def trapped(value: float, **fields: object) -> Figure:
    return replace(Figure("trapped", value, value, value, "exact", "people", "civilians"), **fields)  # type: ignore[arg-type]


def links(claims: Sequence[Claim], origins: Sequence[str] = ()) -> list[Link]:
    packs = load()
    kin = Kin(packs)
    origin = dict(zip((one.id for one in claims), origins, strict=False))
    descents = [Descent(one.id, (Node(origin.get(one.id, one.document), one.document, True),)) for one in claims]
    linker = Linker(Comparer(Atlas(claims), kin, Words(packs)), weights(packs), kin, descents, {})
    return list(linker.links(claims, [Episode("e", claims=tuple(one.id for one in claims))]))


def relations(*claims: Claim, origins: Sequence[str] = ()) -> list[str]:
    return [link.relation for link in links(claims, origins)]


def test_one_number_of_two_sources_supports_and_of_one_root_repeats() -> None:
    pair = claim(trapped(1730), "a", MILL), claim(trapped(1730), "b", MILL)
    assert relations(*pair) == ["supports"]
    assert relations(*pair, origins=("committee", "committee")) == ["repeats"]


def test_a_tighter_bound_refines() -> None:
    vague = Figure("trapped", None, 1000, 9999, "vague", "people", "civilians")
    assert relations(claim(vague, "a", MILL, time=MAY3), claim(trapped(1730), "b", MILL)) == ["refines"]


def test_other_numbers_of_other_days_update_and_of_unknown_days_contradict() -> None:
    assert relations(claim(trapped(1730, as_of=MAY3), "a", MILL), claim(trapped(1100, as_of=MAY9), "b", MILL)) == ["updates"]
    assert relations(claim(trapped(1730), "a", MILL), claim(trapped(1100), "b", MILL)) == ["contradicts"]


def test_what_one_denies_contradicts_what_the_other_says() -> None:
    said = Position("north", "rejects", "route")
    assert relations(claim(said, "a", MILL), claim(said, "b", MILL, modality="denied")) == ["contradicts"]


@pytest.mark.parametrize("other", [
    trapped(300, unit="families", population="families"), trapped(1730, nationality="Iraqi"), trapped(1730, population="fighters"),
    trapped(1730, part_of="whole"), trapped(1730, group="north"),
], ids=["unit", "nationality", "population", "part", "group"])
def test_other_people_are_another_question(other: Figure) -> None:
    left = trapped(1730, group="south") if other.group else trapped(1730)
    assert relations(claim(left, "a", MILL), claim(other, "b", MILL)) == []


def test_two_places_are_two_things_and_no_place_is_any() -> None:
    assert relations(claim(trapped(1730), "a", MILL), claim(trapped(1730), "b", WEIR)) == []
    assert relations(claim(trapped(1730), "a", MILL), claim(trapped(1730), "b")) == ["supports"]


def test_a_claim_without_a_place_joins_nobody_where_two_homes_are_alike() -> None:
    assert relations(claim(trapped(1730), "a", MILL), claim(trapped(1730), "b", WEIR), claim(trapped(1730), "c")) == []


def test_people_leave_many_times() -> None:
    left = Figure("exited", 40, 40, 40, "exact", "people")
    assert relations(claim(left, "a", MILL), claim(replace(left, value=90, low=90, high=90), "b", MILL)) == []
    assert relations(claim(left, "a", MILL, time=MAY3), claim(left, "b", MILL, time=MAY9)) == []
    telling = replace(left, value=264, low=264, high=264)
    assert relations(claim(telling, "a", MILL), claim(telling, "b")) == ["supports"]


def test_positions_on_kin_issues_are_one_where_nothing_parts_them() -> None:
    exit, route = Position("north", "rejects", "civilian_exit"), Position("north", "rejects", "route")
    assert relations(claim(exit, "a"), claim(route, "b", MILL)) == ["supports"]
    assert relations(claim(exit, "a"), claim(replace(route, party="south"), "b", MILL)) == []
    assert relations(claim(exit, "a"), claim(replace(route, stance="accepts"), "b", MILL)) == []
    assert relations(claim(exit, "a", WEIR), claim(route, "b", MILL)) == []


def test_the_state_of_talks_is_of_its_day() -> None:
    state = Talks(("north", "south"), "deadlocked")
    assert relations(claim(state, "a", time=MAY3), claim(replace(state, status="collapsed"), "b", time=MAY3)) == ["supports"]
    assert relations(claim(state, "a", time=MAY3), claim(state, "b", time=MAY9)) == []


def test_attacks_need_place_and_day() -> None:
    strike = Event("ASSAULT", "aerial", "north")
    assert relations(claim(strike, "a", MILL, time=MAY3), claim(strike, "b", MILL, time=MAY3)) == ["supports"]
    assert relations(claim(strike, "a", MILL), claim(strike, "b")) == []
    assert relations(claim(strike, "a", MILL, time=MAY3), claim(strike, "a", MILL, time=MAY3)) == []


def test_reasons_show_both_sides_and_add_up_to_enough() -> None:
    (link,) = links([claim(trapped(1730), "a", MILL), claim(trapped(1730), "b", MILL)])
    assert {reason.name for reason in link.reasons} >= {"value_telling", "place_same", "population_same"}
    assert sum(reason.weight for reason in link.reasons) >= weights(load()).of("figure", "joins")
    assert all(reason.left and reason.right for reason in link.reasons)


def test_order_does_not_matter() -> None:
    claims = [claim(trapped(1730), "a", MILL), claim(trapped(1100), "b", MILL), claim(trapped(1730), "c"), claim(trapped(40), "d", WEIR)]
    made = {frozenset((link.left, link.right, link.relation) for link in links(list(order))) for order in permutations(claims)}
    assert len(made) == 1


def test_rejected_claims_link_to_nothing() -> None:
    pair = claim(trapped(1730), "a", MILL), replace(claim(trapped(1730), "b", MILL), status="rejected")
    assert relations(*pair) == []


def test_what_a_person_put_together_or_apart_stays_so() -> None:
    packs = load()
    kin = Kin(packs)
    here, there, alike = claim(trapped(1730), "a", MILL), claim(trapped(400), "b", WEIR), claim(trapped(1730), "c", MILL)
    claims = [here, there, alike]
    ties = Ties(together=frozenset({(here.id, there.id)}), apart=frozenset({(here.id, alike.id)}))
    linker = Linker(Comparer(Atlas(claims), kin, Words(packs)), weights(packs), kin, [], {}, ties)
    made = list(linker.links(claims, [Episode("e", claims=tuple(one.id for one in claims))]))
    assert [(link.left, link.right, link.reasons[0].name) for link in made] == [(here.id, there.id, "decided")]


def test_of_a_long_shelf_those_with_the_same_number_and_the_nearest_days_are_asked() -> None:
    shelf, groups = Shelf(), []
    for at in range(10 * CLOSEST):
        day = f"2031-{1 + at // 28:02}-{1 + at % 28:02}"
        one = claim(trapped(1000.0 + at), "a", time=Time(day, day, day, "explicit"))
        groups.append(Group([one]))
        shelf.put(groups[-1], one)
    asked = list(shelf.near(groups[30].claims[0]))
    assert len(asked) == len(set(map(id, asked))) == CLOSEST
    assert asked[0] is groups[30]
    assert any(one is groups[29] for one in asked)
    assert any(one is groups[-1] for one in asked)


def test_a_short_shelf_is_asked_as_a_whole() -> None:
    shelf, groups = Shelf(), [Group([claim(trapped(5.0 + at), "a")]) for at in range(CLOSEST)]
    for one in groups:
        shelf.put(one, one.claims[0])
    assert list(shelf.near(claim(trapped(900), "b"))) == groups


def test_one_number_within_a_day_is_of_one_event_though_no_place_is_told() -> None:
    packs = load()
    kin, made = Kin(packs), [claim(Figure("killed", 100, 100, 100, "exact", "people"), name) for name in "ab"]

    def joined(*days: str) -> bool:
        reports = {name: Document(name, name, name, "x", published=Time(day, day, day, "explicit"))
                   for name, day in zip("ab", days, strict=True)}
        comparer = Comparer(Atlas(made), kin, Words(packs), reports)
        linker = Linker(comparer, weights(packs), kin, [], reports)
        return bool(list(linker.links(made, [Episode("e", claims=tuple(one.id for one in made))])))

    assert joined("2031-05-03", "2031-05-04")
    assert not joined("2031-05-03", "2031-05-09")
