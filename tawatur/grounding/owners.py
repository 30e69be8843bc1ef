"""Whose the counted are: the group that stands by the number, that holds the land, or that was named last."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tawatur.grounding.cast import Cast
from tawatur.grounding.doers import doers
from tawatur.grounding.numbers import amounts
from tawatur.grounding.parts import BEFORE
from tawatur.grounding.scene import Layout
from tawatur.grounding.stands import governed
from tawatur.records import Party

Spot = tuple[Layout, int, int]
FAR = 6
"""Tokens from a number to the group that its people belong to."""
NEXT = 3
"""Tokens behind a number within which the group that stands there is theirs."""
HELD = 12
"""Tokens from a share of land to the word that tells who holds it."""
ELSE = frozenset({"by", "against", "on", "in", "for", "to"})
"""Prepositions whose noun does something to the counted, or is a place."""
HOLDING = {"area_held": "control:holds", "area_captured": "control:captured"}
"""The words by which somebody holds the land that is measured, or takes it."""
HOSTED = "hosted"
SUFFERED = frozenset({"killed", "injured", "detained"})
"""Measures of what somebody else does to the counted."""
ARMED = frozenset({"fighters", "soldiers"})


def disagreement(actor: str, said: Mapping[str, Any], spots: Sequence[Spot], cast: Cast) -> str | None:
    """Why the counted are not this group's."""
    kin = cast.kin(actor)
    if said.get("measure") == HOSTED and any(cast.named(layout) & kin for layout, _, _ in spots):
        return None  # whose guests they are, as well as who they are
    holders = list(_holders(said, spots, cast))
    theirs = [party for layout, low, high in _numbers(said, spots) for party in _beside(layout, low, high, cast)]
    for named in (holders, theirs):
        if named and not any(cast.meant(party) & kin for party in named):
            return f"group: the words by the number name {named[0].text}, not {actor}"
    if holders or theirs:
        return None
    if said.get("measure") in SUFFERED and any(cast.meant(party) & kin for party in _harming(spots, cast)):
        return f"group: the text has {actor} do it, not suffer it"
    around = [
        party
        for layout, first, last in spots
        for party in layout.parties
        if party.first < last + FAR and first - FAR < party.last and cast.meant(party) & kin
    ]
    if cast.people(actor) and not around and (said.get("population") in ARMED or not any(_people(*spot) for spot in spots)):
        return f"group: nothing by the number speaks of {actor}"
    if cast.monitor(actor):
        return f"group: {actor} tells the number, and is not counted"
    if cast.onlooker(actor) and not around:
        return f"group: nothing by the number names {actor}"
    if around or any(cast.named(layout) & kin or cast.last(layout, BEFORE) & kin for layout, _, _ in spots):
        return None
    if any(cast.stands(actor, [layout]) for layout, _, _ in spots):
        return None
    return f"group: nothing by the number names {actor}"


def _numbers(said: Mapping[str, Any], spots: Sequence[Spot]) -> Iterator[Spot]:
    """Where the claim's number stands in its spans."""
    for layout, first, last in spots:
        for amount in amounts(layout, first, last):
            if said.get("value") in (None, amount.value):
                yield layout, amount.first, amount.last


def _beside(layout: Layout, low: int, high: int, cast: Cast) -> Iterator[Party]:
    """The groups that stand in a number's phrase or right behind it, as those whose the counted are."""
    for party in layout.parties:
        if not (low <= party.first < high + NEXT) or not party.actor or party.how in ("pronoun", "unknown"):
            continue
        role = governed(layout, party)
        within = party.first < high  # "over 60 rebel fighters": what stands before the number governs no name in its phrase
        if (within or role not in ELSE or "to" in party.features) and (cast.acts(party) or party.how == "demonym"):
            yield party


def _holders(said: Mapping[str, Any], spots: Sequence[Spot], cast: Cast) -> Iterator[Party]:
    """Who is told to hold or to take the land that is measured."""
    told = HOLDING.get(str(said.get("measure", "")))
    if told is None:
        return
    for layout, first, last in spots:
        for sign in layout.within(first - HELD, last):
            if told in sign.names and sign.pos in ("verb", "noun"):
                yield from (party for party in doers(layout, sign) if party.actor and cast.acts(party))


def _harming(spots: Sequence[Spot], cast: Cast) -> Iterator[Party]:
    """Who is the subject of a verb that kills, wounds or takes away, by the numbers."""
    for layout, first, last in spots:
        for sign in layout.within(first - HELD, last):
            if sign.pos != "verb" or "noun" in sign.features or not any(f"measure:{one}" in sign.names for one in SUFFERED):
                continue
            for party in doers(layout, sign)[:1]:
                if party.last <= sign.first or party.first - sign.last <= 1:
                    yield party


def _people(layout: Layout, first: int, last: int) -> bool:
    """Whether a word for people who bear no arms stands in a span or right beside it."""
    return any(
        ("people" in sign.names and "people:fighters" not in sign.names)
        or any(name.startswith("population:") and name.partition(":")[2] not in ("", *ARMED) for name in sign.names)
        for sign in layout.within(first - NEXT, last + NEXT)
    )
