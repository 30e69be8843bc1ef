"""Corridors: a word for a way, with what was done to it, or who went by it; people merely moving are none."""

from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.claims.build import build, places_of
from tawatur.claims.clauses import SUPPOSED, Clause
from tawatur.claims.commands import commanded
from tawatur.claims.denials import negated
from tawatur.claims.frames import Framer, is_infinitive, is_nominal
from tawatur.claims.issues import goers, people
from tawatur.claims.moods import modality
from tawatur.claims.outcomes import TO_COME
from tawatur.claims.passing import THROUGH, counted_out, lets_through, may_be_gone_by, only_may, passed, taken
from tawatur.claims.passives import is_passive
from tawatur.claims.reach import ANSWERS
from tawatur.claims.sides import PEOPLE, bargains, kind, mediates
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.claims.ways import (
    GOING,
    NEAR,
    PASSABLE,
    RUNNING,
    STEERS,
    THERE,
    TOUCHING,
    WANTED,
    called,
    led,
    narrow,
    passable,
    sole,
    ways,
)
from tawatur.records import Claim, Corridor, Mention

TERM = "term"
"""Mode of a time given for something; behind a way it says how long that is open."""
BESIDE_A_WAY = frozenset({"on", "in", "to", "from", "through", "of", "and"})
"""Words that make a way no subject, but where something else is."""
PASSED = frozenset({"fees", "checkpoint", "screening"})
"""Hazards of those who do go by a way."""
MAKING = frozenset({"open", "announced"})
"""What is done to a way by the one whose proposal it is."""
REFUSED = frozenset({"refused", "closed"})
"""States that somebody brings about who will not have the way."""
GOVERNED = 25
"""How many tokens before a way the stance that governs it may stand."""
PURPOSE = 14
"""How many tokens after a way those for whom it is may be named."""
STANCES = {"demands": "proposed", "offers": "proposed", "orders": "announced", "announces": "announced", "accepts": "agreed",
           "rejects": "refused", "permits": "agreed", "prevents": "closed", "grants": "agreed", "withdraws": "closed",
           "wants": "proposed", "presses": "proposed", "submits": "proposed", "bids": "proposed"}
BIDDING = frozenset({"bids", "demands", "orders"})
"""Stances by which people are told to go."""
PROVIDING = frozenset({"demands", "offers", "permits", "grants"})
"""What a deal does that holds a way: it stipulates, offers or grants it."""
TO = frozenset({"to"})
FOLK = frozenset({"civilians", "people", "wounded"})
"""Those who are sent or told to go by a way."""
NONE = frozenset({"no"})
TALKED_OF = frozenset({"proposed", "agreed"})
"""States of what is talked about, which a bridge or a street is that leads nowhere."""
OUT = "out"
"""Mode of words for a way out, or for being let go."""
BESIDE = 2
"""Tokens between a deal and a way that it is about."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells of a way: what was done to it, who wants it or will not have it, or how people went by it."""

    state: Mention | None
    stance: Mention | None
    passed: tuple[str, Mention] | None
    """How it stands by those who went by it, and the word for their going."""
    beside: tuple[str, Mention] | None
    """How it stands by a word beside it that does nothing to it, and that word."""
    deal: Mention | None
    """The deal that holds it."""
    given: bool
    """Whether somebody only says that people can leave by it."""

    @property
    def nothing(self) -> bool:
        return self.state is None and self.stance is None and self.passed is None and self.beside is None and not self.given

    @property
    def at_hand(self) -> bool:
        """Whether it is there for those who go, and not only talked about."""
        return self.beside is not None and self.beside[0] not in TALKED_OF


