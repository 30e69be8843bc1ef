"""Who may act: names, officials, nationalities, pronouns, definite nouns, and groups that no pack knows."""

import pytest
from hypothesis import given

from tests.mentions.annotated import annotated
from tests.text import texts


def told(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """How each party is meant, and by what actor, before anyone asks which."""
    return [(party.how, party.actor) for party in annotated(text, language).parties]


@pytest.mark.parametrize(("text", "language", "name"), [
    ("Fighters of the Dry Valley Brigade left.", "en", "Dry Valley Brigade"),
    ("In Tarvel, the Popular Front for the Liberation of Kivar met nobody.", "en", "Popular Front for the Liberation of Kivar"),
    ("They spoke to Liwa al-Nahr.", "en", "Liwa al-Nahr"),
    ("They spoke to Ansar al-Wadi.", "en", "Ansar al-Wadi"),
    ("They fear the al-Nahr Brigade.", "en", "al-Nahr Brigade"),
    ("They met the Orvan Council.", "en", "Orvan Council"),
    ("خرج لواء الصخر من الوادي.", "ar", "لواء الصخر"),
    ("خرجت كتائب ثوار الوادي.", "ar", "كتائب ثوار الوادي"),
    ("قالت حركة \"فجر الجبال\" ذلك.", "ar", "حركة فجر الجبال"),
    ("قالوا ذلك ولواء الصخر معهم.", "ar", "لواء الصخر"),
    ("التقوا جماعة «أبناء النهر» أمس.", "ar", "أبناء النهر"),
])
def test_a_group_that_no_pack_knows_goes_by_its_name(text: str, language: str, name: str) -> None:
    assert ("unknown", name) in told(text, language)


@pytest.mark.parametrize(("text", "language"), [
    ("A brigade left the town.", "en"), ("The front is quiet.", "en"),
    ("Brigade commanders met.", "en"), ("Forces moved north.", "en"),
    ("خرج لواء من المدينة.", "ar"), ("شكلت لجنة تحقيق.", "ar"), ("هدأت جبهة القتال.", "ar"),
])
def test_a_group_noun_alone_names_nobody(text: str, language: str) -> None:
    assert "unknown" not in [how for how, _ in told(text, language)]


@pytest.mark.parametrize(("text", "actor"), [
    ("The Arakan Army left.", "arakan-army"), ("The Rapid Support Forces left.", "rsf"),
    ("The People's Protection Units left.", "ypg"),
])
def test_a_known_group_is_never_an_unknown_one(text: str, actor: str) -> None:
    assert told(text) == [("name", actor)]


@pytest.mark.parametrize(("text", "language", "want"), [
    ("The Russian proposal is new.", "en", ("demonym", "russia")), ("Russian soldiers came.", "en", ("name", "russia")),
    ("A Turkish spokesman came.", "en", ("name", "turkey")), ("The US-backed plan is new.", "en", ("demonym", "us")),
    ("المقترح الروسي جديد.", "ar", ("demonym", "russia")), ("تحدث مسؤول تركي.", "ar", ("name", "turkey")),
])
def test_a_nationality_is_its_state_and_weaker_where_it_only_describes(text: str, language: str, want: tuple[str, str]) -> None:
    assert want in told(text, language)


@pytest.mark.parametrize(("text", "language", "feature"), [
    ("They left.", "en", "plural"), ("It left.", "en", "single"), ("We stay.", "en", "speaker"), ("نحن هنا.", "ar", "speaker"),
    ("قال إنهم هنا.", "ar", "plural"),
])
def test_pronouns_say_whom_they_may_mean(text: str, language: str, feature: str) -> None:
    found = [party for party in annotated(text, language).parties if party.how == "pronoun"]
    assert any(feature in party.features and party.actor is None for party in found)


@pytest.mark.parametrize(("text", "language", "kind"), [
    ("The movement left.", "en", "kind:armed_group"), ("The army left.", "en", "kind:army"),
    ("انسحب التنظيم.", "ar", "kind:armed_group"),
])
def test_definite_nouns_say_what_kind_they_mean(text: str, language: str, kind: str) -> None:
    found = [party for party in annotated(text, language).parties if party.how == "description"]
    assert any(kind in party.features and party.actor is None for party in found)


@given(texts)
def test_parties_never_overlap_and_are_as_written(text: str) -> None:
    last = 0
    for party in annotated(text).parties:
        assert party.first >= last
        last = party.last
        assert party.text == text[party.start:party.end]


def test_whose_money_it_is_says_of_nobody_that_he_acts() -> None:
    assert not annotated("The fee is US$200 a head.").parties
    assert [party.actor for party in annotated("The US wants $200 a head.").parties] == ["us"]
