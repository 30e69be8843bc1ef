"""A long sentence costs as much as its clauses: work is counted in calls, which are the same on every machine."""

import sys
from typing import Any

import pytest

from tests.claims.read import understood

CLAUSES = {
    "en": "the army refused to open the crossing and the rebels demanded that 40 families leave the town on Monday, ",
    "ar": "ورفض الجيش فتح المعبر وطالب الثوار بخروج 40 عائلة من البلدة يوم الاثنين، ",
}
"""Invented clauses, with something for every room in them."""


def calls(text: str, language: str) -> int:
    """How many functions are called, and generators resumed, to read a text."""
    made, kept = 0, sys.getprofile()

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal made
        made += event == "call"

    sys.setprofile(count)
    try:
        understood(text, language)
    finally:
        sys.setprofile(kept)
    return made


@pytest.mark.parametrize("language", list(CLAUSES))
def test_a_sentence_twice_as_long_costs_little_more_than_twice_as_much(language: str) -> None:
    clause = CLAUSES[language]
    calls(clause * 2, language)  # what is made once for all texts
    once, twice = (calls((clause * count).rstrip("،, ") + ".", language) for count in (20, 40))
    assert twice < 2.5 * once  # four times as much where each clause looks through all the others


@pytest.mark.parametrize("language", list(CLAUSES))
def test_twice_as_many_sentences_cost_twice_as_much(language: str) -> None:
    sentence = CLAUSES[language].rstrip("،, ") + ".\n"
    calls(sentence * 2, language)
    once, twice = (calls(sentence * count, language) for count in (20, 40))
    assert twice < 2.2 * once
