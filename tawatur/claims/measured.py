"""Which quantities of a sentence measure something: by a word of their own, or by that of the one they stand beside."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tawatur.claims.counts import OPENING, PEOPLE, Count, saved
from tawatur.claims.elliptical import UNITS, Counted, gone_on
from tawatur.claims.own import PRESENT, Telling
from tawatur.claims.syntax import Syntax
from tawatur.claims.telling import Scene, telling
from tawatur.claims.there import present, there
from tawatur.records import Quantity
from tawatur.text import APOSTROPHES

CARRIED = frozenset({"exited", "displaced", "released", "trapped", "hosted", "in_need", "returned"})
"""Measures that parts share whatever they are themselves: 430 left, 60 wounded among them."""
LAND = frozenset({"area_held", "area_captured"})
MANNING = frozenset({"soldiers", "fighters"})
HELD = 3
"""Tokens between an owner's mark and the number of those who are his."""
PART = 45
"""Tokens between a whole and the word that opens a part of it, at most."""
DWELLING = frozenset({"people", "civilians"})
OWNED = 7
"""Tokens between a part and the number of its whole, whose owner is named: 8,000 of the town's population of 80,000."""
OF_THEM = 25
"""Tokens between a whole and "of them", at most."""
TOLD = 5.0
"""How heavy the way to a word may be that tells a part another measure than its whole's."""
BESIDE = 12.0
"""How heavy the way to a word may be whose measure a coordinated count shares."""
FURTHER = 12
"""Tokens between a count and one more of the same."""
QUOTES = frozenset("\"“”«»'’")
SMALL = 10
"""The most that a side of a ratio counts: nine out of ten."""


def measured(syntax: Syntax, scene: Scene, quantities: Sequence[Quantity], last: Counted) -> list[Count]:
    """The quantities that a word gives a measure, or that share the measure of the one they are part of or stand beside.

    `last` is what the report counted last before the sentence; a number that says nothing of what it counts may count it again.
    """
    found: list[Count] = []
    told = {id(quantity): telling(scene, quantity, _there(syntax, quantity)) for quantity in quantities}
    for part, whole in pairwise(quantities):
        if part.partitive and part.term is None and told[id(part)] is None and whole.first - part.last <= 2:
            told[id(part)] = told[id(whole)]  # 6 of the 18 wounded
    for previous, quantity in zip((None, *quantities), quantities, strict=False):
        if previous is not None and _said_again(syntax, previous, quantity):
            continue
        if previous is not None and _taken_from(syntax, previous, quantity):
            if _peopled(syntax, previous, quantity):
                found.append(Count(quantity, Telling("residents", BESIDE, None)))
            continue
        if _ratio(syntax, quantity) or _taken_first(syntax, quantity):
            continue
        said = told[id(quantity)] or _manned(syntax, quantity)
        before = found[-1] if found else None
        if said is None:
            said = there(syntax, quantity)
        inherited = _inherited(syntax, quantity, before, said)
        if inherited is not None:
            said = inherited
        if said is not None and _stands(syntax, quantity, said):
            found.append(Count(quantity, said))
            continue
        beside = next((count for count in reversed(found) if count.quantity.unit in UNITS), None)
        further = gone_on(syntax, quantity, beside, last)
        if further is not None:
            found.append(further)
    return found


