"""Reckoning by an analyst's formula: ends carried through, nothing added twice, nothing reckoned that cannot be told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import InputError
from tawatur.ledgers import derived, reckoned
from tawatur.records import Claim, Draft, Evidence, Figure, Source
from tawatur.records.written import write
from tawatur.review import sealed


def claim(id: str, value: float | None, bound: str = "exact", low: float | None = None, high: float | None = None,
          **fields: object) -> Claim:
    ends = {"exact": (value, value), "about": (None, None), "at_least": (value, None), "at_most": (None, value)}.get(bound, (low, high))
    figure = replace(Figure("trapped", value, *ends, bound, "people", "civilians"), **fields)  # type: ignore[arg-type]
    return Claim(id, "d", figure, (Evidence(0, 1, "x"),), ((Source("o", "o", "outlet"),),))


@pytest.mark.parametrize(("a", "b", "low", "high", "rough"), [
    (claim("a", 4000), claim("b", 1200), 2800, 2800, False),
    (claim("a", 4000, "about"), claim("b", 1200), 2800, 2800, True),
    (claim("a", 4000), claim("b", 1200, "at_least"), None, 2800, False),
    (claim("a", 4000, "at_least"), claim("b", 1200), 2800, None, False),
    (claim("a", 4000), claim("b", 1200, "at_most"), 2800, 4000, False),
    (claim("a", None, "vague", 1000, 9999), claim("b", 1200), -200, 8799, False),
])
def test_what_is_open_stays_open(a: Claim, b: Claim, low: float | None, high: float | None, rough: bool) -> None:
    span = reckoned("a - b", {"a": a, "b": b})
    assert (span.low, span.high, span.rough, span.unit) == (low, high, rough, "people")


@pytest.mark.parametrize(("formula", "said"), [
    ("a +", "no formula"), ("a - c", "stands for nothing"), ("a", "does not stand"), ("a - len(b)", "stands for nothing"),
    ("a ** b", "nothing else"), ("a * b", "times"), ("a - b - 1", "bare number"), ("a / (b - b)", "nought"), ("-a - b", "nothing else"),
])
def test_what_cannot_be_reckoned_is_said(formula: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        reckoned(formula, {"a": claim("a", 4000), "b": claim("b", 1200)})


def test_parts_are_not_added_to_their_whole() -> None:
    whole, part = claim("whole-figure", 1200), claim("part-figure", 340, part_of="whole-figure")
    with pytest.raises(InputError, match="cannot be added"):
        reckoned("a + b", {"a": whole, "b": part})
    assert reckoned("a - b", {"a": whole, "b": part}).low == 860
    assert reckoned("b / a", {"a": whole, "b": part}).unit is None


def test_units_are_minded() -> None:
    with pytest.raises(InputError, match="families"):
        reckoned("a + b", {"a": claim("a", 10), "b": claim("b", 10, unit="families")})


@given(st.lists(st.integers(0, 10_000), min_size=4, max_size=4), st.sampled_from("+-*"))
def test_every_choice_within_the_ends_lies_within_the_result(ends: list[int], sign: str) -> None:
    (a, b), (c, d) = sorted(ends[:2]), sorted(ends[2:])
    number = {"+": "b", "-": "b", "*": "(b / b1)"}[sign]
    terms = {"a": claim("a", None, "between", a, b), "b": claim("b", None, "between", c, d)}
    span = reckoned(f"a {sign} {number}", {**terms, **({"b1": claim("c", 1)} if sign == "*" else {})})
    for x in (a, (a + b) // 2, b):
        for y in (c, (c + d) // 2, d):
            value = {"+": x + y, "-": x - y, "*": x * y}[sign]
            assert span.low is not None
            assert span.high is not None
            assert span.low <= value <= span.high


def test_it_is_reckoned_from_the_claims_as_they_stand() -> None:
    a, b = claim("a", 4000), claim("b", 1200)
    draft = Draft("derive", "t", "Lina", "2031-01-01T00:00:00+00:00", others=("a", "b"), documents=("d",),
                  before={"a": write(a.content), "b": write(b.content)}, after={"name": "inside", "formula": "a - b", "terms": ["a=a", "b=b"]})
    entry = sealed(draft, None, "salt")
    (made,) = derived([entry], {"a": a, "b": b})
    assert (made.name, made.low, made.high, made.open) == ("inside", 2800, 2800, False)
    (moved,) = derived([entry], {"a": claim("a", 5000), "b": b})
    assert (moved.low, moved.open) == (3800, True)
    for gone in ({"a": a}, {"a": a, "b": replace(b, status="rejected")}):
        (left,) = derived([entry], gone)
        assert (left.low, left.high, left.open, [term.letter for term in left.terms]) == (None, None, True, ["a"])
    undo = sealed(Draft("undo", entry.id, "Lina", "2031-01-02T00:00:00+00:00"), entry, "salt")
    assert derived([entry, undo], {"a": a, "b": b}) == ()
