"""What a briefing holds, in which order, and that it says no more than its claims."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from tawatur.briefing import brief, render
from tawatur.briefing.blocks import Brief, Chapter, Line
from tawatur.briefing.page import Item, Page, page
from tawatur.briefing.runs import Run, Runs
from tawatur.linking import group
from tawatur.records import Claim, Figure, Position
from tests.briefing.cases import CLAIMS, DATED, MADE, NAMED, REFUSES, THIRD, UNDATED, WHOLE, Case

MADE_BRIEF: Brief = Case().brief()


def chapter() -> Chapter:
    assert len(MADE_BRIEF.chapters) == 1
    return MADE_BRIEF.chapters[0]


def lines() -> dict[int, Line]:
    return {line.numbers[0]: line for section in chapter().sections for line in section.lines()}


def line_of(claim: Claim) -> Line:
    return next(line for line in lines().values() if claim in line.claims)


def test_sections_stand_in_the_order_of_questions() -> None:
    assert [section.name for section in chapter().sections] == [
        "position",
        "corridor",
        "figure",
        "talks",
        "appeal",
        "condition",
        "control",
        "event",
    ]


def test_every_claim_but_the_rejected_has_one_number_and_one_line() -> None:
    told = [claim.id for line in lines().values() for claim in line.claims]
    assert sorted(told) == sorted(claim.id for claim in CLAIMS if claim.status != "rejected")
    numbers = [number for section in chapter().sections for line in section.lines() for number in line.numbers]
    assert numbers == list(range(1, len(told) + 1))
    assert [citation.number for citation in MADE_BRIEF.citations] == numbers
    assert MADE_BRIEF.rejected == 1


def test_one_refusal_told_in_two_languages_is_one_line() -> None:
    line = line_of(CLAIMS[0])
    assert {claim.document for claim in line.claims} == {DATED.id, UNDATED.id}
    assert line.reports == 2


def test_demands_over_different_things_are_two_lines() -> None:
    assert line_of(CLAIMS[2]) is not line_of(CLAIMS[3])


def test_parts_stand_under_their_whole() -> None:
    assert next(part.claim.content for part in line_of(WHOLE).parts if isinstance(part.claim.content, Figure)).value == 23200


def test_circular_parts_do_no_harm() -> None:
    figure = WHOLE.content
    assert isinstance(figure, Figure)
    one = replace(WHOLE, id="one", content=replace(figure, part_of="two"))
    two = replace(WHOLE, id="two", content=replace(figure, value=7, part_of="one"))
    made = brief(group([DATED], [one, two]), [DATED], [one, two], made_at=MADE)
    assert len(made.citations) == 2


def test_unknown_says_what_is_open() -> None:
    unknown = chapter().unknown
    assert [report.id for report in unknown.undated] == [UNDATED.id]
    assert [report.id for report in unknown.unattributed] == [THIRD.id]
    assert {cited.words.text for cited in unknown.unnamed} == {"a resident", "a doctor", "مصادر محلية"}
    assert [cited.words.text for cited in unknown.places] == ["Old Mill"]
    assert [cited.words.text for cited in unknown.times] == ["on Wednesday"]
    assert len(unknown.unread) == 1
    assert unknown.refused == 1


def test_as_of_is_the_last_day_of_the_reports_and_never_ahead() -> None:
    assert MADE_BRIEF.latest == "2031-05-16"
    early = brief((), [DATED, THIRD], [], made_at="2031-05-15T00:00:00Z")
    assert early.latest == "2031-05-14"


def test_reviewed_only_where_a_person_looked_at_all_of_it() -> None:
    assert [line.reviewed for line in (line_of(CLAIMS[2]), line_of(CLAIMS[0]))] == [True, False]


def test_the_same_case_gives_the_same_briefing_whatever_its_order() -> None:
    turned = Case(claims=CLAIMS[::-1]).brief()
    assert render(turned, "ar", "html") == render(MADE_BRIEF, "ar", "html")


def test_long_ago_is_background() -> None:
    old = replace(WHOLE, id="old", time=replace(DATED.published or WHOLE.time, start="2029-01-01", end="2029-01-02"))  # type: ignore[type-var]
    made = brief(group([DATED], [old]), [DATED], [old], made_at=MADE)
    assert [section.name for section in made.chapters[0].sections] == ["background"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_an_empty_case_is_said_to_be_empty(language: str, form: str) -> None:
    said = render(brief((), (), (), made_at=MADE), language, form)
    assert {"en": "holds no reports", "ar": "لا تقارير"}[language] in said
    assert {"en": "Not for navigation", "ar": "ليست للملاحة"}[language] in said
    silent = render(brief(group([DATED], []), [DATED], [], made_at=MADE), language, form)
    assert {"en": "holds no claims", "ar": "لا ادعاءات"}[language] in silent
    assert {"en": "Radio Sample", "ar": "إذاعة مثال"}[language] in silent


def items(made: Page) -> Iterator[Item]:
    for leaf in made.leaves:
        for part in leaf.parts:
            if part.name not in ("unknown", "ways"):
                yield from (item for rack in part.racks for column in rack.columns for item in column.items)


def numbered(made: Page) -> Iterator[tuple[Item, list[int]]]:
    for item in items(made):
        yield item, [*item.numbers, *(int(run.text) for run in item.runs if run.kind == "cite")]


def strings(value: object) -> Iterator[str]:
    """Every word and number that a record holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int | float):
        yield f"{value:g}" if value != int(value) else str(int(value))
    elif is_dataclass(value):
        yield from (found for field in fields(value) for found in strings(getattr(value, field.name)))
    elif isinstance(value, tuple):
        yield from (found for item in value for found in strings(item))


