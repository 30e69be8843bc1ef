"""What a person types becomes the claim that is meant, or a line that says what can be typed."""

from typing import Any

import pytest

from tawatur import packs
from tawatur.desk.correcting import Corrector, objection, typed
from tawatur.errors import InputError
from tawatur.packs import Packs
from tawatur.ports import Store
from tawatur.records import Claim, Component, Figure, Position, Terms, Time
from tawatur.records.written import write
from tawatur.stores.memory import MemoryStore
from tests.invented import COUNCIL, TOWN, document, entry, reading

FIGURE, POSITION, WAY, TALKS, _ = reading().claims


@pytest.fixture(scope="module")
def known() -> Packs:
    return packs.load()


@pytest.fixture
def corrector(known: Packs) -> Corrector:
    case: Store = MemoryStore()
    case.put(entry())
    return Corrector(case, document(), known)


@pytest.mark.parametrize(("words", "changed"), [
    (["value=300"], {"value": 300, "low": 300}), (["value=1,300", "bound=about"], {"value": 1300, "low": None, "bound": "about"}),
    (["bound=exact"], {"high": 250, "bound": "exact"}), (["bound=at_most"], {"low": None, "high": 250, "bound": "at_most"}),
    (["bound=between", "low=200", "high=300"], {"value": None, "low": 200, "high": 300, "bound": "between"}),
    (["low=200"], {"low": 200}), (["measure=displaced"], {"measure": "displaced"}), (["group=ISIS"], {"group": "isis"}),
    (["group=داعش"], {"group": "isis"}), (["group=the Qarfuna Guard"], {"group": "the Qarfuna Guard"}), (["term=none"], {"term": None}),
    (["as_of=2018-05-01..2018-05-02"], {"as_of": {"start": "2018-05-01", "end": "2018-05-02", "text": "3 May", "basis": "reviewer"}}),
    (["composition=children:most;women:20"], {"composition": [{"population": "children", "share": "most", "value": None},
                                                              {"population": "women", "share": None, "value": 20.0}]}),
])
def test_fields_of_a_figure(corrector: Corrector, words: list[str], changed: dict[str, Any]) -> None:
    before, after = write(FIGURE.content), write(corrector.corrected(FIGURE, typed(words)).content)
    assert {name: value for name, value in after.items() if before[name] != value} == changed


def test_fields_around_the_content(corrector: Corrector) -> None:
    made = corrector.corrected(FIGURE, typed(["modality=denied", "time=unknown", "from=تل زيتون", "at=none", "source=Radio Sample"]))
    assert (made.modality, made.time, made.id, made.evidence) == ("denied", Time(None, None, "3 May"), FIGURE.id, FIGURE.evidence)
    assert [(place.role, place.id) for place in made.places] == [("from", TOWN.id)]
    assert [source.name for source in made.chains[0]] == ["Radio Sample", "Radio Sample"]
    lost = corrector.corrected(FIGURE, typed(["at=Nowhere-on-Earth", "source=none"]))
    assert (lost.places[0].id, lost.places[0].name, len(lost.chains[0])) == (None, "Nowhere-on-Earth", 1)
    named = corrector.corrected(FIGURE, typed(["source=Umm Salim", "source_kind=person"]))
    assert (named.chains[0][-1].name, named.chains[0][-1].kind) == ("Umm Salim", "person")


def test_lists_and_terms(corrector: Corrector) -> None:
    position = corrector.corrected(POSITION, typed(["terms.gets=a road", "issue=aid_access"])).content
    assert isinstance(position, Position)
    assert (position.terms, position.issue) == (Terms("a road", "a road"), "aid_access")
    assert write(corrector.corrected(TALKS, typed([f"parties={COUNCIL.id}; isis", "issues=route,weapons"])).content)["issues"] == ["route", "weapons"]
    assert write(corrector.corrected(WAY, typed(["for=aid", "hazards=mines،shelling"])).content)["hazards"] == ["mines", "shelling"]


@pytest.mark.parametrize(("claim", "words", "said"), [
    (FIGURE, ["value"], "FIELD=VALUE"), (FIGURE, ["valu=3"], "it has"), (FIGURE, ["value=many"], "no number"),
    (FIGURE, ["bound=between"], "low="), (FIGURE, ["measure=eaten"], "trapped"), (FIGURE, ["bound=roughly"], "at_least"),
    (FIGURE, ["value=none"], "needs value"), (FIGURE, ["modality=maybe"], "asserted"), (FIGURE, ["time=soon"], "2018-12-31"),
    (FIGURE, ["time=2018-12-31..2018-12-01"], "before the first"), (FIGURE, ["at=Tripoli"], "tripoli-lb"),
    (FIGURE, ["source=Nobody"], "source_kind"), (FIGURE, ["source=Radio Sample", "source_kind=bird"], "agency"),
    (FIGURE, ["composition=children"], "POPULATION:SHARE"), (POSITION, ["stance=wants"], "demands"),
    (POSITION, ["terms.takes=x"], "gets"), (WAY, ["hazards=mines,bees"], "shelling"),
])
def test_what_cannot_be_says_what_can(corrector: Corrector, claim: Claim, words: list[str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        corrector.corrected(claim, typed(words))


def test_a_claim_is_added_on_words_of_the_report(corrector: Corrector) -> None:
    made = corrector.added("figure", typed(["measure=exited", "value=250", "bound=at_least", "composition=children:most"]),
                           "more than 250\npeople left")
    assert isinstance(made.content, Figure)
    assert (made.content.low, made.content.composition, made.engine) == (250, (Component("children", "most"),), "person")
    assert [one.quote for one in made.evidence] == ["more than 250 people left"]
    assert [source.name for source in made.chains[0]] == ["Radio Sample"]
    assert made.id == corrector.added("figure", typed(["measure=killed", "value=1"]), "more than 250 people left").id


@pytest.mark.parametrize(("kind", "words", "quote", "said"), [
    ("rumour", [], "The council", "figure"), ("figure", ["value=3"], "The council", "measure="), ("talks", [], "The council", "status="),
    ("figure", ["measure=exited", "value=3"], "words that stand nowhere", "letter by letter"), ("control", ["status=holds"], " ", "--quote"),
])
def test_what_cannot_be_added(corrector: Corrector, kind: str, words: list[str], quote: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        corrector.added(kind, typed(words), quote)


def test_the_gate_tells_what_it_would_not_have_let_pass(corrector: Corrector, known: Packs) -> None:
    added = corrector.added("figure", typed(["measure=exited", "value=250", "bound=at_least", "population=people", "unit=people"]),
                            "more than 250 people left the town")
    assert objection(document(), added, known) is None
    assert "number" in (objection(document(), corrector.corrected(added, typed(["value=999"])), known) or "")
