"""The room's verb: fill the mentions of a reading."""

from dataclasses import replace

from tawatur.mentions.amounts import cardinals, spots, wording
from tawatur.mentions.newcomers import newcomers
from tawatur.mentions.parties import parties
from tawatur.mentions.places import places
from tawatur.mentions.quantities import quantities
from tawatur.mentions.quotations import quotations
from tawatur.mentions.scan import scan
from tawatur.mentions.times import times
from tawatur.packs import Packs
from tawatur.records import Locality, Mention, Party, Quantity, Reading, Temporal


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
        mentions.extend(found)
        at, how = spots(found), wording(packs, language.code)
        said = cardinals(text, tokens, sentence, at, how)
        when = times(tokens, sentence, at, said, how)
        timed.extend(when)
        counted.extend(quantities(text, tokens, sentence, at, said, when, how))
        named.extend(places(text, tokens, sentence, found, language, packs.gazetteer))
        acting.extend(parties(text, tokens, sentence, found, language.grammar.get("article", ""), packs.nations))
    if any(packs.language(sentence.language).grammar.get("capitals") for sentence in reading.sentences):
        acting = newcomers(text, tokens, reading.sentences, mentions, acting)
        anew = {(party.first, party.last) for party in acting if party.how == "unknown"}  # letters that a pack has for another
        mentions = [m for m in mentions if m.kind != "actor" or (m.first, m.last) not in anew]
    return replace(reading, mentions=tuple(mentions), quantities=tuple(counted), times=tuple(timed),
                   localities=tuple(named), parties=tuple(acting),
                   quotations=tuple(quotations(text, tokens, reading.sentences)))
