"""What a report's sentences look like to somebody who searches for copies: runs of folded words, and the numbers in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from tawatur.packs import Packs
from tawatur.records import Block, Document, Span, Token
from tawatur.records.document import SAYING
from tawatur.text import sentences, tokenize

RUN = 3
"""Words in a run: long enough that two writers seldom share one, short enough that most survive a dropped word."""
SHORTEST = 6
"""Words that a sentence must have: shorter ones are greetings, captions and names."""


@dataclass(frozen=True, slots=True)
class Print:
    """A sentence's fingerprint: digests of its runs, and the numbers that stand in it in digits."""

    span: Span
    runs: frozenset[int]
    numbers: frozenset[str]
    words: int


def prints(document: Document, packs: Packs) -> tuple[Print, ...]:
    """The fingerprints of the sentences of the blocks that may say something, in order."""
    found: list[Print] = []
    blocks = document.blocks or (Block("body", 0, len(document.text), language=document.language),)
    for block in blocks:
        if block.role not in SAYING:
            continue
        tokens = tokenize(document.text, packs.folding, block.start, block.end)
        breaks = packs.language(block.language or document.language).breaks
        for first, last in sentences(document.text, tokens, breaks):
            made = _print(tokens[first:last])
            if made.words >= SHORTEST:
                found.append(made)
    return tuple(found)


def _print(tokens: Sequence[Token]) -> Print:
    forms = [token.form for token in tokens if token.kind != "punctuation"]
    runs = frozenset(crc32(" ".join(forms[at : at + RUN]).encode()) for at in range(len(forms) - RUN + 1))
    numbers = frozenset(digits(token.form) for token in tokens if token.kind == "number")
    return Print(Span(tokens[0].start, tokens[-1].end), runs, numbers, len(forms))


def digits(form: str) -> str:
    """A number as written, without the marks that group its digits."""
    return "".join(letter for letter in form if letter.isdigit())
