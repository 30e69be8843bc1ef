"""Who may act: names and descriptions of the packs, officials, pronouns, and groups that no pack knows."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tawatur.mentions.bodies import of_sides
from tawatur.mentions.lands import of_lands
from tawatur.mentions.leaders import leaders
from tawatur.mentions.strangers import ATTACHED, strangers
from tawatur.records import TAKES, Candidate, Mention, Party, Sentence, Token, by_kind
from tawatur.text import HYPHENS

SAID = frozenset({"document", "medium", "correspondent"})
"""Voices that act for no state: a Russian proposal is Russia's, and not Russia; nor is a Russian reporter."""
PAUSE = "ceasefire"
"""What is to stop is nobody who acts: "a halt to the aggression", though some call their enemies that."""
PEOPLE = "unnamed"
"""Voices that are people, of whom only those act for a state whose row says that they serve: no Russian nurse does."""


def parties(text: str, tokens: Sequence[Token], sentence: Sentence, mentions: Sequence[Mention],
            article: str = "", nations: Mapping[str, str] | None = None,
            relative: Mapping[str, Sequence[str]] | None = None) -> list[Party]:
    """The parties named or meant in a sentence, by place; overlapping ones are settled for the surest, then the longest.

    `nations` gives the state of a nationality: "the Russian proposal" has a party, if a weak one (`demonym`).
    `article` is what a definite word begins with in a script that has no capitals; `relative` says how the adjective of a nation
    is written there.
    """
    kinds = by_kind(mentions)
    demonyms = list(_demonyms(text, mentions, nations or {}, bool(article))) if "nationalities" in kinds else []
    adjectives = {(party.first, party.last) for party in demonyms}
    named = mentions if "person" in kinds else kinds.get("actor", ())
    known = (one for one in _known(text, named) if one.how != "description" or (one.first, one.last) not in adjectives)
    definite = kinds.get("definite", ())
    found = [*known, *_definite(text, definite), *_pronouns(text, kinds.get("pronouns", ())), *demonyms,
             *(leaders(text, tokens, sentence, mentions) if "voices" in kinds else ())]
    taken = {at for party in found if party.how in ("name", "person") for at in range(party.first, party.last)}
    unknown = strangers(text, tokens, sentence, mentions, article) if "groups" in kinds else ()
    phrases = [(party.first, party.last) for party in found if party.how == "description" and party.candidates
               and party.last - party.first > 1]  # what the packs call a side is no name of its own: gangs of the opposition
    found += (party for party in unknown if not taken & set(range(party.first, party.last))
              and not any(first <= party.first and party.last <= last for first, last in phrases))
    stopped = {at for m in kinds.get("terms", ()) if m.attrs.get("value") == PAUSE for at in range(m.first + 1, m.last)}
    found = [party for party in found if party.how != "description" or party.first not in stopped]
    meant = {(m.first, m.last): _kinds(m) for m in definite}
    settled = [_joined(tokens, sentence, _of_kinds(party, meant)) for party in _settle(found) if not _money(text, party)]
    lands = list(of_lands(text, tokens, sentence, mentions, settled, article, relative)) if relative else settled
    return list(of_sides(tokens, sentence, mentions, lands, article)) if article else lands


def _money(text: str, party: Party) -> bool:
    """Whether a name only says whose money is meant: "US$ 200"."""
    return unicodedata.category(text[party.end:party.end + 1] or " ") == "Sc"


def _of_kinds(party: Party, kinds: Mapping[tuple[int, int], frozenset[str]]) -> Party:
    """A description of the packs that is a definite noun too keeps what kinds that may mean: nobody of the packs may be meant."""
    more = kinds.get((party.first, party.last), frozenset()) if party.how == "description" else frozenset()
    return replace(party, features=party.features | more) if more else party


def _joined(tokens: Sequence[Token], sentence: Sentence, party: Party) -> Party:
    """A party that a hyphen joins to the next word only describes something: "US-backed", "rebel-held"."""
    after = party.last + 1 < sentence.last and tokens[party.last].form in HYPHENS and tokens[party.last].start == party.end
    return replace(party, how="demonym") if after and party.actor and tokens[party.last + 1].kind == "word" else party


