"""Whether a word is denied: by a negation beside it, by a subject that there is none of, or by who cannot do it."""

from tawatur.claims.clauses import FINITE, VERBAL, Clause
from tawatur.claims.syntax import Syntax
from tawatur.records import Mention

NEAR = 4
"""Tokens before a word from which a negation reaches it."""
ABLE = 7
"""Tokens before a word in which that stands by which somebody can or cannot do it."""
AUXILIARY = frozenset({"be", "have"})
"""Roles of words before a verb that are themselves written like one."""
JOINING = frozenset({"and", "but"})
"""Roles of words behind which a clause begins anew."""
DONE = frozenset({"past", "third", "participle"})
"""Forms of a verb whose subject may be denied."""
ROW = 12
"""Tokens before "or" in which the negation of a verb stands that it goes on with."""
JOINABLE = frozenset({"base", "present", "participle"})
"""Forms in which verbs stand behind one negation."""
PLAIN = frozenset({"base", "ing"})
"""Forms of what somebody can or cannot do, where a language has such forms."""


def negated(syntax: Syntax, trigger: Mention, clause: Clause, far: int = NEAR) -> bool:
    """Whether a word is denied in its clause; a negation reaches `far` tokens, and its own first word turns nothing."""
    own = syntax.roles.get(trigger.first) == "not" and trigger.last - trigger.first > 1
    return not own and (_beside(syntax, trigger.first, clause, far) or of_none(syntax, trigger, clause)
                        or _beyond_them(syntax, trigger, clause) or _or_that(syntax, trigger, clause))


def _or_that(syntax: Syntax, trigger: Mention, clause: Clause) -> bool:
    """Whether a verb behind "or" goes on with a denied one: "would not halt the fire or | let the convoy in"."""
    at = trigger.first - 1
    if syntax.roles.get(at) != "or" or trigger.attrs.get("pos") != "verb" or not trigger.features & JOINABLE or not syntax.denies:
        return False
    denying = [one for one in syntax.spoken("not", max(clause.first, at - ROW), at) if one not in syntax.hollow]
    if not denying:
        return False
    verbs = [m for m in syntax.mentions_in(denying[-1] + 1, at) if m.kind in VERBAL and m.attrs.get("pos") == "verb"]
    return not {m.first for m in verbs if m.features & FINITE} - {m.first for m in verbs if m.features & (JOINABLE | {"noun"})}


def _beside(syntax: Syntax, first: int, clause: Clause, far: int) -> bool:
    if not syntax.denies:
        return False
    near = max(clause.first, first - far)
    denying = (*syntax.spoken("not", near, first), *syntax.spoken("no", max(near, first - 2), first))
    return any(at not in syntax.hollow for at in denying)


def of_none(syntax: Syntax, trigger: Mention, clause: Clause) -> bool:
    """Whether the subject of a verb is one that there is none of: "no convoy with food has entered"."""
    if not syntax.has("negative_pronoun") or trigger.attrs.get("pos") != "verb" or not trigger.features & DONE:
        return False
    first = clause.first + (syntax.roles.get(clause.first) in JOINING)
    if first not in syntax.none:
        return False
    verbs = (m for m in syntax.mentions_in(first, trigger.first) if m.kind in VERBAL and m.attrs.get("pos") == "verb")
    return not any(m.features & {"past", "third"} and syntax.roles.get(m.first) not in AUXILIARY for m in verbs)


def _beyond_them(syntax: Syntax, trigger: Mention, clause: Clause) -> bool:
    """Whether it is what somebody cannot do: "were not yet able to leave", "failed to bring them out"."""
    if trigger.features & FINITE and not trigger.features & PLAIN | {"noun"}:
        return False
    return any((denied or _beside(syntax, at, clause, NEAR)) and not _told_between(syntax, last, trigger)
               for at, last, denied in _ability(syntax, clause) if 0 <= trigger.first - last <= ABLE)


def _ability(syntax: Syntax, clause: Clause) -> list[tuple[int, int, bool]]:
    """Where the words for what somebody can or (True) cannot do begin and end in a clause."""
    return [*((term.first, term.last, term.attrs["class"] == "unable") for term in syntax.of_class("able", "unable")
              if clause.first <= term.first < clause.last and "definite" not in term.features),  # "the sick who cannot walk"
            *((at, at + 1, False) for at in syntax.spoken("can", clause.first, clause.last))]


def _told_between(syntax: Syntax, first: int, trigger: Mention) -> bool:
    """Whether another verb, or what is said, stands between a word of ability and what it should be of."""
    return any(m.kind == "speech" or (m.kind in VERBAL and m.features & FINITE and not m.features & PLAIN | {"noun"})
               for m in syntax.mentions_in(first, trigger.first))
