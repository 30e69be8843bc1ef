"""A case that lives in memory only: the fake beside the Protocol, for tests and for a look without a file."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from tawatur.errors import UnknownError
from tawatur.ports import EVERYTHING, Entry, Filter, Hit, Look, Mentioned, Passage, Stand
from tawatur.records import Actor, Attribution, Claim, Document, Draft, Point, Refusal, Review, Setback, Unread
from tawatur.records.written import write
from tawatur.review import erased, sealed
from tawatur.review.chain import NOTHING
from tawatur.stores.days import days

T = TypeVar("T", Document, Claim)


class MemoryStore:
    """Satisfies `ports.Store`."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._setbacks: dict[Setback, None] = {}
        self._actors: dict[str, Actor] = {}
        self._points: dict[str, Point] = {}
        self._ledger: list[Review] = []
        self._looks: list[Look] = []

    def close(self) -> None:
        """Nothing to do: what lives in memory goes with it."""

    def put(self, entry: Entry) -> None:
        document = entry.reading.document
        if entry.original is None:
            entry = replace(entry, original=self._entries[document.id].original)
        self._entries[document.id] = entry
        self._actors.update({actor.id: actor for actor in entry.actors})
        self._points.update({point.id: point for point in entry.points})
        self._setbacks = {setback: None for setback in self._setbacks if setback.document != document.id}
        self._setbacks.update(dict.fromkeys(entry.reading.setbacks))

    def note(self, setback: Setback) -> None:
        self._setbacks.setdefault(setback)

    def forgive(self, setback: Setback) -> None:
        self._setbacks.pop(setback, None)

    def given(self, document: str) -> Mapping[str, str] | None:
        return dict(self._entries[document].given) if document in self._entries else None

    def document(self, id: str) -> Document:
        return _one("report", id, self.documents())

    def original(self, document: str) -> bytes:
        return self._entries[self.document(document).id].original or b""

    def claim(self, id: str) -> Claim:
        return _one("claim", id, self.claims())

    def mentioned(self, document: str) -> Mentioned:
        reading = self._entries[self.document(document).id].reading
        return Mentioned(tuple(map(write, reading.parties)), tuple(map(write, reading.localities)))

    def documents(self) -> Iterator[Document]:
        return (entry.reading.document for entry in self._entries.values())

    def claims(self, asked: Filter = EVERYTHING) -> Iterator[Claim]:
        return (claim for entry in self._entries.values() if _report_fits(asked, entry.reading.document)
                for claim in entry.reading.claims if _claim_fits(asked, claim, entry))

    def attributions(self) -> Iterator[Attribution]:
        return (record for entry in self._entries.values() for record in entry.reading.attributions)

    def refusals(self) -> Iterator[Refusal]:
        return (record for entry in self._entries.values() for record in entry.reading.refusals)

    def unread(self) -> Iterator[Unread]:
        return (record for entry in self._entries.values() for record in entry.unread)

    def setbacks(self) -> Iterator[Setback]:
        return iter(self._setbacks)

    def actors(self) -> Iterator[Actor]:
        return (self._actors[id] for id in sorted(self.names("party")) if id in self._actors)

    def places(self) -> Iterator[Point]:
        return (self._points[id] for id in sorted(self.names("place")) if id in self._points)

    def names(self, axis: str) -> Mapping[str, int]:
        told = Counter(value for entry in self._entries.values() for pairs in entry.names.values()
                       for on, value in dict.fromkeys(pairs) if on == axis)
        return dict(sorted(told.items(), key=lambda item: (-item[1], item[0])))

    def search(self, words: Sequence[Sequence[str]], limit: int) -> list[Hit]:
        asked = [set(forms) for forms in words if forms]
        if not asked:
            return []
        found = ((entry, passage) for entry in self._entries.values() for passage in entry.passages
                 if _holds(passage, asked))
        hits = [Hit(entry.reading.document.id, passage.start, passage.end) for entry, passage in found]
        return hits[:limit]

    @contextmanager
    def together(self) -> Iterator[None]:
        before = dict(self._entries), dict(self._setbacks), dict(self._actors), dict(self._points), list(self._ledger)
        try:
            yield
        except BaseException:
            self._entries, self._setbacks, self._actors, self._points, self._ledger = before
            raise

    def append(self, draft: Draft) -> Review:
        self._ledger.append(sealed(draft, self._ledger[-1] if self._ledger else None, f"salt {len(self._ledger)}"))
        return self._ledger[-1]

    def reviews(self, document: str | None = None) -> Iterator[Review]:
        return (entry for entry in list(self._ledger) if document is None or document in entry.documents)

    def seal(self) -> tuple[int, str]:
        return len(self._ledger), self._ledger[-1].digest if self._ledger else NOTHING

    def suggested(self, document: str) -> tuple[Claim, ...]:
        entry = self._entries[document]
        read = (entry.read.get(claim.id) if claim.status != "suggested" else claim for claim in entry.reading.claims)
        return tuple(claim for claim in read if claim)

    def stand(self, stand: Stand) -> None:
        entry = self._entries[stand.document]
        self._entries[stand.document] = replace(
            entry, reading=replace(entry.reading, claims=tuple(stand.claims)), read=stand.read, names=stand.names)
        self._actors.update({actor.id: actor for actor in stand.actors})
        self._points.update({point.id: point for point in stand.points})

    def forget(self, document: str) -> None:
        path = self._entries.pop(document).reading.document.path
        self._setbacks = {setback: None for setback in self._setbacks if setback.document not in (document, path)}
        self._actors = {actor.id: actor for actor in self.actors()}
        self._points = {point.id: point for point in self.places()}
        last = max((one.number for one in self._ledger if (one.action, one.target) == ("forget", document)), default=0)
        self._ledger = [erased(one) if document in one.documents and one.number < last else one for one in self._ledger]

    def sweep(self) -> None:
        """Nothing to do: what is dropped from memory is gone."""

    def look(self, at: str) -> None:
        now = Look(at, frozenset(self._entries), len(self._ledger))
        if not self._looks or (self._looks[-1].reports, self._looks[-1].decisions) != (now.reports, now.decisions):
            self._looks.append(now)

    def looks(self) -> Iterator[Look]:
        return (replace(look, reports=look.reports & frozenset(self._entries)) for look in list(self._looks))


