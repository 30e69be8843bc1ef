"""Folding: one form for many spellings, and a way back to the untouched text."""

import pytest
from hypothesis import given

from tawatur.text import Folding
from tests.text import FOLDING, texts


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = FOLDING.fold(text)
    assert FOLDING.fold(once) == once


@given(texts)
def test_every_folded_letter_knows_where_it_came_from(text: str) -> None:
    mapped = FOLDING.map(text)
    assert len(mapped.origin) == len(mapped.form)
    assert list(mapped.origin) == sorted(mapped.origin)
    assert all(0 <= at < len(text) for at in mapped.origin)


@given(texts)
def test_the_way_back_holds_the_letters_that_were_folded(text: str) -> None:
    mapped = FOLDING.map(text)
    for at, letter in enumerate(mapped.form):
        start, end = mapped.back(at, at + 1)
        assert letter in FOLDING.map(text[start:end]).form
    if mapped.form:
        start, end = mapped.back(0, len(mapped.form))
        assert FOLDING.map(text[start:end]).form == mapped.form


@given(texts)
def test_folding_remembers_without_changing_its_mind(text: str) -> None:
    assert FOLDING.fold(text) == FOLDING.fold(text)
    assert Folding({}).fold(text) == Folding({}).fold(text)


@pytest.mark.parametrize(("one", "other"), [
    ("أحمد", "احمد"), ("إدلب", "ادلب"), ("الآن", "الان"), ("مدرسة", "مدرسه"), ("مستشفى", "مستشفي"), ("قَتْلى", "قتلي"),
    ("الـعـراق", "العراق"), ("١٢٣", "123"), ("Aleppo", "ALEPPO"), ("São", "sao"), ("İzmir", "izmir"), ("Qur’an", "quran"),
    ("don’t", "don't"), ("ﻻ", "لا"),
])
def test_spellings_of_one_word(one: str, other: str) -> None:
    assert FOLDING.fold(one) == FOLDING.fold(other)


@pytest.mark.parametrize(("one", "other"), [("قتل", "قاتل"), ("left", "lift"), ("12", "21"), ("محاصر", "محاصرة")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert FOLDING.fold(one) != FOLDING.fold(other)
