"""What a word tells in its frame by rows of the codebook: its class and value, who does it, what else the clause holds."""

from collections.abc import Iterable, Iterator

from tawatur.claims.frames import Frame
from tawatur.claims.sides import PEOPLE, kind, mediates
from tawatur.claims.syntax import Syntax
from tawatur.packs.rows import Row
from tawatur.records import Mention

Rows = dict[tuple[str, str], list[Row]]
ALL = "+"
"""What joins the things that must all stand there."""
COUNTED = frozenset({"people", "families"})
MOVED = 4
"""Tokens behind a verb of going in which those stand whom somebody else brings out."""


def by_word(rows: Iterable[Row]) -> Rows:
    """Rows by the class and value of their word; a row without a value holds for all of its class."""
    found: Rows = {}
    for row in rows:
        found.setdefault((row["class"], row["value"]), []).append(row)
    return found


def of_word(rows: Rows, term: Mention) -> list[Row]:
    """The rows of a word, those of its value first."""
    kind, value = term.attrs["class"], term.attrs.get("value", "")
    return [*rows.get((kind, value), ()), *(rows.get((kind, ""), ()) if value else ())]


def fitting(syntax: Syntax, frame: Frame, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows whose doer, and one of the things that they take (or all that are joined to one), stand in the frame."""
    return (row for row in rows if _does(syntax, frame, row["doer"]) and _takes(syntax, frame, row["takes"].split()))


def _does(syntax: Syntax, frame: Frame, doer: str) -> bool:
    if doer == "party":
        return frame.party is not None and not frame.nominal
    if doer in ("acts", "acted"):
        done = doer == "acts" or "past" in frame.trigger.features
        return done and frame.party is not None and not (frame.nominal or frame.passive)
    if doer == "force":
        return _bears_arms(syntax, frame) is True
    return doer != "armed" or _armed(syntax, frame)


def _takes(syntax: Syntax, frame: Frame, takes: list[str]) -> bool:
    clause = frame.clause
    others = [party for party in syntax.parties_in(clause.first, clause.last) if party.actor not in (None, frame.party)]
    if not takes or ("party" in takes and others):
        return True
    there = {name for other in syntax.within(clause.first, max(clause.last, frame.last)) if other.first != frame.trigger.first
             for name in (other.attrs["class"], f"{other.attrs['class']}:{other.attrs.get('value', '')}")}
    counted = syntax.quantities_in(clause.first, clause.last)
    if any(said.unit in COUNTED or said.partitive for said in counted):
        there.add("people")
    if any(kind(syntax, party.actor) == PEOPLE for party in others):
        there.add("people")
    if any(said.measure == "cost" for said in counted):
        there.add("money")
    if any(syntax.roles.get(at) == "can" for at in range(clause.first, frame.trigger.first)):
        there.add("able")
    return any(there.issuperset(one.split(ALL)) for one in takes)


def _bears_arms(syntax: Syntax, frame: Frame) -> bool | None:
    """Whether the party that does it is of a kind that bears arms; None where the packs do not know it."""
    return not mediates(syntax, frame.party) if kind(syntax, frame.party) else None


def _moves_others(syntax: Syntax, frame: Frame) -> bool:
    """Whether a verb of bringing out has an object that is neither land nor fighters: they move others, and stay."""
    if frame.nominal or frame.passive or frame.trigger.attrs.get("mode") or not syntax.has("labile_verb"):
        return False
    first, last = frame.trigger.last, frame.trigger.last + MOVED
    if syntax.roles.get(first) != "the" or syntax.localities_in(first, last) or syntax.parties_in(first, last):
        return False
    land = any(m.kind == "place_nouns" and first <= m.first < last for m in syntax.mentions)
    return not land and not any(term.attrs.get("value") == "fighters" for term in syntax.within(first, last))


def _armed(syntax: Syntax, frame: Frame) -> bool:
    """Whether those who do it bear arms: a party of such a kind, or fighters right beside the word; nobody moves others so."""
    if frame.subject is not None and frame.subject.how == "pronoun":
        return False
    beyond = range(frame.trigger.last, frame.trigger.last + MOVED)
    along = any(syntax.roles.get(at) == "with" for at in beyond)
    moved = not along and any(other.attrs["class"] == "people" for other in syntax.within(beyond[0], beyond[-1] + 1))
    if moved and not frame.nominal and frame.subject is not None and frame.subject.last <= frame.trigger.first:
        return False
    if _moves_others(syntax, frame):
        return False
    known = _bears_arms(syntax, frame)
    done_to = frame.nominal or frame.passive
    if known is not None and not done_to:
        return known
    first, last = (frame.first, frame.last) if frame.passive else (frame.trigger.first - 3, frame.trigger.last + 4)
    beside = syntax.within(max(frame.clause.first, first), last)
    return bool(known) or any(term.attrs["class"] == "people" and term.attrs.get("value") == "fighters" for term in beside)
