"""Knows that a person decided: seals the ledger, settles what stands after it, says what deserves an eye next; decides nothing.

    sealed(draft, last, salt) -> Review           a decision as the entry behind the last one
    flaws(entries, count, head) -> flaws          whatever in a ledger is not as it was sealed
    settle(claims, entries) -> standings          the claims of a report as they stand after its decisions
    ties(entries) -> Ties                         what belongs together or apart: claims, reports, sources
    queue(claims) -> claims                       what wants a decision, the most urgent first
"""

from tawatur.review.chain import Flaw, erased, flaws, sealed
from tawatur.review.ledger import effective, said, standing_on, ties
from tawatur.review.queue import queue
from tawatur.review.settle import Standing, alike, difference, settle

__all__ = ["Flaw", "Standing", "alike", "difference", "effective", "erased", "flaws", "queue", "said", "sealed", "settle",
           "standing_on", "ties"]
