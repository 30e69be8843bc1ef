"""Counts of one thing told on several days: which comes in the other's place, which stands against it, and which is another thing."""

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import count

import pytest

from tawatur.linking.amounts import alike
from tawatur.linking.atlas import Atlas
from tawatur.linking.features import Comparer
from tawatur.linking.kin import Kin
from tawatur.linking.link import Linker
from tawatur.linking.weights import weights
from tawatur.linking.words import Words
from tawatur.packs import load
from tawatur.records import Claim, Descent, Document, Episode, Evidence, Figure, Node, Place, Position, Source, Time

MILL, WEIR = Place("at", "mill", "Mill", 35.1, 40.2, "Mill", 1), Place("at", "weir", "Weir", 35.4, 40.9, "Weir", 1)
NUMBERS = count()
SPOKEN = Source("Ada Roy", "Ada Roy", "person")


def day(number: int, text: str = "that day") -> Time:
    return Time(f"2031-05-{number:02}", f"2031-05-{number:02}", text, "weekday")


def dead(value: float, printed: int, *places: Place, words: str = "x", **fields: object) -> tuple[Claim, Document]:
    """A claim of so many dead in a report of its own, printed on a day of May."""
    name, bound = f"d{next(NUMBERS):04}", str(fields.pop("bound", "exact"))
    figure = Figure("killed", value, value, value if bound == "exact" else None, bound, "people", "people")
    chain = (Source(name, name, "outlet"), *fields.pop("origin", ()))  # type: ignore[misc]
    told = Claim(name, name, figure, (Evidence(0, len(words), words),), (chain,), places=places)
    return replace(told, **fields), Document(  # type: ignore[arg-type]
        name, name, name, words, published=day(printed))


def relations(*told: tuple[Claim, Document], roots: Sequence[str] = (), nameless: Set[str | None] = frozenset()) -> list[str]:
    packs, claims = load(), [claim for claim, _ in told]
    origin = dict(zip((one.id for one in claims), roots, strict=False))
    kin, documents = Kin(packs), {document.id: document for _, document in told}
    descents = [Descent(one.id, (Node(origin.get(one.id, one.document), one.document, True),)) for one in claims]
    comparer = Comparer(Atlas(claims), kin, Words(packs), documents, nameless.__contains__)
    linker = Linker(comparer, weights(packs), kin, descents, documents)
    return [link.relation for link in linker.links(claims, [Episode("e", claims=tuple(one.id for one in claims))])]


def test_a_later_count_of_one_source_updates_and_of_one_day_repeats() -> None:
    first, later = dead(37, 1, MILL, bound="at_least", time=day(1)), dead(44, 3, MILL, time=day(1))
    assert relations(first, later, roots=("clinic", "clinic")) == ["updates"]
    assert relations(first, later) == ["updates"]  # two days on, others may have heard of more
    assert relations(dead(37, 1, MILL, time=day(1)), dead(44, 2, MILL, time=day(1))) == ["contradicts"]
    assert relations(dead(37, 1, MILL, time=day(1)), dead(9, 3, MILL, time=day(1))) == []  # a lower one is no later one


@pytest.mark.parametrize(("left", "right", "one"), [
    (37, 37, True), (14_300, 14_000, True), (37, 44, False), (12_000, 15_000, False), (29, 31, False),
])
def test_a_rounding_is_the_same_count(left: float, right: float, one: bool) -> None:
    assert alike(Figure("killed", left, left, left, "exact"), Figure("killed", right, None, None, "about")) is one


def test_more_than_a_round_number_is_told_of_little_more() -> None:
    least = Figure("killed", 1000, 1000, None, "at_least")
    assert alike(least, Figure("killed", 1140, 1140, 1140, "exact"))
    assert not alike(least, Figure("killed", 2300, 2300, 2300, "exact"))


def test_who_denies_that_anybody_died_stands_against_every_count_of_there() -> None:
    denial = dead(1, 2, MILL, modality="denied")
    assert relations(dead(37, 1, MILL), denial) == ["contradicts"]
    assert relations(dead(37, 1, WEIR), denial) == []


def test_the_day_on_which_somebody_spoke_is_no_day_of_what_he_tells() -> None:
    told = dead(63, 3, MILL, time=day(3, "Monday"), origin=(replace(SPOKEN, said_at=day(3, "Monday")),))
    assert relations(dead(63, 2, MILL, time=day(2)), told) == ["supports"]


def test_two_days_are_two_things_but_for_a_number_that_few_write_by_chance() -> None:
    assert relations(dead(63, 4, MILL, time=day(2)), dead(63, 4, MILL, time=day(3))) == []
    assert relations(dead(63, 2, MILL, time=day(2)), dead(63, 3, MILL, time=day(3))) == ["supports"]
    assert relations(dead(3, 2, MILL, time=day(2)), dead(3, 3, MILL, time=day(3))) == []
    assert relations(dead(100, 2, MILL, time=day(2)), dead(100, 3, MILL, time=day(3))) == []


def test_a_toll_that_rose_is_of_those_counted_before_in_that_place() -> None:
    risen = "The toll rose to 34"
    assert relations(dead(29, 1, MILL, time=day(1)), dead(34, 5, MILL, words=risen)) == ["updates"]
    assert relations(dead(29, 1, MILL, time=day(1)), dead(34, 5, MILL)) == []
    assert relations(dead(29, 1, WEIR, time=day(1)), dead(34, 5, MILL, words=risen)) == []


def test_a_place_only_named_beside_does_not_part_a_rare_number() -> None:
    beside = dead(63, 2, WEIR, words="63 died at Mill, most of them from Weir")
    assert relations(dead(63, 2, MILL), beside) == ["supports"]
    assert relations(dead(63, 2, MILL), dead(63, 2, WEIR)) == []
    assert relations(dead(60, 2, MILL), dead(70, 2, WEIR, words="70 died at Mill, most of them from Weir")) == []


def test_who_is_called_the_rebels_is_another_party_only_where_place_and_wording_say_so() -> None:
    def wanted(party: str, *places: Place, words: str = "the release of 46 herdsmen") -> tuple[Claim, Document]:
        name = f"d{next(NUMBERS):04}"
        claim = Claim(name, name, Position(party, "demands", "detainees", words), (Evidence(0, 1, "x"),),
                      ((Source(name, name, "outlet"),),), places=places)
        return claim, Document(name, name, name, "x", published=day(3))
    named, unnamed = wanted("Mill Front", MILL), wanted("the rebels", MILL)
    assert relations(named, unnamed, nameless={"the rebels"}) == ["supports"]
    assert relations(wanted("Mill Front"), wanted("the rebels", words="that all be freed"), nameless={"the rebels"}) == []
    assert relations(named, wanted("the rebels", WEIR), nameless={"the rebels"}) == []
    assert relations(named, wanted("Weir Front", MILL)) == []
