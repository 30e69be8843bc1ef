"""From what a format gave to a document: its id, blocks, language, outlet and date."""

import hashlib
from datetime import UTC, datetime

from tawatur.documents import language
from tawatur.documents.blocks import blocks
from tawatur.documents.dates import day_of, explicit
from tawatur.documents.evidence import outlet_of
from tawatur.documents.handed import BARE, LIMITS, PAGE, Handed, Hints, Raw, Unreadable
from tawatur.documents.outlets import outlets
from tawatur.documents.published import header_date
from tawatur.packs import Packs
from tawatur.records import Acquired, Block, Document, Outlet, Time
from tawatur.records.document import SAYING


def compose(raw: Raw, hints: Hints, packs: Packs) -> Handed:
    """The document of a report. Raises Unreadable for a text that is absurd."""
    text = _clean(raw.text)
    _check(text)
    found = blocks(text, packs, raw.title or hints.title, raw.credit)
    if raw.method == PAGE and not any(block.role in SAYING and block.role != "title" for block in found):
        raise Unreadable(BARE)
    sha = hashlib.sha256(raw.original).hexdigest()
    document = Document(
        id=sha[:16], name=raw.name, sha256=sha, text=text, path=raw.path, url=raw.url or hints.url,
        outlet=_outlet(raw, hints, text, found, packs), title=raw.title or hints.title or _title(text, found),
        language=_language(raw, hints, text, found, packs), published=_published(raw, hints, text, found, packs),
        acquired=Acquired(datetime.now(UTC).isoformat(timespec="seconds"), "tawatur", raw.method),
        sensitivity=hints.sensitivity, blocks=found,
    )
    return Handed(document, raw.original)


def _clean(text: str) -> str:
    """Half a surrogate pair is no letter and cannot be stored."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _check(text: str) -> None:
    if not text.strip(" \t\r\n\0\ufeff\u200b\xa0"):
        raise Unreadable("empty")
    if len(text) > LIMITS.text:
        raise Unreadable(f"absurd: {len(text):,} characters in one report (at most {LIMITS.text:,})")
    if max(map(len, text.splitlines())) > LIMITS.line:
        raise Unreadable(f"absurd: a line of more than {LIMITS.line:,} characters")


def _outlet(raw: Raw, hints: Hints, text: str, found: tuple[Block, ...], packs: Packs) -> Outlet | None:
    names = outlets(packs)
    at = names.at(raw.url or hints.url)
    if raw.outlet:
        return names.known(raw.outlet) or (at if raw.method == PAGE else None) or names.named(raw.outlet)
    if hints.outlet:
        return names.named(hints.outlet)
    return at or outlet_of(text, found, packs, raw.meta_tail) or names.hosted(raw.url or hints.url)


def _published(raw: Raw, hints: Hints, text: str, found: tuple[Block, ...], packs: Packs) -> Time | None:
    if day := day_of(raw.published):
        return explicit(day, raw.published or "")
    if day := day_of(hints.published):
        return Time(day, day, hints.published or "", "reviewer")
    if written := header_date(text, found, packs):
        return written
    return explicit(day, raw.meta_published or "") if (day := day_of(raw.meta_published)) else None


def _title(text: str, found: tuple[Block, ...]) -> str | None:
    return next((" ".join(text[block.start:block.end].split()) for block in found if block.role == "title"), None)


def _language(raw: Raw, hints: Hints, text: str, found: tuple[Block, ...], packs: Packs) -> str | None:
    """That of most words that say something; where no letter tells, what metadata say."""
    told = language.most((block.language, len(text[block.start:block.end].split())) for block in found if block.role in SAYING)
    given = (hints.language or raw.language or "").split("-")[0].lower() or None
    return hints.language or told or given