def corridors(syntax: Syntax, framer: Framer, voices: Voices) -> Iterator[Claim]:
    """The ways in a sentence of which it tells something."""
    for way in ways(syntax):
        clause = syntax.clause_at(way.first)
        gone_by = passed(syntax, way)
        whom = _for(syntax, way, clause.first if gone_by else way.last)
        told = _told(syntax, way, clause, whom, gone_by)
        if narrow(way) and not (told.at_hand or passable(syntax, way, told.state) or taken(syntax, way)):
            continue
        places = places_of(syntax, max(clause.first, way.first - 6), min(clause.last, way.last + PURPOSE))
        if told.nothing and (_told_of_another(syntax, way) or not (whom and places and _hindered(syntax, clause))):
            continue  # nothing is told of it: a way by which something else is, or a heading
        status = _status(syntax, way, told)
        if status is None:
            continue
        state, stance = told.state, told.stance
        if state is not None and commanded(syntax, voices, state):
            status = "proposed"
        by, refuser = _proposer(syntax, framer, stance)
        if status == "proposed" and (by is None or bargains(syntax, by)) and _bidden(syntax, way):
            status = "announced"
        if status == "in_use" and stance is not None and stance.attrs.get("value") == "announces":
            by = None  # who brings people out by a way has not proposed it
        if by is None and refuser is None and state is not None:
            by = framer.frame(syntax, state, near=True).party if state.attrs["value"] in MAKING else None
            by = None if kind(syntax, by) == PEOPLE else by  # "a crossing set aside for civilians"
        if told.given and status == "proposed" and bargains(syntax, voices.speaker(way.start)):
            by = voices.speaker(way.start)
        first = min(way.first, state.first if state else way.first)
        last = max(way.last, state.last if state else way.last, min(clause.last, way.last + PURPOSE))
        for word in (stance, told.deal, *(one[1] for one in (told.passed, told.beside) if one)):
            if word is not None and clause.first <= word.first < way.first:
                first = min(first, word.first)
        refuser = refuser if status in REFUSED else None
        said = Corridor(called(syntax, way), status, by, refuser, whom, _hazards(syntax, clause.first, clause.last))
        yield build(syntax, voices, said, first, last, trigger=way.first, rule=way.rule, places=places,
                    modality=modality(syntax, state or way, clause))


def _told(syntax: Syntax, way: Mention, clause: Clause, whom: str | None, gone_by: tuple[str, Mention] | None) -> _Told:
    state, stance = _nearest(syntax, way), _governing(syntax, way)
    if state is not None and stance is not None and stance.first == state.first:
        stance = None  # a way is open to people otherwise than a party to an idea
    running = _running(syntax, way, clause)
    if stance is not None and clause.opener == "that" and stance.first < clause.first and (running or (
            stance.attrs.get("value") == "announces" and _said_so(syntax, state))):
        stance = None
    deal = _deal_of(syntax, way, clause)
    beside = _under_fire(syntax, way, clause)
    if beside is None and state is None and stance is None and gone_by is None:
        beside = _beside(syntax, way, clause, whom, deal) or running
    given = state is None and stance is None and bool(whom) and may_be_gone_by(syntax, way)
    return _Told(state, stance, gone_by, beside, deal, given)


def _beside(syntax: Syntax, way: Mention, clause: Clause, whom: str | None, deal: Mention | None) -> tuple[str, Mention] | None:
    """How a way stands to which nothing is done: talked of, part of a deal, given out, denied, or the only one there is."""
    if (sought := _sought(syntax, way, clause, whom)) is not None:
        return "proposed", sought
    if deal is not None and _held(syntax, deal, way, clause):
        return "agreed", deal
    sent = syntax.signed(STEERS, clause.first, way.first)
    if sent and led(syntax, way, TO | THROUGH) and people(syntax, sent[-1].last, way.first) in FOLK:
        return "announced", sent[-1]  # "leaflets directed residents to a crossing"
    named = bool(whom) or way.last - way.first > 1 or way.attrs.get("mode") == OUT
    is_there = syntax.signed(THERE, max(clause.first, way.first - NEAR), way.first) if named else []
    if is_there and not led(syntax, way, NONE):
        return "announced" if modality(syntax, way, clause) == "planned" else "open", is_there[-1]
    if led(syntax, way, NONE) and modality(syntax, way, clause) == "planned":
        return "refused", way
    return ("open", way) if sole(syntax, way) and not _told_before(syntax, way) else None


