"""What a briefing is made of: records that hold claims and numbers of citations, and no word of any language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tawatur.records import (
    Actor,
    Change,
    Claim,
    Coverage,
    Derived,
    Independent,
    Outlet,
    Person,
    Place,
    Point,
    Setback,
    Time,
    Unread,
)
from tawatur.records.claim import Chain

Named = Actor | Outlet | Person | Point
"""Whatever the packs know by a usual name in each language."""
REVIEWED = frozenset({"accepted", "corrected"})


@dataclass(frozen=True, slots=True)
class Report:
    """A document without its text."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    language: str | None
    published: Time | None
    sensitivity: str = "public"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report, in the language that they stand in (None where nobody knows)."""

    text: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """What a number of the briefing leads to: the claim with its chains, and the words that it rests on.

    `context` are words from elsewhere in the report, where a name of the line stands.
    """

    number: int
    claim: Claim
    report: Report
    quotes: tuple[Words, ...]
    context: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told: near-identical claims, the fullest first, each with its number; `parts` are never added to it."""

    claims: tuple[Claim, ...]
    numbers: tuple[int, ...]
    parts: tuple["Line", ...] = ()
    origins: Independent | None = None
    """To how many origins its reports come down; None where that is not known of this very line."""

    @property
    def claim(self) -> Claim:
        return self.claims[0]

    @property
    def reports(self) -> int:
        """How many reports tell it: not how many witnesses there are."""
        return len({claim.document for claim in self.claims})

    @property
    def reviewed(self) -> bool:
        """Whether a person has looked at every claim of the line."""
        return all(claim.status in REVIEWED for claim in self.claims)

    def all(self) -> Iterator["Line"]:
        """The line and its parts, in reading order."""
        yield self
        for part in self.parts:
            yield from part.all()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Lines that belong side by side: of one issue, one measure, one sector."""

    key: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A question that the briefing answers; `left_out` counts lines that were one too many for the page."""

    name: str
    shelves: tuple[Shelf, ...]
    left_out: int = 0

    def lines(self) -> Iterator[Line]:
        for shelf in self.shelves:
            for line in shelf.lines:
                yield from line.all()


@dataclass(frozen=True, slots=True)
class Cited:
    """Something as a report words it, with the numbers of the lines in which it matters."""

    words: Words
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """What nobody can say from these reports."""

    undated: tuple[Report, ...] = ()
    unattributed: tuple[Report, ...] = ()
    unnamed: tuple[Cited, ...] = ()
    places: tuple[Cited, ...] = ()
    times: tuple[Cited, ...] = ()
    unread: tuple[tuple[Report, Unread], ...] = ()
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """A chain of sources by which lines came, with their numbers."""

    chain: Chain
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """What changed since the case was last told, with the numbers of the claims that made it so."""

    change: Change
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One siege, negotiation or withdrawal; `beyond` names sections of which only the number of lines is told.

    `changes` are those since the case was last told, `left_out` how many of them a front page leaves out.
    """

    id: str
    parties: tuple[str, ...]
    places: tuple[Place, ...]
    start: str | None
    end: str | None
    reports: tuple[Report, ...]
    sections: tuple[Section, ...]
    unknown: Unknown
    ways: tuple[Way, ...]
    beyond: tuple[tuple[str, int], ...] = ()
    changes: tuple[Turned, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Glossary:
    """The packs' neutral names: of parties and sources by id, and by any name in lower case; of places by id, apart from them.

    A country and its government often share a word: a place must never be told by the name of a party. `nameless` are the names
    of reports whose outlet nobody knows; their chains begin with such a name, which is no outlet's.
    """

    entries: Mapping[str, Named] = field(default_factory=dict)
    places: Mapping[str, Point] = field(default_factory=dict)
    nameless: frozenset[str] = frozenset()

    def place(self, id: str, language: str) -> str | None:
        """The usual name of a place in a language, or None where the packs know none."""
        return _first(self.places.get(id), language)

    def bears(self, key: str, name: str, language: str) -> bool:
        """Whether what has one name has another too."""
        entry = self._entry(key)
        known = [*self.places.values(), *((entry,) if entry else ())]
        return any(key in (names := one.names.get(language, ())) and name in names for one in known)

    def known(self, key: str | None, language: str) -> str | None:
        """The name of a party or a source in a language, else the entry's own name."""
        entry = self._entry(key or "")
        return _first(entry, language) or (entry.name if entry else None)

    def _entry(self, key: str) -> Named | None:
        return self.entries.get(key) or self.entries.get(key.casefold())


def _first(entry: Named | None, language: str) -> str | None:
    return next(iter(entry.names.get(language, ())), None) if entry else None


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing in no language yet. `latest` is the last day that the reports give; `made_at` when it was put together.

    `since` is the instant at which the case was last told and held something else; None where it never was.
    `derived` are the figures that analysts reckoned; `withheld` counts lines whose words do not stand in what they cite.
    `short` marks a front page, whose `claims` are those of the whole.
    """

    made_at: str
    latest: str | None
    chapters: tuple[Chapter, ...]
    citations: tuple[Citation, ...]
    silent: tuple[Report, ...]
    setbacks: tuple[Setback, ...]
    glossary: Glossary
    reports: int
    claims: int
    reviewed: int
    rejected: int
    short: bool = False
    since: str | None = None
    derived: tuple[Derived, ...] = ()
    withheld: int = 0
    coverage: Coverage | None = None
