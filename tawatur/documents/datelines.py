"""Datelines that open a paragraph: a place, perhaps an agency and a day, then a dash or a colon."""

import re
from collections.abc import Sequence

from tawatur.documents.dates import Dated, Dates
from tawatur.documents.outlets import Outlets
from tawatur.packs import Packs
from tawatur.records import Token
from tawatur.text import tokenize

_DASHES = frozenset("-–—")
_CLOCK = re.compile(r"[\s,|–-]*\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_SEPARATORS = tuple(":|-–—/،,\"“«")
_REACH = 220
_PLACE, _AGENCY = 7, 9


def opening(text: str, packs: Packs, names: Outlets, calendar: Dates) -> int:
    """How many letters of a paragraph are its dateline; 0 where it has none."""
    start = text[:_REACH]
    tokens = tokenize(start, packs.folding)
    for rule in (_bracketed, _dashed_colon, _capitals, _named):
        if end := rule(start, tokens, names):
            return _past(text, end)
    found = calendar.find(start)
    end = _dated(text, found, packs) if found else 0
    return _past(text, end) if end else 0


def _bracketed(text: str, tokens: Sequence[Token], names: Outlets) -> int:
    """PLACE (AGENCY) – …"""
    for at, token in enumerate(tokens[:_PLACE + 4]):
        if token.form == "(" and 0 < at <= _PLACE + 3:
            close = next((i for i in range(at + 1, min(at + _AGENCY, len(tokens))) if tokens[i].form == ")"), None)
            if close is None or not _dash(text, tokens, close + 1) or not _names(text, tokens[:at]):
                return 0
            return _run(text, tokens, close + 1)
        if token.form in _DASHES and _apart(text, token):
            return 0
    return 0


def _capitals(text: str, tokens: Sequence[Token], names: Outlets) -> int:
    """PLACE, Country – …: at least the first word in capitals, or all words with one, and a capital behind the dash."""
    for at, token in enumerate(tokens[:_PLACE + 3]):
        if token.form in _DASHES and _apart(text, token):
            words = [each for each in tokens[:at] if each.kind == "word"]
            after = _run(text, tokens, at)
            first = text[words[0].start:words[0].end] if words else ""
            rest = text[after:].lstrip(" \xa0\"“‘'«")
            if not words or not _names(text, tokens[:at]) or not rest or not rest[0].isupper():
                return 0
            return after if (first.isupper() and len(first) > 2) or len(words) <= 5 else 0
    return 0


def _dashed_colon(text: str, tokens: Sequence[Token], names: Outlets) -> int:
    """PLACE – AGENCY: …"""
    dash = next((at for at, token in enumerate(tokens[:_PLACE]) if token.form in _DASHES and _apart(text, token)), None)
    if not dash:
        return 0
    colon = next((at for at in range(dash + 1, min(dash + _AGENCY, len(tokens))) if tokens[at].form == ":"), None)
    if colon is None or colon == dash + 1 or not _names(text, [*tokens[:dash], *tokens[dash + 1:colon]]):
        return 0
    return tokens[colon].end


def _named(text: str, tokens: Sequence[Token], names: Outlets) -> int:
    """OUTLET – …, PLACE – OUTLET – …, OUTLET: …: a known outlet apart from the rest."""
    begin = 0
    for at, token in enumerate(tokens[:_PLACE + _AGENCY]):
        if (token.form in _DASHES and _apart(text, token)) or token.form in (":", "/", "|"):
            piece = text[tokens[begin].start:token.start] if begin < at else ""
            if not piece or at - begin > _PLACE:
                return 0
            if names.known(piece):
                return _run(text, tokens, at)
            begin = at + 1
    return 0


def _names(text: str, tokens: Sequence[Token]) -> bool:
    """Whether these words may all be names: in a script with capitals every long word has one."""
    words = [text[token.start:token.end] for token in tokens if token.kind == "word"]
    if not 0 < len(words) <= _PLACE + _AGENCY or max(map(len, words)) < 3:
        return False
    return all(word[0].isupper() or len(word) < 4 or not _cased(word) for word in words)


def _cased(word: str) -> bool:
    return word.lower() != word.upper()


def _dash(text: str, tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].form in _DASHES or tokens[at].form == ":")


def _run(text: str, tokens: Sequence[Token], at: int) -> int:
    """The end of a run of dashes."""
    while at + 1 < len(tokens) and tokens[at + 1].form in _DASHES:
        at += 1
    return tokens[at].end


def _apart(text: str, token: Token) -> bool:
    return text[token.start - 1:token.start] in (" ", "\xa0", ")", "-") or text[token.end:token.end + 1] in (" ", "\xa0", "-")


def _dated(text: str, found: Dated, packs: Packs) -> int:
    """The end of label, date and perhaps hour, if they stand apart from what follows: "on 3 May the envoys met" does not."""
    labels, days = _labels(packs)
    before = tuple(token.form for token in tokenize(text[:found.start], packs.folding) if token.kind != "punctuation")
    if tuple(form for form in before if form not in days) not in labels:
        return 0
    clock = _CLOCK.match(text, found.end)
    end = clock.end() if clock else found.end
    after = text[end:].lstrip(" \xa0\t)]")
    apart = after[:1] in _SEPARATORS or after[:1].isupper() or (clock is not None and not after[:1].islower())
    return end if not after or apart else 0


def _labels(packs: Packs) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """What may stand before a date: nothing, a label, the names of days."""
    fold = packs.folding.fold
    rows = [row for language in packs.languages.values() for row in language.table("datelines")]
    days = [row for language in packs.languages.values() for name in ("weekdays", "days") for row in language.table(name)]
    labels = {tuple(fold(phrase).split()) for row in rows for phrase in row.names("phrase")}
    return frozenset(labels | {()}), frozenset(form for row in days for name in row.names("form") for form in fold(name).split())


def _past(text: str, end: int) -> int:
    """The end of a dateline with the white space behind it."""
    while end < len(text) and text[end] in " \xa0\t\u200f\u200e":
        end += 1
    return end
