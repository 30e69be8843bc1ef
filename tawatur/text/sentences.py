"""Sentences: lines first, then the marks that end a sentence, unless a table says that the mark belongs to a word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.records import Token


@dataclass(frozen=True, slots=True)
class Breaks:
    """What ends a sentence: marks, the marks that may still follow one, and forms after which a full stop is none.

    `zones`: the words that say behind a name whose time of day it is: "at 2 p.m. Moscow time".
    """

    ends: frozenset[str]
    closers: frozenset[str]
    abbreviations: frozenset[str]
    zones: frozenset[str] = frozenset()


def sentences(text: str, tokens: Sequence[Token], breaks: Breaks, first: int = 0) -> Iterator[tuple[int, int]]:
    """Half-open token ranges of the sentences in `tokens`, counted from `first`. A line break always ends one."""
    begin, count = 0, len(tokens)
    for at in range(count):
        following = at + 1
        if following < count and not _ends(text, tokens, at, breaks):
            continue
        if following > begin:
            yield first + begin, first + following
        begin = following


def _ends(text: str, tokens: Sequence[Token], at: int, breaks: Breaks) -> bool:
    token, after = tokens[at], tokens[at + 1]
    if after.start > token.end and "\n" in text[token.end:after.start]:
        return True
    if after.form in breaks.closers and after.start == token.end:
        return False
    mark = at
    while mark > 0 and tokens[mark].form in breaks.closers and tokens[mark].start == tokens[mark - 1].end:
        mark -= 1
    if tokens[mark].form not in breaks.ends or after.start == token.end:
        return False
    if tokens[mark].form != "." and text[after.start].islower():
        return False  # “Who was it?” she asked
    if tokens[mark].form != "." or mark == 0:
        return True
    before = tokens[mark - 1]
    if at + 2 < len(tokens) and tokens[at + 2].form in breaks.zones:
        return False
    return not (before.form in breaks.abbreviations or (len(before.form) == 1 and text[before.start].isupper()))
