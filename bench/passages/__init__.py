"""Short passages, each with what a careful reader finds in it: invented, dense in positions, talks and ways, written blind.

`NAME.yaml` is a list of `{id, text, published, claims}`, the claims as in the golds of ../shared; complete for the kinds in
COMPLETE, and silent on others. `LANGUAGE-NUMBER.yaml` says the language. Among the parties of talks a list is one party under
any of its names: the scorer knows no such lists, so it is given the name that the claims use (`settled`).
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

COMPLETE = ["position", "talks", "corridor"]


def passages(source: Path) -> list[dict[str, Any]]:
    """The rows of a file. Raises ValueError for a row whose quotations are not in its text."""
    rows: list[dict[str, Any]] = yaml.safe_load(source.read_text(encoding="utf-8"))
    for row in rows:
        for claim in row["claims"]:
            if claim["quote"] not in row["text"]:
                raise ValueError(f"{source.name}: {row['id']}: “{claim['quote'][:40]}” is not in the text")
    return rows


def spread(source: Path, folder: Path) -> tuple[Path, Path]:
    """Write each passage as a report of its own, with the gold of them all beside; gives the gold and the reports' folder."""
    language = source.stem.split("-")[0]
    reports, gold = folder / f"passages-{source.stem}", folder / f"passages-{source.stem}.yaml"
    reports.mkdir()
    found: dict[str, Any] = {}
    for row in passages(source):
        name = f"{source.stem}-{row['id']}"
        day = row.get("published")
        head = f"{day.isoformat() if isinstance(day, date) else day}\n\n" if day else ""
        (reports / f"{name}.txt").write_text(f"{head}{row['text'].strip()}\n", encoding="utf-8", newline="")
        found[name] = {"language": language, "exhaustive": COMPLETE, "claims": row["claims"]}
    gold.write_text(yaml.safe_dump(found, allow_unicode=True, sort_keys=True), encoding="utf-8")
    return gold, reports


def settled(gold: Path, export: Path, folder: Path) -> Path:
    """The gold with one name for each party of talks that has several: one that the exported claims use, else the first."""
    reports = yaml.safe_load(gold.read_text(encoding="utf-8"))
    if not any(isinstance(party, list) for report in reports.values() for claim in _claims(report)
               for party in claim.get("parties") or ()):
        return gold
    used = _used(export)
    for name, report in reports.items():
        known = used.get(name, set())
        for claim in _claims(report):
            if "parties" in claim:
                claim["parties"] = [one if isinstance(one, str) else _name(one, known) for one in claim["parties"]]
    path = folder / f"settled-{gold.name}"
    path.write_text(yaml.safe_dump(reports, allow_unicode=True), encoding="utf-8")
    return path


def _name(names: list[str], known: set[str]) -> str:
    return next((name for name in names if name.casefold() in known), names[0])


def _claims(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (claim for claim in report.get("claims") or () if claim["kind"] == "talks")


def _used(export: Path) -> dict[str, set[str]]:
    """The names of the parties of all talks in an export, by report."""
    lines = [json.loads(line) for line in export.read_text(encoding="utf-8").splitlines() if line.strip()]
    names = {line["id"]: line.get("name") for line in lines if line["type"] == "document"}
    used: dict[str, set[str]] = {}
    for line in lines:
        if line["type"] == "claim" and line["kind"] == "talks":
            known = used.setdefault(str(names.get(line["document"])), set())
            known.update(party.casefold() for party in line["talks"]["parties"])
    return used
