"""Clitics: what a script writes onto a word is taken off, outer ones first, and said."""

import pytest
from hypothesis import given

from tawatur.packs import load
from tawatur.text import Clitic, Clitics
from tests.text import FOLDING, texts

ARABIC = load(("syria",)).languages["ar"].clitics


def said(word: str) -> dict[str, set[str]]:
    """The forms of a word, each with all that was ever taken off to get it."""
    found: dict[str, set[str]] = {}
    for variant in ARABIC.variants(FOLDING.fold(word)):
        found.setdefault(variant.form, set()).update(variant.features)
    return found


@pytest.mark.parametrize(("word", "bare", "features"), [
    ("وقال", "قال", {"and"}), ("فقال", "قال", {"then"}), ("بالباغوز", "الباغوز", {"by"}), ("وبالباغوز", "الباغوز", {"and", "by"}),
    ("للمدنيين", "المدنيين", {"to"}),
    ("وللمدنيين", "المدنيين", {"and", "to"}), ("كدروع", "دروع", {"like"}), ("رفضه", "رفض", {"its"}),
    ("مطالبهم", "مطالب", {"their"}), ("مدينتهم", "مدينة", {"their"}),
    ("ومقاتليها", "مقاتلي", {"and", "its"}), ("لسلاحه", "سلاح", {"to", "its"}),
    ("مستشفاها", "مستشفى", {"its"}), ("عرضنا", "عرض", {"our"}),
])
def test_what_is_taken_off(word: str, bare: str, features: set[str]) -> None:
    assert features <= said(word)[FOLDING.fold(bare)]


def test_the_word_as_it_stands_comes_first() -> None:
    first = next(iter(ARABIC.variants("والدي")))
    assert first.form == "والدي"
    assert not first.features


def test_a_definite_word_takes_no_pronoun() -> None:
    assert "الوجو" not in said("الوجوه")


def test_too_little_may_not_remain() -> None:
    assert said("ود") == {"ود": set()}


@given(texts)
def test_no_variant_is_empty_and_none_says_without_taking(text: str) -> None:
    for variant in ARABIC.variants(text):
        assert variant.form or not text
        assert variant.features or variant.form == text


def test_a_language_without_clitics_leaves_words_alone() -> None:
    assert [variant.form for variant in Clitics([]).variants("wand")] == ["wand"]


def test_outer_clitics_go_first() -> None:
    table = Clitics([Clitic("a", "", "outer", 1, 1, False), Clitic("b", "", "inner", 1, 2, False)])
    assert {variant.form for variant in table.variants("abc")} == {"abc", "bc", "c"}
    assert {variant.form for variant in table.variants("bac")} == {"bac", "ac"}
