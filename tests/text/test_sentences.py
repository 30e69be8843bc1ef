"""Sentences: a partition of the tokens, cut at lines and at marks that end something."""

import pytest
from hypothesis import given

from tawatur.packs import load
from tawatur.text import Breaks, sentences, tokenize
from tests.text import FOLDING, texts

PACKS = load(("syria",))


def cut(text: str, breaks: Breaks) -> list[str]:
    tokens = tokenize(text, FOLDING)
    return [text[tokens[first].start:tokens[last - 1].end] for first, last in sentences(text, tokens, breaks)]


@pytest.mark.parametrize("code", ["en", "ar"])
@given(text=texts)
def test_sentences_take_every_token_once(code: str, text: str) -> None:
    tokens = tokenize(text, FOLDING)
    at = 0
    for first, last in sentences(text, tokens, PACKS.languages[code].breaks):
        assert first == at < last
        at = last
    assert at == len(tokens)


@given(texts)
def test_no_sentence_reaches_over_a_line(text: str) -> None:
    assert not any("\n" in " ".join(sentence.split(" ")).strip() for line in text.split("\n")
                   for sentence in cut(line, PACKS.languages["en"].breaks))


@pytest.mark.parametrize(("code", "text", "want"), [
    ("en", "They left. We stayed.", ["They left.", "We stayed."]),
    ("en", "He said: “We stay.” They left.", ["He said: “We stay.”", "They left."]),
    ("en", "The U.S. envoy left.", ["The U.S. envoy left."]),
    ("en", "Gen. Karam left. He is 50.", ["Gen. Karam left.", "He is 50."]),
    ("en", "J. Darne left.", ["J. Darne left."]),
    ("en", "It cost 3.5 million. Nobody paid", ["It cost 3.5 million.", "Nobody paid"]),
    ("en", "A line\nanother", ["A line", "another"]),
    ("en", "Who left? Nobody!", ["Who left?", "Nobody!"]),
    ("ar", "خرجوا. وبقينا.", ["خرجوا.", "وبقينا."]),
    ("ar", "من خرج؟ لا أحد!", ["من خرج؟", "لا أحد!"]),
])
def test_the_sentences_of_a_text(code: str, text: str, want: list[str]) -> None:
    assert cut(text, PACKS.languages[code].breaks) == want


def test_counting_may_begin_anywhere() -> None:
    text = "One. Two."
    tokens = tokenize(text, FOLDING)
    assert list(sentences(text, tokens, PACKS.languages["en"].breaks, 7)) == [(7, 9), (9, 11)]
