"""Of the holders of a name, the report's country, the noun and the places beside it choose; what stays open stays open."""

import pytest

from tawatur import mentions, resolution
from tawatur.documents import segment
from tawatur.packs import load
from tawatur.records import Block, Document, Locality
from tawatur.resolution.places import rank


def resolved(text: str, language: str = "en") -> list[Locality]:
    document = Document("0" * 16, "test", "0", text, language=language, blocks=(Block("body", 0, len(text), "", language),))
    return list(resolution.resolve(mentions.annotate(segment(document, load()), load()), load()).localities)


def ids(text: str, language: str = "en") -> list[str | None]:
    return [locality.place.id if locality.place else None for locality in resolved(text, language)]


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("Mines lie between the town of Bhara and Hajen city.", "en", ["al-bahrah", "hajin"]),
    ("بقي الطريق بين مدينة \"هجين\" وبلدة \"البحرة\" مغلقا.", "ar", ["hajin", "al-bahrah"]),
    ("They left Shaafa through the Aloni crossing.", "en", ["ash-shafah", "al-alwani"]),
    ("خرجوا من الشعفة عبر معبر العلواني.", "ar", ["ash-shafah", "al-alwani"]),
    ("Clashes in Tripoli, Libya, reached Misrata.", "en", ["tripoli-ly", "libya", "misrata"]),
    ("Clashes in Tripoli spread to Sidon and Beirut.", "en", ["tripoli-lb", "sidon", "beirut"]),
    ("اندلعت اشتباكات في طرابلس وبيروت وصيدا.", "ar", ["tripoli-lb", "beirut", "sidon"]),
    ("The paramilitaries shelled Zamzam camp near El Fasher.", "en", ["zamzam", "el-fasher"]),
    ("Residents of Salah al-Din district in Aleppo fled.", "en", ["salaheddin-al", "aleppo"]),
    ("The army will withdraw from Salah al-Din road in Gaza.", "en", ["salah-al-din-road", "gaza"]),
    ("Fighting continues in the provinces of Aleppo and Hama.", "en", ["aleppo-governorate", "hama-governorate"]),
])
def test_the_report_decides_among_holders(text: str, language: str, expected: list[str]) -> None:
    assert ids(text, language) == expected


def test_what_nobody_knows_keeps_its_name() -> None:
    [place] = [locality.place for locality in resolved("The town of Qarfandil was shelled.")]
    assert place is not None
    assert (place.id, place.name, place.lat, place.lon, place.precision) == (None, "Qarfandil", None, None, None)


def test_known_places_without_coordinates_get_none() -> None:
    [place] = [locality.place for locality in resolved("They opened the Al-Alwani crossing.")]
    assert place is not None
    assert (place.id, place.lat, place.precision) == ("al-alwani", None, None)


@pytest.mark.parametrize(("text", "precision"), [
    ("Shells fell in Hajin.", 1), ("Shells fell near Hajin.", 2), ("Shells fell in the countryside of Homs.", 4),
    ("Shells fell in Homs province.", 4), ("Shells fell in Syria.", 6), ("They crossed the Euphrates River.", 5),
])
def test_precision(text: str, precision: int) -> None:
    assert [locality.place.precision for locality in resolved(text) if locality.place] == [precision]


def test_reasons_add_up_to_the_score() -> None:
    for locality in resolved("Families left the towns of Hajin and Sussa for Idlib, and some went on to Turkey."):
        for candidate in locality.candidates:
            total = sum(reason.weight for reason in candidate.reasons)
            assert candidate.score == pytest.approx(min(1.0, max(0.0, total)), abs=0.002)


def test_a_short_skeleton_never_decides_alone() -> None:
    ranked = rank("Rqe", None, ["SY"], load().gazetteer)
    assert all(candidate.score < 0.5 for candidate, _ in ranked)


def test_a_name_nobody_knows_is_a_place_if_a_report_puts_it_twice_where_places_stand() -> None:
    twice = resolved("Few are left in Aleppo and Orvandel. Shells fell in Homs and Orvandel.")
    assert [one.name for one in twice] == ["Aleppo", "Orvandel", "Homs", "Orvandel"]
    assert [one.name for one in resolved("Few are left in Aleppo and Orvandel.")] == ["Aleppo"]


def test_a_name_nobody_knows_is_a_place_behind_a_preposition_that_only_places_bear() -> None:
    assert [one.place and (one.place.id, one.place.name) for one in resolved("Few are left in Orvandel.")] == [(None, "Orvandel")]
    assert resolved("Markets closed all over Latin America, and roads in Syrias north.") == []


def test_a_place_noun_announces_the_longer_name_that_begins_like_a_known_one() -> None:
    assert ids("They left the city of Aleppo Monday.") == ["aleppo"]
    assert [one.name for one in resolved("Shells fell in the village of Al-Bab al-Hawa.")] != ["Al-Bab"]


@pytest.mark.parametrize(("one", "other"), [
    ("Tabiyet Jazira", "Tabiyah Jazeera"), ("Jdidet Bikara", "جديدة بكارة"), ("Hamrat Balasim", "حمرة بلاسم"),
])
def test_the_feminine_ending_inside_a_name_is_said_or_not(one: str, other: str) -> None:
    spelling = load().gazetteer.spelling
    assert spelling.keys(spelling.words(one)) & spelling.keys(spelling.words(other))
