"""Datelines that open a paragraph: a place, perhaps an agency and a day, then a dash or a colon."""

import re
from collections.abc import Callable, Sequence

from tawatur.documents.dates import Dated, Dates
from tawatur.documents.frames import frames
from tawatur.documents.outlets import Outlets
from tawatur.documents.placed import placed
from tawatur.packs import Packs
from tawatur.records import Token
from tawatur.text import QUOTES, tokenize

_DASHES = frozenset("-–—")
_CLOCK = re.compile(r"[\s,|–-]*\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_SEPARATORS = tuple(":|-–—/،,\"“«")
_WORDS = re.compile(r"[^\W\d_]+")
_REACH = 220
_PLACE, _AGENCY, _UNDASHED = 7, 9, 5


def opening(text: str, packs: Packs, names: Outlets, calendar: Dates) -> int:
    """How many letters of a paragraph are its dateline; 0 where it has none."""
    start = text[:_REACH]
    tokens = tokenize(start, packs.folding)

    def publishes(piece: str) -> bool:
        return bool(names.known(piece) or names.body(piece))

    def sounds(piece: str) -> bool:
        return publishes(piece) or frames(packs).masthead(names.key(piece))

    for end in (_parenthesis(start, tokens, calendar), _bracketed(start, tokens, publishes), _dashed_colon(start, tokens, sounds),
                _slashed(start, tokens), _dated_among(start, tokens, calendar, sounds), _capitals(start, tokens),
                _named(start, tokens, publishes), placed(start, tokens, packs, names, calendar)):
        if end:
            return _past(text, end)
    found = calendar.find(start)
    end = _dated(text, found, packs) if found else 0
    return _past(text, end) if end else 0


def _parenthesis(text: str, tokens: Sequence[Token], calendar: Dates) -> int:
    """(PLACE, date) – …"""
    close = next((at for at, token in enumerate(tokens[:_PLACE + _AGENCY]) if token.form == ")"), 0)
    if not close or tokens[0].form != "(" or not calendar.find(text[:tokens[close].end]):
        return 0
    return _run(text, tokens, close + 1) if _dash(tokens, close + 1) else tokens[close].end


def _bracketed(text: str, tokens: Sequence[Token], publishes: Callable[[str], bool]) -> int:
    """PLACE (AGENCY) – …, PLACE (country) (AGENCY) – …; without a dash only where the agency is known."""
    first = next((at for at, token in enumerate(tokens[:_PLACE + 4]) if token.form in "()" or _parts(text, token)), 0)
    if tokens and tokens[0].form == "(":
        return _alone(text, tokens, publishes)
    if not first or tokens[first].form != "(" or not _names(text, tokens[:first]):
        return 0
    at, inside = first, ""
    while at < len(tokens) and tokens[at].form == "(":
        close = next((i for i in range(at + 1, min(at + _AGENCY, len(tokens))) if tokens[i].form == ")"), 0)
        if not close:
            return 0
        inside = text[tokens[at].end:tokens[close].start]
        at = close + 1
    if _dash(tokens, at):
        return _run(text, tokens, at)
    place = first <= _UNDASHED and not any(token.form in QUOTES for token in tokens[:first])
    return tokens[at - 1].end if place and publishes(inside) and (
        at >= len(tokens) or not text[tokens[at].start].islower()) else 0


def _alone(text: str, tokens: Sequence[Token], publishes: Callable[[str], bool]) -> int:
    """(AGENCY) A sentence …, (AGENCY) – …: the place is left out."""
    close = next((at for at in range(1, min(_AGENCY, len(tokens))) if tokens[at].form == ")"), 0)
    if not close or close + 1 >= len(tokens) or not publishes(text[tokens[0].end:tokens[close].start]):
        return 0
    if _dash(tokens, close + 1):
        return _run(text, tokens, close + 1)
    return tokens[close].end if not text[tokens[close + 1].start].islower() and tokens[close + 1].kind == "word" else 0


