"""The shipped packs, and a short way to read bytes as a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tawatur import packs
from tawatur.documents import Handed, Hints, read
from tawatur.packs import Packs
from tawatur.records import Document, Setback

Read = Callable[..., list[Handed | Setback]]
One = Callable[..., Document]


@pytest.fixture(scope="session")
def known() -> Packs:
    return packs.load()


@pytest.fixture
def reading(tmp_path: Path, known: Packs) -> Read:
    """Write bytes or text under a name and read that file."""

    def read_it(name: str, content: bytes | str, hints: Hints = Hints()) -> list[Handed | Setback]:  # noqa: B008
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read([str(path)], hints, known))

    return read_it


@pytest.fixture
def one(reading: Read) -> One:
    """The one document that a file holds."""

    def read_one(name: str, content: bytes | str, hints: Hints = Hints()) -> Document:  # noqa: B008
        (found,) = reading(name, content, hints)
        assert isinstance(found, Handed), found
        return found.document

    return read_one


def only_setback(found: list[Handed | Setback]) -> str:
    """The reason of the one setback that reading gave."""
    (setback,) = found
    assert isinstance(setback, Setback)
    assert setback.stage == "read"
    assert "\n" not in setback.reason
    return setback.reason
