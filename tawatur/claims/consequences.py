"""Consequences: the harm that a side says is to come of it if something is not done, and what it asks for by that."""

from collections.abc import Iterator
from dataclasses import replace

from tawatur.claims.build import build
from tawatur.claims.clauses import SUPPOSED, Clause
from tawatur.claims.denials import negated
from tawatur.claims.frames import Framer, is_nominal
from tawatur.claims.issues import issues
from tawatur.claims.moods import modality
from tawatur.claims.sides import bargains, told_by
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Position

GOES_ON = frozenset({"under_way"})
"""States of fighting that is to go on or to begin anew."""
NEAR = 3
"""How many tokens from a word for going on the fighting may stand."""
BEFORE = 7
"""How far before a deed its denial may stand."""
FORCED = "undergoes"
"""The class of verbs for being forced to a thing."""
UNDONE = frozenset({"not", "no", "except"})
RULE = "claims.consequences"


def consequences(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """The threats of a sentence that hang on a condition, each with the demand that the condition makes."""
    if not syntax.has("verbal_particle"):
        return
    for condition, main in _hanging(syntax):
        harm = _harm(syntax, main)
        party = _party(syntax, framer, voices, harm, main) if harm is not None else None
        if harm is None or party is None:
            continue
        told = told_by(syntax, voices, harm.start, party)
        if not table.lately(party, "other", "threatens"):
            threat = table.put(Position(party, "threatens", "other", syntax.words(harm.first, main.last), told_by=told))
            yield build(syntax, voices, threat, main.first, main.last, trigger=harm.first, rule=f"{RULE}:harm")
        undone = condition.opener == "unless" or any(
            syntax.roles.get(at) in UNDONE for at in range(condition.first, condition.last))
        named = issues(syntax, condition.first, condition.last)
        if undone and named and not table.lately(party, named[0], "demands"):
            words = syntax.words(condition.first, condition.last)
            others = (p.actor for p in syntax.parties_in(condition.first, condition.last) if p.actor not in (None, party))
            demand = table.put(Position(party, "demands", named[0], words, next(others, None), told_by=told))
            yield build(syntax, voices, demand, condition.first, condition.last, trigger=condition.first, rule=f"{RULE}:demand")


def _hanging(syntax: Syntax) -> Iterator[tuple[Clause, Clause]]:
    """The conditions of a sentence, each with the clauses that may tell what is to come: before it, behind it, at its own end."""
    for index, clause in enumerate(syntax.clauses):
        if clause.opener not in SUPPOSED:
            continue
        ahead = next((term.first for term in syntax.within(clause.first + NEAR, clause.last)
                      if "future" in term.features or term.first in syntax.ahead), None)
        if ahead is not None:  # "if they do not leave | we shall attack"
            yield replace(clause, last=ahead), Clause(ahead, clause.last, "then")
        for main in (*syntax.clauses[index + 1:index + 2], *syntax.clauses[max(index - 1, 0):index]):
            if main.opener not in SUPPOSED:
                yield clause, main


def _harm(syntax: Syntax, main: Clause) -> Mention | None:
    """The word in a clause for harm that is to come: "will storm the town", "the clashes will go on"."""
    for term in syntax.within(main.first, main.last):
        if negated(syntax, term, main, BEFORE) or term.attrs.get("pos") != "verb" or modality(syntax, term, main) != "planned":
            continue
        attack = term.attrs["class"] == "event" and term.attrs.get("value") == "ASSAULT"
        goes_on = term.attrs["class"] == "light" or (term.attrs["class"] == "state" and term.attrs.get("value") in GOES_ON)
        fights = goes_on and any(
            other.attrs["class"] == "event" and other.attrs.get("value") == "ASSAULT" and is_nominal(syntax, other)
            for other in syntax.within(max(main.first, term.first - NEAR), min(main.last, term.last + NEAR)))
        forced = term.attrs["class"] == FORCED and "first" in term.features  # "we shall have to"
        if attack or fights or forced or term.attrs["class"] == "retaliation":
            return term
    return None


def _party(syntax: Syntax, framer: Framer, voices: Voices, harm: Mention, main: Clause) -> str | None:
    """Who threatens: a side that speaks of what it will do itself, or of the fighting, or one that the report says it of."""
    speaker = voices.speaker(harm.start)
    if harm.attrs["class"] == "state" and syntax.within(main.first, harm.first):
        return speaker if bargains(syntax, speaker) else None  # "the clashes will go on" is no deed of a subject
    subject = framer.frame(syntax, harm).party
    party = subject or speaker
    return party if bargains(syntax, party) and party == (speaker or party) else None
