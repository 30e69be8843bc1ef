"""Talks: a word for negotiating, a deal or a plan, and the word that tells how it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.claims import drafts
from tawatur.claims.bargains import BRINGS, DRY, brought, elsewhere, holds, is_bargain, offered, sought, submitted, terms_told
from tawatur.claims.build import build
from tawatur.claims.clauses import with_saying
from tawatur.claims.denials import negated
from tawatur.claims.frames import Framer, is_nominal
from tawatur.claims.issues import issues
from tawatur.claims.meetings import meetings
from tawatur.claims.moods import modality
from tawatur.claims.negotiators import GO_BETWEEN, Sides, parties, talking
from tawatur.claims.outcomes import (
    AT_VERB,
    JOINTLY,
    NEAR,
    PALE,
    REFUSED,
    TO_COME,
    effected,
    finite,
    state_of,
    there,
)
from tawatur.claims.sides import kind
from tawatur.claims.sole_terms import only_so
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Party, Talks
from tawatur.text import COMMAS

PRESSES = "presses"
"""The stance of efforts to bring somebody round."""
TOWN = "local_body"
"""The kind of councils and mayors, who have plans of their own besides a war."""
ANYBODYS = frozenset({"route", "other", "aid_access", "payment", "documents"})
"""Issues that people negotiate who are no sides of a war."""
RANK = {"talks": 0, "deal": 1, "plan": 2}
"""What a clause is about where it names several: the talks before the deal, the deal before the plan."""
EFFORTS = 1.5
AIMS = frozenset({"deal", "talks", "issue", "way", "state"})
WHOLE = "whole"
"""The mode of words of state that hold their own talks: "nobody to talk to"."""
MOVE = "move"
"""The class of words for what was agreed on and is carried out: an evacuation."""
STOPPED = frozenset({"suspended", "deadlocked"})
"""How a move may stand that is told as a state of talks; all else is what happened."""
AWAITED = "awaited"
"""The mode of words of state for a thing that is only waited for."""
MEETING = "meets"
"""The mode of a noun for a meeting, which anybody may hold: talks only where two sides are named, or one behind "with"."""
AHEAD = frozenset({"until", "before", "if", "unless", "exchange", "must", "upon"})
"""Roles of words behind which a noun tells a state that has not come: "before the resumption of talks"."""
WOULD = frozenset({"must", "may", "if"})
"""Roles of words before a verb that tells what is to become of a deal, not what has."""
UNTOLD = frozenset({"planned", "possible", "conditional"})
"""How a deal's being carried out is put where it is not told as done: "how the truce would be enforced"."""
TOLD_OF_ANY = frozenset({"fruit", "deadlocked", "completed"})
"""States that efforts, meetings and exchanges have, whatever they are about."""
CARRIED = frozenset({"exit", "release", "event", "evacuates"})
"""Classes of verbs by which a deal is carried out."""
AIMED = 3
"""Tokens before an agreement in which the word stands that makes it an aim."""
MADE = frozenset({"state", "stance", "deal"})
"""Classes of words by which a deal may be told to be made."""
AGREEING = frozenset({"agreed", "accepts"})
"""Values of words by which a deal is made that begins later: "a truce was agreed that begins on Sunday"."""
BEGINS = "sign:begins"
"""The sign of words for beginning, and for beginning anew."""
FRUIT = "fruit"
"""A state that tells nothing but when it is denied: talks that yield no result."""
TURNED = {FRUIT: "deadlocked", "agreed": "deadlocked", "under_way": "suspended", "rejected": None, "collapsed": None,
          "suspended": "under_way", "implementing": "suspended"}


