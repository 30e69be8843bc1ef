"""The comparison itself: rules alone, tagger alone, both together, on reports that the templates were not written from."""

import importlib.util
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bench import polnear
from bench.learned import ways
from bench.learned.chains import attributed
from bench.learned.speech import Speech
from bench.learned.stances import Stances
from bench.scores import SCORER, SHARED
from tawatur import documents, mentions, pipeline, resolution
from tawatur.claims.syntax import syntaxes
from tawatur.documents import Hints
from tawatur.packs import Packs
from tawatur.records import Document, Reading
from tawatur.records.written import entitled

HERE = Path(__file__).parent
SEEDS, OPEN = SHARED / "seeds", SHARED / "data" / "reports-dev.jsonl"
LANGUAGES = ("en", "ar")
FIRST_SIGHT = HERE.parent / "first-sight"
Json = dict[str, Any]
Tallies = dict[str, Counter[str]]
"""By language, what was found and what not."""


@dataclass(frozen=True, slots=True)
class Golds:
    """Reports with a gold reading, under one name; rounds of one kind stand together."""

    name: str
    golds: tuple[Path, ...]
    reports: Path


def sets() -> list[Golds]:
    """The reports that all are held to. The rules have learned from the misses in all but the last; the tagger in none."""
    rounds = tuple(sorted(FIRST_SIGHT.glob("round-[123].yaml")))
    return [Golds("seeds", (SHARED / "gold" / "seeds.yaml",), SEEDS), Golds("open", (SHARED / "gold" / "dev.yaml",), OPEN),
            Golds("rounds", rounds, OPEN), Golds("unseen", (HERE / "unseen.yaml",), OPEN)]


@cache
def scorer() -> Any:
    """The scorer of ../shared, as a module."""
    spec = importlib.util.spec_from_file_location("scorer", SCORER)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{SCORER}: no scorer there")
    module = importlib.util.module_from_spec(spec)
    sys.modules["scorer"] = module
    spec.loader.exec_module(module)
    return module


def named(gold: Path) -> set[str]:
    """The reports that a gold reading speaks of."""
    return set(yaml.safe_load(gold.read_text(encoding="utf-8"))) - {"across"}


def readings(reports: Path, wanted: Callable[[str], bool], packs: Packs) -> list[Reading]:
    """The wanted reports, read as a user's would be."""
    held = (held.document for held in documents.read([str(reports)], Hints(), packs) if isinstance(held.document, Document))
    return [pipeline.understand(document, packs) for document in held if wanted(document.name)]


def unjudged(packs: Packs) -> list[Reading]:
    """The open reports that nobody has annotated."""
    judged = {name for one in sets() for gold in one.golds for name in named(gold)}
    return readings(OPEN, lambda name: name not in judged, packs)


def world(gold: Path, reports: Path, read: Iterable[Reading], answers: ways.Answers | None = None) -> Any:
    """The scorer's view of readings beside a gold; with `answers`, their claims in place of the readings' own."""
    lines = [json.dumps(entitled(record), ensure_ascii=False) for reading in read for record in (
        reading.document, *reading.attributions, *(reading.claims if answers is None else answers[reading.document.id]))]
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.jsonl"
        export.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return scorer().load(gold, export, reports)


def of_positions(seen: Any) -> Tallies:
    """How many positions of the reports that are exhaustive for them were found, wrong or false."""
    tally: Tallies = {language: Counter() for language in LANGUAGES}
    for name, gold in seen.gold.items():
        if "position" in gold["exhaustive"]:
            tally[gold["language"]] += scorer().judge_kind(seen, name, "position")
    return tally


def of_chains(seen: Any) -> Tallies:
    """How many chains were asked for and have the right origin, and how many of those said have."""
    tally: Tallies = {language: Counter() for language in LANGUAGES}
    whole = dict(seen.gold)
    for name, gold in whole.items():
        seen.gold = {name: gold}
        judged = scorer().judge_chains(seen)
        wanted, said = judged["chains"], judged["chain_precision"]
        tally[gold["language"]] += Counter(gold=wanted["total"], found=wanted["right"], said=said["total"], true=said["right"])
    seen.gold = whole
    return tally


def rates(tally: Mapping[str, int]) -> Json:
    """Precision, recall and F1 of a tally, with its counts."""
    chains = "said" in tally
    said = tally["said"] if chains else tally["found"] + tally["wrong"] + tally["false"]
    precision = (tally["true"] if chains else tally["found"]) / said if said else 0.0
    recall = tally["found"] / tally["gold"] if tally["gold"] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"gold": tally["gold"], "found": tally["found"], "said": said,
            "precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def table(tallies: Mapping[str, Mapping[str, Tallies]]) -> Json:
    """By way and set, the rates of each language and of both."""
    return {way: {name: {**{language: rates(tally[language]) for language in LANGUAGES},
                         "both": rates(sum(tally.values(), Counter()))} for name, tally in by_set.items()}
            for way, by_set in tallies.items()}


