"""Whose word a report passes on, and when it was given: papers of a party's own, spokesmen with a pronoun, the day of the saying."""

import pytest

from tawatur import attribution, documents, mentions, resolution
from tawatur.packs import load
from tawatur.records import Attribution, Document, Outlet, Time


def said(text: str, language: str) -> list[Attribution]:
    packs = load()
    day = Time("2031-05-08", "2031-05-08", "2031-05-08", "publication")
    document = Document("d", "d", "", text, language=language, outlet=Outlet("tarvel", "Tarvel Courier"), published=day)
    reading = resolution.resolve(mentions.annotate(documents.segment(document, packs), packs), packs)
    return list(attribution.attribute(reading, packs).attributions)


@pytest.mark.parametrize(("text", "language", "party"), [
    ("In a statement, the Marvo Front rejected the plan to leave the mill.", "en", "Marvo Front"),
    ("The Marvo Front rejected the plan to leave the mill in a letter on Monday.", "en", None),
    ("In a statement from the Red Cross, nobody was named. The Marvo Front rejected the plan to leave the mill.", "en", None),
    ("رفضت جبهة مارفو في بيان خطة الخروج من الطاحونة.", "ar", "جبهة مارفو"),
    ("رفضت جبهة مارفو خطة الخروج من الطاحونة.", "ar", None),
])
def test_a_stand_in_a_paper_of_its_own_is_the_partys_word(text: str, language: str, party: str | None) -> None:
    papers = [one.chain[-1].name for one in said(text, language) if one.chain[-1].via]
    assert papers == ([party] if party else [])


@pytest.mark.parametrize(("text", "language", "actor"), [
    ("The Marvo Front refused to open the weir, its spokesman said.", "en", "Marvo Front"),
    ("The Marvo Front refused the army's plan, its spokesman said.", "en", "Marvo Front"),
    ("The Marvo Front refused to open the weir, a spokesman said.", "en", None),
    ("رفضت جبهة مارفو فتح السد، بحسب المتحدث باسمها.", "ar", "جبهة مارفو"),
    ("رفضت جبهة مارفو فتح السد، بحسب متحدث.", "ar", None),
])
def test_a_spokesman_with_a_pronoun_speaks_for_the_party_of_his_sentence(text: str, language: str, actor: str | None) -> None:
    assert said(text, language)[-1].chain[-1].actor == actor


@pytest.mark.parametrize(("text", "language", "day"), [
    ("Nine people left the mill, the prefect said on Monday.", "en", "Monday"),
    ("The prefect said nine people left the mill on Monday.", "en", None),
    ("The prefect said on Tuesday that nine people left the mill on Monday.", "en", "Tuesday"),
    ("غادر تسعة أشخاص الطاحونة، وفق ما أعلن المحافظ الاثنين.", "ar", "الاثنين"),
    ("قال المحافظ إن تسعة أشخاص غادروا الطاحونة الاثنين.", "ar", None),
])
def test_the_day_beside_the_word_of_saying_is_when_it_was_said(text: str, language: str, day: str | None) -> None:
    told = said(text, language)[-1].chain[-1].said_at
    assert (told.text if told else None) == day


def test_the_medium_of_the_second_verb_is_not_the_first_ones() -> None:
    first, second = said("نفت جبهة مارفو وفاة أي رجل في الطاحونة، وقالت في بيان إن الطريق مفتوح.", "ar")
    assert (first.denies, second.denies) == (True, False)
    assert first.content[0].end < second.content[0].start


def test_a_name_ends_before_whom_it_told() -> None:
    text = "مارفو (تارف واير) - أغلق الطريق.\n\nوقال الطبيب سامر عادل لتارف واير إن الطريق أغلق."
    assert said(text, "ar")[-1].chain[-1].name == "سامر عادل"
    assert said("وقال العمدة سامر لطفي إن الطريق أغلق.", "ar")[-1].chain[-1].name == "سامر لطفي"
