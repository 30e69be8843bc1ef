"""How positions stand to each other: where parties exclude each other or agree, and where one has turned about."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from tawatur.boards.ground import Ground
from tawatur.linking.matters import answered, same_talks
from tawatur.records import Cell, Claim, Position, Relation, Stand, State, Telling, Turn

WANTS = frozenset({"demands", "offers", "accepts"})
"""Stances of who says yes to a thing, whoever is to do it."""
REFUSES = frozenset({"rejects", "withdraws"})
YIELDS = frozenset({"accepts", "offers"})
UNSAID = frozenset({"denied"})
"""Modalities of what somebody says is no position at all."""


class Matching:
    """Compares positions of one case; wordings of two languages cannot be compared, and say neither yes nor no."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def relations(self, issue: str, cells: Sequence[Cell]) -> Iterator[Relation]:
        """What the positions that stand say of each other, each two parties and ground once."""
        single = any(row["issue"] == issue for row in self._ground.tables.get("singles", ()))
        for left, right in combinations([cell for cell in cells if cell.party], 2):
            found: dict[tuple[str, str], list[str]] = {}
            for a in left.stands:
                for b in right.stands:
                    if _stands(a) and _stands(b) and (verdict := self._verdict(a, b, left.party, right.party, single)):
                        found.setdefault(verdict, []).extend((*a.telling.claims, *b.telling.claims))
            for (kind, ground), claims in found.items():
                yield Relation(kind, left.party, right.party, ground, tuple(dict.fromkeys(claims)))

    def turns(self, stands: Sequence[Stand], party: str, issue: str) -> Iterator[Turn]:
        """Where a party turned about on an issue: dated where known days say so, else in the order yes, no."""
        for left, right in combinations(stands, 2):
            if party and self._opposed(left, right):
                yield self._turn("position.stance", (party,), issue, left.telling, right.telling)

    def reversals(self, states: Sequence[State]) -> Iterator[Turn]:
        """Where talks turned about: between neighbours in time, and between what has no day and its opposite."""
        dated = [state for state in states if state.telling.last]
        open_ = [state for state in states if not state.telling.last]
        yield from (turn for pair in pairwise(dated) if (turn := self._reversal(*pair)))
        pairs = [*combinations(open_, 2), *((one, other) for one in open_ for other in dated)]
        found = [turn for pair in pairs if (turn := self._reversal(*pair))]
        seen: set[tuple[str, ...]] = set()
        for turn in sorted(found, key=lambda one: -len(one.after.claims)):  # of what no day orders, the most told alone
            if turn.before.claims not in seen:
                yield turn
            seen.add(turn.before.claims)

    def _reversal(self, left: State, right: State) -> Turn | None:
        values = left.telling.value, right.telling.value
        if not self._ground.opposed("talks.status", *values) or not same_talks(left.parties, right.parties):
            return None
        return self._turn("talks.status", tuple(sorted({*left.parties, *right.parties})), None, left.telling, right.telling)

    def _turn(self, field: str, parties: tuple[str, ...], issue: str | None, left: Telling, right: Telling) -> Turn:
        """A reversal in the order of its days; where they say nothing, what was granted comes first."""
        if left.last and right.first and left.last < right.first:
            return Turn(parties, issue, left, right, dated=True)
        if right.last and left.first and right.last < left.first:
            return Turn(parties, issue, right, left, dated=True)
        granted = self._ground.granted(field, left.value, right.value)
        return Turn(parties, issue, left if granted else right, right if granted else left, dated=False)

    def _opposed(self, left: Stand, right: Stand) -> bool:
        stances = left.telling.value, right.telling.value
        if not (_asserted(left) and _asserted(right) and self._ground.opposed("position.stance", *stances)):
            return False
        return self._alike(left, right, facing=False, trusting=answered(*stances))

    def _verdict(self, a: Stand, b: Stand, left: str, right: str, single: bool) -> tuple[str, str] | None:
        """The kind of a relation and its ground."""
        if {a.counterpart, b.counterpart} - {None, left, right}:
            return None
        ours, theirs = a.telling.value, b.telling.value
        facing = a.counterpart == right or b.counterpart == left
        if (ours in WANTS and theirs in REFUSES) or (ours in REFUSES and theirs in WANTS):
            return ("exclude", "refused") if self._alike(a, b, facing) else None
        if ours not in WANTS or theirs not in WANTS:
            return None
        if single and self._placed(a, b) is False:
            return "exclude", "places"
        if self._placed(a, b) or (self._placed(a, b) is None and (
                self._worded(a, b) or (facing and {ours, theirs} & YIELDS and ours != theirs))):
            return "agree", "accepted" if {ours, theirs} & YIELDS else "same"
        return None

    def _alike(self, a: Stand, b: Stand, facing: bool, trusting: bool = True) -> bool:
        """Whether two positions on one issue are on one matter: places decide; else wording, or that they face each other.

        `trusting`: two that name no place, in words that cannot be compared, are taken for one matter by their issue alone.
        """
        placed, worded = self._placed(a, b), self._worded(a, b)
        unknown = trusting and worded is None and not self._spots(a) and not self._spots(b)
        return placed if placed is not None else bool(worded or facing or unknown)

    def _placed(self, a: Stand, b: Stand) -> bool | None:
        """Whether they share a place; None where one names none."""
        ours, theirs = self._spots(a), self._spots(b)
        return bool(ours & theirs) if ours and theirs else None

    def _worded(self, a: Stand, b: Stand) -> bool | None:
        verdicts = {self._ground.alike(left, right) for left in self._objects(a) for right in self._objects(b)}
        return True if True in verdicts else False if False in verdicts else None

    def _spots(self, stand: Stand) -> frozenset[str]:
        """The near places of a position."""
        return frozenset(spot for claim in self._claims(stand) for spot in self._ground.spots(claim))

    def _objects(self, stand: Stand) -> list[str]:
        return [claim.content.object for claim in self._claims(stand)
                if isinstance(claim.content, Position) and claim.content.object]

    def _claims(self, stand: Stand) -> list[Claim]:
        return [self._ground.claims[id] for id in stand.telling.claims]


def _asserted(stand: Stand) -> bool:
    return stand.telling.modality not in UNSAID


def _stands(stand: Stand) -> bool:
    return stand.superseded_by is None and _asserted(stand)
