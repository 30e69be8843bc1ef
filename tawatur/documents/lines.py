"""The lines of a text, as its layout cuts them, each with what can be seen of it without understanding a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.text import Breaks

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_INVISIBLE = " \t\xa0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u3000"
_WIDEST = 110
_BREAKS = re.compile(r"[\r\x0b\x0c\x85\u2028\u2029]")
_FORMATS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text without outer white space; `gap` when an empty line stands before it."""

    start: int
    end: int
    text: str
    words: int
    gap: bool


def lines(text: str) -> list[Line]:
    """The lines that hold something. Lines that a mail program or an editor wrapped are one again."""
    found: list[Line] = []
    for match in _LINE.finditer(text):
        bare = match.group().strip(_INVISIBLE)
        if bare:
            start = match.start() + match.group().index(bare)
            gap = not found or text.count("\n", found[-1].end, start) > 1
            found.append(Line(start, start + len(bare), bare, len(bare.split()), gap))
    return list(_joined(text, found))


def stopped(text: str, breaks: Breaks) -> bool:
    """Whether a line ends as a sentence does."""
    bare = text.rstrip()
    while bare and bare[-1] in breaks.closers:
        bare = bare[:-1]
    return bool(bare) and bare[-1] in breaks.ends


def view(text: str, start: int, end: int) -> str:
    """The text, letter for letter, as tokens are to see it: one kind of line break, none inside a wrapped paragraph, and
    white space for marks that only steer the direction of writing."""
    shown = text
    if _BREAKS.search(shown):
        shown = _BREAKS.sub("\n", shown.replace("\r\n", " \n"))
    if _FORMATS.search(shown):
        shown = _FORMATS.sub(" ", shown)
    if "\n" in shown[start:end]:
        for line in lines(shown):
            if "\n" in line.text and line.start < end and line.end > start:
                shown = shown[:line.start] + line.text.replace("\n", " ") + shown[line.end:]
    return shown


def _joined(text: str, found: list[Line]) -> Iterator[Line]:
    """Paragraphs whose lines were all broken at one width, joined."""
    group: list[Line] = []
    for line in found:
        if group and line.gap:
            yield from _paragraph(text, group)
            group = []
        group.append(line)
    yield from _paragraph(text, group)


def _paragraph(text: str, group: list[Line]) -> list[Line]:
    full = [len(line.text) for line in group[:-1]]
    if not full or len(full) > 400 or max(full) > _WIDEST or min(full) < 40 or max(full) - min(full) > 22:
        return group
    broken = sum(line.text[-1].isalnum() or line.text[-1] in ",،-–(\"" for line in group[:-1])
    if len(group[-1].text) > max(full) + 22 or broken < 0.7 * len(full):
        return group
    start, end = group[0].start, group[-1].end
    return [Line(start, end, text[start:end], sum(line.words for line in group), group[0].gap)]
