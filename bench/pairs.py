"""Whether pairs of reports come down to one root or to several: our own labelled pairs, read and related by the program.

    python -m bench.pairs [--set second|third] [--misses]

Each pair is a case of its own two reports; a second time the roots are counted in the one case of all reports (`together`).
`merged`: several roots (or one that may be another) counted as one; `split`: one root counted as two; `unsure`: one root
counted as one or two; `unread`: no claim was read in one of the two marked passages, so nothing was compared. Beside it, the
rule “headline words in common ≥ .55”. Writes bench/pairs.json; what stands there under `at_first_sight` is never changed.
`--set` measures a later set, bench/pairs/second or bench/pairs/third, which stands there under its name.
"""

import argparse
import csv
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.evaluate import commit
from tawatur import documents, packs
from tawatur.linking import Relations, relate
from tawatur.pipeline import understand
from tawatur.reconcile import reconcile
from tawatur.reconcile.roots import roots
from tawatur.records import Claim, Fact, Reading

HERE = Path(__file__).parent
PAIRS = HERE / "pairs"
SETS = ("second", "third")
"""Later sets, each in a folder of its name."""
FIGURES = HERE / "pairs.json"
HEAD = re.compile(r"^=== (?P<letter>\w) \| (?P<language>\w+) \| (?P<outlet>[^|]+) \| (?P<published>\S+) \| (?P<title>.+)$", re.M)
HEADLINE = 0.55
"""The part of two headlines' words that the rule wants in common."""
RIGHT = {"supports": frozenset({"supports", "refines"})}
"""Relations that are as good as the label."""
MANY = 2

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """An invented report: what it is handed in with, the marked passage (start, end), and the kind of claim meant."""

    fields: Json
    marked: tuple[int, int]
    kind: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports by name, and what careful readers say of them."""

    left: str
    right: str
    group: str
    roots: str
    relation: str


@dataclass(frozen=True, slots=True)
class Told:
    """A report as read, with the claims of its marked passage."""

    reading: Reading
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the program says of a pair; `verdict` by the words of this module's first lines."""

    pair: Pair
    languages: str
    verdict: str
    together: str
    relation: str | None
    headline: bool


def reports(folder: Path = PAIRS) -> dict[str, Report]:
    """The reports by event and letter."""
    found = {}
    for path in sorted(folder.glob("*.txt")):
        event = path.read_text(encoding="utf-8")
        heads = [*HEAD.finditer(event)]
        kind = event[: heads[0].start()].removeprefix("kind:").strip()
        for head, after in zip(heads, [*(one.start() for one in heads[1:]), len(event)], strict=True):
            before, marked, rest = re.split(r"\[\[|\]\]", event[head.end() : after].strip())
            name = path.name[:2] + head["letter"]
            given = head.groupdict()
            del given["letter"]
            fields = {"id": name, "text": before + marked + rest, **given}
            found[name] = Report(fields, (len(before), len(before) + len(marked)), kind)
    return found


