"""Charts and graphs as a reader sees them: every word on the sheet, nothing asked of the network, marks where their numbers are."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tawatur.briefing.blocks import Named
from tawatur.briefing.lineage import Lineage
from tawatur.briefing.rows import Rows
from tawatur.exports import graph
from tawatur.exports.chart import chart
from tawatur.ledgers import origins, series
from tests.ledgers.told import AGAINST, FIRST, LATER, PACKS, UNDATED, told

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPORTS = (FIRST, LATER, AGAINST, UNDATED)
NAMED: list[Named] = [*PACKS.actors.values(), *PACKS.outlets.values()]
OFF = """() => { const sheet = document.documentElement.getBoundingClientRect();
    return [...document.querySelectorAll('text, rect, path')].map(e => [e.getBoundingClientRect(), e.textContent])
        .filter(([box]) => box.width > 0 && (box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1))
        .map(([box, text]) => text.slice(0, 40) + ' ' + Math.round(box.left) + '..' + Math.round(box.right)); }"""
BESIDE = """() => [...document.querySelectorAll('text:not(.mark)')].map(e => getComputedStyle(e).direction)"""


def drawn(picture: str, language: str) -> str:
    made, read = told(*REPORTS)
    if picture == "chart":
        return chart(series(made.facts, read, REPORTS, PACKS), Rows(language, NAMED, REPORTS))
    return graph.svg(origins(made.descents, {claim.id: claim.document for claim in read}), Lineage(language, NAMED, REPORTS))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("picture", ["chart", "graph"])
def test_every_word_stands_on_the_sheet(browser: "Browser", tmp_path: Path, picture: str, language: str) -> None:
    path = tmp_path / f"{picture}.svg"
    path.write_text(drawn(picture, language), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    assert page.evaluate(OFF) == []
    assert set(page.evaluate(BESIDE)) == {"rtl" if language == "ar" else "ltr"}
    assert asked == [path.as_uri()]
    page.close()
