"""One suite for every back end: what a case must do, whoever keeps it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tawatur.errors import UnknownError
from tawatur.ports import Filter, Look, Store
from tawatur.records import Document, Draft, Outlet, Setback, Time
from tawatur.records.written import write
from tawatur.stores.memory import MemoryStore
from tawatur.stores.sql import SqlStore
from tests.invented import BRIGADE, COUNCIL, TEXT, TOWN, document, entry, reading

BACK_ENDS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda folder: MemoryStore(),
    "sqlite": lambda folder: SqlStore(folder / "case.db", create=True),
}


@pytest.fixture(params=BACK_ENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = BACK_ENDS[request.param](tmp_path)
    yield made
    made.close()


def other(**fields: object) -> Document:
    """A second report, of another outlet, in another language."""
    made = document("An older report.\nRadio Sample said nothing; the town was quiet.\n" + TEXT, "older")
    return replace(made, outlet=Outlet("gazette", "The Gazette"), language="ar", **fields)  # type: ignore[arg-type]


def everything(store: Store) -> list[object]:
    return [*store.documents(), *store.claims(), *store.attributions(), *store.refusals(), *store.setbacks(), *store.unread()]


def test_all_comes_back_as_it_went_in(store: Store) -> None:
    store.put(entry(original=b"the bytes"))
    read = reading()
    assert list(store.documents()) == [read.document]
    assert tuple(store.claims()) == read.claims
    assert tuple(store.attributions()) == read.attributions
    assert tuple(store.refusals()) == read.refusals
    assert tuple(store.setbacks()) == read.setbacks
    assert tuple(store.unread()) == entry().unread
    assert list(store.actors()) == sorted((COUNCIL, BRIGADE), key=lambda actor: actor.id)
    assert list(store.places()) == [TOWN]
    assert store.original(read.document.id) == b"the bytes"
    mentioned = store.mentioned(read.document.id)
    assert mentioned.localities == tuple(map(write, read.localities))
    assert mentioned.parties == tuple(map(write, read.parties))


@pytest.mark.parametrize("body", [b"", b"x", b"long " * 5000, bytes(range(256))])
def test_bytes_are_kept_whatever_they_are(store: Store, body: bytes) -> None:
    store.put(replace(entry(), original=body))
    assert store.original(document().id) == body


def test_putting_twice_changes_nothing(store: Store) -> None:
    store.put(entry())
    before = everything(store)
    store.put(entry())
    assert everything(store) == before
    assert len(store.search([["zaytun"]], 50)) == 1
    assert store.names("place") == {TOWN.id: 5}


def test_putting_again_replaces_and_keeps_order_and_bytes(store: Store) -> None:
    store.put(entry(original=b"first"))
    store.put(entry(other()))
    read = reading()
    dated = replace(read, document=replace(read.document, published=Time("2019-01-01", "2019-01-01", "", "reviewer")),
                    claims=read.claims[:1], attributions=())
    store.put(replace(entry(), reading=dated, original=None, given={"published": "2019-01-01"}, passages=()))
    assert [report.name for report in store.documents()] == ["zaytun", "older"]
    assert store.document(read.document.id).published == dated.document.published
    assert len(list(store.claims(Filter(documents=(read.document.id,))))) == 1
    assert store.original(read.document.id) == b"first"
    assert store.given(read.document.id) == {"published": "2019-01-01"}
    assert {hit.document for hit in store.search([["zaytun"]], 50)} == {other().id}


def test_given_is_none_for_what_the_case_does_not_hold(store: Store) -> None:
    assert store.given("0" * 16) is None
    store.put(entry(given={"outlet": "Radio Sample"}))
    assert store.given(document().id) == {"outlet": "Radio Sample"}


def test_an_id_may_be_shortened(store: Store) -> None:
    store.put(entry())
    whole = reading().claims[1]
    assert store.document(document().id[:5]).id == document().id
    assert store.claim(whole.id) == whole
    with pytest.raises(UnknownError, match="several claims"):
        store.claim(whole.id[:8])
    for id in ("", "zz", "%", "_"):
        with pytest.raises(UnknownError, match="no claim"):
            store.claim(id)
        with pytest.raises(UnknownError, match="no report"):
            store.original(id)


@pytest.mark.parametrize(("asked", "found"), [
    (Filter(), 10),
    (Filter(kinds=("figure",)), 2),
    (Filter(kinds=("figure", "talks")), 4),
    (Filter(kinds=("control",)), 0),
    (Filter(parties=(BRIGADE.id,)), 4),
    (Filter(parties=("nobody", COUNCIL.id), kinds=("position",)), 2),
    (Filter(places=(TOWN.id,)), 10),
    (Filter(places=("elsewhere",)), 0),
    (Filter(language="ar"), 5),
    (Filter(outlets=("gazette",)), 5),
    (Filter(outlets=("gazette",), language="en"), 0),
    (Filter(documents=(document().id,)), 5),
    (Filter(since="2018-05-03", until="2018-05-03"), 8),
    (Filter(since="2018-05-04"), 0),
    (Filter(until="2018-05-02"), 0),
])
def test_filters(store: Store, asked: Filter, found: int) -> None:
    store.put(entry())
    store.put(entry(other(published=None)))
    assert len(list(store.claims(asked))) == found


def test_an_undated_claim_takes_the_date_of_its_report(store: Store) -> None:
    store.put(entry())
    assert {claim.kind for claim in store.claims(Filter(since="2018-05-01"))} >= {"position", "corridor"}


@pytest.mark.parametrize(("words", "found"), [
    ([["council"]], 1), ([["council"], ["250"]], 1), ([["council"], ["brigade"]], 0), ([["x", "brigade"]], 1), ([["zaytu"]], 0),
    ([], 0), ([[]], 0), ([['"']], 0), ([["NOT"]], 0), ([["tokens:council"]], 0), ([["*"]], 0),
])
def test_search_wants_every_word_in_one_of_its_forms(store: Store, words: list[list[str]], found: int) -> None:
    store.put(entry())
    assert len(store.search(words, 50)) == found


def test_search_says_where_and_stops_at_its_limit(store: Store) -> None:
    store.put(entry())
    store.put(entry(other()))
    hits = store.search([["eastern"], ["road"]], 50)
    assert {hit.document for hit in hits} == {document().id, other().id}
    assert all("eastern" in store.document(hit.document).text[hit.start:hit.end] for hit in hits)
    assert len(store.search([["eastern"]], 1)) == 1


def test_a_setback_is_noted_once_and_may_be_forgiven(store: Store) -> None:
    empty, torn = Setback("reports/empty.txt", "read", "the file is empty"), Setback("reports/torn.html", "read", "torn")
    for setback in (empty, torn, empty):
        store.note(setback)
    store.put(entry())
    store.forgive(empty)
    store.forgive(empty)
    store.put(entry())
    assert [one.document for one in store.setbacks()] == ["reports/torn.html", document().id]


def test_names_count_claims(store: Store) -> None:
    store.put(entry())
    assert store.names("party") == {BRIGADE.id: 2, COUNCIL.id: 2}
    assert store.names("weather") == {}


def test_a_look_keeps_what_the_case_held(store: Store) -> None:
    assert list(store.looks()) == []
    store.put(entry())
    store.look("2026-01-01T00:00:00Z")
    store.look("2026-01-02T00:00:00Z")  # nothing has changed: it is the same look
    assert list(store.looks()) == [Look("2026-01-01T00:00:00Z", frozenset({document().id}), 0)]
    store.put(entry(other()))
    store.append(Draft("accept", "x", "Lina", "2026-01-03T00:00:00Z", documents=(document().id,)))
    store.look("2026-01-04T00:00:00Z")
    assert list(store.looks())[1:] == [Look("2026-01-04T00:00:00Z", frozenset({document().id, other().id}), 1)]


def test_a_forgotten_report_is_in_no_look(store: Store) -> None:
    store.put(entry())
    store.put(entry(other()))
    store.look("2026-01-01T00:00:00Z")
    store.append(Draft("forget", other().id, "Lina", "2026-01-02T00:00:00Z", documents=(other().id,)))
    store.forget(other().id)
    store.look("2026-01-03T00:00:00Z")
    assert [look.reports for look in store.looks()] == [frozenset({document().id})] * 2
