"""The gate: every check in turn, the cheapest first; the first that fails is the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tawatur.grounding import counts, dates, lineage, parties, polarity, predicates, spans, whereabouts
from tawatur.grounding.cast import Cast
from tawatur.grounding.scene import Layout, Scene
from tawatur.grounding.stated import Stated, stated
from tawatur.packs import Packs
from tawatur.records import Claim, Corridor, Figure, Reading, Refusal
from tawatur.records.written import write


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
        return self._content(said, spots)

    def _content(self, said: Stated, spots: Sequence[tuple[Layout, int, int]]) -> str | None:
        if said.kind == "figure":
            reason = counts.disagreement(said.said, spots, self._scene)
        else:
            reason = predicates.disagreement(said, spots, self._scene)
        triggers = predicates.triggers(said.kind, said.said, spots, self._scene)
        reason = reason or polarity.disagreement(said, spots, triggers, self._scene)
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

    A way is refused with who proposed or refused it, and stands without him where nothing else speaks against it.
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
        lesser = _without(claim, reason)
        if lesser is not None and gate.examine(write(lesser)) is None:
            kept.append(lesser)
    if not refused:
        return reading
    here = {claim.id for claim in kept}
    return replace(reading, claims=tuple(_pointing(claim, here) for claim in kept), refusals=(*reading.refusals, *refused))


def _without(claim: Claim, reason: str) -> Claim | None:
    """A way without the proposer or refuser that nothing makes so: that there is a way may stand without him."""
    field, content = reason.partition(":")[0], claim.content
    if not isinstance(content, Corridor):
        return None
    if field == "proposed_by":
        return replace(claim, content=replace(content, proposed_by=None))
    return replace(claim, content=replace(content, refused_by=None)) if field == "refused_by" else None


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
