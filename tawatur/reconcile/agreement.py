"""Whether claims about one thing agree, and if not, why not."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tawatur.reconcile.causes import Causes
from tawatur.reconcile.scopes import Scopes
from tawatur.records import Claim, Document, Figure, Link
from tawatur.records.amount import together
from tawatur.records.day import as_of

MANY, NEAREST = 48, 24
"""Figures of a fact from which on each is compared with so many alone: keeps the cost of a claim flat."""
GRAVE = ("conflict", "undetermined", "changed")
NEVER = ("9999", "9999")


@dataclass(frozen=True, slots=True)
class Agreement:
    """`agreement` and `why` by the codebook; `low`/`high` are the outermost bounds that the sources give, None where open."""

    agreement: str
    why: str | None = None
    low: float | None = None
    high: float | None = None


def agreement(claims: Sequence[Claim], links: Sequence[Link], documents: Mapping[str, Document],
              why: Causes | None = None) -> Agreement:
    """How claims about one thing stand to each other. Nothing is averaged."""
    low, high = _bounds(claims)
    if len(claims) == 1:
        return Agreement("single", None, low, high)
    pairs = _against(claims, links, documents)
    if not pairs:
        return Agreement("agree", _rounded(claims), low, high)
    return Agreement(*_gravest(_verdict(left, right, documents, why or Causes(Scopes(), {})) for left, right in pairs), low, high)


def _gravest(verdicts: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The first of the gravest verdicts."""
    found: dict[str, tuple[str, str]] = {}
    for one in verdicts:
        if one[0] == GRAVE[0]:
            return one
        found.setdefault(one[0], one)
    return next(found[name] for name in GRAVE if name in found)


def _against(claims: Sequence[Claim], links: Sequence[Link], documents: Mapping[str, Document]) -> list[tuple[Claim, Claim]]:
    """The pairs of claims that cannot both hold as they stand."""
    told = {claim.id: claim for claim in claims}
    linked = [(told[link.left], told[link.right]) for link in links
              if link.relation in ("contradicts", "updates") and link.left in told and link.right in told]
    figures = [claim for claim in claims if isinstance(claim.content, Figure)]
    pairs = [pair for pair in _compared(figures, documents) if _values_apart(*pair)]
    return list({(left.id, right.id): (left, right) for left, right in linked + pairs}.values())


def _compared(figures: Sequence[Claim], documents: Mapping[str, Document]) -> Iterable[tuple[Claim, Claim]]:
    """Which figures of a fact are compared: every two; of very many each with the nearest in time, where conflicts are."""
    if len(figures) <= MANY:
        return combinations(figures, 2)
    ordered = sorted(figures, key=lambda claim: (as_of(claim, documents.get(claim.document)) or NEVER, claim.id))
    return ((one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 : at + 1 + NEAREST])


def _values_apart(left: Claim, right: Claim) -> bool:
    a, b = left.content, right.content
    return isinstance(a, Figure) and isinstance(b, Figure) and not together(a, b)


def _verdict(left: Claim, right: Claim, documents: Mapping[str, Document], why: Causes) -> tuple[str, str]:
    """How two claims that cannot both hold stand, and why."""
    if (left.modality == "denied") != (right.modality == "denied"):
        return "conflict", "true_conflict"
    return why.verdict(left, right, documents)


def _rounded(claims: Iterable[Claim]) -> str | None:
    """`rounding` where values differ and agree all the same."""
    values = {claim.content.value for claim in claims if isinstance(claim.content, Figure) and claim.content.value is not None}
    return "rounding" if len(values) > 1 else None


def _bounds(claims: Iterable[Claim]) -> tuple[float | None, float | None]:
    """The outermost bounds; one open end leaves the whole open there."""
    figures = [claim.content for claim in claims if isinstance(claim.content, Figure)]
    about = [one.value if one.bound == "about" else None for one in figures]
    lows = [one.low if value is None else value for one, value in zip(figures, about, strict=True)]
    highs = [one.high if value is None else value for one, value in zip(figures, about, strict=True)]
    return (_outermost(min, lows), _outermost(max, highs)) if figures else (None, None)


def _outermost(choose: Callable[[Iterable[float]], float], values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return choose(known) if len(known) == len(values) else None
