"""Weak words of stance: they answer a proposal only where one is their object; attacks are resisted and losses put up with."""

from tawatur.claims.frames import Frame
from tawatur.claims.issues import issues, points_back
from tawatur.claims.objects import OBJECT
from tawatur.claims.syntax import PREPOSITIONS, Syntax

WEAK = "weak"
"""The mode of words that are a stance only towards a proposal or an issue: ignore, resist, tolerate, welcome."""
DENOUNCE = "denounce"
"""The mode of words that are a stance only towards a proposal or a deal, since what is done is denounced as well."""
ON_THE_TABLE = frozenset({"talks", "deal", "plan", "proposal", "appeal"})
"""Classes of what one may answer."""
BEHIND = frozenset({"until", "unless", "if", "before", "after", "because", "exchange", "while", "that", "which", "so", "to"})
"""Roles of words behind which no more is told of what the stance is towards."""
STOPS = BEHIND | (PREPOSITIONS - {"of", "for"})
"""The same, with the prepositions behind which it is told whose or where the object is."""


def idle(syntax: Syntax, frame: Frame) -> bool:
    """Whether a weak word of stance has neither a proposal nor an issue for its object, so that nothing is answered by it."""
    mode = frame.trigger.attrs.get("mode")
    if mode not in (WEAK, DENOUNCE) or frame.nominal or (mode == WEAK and frame.negated):
        return False  # "will not tolerate foreign troops" refuses them
    first, last = (frame.clause.first, frame.trigger.first) if frame.passive else (frame.first, _head(syntax, frame))
    offered = points_back(syntax, first, last) or any(
        term.attrs["class"] in ON_THE_TABLE or (term.attrs["class"] == "stance" and term.attrs.get("pos") == "noun")
        for term in syntax.within(first, last))
    return not offered and (mode == DENOUNCE or not issues(syntax, first, last))


def weakly(frame: Frame) -> bool:
    """Whether a word takes no stance towards what no row has an issue for."""
    return frame.trigger.attrs.get("mode") in (WEAK, DENOUNCE) and not frame.negated


def _head(syntax: Syntax, frame: Frame) -> int:
    """The token behind the noun's phrase or the verb that is the object: "resisted | calls | by …"."""
    reach = range(frame.first, min(frame.last, frame.first + OBJECT))
    return next((at for at in reach if at > frame.first and syntax.roles.get(at) in STOPS), reach.stop)
