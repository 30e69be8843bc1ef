"""Finds names of places in a sentence, with the noun, the role and the relation they stand in; asks not which place is meant.

Rows of the packs are taken where they stand. Names of the gazetteer need a sign: a place noun, a preposition, a list, a script's
capitals. What such a sign announces is a place even if nobody knows it. `rule` ends in `?` where only resolution can prove it.
"""

from collections.abc import Sequence

from tawatur.mentions.places.capitals import capitalised
from tawatur.mentions.places.sheet import Sheet
from tawatur.mentions.places.uncased import uncased
from tawatur.packs import Language
from tawatur.packs.gazetteer import Gazetteer
from tawatur.records import Locality, Mention, Sentence, Token

__all__ = ["places"]


def places(text: str, tokens: Sequence[Token], sentence: Sentence, found: Sequence[Mention], language: Language,
           gazetteer: Gazetteer) -> list[Locality]:
    """The localities of a sentence, by place; `found` are its mentions."""
    sheet = Sheet(text, tokens, sentence, found, language, gazetteer)
    named = capitalised(sheet) if language.grammar.get("capitals", True) else uncased(sheet)
    return sorted(named, key=lambda locality: locality.first)
