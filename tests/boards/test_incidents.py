"""Incidents: one strike a row across reports, least to most by who was hurt, nothing added up."""

from collections.abc import Sequence
from dataclasses import replace

from tawatur.boards import incidents, told_apart
from tawatur.briefing.boards import Scribe, incident_sheets
from tawatur.exports.incidents import COLUMNS, lines
from tawatur.records import Claim, Event, Figure, Incident, Source, Time
from tests.boards.laid import MILL, WEIR, claim, ground, packs

STRIKE = Event("ASSAULT", "aerial", "north", weapon="a barrel bomb")


def found(*claims: Claim) -> tuple[Incident, ...]:
    return incidents(ground(claims))


def killed(value: float, population: str | None = None, measure: str = "killed", bound: str = "exact") -> Figure:
    low = value if bound != "at_most" else None
    return Figure(measure, value, low, value if bound == "exact" else None, bound, "people", population)


def accused(one: Incident) -> list[tuple[str | None, list[str | None], list[str | None]]]:
    return [(charge.actor, [told.value for told in charge.accusers], [told.value for told in charge.deniers]) for charge in one.charges]


def tolls(one: Incident) -> list[tuple[str, str, float | None, float | None]]:
    return [(toll.harm, toll.group, toll.low, toll.high) for toll in one.tolls]


def test_one_strike_of_two_reports_is_one_row_from_least_to_most() -> None:
    claims = [claim(STRIKE, "a", MILL, time="2031-05-03"), claim(killed(7, "civilians"), "a", MILL, time="2031-05-03", at=40),
              claim(killed(3, "children"), "a", MILL, time="2031-05-03", at=80),
              claim(Event("ASSAULT", "aerial"), "b", MILL, time="2031-05-03"), claim(killed(4, "civilians"), "b", at=30)]
    (one,) = found(*claims)
    assert (one.start, one.end, one.reports) == ("2031-05-03", "2031-05-03", 2)
    assert tolls(one) == [("killed", "civilians", 4, 7), ("killed", "children", 3, 3)]
    assert accused(one) == [("north", ["a"], [])]
    assert [arm.value for arm in one.weapons] == ["a barrel bomb"]
    assert set(one.claims) == {claim.id for claim in claims}


def test_bounds_stay_open() -> None:
    (one,) = found(claim(killed(5, bound="at_least"), "a", MILL, time="2031-05-03"))
    assert tolls(one) == [("killed", "unknown", 5, None)]


def test_other_days_places_and_ways_of_killing_are_other_incidents() -> None:
    here = claim(STRIKE, "a", MILL, time="2031-05-03")
    assert len(found(here, claim(STRIKE, "a", MILL, time="2031-05-09", at=20))) == 2
    assert len(found(here, claim(STRIKE, "a", WEIR, time="2031-05-03", at=20))) == 2
    assert len(found(here, claim(Event("ASSAULT", "firearms"), "a", MILL, time="2031-05-03", at=20))) == 2


def test_the_toll_of_a_whole_siege_is_no_incident() -> None:
    siege = Time("2031-01-01", "2031-05-01", "since January", "relative")
    toll = Figure("killed", 400, 400, 400, "exact", "people", since=siege)
    assert found(claim(toll, "a", MILL)) == ()
    assert found(claim(killed(60, "fighters", "injured"), "a", MILL)) == ()
    assert found(claim(STRIKE, "a", MILL, modality="planned")) == ()


def test_who_denies_it_is_named_and_not_accused() -> None:
    spokesman = Source("Northern Army", "Northern Army", "organisation")
    (one,) = found(claim(STRIKE, "a", MILL, time="2031-05-03"),
                   claim(STRIKE, "b", MILL, time="2031-05-03", modality="denied", origin=spokesman))
    assert accused(one) == [("north", ["a"], ["Northern Army"])]
    row = cells(list(lines([one])))
    assert (row["alleged_actors"], row["alleged_by"], row["denied_by"]) == ("north", "north: a", "north: Northern Army")


