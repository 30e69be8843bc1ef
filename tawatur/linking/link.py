"""Links between claims: each claim joins the claims that it is about one thing with, if there are any.

Only claims of one episode that share the main fields of their kind are compared, and of those a few groups of a shelf alone,
so that a claim costs the same in a case of any size, and in a siege of any length.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tawatur.linking.amounts import alike
from tawatur.linking.features import Comparer, Feature
from tawatur.linking.kin import Kin
from tawatur.linking.shelves import Group, Shelf
from tawatur.linking.weights import Weights
from tawatur.records import (
    NO_TIES,
    Appeal,
    Claim,
    Condition,
    Control,
    Corridor,
    Descent,
    Document,
    Episode,
    Event,
    Figure,
    Link,
    Position,
    Reason,
    Talks,
    Ties,
)
from tawatur.records.amount import ends, together
from tawatur.records.day import Days, apart, as_of, said

MEMBERS = 8
"""Claims of a group that a claim is compared with."""
LATER = 2
"""Days after which a higher count by somebody else is a later one; sooner it may be another account of the same hour."""
DECIDED = "decided"
"""The reason of a link that a person made."""
Key = tuple[str, ...]
ANYWHERE, ANYBODY, NOBODY = "*", "*", "?"
PLACED = frozenset({"place_same", "place_named"})
"""Features that say that two claims are about one spot."""


@dataclass(frozen=True, slots=True)
class _Home:
    """A group that a claim may join: by which of its claims, with what score and for which reasons."""

    group: Group
    beside: Claim
    score: float
    reasons: tuple[Reason, ...]


class Linker:
    """Links the claims of one case."""

    def __init__(self, comparer: Comparer, weights: Weights, kin: Kin, descents: Sequence[Descent],
                 documents: Mapping[str, Document], ties: Ties = NO_TIES) -> None:
        self._comparer, self._weights, self._kin, self._documents = comparer, weights, kin, documents
        self._ties = ties
        self._shelves: dict[Key, Shelf] = {}
        self._paths: dict[str, list[tuple[str, ...]]] = {}
        for descent in descents:
            self._paths.setdefault(descent.claim, []).append(tuple(node.key for node in descent.nodes))

    def links(self, claims: Sequence[Claim], episodes: Sequence[Episode]) -> Iterator[Link]:
        """A link for each claim that joins others; the same claims in any order give the same links."""
        told = {claim.id: claim for claim in claims if claim.status != "rejected"}
        for episode in episodes:  # one at a time: claims taken from all over a large case cost the processor its cache
            self._shelves = {}
            mine = [told[claim] for claim in episode.claims if claim in told]
            for claim in sorted(mine, key=lambda one: (not one.places, -_fullness(one), one.id)):
                home = self._home(claim)
                group = home.group if home else Group([])
                group.claims.append(claim)
                self._put(group, claim)
                if home:
                    yield Link(home.beside.id, claim.id, self._relation(home.beside, claim), home.reasons)
        grouped = {claim for episode in episodes for claim in episode.claims} & told.keys()
        for left, right in sorted(self._ties.together):
            if {left, right} <= grouped:
                yield Link(left, right, self._relation(told[left], told[right]), (Reason(DECIDED, 1.0, left, right),))

    def _home(self, claim: Claim) -> _Home | None:
        """The group that a claim fits best; none where two fit alike and no place decides."""
        shelves = (shelf for key in self._asked(claim) if (shelf := self._shelves.get(key)))
        groups = dict.fromkeys(group for shelf in shelves for group in shelf.near(claim))
        found = [home for group in groups if (home := self._fit(claim, group))]
        if not found:
            return None
        best = max(found, key=lambda home: (home.score, home.beside.id))
        rivals = [home for home in found if home.group is not best.group and home.score >= best.score]
        placed = any(reason.name in PLACED for reason in best.reasons)
        return best if placed or not rivals else None

    def _fit(self, claim: Claim, group: Group) -> _Home | None:
        """A group as a home: no claim in it may forbid it, and the nearest must speak for it."""
        best: _Home | None = None
        if self._ties.apart and any(_pair(claim, other) in self._ties.apart for other in group.claims):
            return None
        for other in group.claims[:MEMBERS]:
            features = list(self._comparer.features(other, claim))
            if any(self._weights.forbids(claim.kind, name) for name, _, _ in features):
                return None
            reasons = tuple(self._reasons(claim.kind, features))
            score = sum(reason.weight for reason in reasons)
            if best is None or score > best.score:
                best = _Home(group, other, score, reasons)
        return best if best and best.score >= self._weights.of(claim.kind, "joins") else None

    def _reasons(self, kind: str, features: Sequence[Feature]) -> Iterator[Reason]:
        for name, left, right in features:
            if weight := self._weights.of(kind, name):
                yield Reason(name, weight, left, right)

    def _put(self, group: Group, claim: Claim) -> None:
        """Let a group be found by one of its claims; under a place that only its words name as well, where it has another."""
        spots = self._comparer.spots(claim)
        where = sorted(spots | self._comparer.mentioned(claim)) if spots else [""]
        for main in self._known_by(claim):
            for spot in (*where, ANYWHERE):
                self._shelves.setdefault((*main, spot), Shelf()).put(group, claim)

    def _known_by(self, claim: Claim) -> Iterator[Key]:
        """The main fields by which a claim is found; a position by others than its party as well, for whom nobody named."""
        main = _main(claim)
        if isinstance(claim.content, Position):
            yield (*main[:2], ANYBODY, *main[3:])
            if self._comparer.nameless(claim.content.party):
                main = (*main[:2], NOBODY, *main[3:])
        yield main

    def _asked(self, claim: Claim) -> Iterator[Key]:
        """Where groups that a claim may join are to be found: at its places or those that it names and nowhere, or anywhere."""
        spots = sorted(self._comparer.spots(claim))
        if spots:
            spots = sorted({*spots, *self._comparer.mentioned(claim)})
        for main in self._kindred(claim):
            yield from ((*main, spot) for spot in ((*spots, "") if spots else (ANYWHERE,)))

    def _kindred(self, claim: Claim) -> Iterator[Key]:
        """The main fields of a claim, and those of claims whose readers only chose a word that is kin."""
        mine, field = _main(claim), f"{claim.kind}.{_MAIN.get(claim.kind, '')}"
        if not isinstance(claim.content, Position):
            yield from ((mine[0], value, *mine[2:]) for value in self._kin.family(field, mine[1]))
            return
        whose = (ANYBODY,) if self._comparer.nameless(claim.content.party) else (mine[2], NOBODY)
        yield from ((mine[0], value, party, *mine[3:]) for value in self._kin.clan(field, mine[1]) for party in whose)

    def _relation(self, left: Claim, right: Claim) -> str:
        """What the right claim does to the left one."""
        if (left.modality == "denied") != (right.modality == "denied"):
            return "contradicts"
        a, b = left.content, right.content
        one_root = self._one_root(left, right)
        if isinstance(a, Figure) and isinstance(b, Figure):
            if self._counted_later(left, a, right, b, one_root):
                return "updates"
            if not together(a, b):
                return "contradicts"
        if one_root:
            return "repeats"
        return "refines" if _says_more(left, right) else "supports"

    def _counted_later(self, left: Claim, a: Figure, right: Claim, b: Figure, one_root: bool) -> bool:
        """Whether one of two counts came in the other's place: of another day, or told later by the same or higher by others.

        Of the dead of one day others may say less only against whoever said more; a day later they may all have heard of more.
        """
        if alike(a, b):
            return False
        if not together(a, b) and _parted(*(as_of(claim, self._documents.get(claim.document)) for claim in (left, right))):
            return True
        days = [said(claim, self._documents.get(claim.document)) for claim in (left, right)]
        if not _parted(*days):
            return False
        (_, earlier), (_, later) = sorted(zip(days, (a, b), strict=True), key=lambda one: one[0] or ("", ""))
        grown = (later.value or later.low or 0) > (earlier.value or earlier.low or 0)
        return one_root or (grown and _gap(*days) >= LATER)

    def _one_root(self, left: Claim, right: Claim) -> bool:
        """Whether one of the two comes through the origin of the other."""
        ours, theirs = self._paths.get(left.id, []), self._paths.get(right.id, [])
        return any(a and b and (a[-1] in b or b[-1] in a) for a in ours for b in theirs)


def _parted(left: Days | None, right: Days | None) -> bool:
    """Whether two claims are of two known days."""
    return left is not None and right is not None and apart(left, right)


def _gap(left: Days | None, right: Days | None) -> int:
    """The days from the one to the other."""
    return abs((date.fromisoformat(left[0]) - date.fromisoformat(right[0])).days) if left and right else 0


def _pair(left: Claim, right: Claim) -> tuple[str, str]:
    return (left.id, right.id) if left.id < right.id else (right.id, left.id)


_MAIN = {"figure": "measure", "position": "issue", "talks": "status", "corridor": "status"}


def _main(claim: Claim) -> Key:
    """The fields that claims about one thing must share; the first may be kin instead."""
    match claim.content:
        case Figure() as said:
            return claim.kind, said.measure
        case Position() as said:
            return claim.kind, said.issue or "", said.party or claim.id, said.stance
        case Talks() as said:
            return claim.kind, said.status
        case Corridor() as said:
            return claim.kind, said.status
        case Event() as said:
            return claim.kind, said.event
        case Condition() as said:
            return claim.kind, said.sector
        case Control() as said:
            return claim.kind, said.status, said.actor or claim.id
        case Appeal() as said:
            return claim.kind, said.issue or claim.id
    raise AssertionError(claim.kind)  # pragma: no cover


def _fullness(claim: Claim) -> int:
    """How much a claim says: fields that hold something, places, a time."""
    content = claim.content
    values = (getattr(content, name) for name in content.__dataclass_fields__)
    return sum(1 for value in values if value not in (None, ())) + len(claim.places) + (claim.time is not None)


def _says_more(left: Claim, right: Claim) -> bool:
    """Whether the right claim is tighter or fuller than the left one."""
    a, b = left.content, right.content
    if isinstance(a, Figure) and isinstance(b, Figure):
        ours, theirs = ends(a), ends(b)
        return theirs[1] - theirs[0] < ours[1] - ours[0]
    return _fullness(right) > _fullness(left)

