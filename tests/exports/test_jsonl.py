"""An export is what the codebook says, line by line."""

import json
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from tawatur.desk import reviewing
from tawatur.exports import jsonl
from tawatur.exports.schema import line, schema
from tawatur.ports import Store
from tawatur.records import (
    Attribution,
    Claim,
    Document,
    Draft,
    Episode,
    Fact,
    Independent,
    Link,
    Reason,
    Refusal,
    Reuse,
    Review,
    Span,
)
from tawatur.records.written import TYPES, entitled, restore
from tawatur.review import flaws
from tawatur.stores.memory import MemoryStore
from tests.invented import document, entry, reading

Json = dict[str, Any]
NAMED: dict[str, set[str]] = {
    "document": {"id", "name", "sha256", "outlet", "title", "language", "published", "acquired", "sensitivity", "blocks"},
    "attribution": {"id", "document", "chain", "cue", "content", "claims"},
    "claim": {"id", "document", "kind", "evidence", "chains", "modality", "time", "places", "engine", "rule", "confidence",
              "status"},
    "actor": {"id", "name", "names", "kind", "part_of"},
    "place": {"id", "name", "names", "lat", "lon", "precision", "admin"},
    "setback": {"document", "stage", "reason"},
    "link": {"left", "right", "relation", "reasons"},
    "fact": {"id", "kind", "claims", "roots", "independent", "agreement", "why", "low", "high", "episode"},
    "episode": {"id", "title", "parties", "places", "start", "end", "documents", "claims", "talks_status"},
    "refusal": {"document", "claim", "reason"},
    "review": {"id", "target", "action", "before", "after", "by", "at", "note", "previous", "digest"},
    "figure": {"measure", "value", "low", "high", "bound", "unit", "population", "nationality", "group", "composition", "part_of",
               "same_people_as", "since", "as_of", "term"},
    "position": {"party", "stance", "issue", "object", "counterpart", "terms", "reason", "reason_given_by", "via", "told_by"},
    "talks": {"parties", "mediator", "issues", "status"},
    "corridor": {"name", "proposed_by", "refused_by", "for", "status", "hazards"},
    "event": {"event", "mode", "actor", "with", "target", "weapon", "outcome"},
}
"""The fields that the codebook names, by record and by kind."""
DERIVED = (
    Link("1", "2", "supports", (Reason("place same", 1.0, "a", "a"),), passages=(Reuse(Span(0, 2), Span(3, 5), 0.5),)),
    Fact("3", "figure", ("1", "2"), ("Radio Sample",), Independent(1, 2), "agree", low=3.0),
    Episode("4", "Tal Zaytun", ("a", "b"), ("tal-zaytun",), documents=("5",), claims=("1", "2")),
)


@pytest.fixture
def case() -> Store:
    store = MemoryStore()
    store.put(entry())
    store.append(Draft("date", document().id, "Lina", "2026-01-01T00:00:00+00:00", documents=(document().id,),
                       before={"published": None}, after={"published": {"start": "2018-05-03", "end": "2018-05-03"}}))
    reviewing.accept(store, reading().claims[1], reviewing.Who("Lina", "2026-01-01T00:00:00+00:00", "seen"))
    return store


def exported(case: Store) -> list[Json]:
    return [json.loads(text) for text in jsonl.lines(case, DERIVED)]


def test_the_header_says_that_nothing_is_redacted(case: Store) -> None:
    assert exported(case)[0]["type"] == "export"
    assert exported(case)[0]["redacted"] is False
    assert exported(MemoryStore())[0]["as_of"] is None


def test_every_record_has_the_fields_of_the_codebook(case: Store) -> None:
    records = exported(case)
    assert {record["type"] for record in records} == {"export", *TYPES}
    for record in records[1:]:
        assert NAMED[record["type"]] <= record.keys()
        if record["type"] == "claim":
            assert NAMED[record["kind"]] == record[record["kind"]].keys()
            assert not [key for key in record[record["kind"]] if key.endswith("_")]


def test_a_reports_text_stays_in_the_case(case: Store) -> None:
    assert all("text" not in record for record in exported(case) if record["type"] == "document")


def test_lines_stay_lines_and_arabic_stays_arabic() -> None:
    store = MemoryStore()
    store.put(entry(document("سطر أول\u2028وثانٍ\n" + document().text, "عربي")))
    assert all("\n" not in text for text in jsonl.lines(store))
    assert any("عربي" in text for text in jsonl.lines(store))


def test_an_export_keeps_to_its_schema(case: Store) -> None:
    for record in exported(case):
        line().validate_python(record)


@pytest.mark.parametrize("spoil", [
    lambda claim: claim.pop("evidence"), lambda claim: claim["figure"].update(value="250"),
    lambda claim: claim.update(type="rumour"), lambda claim: claim["figure"].pop("bound"),
    lambda claim: claim.update(truth=1), lambda claim: claim.update(kind="talks"),
])
def test_the_schema_refuses_what_is_no_record(case: Store, spoil: Any) -> None:
    claim = next(record for record in exported(case) if record.get("kind") == "figure")
    spoil(claim)
    with pytest.raises(ValidationError):
        line().validate_python(claim)


def test_the_schema_is_json_and_names_every_record() -> None:
    said = json.dumps(schema())
    assert all(f'"const": "{name}"' in said for name in ("export", *TYPES))


def test_the_ledger_can_be_verified_from_an_export(case: Store) -> None:
    entries = [restore(Review, record) for record in exported(case) if record["type"] == "review"]
    assert not flaws(entries, *case.seal())
    assert flaws([replace(entries[0], note="another"), *entries[1:]], *case.seal())


def test_records_are_restored_as_they_were() -> None:
    read = reading()
    for record in (*read.claims, *read.attributions, *read.refusals):
        assert restore(type(record), json.loads(json.dumps(entitled(record)))) == record
    assert {type(record) for record in (*read.claims, *read.attributions, *read.refusals)} == {Claim, Attribution, Refusal}
    assert restore(Document, entitled(read.document)).id == read.document.id


def test_what_cannot_be_restored_says_why() -> None:
    with pytest.raises(ValueError, match="no kind of claim"):
        restore(Claim, {"id": "1", "document": "2", "kind": "rumour", "evidence": [], "chains": []})
    with pytest.raises(ValueError, match="needs “evidence”"):
        restore(Claim, {"id": "1", "document": "2", "kind": "talks", "chains": []})
