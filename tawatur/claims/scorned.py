"""Scorn: what a side calls a proposal says that it will not have it ("a trap", "called the pause an «eviction notice»")."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.frames import Framer
from tawatur.claims.issues import issues, points_back
from tawatur.claims.sides import mediates, told_by
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Position
from tawatur.text import QUOTES

REACH = 9
"""Tokens from the verb of deeming to what a thing is deemed."""
NAME = 6
"""Tokens behind the verb within which a name of one's own begins, between quotation marks."""
BESIDE = 2
"""Tokens behind the verb of deeming within which a word that points back may stand: "sees in this", "called it"."""
NAMING = "naming"
"""The mode of verbs by which a thing is given a name, which is mostly no good one."""
PRAISE = "praise"
"""The class of words for what one would have: behind them a name is no refusal."""
POINTING = ("this", "that")


def scorned(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """The refusals in a sentence that are told by what somebody calls an offer, a demand or a deal."""
    for term in syntax.of_class("deems"):
        name = _name(syntax, voices, term)
        if name is None:
            continue
        first, last = name
        party = framer.frame(syntax, term).party or voices.speaker(syntax.reading.tokens[first].start)
        issue = _issue(syntax, term, first, table, party)
        if party is None or issue is None or mediates(syntax, party) or table.lately(party, issue):
            continue
        told = told_by(syntax, voices, term.start, party)
        position = table.put(Position(party, "rejects", issue, syntax.words(first, last), told_by=told))
        begins = min(term.first, syntax.clause_at(term.first).first)
        yield build(syntax, voices, position, begins, last, trigger=term.first, rule=term.rule)


def _name(syntax: Syntax, voices: Voices, term: Mention) -> tuple[int, int] | None:
    """What a thing is deemed: a word of scorn, or a name of one's own between quotation marks that praises nothing."""
    scorn = next((one for one in syntax.of_class("scorn") if 0 <= one.first - term.last <= REACH), None)
    if scorn is not None:
        return scorn.first, scorn.last
    if term.attrs.get("mode") != NAMING or not term.features & {"past", "third", "participle"} or voices.quoted(term.start):
        return None
    clause, tokens = syntax.clause_at(term.first), syntax.reading.tokens
    reach = range(term.last + 1, min(term.last + NAME, clause.last))
    opened = next((at for at in reach if voices.quoted(tokens[at].start)), None)
    praised = opened is not None and any(opened <= one.first for one in syntax.of_class(PRAISE))
    if opened is None or praised:
        return None
    closed = next((at for at in range(opened, clause.last) if tokens[at].form in QUOTES), clause.last)
    return opened, max(closed, opened + 1)


def _issue(syntax: Syntax, term: Mention, until: int, table: Table, party: str | None) -> str | None:
    """What is scorned: the object of the verb, or what was told before where the verb only points back to it."""
    own = issues(syntax, term.last, until)
    if own:
        return own[0]
    named = points_back(syntax, term.last, until)
    near = range(term.last, term.last + BESIDE + 1)
    pointing = bool(term.features & {"its", "their"}) or any(syntax.roles.get(at) in POINTING for at in near) or any(
        one.how == "pronoun" for one in syntax.parties_in(term.last, term.last + BESIDE))
    if not (named or pointing):
        return None
    earlier = issues(syntax, syntax.sentence.first, term.first) if pointing else []
    return next(iter(earlier), None) or table.answered(party) or ("other" if named else None)