def _there(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether the noun of a count tells its measure: fighters and residents only where they are told to be there."""
    return quantity.measure not in PRESENT or present(syntax, quantity)


def _manned(syntax: Syntax, quantity: Quantity) -> Telling | None:
    """The fighters whom a place or a force has, where nothing else is told of them: the town's 900 defenders."""
    if quantity.population not in MANNING or quantity.unit != "people" or quantity.partitive or quantity.share is not None:
        return None
    before = range(max(syntax.sentence.first, quantity.first - HELD), quantity.first)
    owned = any(syntax.reading.tokens[at].form[:1] in APOSTROPHES for at in before)
    return Telling("fighters_present", BESIDE, None) if owned else None


def _taken_from(syntax: Syntax, before: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity is only what the one before is a part of: 200 of the 1,800 patients; of the town's 2,000 people."""
    gap = quantity.first - before.last
    of = syntax.packs.language(syntax.sentence.language).grammar.get("quantity", {}).get("of", ())
    linked = 0 < gap <= OWNED and syntax.reading.tokens[before.last].form in of
    bare = before.partitive and quantity.measure is None
    return bare and (linked or (before.term is None and 0 < gap <= 2))


def _peopled(syntax: Syntax, part: Quantity, whole: Quantity) -> bool:
    """Whether a whole is the people of a place: 300,000 of the valley's 2 million people, of its population of 2 million."""
    between = range(part.last, whole.first)
    if any(word.first in between and word.attrs["measure"] == "residents" for word in syntax.of_kind("measures")):
        return whole.unit in ("people", None)
    owned = any(syntax.reading.tokens[at].form[:1] in APOSTROPHES for at in between)
    return owned and whole.unit == "people" and whole.population in DWELLING


def _taken_first(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether a quantity is the whole of which a part is told behind it: of the 2,000 people who came, …"""
    at, the = quantity.first - 1, syntax.packs.language(syntax.sentence.language).grammar.get("quantity", {}).get("the", ())
    tokens, first = syntax.reading.tokens, syntax.sentence.first
    if at > first and tokens[at].form in the:
        at -= 1
    return at >= first and syntax.roles.get(at) == "of" and (at == first or tokens[at - 1].kind == "punctuation")


def _ratio(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether a quantity is one side of a ratio: nine out of ten houses."""
    for word in syntax.of_kind("parts"):
        beside = word.last == quantity.first or word.first == quantity.last
        if beside and word.attrs["role"] == "out_of":
            near = syntax.quantities_in(syntax.sentence.first, syntax.sentence.last)
            sides = [side for side in near if side.last == word.first or side.first == word.last]
            return len(sides) == 2 and all(side.value is not None and side.value <= SMALL for side in sides)
    return False


def _said_again(syntax: Syntax, before: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity in brackets says the one before it in another unit: 64 sq km (25 sq miles)."""
    opened = quantity.first == before.last + 1 and syntax.reading.tokens[before.last].form == "("
    return opened and quantity.measure is not None and quantity.measure == before.measure and quantity.unit != before.unit


def _inherited(syntax: Syntax, quantity: Quantity, before: Count | None, said: Telling | None) -> Telling | None:
    """The measure of the quantity before, for a part of it and for one coordinated with it."""
    if said is not None and said.word is None and said.measure in PRESENT:
        said = None  # that they are there is told where nothing else is
    if before is None or quantity.unit not in PEOPLE:
        return None
    gap = quantity.first - before.quantity.last
    if before.quantity.unit not in PEOPLE:
        return None
    opener = any(m.attrs["role"] in OPENING and before.quantity.last <= m.first and m.last == quantity.first
                 for m in syntax.of_kind("parts"))
    opener = opener or (gap <= 10 and _listed(syntax, before.quantity, quantity)) or (gap <= PART and saved(syntax, quantity))
    if (opener and gap <= PART) or (quantity.partitive and gap <= OF_THEM and quantity.share != "alone"):
        carried = said is not None and said.word is None and before.telling.measure in CARRIED
        if said is None or carried or said.weight > TOLD or said.word is before.telling.word:
            return replace(before.telling, weight=min(before.telling.weight + 1.0, BESIDE / 2))
        return None
    between = range(before.quantity.last, quantity.first)
    if said is None and 0 <= gap <= PART and quantity.share != "alone" and _added(syntax, quantity, between):
        return replace(before.telling, weight=before.telling.weight + 2.0)
    beside = quantity.measure is None and 0 <= gap <= 2 and all(_joins(syntax, at) for at in between)
    if beside and _clitic_and(syntax, quantity, gap) and (said is None or said.weight > before.telling.weight + 1.0) and \
            before.telling.weight < BESIDE and (
            said is None or said.word is None or said.word is before.telling.word or said.word.last <= before.quantity.first):
        return replace(before.telling, weight=before.telling.weight + 2.0)
    return None


def _added(syntax: Syntax, quantity: Quantity, between: range) -> bool:
    """Whether a count is one more of the same: 1,500 fighters of the group and 6,000 civilians; in addition to 335 holders."""
    inside = [m for m in syntax.mentions if m.first in between]
    if any(m.kind == "parts" and m.attrs["role"] == "plus" and m.last == quantity.first for m in inside):
        return True
    if len(between) > FURTHER:
        return False
    tokens = syntax.reading.tokens[between.start:between.stop]
    clear = not any(m.kind in ("measures", "speech") for m in inside) and \
        not any(token.kind == "punctuation" and token.form not in QUOTES for token in tokens)
    conjoined = syntax.roles.get(quantity.first - 1) == "and" or _clitic_and(syntax, quantity, 0)
    return clear and conjoined


def _listed(syntax: Syntax, before: Quantity, quantity: Quantity) -> bool:
    """Whether a colon before a count says what the one before is made up of: 2,710 people left: 2,040 civilians …"""
    larger = before.value is not None and quantity.value is not None and before.value > quantity.value
    return larger and syntax.reading.tokens[quantity.first - 1].form == ":"


def _joins(syntax: Syntax, at: int) -> bool:
    return syntax.roles.get(at) == "and" or syntax.reading.tokens[at].form in (",", "،")


def _clitic_and(syntax: Syntax, quantity: Quantity, gap: int) -> bool:
    if gap > 0:
        return True
    return any("and" in m.features for m in syntax.mentions if m.first == quantity.first) or \
        syntax.reading.tokens[quantity.first].form[:1] in _conjunctions(syntax)


def _conjunctions(syntax: Syntax) -> set[str]:
    words = syntax.language.grammar.get("quantity", {}).get("and", ())
    return {syntax.packs.folding.fold(word) for word in words if len(word) == 1}


def _stands(syntax: Syntax, quantity: Quantity, said: Telling) -> bool:
    """Whether the measure and what is counted fit each other."""
    if quantity.unit is None and not quantity.partitive and said.word is None:
        return False  # nothing says what it counts
    shared = quantity.partitive or syntax.roles.get(quantity.last) in ("of", "from")
    return quantity.unit != "percent" or (said.measure in LAND and shared)
