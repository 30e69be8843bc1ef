"""What goes into reading and what comes out of it."""

from dataclasses import dataclass

from tawatur.records import Document

MEGABYTE = 1 << 20
PAGE = "page"
BARE = "a page without the text of a report (if it is built by scripts, save it complete)"


@dataclass(frozen=True, slots=True)
class Hints:
    """What a person says about reports that do not say it themselves. `published` is an ISO day."""

    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    context: str | None = None
    sensitivity: str = "public"
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """A report and the bytes that it was read from: those of its file, or of its record in a file of many."""

    document: Document
    original: bytes


@dataclass(frozen=True, slots=True)
class Raw:
    """What a format gave of one report, before anybody looked at the words.

    Its own word on outlet, date and language goes before a person's hints, and those before what is guessed: `meta_published`
    is a date found somewhere on a page, `meta_tail` what stands behind its title. `credit` is the length of a credit line
    that reading put before the text.
    """

    name: str
    original: bytes
    text: str
    method: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    meta_published: str | None = None
    meta_tail: str | None = None
    credit: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """Beyond these a file is absurd, and said to be so."""

    file: int = 20 * MEGABYTE
    record: int = 4 * MEGABYTE
    export: int = 400 * MEGABYTE
    text: int = 2_000_000
    line: int = 400_000
    tags: int = 100_000
    attributes: int = 2_000
    seconds: float = 30
    complaints: int = 20


LIMITS = Limits()


class Unreadable(Exception):  # noqa: N818
    """One report that cannot be read; the message is the clear line of its setback."""
