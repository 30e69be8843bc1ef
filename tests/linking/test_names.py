"""Names that no pack knows are one in two scripts, and inside the names of a party's own media; bodies of one sort stay many."""

from collections import Counter

import pytest

from tawatur.linking.atlas import Atlas
from tawatur.linking.credits import credits
from tawatur.linking.descents import Registry, one_bodies
from tawatur.linking.names import Sounds, Strangers, one_name
from tawatur.linking.words import Words
from tawatur.packs import load
from tawatur.records import Claim, Content, Document, Evidence, Figure, Outlet, Place, Position, Source


def claim(content: Content, id: str, *places: Place) -> Claim:
    return Claim(id, "d" + id, content, (Evidence(0, 1, "x"),), ((Source("o", "o", "outlet"),),), places=places)


def published(outlet: str, text: str = "x", id: str = "d") -> Document:
    return Document(id, id, id, text, outlet=Outlet(outlet, outlet))


def test_a_party_is_one_in_two_scripts_by_how_its_name_sounds() -> None:
    strangers = Strangers([claim(Position("Sarakand Front", "rejects", "route"), "a"), claim(Position("جبهة ساراكاند", "rejects", "route"), "b"),
                           claim(Position("Sarakand Front", "demands", "route"), "c")], load())
    told = strangers.told(claim(Position("جبهة ساراكاند", "rejects", "route"), "b"))
    assert isinstance(told.content, Position)
    assert told.content.party == "Sarakand Front"


@pytest.mark.parametrize(("one", "other"), [
    ("Hill Guard Brigade", "لواء حرس التلال"), ("Army of the Sarakandera", "جيش الساراكانديرا"), ("River Shield Forces", "قوات درع النهر"),
    ("Liberation Front of Sarakand", "جبهة تحرير ساراكاند"),
])
def test_a_party_is_one_where_its_name_is_translated_word_for_word(one: str, other: str) -> None:
    told = Strangers([claim(Position(name, "rejects", "route"), name) for name in (one, other)], load())
    assert told.of(one) == told.of(other)


@pytest.mark.parametrize(("one", "other"), [
    ("Northern Guard", "الحرس الجنوبي"), ("Northern Guard", "جيش الشمال"), ("River Shield Forces", "قوات النهر"),
    ("Army of the Sarakandera", "جيش الأناكونديرا"), ("the rebels", "الحرس الشمالي"),
])
def test_parties_of_other_words_stay_two(one: str, other: str) -> None:
    told = Strangers([claim(Position(name, "rejects", "route"), name) for name in (one, other)], load())
    assert told.of(one) != told.of(other)


def test_a_party_called_by_its_sort_is_the_only_one_of_that_sort() -> None:
    names = "defence council of Sarakand", "مجلس الدفاع"
    assert Strangers([claim(Position(name, "rejects", "route"), name) for name in names], load()).of(names[1]) == names[0]
    more = (*names, "defence council of Orvandel")
    assert Strangers([claim(Position(name, "rejects", "route"), name) for name in more], load()).of(names[1]) == names[1]


@pytest.mark.parametrize(("one", "other"), [
    ("International Relief Organization", "المنظمة الدولية للإغاثة"), ("Upper Valley Radio", "إذاعة الوادي الأعلى"),
    ("the Sarakand Women's Union", "اتحاد نساء ساراكاند"),
])
def test_a_body_or_outlet_is_one_in_two_languages_by_its_translated_words(one: str, other: str) -> None:
    registry = Registry(load())
    assert registry.named(one).key == registry.named(other).key


def test_two_names_that_sound_alike_leave_the_third_alone() -> None:
    sounds = Sounds(load())
    assert one_name(Counter({"Sarakand Front": 2, "ساراكاند": 1}), sounds.of_party) == {"ساراكاند": "Sarakand Front"}
    assert one_name(Counter({"Sarakand Front": 2, "Sarakand Brigade": 1, "ساراكاند": 1}), sounds.of_party) == {}


def test_translated_names_are_learned_from_claims_of_one_text() -> None:
    pair = claim(Position("Ember Brigade", "rejects", "route"), "a"), claim(Position("لواء الجمر", "rejects", "route"), "b")
    strangers = Strangers(pair, load())
    assert strangers.told(pair[1]) == pair[1]
    strangers.learn([pair])
    assert strangers.told(pair[1]).content == pair[0].content


def test_an_outlet_that_bears_a_partys_name_is_the_party() -> None:
    packs = load()
    registry = Registry(packs, strangers=Strangers([claim(Position("Sarakand Front", "rejects", "route"), "a")], packs))
    keys = {registry.outlet(published(name)).key for name in ("Sarakand Front Media Office", "Radio Dawn, voice of the Sarakand Front")}
    assert keys == {registry.named("the Sarakand Front").key}
    assert registry.outlet(published("Sarakand Post")).key not in keys


def test_bodies_are_told_apart_by_all_their_words_and_agencies_known_without_theirs() -> None:
    registry = Registry(load())
    assert registry.named("Susah Relief Committee").key != registry.named("Mill Relief Committee").key
    assert registry.named("Lowriver News Agency").key != registry.named("Hillside News Agency").key
    assert registry.named("Lowriver News Agency").key == registry.named("Lowriver").key == registry.named("لوريفر").key


