"""Read the reports of ../shared as a user would, and score what came out against the gold (`make eval`).

    python -m bench.evaluate [--only seeds|open|samples|first-sight|wars|passages] [--misses] [--raise]

Writes the figures to bench/figures.json and compares them with bench/floors.json: 1 if one fell below its floor.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.passages import spread
from bench.scores import FLOORS, SCORER, SHARED, Figures, Round, ScorerError, below, figures, moved, raised, scored
from tawatur.desk import cases

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
TAWATUR = Path(sys.executable).with_name("tawatur")
OPEN = SHARED / "data" / "reports-dev.jsonl"
SAMPLES = HERE.parent / "tawatur" / "samples"
EXPECTED = HERE.parent / "tests" / "samples" / "expected.yaml"
WARS = HERE / "wars"
UNREADABLE = 1
"""The exit code that says: some reports could not be read, all others were."""
PASSAGES = HERE / "passages"
GROUPS = ("seeds", "open", "samples", "first-sight", "wars", "passages")


def rounds(group: str, folder: Path) -> list[Round]:
    """The golds of a group that are there."""
    if group == "seeds":
        return [Round("seeds", SHARED / "gold" / "seeds.yaml", SHARED / "seeds", SHARED / "seeds")]
    if group == "open":
        return [Round("open", SHARED / "gold" / "dev.yaml", OPEN, OPEN)]
    if group == "samples":
        return [Round("samples", EXPECTED, SAMPLES, folder / "samples")]
    if group == "wars":  # written by us, of wars that are in no pack: a gold of each language, and a folder of its reports
        golds = [(gold, gold.with_suffix("")) for gold in sorted(WARS.glob("*.yaml"))]
        return [Round(f"wars-{gold.stem}", gold, reports, reports) for gold, reports in golds]
    if group == "passages":
        made = [(source.stem, *spread(source, folder)) for source in sorted(PASSAGES.glob("*.yaml"))]
        return [Round(f"passages-{name}", gold, reports, reports) for name, gold, reports in made]
    return [Round(f"first-sight/{gold.stem}", gold, OPEN, OPEN) for gold in sorted((HERE / "first-sight").glob("*.yaml"))]


def texts(case: Path, folder: Path) -> None:
    """The canonical texts of a case, by the names of the reports: of pages, only the case knows them."""
    folder.mkdir()
    with cases.opened(case) as held:
        for document in held.documents():
            (folder / f"{document.name}.txt").write_text(document.text, encoding="utf-8", newline="")


def export(one: Round, folder: Path) -> Path:
    """The reports, read into a new case and exported; just the files, with no option that tells more."""
    reports = one.reports
    case, lines = folder / f"{reports.stem}.db", folder / f"{reports.stem}.jsonl"
    for command in (["read", str(reports), "--case", str(case), "--quiet"],
                    ["export", "--case", str(case), "--format", "jsonl", "--output", str(lines)]):
        run = subprocess.run([str(TAWATUR), *command], capture_output=True, text=True, encoding="utf-8", check=False)
        if run.returncode > UNREADABLE:  # half a case would be scored as if it were a whole one
            raise ScorerError(f"`tawatur {command[0]}` failed on {reports.name}: {run.stderr.strip()}")
        if run.stderr:
            print(run.stderr.strip(), file=sys.stderr)
    if not one.texts.exists():
        texts(case, one.texts)
    return lines


def commit() -> str:
    """The commit that was measured, with a + where the tree held more than it."""
    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=HERE, capture_output=True, text=True, check=False).stdout.strip()
    return git("rev-parse", "--short", "HEAD") + ("+" if git("status", "--porcelain", "--untracked-files=no") else "")


def measure(given: argparse.Namespace) -> dict[Round, Figures]:
    """Read, score and print each round."""
    found: dict[Round, Figures] = {}
    with tempfile.TemporaryDirectory(prefix="tawatur-eval-") as folder:
        exports: dict[Path, Path] = {}
        for one in [one for group in GROUPS if given.only in (None, group) for one in rounds(group, Path(folder))]:
            if one.reports not in exports:
                begun = time.perf_counter()
                exports[one.reports] = export(one, Path(folder))
                print(f"\nread {one.reports.name} in {time.perf_counter() - begun:.1f} s")
            print(f"\n== {one.name}\n{scored(one, exports[one.reports], *(['--misses'] if given.misses else []))}", end="")
            found[one] = figures(one, exports[one.reports])
    return found


def written(found: dict[Round, Figures]) -> None:
    """Put the figures down, and say which have moved; those of groups that were not measured stay as they were."""
    old: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    for one, measured in found.items():
        if lines := moved(old.get(one.name, {}).get("figures", {}), measured):
            print("\n".join([f"\n{one.name}, since {old[one.name]['commit']}", *(f"  {line}" for line in lines)]))
    today = datetime.now(UTC).date().isoformat()
    new = {one.name: {"date": today, "commit": commit(), "gold": one.fingerprint, "figures": measured}
           for one, measured in found.items()}
    FIGURES.write_text(json.dumps(old | new, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make eval", description="Score the reading against the gold of ../shared.")
    parser.add_argument("--only", choices=GROUPS, help="one group of reports")
    parser.add_argument("--misses", action="store_true", help="list what was missed, wrong or false")
    parser.add_argument("--raise", dest="up", action="store_true", help="raise the floors to what was measured")
    given = parser.parse_args(arguments)
    if not SCORER.is_file():
        print("../shared is not here: there is no scorer and no gold to measure with, so nothing was measured.")
        return 0
    try:
        found = measure(given)
    except ScorerError as error:
        print(f"make eval: {error}", file=sys.stderr)
        return 2
    written(found)
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    worse = [line for one, measured in found.items() for line in below(floors, one, measured)]
    for one in found:
        if floors.get(one.name, {}).get("gold", one.fingerprint) != one.fingerprint:
            print(f"{one.name}: the gold has changed since its floors were set; they say nothing (set new ones with --raise)")
    if given.up:
        for one, measured in found.items():
            floors = raised(floors, one, measured)
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print("\n".join(["", *worse]) if worse else "\nno figure is below its floor")
    return bool(worse)


if __name__ == "__main__":
    sys.exit(main())
