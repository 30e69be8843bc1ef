"""When two claims are on one matter, so that one may turn the other about: for links, and for what lays claims side by side."""

from collections.abc import Iterable

SIDES = 2
"""Parties that two states of talks must share: one party may talk with several at a time."""
ANSWERS = frozenset({"accepts", "withdraws"})
"""Stances on what is on the table already; who demands one thing and rejects another has not turned about."""


def same_talks(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two states may be of the same talks: the parties of the one are among those of the other."""
    one, other = set(ours), set(theirs)
    return len(one & other) >= SIDES and (one <= other or other <= one)


def answered(*stances: str | None) -> bool:
    """Whether one of two stances is on what is on the table already, so that an issue they share is one matter."""
    return not ANSWERS.isdisjoint(stances)