def test_a_credit_in_brackets_to_an_outlet_of_the_case_counts() -> None:
    wire = published("Lowriver News Agency", "x " * 100, "a")
    copy = published("The Mill Post", "MILL (Lowriver) - " + "x " * 100, "b")
    aside = published("The Mill Post", "x " * 100 + "(Lowriver)" + " x" * 100, "c")
    assert credits([wire, copy, aside], {}, Registry(load())) == {"b": "Lowriver News Agency"}


def test_a_place_found_nowhere_is_one_in_two_scripts_and_heard_in_texts() -> None:
    here, there = Place("at", None, "Sarnakert", None, None, "Sarnakert", None), Place("at", None, "سارناكيرت", None, None, "سارناكيرت", None)
    figure = Figure("trapped", 5, 5, 5, "exact")
    sound = Sounds(load()).of
    both = Atlas([claim(figure, "a", here), claim(figure, "b", there)], sound=sound)
    assert both.spot(here) == both.spot(there)
    assert [place.name for place, _ in Atlas([claim(figure, "a", here)], hear=Sounds(load()).heard).named("الناس في سارناكيرت")] == ["Sarnakert"]


def test_a_place_that_one_script_found_is_found_in_the_other_where_it_sounds_the_same() -> None:
    sound, figure = Sounds(load()).of, Figure("trapped", 5, 5, 5, "exact")
    found = Place("at", "t1", "Tall Rasheda", 35.1, 40.2, "تلرشيدة", 2)
    unfound = Place("at", None, "Talrasheda", None, None, "Talrasheda", None)
    atlas = Atlas([claim(figure, "a", found), claim(figure, "b", unfound)], sound=sound)
    assert atlas.spot(unfound).id == "t1"
    other = Place("at", "t2", "Tall Rashuda", 36.1, 41.2, "تل رشيدا", 2)
    assert Atlas([claim(figure, str(at), one) for at, one in enumerate((found, unfound, other))], sound=sound).spot(unfound).id is None


def test_an_arabic_name_is_found_in_texts_though_little_is_left_of_it_once_bare() -> None:
    place, figure = Place("at", None, "السوسة", None, None, "السوسة", None), Figure("trapped", 5, 5, 5, "exact")
    atlas = Atlas([claim(figure, "a", place)], Words(load()).bare)
    assert [one.name for one, _ in atlas.named("عائلات من السوسة")] == ["السوسة"]


def test_who_is_only_described_has_no_name() -> None:
    strangers = Strangers([], load())
    assert [strangers.named(one) for one in ("التنظيم", "the rebel group", "جبهة ساراكاند", "sdf")] == [False, False, True, True]


def test_a_short_name_is_heard_in_the_other_script_where_its_vowels_agree() -> None:
    sounds = Sounds(load())
    assert sounds.heard("Lumayat") == sounds.heard("لومايات") != ""
    assert sounds.heard("Lumit") == sounds.heard("Tell") == ""


def test_a_body_is_one_in_two_languages_by_what_such_bodies_are_called_and_where_it_is() -> None:
    registry = Registry(load())
    for ours, theirs in (("Um Rawag Emergency Room", "غرفة طوارئ أم رواق"), ("the Ombudsman's Office", "مكتب أمين المظالم"),
                         ("the Karsal Relief Committee", "لجنة إغاثة كرسال"), ("Civil Defence in Karsal", "الدفاع المدني في كرسال")):
        assert registry.named(ours).key == registry.named(theirs).key, ours
    for ours, theirs in (("Karsal Relief Committee", "لجنة إغاثة ماردل"), ("Karsal Relief Committee", "لجنة التفاوض في كرسال"),
                         ("Karsal Relief Committee", "Relief Committee")):
        assert registry.named(ours).key != registry.named(theirs).key, theirs


def test_a_name_that_begins_like_what_is_written_onto_names_is_heard_whole() -> None:
    sounds, words = Sounds(load()), Words(load())
    atlas = Atlas([claim(Figure("killed", 1, 1, 1, "exact", "people", "people"), "a", Place("at", None, "Lumarat", None, None, "Lumarat", None))],
                  words.bare, sounds.of, sounds.heard, sounds.words)
    assert [place.name for place, _ in atlas.named("غادروا حي لومارات")] == ["Lumarat"]


def test_a_body_is_one_as_translated_and_as_spelled_and_others_stay_apart() -> None:
    names = ("Horizon Wire", "هورايزن واير", "Harbour Wire", "Lantern Relief")
    bodies = one_bodies(names, Sounds(load()))
    keys = [Registry(load(), bodies=bodies).named(name).key for name in names]
    assert keys[0] == keys[1]
    assert len(set(keys)) == len(names) - 1


@pytest.mark.parametrize(("one", "other"), [
    ("Sarakandian army", "الجيش الساراكاندي"), ("The army", "the army"), ("the army", "الجيش"), ("Fola Guard", "حرس فولا"),
])
def test_armies_by_their_nation_and_parties_by_their_sort_are_one(one: str, other: str) -> None:
    told = Strangers([claim(Position(name, "rejects", "route"), name) for name in (one, other)], load())
    assert told.of(one) == told.of(other)


def test_the_rebels_may_be_a_party_with_a_name_and_no_army() -> None:
    told = Strangers([], load())
    assert told.nameless("The rebels")
    assert told.nameless("المسلحون")
    assert not any(map(told.nameless, ("the army", "Rebel Front of Sarakand", "houthis")))
