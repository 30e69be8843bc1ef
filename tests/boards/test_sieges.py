"""The card of a siege: every answer with its claims; what was tried, allowed and denied; no tier."""

from dataclasses import fields, replace

import pytest

from tawatur.boards import siege
from tawatur.boards.passages import Passages
from tawatur.records import Answer, Claim, Condition, Content, Control, Corridor, Event, Figure, Position, Siege, Source, Time
from tests.boards.laid import MILL, WEIR, claim, ground, packs

MONITOR = Source("River Monitor", "River Monitor", "organisation")


def card(*claims: Claim) -> Siege:
    return siege(ground(claims), "mill", "Mill", ("mill",))


def answer(made: Siege, question: str) -> Answer:
    return next(one for one in made.answers if one.question == question)


def test_who_besieges_since_when_and_by_whose_word() -> None:
    shut = claim(Condition("movement", "siege", ("north",)), "a", MILL, time="2031-02-01", origin=MONITOR)
    around = claim(Control("north", "surrounds"), "b", MILL)
    made = card(shut, around, claim(Control("south", "besieged"), "b", MILL))
    (besieger,) = answer(made, "besieger").tellings
    assert (besieger.value, set(besieger.claims)) == ("north", {shut.id, around.id})
    assert [one.value for one in answer(made, "besieged").tellings] == ["south"]
    assert "2031-02-01" in [one.value for one in answer(made, "since").tellings]
    assert {(one.value, one.roots) for one in answer(made, "designation").tellings} >= {("siege", ("River Monitor",))}


def test_a_siege_since_a_year_is_since_no_day_of_it() -> None:
    year = Time("2031-01-01", "2031-12-31", "2031", "explicit")
    made = card(replace(claim(Condition("movement", "siege"), "a", MILL), time=year))
    assert [one.value for one in answer(made, "since").tellings] == ["2031-01-01/2031-12-31"]


def test_another_place_is_another_card() -> None:
    assert card(claim(Condition("movement", "siege", ("north",)), "a", WEIR)).answers == ()


def test_claims_without_a_place_stand_here_only_as_such() -> None:
    placed = claim(Condition("food", None), "a", MILL)
    loose = claim(Condition("water", None), "a")
    made = card(placed, loose, claim(Condition("health", None), "b", WEIR))
    assert {id for one in answer(made, "conditions").tellings for id in one.claims} == {placed.id, loose.id}
    assert made.unplaced == (loose.id,)


@pytest.mark.parametrize(("content", "modality", "expected"), [
    (Event("AID"), "asserted", ("convoy", "allowed")), (Event("AID"), "denied", ("convoy", "denied")),
    (Event("AID"), "planned", ("convoy", "tried")),
    (Corridor(None, "closed", for_="aid"), "asserted", ("convoy", "denied")),
    (Corridor(None, "open", for_="wounded"), "asserted", ("medical", "allowed")),
    (Corridor(None, "open"), "denied", ("passage", "denied")), (Corridor(None, "open"), "planned", ("passage", "tried")),
    (Condition("food", "entry_restricted"), "asserted", ("convoy", "denied")),
    (Condition("money", "fees"), "asserted", ("passage", "priced")),
    (Position("north", "rejects", "aid_access"), "asserted", ("convoy", "denied")),
    (Position("south", "demands", "aid_access"), "asserted", ("convoy", "tried")),
])
def test_what_was_tried_allowed_and_denied(content: Content, modality: str, expected: tuple[str, str]) -> None:
    assert [(one.means, one.outcome) for one in card(claim(content, "a", MILL, modality=modality)).attempts] == [expected]


def test_a_refusal_stands_with_its_reason() -> None:
    (one,) = card(claim(Position("north", "rejects", "aid_access", reason="arms were hidden in flour"), "a", MILL)).attempts
    assert [reason.value for reason in one.reasons] == ["arms were hidden in flour"]


@pytest.mark.parametrize(("text", "means"), [
    ("Families walked at night, on foot, after paying bribes.", ("foot", "bribes")),
    ("An ambulance was let through", ("medical",)), ("smugglers sold flour", ("smuggling",)), ("They left the town.", ()),
    ("خرجوا سيرا على الأقدام مع المهربين", ("foot", "smuggling")), ("دخلت القافلة", ("convoy",)), ("سمح للتجار بإدخال الطحين", ("trade",)),
])
def test_words_name_the_means(text: str, means: tuple[str, ...]) -> None:
    assert set(Passages(packs()).named(text)) >= set(means)
    assert bool(Passages(packs()).named(text)) == bool(means)


def test_words_say_by_which_means_people_left() -> None:
    left = claim(Figure("exited", 40, 40, 40, "exact", "people"), "a", MILL, quote="forty left on foot")
    assert [(one.means, one.outcome) for one in card(left).attempts] == [("foot", "allowed")]


def test_no_tier_is_reckoned() -> None:
    assert not {"tier", "level", "intensity", "score"} & {field.name for field in fields(Siege)}
