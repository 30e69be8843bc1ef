"""The way of a document: plain lines that call the stages in order."""

from tawatur import attribution, claims, documents, grounding, mentions, resolution
from tawatur.packs import Packs
from tawatur.records import Document, Reading


def understand(document: Document, packs: Packs) -> Reading:
    """All that the rules read out of one document, gated; deterministic, and free of effects."""
    reading = claims.claim(annotated(document, packs), packs)
    return grounding.ground(reading, packs)


def annotated(document: Document, packs: Packs) -> Reading:
    """The document with all that claims are made of, and no claim: what claims from elsewhere are held against."""
    reading = documents.segment(document, packs)
    reading = mentions.annotate(reading, packs)
    reading = resolution.resolve(reading, packs)
    return attribution.attribute(reading, packs)
