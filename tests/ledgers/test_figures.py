"""Figures over time: one series a population and place, parts under their whole, clashes with their cause."""

from itertools import permutations

from tawatur.ledgers import series
from tawatur.records import Document, Figure, Series
from tests.ledgers.told import AGAINST, FIRST, LATER, PACKS, told


def of(*reports: Document) -> tuple[Series, ...]:
    made, read = told(*reports)
    return series(made.facts, read, reports, PACKS)


def amounts(one: Series) -> list[float | None]:
    return [claim.content.value for tally in one.tallies for claim in tally.claims[:1] if isinstance(claim.content, Figure)]


def test_a_population_at_a_place_is_one_series_by_day() -> None:
    (trapped,) = [one for one in of(FIRST, LATER) if one.measure == "trapped"]
    assert (trapped.population, trapped.place and trapped.place.name) == ("civilians", "As-Susah")
    told_on = [(tally.start, tally.end) for tally in trapped.tallies]
    assert told_on == sorted(told_on)
    assert {claim.document for tally in trapped.tallies for claim in tally.claims} == {FIRST.id, LATER.id}


def test_parts_stand_under_their_whole_and_are_added_to_nothing() -> None:
    (left,) = [one for one in of(FIRST) if one.measure == "exited"]
    whole, part = left.tallies
    assert (whole.under, part.under, part.relation) == (None, whole.fact.id, "part_of")
    assert amounts(left) == [1200, 340]


def test_what_cannot_hold_at_one_time_is_said_with_its_cause() -> None:
    trapped = [one for one in of(FIRST, AGAINST) if one.measure == "trapped"]
    assert len(trapped) == 1
    tallies = trapped[0].tallies
    apart = [clash.agreement for tally in tallies for clash in tally.clashes] + [tally.fact.agreement for tally in tallies]
    assert "conflict" in apart
    assert "conflict" not in [clash.agreement for one in of(FIRST, LATER) for tally in one.tallies for clash in tally.clashes]


def test_families_say_whose_voice_it_is() -> None:
    found = {tally.fact.roots[0]: tally.family for one in of(FIRST, AGAINST) for tally in one.tallies}
    assert found["Susah Relief Committee"] in ("organisation", "party", "person")
    assert "person" in found.values()


def test_the_order_of_the_reports_does_not_matter() -> None:
    orders = [[(one.measure, [(tally.fact.id, tally.claims, tally.under, tally.clashes) for tally in one.tallies]) for one in of(*order)]
              for order in permutations((FIRST, LATER, AGAINST))]
    assert all(one == orders[0] for one in orders)
