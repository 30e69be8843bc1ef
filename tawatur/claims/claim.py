"""The room's verb: read every kind of claim out of a reading, and hang each on its chains."""

from dataclasses import replace

from tawatur.packs import Packs
from tawatur.records import Claim, Reading


def claim(reading: Reading, packs: Packs) -> Reading:
    """All claims of a reading, by place in the text."""
    claims: list[Claim] = []
    return replace(reading, claims=tuple(claims))
