"""Asks who is made to say what, through whom, and how far the words of each source reach; asks not what the words claim.

`attribute(reading, packs)` fills the reading's attributions. Of several that cover a place the innermost (smallest content)
is the one that speaks there; several of equal content are speakers named together. What none covers is the outlet's own.
"""

from tawatur.attribution.attribute import attribute

__all__ = ["attribute"]
