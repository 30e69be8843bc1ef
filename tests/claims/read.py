"""Whole readings of invented sentences, for tests of what becomes of claims."""

from hashlib import sha256

from tawatur import pipeline
from tawatur.packs import Packs, load
from tawatur.records import Block, Claim, Document, Outlet, Reading, Time

PACKS: Packs = load()


def understood(text: str, language: str = "en", published: str | None = None, outlet: Outlet | None = None) -> Reading:
    """A text as the body of a report."""
    digest = sha256(text.encode()).hexdigest()
    day = Time(published, published, "", "explicit") if published else None
    return pipeline.understand(Document(digest[:16], "invented", digest, text, language=language, published=day, outlet=outlet,
                                        blocks=(Block("body", 0, len(text)),)), PACKS)


def of_kind(kind: str, text: str, language: str = "en") -> list[Claim]:
    return [claim for claim in understood(text, language).claims if claim.kind == kind]
