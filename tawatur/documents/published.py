"""The date of a report, where its head gives one."""

from tawatur.documents.dates import dates, explicit
from tawatur.packs import Packs
from tawatur.records import Block, Time

_HEAD = 700
_ROLES = frozenset({"dateline", "byline", "boilerplate"})


def header_date(text: str, blocks: tuple[Block, ...], packs: Packs) -> Time | None:
    """The first whole date in a date line, a dateline or a byline near the beginning."""
    for block in blocks:
        if block.start > _HEAD:
            return None
        written = text[block.start:min(block.end, block.start + 300)]
        if block.role in _ROLES and (found := dates(packs).find(written, block.start)):
            return explicit(found.day, text[found.start:found.end])
    return None
