"""Inflection: from a headword to all its written forms, regular, irregular and weak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.packs import Packs, load
from tawatur.packs.inflection import Inflection
from tests.text import FOLDING, texts

PACKS: Packs = load(("syria",))


def forms(code: str, headword: str, pos: str, given: str = "") -> dict[str, set[str]]:
    """The written forms, each with all features that any reading of it has."""
    found: dict[str, set[str]] = {}
    for form, features in PACKS.languages[code].inflection.forms(headword, pos, given):
        found.setdefault(form, set()).update(features)
    return found


@pytest.mark.parametrize(("verb", "want"), [
    ("leave", {"leaves": "third", "left": "past", "leaving": "ing"}),
    ("withdraw", {"withdraws": "third", "withdrew": "past", "withdrawn": "participle", "withdrawing": "ing"}),
    ("deny", {"denies": "third", "denied": "past", "denying": "ing"}),
    ("agree", {"agrees": "third", "agreed": "past", "agreeing": "ing"}),
    ("flee", {"flees": "third", "fled": "past", "fleeing": "ing"}),
    ("stop", {"stops": "third", "stopped": "past", "stopping": "ing"}),
    ("permit", {"permitted": "past", "permitting": "ing"}),
    ("besiege", {"besieges": "third", "besieged": "past", "besieging": "ing"}),
    ("cross", {"crosses": "third", "crossed": "past", "crossing": "ing"}),
    ("veto", {"vetoed": "past", "vetoing": "ing"}),
    ("shell", {"shelled": "past", "shelling": "ing"}),
    ("reject", {"reject": "base", "rejected": "past", "rejecting": "ing"}),
])
def test_english_verbs(verb: str, want: dict[str, str]) -> None:
    found = forms("en", verb, "verb")
    assert {form: feature for form, feature in want.items() if feature in found.get(form, set())} == want


@pytest.mark.parametrize(("phrase", "want"), [
    ("give up", "gave up"), ("call for", "calling for"), ("hand over", "handed over"), ("back out of", "backs out of"),
])
def test_the_first_word_of_an_english_phrase_is_inflected(phrase: str, want: str) -> None:
    assert want in forms("en", phrase, "verb")


@pytest.mark.parametrize(("noun", "want"), [
    ("corridor", "corridors"), ("family", "families"), ("crossing", "crossings"), ("truce", "truces"),
    ("peace plan", "peace plans"),
])
def test_english_plurals(noun: str, want: str) -> None:
    assert "plural" in forms("en", noun, "noun")[want]


@pytest.mark.parametrize(("headword", "given", "want"), [
    ("رفض", "present=يرفض; masdar=رفض; active=رافض; undergone=مرفوض",
     {"رفضت": "past", "رفضوا": "plural", "يرفضون": "present", "سترفض": "future", "نرفض": "first",
      "الرافضين": "definite", "مرفوضة": "passive",
      "الرفض": "noun"}),
    ("دعا", "present=يدعو", {"دعت": "past", "دعوا": "plural", "يدعون": "plural", "ستدعو": "future"}),
    ("نفى", "present=ينفي", {"نفت": "past", "نفوا": "plural", "نفيا": "dual", "ينفون": "plural", "ينف": "present"}),
    ("بدأ", "present=يبدأ", {"بدأت": "past", "بدأوا": "plural", "بدؤوا": "plural", "يبدأون": "plural", "ستبدأ": "future"}),
    ("التقى", "present=يلتقي", {"التقت": "past", "التقيا": "dual", "التقتا": "dual", "يلتقيان": "dual"}),
    ("تخلى عن", "present=يتخلى عن", {"تخلت عن": "past", "يتخل عن": "present", "يتخلون عن": "plural"}),
    ("خرج", "present=يخرج", {"خرجا": "dual", "خرجتا": "dual", "يخرجان": "dual", "خرجنا": "first"}),
])
def test_arabic_verbs_sound_and_weak(headword: str, given: str, want: dict[str, str]) -> None:
    found = forms("ar", headword, "verb", given)
    folded = {FOLDING.fold(form): feature for form, feature in want.items()}
    assert {form: feature for form, feature in folded.items() if feature in found.get(form, set())} == folded


@pytest.mark.parametrize(("headword", "given", "want"), [
    ("ممر", "plural=ممرات", ["الممر", "ممرا", "ممرين", "ممرات", "الممرات"]), ("هدنة", "plural=هدن", ["الهدنة", "هدنتين", "هدن"]),
    ("مقاتل", "plural=مقاتلون", ["المقاتلون", "مقاتلين", "المقاتلين", "مقاتلو", "مقاتلي"]),
])
def test_arabic_nouns(headword: str, given: str, want: list[str]) -> None:
    found = forms("ar", headword, "noun", given)
    assert [form for form in want if FOLDING.fold(form) not in found] == []


@given(texts, st.sampled_from(["en", "ar"]), st.sampled_from(["verb", "noun", "adj", ""]))
def test_any_headword_has_forms_or_none(text: str, code: str, pos: str) -> None:
    if text.split():
        assert all(isinstance(form, str) for form in forms(code, text, pos))


def test_a_word_without_part_of_speech_stays_as_it_is() -> None:
    assert forms("en", "People's Front", "") == {"People's Front": set()}


def test_what_a_row_gives_goes_before_the_rules() -> None:
    tree = {"verb": {"parts": [{"of": "lemma", "part": "past", "to": r"\1ed"}], "forms": [{"of": "past", "features": ["past"]}]}}
    table = Inflection(tree, FOLDING)
    assert dict(table.forms("help", "verb")) == {"helped": frozenset({"past"})}
    assert dict(table.forms("help", "verb", "past=holp/helped")) == {"holp": frozenset({"past"}), "helped": frozenset({"past"})}
