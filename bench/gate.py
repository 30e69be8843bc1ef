"""How well the grounding gate tells true claims from false ones: `python -m bench.gate [--misses GROUP]`.

True claims: the gold readings of ../shared and of the bundled samples in the codebook's form, and the program's own claims that
agree with them. False ones: each of these, changed in one thing. A changed claim is left out where the gold itself has it on the
same words, because then it is not false. Writes the figures to bench/gate.json.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.mutants import CHIEF, PARTY, Mutant, Report, mutants
from bench.scores import SHARED
from tawatur import documents, packs
from tawatur.grounding import Gate
from tawatur.pipeline import understand
from tawatur.records import Reading
from tawatur.records.written import write

Json = dict[str, Any]
HERE = Path(__file__).parent
FIGURES = HERE / "gate.json"
SAMPLES = HERE.parent / "tawatur" / "samples"
EXPECTED = HERE.parent / "tests" / "samples" / "expected.yaml"
SAID = {
    "figure": "measure value low high bound unit population nationality group",
    "position": "party stance issue counterpart",
    "talks": "parties mediator status",
    "corridor": "name proposed_by refused_by for status hazards",
    "event": "event mode actor target",
    "condition": "sector barrier population responsible",
    "control": "actor status",
    "appeal": "by to issue on_behalf_of",
}
GROUPS = ("true: gold", "true: gold, optional", "true: the program's own")
LISTS = frozenset({"parties", "hazards", "to", "responsible"})


@dataclass(frozen=True)
class True_:  # noqa: N801
    """A claim that careful readers hold to be true, with the gold's options for each of its fields."""

    where: str
    claim: Json
    options: Json
    own: bool


def golds() -> Iterator[tuple[str, Json]]:
    """The gold readings that are there, by report."""
    for path in (SHARED / "gold" / "seeds.yaml", SHARED / "gold" / "dev.yaml", EXPECTED):
        if path.is_file():
            yield from ((name, doc) for name, doc in yaml.safe_load(path.read_text(encoding="utf-8")).items() if name != "across")


def readings(known: packs.Packs) -> dict[str, Reading]:
    """The reports that the gold speaks of, read by the rules."""
    wanted = {name for name, _ in golds()}
    paths = [path for path in (SHARED / "seeds", SHARED / "data" / "reports-dev.jsonl", SAMPLES) if path.exists()]
    handed = documents.read([str(path) for path in paths], documents.Hints(), known)
    return {
        one.document.name: understand(one.document, known)
        for one in handed
        if isinstance(one, documents.Handed) and one.document.name in wanted
    }


def stated(gold: Json, text: str) -> Json | None:
    """A gold claim in the codebook's form, on the first place where its words stand; None where they stand nowhere."""
    plain = text.replace("\u00a0", " ")
    start = plain.find(gold["quote"].replace("\u00a0", " "))
    if start < 0:
        return None
    end = start + len(gold["quote"])
    said = {key: _chosen(key, gold[key]) for key in SAID[gold["kind"]].split() if key in gold}
    claim: Json = {
        "id": f"{start}-{end}",
        "kind": gold["kind"],
        "evidence": [{"start": start, "end": end, "quote": text[start:end]}],
        "modality": _first(gold.get("modality", "asserted")),
        gold["kind"]: {k: v for k, v in said.items() if v is not None and v is not True},
    }
    if "date" in gold:
        days = [str(day) for day in _options(gold["date"])]
        claim["time"] = {"start": days[0], "end": days[-1], "basis": "explicit"}
    return claim


def _first(value: Any) -> Any:
    return (
        next((one for one in value[::-1] if one is not None), None)
        if isinstance(value, list) and all(isinstance(one, int | float | None) for one in value)
        else next((one for one in value if one is not None), None)
        if isinstance(value, list)
        else value
    )


def _chosen(key: str, value: Any) -> Any:
    if key in LISTS:
        return value if isinstance(value, list) else [value]
    return _first(value)


