"""The briefing as Markdown with footnotes, wrapped in its direction; words of reports cannot become markup."""

import re
from collections.abc import Iterator

from tawatur.briefing.isolates import LRI, PDI, written
from tawatur.briefing.page import Item, Note, Page, Part
from tawatur.briefing.runs import Runs

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~$^!])")
_LINK = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=www)\.|(?<=\w)@(?=\w)")


def text(page: Page) -> str:
    """The whole page as Markdown."""
    return "\n".join(_Scribe(page).lines()) + "\n"


def escaped(words: str) -> str:
    """Words that Markdown leaves alone: no emphasis, no links, no HTML."""
    return _LINK.sub(r"\\\g<0>", _MARKUP.sub(r"\\\1", words.replace("&", "&amp;")))


class _Scribe:
    def __init__(self, page: Page) -> None:
        self._page = page

    def lines(self) -> Iterator[str]:
        page = self._page
        yield from (f'<div dir="{page.direction}" lang="{page.language}">', "", f"# {self._write(page.title)}", "")
        yield from (self._write(page.as_of), "", self._write(page.counts), "")
        yield from (f"> {self._write(caution)}  " for caution in page.cautions)
        for leaf in page.leaves:
            yield from ("", f"## {self._write(leaf.heading)}", "", self._write(leaf.period))
            for part in leaf.parts:
                yield from self._part(part, "###")
        for part in page.ends:
            yield from self._part(part, "##")
        if page.notes:
            yield from ("", f"## {self._write(page.voice.say('section_citations'))}", "")
            for note in page.notes:
                yield from self._note(note)
        yield from ("", "</div>")

    def _part(self, part: Part, level: str) -> Iterator[str]:
        yield from ("", f"{level} {self._write(part.heading)}", "")
        if part.note:
            yield from (f"*{self._write(part.note)}*", "")
        for rack in part.racks:
            if rack.heading:
                yield from ("", f"{level}# {self._write(rack.heading)}", "")
            for column in rack.columns:
                for item in column.items:
                    yield from self._item(item, "", ())
        if part.footer:
            yield from ("", self._write(part.footer))

    def _item(self, item: Item, indent: str, lead: Runs) -> Iterator[str]:
        head = [self._write(runs) for runs in (lead, item.reserve) if runs]
        said = ": ".join([*head, self._write(item.runs)]) if item.runs else "".join(head)
        yield f"{indent}- {said} {''.join(self._cite(str(number)) for number in item.numbers)}".rstrip()
        aside = self._write(self._page.voice.joined([*item.details, *item.tags]))
        if aside:
            yield f"{indent}  <br><small>{aside}</small>"
        for relation, part in item.parts:
            yield from self._item(part, f"{indent}  ", relation)

    def _note(self, note: Note) -> Iterator[str]:
        voice = self._page.voice
        chains = "; ".join(self._write(chain) for chain in note.chains)
        quotes = " ".join(self._write((quote,)) for quote in note.quotes)
        tags = f"{self._write(voice.joined([note.short, *note.tags]))}{voice.mark('dot')}{LRI}{note.claim}{PDI}"
        yield f"[^{note.number}]: {chains}: {quotes} {tags}"

    def _write(self, runs: Runs) -> str:
        return written(self._page.voice, runs, escaped, self._cite)

    def _cite(self, number: str) -> str:
        return f"[^{number}]"
