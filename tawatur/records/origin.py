"""Who speaks through whom: an origin, and the hands that its words went through until a report printed them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand on the way from an origin to readers: `key` and `name` are a node's, `depth` 0 is the origin itself.

    `sure` is whether it is somebody named. `reports` and `claims` are the ids of what came by this way, through all hands behind
    it; `printed` those reports that this hand published.
    """

    key: str
    name: str
    sure: bool
    depth: int
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """An origin with all hands behind it, each followed by those that took it from there."""

    hands: tuple[Hand, ...]

    @property
    def root(self) -> Hand:
        return self.hands[0]
