"""What a word tells in its frame by rows of the codebook: its class and value, who does it, what else the clause holds."""

from collections.abc import Iterable, Iterator

from tawatur.claims.frames import Frame
from tawatur.claims.sides import PEOPLE, kind, mediates
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import PREPOSITIONS, Syntax
from tawatur.packs.rows import Row
from tawatur.records import Mention

Rows = dict[tuple[str, str], list[Row]]
ALL = "+"
"""What joins the things that must all stand there."""
COUNTED = frozenset({"people", "families"})
INTO = frozenset({"in", "to", "on", "with", "under"})
"""Roles of words behind which the place stands that somebody goes to or lives in, or those who take him in."""
PLACE = "place"
BEHIND = "in:"
"""How that is written which must stand right behind a word."""
PHRASE = 5
"""Tokens in which a noun stands behind its preposition: in the old bus station."""
RELATIVE = frozenset({"which", "that", "who"})
HEAD = 8
"""Tokens before a relative clause in which those stand of whom it tells."""
BEARING = frozenset({"fighters", "soldiers", "security"})
"""Populations of counts that bear arms."""
ONE = frozenset({"single", "person"})
"""Features of pronouns for one alone."""
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
    if doer == "people":
        return _by_people(syntax, frame)
    if doer == "side":
        return frame.party is not None and _bears_arms(syntax, frame) is not False
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
    if any(BEHIND in one for one in takes):
        there |= _entered(syntax, frame)
    if syntax.roles.get(frame.trigger.last) != "to":
        there.add("bare")
    if any(syntax.roles.get(at) == "can" for at in range(clause.first, frame.trigger.first)):
        there.add("able")
    return any(there.issuperset(one.split(ALL)) for one in takes)


def _entered(syntax: Syntax, frame: Frame) -> set[str]:
    """The classes of what stands right behind a word or its preposition of place, as `in:class`; a place is `in:place`."""
    first, last = frame.trigger.last, max(frame.clause.last, frame.last)
    named = [(term.first, term.attrs["class"]) for term in syntax.within(first, last)]
    named += [(place.first, PLACE) for place in syntax.localities_in(first, last)]
    named += [(noun.first, PLACE) for noun in syntax.kinds_in(first, last)]
    return {f"{BEHIND}{name}" for at, name in named if at == first or _led_in(syntax, first, at)
            or any("by" in term.features for term in syntax.within(at, at + 1))}


def _led_in(syntax: Syntax, first: int, at: int) -> bool:
    """Whether a preposition of place stands before a noun, with nothing but what belongs to its phrase between."""
    for before in range(at - 1, max(first - 2, at - PHRASE), -1):
        role = syntax.roles.get(before)
        if role in INTO:
            return True
        if role in PREPOSITIONS or syntax.reading.tokens[before].kind == "punctuation":
            return False
    return False


def _by_people(syntax: Syntax, frame: Frame) -> bool:
    """Whether people who bear no arms do what a word tells: named, counted, or several whom a pronoun takes up."""
    word, clause = frame.trigger, frame.clause
    behind = _until_preposition(syntax, word.last, clause.last) if verb_first(syntax) else word.last
    if behind > word.last:
        return _people_in(syntax, clause.first if frame.nominal else word.last, behind)
    if syntax.has("pro_drop") and "plural" in word.features:
        return True
    first = clause.first if clause.opener not in RELATIVE and "ing" not in word.features else max(
        syntax.sentence.first, clause.first - HEAD)
    return _people_in(syntax, first, word.first)


def _until_preposition(syntax: Syntax, first: int, last: int) -> int:
    return next((at for at in range(first, last) if syntax.roles.get(at) in PREPOSITIONS), last)


def _people_in(syntax: Syntax, first: int, last: int) -> bool:
    if any(term.attrs["class"] == "people" and term.attrs.get("value") != "fighters" for term in syntax.within(first, last)):
        return True
    counted = syntax.quantities_in(first, last)
    if any(said.unit in (*COUNTED, None) and said.population not in BEARING for said in counted):
        return True
    return any(kind(syntax, party.actor) == PEOPLE or (party.how == "pronoun" and not party.features & ONE)
               for party in syntax.parties_in(first, last))


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
    if not frame.trigger.attrs.get("pos") or _moves_others(syntax, frame):  # "let them go", "wants the army out"
        return False
    known = _bears_arms(syntax, frame)
    done_to = frame.nominal or frame.passive
    if known is not None and not done_to:
        return known
    first, last = (frame.first, frame.last) if frame.passive else (frame.trigger.first - 3, frame.trigger.last + 4)
    beside = syntax.within(max(frame.clause.first, first), last)
    return bool(known) or any(term.attrs["class"] == "people" and term.attrs.get("value") == "fighters" for term in beside)
