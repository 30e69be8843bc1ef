"""The passages of the bench: every quotation stands in its text, and each passage becomes a report with its gold."""

from pathlib import Path

import pytest
import yaml

from bench.evaluate import PASSAGES
from bench.passages import COMPLETE, passages, spread

FILES = sorted(PASSAGES.glob("*.yaml"))


@pytest.mark.parametrize("source", FILES, ids=[source.stem for source in FILES])
def test_what_is_quoted_stands_in_the_text(source: Path) -> None:
    rows = passages(source)
    assert len({row["id"] for row in rows}) == len(rows)
    assert any(row["claims"] == [] for row in rows), "without passages that say nothing, precision is not measured"


def test_a_passage_becomes_a_report(tmp_path: Path) -> None:
    source = tmp_path / "en-7.yaml"
    row = {"id": "b1", "text": "The mill stays shut.", "published": "2031-05-03", "claims": [{"kind": "corridor", "quote": "stays shut"}]}
    source.write_text(yaml.safe_dump([row]), encoding="utf-8")
    gold, reports = spread(source, tmp_path)
    assert (reports / "en-7-b1.txt").read_text(encoding="utf-8") == "2031-05-03\n\nThe mill stays shut.\n"
    assert yaml.safe_load(gold.read_text(encoding="utf-8")) == {
        "en-7-b1": {"language": "en", "exhaustive": COMPLETE, "claims": row["claims"]}}
    source.write_text(yaml.safe_dump([{**row, "claims": [{"quote": "is open"}]}]), encoding="utf-8")
    with pytest.raises(ValueError, match="b1"):
        passages(source)
