"""How a negotiation stands: the word that tells it, near the noun for the talks, the deal or the plan."""

from collections.abc import Iterator
from dataclasses import replace

from tawatur.claims.bargains import epithet, own_verb, tells
from tawatur.claims.clauses import Clause
from tawatur.claims.denials import negated, of_none
from tawatur.claims.frames import is_nominal
from tawatur.claims.insertions import inserted
from tawatur.claims.passives import is_passive
from tawatur.claims.reach import met
from tawatur.claims.subjects import begins_anew, next_verb, verb_first
from tawatur.claims.syntax import PREPOSITIONS, Syntax
from tawatur.records import Mention
from tawatur.text import COMMAS

AT_VERB = range(6)
"""How many tokens from the verb of a long phrase its word of state may stand: "have been suspended"."""
ENDED = ("collapsed", "suspended")
"""States of a plan that say what it was for: one to be carried out together."""
JOINTLY = 3
"""How many tokens behind them the verb of two who agree may stand: "have now agreed"."""
FAR = 25
"""How far behind a negotiation its verb may stand, where the whole phrase on what it is about lies between."""
NEAR = 9
"""How many tokens may lie between a negotiation and the word that tells its state."""
AS_STATE = {"accepts": "agreed", "rejects": "rejected", "withdraws": "collapsed", "leaves": "collapsed"}
LEAVES = "leaves"
TALKED = frozenset({"talks", "deal", "plan"})
"""Classes of what one may leave without going anywhere."""
PALE = frozenset({"agreed", "under_way", "proposed", "implementing"})
"""States whose words are used of much else: "reached" a deadlock, "continued" to stall."""
TO_COME = "ahead"
"""The mode of words of state that tell of a deal which has not come yet: "within reach", "being discussed"."""
SUBJECT = "subject"
"""The mode of words of state that tell one only of what is their own subject."""
ANEW = "anew"
"""The mode of a verb for taking up again."""
WITH = "with"
"""The mode of words of state that tell of a deal only where it is one with somebody."""
HOME = "home"
"""The mode of words for coming back, which tell of a deal where one comes back with it."""
SPENT = "spent"
"""The mode of words of state that tell one only in the plain past: "lasted a week", not "has lasted"."""
RELATIVE = frozenset({"which", "that"})
DUTY = "duty"  # of words for not being bound by a deal, which others may keep
WALKOUT = "walkout"  # of words for leaving talks for a while
REFUSED = "refused"
"""What a stance of accepting tells of a deal when it is negated."""
DONE = frozenset({"agreed", "rejected", "collapsed", "suspended", "proposed", "deadlocked", REFUSED})
"""States that a deal is told to have in a clause of which it is the object."""


def state_of(syntax: Syntax, noun: Mention) -> Mention | None:
    """The nearest word of state in the noun's clause or the one that goes on from it."""
    clause = syntax.clause_at(noun.first)
    verb = next_verb(syntax, noun.last, clause.last)
    states = [term for term in _telling(syntax) if (_apart(term, noun) <= NEAR or term.first - (verb or term.last) in AT_VERB
                                                    or (term.first > noun.last and _apart(term, noun) <= FAR
                                                        and (finite(term) or _predicated(syntax, term, noun, clause))))
              and clause.first <= term.first < clause.last
              and term.first != noun.first and not (noun.first < term.first and begins_anew(syntax, term))
              and _fits(syntax, term, noun, verb)]
    if there(syntax, noun):
        states = [term for term in states if term.attrs["class"] != "stance"]
    states = states or (_past_relative(syntax, noun) if syntax.has("relative_before_verb") else inserted(
        syntax, noun, [term for term in _telling(syntax) if tells(syntax, term, noun)]))
    return min(states, default=None, key=lambda term: (
        epithet(syntax, noun, term), not _anew(term), term.attrs["value"] in PALE, _beside(noun, term), _apart(term, noun),
        term.first))


def _anew(term: Mention) -> bool:
    """Whether a verb tells that talks are taken up again, whatever had become of them before."""
    return term.attrs.get("mode") == ANEW and finite(term) and "and" not in term.features


def _fits(syntax: Syntax, term: Mention, noun: Mention, verb: int | None) -> bool:
    """Whether a word that may tell anything tells of this noun: it is its verb, or a deal is announced with the other side."""
    mode = term.attrs.get("mode")
    if not tells(syntax, term, noun):
        return False
    if mode == SPENT:
        return syntax.roles.get(term.first - 1) not in ("have", "be", "not")
    if mode == HOME:
        with_it = noun.first - (2 if syntax.roles.get(noun.first - 1) == "the" else 1)
        return noun.attrs["class"] == "deal" and term.first < noun.first and syntax.roles.get(with_it) == "with"
    if mode == SUBJECT and verb_first(syntax):
        return own_verb(syntax, term, noun)
    if mode == SUBJECT:
        parted = any(syntax.reading.tokens[at].form in COMMAS for at in range(noun.last, term.first))
        return verb is not None and finite(term) and term.first - verb in AT_VERB and not parted
    behind = (*range(noun.last, noun.last + JOINTLY), *([term.last] if "participle" in term.features else []))
    shared = any(syntax.roles.get(at) in ("with", "between") for at in behind)
    return mode != WITH or (noun.attrs["class"] == "deal" and (shared or _by_two(syntax, term, noun)))


