"""Figures: which numbers are any, what they measure, how much they say."""

import pytest

from tawatur.records import Claim, Figure
from tests.claims.figured import CASES, claims, one

SENTENCES = [(language, text, want) for language, cases in CASES.items() for text, want in cases]


def figure(claim: Claim) -> Figure:
    assert isinstance(claim.content, Figure)
    return claim.content


@pytest.mark.parametrize(("language", "text", "want"), SENTENCES, ids=[text[:50] for _, text, _ in SENTENCES])
def test_the_figures_of_a_sentence(language: str, text: str, want: list[tuple[str, float | None]]) -> None:
    found = [(figure(claim).measure, figure(claim).value) for claim in claims(text, language)]
    assert sorted(map(str, found)) == sorted(str((measure, value)) for measure, value in want)


@pytest.mark.parametrize(("text", "language", "bound", "low", "high"), [
    ("At least 40 people were killed.", "en", "at_least", 40, None),
    ("Nearly 40 people were killed.", "en", "about", None, None),
    ("Up to 40 people were killed.", "en", "at_most", None, 40),
    ("Between 40 and 50 people were killed.", "en", "between", 40, 50),
    ("Dozens of people were killed.", "en", "vague", 24, 99),
    ("Several hundred people were killed.", "en", "vague", 300, 900),
    ("40 people were killed.", "en", "exact", 40, 40),
    ("مقتل ما لا يقل عن 40 شخصا.", "ar", "at_least", 40, None),
    ("مقتل قرابة 40 شخصا.", "ar", "about", None, None),
    ("مقتل أقل من 40 شخصا.", "ar", "at_most", None, 40),
    ("مقتل ما بين 40 و50 شخصا.", "ar", "between", 40, 50),
    ("مقتل عشرات الأشخاص.", "ar", "vague", 24, 99),
    ("The smugglers charge up to US$ 900.", "en", "at_most", None, 900),
    ("Each family paid at least US$250.", "en", "at_least", 250, None),
])
def test_bounds_survive(text: str, language: str, bound: str, low: float | None, high: float | None) -> None:
    found = one(text, language)
    assert (found.bound, found.low, found.high) == (bound, low, high)


@pytest.mark.parametrize(("text", "language", "whole", "part"), [
    ("The raid killed 20 people, including 7 children.", "en", 20, 7),
    ("They freed 30 hostages, 12 of whom were soldiers.", "en", 30, 12),
    ("قتل 20 شخصا بينهم 7 أطفال.", "ar", 20, 7),
])
def test_a_part_points_at_its_whole(text: str, language: str, whole: float, part: float) -> None:
    first, second = claims(text, language)
    assert (figure(first).value, figure(second).value) == (whole, part)
    assert figure(second).part_of == first.id
    assert figure(first).part_of is None


@pytest.mark.parametrize(("text", "language"), [
    ("The raid killed 20 people, three of them children.", "en"),
    ("قتل 20 شخصا ثلاثة منهم أطفال.", "ar"),
])
def test_a_part_is_who_it_is_said_to_be(text: str, language: str) -> None:
    whole, part = map(figure, claims(text, language))
    assert (whole.population, part.population) == ("people", "children")


def test_families_are_not_added_to_their_people() -> None:
    people, families = claims("Some 1,000 people, 200 families, were evacuated.", "en")
    assert (figure(people).unit, figure(families).unit) == ("people", "families")
    assert figure(families).same_people_as == people.id


def test_what_the_counted_are() -> None:
    found = one("نزح 900 شخص معظمهم أطفال ونساء.", "ar")
    assert [(part.population, part.share) for part in found.composition] == [("children", "most"), ("women", "most")]
    assert one("Some 40 Iraqi families fled.", "en").nationality == "Iraqi"
    assert one("قتل ستة مواطنين عراقيين.", "ar").nationality == "Iraqi"


@pytest.mark.parametrize(("text", "language", "modality"), [
    ("Some 300 fighters will leave the town.", "en", "planned"),
    ("The army did not kill 300 people.", "en", "denied"),
    ("As many as 300 people may have been killed.", "en", "possible"),
    ("سيغادر 300 مقاتل البلدة.", "ar", "planned"),
])
def test_modality(text: str, language: str, modality: str) -> None:
    assert claims(text, language)[0].modality == modality


def test_evidence_holds_number_and_predicate() -> None:
    (claim,) = claims("In the morning, shells fell and at least 40 people were killed near the bridge.", "en")
    assert claim.evidence[0].quote == "at least 40 people were killed"


def test_a_limit_may_stand_behind_the_noun() -> None:
    assert one("قتل 14 شخصا على الأقل.", "ar").bound == "at_least"
    assert one("Some rebels said 14 people at most were killed.", "en").bound == "at_most"
