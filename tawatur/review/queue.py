"""What deserves an eye next."""

from collections.abc import Iterable

from tawatur.records import Claim

WEIGHTS = {"position": 1.0, "corridor": 1.0, "figure": 1.0, "talks": 1.0, "control": 0.6, "condition": 0.5, "event": 0.5,
           "appeal": 0.4}
"""How much hangs on a claim of a kind: what a briefing opens with weighs most."""


def queue(claims: Iterable[Claim]) -> list[Claim]:
    """What wants a decision: first those decided on something that reads otherwise by now, then the doubtful that matter most."""
    waiting = [claim for claim in claims if _reopened(claim) or claim.status == "suggested"]
    return sorted(waiting, key=lambda claim: (not _reopened(claim), -urgency(claim)))


def urgency(claim: Claim) -> float:
    """Between 0 and 1: how doubtful a claim is, times how much hangs on its kind."""
    return (1 - claim.confidence) * WEIGHTS.get(claim.kind, min(WEIGHTS.values()))


def _reopened(claim: Claim) -> bool:
    return claim.decided is not None and claim.decided.open
