"""What is told as done is no plan and no doubt; what is to come, may come or hangs on something is not told as done."""

from collections.abc import Callable
from typing import Any

import pytest

from tawatur.grounding import Gate

AID, STRIKE, LET_GO = {"event": "AID"}, {"event": "ASSAULT"}, {"event": "RETREAT", "mode": "release"}


@pytest.mark.parametrize(
    ("text", "language", "said", "true", "false"),
    [
        ("The gunmen shelled the mill on Sunday.", "en", STRIKE, "asserted", ("planned", "conditional", "possible")),
        ("The gunmen fired mortars at the mill on 9 May.", "en", STRIKE, "asserted", ("planned", "possible")),
        ("The gunmen will shell the mill on Sunday.", "en", STRIKE, "planned", ("asserted",)),
        ("If nobody answers, the gunmen will shell the mill.", "en", STRIKE, "conditional", ("asserted",)),
        ("The convoy will bring flour and blankets to the valley.", "en", AID, "planned", ("asserted",)),
        ("The gunmen may release the two millers.", "en", LET_GO, "possible", ("asserted",)),
        ("The gunmen released the two millers.", "en", LET_GO, "asserted", ("planned", "possible")),
        ("وقصف المسلحون الطاحونة يوم الأحد.", "ar", STRIKE, "asserted", ("planned", "conditional", "possible")),
        ("وسيقصف المسلحون الطاحونة يوم الأحد.", "ar", STRIKE, "planned", ("asserted",)),
        ("وقد يقصف المسلحون الطاحونة يوم الأحد.", "ar", STRIKE, "possible", ("asserted",)),
    ],
)
def test_the_manner_of_a_claim_is_that_of_its_clause(
    text: str, language: str, said: dict[str, Any], true: str, false: tuple[str, ...], gate: Callable[..., Gate]
) -> None:
    end = len(text) - 1
    claim = {"kind": "event", "event": said, "evidence": [{"start": 0, "end": end, "quote": text[:end]}]}
    assert gate(text, language).examine({**claim, "modality": true}) is None
    for modality in false:
        assert gate(text, language).examine({**claim, "modality": modality}) is not None, modality


@pytest.mark.parametrize(("role", "passes"), [("from", True), ("to", False)])
def test_where_somebody_came_from_is_not_where_he_went(role: str, passes: bool, gate: Callable[..., Gate]) -> None:
    text = "ونزحت 90 عائلة من ميناء الزعتر إلى التلال."
    claim = {"kind": "figure", "figure": {"value": 90}, "evidence": [{"start": 0, "end": 41, "quote": text[:41]}]}
    place = {"role": role, "name": "ميناء الزعتر"}
    assert (gate(text, "ar").examine({**claim, "places": [place]}) is None) == passes


@pytest.mark.parametrize(("day", "passes"), [("2031-05-08", True), ("2031-05-15", False), ("2031-05-07", False)])
def test_a_weekday_is_that_of_its_week(day: str, passes: bool, gate: Callable[..., Gate]) -> None:
    text = "The gunmen shelled the mill on Thursday."
    claim = {"kind": "event", "event": STRIKE, "evidence": [{"start": 0, "end": 39, "quote": text[:39]}]}
    time = {"start": day, "end": day, "basis": "weekday"}
    assert (gate(text, "en", "2031-05-12").examine({**claim, "time": time}) is None) == passes