def known(claim: Claim) -> set[str]:
    """What a line may show of a claim: its fields, its quotations, and the packs' names of what they name."""
    held = {found.casefold() for found in strings(claim)}
    named = {
        name
        for entry in NAMED
        for name in (entry.name, *(n for names in entry.names.values() for n in names))
        if entry.id in held or entry.name.casefold() in held
    }
    return held | {name.casefold() for name in named}


def dates(claim: object) -> set[str]:
    held = " ".join(strings(claim))
    return {str(int(piece)) for piece in re.findall(r"\d+", held)}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_name_number_and_quotation_of_a_line_stands_in_its_claims(language: str) -> None:
    claims = {citation.number: citation.claim for citation in MADE_BRIEF.citations}
    for item, numbers in numbered(page(MADE_BRIEF, language)):
        mine = [claims[number] for number in numbers]
        allowed = set().union(*map(known, mine))
        reports = (citation.report for citation in MADE_BRIEF.citations if citation.number in numbers)
        digits = set().union(*map(dates, mine), *map(dates, reports))
        for run in (run for runs in (item.runs, *item.details) for run in runs):
            if run.kind == "number":
                assert run.text.replace(",", "") in allowed | digits, run
            elif run.kind in ("name", "quote"):
                assert any(run.text.casefold() in held for held in allowed), run


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_briefings_own_words_hold_no_number_and_name_nobody(language: str) -> None:
    for item, _ in numbered(page(MADE_BRIEF, language)):
        for run in (run for runs in (item.runs, *item.details) for run in runs if run.kind == "plain"):
            assert not re.search(r"\d", run.text), run
            foreign = [sign for sign in run.text if sign.isalpha() and ("ARABIC" in unicodedata.name(sign)) != (language == "ar")]
            assert not foreign, run


def said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def test_every_line_is_reported_and_tells_its_source_and_state() -> None:
    for item, _ in numbered(page(MADE_BRIEF, "en")):
        assert any(said(detail).startswith("According to") for detail in item.details), said(item.runs)
        assert said(item.tags[-1]) in ("unreviewed", "reviewed")
        assert (said(item.tags[-1]) == "reviewed") == item.reviewed


def test_who_tells_a_position_is_said() -> None:
    text = render(MADE_BRIEF, "en", "txt")
    assert "told by the party itself" in text
    assert "told by a third" in text


def test_denials_and_reserve_come_before_what_they_concern() -> None:
    text = render(MADE_BRIEF, "en", "txt")
    assert "Denied by the source named below: “" in text
    assert "Said with reserve: Northern Brigade reportedly" in text


def test_a_party_that_no_pack_knows_stays_in_quotation_marks() -> None:
    claim = replace(CLAIMS[0], content=Position("the hated gang", "rejects", "route", "x"))
    made = brief(group([DATED], [claim]), [DATED], [claim], made_at=MADE)
    runs = [run for item, _ in numbered(page(made, "en")) for run in item.runs]
    assert Run("the hated gang", "quote", None) in runs


def test_a_position_without_an_object_shows_the_words_it_rests_on() -> None:
    claim = replace(CLAIMS[0], content=Position("northern-brigade", "rejects", "route"))
    made = brief(group([DATED], [claim]), [DATED], [claim], named=NAMED, made_at=MADE)
    assert REFUSES in render(made, "en", "html")