def talks(syntax: Syntax, framer: Framer, voices: Voices, both: Sides) -> Iterator[Claim]:
    """The states of negotiations that a sentence tells."""
    if elsewhere(syntax):
        return
    told: set[tuple[int, int]] = set()
    nouns = [(noun, state_of(syntax, noun)) for noun in _bargains(syntax)
             if not _describes(syntax, noun) and not only_so(syntax, noun)]
    nouns += [(replace(term, attrs={**term.attrs, "class": "talks", "value": "under_way"}), term)
              for term in syntax.of_class("state") if term.attrs.get("mode") == WHOLE]
    yield from meetings(syntax, framer, voices, both)
    for noun, state in sorted(nouns, key=lambda pair: (pair[1] is None, _rank(*pair), pair[0].first)):
        status = _status(syntax, noun, state)
        how = modality(syntax, noun, syntax.clause_at(noun.first))
        status = "proposed" if status == "under_way" and how == "planned" and _ahead(syntax, noun) else status
        whichever = status in PALE and syntax.roles.get(noun.first - 1) == "any" and not voices.denied(noun.start)
        asked = not syntax.has("to_infinitive") and any(syntax.roles.get(at) == "whether" for at in range(
            syntax.clause_at(noun.first).first, noun.first))
        unsettled = whichever or asked or how == "conditional" or (how == "planned" and status == "implementing")
        aims = range(noun.first, noun.first + (1 if noun.attrs.get("value") else NEAR))
        if status is None or unsettled or any(a <= at < b for a, b in told for at in aims):
            continue
        clause = syntax.clause_at(noun.first)
        state = None if noun.attrs.get("value") == status == "implementing" else state  # "under a deal" tells it itself
        first, last = min(noun.first, state.first if state else noun.first), max(noun.last, state.last if state else noun.last)
        last = max(last, _reach(syntax, noun, clause.last))
        who, mediator = parties(syntax, noun, voices, both)
        said = Talks(who, status, mediator, tuple(issues(syntax, noun.first, last)))
        told.add((first, last))
        if voices.denied(noun.start) and status in ("agreed", "under_way"):
            said, first = replace(said, status="denied"), min(first, _denial(syntax, voices, noun.start))
        townsmen = noun.attrs["class"] == "plan" and all(kind(syntax, actor) == TOWN for actor in who)
        nobody = not mediator and (not who or townsmen) and not any(party.how != "pronoun" for party in syntax.parties)
        if nobody and set(said.issues) <= ANYBODYS and (
                said.issues or not (syntax.parties or syntax.heads or not syntax.capitals)):
            continue  # trade talks, a mayor's plan
        yield build(syntax, voices, said, first, last, trigger=noun.first, rule=noun.rule, modality=how)


def _denial(syntax: Syntax, voices: Voices, start: int) -> int:
    """The token at which it is denied what stands at a code point."""
    cues = [said.cue.start for said in voices.at(start) if said.denies and said.cue]
    tokens, last = syntax.reading.tokens, syntax.sentence.last
    return next((at for at in range(syntax.sentence.first, last) if tokens[at].start in cues), last)


def _rank(noun: Mention, state: Mention | None) -> float:
    """What a clause is about where it names several; efforts that no verb tells of come behind the deal that they are for."""
    told = noun.attrs.get("value") or (state is not None and finite(state))
    return RANK[noun.attrs["class"]] if told else EFFORTS


def _bargains(syntax: Syntax) -> Iterator[Mention]:
    """The nouns for talks, deals and plans; efforts to bring somebody round are efforts like any other."""
    yield from (noun for noun in syntax.of_class("talks", "deal", "plan") if is_bargain(syntax, noun))
    for term in syntax.of_class(MOVE):
        yield replace(term, attrs={**term.attrs, "class": "deal", "value": "agreed", "mode": MOVE})
    for term in syntax.of_class("stance"):
        if term.attrs["value"] == PRESSES:
            yield replace(term, attrs={**term.attrs, "class": "talks", "value": ""})


def _describes(syntax: Syntax, noun: Mention) -> bool:
    """Whether a word for talking only describes: "the negotiating committee"."""
    return "ing" in noun.features and syntax.roles.get(noun.first - 1, "the") in ("the", "of", "in")


