"""Figures that an analyst reckoned from claims, with the formula shown; the program never reckons one by itself."""

from dataclasses import dataclass

from tawatur.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Term:
    """A letter of a formula and the claim that it stands for."""

    letter: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Derived:
    """What comes of a formula over claims as they stand now; `id` is that of the entry of the ledger that made it.

    `low`/`high` are the ends that the terms leave (None: open), `rough` whether one of them says "about". `unit` and `population`
    are those that all terms share. `open`: a term reads otherwise than when the formula was made, or is gone (then it is not
    among `terms`, and both ends are None).
    """

    id: str
    name: str
    formula: str
    terms: tuple[Term, ...]
    low: float | None
    high: float | None
    rough: bool
    unit: str | None
    population: str | None
    by: str
    at: str
    note: str = ""
    open: bool = False
