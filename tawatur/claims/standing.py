"""Who the parties of one report are beyond what the packs say: groups that it calls by no known name, states at war at home."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tawatur.packs import Packs
from tawatur.records import Party, Reading

KIND = "kind:"
"""How a feature of a party begins that says of what kind it is."""
FORCE = "armed_group"
WARRING = frozenset({FORCE, "army", "state"})
"""Kinds of parties that are a side wherever they turn up."""
WRITTEN_ONTO = frozenset({"and", "then", "by", "to", "like"})
"""Features of words that another is written onto: what is left of them is no name."""
THIRD = "third"
"""What the packs call one who is no side of a conflict."""


@dataclass(frozen=True)
class Standing:
    """What one report makes of its parties: the kind of each force that the packs do not know, and whose side each is on."""

    kinds: Mapping[str, str] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)


def named(parties: Sequence[Party]) -> list[Party]:
    """The parties of a sentence; a force of which nothing tells whose it is goes by the words of the report."""
    return [replace(party, actor=party.text) if _by_its_words(party) else party for party in parties]


def _by_its_words(party: Party) -> bool:
    return (party.actor is None and party.how == "description" and bool(party.candidates) and _kinds(party) == {FORCE}
            and not party.features & WRITTEN_ONTO)


def _kinds(party: Party) -> set[str]:
    return {feature.removeprefix(KIND) for feature in party.features if feature.startswith(KIND)}


def standing(reading: Reading, packs: Packs) -> Standing:
    """The standing of a reading's parties: an unknown force is a side of its own, and so is the state whose land it plays in."""
    kinds: dict[str, str] = {}
    for party in named(reading.parties):
        if party.actor and party.actor not in packs.actors and (armed := _kinds(party) & WARRING):
            kinds.setdefault(party.actor, min(armed))
    home = packs.states.get(reading.country or "")
    own = {actor: actor for actor in (*kinds, *([home] if home else [])) if packs.sides.get(actor, THIRD) == THIRD}
    return Standing(kinds, {**packs.sides, **own})