def _running(syntax: Syntax, way: Mention, clause: Clause) -> tuple[str, Mention] | None:
    """How a way stands that is told to be at work, or to be so from some time on: "two corridors will operate from Sunday"."""
    first = max(clause.first, way.first - 2) if verb_first(syntax) else way.last
    at_work = syntax.signed(RUNNING, first, min(way.last + TOUCHING, clause.last))
    if not at_work or syntax.roles.get(at_work[0].last) == "the":
        return None  # "the crossing operates a shop"
    if negated(syntax, at_work[0], clause):
        return "closed", at_work[0]
    return "announced" if modality(syntax, at_work[0], clause) == "planned" else "open", at_work[0]


def _sought(syntax: Syntax, way: Mention, clause: Clause, whom: str | None) -> Mention | None:
    """What tells that a way is talked about or needed: "talks on a land route", "there must be a corridor"."""
    first = max(clause.first, way.first - NEAR)
    before = syntax.within(first, way.first)
    talked = [term for term in before if whom and (term.attrs["class"] == "talks" or (
        term.attrs.get("mode") == TO_COME and term.attrs.get("pos") == "verb"))]
    called = bool(whom) or way.last - way.first > 1 or way.attrs.get("mode") == OUT  # a safe corridor, a way out
    return next(iter([*talked, *(syntax.signed(WANTED, first, way.first) if called else ())]), None)


def _deal_of(syntax: Syntax, way: Mention, clause: Clause) -> Mention | None:
    """The deal of which a way is part, one that there is: "the accord provides for a corridor"."""
    before = syntax.within(clause.first, way.first)
    pauses = {term.first for term in before if term.attrs.get("value") == "ceasefire"}  # "a truce and a corridor": two things
    deal = next((term for term in reversed(before) if term.attrs["class"] == "deal" and term.first not in pauses), None)
    if deal is None or modality(syntax, way, clause) != "asserted" or negated(syntax, deal, clause):
        return None
    return None if any(term.attrs["class"] == "talks" and term.first < deal.first for term in before) else deal


def _held(syntax: Syntax, deal: Mention, way: Mention, clause: Clause) -> bool:
    """Whether a deal is told to hold a way to which nothing is done: it provides for one, or one is had under it."""
    holding = [term for term in syntax.within(deal.last, way.first) if term.attrs["class"] == "holds"]
    under = any(syntax.roles.get(at) == "under" for at in range(deal.first - TOUCHING, deal.first + 1))
    under = under or way.first - deal.last <= BESIDE  # "a deal on a corridor"
    return under if not holding else not negated(syntax, holding[-1], clause)


def _under_fire(syntax: Syntax, way: Mention, clause: Clause) -> tuple[str, Mention] | None:
    """What tells that those are shot at who go by a way: "opened fire on people leaving through the corridor"."""
    before = syntax.within(clause.first, way.first)
    hit = next((term for term in before if term.attrs["class"] == "waystate" and _hitting(term)), None)
    if hit is None or not led(syntax, way, THROUGH):
        return None
    leaving = any(term.attrs["class"] == "exit" and term.first > hit.first for term in before)
    return ("attacked", hit) if leaving else None


def _told_before(syntax: Syntax, way: Mention) -> bool:
    """Whether it only says more of a way of which something has been told: "shut the crossing, the only way out"."""
    return any(_nearest(syntax, other) is not None for other in ways(syntax) if other.first < way.first)


def _told_of_another(syntax: Syntax, way: Mention) -> bool:
    """Whether it is another word for the way of which something is told: "the crossing: … and the gate is still shut"."""
    return not narrow(way) and syntax.has("lexical_repetition") and any(
        _nearest(syntax, other) is not None for other in syntax.of_class("way") if other.first > way.first)


def _said_so(syntax: Syntax, state: Mention | None) -> bool:
    """Whether a clause says of a way how it stands: "announced that the crossing is open", not "announced the opening of"."""
    if state is None or is_nominal(syntax, state):
        return False
    return state.attrs.get("pos") == "adj" or bool(state.features & {"past", "participle"})


