"""Tokens and sentences of the blocks that may say something."""

from tawatur.documents.lines import view
from tawatur.packs import Packs
from tawatur.records import Block, Document, Reading, Sentence, Token
from tawatur.records.document import SAYING
from tawatur.text import sentences, tokenize


def segment(document: Document, packs: Packs) -> Reading:
    """A fresh reading of the document: its tokens and sentences, in order."""
    tokens: list[Token] = []
    found: list[Sentence] = []
    blocks = document.blocks or (Block("body", 0, len(document.text), "no blocks given", document.language),)
    shown = view(document.text, 0, len(document.text))
    for block in blocks:
        if block.role not in SAYING:
            continue
        code = block.language or document.language or next(iter(packs.languages))
        first, mine = len(tokens), tokenize(shown, packs.folding, block.start, block.end)
        tokens.extend(mine)
        for begin, end in sentences(shown, mine, packs.language(code).breaks, first):
            found.append(Sentence(begin, end, tokens[begin].start, tokens[end - 1].end, code, block.role))
    return Reading(document, tokens=tuple(tokens), sentences=tuple(found))
