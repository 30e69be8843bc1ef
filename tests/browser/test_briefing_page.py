"""The HTML briefing as a reader sees it: direction, width, contrast, links, and not one request to the network."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tawatur.briefing import render
from tests.briefing.cases import Case, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (1280, 390)
SPILLING = """() => [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 2 && (box.right > innerWidth + 1 || box.left < -1);
}).map(e => e.tagName + ': ' + e.textContent.slice(0, 40))"""
CONTRAST = """() => {
    const rgb = text => text.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = e => { for (; e; e = e.parentElement) {
        const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
    return [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .map(e => { const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
            return [(a + 0.05) / (b + 0.05), e.className + ' ' + e.textContent.trim().slice(0, 30)]; })
        .filter(([ratio]) => ratio < 4.5).map(([ratio, what]) => ratio.toFixed(2) + ' ' + what);
}"""


@pytest.fixture(params=WIDTHS, ids=str)
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(params=("en", "ar"))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def opened(browser: "Browser", path: Path, html: str, width: int, scheme: str = "light") -> "Page":
    path.write_text(html, encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    return page


@pytest.fixture
def page(browser: "Browser", tmp_path: Path, width: int, language: str) -> Iterator["Page"]:
    made = opened(browser, tmp_path / "brief.html", render(Case().brief(), language, "html"), width)
    yield made
    made.close()


def test_nothing_spills_over_the_sides(page: "Page", width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(SPILLING) == []


def test_text_runs_as_its_language_does(page: "Page", language: str) -> None:
    expected = "rtl" if language == "ar" else "ltr"
    assert page.evaluate("getComputedStyle(document.body).direction") == expected
    others = page.evaluate(
        "[...document.querySelectorAll('main li, main p, h1, h2, h3')].map(e => getComputedStyle(e).direction)"
    )
    assert set(others) == {expected}
    quotes = page.evaluate("[...document.querySelectorAll('blockquote')].map(e => [e.lang, getComputedStyle(e).direction])")
    assert {tuple(quote) for quote in quotes} == {("en", "ltr"), ("ar", "rtl")}


def test_the_reader_sees_what_matters(page: "Page", language: str, tmp_path: Path) -> None:
    seen = page.inner_text("body")
    for words in {
        "en": ("What is on the table", "Not for navigation", "At least 36,250 people left", "unreviewed", "Wadi Rumman"),
        "ar": ("ما هو مطروح", "ليست للملاحة", "خروج 36,250 شخصا على الأقل", "غير مراجع", "وادي الرمان"),
    }[language]:
        assert words in seen
    shot = tmp_path / "shot.png"
    page.screenshot(path=shot, full_page=True)
    assert shot.stat().st_size > 20_000


def test_a_number_leads_to_its_words_and_back(page: "Page") -> None:
    page.click("#r1")
    assert page.evaluate("document.querySelector(':target').id") == "c1"
    assert "The Valley Garrison wants the eastern road opened for civilians" in page.inner_text("#c1")
    page.click("#c1 .back")
    assert page.evaluate("document.querySelector(':target').id") == "r1"


def test_positions_stand_side_by_side_where_there_is_room(page: "Page", width: int) -> None:
    tops = page.evaluate(
        "[...document.querySelectorAll('.rack.beside')[0].querySelectorAll('.column')].map(e => e.getBoundingClientRect().top)"
    )
    assert (len(set(tops)) == 1) == (width > 600)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(browser: "Browser", tmp_path: Path, language: str, scheme: str) -> None:
    page = opened(browser, tmp_path / "brief.html", render(Case().brief(), language, "html"), 1280, scheme)
    assert page.evaluate(CONTRAST) == []
    page.close()


def test_hostile_words_do_nothing(browser: "Browser", tmp_path: Path, language: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a report opened a dialog: {dialog.message}"))
    path = tmp_path / "hostile.html"
    path.write_text(render(hostile().brief(), language, "html"), encoding="utf-8")
    page.goto(path.as_uri())
    assert asked == [path.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(SPILLING) == []
    assert '<script>alert("x")</script>' in page.inner_text("body")
    page.close()
