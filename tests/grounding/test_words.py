"""What words deny, when they say it was, and where: the checks beside the parties."""

from collections.abc import Callable
from typing import Any

import pytest

from tawatur.grounding import Gate

Json = dict[str, Any]


def claim(kind: str, text: str, quote: str, said: Json, **fields: Any) -> Json:
    start = text.index(quote)
    return {"kind": kind, kind: said, "evidence": [{"start": start, "end": start + len(quote), "quote": quote}], **fields}


@pytest.mark.parametrize(
    ("kind", "text", "said", "modality", "passes"),
    [
        ("position", "The SDF rejected the plan.", {"stance": "rejects"}, "denied", False),
        ("position", "The SDF rejected the plan.", {"stance": "rejects"}, "asserted", True),
        ("figure", "Hamas refused to let 300 civilians leave.", {"value": 300, "measure": "exited"}, "denied", True),
        ("figure", "Hamas let 300 civilians leave.", {"value": 300, "measure": "exited"}, "denied", False),
    ],
)
def test_a_refusal_is_no_denial_of_itself(
    kind: str, text: str, said: Json, modality: str, passes: bool, gate: Callable[..., Gate]
) -> None:
    assert (gate(text).examine(claim(kind, text, text.rstrip("."), said, modality=modality)) is None) == passes


DATED = "Russia opened the road in 2011, and on Friday Turkey closed it. The army shelled the crossing on 19 June."


@pytest.mark.parametrize(
    ("quote", "day", "passes"),
    [
        ("on Friday Turkey closed it", "2018-07-06", True),
        ("on Friday Turkey closed it", "2018-07-05", False),
        ("The army shelled the crossing on 19 June", "2018-06-19", True),
        ("The army shelled the crossing on 19 June", "2018-06-20", False),
        ("The army shelled the crossing", "2018-07-08", True),
    ],
)
def test_a_mere_year_says_no_day(quote: str, day: str, passes: bool, gate: Callable[..., Gate]) -> None:
    made = claim("corridor", DATED, quote, {}, time={"start": day, "end": day, "basis": "weekday"})
    assert (gate(DATED, published="2018-07-08").examine(made) is None) == passes


@pytest.mark.parametrize(
    ("name", "passes"),
    [("Eastern Aleppo", True), ("Az-Zahra", True), ("Jordan", True), ("الزهراء", True), ("Raqqa", False), ("Sanaa", False)],
)
def test_a_place_is_known_again_by_a_word_of_its_name_in_any_spelling(
    name: str, passes: bool, gate: Callable[..., Gate]
) -> None:
    text = "A car bomb hit a queue in Zahraa, in the eastern half of Aleppo, far from الأردن."
    made = claim("event", text, "A car bomb hit a queue", {"event": "ASSAULT"}, places=[{"role": "at", "name": name}])
    assert (gate(text).examine(made) is None) == passes


@pytest.mark.parametrize(("unit", "passes"), [("litres", True), ("families", False)])
def test_what_is_counted_may_stand_there_in_the_claims_own_word(unit: str, passes: bool, gate: Callable[..., Gate]) -> None:
    text = "The convoy brought 900 litres of fuel and 40 parcels."
    made = claim("figure", text, "900 litres of fuel", {"value": 900, "unit": unit})
    assert (gate(text).examine(made) is None) == passes


def test_a_list_goes_on_with_what_its_head_counts(gate: Callable[..., Gate]) -> None:
    text = "Those who crossed on Friday:\nAustralia – 34\nAustria – 33\n"
    made = claim("figure", text, "Austria – 33", {"value": 33, "measure": "exited"})
    assert gate(text).examine(made) is None
    assert gate(text).examine({**made, "figure": {"value": 33, "measure": "killed"}}) is not None


def test_the_same_doing_is_whose_it_was_told_to_be_last(gate: Callable[..., Gate]) -> None:
    text = "Russia bombed the market. The road stayed shut. Another air strike hit a school."
    made = claim("event", text, "Another air strike hit a school", {"event": "ASSAULT", "actor": "russia"})
    assert gate(text).examine(made) is None
    assert gate(text).examine({**made, "event": {"event": "ASSAULT", "actor": "turkey"}}) is not None
