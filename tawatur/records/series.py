"""Figures over time: tellings of one population at one place, side by side; nothing is added up, nothing averaged."""

from dataclasses import dataclass

from tawatur.records.claim import Claim
from tawatur.records.link import Fact
from tawatur.records.place import Place


@dataclass(frozen=True, slots=True)
class Clash:
    """Another fact of the series (its id) beside which a figure cannot hold; `agreement` and `why` by the codebook."""

    fact: str
    agreement: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """One fact of a series with its claims, the fullest first, and the ISO days that it holds for (None: nobody knows).

    `under` is the id of the fact whose people these are a part of (`relation`: `part_of`) or which are the same people counted
    otherwise (`same_people`). `family` says who stands at the root: the voice of a party, an agency, an outlet …
    """

    fact: Fact
    claims: tuple[Claim, ...]
    start: str | None = None
    end: str | None = None
    under: str | None = None
    relation: str | None = None
    clashes: tuple[Clash, ...] = ()
    family: str = "outlet"


@dataclass(frozen=True, slots=True)
class Series:
    """All that is told of one measure, population and place, by day; parts stand behind their whole.

    `population` is whoever is counted, or the unit of what is no people. `place` is None where no report names one.
    """

    measure: str
    population: str
    place: Place | None
    group: str | None
    nationality: str | None
    episode: str | None
    tallies: tuple[Tally, ...]
