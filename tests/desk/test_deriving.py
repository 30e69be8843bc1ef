"""Derived figures live in the ledger, are shown with their formula, and go with undo and with a forgotten report."""

import pytest

from tawatur.desk import deriving, reviewing, telling
from tawatur.desk.reviewing import Who
from tawatur.desk.verifying import verify
from tawatur.errors import InputError
from tawatur.records import Figure
from tawatur.stores.memory import MemoryStore
from tests.desk.test_changing import put
from tests.ledgers.told import FIRST, PACKS

LINA = Who("Lina", "2031-06-01T00:00:00+00:00", "both of Sunday")


def figure(store: MemoryStore, value: float) -> str:
    return next(claim.id for claim in store.claims() if isinstance(claim.content, Figure) and claim.content.value == value)


def test_a_formula_is_kept_shown_and_taken_back() -> None:
    store = MemoryStore()
    put(store, FIRST)
    made = deriving.derive(store, "still inside", "a - b", {"a": figure(store, 4000), "b": figure(store, 1200)}, LINA)
    assert [one.low for one in deriving.all_derived(store)] == [2800]
    assert not list(verify(store))
    for language, said in (("en", "still inside: about 2,800 people = a - b"), ("ar", "still inside")):
        told = telling.brief(store, PACKS, language, "txt", LINA.at)
        assert said in told
    assert "Reckoned by analysts" in telling.brief(store, PACKS, "en", "html", LINA.at)
    reviewing.undo(store, made, LINA)
    assert deriving.all_derived(store) == ()
    assert "Reckoned" not in telling.brief(store, PACKS, "en", "txt", LINA.at)


def test_it_goes_with_a_forgotten_report() -> None:
    store = MemoryStore()
    put(store, FIRST)
    deriving.derive(store, "still inside", "a - b", {"a": figure(store, 4000), "b": figure(store, 1200)}, LINA)
    reviewing.forget(store, FIRST.id, LINA)
    assert deriving.all_derived(store) == ()
    assert not list(verify(store))


def test_nothing_is_kept_that_cannot_be_reckoned() -> None:
    store = MemoryStore()
    put(store, FIRST)
    with pytest.raises(InputError):
        deriving.derive(store, "all", "a + b", {"a": figure(store, 1200), "b": figure(store, 340)}, LINA)
    with pytest.raises(InputError):
        deriving.derive(store, " ", "a", {"a": figure(store, 1200)}, LINA)
    assert store.seal()[0] == 0
