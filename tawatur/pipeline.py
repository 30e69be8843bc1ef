"""The way of a document: plain lines that call the stages in order."""

from tawatur import mentions
from tawatur.packs import Packs
from tawatur.records import Document, Reading


def understand(document: Document, packs: Packs) -> Reading:
    """All that the rules read out of one document, gated; deterministic, and free of effects."""
    reading = Reading(document)
    return mentions.annotate(reading, packs)
