"""Links between what cannot both hold at one time: a party's yes and no on one matter, talks agreed and dead."""

from collections.abc import Iterator, Mapping, Sequence

from tawatur.linking.features import Comparer
from tawatur.linking.matters import Matters
from tawatur.records import OPPOSED, SAME_VOICE, Claim, Document, Episode, Link, Position, Reason, Talks
from tawatur.records.day import said

COMPARED = 24
"""Claims on one matter that each is compared with, the nearest in time first: keeps the cost of a claim flat."""
SHARED = frozenset({"place_same", "object_same"})
"""Features that show what makes two positions be on one matter."""
TOLD = frozenset({"asserted", "possible"})


class Opposites:
    """Finds opposites; two that no day parts contradict each other, else the later updates.

    What may only have followed the other is against it where two reports name one day for both.
    """

    def __init__(self, comparer: Comparer, matters: Matters, documents: Mapping[str, Document]) -> None:
        self._comparer, self._matters, self._documents = comparer, matters, documents

    def links(self, claims: Sequence[Claim], episodes: Sequence[Episode]) -> Iterator[Link]:
        """At most one link a claim: to the nearest before it that it is against."""
        homes = {claim: episode.id for episode in episodes for claim in episode.claims}
        matters: dict[tuple[str, ...], list[Claim]] = {}
        for claim in claims:
            if claim.id in homes and claim.modality in TOLD and (matter := _matter(claim)):
                matters.setdefault((homes[claim.id], *matter), []).append(claim)
        for held in matters.values():
            ordered = sorted(held, key=self._order)
            for at, claim in enumerate(ordered):
                before = (self._link(other, claim) for other in reversed(ordered[max(0, at - COMPARED) : at]))
                if link := next((link for link in before if link), None):
                    yield link

    def _order(self, claim: Claim) -> tuple[str, str, str]:
        days = said(claim, self._documents.get(claim.document))
        return (*(days or ("9999", "9999")), claim.id)

    def _link(self, left: Claim, right: Claim) -> Link | None:
        """The link of two claims in their order; the later updates."""
        found = self._matters.reversal((left,), (right,))
        if found is None or not (found.dated or found.stands or _on_one_day(left, right)):
            return None
        if isinstance(left.content, Talks) and not found.dated and self._on_its_way(left, right):
            return None
        shared = (Reason(name, 1.0, a, b) for name, a, b in self._comparer.features(left, right) if name in SHARED)
        voice = (Reason(SAME_VOICE, 1.0),) if found.same_voice else ()
        reasons = (Reason(OPPOSED, 1.0, _value(left), _value(right)), *voice, *shared)
        return Link(left.id, right.id, "updates" if found.dated else "contradicts", reasons)

    def _on_its_way(self, left: Claim, right: Claim) -> bool:
        """Whether talks may only have gone on from one state to the other."""
        undated = any(said(claim, self._documents.get(claim.document)) is None for claim in (left, right))
        return undated or left.document == right.document


def _on_one_day(left: Claim, right: Claim) -> bool:
    """Whether two claims name the same single day themselves."""
    ours, theirs = left.time, right.time
    return bool(ours and theirs and ours.start and ours.start == ours.end == theirs.start == theirs.end)


def _matter(claim: Claim) -> tuple[str, ...] | None:
    """The fields that two opposites share for certain."""
    match claim.content:
        case Position() as content if content.party and content.issue:
            return claim.kind, content.party, content.issue
        case Talks():
            return (claim.kind,)
    return None


def _value(claim: Claim) -> str:
    match claim.content:
        case Position() as content:
            return content.stance
        case Talks() as content:
            return content.status
    return claim.kind