def _status(syntax: Syntax, noun: Mention, state: Mention | None) -> str | None:
    clause = syntax.clause_at(noun.first)
    if state is None:
        return _plain(syntax, noun)
    value = state.attrs["value"]
    if noun.attrs.get("mode") == MOVE:
        return value if value in STOPPED and not negated(syntax, state, clause) and not is_nominal(syntax, state) else None
    if value == REFUSED:
        return "rejected"
    if noun.attrs.get("mode") == "exchange" and (
            state.attrs.get("mode") == AWAITED or (value == "rejected" and _called_for(syntax, clause.first, noun.first))):
        return None
    if is_nominal(syntax, state) and any(syntax.roles.get(at) in AHEAD for at in range(clause.first, state.first)):
        return None
    if not noun.attrs.get("value") and not _bargained(syntax, noun, value):
        return None
    if noun.attrs.get("value") == "implementing" and value in PALE and verb_first(syntax):
        return "implementing"  # the pale verb opens the clause and tells of the subject behind it
    carried = value == "implementing" or (value == "under_way" and noun.attrs["class"] == "deal" and finite(state))
    if carried and not negated(syntax, state, clause) and _untold(syntax, state):
        return None
    if value == "collapsed" and any(term.attrs["class"] == "state" and term.attrs["value"] == "deadlocked"
                                    for term in syntax.within(state.last, clause.last + 1)):
        value = "deadlocked"  # "the round ended without a result"
    whole = any(syntax.roles.get(at) == "not" for at in range(state.first, state.last))  # "did not hold" is a row of its own
    if negated(syntax, state, syntax.clause_at(state.first)) or (not whole and negated(syntax, noun, clause)):
        if noun.attrs["class"] == "plan" and syntax.has("past_participle"):
            return drafts.status(syntax, noun, state, value, True)
        if value == "under_way" and syntax.roles.get(noun.first - 1) in ("no", "any"):
            return "denied"
        ahead = value == "under_way" and modality(syntax, state, syntax.clause_at(state.first)) == "planned"
        return "rejected" if ahead else TURNED.get(value, value)
    if value == FRUIT:
        return "agreed" if brought(syntax, state, noun) else None
    if value in PALE | {"agreed"} and state.attrs.get("pos") == "verb" and syntax.roles.get(state.first - 1) == "may":
        return None  # "before talks could start"
    if value == "under_way" and noun.attrs.get("mode") == MEETING and not _of_sides(syntax, noun, syntax.parties_in(
            clause.first, clause.last)):
        return None
    if state.attrs.get("mode") == BRINGS and "past" not in state.features:
        return None
    if noun.attrs["class"] == "deal" and state.attrs.get("mode") == DRY:
        return "collapsed"
    if noun.attrs["class"] == "talks" and value == "under_way" and offered(syntax, noun):
        return "proposed"
    if noun.attrs["class"] == "talks" and value == "under_way" and _to_begin(syntax, state):
        return "proposed"
    if value == "completed" and is_nominal(syntax, state):
        return "under_way" if noun.attrs["class"] == "talks" else None
    if value == "agreed" and not _done(syntax, state):
        if state.attrs["class"] == "stance" and syntax.has("to_infinitive"):
            return None  # "would accept a truce": what one side is ready for
        return None if _called_for(syntax, clause.first, state.first) else "under_way"
    if noun.attrs["class"] == "plan":
        return drafts.status(syntax, noun, state, value, False)
    if noun.attrs["class"] == "deal" and value in PALE and _called_for(syntax, clause.first, noun.first):
        return None
    if noun.attrs["class"] == "talks" and value == "implementing":
        return "under_way"
    if noun.attrs["class"] == "deal" and value == "under_way":
        begins = verb_first(syntax) and "present" in state.features and state.first > noun.last
        agreed = begins and any(term.attrs["class"] in MADE and term.attrs.get("value") in AGREEING and (
            term.attrs["class"] != "deal" or term.attrs.get("mode") == "done") for term in syntax.within(clause.first, noun.last))
        return value if state.attrs.get("mode") == TO_COME else "agreed" if agreed else "implementing"
    return value


def _to_begin(syntax: Syntax, state: Mention) -> bool:
    """Whether it is told that something will begin or be taken up again: "the talks will resume on Sunday"."""
    begins = syntax.signed(BEGINS, state.first, state.first + 1)
    return bool(begins) and modality(syntax, state, syntax.clause_at(state.first)) == "planned"


