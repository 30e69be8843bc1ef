"""Datelines known by their places alone: archived copy has lost the agency and the dash, "KASTRO/DOLNA The envoys met"."""

from collections.abc import Iterator, Sequence

from tawatur.documents.dates import Dates
from tawatur.documents.outlets import Outlets
from tawatur.packs import Packs
from tawatur.records import Token
from tawatur.text import QUOTES, STRETCH

_JOINTS = frozenset("/,،-–")
_DASHES = frozenset("-–—:")
_MOST, _LONGEST, _LEAST, _AGENCY = 4, 4, 3, 4
"""How many places stand together, words in the name of one, letters in one nobody knows, words in an agency's name."""


def placed(text: str, tokens: Sequence[Token], packs: Packs, names: Outlets, calendar: Dates) -> int:
    """How many letters at the head of a paragraph are places with what belongs to them; 0 where a sentence begins at once.

    In a script with capitals the places stand in capitals and a sentence begins behind them; in one without, a dash, a colon,
    a day or an agency parts the two.
    """
    if not tokens:
        return 0
    cased = text[tokens[0].start].isupper()
    return _in_capitals(text, tokens, packs, names, calendar) if cased else _parted(text, tokens, packs, names, calendar)


def _in_capitals(text: str, tokens: Sequence[Token], packs: Packs, names: Outlets, calendar: Dates) -> int:
    at, known = _shouted(text, tokens, packs, names)
    if not at:
        return 0
    if land := _land(text, tokens, at, packs):
        at, known = land, True
    if day := _day(text, tokens, at, calendar):
        at, known = day, True
    if at < len(tokens) and tokens[at].form in _DASHES:
        at += 1
    return tokens[at - 1].end if known and _begins(text, tokens, at) else 0


def _shouted(text: str, tokens: Sequence[Token], packs: Packs, names: Outlets) -> tuple[int, bool]:
    """The end of the places in capitals, and whether one of them is known."""
    at, known = 0, False
    for _ in range(_MOST):
        length = _known(text, tokens, at, packs)
        if not length:
            run = next((n for n in range(_LONGEST + 1) if not _shouts(text, tokens, at + n)), 0)
            if not run or len(tokens[at].form) < _LEAST or _speaks(text, tokens[at:at + run], names):
                return 0, False
            length = run
        else:
            known = True
        at += length
        if not (at + 1 < len(tokens) and tokens[at].form in _JOINTS and _shouts(text, tokens, at + 1)):
            return at, known
        at += 1
    return 0, False


def _known(text: str, tokens: Sequence[Token], at: int, packs: Packs) -> int:
    """How many tokens in capitals are the longest name of a known place."""
    return next((n for n in _lengths(tokens, at) if all(_shouts(text, tokens, at + i) for i in range(n))
                 and _holds(text, tokens[at:at + n], packs)), 0)


def _land(text: str, tokens: Sequence[Token], at: int, packs: Packs) -> int:
    """The end of a country or province that follows in its own case: ", Iraq"."""
    if at + 1 >= len(tokens) or tokens[at].form != ",":
        return 0
    return next((at + 1 + n for n in _lengths(tokens, at + 1) if text[tokens[at + 1].start].isupper()
                 and _holds(text, tokens[at + 1:at + 1 + n], packs) and _begins(text, tokens, at + 1 + n)), 0)


def _day(text: str, tokens: Sequence[Token], at: int, calendar: Dates) -> int:
    """The end of a day right behind the places."""
    if at >= len(tokens):
        return 0
    begin = at + (tokens[at].form in _JOINTS)
    rest = text[tokens[begin].start:] if begin < len(tokens) else ""
    day = calendar.find(rest) or calendar.day(rest)
    if day is None or day.start:
        return 0
    end = tokens[begin].start + day.end
    return next((i for i in range(begin, len(tokens)) if tokens[i].start >= end), len(tokens))


def _parted(text: str, tokens: Sequence[Token], packs: Packs, names: Outlets, calendar: Dates) -> int:
    at = 0
    for _ in range(_MOST):
        length = next((n for n in _lengths(tokens, at) if _holds(text, tokens[at:at + n], packs)), 0)
        if not length:
            return 0
        at += length
        if at < len(tokens) and tokens[at].form in _JOINTS and (day := _day(text, tokens, at, calendar)):
            return tokens[day - 1].end
        if at + 1 < len(tokens) and tokens[at].form == "/" and (agency := _agency(text, tokens, at + 1, names)):
            return tokens[agency - 1].end
        if at + 1 < len(tokens) and _dashes(text, tokens[at]) \
                and not any(_holds(text, tokens[at + 1:at + 1 + n], packs) for n in _lengths(tokens, at + 1)):
            return tokens[at].end
        if not (at + 1 < len(tokens) and tokens[at].form in _JOINTS):
            return 0
        at += 1
    return 0


def _agency(text: str, tokens: Sequence[Token], at: int, names: Outlets) -> int:
    """The end of a known outlet's name behind a stroke."""
    return next((at + n for n in range(min(_AGENCY, len(tokens) - at), 0, -1)
                 if names.known(text[tokens[at].start:tokens[at + n - 1].end])), 0)


def _lengths(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """The lengths a name may have, the longest first; words alone, dashes within them."""
    yield from (n for n in range(min(_LONGEST, len(tokens) - at), 0, -1)
                if tokens[at].kind == tokens[at + n - 1].kind == "word" and not any(t.form in "/,،" for t in tokens[at:at + n]))


def _holds(text: str, words: Sequence[Token], packs: Packs) -> bool:
    """Whether a place is called so."""
    spelling = packs.gazetteer.spelling
    return bool(packs.gazetteer.named(spelling.words(text[words[0].start:words[-1].end])))


def _shouts(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a word all in capitals, or the joint within a name of such."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return False
    return text[tokens[at].start:tokens[at].end].isupper() and tokens[at].end - tokens[at].start > 1


def _speaks(text: str, words: Sequence[Token], names: Outlets) -> bool:
    name = text[words[0].start:words[-1].end]
    return bool(names.known(name) or names.body(name))


def _begins(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence begins at a token: a capital, a quotation or a number, and small letters soon."""
    if at >= len(tokens):
        return False
    begins = text[tokens[at].start].isupper() or tokens[at].form in QUOTES or tokens[at].kind == "number"
    return begins and any(text[token.start].islower() for token in tokens[at:at + 6])


def _dashes(text: str, token: Token) -> bool:
    """Whether a dash or colon with a space behind it parts two things; a stretched letter alone is a dash, too."""
    return text[token.start:token.end].strip("-–—:" + STRETCH) == "" and text[token.end:token.end + 1] in (" ", "\xa0")
