"""The figures ledger as a picture: well-formed, in both directions, every mark in its panel, hostile words only words."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tawatur.briefing.rows import Rows
from tawatur.exports.chart import chart
from tawatur.ledgers import series
from tests.ledgers.told import AGAINST, FIRST, LATER, PACKS, told

SVG = "{http://www.w3.org/2000/svg}"


def drawn(language: str, hostile: str = "") -> str:
    reports = (FIRST, LATER, AGAINST)
    made, read = told(*reports)
    found = series(made.facts, read, reports, PACKS)
    if hostile:
        found = tuple(replace(one, group=hostile) for one in found)
    return chart(found, Rows(language, [*PACKS.actors.values(), *PACKS.outlets.values()], reports))


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_it_runs_as_its_language_does(language: str, direction: str) -> None:
    root = ElementTree.fromstring(drawn(language))
    lines = [text for text in root.iter(f"{SVG}text") if text.get("class") != "mark"]
    assert {text.get("direction") for text in lines} == {direction}
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_mark_stands_on_the_sheet(language: str) -> None:
    root = ElementTree.fromstring(drawn(language))
    width, height = (float(root.get(side) or 0) for side in ("width", "height"))
    moves = re.findall(r'translate\(([\d.]+) ([\d.]+)\)', drawn(language))
    assert len(moves) > 10
    assert all(0 < float(x) < width and 0 < float(y) < height for x, y in moves)


def test_time_runs_with_the_page() -> None:
    def first_and_last(language: str) -> tuple[float, float]:
        root = ElementTree.fromstring(drawn(language))
        days = [float(text.get("x") or 0) for text in root.iter(f"{SVG}text") if "2031" in (text.text or "")
                and text.get("text-anchor") == "middle"]
        return days[0], days[1]

    assert first_and_last("en")[0] < first_and_last("en")[1]
    assert first_and_last("ar")[0] > first_and_last("ar")[1]


def test_words_of_reports_stay_words() -> None:
    made = drawn("en", '</text><script>alert("x")</script>')
    assert "<script" not in made
    assert ElementTree.fromstring(made) is not None