def _untold(syntax: Syntax, term: Mention) -> bool:
    """Whether a verb tells how a deal would or should be carried out, not that it is."""
    clause = syntax.clause_at(term.first)
    due = any(syntax.roles.get(at) in WOULD for at in range(max(clause.first, term.first - AT_VERB.stop), term.first))
    if syntax.has("verbal_particle") and "present" in term.features and syntax.roles.get(term.first - 1) == "have":
        return True  # a word for what is done, before a verb that is not past: it may be
    return due or (term.attrs.get("pos") == "verb" and "past" not in term.features and modality(syntax, term, clause) in UNTOLD)


def _bargained(syntax: Syntax, noun: Mention, value: str) -> bool:
    """Whether efforts are about something to be agreed on, not about whatever people try."""
    clause = syntax.clause_at(noun.first)
    if value in TOLD_OF_ANY:
        return True
    aims = [term for term in syntax.within(noun.last, min(clause.last, noun.last + NEAR)) if term.attrs["class"] in AIMS
            and (term.attrs["class"] != "state" or term.attrs["value"] == "agreed")]
    return bool(aims)


def _plain(syntax: Syntax, noun: Mention) -> str | None:
    """What a word tells with no word of state: talks that have parties go on; a deal that there is was agreed."""
    clause = syntax.clause_at(noun.first)
    value, kind = noun.attrs.get("value"), noun.attrs["class"]
    if not value or noun.attrs.get("mode") == "exchange":
        return None
    if value == "implementing" and _still_to_be_done(syntax, noun.last, clause.last):
        return "agreed"  # "under a deal … they are to be freed"
    if there(syntax, noun) and (syntax.roles.get(noun.first - 1) == "no" or negated(syntax, noun, clause)):
        return "denied"
    if negated(syntax, noun, clause):
        return "rejected" if kind == "talks" and noun.attrs.get("pos") == "verb" else None
    before = [syntax.roles.get(at) for at in (noun.first - 1, noun.first - 2)]
    joined = any(syntax.roles.get(at) in ("with", "between") for at in range(noun.last, noun.last + JOINTLY))
    if kind == "talks" and before[0] == "in" and syntax.has("zero_article") and not (joined or _brokered(syntax, noun)):
        return None  # "what it gives away in talks"
    if kind == "talks" and syntax.has("negative_pronoun") and syntax.roles.get(clause.first) == "not":
        return None  # "neither of them came to the talks"
    if kind == "talks" and ("after" in before or "until" in before):
        return None  # what came of them is told instead, or they have not begun
    if kind == "talks":
        near = syntax.parties_in(with_saying(syntax.clauses, syntax.clause_index(clause.first)), clause.last)
        between = any(syntax.roles.get(at) == "between" for at in range(noun.last, noun.last + 3))
        if noun.attrs.get("mode") == MEETING:
            return value if _of_sides(syntax, noun, near) else None
        if noun.attrs.get("mode") == GO_BETWEEN and clause.opener == "which" and not between:
            return None  # a deal "that Qatar mediated" is told as the deal
        if offered(syntax, noun) or _called_for(syntax, clause.first, noun.first):
            return "proposed"
        named = any(party.actor and talking(syntax.packs, party.actor) for party in near)
        alike = syntax.has("verbal_noun_homograph")
        does = noun.attrs.get("pos") == "verb" and (near or not alike) and not (alike and is_nominal(syntax, noun))
        return value if named or between or there(syntax, noun) or does else None
    if noun.attrs.get("mode") == "done" and "to" in noun.features and syntax.has("verbal_noun_clause"):
        return None  # the verb's own noun behind "to": "in order to make a truce"
    if kind == "deal" and (value != "agreed" or noun.attrs.get("mode") == "done" or _brokered(syntax, noun)):
        return value
    if kind == "deal" and effected(syntax, noun):
        return "agreed"
    if kind == "deal" and holds(syntax, noun):
        there_is = syntax.has("verb_of_provision") or _stands(syntax, noun)
        return "agreed" if there_is and not sought(syntax, noun) else "proposed"
    if kind == "deal" and any(syntax.roles.get(at) == "under" for at in range(noun.first - JOINTLY, noun.first)):
        return "implementing"
    if kind == "plan" and (submitted(syntax, noun, clause) or drafts.handed(syntax, noun, clause)
                           or terms_told(syntax, noun)):
        return "proposed"
    head = range(max(clause.first, noun.first - 3), noun.first)
    stands = there(syntax, noun) or any(syntax.roles.get(at) == "be" for at in head)
    return "agreed" if kind == "deal" and stands else None


