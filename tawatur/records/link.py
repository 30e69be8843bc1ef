"""What two claims or two reports are to each other, and what is held of several claims together."""

from dataclasses import dataclass

from tawatur.records.place import Reason
from tawatur.records.span import Span


@dataclass(frozen=True, slots=True)
class Reuse:
    """A sentence of the left report that stands in the right one too; `share` of its words, 0–1."""

    left: Span
    right: Span
    share: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims, or two reports, and what one is to the other. `left` and `right` are ids.

    `relation`: `repeats` (same root) · `supports` · `refines` · `updates` · `contradicts`; the right one does it to the left one.
    Between reports it is always `repeats`; `label` then says how (`reprint` · `excerpt` · `updated_version` · `shared_passage`
    · `agency_copy` · `translated_agency_copy` · `translation`), `passages` which sentences, and `first` which of the two is the
    older, where both dates are known. The weights of the reasons add up to the link's score.
    """

    left: str
    right: str
    relation: str
    reasons: tuple[Reason, ...] = ()
    label: str | None = None
    first: str | None = None
    passages: tuple[Reuse, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A hand that a claim went through. `key` is the same in every report and language; `sure` whether it is somebody named.

    `within` are the keys of the bodies that it is a part of.
    """

    key: str
    name: str
    sure: bool
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Descent:
    """How a claim came down in one of its chains: outlet first, origin last; reports that copy stand behind what they copy."""

    claim: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Independent:
    """How many roots are surely different (`least`), and how many may be (`most`)."""

    least: int
    most: int


OPPOSED = "opposed"
"""The name of the reason for a link between two values that cannot both hold at one time: yes and no, agreed and dead.

Such a link ties two facts; it never makes one of them.
"""


SAME_VOICE = "same_voice"
"""The name of the reason by which the later of two opposites came in the place of the other: one origin tells both, or the party
itself the later."""


@dataclass(frozen=True, slots=True)
class Step:
    """What keeps a fact from being surer, or takes something from it: `cause`, its ISO day (None: unknown), and by which claims.

    `cause`: `copied` · `relayed` · `unsure` · `heard` · `differs` · `denied` · `contradicted` · `opposed` · `reversed` ·
    `otherwise` (by others, of a later day).
    `left`/`right` are the rungs before and after; they are the same where something stands against a fact without taking a root.
    """

    cause: str
    date: str | None
    claims: tuple[str, ...]
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims that answer one question. Nothing is averaged: `low`/`high` are the ends of what the sources say together.

    `agreement`: `single` · `agree` · `changed` · `conflict` · `undetermined`; `why` is the cause where values differ.
    `roots` are the origins by name; `grounds` say in which way the reports come down to them.

    `certainty` is the rung of a ladder that counts roots: `one_root` · `one_root_relayed` · `two_or_more` · `across_sides` ·
    `conceded` (by the accused); `steps` are all that lies between it and the number of reports, or is against it.
    Where numbers differ the rung is that of one of them alone, told by the claims `counted`: the headline's, else the most told.
    `headline` is the claim that a person put first; None where nobody did.
    """

    id: str
    kind: str
    claims: tuple[str, ...]
    roots: tuple[str, ...]
    independent: Independent
    agreement: str
    why: str | None = None
    low: float | None = None
    high: float | None = None
    episode: str | None = None
    grounds: tuple[Reason, ...] = ()
    certainty: str | None = None
    steps: tuple[Step, ...] = ()
    counted: tuple[str, ...] = ()
    headline: str | None = None
