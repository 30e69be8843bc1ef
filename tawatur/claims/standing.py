"""Who the parties of one report are beyond what the packs say: groups that it calls by no known name, states at war at home."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tawatur.claims.described import described
from tawatur.packs import Packs
from tawatur.records import PERSON, Party, Reading

KIND = "kind:"
"""How a feature of a party begins that says of what kind it is."""
FORCE = "armed_group"
WARRING = frozenset({FORCE, "army", "state"})
"""Kinds of parties that are a side wherever they turn up."""
ARMY = "army"
"""The kind of an army, of which a report has one where it names none."""
OFFICES = frozenset({"state", "government"})
"""Kinds of parties that a description means by an office of theirs."""
WRITTEN_ONTO = frozenset({"and", "then", "by", "to", "like"})
"""Features of words that another is written onto: what is left of them is no name."""
THIRD = "third"
"""What the packs call one who is no side of a conflict."""


@dataclass(frozen=True)
class Standing:
    """What one report makes of its parties: the kind of each that the packs do not know, and whose side each is on."""

    kinds: Mapping[str, str] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    described: Mapping[int, Party] = field(default_factory=dict)
    """Those whom only a noun of their part names, by the token of that noun."""


def alone(party: Party) -> bool:
    """Whether a person goes by his own name because nothing tells whose he is."""
    return party.how == PERSON and party.actor == party.text


def named(parties: Sequence[Party]) -> list[Party]:
    """The parties of a sentence; a force of which nothing tells whose it is goes by the words of the report."""
    owned = {party.start for party in parties if party.how == "pronoun"}  # "our forces" is no name for anybody's
    return [replace(party, actor=party.text) if party.start not in owned and _by_its_words(party) else party for party in parties]


def _by_its_words(party: Party) -> bool:
    """Whether a description that nothing resolves is written as a name, or means some armed group."""
    written = party.text.split()
    if party.actor is None and party.how == "description" and len(written) > 1 and written[-1][0].isupper():
        return not _kinds(party) & OFFICES  # a "Foreign Minister" is no name
    if party.actor is None and party.how == "description" and len(written) > 1 and not party.candidates and ARMY in _kinds(party):
        return True
    return (party.actor is None and party.how == "description" and bool(party.candidates) and _kinds(party) == {FORCE}
            and not party.features & WRITTEN_ONTO)


def _kinds(party: Party) -> set[str]:
    return {feature.removeprefix(KIND) for feature in party.features if feature.startswith(KIND)}


def standing(reading: Reading, packs: Packs) -> Standing:
    """The standing of a reading's parties: an unknown force is a side of its own, and so is the state whose land it plays in."""
    kinds: dict[str, str] = {}
    for party in named(reading.parties):
        group = bool(party.actor) and party.how != PERSON and party.actor not in packs.actors
        if group and party.actor and (armed := (_kinds(party) or {FORCE}) & WARRING):
            kinds.setdefault(party.actor, min(armed))
    worded = described(reading, packs)
    for party in worded.values():
        kinds.setdefault(party.text, min(_kinds(party)))
    home = packs.states.get(reading.country or "")
    taking = (actor for actor, kind in kinds.items() if kind in WARRING)
    own = {actor: actor for actor in (*taking, *([home] if home else [])) if packs.sides.get(actor, THIRD) == THIRD}
    return Standing(kinds, {**packs.sides, **own}, worded)
