"""Names of places are found by what announces them, in both languages; names that are words or people are left alone."""

from dataclasses import replace

import pytest

from tawatur import mentions
from tawatur.documents import segment
from tawatur.packs import load
from tawatur.records import Block, Document, Locality, Outlet


def localities(text: str, language: str = "en") -> list[Locality]:
    document = Document("0" * 16, "test", "0", text, language=language, blocks=(Block("body", 0, len(text), "", language),))
    return list(mentions.annotate(segment(document, load()), load()).localities)


def named(text: str, language: str = "en") -> list[str]:
    return [locality.name for locality in localities(text, language)]


@pytest.mark.parametrize(("text", "names"), [
    ("Buses reached the town of Hajin on Monday.", ["Hajin"]),
    ("Families left the villages of Hajin, Ash-Shafah and As-Susah at dawn.", ["Hajin", "Ash-Shafah", "As-Susah"]),
    ("The road between Hajin and Al-Bahrah stayed closed.", ["Hajin", "Al-Bahrah"]),
    ("They met at the Hajin-Baghouz crossing.", ["Hajin", "Baghouz"]),
    ("Shells fell 20 km from Suluk.", ["Suluk"]),
    ("People in the northern countryside of Homs waited.", ["Homs"]),
    ("Aid entered Raqqa's western outskirts.", ["Raqqa"]),
    ("Convoys in Aleppo, Hama and Idlib provinces turned back.", ["Aleppo", "Hama", "Idlib"]),
    ("A truce holds in rebel-held eastern Ghouta.", ["Ghouta"]),
    ("SANAA, Yemen (Wire) — Talks went on.", ["SANAA", "Yemen"]),
    ("They lifted the blockade of Hajin.", ["Hajin"]),
    ("The governor of Deir al-Zor spoke.", ["Deir al-Zor"]),
    ("HAJIN (Syria) - Talks went on.", ["HAJIN", "Syria"]),
    ("Three thousand people fled Orvandel.", ["Orvandel"]),
    ("Four divers are trapped inside Ponte-do-Marvo.", ["Ponte-do-Marvo"]),
    ("Few are left in Orvandel, which the Orvandel army shells.", ["Orvandel"]),
    ("Few are left in Orvandel, and the Orvandel pump house burned.", ["Orvandel", "Orvandel"]),
])
def test_what_announces_a_place_in_english(text: str, names: list[str]) -> None:
    found = named(text)
    assert len(found) == len(names)
    pairs = [(one.casefold(), name.casefold()) for one, name in zip(found, names, strict=True)]
    assert all(name in one or one in name for one, name in pairs)


@pytest.mark.parametrize(("text", "names"), [
    ("دخلت الحافلات مدينة هجين صباحا.", ["هجين"]),
    ("خرجت العائلات من بلدتي \"الشعفة\" و\"البقعان\" فجرا.", ["الشعفة", "البقعان"]),
    ("بقي الطريق بين هجين والبحرة مغلقا.", ["هجين", "البحرة"]),
    ("استمر القصف في ريف دير الزور الشرقي.", ["دير الزور"]),
    ("وصلوا إلى الريف الشرقي لدير الزور.", ["دير الزور"]),
    ("اجتمعوا في جنيف أمس.", ["جنيف"]),
    ("نقل الجرحى إلى بلدة المفرونة القريبة.", ["المفرونة"]),
    ("نزحوا من قرية كفر طرنبا ليلا.", ["كفر طرنبا"]),
    ("يقع المخيم قرب الباغوز.", ["الباغوز"]),
    ("توقفت الشاحنات غرب حديثة.", ["حديثة"]),
    ("عبرت القافلة معبر كرم أبو سالم.", ["كرم أبو سالم"]),
    ("نزحت عشرون عائلة من بلدة سارفند المحاصرة.", ["سارفند"]),
    ("يقيم الرعاة في قرية كولاش ماين منذ الشتاء.", ["كولاش ماين"]),
    ("مات طفلان في حي كوربان الغربي.", ["كوربان"]),
])
def test_what_announces_a_place_in_arabic(text: str, names: list[str]) -> None:
    found = named(text, "ar")
    assert len(found) == len(names)
    assert all(name in one for one, name in zip(found, names, strict=True))


def test_an_unknown_town_is_a_place_all_the_same() -> None:
    [place] = localities("The town of Qarfandil was shelled.")
    assert (place.name, place.noun, place.rule) == ("Qarfandil", "town", "construction")


