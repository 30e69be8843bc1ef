"""Questions to a case: its claims by any filter, its reports, sources and words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tawatur.desk.indexing import search_of
from tawatur.desk.reviewing import standing
from tawatur.errors import InputError, UnknownError
from tawatur.packs import Packs
from tawatur.ports import Filter, Hit, Mentioned, Store
from tawatur.records import Actor, Claim, Document, Outlet, Point, Source
from tawatur.records.written import KINDS

NAMED_IN_ERRORS = 12
TOLD = ("suggested", "accepted", "corrected")
"""The statuses of claims that are told where nobody asks for others."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter as a person types it: names in either script or ids, ids of reports shortened."""

    kinds: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    language: str | None = None
    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    reports: tuple[str, ...] = ()
    statuses: tuple[str, ...] = TOLD


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim with all it rests on; `read` is what the program itself reads in its place (None: nothing)."""

    claim: Claim
    read: Claim | None
    document: Document
    mentioned: Mentioned


@dataclass(frozen=True, slots=True)
class Told:
    """A source at the end of chains: what it is, through which outlets it was heard, and how often."""

    source: Source
    outlets: tuple[str, ...]
    reports: int
    claims: int


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that search found, with the claims that begin in it."""

    document: Document
    start: int
    end: int
    claims: tuple[Claim, ...]


def filtered(case: Store, asked: Asked, fold: Callable[[str], str]) -> Filter:
    """The filter that a store understands; a name that the case does not hold is an UnknownError that says what it holds."""
    if unknown := [kind for kind in asked.kinds if kind not in KINDS]:
        raise InputError(f"“{unknown[0]}” is no kind of claim; allowed are {', '.join(KINDS)}")
    outlets = {document.outlet.id: document.outlet for document in case.documents() if document.outlet} if asked.outlets else {}
    return Filter(
        kinds=asked.kinds,
        parties=_meant("party", asked.parties, lambda: case.names("party"), case.actors, fold),
        places=_meant("place", asked.places, lambda: case.names("place"), case.places, fold),
        language=asked.language,
        outlets=_meant("outlet", asked.outlets, lambda: outlets, outlets.values, fold),
        since=asked.since,
        until=asked.until,
        documents=tuple(case.document(id).id for id in asked.reports),
        statuses=asked.statuses,
    )


def _meant(what: str, words: Sequence[str], held: Callable[[], Iterable[str]],
           known: Callable[[], Iterable[Actor | Point | Outlet]], fold: Callable[[str], str]) -> tuple[str, ...]:
    """The values of a case that these words may mean, by id or by any name in any spelling."""
    if not words:
        return ()
    values = list(held())
    names = {value: [value] for value in values}
    for record in known():
        names.setdefault(record.id, []).extend((record.name, *_all(record.names)))
    found: list[str] = []
    for word in words:
        # An id is asked first, because it needs no folding: that would load all the packs.
        meant = [value for value in values if value.casefold() == word.casefold()]
        meant = meant or [value for value in values if fold(word) in map(fold, names[value])]
        if not meant:
            raise UnknownError(f"no {what} “{word}” in this case; it has {_some(values)}")
        found += meant
    return tuple(dict.fromkeys(found))


def _all(names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    return (name for each in names.values() for name in each)


def _some(values: Sequence[str]) -> str:
    more = len(values) - NAMED_IN_ERRORS
    return ", ".join(values[:NAMED_IN_ERRORS]) + (f" and {more} more" if more > 0 else "") if values else "none"


def claims(case: Store, asked: Asked, fold: Callable[[str], str]) -> list[Claim]:
    """The claims that a filter lets through."""
    return list(case.claims(filtered(case, asked, fold)))


def explain(case: Store, id: str) -> Explained:
    """One claim: the report it stands in, and what its readers considered."""
    stands = standing(case, id)
    claim = stands.claim
    return Explained(claim, stands.read, case.document(claim.document), case.mentioned(claim.document))


def sources(held: Iterable[Claim]) -> list[Told]:
    """Who tells these claims: the origins of their chains, the most heard first."""
    heard: dict[tuple[str, str, str | None], list[tuple[Claim, Source, Source]]] = {}
    for claim in held:
        for chain in claim.chains:
            origin = chain[-1]
            # An unnamed source is somebody else in every outlet; the same words do not make it one.
            whose = chain[0].name if origin.kind in ("unnamed", "correspondent") else None
            heard.setdefault((origin.name, origin.kind, whose), []).append((claim, chain[0], origin))
    told = [Told(replace(tellings[0][2], start=None, end=None, said_at=None),
                 outlets=tuple(dict.fromkeys(first.name for _, first, _ in tellings)),
                 reports=len({claim.document for claim, _, _ in tellings}), claims=len({claim.id for claim, _, _ in tellings}))
            for tellings in heard.values()]
    return sorted(told, key=lambda one: (-one.claims, one.source.name))


def reports(case: Store, asked: Asked, fold: Callable[[str], str]) -> list[tuple[Document, int]]:
    """The reports that a filter lets through, each with its number of such claims; all of them if nothing is asked."""
    counted = Counter(claim.document for claim in case.claims(filtered(case, asked, fold)))
    return [(document, counted[document.id]) for document in case.documents() if document.id in counted or asked == Asked()]


def search(case: Store, words: str, packs: Packs, limit: int = 20) -> list[Found]:
    """Sentences that hold all the words, in whatever form, best first; the names of whom their claims are about count too."""
    words_of = search_of(packs).tokens
    hits = case.search([words_of(word).split() for word in words.split()], limit)
    documents = {id: case.document(id) for id in dict.fromkeys(hit.document for hit in hits)}
    told: dict[str, list[Claim]] = {id: [] for id in documents}
    for claim in case.claims(Filter(documents=tuple(documents), statuses=TOLD)) if documents else ():
        told[claim.document].append(claim)
    return [Found(documents[hit.document], hit.start, hit.end,
                  tuple(claim for claim in told[hit.document] if _stands(claim, hit))) for hit in hits]


def _stands(claim: Claim, hit: Hit) -> bool:
    return any(hit.start <= one.start < hit.end for one in claim.evidence)
