"""Conditions: a need that is not met, a hardship named, or what keeps people in and aid out."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.clauses import Clause
from tawatur.claims.frames import Frame, Framer, in_passing, modality
from tawatur.claims.issues import population
from tawatur.claims.syntax import Syntax
from tawatur.claims.told import Rows, fitting, of_word
from tawatur.claims.voices import Voices
from tawatur.packs.rows import Row
from tawatur.records import Claim, Condition, Mention

NEAR = 7
AROUND = 8


def conditions(syntax: Syntax, framer: Framer, voices: Voices, rows: Rows) -> Iterator[Claim]:
    """The conditions in a sentence; of one sector and barrier one a clause. `rows` are those of the table `hardships`."""
    told: set[tuple[int, str, str | None]] = set()
    for term, sector, barrier, by in _found(syntax, framer, rows):
        clause = syntax.clause_at(term.first)
        key = (clause.first, sector, barrier)
        if key in told:
            continue
        told.add(key)
        first, last = max(clause.first, term.first - AROUND), min(clause.last, term.last + AROUND)
        said = Condition(sector, barrier, by, population(syntax, clause.first, clause.last))
        how = _put(syntax, term, clause)
        yield build(syntax, voices, said, first, last, trigger=term.first, rule=term.rule, modality=how,
                    timed=not in_passing(syntax, term))


def _put(syntax: Syntax, term: Mention, clause: Clause) -> str:
    """How a condition is put; who says that he will let nobody through keeps them from it already."""
    how = modality(syntax, term, clause)
    return "asserted" if how == "planned" and term.attrs["class"] == "stance" else how


def _found(syntax: Syntax, framer: Framer, rows: Rows) -> Iterator[tuple[Mention, str, str | None, tuple[str, ...]]]:
    for term in syntax.terms:
        kind = term.attrs["class"]
        if kind == "condition":
            yield term, term.attrs["value"], term.attrs.get("mode") or None, ()
        elif kind == "siege":
            yield term, "movement", "siege", _besieger(syntax, framer, term)
        elif kind == "need" and _lacking(syntax, term):
            yield term, term.attrs["value"], None, ()
        elif known := of_word(rows, term):
            yield from _hardship(syntax, framer.frame(syntax, term, near=True), known)


def _hardship(syntax: Syntax, frame: Frame, rows: list[Row]) -> Iterator[tuple[Mention, str, str | None, tuple[str, ...]]]:
    """What a row of the table says of a word, where it fits; what is kept out names its sector, or it is movement."""
    fit = next(fitting(syntax, frame, [row for row in rows if (row["negated"] == "yes") == frame.negated]), None)
    if fit is None or in_passing(syntax, frame.trigger):
        return
    inside = syntax.within(frame.clause.first, frame.clause.last)
    needs = (term.attrs["value"] for term in inside if term.attrs["class"] == "need")
    sector = fit["sector"] or next(needs, "movement")
    yield frame.trigger, sector, fit["barrier"] or None, (frame.party,) if frame.party else ()


def _lacking(syntax: Syntax, need: Mention) -> bool:
    clause = syntax.clause_at(need.first)
    near = range(max(clause.first, need.first - NEAR), min(clause.last, need.last + NEAR))
    if any(term.attrs["class"] == "lack" and term.first in near for term in syntax.terms):
        return True
    roles = {syntax.roles.get(at) for at in near if at < need.first}
    return "no" in roles or {"not", "have"} <= roles


def _besieger(syntax: Syntax, framer: Framer, term: Mention) -> tuple[str, ...]:
    party = framer.frame(syntax, term, near=True).party
    return (party,) if party else ()
