"""The briefing for a terminal: plain text, indented, with the numbers that lead to the sources at its end."""

from collections.abc import Iterator

from tawatur.briefing.isolates import LRI, PDI, RIGHT_TO_LEFT, wrapped, written
from tawatur.briefing.page import Column, Item, Note, Page, Part
from tawatur.briefing.runs import Runs

WIDTH = 92


def text(page: Page) -> str:
    """The whole page as text, ending in a line break."""
    return "\n".join(_Typist(page).lines()) + "\n"


class _Typist:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._mark = RIGHT_TO_LEFT if page.direction == "rtl" else ""

    def lines(self) -> Iterator[str]:
        page = self._page
        yield from self._under(page.title, "=")
        for runs in (page.as_of, page.counts):
            yield from self._set(runs)
        yield ""
        for caution in page.cautions:
            yield from self._set(caution, "! ", "  ")
        for leaf in page.leaves:
            yield ""
            yield ""
            yield from self._under(leaf.heading, "=")
            yield from self._set(leaf.period)
            for part in leaf.parts:
                yield from self._part(part)
        for part in page.ends:
            yield from self._part(part)
        if page.notes and not page.short:
            yield ""
            yield ""
            yield from self._under(page.voice.say("section_citations"), "=")
            for note in page.notes:
                yield from self._note(note)

    def _part(self, part: Part) -> Iterator[str]:
        yield ""
        yield from self._under(part.heading, "-")
        if part.note:
            yield from self._set(part.note, "  ", "  ")
        for rack in part.racks:
            if rack.heading:
                yield ""
                yield from self._set(rack.heading, "  ", "  ")
            for column in rack.columns:
                yield from self._column(column)
        if part.footer:
            yield from self._set(part.footer, "  ", "  ")

    def _column(self, column: Column) -> Iterator[str]:
        for item in column.items:
            yield from self._item(item, "    ", ())

    def _item(self, item: Item, indent: str, lead: Runs) -> Iterator[str]:
        head = [self._write(runs) for runs in (lead, item.reserve) if runs]
        cites = " ".join(self._cite(str(number)) for number in item.numbers)
        said = ": ".join([*head, self._write(item.runs)]) if item.runs else "".join(head)
        yield from self._wrap(f"{said} {cites}".rstrip(), f"{indent}- ", f"{indent}  ")
        aside = self._page.voice.joined([*item.details, *item.tags])
        if aside:
            yield from self._set(aside, f"{indent}    ", f"{indent}    ")
        for relation, part in item.parts:
            yield from self._item(part, f"{indent}    ", relation)

    def _note(self, note: Note) -> Iterator[str]:
        head = self._cite(str(note.number))
        yield from self._wrap(f"{head} {'; '.join(self._write(chain) for chain in note.chains)}", "", "     ")
        for quote in note.quotes:
            yield from self._set((quote,), "     ", "     ")
        tags = self._page.voice.joined([note.short, *note.tags])
        yield from self._wrap(f"{self._write(tags)}{self._page.voice.mark('dot')}{LRI}{note.claim}{PDI}", "     ", "     ")

    def _under(self, runs: Runs, rule: str) -> Iterator[str]:
        lines = list(self._wrap(self._write(runs), "", ""))
        yield from lines
        yield self._mark + rule * min(WIDTH, max(len(line) for line in lines))

    def _set(self, runs: Runs, indent: str = "", hang: str = "") -> Iterator[str]:
        yield from self._wrap(self._write(runs), indent, hang)

    def _wrap(self, line: str, indent: str, hang: str) -> Iterator[str]:
        yield from (self._mark + piece for piece in wrapped(line, WIDTH, indent, hang))

    def _write(self, runs: Runs) -> str:
        return written(self._page.voice, runs, str, self._cite)

    def _cite(self, number: str) -> str:
        return f"{LRI}[{number}]{PDI}" if self._page.direction == "rtl" else f"[{number}]"
