"""Attribution, learned: each token of a sentence is source, cue, content or none, the best row of tags as a whole.

An averaged perceptron with the tag before as one of its features; the row is found by Viterbi's way. Who a source is, and what
chain it stands in, stays the attribution room's business.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.learned.grammar import Sample
from bench.learned.perceptron import Perceptron
from bench.learned.sheets import over, sheet
from bench.learned.signs import coarse, signs
from tawatur.claims.syntax import Syntax, syntaxes
from tawatur.packs import Packs
from tawatur.records import Reading

OUTSIDE = "O"
KINDS = {"S": "source", "Q": "cue", "C": "content"}
TAGS = (OUTSIDE, *(f"{way}{kind}" for kind in KINDS for way in "BI"))
WISHES = {"P": "S", "T": "Q", "I": "C"}
"""What the parts of a position are called where wishes and refusals count as attributions too."""
ROUNDS = 6
NEAR = 3
QUOTES = "\"“”«»"
START = "start"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some tokens of a sentence that are source, cue or content (S, Q, C); half-open."""

    kind: str
    first: int
    last: int


class Row:
    """One sentence: the features of its tokens."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.first, self.last = syntax.sentence.first, syntax.sentence.last
        self.features = self._features()

    def _features(self) -> list[list[str]]:
        shown = signs(self.syntax)
        rough = [coarse(features) for features in shown]
        cues = [at for at, features in enumerate(shown) if any(one[:2] == "s=" for one in features)]
        opens = {clause.first - self.first: clause.opener for clause in self.syntax.clauses}
        quoted = self._quoted()
        rows = []
        for at in range(len(shown)):
            found = ["", f"quoted={quoted[at]}", f"opens={opens.get(at, '')}", f"at={min(at, 3)}",
                     f"cue before={self._away(at, [cue for cue in cues if cue < at])}",
                     f"cue behind={self._away(at, [cue for cue in cues if cue > at])}"]
            for away in range(-NEAR, NEAR + 1):
                if 0 <= at + away < len(shown):
                    near = shown[at + away] if abs(away) < NEAR else rough[at + away]
                    found += [f"{away}{one}" for one in near if away == 0 or one[:2] not in ("x=", "y=")]
            found += [f"{one}&{quoted[at]}" for one in rough[at]]
            rows.append(found)
        return rows

    @staticmethod
    def _away(at: int, cues: Sequence[int]) -> str:
        if not cues:
            return "none"
        return str(min(min(abs(cue - at) for cue in cues), 8))

    def _quoted(self) -> list[bool]:
        held = [(quote.first - self.first, quote.last - self.first) for quote in self.syntax.reading.quotations]
        return [any(first <= at < last for first, last in held) for at in range(self.last - self.first)]


class Speech:
    """The learned reader of attribution of one language."""

    def __init__(self, tags: Perceptron) -> None:
        self.tags = tags

    @classmethod
    def learned(cls, examples: Sequence[Sample], seed: int, packs: Packs, wishes: bool = False) -> "Speech":
        """Learn from invented samples; with `wishes`, who wants or refuses something is a source too."""
        made = cls(Perceptron(TAGS))
        rows: list[tuple[list[list[str]], list[str]]] = []
        for example in examples:
            reading = sheet(example.text, example.language, packs)
            for syntax in syntaxes(reading, packs):
                row = Row(syntax)
                rows.append((row.features, _truth(row, example, wishes)))
        dice = random.Random(seed)
        for _ in range(ROUNDS):
            for features, truth in dice.sample(rows, len(rows)):
                made._learn(features, truth)
        made.tags.average()
        return made

    def _learn(self, features: list[list[str]], truth: list[str]) -> None:
        guess = self._best(features)
        before_true = before_guess = START
        for shown, right, wrong in zip(features, truth, guess, strict=True):
            if right != wrong or before_true != before_guess:
                self.tags.adjust(right, [*(shown if right != wrong else ()), f"<{before_true}"], 1)
                self.tags.adjust(wrong, [*(shown if right != wrong else ()), f"<{before_guess}"], -1)
            before_true, before_guess = right, wrong
        self.tags.step()

    def _best(self, features: list[list[str]]) -> list[str]:
        """The row of tags that scores highest as a whole."""
        moves = {before: self.tags.scores([f"<{before}"]) for before in (START, *TAGS)}
        scores: dict[str, float] = {START: 0.0}
        ways: list[dict[str, str]] = []
        for shown in features:
            here = self.tags.scores(shown)
            reached: dict[str, float] = {}
            way: dict[str, str] = {}
            for tag in TAGS:
                allowed = [before for before in scores if tag[0] != "I" or before[1:] == tag[1:]]
                if allowed:
                    chosen = max(allowed, key=lambda before: scores[before] + moves[before][tag])
                    reached[tag], way[tag] = scores[chosen] + moves[chosen][tag] + here[tag], chosen
            scores = reached
            ways.append(way)
        tag = max(scores, key=scores.__getitem__)
        row = []
        for way in reversed(ways):
            row.append(tag)
            tag = way[tag]
        return row[::-1]

    def stretches(self, syntax: Syntax) -> list[Stretch]:
        """The sources, cues and contents of a sentence, in tokens of its reading."""
        row = Row(syntax)
        found: list[Stretch] = []
        for at, tag in enumerate(self._best(row.features), row.first):
            if tag[0] == "B":
                found.append(Stretch(tag[1], at, at + 1))
            elif tag[0] == "I":
                found[-1] = Stretch(tag[1], found[-1].first, at + 1)
        return found

    def read(self, reading: Reading, packs: Packs) -> Iterator[tuple[Syntax, list[Stretch]]]:
        return ((syntax, self.stretches(syntax)) for syntax in syntaxes(reading, packs))

    def save(self, folder: Path) -> None:
        self.tags.save(folder / "speech.json")

    @classmethod
    def restored(cls, folder: Path) -> "Speech":
        return cls(Perceptron.restored(folder / "speech.json"))


def _truth(row: Row, example: Sample, wishes: bool) -> list[str]:
    """The tags of a sentence by the marks of its sample; what speaks outweighs what wishes."""
    truth = [OUTSIDE] * (row.last - row.first)
    marks = [(mark.label, mark) for mark in example.of(*KINDS)]
    taken = [(mark.start, mark.end) for _, mark in marks]
    if wishes:
        marks += [(WISHES[mark.label], mark) for mark in example.of(*WISHES)
                  if not any(mark.start < end and start < mark.end for start, end in taken)]
    for label, mark in marks:
        inside = over(row.syntax.reading, row.first, row.last, mark.start, mark.end)
        for at in inside:
            truth[at - row.first] = f"{'B' if at == inside[0] else 'I'}{label}"
    return truth
