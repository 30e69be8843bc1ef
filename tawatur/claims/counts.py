"""How the counts of one sentence belong together: parts of a whole, the same people in another unit, what they are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.claims.own import Telling
from tawatur.claims.syntax import Syntax
from tawatur.records import Component, Mention, Quantity

OPENING = frozenset({"including", "either"})
"""Roles of words that stand before a part."""
PEOPLE = frozenset({"people", "families", None})
SAVE = "save"
"""The role of words behind which stands who is not of the kind that all the others are: all civilians but two."""
AMONG = 5
"""Tokens between "all of them" and the word for "but"."""
BEHIND = 14
"""Tokens behind a quantity within which "most of them" speaks of its people."""


@dataclass(slots=True, eq=False)
class Count:
    """A quantity with its measure, and the counts of the same sentence that it is part of or says again."""

    quantity: Quantity
    telling: Telling
    whole: "Count | None" = None
    same: "Count | None" = None
    modality: str = "asserted"


def parts(syntax: Syntax, counts: Sequence[Count]) -> None:
    """Tie each part to its whole: "including", "of them", "out of a total of"."""
    markers = [m for m in syntax.mentions if m.kind == "parts"]
    if not markers:
        return
    for index, count in enumerate(counts):
        if count.quantity.unit not in PEOPLE:
            continue
        if count.quantity.partitive or _opened(syntax, markers, counts, index):
            count.whole = _whole(counts[:index], count)
        else:
            count.whole = _out_of(markers, counts, index)


def saved(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether a count is one of those who are not what all the others are: 14 dead, all of them civilians but two."""
    words = syntax.of_kind("parts")
    save = next((m for m in words if m.attrs["role"] == SAVE and m.last == quantity.first), None)
    return save is not None and any(m.attrs["role"] == "share" and 0 <= save.first - m.last <= AMONG for m in words)


def _opened(syntax: Syntax, markers: Sequence[Mention], counts: Sequence[Count], index: int) -> bool:
    """Whether a word for a part stands right before the count, or before the one it is coordinated with."""
    count = counts[index]
    if any(m.attrs["role"] in OPENING and m.last == count.quantity.first for m in markers) or saved(syntax, count.quantity):
        return True
    if index == 0:
        return False
    before = counts[index - 1]
    beside = count.quantity.first - before.quantity.last <= 2
    return before.whole is not None and beside and before.telling.measure == count.telling.measure


def _whole(before: Sequence[Count], count: Count) -> Count | None:
    for other in reversed(before):
        if other.quantity.unit in PEOPLE and other.quantity.share != "alone" and _larger(other.quantity, count.quantity) and \
                not (other.whole is not None and _opened_beside(other, count)):
            return other
    return None


def _opened_beside(other: Count, count: Count) -> bool:
    return other.whole is not None and count.quantity.first - other.quantity.last <= 2


def _larger(whole: Quantity, part: Quantity) -> bool:
    most = whole.high if whole.high is not None else whole.value
    least = part.low if part.low is not None else part.value
    return most is None or least is None or most > least or whole.bound in ("at_least", "about")


def _out_of(markers: Sequence[Mention], counts: Sequence[Count], index: int) -> Count | None:
    """The whole that follows: 12 of the 30; 200 within a total of 900."""
    count = counts[index]
    for before in counts[:index]:
        opened = any(m.attrs["role"] == "out_of" and m.last == before.quantity.first for m in markers)
        if opened and count.quantity.unit in (None, before.quantity.unit) and before.telling.measure == count.telling.measure:
            return before
    if index + 1 == len(counts):
        return None
    for later in counts[index + 1:index + 3]:
        opening = (m for m in markers if m.attrs["role"] == "out_of" and m.last == later.quantity.first)
        if any(m.first >= count.quantity.last for m in opening):
            return later
    return None


def same_people(syntax: Syntax, counts: Sequence[Count]) -> None:
    """Tie families to the people in them, where nothing but a mark or a word of belonging stands between."""
    for one, two in pairwise(counts):
        units = {one.quantity.unit, two.quantity.unit}
        if units != {"people", "families"} or one.telling.measure != two.telling.measure:
            continue
        between = range(one.quantity.last, two.quantity.first)
        roles = {syntax.roles.get(at, "") for at in between}
        here = syntax.mentions_in(two.quantity.first, two.quantity.first + 1)
        conjoined = "and" in roles or any("and" in m.features for m in here)
        if len(between) <= 2 and not conjoined:
            two.same = one


def composition(syntax: Syntax, quantity: Quantity) -> tuple[Component, ...]:
    """Most of them children and women: a share, and the kinds of people that follow it."""
    if quantity.unit not in PEOPLE:
        return ()
    share = next((m for m in syntax.of_kind("parts") if m.attrs["role"] == "share"
                  and quantity.last <= m.first <= quantity.last + BEHIND), None)
    if share is None:
        return ()
    if any(other.unit in PEOPLE and other.share != "alone" for other in syntax.quantities_in(quantity.last, share.first)):
        return ()  # the share is of the other's people
    found: dict[str, Component] = {}
    reach = share.last + 3
    for noun in syntax.of_kind("counted"):
        population = noun.attrs.get("population")
        if share.last <= noun.first <= reach and population:
            found.setdefault(population, Component(population, share.attrs.get("share")))
            reach = noun.last + 3
    return tuple(found.values())

