"""Holds each line of a briefing, as it is said in a language, against the words that it cites."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain as chained

from tawatur.briefing.blocks import Brief, Chapter, Citation, Glossary, Line, Section, Shelf, Turned, Words
from tawatur.briefing.news import Teller
from tawatur.briefing.runs import Run, Runs
from tawatur.briefing.said import Sayer
from tawatur.briefing.voice import Voice
from tawatur.proofs.grounds import Grounds
from tawatur.records import Claim, Figure, Place, Source, Time
from tawatur.records.claim import Chain
from tawatur.records.written import write

PERSON = "person"
"""The engine of claims that a person wrote: what these say, and what a person corrected, stands by that person's word."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a line from being told: a `number`, `name`, `place` or `words` that stand nowhere; no `source`, no `reserve`."""

    kind: str
    said: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A briefing that says no more than its sources; how many lines were held against them, and what was found.

    `apart` counts names and places that stand outside the claim's words, and are cited from where they stand.
    """

    brief: Brief
    lines: int
    faults: tuple[Fault, ...]
    apart: int


def prove(brief: Brief, language: str, grounds: Grounds) -> Proof:
    """The briefing with every line proved in a language."""
    prover = _Prover(brief, language, grounds)
    chapters = tuple(map(prover.chapter, brief.chapters))
    proved = replace(brief, chapters=chapters, citations=tuple(map(prover.citation, brief.citations)),
                     withheld=brief.withheld + prover.withheld)
    return Proof(proved, prover.lines, tuple(prover.faults), sum(map(len, prover.context.values())))


class _Prover:
    """Goes through one briefing; what it finds is kept in `faults` and, by claim, in `context`."""

    def __init__(self, brief: Brief, language: str, grounds: Grounds) -> None:
        self._grounds, self._glossary = grounds, brief.glossary
        self._voice = Voice(language, brief.glossary)
        self._citations = {citation.claim.id: citation for citation in brief.citations}
        self._sayer = Sayer(self._voice, self._citations)
        self._teller = Teller(self._voice, self._sayer, {id: citation.number for id, citation in self._citations.items()})
        self.faults: list[Fault] = []
        self.context: dict[str, dict[str, None]] = {}
        self.lines = self.withheld = 0

    def chapter(self, chapter: Chapter) -> Chapter:
        """A chapter without the lines that fail."""
        return replace(chapter, sections=tuple(section for each in chapter.sections if (section := self._section(each)).shelves),
                       changes=tuple(turned for turned in chapter.changes if self._turned(turned)))

    def citation(self, citation: Citation) -> Citation:
        """A citation with the words that a name of its line was cited from elsewhere."""
        words = self.context.get(citation.claim.id, ())
        language = self._grounds.documents[citation.claim.document].language
        return replace(citation, context=tuple(Words(text, language) for text in words))

    def _section(self, section: Section) -> Section:
        shelves = (Shelf(shelf.key, tuple(chained.from_iterable(map(self._line, shelf.lines)))) for shelf in section.shelves)
        return replace(section, shelves=tuple(shelf for shelf in shelves if shelf.lines))

    def _line(self, line: Line) -> tuple[Line, ...]:
        """The line with its parts; of one that fails the parts stand alone."""
        parts = tuple(chained.from_iterable(map(self._line, line.parts)))
        details = self._sayer.details(line)
        reserves = self._sayer.reserve(line.claim)
        stands = self._stands(line.claims, (*self._sayer.phrase(line), *chained.from_iterable(details)), details, reserves)
        return (replace(line, parts=parts),) if stands else parts

    def _turned(self, turned: Turned) -> bool:
        change = turned.change
        claims, said = (*change.by, *change.claims), self._teller.change(change)
        held = tuple(claim for claim in claims if claim.id in self._citations)
        details = self._teller.details(change)
        told = change.by or change.claims
        reserves = tuple(run for claim in told for run in self._sayer.reserve(claim)) if _within(
            [self._sayer.reserve(claim) for claim in told], said) else ()
        return self._stands(held, (*said, *chained.from_iterable(details)), details, reserves, told, change.roots)

    def _stands(self, claims: Sequence[Claim], runs: Runs, details: Sequence[Runs], reserves: Runs,
                told: Sequence[Claim] = (), origins: Sequence[str] = ()) -> bool:
        """Both checks on one sentence; what fails is kept as a fault, and the sentence is withheld."""
        ids = tuple(claim.id for claim in claims)
        known = any(claim.status == "corrected" or claim.engine == PERSON for claim in claims)
        missing = [] if known else [(self._missing(run, claims, origins), run.text) for run in dict.fromkeys(runs)]
        found = [Fault(kind, said, ids) for kind, said in missing if kind]
        found += (Fault(kind, said, ids) for kind, said in self._asserted(told or claims, details, reserves))
        self.lines += 1
        self.withheld += bool(found)
        self.faults += found
        return not found

    def _missing(self, run: Run, claims: Sequence[Claim], origins: Sequence[str]) -> str | None:
        """What kind of thing a run is that stands nowhere; None where it stands."""
        if run.kind == "number":
            return None if self._number(run.text, claims) else "number"
        if run.kind == "quote":
            return None if self._quote(run.text, claims) else "words"
        if run.kind == "name" and run.text not in origins:
            places = [(claim, place) for claim in claims for place in claim.places if self._is(place, run.text)]
            if places:
                return None if any(self._named(claim, self._names(place)) for claim, place in places) else "place"
            return None if self._name(run.text, claims) else "name"
        return None

    # -- numbers and words

    def _number(self, text: str, claims: Sequence[Claim]) -> bool:
        value = float(text.replace(",", ""))
        return any(value in set(self._days(claim)) or self._grounds.counts(value, claim) for claim in claims)

    def _days(self, claim: Claim) -> Iterator[float]:
        """The numbers of the days that a claim is resolved to: they stand in it as words such as "Wednesday"."""
        content = claim.content
        own = (content.since, content.as_of) if isinstance(content, Figure) else ()
        for time in (claim.time, *own, self._grounds.documents[claim.document].published):
            yield from _numbers(time)

    def _quote(self, text: str, claims: Sequence[Claim]) -> bool:
        cited = [(claim, " ".join(one.quote for one in claim.evidence)) for claim in claims]
        if any(self._grounds.quoted(text, words) for _, words in cited):
            return True
        nodes = (node for claim in claims for chain in claim.chains for node in chain)
        if any(self._grounds.quoted(text, node.text or node.name) for node in nodes):
            return True  # a source's own words, which stand in the chain that is cited
        for claim in claims:
            if self._grounds.quoted(text, self._grounds.documents[claim.document].text):
                self.context.setdefault(claim.id, {})[text] = None
                return True
        return False

    # -- names

    def _name(self, text: str, claims: Sequence[Claim]) -> bool:
        """Whether a party or a source stands in the words, in the chains, or elsewhere in a report; words of the codebook do."""
        if any(self._source(node, text) for claim in claims for chain in claim.chains for node in chain):
            return True
        for claim in claims:
            for value in _values(claim):
                if value.replace("_", " ") == text:
                    return True
                if self._same(self._glossary.known(value, self._voice.language), text) and self._party(value, claim):
                    return True
        return False

    def _source(self, node: Source, text: str) -> bool:
        names = {node.name, node.text, self._glossary.known(node.name, self._voice.language),
                 self._glossary.known(node.actor, self._voice.language)}
        return any(self._same(name, text) for name in names)

    def _same(self, name: str | None, text: str) -> bool:
        """Whether a name is the one that was said, perhaps with the ending that it takes behind a preposition."""
        if name is None or name[:1] != text[:1]:
            return False
        return name == text or self._glossary.bears(name, text, self._voice.language)

    def _party(self, id: str, claim: Claim) -> bool:
        """Whether a party is in the words by a name or by what they were read as; speaks itself; or is named in the report."""
        if self._grounds.resolved(claim, id) or any(node.actor == id for chain in claim.chains for node in chain):
            return True
        if self._named(claim, _all_names(self._glossary, id)):
            return True
        spot = self._grounds.read_as(claim.document, id, min(one.start for one in claim.evidence))
        if spot:
            self._cite(claim, spot)
        return spot is not None

    def _is(self, place: Place, text: str) -> bool:
        return bool(place.id) and text in (self._glossary.place(place.id or "", self._voice.language), place.name)

    def _names(self, place: Place) -> list[str]:
        """A place's words in the report first; every name that it has."""
        point = self._glossary.places.get(place.id or "")
        more = [name for names in point.names.values() for name in names] if point else []
        return [place.text, place.name, *more]

    def _named(self, claim: Claim, names: Sequence[str]) -> bool:
        """Whether a name stands in a claim's words, or elsewhere in its report: then these words are cited too."""
        if any(self._grounds.holds(one.quote, names) for one in claim.evidence):
            return True
        start = min(one.start for one in claim.evidence)
        for some in (names[:1], names):
            if spot := self._grounds.elsewhere(claim.document, some, start):
                self._cite(claim, spot)
                return True
        return False

    def _cite(self, claim: Claim, spot: tuple[int, int]) -> None:
        self.context.setdefault(claim.id, {})[self._grounds.around(claim.document, *spot)] = None

    # -- nothing stated as fact

    def _asserted(self, claims: Sequence[Claim], details: Sequence[Runs], reserves: Runs) -> Iterator[tuple[str, str]]:
        """What a sentence leaves out of who says it, and of how it is said."""
        said = [_text(runs) for runs in details]
        for claim in claims:
            if not claim.chains:
                yield "source", claim.id
            for chain in claim.chains:
                if not any(self._credit(chain) in one for one in said):
                    yield "source", _text(self._voice.told(chain))
            reserve = self._sayer.reserve(claim)
            if claim.modality != "asserted" and (not reserve or _text(reserve) not in _text(reserves)):
                yield "reserve", claim.modality


    def _credit(self, chain: Chain) -> str:
        """Who is credited by a chain, with the endings that names take there."""
        bare = _text(self._voice.say("according_to", sources=()))
        return _text(self._voice.say("according_to", sources=self._voice.told(chain)))[len(bare):]


def _within(reserves: Sequence[Runs], said: Runs) -> bool:
    return all(_text(reserve) in _text(said) for reserve in reserves)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _values(claim: Claim) -> Iterator[str]:
    """Every word that stands in a field of a claim."""
    for value in write(claim.content).values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for one in value:
                yield from (one,) if isinstance(one, str) else (word for word in one.values() if isinstance(word, str))


def _all_names(glossary: Glossary, id: str) -> list[str]:
    entry = glossary.entries.get(id)
    return [entry.name, *(name for names in entry.names.values() for name in names)] if entry else [id]


def _numbers(time: Time | None) -> Iterator[float]:
    for day in (time.start, time.end) if time else ():
        if day:
            yield from (float(part) for part in day[:10].split("-"))
