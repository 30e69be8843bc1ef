"""The room's verb: fill the mentions of a reading."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tawatur.mentions.amounts import cardinals, spots, wording
from tawatur.mentions.calling import RULE, Sheet, called
from tawatur.mentions.parties import parties
from tawatur.mentions.places import Laid, places
from tawatur.mentions.quantities import quantities
from tawatur.mentions.quotations import quotations
from tawatur.mentions.scan import scan
from tawatur.mentions.times import times
from tawatur.packs import Language, Packs
from tawatur.records import Locality, Mention, Party, Quantity, Reading, Temporal

HELD = frozenset({"talks", "deal"})
"""Classes of what is named after the place where it is held: the Doha talks."""
WRITTEN = frozenset({"to", "by", "and", "like"})
"""Features of a name with a word written onto it, which belongs to no noun before it."""
SWALLOWED = frozenset({"terms", "measures", "wording", "timewords", "months"})
"""Kinds of words that tell nothing within a name."""


def annotate(reading: Reading, packs: Packs) -> Reading:
    """Find rows of the packs, quantities, times, places, parties and quotations in every sentence."""
    text, tokens = reading.document.text, reading.tokens
    mentions: list[Mention] = []
    sheets: list[Sheet] = []
    laid: list[Laid] = []
    signed = _signed(reading)
    timed: list[Temporal] = []
    counted: list[Quantity] = []
    for sentence in reading.sentences:
        language = packs.language(sentence.language)
        found = scan(text, tokens, sentence, language.lexicon)
        article = language.grammar.get("article", "")
        who = parties(text, tokens, sentence, found, article, packs.nations, language.grammar.get("relative"))
        who = _acting(who, found, language)
        found = _outside(found, who)
        mentions.extend(found)
        at, how = spots(found), wording(packs, language.code)
        said = cardinals(text, tokens, sentence, at, how)
        when = times(tokens, sentence, at, said, how)
        timed.extend(when)
        counted.extend(quantities(text, tokens, sentence, at, said, when, how))
        laid.append((sentence, found, language))
        sheets.append(Sheet(text, tokens, sentence, found, who, not article, language.clitics))
    named = (place for place in places(text, tokens, laid, packs.gazetteer) if not any(_within(place, name) for name in signed))
    acting = called(sheets)
    renamed = {(party.first, party.last) for party in acting if party.rule == RULE}  # NDF is this report's, not the packs'
    kept = (m for m in mentions if m.kind not in ("actor", "outlet") or (m.first, m.last) not in renamed)
    return replace(reading, mentions=tuple(kept), quantities=tuple(counted), times=tuple(timed),
                   localities=tuple(named), parties=tuple(acting),
                   quotations=tuple(quotations(text, tokens, reading.sentences)))


def _acting(who: list[Party], found: list[Mention], language: Language) -> list[Party]:
    """The parties but for a word for a body that is a rank before a name, and a capital that says where talks are held."""
    ranks = {at for m in found if m.kind == "titles" and m.last - m.first > 1 for at in range(m.first, m.last)}
    behind = language.has("construct_state")
    held = {m.last if behind else m.first for m in found
            if m.kind == "terms" and m.attrs.get("class") in HELD and m.attrs.get("pos") == "noun"}
    there = {(m.first, m.last) for m in found if m.kind == "place"}
    venues = {party.first for party in who if party.how == "name" and (party.first if behind else party.last) in held
              and (party.first, party.last) in there and not party.features & WRITTEN}
    return [party for party in who if party.first not in venues and not (party.how == "description" and party.first in ranks)]


def _signed(reading: Reading) -> list[range]:
    """Where a report names its own outlet."""
    outlet, text = reading.document.outlet, reading.document.text
    return [range(*match.span()) for match in re.finditer(re.escape(outlet.name), text)] if outlet and outlet.name else []


def _within(place: Locality, name: range) -> bool:
    """Whether a place is a part of a longer name: the Delta Voice says nothing of Delta."""
    return place.start in name and place.end - 1 in name and place.end - place.start < len(name)


def _outside(found: list[Mention], who: Sequence[Party]) -> list[Mention]:
    """The mentions but for those within the name of a group that no pack knows: the Dawn Brigade is no time of day."""
    inside = {at for party in who if party.how == "unknown" for at in range(party.first + 1, party.last)}
    return [m for m in found if m.first not in inside or m.kind not in SWALLOWED] if inside else found
