"""The room's verb: fill the mentions of a reading."""

from dataclasses import replace

from tawatur.mentions.amounts import cardinals, spots, wording
from tawatur.mentions.calling import RULE, Sheet, called
from tawatur.mentions.parties import parties
from tawatur.mentions.places import places
from tawatur.mentions.quantities import quantities
from tawatur.mentions.quotations import quotations
from tawatur.mentions.scan import scan
from tawatur.mentions.times import times
from tawatur.packs import Packs
from tawatur.records import Locality, Mention, Quantity, Reading, Temporal


def annotate(reading: Reading, packs: Packs) -> Reading:
    """Find rows of the packs, quantities, times, places, parties and quotations in every sentence."""
    text, tokens = reading.document.text, reading.tokens
    mentions: list[Mention] = []
    sheets: list[Sheet] = []
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
        article = language.grammar.get("article", "")
        who = parties(text, tokens, sentence, found, article, packs.nations)
        sheets.append(Sheet(text, tokens, sentence, found, who, not article, language.clitics))
    acting = called(sheets)
    renamed = {(party.first, party.last) for party in acting if party.rule == RULE}  # NDF is this report's, not the packs'
    kept = (m for m in mentions if m.kind != "actor" or (m.first, m.last) not in renamed)
    return replace(reading, mentions=tuple(kept), quantities=tuple(counted), times=tuple(timed),
                   localities=tuple(named), parties=tuple(acting),
                   quotations=tuple(quotations(text, tokens, reading.sentences)))
