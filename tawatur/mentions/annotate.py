"""The room's verb: fill the mentions of a reading."""

from collections.abc import Sequence
from dataclasses import replace

from tawatur.mentions.amounts import cardinals, spots, wording
from tawatur.mentions.parties import parties
from tawatur.mentions.places import places
from tawatur.mentions.quantities import quantities
from tawatur.mentions.quotations import quotations
from tawatur.mentions.scan import scan
from tawatur.mentions.strangers import again, bare_names
from tawatur.mentions.times import times
from tawatur.packs import Packs
from tawatur.records import Locality, Mention, Party, Quantity, Reading, Temporal

SWALLOWED = frozenset({"terms", "measures", "timewords", "months"})
"""Kinds of words that tell nothing within a name."""


def annotate(reading: Reading, packs: Packs) -> Reading:
    """Find rows of the packs, quantities, times, places, parties and quotations in every sentence."""
    text, tokens = reading.document.text, reading.tokens
    mentions: list[Mention] = []
    acting: list[Party] = []
    named: list[Locality] = []
    timed: list[Temporal] = []
    counted: list[Quantity] = []
    for sentence in reading.sentences:
        language = packs.language(sentence.language)
        found = scan(text, tokens, sentence, language.lexicon)
        who = parties(text, tokens, sentence, found, language.grammar.get("article", ""), packs.nations)
        found = _outside(found, who)
        mentions.extend(found)
        at, how = spots(found), wording(packs, language.code)
        said = cardinals(text, tokens, sentence, at, how)
        when = times(tokens, sentence, at, said, how)
        timed.extend(when)
        counted.extend(quantities(text, tokens, sentence, at, said, when, how))
        named.extend(places(text, tokens, sentence, found, language, packs.gazetteer))
        acting.extend(who)
    acting += _again(reading, acting, timed, packs)
    return replace(reading, mentions=tuple(mentions), quantities=tuple(counted), times=tuple(timed),
                   localities=tuple(named), parties=tuple(sorted(acting, key=lambda party: party.first)),
                   quotations=tuple(quotations(text, tokens, reading.sentences)))


def _outside(found: list[Mention], who: Sequence[Party]) -> list[Mention]:
    """The mentions but for those within the name of a group that no pack knows: the Dawn Brigade is no time of day."""
    inside = {at for party in who if party.how == "unknown" for at in range(party.first + 1, party.last)}
    return [m for m in found if m.first not in inside or m.kind not in SWALLOWED] if inside else found


def _again(reading: Reading, acting: Sequence[Party], timed: Sequence[Temporal], packs: Packs) -> list[Party]:
    """Unknown groups where the report names them again, without the noun that told what they are."""
    found: list[Party] = []
    taken = {at for party in acting for at in range(party.first, party.last)}
    taken |= {at for time in timed for at in range(time.first, time.last)}
    for code in {sentence.language for sentence in reading.sentences}:
        language = packs.language(code)
        names = bare_names(acting, language.lexicon, language.grammar.get("article", ""))
        for sentence in reading.sentences if names else ():
            if sentence.language == code and names is not None:
                found += again(reading.document.text, reading.tokens, sentence, names, taken)
    return found
