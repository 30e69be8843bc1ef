"""Who acts and who speaks, as the packs know them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Actor:
    """A party, body or group; `names` per language, the usual one first."""

    id: str
    name: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kind: str = "group"
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes or transmits; `speaks_for` is the actor whose voice it is, if it is a party's own."""

    id: str
    name: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kind: str = "outlet"
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A public official or spokesman; `actor` is the party or body that he or she speaks for."""

    id: str
    name: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    actor: str | None = None
    role: str | None = None
