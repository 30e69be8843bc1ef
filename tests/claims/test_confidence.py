"""Confidence comes from the measured rows alone, and never leaves its bounds."""

from dataclasses import replace

import pytest

from tawatur import packs
from tawatur.claims.confidence import LEAST, MOST, SAID, by_actor, confidence, features, graded
from tawatur.packs import Row
from tests.invented import reading

KNOWN = packs.load()


def row(feature: str, value: str, weight: float, kind: str = "figure") -> Row:
    return Row({"kind": kind, "feature": feature, "value": value, "weight": str(weight)}, "codebook/confidence.csv:2")


@pytest.mark.parametrize(("weights", "sure"), [
    ({("figure", "base", ""): 0.0}, 0.5),
    ({("figure", "base", ""): 0.0, ("figure", "party", "name"): 1.386}, 0.8),
    ({("figure", "base", ""): 0.0, ("figure", "party", "none"): 9.0}, 0.5),
    ({("figure", "base", ""): 9.0}, MOST), ({("figure", "base", ""): -9.0}, LEAST),
])
def test_weights_add_up(weights: dict[tuple[str, str, str], float], sure: float) -> None:
    assert confidence(weights, "figure", {"party": "name"}) == sure


def test_each_claim_is_graded_by_its_kind() -> None:
    read = reading()
    told = list(graded(read.claims, read, replace(KNOWN, tables={"confidence": (row("base", "", 2.0),)})))
    assert [one.confidence for one in told] == [0.88 if one.kind == "figure" else before.confidence
                                                for one, before in zip(told, read.claims, strict=True)]


def test_without_rows_nothing_changes() -> None:
    read = reading()
    assert tuple(graded(read.claims, read, replace(KNOWN, tables={}))) == read.claims


def test_what_a_claim_shows() -> None:
    read = reading()
    for claim in read.claims:
        shown = features(claim, read, by_actor(read))
        assert shown["said"] == str(getattr(claim.content, SAID[claim.kind]) or "none")
        assert shown["chain"] == str(min(len(claim.chains[0]), 3))
        assert shown["language"] == "en"


def test_every_kind_has_a_measured_base() -> None:
    rows = KNOWN.tables["confidence"]
    assert {one["kind"] for one in rows if one["feature"] == "base"} == set(SAID)
    assert all(one["note"].startswith("n ") for one in rows)
