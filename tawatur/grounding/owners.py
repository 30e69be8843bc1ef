"""Whose the counted are: the group that stands by the number, that holds the land, or that was named last."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tawatur.grounding.cast import Cast
from tawatur.grounding.doers import doers
from tawatur.grounding.numbers import amounts
from tawatur.grounding.parts import BEFORE, not_doing
from tawatur.grounding.scene import GOVERNING, Layout, Sign
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
LAND = frozenset({"area_held", "area_captured"})
HOLDING = frozenset({"control:holds", "control:captured"})
"""The words by which somebody holds the land that is measured, or takes it."""
HOSTED = "hosted"
SUFFERED = frozenset({"killed", "injured", "detained"})
"""Measures of what somebody else does to the counted."""
BEFALLEN = SUFFERED | {"surrendered", "displaced", "trapped", "missing"}
"""Measures of what becomes of the counted by somebody else."""
AGENT = frozenset({"by", "to", "against"})
"""Prepositions whose noun is the one by whom, or the one to whom the counted give themselves up."""
ARMED = frozenset({"fighters", "soldiers"})


def disagreement(actor: str, said: Mapping[str, Any], spots: Sequence[Spot], cast: Cast) -> str | None:
    """Why the counted are not this group's."""
    kin = cast.kin(actor)
    if said.get("measure") == HOSTED and any(cast.named(layout) & kin for layout, _, _ in spots):
        return None  # whose guests they are, as well as who they are
    holding = list(_holding(said, spots))
    if holding:
        return not_doing("group", actor, spots, holding, frozenset(), cast)
    theirs = [party for layout, low, high in _numbers(said, spots) for party in _beside(layout, low, high, cast)]
    if theirs and not any(cast.meant(party) & kin for party in theirs):
        return f"group: the words by the number name {theirs[0].text}, not {actor}"
    if theirs:
        return None
    if said.get("measure") in SUFFERED and any(cast.meant(party) & kin for party in _harming(spots, cast)):
        return f"group: the text has {actor} do it, not suffer it"
    around = [
        party
        for layout, first, last in spots
        for party in layout.parties
        if party.first < last + FAR and first - FAR < party.last and cast.meant(party) & kin
    ]
    unarmed = cast.people(actor) and not any(party.last - party.first > 1 for party in around)
    if unarmed and (said.get("population") in ARMED or (not around and not any(_people(*spot) for spot in spots))):
        return f"group: nothing by the number speaks of {actor}"
    told = [(layout, party, first) for layout, first, _ in spots for party in layout.parties if cast.meant(party) & kin]
    if said.get("measure") in BEFALLEN and told and all(
            party.first > first and governed(layout, party) in AGENT for layout, party, first in told):
        return f"group: the text has {actor} do it to others, or others come to {actor}"
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
        if party.how != "demonym" and any(place.first == party.first for place in layout.localities):
            continue  # where it was
        role = governed(layout, party)  # "over 60 rebel fighters": what stands before the number governs no name in its phrase
        within = party.first < high or not any(layout.roles.get(at) in GOVERNING for at in range(low, party.first))
        own = cast.acts(party) or party.how == "demonym" or (party.first < high and party.last - party.first > 1)
        if own and (within or role not in ELSE or "to" in party.features):
            yield party


def _holding(said: Mapping[str, Any], spots: Sequence[Spot]) -> Iterator[tuple[Layout, Sign]]:
    """The words that tell that somebody holds or takes the land that is measured."""
    if said.get("measure") in LAND:
        for layout, first, last in spots:
            yield from ((layout, sign) for sign in layout.within(first - HELD, last)
                        if sign.names & HOLDING and sign.pos in ("verb", "noun"))


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
