"""Links between what cannot both hold at one time: a party's yes and no on one matter, talks agreed and dead."""

from collections.abc import Iterator, Mapping, Sequence

from tawatur.linking.features import Comparer, Feature
from tawatur.linking.matters import answered, same_talks
from tawatur.packs import Row
from tawatur.records import OPPOSED, Claim, Document, Episode, Link, Position, Reason, Talks
from tawatur.records.day import apart, said

COMPARED = 24
"""Claims on one matter that each is compared with, the nearest in time first: keeps the cost of a claim flat."""
SHARED = frozenset({"place_same", "object_same"})
"""Features that make two positions be on one matter."""
APART = frozenset({"place_apart", "object_apart", "issue_apart", "towards_apart"})
"""Features that leave two claims on two matters, unless they share more."""
TOLD = frozenset({"asserted", "possible"})
Values = tuple[str, str | None]


class Opposites:
    """Finds opposites by the rows of `opposites.csv`; two that no day parts contradict each other, else the later updates.

    Talks go from state to state: only what two reports tell of one known day is against one another.
    """

    def __init__(self, comparer: Comparer, documents: Mapping[str, Document], rows: Sequence[Row]) -> None:
        self._comparer, self._documents = comparer, documents
        self._pairs = {(row["field"], frozenset((row["value"], row["other"]))) for row in rows}

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
        field, ours = _value(left)
        theirs = _value(right)[1]
        if (field, frozenset((ours, theirs))) not in self._pairs:
            return None
        features = list(self._comparer.features(left, right))
        if not self._one_matter(left, right, features):
            return None
        days = [said(claim, self._documents.get(claim.document)) for claim in (left, right)]
        later = days[0] is not None and days[1] is not None and apart(days[0], days[1])
        if isinstance(left.content, Talks) and not later and (None in days or left.document == right.document):
            return None
        shared = (Reason(name, 1.0, a, b) for name, a, b in features if name in SHARED)
        reasons = (Reason(OPPOSED, 1.0, ours or "", theirs or ""), *shared)
        return Link(left.id, right.id, "updates" if later else "contradicts", reasons)

    def _one_matter(self, left: Claim, right: Claim, features: Sequence[Feature]) -> bool:
        names = {name for name, _, _ in features}
        a, b = left.content, right.content
        if "place_apart" in names:
            return False
        if isinstance(a, Talks) and isinstance(b, Talks):
            fit = "issue_same" in names or set(a.parties) == set(b.parties)
            return same_talks(a.parties, b.parties) and fit and "issue_apart" not in names
        if isinstance(a, Position) and isinstance(b, Position):
            unplaced = not left.places and not right.places and a.issue == b.issue and answered(a.stance, b.stance)
            return bool(names & SHARED) or (not names & APART and unplaced)
        return False


def _matter(claim: Claim) -> tuple[str, ...] | None:
    """The fields that two opposites share for certain."""
    match claim.content:
        case Position() as content if content.party and content.issue:
            return claim.kind, content.party, content.issue
        case Talks():
            return (claim.kind,)
    return None


def _value(claim: Claim) -> Values:
    match claim.content:
        case Position() as content:
            return "position.stance", content.stance
        case Talks() as content:
            return "talks.status", content.status
    return claim.kind, None
