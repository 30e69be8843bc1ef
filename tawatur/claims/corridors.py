"""Corridors: a word for a way, with what was done to it; people merely moving are none."""

from collections.abc import Iterator

from tawatur.claims.build import build, places_of
from tawatur.claims.clauses import SUPPOSED, Clause
from tawatur.claims.frames import ANSWERS, Framer, is_infinitive, is_nominal, modality, negated
from tawatur.claims.issues import goers, opens_a_place, people
from tawatur.claims.sides import bargains, mediates
from tawatur.claims.subjects import is_passive
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Corridor, Mention

NEAR = 10
TOUCHING = 3
"""How near a word of attack must stand to a way that is itself attacked."""
OVER = "over"
"""Mode of words of going whose object is the way itself: to cross."""
CROSSED = frozenset({"crossing", "road", "gate", "corridor", "bridge"})
"""Kinds of places that are ways themselves, so that their name alone speaks of one."""
NARROW = "narrow"
"""Mode of what is much else besides a way: a bridge, a ferry; only where it is told to be open or closed."""
BESIDE = 5
"""Tokens between such a thing and the word that says so."""
TERM = "term"
"""Mode of a time given for something; behind a way it says how long that is open."""
BESIDE_A_WAY = frozenset({"on", "in", "to", "from", "through", "of", "and"})
"""Words that make a way no subject, but where something else is."""
PASSED = frozenset({"fees", "checkpoint", "screening"})
"""Hazards of those who do go by a way."""
PASSABLE = frozenset({"open", "closed", "in_use"})
WAY = {"class": "way"}
MAKING = frozenset({"open", "announced"})
"""What is done to a way by the one whose proposal it is."""
REFUSED = frozenset({"refused", "closed"})
"""States that somebody brings about who will not have the way."""
GOVERNED = 25
"""How many tokens before a way the stance that governs it may stand."""
PURPOSE = 14
"""How many tokens after a way those for whom it is may be named."""
STANCES = {"demands": "proposed", "offers": "proposed", "orders": "announced", "announces": "announced", "accepts": "agreed",
           "rejects": "refused", "permits": "agreed", "prevents": "closed", "grants": "agreed", "withdraws": "closed"}

BIDDING = frozenset({"bids", "demands", "orders"})
"""Stances by which people are told to go."""
WITH_PEOPLE = 2
"""Tokens of a row of bidding; one of more names those who are bidden: "told residents to"."""
BEFORE = 5
"""Tokens before a noun for a way in which its name may begin: the Kerem Shalom border crossing."""


def corridors(syntax: Syntax, framer: Framer, voices: Voices) -> Iterator[Claim]:
    """The ways in a sentence of which it tells something."""
    for way in _ways(syntax):
        clause = syntax.clause_at(way.first)
        state, stance = _nearest(syntax, way), _governing(syntax, way)
        if way.attrs.get("mode") == NARROW and not (_passable(syntax, way, state) or _taken(syntax, way)):
            continue
        if state is not None and stance is not None and stance.first == state.first:
            stance = None  # a way is open to people otherwise than a party to an idea
        if stance is not None and stance.attrs.get("value") == "announces" and _said_so(syntax, clause, state):
            stance = None
        places = places_of(syntax, max(clause.first, way.first - 6), min(clause.last, way.last + PURPOSE))
        whom = _for(syntax, way)
        given = state is None and stance is None and bool(whom) and _may_be_gone_by(syntax, way)
        bare = state is None and stance is None and not given and not _gone_by(syntax, way)
        if bare and way.attrs.get("mode") != NARROW and syntax.has("lexical_repetition") and any(
                _nearest(syntax, other) is not None for other in syntax.of_class("way") if other.first > way.first):
            continue  # "the crossing: … and the gate is still shut": what is told is told of the other word for it
        if bare and not (whom and places and _hindered(syntax, clause)):
            continue  # nothing is told of it: a way by which something else is, or a heading
        status = _status(syntax, way, state, stance)
        if status is None:
            continue
        by, refuser = _proposer(syntax, framer, stance)
        if status == "proposed" and (by is None or bargains(syntax, by)) and _bidden(syntax, way):
            status = "announced"
        if status == "in_use" and stance is not None and stance.attrs.get("value") == "announces":
            by = None  # who brings people out by a way has not proposed it
        if by is None and refuser is None and state is not None:
            by = framer.frame(syntax, state, near=True).party if state.attrs["value"] in MAKING else None
        if given and status == "proposed" and bargains(syntax, voices.speaker(way.start)):
            by = voices.speaker(way.start)
        first = min(way.first, state.first if state else way.first)
        last = max(way.last, state.last if state else way.last, min(clause.last, way.last + PURPOSE))
        if stance is not None and clause.first <= stance.first < way.first:
            first = min(first, stance.first)
        refuser = refuser if status in REFUSED else None
        said = Corridor(_called(syntax, way), status, by, refuser, whom, _hazards(syntax, clause.first, clause.last))
        yield build(syntax, voices, said, first, last, trigger=way.first, rule=way.rule, places=places,
                    modality=modality(syntax, state or way, clause))


