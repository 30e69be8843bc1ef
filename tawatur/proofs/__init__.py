"""Whether a briefing says no more than its sources: numbers, names and places stand in cited words; nothing reported is a fact.

    prove(brief, language, grounds) -> Proof       the briefing without the lines that fail, and what was found of each

`Grounds` are what a line is held against: the reports' texts and the packs. A name that stands elsewhere in the report is cited
from there; a line with something that stands nowhere, or without who says it, is withheld, and counted on the page.
"""

from tawatur.proofs.grounds import Grounds
from tawatur.proofs.prove import Fault, Proof, prove

__all__ = ["Fault", "Grounds", "Proof", "prove"]
