"""Who speaks through whom, drawn: well-formed, in both directions, nothing off the sheet, and as a graph for other programs."""

import re
from xml.etree import ElementTree

import pytest

from tawatur.briefing.lineage import Lineage
from tawatur.exports import graph
from tawatur.ledgers import origins
from tawatur.records import Descent, Node, Origin

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = Node("x", '"]; <script>alert(1)</script>', True)
REUTERS, POST = Node("reuters", "Reuters", True), Node("post", "جريدة الطاحونة", True)
FOUND: tuple[Origin, ...] = origins([Descent("a", (POST, REUTERS, HOSTILE)), Descent("b", (REUTERS,))], {"a": "1", "b": "2"})


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_it_runs_as_its_language_does(language: str, direction: str) -> None:
    made = graph.svg(FOUND, Lineage(language, [], []))
    root = ElementTree.fromstring(made)
    assert {text.get("direction") for text in root.iter(f"{SVG}text")} == {direction}
    assert "<script" not in made
    width = float(root.get("width") or 0)
    boxes = [box for box in root.iter(f"{SVG}rect") if box.get("class") == "box"]
    assert len(boxes) == 4
    assert all(float(box.get("x") or -1) >= 0 and float(box.get("x") or 0) + graph.WIDE <= width for box in boxes)
    first, last = float(boxes[0].get("x") or 0), float(boxes[2].get("x") or 0)
    assert (first < last) == (direction == "ltr")


def test_dot_names_each_hand_once() -> None:
    made = graph.dot(FOUND, Lineage("en", [], []))
    assert made.count("label=\"Reuters\"") == 1
    assert '"x" -> "reuters" [label=1];' in made
    assert len(re.findall(r'^  "', made, re.M)) == 3 + 2
    assert '\\"]; <script>' in made
