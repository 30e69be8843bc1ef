"""The learned tagger: what it is trained on is the same for the same seed, and it learns what stands there."""

import pytest

from bench.learned.grammar import samples
from bench.learned.perceptron import Perceptron, best
from bench.learned.sheets import sheet
from bench.learned.speech import Speech
from bench.learned.stances import ISSUES, STANCES, Stances
from tawatur.claims.syntax import syntaxes
from tawatur.packs import load
from tawatur.records import Position

LANGUAGES = ("en", "ar")
SEEDED = {language: tuple(samples(language, 250, 7, load())) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_seed_draws_the_same_texts(language: str) -> None:
    assert tuple(samples(language, 50, 7, load())) == SEEDED[language][:50]
    assert tuple(samples(language, 50, 8, load())) != SEEDED[language][:50]


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_stand_on_words(language: str) -> None:
    for sample in SEEDED[language]:
        assert all(0 <= mark.start < mark.end <= len(sample.text) for mark in sample.marks), sample
        assert not set("{}|+&") & set(sample.text), sample.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_stances_and_issues_are_drawn(language: str) -> None:
    def values(label: str) -> set[str]:
        return {mark.value for sample in samples(language, 2000, 1, load()) for mark in sample.of(label)}
    assert values("T") == set(STANCES) - {"none"}
    assert values("I") - {""} == set(ISSUES)


def test_a_perceptron_learns_what_tells_labels_apart() -> None:
    made = Perceptron(("yes", "no"))
    examples = [(["a", "x"], "yes"), (["b", "x"], "no"), (["a", "y"], "yes"), (["b", "y"], "no")]
    for features, truth in examples * 3:
        guess = best(made.scores(features))
        if guess != truth:
            made.adjust(truth, features, 1)
            made.adjust(guess, features, -1)
        made.step()
    made.average()
    assert [best(made.scores(features)) for features, _ in examples] == [truth for _, truth in examples]


def test_positions_are_learned() -> None:
    model = Stances.learned(SEEDED["en"], 1, load())
    reading = sheet("M23 refused to release the prisoners. Ten people were killed in Goma.", "en", load())
    said = [claim.content for claim, _ in model.read(reading, load())]
    assert [(one.party, one.stance, one.issue) for one in said if isinstance(one, Position)] == [("m23", "rejects", "detainees")]


def test_speech_is_learned() -> None:
    text = "A doctor said that the road was closed."
    model = Speech.learned(list(samples("en", 250, 7, load(), "spoken")), 1, load())
    reading = sheet(text, "en", load())
    found = {one.kind: text[reading.tokens[one.first].start:reading.tokens[one.last - 1].end]
             for syntax in syntaxes(reading, load()) for one in model.stretches(syntax)}
    assert found == {"S": "A doctor", "Q": "said", "C": "that the road was closed"}
