"""The way of a document: plain lines that call the stages in order."""

from tawatur import attribution, claims, documents, mentions, resolution
from tawatur.packs import Packs
from tawatur.records import Document, Reading


def understand(document: Document, packs: Packs) -> Reading:
    """All that the rules read out of one document, gated; deterministic, and free of effects."""
    reading = documents.segment(document, packs)
    reading = mentions.annotate(reading, packs)
    reading = resolution.resolve(reading, packs)
    reading = attribution.attribute(reading, packs)
    return claims.claim(reading, packs)
