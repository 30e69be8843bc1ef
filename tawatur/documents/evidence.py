"""Which outlet a report is from, as its own words give it away.

A name on a line of its own or in the dateline says it, "X's correspondent" nearly, "told X" a little; being mentioned says
nothing. Agencies are credited by everybody: one is the outlet only where nobody else may be. A wrong outlet is worse than none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tawatur.documents.agency_copy import archived, signed
from tawatur.documents.dates import dates
from tawatur.documents.frames import Frames, frames
from tawatur.documents.furniture import furniture
from tawatur.documents.heads import FEW_WORDS, STRAY, named_pieces
from tawatur.documents.nameplates import NAMEPLATE, plain, publisher_among
from tawatur.documents.outlets import Names, Outlets, by_first, match, outlets, starts
from tawatur.packs import Language, Packs
from tawatur.records import Block, Outlet, Token
from tawatur.text import tokenize

_NAME_LINE, _DATELINE, _TAB, _WRITTEN, _CREDIT = 6.0, 5.0, 5.0, 2.5, 2.5
_ENOUGH, _CLEAR, _OFTEN = 3.0, 1.5, 3
_RELAYS = 0.15
_LONGEST_NAME = 5
_SOON, _EDGE, _LONGEST_LINE = 8, 8, 120
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\s*[^\W\d_]{0,2}\s*$")
"""An hour at the end of words: brackets behind it tell the zone of the time."""
_BARS = " |:»•·—–-\n\xa0"
_SILENT = frozenset({"related", "comments"})
SOURCE_LINE = "source line"


_Cut = tuple[Block, Language, tuple[Token, ...]]


@dataclass(frozen=True, slots=True)
class Clue:
    """One place that speaks for an outlet, and how much."""

    outlet: Outlet
    weight: float
    kind: str


def outlet_of(text: str, blocks: tuple[Block, ...], packs: Packs, tail: str | None = None) -> Outlet | None:
    """The outlet that the text speaks for most clearly; None where none stands out."""
    names = outlets(packs)
    clues = [*_tab(tail, names, packs), *_stated(text, blocks, packs, names), *_placed(text, blocks, packs, names)]
    clues.extend(Clue(outlet, _CREDIT, "signature") for outlet in signed(text, blocks, packs))
    strange = [clue.outlet for clue in clues if clue.outlet.id not in packs.outlets and clue.outlet.id not in packs.actors]
    fresh = {names.key(outlet.name): outlet for outlet in strange}
    table = frames(packs)
    cut = [(block, packs.language(block.language), tokenize(text, packs.folding, block.start, block.end))
           for block in blocks if block.role not in _SILENT]
    for _, _, tokens in cut:
        fresh.update(_unknown(text, tokens, names, table))
    clues.extend(clue for code in {language.code for _, language, _ in cut} for clue in _issuing(text, code, packs, names))
    told = list(_framed(text, cut, names.names, table))
    clues.extend(told)
    if archived(text, blocks):
        clues.extend(Clue(clue.outlet, _CREDIT, "copy") for clue in told if clue.outlet.kind == "agency")
    clues.extend(_framed(text, cut, by_first(fresh), table))
    clues.extend(clue for clue in _framed(text, cut, names.bodies, table) if clue.weight >= _ENOUGH)
    return _best(clues)


def _best(clues: Sequence[Clue]) -> Outlet | None:
    seen: Counter[tuple[str, str]] = Counter()
    scores: dict[str, float] = {}
    by_id = {clue.outlet.id: clue.outlet for clue in clues}
    for clue in clues:
        seen[clue.outlet.id, clue.kind] += 1
        if seen[clue.outlet.id, clue.kind] <= _OFTEN:
            scores[clue.outlet.id] = scores.get(clue.outlet.id, 0.0) + clue.weight
    own = {id: score for id, score in scores.items() if by_id[id].kind != "agency"}
    for pool in (own, {} if _evident(own) else dict(scores)):
        ranked = sorted(pool.items(), key=lambda pair: (-pair[1], pair[0]))
        if ranked and ranked[0][1] >= (_ENOUGH if pool is own else _CREDIT):
            second = ranked[1][1] if len(ranked) > 1 else 0.0
            return by_id[ranked[0][0]] if ranked[0][1] >= _CLEAR * second else None
    return None


def _evident(own: dict[str, float]) -> bool:
    return max(own.values(), default=0.0) >= _ENOUGH


def _tab(tail: str | None, names: Outlets, packs: Packs) -> Iterator[Clue]:
    if tail and (known := names.known(tail)):
        yield Clue(known, _TAB, "tab")
    elif tail and frames(packs).masthead(names.key(tail)):
        yield Clue(names.named(tail), _WRITTEN, "tab")


def _stated(text: str, blocks: tuple[Block, ...], packs: Packs, names: Outlets) -> Iterator[Clue]:
    """The body whose statement the title says it is."""
    for block in blocks:
        if block.role == "title" and block.end - block.start < 300:
            title = text[block.start:block.end]
            key, table = names.key(title), frames(packs)
            size = table.statement(key)
            issuer = names.body_in(key[size:], _SOON) or _stranger(title, size, packs, names) if size else \
                names.body_in(key, len(key)) if table.bulletin(key) else None
            if issuer:
                yield Clue(issuer, _ENOUGH, "statement")


def _stranger(title: str, size: int, packs: Packs, names: Outlets) -> Outlet | None:
    """The body that no pack knows whose statement it is: the words with capitals behind the opening, small ones between them."""
    words = [token for token in tokenize(title, packs.folding) if token.kind != "punctuation"][size:]
    big = [at for at, word in enumerate(words) if title[word.start].isupper() and not names.links(word.form)]
    first = big[0] if big else len(words)
    end = next((at for at in range(first, len(words)) if not names.joins(words[at].form, title[words[at].start])), len(words))
    name = words[first:max((at + 1 for at in big if at < end), default=first)]
    return names.named(title[name[0].start:name[-1].end]) if 1 < len(name) <= _SOON else None


def _placed(text: str, blocks: tuple[Block, ...], packs: Packs, names: Outlets) -> Iterator[Clue]:
    """Names where publishers stand: lines of their own, datelines, the tail of the title."""
    for at, block in enumerate(blocks):
        behind_title = block.role == "boilerplate" and at > 0 and blocks[at - 1].role == "title"
        if block.reason == NAMEPLATE:
            line = text[block.start:block.end].strip()
            name = publisher_among(line, frames(packs), dates(packs)) or plain(line)
            yield Clue(names.known(name) or names.body(name) or names.named(name), _NAME_LINE, "line")
        elif behind_title and (body := names.body(text[block.start:block.end].strip(_BARS))):
            yield Clue(body, _ENOUGH, "line")
        elif block.role in ("byline", "dateline") or behind_title:
            for line in text[block.start:block.end].splitlines():
                yield from _line(line, block, packs, names)


def _line(line: str, block: Block, packs: Packs, names: Outlets) -> Iterator[Clue]:
    if block.reason == SOURCE_LINE and (credited := list(_within(line, packs, names, block))):
        yield from (clue for clue in credited if clue.outlet.kind != "agency")  # who credits an agency is none
        return
    found = named_pieces(line, names)
    known = [outlet for piece in found if (outlet := names.known(piece) or names.addressed(piece))]
    body = found[0] if len(found) > 2 and block.role == "dateline" else line
    if not known and (block.role == "byline" or body is not line) and (alone := names.body(body)):
        known = [alone]
    for outlet in known:
        strong = _DATELINE if block.role == "dateline" else _NAME_LINE
        yield Clue(outlet, _CREDIT if outlet.kind == "agency" else strong, "line")
    if any(outlet.kind != "agency" for outlet in known) or "forwarded" in block.reason:
        return
    if block.reason == FEW_WORDS:
        tokens = tokenize(line, packs.folding)
        begin = starts(names.names, tokens, packs.language(block.language))
        hit = match(names.names, tokens, 0, begin) if tokens else None
        if hit and hit[1] < len(tokens) and not known:
            yield Clue(hit[0], _CREDIT if hit[0].kind == "agency" else _ENOUGH, "author")  # "Reuters Staff", "BBC correspondent"
    if block.reason == "author line" or (block.role == "dateline" and not known):
        yield from _within(line, packs, names, block)
    bracketed = set(_bracketed(line)) if block.role == "dateline" else set()
    others = [_called(piece, block) for piece in found if not names.known(piece)]
    for piece in others:
        key = names.key(piece)
        if 0 < len(key) <= _LONGEST_NAME and not furniture(packs).of(piece, len(key)) and not any(map(str.isdecimal, key)):
            sounds = piece == found[0] and block.role == "dateline" and (
                frames(packs).plate(piece) if len(found) > 2 else names.titled(piece, key) and len(found) == 2)
            if sounds or frames(packs).masthead(key) or piece in bracketed:
                yield Clue(names.named(piece), _WRITTEN + 1, "line")
            elif len(key) > 1:
                yield Clue(names.body(piece) or names.named(piece), 0.5, "line")


def _called(piece: str, block: Block) -> str:
    """What stands behind the small words of an author line: "By Jane Roe for the Lake Tribune"."""
    words = piece.split()
    small = next((at for at in range(len(words) - 1, -1, -1) if words[at][0].islower()), None)
    return piece if small is None or small + 1 == len(words) or block.reason != "author line" else " ".join(words[small + 1:])


def _within(line: str, packs: Packs, names: Outlets, block: Block) -> Iterator[Clue]:
    """"By Jane Roe for OUTLET": any outlet within an author line."""
    tokens = tokenize(line, packs.folding)
    begin = starts(names.names, tokens, packs.language(block.language))
    for at in range(len(tokens)):
        if (hit := match(names.names, tokens, at, begin)) and _capital(line, tokens[at:hit[1]]):
            strong = _DATELINE if block.role == "dateline" else _ENOUGH
            yield Clue(hit[0], strong if hit[0].kind != "agency" else _CREDIT, "author")


def _bracketed(line: str) -> Iterator[str]:
    if line.count("/") == 2:
        yield line.split("/")[1].strip()
    for part in line.split("(")[1:]:
        inside, closed, _ = part.partition(")")
        if closed and not _CLOCK.search(line[:line.find("(" + part)]):
            yield inside.strip()


def _unknown(text: str, tokens: Sequence[Token], names: Outlets, table: Frames) -> Iterator[tuple[tuple[str, ...], Outlet]]:
    """Names with capitals that no pack knows and that hold an outlet's word."""
    run: list[Token] = []
    for token in (*tokens, None):
        if token is not None and token.kind == "word" and text[token.start].isupper():
            run.append(token)
            continue
        if 1 < len(run) <= _LONGEST_NAME and table.masthead([each.form for each in run[1:]]):
            name = text[run[0].start:run[-1].end]
            if not names.known(name) and not names.body(name):
                yield names.key(name), Outlet(name, name)
        run = []


