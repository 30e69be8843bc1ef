"""Numbers as people write them: digits, words, compounds, fractions and ordinals, put together by a language's `numbers` table.

A row's `class` says how a word counts: `unit` (1–19) · `ten` · `hundred` (a factor) · `hundreds` (300 as one word) · `scale`
(thousand) · `scaled` (two thousand as one word) · `pair` (a scale behind a number; right before its noun alone two of it) ·
`plural` (a scale behind a small number only) · `fraction` · `parts` (thirds) · `ordinal` · `suffix` (the letters behind 23rd).
"""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from tawatur.records import Mention, Token
from tawatur.records.swift import swift

JOINERS = frozenset("-‐‑–")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}$")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+$")
_COMMA = re.compile(r"\d{1,2},\d{3}$")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?$")
_THREE = re.compile(r"[1-9]\d{0,2}\.\d{3}$")


@swift
@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: half-open token range, its value, `cardinal`, `fraction` or `ordinal`, and how it is written."""

    first: int
    last: int
    value: float
    kind: str = "cardinal"
    digits: bool = False
    definite: bool = False
    bare: bool = False  # a digit string without any mark or word: it may be a year


@dataclass(frozen=True, slots=True)
class Words:
    """The words that hold numbers together, as a language's grammar gives them (folded)."""

    article: frozenset[str] = frozenset()
    the: frozenset[str] = frozenset()
    and_: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    or_: frozenset[str] = frozenset()
    unit_first: bool = False


def numbers(text: str, tokens: Sequence[Token], first: int, last: int, named: Mapping[int, Mention],
            words: Words, nouns: Container[int] = ()) -> list[Number]:
    """All numbers between two tokens, by place; `named` holds the mentions of the `numbers` table by their first token,
    `nouns` the tokens at which something stands that is counted.
    """
    found: list[Number] = []
    at = first
    while at < last:
        if at in named or tokens[at].kind == "number":
            number = _Reader(text, tokens, last, named, words, nouns).read(at)
            if number is not None:
                found.append(number)
                at = number.last
                continue
        at += 1
    return found


def digits(form: str, dotted: bool = False) -> float | None:
    """The value of a digit string with its marks; None for an address or a version. `dotted`: a point may group thousands."""
    if _GROUPED.match(form) or _INDIAN.match(form):
        return float(form.replace(",", ""))
    if _DOTTED.match(form) or (dotted and _THREE.match(form)):
        return float(form.replace(".", ""))
    if _EUROPEAN.match(form):
        return float(form.replace(".", "").replace(",", "."))
    if _PLAIN.match(form):
        return float(form.replace(",", "."))
    return None