def _holds(passage: Passage, asked: Iterable[set[str]]) -> bool:
    tokens = set(passage.tokens.split())
    return all(tokens & forms for forms in asked)


def _one(what: str, id: str, records: Iterable[T]) -> T:
    near = [record for record in records if id and record.id.startswith(id)]
    exact = [record for record in near if record.id == id] or near
    if len(exact) == 1:
        return exact[0]
    raise UnknownError(f"no {what} “{id}” in this case" if not near else
                       f"several {what}s begin with “{id}”; give more of the id")


def _report_fits(asked: Filter, document: Document) -> bool:
    tests: list[Callable[[], bool]] = [
        lambda: not asked.documents or document.id in asked.documents,
        lambda: not asked.language or document.language == asked.language,
        lambda: not asked.outlets or (document.outlet is not None and document.outlet.id in asked.outlets),
    ]
    return all(test() for test in tests)


def _claim_fits(asked: Filter, claim: Claim, entry: Entry) -> bool:
    starts, ends = days(claim, entry.reading.document)
    held = set(entry.names.get(claim.id, ()))

    def on(axis: str, values: Sequence[str]) -> bool:
        return not values or any((axis, value) in held for value in values)

    return ((not asked.kinds or claim.kind in asked.kinds) and on("party", asked.parties) and on("place", asked.places)
            and (not asked.statuses or claim.status in asked.statuses)
            and (not asked.since or (ends is not None and ends >= asked.since))
            and (not asked.until or (starts is not None and starts <= asked.until)))
