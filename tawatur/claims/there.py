"""Counts that no word tells, but where they stand: who is in a place, and by when somebody must do a thing."""

from tawatur.claims.clauses import FINITE, VERBAL
from tawatur.claims.own import PRESENT, Telling
from tawatur.claims.syntax import Syntax
from tawatur.records import Quantity
from tawatur.text import APOSTROPHES

WEIGHT = 6.0
"""How heavy it is."""
ARMED = frozenset({"fighters", "soldiers"})
LEADING = frozenset({"that", "and", "be", "have"})
"""Roles of words that may stand before it: were in the shelters."""
HAVING = frozenset({"has", "with"})
"""Roles of the word that says whose fighters they are."""
INSIDE = frozenset({"in"})
"""Roles of the word that heads a clause without a verb: in the shelters are 300 civilians."""
SHUT = frozenset({"buildings", "devices"})
"""Units of what people are shut up in, where it is besieged."""
PEOPLE = frozenset({"people", "families"})
TERM = frozenset({"hours", "days"})
DEMANDING = frozenset({"demands", "orders"})
SPAN = "span"
"""The class of words for a stretch of time: within, over."""
PLAIN = "people"
OWNING = frozenset({"have", "has", "with"})
"""Roles of words behind which stands whom a place or a force has: "has 300 fighters"."""
NEAR = 3
"""Tokens beside a number in which the words stand that say where those counted are."""
FAR = 12
"""Tokens before a term in which it is demanded."""


def there(syntax: Syntax, quantity: Quantity) -> Telling | None:
    """The measure of a count by where it stands; None where it stands nowhere."""
    if quantity.value is None and quantity.low is None:
        return None
    if quantity.unit in TERM:
        return Telling("duration", WEIGHT, None) if _term(syntax, quantity) else None
    if quantity.share is not None or quantity.unit not in PEOPLE or quantity.partitive or quantity.term is None:
        return None
    return _inside(syntax, quantity)


def present(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether those who are counted are told to be there: there are so many, in a place are, a town has or is one of so many."""
    before, behind = quantity.first - 1, quantity.last
    if quantity.population == PLAIN:
        return True  # a noun for the people of a place tells nothing else of them: souls
    if any(part.attrs["role"] == "count" and quantity.first <= part.first < behind for part in syntax.of_kind("parts")):
        return True  # the number of those in a place
    tokens = syntax.reading.tokens
    if any(tokens[at].form[:1] in APOSTROPHES for at in range(max(syntax.sentence.first, before - NEAR), before + 1)):
        return True  # the valley's 2,000 residents
    if any(syntax.roles.get(at) == "be" for at in range(before - 1, before + 1)) or syntax.roles.get(before) in OWNING:
        return True
    if syntax.roles.get(before) == "of" and _placed(syntax, before - NEAR, before):
        return True
    alone = syntax.roles.get(before) in ("from", "of") or quantity.first == syntax.clause_at(quantity.first).first
    inside = any(syntax.roles.get(at) == "in" for at in range(behind, behind + NEAR))
    being = any(syntax.roles.get(at) == "be" for at in range(behind, behind + 2))
    return inside and (being or (alone and syntax.roles.get(behind) == "in"))


def _placed(syntax: Syntax, first: int, last: int) -> bool:
    return bool(syntax.kinds_in(first, last) or syntax.localities_in(first, last))


def _term(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether somebody is told to do a thing within so many hours."""
    within = any(word.last == quantity.first and word.attrs["class"] == SPAN for word in syntax.of_kind("timewords"))
    first = max(syntax.clause_at(quantity.first).first, quantity.first - FAR)
    asked = (word for word in syntax.of_class("stance") if first <= word.first < quantity.first)
    return within and any(word.attrs["value"] in DEMANDING for word in asked)


def _inside(syntax: Syntax, quantity: Quantity) -> Telling | None:
    """Who is in a place: a clause without a verb that a preposition with a place heads, with the number behind it."""
    clause = syntax.clause_at(quantity.first)
    at = clause.first
    while syntax.roles.get(at) in LEADING:
        at += 1
    role = syntax.roles.get(at)
    if role not in INSIDE | HAVING or quantity.first - at < 2:
        return None
    if any(word.features & FINITE for word in syntax.mentions_in(at, quantity.first) if word.kind in VERBAL):
        return None
    armed = quantity.population in ARMED or (quantity.population is None and _fighters(syntax, quantity))
    if role in HAVING:
        return Telling("fighters_present", WEIGHT, None) if armed else None
    shut = any(noun.attrs.get("unit") in SHUT for noun in syntax.of_kind("counted") if at < noun.first < quantity.first)
    named = [noun for noun in syntax.of_kind("place_nouns") if at < noun.first < quantity.first and noun.attrs.get("kind")]
    if not (shut or named or syntax.localities_in(at, quantity.first)):
        return None
    if quantity.measure not in (None, "case", *PRESENT):
        return None
    shut = shut or quantity.population == "patients"
    return Telling("fighters_present" if armed else "trapped" if shut else "residents", WEIGHT, None)


def _fighters(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether a word for those who are counted says that they bear arms: members of the group."""
    inside = (term for term in syntax.within(quantity.first, quantity.last) if term.attrs["class"] == "people")
    return any(term.attrs["value"] == "fighters" for term in inside)
