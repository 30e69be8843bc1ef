"""JSON Lines, packed or not: a report a line, read as a stream."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from tawatur.documents.charsets import decode
from tawatur.documents.handed import LIMITS, Raw, Unreadable
from tawatur.documents.names import harmless
from tawatur.records import Setback


def records(path: str) -> Iterator[Raw | Setback]:
    """The reports of a file; each line that holds none is a setback, up to a bound, and the rest goes on."""
    opened = gzip.open(path, "rb") if path.lower().endswith(".gz") else open(path, "rb")  # noqa: SIM115
    with opened as stream:
        yield from _records(cast("IO[bytes]", stream), path)


def _records(stream: IO[bytes], path: str) -> Iterator[Raw | Setback]:
    number = bad = good = 0
    try:
        for number, line in _lines(stream):
            try:
                if raw := _record(line, path, number):
                    good += 1
                    yield raw
            except Unreadable as error:
                bad += 1
                if bad <= LIMITS.complaints:
                    yield Setback(f"{path}:{number}", "read", f"{path}, line {number}: {error}")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        bad += not good
        yield Setback(path, "read", f"{path}: damaged or cut off after line {number} ({error}); {good} reports were read")
    if bad > LIMITS.complaints:
        yield Setback(path, "read", f"{path}: {bad - LIMITS.complaints} more lines hold no report")
    if not good and not bad:
        yield Setback(path, "read", f"{path}: empty")


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Numbered lines; of an absurdly long one only its beginning, so that it fails alone."""
    number = 0
    while line := stream.readline(LIMITS.record + 1):
        number += 1
        if not line.endswith(b"\n") and len(line) > LIMITS.record:
            while (rest := stream.readline(LIMITS.record)) and not rest.endswith(b"\n"):
                pass
        yield number, line


def _record(line: bytes, path: str, number: int) -> Raw | None:
    if len(line) > LIMITS.record:
        raise Unreadable(f"a line of more than {LIMITS.record >> 20} MB")
    bare = line.strip(b" \t\r\n\0\xef\xbb\xbf")
    if not bare:
        return None
    fields = _fields(bare)
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Unreadable("a record without “text”" if "text" not in fields else "a record whose “text” is empty")
    stem = Path(path).name.split(".")[0]
    return Raw(
        name=harmless(_said(fields, "id") or f"{stem}-{number}"), original=bare, text=text, method="json lines", path=path,
        url=_said(fields, "url"), title=_said(fields, "title"), outlet=_said(fields, "outlet"),
        published=_said(fields, "published"), language=_said(fields, "language"),
    )


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(decode(line))
    except (json.JSONDecodeError, RecursionError) as error:
        told = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise Unreadable(f"no JSON ({told})") from error
    if not isinstance(fields, dict):
        raise Unreadable("no JSON object")
    return fields


def _said(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return str(value).strip() or None if isinstance(value, (str, int)) and not isinstance(value, bool) else None