def pairs(folder: Path = PAIRS) -> Iterator[Pair]:
    """The labelled pairs."""
    lines = [line for line in (folder / "labels.csv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines):
        yield Pair(row["left"], row["right"], row["class"], row["roots"], row["relation"])


def read(written: Mapping[str, Report], known: packs.Packs) -> dict[str, Told]:
    """The reports as the program reads them, handed in as a user would."""
    with tempfile.TemporaryDirectory(prefix="tawatur-pairs-") as folder:
        path = Path(folder) / "pairs.jsonl"
        path.write_text("\n".join(json.dumps(one.fields, ensure_ascii=False) for one in written.values()), encoding="utf-8")
        handed = [one for one in documents.read([str(path)], documents.Hints(), known) if isinstance(one, documents.Handed)]
    told = {}
    for one in handed:
        reading, report = understand(one.document, known), written[one.document.name]
        start, end = report.marked
        claims = [claim for claim in reading.claims if claim.kind == report.kind
                  and any(piece.start < end and start < piece.end for piece in claim.evidence)]
        told[one.document.name] = Told(reading, tuple(claims))
    return told


def related(told: Sequence[Told], known: packs.Packs) -> tuple[Relations, tuple[Fact, ...]]:
    """A case of some reports."""
    reports = [one.reading.document for one in told]
    claims = [claim for one in told for claim in one.reading.claims]
    found = relate(reports, claims, known)
    return found, reconcile(claims, reports, found.links, found.copies, found.descents, found.episodes)


def counted(left: Told, right: Told, found: Relations) -> str:
    """`one`, `open` or `several`; `unread` where there is nothing to compare."""
    if not left.claims or not right.claims:
        return "unread"
    claims = [*left.claims, *right.claims]
    ids = {claim.id for claim in claims}
    counts = roots(claims, [descent for descent in found.descents if descent.claim in ids]).independent
    return "several" if counts.least >= MANY else "open" if counts.most >= MANY else "one"


def called(truth: str, said: str) -> str:
    """What a count is beside the label."""
    if said == "unread" or said == truth:
        return said if said == "unread" else "right"
    if truth == "one":
        return "split" if said == "several" else "unsure"
    if said == "one":
        return "merged"
    return "split" if truth == "open" else "unsure"


def linked(left: Told, right: Told, found: Relations, facts: Sequence[Fact]) -> str | None:
    """The relation between the marked claims of two reports, or else of claims by which these are in one fact."""
    ours, theirs = {claim.id for claim in left.claims}, {claim.id for claim in right.claims}
    between = _between(ours, theirs, found)
    if between is None and (fact := next((one for one in facts if ours & set(one.claims) and theirs & set(one.claims)), None)):
        sides = [{claim.id for claim in one.reading.claims} & set(fact.claims) for one in (left, right)]
        between = _between(sides[0], sides[1], found) or "fact"
    return between


def _between(ours: Set[str], theirs: Set[str], found: Relations) -> str | None:
    sides = ((link, link.left, link.right) for link in found.links)
    return next((link.relation for link, a, b in sides if (a in ours and b in theirs) or (a in theirs and b in ours)), None)


def judged(pair: Pair, told: Mapping[str, Told], whole: Relations, everything: Sequence[Fact], known: packs.Packs) -> Verdict:
    left, right = told[pair.left], told[pair.right]
    titles = [set(re.findall(r"\w+", (one.reading.document.title or "").casefold())) for one in (left, right)]
    headline = len(titles[0] & titles[1]) >= HEADLINE * len(titles[0] | titles[1])
    languages = "-".join(sorted(one.reading.document.language or "" for one in (left, right)))
    if not pair.roots:  # two towns: what may go wrong is a link, or one episode
        one = [left.reading.document.id, right.reading.document.id]
        joined = any(set(one) <= set(episode.documents) for episode in whole.episodes)
        relation = linked(left, right, whole, everything)
        return Verdict(pair, languages, "linked" if relation else "right", "merged" if joined else "right", relation, headline)
    found, facts = related((left, right), known)
    alone, together = (called(pair.roots, counted(left, right, case)) for case in (found, whole))
    return Verdict(pair, languages, alone, together, linked(left, right, found, facts), headline)


def rates(verdicts: Sequence[Verdict]) -> Json:
    """The figures of some pairs."""
    of_one = [one for one in verdicts if one.pair.roots == "one"]
    others = [one for one in verdicts if one.pair.roots != "one"]
    labelled = [one for one in verdicts if one.pair.relation and one.verdict != "unread"]
    good = [one for one in labelled if one.relation in RIGHT.get(one.pair.relation, {one.pair.relation})]
    return {
        "pairs": len(verdicts),
        "alone": dict(sorted(Counter(one.verdict for one in verdicts).items())),
        "together": dict(sorted(Counter(one.together for one in verdicts).items())),
        "false_merging": _rate(others, "merged", "linked"),
        "false_splitting": _rate(of_one, "split"),
        "together_false_merging": _together([one for one in others if one.pair.roots], "merged"),
        "together_false_splitting": _together(of_one, "split"),
        "unsure": _rate([one for one in verdicts if one.pair.roots], "unsure"),
        "relation_right": _share(len(good), len(labelled)),
        "not_linked": _share(sum(1 for one in labelled if one.relation is None), len(labelled)),
        "headline_merging": _share(sum(1 for one in others if one.headline), len(others)),
        "headline_splitting": _share(sum(1 for one in of_one if not one.headline), len(of_one)),
    }


def _rate(verdicts: Sequence[Verdict], *bad: str) -> float | None:
    read_ = [one for one in verdicts if one.verdict != "unread"]
    return _share(sum(1 for one in read_ if one.verdict in bad), len(read_))


def _together(verdicts: Sequence[Verdict], bad: str) -> float | None:
    read_ = [one for one in verdicts if one.together != "unread"]
    return _share(sum(1 for one in read_ if one.together == bad), len(read_))


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def figures(verdicts: Sequence[Verdict], episodes: Json) -> Json:
    """The figures over all pairs, by class, by languages, and by both."""
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for one in verdicts:
        for name in ("all", one.pair.group, one.languages, f"{one.pair.group} {one.languages}"):
            groups[name].append(one)
    return {"episodes": episodes, **{name: rates(groups[name]) for name in sorted(groups)}}


def grouped(told: Mapping[str, Told], whole: Relations) -> Json:
    """How the reports of all events fall into episodes: pairs of reports put together rightly and wrongly."""
    names = {one.reading.document.id: name for name, one in told.items()}
    homes = {names[document]: number for number, episode in enumerate(whole.episodes) for document in episode.documents}
    together = [(a, b) for a in homes for b in homes if a < b and homes[a] == homes[b]]
    wanted = [(a, b) for a in homes for b in homes if a < b and a[:2] == b[:2]]
    right = [pair for pair in together if pair[0][:2] == pair[1][:2]]
    precision, recall = _share(len(right), len(together)), _share(len(right), len(wanted))
    return {"episodes": len(whole.episodes), "precision": precision, "recall": recall}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.pairs", description="Count the roots of labelled pairs of reports.")
    parser.add_argument("--set", choices=SETS, help="measure a later set")
    parser.add_argument("--misses", action="store_true", help="list the pairs that are not right")
    given = parser.parse_args(arguments)
    known, folder = packs.load(), PAIRS / given.set if given.set else PAIRS
    told = read(reports(folder), known)
    whole, everything = related([*told.values()], known)
    verdicts = [judged(pair, told, whole, everything, known) for pair in pairs(folder)]
    rows = figures(verdicts, grouped(told, whole))
    measured = {"date": datetime.now(UTC).date().isoformat(), "commit": commit(), "figures": rows}
    held: Json = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    old = held.get(given.set, {}) if given.set else held
    new = {"at_first_sight": old.get("at_first_sight", measured), "now": measured}
    held.update({given.set: new} if given.set else new)
    FIGURES.write_text(json.dumps(held, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    for name, row in rows.items():
        print(name, json.dumps(row))
    for one in verdicts if given.misses else ():
        wrong = one.pair.relation and one.relation not in RIGHT.get(one.pair.relation, {one.pair.relation})
        if one.verdict != "right" or one.together != "right" or wrong:
            print(one.pair.left, one.pair.right, one.pair.group, one.languages, "·", one.pair.roots, one.verdict, one.together,
                  "·", one.pair.relation, one.relation)
    return 0


if __name__ == "__main__":
    sys.exit(main())
