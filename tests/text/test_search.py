"""Search: a word meets itself under any hamza, clitic, tatweel or ta marbuta."""

import pytest
from hypothesis import given

from tawatur.packs import load
from tawatur.text import Search
from tests.text import FOLDING, texts

PACKS = load(("syria",))
SEARCH = Search(FOLDING, [language.clitics for language in PACKS.languages.values()], ["ال"])


def meets(asked: str, written: str) -> bool:
    return bool(set(SEARCH.tokens(asked).split()) & set(SEARCH.tokens(written).split()))


@pytest.mark.parametrize(("asked", "written"), [
    ("معبر", "والمعبر"), ("معبر", "بالمعبر"), ("مدينة", "المدينه"), ("إدلب", "ادلب"), ("هدنة", "الهـدنة"),
    ("مقاتلين", "للمقاتلين"),
    ("سلاح", "سلاحهم"), ("مدينة", "مدينتهم"), ("Aleppo", "aleppo"), ("١٢", "12"),
])
def test_a_word_finds_itself(asked: str, written: str) -> None:
    assert meets(asked, written)


@pytest.mark.parametrize(("asked", "written"), [("معبر", "ممر"), ("left", "lift"), ("12", "21")])
def test_a_word_finds_no_other(asked: str, written: str) -> None:
    assert not meets(asked, written)


@given(texts)
def test_every_text_finds_itself(text: str) -> None:
    said = SEARCH.tokens(text)
    assert said == SEARCH.tokens(text)
    assert set(said.split()) <= set(SEARCH.expand(said.split()).split())
