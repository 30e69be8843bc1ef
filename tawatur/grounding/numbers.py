"""Numbers: the value, its limits and its bound as the span has them; in digits of either script, in words, or vague."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tawatur.grounding.scene import Layout
from tawatur.records import Mention, Quantity
from tawatur.records.swift import kept_between, swift

LIMITS = {"exact": (True, True), "at_least": (True, False), "at_most": (False, True), "about": (False, False)}
"""Whether a bound sets low and high to the value; the others tell them apart from it."""
SCALES = frozenset({"scale", "pair"})
WORDS = frozenset({"unit", "ten", "hundred", "fraction"}) | SCALES
PAIR = 2.0
"""What a noun counts by its form where others count one."""
ROUGHLY = 0.2
"""Share by which readers differ over where a vague number begins."""
NEXT = 3
"""Tokens from a number that stands in no phrase to the word that limits it."""


@swift
@dataclass(frozen=True, slots=True)
class Amount:
    """A number that stands in the span; `quantity` is the phrase that it stands in, if it stands in one."""

    value: float | None
    low: float | None
    high: float | None
    bound: str
    first: int
    last: int
    quantity: Quantity | None = None
    unit: str | None = None
    """What a noun counts that is a number by its form alone."""

    @property
    def words(self) -> str:
        """The number for a reason's line."""
        if self.value is not None:
            return f"{self.value:,}"
        return f"{self.low:,}–{self.high:,}" if self.low is not None and self.high is not None else "a vague number"


@kept_between
def amounts(layout: Layout, first: int, last: int) -> Sequence[Amount]:
    """The numbers that overlap a token range."""
    found = [_whole(layout, q) for q in layout.quantities if q.first < last and first < q.last]
    taken = {at for amount in found for at in range(amount.first, amount.last)}
    found += [amount for amount in _bare(layout, first, last) if amount.first not in taken]
    found += [*_spans(layout, found), *_reached(layout, found)]
    ones = _ones(layout, first, last)
    return [*found, *(one for one in ones if one.value == PAIR and one.first not in taken)] if found else list(ones)


def _whole(layout: Layout, quantity: Quantity) -> Amount:
    """A phrase's number; with the limit that stands right before it where the phrase was taken without."""
    q = quantity
    if q.bound == "exact" and q.value is not None and any(
        m.kind == "bounds" and m.attrs["side"] != "after" and m.last == q.first for m in layout.mentions
    ):
        return replace(_limited(layout, float(q.value), q.first, q.last), quantity=q)
    return Amount(q.value, q.low, q.high, q.bound, q.first, q.last, q)


def _spans(layout: Layout, found: Sequence[Amount]) -> Iterator[Amount]:
    """Two numbers behind "between" as one span of numbers, where the phrase was taken for two."""
    for low in found:
        if low.value is None or not any(layout.roles.get(at) == "between" for at in range(low.first - 2, low.first)):
            continue
        for high in found:
            joined = range(low.last, high.first)
            if high.value is not None and high.value > low.value and len(joined) <= 1 and high.first >= low.last:
                yield Amount(None, low.value, high.value, "between", low.first, high.last, high.quantity or low.quantity)


def _reached(layout: Layout, found: Sequence[Amount]) -> Iterator[Amount]:
    """What a number has risen to from another, where both were taken for a span."""
    for amount in found:
        risen = any(layout.roles.get(at) == "from" for at in range(amount.first - 1, amount.last))
        if risen and amount.bound == "between" and amount.value is None and amount.high is not None:
            yield Amount(amount.high, amount.high, amount.high, "exact", amount.first, amount.last, amount.quantity)


def _ones(layout: Layout, first: int, last: int) -> Iterator[Amount]:
    """A noun that counts one or two by its form alone, where no number stands; a form that may be many is no two."""
    nouns = [m for m in layout.of_kind("counted") if m.first < last and first < m.last]
    several = {m.first for m in nouns if "plural" in m.features}
    for m in nouns:
        if "plural" not in m.features and not ("dual" in m.features and m.first in several):
            counted = _limited(layout, PAIR if "dual" in m.features else 1.0, m.first, m.last)
            yield replace(counted, unit=m.attrs.get("unit") or None)


def _bare(layout: Layout, first: int, last: int) -> Iterator[Amount]:
    """Numbers that no phrase was made of: those of times, and those beside no noun that is counted."""
    for time in layout.times:
        count = time.expression.get("count")
        if isinstance(count, int) and time.first < last and first < time.last:
            yield _limited(layout, float(count), time.first, time.last)
    for at in range(max(first, layout.sentence.first), min(last, layout.sentence.last)):
        value = _digits(layout.form(at))
        if value is not None:
            yield _limited(layout, value, at, at + 1)
            scale = next(
                (m for m in layout.mentions if m.kind == "numbers" and m.attrs.get("class") in SCALES and m.first == at + 1),
                None,
            )
            if scale is not None:
                yield _limited(layout, round(value * float(scale.attrs["value"]), 6), at, scale.last)
    yield from _worded(layout, first, last)
    for m in layout.mentions:
        if m.first >= last or m.last <= first:
            continue
        if (
            (m.kind == "parts" and m.attrs.get("role") == "share")
            or (m.kind == "signs" and m.attrs["sign"] == "vague")
            or (m.kind == "numbers" and m.attrs.get("class") in ("fraction", "parts"))
        ):
            yield Amount(None, None, None, "vague", m.first, m.last)
        elif m.kind == "vague":
            low, high = (float(m.attrs[side]) if m.attrs.get(side) else None for side in ("low", "high"))
            yield Amount(None, low, high, "vague", m.first, m.last)


