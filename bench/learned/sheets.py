"""A text with all that the rooms write on it before anybody claims anything."""

from hashlib import sha256

from tawatur import pipeline
from tawatur.packs import Packs
from tawatur.records import Block, Document, Reading


def sheet(text: str, language: str, packs: Packs) -> Reading:
    """An invented text, annotated as the body of a report without outlet and date."""
    digest = sha256(text.encode()).hexdigest()
    document = Document(digest[:16], "sample", digest, text, language=language, blocks=(Block("body", 0, len(text)),))
    return pipeline.annotated(document, packs)


def over(reading: Reading, first: int, last: int, start: int, end: int) -> list[int]:
    """The tokens of a range that touch a stretch of text."""
    return [at for at in range(first, last) if reading.tokens[at].start < end and start < reading.tokens[at].end]
