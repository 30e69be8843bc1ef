"""The lines of a text, as its layout cuts them, each with what can be seen of it without understanding a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tawatur.text import Breaks

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_INVISIBLE = " \t\xa0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u3000"
_ENDS = frozenset(".!?؟…:\"”»")
_NARROWEST, _WIDEST = 40, 130
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
    bare = text[-40:].rstrip()
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
    found = lines(shown) if "\n" in shown else []
    wrapped = [line for line in found if "\n" in line.text and line.start < end and line.end > start]
    pieces, at = [], 0
    for line in wrapped:
        pieces += [shown[at:line.start], line.text.replace("\n", " ")]
        at = line.end
    return "".join([*pieces, shown[at:]]) if pieces else shown


def _joined(text: str, found: list[Line]) -> Iterator[Line]:
    """Paragraphs whose lines were all broken at one width, joined."""
    groups: list[list[Line]] = []
    for line in found:
        if line.gap or not groups:
            groups.append([])
        groups[-1].append(line)
    width = max((_width(group) for group in groups if len(group) > 2 and _broken(group, _width(group))), default=0)
    for group in groups:
        if width and len(group) > 1 and _width(group) <= width and _broken(group, width if len(group) == 2 else _width(group)):
            start, end = group[0].start, group[-1].end
            yield Line(start, end, text[start:end], sum(line.words for line in group), group[0].gap)
        else:
            yield from group


def _width(group: list[Line]) -> int:
    return max(len(line.text) for line in group)


def _broken(group: list[Line], width: int) -> bool:
    """Whether each line ends only because the next word would not have gone into it; a list of headlines does not happen to."""
    if not _NARROWEST <= width <= _WIDEST:
        return False
    if group[-1].text[-1] not in _ENDS or 2 * sum(line.text[-1] in _ENDS for line in group[:-1]) > len(group) - 1:
        return False
    if 2 * sum(line.text[0].isupper() for line in group[1:]) > len(group):
        return False
    return all(len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width for line, after in pairwise(group))
