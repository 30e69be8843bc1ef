"""Where the object of a stance reaches: behind its word to the end of its clause, or before a word that judges it."""

from tawatur.claims.clauses import CONTINUES, Clause
from tawatur.claims.joining import and_on
from tawatur.claims.lists import behind
from tawatur.claims.subjects import RIGHT, next_verb, one_more, wished_too
from tawatur.claims.syntax import Syntax
from tawatur.records import Mention, Party

LISTS = ":"  # behind it an object is spelt out: "two demands: a truce and …"
LIGHT = 6
"""How many tokens after a verb that only carries it a noun may stand."""
FAR = 60
"""How many tokens an object may span."""
AGAINST = "against"
"""The mode of phrases for being against a thing that they name."""
BEFORE_VERB = frozenset({"have", "not", "future", "how"})
"""Roles of words between somebody and his verb."""
ANSWERS = frozenset({"accepts", "rejects"})
"""Stances towards what somebody else has put on the table."""
AIMED = frozenset({"to", "from"})
"""Roles of words behind a passive that bring in what it is about: "were allowed by them to leave", "kept from leaving"."""


def reach(syntax: Syntax, trigger: Mention, clause: Clause, subject: Party | None, passive: bool,
          nominal: bool) -> tuple[int, int]:
    """From which token to which what a stance is about stands."""
    if trigger.attrs.get("pos") == "adj" and (clause.last - trigger.last <= 1 or _judged(syntax, trigger, clause)):
        return clause.first, trigger.first
    if passive:
        goes_on = any(syntax.roles.get(at) in AIMED for at in range(trigger.last, clause.last))
        return clause.first, clause.last if goes_on else trigger.first
    by = subject is not None and subject.first > trigger.last and syntax.governed(subject) == "by"
    if subject is not None and by and syntax.has("unvowelled_passive"):
        return (trigger.last, clause.last) if any(syntax.within(trigger.last, subject.first)) else (clause.first, trigger.first)
    if nominal and met(syntax, trigger, clause) is not None:
        return clause.first, trigger.first
    first = trigger.last if trigger.attrs.get("mode") != AGAINST else trigger.first + 1  # what it is against is in the phrase
    if subject is not None and (first <= subject.first <= first + RIGHT or subject.first == trigger.first < subject.last):
        first = max(first, subject.last, *(party.last for party in behind(syntax, subject)))
    last = next((term.first for term in syntax.within(first + 1, clause.last) if one_more(syntax, term)), clause.last)
    last = next((party.first for party in syntax.parties_in(first + 1, last) if _another(syntax, party)), last)
    if last < clause.last:
        return first, last
    said = next((m.first for m in syntax.of_kind("speech") if first <= m.first < last and "by" in m.features), None)
    if nominal and said is not None:
        return first, said  # "answered the ultimatum by saying"
    verb = next_verb(syntax, first, last) if nominal else None
    if verb is not None and not (syntax.roles.get(verb) == "be" and verb - first <= 1):
        return first, verb
    for following in syntax.clauses[syntax.clause_index(trigger.first) + 1:]:
        lists = syntax.reading.tokens[following.first - 1].form == LISTS or wished_too(syntax, trigger, following)
        far = following.last - first > FAR or _said_too(syntax, first, following)
        if (following.opener not in CONTINUES and not lists) or far:
            break
        last = following.last
    last = max(min(last, syntax.unquoted(trigger.start, trigger.last)), min(first, last))
    return min(first, last), last


def _another(syntax: Syntax, party: Party) -> bool:
    """Whether "and" with another's name, and his own verb behind it, ends an object: "refused the truce and-Bravo refused"."""
    at = party.last
    while syntax.roles.get(at) in BEFORE_VERB:
        at += 1
    verbs = (term for term in syntax.within(at, at + LIGHT) if term.first == at and term.attrs.get("pos") == "verb")
    alone = "and" in party.features and party.how == "name" and syntax.listed(party) is None
    return alone and syntax.has("proclitic") and any(
        verb.features & {"past", "present"} and not verb.features & {"and", "noun"} for verb in verbs)


def _said_too(syntax: Syntax, first: int, following: Clause) -> bool:
    """Whether "and that" goes on with what is said, and not with the object: "said that they bar the way | and that …"."""
    at = following.first
    asked = any(syntax.roles.get(that) == "that" for that in (first, first + 1)) and any(
        "present" in m.features for m in syntax.mentions_in(at + 1, at + 2))
    return following.opener == "that" and and_on(syntax, at) and not asked


def _judged(syntax: Syntax, trigger: Mention, clause: Clause) -> bool:
    """Whether an adjective tells what a party thinks of the thing before it: "surrender is out of the question before …"."""
    named = any(term.attrs["class"] == "issue" for term in syntax.within(clause.first, trigger.first))
    return named and trigger.attrs.get("value") in ANSWERS and not syntax.parties_in(clause.first, trigger.first)


def met(syntax: Syntax, trigger: Mention, clause: Clause) -> Mention | None:
    """The verb that tells what becomes of its subject by a noun of stance: "the offer met with refusal"."""
    if trigger.attrs.get("value") not in ANSWERS:
        return None
    verbs = (term for term in syntax.of_class("meets") if clause.first <= term.first)
    return next((term for term in verbs if 0 <= trigger.first - term.last <= LIGHT), None)
