"""Finds where in the text things stand: rows of the packs, quantities, times, places, parties, quotations; not what they mean.

`annotate(reading, packs)` fills those fields of the reading. It knows neither the world nor who says so.
"""

from tawatur.mentions.annotate import annotate

__all__ = ["annotate"]
