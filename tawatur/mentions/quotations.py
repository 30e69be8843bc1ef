"""Quotations: words between marks, several sentences long if need be, one inside another."""

from collections.abc import Sequence
from itertools import groupby

from tawatur.records import Quotation, Sentence, Token

OPENING = frozenset("“«„‹‘")
CLOSING = frozenset("”»›’")
EITHER = frozenset("\"'")
MARKS = OPENING | CLOSING | EITHER
SINGLE = frozenset("‘’'‹›")
BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-\u0640:،,;؛")
AFTER_CLOSING = frozenset(" \t\n\u00a0.,;:!?)]}،؛؟…—–-")


def quotations(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[Quotation]:
    """Every pair of marks in the sentences, outermost first at each start.

    A quotation may run on over sentences of one block; a new paragraph ends it, unless it opens with the same mark again.
    """
    found: list[Quotation] = []
    for _, block in groupby(sentences, key=lambda sentence: (sentence.role, sentence.language)):
        open_marks: list[int] = []
        for sentence in block:
            if open_marks and "\n" in text[tokens[sentence.first - 1].end : sentence.start]:
                _paragraph(text, tokens, sentence, open_marks, found)
            for at in range(sentence.first, sentence.last):
                if tokens[at].kind == "punctuation" and tokens[at].form in MARKS:
                    _mark(text, tokens, at, open_marks, found)
    return sorted(found, key=lambda quotation: (quotation.first, -quotation.last))


def _mark(text: str, tokens: Sequence[Token], at: int, open_marks: list[int], found: list[Quotation]) -> None:
    form = tokens[at].form
    single = form in SINGLE
    if _opens(text, tokens[at].start, form):
        if not single or form == "‘" or form == "'":
            open_marks.append(at)
        return
    for depth in range(len(open_marks) - 1, -1, -1):
        if (tokens[open_marks[depth]].form in SINGLE) == single:
            if at - open_marks[depth] > 1:
                found.append(_quotation(tokens, open_marks[depth] + 1, at))
            del open_marks[depth:]
            return


def _opens(text: str, start: int, form: str) -> bool:
    """A mark opens by what stands beside it: right-to-left writers use either of a pair for either end."""
    free_before = start == 0 or text[start - 1] in BEFORE_OPENING or (text[start - 1] in MARKS and form in OPENING)
    free_after = start + 1 >= len(text) or text[start + 1] in AFTER_CLOSING
    if free_before != free_after:
        return free_before
    return form in OPENING


def _paragraph(text: str, tokens: Sequence[Token], sentence: Sentence, open_marks: list[int], found: list[Quotation]) -> None:
    """What is still open when a paragraph begins: closed at its end, for it was opened again or forgotten."""
    outer = open_marks[0]
    if tokens[outer].form not in SINGLE and tokens[sentence.first].form == tokens[outer].form:
        found.append(_quotation(tokens, outer + 1, sentence.first))
    open_marks.clear()


def _quotation(tokens: Sequence[Token], first: int, last: int) -> Quotation:
    return Quotation(tokens[first].start, tokens[last - 1].end, first, last)
