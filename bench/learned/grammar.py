"""Sentences out of a grammar of templates (`en.yaml`, `ar.yaml`), with marks on what a careful reader would mark.

The grammar is data; what is drawn is the same for the same seed. Names come from the packs, of all wars together.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tawatur.packs import Packs

HERE = Path(__file__).parent
LABEL = re.compile(r"(?P<label>[A-Z])(?P<number>\d?)(?:\.(?P<value>\w+))?:(?P<body>.*)", re.DOTALL)
ACTING = frozenset({"armed_group", "army", "state", "government", "party", "coalition"})
"""Kinds of actors that bargain."""
OPEN, CLOSE, OR, FORMS, TAIL, JOIN = "{", "}", "|", "/", "&", "+"
NAMES = 4
"""How many of an actor's names are drawn from; the first are the usual ones."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled stretch of a sample: `label` P T I S Q C, `value` its stance or issue, `number` what belongs together."""

    label: str
    value: str
    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sample:
    """An invented text of one or two sentences."""

    language: str
    text: str
    marks: tuple[Mark, ...]

    def of(self, *labels: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.label in labels]


def samples(language: str, count: int, seed: int, packs: Packs, start: str = "start") -> Iterator[Sample]:
    """Invented texts, no two alike; as many as asked for, or as the grammar gives in three times as many tries.

    `start` is the symbol to begin with: `start` for positions, `spoken` for attribution.
    """
    rules: Mapping[str, Any] = yaml.safe_load((HERE / f"{language}.yaml").read_text(encoding="utf-8"))
    dice = random.Random(f"{seed}|{language}|{start}")
    names = _names(packs, language)
    seen: set[str] = set()
    for _ in range(3 * count):
        sample = _Draft(rules, names, dice).sample(language, start)
        if sample.text not in seen:
            seen.add(sample.text)
            yield sample
        if len(seen) == count:
            return


def _names(packs: Packs, language: str) -> dict[str, list[str]]:
    """What the packs call those who act, speak and publish, and places."""
    return {
        "party": [name for actor in packs.actors.values() if actor.kind in ACTING
                  for name in actor.names.get(language, ())[:NAMES]],
        "person": [name for one in packs.people.values() for name in one.names.get(language, ())[:1]],
        "outlet": [name for one in packs.outlets.values() for name in one.names.get(language, ())[:2]],
        "place": [name for row in packs.places for name in row.names(language)[:1]],
    }


