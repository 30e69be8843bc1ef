"""The room's verb: fill the mentions of a reading."""

from dataclasses import replace

from tawatur.mentions.scan import scan
from tawatur.packs import Packs
from tawatur.records import Mention, Reading


def annotate(reading: Reading, packs: Packs) -> Reading:
    """Find rows of the packs, quantities, times, places, parties and quotations in every sentence."""
    text, tokens = reading.document.text, reading.tokens
    mentions: list[Mention] = []
    for sentence in reading.sentences:
        mentions.extend(scan(text, tokens, sentence, packs.language(sentence.language).lexicon))
    return replace(reading, mentions=tuple(mentions))
