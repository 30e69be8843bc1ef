"""Tokens: they cover all that is written, overlap nowhere, and stand where they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text import forms as alone
from tawatur.text import tokenize
from tests.text import FOLDING, texts


def forms(text: str) -> list[str]:
    return [token.form for token in tokenize(text, FOLDING)]


@given(texts)
def test_tokens_follow_one_another_without_overlap(text: str) -> None:
    end = 0
    for token in tokenize(text, FOLDING):
        assert end <= token.start < token.end <= len(text)
        end = token.end


@given(texts)
def test_nothing_visible_falls_between_tokens(text: str) -> None:
    covered = {at for token in tokenize(text, FOLDING) for at in range(token.start, token.end)}
    left = {letter for at, letter in enumerate(text) if at not in covered}
    assert not [letter for letter in left if letter.isalpha() or letter.isdecimal()]
    assert not left & set(".,;:!?()[]،؛؟«»“”\"'%-")


@given(texts, st.integers(0, 20), st.integers(0, 20))
def test_a_part_is_cut_as_if_it_stood_in_its_place(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    for token in tokenize(text, FOLDING, start, end):
        assert start <= token.start < token.end <= end


@given(texts)
def test_forms_are_folded(text: str) -> None:
    for token in tokenize(text, FOLDING):
        if token.kind == "word":
            assert token.form == token.form.casefold()


@pytest.mark.parametrize(("text", "want"), [
    ("The U.N. said no.", ["the", "un", "said", "no", "."]),
    ("Sudan's army", ["sudan", "'s", "army"]),
    ("the rebels’ refusal", ["the", "rebels", "’", "refusal"]),
    ("don't", ["dont"]),
    ("Qur’an", ["quran"]),
    ("US-backed", ["us", "-", "backed"]),
    ("1,300 people", ["1,300", "people"]),
    ("٣٫٥ كيلومتر", ["3.5", "كيلومتر"]),
    ("قال: “لن نخرج”.", ["قال", ":", "“", "لن", "نخرج", "”", "."]),
    ("snake_case", ["snake", "case"]),
    ("", []),
])
def test_the_tokens_of_a_text(text: str, want: list[str]) -> None:
    assert forms(text) == want


def test_a_token_stands_where_it_says() -> None:
    text = "قالت  الأمم المتّحدة"
    assert [text[token.start:token.end] for token in tokenize(text, FOLDING)] == ["قالت", "الأمم", "المتّحدة"]


@given(texts)
def test_forms_alone_are_those_of_the_tokens(text: str) -> None:
    tokens = tokenize(text, FOLDING)
    assert list(alone(text, FOLDING, marks=True)) == [token.form for token in tokens]
    assert list(alone(text, FOLDING)) == [token.form for token in tokens if token.kind != "punctuation"]
