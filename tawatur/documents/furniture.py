"""What stands on a page beside the report, told by the tables `furniture.csv` of the languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from tawatur.packs import Packs
from tawatur.records import Token
from tawatur.records.document import Role
from tawatur.text import forms, tokenize

LONGEST = 70
"""Words of the longest line that can be furniture."""
_EDGE = 130
_SHORT = 16
_BUTTONS = 3
_EDGES = "\"'()[]{}«»“”‘’:;,.!?؟،؛…-–—|/©·•*"
_LABELS = frozenset(":-–—|/(«[•·")
_STOPS = frozenset(".!?؟…")


@dataclass(frozen=True, slots=True)
class Rule:
    """One phrase of a row; see the head of the table for its columns."""

    role: Role
    at: str
    most: int
    opens: bool
    forms: tuple[str, ...]
    reason: str


class Furniture:
    """The phrases of all languages together: menus are often in another language than the report."""

    def __init__(self, packs: Packs) -> None:
        self._folding = packs.folding
        self._first: dict[str, list[Rule]] = {}
        for language in packs.languages.values():
            for row in language.table("furniture"):
                for phrase in row.names("phrase"):
                    if forms := self.forms(phrase):
                        rule = Rule(cast(Role, row["role"]), row["at"], int(row["most"] or LONGEST), row["opens"] == "yes", forms,
                                    row["reason"])
                        self._first.setdefault(forms[0], []).append(rule)
        for rules in self._first.values():
            rules.sort(key=lambda rule: -len(rule.forms))
        each = [rule for rules in self._first.values() for rule in rules]
        self._tails = frozenset(rule.forms[0] for rule in each if rule.at == "tail")
        self._wide = frozenset(rule.forms[0] for rule in each if rule.most > _SHORT)

    def forms(self, text: str) -> tuple[str, ...]:
        """The folded words of a line, punctuation aside."""
        return tuple(forms(text, self._folding))

    def of(self, text: str, words: int) -> Rule | None:
        """The rule that makes a whole line furniture; openers of a list before all others, then the earliest in the line."""
        if words > LONGEST or (words > _SHORT and not self._may(text, self._wide)):
            return None
        line = _Line(tokenize(text, self._folding))
        hits = [rule for at, form in enumerate(line.forms) for rule in self._first.get(form, ()) if _fits(rule, line, at)]
        if hits:
            return min(hits, key=lambda rule: (not rule.opens, rule.at == "within"))
        return self._menu(line.forms)

    def _menu(self, forms: tuple[str, ...]) -> Rule | None:
        """A line put together of several buttons: nearly all its words are lines of their own elsewhere."""
        at, found, words, rule = 0, 0, 0, None
        while at < len(forms):
            buttons = (each for each in self._first.get(forms[at], ()) if each.at == "line")
            fit = next((each for each in buttons if forms[at:at + len(each.forms)] == each.forms), None)
            if fit:
                found, words, rule = found + 1, words + len(fit.forms), fit
            at += len(fit.forms) if fit else 1
        return rule if found >= _BUTTONS and words >= 0.8 * len(forms) else None

    def tail(self, text: str, start: int = 0) -> tuple[int, Rule] | None:
        """Where the foot of a page begins that hangs on the last words of a text, if it does."""
        if not self._may(text[start:], self._tails):
            return None
        line = _Line(tokenize(text, self._folding, start))
        for at in range(max(1, len(line.forms) - _EDGE), len(line.forms)):
            for rule in self._first.get(line.forms[at], ()):
                if rule.at == "tail" and line.holds(rule, at) and len(line.forms) - at <= rule.most and line.fresh(at):
                    return line.begin(at), rule
        return None

    def _may(self, text: str, firsts: frozenset[str]) -> bool:
        """Whether a phrase can stand in the text at all: cheaper than cutting it into tokens."""
        fold = self._folding.fold
        return any(fold(word.strip(_EDGES)) in firsts for word in text.split())


class _Line:
    """The folded words of a line and the marks between them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._words = [index for index, token in enumerate(tokens) if token.kind != "punctuation"]
        self.forms = tuple(tokens[index].form for index in self._words)

    def holds(self, rule: Rule, at: int) -> bool:
        return self.forms[at:at + len(rule.forms)] == rule.forms

    def labels(self, at: int) -> bool:
        """Whether the word at `at` is set off from what follows it."""
        index = self._words[at] + 1
        return index >= len(self._tokens) or self._tokens[index].form in _LABELS

    def fresh(self, at: int) -> bool:
        """Whether a mark stands before the word: a new sentence or a bracket."""
        return self._words[at] > 0 and self._tokens[self._words[at] - 1].kind == "punctuation"

    def begin(self, at: int) -> int:
        before = self._tokens[self._words[at] - 1]
        return before.start if before.form in "(©[" else self._tokens[self._words[at]].start

    def stopped(self) -> bool:
        return bool(self._tokens) and self._tokens[-1].form in _STOPS


def _fits(rule: Rule, line: _Line, at: int) -> bool:
    if len(line.forms) > rule.most or not line.holds(rule, at):
        return False
    last = at + len(rule.forms) == len(line.forms)
    match rule.at:
        case "line":
            return at == 0 and last
        case "start":
            return at == 0 and (len(rule.forms) > 1 or line.labels(at))
        case "bare":
            return at == 0 and not last and not line.stopped()
        case "end":
            return last
        case _:
            return rule.at == "within"


_MADE: dict[str, Furniture] = {}


def furniture(packs: Packs) -> Furniture:
    """The furniture of these packs, made once."""
    made = _MADE.get(packs.digest)
    if made is None:
        _MADE.clear()
        made = _MADE[packs.digest] = Furniture(packs)
    return made
