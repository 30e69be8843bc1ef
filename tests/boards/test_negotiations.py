"""The negotiation board: the latest position, who tells it, what turned about, who excludes whom."""

from tawatur.boards import as_known, negotiations
from tawatur.records import Board, Cell, Claim, Position, Relation, Source, Talks, Terms, Time
from tests.boards.laid import MILL, WEIR, claim, ground, report

NORTH, SOUTH = "north", "south"


def board(*claims: Claim, published: dict[str, str] | None = None) -> Board:
    (made,) = negotiations(ground(claims, published))
    return made


def cell(made: Board, party: str, issue: str = "route") -> Cell:
    (row,) = [row for row in made.rows if row.issue == issue]
    (found,) = [cell for cell in row.cells if cell.party == party]
    return found


def relations(*claims: Claim) -> list[tuple[str, str]]:
    return [(one.kind, one.ground) for row in board(*claims).rows for one in row.relations]


def wants(party: str, stance: str = "demands", **fields: str) -> Position:
    return Position(party, stance, fields.pop("issue", "route"), told_by="third", **fields)  # type: ignore[arg-type]


def test_a_cell_holds_its_claims_and_whose_account_it_is() -> None:
    said = claim(Position(NORTH, "demands", "route", "the mill road", terms=Terms("its mines", "the road"), via="elders",
                          reason="the other is mined", reason_given_by="party", told_by="self"), "a", MILL)
    stand = cell(board(said), NORTH).stands[0]
    assert (stand.telling.value, stand.telling.claims, stand.told_by) == ("demands", (said.id,), ("self",))
    assert [(one.gives, one.gets, one.claims) for one in stand.packages] == [("its mines", "the road", (said.id,))]
    assert [(one.value, one.claims) for one in stand.reasons] == [("the other is mined", (said.id,))]
    assert [one.value for one in board(said).between] == ["elders"]


def test_the_latest_comes_first_and_what_was_turned_from_is_marked() -> None:
    elder = Source("Elder", "an elder", "person")
    before = claim(wants(NORTH, "accepts"), "a", MILL, time="2031-05-05", origin=elder)
    after = claim(wants(NORTH, "rejects"), "b", MILL, time="2031-05-07", origin=elder)
    made = board(before, after)
    stands = cell(made, NORTH).stands
    assert [stand.telling.value for stand in stands] == ["rejects", "accepts"]
    assert [stand.superseded_by for stand in stands] == [None, after.id]
    (turn,) = made.turns
    assert (turn.before.value, turn.after.value, turn.dated, turn.same_voice) == ("accepts", "rejects", True, True)


def test_what_others_tell_later_takes_the_place_of_nothing() -> None:
    before = claim(wants(NORTH, "accepts"), "a", MILL, time="2031-05-05")
    after = claim(wants(NORTH, "rejects"), "b", MILL, time="2031-05-07")
    made = board(before, after)
    assert [stand.superseded_by for stand in cell(made, NORTH).stands] == [None, None]
    (turn,) = made.turns
    assert (turn.before.value, turn.after.value, turn.dated, turn.same_voice) == ("accepts", "rejects", True, False)
    own = claim(Position(NORTH, "rejects", "route", told_by="self"), "b", MILL, time="2031-05-07")
    (turn,) = board(before, own).turns
    assert turn.same_voice


def test_an_agreement_on_one_issue_and_a_deadlock_on_another_are_no_reversal() -> None:
    truce, road = (Talks((NORTH, SOUTH), status, issues=(issue,)) for status, issue in (("agreed", "ceasefire"), ("deadlocked", "route")))
    assert board(claim(truce, "a", time="2031-05-05"), claim(road, "a", time="2031-05-07"), claim(wants(NORTH), "a", MILL)).turns == ()