def _nearest(syntax: Syntax, way: Mention) -> Mention | None:
    """What was done to the way: the nearest such word in its clause."""
    index = syntax.clause_index(way.first)
    clause, following = syntax.clauses[index], syntax.clauses[min(index + 1, len(syntax.clauses) - 1)]
    last = following.last if following.opener == "which" and following.first - way.last <= TOUCHING else clause.last
    found = [term for term in syntax.of_class("waystate") if clause.first <= term.first < last
             and abs(term.first - way.first) <= (TOUCHING if _hitting(term) and not _hit(syntax, term, way) else NEAR)
             and not (_hitting(term) and clause.opener in SUPPOSED)]
    told = [term for term in found if term.first >= clause.last]  # "the crossing, which is closed"
    told = told or [term for term in found if not term.first <= way.first < term.last]  # "cut the only road out"
    return min(told or found, key=lambda term: abs(term.first - way.first), default=None)


def _hitting(term: Mention) -> bool:
    """Whether a word of attack needs its object beside it; what comes under fire is its subject."""
    return term.attrs["value"] == "attacked" and term.attrs.get("mode") != "under"


def _hit(syntax: Syntax, term: Mention, way: Mention) -> bool:
    """Whether a way is the subject of what befell it, and no other thing between them: "the road to the south was shelled"."""
    passive = term.first > way.last and "participle" in term.features and syntax.roles.get(term.first - 1) == "be"
    beside = any(syntax.roles.get(at) in BESIDE_A_WAY for at in range(way.first - TOUCHING, way.first))  # on it
    return passive and not beside and not syntax.quantities_in(way.last, term.first) and not any(
        way.last <= noun.first < term.first for noun in syntax.of_class("people", "hazard", "vessel"))


def _governing(syntax: Syntax, way: Mention) -> Mention | None:
    """The stance in whose object the way stands: the outermost before it, or else one close behind."""
    index = syntax.clause_index(way.first)
    first = syntax.clauses[index].first
    while index > 0 and syntax.clauses[index].opener in ("that", "so", "which") and way.first - first < GOVERNED:
        index -= 1
        first = syntax.clauses[index].first
    stances = [term for term in syntax.of_class("stance", "appeal") if not is_infinitive(syntax, term)
               and (term.attrs["class"] == "appeal" or term.attrs["value"] in STANCES)]
    before = [term for term in stances if first <= term.first < way.first and way.first - term.first < GOVERNED
              and not _stationed(syntax, term, way)]
    behind = [term for term in stances if 0 < term.first - way.last < NEAR and term.first < syntax.clause_at(way.first).last
              and term.attrs.get("mode") != TERM]
    if before and behind and behind[0].attrs.get("value") in ANSWERS and _noun(syntax, before[0]):
        return behind[0]  # "its request that a crossing be opened was turned down"
    return before[0] if before else (behind[0] if behind else None)


def _stationed(syntax: Syntax, stance: Mention, way: Mention) -> bool:
    """Whether it is something on the way that is asked for: "demands checkpoints on the road"."""
    on = way.first - 1
    between = [term for term in syntax.within(stance.last, on) if term.attrs["class"] in ("hazard", "people", "need")]
    return syntax.has("spatial_preposition") and syntax.roles.get(on) == "on" and bool(between)


def _noun(syntax: Syntax, term: Mention) -> bool:
    """Whether a word of demanding is the noun of what is demanded."""
    return any(noun.first == term.first for noun in syntax.of_class("vessel", "proposal"))


def _status(syntax: Syntax, way: Mention, told: _Told) -> str | None:
    state, stance = told.state, told.stance
    if told.beside is not None and told.beside[0] == "attacked":
        return "attacked"
    if stance is not None and not (state is not None and state.attrs["value"] in ("closed", "attacked")):
        return _by_stance(syntax, way, stance, told.deal)
    if state is None:
        if told.passed is not None or told.beside is not None:
            return (told.passed or told.beside or ("", None))[0]
        return "in_use" if _hindered(syntax, syntax.clause_at(way.first)) else "proposed"
    return _by_state(syntax, state, told.deal)