def _said_so(syntax: Syntax, clause: Clause, state: Mention | None) -> bool:
    """Whether a clause says of a way how it stands: "announced that the crossing is open", not "announced the opening of"."""
    if clause.opener != "that" or state is None or is_nominal(syntax, state):
        return False
    return state.attrs.get("pos") == "adj" or bool(state.features & {"past", "participle"})


def _ways(syntax: Syntax) -> Iterator[Mention]:
    """Words for a way, and words of opening whose object is a place."""
    named = [way for way in syntax.of_class("way") if not _going(syntax, way)]
    yield from named
    for place in syntax.localities_in(syntax.sentence.first, syntax.sentence.last):
        known = syntax.packs.place_kinds.get(place.place.id or "", "") if place.place else ""
        if known in CROSSED and not any(abs(way.first - place.first) <= TOUCHING for way in named):
            yield Mention("terms", place.start, place.end, place.first, place.last, place.name, WAY, frozenset(), place.rule)
    for term in syntax.of_class("waystate"):
        if opens_a_place(syntax, term) and not any(abs(way.first - term.first) <= NEAR for way in named):
            yield term


def _going(syntax: Syntax, way: Mention) -> bool:
    """Whether a noun for a way is a form of going over something else: anyone crossing the yard."""
    verbal = any(m.first == way.first and m.last == way.last and "ing" in m.features for m in syntax.of_class("exit", "entry"))
    return verbal and syntax.roles.get(way.last) == "the" and syntax.roles.get(way.first - 1) != "the"


def _passable(syntax: Syntax, way: Mention, state: Mention | None) -> bool:
    """Whether a bridge or a ferry is told to be open, closed or gone by, and is a known one."""
    if state is None or state.attrs["value"] not in PASSABLE:
        return False
    near = max(state.first - way.last, way.first - state.last) <= BESIDE
    if not syntax.has("free_article"):
        named = any(place.first in (way.first, way.last) for place in syntax.localities_in(way.first, way.last + 1))
        return near and (named or "definite" in way.features)
    return near and any(syntax.roles.get(at) == "the" for at in range(way.first - TOUCHING, way.last))


def _taken(syntax: Syntax, way: Mention) -> bool:
    """Whether a street or a bridge is what people are to go by, or go by: "leave the quarter through Sea Street"."""
    if not syntax.has("spatial_preposition") or syntax.roles.get(way.first - 1) != "through":
        return False
    clause = syntax.clause_at(way.first)
    return any(term.attrs["class"] in ("exit", "entry") for term in syntax.within(max(clause.first, way.first - NEAR), way.first))


