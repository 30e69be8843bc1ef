"""How well the grounding gate tells true claims from false ones: `python -m bench.gate [--misses GROUP]`.

True claims: those of `bench/truths.py`. False ones: each of these, changed in one thing. A changed claim is left out where it is
not false: where the gold has it on the same words; and, moved to another sentence, where the gold or the program's own reading
before any gate has there what it says, or where nobody can tell: it names no number, party, place or day, and the gold does not
list all claims of its kind ("there was shelling" is as true of the next sentence on shells).

Writes the figures to bench/gate.json, with those of the invented reports of `bench/fresh.py` beside them.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from bench import fresh
from bench.mutants import CHIEF, FACING, PARTY, Mutant, Report, mutants, said_of
from bench.scores import SHARED
from bench.truths import Annotated, Truth, candidates, golds, options, readings, touches, truths
from tawatur import packs
from tawatur.grounding import Gate
from tawatur.records import Reading

Json = dict[str, Any]
Tally = dict[str, Counter[str]]
FIGURES = Path(__file__).with_name("gate.json")
GROUPS = ("true: gold", "true: first sight", "true: wars", "true: optional", "true: the program's own")
CUT = ("span: cut", "span: shifted", "span: widened")
MOVED = "span: another sentence"


def licensed(mutant: Mutant, true: Truth, report: Annotated, own: list[Json], text: str) -> bool:
    """Whether the changed claim is true: an option of the gold, another claim of it on the same words, or told there again."""
    if mutant.changed.keys() & {"places", "date"} or mutant.kind in CUT:
        return False
    changed = {key: value for key, value in mutant.changed.items() if key != "span"}
    if changed and all(value in options(true.options.get(key, ())) for key, value in changed.items()):
        return True
    kind = true.claim["kind"]
    wanted = {**true.claim.get(kind, {}), **changed, "modality": mutant.claim.get("modality")}
    core = {CHIEF[kind], PARTY.get(kind, ""), *changed, *({"value", "low"} if kind == "figure" else ())}
    core = {key for key in core if wanted.get(key) is not None}
    if any(
        gold["kind"] == kind
        and touches(mutant.claim, gold, text)
        and all(wanted[key] in options(gold.get(key, ())) for key in core)
        for gold in report.claims
    ):
        return True
    if mutant.kind != MOVED:
        return False
    return not (said_of(mutant.claim) or kind in report.whole) or any(_repeats(other, mutant.claim, core) for other in own)


def _repeats(other: Json, moved: Json, core: set[str]) -> bool:
    """Whether the program's own reading tells on the words of a moved claim what it tells."""
    kind, piece = moved["kind"], moved["evidence"][0]
    return (
        other["kind"] == kind
        and any(there["start"] < piece["end"] and piece["start"] < there["end"] for there in other["evidence"])
        and all(other[kind].get(key) == moved[kind].get(key) for key in core)
    )


def measure(known: packs.Packs, held: dict[str, Reading], show: str | None) -> Json:
    """Run the gate over true and false claims."""
    named = {party.actor for reading in held.values() for party in reading.parties}
    strangers = sorted(actor for actor in named if actor and actor in known.actors)
    tally: Tally = defaultdict(Counter)
    spent = 0.0
    for report in golds():
        if report.name in held:
            spent += _tried(report, held[report.name], known, strangers, tally, show)
    return _figures(tally, spent / max(sum(tally[group]["all"] for group in GROUPS), 1))


def _tried(
    report: Annotated, reading: Reading, known: packs.Packs, strangers: list[str], tally: Tally, show: str | None
) -> float:
    """Try all claims of one report; the seconds that the true ones took."""
    gate, material, own = Gate(reading, known), _material(report, reading, known, strangers), list(candidates(reading))
    spent = 0.0
    for true in truths(report, reading):
        begun = time.process_time()
        reason = gate.examine(true.claim)
        spent += time.process_time() - begun
        for group in (true.group, f"{true.group} {true.claim['kind']}", f"{true.group} {report.language}"):
            tally[group].update(all=1, refused=int(reason is not None))
        if reason is not None:
            _show(show, true.group, report.name, true.claim, reason)
            continue  # a change of what is refused anyway says nothing
        for mutant in mutants(true.claim, material):
            groups = (mutant.kind, f"all {report.language}")
            if licensed(mutant, true, report, own, material.text):
                tally[mutant.kind]["licensed"] += 1
                continue
            accepted = gate.examine(mutant.claim) is None
            for group in groups:
                tally[group].update(all=1, accepted=int(accepted))
            if accepted:
                _show(show, mutant.kind, report.name, mutant.claim, str(dict(mutant.changed)))
    return spent


