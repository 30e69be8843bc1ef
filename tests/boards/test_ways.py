"""The register of ways: one entry a way across reports, and nothing that was not reported."""

from dataclasses import replace

from tawatur.boards import ways
from tawatur.records import Claim, Corridor, Place, Position, Way
from tests.boards.laid import MILL, WEIR, claim, ground

FROM, TO = replace(MILL, role="from"), replace(WEIR, role="to")
FORD = Place("at", None, "the old ford", None, None, "the old ford", None)


def register(*claims: Claim, published: dict[str, str] | None = None) -> tuple[Way, ...]:
    return ways(ground(claims, published))


def test_one_way_of_several_reports_with_its_states_in_order() -> None:
    refused = claim(Corridor(None, "refused", refused_by="south", for_="civilians", hazards=("mines",)), "a", FROM, TO)
    announced = claim(Corridor(None, "announced", proposed_by="north"), "b", FROM, TO)
    (way,) = register(refused, announced, published={"a": "2031-05-07", "b": "2031-05-05"})
    assert [(state.value, state.first) for state in way.states] == [("announced", "2031-05-05"), ("refused", "2031-05-07")]
    assert [one.value for one in way.proposers] == ["north"]
    assert [one.value for one in way.refusers] == ["south"]
    assert [(one.value, one.claims, one.roots) for one in way.hazards] == [("mines", (refused.id,), ("a",))]
    assert [(place.role, place.id) for place in way.places] == [("from", "mill"), ("to", "weir")]


def test_positions_on_all_of_its_places_say_who_wants_it() -> None:
    said = claim(Corridor(None, "proposed"), "a", FROM, TO)
    (way,) = register(said, claim(Position("south", "rejects", "route"), "a", MILL, WEIR), claim(Position("north", "demands", "route"), "a", MILL))
    assert [one.value for one in way.refusers] == ["south"]
    assert way.proposers == ()


def test_ways_of_other_people_or_places_stay_apart() -> None:
    assert len(register(claim(Corridor(None, "open", for_="civilians"), "a", FROM, TO),
                        claim(Corridor(None, "closed", for_="fighters"), "b", FROM, TO))) == 2
    assert len(register(claim(Corridor(None, "open"), "a", FROM, TO), claim(Corridor(None, "closed"), "b", FORD))) == 2
    assert len(register(claim(Corridor(None, "open"), "a"), claim(Corridor(None, "closed"), "b"))) == 2


def test_a_denied_state_is_no_state() -> None:
    (way,) = register(claim(Corridor(None, "attacked"), "a", FROM, TO, modality="denied"))
    assert [(state.value, state.modality) for state in way.states] == [("attacked denied", "denied")]


def test_opened_closed_and_opened_again_are_three_states() -> None:
    told = [claim(Corridor(None, status), name, FROM, TO, time=day) for name, status, day in (
        ("a", "open", "2031-05-03"), ("b", "open", "2031-05-04"), ("c", "closed", "2031-05-05"), ("d", "open", "2031-05-07"))]
    (way,) = register(*told, claim(Corridor(None, "attacked"), "e", FROM, TO))
    assert [(state.value, len(state.claims)) for state in way.states] == [("open", 2), ("closed", 1), ("open", 1), ("attacked", 1)]


def test_one_crossing_in_two_scripts_is_one_way_and_tells_it_in_words() -> None:
    gate = [Place("at", None, name, None, None, name, None) for name in ("Talrasheda", "تلرشيدة")]
    claims = [claim(Corridor(None, "proposed"), name, gate[at], MILL, quote=words)
              for at, (name, words) in enumerate((("a", "open the Talrasheda gate"), ("b", "فتح معبر تلرشيدة")))]
    (way,) = register(*claims)
    assert {id for state in way.states for id in state.claims} == {one.id for one in claims}
    assert [told.value for told in way.words] in (["open the Talrasheda gate"], ["فتح معبر تلرشيدة"])


def test_a_way_by_its_name_in_two_scripts_is_one() -> None:
    claims = [claim(Corridor(name, "open"), report, MILL) for report, name in (("a", "Talrasheda"), ("b", "تلرشيدة"))]
    held = [claim(Position("south", "rejects", "weapons"), report, MILL) for report in "ab"]
    assert len(register(*held, *(replace(one, places=()) for one in claims))) == 1