def _worded(layout: Layout, first: int, last: int) -> Iterator[Amount]:
    """Number words that follow one another, as one number: three and eighty, five thousand two hundred."""
    words = [
        m
        for m in layout.mentions
        if m.kind == "numbers" and m.attrs.get("class") in WORDS and first <= m.first and m.last <= last
    ]
    total = current = 0.0
    begun = end = -1
    for m in words:
        if m.first < end:
            continue
        if end >= 0 and not (m.first == end or (m.first == end + 1 and layout.roles.get(end) == "and")):
            yield _limited(layout, total + current, begun, end)
            total = current = 0.0
            begun = -1
        begun, end = (m.first if begun < 0 else begun), m.last
        value = float(m.attrs["value"])
        if m.attrs["class"] in SCALES:
            total, current = total + (current or 1.0) * value, 0.0
        elif m.attrs["class"] == "hundred" and 0 < current < 10:
            current *= value
        else:
            current += value
    if begun >= 0:
        yield _limited(layout, total + current, begun, end)


def _limited(layout: Layout, value: float, first: int, last: int) -> Amount:
    near = [
        (abs(first - m.last) if m.last <= first else abs(m.first - last), m.attrs["bound"])
        for m in layout.mentions
        if m.kind == "bounds"
        and (
            (m.attrs["side"] != "after" and 0 <= first - m.last < NEXT)
            or (m.attrs["side"] != "before" and 0 <= m.first - last < NEXT)
            or first <= m.first < last
        )
        and not _phrasal(layout, m)
    ]
    bound = min(near)[1] if near else "exact"
    low, high = LIMITS.get(bound, (False, False))
    return Amount(value, value if low else None, value if high else None, bound, first, last)


def _phrasal(layout: Layout, word: Mention) -> bool:
    """Whether a word is the second part of a verb: "handed over 12" is not over 12."""
    return any(verb.kind in ("terms", "measures") and verb.first < word.first < verb.last for verb in layout.mentions)


def _digits(form: str) -> float | None:
    """The number that a token of digits is; separators of thousands fall."""
    if not form[:1].isdigit():
        return None
    plain = form.replace("٬", ",").replace("٫", ".").replace("،", ",")
    head, *groups = plain.split(",")
    if groups and not all(len(group.partition(".")[0]) == 3 for group in groups):
        plain = f"{head}.{''.join(groups)}" if len(groups) == 1 else head + "".join(groups)
    else:
        plain = head + "".join(groups)
    if plain.count(".") == 1 and len(plain.partition(".")[2]) == 3 and "," not in form:
        return float(plain.replace(".", "")) if plain[0] != "0" else float(plain)
    try:
        return float(plain)
    except ValueError:
        return None


def disagrees(said: Mapping[str, Any], found: Sequence[Amount]) -> tuple[str | None, list[Amount]]:
    """Why no number of the span is the claim's; and those that are."""
    if "value" in said or "low" in said or "high" in said:
        same = [amount for amount in found if _same_number(said, amount)]
        if not same:
            stands = ", ".join(dict.fromkeys(amount.words for amount in found)) or "none"
            return f"number: the claim has {_written(said)}, the span {stands}", []
    elif said.get("bound") == "vague":
        same = [amount for amount in found if amount.value is None]
        if not same:
            return "number: the claim is vague, and no vague number stands in the span", []
    else:
        same = list(found)
    bound = said.get("bound")
    if bound is None:
        return None, same
    fitting = [amount for amount in same if amount.bound == bound]
    if not fitting:
        return f"bound: the claim has {bound}, the span {' or '.join(dict.fromkeys(amount.bound for amount in same))}", []
    return None, fitting


def _same_number(said: Mapping[str, Any], amount: Amount) -> bool:
    """The value as it stands, and limits that are the value's or the text's own."""
    if "value" in said and said["value"] != amount.value:
        return False
    if "value" not in said and amount.value is not None:
        return False
    return all(
        said[side] == own or (amount.bound == "vague" and _roughly(said[side], own))
        for side, own in (("low", amount.low), ("high", amount.high))
        if side in said
    )


def _roughly(limit: Any, own: float | None) -> bool:
    """Whether a limit may be that of the same vague number: hundreds of thousands from 100,000 on, dozens from 20."""
    if not own or not isinstance(limit, int | float):
        return False
    return limit == 10.0 ** (len(str(int(own))) - 1) or abs(limit - own) <= ROUGHLY * own




def _written(said: Mapping[str, Any]) -> str:
    if "value" in said:
        sides = [
            f"{side} {said[side]:,}"
            for side in ("low", "high")
            if isinstance(said.get(side), int | float) and said[side] != said["value"]
        ]
        return ", ".join([f"{said['value']:,}" if isinstance(said["value"], int | float) else str(said["value"]), *sides])
    return f"{said.get('low')}–{said.get('high')}"
