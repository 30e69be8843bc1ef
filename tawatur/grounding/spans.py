"""Spans: they lie in the text, say what they quote, and are no longer than a clause."""

from collections.abc import Sequence

from tawatur.packs import Language, Packs

LONGEST = 60
"""Words in a span, by the codebook."""

FIGURES = "0000"


def disagreement(spans: Sequence[tuple[int, int, str | None]], text: str, packs: Packs) -> str | None:
    """Why a span is none."""
    for start, end, quote in spans:
        if not 0 <= start < end <= len(text):
            return f"span: {start}–{end} is no stretch of a text of {len(text)} characters"
        here = text[start:end]
        if quote is not None and quote != here:
            return f"span: the quote is not what stands at {start}–{end}"
        if here != here.strip():
            return f"span: {start}–{end} begins or ends with white space"
        if cut(text, end) or (
            cut(text, start) and not any(_behind_clitic(text, start, tongue, packs) for tongue in packs.languages.values())
        ):
            return f"span: {start}–{end} cuts a word in two"
        if len(here.split()) > LONGEST:
            return f"span: {len(here.split())} words are more than the {LONGEST} of a clause"
    return None


def cut(text: str, at: int) -> bool:
    """Whether a point lies within a word or a number."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return True
    return before in ".,٬٫" and after.isdigit() and at > 1 and text[at - 2].isdigit()


def _behind_clitic(text: str, start: int, language: Language, packs: Packs) -> bool:
    """Whether what stands before the point is written onto the word or the number, and is none of it."""
    first, last = start, start
    while first > 0 and text[first - 1].isalpha():
        first -= 1
    while last < len(text) and text[last].isalpha():
        last += 1
    fold = packs.folding.fold
    rest = fold(text[start:last]) or FIGURES  # a number behind a clitic
    return any(variant.form == rest and variant.features for variant in language.clitics.fronts(fold(text[first:start]) + rest))
