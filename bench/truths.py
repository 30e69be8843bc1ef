"""Claims that careful readers hold to be true: the gold in the codebook's form, and the program's own that agree with it.

Gold: ../shared (seeds and open reports), the rounds of first sight, our reports of other wars, the bundled samples.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.scores import SHARED
from tawatur import documents, packs
from tawatur.pipeline import understand
from tawatur.records import Reading
from tawatur.records.written import write

Json = dict[str, Any]
HERE = Path(__file__).parent
SAMPLES = HERE.parent / "tawatur" / "samples"
GOLD = (SHARED / "gold" / "seeds.yaml", SHARED / "gold" / "dev.yaml", HERE.parent / "tests" / "samples" / "expected.yaml")
ROUNDS = sorted((HERE / "first-sight").glob("round-*.yaml"))
WARS = sorted((HERE / "wars").glob("*.yaml"))
REPORTS = (*(path.with_suffix("") for path in WARS), SHARED / "seeds", SHARED / "data" / "reports-dev.jsonl", SAMPLES)
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
"""The fields of the gold that a claim is given."""
LISTS = frozenset({"parties", "hazards", "to", "responsible"})


@dataclass(frozen=True)
class Annotated:
    """A report as careful readers annotated it.

    `group`: what its gold is counted under; `whole`: the kinds of which it has every claim.
    """

    name: str
    language: str
    group: str
    claims: tuple[Json, ...]
    whole: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Truth:
    """A true claim, the gold's options for each of its fields, and the group that it is counted in."""

    claim: Json
    options: Json
    group: str


def golds() -> Iterator[Annotated]:
    """The gold readings that are there, by report."""
    for path in (*GOLD, *ROUNDS, *WARS):
        if path.is_file():
            for name, doc in yaml.safe_load(path.read_text(encoding="utf-8")).items():
                if name != "across":
                    whole = frozenset(doc.get("exhaustive", ()))
                    yield Annotated(name, doc["language"], _group(path), tuple(doc["claims"]), whole)


def _group(path: Path) -> str:
    return "first sight" if path in ROUNDS else "wars" if path in WARS else "gold"


def readings(known: packs.Packs) -> dict[str, Reading]:
    """The reports that the gold speaks of, read by the rules."""
    wanted = {gold.name for gold in golds()}
    handed = documents.read([str(path) for path in REPORTS if path.exists()], documents.Hints(), known)
    return {
        one.document.name: understand(one.document, known)
        for one in handed
        if isinstance(one, documents.Handed) and one.document.name in wanted
    }


def truths(report: Annotated, reading: Reading) -> Iterator[Truth]:
    """The true claims of a report: the gold's, and the program's own that agree with one of them in all that it says."""
    text = reading.document.text
    for gold in report.claims:
        claim = stated(gold, text)
        if claim is not None:
            group = "optional" if gold.get("optional") else report.group
            yield Truth(claim, gold, f"true: {group}")
    for own in candidates(reading):
        match = next((gold for gold in report.claims if agrees(own, gold, text)), None)
        if match is not None:
            yield Truth(own, match, "true: the program's own")


def candidates(reading: Reading) -> Iterator[Json]:
    """What the program makes of a report before any gate."""
    yield from (write(own) for own in (*reading.claims, *(refusal.claim for refusal in reading.refusals)))


def place(gold: Mapping[str, Any], text: str) -> tuple[int, int] | None:
    """Where the words of a gold claim stand first."""
    if "span" in gold:
        return gold["span"][0], gold["span"][1]
    quote = gold["quote"].replace("\u00a0", " ")
    start = text.replace("\u00a0", " ").find(quote)
    return None if start < 0 else (start, start + len(quote))


def stated(gold: Json, text: str) -> Json | None:
    """A gold claim in the codebook's form; None where its words stand nowhere."""
    at = place(gold, text)
    if at is None:
        return None
    start, end = at
    said = {key: _chosen(key, gold[key]) for key in SAID[gold["kind"]].split() if key in gold}
    claim: Json = {
        "id": f"{start}-{end}",
        "kind": gold["kind"],
        "evidence": [{"start": start, "end": end, "quote": text[start:end]}],
        "modality": _first(gold.get("modality", "asserted")),
        "places": [{"role": "at", "name": name} for name in gold.get("places", ()) if isinstance(name, str)],
        gold["kind"]: {k: v for k, v in said.items() if v is not None and v is not True},
    }
    if "date" in gold:
        days = [str(day) for day in options(gold["date"])]
        claim["time"] = {"start": days[0], "end": days[-1], "basis": "explicit"}
    return claim


def _first(value: Any) -> Any:
    return next((one for one in options(value) if one is not None), None)


def _chosen(key: str, value: Any) -> Any:
    return options(value) if key in LISTS else _first(value)


def options(value: Any) -> list[Any]:
    """What a field of the gold allows."""
    return value if isinstance(value, list) else [value]


def agrees(written: Json, gold: Json, text: str) -> bool:
    """Whether a claim says on the gold's words what the gold says."""
    if written["kind"] != gold["kind"] or not touches(written, gold, text):
        return False
    said = written[written["kind"]]
    for key in (*SAID[gold["kind"]].split(), "modality"):
        if key in gold:
            got = written.get("modality") if key == "modality" else said.get(key)
            if key in LISTS:
                if set(options(gold[key])) - set(got or ()):
                    return False
            elif got not in options(gold[key]):
                return False
    return True


def touches(written: Json, gold: Json, text: str) -> bool:
    """Whether the evidence of a claim and the words of the gold overlap."""
    at = place(gold, text)
    return at is not None and any(piece["start"] < at[1] and at[0] < piece["end"] for piece in written["evidence"])
