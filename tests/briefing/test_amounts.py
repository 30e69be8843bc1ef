"""Bounds are words in both languages, and the counted noun agrees with its number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.briefing.amounts import amount, composition, told
from tawatur.briefing.blocks import Glossary
from tawatur.briefing.runs import Runs
from tawatur.briefing.voice import Voice
from tawatur.records import Actor, Component, Figure, Time

ENGLISH, ARABIC = Voice("en", Glossary()), Voice("ar", Glossary())


def figure(
    value: float | None,
    bound: str = "exact",
    population: str | None = "civilians",
    unit: str = "people",
    low: float | None = None,
    high: float | None = None,
    measure: str = "killed",
) -> Figure:
    least = value if bound in ("exact", "at_least") else low
    most = value if bound in ("exact", "at_most") else high
    return Figure(measure, value, least, most, bound, unit, population)


def text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("counted", "english", "arabic"),
    [
        (figure(1), "1 civilian", "مدني واحد"),
        (figure(2), "2 civilians", "مدنيين اثنين"),
        (figure(5), "5 civilians", "5 مدنيين"),
        (figure(11), "11 civilians", "11 مدنيا"),
        (figure(100), "100 civilians", "100 مدني"),
        (figure(103, population="children"), "103 children", "103 أطفال"),
        (figure(250, "at_least", "people"), "at least 250 people", "250 شخصا على الأقل"),
        (figure(4, "at_most", None, "km2"), "at most 4 square kilometres", "4 كيلومترات مربعة على الأكثر"),
        (figure(1300, "about"), "about 1,300 civilians", "نحو 1,300 مدني"),
        (figure(None, "between", low=300, high=500), "between 300 and 500 civilians", "ما بين 300 و500 مدني"),
        (figure(None, "vague", low=100, high=999), "hundreds of civilians (100 to 999)", "مئات المدنيين (من 100 إلى 999)"),
        (figure(None, "vague", "people", "families"), "many families", "كثير من العائلات"),
        (
            figure(None, "vague", low=40, high=70),
            "an unspecified number of civilians (40 to 70)",
            "عدد غير محدد من المدنيين (من 40 إلى 70)",
        ),
        (figure(4.5, unit="km2"), "4.5 square kilometres", "4.5 كيلومتر مربع"),
        (figure(1, unit="percent"), "1 percent", "1 في المئة"),
        (figure(2, unit="hours"), "2 hours", "ساعتين"),
    ],
)
def test_said(counted: Figure, english: str, arabic: str) -> None:
    assert text(amount(ENGLISH, counted)) == english
    assert text(amount(ARABIC, counted)) == arabic


def test_phrases() -> None:
    assert text(told(ENGLISH, figure(None, "vague", low=1000, high=9999, measure="used_as_shields"))) == (
        "thousands of civilians (1,000 to 9,999) allegedly used as human shields"
    )
    assert text(told(ARABIC, figure(700, measure="trapped"))) == "بقاء 700 مدني محاصرين أو عالقين"
    assert text(told(ENGLISH, figure(7, measure="of_a_new_kind"))) == "7 civilians (of a new kind)"
    assert text(composition(ARABIC, Component("children", "most"))) == "معظمهم من الأطفال"
    assert text(composition(ENGLISH, Component("women", None, 20))) == "20 women among them"


def test_what_no_row_knows_is_shown_as_written() -> None:
    assert text(amount(ENGLISH, figure(3, population="stone_masons"))) == "3 stone masons"
    assert text(amount(ARABIC, figure(3, unit="barrels"))) == "3 barrels"


@pytest.mark.parametrize("voice", [ENGLISH, ARABIC])
@given(value=st.integers(0, 5_000_000), bound=st.sampled_from(["exact", "about", "at_least", "at_most"]))
def test_no_sign_stands_for_a_bound_and_the_number_stays(voice: Voice, value: int, bound: str) -> None:
    said = text(amount(voice, figure(value, bound)))
    assert not re.search(r"[<>≤≥~≈±+–—٠-٩]", said)
    numbers = [int(piece.replace(",", "")) for piece in re.findall(r"[\d,]*\d", said)]
    assert numbers == [value] or (value in (1, 2) and voice is ARABIC)


@pytest.mark.parametrize(
    ("time", "english", "arabic"),
    [
        (Time("2031-05-01", "2031-05-01"), "1 May 2031", "1 أيار/مايو 2031"),
        (Time("2031-05-01", "2031-05-31"), "May 2031", "أيار/مايو 2031"),
        (
            Time("2031-01-30", "2031-02-01"),
            "30 January 2031 to 1 February 2031",
            "من 30 كانون الثاني/يناير 2031 إلى 1 شباط/فبراير 2031",
        ),
        (Time(None, None, "Wednesday"), "Wednesday (no date known)", "Wednesday (التاريخ غير معروف)"),
    ],
)
def test_times(time: Time, english: str, arabic: str) -> None:
    assert (text(ENGLISH.time(time)), text(ARABIC.time(time))) == (english, arabic)


def test_names_are_declined_only_where_the_packs_know_the_form() -> None:
    settlers = Actor("settlers", "Settlers", {"ar": ("المستوطنون", "المستوطنين")})
    canon = Actor("canon", "Canon", {"ar": ("لجنة القانون",)})
    voice = Voice("ar", Glossary({entry: actor for actor in (settlers, canon) for entry in (actor.id, *actor.names["ar"])}))
    assert text(voice.say("toward", name=voice.actor("settlers"))) == "تجاه المستوطنين"
    assert text(voice.say("mediator", name=voice.actor("settlers"))) == "الوسيط: المستوطنون"
    assert text(voice.say("toward", name=voice.actor("canon"))) == "تجاه لجنة القانون"


def test_a_whole_year_is_said_as_one() -> None:
    def said(first: str, last: str) -> str:
        return "".join(run.text for run in ENGLISH.span(first, last))

    assert said("2031-01-01", "2031-12-31") == "2031"
    assert said("2031-01-01", "2032-12-31") == "1 January 2031 to 31 December 2032"
