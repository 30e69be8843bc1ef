"""Beside how many reports tell a line stands how many origins they come down to, where that is known of this very line."""

from dataclasses import replace

import pytest

from tawatur.briefing import brief, render
from tawatur.briefing.standing import Standing
from tawatur.records import Claim, Document, Episode, Evidence, Fact, Figure, Independent, Place, Reason, Source, Time

DAY = Time("2031-05-03", "2031-05-03", "3 May", "explicit")
PLACE = Place("at", "mill", "Mill", 35.1, 40.2, "Mill", 1)
TEXT = "1,730 people are trapped in Mill"


def claim(number: int) -> Claim:
    chain = (Source(f"Post {number}", f"Post {number}", "outlet"),)
    figure = Figure("trapped", 1730, 1730, 1730, "exact", "people", "civilians")
    return Claim(f"c{number}", f"d{number}", figure, (Evidence(0, 5, TEXT[:5]),), (chain,), time=DAY, places=(PLACE,))


def page(fact: Fact, language: str = "en") -> str:
    claims = [claim(number) for number in range(3)]
    documents = [Document(one.document, one.document, "", TEXT, language="en", published=DAY) for one in claims]
    episode = Episode("e", documents=tuple(one.document for one in claims), claims=tuple(one.id for one in claims))
    made = brief([episode], documents, claims, made_at="2031-06-01T00:00:00Z", facts=[fact])
    return " ".join(render(made, language, "txt").split())


FACT = Fact("f", "figure", ("c0", "c1", "c2"), ("Post 0",), Independent(1, 1), "agree",
            grounds=(Reason("root", 3.0, "Post 0", "sure"), Reason("reprint", 1.0, "d0", "d1")))


def test_three_reports_of_one_origin() -> None:
    assert "3 reports, 1 origin" in page(FACT)
    assert "تقارير، أصل واحد" in page(FACT, "ar")


def test_bounds_are_told_as_bounds() -> None:
    assert "3 reports, 1 to 2 origins" in page(replace(FACT, independent=Independent(1, 2)))


@pytest.mark.parametrize("claims", [("c0", "c1"), ("c9",)], ids=["fewer", "others"])
def test_what_is_not_told_of_this_very_line_is_not_said(claims: tuple[str, ...]) -> None:
    said = page(replace(FACT, claims=claims, independent=Independent(2, 2)))
    assert "3 reports" in said
    assert "origins" not in said.partition("Not redacted")[2]


def test_a_fact_is_told_with_its_roots_and_copies() -> None:
    assert Standing("en").origins(FACT, 3) == "3 reports, 1 origin: Post 0 (3 reports); 1 pair of the reports copies"
    unsure = replace(FACT, independent=Independent(1, 2), grounds=(Reason("root", 2.0, "Post 0", "sure"), Reason("root", 1.0, "x", "unsure")))
    assert Standing("en").origins(unsure, 3) == "3 reports, 1 to 2 origins: Post 0 (2 reports); x (1 report), not known to be another"


def test_why_values_differ_is_said_in_both_languages() -> None:
    differing = replace(FACT, agreement="undetermined", why="dates_unknown")
    assert Standing("en").agreement(differing) == "undetermined: the days are not known"
    assert Standing("ar").agreement(differing) == "غير محسومة: الأيام غير معروفة"
