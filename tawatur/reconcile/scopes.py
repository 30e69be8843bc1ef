"""What the codebook and the packs say of the scope of figures and of who stands on which side."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tawatur.packs import Packs
from tawatur.records import Actor

THIRD = "third"
"""The side of those who are none of the parties'."""


@dataclass(frozen=True)
class Scopes:
    """`stocks` are measures of what is there at one time, `defined` those that hang on a definition, `bodies` the kinds of actors
    that count by one; `sides` gives the side of each actor that takes one."""

    stocks: frozenset[str] = frozenset()
    defined: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)

    def side(self, actor: str) -> str | None:
        """The side that an actor takes, its whole's if it has none of its own; None for third parties."""
        for one in self.wholes(actor):
            if side := self.sides.get(one):
                return None if side == THIRD else side
        return None

    def wholes(self, actor: str) -> tuple[str, ...]:
        """An actor and the bodies that it is a part of."""
        found = [actor]
        while (known := self.actors.get(found[-1])) and known.part_of and known.part_of not in found:
            found.append(known.part_of)
        return tuple(found)

    def defines(self, name: str) -> bool:
        """Whether an actor counts by a definition of its own."""
        return name in self.actors and self.actors[name].kind in self.bodies


def scopes(packs: Packs) -> Scopes:
    """The scopes of the packs."""
    rows = packs.tables.get("definitions", ())
    defined, bodies = (frozenset(row["value"] for row in rows if row["field"] == name) for name in ("measure", "kind"))
    kin = packs.tables.get("kin", ())
    stocks = frozenset(row["value"] for row in kin if row["field"] == "figure.measure" and row["kin"] == "stock")
    return Scopes(stocks, defined, bodies, packs.actors, packs.sides)
