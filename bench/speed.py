"""How fast reports become stored claims, how soon the command line answers, and how much memory it takes (`make bench`).

    python -m bench.speed [--reports N]

A sentence is here what ends with a full stop, a question or exclamation mark or a line; counted by this script alone, so that
the figure does not change with the program's own idea of one. Seconds on the clock grow when the machine is busy with something
else, seconds of a processor hardly do. Both depend on the machine, so the unit beside them is one pass of a plain regular
expression over the same words, in the same run (`regex passes`: how many of them reading is worth). What else the machine does
can only make a run slower, so short runs are made ROUNDS times, by turns with the unit, and the fastest of each counts.
`read_first` is one report before anything was made of the packs, `read_one` the same report in every later run. Writes
bench/speed.json.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SPEED = HERE / "speed.json"
REPORTS = HERE.parents[1] / "shared" / "data" / "reports-dev.jsonl"
SAMPLES = HERE.parent / "tawatur" / "samples"
TAWATUR = Path(sys.executable).with_name("tawatur")
ENDS = re.compile(r"[.!?؟]+(?:[\"”»)]*)(?=\s|$)|\n+")
TOKENS = re.compile(r"\w+|[^\w\s]")
MEGABYTE = 1024 * 1024
STARTS = 7
ROUNDS = 4

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took: seconds on the clock, seconds of a processor, and the most memory, in megabytes."""

    wall: float
    cpu: float
    peak: float


def run(*words: str, cache: Path | None = None) -> Run:
    """One command of the program, measured from outside; `cache` is where it keeps what it makes of the packs."""
    begun = time.perf_counter()
    # who keeps Python from writing down what it compiled would pay for it at every start; an installed program has it written
    known = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    known["TAWATUR_CACHE"] = str(cache or "")
    with subprocess.Popen([str(TAWATUR), *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=known) as child:
        message = child.stderr.read() if child.stderr else b""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"tawatur {words[0]} failed: {message.decode(errors='replace').strip()}")
    # ru_maxrss counts kilobytes on Linux and bytes on a Mac
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / MEGABYTE)


def rows() -> list[Json]:
    """The reports to read: those of ../shared where they are there, else the two bundled ones of JSON Lines."""
    source = REPORTS if REPORTS.is_file() else SAMPLES / "wire.jsonl"
    return [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]


def repeated(reports: list[Json], count: int) -> Iterator[Json]:
    """As many reports as asked for; repetitions carry an id and a last line of their own, so that none is the same report."""
    for number, report in enumerate(islice(cycle(reports), count)):
        yield {**report, "id": f"{report['id']}-{number}", "text": f"{report['text']}\n\n{number}"}


def put(reports: list[Json], path: Path) -> Path:
    path.write_text("".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports), encoding="utf-8")
    return path


def sentences(reports: list[Json]) -> int:
    return sum(sum(1 for piece in ENDS.split(report["text"]) if TOKENS.search(piece)) for report in reports)


def unit(reports: list[Json], passes: int = 20) -> float:
    """Seconds of a processor that one pass of a plain regular expression over the words takes."""
    begun = time.process_time()
    for _ in range(passes):
        for report in reports:
            TOKENS.findall(report["text"])
    return (time.process_time() - begun) / passes


def fastest(runs: list[Run]) -> Run:
    """The least of each of the measures."""
    return Run(min(one.wall for one in runs), min(one.cpu for one in runs), min(one.peak for one in runs))


def measure(count: int, folder: Path) -> Json:
    reports = rows()
    starts = [run("--help") for _ in range(STARTS)]
    start = statistics.median(one.wall for one in starts)
    cache, one = folder / "cache", str(put(reports[:1], folder / "one.jsonl"))
    first = run("read", one, "--case", str(folder / "first.db"), "--quiet", cache=cache)
    every = str(put(reports, folder / "all.jsonl"))
    ones, wholes, plains = [], [], []
    for turn in range(ROUNDS):
        ones.append(run("read", one, "--case", str(folder / f"one-{turn}.db"), "--quiet", cache=cache))
        wholes.append(run("read", every, "--case", str(folder / f"all-{turn}.db"), "--quiet", cache=cache))
        plains.append(unit(reports))
    empty, whole, plain = fastest(ones), fastest(wholes), min(plains)
    many = list(repeated(reports, count))
    large = run("read", str(put(many, folder / "many.jsonl")), "--case", str(folder / "many.db"), "--quiet", cache=cache)
    return {
        "date": datetime.now(UTC).date().isoformat(), "reports": len(reports), "sentences": sentences(reports),
        "help_seconds": round(start, 3),
        "read_seconds": round(whole.wall, 2), "read_one_seconds": round(empty.wall, 2),
        "read_first_seconds": round(first.wall, 2), "read_one_processor_seconds": round(empty.cpu, 2),
        "sentences_per_second": round(sentences(reports) / whole.wall),
        "sentences_per_processor_second": round(sentences(reports) / whole.cpu),
        "sentences_per_processor_second_after_start": round(sentences(reports) / max(whole.cpu - empty.cpu, 0.001)),
        "regex_passes": round(max(whole.cpu - empty.cpu, 0) / plain),
        "many_reports": len(many), "many_seconds": round(large.wall, 1), "many_peak_megabytes": round(large.peak),
        "many_sentences_per_second": round(sentences(many) / large.wall),
        "many_sentences_per_processor_second": round(sentences(many) / large.cpu),
        "one_peak_megabytes": round(empty.peak), "case_megabytes": round((folder / "many.db").stat().st_size / MEGABYTE, 1),
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make bench", description="Measure speed, start-up and memory.")
    parser.add_argument("--reports", type=int, default=1000, help="how many reports to measure memory over")
    given = parser.parse_args(arguments)
    if not REPORTS.is_file():
        print("../shared is not here: measured on the bundled samples instead, which are few and short.")
    with tempfile.TemporaryDirectory(prefix="tawatur-bench-") as folder:
        result = measure(given.reports, Path(folder))
    SPEED.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print("\n".join(f"{name.replace('_', ' '):44}{value:>12}" for name, value in result.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
