"""The room's verb: fill the mentions of a reading."""

from dataclasses import replace

from tawatur.mentions.parties import parties
from tawatur.mentions.places import places
from tawatur.mentions.quotations import quotations
from tawatur.mentions.scan import scan
from tawatur.packs import Packs
from tawatur.records import Locality, Mention, Party, Reading


def annotate(reading: Reading, packs: Packs) -> Reading:
    """Find rows of the packs, quantities, times, places, parties and quotations in every sentence."""
    text, tokens = reading.document.text, reading.tokens
    mentions: list[Mention] = []
    acting: list[Party] = []
    named: list[Locality] = []
    for sentence in reading.sentences:
        language = packs.language(sentence.language)
        found = scan(text, tokens, sentence, language.lexicon)
        mentions.extend(found)
        named.extend(places(text, tokens, sentence, found, language, packs.gazetteer))
        acting.extend(parties(text, tokens, sentence, found, language.grammar.get("article", "")))
    return replace(reading, mentions=tuple(mentions), localities=tuple(named), parties=tuple(acting),
                   quotations=tuple(quotations(text, tokens, reading.sentences)))