def test_without_a_day_nobody_knows_which_came_first() -> None:
    made = board(claim(wants(NORTH, "rejects"), "a", MILL), claim(wants(NORTH, "accepts"), "b", MILL))
    assert [(turn.before.value, turn.after.value, turn.dated) for turn in made.turns] == [("accepts", "rejects", False)]
    assert all(stand.superseded_by is None for stand in cell(made, NORTH).stands)


def test_yes_to_one_road_and_no_to_another_is_no_reversal() -> None:
    assert board(claim(wants(NORTH), "a", MILL), claim(wants(NORTH, "rejects"), "a", WEIR)).turns == ()


def test_a_demand_and_a_no_that_share_only_their_issue_are_no_reversal() -> None:
    demand, no = wants(NORTH, issue="weapons", object="the mortars"), wants(NORTH, "rejects", issue="weapons", object="شروطا أخرى")
    yes = wants(NORTH, "accepts", issue="weapons", object="to hand over the guns")
    assert board(claim(demand, "a", time="2031-05-05"), claim(no, "a", time="2031-05-07")).turns == ()
    (turn,) = board(claim(no, "a", time="2031-05-05"), claim(yes, "a", time="2031-05-07")).turns
    assert (turn.before.value, turn.after.value) == ("rejects", "accepts")


def test_talks_agreed_and_dead_two_days_later() -> None:
    states = [Talks((NORTH, SOUTH), "agreed"), Talks((NORTH, SOUTH), "collapsed")]
    made = board(claim(states[1], "a", time="2031-05-07"), claim(states[0], "a", time="2031-05-05"),
                 claim(wants(NORTH), "a", MILL))
    assert [state.telling.value for state in made.talks] == ["agreed", "collapsed"]
    (turn,) = made.turns
    assert (turn.before.first, turn.after.first, turn.dated) == ("2031-05-05", "2031-05-07", True)


def test_where_parties_exclude_each_other() -> None:
    north = claim(wants(NORTH), "a", MILL)
    assert relations(north, claim(wants(SOUTH), "b", WEIR)) == [("exclude", "places")]
    assert relations(north, claim(wants(SOUTH, "rejects"), "b", MILL)) == [("exclude", "refused")]
    assert relations(north, claim(wants(SOUTH, "rejects"), "b", WEIR)) == []
    facing = claim(wants(SOUTH, "rejects", counterpart=NORTH, object="whatever they ask"), "a")
    assert relations(claim(wants(NORTH, object="a corridor of three days"), "a"), facing) == [("exclude", "refused")]


def test_where_they_agree() -> None:
    assert relations(claim(wants(NORTH), "a", MILL), claim(wants(SOUTH, "accepts"), "b", MILL)) == [("agree", "accepted")]
    assert relations(claim(wants(NORTH), "a", MILL), claim(wants(SOUTH), "b", MILL)) == [("agree", "same")]


def test_a_demand_that_somebody_denies_stands_against_nobody() -> None:
    assert relations(claim(wants(NORTH), "a", MILL, modality="denied"), claim(wants(SOUTH), "b", WEIR)) == []


def test_relations_name_the_claims_of_both() -> None:
    left, right = claim(wants(NORTH), "a", MILL), claim(wants(SOUTH), "b", WEIR)
    (row,) = board(left, right).rows
    assert [isinstance(one, Relation) and set(one.claims) for one in row.relations] == [{left.id, right.id}]


def test_as_known_on_a_day_goes_by_the_saying_and_not_by_the_print() -> None:
    spokesman = Source("n", "n", "person", said_at=Time("2031-05-05", "2031-05-05", "on Monday", "relative"))
    early = claim(wants(NORTH), "a", MILL, origin=spokesman)
    late = claim(wants(NORTH, "rejects"), "a", MILL)
    open_ = claim(wants(SOUTH), "b")
    reports = {"a": report("a", "2031-05-08"), "b": report("b")}
    assert as_known([early, late, open_], reports, "2031-05-06") == ([early], 1)
    assert as_known([early, late, open_], reports, "2031-05-08") == ([early, late], 1)
