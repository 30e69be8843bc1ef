"""Asks what is said: one module per kind of the codebook, over the clauses and frames of a sentence; asks not who says so.

`claim(reading, packs)` fills the claims of a reading; chains come from the attributions whose content holds a claim.
"""

from tawatur.claims.claim import claim
from tawatur.claims.clauses import Clause, clauses

__all__ = ["Clause", "claim", "clauses"]
