"""The five reports of the brief and the open ones, where they are here: whose they are, and where nothing is said."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tawatur.documents import Handed, Hints, read, segment
from tawatur.packs import Packs
from tawatur.records import Document, Span
from tawatur.records.document import SAYING
from tests.house.plan import HOME

SHARED = HOME.parent / "shared"


def gold(name: str) -> dict[str, Any]:
    path = SHARED / "gold" / name
    if not path.is_file():
        pytest.skip("../shared is not here, so there is nothing to compare with")
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {key: value for key, value in loaded.items() if isinstance(value, dict) and "outlet" in value}


def documents(paths: list[Path], known: Packs) -> dict[str, Document]:
    found = list(read([str(path) for path in paths], Hints(), known))
    assert all(isinstance(each, Handed) for each in found)
    return {each.document.name: each.document for each in found if isinstance(each, Handed)}


def trapped(document: Document, silent: str) -> bool:
    """Whether silent words stand in a block that may say something."""
    at = document.text.find(silent)
    assert at >= 0
    span = Span(at, at + len(silent))
    return any(Span(block.start, block.end).overlaps(span) for block in document.blocks if block.role in SAYING)


def test_the_seeds(known: Packs) -> None:
    expected = gold("seeds.yaml")
    seeds = documents([SHARED / "seeds"], known)
    assert {name: document.outlet and document.outlet.name for name, document in seeds.items()} == {
        name: report["outlet"] for name, report in expected.items()
    }
    assert {name: document.language for name, document in seeds.items()} == {n: r["language"] for n, r in expected.items()}
    assert [
        (name, words) for name, report in expected.items() for words in report.get("silent", ()) if trapped(seeds[name], words)
    ] == []


def test_what_is_annotated_stands_in_sentences(known: Packs) -> None:
    for name, folder in (("seeds.yaml", SHARED / "seeds"), ("dev.yaml", SHARED / "dev" / "texts")):
        expected = gold(name)
        for key, document in documents([folder], known).items():
            sentences = [Span(sentence.start, sentence.end) for sentence in segment(document, known).sentences]
            for claim in expected[key]["claims"]:
                if "quote" in claim and (at := document.text.find(claim["quote"])) >= 0:
                    assert any(sentence.overlaps(Span(at, at + len(claim["quote"]))) for sentence in sentences), (
                        key,
                        claim["quote"],
                    )


def test_the_open_reports_without_their_metadata(known: Packs, tmp_path: Path) -> None:
    """Most of them do not say whose they are; those that seem to must not be given to somebody else."""
    data = SHARED / "data" / "reports-dev.jsonl"
    if not data.is_file():
        pytest.skip("../shared is not here, so there is nothing to compare with")
    records = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    bare = tmp_path / "bare.jsonl"
    bare.write_text("\n".join(json.dumps({"id": record["id"], "text": record["text"]}) for record in records), encoding="utf-8")
    outlets = {record["id"]: record["outlet"] for record in records}
    found = {name: document.outlet.name for name, document in documents([bare], known).items() if document.outlet}
    wrong = {name: given for name, given in found.items() if given not in outlets[name] and outlets[name] not in given}
    assert len(found) >= 12
    assert list(wrong.values()) in ([], ["Syrian Coalitions Media Office"], ["Syrian National Coalition"])  # one body
    for name, report in gold("dev.yaml").items():
        (document,) = [each for key, each in documents([SHARED / "dev" / "texts" / f"{name}.txt"], known).items()]
        assert [words for words in report.get("silent", ()) if trapped(document, words)] == []