def _by_stance(syntax: Syntax, way: Mention, stance: Mention, deal: Mention | None) -> str | None:
    clause = syntax.clause_at(stance.first)
    turned = negated(syntax, stance, clause)
    value = stance.attrs["value"] if stance.attrs["class"] == "stance" else "demands"
    if turned and value == "demands" and stance.first < way.first:
        return None  # what nobody asked for is proposed by nobody
    if lets_through(syntax, way, stance):
        return "closed" if turned else "in_use"
    if value == "announces" and syntax.has("spatial_preposition") and led(syntax, way, THROUGH) and counted_out(
            syntax, syntax.clause_at(way.first).first, way.first):
        return "in_use"
    if value == "permits" and not turned and "past" in stance.features and led(syntax, way, THROUGH):
        return "in_use"
    if stance.attrs["class"] == "stance" and value in PROVIDING and not turned and deal is not None and deal.first < stance.first:
        return "agreed"
    return "refused" if turned and value in ("accepts", "offers", "permits", "grants") else STANCES[value]


def _by_state(syntax: Syntax, state: Mention, deal: Mention | None) -> str | None:
    clause = syntax.clause_at(state.first)
    value = state.attrs["value"]
    if is_nominal(syntax, state) and any(syntax.roles.get(at) == "until" for at in range(clause.first, state.first)):
        return None  # "before the opening of the road"
    if clause.opener == "until" and value in PASSABLE and not is_nominal(syntax, state):
        return None  # "before they open the road"
    if negated(syntax, state, clause) and syntax.roles.get(state.first) != "except":  # a way unused is not closed
        return None if value == "in_use" else "closed" if value in MAKING else value
    if value in MAKING and deal is not None and deal.first < state.first:
        return "agreed"
    if value in ("open", "announced", "closed") and (is_nominal(syntax, state) or is_infinitive(syntax, state)):
        return "proposed" if value != "closed" else value
    if value == "open" and modality(syntax, state, clause) == "planned":
        drafted = any(term.attrs["class"] in ("plan", "proposal") for term in syntax.within(clause.first, state.first))
        return "proposed" if drafted else "announced"
    if value == "in_use" and (is_infinitive(syntax, state) or only_may(syntax, state)):
        return "proposed"  # families may leave by the river road
    return value


def _bidden(syntax: Syntax, way: Mention) -> bool:
    """Whether people are bidden to leave by a way, which so is given out: "told residents to leave through the north road"."""
    clause = syntax.clause_at(way.first)
    before = syntax.within(clause.first, way.first)
    going = [term for term in before if term.attrs["class"] == "exit" or term.attrs.get("value") == "in_use"]
    moving = syntax.signed(GOING, clause.first, way.first)
    towards = bool(moving) and led(syntax, way, TO)
    leave = next(iter([*going, *moving]), None)
    if leave is None or not (towards or led(syntax, way, THROUGH)):
        return False
    bids = [term for term in before if term.last <= leave.first and (
        term.attrs["class"] == "appeal" or term.attrs.get("value") in BIDDING)]
    return any(is_passive(syntax, term) or people(syntax, term.first, leave.first) in FOLK for term in bids)


def _hindered(syntax: Syntax, clause: Clause) -> bool:
    """Whether people are told to pay or to be checked there: then they go by it."""
    return any(hazard in PASSED for hazard in _hazards(syntax, clause.first, clause.last))


def _proposer(syntax: Syntax, framer: Framer, stance: Mention | None) -> tuple[str | None, str | None]:
    if stance is None:
        return None, None
    frame = framer.frame(syntax, stance)
    refuses = frame.negated or stance.attrs.get("value") in ("rejects", "prevents")
    pronoun = frame.subject is not None and frame.subject.how == "pronoun"
    party = None if pronoun and mediates(syntax, frame.party) else frame.party  # "they insist" is hardly said of go-betweens
    return (None, party) if refuses else (party, None)


def _for(syntax: Syntax, way: Mention, first: int) -> str | None:
    """For whom a way is, as told from a token on."""
    last = min(way.last + PURPOSE, syntax.sentence.last)
    if any(term.attrs["class"] == "issue" and term.attrs["value"] == "aid_access" for term in syntax.within(first, last)):
        return "aid"
    who = goers(syntax, way)
    return {"troops": None, "people": "civilians"}.get(who, who or None)


def _hazards(syntax: Syntax, first: int, last: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.attrs["value"] for term in syntax.within(first, last) if term.attrs["class"] == "hazard"))
