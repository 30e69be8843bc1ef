"""The ways in which rules and tagger may be put together, and what each says of a report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bench.learned.stances import Stances
from tawatur import grounding
from tawatur.packs import Packs
from tawatur.records import Claim, Position, Reading

RULES, LEARNED = "rules", "learned"
WAYS = ("rules", "learned, ungated", "learned", "rules + learned", "rules ∩ learned")
"""Rules alone · tagger alone · tagger behind the gate, as sparing as the rules · with it where the rules say nothing · the rules'
claims in which the tagger finds the same stance."""
STEPS = (0.0, 2.0, 4.0, 8.0, 12.0, 16.0, 24.0, 32.0, 48.0)
Answers = dict[str, list[Claim]]
"""Claims by the id of their document."""


def answers(readings: Iterable[Reading], models: Mapping[str, Stances], margins: Mapping[str, float],
            packs: Packs) -> dict[str, Answers]:
    """What each way says of each report; `margins` by language is how much more than none a stance must score."""
    found: dict[str, Answers] = {way: {} for way in WAYS}
    for reading in readings:
        language = reading.document.language or "en"
        held = rules(reading)
        scored = models[language].read(reading, packs)
        passed = sparing(gated(reading, scored, packs), margins[language])
        said = (held, [claim for claim, _ in scored], passed, [*held, *silent(passed, held)],
                [one for one in held if agreed(one, [claim for claim, _ in scored])])
        for way, claims in zip(WAYS, said, strict=True):
            found[way][reading.document.id] = claims
    return found


def balanced(readings: Sequence[Reading], models: Mapping[str, Stances], packs: Packs) -> dict[str, float]:
    """By language, the least margin at which the tagger, behind the gate, claims no more than the rules do; needs no gold."""
    margins = {}
    for language, model in models.items():
        here = [reading for reading in readings if reading.document.language == language]
        wanted = sum(len(rules(reading)) for reading in here)
        scored = [pair for reading in here for pair in gated(reading, model.read(reading, packs), packs)]
        margins[language] = next((step for step in STEPS if len(sparing(scored, step)) <= wanted), STEPS[-1])
    return margins


def rules(reading: Reading) -> list[Claim]:
    """The positions that the rules read, behind the gate."""
    return [claim for claim in reading.claims if isinstance(claim.content, Position)]


def gated(reading: Reading, scored: Sequence[tuple[Claim, float]], packs: Packs) -> list[tuple[Claim, float]]:
    """Those that agree with their spans."""
    claims = tuple(claim for claim, _ in scored)
    passed = {claim.id for claim in grounding.ground(replace(reading, claims=claims, refusals=()), packs).claims}
    return [pair for pair in scored if pair[0].id in passed]


def sparing(scored: Sequence[tuple[Claim, float]], margin: float) -> list[Claim]:
    return [claim for claim, lead in scored if lead >= margin]


def silent(found: Sequence[Claim], held: Sequence[Claim]) -> list[Claim]:
    """The claims that stand where none of the others does."""
    return [one for one in found if not any(_touch(one, other) for other in held)]


def agreed(one: Claim, others: Sequence[Claim]) -> bool:
    """Whether one of the others takes the same stance there."""
    return any(_touch(one, other) and _stance(one) == _stance(other) for other in others)


def _stance(claim: Claim) -> str:
    return claim.content.stance if isinstance(claim.content, Position) else ""


def _touch(one: Claim, other: Claim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)
