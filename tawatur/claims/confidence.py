"""How sure a claim is: weights of `codebook/confidence.csv`, measured against gold readings, added up over what a claim shows.

Each row says for a kind what a feature's value adds to the log-odds of being right; `base` holds the kind's own. A value without
a row adds nothing. `python -m bench.calibration` writes the rows.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from math import exp
from operator import attrgetter
from typing import Any

from tawatur.packs import Packs
from tawatur.records import Claim, Party, Reading

LEAST, MOST = 0.2, 0.97
"""No rule is so bad that it says nothing, and none so good that nobody need look."""
CHIEF = {"figure": ("group",), "position": ("party",), "talks": ("parties",), "corridor": ("proposed_by", "refused_by"),
         "event": ("actor",), "condition": ("responsible",), "control": ("actor",), "appeal": ("by",)}
"""The field of each kind that says whose claim it is about."""
SAID = {"figure": "measure", "position": "stance", "talks": "status", "corridor": "status", "event": "event",
        "condition": "sector", "control": "status", "appeal": "issue"}
"""The field of each kind that says what is claimed."""
SURE = ("name", "person", "unknown", "description", "demonym", "pronoun")
LONG = 3
NOTHING = (None, (), "")
"""Values of a field that is not filled."""

Weights = dict[tuple[str, str, str], float]
Parties = Mapping[str, Sequence[Party]]


def graded(claims: Iterable[Claim], reading: Reading, packs: Packs) -> Iterator[Claim]:
    """The claims with the confidence that claims like them deserved; as they are where nothing was measured."""
    weights, parties = packs.confidence, by_actor(reading)
    for claim in claims:
        kind = claim.kind
        measured = (kind, "base", "") in weights
        yield replace(claim, confidence=confidence(weights, kind, features(claim, reading, parties))) if measured else claim


def confidence(weights: Weights, kind: str, shown: dict[str, str]) -> float:
    """What the weights of a kind make of what a claim shows."""
    odds = sum((weights.get((kind, name, value), 0.0) for name, value in shown.items()), weights[kind, "base", ""])
    return round(min(max(1 / (1 + exp(-odds)), LEAST), MOST), 2)


def by_actor(reading: Reading) -> Parties:
    """The parties of a reading by whom they were resolved to."""
    found: dict[str, list[Party]] = {}
    for party in reading.parties:
        if party.actor:
            found.setdefault(party.actor, []).append(party)
    return found


def features(claim: Claim, reading: Reading, parties: Parties) -> dict[str, str]:
    """What tells good claims from bad ones without knowing the answer; `parties` are those of the reading `by_actor`."""
    kind: Any = type(claim.content)
    filled = sum(value not in NOTHING for value in _values(kind)(claim.content))
    return {
        "rule": claim.rule.rpartition("/")[2].partition(".")[0] or "none",
        "said": str(getattr(claim.content, SAID[claim.kind]) or "none"),
        "party": _found(claim, parties),
        "modality": claim.modality,
        "chain": str(min(len(claim.chains[0]), LONG)) if claim.chains else "0",
        "filled": str(min(filled, 8)),
        "places": str(min(len(claim.places), 2)),
        "language": _language(claim, reading),
    }


@cache
def _values(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of all fields of a kind's content."""
    return attrgetter(*(field.name for field in fields(kind)))


def _found(claim: Claim, parties: Parties) -> str:
    """How the claim's chief party was found: by name, pronoun, description …, `away` from its words, or not at all."""
    chief = next(filter(None, (getattr(claim.content, name) for name in CHIEF[claim.kind])), None)
    actor = chief[0] if isinstance(chief, tuple) else chief
    if actor is None:
        return "none"
    near = {party.how for party in parties.get(actor, ()) for piece in claim.evidence
            if piece.start < party.end and party.start < piece.end}
    return next((how for how in SURE if how in near), "away")


def _language(claim: Claim, reading: Reading) -> str:
    at = claim.evidence[0].start
    before = bisect_right(reading.sentences, at, key=_start)
    held = before and at < reading.sentences[before - 1].end
    return reading.sentences[before - 1].language if held else str(reading.document.language)


_start = attrgetter("start")
