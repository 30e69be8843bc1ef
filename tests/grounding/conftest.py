"""Texts read as the gate gets them."""

from collections.abc import Callable

import pytest

from tawatur import packs
from tawatur.grounding import Gate
from tawatur.packs import Packs
from tawatur.pipeline import annotated
from tawatur.records import Document, Reading, Time


@pytest.fixture(scope="session")
def known() -> Packs:
    return packs.load()


@pytest.fixture(scope="session")
def read(known: Packs) -> Callable[..., Reading]:
    def reading(text: str, language: str = "en", published: str | None = None) -> Reading:
        day = Time(published, published, published, "publication") if published else None
        return annotated(Document("d" * 16, "sample", "0" * 64, text, language=language, published=day), known)

    return reading


@pytest.fixture(scope="session")
def gate(read: Callable[..., Reading], known: Packs) -> Callable[..., Gate]:
    def made(text: str, language: str = "en", published: str | None = None) -> Gate:
        return Gate(read(text, language, published), known)

    return made
