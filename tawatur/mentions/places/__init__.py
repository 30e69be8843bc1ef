"""Finds names of places in a sentence, with the noun, the role and the relation they stand in; asks not which place is meant.

Rows of the packs are taken where they stand. Names of the gazetteer need a sign: a place noun, a preposition, a list, a script's
capitals. What such a sign announces is a place even if nobody knows it. `rule` ends in `?` where only resolution can prove it.
"""

from collections.abc import Sequence

from tawatur.mentions.places.again import again, heading, shown
from tawatur.mentions.places.capitals import capitalised
from tawatur.mentions.places.sheet import Sheet
from tawatur.mentions.places.uncased import uncased
from tawatur.packs import Language
from tawatur.packs.gazetteer import Gazetteer
from tawatur.records import Locality, Mention, Sentence, Token

__all__ = ["Laid", "places"]
Laid = tuple[Sentence, Sequence[Mention], Language]
"""A sentence with its mentions, in its language."""


def places(text: str, tokens: Sequence[Token], laid: Sequence[Laid], gazetteer: Gazetteer) -> list[Locality]:
    """The localities of a report. A name that nobody knows, and one sentence shows to be a place, is one in all of them."""
    named = [_places(text, tokens, sentence, found, language, gazetteer) for sentence, found, language in laid]
    for (sentence, found, language), mine in zip(laid, named, strict=True):
        if head := heading(text, tokens, sentence, found, mine, language):
            mine.insert(0, head)
    names = shown((one for mine in named for one in mine), tokens, gazetteer)
    for at, (sentence, found, language) in enumerate(laid) if names else ():
        met = [one for one in again(text, tokens, sentence, found, names, language)
               if not any(one.first < old.last and old.first < one.last for old in named[at])]
        if met:
            named[at] = _places(text, tokens, sentence, [*found, *met], language, gazetteer)
    return [one for mine in named for one in mine]


def _places(text: str, tokens: Sequence[Token], sentence: Sentence, found: Sequence[Mention], language: Language,
           gazetteer: Gazetteer) -> list[Locality]:
    """The localities of a sentence, by place; `found` are its mentions."""
    sheet = Sheet(text, tokens, sentence, found, language, gazetteer)
    named = capitalised(sheet) if language.grammar.get("capitals", True) else uncased(sheet)
    return sorted(named, key=lambda locality: locality.first)
