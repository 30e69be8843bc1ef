"""The gate as a room: spans, places, times, chains, parties that the packs do not know, refusals, and any odd input."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur import claims
from tawatur.grounding import Gate, check, examine, ground
from tawatur.packs import Packs
from tawatur.records import Corridor, Figure, Reading
from tawatur.records.written import KINDS, write

TEXT = (
    "More than 250 people left Hajin for Abu Kamal on 3 May 2018, the council said. "
    "The SDF refused to open the road. They want the weapons first."
)
QUOTE = "More than 250 people left Hajin for Abu Kamal on 3 May 2018"


def made(quote: str = QUOTE, text: str = TEXT, kind: str = "figure", **fields: Any) -> dict[str, Any]:
    start = text.index(quote)
    return {"kind": kind, kind: {}, "evidence": [{"start": start, "end": start + len(quote), "quote": quote}], **fields}


def test_only_the_fields_that_are_there_are_checked(gate: Callable[..., Gate]) -> None:
    assert gate(TEXT).examine(made()) is None
    assert gate(TEXT).examine(made(figure={"value": 250, "population": None, "composition": []})) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(shift=st.integers(-90, 90).filter(bool), grow=st.integers(-3, 3))
def test_a_shifted_span_is_always_refused(shift: int, grow: int, gate: Callable[..., Gate]) -> None:
    piece = made()["evidence"][0]
    moved = {"start": piece["start"] + shift, "end": piece["end"] + shift + grow, "quote": QUOTE}
    reason = gate(TEXT).examine({**made(figure={"value": 250}), "evidence": [moved]})
    assert reason is not None
    assert reason.startswith("span:")


@pytest.mark.parametrize(
    "evidence",
    [
        [],
        [{"start": 5, "end": 5, "quote": ""}],
        [{"start": -1, "end": 4}],
        [{"start": 0, "end": 10_000}],
        [{"start": 0, "end": 3}],
        [{"start": 0, "end": 10}],
        [{"start": "0", "end": 4}],
        [{}],
        ["x"],
        "text",
        None,
    ],
)
def test_a_span_that_is_none(evidence: Any, gate: Callable[..., Gate]) -> None:
    reason = gate(TEXT).examine({**made(), "evidence": evidence})
    assert reason is not None
    assert reason.startswith("span:")


def test_a_paragraph_is_no_span(gate: Callable[..., Gate]) -> None:
    text = "The road was closed and " * 20 + "that was all."
    assert "more than the 60" in str(gate(text).examine(made(text, text, "corridor")))


@pytest.mark.parametrize(
    ("places", "passes"),
    [
        ([{"role": "from", "name": "Hajin"}, {"role": "to", "name": "Abu Kamal"}], True),
        ([{"role": "to", "name": "Hajin"}, {"role": "from", "name": "Abu Kamal"}], False),
        ([{"role": "at", "name": "Raqqa"}], False),
    ],
)
def test_from_and_to(places: list[dict[str, str]], passes: bool, gate: Callable[..., Gate]) -> None:
    assert (gate(TEXT).examine(made(places=places)) is None) == passes


@pytest.mark.parametrize(("place", "passes"), [("Raqqa", True), ("Hajin", False)])
def test_a_place_is_named_near(place: str, passes: bool, gate: Callable[..., Gate]) -> None:
    text = "Prices rose in Hajin. The clinic had no power. Snow fell. A mill burnt down in Raqqa. Two mortars struck a school."
    made_there = made("Two mortars struck a school", text, "event", event={"event": "ASSAULT"}, places=[{"role": "at", "name": place}])
    assert (gate(text).examine(made_there) is None) == passes


@pytest.mark.parametrize(("home", "goal", "passes"), [("هجين", "البوكمال", True), ("البوكمال", "هجين", False)])
def test_places_are_known_in_the_other_script(home: str, goal: str, passes: bool, gate: Callable[..., Gate]) -> None:
    places = [{"role": "from", "name": home}, {"role": "to", "name": goal}]
    assert (gate(TEXT).examine(made(places=places)) is None) == passes


@pytest.mark.parametrize(("party", "passes"), [("قسد", True), ("Syrian Democratic Forces", True), ("داعش", False)])
def test_parties_may_be_called_by_any_name(party: str, passes: bool, gate: Callable[..., Gate]) -> None:
    said = {"party": party, "stance": "rejects", "issue": "route"}
    claim = made("The SDF refused to open the road", kind="position", position=said)
    assert (gate(TEXT).examine(claim) is None) == passes


@pytest.mark.parametrize(("day", "passes"), [("2018-05-03", True), ("2018-05-13", False), ("2019-05-03", False)])
def test_a_date_is_the_texts(day: str, passes: bool, gate: Callable[..., Gate]) -> None:
    assert (gate(TEXT).examine(made(time={"start": day, "end": day, "basis": "explicit"})) is None) == passes


def test_a_weekday_is_the_texts_even_where_nobody_knows_the_week(gate: Callable[..., Gate]) -> None:
    text = "Russia opened the road on Wednesday."
    wednesday, thursday = ({"start": day, "end": day, "basis": "weekday"} for day in ("2019-01-30", "2019-01-31"))
    assert gate(text).examine(made(text, text, "corridor", time=wednesday)) is None
    assert gate(text).examine(made(text, text, "corridor", time=thursday)) is not None


def test_sources_stand_in_the_report(gate: Callable[..., Gate]) -> None:
    outlet, council = (
        {"kind": "outlet", "name": "Elsewhere"},
        {"kind": "organisation", "name": "the council", "text": "the council"},
    )
    assert gate(TEXT).examine(made(chains=[[outlet, council]])) is None
    assert "chain:" in str(gate(TEXT).examine(made(chains=[[outlet, {"kind": "person", "name": "Nobody Anybody"}]])))


def test_a_pronoun_means_whoever_was_named_last(gate: Callable[..., Gate]) -> None:
    claim = made("They want the weapons first", kind="position")
    assert gate(TEXT).examine({**claim, "position": {"party": "sdf", "stance": "demands", "issue": "weapons"}}) is None
    assert gate(TEXT).examine({**claim, "position": {"party": "isis", "stance": "demands", "issue": "weapons"}}) is not None


def test_a_group_that_no_pack_knows(gate: Callable[..., Gate]) -> None:
    text = "The Red Valley Brigade rejected the ceasefire."
    claim = made(text.rstrip("."), text, "position")
    assert gate(text).examine({**claim, "position": {"party": "Red Valley Brigade", "stance": "rejects"}}) is None
    assert gate(text).examine({**claim, "position": {"party": "Blue Mountain Front", "stance": "rejects"}}) is not None


@pytest.mark.parametrize(("modality", "passes"), [("asserted", False), ("denied", True)])
def test_what_a_source_denies(modality: str, passes: bool, gate: Callable[..., Gate]) -> None:
    text = "The army did not bomb the market."
    claim = made(text.rstrip("."), text, "event", event={"event": "ASSAULT"}, modality=modality)
    assert (gate(text).examine(claim) is None) == passes


@pytest.mark.parametrize(("modality", "passes"), [("asserted", False), ("denied", True)])
def test_what_is_denied_in_the_span(modality: str, passes: bool, gate: Callable[..., Gate]) -> None:
    text = "نفت موسكو قصف المشفى."
    claim = made(text.rstrip("."), text, "event", event={"event": "ASSAULT", "actor": "russia"}, modality=modality)
    assert (gate(text, "ar").examine(claim) is None) == passes


def test_a_way_stands_without_a_proposer_that_nothing_makes_so(read: Callable[..., Reading], known: Packs) -> None:
    reading = claims.claim(read("The crossing at Rafah was opened for the wounded on Monday."), known)
    ways = [one for one in reading.claims if isinstance(one.content, Corridor)]
    assert ways
    wrong = [replace(one, content=replace(one.content, proposed_by="hamas")) for one in ways if isinstance(one.content, Corridor)]
    grounded = ground(replace(reading, claims=tuple(wrong)), known)
    assert [one.content for one in grounded.claims] == [one.content for one in ways]
    assert [refusal.claim for refusal in grounded.refusals] == wrong


def test_rules_claims_that_fail_are_kept_as_refusals(read: Callable[..., Reading], known: Packs) -> None:
    reading = claims.claim(read(TEXT), known)
    counted = next(claim for claim in reading.claims if isinstance(claim.content, Figure))
    assert isinstance(counted.content, Figure)
    false = replace(counted, content=replace(counted.content, value=2500))
    other = replace(counted, id="another", content=replace(counted.content, part_of=false.id))
    gated = ground(replace(reading, claims=(false, other)), known)
    assert [refusal.claim for refusal in gated.refusals] == [false]
    assert gated.refusals[0].reason.startswith("number:")
    assert [claim.content.part_of for claim in gated.claims if isinstance(claim.content, Figure)] == [None]
    assert check(counted, reading, known) is None
    assert examine(write(false), reading, known) == gated.refusals[0].reason


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 300) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["start", "end", "quote", "role", "name", "text", "party", "value", "bound", "status"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(
    kind=st.sampled_from(sorted(KINDS)),
    said=JSON,
    rest=st.dictionaries(st.sampled_from(["modality", "time", "places", "chains", "id"]), JSON),
)
def test_any_odd_claim_gets_an_answer(kind: str, said: Any, rest: dict[str, Any], gate: Callable[..., Gate]) -> None:
    reason = gate(TEXT).examine({**made(kind=kind), kind: said, **rest})
    assert reason is None or reason
