"""Claims in the words of a table's cell."""

import sys

import pytest
from rich.console import Console

from tawatur.interfaces.cli import paper
from tawatur.interfaces.cli.paper import Column
from tawatur.interfaces.cli.wording import amount, content, number, when, where
from tawatur.records import Appeal, Condition, Content, Control, Corridor, Event, Figure, Place, Position, Talks, Time


@pytest.mark.parametrize(("value", "low", "high", "bound", "said"), [
    (250, 250, 250, "exact", "250 people"), (1300, None, None, "about", "about 1,300 people"),
    (250, 250, None, "at_least", "at least 250 people"), (None, 250, None, "at_least", "at least 250 people"),
    (250, None, 250, "at_most", "at most 250 people"), (None, 4, 6, "between", "4 to 6 people"),
    (None, 100, 999, "vague", "hundreds of people (100 to 999)"), (None, None, None, "vague", "many people"),
    (None, 7, 11, "vague", "an unspecified number of people (7 to 11)"),
    (2.5, 2.5, 2.5, "exact", "2.5 people"),
])
def test_bounds_are_words(value: float | None, low: float | None, high: float | None, bound: str, said: str) -> None:
    assert amount(Figure("exited", value, low, high, bound, "people")) == said


@pytest.mark.parametrize(("claimed", "said"), [
    (Figure("trapped", 250, 250, None, "at_least", "people", "civilians"), "trapped: at least 250 civilians"),
    (Figure("used_as_shields", 5, 5, 5, "exact", "families", group="a"), "used as shields: 5 families of a"),
    (Position(None, "rejects", "aid_access", counterpart="b"), "somebody rejects aid access towards b"),
    (Talks(("a", "b"), "agreement_reported", issues=("route", "fighter_exit")),
     "a and b agreement reported on route and fighter exit"),
    (Corridor(None, "in_use", for_="aid"), "a way in use for aid"),
    (Event("RETREAT", "withdraw", "a", ("b",), outcome="casualties unknown"),
     "a and b RETREAT by withdraw outcome: casualties unknown"),
    (Condition("food", "exit_refused", ("a",), "civilians"), "food: exit refused of civilians laid to a"),
    (Control("a", "besieged"), "a besieged"),
    (Appeal(None, ("a", "b"), "aid_access", "c"), "somebody calls on a and b for aid access on behalf of c"),
])
def test_every_kind_has_its_line(claimed: Content, said: str) -> None:
    assert content(claimed) == said


@pytest.mark.parametrize(("time", "said"), [
    (None, ""), (Time("2018-05-03", "2018-05-03"), "2018-05-03"), (Time("2018-05-01", "2018-05-03"), "2018-05-01 to 2018-05-03"),
    (Time(None, None, "Wednesday"), "“Wednesday”"), (Time("2018-05-01", None), "2018-05-01 to …"), (Time(None, None), ""),
])
def test_unresolved_times_stay_as_written(time: Time | None, said: str) -> None:
    assert when(time) == said


def test_places_that_were_not_found_say_so() -> None:
    found, lost = Place("from", "x", "X", 1, 2, "X", 1), Place("at", None, "Y", None, None, "Y", None)
    assert where((found, lost)) == "from X; Y (not found)"


def test_unknown_numbers_say_so() -> None:
    assert number(None) == "unknown"


def test_a_narrow_terminal_gets_a_block_for_each_row(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "console", lambda error=False: Console(width=40, force_terminal=True, file=sys.stdout))
    columns = (Column("id", whole=True), Column("what"), Column("told by"))
    paper.table(columns, [("abc", "the road opened for all who want to leave the town", "negotiators"), ("def", "", "x")], "none")
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["id       abc", "what     the road opened for all who", "         want to leave the town",
                     "told by  negotiators", "", "id       def", "told by  x"]
