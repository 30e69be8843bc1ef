"""Scorn: what a side calls a proposal says that it will not have it ("a trap", "a call to surrender", "a red line")."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.frames import Framer
from tawatur.claims.issues import issues, points_back
from tawatur.claims.sides import mediates, told_by
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Position

REACH = 9
"""Tokens from the verb of deeming to what a thing is deemed."""
BESIDE = 2
"""Tokens behind the verb of deeming within which a word that points back may stand: "sees in this"."""


def scorned(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """The refusals in a sentence that are told by what somebody calls an offer, a demand or a deal."""
    for term in syntax.of_class("deems"):
        scorn = next((one for one in syntax.of_class("scorn") if 0 <= one.first - term.last <= REACH), None)
        if scorn is None:
            continue
        party = framer.frame(syntax, term).party or voices.speaker(scorn.start)
        issue = _issue(syntax, term, scorn, table, party)
        if party is None or issue is None or mediates(syntax, party) or table.lately(party, issue):
            continue
        told = told_by(syntax, voices, term.start, party)
        position = table.put(Position(party, "rejects", issue, syntax.words(scorn.first, scorn.last), told_by=told))
        first = min(term.first, syntax.clause_at(term.first).first)
        yield build(syntax, voices, position, first, scorn.last, trigger=term.first, rule=term.rule)


def _issue(syntax: Syntax, term: Mention, scorn: Mention, table: Table, party: str | None) -> str | None:
    """What is scorned: the object of the verb, or what the sentence has told before where the verb only points back to it."""
    own = issues(syntax, term.last, scorn.first)
    if own:
        return own[0]
    named = points_back(syntax, term.last, scorn.first)
    pointing = bool(term.features & {"its", "their"}) or any(
        syntax.roles.get(at) == "this" for at in range(term.last, term.last + BESIDE + 1))
    if not (named or pointing):
        return None
    earlier = issues(syntax, syntax.sentence.first, term.first) if pointing else []
    return next(iter(earlier), None) or table.issue(party) or ("other" if named else None)