def _unknown(report: Annotated, known: packs.Packs) -> list[frozenset[str]]:
    """The parties of the gold that no pack knows; what one field may hold, and what shares a name with it, is one party."""
    found: list[frozenset[str]] = []
    fields = {*PARTY.values(), *FACING.values()}
    for claim in report.claims:
        for field in sorted(fields & claim.keys()):
            names = frozenset(name for name in options(claim[field]) if isinstance(name, str))
            same = [one for one in found if one & names]
            found = [one for one in found if one not in same] + [names.union(*same)]
    return [one for one in found if one and not one & known.actors.keys()]


def _material(report: Annotated, reading: Reading, known: packs.Packs, strangers: list[str]) -> Report:
    names = Counter(party.actor for party in reading.parties if party.actor in known.actors)
    here = {party.actor for party in reading.parties} | {
        candidate.id for party in reading.parties for candidate in party.candidates
    }
    parts = {actor.id: actor.part_of for actor in known.actors.values()}

    def related(one: str, other: str) -> bool:
        return one == other or parts.get(one) == other or parts.get(other) == one

    absent = [one for one in strangers if one not in here and not any(related(one, other) for other in here if other)]
    return Report(
        reading.document.text,
        [(s.start, s.end) for s in reading.sentences],
        [str(name) for name, _ in names.most_common(6)],
        absent,
        related,
        _unknown(report, known),
    )


def _show(show: str | None, group: str, name: str, claim: Json, why: str) -> None:
    if show and group.startswith(show):
        said = {key: value for key, value in claim[claim["kind"]].items() if value not in (None, [], ())}
        quotes = " … ".join(piece["quote"][:160] for piece in claim["evidence"][:2])
        print(f"[{group}] {name[:22]} {claim['kind']} {said} {claim.get('modality')}\n    {quotes}\n    {why}")


def _figures(tally: Tally, each: float) -> Json:
    true = {name: dict(counts) for name, counts in sorted(tally.items()) if name.startswith("true")}
    false = {
        name: {"made": counts["all"], "accepted": counts["accepted"], "licensed": counts["licensed"]}
        for name, counts in sorted(tally.items())
        if not name.startswith("true")
    }
    changes = [row for name, row in false.items() if not name.startswith("all ")]
    return {
        "true": true,
        "mutants": false,
        "total": {
            "true": sum(true[name]["all"] for name in GROUPS if name in true),
            "true_refused": sum(true[name]["refused"] for name in GROUPS if name in true),
            "mutants": sum(row["made"] for row in changes),
            "accepted": sum(row["accepted"] for row in changes),
        },
        "milliseconds": round(each * 1000, 3),
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.gate", description="Try the grounding gate with true and false claims."
    )
    parser.add_argument("--misses", metavar="GROUP", help="list the claims of groups that begin so and were judged wrongly")
    given = parser.parse_args(arguments)
    if not (SHARED / "gold").is_dir():
        print("../shared is not here: the gate is tried on the bundled samples alone")
    known = packs.load()
    figures = {**measure(known, readings(known), given.misses), "invented": fresh.measure(known)}
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for name, row in [*figures["true"].items(), *figures["mutants"].items()]:
        print(f"{name:38} {row}")
    for name, row in figures["invented"].items():
        print(f"{'invented: ' + name:38} {row}")
    print(figures["total"], f"{figures['milliseconds']} ms a claim")
    return 0


if __name__ == "__main__":
    sys.exit(main())
