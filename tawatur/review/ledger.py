"""What a ledger amounts to: which of its entries count, what they say of reports, and which things they tie together."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from tawatur.records import Review, Ties
from tawatur.records.review import Values

CLAIMS = ("accept", "correct", "reject", "add")
"""Actions on a claim. (`correct` may be one on a report, too.)"""
_PAIRS = {"merge": "together", "split": "apart", "same_source": "same", "different_source": "different"}


def effective(entries: Sequence[Review]) -> list[Review]:
    """The entries that nobody has taken back, without those that take back. An undo may itself be undone."""
    undone: set[str] = set()
    kept: list[Review] = []
    for entry in reversed(entries):
        if entry.id in undone:
            continue
        if entry.action == "undo":
            undone.add(entry.target)
        else:
            kept.append(entry)
    return kept[::-1]


def of_claim(entry: Review) -> bool:
    """Whether an entry decides on a claim, and not on a report."""
    return entry.action in CLAIMS and entry.target not in entry.documents


def standing_on(entry: Review, entries: Sequence[Review]) -> Review | None:
    """The last decision that was made on top of this one and still counts; it must be taken back first."""
    later = [one for one in effective(entries) if one.number > entry.number and one.target == entry.target]
    fields = set(entry.after or {})
    return next((one for one in reversed(later) if of_claim(entry) or fields & set(one.after or {})), None)


def said(entries: Sequence[Review]) -> Values:
    """What persons said of a report, by field, in written form; the entries are those of that report."""
    found: Values = {}
    for entry in effective(entries):
        if entry.action in ("date", "correct") and not of_claim(entry):
            found |= entry.after or {}
    return found


def ties(entries: Sequence[Review]) -> Ties:
    """What belongs together or apart, of a whole ledger."""
    verdicts: dict[tuple[bool, tuple[str, str]], str] = {}
    for entry in effective(entries):
        if verdict := _PAIRS.get(entry.action):
            names = (entry.after or {}).get("names", ()) if verdict in ("same", "different") else (entry.target, *entry.others)
            for pair in combinations(sorted(set(names)), 2):
                verdicts[verdict in ("same", "different"), (pair[0], pair[1])] = verdict
    heads = tuple(entry.target for entry in effective(entries) if entry.action == "headline")
    return Ties(**{verdict: _pairs(verdicts.items(), verdict) for verdict in _PAIRS.values()}, heads=heads)


def _pairs(verdicts: Iterable[tuple[tuple[bool, tuple[str, str]], str]], wanted: str) -> frozenset[tuple[str, str]]:
    return frozenset(pair for (_, pair), verdict in verdicts if verdict == wanted)
