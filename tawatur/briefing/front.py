"""The front page of a briefing: the most told of each question, a few lines a chapter; everything else is counted, not hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawatur.briefing.blocks import Brief, Chapter, Line, Section, Shelf

CHAPTERS = 2
"""How many chapters show lines; of those behind them only the numbers are told."""
LINES: Mapping[str, int] = {"position": 4, "corridor": 2, "figure": 3, "talks": 2}
"""How many lines of a section are shown; sections that have no row are told by their number of lines."""
CHANGES = 5
"""How many changes of a chapter are shown."""
PARTS = 2
"""How many parts stand under a line."""


def front(brief: Brief) -> Brief:
    """The briefing's first page. Its numbers are those of the whole briefing, where they lead on."""
    chapters = tuple(_chapter(chapter, LINES if index < CHAPTERS else {}) for index, chapter in enumerate(brief.chapters))
    lines = [line for chapter in chapters for section in chapter.sections for line in section.lines()]
    shown = {number for line in lines for number in line.numbers}
    shown |= {number for chapter in chapters for turned in chapter.changes for number in turned.numbers}
    return replace(brief, chapters=chapters, citations=tuple(one for one in brief.citations if one.number in shown), short=True)


def _chapter(chapter: Chapter, quota: Mapping[str, int]) -> Chapter:
    shown = tuple(_section(section, quota[section.name]) for section in chapter.sections if section.name in quota)
    beyond = tuple((section.name, _size(section)) for section in chapter.sections if section.name not in quota)
    kept = chapter.changes[:CHANGES]
    return replace(chapter, sections=shown, beyond=beyond, changes=kept, left_out=len(chapter.changes) - len(kept))


def _section(section: Section, quota: int) -> Section:
    """The most told first, then one line of each shelf before a second one of any; in the order of the whole briefing."""
    ranked = [(-line.reports, rank, line) for shelf in section.shelves for rank, line in enumerate(_most_told(shelf.lines))]
    chosen = {id(line) for _, _, line in sorted(ranked, key=lambda each: each[:2])[:quota]}
    shelves = [Shelf(shelf.key, tuple(_trimmed(line) for line in shelf.lines if id(line) in chosen)) for shelf in section.shelves]
    kept = Section(section.name, tuple(shelf for shelf in shelves if shelf.lines))
    return replace(kept, left_out=_size(section) - _size(kept))


def _most_told(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: -line.reports)


def _trimmed(line: Line) -> Line:
    return replace(line, parts=tuple(replace(part, parts=()) for part in line.parts[:PARTS]))


def _size(section: Section) -> int:
    return sum(1 for _ in section.lines()) + section.left_out
