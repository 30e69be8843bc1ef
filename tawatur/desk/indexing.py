"""What makes a report findable in a case: whom and where its claims name, and its words as search sees them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from operator import itemgetter

from tawatur.claims.unread import unread
from tawatur.packs import Packs
from tawatur.ports import Entry, Passage
from tawatur.records import Actor, Claim, Point, Reading
from tawatur.text import Search

PARTIES = ("party", "counterpart", "group", "parties", "mediator", "proposed_by", "refused_by", "actor", "with_", "target",
           "responsible", "by", "to", "on_behalf_of")
"""The fields of the eight kinds that hold an actor, or several."""


def parties(claim: Claim) -> Iterator[str]:
    """The actors that a claim's content names: ids, or names as written."""
    for field in PARTIES:
        held = getattr(claim.content, field, None)
        yield from held if isinstance(held, tuple) else (held,) if held else ()


def search_of(packs: Packs) -> Search:
    """How these packs make words into what search compares."""
    languages = packs.languages.values()
    articles = [article for language in languages if (article := language.grammar.get("article"))]
    return Search(packs.folding, [language.clitics for language in languages], articles)


class Indexer:
    """Makes entries for one run; remembers the words of the names that it meets."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self._search = search_of(packs)
        self._spoken: dict[str, str] = {}

    def entry(self, reading: Reading, original: bytes | None, given: Mapping[str, str]) -> Entry:
        """A reading with all that finds it again."""
        return Entry(
            _considered(reading), original, given,
            names={claim.id: tuple(_names(claim)) for claim in reading.claims},
            passages=tuple(self._passages(reading)),
            actors=tuple(self._actors(reading)),
            points=tuple(self._points(reading)),
            unread=unread(reading),
            packs=self.packs.digest,
        )

    def _passages(self, reading: Reading) -> Iterator[Passage]:
        """Each sentence: its words, and the names, in every language, of whom and what its claims are about."""
        claims = sorted(((one.start, claim) for claim in reading.claims for one in claim.evidence), key=itemgetter(0))
        starts = [start for start, _ in claims]
        for sentence in reading.sentences:
            within = claims[bisect_left(starts, sentence.start):bisect_left(starts, sentence.end)]
            words = [token.form for token in reading.tokens[sentence.first:sentence.last] if token.kind != "punctuation"]
            named = dict.fromkeys(name for _, claim in within for name in self._called(claim))
            yield Passage(sentence.start, sentence.end, " ".join((self._search.expand(words), *named)))

    def _called(self, claim: Claim) -> Iterator[str]:
        yield from map(self._words, parties(claim))
        yield from (self._words(name) for place in claim.places for name in (place.name, place.text))

    def _words(self, name: str) -> str:
        """The words of a name, and of the names of the actor whose id it is."""
        if name not in self._spoken:
            actor = self.packs.actors.get(name)
            also = [names[0] for names in actor.names.values() if names] if actor else []
            self._spoken[name] = self._search.tokens(" ".join([name, *also]))
        return self._spoken[name]

    def _actors(self, reading: Reading) -> Iterator[Actor]:
        named = dict.fromkeys(party for claim in reading.claims for party in parties(claim))
        return (self.packs.actors[party] for party in named if party in self.packs.actors)

    def _points(self, reading: Reading) -> Iterator[Point]:
        named = dict.fromkeys(place.id for claim in reading.claims for place in claim.places if place.id)
        return (point for id in named if (point := self.packs.gazetteer.get(id)))


def _considered(reading: Reading) -> Reading:
    """The reading with those mentions alone that a claim rests on: the others explain nothing, and are most of them."""
    spans = sorted({(one.start, one.end) for claim in reading.claims for one in claim.evidence})

    def bears(start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in spans)

    return replace(reading, parties=tuple(party for party in reading.parties if bears(party.start, party.end)),
                   localities=tuple(place for place in reading.localities if bears(place.start, place.end)))


def _names(claim: Claim) -> Iterator[tuple[str, str]]:
    yield from (("party", party) for party in parties(claim))
    yield from (("place", place.id or place.name) for place in claim.places)
