"""Clauses: the units that claims come from, in sentences of any length.

A clause opens at a mark that ends a thought, at a word that a language's `function` table calls an opener (while, because,
who, that …), or at a comma before a verb of its own. Clauses follow one another without gaps; `opener` says how one began.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.packs import Packs
from tawatur.records import Mention, Reading, Sentence, by_kind
from tawatur.records.swift import swift
from tawatur.text import COMMAS

HARD = frozenset(";؛:!?؟…")  # a full stop inside a sentence belongs to a word: "at 2 p.m. on Friday"
SOFT = frozenset(",،–—")
MARKS = HARD | SOFT
OPENERS = frozenset({"while", "because", "if", "unless", "whether", "after", "though", "but", "which", "that", "where", "so"})
FINITE = frozenset({"past", "present", "third", "future"})
ATTRIBUTIVE = frozenset({"base", "participle"})
"""Forms that are no verb of a clause behind an article or a preposition: "the release", "of jailed members"."""
HEADING = frozenset({"the", "of", "for"})
VERBAL = frozenset({"terms", "speech", "measures"})
TOLD = frozenset({"past", "third"})
"""Features of a verb that cannot be a noun, or hardly."""
BEFORE_VERBS = frozenset({"be", "have", "future", "can", "must"})
"""Roles of words that are verbs, or stand before one."""
COMMON = "outcome"
"""The class of verbs of everyday use that tell how talks stand where talks are near, and else nothing."""
SUPPOSED = frozenset({"if", "unless"})
"""How clauses open that tell what is only supposed."""
CONTINUES = frozenset({"that", "so", "which", "where", "if", "unless", "whether"})
"""How clauses open that go on with the object of the clause before."""


@swift
@dataclass(frozen=True, slots=True)
class Clause:
    """A half-open range of tokens; `opener` is a role of the function table, `and`, `mark`, `comma` or `start`."""

    first: int
    last: int
    opener: str


def clauses(reading: Reading, sentence: Sentence, packs: Packs) -> list[Clause]:
    """The clauses of a sentence, in order."""
    inside = [mention for mention in reading.mentions if sentence.first <= mention.first < sentence.last]
    return cut(reading, sentence, by_kind(inside))


def cut(reading: Reading, sentence: Sentence, mentions: Mapping[str, Sequence[Mention]]) -> list[Clause]:
    """The clauses of a sentence whose mentions are at hand, by their kind."""
    roles = {mention.first: mention.attrs.get("role", "") for mention in mentions.get("function", ())}
    verbs = {mention.first for kind in VERBAL for mention in mentions.get(kind, ()) if mention.features & FINITE
             and mention.attrs.get("class") != COMMON
             and not (mention.features & ATTRIBUTIVE and roles.get(mention.first - 1) in HEADING)}
    verbs -= {at for term in mentions.get("terms", ()) if term.last - term.first > 1 and term.attrs.get("pos") == "noun"
              for at in range(term.first + 1, term.last)}  # "direct talks"
    verbs |= {at for at, role in roles.items() if role in BEFORE_VERBS}
    doers = _doers(roles, mentions) if "and" in roles.values() else set()
    pronouns = {mention.first for mention in mentions.get("pronouns", ())}
    found: list[Clause] = []
    first, opener = sentence.first, roles.get(sentence.first, "")
    opener = opener if opener in SUPPOSED else "start"
    for at, before in enumerate(reading.tokens[first:sentence.last - 1], first + 1):
        if at not in roles and before.form not in MARKS:
            continue  # a clause opens nowhere else
        said = _opens(reading, sentence, roles, verbs, first, at)
        if not said and (first + 1 in pronouns or _has_verb(verbs, first, at)):
            supposed = opener in SUPPOSED and before.form in COMMAS  # "if it goes ahead, …"
            said = "and" if at in doers else "comma" if supposed else ""
        if said:
            found.append(Clause(first, at, opener))
            first, opener = at, said
    found.append(Clause(first, sentence.last, opener))
    return found


def _doers(roles: Mapping[int, str], mentions: Mapping[str, Sequence[Mention]]) -> set[int]:
    """Where "and" is followed by a name with a verb of its own: "rejected the truce and the Front refused to leave".

    Not behind another name, which may be in a list with it, nor behind a verb of saying, whose words may begin with one.
    """
    names = {mention.first: mention.last for mention in mentions.get("actor", ()) if mention.attrs.get("how") == "name"}
    joined = {at: names.get(at + 1 + (roles.get(at + 1) == "the")) for at, role in roles.items() if role == "and"}
    if not any(joined.values()):
        return set()
    told = {mention.first for kind in VERBAL for mention in mentions.get(kind, ()) if mention.features & TOLD}
    told |= {at for at, role in roles.items() if role in BEFORE_VERBS}
    saying = {mention.first for mention in mentions.get("speech", ()) if "clause" in mention.attrs.get("takes", "").split()}
    found = set()
    for at, behind in joined.items():
        before = max((verb for verb in told if verb < at), default=None)
        if behind in told and before not in (None, *saying) and at not in names.values():
            found.add(at)
    return found


def _opens(reading: Reading, sentence: Sentence, roles: dict[int, str], verbs: set[int], first: int, at: int) -> str:
    """How a clause opens at a token, or nothing."""
    role, before = roles.get(at, ""), reading.tokens[at - 1].form
    if role in OPENERS or (role == "until" and any(near in verbs for near in range(at + 1, at + 3))):
        return role
    if before in HARD:
        return "mark"
    if before in SOFT and at - first > 3 and _verb_soon(sentence, roles, verbs, at) and _has_verb(verbs, first, at):
        return "comma"
    if role == "and" and at in verbs and _has_verb(verbs, first, at):
        return "and"
    if role == "and" and at + 1 in verbs and _has_verb(verbs, first, at):
        return "and"
    return ""


def _verb_soon(sentence: Sentence, roles: dict[int, str], verbs: set[int], at: int) -> bool:
    return any(near in verbs for near in range(at, min(at + 7, sentence.last)))


def _has_verb(verbs: set[int], first: int, at: int) -> bool:
    return any(near in verbs for near in range(first, at))