def test_an_accusation_in_the_words_of_an_attack_says_who_accuses_whom() -> None:
    council = Source("Mill Council", "the council", "organisation")
    strike = claim(Event("ASSAULT", "aerial"), "a", MILL, time="2031-05-03", at=20, quote="the strike on the mill")
    blamed = claim(Event("ACCUSE", actor="council", target="south"), "a", at=10, origin=council, quote="blamed the south for it")
    elsewhere = claim(Event("ACCUSE", target="north"), "a", at=400)
    (one,) = found(strike, blamed, elsewhere)
    assert accused(one) == [("south", ["Mill Council"], [])]
    assert blamed.id in one.claims


def test_whom_the_outlet_alone_tells_of_accuses_and_a_party_may_own_up() -> None:
    strike = claim(Event("ASSAULT", "aerial"), "a", MILL, time="2031-05-03", quote="the strike on the mill")
    (one,) = found(strike, claim(Event("ACCUSE", actor="north", target="south"), "a"))
    assert accused(one) == [("south", ["north"], [])]
    army = Source("Syrian government", "the army", "organisation", actor="syria-government")
    own = claim(Event("ASSAULT", actor="syria-government"), "a", MILL, time="2031-05-03", origin=army)
    seen = claim(Event("ASSAULT", actor="syria-government"), "b", MILL, time="2031-05-03")
    made = ground([own, seen])
    scribe = Scribe("en", packs().actors.values(), list(made.documents.values()), made.claims)
    (row,) = incident_sheets(scribe, incidents(made))[0].rows
    assert row[6] == "Syrian government (according to b; by its own word)"


def test_a_denial_that_names_nobody_is_of_who_is_accused_and_speaks() -> None:
    army = Source("Northern Army", "the army", "organisation", actor="north")
    denial = claim(Event("ASSAULT", "aerial"), "a", MILL, time="2031-05-03", modality="denied", origin=army, at=40)
    (one,) = found(claim(STRIKE, "a", MILL, time="2031-05-03"), denial)
    assert [(who, by) for who, by, _ in accused(one)] == [("north", ["a"])]
    assert [charge.actor for charge in one.charges if charge.deniers] == ["north"]


def cells(rows: Sequence[str]) -> dict[str, str]:
    return dict(zip(rows[0].split(","), rows[1].split(","), strict=True))


def test_the_spreadsheet_has_a_column_for_every_number_and_runs_nothing() -> None:
    made = found(claim(Event("ASSAULT", weapon="=HYPERLINK(1)"), "a", MILL, time="2031-05-03"), claim(killed(2, "fighters"), "a", at=20))
    row = cells(list(lines(made)))
    assert tuple(row) == COLUMNS
    assert (row["killed_combatants_min"], row["killed_combatants_max"], row["killed_civilians_min"]) == ("2", "2", "")
    assert row["weapons"] == "'=HYPERLINK(1)"
    assert (row["lat"], row["place_id"], row["precision"]) == ("35.1", "mill", "1")


def test_what_cannot_be_told_from_another_is_marked() -> None:
    assert [told_apart(one) for one in found(claim(STRIKE, "a", MILL))] == [False]
    assert [told_apart(one) for one in found(claim(STRIKE, "a", MILL, time="2031-05-03"))] == [True]
    assert [told_apart(one) for one in found(claim(killed(400), "a"))] == [False]
    assert [told_apart(one) for one in found(claim(killed(4), "a", MILL))] == [True]


def test_monday_and_tuesday_of_one_undated_report_are_two_days() -> None:
    monday, tuesday = (Time(None, None, text, "unresolved") for text in ("Monday", "Tuesday"))
    left, right = (replace(claim(STRIKE, "a", MILL, at=at), time=time) for at, time in ((0, monday), (30, tuesday)))
    assert len(found(left, right)) == 2
    assert len(found(left, replace(right, time=monday))) == 1