@pytest.mark.parametrize("text", [
    "Mazlum Kobani told reporters that talks went on.",
    "There is Hope, he said.",
    "According to Hassan, nobody left.",
    "The Aleppo Media Center published photographs.",
    "Talks resume in January.",
    "Governor Ali Said met them.",
    "They surrendered to a US base.",
    "Sixty people died in Christmas week.",
    "The army said in Operation Iron Dawn.",
])
def test_people_words_and_institutions_are_no_places_in_english(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize("text", [
    "وصلت المفاوضات إلى طريق مسدود في هذا الصدد.",
    "قال في حديث إن الحق مع المدنيين.",
    "خرجوا من قرية صغيرة ومدينة كبيرة.",
    "تستمر الحرب من أجل السلام.",
    "طالبوا بفتح معبر إنساني وممر آمن.",
    "عقد الاجتماع في العاصمة السعودية.",
    "وأشار المصدر في حديثه إلى ذلك.",
    "اتفقوا على العودة إلى الحياة السلمية.",
])
def test_words_are_no_places_in_arabic(text: str) -> None:
    assert named(text, "ar") == []


@pytest.mark.parametrize(("text", "language", "roles"), [
    ("Buses took them from Hajin to Idlib via Raqqa.", "en", ["from", "to", "through"]),
    ("نقلتهم الحافلات من هجين إلى إدلب عبر الرقة.", "ar", ["from", "to", "through"]),
    ("They withdrew from the town of Hajin toward Ash-Shafah.", "en", ["from", "to"]),
    ("انسحبوا من بلدة هجين باتجاه الشعفة.", "ar", ["from", "to"]),
    ("The clinic in Hajin closed.", "en", ["at"]),
    ("أغلقت العيادة بهجين.", "ar", ["at"]),
])
def test_roles(text: str, language: str, roles: list[str]) -> None:
    assert [locality.role for locality in localities(text, language)] == roles


@pytest.mark.parametrize(("text", "language", "relation"), [
    ("Shells fell near Hajin.", "en", "near"), ("سقطت قذائف قرب هجين.", "ar", "near"),
    ("Fighting went on in the eastern countryside of Homs.", "en", "countryside"),
    ("دارت معارك في ريف حماة الشرقي.", "ar", "countryside"),
    ("Mines lie between Hajin and Baghouz.", "en", "between"), ("زرعت ألغام بين هجين والباغوز.", "ar", "between"),
    ("Shells fell on Hajin.", "en", None),
])
def test_what_of_a_place_is_meant(text: str, language: str, relation: str | None) -> None:
    assert {locality.relation for locality in localities(text, language)} == {relation}


@pytest.mark.parametrize(("text", "language"), [
    ("Families left the villages of Hajin, Ash-Shafah and As-Susah.", "en"), ("خرجوا من \"هجين\" و\"السوسة\" وبالباغوز.", "ar")])
def test_spans_hold_the_words(text: str, language: str) -> None:
    for locality in localities(text, language):
        assert locality.name.split()[0][:3] in text[locality.start:locality.end]


def test_a_place_in_the_name_of_the_reports_own_outlet_is_none() -> None:
    text = "Some people left Aleppo, said a baker in Hama Voice."
    document = Document("0" * 16, "test", "0", text, language="en", blocks=(Block("body", 0, len(text), "", "en"),))
    signed = replace(document, outlet=Outlet("Hama Voice", "Hama Voice"))
    owned, strange = (mentions.annotate(segment(one, load()), load()).localities for one in (signed, document))
    assert [place.name for place in owned] == ["Aleppo"]
    assert len(strange) > len(owned)


@pytest.mark.parametrize(("text", "language", "count"), [
    ("They hold the town of Orvandel. Nobody left Orvandel on Monday.", "en", 2),
    ("They hold the town of Orvandel. The Orvandel Rescue Team spoke.", "en", 1),
    ("بقي الناس في بلدة أم رافان. وانسحبوا من أم رافان ليلا.", "ar", 2),
])
def test_a_name_shown_to_be_a_place_is_one_in_every_sentence(text: str, language: str, count: int) -> None:
    assert len(localities(text, language)) == count


def test_an_unknown_name_at_the_head_of_a_dateline_is_a_place() -> None:
    text = "ORVANDEL, May 3 (Wire) - Nobody left Orvandel."
    blocks = (Block("dateline", 0, 25, "", "en"), Block("body", 25, len(text), "", "en"))
    document = Document("0" * 16, "test", "0", text, language="en", blocks=blocks)
    found = mentions.annotate(segment(document, load()), load()).localities
    assert [one.name for one in found] == ["Orvandel", "Orvandel"]


@pytest.mark.parametrize("text", ["قصفوا قرية تل سلور ليلا.", "بقوا في بلدة كفر رمان أياما."])
def test_a_word_that_begins_names_and_is_a_noun_too_begins_a_name_behind_a_place_noun(text: str) -> None:
    assert any(len(name.split()) == 2 for name in named(text, "ar"))
