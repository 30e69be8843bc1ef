"""What a figure may stand for: its bounds with the room that "about" and round numbers leave."""

from math import inf

from tawatur.records.claim import Figure

ABOUT = 0.1
"""The part of a number that "about" leaves open on either side."""

LOOSE = 0.05
"""The part of a round number that its rounding may hide."""


def ends(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure may stand for; 0 and infinity where it is open."""
    value = figure.value
    low = figure.low if figure.low is not None else 0.0
    high = figure.high if figure.high is not None else inf
    if value is None:
        return low, high
    if figure.bound == "about":
        return value * (1 - ABOUT), value * (1 + ABOUT)
    loose = _rounding(value)
    return (low - loose if figure.low is not None else low), (high + loose if figure.high is not None else high)


def together(left: Figure, right: Figure) -> bool:
    """Whether both can hold at once."""
    ours, theirs = ends(left), ends(right)
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def _rounding(value: float) -> float:
    """Half of the last digit that is not a nought, from two noughts on: 36,000 may be 36,250 told in thousands.

    Never more than a twentieth: 10,000 is not 6,000 told in tens of thousands.
    """
    step = 1.0
    while value % (step * 10) == 0 and step * 10 <= value:
        step *= 10
    return min(step / 2, value * LOOSE) if step >= 100 else 0.0
