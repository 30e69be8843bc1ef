"""Credit lines: an agency named for the whole report stands behind the outlet in every chain."""

from collections.abc import Sequence

from tawatur.attribution.line import Line
from tawatur.packs import Packs
from tawatur.records import Document, Reading, Source, Token
from tawatur.text import tokenize

NEAR = 18  # tokens from either end of a report
DASHES = frozenset("-–—:)|/")


def credit(reading: Reading, packs: Packs, lines: Sequence[Line], own: frozenset[str]) -> Source | None:
    """The agency that a report is credited to, in its byline, its dateline or a line of its own at the end."""
    found = _in_bylines(reading, packs, own)
    if found is not None or not lines:
        return found
    for line in lines[:2]:
        if (found := _in_dateline(line, own, packs)) is not None:
            return found
    return next((found for line in lines[-2:] if (found := _alone(line, own, packs)) is not None), None)


def _in_bylines(reading: Reading, packs: Packs, own: frozenset[str]) -> Source | None:
    document = reading.document
    for block in document.blocks:
        if block.role != "byline" or block.end - block.start > 200:
            continue
        tokens = tokenize(document.text, packs.folding, block.start, block.end)
        language = packs.language(block.language or document.language)
        if any(word in _helping(packs, language.code) for word in (token.form for token in tokens)):
            continue
        for at in range(len(tokens)):
            for hit in language.lexicon.match(tokens, at, len(tokens), document.text):
                for entry in hit.entries:
                    if entry.kind == "outlet" and entry.attrs.get("id") not in own:
                        return _node(document, packs, entry.attrs["id"], tokens[at], tokens[at + hit.length - 1])
    return None


def _helping(packs: Packs, code: str) -> frozenset[str]:
    return frozenset(
        word for row in packs.language(code).table("wording") if row["role"] == "helped" for word in row["word"].split()
    )


def _in_dateline(line: Line, own: frozenset[str], packs: Packs) -> Source | None:
    for at in range(line.first, min(line.first + NEAR, line.last)):
        mention = line.mention(at, "outlet")
        if mention is None or mention.attrs.get("id") in own or packs.outlets[mention.attrs["id"]].kind != "agency":
            continue
        before, after = line.form(at - 1), line.form(mention.last)
        bracketed = before == "(" and after == ")"
        dated = line.has(mention.last, "time") and line.kind(mention.last + 1) in ("number", "word") and not line.cues_before(at)
        if (
            (bracketed and line.form(mention.last + 1) in DASHES)
            or (after in ("-", "–", "—") and at - line.first <= 8)
            or (dated and line.cue_at.get(mention.last) is None and line.kind(mention.last + 1) == "number")
        ):
            return Source(
                packs.outlets[mention.attrs["id"]].name,
                line.words_of(at, mention.last),
                "agency",
                start=mention.start,
                end=mention.end,
            )
    return None


def _alone(line: Line, own: frozenset[str], packs: Packs) -> Source | None:
    """A last line that holds nothing but the name of an agency."""
    words = [at for at in range(line.first, line.last) if line.kind(at) == "word"]
    if not words or len(words) > 8:
        return None
    for at in words:
        mention = line.mention(at, "outlet", "voices")
        if mention is None or mention.attrs.get("id") in own:
            continue
        agency = (mention.kind == "outlet" and packs.outlets[mention.attrs["id"]].kind == "agency") or mention.attrs.get(
            "kind"
        ) == "agency"
        rest = [
            other
            for other in words
            if not mention.first <= other < mention.last and not line.has(other, "source", "credit", "and")
        ]
        if agency and not rest:
            name = packs.outlets[mention.attrs["id"]].name if mention.kind == "outlet" else line.words_of(at, mention.last)
            return Source(name, line.words_of(at, mention.last), "agency", start=mention.start, end=mention.end)
    return None


def _node(document: Document, packs: Packs, outlet: str, first: Token, last: Token) -> Source | None:
    known = packs.outlets[outlet]
    if known.kind not in ("agency",):
        return None
    return Source(known.name, document.text[first.start : last.end], "agency", start=first.start, end=last.end)
