"""Tokens: words, numbers and single marks, each with its place in the text."""

import re
import sys

from tawatur.records import Token
from tawatur.text.folding import Folding

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_JOINER = r"['’ʼʿʾ`‘](?![sS]\b)"  # inside a name or a contraction; the possessive stands apart
_TOKEN = re.compile(
    rf"(?P<word>(?:[^\W\d_a-z]\.){{2,}}|['’][sS]\b|(?:{_LETTER})+(?:{_JOINER}(?:{_LETTER})+)*)"
    r"|(?P<number>\d+(?:[.,٬٫]\d+)*)"
    r"|(?P<punctuation>[^\w\s])"
)


def tokenize(text: str, folding: Folding, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut `text[start:end]` into tokens; positions are those of the whole text. White space and `_` fall away."""
    fold = folding.fold
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = found.lastgroup or "punctuation"
        written = found.group()
        if kind == "word":
            form = _word(written, fold(written))
        elif kind == "number":
            form = fold(written)
        else:
            form = written
        tokens.append(Token(found.start(), found.end(), sys.intern(form), kind))
    return tuple(tokens)


def _word(written: str, folded: str) -> str:
    if written[0] in "'’":
        return "'" + folded.lstrip("'")
    return folded.replace(".", "")
