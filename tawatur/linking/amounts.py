"""How near two figures are: numbers that tell by themselves, roundings, and values far apart."""

from tawatur.linking.kin import Kin
from tawatur.records import Figure
from tawatur.records.amount import together

TELLING = 20
"""From here on a number that is not round is seldom written twice by chance."""
FAR = 3.0
ROUNDED = 0.05
"""The part of a number by which its rounding may differ from it."""
OVER = 0.25
"""The part of a round number by which "more than" it may be more: nobody says "more than a thousand" of two thousand."""
ROUND = 10


def stock(figure: Figure, kin: Kin) -> bool:
    """Whether a figure counts what is there at one time, and not what came about since some day or on one."""
    return kin.are("figure.measure", figure.measure, "stock") and figure.since is None


def nearness(left: Figure, right: Figure) -> str:
    """`open` · `telling` · `same` · `small` · `near` · `other` · `far`."""
    if _open(left) or _open(right):
        return "open"
    if (left.value, left.low, left.high) == (right.value, right.low, right.high):
        value = left.value or 0
        if left.value is None:
            return "same"
        if value < TELLING:
            return "small"
        return "telling" if value % 100 else "same"
    if left.value is not None and left.value == right.value and left.value >= TELLING:
        return "telling" if left.value % 100 else "same"
    ours, theirs = _middle(left), _middle(right)
    far = max(ours, theirs) > FAR * max(min(ours, theirs), 1e-9)
    # "More than a million" and "more than five million" may both be so, but nobody would say the one of the other's people.
    if together(left, right) and (not far or "vague" in (left.bound, right.bound)):
        return "near"
    return "far" if far else "other"


def alike(left: Figure, right: Figure) -> bool:
    """Whether two figures may be one count told twice: the same number, one rounded, or one told as more than a round number."""
    if left.value is None or right.value is None:
        return together(left, right)
    less, more = sorted((left, right), key=lambda one: one.value or 0.0)
    least, most = less.value or 0.0, more.value or 0.0
    if least == most or (least % ROUND and most % ROUND):
        return least == most
    return most - least <= most * ROUNDED or (less.bound == "at_least" and least % ROUND == 0 and most <= least * (1 + OVER))


def _middle(figure: Figure) -> float:
    return next((value for value in (figure.value, figure.low, figure.high) if value is not None), 0.0)


def _open(figure: Figure) -> bool:
    """Whether a figure gives no number at all: "many"."""
    return figure.value is None and figure.low is None and figure.high is None