def _known(text: str, mentions: Sequence[Mention]) -> Iterator[Party]:
    spans: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind in ("actor", "person"):
            spans[mention.first, mention.last].append(mention)
    for same in spans.values():
        named = [m for m in same if m.kind == "person"] or [m for m in same if m.attrs["how"] == "name"] or same
        chief = named[0]
        ids = list(dict.fromkeys(m.attrs.get("actor", "") if m.kind == "person" else m.attrs["id"] for m in named))
        how = "person" if chief.kind == "person" else chief.attrs["how"]
        words = chief.form if how == "description" and chief.features & ATTACHED else text[chief.start:chief.end]
        yield Party(
            chief.start, chief.end, chief.first, chief.last, words, how,
            ids[0] if len(ids) == 1 and how != "description" and ids[0] else None, chief.features,
            tuple(Candidate(one, 1.0) for one in ids if one), chief.rule,
        )


def _definite(text: str, nouns: Sequence[Mention]) -> Iterator[Party]:
    for m in nouns:
        words = m.form if m.features & ATTACHED else text[m.start:m.end]  # "and" is no part of what they are called
        yield Party(m.start, m.end, m.first, m.last, words, "description", None, m.features | _kinds(m), (), m.rule)


def _kinds(definite: Mention) -> frozenset[str]:
    kinds, takes = definite.attrs["kinds"].split(), definite.attrs.get("takes", "").split()
    return frozenset([*(f"kind:{kind}" for kind in kinds), *(f"{TAKES}{kind}" for kind in takes)])


def _pronouns(text: str, pronouns: Sequence[Mention]) -> Iterator[Party]:
    for m in pronouns:
        features = m.features | {m.attrs["number"]}
        yield Party(m.start, m.end, m.first, m.last, text[m.start:m.end], "pronoun", None, features, (), m.rule)


def _demonyms(text: str, mentions: Sequence[Mention], nations: Mapping[str, str], behind: bool) -> Iterator[Party]:
    """A nationality is its state where it describes people of office or arms, and a weak party elsewhere.

    `behind` says that adjectives stand behind their nouns alone: "the leaders of a region Ostrian (accuse) the authorities".
    """
    adjectives = {m.first: m for m in mentions if m.kind == "nationalities"}
    if not adjectives:
        return
    private = {m.first for m in mentions if m.kind == "voices" and not _serves(m)}  # "the journalist" is a form of address too
    acting = (m for m in mentions if _serves(m) and not (m.kind == "titles" and m.first in private))
    serving = {at for m in acting for at in ((m.last,) if behind else (m.first - 1, m.last))}
    for m in mentions:
        actor = nations.get(m.attrs.get("nationality", "")) if m.kind == "nationalities" else None
        if actor:
            joined = any(w.first == m.last and w.attrs.get("role") == "and" for w in mentions)  # Russian and Iranian officials
            served = m.first in serving or (joined and m.last + 1 in adjectives and m.last + 1 in serving)
            how = "name" if served else "demonym"
            yield Party(m.start, m.end, m.first, m.last, text[m.start:m.end], how, actor, m.features, (), m.rule)


def _serves(m: Mention) -> bool:
    """Whether a word is for those who may speak or act for a state."""
    kind = m.attrs.get("kind")
    office = m.kind == "voices" and kind not in SAID and (kind != PEOPLE or bool(m.attrs.get("serves")))
    return office or m.kind == "titles" or m.attrs.get("value") == "fighters"


RANK = {"name": 0, "person": 0, "unknown": 1, "description": 2, "demonym": 3, "pronoun": 3}


def _settle(found: list[Party]) -> list[Party]:
    kept: list[Party] = []
    for party in sorted(found, key=lambda p: (RANK[p.how] if p.how != "description" else 2, p.first - p.last)):
        if not any(party.first < other.last and other.first < party.last for other in kept):
            kept.append(party)
    return sorted(kept, key=lambda p: p.first)
