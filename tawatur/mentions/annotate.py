"""The room's verb: fill the mentions of a reading."""

from dataclasses import replace

from tawatur.mentions.parties import parties
from tawatur.mentions.scan import scan
from tawatur.packs import Packs
from tawatur.records import Mention, Party, Reading


def annotate(reading: Reading, packs: Packs) -> Reading:
    """Find rows of the packs, quantities, times, places, parties and quotations in every sentence."""
    text, tokens = reading.document.text, reading.tokens
    mentions: list[Mention] = []
    acting: list[Party] = []
    for sentence in reading.sentences:
        language = packs.language(sentence.language)
        found = scan(text, tokens, sentence, language.lexicon)
        mentions.extend(found)
        acting.extend(parties(text, tokens, sentence, found, language.grammar.get("article", "")))
    return replace(reading, mentions=tuple(mentions), parties=tuple(acting))
