"""Persons' decisions: entries of a ledger that only grows, and the mark that one leaves on a claim."""

from dataclasses import dataclass
from typing import Any, Literal

Action = Literal["accept", "correct", "reject", "add", "merge", "split", "same_source", "different_source", "date", "redact",
                 "forget", "undo", "derive", "headline"]
"""The codebook's actions; `undo`, whose target is the entry that it takes back; `derive`, a formula over figures (`others`);
`headline`, a claim first in its fact."""
Values = dict[str, Any]
"""Fields of a record in written form."""


@dataclass(frozen=True, slots=True)
class Decided:
    """By whom, when (ISO instant, UTC) and by which entry of the ledger a claim got its status.

    `open`: what the decision was made on reads otherwise by now; somebody should look again.
    """

    review: str
    by: str
    at: str
    note: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that is not in a ledger yet; the fields are those of `Review`."""

    action: Action
    target: str
    by: str
    at: str
    others: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    before: Values | None = None
    after: Values | None = None
    read: Values | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision, appended, never overwritten.

    `target` is the id of a claim, of a report, or of the entry that is undone, or the word `sources`; `others` are the ids that
    are merged with it or split from it; `documents` are the reports whose words the entry may hold. `before` is the target as it
    stood, `after` what is otherwise since, `read` what the program itself read in its place (null: nothing).

    `body` is a digest of these three, of `note` and of `salt`: where a report was forgotten they are empty, and the ledger can
    still be verified. `digest` covers `number`, `body`, `previous` (the digest of the entry before) and the fields that are never
    emptied; `id` begins it.
    """

    number: int
    id: str
    target: str
    action: Action
    others: tuple[str, ...]
    documents: tuple[str, ...]
    before: Values | None
    after: Values | None
    read: Values | None
    by: str
    at: str
    note: str
    salt: str
    body: str
    previous: str
    digest: str


@dataclass(frozen=True, slots=True)
class Ties:
    """What persons said of pairs, each in the order of the alphabet; of two words on one pair the later counts.

    `together`/`apart` hold ids of claims or of reports, `same`/`different` names of sources. `heads` are claims that persons put
    first in their facts, in the order in which they said so.
    """

    together: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
    heads: tuple[str, ...] = ()


NO_TIES = Ties()
"""What persons said who said nothing."""