def _past_relative(syntax: Syntax, noun: Mention) -> list[Mention]:
    """The state behind a relative clause on the noun ("a truce that was brokered by X | has ended"); else that of its own."""
    index = syntax.clause_index(noun.first)
    behind = syntax.clauses[index + 1:index + 3]
    if not syntax.has("relative_before_verb") or not behind or behind[0].opener not in RELATIVE:
        return []
    relative, told = behind[0], [term for term in _telling(syntax) if term.first > behind[0].first]
    main = [term for term in told if term.first < relative.last and (
        len(_auxiliaries(syntax, relative.first, term.first)) > 1 or _main_verb(syntax, relative, term))]
    if not main and len(behind) > 1:
        opened = behind[1].first
        main = [term for term in told if term.first - opened in AT_VERB and (
            term.first == opened or syntax.roles.get(opened) in ("have", "be"))]
    inside = [term for term in told if term.first < relative.last]
    own = [term for term in inside if noun.attrs["class"] == "deal" and "participle" in term.features
           and term.attrs["value"] == "agreed" and syntax.roles.get(term.first - 1) == "be"]
    return main[:1] or own[:1] or [term for term in inside if _done_by(syntax, term, relative)][:1]


def effected(syntax: Syntax, noun: Mention) -> bool:
    """Whether a relative clause tells in the past what a deal has done: "a deal that let thousands leave"."""
    index = syntax.clause_index(noun.first) + 1
    relative = syntax.clauses[index] if index < len(syntax.clauses) else None
    if relative is None or relative.opener not in RELATIVE or relative.first - noun.last > 1:
        return False
    verb = next((term for term in syntax.within(relative.first, relative.last) if term.attrs.get("pos") == "verb"), None)
    helped = verb is not None and syntax.roles.get(verb.first - 1) in ("have", "be")
    return verb is not None and bool(verb.features & {"past", "participle", "ing"}) and (
        verb.first - relative.first <= 1 or helped or "have" in map(syntax.roles.get, range(relative.first, verb.first)))


def _done_by(syntax: Syntax, term: Mention, relative: Clause) -> bool:
    """Whether somebody is told in a relative clause to have done it to what stands before: "a truce which they had signed"."""
    subject = any(relative.first < party.first and party.last <= term.first for party in syntax.parties)
    done = "past" in term.features or syntax.roles.get(term.first - 1) in ("have", "not")
    return subject and done and term.attrs.get("pos") == "verb" and term.attrs["value"] in DONE


def _main_verb(syntax: Syntax, relative: Clause, term: Mention) -> bool:
    """Whether a plain past stands behind the verb of a relative clause: "a deal that would have freed them | came apart"."""
    if "past" not in term.features or not finite(term) or term.attrs.get("pos") != "verb":
        return False
    plain = not any(syntax.roles.get(at) in ("be", "have", "future", "to", "not") for at in range(term.first - 2, term.first))
    before = any(syntax.roles.get(at) in ("be", "have", "future") for at in range(relative.first, term.first))
    return plain and before


def _by_two(syntax: Syntax, term: Mention, noun: Mention) -> bool:
    """Whether two sides announce a thing together: "Alpha and Bravo declared a truce"."""
    if not verb_first(syntax) or is_nominal(syntax, term):
        return False
    between = syntax.parties_in(term.last, noun.first) if term.last <= noun.first else syntax.parties_in(
        syntax.clause_at(term.first).first, term.first)
    return any(syntax.listed(party) is not None and not syntax.governed(party) for party in between)


def _auxiliaries(syntax: Syntax, first: int, last: int) -> list[int]:
    """Where the groups of auxiliaries begin in a range: "was", "has been"."""
    found = [at for at in range(first, last) if syntax.roles.get(at) in ("have", "be")]
    return [at for at in found if at - 1 not in found and at - 2 not in found]


def _predicated(syntax: Syntax, term: Mention, noun: Mention, clause: Clause) -> bool:
    """Whether a participle is what a word for being says of a noun: "are the talks on the exit of civilians still halted"."""
    return _bare_participle(term) and any(syntax.roles.get(at) == "be" for at in range(clause.first, noun.first))


