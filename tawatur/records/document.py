"""A report as it was handed in, and what could not be read of it."""

from dataclasses import dataclass
from typing import Literal

from tawatur.records.actor import Outlet
from tawatur.records.time import Time

Role = Literal["title", "dateline", "byline", "standfirst", "body", "boilerplate", "related", "comments"]
SAYING: frozenset[str] = frozenset({"title", "dateline", "standfirst", "body"})
"""The roles of blocks from which claims may come."""


@dataclass(frozen=True, slots=True)
class Acquired:
    """When (ISO instant, UTC), by whom and how a document came in."""

    at: str
    by: str
    method: str


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of the text; `reason` says why it got its role, `language` is BCP 47 or None."""

    role: Role
    start: int
    end: int
    reason: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report. `id` is the first 16 hex digits of the SHA-256 of the original bytes; `text` is fixed once."""

    id: str
    name: str
    sha256: str
    text: str
    path: str | None = None
    url: str | None = None
    outlet: Outlet | None = None
    title: str | None = None
    language: str | None = None
    published: Time | None = None
    acquired: Acquired | None = None
    sensitivity: str = "public"
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Setback:
    """What could not be read: the document (id or path), the stage, and one clear line."""

    document: str
    stage: str
    reason: str
