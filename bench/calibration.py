"""How sure the program may be of each claim: `python -m bench.calibration [--write]`.

Reads the reports of every gold (open, bundled samples, first-sight rounds; not the seeds), labels each claim by the scorer's own
matching, fits the weights of `codebook/confidence.csv` and measures them on reports held out. What the gold is not exhaustive
for cannot be called wrong: a claim there that touches no gold claim of its kind counts half right. Writes bench/calibration.json.
"""

import argparse
import csv
import importlib.util
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.evaluate import rounds
from bench.scores import SCORER, Round
from tawatur import documents, packs
from tawatur.claims.confidence import Weights, by_actor, confidence, features
from tawatur.pipeline import understand
from tawatur.records import Reading
from tawatur.records.written import entitled

HERE = Path(__file__).parent
FIGURES = HERE / "calibration.json"
TABLE = HERE.parent / "tawatur" / "knowledge" / "codebook" / "confidence.csv"
GROUPS = ("open", "samples", "first-sight")
FOLDS = 10
HALF = 0.5
"""What a claim counts that the gold says nothing of."""
PENALTY, STEPS, RATE = 5.0, 300, 1.0
CAUTION = 0.1
"""Taken off the log-odds of every kind at least: rules do better on reports that they were made on."""
FIRST = HERE / "first-sight" / "at-first-sight.json"
"""How well the rules did on reports that they had never seen: half the way there is taken off too."""
SEEN = 4
"""Claims that a value must have been seen on to get a weight of its own."""
BINS = (0.0, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1.01)
REMARK = "# By kind, what a claim shows adds to the log-odds of being right; written by python -m bench.calibration"


@dataclass(frozen=True)
class Labelled:
    """A claim of the program: what it shows, and how right it is by the gold (1, 0, or half where the gold is silent)."""

    document: str
    kind: str
    shown: Mapping[str, str]
    right: float


def scorer() -> ModuleType:
    """The scorer of ../shared, as a module."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def labelled(score: ModuleType, one: Round, folder: Path, known: packs.Packs) -> Iterator[Labelled]:
    """The program's claims on the reports of a gold."""
    texts = folder / one.name.replace("/", "-")
    texts.mkdir()
    read = [handed.document for handed in documents.read([str(one.reports)], documents.Hints(), known)
            if isinstance(handed, documents.Handed)]
    names = score.read(one.gold, score.parse_gold).keys()
    held = [understand(document, known) for document in read if document.name in names]
    for reading in held:
        (texts / f"{reading.document.name}.txt").write_text(reading.document.text, encoding="utf-8", newline="")
    export = folder / f"{texts.name}.jsonl"
    lines = [entitled(record) for reading in held for record in (reading.document, *reading.claims)]
    export.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    world = score.load(one.gold, export, texts)
    for reading in held:
        rights = {id: right for kind in score.CORE for id, right in _rights(score, world, reading.document.name, kind)}
        yield from _joined(reading, rights)


def _joined(reading: Reading, rights: Mapping[str, float]) -> Iterator[Labelled]:
    parties = by_actor(reading)
    for claim in reading.claims:
        if claim.id in rights:
            yield Labelled(reading.document.name, claim.kind, features(claim, reading, parties), rights[claim.id])


def _rights(score: ModuleType, world: Any, name: str, kind: str) -> Iterator[tuple[str, float]]:
    """How right each claim of a kind in a document is, by the scorer's matching."""
    gold = world.gold[name]
    golds = [one for one in gold["claims"] if one["kind"] == kind]
    claims = [one for one in world.claims[name] if one["kind"] == kind]
    where = [score.sites({name: world.texts[name]}, one["quote"])[name] for one in golds]
    table = {(i, j): score.judge_pair(world, one, claim) for i, one in enumerate(golds)
             for j, claim in enumerate(claims) if score.possible(one, claim, where[i])}
    for j, claim in enumerate(claims):
        verdicts = [all(core) for (_, k), (core, _) in table.items() if k == j]
        if any(verdicts):
            yield claim["id"], 1.0
        elif verdicts or kind in gold["exhaustive"]:
            if (claim.get("figure") or {}).get("measure") != "duration":  # which the scorer does not call wrong either
                yield claim["id"], 0.0
        else:
            yield claim["id"], HALF


def fitted(seen: Sequence[Labelled]) -> Weights:
    """The weights of each kind: a logistic regression, held back by a penalty where little was seen."""
    weights: Weights = {}
    for kind in sorted({one.kind for one in seen}):
        weights |= _fitted_kind(kind, [one for one in seen if one.kind == kind])
    return weights


