"""Tokens: words, numbers and single marks, each with its place in the text."""

import re
import sys
from collections.abc import Iterator

from tawatur.records import Token
from tawatur.text.folding import REMEMBERED, Folding

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_LETTERS = rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*"
_JOINER = r"['’ʼʿʾ`‘](?![sS]\b)"  # inside a name or a contraction; the possessive stands apart
_TOKEN = re.compile(
    rf"(?P<word>(?:[^\W\d_a-z]\.){{2,}}|['’][sS]\b|{_LETTERS}(?:{_JOINER}{_LETTERS})*)"
    r"|(?P<number>\d+(?:[.,٬٫]\d+)*)"
    r"|(?P<punctuation>[^\w\s])"
)


def tokenize(text: str, folding: Folding, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut `text[start:end]` into tokens; positions are those of the whole text. White space and `_` fall away."""
    known, tokens = folding.written, list[Token]()
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        written = found.group()
        form, kind = known.get(written) or _learned(written, found.lastgroup or "punctuation", folding)
        first, last = found.span()
        tokens.append(Token(first, last, form, kind))
    return tuple(tokens)


def forms(text: str, folding: Folding, marks: bool = False) -> Iterator[str]:
    """The folded forms of a text's words and numbers alone, for who needs no more of its tokens; `marks`: of its marks too."""
    known = folding.written
    for found in _TOKEN.finditer(text):
        written = found.group()
        form, kind = known.get(written) or _learned(written, found.lastgroup or "punctuation", folding)
        if marks or kind != "punctuation":
            yield form


def _learned(written: str, kind: str, folding: Folding) -> tuple[str, str]:
    """The form and the kind of a token, remembered: both follow from its letters alone."""
    form = written if kind == "punctuation" else folding.fold(written)
    if kind == "word":
        form = "'" + form.lstrip("'") if written[0] in "'’" else form.replace(".", "")
    if len(folding.written) > REMEMBERED:  # a hostile text of ever new words must not fill the memory
        folding.written.clear()
    folding.written[written] = found = sys.intern(form), kind
    return found
