"""Places of the world, and how sure we are that a report means them."""

from dataclasses import dataclass, field

from tawatur.records.swift import swift


@swift
@dataclass(frozen=True, slots=True)
class Reason:
    """One named argument for a candidate or a link; weights of one decision add up to its score."""

    name: str
    weight: float
    left: str = ""
    right: str = ""


@swift
@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a mention may mean, with the reasons for it; the best comes first."""

    id: str
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A gazetteer entry: `precision` as UCDP's where_prec (1 exact … 7 sea or air); lat/lon in degrees or None."""

    id: str
    name: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kind: str = "town"
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    admin: str | None = None
    country: str | None = None
    population: int = 0


@swift
@dataclass(frozen=True, slots=True)
class Place:
    """A place in a claim. `id`, `lat`, `lon`, `precision` are None when the named place was not found."""

    role: str
    id: str | None
    name: str
    lat: float | None
    lon: float | None
    text: str
    precision: int | None
