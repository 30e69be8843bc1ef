"""Readings of invented sentences, as far as their mentions and parties go."""

from tawatur import mentions, resolution
from tawatur.documents import segment
from tawatur.packs import Packs, load
from tawatur.records import Block, Document, Party, Reading

PACKS: Packs = load()


def annotated(text: str, language: str = "en") -> Reading:
    document = Document("invented", "invented", "", text, language=language, blocks=(Block("body", 0, len(text)),))
    return mentions.annotate(segment(document, PACKS), PACKS)


def resolved(text: str, language: str = "en") -> Reading:
    return resolution.resolve(annotated(text, language), PACKS)


def parties(text: str, language: str = "en") -> list[Party]:
    """The parties of a text, resolved."""
    return list(resolved(text, language).parties)
