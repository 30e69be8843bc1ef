"""The account of a case is derived, and respects what persons said of its claims, reports and sources."""

import pytest

from tawatur import packs
from tawatur.desk import accounts, reviewing
from tawatur.desk.asking import Asked
from tawatur.desk.indexing import Indexer
from tawatur.errors import InputError, UnknownError
from tawatur.packs import Packs
from tawatur.ports import Store
from tawatur.records import Outlet
from tawatur.stores.memory import MemoryStore
from tests.linking.wire import COMMITTEE, DOCTOR, WIRE, read, report

WHO = reviewing.Who("Lina", "2031-06-01T00:00:00+00:00", "asked him")


@pytest.fixture(scope="module")
def known() -> Packs:
    return packs.load()


@pytest.fixture
def case(known: Packs) -> Store:
    store, indexer = MemoryStore(), Indexer(known)
    mill, lamp, radio = (Outlet(name, name) for name in ("The Mill Post", "The River Lamp", "Valley Radio"))
    reports = [report("wire", WIRE, mill), report("committee", COMMITTEE, lamp), report("doctor", DOCTOR, radio)]
    for reading in read(reports):
        store.put(indexer.entry(reading, reading.document.text.encode(), {}))
    return store


def trapped(case: Store, known: Packs) -> accounts.Held:
    return accounts.facts(case, known, Asked(kinds=("figure",)), known.folding.fold, 3)[0]


def test_a_fact_comes_with_its_claims_and_the_links_between_them(case: Store, known: Packs) -> None:
    held = trapped(case, known)
    assert [claim.id for claim in held.claims] == list(held.fact.claims)
    assert len(held.links) == 2
    assert accounts.fact(case, known, held.fact.id[:6]) == held
    assert accounts.fact(case, known, held.claims[1].id) == held
    with pytest.raises(UnknownError, match="no fact"):
        accounts.fact(case, known, "zz")


def test_two_sources_that_a_person_calls_the_same_are_one_root(case: Store, known: Packs) -> None:
    before = trapped(case, known).fact.independent
    reviewing.tie(case, "same_source", ["The Mill Post", "Salim Haddad"], WHO)
    after = trapped(case, known).fact.independent
    assert (before.most, after.most) == (3, 2)


def test_two_claims_that_a_person_split_are_no_longer_one_fact(case: Store, known: Packs) -> None:
    held = trapped(case, known)
    link = held.links[0]
    reviewing.tie(case, "split", [link.left, link.right], WHO)
    assert all(not {link.left, link.right} <= set(fact.claims) for fact in accounts.derived(case, known).facts)


def test_what_a_person_rejects_is_in_no_fact(case: Store, known: Packs) -> None:
    claim = trapped(case, known).claims[0]
    reviewing.reject(case, claim, WHO)
    assert all(claim.id not in fact.claims for fact in accounts.derived(case, known).facts)


def test_a_headline_needs_a_reason_stands_first_and_can_be_taken_back(case: Store, known: Packs) -> None:
    claim = trapped(case, known).claims[-1]
    with pytest.raises(InputError, match="say why"):
        reviewing.headline(case, claim, reviewing.Who("Lina", WHO.at))
    before = trapped(case, known).fact
    made = reviewing.headline(case, claim, WHO)
    fact = trapped(case, known).fact
    assert (fact.headline, fact.claims[0]) == (claim.id, claim.id)
    assert set(fact.claims) == set(before.claims)
    reviewing.undo(case, made, WHO)
    assert trapped(case, known).fact == before
