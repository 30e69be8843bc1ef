"""Passing: whether people, aid or vehicles are told to have gone by a way, or only that they may."""

from tawatur.claims.clauses import Clause
from tawatur.claims.denials import negated
from tawatur.claims.frames import is_infinitive, is_nominal
from tawatur.claims.issues import FORCES
from tawatur.claims.moods import modality
from tawatur.claims.sides import PEOPLE, kind
from tawatur.claims.syntax import Syntax
from tawatur.claims.ways import GOING, NEAR, SOLE, TOUCHING, led, narrow
from tawatur.records import Mention

OVER = "over"
"""Mode of words of going whose object is the way itself: to cross."""
LEAVING = ("exit", "entry")
"""Classes of words of going out and in."""
BY = frozenset({"from", "through"})
"""Roles of the words before a way by which somebody goes."""
THROUGH, TOWARDS = frozenset({"through"}), frozenset({"to", "in"})
LEFT = "exited"
"""The measure of those who left."""
NOT_YET = frozenset({"must", "to", "may", "can"})
"""Roles of words before a bare verb that tells what is to be."""
LED = frozenset({"exit", "evacuates", "move"})
"""Classes of words whose noun tells of people led out."""
DONE = {"under_way": "in_use", "completed": "completed", "collapsed": "completed"}
"""What a word for how something stands says of the way by which people are led out."""
ARMED = frozenset({"fighters", "troops"})
"""Those of whom only leaving tells of a way out: troops that move along a road attack."""
TRAVELLERS = frozenset({"people", "families", "vehicles"})
"""Units of those who go by a way."""
COUNTED = 8
"""Tokens behind a noun for leaving within which those who left may be counted."""


def _by(syntax: Syntax, way: Mention, last: int) -> bool:
    """Whether a way is what somebody comes from or goes through, or a pronoun behind it takes it up: "people left by it"."""
    behind = range(way.last, min(way.last + NEAR, last))
    return led(syntax, way, BY) or any(at in syntax.filled and syntax.roles.get(at) in BY for at in behind)


def taken(syntax: Syntax, way: Mention) -> bool:
    """Whether a street or a bridge is what people are to go by, or go by: "leave the quarter through Sea Street"."""
    if not led(syntax, way, THROUGH):
        return False
    clause = syntax.clause_at(way.first)
    return any(term.attrs["class"] in LEAVING and not is_nominal(syntax, term)
               for term in syntax.within(max(clause.first, way.first - NEAR), way.first))


def passed(syntax: Syntax, way: Mention) -> tuple[str, Mention] | None:
    """How a way stands by those who went by it, and the word that says so; None where nobody did.

    It is `in_use`, `completed` where the leaving is over, `announced` where it is to come, or `closed` where none could.
    """
    clause = syntax.clause_at(way.first)
    by = _by(syntax, way, clause.last)
    if by and (led_on := _goes_on(syntax, clause.first, clause.last)) is not None:
        return led_on
    people = _travellers(syntax, clause)
    going = [term for term in syntax.within(clause.first, clause.last) if term.attrs["class"] in LEAVING
             and (people or _leaves(term)) and not _only_by(syntax, term, clause)]
    moving = syntax.signed(GOING, clause.first, way.first) if people else []
    for term in [*going, *moving]:
        by_it = by and (term.attrs.get("mode") != FORCES or led(syntax, way, THROUGH))  # to pull out from a road is to leave it
        leads = by_it or term.attrs.get("mode") == OVER or _towards_the_last(syntax, way, term)
        if not leads or not _has_gone(syntax, term):
            continue
        state = _by_going(syntax, way, term, clause)
        return (state, term) if state else None
    led_out = counted_out(syntax, clause.first, way.first) if by and not narrow(way) else None
    return ("in_use", led_out) if led_out is not None and not negated(syntax, led_out, clause) else None


def _leaves(term: Mention) -> bool:
    """Whether a word tells of leaving, whoever does: to roll in or to cross over may be what an army does."""
    return term.attrs["class"] == "exit" and term.attrs.get("mode") != OVER


