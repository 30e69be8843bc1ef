"""What a counted noun tells by itself, and how far a word may be that tells something else of it."""

from dataclasses import dataclass

from tawatur.records import Mention, Quantity
from tawatur.records.swift import swift

HEAVIEST = 40.0
PAIR = 2
_OWN = {"killed": 0.0, "lasts": 0.0, "cost": 0.0, "injured": 3.5, "residents": 30.0, "fighters_present": 30.0}
"""How heavy the measure of a counted noun itself is; 9 where nothing else is said."""
MANY = 5.0
"""The same for thousands that nothing is said of: no ages, hours and articles are told in thousands."""
THOUSANDS = 1000
TWO = {"killed": 0.0, "strikes": 0.0, "injured": 2.0, "area_held": 0.0}
"""How heavy the measure of a noun is that counts itself as two: two martyrs, two shells."""
NAMED = {"casualties": "killed", "lasts": "duration"}
PRESENT = frozenset({"residents", "fighters_present"})
"""Measures that say no more than that those people are there."""
CROWD = 3
"""How many are told of as being there, at least."""
NEEDING = frozenset({"duration", "tonnage", "case"})
"""What a noun only may measure: it needs a word beside it that says so."""
LIMITED = frozenset({"people", "families"})


@swift
@dataclass(frozen=True, slots=True)
class Telling:
    """A measure, how heavy the way to it was, and the word that told it (None: the noun itself)."""

    measure: str
    weight: float
    word: Mention | None


def own(quantity: Quantity) -> Telling | None:
    """What a counted noun tells by itself, and how heavy that is; None where it needs a word beside it."""
    if quantity.measure is None or quantity.measure in NEEDING:
        return None
    if quantity.measure in PRESENT and quantity.value is not None and quantity.value < CROWD:
        return None  # one gunman is told of by what he does
    if quantity.share == "alone":
        weight = TWO.get(quantity.measure) if quantity.value == PAIR else None
        return None if weight is None else Telling(quantity.measure, weight, None)
    return Telling(NAMED.get(quantity.measure, quantity.measure), _OWN.get(quantity.measure, 9.0), None)


def limit(quantity: Quantity) -> float:
    """How heavy the way to a word may be that tells the measure of a quantity."""
    if quantity.share == "alone":
        return 3.0 if quantity.unit in LIMITED or quantity.value == PAIR else 1.0
    if quantity.share == "many":
        return 7.0
    if quantity.unit is None and not quantity.partitive:
        least = quantity.value if quantity.value is not None else quantity.low
        return MANY if least is not None and least >= THOUSANDS and not least % THOUSANDS else 1.5
    return HEAVIEST
