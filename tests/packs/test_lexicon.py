"""The lexicon: the longest match of each kind, under clitics, quotation marks and capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.packs import Entry, Lexicon, load
from tawatur.text import Clitics, tokenize
from tests.text import FOLDING, texts

PACKS = load(("syria",))


def lexicon(*rows: tuple[str, str], cased: str = "", code: str = "en") -> Lexicon:
    """A lexicon of forms and their kinds."""
    table = Lexicon(FOLDING, PACKS.languages[code].clitics)
    for form, kind in rows:
        table.add(form, Entry(kind, form, {}, frozenset(), "here", cased))
    return table


def found(table: Lexicon, text: str, at: int = 0) -> list[tuple[int, str]]:
    """Where the hits at a token end, and their kinds, longest first."""
    tokens = tokenize(text, FOLDING)
    return [(at + hit.length, entry.kind) for hit in table.match(tokens, at, len(tokens), text) for entry in hit.entries]


def test_the_longest_comes_first_and_the_shorter_is_told_too() -> None:
    table = lexicon(("islamic", "word"), ("islamic state", "group"), ("islamic state in iraq", "branch"))
    assert found(table, "Islamic State in Iraq") == [(4, "branch"), (2, "group"), (1, "word")]
    assert found(table, "Islamic State in Mali") == [(2, "group"), (1, "word")]
    assert found(table, "Islamist") == []


@pytest.mark.parametrize("text", [
    "\"Islamic\" State", "“Islamic State”", "Islamic-State", "Islamic (State)", "«Islamic» State", "ISLAMIC STATE",
    "‘Islamic State’",
])
def test_marks_may_stand_inside_a_name(text: str) -> None:
    table = lexicon(("Islamic State", "group"))
    tokens = tokenize(text, FOLDING)
    start = next(at for at, token in enumerate(tokens) if token.form == "islamic")
    assert [kind for _, kind in found(table, text, start)] == ["group"]


@pytest.mark.parametrize("text", ["Islamic, State", "Islamic. State", "Islamic the State"])
def test_other_marks_and_words_part_a_name(text: str) -> None:
    assert found(lexicon(("Islamic State", "group")), text) == []


def test_capitals_where_a_row_asks_for_them() -> None:
    table = lexicon(("IS", "group"), cased="upper")
    assert found(table, "IS attacked") == [(1, "group")]
    assert found(table, "is attacked") == []
    assert found(table, "Is it so") == []
    table = lexicon(("Amal", "party"), cased="capital")
    assert found(table, "Amal said") == [(1, "party")]
    assert found(table, "amal said") == []


def test_possessives_stand_apart_in_rows_as_in_texts() -> None:
    table = lexicon(("People's Front", "group"))
    assert found(table, "People’s Front") == [(3, "group")]
    assert found(table, "Peoples Front") == []


@pytest.mark.parametrize(("text", "features"), [
    ("الهدنة", set()), ("والهدنة", {"and"}), ("بالهدنة", {"by"}), ("وبالهدنة", {"and", "by"}), ("للهدنة", {"to"}),
])
def test_what_is_written_onto_a_word_is_told(text: str, features: set[str]) -> None:
    table = lexicon(("الهدنة", "term"), code="ar")
    tokens = tokenize(text, FOLDING)
    (hit,) = table.match(tokens, 0, len(tokens), text)
    assert set(hit.clitics) == features


def test_the_last_word_of_a_phrase_may_carry_a_pronoun() -> None:
    table = lexicon(("إطلاق سراح", "term"), code="ar")
    tokens = tokenize("وإطلاق سراحهم", FOLDING)
    (hit,) = table.match(tokens, 0, len(tokens), "وإطلاق سراحهم")
    assert set(hit.clitics) == {"and", "their"}


def test_a_word_of_the_table_keeps_its_letters() -> None:
    table = lexicon(("وفد", "noun"), ("فد", "other"), code="ar")
    assert found(table, "وفد") == [(1, "noun")]


def test_rows_added_later_are_found_in_words_seen_before() -> None:
    table = Lexicon(FOLDING, Clitics([]))
    assert found(table, "mill") == []
    table.add("mill", Entry("noun", "mill", {}, frozenset(), "here"))
    assert found(table, "mill") == [(1, "noun")]


@given(texts, st.lists(texts, max_size=4))
def test_a_text_finds_itself_whatever_it_is(text: str, others: list[str]) -> None:
    table = lexicon(*((form, "row") for form in [text, *others]))
    words = [token.form for token in tokenize(text, FOLDING)]
    hits = table.entries(text)
    assert all(entry.kind == "row" for entry in hits)
    if words and all(word.isalpha() for word in words):
        assert hits


@given(texts, st.sampled_from(["en", "ar"]))
def test_matches_end_within_what_they_may_see(text: str, code: str) -> None:
    tokens = tokenize(text, FOLDING)
    for at in range(len(tokens)):
        for end in range(at + 1, len(tokens) + 1):
            assert all(0 < hit.length <= end - at for hit in PACKS.languages[code].lexicon.match(tokens, at, end, text))
