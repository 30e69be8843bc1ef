"""Who does it by the span itself: a span that begins with its subject, both sides as the subject, the one who speaks."""

from collections.abc import Sequence

from tawatur.grounding.cast import NEAR, Cast
from tawatur.grounding.doers import attributive
from tawatur.grounding.habits import subjects_of
from tawatur.grounding.scene import GOVERNING, Layout, Sign
from tawatur.grounding.stands import governed, nominal
from tawatur.records import Party

Spot = tuple[Layout, int, int]
Trigger = tuple[Layout, Sign]
AIMING = frozenset({"that", "to", "so"})
"""Words behind which stands what is only wanted."""
SAID = 6
"""Tokens before "that" within which the verb of speech stands."""
AUXILIARY = frozenset({"future", "can", "may", "have"})
"""Words behind a subject that tell what it does."""
OPENING = frozenset({"the", "and", "but", "after", "while", "because"})
"""Words that may stand before the subject that a span begins with."""


def told_inside(spots: Sequence[Spot], triggers: Sequence[Trigger]) -> bool:
    """Whether one of the words that carry the claim stands in its spans."""
    return any(first <= sign.first < last for layout, sign in triggers for here, first, last in spots if here is layout)


def they_inside(spots: Sequence[Spot]) -> bool:
    """Whether a pronoun stands in the spans that may be the subject."""
    return any(party.how == "pronoun" and "speaker" not in party.features and not governed(layout, party)
               for layout, first, last in spots for party in layout.parties if first <= party.first < last)


def alone_there(actor: str, spots: Sequence[Spot], triggers: Sequence[Trigger], cast: Cast) -> bool:
    """Whether a span begins with the party as its subject, and only words outside it have somebody else for theirs."""
    if cast.people(actor) or told_inside(spots, triggers):
        return False
    heads = [party for layout, first, last in spots for party in layout.parties if party.how not in ("pronoun", "demonym")
             and _opens(layout, party, first, last) and not attributive(layout, party)]
    return bool(heads) and bool(cast.meant(heads[0]) & cast.kin(actor))


def _opens(layout: Layout, party: Party, first: int, last: int) -> bool:
    """Whether nothing but an article or a word of time stands before a party in its span, and no "that" or "to" before it."""
    if not first <= party.first < last or (layout.roles.get(first - 1) in AIMING and not _told_that(layout, first - 1)):
        return False
    return all(layout.roles.get(at) in OPENING for at in range(first, party.first))


def _told_that(layout: Layout, that: int) -> bool:
    """Whether a word for "that" tells what somebody says is so, and not what he wants."""
    if layout.roles.get(that) != "that":
        return False
    before = [sign for sign in layout.within(that - SAID, that) if sign.names & {"speech", "stance"} and sign.last <= that]
    return bool(before) and "speech" in before[-1].names and "stance" not in before[-1].names


def of_both(actor: str, spots: Sequence[Spot], triggers: Sequence[Trigger], cast: Cast) -> bool:
    """Whether a word, or a span that tells it otherwise, has both sides, whoever they are, for its subject.

    The party is an armed one named shortly before.
    """
    if cast.people(actor) or cast.onlooker(actor):
        return False
    if not told_inside(spots, triggers):
        ahead = [layout for layout, first, last in spots for at in _both(layout, first, last)
                 if any(layout.roles.get(at + step) in AUXILIARY for step in range(1, NEAR))]
        return any(cast.stands(actor, [layout], NEAR) for layout in ahead)
    return any(all(party.how == "pronoun" for party in subjects) and not nominal(layout, sign) and _by_both(layout, sign)
               and cast.stands(actor, [layout], NEAR) for layout, sign, subjects in subjects_of(triggers))


def _by_both(layout: Layout, sign: Sign) -> bool:
    """Whether "both sides" stands where the subject of a word stands."""
    both = _both(layout, *layout.clause(sign.first))
    return any(at == sign.last if layout.order == "after" else at < sign.first for at in both)


def _both(layout: Layout, first: int, last: int) -> list[int]:
    """Where "both sides" stands free in a stretch."""
    return [at for at in range(first, last) if layout.roles.get(at) == "both" and layout.roles.get(at - 1) not in GOVERNING]
