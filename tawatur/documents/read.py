"""Reading: paths in, documents or setbacks out, one at a time; one bad file never stops a run."""

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tawatur.documents.charsets import decode
from tawatur.documents.compose import compose
from tawatur.documents.dates import day_of
from tawatur.documents.files import STDIN, expand
from tawatur.documents.handed import LIMITS, PAGE, Handed, Hints, Raw, Unreadable
from tawatur.documents.jsonl import records
from tawatur.documents.names import harmless
from tawatur.documents.pages import page
from tawatur.documents.patience import patience
from tawatur.documents.telegram import messages
from tawatur.errors import InputError
from tawatur.packs import Packs
from tawatur.records import Setback

_LATER = {
    ".pdf": "PDF", ".docx": "DOCX", ".doc": "DOC", ".odt": "ODT", ".rss": "RSS", ".atom": "Atom", ".xml": "XML and feeds",
    ".warc": "WARC", ".eml": "mail", ".mbox": "mail", ".epub": "EPUB", ".mhtml": "MHTML", ".mht": "MHTML", ".csv": "tables",
    ".xlsx": "tables", ".xls": "tables",
}
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_PAGE = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
Result = Handed | Setback


def read(paths: Sequence[str], hints: Hints, packs: Packs) -> Iterator[Result]:
    """Every report under the paths, in order; what cannot be read is a setback with one clear line.

    Raises InputError where the hints themselves cannot be used.
    """
    if hints.published and not day_of(hints.published):
        raise InputError(f"“{hints.published}” is no date; write it as 2019-01-31")
    return _read(paths, hints, packs)


def _read(paths: Sequence[str], hints: Hints, packs: Packs) -> Iterator[Result]:
    for path in expand(paths):
        if isinstance(path, Setback):
            yield path
        else:
            yield from _file(path, hints, packs)


def _file(path: str, hints: Hints, packs: Packs) -> Iterator[Result]:
    try:
        for raw in _format(path)(path):
            yield raw if isinstance(raw, Setback) else _composed(raw, hints, packs)
    except Unreadable as error:
        yield Setback(path, "read", f"{path}: {error}")
    except OSError as error:
        yield Setback(path, "read", f"{path}: cannot be opened ({error.strerror or error})")
    except (RecursionError, MemoryError) as error:
        yield Setback(path, "read", f"{path}: absurd ({type(error).__name__} while reading it)")


def _composed(raw: Raw, hints: Hints, packs: Packs) -> Result:
    try:
        with patience(LIMITS.seconds):
            return compose(raw, hints, packs)
    except Unreadable as error:
        where = raw.path if raw.method in ("text", PAGE) else f"{raw.path} ({raw.name})"
        return Setback(raw.path or raw.name, "read", f"{where}: {error}")


def _format(path: str) -> Callable[[str], Iterator[Raw | Setback]]:
    name = path.lower()
    suffix = Path(name).suffix
    if path == STDIN:
        return _pasted
    if name.endswith((".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")):
        return records
    if suffix == ".json":
        return _json
    if suffix in _PAGES:
        return _page
    if suffix in _LATER or name.endswith(".warc.gz"):
        return _later
    return _text


def _later(path: str) -> Iterator[Raw | Setback]:
    suffixes = Path(path.lower()).suffixes
    kind = next((_LATER[suffix] for suffix in reversed(suffixes) if suffix in _LATER), "this format")
    raise Unreadable(f"{kind} cannot be read yet; save it as text or HTML")
    yield  # a generator like the others


def _text(path: str) -> Iterator[Raw | Setback]:
    data = _bytes(path)
    if _PAGE.match(data[:4000]):
        yield _parsed(data, path, _name(path))
    else:
        yield Raw(_name(path), data, decode(data), "text", path)


def _page(path: str) -> Iterator[Raw | Setback]:
    yield _parsed(_bytes(path), path, _name(path))


def _parsed(data: bytes, path: str, name: str) -> Raw:
    with patience(LIMITS.seconds):
        return page(data, path, name)


def _pasted(path: str) -> Iterator[Raw | Setback]:
    data = sys.stdin.buffer.read(LIMITS.file + 1)
    if len(data) > LIMITS.file:
        raise Unreadable(f"more than {LIMITS.file >> 20} MB on standard input")
    _nonempty(data)
    yield _parsed(data, path, "pasted") if _PAGE.match(data[:4000]) else Raw("pasted", data, decode(data), "pasted", path)


def _json(path: str) -> Iterator[Raw | Setback]:
    if _first_line_is_a_record(path):
        yield from records(path)
        return
    found = 0
    for raw in messages(path):
        found += 1
        yield raw
    if not found:
        raise Unreadable("a Telegram export without a message that has words")


def _first_line_is_a_record(path: str) -> bool:
    """Whether a .json file is JSON Lines by another name."""
    with open(path, "rb") as stream:
        start = stream.readline(LIMITS.record)
    try:
        first = json.loads(start)
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and "text" in first and not {"messages", "chats"} & first.keys()


def _bytes(path: str) -> bytes:
    size = Path(path).stat().st_size
    if size > LIMITS.file:
        raise Unreadable(f"{size >> 20} MB; at most {LIMITS.file >> 20} MB a report")
    data = Path(path).read_bytes()
    _nonempty(data)
    return data


def _nonempty(data: bytes) -> None:
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("empty")


def _name(path: str) -> str:
    return harmless(Path(path).stem)
