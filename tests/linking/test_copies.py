"""Near copies are found sentence by sentence, and called what they are."""

import random
from dataclasses import replace

import pytest

from tawatur.linking.copies import copies, first
from tawatur.linking.descents import Registry
from tawatur.linking.families import Families
from tawatur.linking.fingerprints import prints
from tawatur.linking.translations import translations
from tawatur.linking.weights import numbers
from tawatur.packs import load
from tawatur.records import Claim, Control, Document, Evidence, Link, Node, Outlet, Source
from tests.linking.wire import AGENCY, WIRE, report

LONG = WIRE + (
    " The mayor of a village upstream keeps two boats ready, and charges nothing for the crossing. "
    "A nurse who came back on Friday said that nobody sweeps the streets any more, and that dogs sleep in the school. "
    "Prices of lamp oil have doubled since the 14 October truce, to 900 a litre."
)
OTHER = (
    "Fishermen of the lower river met in the old customs house to settle who may cast nets below the weir in spring. "
    "The elder of them, who is 71, wants the western bank left alone for 3 years so that carp come back. "
    "A second meeting is planned before the floods, and each boat may send one speaker to it."
)
MILL, LAMP = Outlet("The Mill Post", "The Mill Post"), Outlet("The River Lamp", "The River Lamp")


def links(*reports: Document) -> list[Link]:
    packs = load()
    printed = {one.id: prints(one, packs) for one in reports}
    return list(copies(reports, printed, {}, numbers(packs, "copies")))


def labels(*reports: Document) -> list[str | None]:
    return [link.label for link in links(*reports)]


def dropped(text: str, seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(word for word in text.split(" ") if chance.random() > 0.15)


def test_two_writers_on_one_river_are_no_copies() -> None:
    assert labels(report("a", LONG, MILL), report("b", OTHER, LAMP)) == []


def test_a_header_a_footer_and_another_order_change_nothing() -> None:
    shuffled = ". ".join(reversed(LONG.rstrip(".").split(". "))) + "."
    headed = "News from all rivers, every morning at six\n" + LONG + "\nWrite to us if you know more than we do about it"
    original = report("a", LONG, MILL)
    assert labels(original, report("b", headed, LAMP)) == ["reprint"]
    assert labels(original, report("c", shuffled, LAMP)) == ["reprint"]


@pytest.mark.parametrize("seed", range(6))
def test_one_word_in_seven_may_be_missing(seed: int) -> None:
    assert labels(report("a", LONG, MILL), report("b", dropped(LONG, seed), LAMP)) == ["reprint"]


def test_a_third_of_a_report_is_an_excerpt_of_it() -> None:
    third = ". ".join(LONG.split(". ")[:2]) + "."
    assert labels(report("a", LONG, MILL), report("b", third, LAMP)) == ["excerpt"]
    assert labels(report("b", third, LAMP), report("a", LONG, MILL)) == ["excerpt"]


def test_new_figures_make_an_updated_version() -> None:
    assert labels(report("a", LONG, MILL), report("b", LONG.replace("1,730", "1,410").replace("264", "590"), LAMP)) == ["updated_version"]


def test_wire_copy_among_words_of_ones_own_is_a_passage_with_its_sentences() -> None:
    mixed = OTHER + " " + ". ".join(LONG.split(". ")[:2]) + "."
    (link,) = links(report("a", LONG + " " + LONG[:0], MILL), report("b", mixed, LAMP))
    assert link.label == "shared_passage"
    assert all(mixed[reuse.right.start : reuse.right.end] in LONG for reuse in link.passages)
    assert all(LONG[reuse.left.start : reuse.left.end] in mixed for reuse in link.passages)


def test_which_came_first_is_said_only_of_two_known_days() -> None:
    older, newer = report("a", LONG, MILL, "2031-05-04"), report("b", LONG, LAMP, "2031-05-06")
    assert first(older, newer) == first(newer, older) == older.id
    assert first(older, replace(newer, published=None)) is None
    assert first(older, replace(newer, published=older.published)) is None


def node(document: Document) -> Node:
    return Node(document.outlet.id if document.outlet else "nobody", "name", True)


def claim_at(document: Document, quote: str) -> Claim:
    start = document.text.index(quote)
    span = (Evidence(start, start + len(quote), quote),)
    return Claim(quote, document.id, Control("a", "holds"), span, ((Source("o", "o", "outlet"),),))


def test_a_claim_comes_from_whom_its_passage_was_taken_and_others_stay_their_reports_own() -> None:
    older, newer = report("a", LONG, MILL, "2031-05-04"), report("b", LONG + " " + OTHER, LAMP, "2031-05-06")
    families = Families([older, newer], links(older, newer), {}, node, lambda name: Node(name, name, True))
    assert families.members(newer.id) == tuple(sorted((older.id, newer.id)))
    assert [one.key for one in families.behind(claim_at(newer, "Bread has run out"))] == [MILL.id]
    assert list(families.behind(claim_at(newer, "cast nets below the weir"))) == []


def test_an_agency_is_the_elder_of_its_family_whatever_the_days() -> None:
    older, newer = report("a", LONG, MILL, "2031-05-04"), report("b", LONG, AGENCY, "2031-05-06")
    families = Families([older, newer], links(older, newer), {newer.id: "Reuters"}, node, lambda name: Node(name, name, True))
    assert [one.key for one in families.behind(claim_at(older, "Bread has run out"))] == ["Reuters"]


def test_an_agency_read_again_a_week_later_tells_another_thing() -> None:
    """What two reports of one agency share must be much more where they are not of its one day."""
    english = report("one", "At least 1,730 people are trapped in Susah, Doctor Salim Haddad told Reuters.", AGENCY)
    text = "أفادت رويترز بأن 1730 شخصا يعيشون في السوسة."
    held = {english.id: frozenset({("number", "1730"), ("place", "susah")})}
    for day, count in (("2031-05-05", 1), ("2031-05-11", 0)):
        arabic = report("two", text, MILL, day, "ar")
        said = held | {arabic.id: held[english.id]}
        found = translations([english, arabic], said, Registry(load()), {arabic.id: "Reuters"}, numbers(load(), "copies"))
        assert len(list(found)) == count
