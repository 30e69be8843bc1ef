"""Numbers that a word leads in before what they count is named, or that say by when something is to be done."""

from collections.abc import Mapping

from tawatur.records import Mention, Quantity

LEADS = frozenset({"in", "to"})
"""Roles of words between a verb and its number: put at nine, brought to nine."""
DUE = frozenset({"future", "must", "if", "unless"})
"""Roles of words that say that something is to be done."""


def counted_behind(roles: Mapping[int, str], quantity: Quantity, word: Mention) -> float | None:
    """How far a word for those counted is behind a bare number that is led in: put at nine the number of those killed."""
    led = roles.get(quantity.first - 1) in LEADS
    return 0.0 if led and quantity.unit is None and word.first - quantity.last <= 1 else None


def limit_before(roles: Mapping[int, str], first: int, quantity: Quantity, word: Mention) -> float | None:
    """How far a word for a limit is before a time: out within two days; none where nothing is to be done in it.

    `first` is the first token of the sentence.
    """
    due = any(roles.get(at) in DUE for at in range(first, word.first))
    return 0.0 if due and word.last == quantity.first else None
