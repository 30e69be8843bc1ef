"""Ultimatums: one thing or else another ("surrender or death"), and whose word a bare refusal is that names nobody before it."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.clauses import Clause
from tawatur.claims.issues import issues
from tawatur.claims.reach import LISTS
from tawatur.claims.sides import bargains, told_by
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Position

EITHER = "either"
"""The role of a word that opens a choice of two."""
ELSE = "else"
"""The role of a word behind which stands what comes of a demand that is not met."""
NEAR = 7
"""Tokens behind such a word within which what is to come of it stands."""
HARM = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
"""Deeds that are threatened with."""
WAYS_OUT = frozenset({"surrender", "weapons", "fighter_exit", "handover", "detainees", "civilian_exit"})
"""What is asked of those who are left a choice."""


def ultimatums(syntax: Syntax, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a side demands by leaving a choice, and what it threatens with."""
    for at, role in sorted(syntax.roles.items()):
        if role == EITHER:
            yield from _choice(syntax, voices, table, at)
        elif role == ELSE:
            yield from _or_else(syntax, voices, table, at)


def _choice(syntax: Syntax, voices: Voices, table: Table, at: int) -> Iterator[Claim]:
    """What the first of two choices names, where it is one that is asked of the other side, in the words of a side."""
    second = next((other for other in range(at + 1, min(at + 2 * NEAR, syntax.sentence.last))
                   if syntax.roles.get(other) == EITHER), None)
    start = syntax.reading.tokens[at].start
    speaker = voices.speaker(start) or signature(syntax, syntax.clause_at(at))
    if second is None or speaker is None or not bargains(syntax, speaker):
        return
    named = [issue for issue in issues(syntax, at, second) if issue in WAYS_OUT]
    if named and not table.lately(speaker, named[0]):
        words = syntax.words(at, second)
        position = table.put(Position(speaker, "demands", named[0], words, told_by=told_by(syntax, voices, start, speaker)))
        yield build(syntax, voices, position, at, second + 1, trigger=at, rule="claims.ultimatums:choice")


def _or_else(syntax: Syntax, voices: Voices, table: Table, at: int) -> Iterator[Claim]:
    """What a side that has just made a demand will do if it is not met: "gave them three days, or else it would storm"."""
    last = min(at + NEAR, syntax.sentence.last)
    demand = next((one for one in table.last[-1:] if one.stance == "demands"), None)
    behind = syntax.within(at, last)
    harm = any(term.attrs["class"] == "retaliation" or (term.attrs["class"] == "event" and term.attrs["value"] in HARM)
               for term in behind)
    if demand is None or demand.party is None or not harm or not bargains(syntax, demand.party):
        return
    told = told_by(syntax, voices, syntax.reading.tokens[at].start, demand.party)
    position = table.put(Position(demand.party, "threatens", "other", syntax.words(at, last), told_by=told))
    yield build(syntax, voices, position, at, last, trigger=at, rule="claims.ultimatums:else")


def signature(syntax: Syntax, clause: Clause) -> str | None:
    """The party that stands alone behind a colon at the end of a headline, as the one whose words it is: "No truce: the army"."""
    index = syntax.clause_index(clause.first)
    behind = syntax.clauses[index + 1:]
    if len(behind) != 1 or syntax.reading.tokens[behind[0].first - 1].form != LISTS:
        return None
    tokens = [at for at in range(behind[0].first, behind[0].last) if syntax.reading.tokens[at].kind != "punctuation"]
    named = syntax.parties_in(behind[0].first, behind[0].last)
    alone = bool(named) and bool(tokens) and (named[0].first, named[0].last) == (tokens[0], tokens[-1] + 1)
    return named[0].actor if alone and bargains(syntax, named[0].actor) else None
