"""What the program owns up to not having read."""

from dataclasses import replace

import pytest

from tawatur.claims.unread import unread
from tawatur.records import Mention, Quantity, Sentence
from tests.invented import TEXT, reading

CUT = TEXT.index("\n")
SENTENCES = (Sentence(0, 10, 0, CUT, "en", "body"), Sentence(10, 20, CUT + 1, len(TEXT), "en", "body"))


def term(first: int, **attrs: str) -> Mention:
    return Mention("terms", 0, 1, first, first + 1, "x", attrs, frozenset(), "")


def number(first: int, unit: str | None) -> Quantity:
    return Quantity(0, 1, first, first + 1, 5, 5, 5, "exact", unit)


@pytest.mark.parametrize(("mentions", "quantities", "holds"), [
    ((), (), []),
    ((), (number(3, "people"),), ["number"]),
    ((), (number(3, None),), []),
    ((term(12, **{"class": "way"}),), (number(13, "people"),), ["way"]),
    ((term(12, **{"class": "way"}), term(14, **{"class": "stance", "value": "rejects"})), (), ["refusal"]),
    ((term(12, **{"class": "stance", "value": "offers"}),), (), []),
    ((term(2, **{"class": "way"}),), (number(12, "people"),), ["way", "number"]),
])
def test_silent_sentences_that_may_matter(
        mentions: tuple[Mention, ...], quantities: tuple[Quantity, ...], holds: list[str]) -> None:
    read = replace(reading(), sentences=SENTENCES, mentions=mentions, quantities=quantities, claims=())
    assert [sentence.holds for sentence in unread(read)] == holds


def test_a_sentence_from_which_something_was_read_is_not_told() -> None:
    read = replace(reading(), sentences=SENTENCES, quantities=(number(3, "people"), number(13, "people")))
    assert unread(read) == ()
    (told,) = unread(replace(read, claims=read.claims[:1]))
    assert told.evidence.quote == TEXT[CUT + 1:]
