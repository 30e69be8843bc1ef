"""Short passages, each with what a careful reader finds in it: invented, dense in positions, talks and ways, written blind.

`NAME.yaml` is a list of `{id, text, published, claims}`, the claims as in the golds of ../shared; complete for the kinds in
COMPLETE, and silent on others. `LANGUAGE-NUMBER.yaml` says the language.
"""

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
