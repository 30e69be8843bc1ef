"""Numbers in digits and words, alone and with what limits them."""

import pytest

from tawatur.mentions.amounts import amounts, cardinals, spots, wording
from tawatur.mentions.scan import scan
from tawatur.packs import load
from tawatur.records import Sentence
from tawatur.text import tokenize

PACKS = load()


def read(text: str, language: str) -> list[tuple[float | None, float | None, float | None, str]]:
    tokens = tokenize(text, PACKS.folding)
    sentence = Sentence(0, len(tokens), 0, len(text), language, "body")
    at, how = spots(scan(text, tokens, sentence, PACKS.language(language).lexicon)), wording(PACKS, language)
    said = cardinals(text, tokens, sentence, at, how)
    return [(one.value, one.low, one.high, one.bound) for one in amounts(tokens, at, said, how)]


@pytest.mark.parametrize(("text", "value"), [
    ("36,250", 36250), ("200 000", 200000), ("39 thousand", 39000), ("1.2 million", 1200000), ("half a million", 500000),
    ("two and a half million", 2500000), ("a million and a half", 1500000), ("thirty-six thousand two hundred and fifty", 36250),
    ("two dozen", 24), ("50k", 50000), ("one thousand and one", 1001), ("three quarters of a million", 750000),
])
def test_english(text: str, value: float) -> None:
    assert [one[0] for one in read(text, "en")] == [value]


@pytest.mark.parametrize(("text", "value"), [
    ("ستة وثلاثون ألفا ومئتان وخمسون", 36250), ("7 آلاف", 7000), ("ألف وثلاثمئة", 1300), ("13ألف", 13000),
    ("مليون ونصف المليون", 1500000), ("نصف مليون", 500000), ("ألفين وخمسمائة", 2500), ("خمسة عشر", 15), ("أحد عشر", 11),
    ("اثني عشر ألفا", 12000), ("3 آلاف و500", 3500),
    ("مليوني", 2000000), ("مئتي ألف", 200000), ("٣٩٬٥٠٠", 39500), ("١٢٫٥", 12.5),
    ("مئة وعشرين ألفا", 120000), ("ثلاثة أرباع المليون", 750000),
    ("تسعمائة وتسعة وتسعين", 999),
])
def test_arabic(text: str, value: float) -> None:
    assert [one[0] for one in read(text, "ar")] == [value]


@pytest.mark.parametrize(("text", "language", "want"), [
    ("200-300", "en", (None, 200, 300, "between")), ("between 200 and 300", "en", (None, 200, 300, "between")),
    ("two to three thousand", "en", (None, 2000, 3000, "between")), ("five or six", "en", (None, 5, 6, "between")),
    ("ما بين 200 و300", "ar", (None, 200, 300, "between")), ("من 200 إلى 300", "ar", (None, 200, 300, "between")),
    ("خمسة أو ستة", "ar", (None, 5, 6, "between")), ("no fewer than 60", "en", (60, 60, None, "at_least")),
    ("60 or more", "en", (60, 60, None, "at_least")), ("60 على الأقل", "ar", (60, 60, None, "at_least")),
    ("عشرات الآلاف", "ar", (None, 20000, 99999, "vague")), ("hundreds of thousands", "en", (None, 200000, 999999, "vague")),
])
def test_bounds_and_ranges(text: str, language: str, want: tuple[float | None, float | None, float | None, str]) -> None:
    assert read(text, language) == [want]


def test_an_address_is_no_number() -> None:
    assert read("192.168.1.2", "en") == []
