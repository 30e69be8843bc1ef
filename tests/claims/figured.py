"""Figures read out of a sentence, as the whole way reads them."""

from pathlib import Path

import yaml

from tawatur import mentions, resolution
from tawatur.claims.elliptical import Counted
from tawatur.claims.figures import figures
from tawatur.claims.syntax import syntaxes
from tawatur.claims.voices import Voices
from tawatur.documents.segment import segment
from tawatur.packs import load
from tawatur.records import Claim, Document, Figure, Reading, Time

PACKS = load()
CASES: dict[str, list[tuple[str, list[tuple[str, float | None]]]]] = yaml.safe_load(
    (Path(__file__).parent / "figures.yaml").read_text(encoding="utf-8"))


def reading(text: str, language: str, published: str | None = "2018-03-01") -> Reading:
    day = Time(published, published, "", "explicit") if published else None
    document = Document("invented", "invented", "", text, language=language, published=day)
    return resolution.resolve(mentions.annotate(segment(document, PACKS), PACKS), PACKS)


def claims(text: str, language: str, published: str | None = "2018-03-01") -> list[Claim]:
    read = reading(text, language, published)
    voices, last = Voices(read, PACKS), Counted()
    return [claim for syntax in syntaxes(read, PACKS) for claim in figures(syntax, voices, last)]


def one(text: str, language: str) -> Figure:
    """The only figure of a sentence."""
    found = claims(text, language)
    assert len(found) == 1, [claim.content for claim in found]
    assert isinstance(found[0].content, Figure)
    return found[0].content
