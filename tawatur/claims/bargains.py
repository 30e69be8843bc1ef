"""Which words of state can tell of which bargain: a plan is tabled, a paper signed, a deal is what talks bring about."""

from tawatur.claims.clauses import Clause
from tawatur.claims.denials import negated
from tawatur.claims.frames import is_nominal
from tawatur.claims.issues import issues
from tawatur.claims.sides import FIGHTING, kind
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import Syntax
from tawatur.records import Mention

OF_PLAN = "plan"
"""The mode of words of state that tell only of a plan: it is handed over, studied, made known."""
OF_TALKS = "talks"
"""The mode of words of state that tell only of talks: they are hosted, led, taken up again."""
OF_DEAL = "deal"
"""The mode of words of state that tell only of a deal, as signing does."""
BRINGS = "brings"
"""The mode of words for what comes of talks: they tell of a deal behind them, and of the talks that brought one."""
DRY = "dry"
"""The mode of words for ending without anything: talks are in deadlock then, and a deal is over."""
HOPED = "hoped"
"""The mode of words that say of a deal that it is still to come: it is told of, and there is none."""
SETTLING = "exchange"
"""The mode of nouns for what is done by agreement, told only with how it stands; behind "to" they are what is aimed at."""
PAPER = "paper"
"""The mode of nouns for papers that anybody may sign: a deal only where it says what was agreed on."""
ROUNDS = "rounds"
"""The mode of nouns for a round, which may be one of anything: behind "of" it is told of what."""
NEAR = 9
"""How many tokens behind a word what it brings about, or what a paper is about, may stand."""
HOLDING = 4
"""How many tokens from a deal the verb may stand that brings in its terms."""
OFFERING = 6
"""How many tokens before talks the word may stand by which somebody offers to hold them."""
NOMINAL = frozenset({"the", "any", "no", "of", "in", "for", "on", "with", "under", "by"})
"""Roles of words behind which a form that may be noun or verb is a noun: "any bargain"."""
OFFERED = frozenset({"offers", "submits"})
BROUGHT = frozenset({"deal", "issue", "exit", "release"})
TERMS = 20
"""How many tokens behind a plan what it holds may stand."""
NAMED = "named"
"""The mode of words for holding that are much else: only behind a proposal that is named."""
COUNTED = 3
"""How many tokens behind a plan the number of its parts may stand."""
VIOLENT = frozenset({"siege", "control", "release"})
SOUGHT = frozenset({"wants", "demands", "offers"})


def tells(syntax: Syntax, term: Mention, noun: Mention) -> bool:
    """Whether a word of state can tell of this noun, as the modes of both say."""
    mode, kind = term.attrs.get("mode"), noun.attrs["class"]
    if mode == OF_PLAN:
        return kind == "plan"
    if mode == BRINGS:
        turned = kind == "talks" and negated(syntax, term, syntax.clause_at(term.first))
        return turned or (brings(syntax, term) if kind == "talks" else kind == "deal" and term.last <= noun.first)
    if mode == HOPED:
        return False
    if noun.attrs.get("mode") == SETTLING and "to" in noun.features:
        return False
    if (mode == OF_TALKS and kind != "talks") or (mode == OF_DEAL and kind == "talks"):
        return False
    if noun.attrs.get("mode") == PAPER:
        return term.attrs["value"] == "agreed" and bool(issues(syntax, noun.last, noun.last + NEAR))
    return True


def brings(syntax: Syntax, term: Mention) -> bool:
    """Whether something to be agreed on stands behind a word for what comes of talks."""
    clause = syntax.clause_at(term.first)
    return any(other.attrs["class"] in BROUGHT for other in syntax.within(term.last, min(clause.last, term.last + NEAR)))


def is_bargain(syntax: Syntax, noun: Mention) -> bool:
    """Whether a word names a bargain: not the telling of one ("the declaration of a truce"), one that may come, or a verb."""
    if noun.attrs.get("pos") == "verb" and syntax.roles.get(noun.first - 1) in NOMINAL:
        return not any(deal.first == noun.first for deal in syntax.of_class(OF_DEAL))
    if noun.attrs.get("mode") == PAPER and syntax.roles.get(noun.last) in ("from", "of"):
        return False
    if noun.attrs.get("mode") == ROUNDS and syntax.roles.get(noun.last) == "of" and not any(
            term.attrs["class"] == OF_TALKS for term in syntax.within(noun.last, noun.last + COUNTED + 1)):
        return False  # "fresh rounds of gunfire"
    if noun.attrs["class"] == OF_TALKS and syntax.has("zero_article") and _through(syntax, noun):
        return False
    return not any(term.first == noun.last and term.attrs.get("mode") == HOPED for term in syntax.of_class("state"))


