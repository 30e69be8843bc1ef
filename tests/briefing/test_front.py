"""The front page: a part of the whole briefing under the same numbers, and nothing left out uncounted."""

import re

import pytest

from tawatur.briefing import FORMS, LANGUAGES, front, render
from tawatur.briefing.front import LINES
from tests.briefing.cases import Case
from tests.briefing.test_writers import Elements

WHOLE = Case().brief()
FRONT = front(WHOLE)


def test_numbers_are_those_of_the_whole() -> None:
    whole = {citation.number: citation.claim for citation in WHOLE.citations}
    assert all(whole[citation.number] == citation.claim for citation in FRONT.citations)
    assert FRONT.claims == WHOLE.claims == len(whole)


def test_every_line_is_shown_or_counted() -> None:
    for short, full in zip(FRONT.chapters, WHOLE.chapters, strict=True):
        sizes = {section.name: sum(1 for _ in section.lines()) + section.left_out for section in full.sections}
        told = {section.name: sum(1 for _ in section.lines()) + section.left_out for section in short.sections}
        assert told | dict(short.beyond) == sizes


def test_of_a_section_only_a_few_lines_are_shown() -> None:
    shown = {section.name: sum(len(shelf.lines) for shelf in section.shelves) for section in FRONT.chapters[0].sections}
    assert shown.keys() <= LINES.keys()
    assert all(0 < shown[name] <= LINES[name] for name in shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_it_is_shorter_and_says_what_it_is(language: str, form: str) -> None:
    said = render(FRONT, language, form)
    assert len(said) < len(render(WHOLE, language, form))
    assert {"en": "Front page", "ar": "صفحة أولى"}[language] in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_lead_somewhere(language: str) -> None:
    page = Elements(render(FRONT, language, "html"))
    ids = {attrs["id"] for _, attrs in page.found if "id" in attrs}
    assert {(attrs["href"] or "")[1:] for tag, attrs in page.found if tag == "a"} <= ids
    said = render(FRONT, language, "md")
    notes = set(re.findall(r"^\[\^(\d+)\]:", said, re.MULTILINE))
    assert set(re.findall(r"\[\^(\d+)\](?!:)", said)) == notes
