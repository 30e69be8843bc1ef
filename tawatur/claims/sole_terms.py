"""What a side says that nothing else would do: "only a lifting of the siege would end the war" is what it wants."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.issues import issues
from tawatur.claims.sides import bargains, told_by
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Position

MODAL = frozenset({"future", "can"})
"""Roles of words for what would or could be."""
PHRASE = 12
"""Tokens between "only" and the word for what would be, within which that stands."""


def sole(syntax: Syntax) -> list[tuple[int, int, int]]:
    """Where "only" opens a clause's subject, where the word for what it would do stands, and where the clause ends."""
    found = []
    for at in syntax.spoken("only", syntax.sentence.first, syntax.sentence.last):
        clause = syntax.clause_at(at)
        opens = at == clause.first or syntax.roles.get(at - 1) == "that" or any(
            m.kind == "speech" and m.last == at for m in syntax.mentions)
        modal = next((near for near in range(at + 1, min(at + PHRASE, clause.last)) if syntax.roles.get(near) in MODAL), None)
        if opens and modal is not None and modal > at + 1:
            found.append((at, modal, clause.last))
    return found


def only_so(syntax: Syntax, word: Mention) -> bool:
    """Whether a word tells what is not there yet, or would come of it."""
    return any(first <= word.first < last for first, _, last in sole(syntax))


def sole_terms(syntax: Syntax, voices: Voices, table: Table) -> Iterator[Claim]:
    """The demands of those who say that nothing else would do."""
    for first, modal, last in sole(syntax):
        start = syntax.reading.tokens[modal].start  # what is said may begin behind "only"
        party, named = voices.speaker(start), issues(syntax, first, modal)
        if party is None or not named or not bargains(syntax, party):
            continue
        said = Position(party, "demands", named[0], syntax.words(first, last), told_by=told_by(syntax, voices, start, party))
        yield build(syntax, voices, table.put(said), first, last, trigger=modal, rule="claims.sole_terms:only")
