"""Hints: words of no class license a value where nothing speaks against it, and never against a word that has a class."""

from collections.abc import Callable
from typing import Any

import pytest

from tawatur.grounding import Gate
from tawatur.grounding.dates import STEP
from tawatur.grounding.numbers import LIMITS
from tawatur.grounding.parties import GRIP
from tawatur.grounding.predicates import LIGHT
from tawatur.packs import Packs

Json = dict[str, Any]


def reason(gate: Callable[..., Gate], text: str, kind: str, said: Json, language: str, **more: Any) -> str | None:
    end = len(text.rstrip("."))
    claim = {"kind": kind, kind: said, "evidence": [{"start": 0, "end": end, "quote": text[:end]}], **more}
    return gate(text, language).examine(claim)


@pytest.mark.parametrize(
    ("text", "kind", "true", "false", "language"),
    [
        ("The bakery by the mill has had no yeast since spring.", "condition", {"sector": "food"}, {"sector": "documents"}, "en"),
        ("Two of the wards have no roof and the nurses work by candle.", "condition", {"sector": "health"}, {"sector": "money"}, "en"),
        ("Hamas misgivings grew with every hour.", "position", {"party": "hamas", "stance": "rejects"}, {"stance": "offers"}, "en"),
        ("الفرن الوحيد في الحي بلا خميرة.", "condition", {"sector": "food"}, {"sector": "documents"}, "ar"),
        ("الممرضون يعملون على ضوء الشموع.", "condition", {"sector": "health"}, {"sector": "money"}, "ar"),
    ],
)
def test_a_hint_licenses_its_value_alone(
    text: str, kind: str, true: Json, false: Json, language: str, gate: Callable[..., Gate]
) -> None:
    assert reason(gate, text, kind, true, language) is None
    assert reason(gate, text, kind, false, language) is not None


def test_a_hint_is_no_match_for_a_word_of_another_value(gate: Callable[..., Gate]) -> None:
    text = "Hamas accepted the plan, whatever its misgivings."
    assert reason(gate, text, "position", {"stance": "accepts"}, "en") is None
    assert reason(gate, text, "position", {"stance": "rejects"}, "en") is not None


def test_every_hint_names_a_value_that_is_licensed(known: Packs) -> None:
    values = {(field, row["value"]) for row in known.tables["licences"] for field in (row["field"], row["kind"])}
    values |= {("measure", row["measure"]) for tongue in known.languages.values() for row in tongue.table("measures")}
    values |= {("mode", mode) for row in known.tables["licences"] if row["field"] == "modes" for mode in row["signs"].split()}
    values |= {("kind", row["kind"]) for row in known.tables["licences"]}
    named = {name for tongue in known.languages.values() for row in tongue.table("hints") for name in row["hint"].split()}
    named -= {LIGHT, f"{LIGHT}:position", GRIP, *(f"{STEP}:{step}" for step in ("-1", "0", "1", "after", "before")), *(f"bound:{bound}" for bound in LIMITS)}
    assert named
    assert not {name for name in named if tuple(name.split(":")) not in values}
