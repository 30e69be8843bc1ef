"""Every line of a text gets a role and a reason; the blocks cover the text and nothing is deleted."""

from collections.abc import Iterator

from tawatur.documents import language
from tawatur.documents.datelines import opening
from tawatur.documents.dates import Dates, dates
from tawatur.documents.frames import frames
from tawatur.documents.furniture import Furniture, furniture
from tawatur.documents.heads import head, publishes
from tawatur.documents.lines import lines, stopped
from tawatur.documents.marks import Mark, marks
from tawatur.documents.oddments import credit_at, passing
from tawatur.documents.outlets import Outlets, outlets
from tawatur.packs import Packs
from tawatur.records import Block
from tawatur.records.document import Role
from tawatur.text import STRETCH, Breaks

_FEW = 3
_NAME = 5
_CAPTION = 30


def blocks(text: str, packs: Packs, title: str | None = None, credit: int = 0) -> tuple[Block, ...]:
    """The labelled blocks of a text, in order. `credit` is the length of a credit line that reading put in front."""
    found = lines(text)
    if not found:
        return (Block("boilerplate", 0, len(text), "nothing but white space"),) if text else ()
    breaks = _breaks(packs)
    rows = marks(found, breaks)
    names, calendar = outlets(packs), dates(packs)
    for row in rows:
        if row.line.start < credit:
            row.take("byline", "forwarded from")
    _furniture(rows, furniture(packs))
    first = head(rows, title, names, calendar, frames(packs))
    _foot(rows[first:], names)
    _strays(rows[first:])
    _cut(rows, packs, names, calendar, breaks)
    return tuple(_merged(_covering(text, rows, packs)))


def _breaks(packs: Packs) -> Breaks:
    """The marks of all languages: a line may be in any."""
    each = [language.breaks for language in packs.languages.values()]
    return Breaks(frozenset().union(*(b.ends for b in each)), frozenset().union(*(b.closers for b in each)), frozenset())


def _furniture(rows: list[Mark], table: Furniture) -> None:
    reach: tuple[Role, str] | None = None
    to_the_end = False
    for at, row in enumerate(rows):
        if row.role is not None:
            continue
        rule = table.of(row.line.text, row.line.words)
        if reason := passing(row):
            row.take(*reason)
            continue
        if not any(letter.isalnum() and letter != STRETCH for letter in row.line.text):
            row.take("boilerplate", "a line without words")
        elif rule and not (rule.role == "related" and at == 0):
            row.take(rule.role, rule.reason)
            reach = (rule.role, rule.reason) if rule.opens else reach
            to_the_end = rule.opens and rule.role == "comments" and 2 * at >= len(rows)
        elif reach and (to_the_end or row.headline or (row.line.words < 12 and not row.item)):
            row.take(reach[0], f"below: {reach[1]}")
        else:
            reach = None


def _foot(rows: list[Mark], names: Outlets) -> None:
    """Names and initials alone at the end: one line, or several of which one is the publisher's name."""
    open_rows = [row for row in rows if row.role is None]
    last = next((at for at in range(len(open_rows), 0, -1) if not _is_name(open_rows[at - 1])), 0)
    found = open_rows[last:][-_FEW:]
    if not last or not found:
        return
    published = any(publishes(row.line.text.strip("()[]"), names) for row in found)
    if published or (len(found) == 1 and not found[0].item and open_rows[last - 1].long and open_rows[last - 1].stopped):
        for row in found:
            known = publishes(row.line.text.strip("()[]"), names)
            row.take("byline", "the publisher's name alone at the end" if known else "a name alone at the end")


def _is_name(row: Mark) -> bool:
    return row.headline and row.line.words <= _NAME


def _strays(rows: list[Mark]) -> None:
    """Headlines between paragraphs that are whole sentences: links to elsewhere, or words of the paragraph below."""
    bodies = [row for row in rows if row.role is None and row.line.words >= 12]
    if len(bodies) < _FEW or sum(row.stopped for row in bodies) < 0.8 * len(bodies):
        return
    before: Mark | None = None
    for row in rows:
        if row.role is None and row.headline and not row.item and row.line.words > 1 and not _listed(before):
            row.take("related", "a headline between paragraphs")
        elif row.role is None:
            before = row


def _listed(before: Mark | None) -> bool:
    return before is None or before.line.text[-1] == ":" or (before.item and not before.long)


def _cut(rows: list[Mark], packs: Packs, names: Outlets, calendar: Dates, breaks: Breaks) -> None:
    bodies = [row for row in rows if row.role in (None, "standfirst")]
    for row in bodies[:2]:
        if row.cuts:
            break
        end = opening(row.line.text, packs, names, calendar)
        if 0 < end < len(row.line.text):
            row.cuts = [(0, "dateline", "place, day or agency before the report"),
                        (end, row.role or "body", row.reason or "paragraph")]
            break
    for row in [row for row in rows if row.role is None]:
        if (at := credit_at(row.line.text, names, furniture(packs))) is None:
            continue
        if at and stopped(row.line.text[:at], breaks):
            row.cuts.append((at, "byline", "an agency's name in brackets at the end"))
        elif row.line.words <= _CAPTION and not row.cuts:
            row.take("boilerplate", "caption with the name of an agency")
    bodies = [row for row in bodies if row.role in (None, "standfirst")]
    if bodies:
        last = bodies[-1]
        tail = furniture(packs).tail(last.line.text[-2500:])
        if tail:
            at = tail[0] + max(0, len(last.line.text) - 2500)
            last.cuts.append((at, tail[1].role, tail[1].reason))


def _covering(text: str, rows: list[Mark], packs: Packs) -> Iterator[Block]:
    pieces = [(row.line.start + at, role, reason) for row in rows
              for at, role, reason in _pieces(row)]
    starts = [0, *(start for start, _, _ in pieces[1:]), len(text)]
    told: str | None = None
    for index, (_, role, reason) in enumerate(pieces):
        start, end = starts[index], starts[index + 1]
        told = language.tell(text[start:end], packs, told)
        yield Block(role, start, end, reason, told)


def _pieces(row: Mark) -> list[tuple[int, Role, str]]:
    whole: tuple[int, Role, str] = (0, row.role or "body", row.reason or "paragraph")
    said = {at: (at, role, reason) for at, role, reason in (whole, *row.cuts)}  # of two cuts at one place the later one holds
    return [said[at] for at in sorted(said)]


def _merged(found: Iterator[Block]) -> Iterator[Block]:
    held: Block | None = None
    for block in found:
        if held and (held.role, held.reason, held.language) == (block.role, block.reason, block.language):
            held = Block(held.role, held.start, block.end, held.reason, held.language)
            continue
        if held:
            yield held
        held = block
    if held:
        yield held
