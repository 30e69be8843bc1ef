"""Inflection: from a headword and its principal parts to all written forms, by the rules of a language's table.

`inflection.yaml` of a language holds, by part of speech, `head` (which word of a phrase is inflected: first or last),
`irregular` (principal parts of single words), `parts` (rules that give a principal part the row does not) and `forms` (rules
from a part to written forms). A rule is `{of, match, to, features, rest}`: where the part `of` matches, `to` is a form with these
features; `rest`, where it is given, is what becomes of each further word of the phrase that matches (an adjective that agrees).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tawatur.text import Folding

Form = tuple[str, frozenset[str]]


@dataclass(frozen=True)
class Rule:
    """One rule of inflection."""

    of: str
    match: re.Pattern[str]
    to: str
    features: frozenset[str]
    part: str = ""
    rest: str = ""

    def beside(self, words: Sequence[str]) -> list[str]:
        """The further words of a phrase, in agreement with this form."""
        return [self.match.sub(self.rest, word, count=1) if self.rest else word for word in words]

    def apply(self, word: str) -> str | None:
        """The form, or None where the rule does not fit."""
        return self.match.sub(self.to, word, count=1) if self.match.search(word) else None


class Inflection:
    """The inflection of one language."""

    def __init__(self, tree: Mapping[str, Any], folding: Folding) -> None:
        self._folding = folding
        self._heads = {pos: spec.get("head", "first") for pos, spec in tree.items()}
        self._irregular = {pos: {folding.fold(str(word)): parts for word, parts in spec.get("irregular", {}).items()}
                           for pos, spec in tree.items()}
        self._parts = {pos: [_rule(rule) for rule in spec.get("parts", ())] for pos, spec in tree.items()}
        self._forms = {pos: [_rule(rule) for rule in spec.get("forms", ())] for pos, spec in tree.items()}

    def forms(self, headword: str, pos: str, given: str = "") -> Iterator[Form]:
        """All written forms of a headword; `given` holds principal parts: `past=said; plural=…`.

        Only the word that is inflected comes folded: folding another would glue a possessive to it, which a text keeps apart.
        """
        if pos not in self._forms:
            yield headword, frozenset()
            return
        words = headword.split()
        at = 0 if self._heads[pos] == "first" else len(words) - 1
        parts = self._principal(self._folding.fold(words[at]), pos, given, self._folding.fold(" ".join(words[at + 1:])))
        for form, rule in self._written(parts, pos):
            if not rule.rest or words[at + 1:]:
                yield " ".join([*words[:at], form, *rule.beside(words[at + 1:])]), rule.features

    def _principal(self, lemma: str, pos: str, given: str, rest: str) -> dict[str, list[str]]:
        """The principal parts of a word; those that a row gives may repeat the rest of its phrase."""
        parts: dict[str, list[str]] = {"lemma": [lemma]}
        known = self._irregular[pos].get(lemma, "")
        for assignment in filter(None, (piece.strip() for piece in f"{known};{given}".split(";"))):
            name, _, words = assignment.partition("=")
            whole = [self._folding.fold(word.strip()) for word in words.split("/") if word.strip()]
            parts[name.strip()] = [word.removesuffix(f" {rest}") for word in whole]
        for rule in self._parts[pos]:
            if rule.part not in parts:
                made = [form for word in parts.get(rule.of, ()) if (form := rule.apply(word)) is not None]
                if made:
                    parts[rule.part] = made
        return parts

    def _written(self, parts: Mapping[str, Sequence[str]], pos: str) -> Iterator[tuple[str, Rule]]:
        for rule in self._forms[pos]:
            for word in parts.get(rule.of, ()):
                form = rule.apply(word)
                if form:
                    yield form, rule


def _rule(spec: Mapping[str, Any]) -> Rule:
    return Rule(
        of=spec.get("of", "lemma"), match=re.compile(spec.get("match", "^(.*)$")), to=spec.get("to", r"\1"),
        features=frozenset(spec.get("features", ())), part=spec.get("part", ""), rest=spec.get("rest", ""),
    )
