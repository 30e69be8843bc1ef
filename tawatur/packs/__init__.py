"""Loads, checks, merges and explains `knowledge/`; has no knowledge itself.

`load()` gives the `Packs`: per language its tables, lexicon and grammar, and the actors, outlets, people and places of the
contexts. Later folders win over earlier ones by id.
"""

from tawatur.packs.check import check
from tawatur.packs.explain import explain
from tawatur.packs.language import Language
from tawatur.packs.lexicon import Entry, Hit, Lexicon
from tawatur.packs.load import CONTEXTS, KNOWLEDGE, Packs, load
from tawatur.packs.rows import Row

__all__ = ["CONTEXTS", "KNOWLEDGE", "Entry", "Hit", "Language", "Lexicon", "Packs", "Row", "check", "explain", "load"]
