"""Floors only rise, ceilings only fall, and figures of another gold are not compared."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench.scores import FLOORS, Round, below, flat, is_ceiling, quoting, raised
from tests.house.plan import HOME


@pytest.fixture
def gold(tmp_path: Path) -> Round:
    path = tmp_path / "gold.yaml"
    path.write_text("a: {}", encoding="utf-8")
    return Round("seeds", path, tmp_path, tmp_path)


def test_a_span_is_given_as_the_words_that_stand_there_once(tmp_path: Path) -> None:
    text = "The road is closed. The road is mined."
    (tmp_path / "texts.jsonl").write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")
    claims = [{"kind": "corridor", "span": [0, 8]}, {"kind": "corridor", "span": [12, 18]}]
    (tmp_path / "gold.yaml").write_text(yaml.safe_dump({"a": {"claims": claims}}), encoding="utf-8")
    given = Round("first-sight/x", tmp_path / "gold.yaml", tmp_path, tmp_path / "texts.jsonl")
    (tmp_path / "out").mkdir()
    made = yaml.safe_load(quoting(given, tmp_path / "out").read_text(encoding="utf-8"))
    assert made["a"]["claims"] == [claims[0], {"kind": "corridor", "quote": "closed"}]


def test_a_figure_below_its_floor_is_named(gold: Round) -> None:
    floors = raised({}, gold, {"figure.f1": 0.876, "ungrounded": 0})
    assert floors["seeds"]["figures"] == {"figure.f1": 0.87, "ungrounded": 0}
    assert below(floors, gold, {"figure.f1": 0.87, "ungrounded": 0}) == []
    assert below(floors, gold, {"figure.f1": 0.86, "ungrounded": 1}) == [
        "seeds: figure.f1 is 0.86, the floor is 0.87", "seeds: ungrounded is 1, the ceiling is 0.0"]


def test_a_figure_that_is_no_longer_measured_is_below_its_floor(gold: Round) -> None:
    assert below(raised({}, gold, {"places": 0.5}), gold, {}) == ["seeds: places is None, the floor is 0.5"]


def test_no_floor_comes_down(gold: Round) -> None:
    floors = raised({}, gold, {"figure.f1": 0.9, "trap": 1})
    assert raised(floors, gold, {"figure.f1": 0.7, "trap": 2}) == floors


def test_another_gold_has_other_floors(gold: Round) -> None:
    floors = raised({}, gold, {"figure.f1": 0.9})
    gold.gold.write_text("a: {b: 1}", encoding="utf-8")
    gold = Round(gold.name, gold.gold, gold.reports, gold.texts)
    assert below(floors, gold, {"figure.f1": 0.1}) == []
    assert raised(floors, gold, {"figure.f1": 0.1})["seeds"]["figures"] == {"figure.f1": 0.1}


def test_a_result_of_the_scorer_becomes_flat_figures() -> None:
    row = {"gold": 4, "extra": 1, "recall": 0.5, "precision": None, "f1": None, "details": {"accuracy": 1.0}}
    share = {"right": 1, "total": 2, "accuracy": 0.5}
    result: dict[str, Any] = {
        "kinds": {"figure": row}, "languages": {}, **dict.fromkeys(["chains", "chain_full", "chain_precision", "outlet"], share),
        "published": {"accuracy": None}, "places": share, "episodes": {"recall": None, "f1": 0.25}, "facts": {"recall": 0.0},
        "violations": {"ungrounded": 0, "trap": 2, "merged": 0, "duplicate": 1}}
    assert dict(flat(result)) == {
        "figure.recall": 0.5, "figure.details": 1.0, "figure.extra": 0.25, "chains": 0.5, "chain_full": 0.5,
        "chain_precision": 0.5, "outlet": 0.5, "places": 0.5, "episodes.f1": 0.25, "facts.recall": 0.0,
        "ungrounded": 0, "trap": 2, "merged": 0, "duplicate": 1}


def git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=HOME, capture_output=True, text=True, check=False).stdout


def past(commit: str) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(git("show", f"{commit}:bench/floors.json") or "{}")
    return shown


def test_the_floors_have_only_risen() -> None:
    log = git("log", "--format=%H", "--", "bench/floors.json").split()
    if not FLOORS.exists() or not log:
        pytest.skip("no floors have been set, or no history is here to compare them with")
    now = json.loads(FLOORS.read_text(encoding="utf-8"))
    lowered = []
    for commit in log:
        for name, floor in past(commit).items():
            if floor["gold"] != now.get(name, {}).get("gold"):
                continue
            for figure, bar in floor["figures"].items():
                value = now[name]["figures"].get(figure)
                if value is None or (value > bar if is_ceiling(figure) else value < bar):
                    lowered.append(f"{name}: {figure} was {bar} in {commit[:8]} and is {value}")
    assert not lowered, "\n".join(lowered)
