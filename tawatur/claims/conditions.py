"""Conditions: a need that is not met, a hardship named, or what keeps people in and aid out."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.frames import Framer, in_passing, modality
from tawatur.claims.issues import population
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Condition, Mention

NEAR = 7
AROUND = 8
GOING = frozenset({"exit", "way"})


def conditions(syntax: Syntax, framer: Framer, voices: Voices) -> Iterator[Claim]:
    """The conditions in a sentence; of one sector and barrier one a clause."""
    told: set[tuple[int, str, str | None]] = set()
    for term, sector, barrier, by in _found(syntax, framer):
        clause = syntax.clause_at(term.first)
        key = (clause.first, sector, barrier)
        if key in told:
            continue
        told.add(key)
        first, last = max(clause.first, term.first - AROUND), min(clause.last, term.last + AROUND)
        said = Condition(sector, barrier, by, population(syntax, clause.first, clause.last))
        how = modality(syntax, term, clause)
        yield build(syntax, voices, said, first, last, trigger=term.first, rule=term.rule, modality=how,
                    timed=not in_passing(syntax, term))


def _found(syntax: Syntax, framer: Framer) -> Iterator[tuple[Mention, str, str | None, tuple[str, ...]]]:
    for term in syntax.terms:
        kind = term.attrs["class"]
        if kind == "condition":
            yield term, term.attrs["value"], term.attrs.get("mode") or None, ()
        elif kind == "siege":
            yield term, "movement", "siege", _besieger(syntax, framer, term)
        elif kind == "need" and _lacking(syntax, term):
            yield term, term.attrs["value"], None, ()
        elif kind == "stance" and term.attrs["value"] == "prevents" and _going(syntax, term):
            yield term, "movement", "exit_refused", _besieger(syntax, framer, term)


def _lacking(syntax: Syntax, need: Mention) -> bool:
    clause = syntax.clause_at(need.first)
    near = range(max(clause.first, need.first - NEAR), min(clause.last, need.last + NEAR))
    if any(term.attrs["class"] == "lack" and term.first in near for term in syntax.terms):
        return True
    return any(syntax.roles.get(at) == "no" for at in near if at < need.first)


def _going(syntax: Syntax, term: Mention) -> bool:
    clause = syntax.clause_at(term.first)
    return any(other.attrs["class"] in GOING for other in syntax.within(term.last, clause.last))


def _besieger(syntax: Syntax, framer: Framer, term: Mention) -> tuple[str, ...]:
    party = framer.frame(syntax, term, near=True).party
    return (party,) if party else ()
