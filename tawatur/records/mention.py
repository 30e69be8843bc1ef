"""What was found where in the text, before anyone asks what it means in the world.

`start`/`end` are code points of the document; `first`/`last` are token indexes, half-open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tawatur.records.place import Candidate, Place
from tawatur.records.swift import swift
from tawatur.records.time import Time

PERSON = "person"
"""How those stand in the text who are told by their own name, and the number of pronouns that only mean such a one."""
LEADS = "leads"
"""What the rows of voices say that nouns for those who lead serve."""
TAKES = "takes:"
"""How a feature of a definite noun begins that says of what kind they may be whom it takes up."""
LEADER = f"{TAKES}person"
"""The feature of a noun for one who leads: it takes up who was named last."""


@swift
@dataclass(frozen=True, slots=True)
class Mention:
    """A row of the packs that stands in the text.

    `kind` is the table's name (`term`, `actor`, `speech`, `number` …), `attrs` its columns, `features` the inflection and
    the clitics seen (`past`, `present`, `participle`, `plural`, `definite`, `and`, `to`, `its` …), `rule` names file and row.
    """

    kind: str
    start: int
    end: int
    first: int
    last: int
    form: str
    attrs: Mapping[str, str]
    features: frozenset[str]
    rule: str


@swift
@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as said, with its bound, and the noun that is counted.

    `value`/`low`/`high`/`bound` by the codebook; `unit` and `population` from the counted noun's row, None where no row
    counts it; `term` the counted noun as written; `measure` where the noun itself tells it ("قتيلا": killed); `partitive`
    when the phrase counts a part of something named before ("of them", بينهم); `whole` the start of the quantity it is part of.
    """

    start: int
    end: int
    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None = None
    population: str | None = None
    nationality: str | None = None
    term: str | None = None
    measure: str | None = None
    partitive: bool = False
    whole: int | None = None
    share: str | None = None
    rule: str = ""


@swift
@dataclass(frozen=True, slots=True)
class Temporal:
    """A time expression: `role` is `at`, `since`, `until` or `for`; `expression` what was understood of it."""

    start: int
    end: int
    first: int
    last: int
    role: str
    expression: Mapping[str, str | int]
    time: Time | None = None
    rule: str = ""


@swift
@dataclass(frozen=True, slots=True)
class Locality:
    """A place named in the text; `place` is None until resolved, and its `id` stays None when it is not found.

    `noun` is the kind that the text calls it (`town`, `crossing` …), `relation` what of it is meant: None for itself, or `near` ·
    `between` · `countryside` · `line` · `part`. A `rule` that ends in `?` is a name that only its resolution can prove.
    """

    start: int
    end: int
    first: int
    last: int
    name: str
    noun: str | None = None
    role: str = "at"
    place: Place | None = None
    candidates: tuple[Candidate, ...] = ()
    rule: str = ""
    relation: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who may act: `actor` is an id of the packs or the name as written; None while unresolved.

    `how`: `name` · `description` ("the US-backed forces") · `pronoun` · `unknown` (a group no pack knows) · `person`
    (an official; `actor` is then the party spoken for).
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    how: str
    actor: str | None
    features: frozenset[str] = field(default_factory=frozenset)
    candidates: tuple[Candidate, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, without the marks."""

    start: int
    end: int
    first: int
    last: int
