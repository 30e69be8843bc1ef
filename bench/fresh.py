"""Invented reports of wars that no pack knows, with true claims and false ones: `python -m bench.fresh [--misses]`.

`bench/invented/*.yaml` holds them. They are counted apart from the gold in bench/gate.json.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tawatur import packs
from tawatur.grounding import Gate
from tawatur.pipeline import annotated
from tawatur.records import Document, Time

Json = dict[str, Any]
INVENTED = sorted(Path(__file__).with_name("invented").glob("*.yaml"))
ENVELOPE = frozenset({"modality", "time", "places", "quote"})
"""What a change touches beside the fields of the kind."""


@dataclass(frozen=True)
class Tried:
    """A claim as the gate is given it; `change` says what makes it false, and is empty where it is true."""

    report: str
    language: str
    claim: Json
    change: str
    gate: Gate


def tried(known: packs.Packs) -> Iterator[Tried]:
    """All claims of the invented reports, each true one before the false ones made of it."""
    for path in INVENTED:
        for name, report in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            gate = Gate(annotated(_document(name, report), known), known)
            for row in report["claims"]:
                yield Tried(name, report["language"], _claim(row, report["text"]), "", gate)
                for change, values in row["changed"]:
                    yield Tried(name, report["language"], _claim(_changed(row, values), report["text"]), change, gate)


def _document(name: str, report: Json) -> Document:
    day = str(report["published"])
    return Document("d" * 16, name, "0" * 64, report["text"], language=report["language"],
                    published=Time(day, day, day, "publication"))


def _changed(row: Json, values: Mapping[str, Any]) -> Json:
    said = {**row["said"], **{key: value for key, value in values.items() if key not in ENVELOPE}}
    return {**row, **{key: value for key, value in values.items() if key in ENVELOPE}, "said": said}


def _claim(row: Json, text: str) -> Json:
    start = text.index(row["quote"])
    end = start + len(row["quote"])
    claim: Json = {
        "kind": row["kind"],
        row["kind"]: {key: value for key, value in row["said"].items() if value is not None},
        "evidence": [{"start": start, "end": end, "quote": row["quote"]}],
        "modality": row.get("modality", "asserted"),
        "places": [{"role": role, "name": place} for role, place in row.get("places", {}).items()],
    }
    if "time" in row:
        claim["time"] = {"start": _day(row["time"][0]), "end": _day(row["time"][1]), "basis": "explicit"}
    return claim


def _day(value: date | str) -> str:
    return str(value)


def measure(known: packs.Packs, show: bool = False) -> Json:
    """How many true claims are refused, and how many false ones accepted, by language and by change."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for one in tried(known):
        reason = one.gate.examine(one.claim)
        wrong = (reason is None) == bool(one.change)
        for group in ((f"false: {one.change}", f"false {one.language}") if one.change else (f"true {one.language}",)):
            tally[group].update(all=1, wrong=int(wrong))
        if show and wrong:
            print(f"[{one.change or 'true'}] {one.report} {one.claim['kind']} {one.claim[one.claim['kind']]} "
                  f"{one.claim['modality']} {one.claim.get('time', '')} {one.claim['places']}\n"
                  f"    {one.claim['evidence'][0]['quote']}\n    {reason or 'passes'}")
    return {group: dict(counts) for group, counts in sorted(tally.items())}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.fresh", description="Try the gate on invented reports.")
    parser.add_argument("--misses", action="store_true", help="list the claims that were judged wrongly")
    given = parser.parse_args(arguments)
    for group, counts in measure(packs.load(), given.misses).items():
        print(f"{group:24} {counts['wrong']:4} of {counts['all']:4} wrong  {counts['wrong'] / counts['all']:6.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
