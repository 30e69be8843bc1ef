"""Claims of any tool, held against texts in a folder."""

import json
from pathlib import Path

import pytest

from tawatur import packs
from tawatur.desk import grounding
from tawatur.errors import InputError

TEXT = "Some 50,000 civilians are trapped inside the town.\n"


def line(**fields: object) -> str:
    piece = {"start": 0, "end": 49, "quote": TEXT[:49]}
    return json.dumps(
        {"id": "c1", "document": "report", "kind": "figure", "evidence": [piece], "figure": {"value": 50000}, **fields}
    )


def verdicts(tmp_path: Path, *lines: str) -> list[tuple[str, bool]]:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "claims.jsonl").write_text("\n".join(lines), encoding="utf-8")
    known = packs.load()
    found = grounding.ground(tmp_path / "claims.jsonl", grounding.in_folder(tmp_path, known), known)
    return [(one.claim, one.reason is None) for one in found]


def test_each_claim_gets_a_verdict(tmp_path: Path) -> None:
    false = line(id="c2", figure={"value": 500000})
    assert verdicts(tmp_path, line(), false, "no json", "[]") == [("c1", True), ("c2", False), ("3", False), ("4", False)]


def test_an_export_names_its_documents(tmp_path: Path) -> None:
    document = json.dumps({"type": "document", "id": "d" * 16, "name": "report"})
    assert verdicts(tmp_path, document, line(type="claim", document="d" * 16)) == [("c1", True)]


def test_a_document_outside_the_folder_is_none(tmp_path: Path) -> None:
    (tmp_path.parent / "outside.txt").write_text(TEXT, encoding="utf-8")
    assert verdicts(tmp_path, line(document="../outside"), line(document="missing")) == [("c1", False), ("c1", False)]


def test_a_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        grounding.in_folder(tmp_path / "nowhere", packs.load())
