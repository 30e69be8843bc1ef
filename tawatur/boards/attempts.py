"""What was tried, allowed and denied at a siege line, by which means, for which reason: rows of `access.csv`."""

from collections.abc import Iterable, Iterator

from tawatur.boards.ground import Ground, by_day
from tawatur.packs import Row
from tawatur.records import Attempt, Claim, Corridor, Position
from tawatur.records.written import write

REASSURING = frozenset({"allowed"})
"""Outcomes that nobody tells who says that it is not so, or only wishes it."""
BEFORE = frozenset({"planned", "conditional"})
"""Modalities of what has not come about."""


def attempts(ground: Ground, claims: Iterable[Claim]) -> tuple[Attempt, ...]:
    """The ways in and out that claims tell of, by means and outcome, in the order of the table."""
    held: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in claims:
        for means, outcome, value in _told(ground, claim):
            held.setdefault((means, outcome, value, claim.modality), []).append(claim)
    made = [Attempt(means, outcome, ground.telling(value, told), ground.tellings((_reason(claim), claim) for claim in told))
            for (means, outcome, value, _), told in held.items()]
    order = {row[column]: at for column in ("means", "outcome") for at, row in enumerate(ground.tables.get("access", ()))}
    return tuple(sorted(made, key=lambda one: (order.get(one.means, 999), one.outcome, by_day(one.telling))))


def _told(ground: Ground, claim: Claim) -> Iterator[tuple[str, str, str]]:
    """The means and outcomes of one claim, each with the word of the codebook that tells it."""
    row = next((row for row in ground.tables.get("access", ()) if _fits(row, claim)), None)
    if row is None:
        return
    outcome = _outcome(row, claim)
    named = ground.passages.named(" ".join(one.quote for one in claim.evidence))
    for means in named or (row["means"],):
        yield means, outcome, row["value"]


def _fits(row: Row, claim: Claim) -> bool:
    if row["kind"] != claim.kind:
        return False
    content = write(claim.content)
    wanted = row["modality"]
    return (content.get(row["field"]) == row["value"] and row["users"] in ("", content.get("for"))
            and (claim.modality == wanted if wanted else True))


def _outcome(row: Row, claim: Claim) -> str:
    """What a row says, unless the claim takes it back: what is denied is not allowed, what is planned has not been seen."""
    content, outcome = claim.content, row["outcome"]
    if isinstance(content, Position):
        return "denied" if content.stance in ("rejects", "withdraws") else outcome
    if outcome in REASSURING and claim.modality in BEFORE:
        return "tried"
    return "denied" if outcome in REASSURING and claim.modality == "denied" else outcome


def _reason(claim: Claim) -> str | None:
    """Why, in words of the report; hazards of a way in those of the codebook."""
    match claim.content:
        case Position() as said:
            return said.reason
        case Corridor() as said:
            return "; ".join(said.hazards) or None
    return None