def _issuing(text: str, code: str, packs: Packs, names: Outlets) -> Iterator[Clue]:
    """Lines near either end that say who publishes the report, whoever it is: "Issued by the Delta Relief Cell, Okapo"."""
    table = frames(packs)
    lines = text.splitlines()
    for line in dict.fromkeys((*lines[:_EDGE], *lines[-_EDGE:])):
        tokens = tokenize(line, packs.folding) if len(line) <= _LONGEST_LINE else ()
        size = table.issues(code, tokens)
        if not size or size == len(tokens):
            continue
        rest = [token for token in tokens[size:] if token.form != ":"]
        named = list(takewhile(lambda token: token.kind != "punctuation", rest))
        named = named[1:] if named and names.links(named[0].form) else named
        capitals = all(names.joins(word.form, line[word.start]) for word in named)
        if 1 < len(named) <= _SOON and (capitals or tokens[size].form == ":"):
            name = line[named[0].start:named[-1].end].strip(STRAY)
            if (known := names.known(name)) is not None and known.kind == "agency":
                continue  # who credits an agency is none
            yield Clue(known or names.body(name) or names.named(name), _ENOUGH, "issuing line")


def _framed(text: str, cut: Sequence[_Cut], names: Names, table: Frames) -> Iterator[Clue]:
    """Names in the phrases by which a report speaks of its own publisher."""
    for _, language, tokens in cut:
        begin = starts(names, tokens, language)
        at = 0
        while begin and at < len(tokens):
            hit = match(names, tokens, at, begin)
            if hit is None or not _capital(text, tokens[at:hit[1]]):
                at += 1
                continue
            outlet, last, features = hit
            weight, frame = table.weight(language.code, tokens, at, last, features)
            if weight:
                yield Clue(outlet, weight * (_RELAYS if outlet.kind == "agency" else 1.0), frame)
            at = last


def _capital(text: str, tokens: Sequence[Token]) -> bool:
    """Whether words may be a name: one has a capital, or their script has none."""
    first = [text[token.start] for token in tokens]
    return any(letter.isupper() for letter in first) or not any(letter.islower() for letter in first)
