"""What makes a report findable in a case: whom and where its claims name, and its words as search sees them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter

from tawatur.claims.unread import unread
from tawatur.packs import Packs
from tawatur.ports import Entry, Passage, Stand
from tawatur.records import Actor, Claim, Point, Reading, Review
from tawatur.review import Standing, settle
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

    def entry(self, reading: Reading, original: bytes | None, given: Mapping[str, str], decided: Sequence[Review] = ()) -> Entry:
        """A reading with all that finds it again, and with what persons decided on its report laid over it."""
        standings = settle(reading.claims, decided)
        alone = unread(reading)
        reading = replace(reading, claims=tuple(each.claim for each in standings))
        return Entry(
            _considered(reading), original, given,
            names={claim.id: names(claim) for claim in reading.claims},
            passages=tuple(self._passages(reading)),
            actors=actors(reading.claims, self.packs),
            points=points(reading.claims, self.packs),
            unread=alone,
            packs=self.packs.digest,
            read=read_beside(standings),
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


def actors(claims: Iterable[Claim], packs: Packs) -> tuple[Actor, ...]:
    """The actors that claims name and the packs know."""
    named = dict.fromkeys(party for claim in claims for party in parties(claim))
    return tuple(packs.actors[party] for party in named if party in packs.actors)


def points(claims: Iterable[Claim], packs: Packs) -> tuple[Point, ...]:
    """The gazetteer's entries for the places that claims name."""
    named = dict.fromkeys(place.id for claim in claims for place in claim.places if place.id)
    return tuple(point for id in named if (point := packs.gazetteer.get(id)))


def read_beside(standings: Iterable[Standing]) -> dict[str, Claim | None]:
    """What the program itself reads in the place of the claims that persons decided on."""
    return {each.claim.id: each.read for each in standings if each.claim.decided}


def stand(document: str, standings: Sequence[Standing], packs: Packs | None = None) -> Stand:
    """The claims of a report after a decision; the packs are needed only where a decision may have named somebody new."""
    claims = [each.claim for each in standings]
    return Stand(document, claims, read_beside(standings), {claim.id: names(claim) for claim in claims},
                 actors(claims, packs) if packs else (), points(claims, packs) if packs else ())


def _considered(reading: Reading) -> Reading:
    """The reading with those mentions alone that a claim rests on: the others explain nothing, and are most of them."""
    spans = sorted({(one.start, one.end) for claim in reading.claims for one in claim.evidence})
    reach = list(accumulate((end for _, end in spans), max))  # how far the spans up to each go

    def bears(start: int, end: int) -> bool:
        before = bisect_left(spans, (end,))
        return before > 0 and start < reach[before - 1]

    return replace(reading, parties=tuple(party for party in reading.parties if bears(party.start, party.end)),
                   localities=tuple(place for place in reading.localities if bears(place.start, place.end)))


def names(claim: Claim) -> tuple[tuple[str, str], ...]:
    """What a claim can be filtered by: pairs of axis and value."""
    return (*(("party", party) for party in parties(claim)), *(("place", place.id or place.name) for place in claim.places))