def _called(syntax: Syntax, way: Mention) -> str | None:
    """The name of a way: of the place that stands right behind its noun, or before it ("the Erez crossing")."""
    for place in syntax.localities_in(max(syntax.sentence.first, way.first - BEFORE), way.last + 1):
        if place.place is None or place.place.role != "at":
            continue
        behind, within = place.first == way.last, place.first <= way.first < place.last
        before = place.last <= way.first and not any(syntax.roles.get(at) for at in range(place.last, way.first))
        if behind or within or before:
            return place.place.name
    return None


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
    stances = [term for term in syntax.of_class("stance", "appeal") if not is_infinitive(syntax, term)]
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


def _lets_through(syntax: Syntax, way: Mention, stance: Mention) -> bool:
    """Whether it is the way itself that lets people out: "the corridors allowed thousands to flee"."""
    after = stance.attrs.get("value") == "permits" and stance.first > way.last and bool(stance.features & {"past", "present"})
    return after and not any(way.last <= party.first < stance.first and not syntax.governed(party) for party in syntax.parties)


def _status(syntax: Syntax, way: Mention, state: Mention | None, stance: Mention | None) -> str | None:
    if stance is not None and not (state is not None and state.attrs["value"] in ("closed", "attacked")):
        turned = negated(syntax, stance, syntax.clause_at(stance.first))
        value = stance.attrs.get("value") or "demands"
        if turned and value == "demands" and stance.first < way.first:
            return None  # what nobody asked for is proposed by nobody
        if _lets_through(syntax, way, stance):
            return "closed" if turned else "in_use"
        if value == "announces" and syntax.has("spatial_preposition") and _led_through(syntax, way) and _brought_out(syntax, way):
            return "in_use"
        if value == "permits" and not turned and "past" in stance.features and _led_through(syntax, way):
            return "in_use"
        return "refused" if turned and value in ("accepts", "offers", "permits", "grants") else STANCES.get(value, "proposed")
    if state is None:
        return "in_use" if _gone_by(syntax, way) or _hindered(syntax, syntax.clause_at(way.first)) else "proposed"
    clause = syntax.clause_at(state.first)
    value = state.attrs["value"]
    if is_nominal(syntax, state) and any(syntax.roles.get(at) == "until" for at in range(clause.first, state.first)):
        return None  # "before the opening of the road"
    if clause.opener == "until" and value in PASSABLE and not is_nominal(syntax, state):
        return None  # "before they open the road"
    if negated(syntax, state, clause) and syntax.roles.get(state.first) != "except":  # a way unused is not closed
        return None if value == "in_use" else "closed" if value in ("open", "announced") else value
    if value in ("open", "announced", "closed") and is_nominal(syntax, state):
        return "proposed" if value != "closed" else value
    if value == "open" and modality(syntax, state, clause) == "planned":
        drafted = any(term.attrs["class"] in ("plan", "proposal") for term in syntax.within(clause.first, state.first))
        return "proposed" if drafted else "announced"
    if value == "in_use" and (is_infinitive(syntax, state) or _only_may(syntax, state)):
        return "proposed"  # families may leave by the river road
    return value


def _bidden(syntax: Syntax, way: Mention) -> bool:
    """Whether people are bidden to leave by a way, which so is given out: "told residents to leave through the north road"."""
    clause = syntax.clause_at(way.first)
    before = syntax.within(clause.first, way.first)
    leave = next((term for term in before if term.attrs["class"] == "exit" or term.attrs.get("value") == "in_use"), None)
    if leave is None or not _led_through(syntax, way):
        return False
    bids = [term for term in before if term.last <= leave.first and (
        term.attrs["class"] == "appeal" or term.attrs.get("value") in BIDDING)]
    return any(is_passive(syntax, term) or people(syntax, term.last, leave.first) == "civilians"
               or term.last - term.first > WITH_PEOPLE for term in bids)


def _hindered(syntax: Syntax, clause: Clause) -> bool:
    """Whether people are told to pay or to be checked there: then they go by it."""
    return any(hazard in PASSED for hazard in _hazards(syntax, clause.first, clause.last))


