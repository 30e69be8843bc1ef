"""Lay another framing over a report, read it again, and compare what is claimed."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from tawatur import documents, packs
from tawatur.desk.indexing import PARTIES
from tawatur.packs import Packs
from tawatur.pipeline import understand
from tawatur.records import Claim, Document, Figure, Reading

HERE = Path(__file__).parent
HOME = HERE.parents[1]
OPEN = HOME.parent / "shared" / "data" / "reports-dev.jsonl"
SAMPLES = HOME / "tawatur" / "samples"
WORDED = frozenset({"term", "object", "terms", "reason", "weapon", "outcome", "since", "as_of", "part_of", "same_people_as"})
"""Fields that hold the report's own words, or point at other claims."""
ATTACHED = "[وف]?[بك]?"
ARTICLE = "ال"

Swap = Callable[[str], str]
Said = tuple[object, ...]
Framings = dict[str, dict[str, list[tuple[str, str]]]]


@cache
def framings() -> Framings:
    """The framings of each language."""
    loaded: Framings = yaml.safe_load((HERE / "loaded_words.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def swap(language: str, framing: str) -> Swap:
    """How a framing changes a text of its language."""
    words = dict(framings()[language][framing])
    any_of = _any(words)
    if known_packs().language(language).grammar.get("capitals"):
        return lambda text: re.sub(rf"(?<![\w-])({any_of})(?!\w)(?! [A-Z])", lambda m: words[m[1]], text)
    joined = _any([old.removeprefix(ARTICLE) for old in words if old.startswith(ARTICLE)])

    def laid(text: str) -> str:
        text = re.sub(rf"(?<!\w)({ATTACHED}?)({any_of})(?!\w)", lambda m: m[1] + words[m[2]], text)
        return re.sub(rf"(?<!\w)([وف]?)لل({joined})(?!\w)", lambda m: m[1] + _to(words[ARTICLE + m[2]]), text) if joined else text

    return laid


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _to(word: str) -> str:
    """A word behind "to", which takes the article in."""
    return "لل" + word.removeprefix(ARTICLE) if word.startswith(ARTICLE) else "ل" + word


@dataclass(frozen=True)
class Report:
    """A report as plain text, with what was said of it."""

    name: str
    language: str
    text: str
    line: Mapping[str, Any]


def reports(path: Path, known: Packs) -> list[Report]:
    """The reports of a path, as lines of their canonical text."""
    read = (one.document for one in documents.read([str(path)], documents.Hints(), known) if isinstance(one, documents.Handed))
    return [_report(document) for document in read if document.language in framings()]


def _report(document: Document) -> Report:
    published = document.published.start if document.published else None
    line = {"id": document.name, "title": document.title or "", "published": published, "language": document.language,
            "outlet": document.outlet.name if document.outlet else None}
    return Report(document.name, str(document.language), document.text, {key: value for key, value in line.items() if value})


def reread(texts: Sequence[tuple[Report, str]], folder: Path, known: Packs) -> list[Reading]:
    """Read the reports with other texts, as lines of one file."""
    path = folder / "reports.jsonl"
    path.write_text("".join(json.dumps({**report.line, "text": text}, ensure_ascii=False) + "\n" for report, text in texts),
                    encoding="utf-8")
    return [understand(one.document, known) for one in documents.read([str(path)], documents.Hints(), known)
            if isinstance(one, documents.Handed)]


@dataclass(frozen=True)
class Change:
    """A claim that stands in one of the two readings of a report alone; `then` before the swap."""

    report: str
    framing: str
    then: bool
    said: Said
    quote: str
    touched: bool


@dataclass
class Outcome:
    """Claims compared: of both readings together, how many have their twin in the other."""

    all: int = 0
    same: int = 0
    touched: int = 0
    touched_same: int = 0

    @property
    def stable(self) -> float:
        return self.same / self.all if self.all else 1.0

    @property
    def stable_touched(self) -> float:
        return self.touched_same / self.touched if self.touched else 1.0


def compare(before: Reading, after: Reading, laid: Swap, framing: str, known: Packs, tally: Outcome) -> Iterator[Change]:
    """The claims of either reading that the other lacks; words that were swapped may differ."""
    def keyed(reading: Reading, change: Swap) -> list[tuple[Said, Claim]]:
        return [(said(claim, known, change), claim) for claim in reading.claims]
    old, new = keyed(before, laid), keyed(after, lambda text: text)
    for mine, other, then in ((old, new, True), (new, old, False)):
        left = Counter(key for key, _ in other)
        for key, claim in mine:
            around = sentence(before if then else after, claim)
            touched = laid(around) != around if then else _touched(before, after, claim)
            tally.all += 1
            tally.touched += touched
            if left[key]:
                left[key] -= 1
                tally.same += 1
                tally.touched_same += touched
            else:
                yield Change(before.document.name, framing, then, key, claim.evidence[0].quote, touched)


def _touched(before: Reading, after: Reading, claim: Claim) -> bool:
    return sentence(after, claim) not in before.document.text


def sentence(reading: Reading, claim: Claim) -> str:
    """The sentences that a claim's evidence stands in."""
    return " ".join(reading.text(one.start, one.end) for one in reading.sentences
                    if any(piece.start < one.end and one.start < piece.end for piece in claim.evidence))


def said(claim: Claim, known: Packs, laid: Swap) -> Said:
    """What a claim says beyond its words: kind, ids and values, modality, how long its chains are and where they begin."""
    content = tuple((field.name, _plain(getattr(claim.content, field.name), known, laid if field.name in PARTIES else _as_it_is))
                    for field in fields(claim.content) if field.name not in WORDED)
    chains = tuple(sorted((len(chain), _origin(chain[-1].actor or "", chain[-1].kind, known))
                          for chain in claim.chains))
    parts = isinstance(claim.content, Figure) and claim.content.part_of is not None
    places = tuple(sorted((place.role, place.id or laid(place.name)) for place in claim.places))
    return claim.kind, claim.modality, content, chains, parts, places


def _origin(actor: str, kind: str, known: Packs) -> str:
    return actor if actor in known.actors else kind


def _plain(value: Any, known: Packs, laid: Swap) -> object:
    if isinstance(value, str):
        return value if value in known.actors else known.folding.fold(laid(value))
    if isinstance(value, tuple):
        return tuple(sorted((_plain(one, known, laid) for one in value), key=str))
    return value


def _as_it_is(text: str) -> str:
    return text


@lru_cache(maxsize=1)
def known_packs() -> Packs:
    """The shipped packs."""
    return packs.load()


def measured(path: Path, folder: Path) -> tuple[dict[str, Outcome], list[Change]]:
    """Every framing over every report of a path: how stable the claims are by language and framing, and what changed."""
    known = known_packs()
    held = reports(path, known)
    plain = {one.document.name: one for one in reread([(report, report.text) for report in held], folder, known)}
    found: dict[str, Outcome] = {}
    changes: list[Change] = []
    for language, sorts in framings().items():
        for framing in sorts:
            laid = swap(language, framing)
            swapped = [(report, laid(report.text)) for report in held if report.language == language]
            tally = found.setdefault(f"{language} {framing}", Outcome())
            for after in reread([(report, text) for report, text in swapped if text != report.text], folder, known):
                changes += compare(plain[after.document.name], after, laid, f"{language} {framing}", known, tally)
    return found, changes


def told(changes: Sequence[Change], most: int = 40) -> str:
    """The changes, a line each: report and framing, - before and + after, what is claimed."""
    lines = [f"{one.report} ({one.framing}) {'-' if one.then else '+'} {_short(one.said)}" for one in changes]
    return "\n".join(lines[:most] + ([f"… and {len(lines) - most} more"] if len(lines) > most else []))


def _short(said: Said) -> str:
    kind, modality, content, chains, part, places = said
    filled = {name: value for name, value in content if value not in (None, (), "")}  # type: ignore[attr-defined]
    return f"{kind} {modality} {filled} chains {chains} {'part ' if part else ''}at {places}"
