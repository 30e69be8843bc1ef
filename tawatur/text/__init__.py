"""Mechanics of writing that hold for any language given a table: folding, tokens, sentences, clitics; knows no word of any.

Imports records only; `packs` hands the tables in.
"""

from tawatur.text.clitics import Clitic, Clitics, Variant
from tawatur.text.folding import Folding, Mapped
from tawatur.text.marks import APOSTROPHES, COMMAS, HYPHENS, PAUSES, PLACE_ENDS, QUOTES, STRETCH
from tawatur.text.search import Search
from tawatur.text.sentences import Breaks, sentences
from tawatur.text.tokens import forms, tokenize

__all__ = ["APOSTROPHES", "COMMAS", "HYPHENS", "PAUSES", "PLACE_ENDS", "QUOTES", "STRETCH", "Breaks", "Clitic", "Clitics",
           "Folding", "Mapped", "Search", "Variant", "forms", "sentences", "tokenize"]