def _fitted_kind(kind: str, seen: Sequence[Labelled]) -> Weights:
    counts = Counter((name, value) for one in seen for name, value in one.shown.items())
    rows = [[pair for pair in one.shown.items() if counts[pair] >= SEEN and counts[pair] <= len(seen) - SEEN] for one in seen]
    share = min(max((sum(one.right for one in seen) + 1) / (len(seen) + 2), 0.05), 0.95)
    base, adds = log(share / (1 - share)), dict.fromkeys({pair for row in rows for pair in row}, 0.0)
    scale = RATE / (len(seen) * 0.25 + PENALTY)
    for _ in range(STEPS):
        slopes: dict[tuple[str, str], float] = defaultdict(float)
        total = 0.0
        for one, row in zip(seen, rows, strict=True):
            error = one.right - 1 / (1 + exp(-base - sum(adds[pair] for pair in row)))
            total += error
            for pair in row:
                slopes[pair] += error
        base += scale * total / 2
        adds = {pair: add + scale * (slopes[pair] - PENALTY * add) / 2 for pair, add in adds.items()}
    return {(kind, "base", ""): base - caution(kind, share), **{(kind, *pair): add for pair, add in adds.items()}}


def caution(kind: str, share: float) -> float:
    """What is taken off a kind: half of what lies between its share right here and its precision at first sight."""
    rounds = json.loads(FIRST.read_text(encoding="utf-8"))["rounds"].values() if FIRST.is_file() else ()
    then = [one["figures"][f"{kind}.precision"] for one in rounds if f"{kind}.precision" in one["figures"]]
    if not then:
        return CAUTION
    least = min(max(sum(then) / len(then), 0.05), 0.95)
    return max(CAUTION, (log(share / (1 - share)) - log(least / (1 - least))) / 2)


def held_out(seen: Sequence[Labelled]) -> list[tuple[Labelled, float]]:
    """Each claim with the confidence that the other reports give it."""
    names = sorted({one.document for one in seen})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    told = []
    for number in range(FOLDS):
        weights = fitted([one for one in seen if fold[one.document] != number])
        told += [(one, confidence(weights, one.kind, dict(one.shown))) for one in seen if fold[one.document] == number]
    return told


def reliability(told: Sequence[tuple[Labelled, float]]) -> list[dict[str, float]]:
    """By confidence: how many claims, how sure they were told to be, how many are right."""
    lines = []
    for low, high in pairwise(BINS):
        held = [(one.right, sure) for one, sure in told if low <= sure < high]
        if held:
            lines.append({"from": low, "to": min(high, 1.0), "claims": len(held), "told": _mean([sure for _, sure in held]),
                          "right": _mean([right for right, _ in held])})
    return lines


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 3) if values else 0.0


def table(weights: Weights, seen: Sequence[Labelled]) -> None:
    """Write the weights as rows, each with what was counted."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(REMARK + "\n")
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["kind", "feature", "value", "weight", "note"])
        for (kind, name, value), weight in sorted(weights.items(), key=lambda item: (item[0][0], item[0][1] != "base", item[0])):
            of = [one.right for one in seen if one.kind == kind and (name == "base" or one.shown.get(name) == value)]
            rows.writerow([kind, name, value, f"{weight:.2f}", f"n {len(of)} right {(sum(of) + 1) / (len(of) + 2):.2f}"])


def summary(seen: Sequence[Labelled], told: Sequence[tuple[Labelled, float]]) -> dict[str, Any]:
    """What is written down: how good the confidences are on reports that they were not fitted to."""
    kinds = sorted({one.kind for one in seen})
    flat = {kind: _mean([one.right for one in seen if one.kind == kind]) for kind in kinds}
    return {
        "claims": len(seen), "reports": len({one.document for one in seen}),
        "half right": sum(one.right == HALF for one in seen),
        "brier": _mean([(one.right - sure) ** 2 for one, sure in told]),
        "brier of one figure a kind": _mean([(one.right - flat[one.kind]) ** 2 for one in seen]),
        "held out": reliability(told),
        "held out, judged alone": reliability([pair for pair in told if pair[0].right != HALF]),
        "by kind": {kind: reliability([pair for pair in told if pair[0].kind == kind]) for kind in kinds},
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.calibration", description="Measure how sure claims may be.")
    parser.add_argument("--write", action="store_true", help="write the weights into the codebook")
    given = parser.parse_args(arguments)
    if not SCORER.is_file():
        print("../shared is not here: there is no gold to measure with, so nothing was measured.")
        return 0
    score, known = scorer(), packs.load()
    with tempfile.TemporaryDirectory(prefix="tawatur-calibration-") as name:
        folder = Path(name)
        seen = [claim for group in GROUPS for one in rounds(group, folder / "none")
                for claim in labelled(score, one, folder, known)]
    told = held_out(seen)
    found = summary(seen, told)
    FIGURES.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print("{claims} claims of {reports} reports, Brier {brier} (one figure a kind: {brier of one figure a kind})".format(**found))
    for line in reliability(told):
        print("  {from:.2f} to {to:.2f}: {claims:5.0f} claims, told {told:.2f}, right {right:.2f}".format(**line))
    if given.write:
        table(fitted(seen), seen)
    return 0


if __name__ == "__main__":
    sys.exit(main())
