"""Make the briefings of the open reports, the seeds and the samples, in both languages, and hold every line against its sources.

    python -m bench.briefings

Writes bench/briefings.json: sentences held; those withheld before anybody reads them, by what does not stand in the words that
they cite; names cited from elsewhere in a report; and what is left wrong in the briefings that come out. Without ../shared it
measures the samples alone.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bench.evaluate import OPEN, SAMPLES, TAWATUR, UNREADABLE, commit
from bench.scores import SHARED, ScorerError
from tawatur import proofs
from tawatur.desk import cases, telling
from tawatur.packs import Packs, load

OUT = Path(__file__).with_name("briefings.json")
MADE_AT = "2000-01-01T00:00:00+00:00"
LANGUAGES = ("en", "ar")


def held(case: Path, packs: Packs, language: str) -> dict[str, object]:
    """What comes of holding one briefing against its sources; the one that comes out is held against them again."""
    with cases.opened(case) as store:
        proof = telling.proved(store, packs, language, MADE_AT)
        again = proofs.prove(proof.brief, language, telling.grounds(store, packs))
    return {"sentences": proof.lines, "withheld": proof.brief.withheld,
            "for": dict(sorted(Counter(fault.kind for fault in proof.faults).items())), "cited from elsewhere": proof.apart,
            "left wrong": len(again.faults)}


def main() -> int:
    """Measure, print, write."""
    packs, found = load(), {}
    piles = {"open": OPEN, "seeds": SHARED / "seeds", "samples": SAMPLES}
    with tempfile.TemporaryDirectory(prefix="tawatur-briefings-") as folder:
        for name, reports in piles.items():
            if not reports.exists():
                print(f"{name}: {reports.name} is not here")
                continue
            case = Path(folder) / f"{name}.db"
            run = subprocess.run([str(TAWATUR), "read", str(reports), "--case", str(case), "--quiet"], capture_output=True,
                                 text=True, encoding="utf-8", check=False)
            if run.returncode > UNREADABLE:
                raise ScorerError(f"`tawatur read` failed on {reports.name}: {run.stderr.strip()}")
            found[name] = {language: held(case, packs, language) for language in LANGUAGES}
            for language, figures in found[name].items():
                print(f"{name} ({language}): " + ", ".join(f"{what} {count}" for what, count in figures.items()))
    OUT.write_text(json.dumps({"commit": commit(), **found}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
