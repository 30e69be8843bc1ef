"""A ground of invented claims: two parties, a town, a mill road."""

from collections.abc import Sequence
from functools import cache
from itertools import count

from tawatur.boards import Ground, grounded
from tawatur.packs import Packs, load
from tawatur.pipeline import account
from tawatur.records import Claim, Content, Document, Evidence, Outlet, Place, Source, Time

MILL = Place("at", "mill", "Mill", 35.1, 40.2, "Mill", 1)
WEIR = Place("at", "weir", "Weir", 35.4, 40.9, "Weir", 1)
NUMBERS = count()


@cache
def packs() -> Packs:
    return load()


def day(iso: str) -> Time:
    return Time(iso, iso, iso, "explicit")


def claim(content: Content, document: str, *places: Place, time: str | None = None, modality: str = "asserted", at: int = 0,
          origin: Source | None = None, quote: str = "x") -> Claim:
    """A claim of a report whose outlet bears its name, told by an origin behind it."""
    chain = (Source(document, document, "outlet"), *((origin,) if origin else ()))
    return Claim(f"{next(NUMBERS):016}", document, content, (Evidence(at, at + len(quote), quote),), (chain,), modality,
                 day(time) if time else None, places, confidence=0.8)


def report(name: str, published: str | None = None) -> Document:
    return Document(name, name, name, "The Mill and the Weir. " * 4, outlet=Outlet(name, name), title="Mill",
                    published=day(published) if published else None)


def ground(claims: Sequence[Claim], published: dict[str, str] | None = None) -> Ground:
    """The ground of claims, whose reports are of these days."""
    names = dict.fromkeys(claim.document for claim in claims)
    reports = [report(name, (published or {}).get(name)) for name in names]
    made = account(reports, claims, packs())
    return grounded(claims, reports, made.facts, made.episodes, made.descents, packs())
