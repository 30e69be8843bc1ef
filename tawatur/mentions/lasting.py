"""Times that are counted themselves: how long a siege has lasted.

"For five years" is a time of what is told; of what lasts it says how long it has lasted so far. What lasts are rows of `terms`.
"""

from collections.abc import Mapping, Sequence

from tawatur.mentions.amounts import Spots
from tawatur.records import Mention, Temporal, Token

LASTS = "lasts"
"""What a quantity measures that is such a time."""
NEAR = 6
"""Tokens between a time and the siege that has lasted since."""
BEHIND = 2
"""Tokens behind a time in which what has lasted so long stands: 200 days of the siege."""
SIEGE = "siege"
_NONE: Mapping[int, Mention] = {}


def lasting(tokens: Sequence[Token], at: Spots, time: Temporal) -> bool:
    """Whether a time says how long a siege has lasted."""
    if time.expression.get("kind") != "ago":
        return False
    terms = at.get("terms", _NONE)
    near = range(max(0, time.first - NEAR), time.first) if time.role == "since" else range(time.last, time.last + BEHIND)
    besieged = [here for here in near if here in terms and terms[here].attrs["class"] == SIEGE]
    return bool(besieged) and not any(tokens[here].kind == "punctuation" for here in range(besieged[-1], time.first))
