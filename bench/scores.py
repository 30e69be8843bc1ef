"""What the scorer of ../shared says of an export, as flat figures; and what a floor makes of them."""

import hashlib
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bench.passages import settled

Figures = dict[str, float]
SHARED = Path(__file__).resolve().parents[2] / "shared"
SCORER = SHARED / "eval" / "score.py"
FLOORS = Path(__file__).with_name("floors.json")
CEILINGS = ("ungrounded", "trap", "merged", "duplicate")
"""Figures that are better when they are lower."""
FLOORED = frozenset({
    "figure.f1", "position.f1", "talks.f1", "corridor.f1", "event.recall", "condition.recall", "control.recall", "appeal.recall",
    "all.details", "ar.f1", "en.f1", "chains", "chain_full", "chain_precision", "outlet", "published", "places",
    "ungrounded", "trap", "merged",
})
"""Figures that get a floor when floors are raised; a floor on every figure would forbid every trade between two of them."""
RATES = ("chains", "chain_full", "chain_precision", "outlet", "published", "places")


class ScorerError(Exception):
    """The scorer could not use what it was given."""


@dataclass(frozen=True, slots=True)
class Round:
    """A gold reading, the reports to read, and their texts by name (a folder, or JSON Lines)."""

    name: str
    gold: Path
    reports: Path
    texts: Path
    fingerprint: str = field(init=False)
    """Sixteen digits that change when the gold does."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "fingerprint", hashlib.sha256(self.gold.read_bytes()).hexdigest()[:16])


def scored(given: Round, export: Path, *options: str) -> str:
    """What the scorer prints."""
    with tempfile.TemporaryDirectory(prefix="tawatur-gold-") as folder:
        gold = settled(quoting(given, Path(folder)), export, Path(folder))
        files = [SCORER, gold, export, "--texts", given.texts]
        command = [sys.executable, *map(str, files), *options]
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode:
        raise ScorerError(run.stderr.strip() or f"{SCORER.name} failed on {given.name}")
    return run.stdout


def quoting(given: Round, folder: Path) -> Path:
    """The gold with its words in place of their spans, which the scorer counts as a detail that no claim has.

    Words that stand in the text twice keep their span: they alone would not say which place is meant.
    """
    gold = yaml.safe_load(given.gold.read_text(encoding="utf-8"))
    if not given.texts.is_file() or not any("span" in claim for report in gold.values() for claim in report.get("claims", ())):
        return given.gold
    lines = (json.loads(line) for line in given.texts.read_text(encoding="utf-8").split("\n") if line.strip())
    said = {line["id"]: line["text"] for line in lines if line["id"] in gold}
    for name, report in gold.items():
        for claim in report.get("claims", ()):
            quote = said[name][slice(*claim.get("span", (0, 0)))]
            if quote and said[name].count(quote) == 1:
                claim["quote"] = quote
                del claim["span"]
    path = folder / given.gold.name
    path.write_text(yaml.safe_dump(gold, allow_unicode=True), encoding="utf-8")
    return path


def figures(given: Round, export: Path) -> Figures:
    return dict(flat(json.loads(scored(given, export, "--json"))))


def flat(result: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The figures of a scorer's result under dotted names; a rate of nothing is left out."""
    for group in ("kinds", "languages"):
        for name, row in result[group].items():
            for key in ("recall", "precision", "f1"):
                if row[key] is not None:
                    yield f"{name}.{key}", row[key]
            if row["details"]["accuracy"] is not None:
                yield f"{name}.details", row["details"]["accuracy"]
            if row["gold"]:
                yield f"{name}.extra", round(row["extra"] / row["gold"], 4)
    for key in RATES:
        if result[key]["accuracy"] is not None:
            yield key, result[key]["accuracy"]
    for across in ("episodes", "facts"):
        for key in ("recall", "f1"):
            if result[across].get(key) is not None:
                yield f"{across}.{key}", result[across][key]
    yield from ((key, result["violations"][key]) for key in CEILINGS)


def is_ceiling(name: str) -> bool:
    return name in CEILINGS or name.endswith(".extra")


def below(floors: Mapping[str, Any], given: Round, measured: Figures) -> list[str]:
    """The figures that are worse than their floor; a floor set for another gold says nothing."""
    floor = floors.get(given.name) or {}
    if floor.get("gold") != given.fingerprint:
        return []
    worse = []
    for name, bar in floor["figures"].items():
        value = measured.get(name)
        if value is None or (value > bar if is_ceiling(name) else value < bar):
            worse.append(f"{given.name}: {name} is {value}, the {'ceiling' if is_ceiling(name) else 'floor'} is {bar}")
    return worse


def moved(before: Mapping[str, float], now: Figures) -> list[str]:
    """The figures that are no longer what they were, the largest change first."""
    changes = {name: value - before[name] for name, value in now.items() if name in before and abs(value - before[name]) >= 0.005}
    return [f"{name}: {before[name]:g} → {now[name]:g}" for name in sorted(changes, key=lambda name: -abs(changes[name]))]


def raised(floors: Mapping[str, Any], given: Round, measured: Figures) -> dict[str, Any]:
    """The floors with this round's brought up to what was measured, to two places; none comes down."""
    old = floors.get(given.name) or {}
    bars = dict(old["figures"]) if old.get("gold") == given.fingerprint else {}
    for name, value in ((name, value) for name, value in measured.items() if name in FLOORED or name in bars):
        bar = math.ceil(value * 100) / 100 if is_ceiling(name) else math.floor(value * 100) / 100
        bars[name] = (min if is_ceiling(name) else max)(bar, bars.get(name, bar))
    return {**floors, given.name: {"gold": given.fingerprint, "figures": bars}}
