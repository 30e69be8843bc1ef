"""Verdicts: who calls a proposal names has refused it ("called the pause an eviction notice", "dismissed it as a trick")."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.clauses import Clause
from tawatur.claims.frames import Framer
from tawatur.claims.issues import issues
from tawatur.claims.sides import mediates, told_by
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Position

NAMING = "naming"
"""What `takes` says of verbs of speech by which something is called a name."""
PLANS = frozenset({"proposal", "plan", "deal"})
"""Classes of nouns for what may be judged besides an issue."""
PRAISE = "praise"
"""The class of words for what one would have: behind them a name is no refusal."""
BESIDE = 2
"""Tokens between a verb and the noun phrase or the pronoun that is judged."""
NAME = 6
"""Tokens behind the verb within which the name begins, between quotation marks."""


def verdicts(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a sentence tells of somebody's calling a proposal names, in quotation marks: its rejection."""
    if verb_first(syntax):
        return
    for verb in syntax.of_kind("speech"):
        if NAMING not in verb.attrs.get("takes", "").split() or not verb.features & {"past", "third", "participle"}:
            continue
        clause = syntax.clause_at(verb.first)
        opened = _named(syntax, voices, verb, clause)
        frame = framer.frame(syntax, _as_stance(verb)) if opened is not None else None
        if opened is None or frame is None or frame.party is None or mediates(syntax, frame.party):
            continue
        issue = _judged(syntax, clause, verb, opened, table, frame.party)
        if issue is None or any(opened <= term.first for term in syntax.of_class(PRAISE)):
            continue
        told = told_by(syntax, voices, verb.start, frame.party)
        said = Position(frame.party, "rejects", issue, syntax.words(verb.first, clause.last), told_by=told)
        yield build(syntax, voices, table.put(said), clause.first, clause.last, trigger=verb.first, rule="claims.verdicts:called")


def _as_stance(verb: Mention) -> Mention:
    """The verb as a frame takes it: whoever calls a thing names takes a stance."""
    return Mention(verb.kind, verb.start, verb.end, verb.first, verb.last, verb.form, {"class": "stance", "pos": "verb"},
                   verb.features, verb.rule)


def _named(syntax: Syntax, voices: Voices, verb: Mention, clause: Clause) -> int | None:
    """Where a name between quotation marks begins behind what is judged."""
    tokens = syntax.reading.tokens
    reach = range(verb.last + 1, min(verb.last + NAME, clause.last))
    return next((at for at in reach if voices.quoted(tokens[at].start)), None)


def _judged(syntax: Syntax, clause: Clause, verb: Mention, opened: int, table: Table, party: str) -> str | None:
    """The issue of what is judged: named behind the verb, or meant by a pronoun there; None where nothing is bargained over."""
    named = issues(syntax, verb.last, opened)
    if named:
        return named[0]
    back = any(term.attrs["class"] in PLANS for term in syntax.within(verb.last, opened))
    pointed = any(one.how == "pronoun" for one in syntax.parties_in(verb.last, verb.last + BESIDE)) or any(
        syntax.roles.get(at) in ("that", "this") for at in range(verb.last, verb.last + BESIDE))
    return (table.answered(party) or "other") if back else table.answered(party) if pointed else None
