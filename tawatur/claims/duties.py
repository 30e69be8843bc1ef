"""What must be done: words that lay a duty on somebody, whoever speaks them."""

from collections.abc import Iterator

from tawatur.claims.clauses import CONTINUES, Clause
from tawatur.claims.syntax import Syntax

WHOM = 4
"""Tokens from such a preposition within which those stand on whom the duty lies, the nation last."""
APART = 2
"""Tokens from a negation of what is to come to a word that names its condition, at least: its verb stands between."""


def duties(syntax: Syntax) -> Iterator[int]:
    """The tokens that lay a duty on somebody: a modal, or a preposition at the head of its clause."""
    laying = syntax.language.grammar.get("duty")
    for at in sorted(at for at, role in syntax.roles.items() if role in ("must", laying)):
        if (syntax.roles[at] == "must" or _laid_on(syntax, at)) and not inverted(syntax, at, syntax.clause_at(at)):
            yield at


def reach(syntax: Syntax, at: int) -> int:
    """Where what must be done ends: with its clause, or with the one that goes on with it (it is on them | that they keep …)."""
    clause = syntax.clause_at(at)
    after = syntax.clauses[syntax.clause_index(at) + 1:][:1]
    return after[0].last if after and after[0].opener in CONTINUES else clause.last


def inverted(syntax: Syntax, at: int, clause: Clause) -> bool:
    """Whether a modal stands where it makes a condition, not a duty: "should the town fall"."""
    if not syntax.has("inverted_conditional"):
        return False
    return at == clause.first or syntax.roles.get(at + 1) == "the" or syntax.reading.tokens[at - 1].kind == "punctuation"


def _laid_on(syntax: Syntax, at: int) -> bool:
    """Whether a preposition lays a duty on the party behind it, at the head of its clause: "on the armed men is …"."""
    if any(term.first == at and term.last > at + 1 for term in syntax.within(at, at + WHOM)):
        return False  # the preposition begins a phrase of its own: "in readiness to"
    clause = syntax.clause_at(at)
    heads = at <= clause.first + 1 or syntax.roles.get(at - 1) == "that"
    people = any(term.attrs["class"] == "people" for term in syntax.within(at, at + WHOM))
    nation = any(at < one.first < at + WHOM for one in syntax.demonyms)
    return heads and (people or nation or bool(syntax.parties_in(at, at + WHOM)))


def without(syntax: Syntax, clause: Clause) -> int | None:
    """The word behind which a clause that denies what is to come names its condition: "will not sign | without guarantees".

    In a language whose verbal nouns stand for clauses, also "before": "will not sign | before their release".
    """
    denied = [at for at in syntax.spoken("not", clause.first, clause.last) if at in syntax.ahead
              or any(syntax.roles.get(near) in ("future", "can") for near in (at - 1, at + 1))]
    if not denied:
        return None
    behind = [*syntax.spoken("no", denied[0] + APART, clause.last), *(_first(syntax, denied[0] + APART, clause.last))]
    return min(behind, default=None)


def _first(syntax: Syntax, first: int, last: int) -> list[int]:
    """The words for "before" in a range that have no time behind them."""
    if not syntax.has("verbal_noun_clause"):
        return []
    return [at for at in syntax.spoken("until", first, last) if not syntax.times_in(at, at + 3) and not syntax.localities_in(
        at + 1, at + 2)]
