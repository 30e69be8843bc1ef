"""The date of a report, where its head gives one."""

from tawatur.documents.dates import dates, explicit
from tawatur.documents.language import script
from tawatur.packs import Packs
from tawatur.records import Block, Time

_HEAD = 700
_ROLES = frozenset({"dateline", "byline", "boilerplate"})


def header_date(text: str, blocks: tuple[Block, ...], packs: Packs) -> Time | None:
    """The first whole date in a date line, a dateline or a byline near the beginning, else one in the brackets of the title."""
    head = [block for block in blocks if block.start <= _HEAD]
    for block in head:
        written = text[block.start:min(block.end, block.start + 300)]
        if block.role in _ROLES and (found := dates(packs).find(written, block.start, _day_first(block, packs))):
            return explicit(found.day, text[found.start:found.end])
    bylines = [text[block.start:min(block.end, block.start + 300)] for block in head if block.role == "byline"]
    if glued := next(((line, told) for line in bylines if (told := dates(packs).glued(line))), None):
        return explicit(glued[1].day, glued[0][glued[1].start:glued[1].end])
    titles = [text[block.start:block.end] for block in head if block.role == "title"]
    return next((day for title in titles if (day := _bracketed(title, packs))), None)


def _day_first(block: Block, packs: Packs) -> bool:
    """Months stand before days in numbers only where Latin letters are written."""
    return script(str((packs.language(block.language).grammar.get("name") or {}).get(block.language, ""))) not in (None, "Latn")


def _bracketed(title: str, packs: Packs) -> Time | None:
    """A date in the brackets of a title: updates and statements put their day there; one in its open words is another day."""
    _, opened, inside = title.rpartition("(")
    found = dates(packs).find(inside.partition(")")[0]) if opened else None
    return explicit(found.day, inside[found.start:found.end]) if found else None
