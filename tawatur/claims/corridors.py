"""Corridors: a word for a way, with what was done to it; people merely moving are none."""

from collections.abc import Iterator

from tawatur.claims.build import build, places_of
from tawatur.claims.frames import Framer, modality, negated
from tawatur.claims.issues import people
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Corridor, Mention

NEAR = 10
PURPOSE = 14
"""How many tokens after a way those for whom it is may be named."""
STANCES = {"demands": "proposed", "offers": "proposed", "orders": "announced", "announces": "announced", "accepts": "agreed",
           "rejects": "refused", "permits": "agreed", "prevents": "closed"}


def corridors(syntax: Syntax, framer: Framer, voices: Voices) -> Iterator[Claim]:
    """The ways in a sentence of which it tells something."""
    for way in syntax.of_class("way"):
        clause = syntax.clause_at(way.first)
        state, stance = _near(syntax, way, "waystate"), _near(syntax, way, "stance")
        places = places_of(syntax, max(clause.first, way.first - 6), min(clause.last, way.last + PURPOSE))
        whom = _for(syntax, way, clause.last)
        if state is None and stance is None and not (whom and places):
            continue
        status = _status(syntax, state, stance)
        by, refuser = _proposer(syntax, framer, stance, state)
        first = min(way.first, state.first if state else way.first)
        last = max(way.last, state.last if state else way.last, min(clause.last, way.last + PURPOSE))
        said = Corridor(None, status, by, refuser, whom, _hazards(syntax, clause.first, clause.last))
        yield build(syntax, voices, said, first, last, trigger=way.first, rule=way.rule, places=places,
                    modality=modality(syntax, state or way, clause))


def _near(syntax: Syntax, way: Mention, kind: str) -> Mention | None:
    clause = syntax.clause_at(way.first)
    found = [term for term in syntax.of_class(kind) if clause.first <= term.first < clause.last
             and -NEAR <= term.first - way.first <= NEAR]
    return min(found, key=lambda term: abs(term.first - way.first)) if found else None


def _status(syntax: Syntax, state: Mention | None, stance: Mention | None) -> str:
    told = state or stance
    clause = syntax.clause_at(told.first) if told else None
    if stance is not None and clause is not None:
        turned = negated(syntax, stance, clause)
        value = stance.attrs["value"]
        if turned and value in ("accepts", "offers", "permits"):
            return "refused"
        if value in STANCES and not (state is not None and state.attrs["value"] == "closed"):
            return STANCES[value]
    if state is None or clause is None:
        return "proposed"
    value = state.attrs["value"]
    if negated(syntax, state, clause):
        return "closed" if value in ("open", "in_use", "announced") else value
    if value == "open" and (modality(syntax, state, clause) != "asserted" or not state.features & {"past", "participle"}):
        return "announced" if modality(syntax, state, clause) == "planned" else "proposed"
    return value


def _proposer(syntax: Syntax, framer: Framer, stance: Mention | None, state: Mention | None) -> tuple[str | None, str | None]:
    if stance is None:
        return None, None
    frame = framer.frame(syntax, stance)
    refuses = frame.negated or stance.attrs["value"] in ("rejects", "prevents")
    return (None, frame.party) if refuses else (frame.party, None)


def _for(syntax: Syntax, way: Mention, end: int) -> str | None:
    last = min(end + 6, way.last + PURPOSE, syntax.sentence.last)
    if any(term.attrs["class"] == "issue" and term.attrs["value"] == "aid_access" for term in syntax.within(way.last, last)):
        return "aid"
    return people(syntax, way.last, last) or None


def _hazards(syntax: Syntax, first: int, last: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.attrs["value"] for term in syntax.within(first, last) if term.attrs["class"] == "hazard"))
