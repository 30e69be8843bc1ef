"""Tokens and sentences: positions are those of the text, wrapped lines are one, silent blocks give none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur import packs
from tawatur.documents import segment
from tawatur.documents.blocks import blocks
from tawatur.packs import Packs
from tawatur.records import Document, Reading
from tawatur.records.document import SAYING

BODY = "The envoys met on Tuesday for the third time. They parted without a word on when the first families may leave the town."
WRAPPED = (
    "The envoys of both sides met on Tuesday for the third time in the mill,\n"
    "and parted without a word on when the first families may be allowed to\n"
    "leave the town, which has been cut off from the world for seven weeks.\n\n"
    "A second paragraph follows here, and it is long enough to be broken at\n"
    "the same width.\n"
)


def read(text: str, known: Packs) -> Reading:
    return segment(Document("id", "name", "sha", text, blocks=blocks(text, known)), known)


def said(reading: Reading) -> list[str]:
    return [reading.text(sentence.start, sentence.end) for sentence in reading.sentences]


def test_sentences_of_two_languages(known: Packs) -> None:
    text = f"{BODY}\nغادرت الحافلة البلدة. ولم تعد؟ لا أحد يعرف!"
    reading = read(text, known)
    assert [sentence.language for sentence in reading.sentences] == ["en", "en", "ar", "ar", "ar"]
    assert said(reading)[2:] == ["غادرت الحافلة البلدة.", "ولم تعد؟", "لا أحد يعرف!"]


def test_lines_that_an_editor_wrapped_are_one(known: Packs) -> None:
    reading = read(WRAPPED, known)
    assert len(reading.sentences) == 2
    assert said(reading)[0].count("\n") == 2
    assert all(
        reading.document.text[token.start : token.end].lower() == token.form for token in reading.tokens if token.kind == "word"
    )


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_every_line_break_ends_a_sentence(known: Packs, line_break: str) -> None:
    assert len(read(f"Shelling since dawn{line_break}The gate is shut", known).sentences) == 2


def test_marks_of_direction_are_no_words(known: Packs) -> None:
    reading = read("\u200fغادرت\u200f الحافلة \u202bالبلدة\u202c.", known)
    assert [token.kind for token in reading.tokens] == ["word", "word", "word", "punctuation"]


def test_silent_blocks_have_no_tokens(known: Packs) -> None:
    text = f"{BODY}\n{BODY}\n{BODY}\nRelated articles\nNine die in a storm on the coast"
    assert "storm" not in {token.form for token in read(text, known).tokens}


def test_a_document_without_blocks_is_all_body(known: Packs) -> None:
    assert len(segment(Document("id", "name", "sha", BODY), known).sentences) == 2


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from('\n\r .،"”(«»١٢ـءآأة\u202e\u200f-–')), max_size=400))
def test_segmenting_any_text(text: str) -> None:
    known = packs.load()
    reading = read(text, known)
    spans = [(token.start, token.end) for token in reading.tokens]
    assert spans == sorted(spans)
    assert all(start < end <= len(text) for start, end in spans)
    assert all(token.kind != "number" or any(map(str.isdecimal, text[token.start : token.end])) for token in reading.tokens)
    covered = [index for sentence in reading.sentences for index in range(sentence.first, sentence.last)]
    assert covered == list(range(len(reading.tokens)))
    for sentence in reading.sentences:
        assert (reading.tokens[sentence.first].start, reading.tokens[sentence.last - 1].end) == (sentence.start, sentence.end)
        (home,) = [block for block in reading.document.blocks if block.start <= sentence.start and sentence.end <= block.end]
        assert home.role == sentence.role in SAYING
