"""Numbers that a word leads in before what they count is named, or that say by when something is to be done."""

from collections.abc import Iterable, Mapping

from tawatur.records import Mention, Quantity

LEADS = frozenset({"in", "to"})
"""Roles of words between a verb and its number: put at nine, brought to nine."""
WITHIN = frozenset({"in", "by"})
"""Roles of words behind which a term stands that is set for leaving."""
TERM = 7
"""Tokens between such a term and what is to be done in it."""
DUE = frozenset({"future", "must", "if", "unless"})
"""Roles of words that say that something is to be done."""


def counted_behind(roles: Mapping[int, str], quantity: Quantity, word: Mention) -> float | None:
    """How far a word for those counted is behind a bare number that is led in: put at nine the number of those killed."""
    led = roles.get(quantity.first - 1) in LEADS
    return 0.0 if led and quantity.unit is None and word.first - quantity.last <= 1 else None


def term_set(roles: Mapping[int, str], limits: Iterable[Mention], quantity: Quantity, word: Mention) -> float | None:
    """How far a time is from what is to be done in it: told to leave within an hour, and not "after three days here".

    `limits` are the words for a limit: within.
    """
    if word.first >= quantity.last:
        return 0.0 if word.first - quantity.last <= TERM else None
    led = roles.get(quantity.first - 1) in WITHIN or any(limit.last == quantity.first for limit in limits)
    return 0.0 if led and quantity.first - word.last <= TERM else None


def limit_before(roles: Mapping[int, str], first: int, quantity: Quantity, word: Mention) -> float | None:
    """How far a word for a limit is before a time: out within two days; none where nothing is to be done in it.

    `first` is the first token of the sentence.
    """
    due = any(roles.get(at) in DUE for at in range(first, word.first))
    return 0.0 if due and word.last == quantity.first else None
