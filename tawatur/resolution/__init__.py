"""Finds which in the world: actor ids, gazetteer places, days; ranked candidates with reasons, never a silent guess.

`resolve(reading, packs)` replaces the reading's parties, localities and times by resolved ones. What is not found stays
named and unresolved.
"""

from tawatur.resolution.resolve import resolve

__all__ = ["resolve"]
