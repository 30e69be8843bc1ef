"""What makes a report findable in a case: whom and where its claims name, and its words as search sees them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from tawatur.packs import Packs
from tawatur.ports import Entry, Passage
from tawatur.records import Actor, Claim, Point, Reading
from tawatur.text import search_tokens

PARTIES = ("party", "counterpart", "group", "parties", "mediator", "proposed_by", "refused_by", "actor", "with_", "target",
           "responsible", "by", "to", "on_behalf_of")
"""The fields of the eight kinds that hold an actor, or several."""


def entry(reading: Reading, packs: Packs, original: bytes | None, given: Mapping[str, str]) -> Entry:
    """A reading with all that finds it again."""
    return Entry(
        reading, original, given,
        names={claim.id: tuple(_names(claim)) for claim in reading.claims},
        passages=tuple(_passages(reading, packs)),
        actors=tuple(_actors(reading, packs)),
        points=tuple(_points(reading, packs)),
        packs=packs.digest,
    )


def tokens_of(packs: Packs) -> Callable[[str], str]:
    """How these packs make a text's words into what search compares."""
    languages = packs.languages.values()
    clitics = [language.clitics for language in languages]
    articles = [packs.folding.fold(article) for language in languages if (article := language.grammar.get("article"))]
    return lambda text: search_tokens(text, packs.folding, clitics, articles)


def parties(claim: Claim) -> Iterator[str]:
    """The actors that a claim's content names: ids, or names as written."""
    for field in PARTIES:
        held = getattr(claim.content, field, None)
        yield from held if isinstance(held, tuple) else (held,) if held else ()


def _names(claim: Claim) -> Iterator[tuple[str, str]]:
    yield from (("party", party) for party in parties(claim))
    yield from (("place", place.id or place.name) for place in claim.places)


def _passages(reading: Reading, packs: Packs) -> Iterator[Passage]:
    """Each sentence; and each claim with its words and the names, in both languages, of whom and what it is about."""
    tokens = tokens_of(packs)
    for sentence in reading.sentences:
        yield Passage(sentence.start, sentence.end, tokens(reading.text(sentence.start, sentence.end)))
    for claim in reading.claims:
        words = [one.quote for one in claim.evidence]
        words += [name for party in parties(claim) for name in _called(party, packs)]
        words += [name for place in claim.places for name in (place.name, place.text)]
        yield Passage(claim.evidence[0].start, claim.evidence[0].end, tokens("\n".join(words)), claim.id)


def _called(party: str, packs: Packs) -> Iterable[str]:
    actor = packs.actors.get(party)
    return (party,) if actor is None else (actor.id, *(name for names in actor.names.values() for name in names))


def _actors(reading: Reading, packs: Packs) -> Iterator[Actor]:
    named = dict.fromkeys(party for claim in reading.claims for party in parties(claim))
    return (packs.actors[party] for party in named if party in packs.actors)


def _points(reading: Reading, packs: Packs) -> Iterator[Point]:
    named = dict.fromkeys(place.id for claim in reading.claims for place in claim.places if place.id)
    return (point for id in named if (point := packs.gazetteer.get(id)))
