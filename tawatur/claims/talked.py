"""Talks as what a stance is about: refused or agreed to, asked for or offered, left like a place."""

from tawatur.claims.frames import Frame
from tawatur.claims.sides import FIGHTING, bargains, kind, may_bargain, takes_part
from tawatur.claims.syntax import Syntax

BOUND = 3
"""How near behind a word for leaving the talks stand that are left."""
SOON = 6
"""Tokens of what a side asks for within which the talks stand: "an immediate resumption of direct talks"."""
APART = frozenset({"in", "by", "through", "after"})
"""Roles of words behind which talks are not what is asked for: "a solution in the Doha talks"."""
BIDDING = frozenset({"demands", "offers"})
"""Stances of those who want talks or are ready to hold them."""
HEADING = frozenset({"talks", "proposal", "plan", "deal", "issue", "exit", "release", "way", "stance"})
"""Classes of words one of which comes first where a side says what it wants or is ready for."""
TALKED = frozenset({"talks", "deal", "plan"})
"""Classes of what one may leave without going anywhere."""


def at_war(syntax: Syntax, frame: Frame, party: str) -> bool:
    """Whether a party is a side of the conflict, an armed group, or one with an army that speaks of another such."""
    others = (other for other in syntax.parties_in(frame.first, frame.last) if other.actor not in (None, party))
    return takes_part(syntax, party) or kind(syntax, party) in FIGHTING or (
        bargains(syntax, party) and any(kind(syntax, other.actor) in FIGHTING for other in others))


def talked(syntax: Syntax, frame: Frame, reach: int) -> bool:
    """Whether talks or a deal are named among the first words of an object."""
    return any(term.attrs["class"] in ("talks", "deal") for term in syntax.within(frame.first, frame.first + reach))


def to_talk(syntax: Syntax, frame: Frame, party: str) -> bool:
    """Whether a side asks for talks or is ready for them, before anything else that a known proposal holds."""
    if not syntax.has("free_article") or not (at_war(syntax, frame, party) or (
            frame.subject is not None and frame.subject.actor is None and may_bargain(syntax, frame.subject))):
        return False
    last = min(frame.last, frame.first + SOON)
    last = next((at for at in range(frame.first, last) if syntax.roles.get(at) in APART), last)
    heads = [term for term in syntax.within(frame.first, last)
             if term.attrs["class"] in HEADING and term.first > frame.trigger.first]
    return bool(heads) and heads[0].attrs["class"] == "talks"


def leaves(syntax: Syntax, frame: Frame) -> bool:
    """Whether the object begins with talks, a deal or a plan, which one may leave like a place."""
    return any(term.attrs["class"] in TALKED for term in syntax.within(frame.first, frame.first + BOUND))
