"""Plans and papers: how it stands with what one side has put before another, or a go-between before both."""

from tawatur.claims.bargains import OF_PLAN, at_stake
from tawatur.claims.clauses import Clause
from tawatur.claims.issues import issues
from tawatur.claims.negotiators import talking
from tawatur.claims.outcomes import ENDED, NEAR, TO_COME, finite
from tawatur.claims.syntax import Syntax
from tawatur.records import Mention, Party

DRAFT = "draft"
"""The mode of nouns for a paper, which may hold anything: told only between those who bargain."""
HANDED = frozenset({"handing", "light"})
"""Classes of verbs by which something is brought to somebody."""
GIVEN = frozenset({"submits", "proposed", "handover"})
"""What other verbs mean by which something is."""
NEARBY = 6
"""How many tokens from a paper the verb that brings it may stand."""
BEHIND = 12
"""How many tokens behind a paper those may stand who get it."""
KEPT = ("rejected", "denied", "deadlocked", *ENDED)
"""States that a plan has as a deal has; whoever agrees to one has only answered."""


def status(syntax: Syntax, noun: Mention, state: Mention, value: str, turned: bool) -> str | None:
    """How a plan stands by the word of state that goes with it; nothing where it is no matter of bargaining."""
    clause = syntax.clause_at(noun.first)
    paper = noun.attrs.get("mode") == DRAFT
    if paper and not (_among_sides(syntax, clause) or handed(syntax, noun, clause)):
        return None
    if turned:
        return "proposed" if value == "agreed" else value if value in KEPT and not paper else None
    near = issues(syntax, noun.first - 3, min(clause.last, noun.last + NEAR))
    about = bool(near) or _opposed(syntax, clause) or at_stake(syntax, noun, clause)
    if value in ENDED and "present" in state.features:
        return None
    if paper and value == "agreed":
        return "agreed" if state.attrs.get("pos") != "adj" and state.attrs["class"] == "state" else "proposed"
    if value == "under_way":
        pending = state.attrs.get("mode") == OF_PLAN or (state.attrs.get("mode") == TO_COME and _among_sides(syntax, clause))
        return "proposed" if pending and (about or paper or state.attrs.get("mode") == TO_COME) else None
    if value == "agreed" and state.attrs["class"] == "stance" and (about or _opposed(syntax, clause)):
        return "proposed"
    ended = value in ENDED and finite(state)
    given = value == "proposed" and handed(syntax, noun, clause)
    if value in ("implementing", "agreed") or not (about or ended or paper or given):
        return None
    return value if value in KEPT else "proposed"


def handed(syntax: Syntax, noun: Mention, clause: Clause) -> bool:
    """Whether a paper or a plan is brought to a side, or is with one: "took a revised plan to the Houthis"."""
    if not syntax.has("dative_shift"):
        return False
    behind = [party for party in syntax.parties_in(noun.last, min(clause.last, noun.last + BEHIND)) if _side(syntax, party)]
    verb = next((term for term in syntax.terms if _hands(term) and clause.first <= term.first < clause.last
                 and abs(term.first - noun.first) <= NEARBY), None)
    if syntax.roles.get(noun.last) == "to" and not syntax.within(noun.last, noun.last + 2) and any(
            syntax.governed(party) == "to" for party in behind[:1]):
        return True
    if verb is None:
        be = next((at for at in range(noun.last, noun.last + 2) if syntax.roles.get(at) == "be"), None)
        return be is not None and any(syntax.governed(party) == "with" for party in behind[:1])
    asked = [party for party in syntax.parties_in(verb.last, noun.first) if _side(syntax, party) and not syntax.governed(party)]
    both = any(syntax.roles.get(at) == "both" for at in range(verb.last, noun.first))
    return both or bool(asked) or any(syntax.governed(party) == "to" for party in behind)


def _hands(term: Mention) -> bool:
    """Whether a word is a verb by which something is brought to somebody."""
    return term.attrs.get("pos") == "verb" and (term.attrs["class"] in HANDED or term.attrs.get("value") in GIVEN)


def _opposed(syntax: Syntax, clause: Clause) -> bool:
    """Whether two who may talk with each other stand in a clause."""
    return len({party.actor for party in syntax.parties_in(clause.first, clause.last)
                if party.actor and talking(syntax.packs, party.actor)}) > 1


def _among_sides(syntax: Syntax, clause: Clause) -> bool:
    """Whether a clause or its sentence speaks of anybody who could bargain over a paper."""
    near = syntax.parties_in(syntax.sentence.first, clause.last)
    return any(party.how != "pronoun" and _side(syntax, party) for party in near)


def _side(syntax: Syntax, party: Party) -> bool:
    return party.how == "pronoun" or party.how == "description" or bool(party.actor and talking(syntax.packs, party.actor))