class _Draft:
    """One text while it is being drawn."""

    def __init__(self, rules: Mapping[str, Any], names: Mapping[str, Sequence[str]], dice: random.Random) -> None:
        self._rules, self._names, self._dice = rules, names, dice
        self._cast: dict[str, str] = {}
        self._speaker = ""
        self._text = ""
        self._marks: list[Mark] = []
        self._tail = ""

    def sample(self, language: str, start: str) -> Sample:
        self._expand(self._draw(start))
        begins = {0, *(match.end() for match in re.finditer(r"[.!?] ", self._text))}
        text = "".join(letter.upper() if at in begins else letter for at, letter in enumerate(self._text))
        return Sample(language, text, tuple(sorted(self._marks, key=lambda mark: (mark.start, mark.end))))

    def _expand(self, pattern: str) -> None:
        pieces = list(_pieces(pattern))
        for piece, inside in pieces:  # the form of a verb hangs on a speaker who may stand behind it
            if inside and (found := LABEL.fullmatch(piece)) and found["label"] == "S":
                self._speaker = self._whole(f"{OPEN}{found['body']}{CLOSE}")
        for piece, inside in pieces:
            if inside:
                self._slot(piece)
            else:
                self._write(piece)

    def _slot(self, slot: str) -> None:
        found = LABEL.fullmatch(slot)
        if found is None:
            self._plain(slot)
            return
        label, number, value, body = found["label"], found["number"], found["value"] or "", found["body"]
        if label == "I" and self._tail:
            tail, self._tail = self._tail, ""
            self._write(tail if tail.endswith(JOIN) else f"{tail} ")
        body, value = (self._speaker, "") if label == "S" else self._body(body, value, label, number)
        start = len(self._text) - self._text.endswith(JOIN)  # the joint goes when something is written behind it
        self._expand(body)
        self._marks.append(Mark(label, value, number, start, len(self._text)))

    def _plain(self, slot: str) -> None:
        name = slot.removesuffix("?")
        if name != slot and self._dice.random() < 0.5:
            self._text = self._text.removesuffix(" ")
            return
        if name.endswith(".*"):
            name = self._dice.choice(self._family(name))
        if name not in self._rules and name not in self._names and name != "other":
            raise ValueError(f"the grammar has no “{name}”")
        self._expand(self._named(name) or self._draw(name))

    def _body(self, body: str, value: str, label: str, number: str) -> tuple[str, str]:
        """What stands in a labelled slot, and the value of its label."""
        if body == "party":
            return self._party(number), value
        if body.endswith(".*"):
            body = self._dice.choice(self._family(body))
            value = body.rpartition(".")[2]
        drawn = self._named(body) or self._draw(body)
        if FORMS in drawn and OPEN not in drawn:  # what holds slots is formed inside them
            drawn = self._formed(drawn, self._speaker if label == "Q" else self._party(number))
        if label == "T" and TAIL in drawn:
            drawn, _, self._tail = (part.strip() for part in drawn.partition(TAIL))
        return drawn, value

    def _family(self, name: str) -> list[str]:
        return [one for one in self._rules if one.startswith(name[:-1])]

    def _whole(self, drawn: str) -> str:
        """A source drawn to the end, so that its verb can be put in its form; marks inside it are kept as slots."""
        return "".join(
            f"{OPEN}{piece}{CLOSE}" if inside and LABEL.fullmatch(piece) else
            self._whole(self._named(piece) or self._draw(piece)) if inside else piece
            for piece, inside in _pieces(drawn))

    def _draw(self, name: str) -> str:
        """One of a symbol's alternatives; of words that are no symbol, one of those between the bars."""
        return str(self._dice.choice(self._rules[name] if name in self._rules else _alternatives(name)))

    def _formed(self, words: str, who: str) -> str:
        """The form of a verb for one or for several, or for a masculine or feminine party."""
        words, parted, tail = words.partition(TAIL)
        forms = words.strip().split(FORMS)
        names = who.split()
        told = names[-1 if self._rules["forms"]["word"] == "last" else 0] if names else ""
        form = forms[-1 if re.search(self._rules["forms"]["second"], told) else 0]
        return f"{form}{parted}{tail}"

    def _party(self, number: str) -> str:
        if number not in self._cast:
            self._cast[number] = self._named("party") or ""
        return self._cast[number]

    def _named(self, name: str) -> str | None:
        """A name of the packs; of parties also invented ones and descriptions. None where the slot is no name."""
        kind = "party" if name == "other" else name
        if kind not in self._names:
            return None
        if kind == "party" and (luck := self._dice.random()) < 0.35:
            return self._whole(self._draw("invented" if luck < 0.15 else "described"))
        return self._dice.choice(self._names[kind])

    def _write(self, words: str) -> None:
        """Put words behind the text, clitics joined to what follows them."""
        *clitics, words = re.split(rf"(?<=\{JOIN})(?=.)", words)
        for clitic in clitics:
            self._write(clitic)
        if self._text.endswith(JOIN):
            words = words.lstrip()
            if not words:
                return
            for clitic, begin, joined in self._rules["joins"]:
                if self._text.endswith(clitic) and words.startswith(begin):
                    self._text, words = self._text[: -len(clitic)] + joined + JOIN, words[len(begin):]
            self._text = self._text[:-1]
        if self._text.endswith(" ") or not self._text:
            words = words.lstrip(" ")
        self._text += words


def _pieces(pattern: str) -> Iterator[tuple[str, bool]]:
    """The stretches of a pattern, and whether each is a slot; slots may hold slots."""
    depth, begun = 0, 0
    for at, letter in enumerate(pattern):
        if letter == OPEN:
            if depth == 0 and at > begun:
                yield pattern[begun:at], False
            depth, begun = depth + 1, begun if depth else at + 1
        elif letter == CLOSE:
            depth -= 1
            if depth == 0:
                yield pattern[begun:at], True
                begun = at + 1
    if begun < len(pattern):
        yield pattern[begun:], False


def _alternatives(body: str) -> list[str]:
    """The alternatives of a slot, parted where no inner slot is open."""
    found, depth = [""], 0
    for letter in body:
        depth += (letter == OPEN) - (letter == CLOSE)
        if letter == OR and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return found
