"""What a side tells others to do in its own words, which it so demands: "Open the gates and let our people go"."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.commands import commands
from tawatur.claims.issues import issues
from tawatur.claims.sides import bargains
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Position


def told_to(syntax: Syntax, voices: Voices, table: Table) -> Iterator[Claim]:
    """The demands of sides that bargain, one a command."""
    for term in commands(syntax, voices):
        speaker, last = voices.speaker(term.start), syntax.clause_at(term.first).last
        named = issues(syntax, term.first, last)
        if speaker is None or not named or not bargains(syntax, speaker):
            continue
        position = table.put(Position(speaker, "demands", named[0], syntax.words(term.first, last), told_by="self"))
        yield build(syntax, voices, position, term.first, last, trigger=term.first, rule="claims.ordered:command")
