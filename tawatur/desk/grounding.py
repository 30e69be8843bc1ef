"""Claims from any tool, held against the texts that they say they stand in."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawatur import documents
from tawatur.documents import Handed, Hints
from tawatur.errors import InputError, UnknownError
from tawatur.grounding import Gate
from tawatur.packs import Packs
from tawatur.pipeline import annotated
from tawatur.ports import Store
from tawatur.records import Document

Json = Mapping[str, Any]
Find = Callable[[str], Document | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says of one claim: its id, or the number of its line; `reason` is None where it passes."""

    claim: str
    reason: str | None


def ground(path: Path, find: Find, packs: Packs) -> Iterator[Verdict]:
    """Check the claims of a JSON Lines file one by one; records of other types are passed over.

    In an export, claims name their document by its id; the file's own document records say what it is called.
    """
    gates: dict[str, Gate | None] = {}
    names: dict[str, str] = {}
    for number, line in _lines(path):
        record = _record(line)
        if record is None:
            yield Verdict(str(number), "not a claim: the line is no JSON object")
            continue
        if record.get("type", "claim") != "claim":
            if record["type"] == "document":
                names[str(record.get("id"))] = str(record.get("name"))
            continue
        id = str(record.get("id") or number)
        name = str(record.get("document"))
        if name not in gates:
            document = find(name) or (find(names[name]) if name in names else None)
            gates[name] = Gate(annotated(document, packs), packs) if document is not None else None
        gate = gates[name]
        yield Verdict(id, gate.examine(record) if gate is not None else f"document: there is no text of “{name}”")


def in_folder(folder: Path, packs: Packs) -> Find:
    """Documents by the names of their files: NAME.txt."""
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder of texts")
    home = folder.resolve()

    def find(name: str) -> Document | None:
        path = home / f"{name}.txt"
        if not path.is_file() or home not in path.resolve().parents:
            return None
        handed = next(iter(documents.read([str(path)], Hints(), packs)), None)
        return handed.document if isinstance(handed, Handed) else None

    return find


def in_case(case: Store) -> Find:
    """Documents of a case, by id or by name."""
    names = {document.name: document.id for document in case.documents()}

    def find(name: str) -> Document | None:
        try:
            return case.document(names.get(name, name))
        except UnknownError:
            return None

    return find


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'})") from error


def _record(line: str) -> Json | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None