def _stands(syntax: Syntax, noun: Mention) -> bool:
    """Whether the terms of a deal that there is are told: "the accord provides for", not "a deal would include"."""
    clause = syntax.clause_at(noun.first)
    verb = next((term for term in syntax.within(noun.last, clause.last) if term.attrs["class"] == "holds"), None)
    known = syntax.roles.get(noun.first - 1) == "the" and noun.first - 1 not in syntax.new
    return known and verb is not None and bool(verb.features & {"third", "past"}) and modality(syntax, verb, clause) == "asserted"


def _still_to_be_done(syntax: Syntax, first: int, last: int) -> bool:
    """Whether what a deal holds is told to be done in time to come, and nothing of it as done."""
    if any(term.attrs["class"] in CARRIED and term.features & {"past", "participle"} for term in syntax.within(first, last)):
        return False
    return any(syntax.roles.get(at) == "future" for at in range(first, last)) or any(
        "future" in term.features for term in syntax.within(first, last))


def _of_sides(syntax: Syntax, noun: Mention, near: Sequence[Party]) -> bool:
    """Whether a meeting is one between sides: two that its clause names, or one behind "with", or any behind "between"."""
    sides = {party.actor for party in near if party.actor and talking(syntax.packs, party.actor)
             and syntax.governed(party) != "by"}
    between = any(syntax.roles.get(at) == "between" for at in range(noun.last, noun.last + 3))
    return between or len(sides) > (syntax.roles.get(noun.last) != "with")


def _brokered(syntax: Syntax, noun: Mention) -> bool:
    """Whether a deal is named with the one who brokered it: there is one, though something else is told of it."""
    behind = noun.last + (syntax.reading.tokens[min(noun.last, syntax.sentence.last - 1)].form in COMMAS)
    return any(term.first in (noun.last, behind) or (term.last == noun.first and syntax.glued(term.first))
               for term in syntax.of_class("mediates"))


def _achieved(syntax: Syntax, state: Mention) -> bool:
    """Whether an agreement hangs on a verb by which it is done: "managed to reach", "were forced to sign"."""
    first = syntax.clause_at(state.first).first
    by = [term for term in syntax.of_class("achieves") if first <= term.first and term.last <= state.first
          and (term.last == state.first or "to" in state.features)]
    return bool(by) and not negated(syntax, by[-1], syntax.clause_at(by[-1].first))


def _done(syntax: Syntax, state: Mention) -> bool:
    """Whether an agreement is told as reached, not as aimed at."""
    if _achieved(syntax, state):
        return True
    if any(syntax.roles.get(at) == "so" for at in range(state.first - AIMED, state.first)):
        return False  # "with the aim of reaching a truce"
    if state.attrs.get("pos") != "verb" or "to" in state.features:
        return "to" not in state.features
    if "noun" in state.features and is_nominal(syntax, state):
        before = [term for term in syntax.terms if 0 <= state.first - term.last <= 1]
        meant = any(term.attrs.get("mode") == TO_COME for term in syntax.outcomes
                    if syntax.clause_at(state.first).first <= term.first < state.first)
        return not meant and not any(term.attrs["class"] == "talks" or term.attrs.get("value") == "wants" for term in before)
    return bool(state.features & {"past", "participle"})


def _called_for(syntax: Syntax, first: int, last: int) -> bool:
    return any(term.attrs["class"] == "appeal" or term.attrs.get("value") == "demands" for term in syntax.within(first, last))


def _ahead(syntax: Syntax, noun: Mention) -> bool:
    """Whether a verb of talking itself has not come to pass: "is due to receive both delegations"."""
    return noun.attrs.get("pos") == "verb" and not noun.features & {"past", "participle", "ing"}


def _reach(syntax: Syntax, noun: Mention, end: int) -> int:
    """How far a negotiation's own phrase goes: its parties and what it is about."""
    return min(end, noun.last + 25)
