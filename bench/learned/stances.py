"""Positions, learned: which word takes a stance, whose it is, and over which issues.

Three perceptrons in a row: a stance for each word (or none), a choice among the parties about, and yes or no for each issue.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bench.learned.grammar import Mark, Sample
from bench.learned.perceptron import Perceptron, best
from bench.learned.sheets import over, sheet
from bench.learned.signs import coarse, signs
from tawatur.claims.build import build
from tawatur.claims.frames import is_nominal
from tawatur.claims.moods import modality
from tawatur.claims.sides import mediates, told_by
from tawatur.claims.syntax import Syntax, syntaxes
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.packs import Packs
from tawatur.records import Claim, Party, Position, Reading
from tawatur.records.reading import Token

NONE = "none"
STANCES = (NONE, "demands", "offers", "accepts", "rejects", "threatens", "withdraws")
ISSUES = (
    "route", "civilian_exit", "fighter_exit", "weapons", "destination", "surrender", "detainees", "demining", "ceasefire",
    "aid_access", "handover", "guarantees", "documents", "payment", "other", "back",
)
BACK_TO = "back"
"""What the issue is called where the words only point back to what has been proposed before."""
ROUNDS = 4
NEAR = 3
"""How many words to either side of a word are looked at one by one."""
STRETCH = 22
"""How many tokens behind a stance its issue may be named."""
BACK = 8
REPEATED = 3
"""How close two words of one stance stand that are one: "finally agreed to accept"."""
PARTS = ("stance", "party", "issue")


@dataclass(frozen=True, slots=True)
class Choice:
    """One who may have taken a stance, and what speaks for it."""

    actor: str | None
    party: Party | None
    features: tuple[str, ...]


class Page:
    """One sentence, laid out for the three questions."""

    def __init__(self, syntax: Syntax, voices: Voices, last: str | None) -> None:
        self.syntax, self.voices, self.last = syntax, voices, last
        self.first = syntax.sentence.first
        self.signs = signs(syntax)
        self._coarse = [coarse(features) for features in self.signs]

    def words(self) -> Iterator[int]:
        """The words that might take a stance: all that are no names."""
        for at, features in enumerate(self.signs):
            if any(feature.startswith("w=") for feature in features) and self.token(at).kind == "word":
                yield at

    def token(self, at: int) -> Token:
        return self.syntax.reading.tokens[self.first + at]

    def about(self, at: int) -> list[str]:
        """What speaks for a stance at a word."""
        own = self.signs[at]
        found = ["", *(f"0{feature}" for feature in own)]
        for away in range(-NEAR, NEAR + 1):
            if away and 0 <= at + away < len(self.signs):
                shown = self.signs[at + away] if abs(away) < NEAR else self._coarse[at + away]
                found += [f"{away}{feature}" for feature in shown if feature[:2] not in ("x=", "y=")]
        clause = self.syntax.clause_at(self.first + at)
        before = self._seen(clause.first - self.first, at)
        behind = self._seen(at + 1, at + 1 + STRETCH // 2)
        found += [f"b{one}" for one in before] + [f"a{one}" for one in behind] + [f"c={clause.opener}"]
        told = self._told(at)
        heads = [feature for feature in own if feature[:2] in ("t=", "s=")] or ["bare"]
        found += [f"{head}&{tie}" for head in heads for tie in (told, *self._ties(before, behind))]
        return [*found, told]

    def _ties(self, before: set[str], behind: set[str]) -> Iterator[str]:
        yield f"issue={any(one in behind for one in ('t=issue', 't=way', 't=exit', 't=release'))}"
        yield f"before={any(one[:2] == 'p=' for one in before)}"
        yield f"behind={any(one[:2] == 'p=' for one in behind)}"
        yield from (f"with={role}" for role in ("not", "future", "must", "may", "no") if f"r={role}" in before)

    def _told(self, at: int) -> str:
        start = self.token(at).start
        return f"told={bool(self.voices.at(start))},{self.voices.quoted(start)}"

    def _seen(self, first: int, last: int) -> set[str]:
        return {one for features in self._coarse[max(first, 0):last] for one in features}

    def choices(self, at: int) -> list[Choice]:
        """Those who may have taken the stance at a word."""
        syntax, trigger = self.syntax, self.first + at
        parties = [party for party in (*syntax.parties, *syntax.demonyms) if not party.first <= trigger < party.last]
        own = [feature for feature in self.signs[at] if feature[:2] in ("f=", "po")] or ["plain"]
        nominal = any(is_nominal(syntax, term) for term in syntax.terms if term.first == trigger)
        found = [Choice(self._actor(party), party, tuple(self._speaks_for(party, trigger, own, nominal))) for party in parties]
        speaker = self.voices.speaker(self.token(at).start)
        kinds = [f"inside={len(parties)}" if len(parties) < 2 else "inside=more", f"nominal={nominal}", *own]
        if speaker is not None:
            found.append(Choice(speaker, None, tuple(f"speaker&{kind}" for kind in ["", self._told(at), *kinds])))
        if self.last is not None:
            found.append(Choice(self.last, None, tuple(f"last&{kind}" for kind in ["", *kinds])))
        return found

    def _actor(self, party: Party) -> str | None:
        if party.actor is None and party.how == "pronoun":
            speaker = self.voices.speaker(party.start)
            return speaker or self.last
        return party.actor or (party.text if party.how == "description" else None)

    def _speaks_for(self, party: Party, trigger: int, own: Sequence[str], nominal: bool) -> Iterator[str]:
        syntax = self.syntax
        side = "before" if party.first < trigger else "behind"
        away = trigger - party.last if side == "before" else party.first - trigger - 1
        far = next((str(step) for step in (0, 1, 2, 4, 7, 12) if away <= step), "far")
        others = sum(min(trigger, party.first) < other.first < max(trigger, party.first) for other in syntax.parties)
        same = syntax.clause_index(party.first) == syntax.clause_index(trigger)
        governed = syntax.governed(party) or "free"
        kinds = [f"{side}{far}", f"{side}&{governed}", f"{side}&others={min(others, 3)}", f"{side}&same={same}",
                 f"how={party.how}", f"acting={mediates(syntax, party.actor)}", f"{side}&{governed}&same={same}"]
        kinds += [f"between={role}" for at in range(min(trigger, party.last), max(trigger, party.first))
                  if (role := syntax.roles.get(at))]
        yield from kinds
        yield from (f"{kind}&nominal={nominal}" for kind in kinds)
        yield from (f"{kind}&{feature}" for kind in kinds[:4] for feature in own)

    def aims(self, at: int, stance: str) -> list[str]:
        """What speaks for an issue of the stance at a word."""
        clause = self.syntax.clause_at(self.first + at)
        found = [f"is={stance}"]
        ends = min(at + 1 + STRETCH, len(self.signs))
        for place in range(at + 1, ends):
            near = "near" if place - at < 7 else "far"
            shown = [feature for feature in self.signs[place] if feature[:2] in ("w=", "x=", "t=", "p=")]
            found += [f"behind {feature}" for feature in shown] + [f"{near} {feature}" for feature in shown]
        for place in range(max(0, clause.first - self.first, at - BACK), at):
            found += [f"ahead {feature}" for feature in self.signs[place] if feature[:2] in ("w=", "x=", "t=")]
        named = [feature for place in range(at + 1, ends) for feature in self.signs[place]
                 if feature.startswith(("t=issue:", "t=way", "t=exit", "t=release", "t=people:", "t=stop", "t=event"))]
        found += [f"first {feature}" for feature in named[:1]] + [f"{one}>{two}" for one, two in pairwise(named)]
        return list(dict.fromkeys(found))


def pages(reading: Reading, packs: Packs) -> Iterator[Page]:
    """The sentences of a reading, each with the party that was spoken of last before it."""
    voices = Voices(reading, packs)
    last: str | None = None
    for syntax in syntaxes(reading, packs):
        yield Page(syntax, voices, last)
        known = [party for party in syntax.parties if party.actor]
        chief = next((party for party in known if not syntax.governed(party)), known[-1] if known else None)
        last = chief.actor if chief is not None else last


class Stances:
    """The learned reader of positions of one language."""

    def __init__(self, stance: Perceptron, party: Perceptron, issue: Perceptron) -> None:
        self.stance, self.party, self.issue = stance, party, issue

    @classmethod
    def learned(cls, examples: Sequence[Sample], seed: int, packs: Packs) -> "Stances":
        """Learn from invented samples; the same for the same seed."""
        made = cls(Perceptron(STANCES), Perceptron(("",)), Perceptron(ISSUES))
        stance: list[tuple[list[str], str]] = []
        party: list[tuple[list[Choice], set[int]]] = []
        issue: list[tuple[list[str], set[str]]] = []
        for example in examples:
            for page in pages(sheet(example.text, example.language, packs), packs):
                held = {at: mark for mark in example.of("T") if (at := _head(page, mark)) is not None}
                stance += [(page.about(at), held[at].value if at in held else NONE) for at in page.words()]
                for at, mark in held.items():
                    choices = page.choices(at)
                    party.append((choices, _right(page, choices, mark, example)))
                    issue.append((page.aims(at, mark.value), _aimed(mark, example)))
        dice = random.Random(seed)
        for _ in range(ROUNDS):
            made._learn(dice.sample(stance, len(stance)), dice.sample(party, len(party)), dice.sample(issue, len(issue)))
        for part in PARTS:
            getattr(made, part).average()
        return made

    def _learn(self, stance: Iterable[tuple[list[str], str]], party: Iterable[tuple[list[Choice], set[int]]],
               issue: Iterable[tuple[list[str], set[str]]]) -> None:
        for features, truth in stance:
            guess = best(self.stance.scores(features))
            if guess != truth:
                self.stance.adjust(truth, features, 1)
                self.stance.adjust(guess, features, -1)
            self.stance.step()
        for choices, right in party:
            ranks = [self.party.scores(choice.features)[""] for choice in choices]
            if right and len(right) < len(choices):
                chosen = max(range(len(choices)), key=ranks.__getitem__)
                if chosen not in right:
                    self.party.adjust("", choices[max(right, key=ranks.__getitem__)].features, 1)
                    self.party.adjust("", choices[chosen].features, -1)
            self.party.step()
        for features, truths in issue:
            for label, score in self.issue.scores(features).items():
                if (score > 0) != (label in truths):
                    self.issue.adjust(label, features, 1 if label in truths else -1)
            self.issue.step()

    def read(self, reading: Reading, packs: Packs) -> list[tuple[Claim, float]]:
        """The positions in a reading, each with how much more its stance scores than none."""
        found: dict[object, tuple[Claim, float]] = {}
        table = Table()
        for page in pages(reading, packs):
            before: tuple[int, str] | None = None
            for at in page.words():
                scores = self.stance.scores(page.about(at))
                stance = best(scores)
                if stance == NONE or (before is not None and at - before[0] <= REPEATED and before[1] == stance):
                    continue
                before = (at, stance)
                for claim in self._claims(page, at, stance, table):
                    found.setdefault((claim.content, claim.chains), (claim, scores[stance] - scores[NONE]))
        return list(found.values())

    def _claims(self, page: Page, at: int, stance: str, table: Table) -> Iterator[Claim]:
        syntax, trigger = page.syntax, page.first + at
        choices = page.choices(at)
        if not choices:
            return
        chosen = max(choices, key=lambda choice: self.party.scores(choice.features)[""])
        if chosen.actor is None or (stance == "demands" and mediates(syntax, chosen.actor)):
            return
        scores = self.issue.scores(page.aims(at, stance))
        issues = [label for label in ISSUES if scores[label] > 0] or [best(scores)]
        clause = syntax.clause_at(trigger)
        inside = chosen.party is not None and clause.first <= chosen.party.first
        first = min(trigger, chosen.party.first) if chosen.party is not None and inside else trigger
        last = max(trigger + 1, clause.last, chosen.party.last if chosen.party is not None and inside else 0)
        told = told_by(syntax, page.voices, page.token(at).start, chosen.actor)
        mood = next((modality(syntax, term, clause) for term in syntax.terms if term.first == trigger), "asserted")
        for named in issues:
            issue = (table.issue(chosen.actor) or "other") if named == BACK_TO else named
            position = Position(chosen.actor, stance, issue, syntax.words(trigger + 1, last) if last > trigger + 1 else None,
                                told_by=told)
            table.put(position)
            yield build(syntax, page.voices, position, first, last, trigger=trigger, rule="learned:stances",
                        modality=mood if mood in ("conditional", "possible") else "asserted")

    def save(self, folder: Path) -> None:
        for part in PARTS:
            getattr(self, part).save(folder / f"{part}.json")

    @classmethod
    def restored(cls, folder: Path) -> "Stances":
        return cls(*(Perceptron.restored(folder / f"{part}.json") for part in PARTS))


def _head(page: Page, mark: Mark) -> int | None:
    """The word of a marked stretch that carries it: one of the packs' stances, else the first that is no function word."""
    inside = [at - page.first for at in over(page.syntax.reading, page.first, page.syntax.sentence.last, mark.start, mark.end)]
    words = [at for at in inside if page.token(at).kind == "word"]
    known = [at for at in words if any(one in page.signs[at] for one in ("t=stance", "t=appeal"))]
    plain = [at for at in words if not any(one[:2] == "r=" for one in page.signs[at])]
    return next(iter([*known, *plain, *words]), None)


def _right(page: Page, choices: Sequence[Choice], mark: Mark, example: Sample) -> set[int]:
    """Which of the choices are the party of a stance: those that stand there, and all that are the same actor."""
    theirs = [one for one in example.of("P") if one.number == mark.number] or example.of("P")[-1:]
    there = {number for number, choice in enumerate(choices) for one in theirs
             if choice.party is not None and choice.party.start < one.end and one.start < choice.party.end}
    actors = {choices[number].actor for number in there} - {None}
    return there or {number for number, choice in enumerate(choices) if choice.actor in actors}


def _aimed(mark: Mark, example: Sample) -> set[str]:
    return {one.value or "other" for one in example.of("I") if one.number == mark.number}
