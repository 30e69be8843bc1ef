"""A case answers by names as people write them, and says what it holds when it does not hold them."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from tawatur import packs
from tawatur.desk import asking
from tawatur.desk.asking import Asked
from tawatur.desk.indexing import Indexer, parties, search_of
from tawatur.errors import InputError, UnknownError
from tawatur.packs import Packs
from tawatur.ports import Filter, Passage, Store
from tawatur.records import Claim, Outlet, Sentence, Talks
from tawatur.records.written import KINDS, shapes
from tawatur.stores.memory import MemoryStore
from tests.invented import BRIGADE, COUNCIL, OUTLET, TOWN, document, entry, reading


@pytest.fixture(scope="module")
def known() -> Packs:
    return packs.load()


@pytest.fixture
def case() -> Store:
    store = MemoryStore()
    store.put(entry())
    return store


@pytest.mark.parametrize(("asked", "meant"), [
    (Asked(parties=(BRIGADE.id,)), Filter(parties=(BRIGADE.id,))),
    (Asked(parties=("NORTHERN brigade",)), Filter(parties=(BRIGADE.id,))),
    (Asked(parties=("لواءُ الشمال", "the council")), Filter(parties=(BRIGADE.id, COUNCIL.id))),
    (Asked(places=("تل زيتون",)), Filter(places=(TOWN.id,))),
    (Asked(outlets=("radio sample",)), Filter(outlets=(OUTLET.id,))),
    (Asked(reports=(document().id[:4],)), Filter(documents=(document().id,))),
])
def test_names_in_any_spelling(case: Store, known: Packs, asked: Asked, meant: Filter) -> None:
    assert asking.filtered(case, asked, known.folding.fold) == replace(meant, statuses=asking.TOLD)


@pytest.mark.parametrize(("asked", "error", "complaint"), [
    (Asked(parties=("nobody",)), UnknownError, "no party “nobody” in this case; it has northern-brigade, zaytun-council"),
    (Asked(places=("",)), UnknownError, "no place “” in this case; it has tal-zaytun"),
    (Asked(outlets=("x",)), UnknownError, "no outlet “x”"),
    (Asked(reports=("x",)), UnknownError, "no report “x”"),
    (Asked(kinds=("rumour",)), InputError, "allowed are figure, position"),
])
def test_names_that_the_case_does_not_hold(case: Store, asked: Asked, error: type[Exception], complaint: str) -> None:
    with pytest.raises(error, match=complaint):
        asking.filtered(case, asked, str.casefold)


def test_sources_are_told_apart_by_their_outlet_where_they_have_no_name(case: Store) -> None:
    other = reading(replace(document("Elsewhere.\n" + document().text, "other"), outlet=Outlet("gazette", "The Gazette")))
    chain = (replace(other.claims[0].chains[0][0], name="The Gazette"), other.claims[0].chains[0][1])
    claims = tuple(replace(claim, chains=(chain,)) for claim in other.claims[:2])
    case.put(replace(entry(), reading=replace(other, claims=claims)))
    told = asking.sources(case.claims())
    assert [(one.source.name, one.outlets, one.reports, one.claims) for one in told] == [
        ("a resident", ("Radio Sample",), 1, 5), ("a resident", ("The Gazette",), 1, 2)]


def test_a_claim_is_explained_with_its_report(case: Store) -> None:
    claim = reading().claims[1]
    told = asking.explain(case, claim.id)
    assert (told.claim, told.document) == (claim, document())
    assert told.mentioned.localities


def test_reports_are_counted_by_what_is_asked(case: Store) -> None:
    case.put(replace(entry(document("Nothing at all.\n" + document().text, "silent")), names={}, reading=replace(
        reading(document("Nothing at all.\n" + document().text, "silent")), claims=())))
    assert [(report.name, count) for report, count in asking.reports(case, Asked(), str)] == [("zaytun", 5), ("silent", 0)]
    assert [(report.name, count) for report, count in asking.reports(case, Asked(kinds=("talks",)), str)] == [("zaytun", 1)]


@pytest.mark.parametrize(("asked", "written"), [
    ("باغوز", "وبالباغوز"), ("الباغوز", "باغوز"), ("السوسه", "السوسة"), ("احد", "أحد"), ("محاصره", "مُحاصَرة"), ("حصار", "حصـــار"),
    ("المدينة", "بمدينتهم"), ("قوات", "لقواتهم"), ("قواتها", "القوات"), ("CORRIDOR", "corridor"), ("250", "٢٥٠"),
])
def test_a_word_finds_itself_in_any_spelling(known: Packs, asked: str, written: str) -> None:
    store, search = MemoryStore(), search_of(known)
    text = f"x {written} y\n" + document().text
    made = entry(document(text))
    store.put(replace(made, passages=(Passage(0, text.index("\n"), search.tokens(text[:text.index("\n")])),)))
    (found,) = asking.search(store, asked, known)
    assert found.document.text[found.start:found.end] == f"x {written} y"


@pytest.mark.parametrize("asked", ["", "   ", "؟", "zzz", "250 zzz"])
def test_what_stands_nowhere_is_not_found(case: Store, known: Packs, asked: str) -> None:
    assert asking.search(case, asked, known) == []


def test_names_of_parties_find_the_sentences_about_them(known: Packs) -> None:
    actor = next(iter(known.actors.values()))
    read = reading()
    told = replace(read.claims[3], content=Talks((actor.id, "somebody"), "deadlocked"))
    store = MemoryStore()
    with_sentences = replace(read, claims=(told,), sentences=_sentences(read.document.text))
    store.put(Indexer(known).entry(with_sentences, b"", {}))
    assert [claim.id for found in asking.search(store, actor.id, known) for claim in found.claims] == [told.id]
    assert store.names("party") == {actor.id: 1, "somebody": 1}
    assert [held.id for held in store.actors()] == [actor.id]


def _sentences(text: str) -> tuple[Sentence, ...]:
    cut = text.index("\n")
    return (Sentence(0, 0, 0, cut, "en", "body"), Sentence(0, 0, cut + 1, len(text), "en", "body"))


def test_every_field_that_holds_an_actor_is_known_as_one() -> None:
    """A kind that gets a new field must say whether it names somebody."""
    other = {
        "measure", "value", "low", "high", "bound", "unit", "population", "nationality", "composition", "part_of",
        "same_people_as", "since", "as_of", "term", "stance", "issue", "object", "terms", "reason", "reason_given_by", "via",
        "told_by", "status", "issues", "name", "for_", "hazards", "event", "mode", "weapon", "outcome", "sector", "barrier",
    }
    fields = {field.name for kind in KINDS.values() for field, _ in shapes(kind)}
    naming = {field for field in fields if list(parties(_claim(field)))}
    assert fields - other == naming


def _claim(field: str) -> Claim:
    """A claim whose content has this field alone."""
    content: Any = SimpleNamespace(**{field: "somebody"})
    return replace(reading().claims[0], content=content)
