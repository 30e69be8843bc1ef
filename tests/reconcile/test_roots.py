"""Chains merge at their earliest shared node; what is not surely another counts in most, not in least."""

from itertools import count

from tawatur.reconcile.roots import roots
from tawatur.records import Claim, Content, Descent, Evidence, Figure, Node, Position, Source

POST, LAMP = Node("name:post", "Mill Post", True), Node("name:lamp", "River Lamp", True)
WIRE = Node("name:wire", "Valley Wire", True)
COUNCIL, BODY = Node("name:council", "Mill council", True), Node("name:office", "Relief office", True, ("name:league",))
LEAGUE = Node("name:league", "League", True)
FILE = Node("report:1", "pasted", False)
NUMBERS = count()


def nameless(holder: Node, text: str = "a resident") -> Node:
    return Node(f"nameless:{holder.key}", text, False)


def counted(*paths: tuple[Node, ...], content: Content | None = None, tellers: tuple[str, ...] = ()) -> tuple[int, int, tuple[str, ...]]:
    claims, descents = [], []
    for at, path in enumerate(paths):
        told_by = tellers[at] if tellers else "third"
        said = content or (Position("north", "rejects", "route", told_by=told_by) if tellers else Figure("trapped", 5, 5, 5, "exact"))
        claims.append(Claim(f"{next(NUMBERS)}", str(at), said, (Evidence(0, 1, "x"),), ((Source("o", "o", "outlet"),),)))
        descents.append(Descent(claims[-1].id, path))
    found = roots(claims, descents)
    return found.independent.least, found.independent.most, found.names


def test_named_origins_are_different_and_one_origin_twice_is_one() -> None:
    assert counted((POST, COUNCIL), (LAMP, COUNCIL)) == (1, 1, ("Mill council",))
    assert counted((POST, COUNCIL), (LAMP, WIRE)) == (2, 2, ("Mill council", "Valley Wire"))


def test_unnamed_sources_of_two_outlets_are_at_least_one_and_at_most_two() -> None:
    assert counted((POST, nameless(POST)), (LAMP, nameless(LAMP)))[:2] == (1, 2)
    assert counted((POST, nameless(POST)), (POST, nameless(POST, "sources")))[:2] == (1, 1)


def test_an_outlet_behind_its_words_and_an_unnamed_source_of_another() -> None:
    least, most, names = counted((POST,), (LAMP, nameless(LAMP)))
    assert (least, most) == (1, 2)
    assert names == ("Mill Post", "a resident (River Lamp)")


def test_an_outlet_cited_by_another_is_no_second_root() -> None:
    assert counted((WIRE, nameless(WIRE)), (LAMP, WIRE)) == (1, 1, ("Valley Wire",))
    assert counted((WIRE, COUNCIL), (LAMP, WIRE)) == (1, 1, ("Mill council",))


def test_two_origins_through_one_outlet_stay_two() -> None:
    assert counted((POST, COUNCIL), (POST, WIRE), (POST,))[:2] == (2, 2)


def test_who_cite_each_other_are_one() -> None:
    assert counted((POST, LAMP), (LAMP, POST))[:2] == (1, 1)


def test_nothing_is_known_of_a_pasted_report() -> None:
    assert counted((FILE,), (LAMP, COUNCIL))[:2] == (1, 2)
    assert counted((FILE,))[:2] == (1, 1)


def test_a_body_and_its_part_are_one() -> None:
    assert counted((POST, BODY), (LAMP, LEAGUE)) == (1, 1, ("Relief office",))


def test_an_outlet_may_have_a_partys_word_from_the_party() -> None:
    party = Node("name:north", "Northern Brigade", True)
    assert counted((LAMP,), (POST, party), tellers=("third", "self")) == (1, 2, ("Northern Brigade", "River Lamp"))
    assert counted((LAMP,), (POST, COUNCIL), tellers=("third", "third"))[:2] == (2, 2)
