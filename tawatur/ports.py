"""What the adapters must be able to do, as Protocols, with the small values that pass through them; no code of its own."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from tawatur.records import Actor, Attribution, Claim, Document, Draft, Point, Reading, Refusal, Review, Setback, Unread


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence to be found again; `tokens` are its words, as folded and expanded by who indexes."""

    start: int
    end: int
    tokens: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds the words looked for; the best come first."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One report as it goes into a case, all at once: what was understood of it, and what finds it again.

    `original` None keeps the bytes that the case already holds. `given` is what was said of the report when it was read; `names`
    are, by claim id, the pairs of axis (`party`, `place`) and value that a claim can be filtered by; `packs` is the digest of the
    knowledge it was read with. The reading's claims are those that stand; `read` is, by the id of each that a person decided on,
    what the program itself reads in its place, None where it reads nothing.
    """

    reading: Reading
    original: bytes | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    passages: Sequence[Passage] = ()
    actors: Sequence[Actor] = ()
    points: Sequence[Point] = ()
    unread: Sequence[Unread] = ()
    packs: str = ""
    read: Mapping[str, Claim | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stand:
    """The claims of one report after a decision; the fields are those of `Entry`."""

    document: str
    claims: Sequence[Claim]
    read: Mapping[str, Claim | None]
    names: Mapping[str, Sequence[tuple[str, str]]]
    actors: Sequence[Actor] = ()
    points: Sequence[Point] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims are asked for; empty fields ask for all. Values of one field are alternatives, fields must all hold.

    `since`/`until` are ISO days; a claim counts where its time, or else its report's date, touches them. Undated ones do not.
    """

    kinds: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    language: str | None = None
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    documents: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody was told what the case amounts to: at what instant (ISO, UTC), of which reports, after how many decisions."""

    at: str
    reports: frozenset[str]
    decisions: int


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What the readers of one report considered, in written form: `parties` and `localities` with their candidates."""

    parties: tuple[Mapping[str, object], ...] = ()
    localities: tuple[Mapping[str, object], ...] = ()


class Store(Protocol):
    """A case: reports, what was understood of them, and how to find it. Every `put` is one transaction.

    Everything comes back in the order in which it went in. An id may be given by any prefix that only one record has;
    `UnknownError` names one that has none or several.
    """

    def put(self, entry: Entry) -> None:
        """Take in a report, or replace all that was understood of it."""

    def note(self, setback: Setback) -> None:
        """Keep what could not be read; the same one twice is one."""

    def forgive(self, setback: Setback) -> None:
        """Drop one that no longer holds."""

    def given(self, document: str) -> Mapping[str, str] | None:
        """What a person said about a report (by its whole id), or None if the case does not hold it."""

    def document(self, id: str) -> Document: ...

    def original(self, document: str) -> bytes: ...

    def claim(self, id: str) -> Claim: ...

    def mentioned(self, document: str) -> Mentioned: ...

    def documents(self) -> Iterator[Document]: ...

    def claims(self, asked: Filter = EVERYTHING) -> Iterator[Claim]: ...

    def attributions(self) -> Iterator[Attribution]: ...

    def refusals(self) -> Iterator[Refusal]: ...

    def unread(self) -> Iterator[Unread]: ...

    def setbacks(self) -> Iterator[Setback]: ...

    def actors(self) -> Iterator[Actor]:
        """The actors that the claims name and the packs know."""

    def places(self) -> Iterator[Point]:
        """The gazetteer's entries for the places that the claims name."""

    def names(self, axis: str) -> Mapping[str, int]:
        """The values that claims can be filtered by on an axis, each with its number of claims."""

    def search(self, words: Sequence[Sequence[str]], limit: int) -> list[Hit]:
        """Passages that hold, for each word, one of its forms."""

    # -- what persons decided

    def together(self) -> AbstractContextManager[None]:
        """All that is done within is one transaction: nobody else writes meanwhile, and an error undoes it."""

    def append(self, draft: Draft) -> Review:
        """Seal a decision as the next entry of the ledger, which nothing ever changes."""

    def reviews(self, document: str | None = None) -> Iterator[Review]:
        """The entries of the ledger, or those that belong to one report (by its whole id)."""

    def seal(self) -> tuple[int, str]:
        """How many entries were written, and the digest of the last."""

    def suggested(self, document: str) -> tuple[Claim, ...]:
        """What the program itself reads in a report (by its whole id), whatever was decided."""

    def stand(self, stand: Stand) -> None:
        """Replace the claims of a report by those that stand after a decision."""

    def forget(self, document: str) -> None:
        """Drop all that the case holds of a report (by its whole id), once the ledger says that it is forgotten.

        What is dropped may lie about in the file until `sweep`.
        """

    def sweep(self) -> None:
        """Write the file anew, so that nothing that was dropped stays in it; not within `together`."""

    # -- what persons were told

    def look(self, at: str) -> None:
        """Keep what the case holds at an instant, where it holds anything else than at the last look."""

    def looks(self) -> Iterator[Look]:
        """The looks, the oldest first; of no two in a row the case held the same."""

    def close(self) -> None: ...