def _through(syntax: Syntax, noun: Mention) -> bool:
    """Whether a word for mediating only says by whose help something else came about: "under Angolan mediation"."""
    if not any(word.first == noun.first for word in syntax.of_class("mediates")):
        return False
    return any(syntax.roles.get(at) in ("under", "through", "by") for at in (noun.first - 1, noun.first - 2))


def brought(syntax: Syntax, term: Mention, noun: Mention) -> bool:
    """Whether talks are told to have borne fruit, and the fruit is a deal or a part of one."""
    if not syntax.has("perfective_form") or "past" not in term.features:
        return False
    return term.last <= noun.first if noun.attrs["class"] == "deal" else brings(syntax, term)


def holds(syntax: Syntax, noun: Mention) -> bool:
    """Whether the terms of a bargain are told: its own verb behind it, or before it where a subject follows its verb."""
    words = syntax.of_class("holds")
    if any(0 <= term.first - noun.last <= HOLDING and (term.first > noun.last or _its_own(term)) for term in words):
        return True
    told = verb_first(syntax) and "definite" in noun.features and not noun.features & {"to", "by"}
    return told and any(0 <= noun.first - term.last <= 1 and term.attrs.get("pos") == "verb" for term in words)


def _its_own(term: Mention) -> bool:
    """Whether a word for holding terms tells what the bargain right before it holds: "the deal provides for"."""
    return "ing" not in term.features and term.attrs.get("mode") != NAMED


def own_verb(syntax: Syntax, term: Mention, noun: Mention) -> bool:
    """Whether a noun is the subject of a verb, or of its verbal noun, where a subject follows its verb or opens the clause."""
    if term.last <= noun.first:
        return noun.first == term.last
    opens = noun.first - syntax.clause_at(noun.first).first <= 1
    return opens and not is_nominal(syntax, term) and not syntax.parties_in(noun.last, term.first)


def epithet(syntax: Syntax, noun: Mention, term: Mention) -> bool:
    """Whether a word right behind a noun only says which one is meant, in a language that puts it there.

    "The talks, the suspended ones": a definite participle; "a truce (that) Alpha proposed (it)": a verb with its pronoun.
    """
    if not syntax.has("agreeing_modifier") or term.first != noun.last:
        return False
    return {"participle", "definite"} <= term.features or bool(term.features & {"its", "their"})


def offered(syntax: Syntax, noun: Mention) -> bool:
    """Whether somebody only offers to talk: "offered to resume the talks", "offered his good offices"."""
    first = max(syntax.clause_at(noun.first).first, noun.first - OFFERING)
    return any(term.attrs["class"] == "stance" and term.attrs["value"] in OFFERED and term.features & {"past", "present"}
               for term in syntax.within(first, noun.first))


def sought(syntax: Syntax, noun: Mention) -> bool:
    """Whether a deal is only what somebody wants or asks for."""
    first = syntax.clause_at(noun.first).first
    return any(term.attrs["class"] == "appeal" or term.attrs.get("value") in SOUGHT for term in syntax.within(first, noun.first))


def at_stake(syntax: Syntax, noun: Mention, clause: Clause) -> bool:
    """Whether a plan is one between sides: a go-between stands in its clause, or it is said of how many parts it is."""
    if any(clause.first <= term.first < clause.last for term in syntax.of_class("mediates")):
        return True
    parts = any(m.kind == "numbers" for m in syntax.mentions_in(noun.last, noun.last + COUNTED))
    return parts and syntax.roles.get(noun.last) in ("from", "of")


def submitted(syntax: Syntax, noun: Mention, clause: Clause) -> bool:
    """Whether somebody puts a plan on the table that says what it holds."""
    puts = any(term.attrs["value"] == "submits" and 0 <= noun.first - term.last <= HOLDING for term in syntax.of_class("stance"))
    told = any(0 <= term.first - noun.last <= HOLDING for term in syntax.of_class("holds"))
    return puts and told and bool(issues(syntax, noun.last, clause.last))


def terms_told(syntax: Syntax, noun: Mention) -> bool:
    """Whether it is told what a plan holds, and issues of a war are in it, in a language whose verb comes first."""
    if not syntax.has("verb_of_provision") or not holds(syntax, noun):
        return False
    return bool(issues(syntax, noun.last, min(syntax.sentence.last, noun.last + TERMS)))


def elsewhere(syntax: Syntax) -> bool:
    """Whether a sentence is about trade, sport or art, where people bargain too, and nobody in it bears arms."""
    if not syntax.of_class("elsewhere"):
        return False
    armed = any(kind(syntax, party.actor) in FIGHTING for party in syntax.parties if party.actor)
    return not armed and not any(term.attrs["class"] in VIOLENT or term.attrs.get("value") in ("fighters", "ASSAULT")
                                 for term in syntax.terms)