def _options(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def truths(name: str, doc: Json, reading: Reading) -> Iterator[True_]:
    """The true claims of a report: the gold's, and the program's own that agree with one of them in all that it says."""
    for gold in doc["claims"]:
        claim = stated(gold, reading.document.text)
        if claim is not None:
            yield True_(name, claim, gold, False)
    for own in (*reading.claims, *(refusal.claim for refusal in reading.refusals)):
        written = write(own)
        match = next((gold for gold in doc["claims"] if agrees(written, gold, reading.document.text)), None)
        if match is not None:
            yield True_(name, written, match, True)


def agrees(written: Json, gold: Json, text: str) -> bool:
    """Whether a claim says on the gold's words what the gold says."""
    if written["kind"] != gold["kind"] or not _touches(written, gold, text):
        return False
    said = written[written["kind"]]
    keys = [*SAID[gold["kind"]].split(), "modality"]
    for key in keys:
        if key in gold:
            got = written.get("modality") if key == "modality" else said.get(key)
            if key in LISTS:
                if set(_options(gold[key])) - set(got or ()):
                    return False
            elif got not in _options(gold[key]):
                return False
    return True


def _touches(written: Json, gold: Json, text: str) -> bool:
    start = text.replace("\u00a0", " ").find(gold["quote"].replace("\u00a0", " "))
    return any(piece["start"] < start + len(gold["quote"]) and start < piece["end"] for piece in written["evidence"])


def licensed(mutant: Mutant, true: True_, doc: Json, text: str) -> bool:
    """Whether the gold has the changed claim itself: among the options of the claim, or as another on the same words."""
    if mutant.changed.keys() & {"places", "date"} or mutant.kind in ("span: cut", "span: shifted", "span: widened"):
        return False
    changed = {key: value for key, value in mutant.changed.items() if key != "span"}
    if changed and all(value in _options(true.options.get(key, ())) for key, value in changed.items()):
        return True
    kind = true.claim["kind"]
    wanted = {**true.claim.get(kind, {}), **changed}
    chief = [key for key in {CHIEF[kind], PARTY.get(kind, ""), *changed} if key and wanted.get(key) is not None]
    if "value" in wanted:
        chief.append("value")
    for gold in doc["claims"]:
        if (
            gold["kind"] == kind
            and _touches(mutant.claim, gold, text)
            and all(
                (wanted.get(key) if key != "modality" else mutant.claim.get("modality")) in _options(gold.get(key, ()))
                for key in chief
            )
        ):
            return True
    return False


def measure(show: str | None) -> Json:
    """Run the gate over true and false claims."""
    known = packs.load()
    held = readings(known)
    named = {party.actor for reading in held.values() for party in reading.parties}
    strangers = sorted(actor for actor in named if actor and actor in known.actors)
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    spent, passed = 0.0, 0
    for name, doc in golds():
        if name not in held:
            continue
        reading = held[name]
        gate, text = Gate(reading, known), reading.document.text
        report = _report(reading, known, strangers)
        for true in truths(name, doc, reading):
            group = (
                "true: the program's own"
                if true.own
                else "true: gold, optional"
                if true.options.get("optional")
                else "true: gold"
            )
            begun = time.process_time()
            reason = gate.examine(true.claim)
            spent, passed = spent + time.process_time() - begun, passed + 1
            tally[group]["all"] += 1
            tally[f"{group} {true.claim['kind']}"]["all"] += 1
            if reason is not None:
                tally[group]["refused"] += 1
                tally[f"{group} {true.claim['kind']}"]["refused"] += 1
                _show(show, group, name, true.claim, reason)
                continue  # a change of what is refused anyway says nothing
            for mutant in mutants(true.claim, report):
                if licensed(mutant, true, doc, text):
                    tally[mutant.kind]["licensed"] += 1
                    continue
                tally[mutant.kind]["all"] += 1
                if gate.examine(mutant.claim) is None:
                    tally[mutant.kind]["accepted"] += 1
                    _show(show, mutant.kind, name, mutant.claim, str(mutant.changed))
    return _figures(tally, spent / max(passed, 1))


def _report(reading: Reading, known: packs.Packs, strangers: list[str]) -> Report:
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
    )


def _show(show: str | None, group: str, name: str, claim: Json, why: str) -> None:
    if show and group.startswith(show):
        said = {key: value for key, value in claim[claim["kind"]].items() if value not in (None, [], ())}
        quotes = " … ".join(piece["quote"][:160] for piece in claim["evidence"][:2])
        print(f"[{group}] {name[:22]} {claim['kind']} {said} {claim.get('modality')}\n    {quotes}\n    {why}")


def _figures(tally: dict[str, Counter[str]], each: float) -> Json:
    true = {name: dict(counts) for name, counts in sorted(tally.items()) if name.startswith("true")}
    false = {
        name: {"made": counts["all"], "accepted": counts["accepted"], "licensed": counts["licensed"]}
        for name, counts in sorted(tally.items())
        if not name.startswith("true")
    }
    return {
        "true": true,
        "mutants": false,
        "total": {
            "true": sum(true[name]["all"] for name in GROUPS if name in true),
            "true_refused": sum(true[name].get("refused", 0) for name in GROUPS if name in true),
            "mutants": sum(row["made"] for row in false.values()),
            "accepted": sum(row["accepted"] for row in false.values()),
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
    figures = measure(given.misses)
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for name, row in [*figures["true"].items(), *figures["mutants"].items()]:
        print(f"{name:38} {row}")
    print(figures["total"], f"{figures['milliseconds']} ms a claim")
    return 0


if __name__ == "__main__":
    sys.exit(main())
