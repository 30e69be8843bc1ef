"""Which actor a description means: by what the report names and the war it speaks of; else nobody."""

import pytest

from tests.mentions.annotated import parties


def meant(text: str, words: str, language: str = "en") -> str | None:
    """The actor of the last party that is written so."""
    found = [party.actor for party in parties(text, language) if party.text == words]
    assert found, [(party.text, party.how) for party in parties(text, language)]
    return found[-1]


@pytest.mark.parametrize(("text", "words", "language", "want"), [
    ("Hamas came to Cairo. The movement left.", "The movement", "en", "hamas"),
    ("The Houthis met the Sudanese army. The group left.", "The group", "en", "houthis"),
    ("M23 took Goma. The army left.", "The army", "en", "drc"),
    ("Russia spoke. The group left.", "The group", "en", None),
    ("The UN refugee agency, UNHCR, spoke. The agency left.", "The agency", "en", "unhcr"),
    ("The Dry Valley Brigade came. The militia left.", "The militia", "en", "Dry Valley Brigade"),
    ("سيطر داعش على القرية. وانسحب التنظيم.", "التنظيم", "ar", "isis"),
    ("وصلت حركة حماس. ثم غادرت الحركة.", "الحركة", "ar", "hamas"),
    ("وصلت كتائب ثوار الوادي. ثم انسحب الفصيل.", "الفصيل", "ar", "كتائب ثوار الوادي"),
    ("وصل الوزير. ثم انسحب التنظيم.", "التنظيم", "ar", None),
])
def test_a_definite_noun_means_the_last_of_its_kind(text: str, words: str, language: str, want: str | None) -> None:
    assert meant(text, words, language) in (want, words if want is None else want)


def test_nobody_is_meant_from_afar() -> None:
    far = "The Dry Valley Brigade came. " + "The mill turned in the wind and the baker slept. " * 60 + "The militia left."
    assert meant(far, "The militia") is None


@pytest.mark.parametrize(("text", "words", "language", "want"), [
    ("Shells fell on Mekelle. Government forces denied it.", "Government forces", "en", "ethiopia"),
    ("Shells fell on Mekelle. The rebels denied it.", "The rebels", "en", None),
    ("Shells fell on Aleppo and Idlib. The rebels denied it.", "The rebels", "en", "syria-opposition"),
    ("Ethiopia said Mekelle will not be an Aleppo. Regime troops left for Gondar, Dessie, Bahir Dar and Hawassa.", "Regime troops",
     "en", "ethiopia"),
    ("سقطت قذائف على مدينة قندوز. ونفت القوات الحكومية ذلك.", "القوات الحكومية", "ar", "afghanistan"),
    ("سقطت قذائف على مدينة قندوز. ونفت فصائل المعارضة ذلك.", "فصائل المعارضة", "ar", None),
    ("سقطت قذائف على حلب وإدلب. ونفت فصائل المعارضة ذلك.", "فصائل المعارضة", "ar", "syria-opposition"),
])
def test_whose_forces_they_are_follows_from_where_the_report_plays(text: str, words: str, language: str,
                                                                   want: str | None) -> None:
    assert meant(text, words, language) == want


def test_what_a_report_names_decides_between_namesakes() -> None:
    assert meant("The Lebanese Red Cross sent cars to Tyre. The Red Cross left.", "The Red Cross") == "lebanese-red-cross"


def test_without_a_context_an_article_and_a_name_mean_the_name() -> None:
    assert meant("The Red Cross spoke.", "The Red Cross") == "icrc"


def test_candidates_say_why() -> None:
    party = parties("The Lebanese Red Cross sent cars to Tyre. The Red Cross left.")[-1]
    assert party.candidates
    assert all(candidate.reasons for candidate in party.candidates if candidate.score > 0)
    assert list(party.candidates) == sorted(party.candidates, key=lambda one: -one.score)


def test_names_are_never_changed() -> None:
    assert [party.actor for party in parties("Hamas and M23 met the Houthis.")] == ["hamas", "m23", "houthis"]


@pytest.mark.parametrize(("text", "why"), [
    ("Hezbollah refused the offer. The group wants more.", "takes up the subject of the sentence before"),
    ("Hezbollah refused the offer. It left. The group wants more.", "takes up the subject of the last sentence that no pronoun heads"),
    ("Fighting went on with Hezbollah. The group wants more.", "takes up the only one of its kind in the sentence before"),
    ("The commander of the Islamic State left. The exiled leader refused.", "takes up the one who leads and was named last"),
])
def test_the_reason_says_by_which_way_somebody_is_taken_up(text: str, why: str) -> None:
    assert [reason.name for candidate in parties(text)[-1].candidates for reason in candidate.reasons] == [why]