def _bare_participle(term: Mention) -> bool:
    return "participle" in term.features and not term.features & {"definite", "to", "by"}


def _beside(noun: Mention, term: Mention) -> bool:
    """Whether a participle only says which deal is meant: "the exchange agreed in May is being carried out"."""
    return term.first == noun.last and ("participle" in term.features or term.attrs.get("pos") == "adj")


def finite(term: Mention) -> bool:
    return bool(term.features & {"past", "present"}) and not term.features & {"base", "noun", "to"}


def _telling(syntax: Syntax) -> Iterator[Mention]:
    """Words of state, and stances on a deal, which tell its state too."""
    yield from (term for term in syntax.of_class("state") if not (_adverbial(syntax, term) or _says_else(syntax, term)))
    for term in syntax.outcomes:
        yield replace(term, attrs={**term.attrs, "class": "state"})
    for term in syntax.of_class("stance"):
        if term.attrs["value"] == LEAVES and not _leaves_talks(syntax, term):
            continue  # "agreed to quit the heights"
        if syntax.has("agreeing_modifier") and {"participle", "definite"} <= term.features:
            continue  # who they are: "those who refuse the deal"
        told = not is_nominal(syntax, term) or met(syntax, term, syntax.clause_at(term.first)) is not None
        if term.attrs["value"] in AS_STATE and told and term.attrs.get("mode") != DUTY and not _by_the_deal(syntax, term):
            clause = syntax.clause_at(term.first)
            turned = negated(syntax, term, clause) and not of_none(syntax, term, clause)  # "no truce was agreed"
            value = REFUSED if turned and term.attrs["value"] == "accepts" else AS_STATE[term.attrs["value"]]
            value = "suspended" if term.attrs.get("mode") == WALKOUT else value
            yield replace(term, attrs={**term.attrs, "value": value})


def _leaves_talks(syntax: Syntax, term: Mention) -> bool:
    """Whether what is left is talks or a deal, and no place."""
    behind = syntax.within(term.last - 1, term.last + JOINTLY)
    return not syntax.has("object_of_leaving") or any(other.attrs["class"] in TALKED for other in behind)


def _by_the_deal(syntax: Syntax, term: Mention) -> bool:
    """Whether a deal is itself the subject of a stance: "the truce excluded the militias" tells what is in it."""
    if not syntax.has("inanimate_subject") or is_nominal(syntax, term) or is_passive(syntax, term) or "past" not in term.features:
        return False
    heads = any(noun.last == term.first for noun in syntax.of_class("deal"))
    object_behind = term.last < syntax.clause_at(term.first).last and syntax.roles.get(term.last) not in PREPOSITIONS
    return heads and object_behind and not syntax.times_in(term.last, term.last + 1)


def _adverbial(syntax: Syntax, term: Mention) -> bool:
    """Whether a verb's form is a noun in a phrase of time: "from the start"."""
    before = [syntax.roles.get(at, "") for at in (term.first - 2, term.first - 1)]
    return "base" in term.features and before == ["from", "the"]


def _says_else(syntax: Syntax, term: Mention) -> bool:
    """Whether a form that may tell a state only says when, where or whose: "last week", "near the city", "rebel-held"."""
    if term.attrs["value"] in ENDED and term.last - term.first == 1 and syntax.roles.get(term.first - 1) == "to":
        return True  # "talks to end the war"
    if term.attrs["value"] in (*ENDED, "completed") and {"noun", "to"} <= term.features:
        return True  # written onto a verbal noun: "to breach the truce"
    if term.attrs["value"] in ENDED and "third" in term.features and syntax.clause_at(term.first).opener in ("which", "that"):
        return True  # "fire that breaches the truce"
    if term.attrs.get("mode") == TO_COME and term.attrs.get("pos") == "adj":
        first = syntax.clause_at(term.first).first if verb_first(syntax) else term.first - JOINTLY
        said = any(syntax.roles.get(at) == "be" for at in range(first, term.last))
        return not said and not any(other.first == term.last for other in syntax.of_class("talks", "deal"))  # "near the city"
    if any(time.first <= term.first and term.last <= time.last for time in syntax.times_in(term.first - 1, term.last)):
        return True
    whose = any(other.first <= term.first and term.last <= other.last for other in syntax.of_class("control"))
    return whose and (syntax.glued(term.first) or syntax.roles.get(term.last) == "by")


def _apart(one: Mention, other: Mention) -> int:
    return max(other.first - one.last, one.first - other.last, 0)


def there(syntax: Syntax, noun: Mention) -> bool:
    """Whether what a noun names is only said to be: "admitted that there are contacts"."""
    return any(noun.first - term.last in (0, 1) for term in syntax.of_class("there"))
