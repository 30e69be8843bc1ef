"""Asks whether a claim agrees with its spans in number, bound, polarity, predicate, parties and direction; adds nothing.

`ground(reading, packs)` keeps the claims of a reading that agree and moves the others to its refusals; `check` tells why one
claim does not, `examine` does so for a claim in its written form, of which only the fields that are there are checked. How a
claim was made is nobody's business here: every engine's claims pass the same gate, the rules' too.
"""

from tawatur.grounding.gate import Gate, check, examine, ground

__all__ = ["Gate", "check", "examine", "ground"]