def compare(stances: Mapping[str, Stances], speech: Mapping[str, Speech], packs: Packs) -> Json:
    """All that is measured on reports: positions by way and set, chains by way and set."""
    margins = ways.balanced(unjudged(packs), stances, packs)
    positions: dict[str, dict[str, Tallies]] = {way: {} for way in ways.WAYS}
    chains: dict[str, dict[str, Tallies]] = {way: {} for way in ("rules", "learned", "rules + learned")}
    for one in sets():
        for gold in one.golds:
            names = named(gold)
            read = readings(one.reports, names.__contains__, packs)
            for way, answers in ways.answers(read, stances, margins, packs).items():
                _add(positions[way], one.name, of_positions(world(gold, one.reports, read, answers)))
            if one.name != "unseen":  # its chains are not annotated
                for way, again in _attributed(read, speech, packs).items():
                    _add(chains[way], one.name, of_chains(world(gold, one.reports, again)))
    return {"margins": margins, "positions": table(positions), "chains": table(chains)}


def _attributed(read: Sequence[Reading], speech: Mapping[str, Speech], packs: Packs) -> dict[str, list[Reading]]:
    def by(reading: Reading, behind: bool) -> Reading:
        return attributed(reading, packs, speech[reading.document.language or "en"], behind)
    return {"rules": list(read), "learned": [by(reading, False) for reading in read],
            "rules + learned": [by(reading, True) for reading in read]}


def _add(tallies: dict[str, Tallies], name: str, more: Tallies) -> None:
    held = tallies.setdefault(name, {language: Counter() for language in LANGUAGES})
    for language, tally in more.items():
        held[language] += tally


def at_first_sight() -> Json:
    """What the rules scored in rounds 1 to 3 when they saw them first: the only fair peer of a tagger there."""
    told = json.loads((FIRST_SIGHT / "at-first-sight.json").read_text(encoding="utf-8"))["rounds"]
    found = said = wanted = linked = chains = 0
    for gold in sorted(FIRST_SIGHT.glob("round-[123].yaml")):
        docs = yaml.safe_load(gold.read_text(encoding="utf-8"))
        asked = sum(claim["kind"] == "position" and not claim.get("optional")
                    for doc in docs.values() if isinstance(doc, dict) for claim in doc.get("claims") or [])
        several = sum(len(chain["chain"]) > 1 and not chain.get("optional")
                      for doc in docs.values() if isinstance(doc, dict) for chain in doc.get("chains") or [])
        figures = told[gold.stem]["figures"]
        chains, linked = chains + several, linked + round(figures["chains"] * several)
        right = round(figures["position.recall"] * asked)
        wanted, found, said = wanted + asked, found + right, said + round(right / figures["position.precision"])
    return {"positions": rates(Counter(gold=wanted, found=found, wrong=0, false=said - found)),
            "chains": {"gold": chains, "found": linked, "recall": round(linked / chains, 3)}}


def on_polnear(speech: Speech, packs: Packs, corpus: Path = polnear.CORPUS) -> Json:
    """Exact precision, recall and F1 of the tagger's sources, cues and contents, as bench.polnear measures the rules."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for path in sorted((corpus / "attributions").glob("*.ann")):
        text = (corpus / "text" / f"{path.stem.rpartition('_')[0]}.txt").read_text(encoding="utf-8")
        document = Document(path.stem, path.stem, "", text, language="en")
        reading = resolution.resolve(mentions.annotate(documents.segment(document, packs), packs), packs)
        there, found = set(polnear.gold(path, text)), set(_spans(reading, speech, packs))
        for kind in polnear.KINDS:
            mine, theirs = ({span for span in spans if span[0] == kind} for spans in (found, there))
            right[kind] += len(mine & theirs)
            said[kind] += len(mine)
            wanted[kind] += len(theirs)
    return {kind: {"precision": polnear.share(right[kind], said[kind]), "recall": polnear.share(right[kind], wanted[kind]),
                   "f1": polnear.share(2 * right[kind], said[kind] + wanted[kind])} for kind in polnear.KINDS}


def _spans(reading: Reading, speech: Speech, packs: Packs) -> Iterable[polnear.Span]:
    names = {"S": "source", "Q": "cue", "C": "content"}
    tokens, text = reading.tokens, reading.document.text
    for syntax in syntaxes(reading, packs):
        for one in speech.stretches(syntax):
            yield polnear.trimmed(names[one.kind], text, tokens[one.first].start, tokens[one.last - 1].end)
