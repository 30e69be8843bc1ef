"""What several claims show side by side: who wants what, ways, a siege, attacks. Every value stands with its claims."""

from dataclasses import dataclass

from tawatur.records.link import Independent
from tawatur.records.place import Place

ALONE = Independent(1, 1)
"""One origin."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One value as it is told: a word of the codebook, an id, or words of a report (None where the value is the claim itself).

    `claims` are ids, the fullest first; `first`/`last` the ISO days between which it was said (None: nobody knows);
    `modality` is that of the fullest claim; `roots` the origins by name, of which `independent` are different.
    """

    value: str | None
    claims: tuple[str, ...]
    modality: str = "asserted"
    first: str | None = None
    last: str | None = None
    roots: tuple[str, ...] = ()
    independent: Independent = ALONE


@dataclass(frozen=True, slots=True)
class Package:
    """What a party would give for what, as worded; one of both may be missing."""

    gives: str | None
    gets: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """A position of a party on an issue. `telling.value` is the stance; `told_by` whose account it is: self, counterpart, third.

    `superseded_by` is the claim by which the party has turned about since; None while it stands.
    """

    telling: Telling
    told_by: tuple[str, ...]
    object: str | None = None
    counterpart: str | None = None
    packages: tuple[Package, ...] = ()
    reasons: tuple[Telling, ...] = ()
    via: tuple[Telling, ...] = ()
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party said on one issue: the latest first, those without a known day last."""

    party: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What two parties' positions on an issue are to each other: `exclude` or `agree`; `ground` says by what.

    `ground`: `refused` (the one wants what the other refuses) · `places` (each wants another place, and there can be but one) ·
    `accepted` (the one wants what the other accepts) · `same` (both want it).
    """

    kind: str
    left: str
    right: str
    ground: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One issue: what each party said on it, and how these sayings stand to each other."""

    issue: str
    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """A state of talks; `telling.value` is the status."""

    parties: tuple[str, ...]
    mediator: str | None
    telling: Telling


@dataclass(frozen=True, slots=True)
class Turn:
    """A reversal: of talks, or of a party's position on an issue. `dated`: whether known days say which came first.

    `same_voice`: whether one origin tells both, or the party itself the later; else others tell it otherwise.
    """

    parties: tuple[str, ...]
    issue: str | None
    before: Telling
    after: Telling
    dated: bool
    same_voice: bool


@dataclass(frozen=True, slots=True)
class Board:
    """One negotiation, issues by parties. `places` are ids or names; `between` are go-betweens.

    `as_of` is the ISO day up to which things said are shown (None: all of them); `undated` counts claims left out for want of a
    day.
    """

    episode: str
    places: tuple[str, ...]
    parties: tuple[str, ...]
    rows: tuple[Row, ...]
    talks: tuple[State, ...]
    turns: tuple[Turn, ...]
    between: tuple[Telling, ...]
    as_of: str | None = None
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """A way out or in across reports, as reported: never a route to travel. `states` are in the order in which they were said.

    `words` are those of the report that tells most of it.
    """

    id: str
    episode: str | None
    names: tuple[Telling, ...]
    places: tuple[Place, ...]
    users: tuple[Telling, ...]
    proposers: tuple[Telling, ...]
    refusers: tuple[Telling, ...]
    states: tuple[Telling, ...]
    hazards: tuple[Telling, ...]
    words: tuple[Telling, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of a siege card with all that is told in answer."""

    question: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A way in or out that was tried, allowed or denied. `means` and `outcome` are words of `access.csv`; `telling.value` is the
    word, status or barrier by which it is told; `reasons` are the sources' words."""

    means: str
    outcome: str
    telling: Telling
    reasons: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Siege:
    """What is told of a place under siege. No tier of intensity is reckoned: that is the analyst's.

    `unplaced` are the claims that stand here because their reports are about this place, though their sentences name none.
    """

    place: str
    name: str
    answers: tuple[Answer, ...]
    attempts: tuple[Attempt, ...]
    unplaced: tuple[str, ...] = ()
    as_of: str | None = None
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were hurt, of one group (`civilians`, `combatants`, `unknown`, `women`, `children`), from least to most.

    The ends are those that sources say; `high` None is open. Nothing is added up.
    """

    harm: str
    group: str
    low: float | None
    high: float | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is said to have done it (`actor`; None: nobody by name), who says so, and who says that it was not so.

    Values of `accusers` and `deniers` are names of origins, or ids of parties that a report itself says accuse.
    """

    actor: str | None
    accusers: tuple[Telling, ...]
    deniers: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One strike or killing across reports. `start`/`end` are ISO days (None: unknown, `when` has the reports' words).

    That somebody stands in `charges` says that he is accused, or that somebody denies it, and never that he did it.
    """

    id: str
    start: str | None
    end: str | None
    when: tuple[str, ...]
    places: tuple[Place, ...]
    tolls: tuple[Toll, ...]
    modes: tuple[Telling, ...]
    weapons: tuple[Telling, ...]
    charges: tuple[Charge, ...]
    roots: tuple[str, ...]
    independent: Independent
    reports: int
    claims: tuple[str, ...]