def _dated_among(text: str, tokens: Sequence[Token], calendar: Dates, sounds: Callable[[str], bool]) -> int:
    """PLACE (AGENCY), day – …, PLACE, day. AGENCY. – …, PLACE, day (AGENCY). …: the day stands among the names."""
    day = calendar.find(text) or calendar.day(text)
    if day is None or not 0 < len(before := [token for token in tokens if token.end <= day.start]) <= _PLACE + _AGENCY:
        return 0
    behind = [at for at, token in enumerate(tokens) if token.start >= day.end][:_AGENCY]
    if not behind or not _names(text, before) or any(token.form in QUOTES for token in before):
        return 0
    end = next((at for at in behind if _parts(text, tokens[at])), None) or next(
        (at for at in behind if tokens[at].form == "." and tokens[at - 1].form == ")"), None)
    if end is None or len(_WORDS.findall(text[:day.start])) > _PLACE:
        return 0
    between = text[day.end:tokens[end].start].strip(" .,،()\xa0")
    bracketed = any(token.form == "(" for token in [*before, *tokens[behind[0]:end]])
    return _run(text, tokens, end) if (bracketed and not between) or (between and (bracketed or sounds(between))) else 0


def _slashed(text: str, tokens: Sequence[Token]) -> int:
    """PLACE, day /AGENCY/ – …, PLACE, day. /AGENCY/. …"""
    marks = [at for at, token in enumerate(tokens[:_PLACE + _AGENCY + 4]) if token.form == "/"][:2]
    if len(marks) < 2 or not 0 < marks[1] - marks[0] - 1 <= 4 or not marks[0] or not text[:1].isupper():
        return 0
    if any(token.kind == "word" and text[token.start].islower() for token in tokens[:marks[0]]):
        return 0
    after = marks[1] + 1
    return _run(text, tokens, after) if _dash(tokens, after) or (after < len(tokens) and tokens[after].form == ".") else 0


def _capitals(text: str, tokens: Sequence[Token]) -> int:
    """PLACE, Country – …: at least the first word in capitals, or few words that all have one, and a capital behind the dash."""
    at = next((index for index, token in enumerate(tokens[:_PLACE + 3]) if _parts(text, token)), 0)
    words = [text[each.start:each.end] for each in tokens[:at] if each.kind == "word"]
    if not words or not _names(text, tokens[:at]):
        return 0
    end = _run(text, tokens, at)
    rest = text[end:].lstrip(" \xa0\"“‘'«")
    if not rest[:1].isupper():
        return 0
    return end if (words[0].isupper() and len(words[0]) > 2) or len(words) <= 5 else 0


def _dashed_colon(text: str, tokens: Sequence[Token], sounds: Callable[[str], bool]) -> int:
    """PLACE – AGENCY: …, the agency known or called like one; "Name – spokesman:" is a speaker."""
    dash = next((at for at, token in enumerate(tokens[:_PLACE]) if _parts(text, token)), 0)
    colon = next((at for at in range(dash + 2, min(dash + _AGENCY, len(tokens))) if tokens[at].form == ":"), 0)
    if not dash or not colon or not sounds(text[tokens[dash].end:tokens[colon].start]):
        return 0
    while colon + 1 < len(tokens) and tokens[colon + 1].form == ":":
        colon += 1
    return tokens[colon].end


def _named(text: str, tokens: Sequence[Token], publishes: Callable[[str], bool]) -> int:
    """OUTLET – …, PLACE – OUTLET – …, OUTLET: …: a known outlet apart from the rest."""
    begin = 0
    for at, token in enumerate(tokens[:_PLACE + _AGENCY]):
        if _parts(text, token) or token.form in ":/|":
            piece = text[tokens[begin].start:token.start] if begin < at else ""
            if not piece or at - begin > _PLACE:
                return 0
            words = piece.split()
            if publishes(piece) or (any(map(str.isdecimal, piece)) and any(publishes(" ".join(words[-n:])) for n in (1, 2, 3))):
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


def _dash(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].form in _DASHES or tokens[at].form == ":")


def _parts(text: str, token: Token) -> bool:
    """Whether a dash parts two things, instead of joining two words."""
    return token.form in _DASHES and _apart(text, token)


def _run(text: str, tokens: Sequence[Token], at: int) -> int:
    """The end of a run of dashes."""
    while at + 1 < len(tokens) and (tokens[at + 1].form in _DASHES or tokens[at].form == tokens[at + 1].form == ":"):
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
