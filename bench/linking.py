"""What it costs to relate a claim, in cases of growing size (`python -m bench.linking [--sizes 1000,10000,100000]`).

The cases are invented: ten claims a report, twenty reports a siege (`--siege` for more), each siege in towns and a month of its
own; a third of the reports are copies of another one, a fifth are said to be Arabic. Seconds are of a processor; `ratio` is the
cost of a claim beside that of the smallest case: flat means near 1. Writes bench/linking.json.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from bench.evaluate import commit
from tawatur import packs
from tawatur.linking import relate
from tawatur.reconcile import reconcile
from tawatur.records import Block, Claim, Control, Document, Evidence, Figure, Outlet, Place, Position, Source, Talks, Time

FIGURES = Path(__file__).with_name("linking.json")
CLAIMS, REPORTS, TOWNS, DAYS = 10, 20, 3, 30
SYLLABLES = ("ba", "do", "ri", "ma", "ke", "lu", "sha", "ta", "no", "gi", "za", "fe", "wo", "ha", "sil", "mun", "dar", "kor")
OUTLETS = 40
MEGABYTE = 1024
Case = tuple[list[Document], list[Claim]]


def word(number: int, least: int = 3) -> str:
    """An invented word, another for each number."""
    made = ""
    while number or least > 0:
        number, rest = divmod(number, len(SYLLABLES))
        made, least = made + SYLLABLES[rest], least - 1
    return made


def sentence(chance: random.Random) -> str:
    return " ".join(word(chance.randrange(8000), 2) for _ in range(12)).capitalize() + "."


def reports(seed: int, siege_of: int = REPORTS) -> Iterator[tuple[Document, list[Claim]]]:
    """Reports with their claims, siege after siege."""
    chance, siege = random.Random(seed), 0
    while True:
        begun = date(2031, 1, 1) + timedelta(days=chance.randrange(3650))
        towns = [f"{word(siege * TOWNS + at, 4).capitalize()}" for at in range(TOWNS)]
        parties = [f"{word(siege + 7, 3).capitalize()} Front", f"{word(siege + 11, 3).capitalize()} Army"]
        pool: list[list[str]] = []
        for number in range(siege_of):
            copied = bool(pool) and chance.random() < 1 / 3
            lines = chance.choice(pool) if copied else [sentence(chance) for _ in range(CLAIMS)]
            pool.append(lines)
            yield _report(f"{siege}-{number}", lines, begun + timedelta(days=number % DAYS), towns, parties, chance)
        siege += 1


def _report(name: str, lines: list[str], day: date, towns: list[str], parties: list[str],
            chance: random.Random) -> tuple[Document, list[Claim]]:
    outlet = f"{word(chance.randrange(OUTLETS), 3).capitalize()} Post"
    text, id = " ".join(lines), sha256(name.encode()).hexdigest()[:16]
    when = Time(day.isoformat(), day.isoformat(), day.isoformat(), "explicit")
    language = "ar" if chance.random() < 1 / 5 else "en"
    document = Document(id, name, id, text, outlet=Outlet(outlet, outlet), title=f"{towns[0]} {name}", language=language,
                        published=when, blocks=(Block("body", 0, len(text), language=language),))
    claims, at = [], 0
    for number, line in enumerate(lines):
        start, at = at, at + len(line) + 1
        speaker = word(chance.randrange(3000), 4).capitalize()
        chain = (Source(outlet, outlet, "outlet"), Source(speaker, speaker, "person"))
        place = Place("at", None, (town := chance.choice(towns)), None, None, town, None)
        evidence = (Evidence(start, start + len(line), line),)
        claim = Claim(f"{id}-{number}", id, _content(number, parties, chance), evidence, (chain,))
        claims.append(replace(claim, time=when, places=(place,)))
    return document, claims


def _content(number: int, parties: list[str], chance: random.Random) -> Figure | Position | Talks | Control:
    value = float(chance.choice((120, 264, 1730, 5000, 8450)))
    match number % 4:
        case 0 | 1:
            return Figure(chance.choice(("trapped", "killed", "exited")), value, value, value, "exact", "people", "civilians")
        case 2:
            stance = chance.choice(("rejects", "demands"))
            return Position(chance.choice(parties), stance, chance.choice(("route", "fighter_exit", "ceasefire")))
        case _ if number == CLAIMS - 3:
            return Talks((parties[0], parties[1]), chance.choice(("under_way", "collapsed")))
        case _:
            return Control(parties[0], "holds")


def measured(size: int, known: packs.Packs, siege_of: int = REPORTS) -> dict[str, Any]:
    """The figures of one size."""
    told = [*islice(reports(size, siege_of), max(1, size // CLAIMS))]
    documents, claims = [document for document, _ in told], [claim for _, mine in told for claim in mine]
    begun = time.process_time()
    found = relate(documents, claims, known)
    related = time.process_time()
    facts = reconcile(claims, documents, found.links, found.copies, found.descents, found.episodes)
    done = time.process_time()
    return {"claims": len(claims), "ms_a_claim": round(1000 * (done - begun) / len(claims), 3),
            "relate_s": round(related - begun, 2), "reconcile_s": round(done - related, 2),
            "links": len(found.links), "facts": len(facts), "episodes": len(found.episodes),
            "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE)}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.linking", description="Measure what it costs to relate a claim.")
    parser.add_argument("--sizes", default="1000,10000,100000", help="claims, separated by commas")
    parser.add_argument("--siege", type=int, default=REPORTS, help="reports of one siege")
    given = parser.parse_args(arguments)
    known = packs.load()
    measured(200, known)  # what is made of the packs once is no cost of a claim
    rows: list[dict[str, Any]] = []
    for size in map(int, given.sizes.split(",")):
        row = measured(size, known, given.siege)
        rows.append({**row, "ratio": round(row["ms_a_claim"] / (rows[0] if rows else row)["ms_a_claim"], 2)})
        print(json.dumps(rows[-1]), flush=True)
    held = {"date": datetime.now(UTC).date().isoformat(), "commit": commit(), "siege": given.siege, "sizes": rows}
    FIGURES.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