def _travellers(syntax: Syntax, clause: Clause) -> bool:
    """Whether a clause tells of people, aid or vehicles that go, and of no troops on the move."""
    held = syntax.within(clause.first, clause.last)
    if any(term.attrs.get("value") in ("MOBILIZE", "ASSAULT") for term in held):
        return False
    folk = any((term.attrs["class"] == "people" and term.attrs["value"] not in ARMED) or term.attrs.get("value") == "aid_access"
               for term in held)
    counted = any(quantity.unit in TRAVELLERS and quantity.population not in ARMED
                  for quantity in syntax.quantities_in(clause.first, clause.last))
    return folk or counted or any(kind(syntax, party.actor) == PEOPLE for party in syntax.parties_in(clause.first, clause.last))


def _only_by(syntax: Syntax, term: Mention, clause: Clause) -> bool:
    """Whether a form that may be a verb of going is the preposition that is written alike, within its clause."""
    return syntax.roles.get(term.first) in BY and term.first - clause.first > 1


def _by_going(syntax: Syntax, way: Mention, term: Mention, clause: Clause) -> str | None:
    """How a way stands by what is told of those who go by it: "none could leave", "they come in only by the gate"."""
    if negated(syntax, term, clause) and not any(syntax.roles.get(at) == "except" for at in range(term.last, way.first)):
        return "closed" if _able(syntax, term) else None
    if only_may(syntax, term):
        return None
    return "announced" if modality(syntax, term, clause) == "planned" else "in_use"


def _towards_the_last(syntax: Syntax, way: Mention, term: Mention) -> bool:
    """Whether people are told to make for the only way that is left: "streamed towards the last exit"."""
    last = bool(syntax.signed(SOLE, way.first - TOUCHING, way.last + TOUCHING))
    return last and term.last <= way.first and led(syntax, way, TOWARDS)


def _goes_on(syntax: Syntax, first: int, last: int) -> tuple[str, Mention] | None:
    """How a leaving stands that is told to begin, to go on or to be over: "evacuation from the crossing is continuing"."""
    held = syntax.within(first, last)
    leaving = any(term.attrs["class"] in LED and (is_nominal(syntax, term) or "ing" in term.features) for term in held)
    states = [(DONE[term.attrs["value"]], term) for term in held if term.attrs["class"] == "state" and term.attrs["value"] in DONE
              and not is_infinitive(syntax, term) and not negated(syntax, term, syntax.clause_at(term.first))]
    return states[0] if leaving and states else None


def counted_out(syntax: Syntax, first: int, last: int) -> Mention | None:
    """The noun that tells how a number of people or vehicles leaves: "the exit of 100 buses", "dozens managed the exit"."""
    leaving = (term for term in syntax.within(first, last) if term.attrs["class"] in ("exit", "evacuates"))
    nouns = [term for term in leaving if is_nominal(syntax, term)]
    left = any(quantity.measure == LEFT for quantity in syntax.quantities_in(first, last))
    return next((term for term in nouns if left or syntax.quantities_in(term.last, min(term.last + COUNTED, last))), None)


def may_be_gone_by(syntax: Syntax, way: Mention) -> bool:
    """Whether somebody says that people can leave by the way: "the fighters can leave through a corridor"."""
    clause = syntax.clause_at(way.first)
    return led(syntax, way, THROUGH | {"by"}) and any(
        term.attrs["class"] == "exit" and only_may(syntax, term) for term in syntax.within(clause.first, way.first))


def lets_through(syntax: Syntax, way: Mention, stance: Mention) -> bool:
    """Whether it is the way itself that lets people out: "the corridors allowed thousands to flee"."""
    after = stance.attrs.get("value") == "permits" and stance.first > way.last and bool(stance.features & {"past", "present"})
    return after and not any(way.last <= party.first < stance.first and not syntax.governed(party) for party in syntax.parties)


def only_may(syntax: Syntax, term: Mention) -> bool:
    """Whether somebody only can or may go."""
    return any(syntax.roles.get(at) in ("can", "may") for at in range(term.first - TOUCHING, term.first))


def _able(syntax: Syntax, term: Mention) -> bool:
    return any(syntax.roles.get(at) == "can" for at in range(term.first - NEAR, term.first))


def _has_gone(syntax: Syntax, term: Mention) -> bool:
    """Whether a verb tells of a going that was or is."""
    before = {syntax.roles.get(at) for at in range(term.first - TOUCHING, term.first)}
    if "noun" in term.features or ("base" in term.features and before & NOT_YET):
        return False
    if term.features & {"past", "participle"}:
        return True
    going = "ing" in term.features and "be" in before
    return going or (bool(term.features & {"present", "third"}) and not is_infinitive(syntax, term))
