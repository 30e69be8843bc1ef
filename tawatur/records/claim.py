"""Claims and the chains of sources they came through."""

from dataclasses import dataclass

from tawatur.records.place import Place
from tawatur.records.review import Decided
from tawatur.records.span import Evidence, Span
from tawatur.records.swift import swift
from tawatur.records.time import Time


@swift
@dataclass(frozen=True, slots=True)
class Source:
    """One node of a chain; `text` as the report words it, `name` the usual name where the packs know one.

    `kind`: outlet · agency · organisation · person · correspondent · unnamed · document. `actor`: the party it speaks for.
    `via`: statement · tweet · phone · interview · audio · broadcast · messenger, or None. `start`/`end` are None for a node
    that stands nowhere in the text (the outlet, from metadata).
    """

    name: str
    text: str
    kind: str
    role: str | None = None
    actor: str | None = None
    via: str | None = None
    said_at: Time | None = None
    start: int | None = None
    end: int | None = None


Chain = tuple[Source, ...]
"""Outlet first, origin last."""


@swift
@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is made to say what: a chain, the cue's span, and how far the words reach."""

    id: str
    document: str
    chain: Chain
    cue: Span | None
    content: tuple[Span, ...]
    claims: tuple[str, ...] = ()
    denies: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the counted people: a share in words ("most") or a number."""

    population: str
    share: str | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Something counted; see the codebook for bounds and measures. `part_of`/`same_people_as` are claim ids."""

    measure: str
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None = None
    population: str | None = None
    nationality: str | None = None
    group: str | None = None
    composition: tuple[Component, ...] = ()
    part_of: str | None = None
    same_people_as: str | None = None
    since: Time | None = None
    as_of: Time | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """The two halves of a bargain, as worded."""

    gives: str | None = None
    gets: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What a party wants or refuses in a negotiation."""

    party: str | None
    stance: str
    issue: str | None
    object: str | None = None
    counterpart: str | None = None
    terms: Terms | None = None
    reason: str | None = None
    reason_given_by: str | None = None
    via: str | None = None
    told_by: str | None = None


@dataclass(frozen=True, slots=True)
class Talks:
    """The state of a negotiation."""

    parties: tuple[str, ...]
    status: str
    mediator: str | None = None
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corridor:
    """A way out or in, as reported: never a route to travel. (`for_` is written `for` in exports.)"""

    name: str | None
    status: str
    proposed_by: str | None = None
    refused_by: str | None = None
    for_: str | None = None
    hazards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, in PLOVER's types and modes. (`with_` is written `with` in exports.)"""

    event: str
    mode: str | None = None
    actor: str | None = None
    with_: tuple[str, ...] = ()
    target: str | None = None
    weapon: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """How people live, and what keeps them from leaving or aid from coming in."""

    sector: str
    barrier: str | None = None
    responsible: tuple[str, ...] = ()
    population: str | None = None


@dataclass(frozen=True, slots=True)
class Control:
    """Who holds what; the places stand in the claim."""

    actor: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Appeal:
    """Who calls on whom for what."""

    by: str | None
    to: tuple[str, ...] = ()
    issue: str | None = None
    on_behalf_of: str | None = None


Content = Figure | Position | Talks | Corridor | Event | Condition | Control | Appeal


@swift
@dataclass(frozen=True, slots=True)
class Claim:
    """A content and the chains it came through, grounded in spans of an untouched document.

    `status`: suggested · accepted · corrected · rejected; `decided` says by whom, and is null where nobody has decided.
    """

    id: str
    document: str
    content: Content
    evidence: tuple[Evidence, ...]
    chains: tuple[Chain, ...]
    modality: str = "asserted"
    time: Time | None = None
    places: tuple[Place, ...] = ()
    engine: str = "rules"
    rule: str = ""
    confidence: float = 0.5
    status: str = "suggested"
    decided: Decided | None = None

    @property
    def kind(self) -> str:
        """The codebook's name of the kind, in lower case: the content's class."""
        return type(self.content).__name__.lower()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A claim that did not pass the grounding gate, and why."""

    document: str
    claim: Claim
    reason: str