def _led_through(syntax: Syntax, way: Mention) -> bool:
    return any(syntax.roles.get(at) == "through" for at in range(way.first - TOUCHING, way.first))


def _brought_out(syntax: Syntax, way: Mention) -> bool:
    """Whether a counted number of people has been brought out by a way, as somebody announces."""
    first = syntax.clause_at(way.first).first
    return bool(syntax.quantities_in(first, way.first)) and any(
        term.attrs["class"] in ("exit", "evacuates") and is_nominal(syntax, term) for term in syntax.within(first, way.first))


def _gone_by(syntax: Syntax, way: Mention) -> bool:
    """Whether people are told to have left by the way: "left through the crossing"."""
    clause = syntax.clause_at(way.first)
    by = any(syntax.roles.get(at) in ("from", "through") for at in range(max(clause.first, way.first - 3), way.first))
    by = by or any(at in syntax.filled and syntax.roles.get(at) in ("from", "through")  # "a corridor … people left by it"
                   for at in range(way.last, min(way.last + NEAR, clause.last)))
    if by and _goes_on(syntax, clause.first, clause.last):
        return True
    return any(term.attrs["class"] in ("exit", "entry") and _has_gone(term) and (by or term.attrs.get("mode") == OVER)
               and not _only_may(syntax, term) for term in syntax.within(clause.first, clause.last))


def _goes_on(syntax: Syntax, first: int, last: int) -> bool:
    """Whether leaving is told to begin or to go on: "evacuation from the crossing is continuing"."""
    held = list(syntax.within(first, last))
    leaving = any(term.attrs["class"] in ("exit", "evacuates", "move") and (is_nominal(syntax, term) or "ing" in term.features)
                  for term in held)
    states = [term for term in held if term.attrs["class"] == "state" and term.attrs["value"] == "under_way"]
    return leaving and any(not is_infinitive(syntax, term) and not negated(syntax, term, syntax.clause_at(term.first))
                           for term in states)


def _may_be_gone_by(syntax: Syntax, way: Mention) -> bool:
    """Whether somebody says that people can leave by the way: "the fighters can leave through a corridor"."""
    clause = syntax.clause_at(way.first)
    led = _led_through(syntax, way) or any(syntax.roles.get(at) == "by" for at in range(way.first - TOUCHING, way.first))
    return led and any(
        term.attrs["class"] == "exit" and _only_may(syntax, term) for term in syntax.within(clause.first, way.first))


def _only_may(syntax: Syntax, term: Mention) -> bool:
    return any(syntax.roles.get(at) in ("can", "may") for at in range(term.first - TOUCHING, term.first))


def _has_gone(term: Mention) -> bool:
    return bool(term.features & {"past", "participle"}) and "noun" not in term.features


def _proposer(syntax: Syntax, framer: Framer, stance: Mention | None) -> tuple[str | None, str | None]:
    if stance is None:
        return None, None
    frame = framer.frame(syntax, stance)
    refuses = frame.negated or stance.attrs.get("value") in ("rejects", "prevents")
    pronoun = frame.subject is not None and frame.subject.how == "pronoun"
    party = None if pronoun and mediates(syntax, frame.party) else frame.party  # "they insist" is hardly said of go-betweens
    return (None, party) if refuses else (party, None)


def _for(syntax: Syntax, way: Mention) -> str | None:
    last = min(way.last + PURPOSE, syntax.sentence.last)
    first = syntax.clause_at(way.first).first if _gone_by(syntax, way) else way.last
    if any(term.attrs["class"] == "issue" and term.attrs["value"] == "aid_access" for term in syntax.within(first, last)):
        return "aid"
    who = goers(syntax, way)
    return {"troops": None, "people": "civilians"}.get(who, who or None)


def _hazards(syntax: Syntax, first: int, last: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.attrs["value"] for term in syntax.within(first, last) if term.attrs["class"] == "hazard"))
