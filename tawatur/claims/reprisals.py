"""Reprisals: striking back, as a side says that it will."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.denials import negated
from tawatur.claims.frames import Framer, is_nominal
from tawatur.claims.issues import points_back
from tawatur.claims.moods import modality
from tawatur.claims.refusals import REFUSING
from tawatur.claims.sides import bargains, told_by
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Position


def threats(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """Striking back, as a side says that it will: "Ethiopia said it would strike back at the raiders"."""
    for term in syntax.of_class("retaliation"):
        clause = syntax.clause_at(term.first)
        if is_nominal(syntax, term) or modality(syntax, term, clause) != "planned" or negated(syntax, term, clause, REFUSING):
            continue
        frame = framer.frame(syntax, term)
        told = told_by(syntax, voices, term.start, frame.party or "")
        if frame.party is None or not bargains(syntax, frame.party) or table.lately(frame.party, "other"):
            continue
        if points_back(syntax, frame.first, frame.last):
            continue  # an answer to a proposal
        position = table.put(Position(frame.party, "threatens", "other", syntax.words(term.first, frame.last), told_by=told))
        yield build(syntax, voices, position, clause.first, frame.last, trigger=term.first, rule=term.rule)
