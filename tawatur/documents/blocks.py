"""Every line of a text gets a role and a reason; the blocks cover the text and nothing is deleted."""

from collections.abc import Iterator, Sequence

from tawatur.documents import language
from tawatur.documents.datelines import opening
from tawatur.documents.dates import Dates, dates
from tawatur.documents.furniture import Furniture, furniture
from tawatur.documents.heads import head
from tawatur.documents.lines import lines, stopped
from tawatur.documents.marks import Mark, marks
from tawatur.documents.oddments import credit_at, passing
from tawatur.documents.outlets import Outlets, outlets
from tawatur.packs import Packs
from tawatur.records import Block
from tawatur.records.document import Role
from tawatur.text import Breaks

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
    first = head(rows, title, names, calendar)
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
        if not any(letter.isalnum() for letter in row.line.text):
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
    """A name alone at the end of the report."""
    left = _FEW
    for row in reversed(rows):
        if row.role is not None:
            continue
        if row.long or not row.headline or row.line.words > _NAME or left == 0:
            return
        name = row.line.text.strip("()[]")
        if names.known(name) or names.body(name):
            row.take("byline", "the publisher's name alone at the end")
        elif left == _FEW and not row.item and _after_paragraph(rows, row):
            row.take("byline", "a name alone at the end")
        else:
            return
        left -= 1


def _after_paragraph(rows: Sequence[Mark], row: Mark) -> bool:
    before = next((each for each in reversed(rows[:rows.index(row)]) if each.role is None), None)
    return before is not None and before.long and before.stopped


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
        if (at := credit_at(row.line.text, names)) is None:
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
    return row.cuts if row.cuts and row.cuts[0][0] == 0 else [whole, *row.cuts]


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