class _Reader:
    """Adds up one number: closed scales in `total`, the open group below the next scale in `group`."""

    __slots__ = ("before", "cap", "group", "kind", "last", "named", "nouns", "text", "tokens", "total", "words")

    def __init__(self, text: str, tokens: Sequence[Token], last: int, named: Mapping[int, Mention], words: Words,
                 nouns: Container[int]) -> None:
        self.text, self.tokens, self.last, self.named, self.words, self.nouns = text, tokens, last, named, words, nouns
        self.total = self.group = 0.0
        self.cap = float("inf")
        self.before = ""  # the class of the word before
        self.kind = "cardinal"

    def read(self, begin: int) -> Number | None:
        """The number that begins at a token, as long as it goes on."""
        tokens, named = self.tokens, self.named
        sign = -1.0 if self._class(begin) == "minus" else 1.0
        begin += sign < 0
        end, at, link, definite = begin, begin, "", False
        while at < self.last:
            step = self._digits(at, link) if tokens[at].kind == "number" else self._word(at, link) if at in named else None
            if step is None:
                break
            definite = definite or (at in named and "definite" in named[at].features)
            end = step
            if self.kind == "ordinal":
                break
            at, link = self._link(end)
        if end == begin:
            return None
        bare = sign > 0 and end == begin + 1 and tokens[begin].form.isdigit()
        return Number(begin, end, sign * (self.total + self.group), self.kind, tokens[begin].kind == "number", definite, bare)

    def _link(self, at: int) -> tuple[int, str]:
        """Where the next part would stand, and what ties it to the part before."""
        tokens, words = self.tokens, self.words
        if at >= self.last:
            return at, ""
        if tokens[at].form in words.and_:
            over = at + 1
            if over + 1 < self.last and tokens[over].form in words.article and self._class(over + 1) == "fraction":
                over += 1  # two and a half
            return over, "and"
        if tokens[at].form in JOINERS:
            touching = at + 1 < self.last and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
            return (at + 1, "hyphen") if touching else (at, "")
        if at in self.named and "and" in self.named[at].features:
            return at, "and"
        return at, "next"

    def _class(self, at: int) -> str:
        return self.named[at].attrs["class"] if at in self.named else ""

    @property
    def _open(self) -> bool:
        """Whether the group below the last scale is still empty."""
        return self.group == 0 and self.before != "digits"

    def _digits(self, at: int, link: str) -> int | None:
        value = digits(self.tokens[at].form, self.words.unit_first)
        if value is None:
            return None
        if self.before:
            return self._digits_on(at, link, value)
        if self.words.unit_first and _COMMA.match(self.tokens[at].form) and self._class(at + 1) in ("scale", "pair") and \
                float(self.named[at + 1].attrs["value"]) >= 1e6:
            value /= 1000  # 1,900 million: the comma is a decimal mark
        if self._behind_point(at):
            value = float("0." + self.tokens[at].form)
        end = at + 1
        while not self.before and self._continues(end):  # 200 000
            value, end = value * 1000 + float(self.tokens[end].form), end + 1
            if "." in self.tokens[end - 1].form:
                break
        self.group, self.before = value, "digits"
        return end

    def _behind_point(self, at: int) -> bool:
        """Whether a point that ends nothing stands before the digits: .08"""
        tokens = self.tokens
        if at == 0 or tokens[at - 1].form != "." or tokens[at - 1].end != tokens[at].start or not tokens[at].form.isdigit():
            return False
        return at == 1 or tokens[at - 2].end != tokens[at - 1].start

    def _digits_on(self, at: int, link: str, value: float) -> int | None:
        """Digits that go on with a number: 3 thousand and 500, 3 hundred and 21, 4 thousand 3 hundred."""
        follows = self._class(at + 1)
        below = self.before in ("hundred", "hundreds") and self.group % 100 == 0 and value < 100 and follows != "hundred"
        opened = self._open and 0 < value < self.cap and self.before in ("scale", "scaled")
        counted = opened and link == "next" and value < 10 and follows in ("hundred", "plural")
        if self._grows(at) or not ((link == "and" and (opened or below)) or counted):
            return None  # between 270 thousand and 330 thousand
        self.group, self.before = self.group + value, "digits"
        return at + 1

    def _continues(self, at: int) -> bool:
        if at >= self.last:
            return False
        one, two = self.tokens[at - 1], self.tokens[at]
        lead = one.form.isdigit() and len(one.form) <= 3 and one.form != "0"
        group = two.kind == "number" and len(two.form.split(".")[0]) == 3 and two.form.replace(".", "", 1).isdigit()
        return lead and group and two.start - one.end == 1 and self.text[one.end] in " \u00a0\u202f"

    def _word(self, at: int, link: str) -> int | None:
        attrs = self.named[at].attrs
        joins = attrs.get("joins", "")
        apart = at == 0 or self.tokens[at - 1].end != self.tokens[at].start
        if (joins == "touching" and apart) or (joins == "definite" and not self.before):
            return None
        if (joins == "money" and not self._beside_money(at)) or (joins == "teen" and not self._teen(at + 1)):
            return None
        if link == "and" and self.before in ("scale", "scaled") and attrs["class"] in ("unit", "ten") and self._grows(at):
            return None  # between two thousand and three thousand
        adding = _ADDING.get(attrs["class"])
        return adding(self, at, link, float(attrs["value"])) if adding else None

    def _grows(self, at: int) -> bool:
        """Whether what stands at a token has a scale of its own that is no smaller than the one before."""
        return self._class(at + 1) in ("scale", "pair", "plural") and float(self.named[at + 1].attrs["value"]) >= self.cap

    def _beside_money(self, at: int) -> bool:
        tokens = self.tokens
        return at > 1 and tokens[at - 2].kind == "punctuation" and tokens[at - 1].end == tokens[at].start

    def _teen(self, at: int) -> bool:
        """Whether the ten of thirteen to nineteen stands here."""
        said = self.named.get(at)
        return said is not None and said.attrs["class"] == "unit" and said.attrs["value"] == "10" and "and" not in said.features

    def _unit(self, at: int, link: str, value: float) -> int | None:
        first, below = self.words.unit_first, self.group % 100
        if first and self.before == "unit" and value == 10 and link == "next" and 0 < below < 10:
            self.group += 10
            self.before = "teen"
            return at + 1
        if self.before:
            tens = not first and self.before == "ten" and value < 10 and link != "and"
            behind = self.before in ("hundred", "hundreds", "scale", "scaled") and below == 0
            if not (tens or (behind and (link == "and" or not first))) or (self._open and value >= self.cap):
                return None
        self.group += value
        self.before = "unit"
        return at + 1

    def _ten(self, at: int, link: str, value: float) -> int | None:
        first, below = self.words.unit_first, self.group % 100
        if self.before:
            behind_unit = first and link == "and" and self.before in ("unit", "digits") and 0 < below < 10
            behind = self.before in ("hundred", "hundreds", "scale", "scaled") and below == 0
            if not (behind_unit or (behind and (link == "and" or not first))):
                return None
        self.group += value
        self.before = "ten"
        return at + 1

    def _hundred(self, at: int, link: str, value: float) -> int | None:
        if self.before in ("unit", "digits", "teen", "ten") and link in ("next", "hyphen") and 0 < self.group < 1000:
            self.group *= value
        elif not self.before or (self._open and link == "and" and value < self.cap):
            self.group += value
        else:
            return None
        self.before = "hundred"
        return at + 1

    def _hundreds(self, at: int, link: str, value: float) -> int | None:
        if self.before and not (self._open and link == "and" and value < self.cap):
            return None
        self.group += value
        self.before = "hundreds"
        return at + 1

    def _scale(self, at: int, link: str, value: float) -> int | None:
        if self.before == "half":  # a million and a half million: the scale said again
            return at + 1 if value == self.cap and link == "next" else None
        if self.group > 0 and link in ("next", "hyphen") and value < self.cap:
            self.total, self.group = self.total + self.group * value, 0.0
        elif not self.before or (self._open and link == "and" and value < self.cap):
            self.total += value
        elif self._open and link == "next" and value > self.cap:
            self.total *= value  # a thousand million
        else:
            return None
        self.cap, self.before = value, "scale"
        return at + 1

    def _scaled(self, at: int, link: str, value: float) -> int | None:
        if self.before and not (self._open and link == "and" and value < self.cap):
            return None
        self.total, self.cap, self.before = self.total + value, value / 2, "scaled"
        return at + 1

    def _pair(self, at: int, link: str, value: float) -> int | None:
        alone = not self.before and at + 1 in self.nouns
        return self._scaled(at, link, 2 * value) if alone else self._scale(at, link, value)

    def _plural(self, at: int, link: str, value: float) -> int | None:
        if self.group <= 0 or link not in ("next", "hyphen") or value >= self.cap:
            return None
        return self._hundred(at, link, value) if value == 100 else self._scale(at, link, value)

    def _fraction(self, at: int, link: str, value: float) -> int | None:
        if not self.before:
            return self._of_scale(at + 1, value)
        if link != "and":
            return None
        if self._open and self.before in ("scale", "scaled"):
            self.total += value * self.cap
            self.before = "half"
            return at + 1
        if self.before in ("unit", "digits", "teen", "ten"):
            self.group += value
            self.before = "unit"
            return at + 1
        return None

    def _of_scale(self, at: int, value: float) -> int:
        """Half a million, a quarter of a million; half by itself is a fraction."""
        over = at
        while over < min(self.last, at + 2) and self.tokens[over].form in self.words.of | self.words.article:
            over += 1
        if over < self.last and self._class(over) in ("scale", "pair", "hundred"):
            factor = float(self.named[over].attrs["value"])
            self.total, self.group, self.cap, self.before, self.kind = value * factor, 0.0, factor, "half", "cardinal"
            return over + 1
        self.total, self.group, self.before, self.kind = 0.0, value, "fraction", "fraction"
        return at

    def _parts(self, at: int, link: str, value: float) -> int | None:
        if self.before in ("unit", "digits") and link in ("next", "hyphen") and self.total == 0:
            return self._of_scale(at + 1, self.group * value)
        return None

    def _ordinal(self, at: int, link: str, value: float) -> int | None:
        if self.before == "unit" and self.group == 1 and link == "hyphen" and value > 2:
            return self._of_scale(at + 1, 1 / value)  # one-third
        if self._share_of(at, value):
            return self._of_scale(at + 1, 1 / value)
        if self.before and (self.words.unit_first or self.before not in ("ten", "hundred")):
            return None
        self.group, self.kind, self.before, end = self.group + value, "ordinal", "ordinal", at + 1
        if self.words.unit_first:  # the eleventh, the four and twentieth
            follows = self._class(end) == "ten" and "and" in self.named[end].features
            ones = 1.0 if value == 11 else value
            if self._teen(end):
                self.group, end = ones + 10, end + 1
            elif follows:
                self.group, end = ones + float(self.named[end].attrs["value"]), end + 1
            elif value == 11:
                self.before = ""
                return None
        return end

    def _share_of(self, at: int, value: float) -> bool:
        """Whether an ordinal is a share of what follows: a third of the town, one fifth of the houses."""
        words, one = self.words, self.before == "unit" and self.group == 1
        article = not self.before and at > 0 and self.tokens[at - 1].form in words.article
        return value > 2 and (one or article) and at + 1 < self.last and self.tokens[at + 1].form in words.of

    def _point(self, at: int, link: str, value: float) -> int | None:
        """Two point zero five: the digits behind the point, one by one or as one number."""
        if self.before not in ("unit", "ten", "teen", "hundred", "hundreds", "scale", "digits") or link != "next":
            return None
        behind, here = "", at + 1
        while here < self.last and self._class(here) in ("unit", "ten"):
            value, kind = int(float(self.named[here].attrs["value"])), self._class(here)
            over, link = self._link(here + 1)
            if kind == "ten" and link in ("next", "hyphen") and over < self.last and self._class(over) == "unit":
                value, here = value + int(float(self.named[over].attrs["value"])), over
            behind += str(value)
            here += 1
        if not behind:
            return None
        self.group += float("0." + behind)
        self.before = "point"
        return here

    def _suffix(self, at: int, link: str, value: float) -> int | None:
        if self.before != "digits":
            return None
        self.kind = self.before = "ordinal"
        return at + 1


_ADDING: dict[str, Callable[[_Reader, int, str, float], int | None]] = {
    "unit": _Reader._unit, "ten": _Reader._ten, "hundred": _Reader._hundred, "hundreds": _Reader._hundreds,
    "scale": _Reader._scale, "scaled": _Reader._scaled, "pair": _Reader._pair, "plural": _Reader._plural,
    "fraction": _Reader._fraction, "parts": _Reader._parts, "point": _Reader._point, "ordinal": _Reader._ordinal,
    "suffix": _Reader._suffix,
}
