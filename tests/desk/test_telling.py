"""What is handed out is whole, or not there."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur import packs
from tawatur.desk import telling
from tawatur.errors import InputError
from tawatur.stores.memory import MemoryStore
from tests.invented import entry


def failing() -> Iterator[str]:
    yield "half a line"
    raise RuntimeError("the power went")


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    telling.write(tmp_path / "out.txt", ["one\n", "اثنان\n"])
    assert (tmp_path / "out.txt").read_bytes() == "one\nاثنان\n".encode()
    assert os.listdir(tmp_path) == ["out.txt"]


def test_a_failure_midway_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        telling.write(path, failing())
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["out.txt"]


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        telling.write(tmp_path / "nowhere" / "out.txt", ["x"])
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        telling.write(tmp_path / "folder", ["x"])


def test_the_same_case_gives_the_same_export() -> None:
    store = MemoryStore()
    store.put(entry())
    assert list(telling.export(store, packs.load())) == list(telling.export(store, packs.load()))
    assert all(line.endswith("\n") for line in telling.export(store, packs.load()))
