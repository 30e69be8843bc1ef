"""What became otherwise between two states of knowledge of one case."""

from dataclasses import dataclass
from typing import Literal

from tawatur.records.claim import Claim
from tawatur.records.link import Fact

Turn = Literal["new", "confirmed", "contradicted", "superseded", "otherwise", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact and what happened to it. `claims` are those it is told by, `by` those that came since and made the change.

    `new`: nobody told it before (`by` is empty). `confirmed`: a further origin tells it, surely another one (`roots`, by name).
    `contradicted`: something came that cannot hold beside it. `superseded`: who told it tells something later in its place.
    `otherwise`: others tell it otherwise of a later day. `withdrawn`: who said it takes it back, or a person rejected it or
    forgot its report (`by` is empty then). `why` is the codebook's cause.
    """

    turn: Turn
    fact: Fact
    claims: tuple[Claim, ...]
    by: tuple[Claim, ...] = ()
    roots: tuple[str, ...] = ()
    why: str | None = None
