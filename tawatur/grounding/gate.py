"""The gate: every check in turn, the cheapest first; the first that fails is the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tawatur.grounding import counts, dates, lineage, manner, parties, polarity, predicates, spans, whereabouts
from tawatur.grounding.cast import Cast
from tawatur.grounding.naming import naming
from tawatur.grounding.scene import Layout, Scene
from tawatur.grounding.stated import Stated, stated
from tawatur.packs import Packs
from tawatur.records import Claim, Figure, Reading, Refusal
from tawatur.records.written import write

DETAILS: Mapping[str, Mapping[str, str]] = {
    "corridor": {"proposed_by": "proposed_by", "refused_by": "refused_by"},
    "event": {"actor": "actor", "target": "target", "with": "with_"},
    "condition": {"responsible": "responsible"},
    "figure": {"group": "group"},
    "appeal": {"by": "by"},
}
"""By kind: the field that a reason begins with, and the detail without which the claim still says something."""
NOTHING: Mapping[str, tuple[str, ...] | None] = {
    "proposed_by": None, "refused_by": None, "actor": None, "target": None, "with_": (), "responsible": (), "group": None,
    "by": None,
}


class Gate:
    """The gate of one document; what it learns of the reading serves all its claims."""

    def __init__(self, reading: Reading, packs: Packs) -> None:
        self._scene = Scene(reading, packs)
        self._cast = Cast(self._scene)

    def examine(self, claim: Mapping[str, Any]) -> str | None:
        """Why a claim in its written form does not agree with the text; None where it does. Fields it lacks are not checked."""
        said = stated(claim)
        if isinstance(said, str):
            return said
        reason = spans.disagreement(said.spans, self._scene.reading.document.text, self._scene.packs)
        if reason:
            return reason
        spots = self._spots(said)
        if not spots:
            return "span: nothing there may be said to say anything"
        return self._content(said, naming(parties.names(said.kind, said.said), spots, self._cast))

    def _content(self, said: Stated, spots: Sequence[tuple[Layout, int, int]]) -> str | None:
        if said.kind == "figure":
            reason = counts.disagreement(said.said, spots, self._scene)
        else:
            reason = predicates.disagreement(said, spots, self._scene)
        triggers = predicates.triggers(said.kind, said.said, spots, self._scene)
        reason = reason or polarity.disagreement(said, spots, triggers, self._scene)
        reason = reason or manner.disagreement(said, spots, triggers, self._scene)
        reason = reason or parties.disagreement(said.kind, said.said, spots, triggers, self._cast)
        reason = reason or whereabouts.disagreement(said.places, spots, self._scene)
        reason = reason or lineage.disagreement(said.chains, self._cast)
        if reason:
            return reason
        times = [("time", said.time), *((field, said.said.get(field)) for field in ("since", "as_of"))]
        return next((reason for field, time in times if isinstance(time, Mapping)
                     and (reason := dates.disagreement(field, time, spots, self._scene))), None)

    def _spots(self, said: Stated) -> list[tuple[Layout, int, int]]:
        """The sentences that the spans stand in, each with the tokens of the span in it."""
        found: list[tuple[Layout, int, int]] = []
        for start, end, _ in said.spans:
            first, last = self._scene.tokens(start, end)
            for number in self._scene.numbers(first, last):
                layout = self._scene.layout(number)
                low, high = max(first, layout.sentence.first), min(last, layout.sentence.last)
                if low < high:
                    found.append((layout, low, high))
        return found


def ground(reading: Reading, packs: Packs) -> Reading:
    """The reading with the claims that agree with their spans; those that do not are refusals with their reason.

    What is wrong in one of its details alone is refused with it, and stands without it.
    """
    gate = Gate(reading, packs)
    kept: list[Claim] = []
    refused: list[Refusal] = []
    for claim in reading.claims:
        reason = gate.examine(write(claim))
        if reason is None:
            kept.append(claim)
            continue
        refused.append(Refusal(claim.document, claim, reason))
        lesser = _lesser(claim, reason, gate)
        if lesser is not None:
            kept.append(lesser)
    if not refused:
        return reading
    here = {claim.id for claim in kept}
    return replace(reading, claims=tuple(_pointing(claim, here) for claim in kept), refusals=(*reading.refusals, *refused))


def _lesser(claim: Claim, reason: str, gate: Gate) -> Claim | None:
    """What is left of a claim when one detail after another is taken away that is wrong."""
    told: str | None = reason
    while told is not None:
        lesser = _without(claim, told)
        if lesser is None or lesser == claim:
            return None
        claim, told = lesser, gate.examine(write(lesser))
    return claim


def _without(claim: Claim, reason: str) -> Claim | None:
    """A claim without the detail that nothing makes so, where it says something without it."""
    detail = DETAILS.get(claim.kind, {}).get(reason.partition(":")[0])
    if detail is None:
        return None
    # Which field a detail is depends on the kind, which the type checker cannot follow.
    content = replace(claim.content, **{detail: NOTHING[detail]})  # type: ignore[arg-type]
    return replace(claim, content=content)


def _pointing(claim: Claim, here: set[str]) -> Claim:
    """A figure that was part of a refused one is part of none."""
    figure = claim.content
    if not isinstance(figure, Figure) or {figure.part_of, figure.same_people_as} <= {None, *here}:
        return claim
    return replace(claim, content=replace(figure, part_of=figure.part_of if figure.part_of in here else None,
                                          same_people_as=figure.same_people_as if figure.same_people_as in here else None))


def check(claim: Claim, reading: Reading, packs: Packs) -> str | None:
    """Why one claim does not agree with the reading of its document; None where it does."""
    return Gate(reading, packs).examine(write(claim))


def examine(claim: Mapping[str, Any], reading: Reading, packs: Packs) -> str | None:
    """The same for a claim in its written form, of which only the fields that are there are checked."""
    return Gate(reading, packs).examine(claim)
