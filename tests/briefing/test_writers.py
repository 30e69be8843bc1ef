"""The three forms: every number leads somewhere, direction holds, and hostile words stay words."""

import itertools
import re
from html.parser import HTMLParser

import pytest

from tawatur.briefing import FORMS, LANGUAGES, render
from tawatur.briefing.isolates import FSI, LRI, PDI, wrapped
from tawatur.briefing.runs import Run, shown
from tawatur.errors import InputError
from tests.briefing.cases import Case, hostile

BRIEF, HOSTILE = Case().brief(), hostile().brief()
VOID = {"meta", "br", "link", "img", "input", "hr"}
OVERRIDES = re.compile(r"[\u202a-\u202e]")


class Elements(HTMLParser):
    """The elements of a page, and whether they are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_well_made(language: str) -> None:
    page = Elements(render(BRIEF, language, "html"))
    assert page.open == []
    tags = [tag for tag, _ in page.found]
    assert {"header", "nav", "main", "footer", "h1"} <= set(tags)
    assert tags.count("h1") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), "a level of headings is left out"
    ids = [attrs["id"] for _, attrs in page.found if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {(attrs["href"] or "")[1:] for tag, attrs in page.found if tag == "a"}
    assert targets <= set(ids), "a link leads nowhere"
    numbers = range(1, len(BRIEF.citations) + 1)
    assert {f"c{number}" for number in numbers} | {f"r{number}" for number in numbers} <= targets & set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_needs_nothing_but_itself(language: str) -> None:
    page = Elements(render(BRIEF, language, "html"))
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in page.found}
    assert "default-src 'none'" in render(BRIEF, language, "html")
    assert "url(" not in render(BRIEF, language, "html")


def test_arabic_runs_from_the_right_and_quotations_in_their_own_direction() -> None:
    found = Elements(render(BRIEF, "ar", "html")).found
    assert dict(found)["html"] == {"lang": "ar", "dir": "rtl"}
    quotes = [attrs for tag, attrs in found if tag == "blockquote"]
    assert {(attrs["dir"], attrs["lang"]) for attrs in quotes} == {("ltr", "en"), ("rtl", "ar")}


def test_every_latin_name_and_number_in_arabic_html_is_isolated() -> None:
    page = render(BRIEF, "ar", "html")
    body = page[page.index("<body>") :]
    bare = re.sub(r"<(bdi|blockquote|code)\b[^>]*>.*?</\1>", "", body, flags=re.DOTALL)
    assert not re.search(r"[A-Za-z0-9]", re.sub(r"<[^>]*>|&\w+;", "", bare))


@pytest.mark.parametrize("form", ["txt", "md"])
def test_every_latin_name_and_number_in_arabic_text_is_isolated(form: str) -> None:
    for line in render(BRIEF, "ar", form).splitlines():
        bare = line
        while bare != (fewer := re.sub(f"[{FSI}{LRI}][^{FSI}{LRI}{PDI}]*{PDI}", "", bare)):
            bare = fewer
        markup = re.sub(r"<[^>]*>|\[\^\d+\]:?|^#+ |&\w+;", "", bare)
        assert not re.search(r"[A-Za-z0-9]", markup), line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["txt", "md"])
@pytest.mark.parametrize("made", [BRIEF, HOSTILE])
def test_isolates_are_balanced_within_every_line(language: str, form: str, made: object) -> None:
    for line in render(made, language, form).splitlines():  # type: ignore[arg-type]
        depth = 0
        for sign in line:
            depth += (sign in (FSI, LRI)) - (sign == PDI)
            assert depth >= 0, line
        assert depth == 0, line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_words_of_reports_cannot_become_anything_else(language: str, form: str) -> None:
    text = render(HOSTILE, language, form)
    assert not OVERRIDES.search(text)
    assert "\x1b" not in text
    if form == "html":
        page = Elements(text)
        assert page.open == []
        assert not {"script", "img", "i", "b", "marquee", "y", "x"} & {tag for tag, _ in page.found}
        assert 'alert("x")' in page.words
    if form == "md":
        assert "<script" not in text.replace("\\<", "")
        assert "[click](" not in text
        assert "https://" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_a_terminal_fits_unless_a_word_is_longer(language: str) -> None:
    for line in render(BRIEF, language, "txt").splitlines():
        assert len(re.sub(r"[\u200f\u2066-\u2069]", "", line)) <= 92


def test_markdown_footnotes_lead_both_ways() -> None:
    text = render(BRIEF, "en", "md")
    defined = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert defined == set(re.findall(r"\[\^(\d+)\](?!:)", text)) == {str(citation.number) for citation in BRIEF.citations}


def test_shown_keeps_words_and_drops_what_turns_them() -> None:
    assert shown("a\u202eb\u2067c\u2069\n\td\x1b[0m") == "abc d [0m"
    assert Run("٢ مدنيين", "quote").direction == "rtl"


def test_wrapping_closes_and_opens_isolates() -> None:
    lines = list(wrapped(f"one {FSI}two three{PDI} four", 8, "", ""))
    assert lines == [f"one {FSI}two{PDI}", f"{FSI}three{PDI}", "four"]


def test_a_language_or_form_that_is_none_is_one_clear_line() -> None:
    with pytest.raises(InputError, match="choose one of en, ar"):
        render(BRIEF, "fr", "txt")
    with pytest.raises(InputError, match="choose one of txt, md, html"):
        render(BRIEF, "en", "pdf")
