"""How positions stand to each other: where parties exclude each other or agree, and where one has turned about."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from tawatur.boards.ground import Ground
from tawatur.linking.matters import Reversal
from tawatur.records import Cell, Claim, Relation, Stand, State, Telling, Turn

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
        """Where a party turned about on an issue, or is said to by others."""
        for left, right in combinations([stand for stand in stands if party and _asserted(stand)], 2):
            if found := self._reversal(left.telling, right.telling):
                yield _turn((party,), issue, left.telling, right.telling, found)

    def reversals(self, states: Sequence[State]) -> Iterator[Turn]:
        """Where talks turned about: between neighbours in time, and between what has no day and its opposite."""
        dated = [state for state in states if state.telling.last]
        open_ = [state for state in states if not state.telling.last]
        yield from (turn for pair in pairwise(dated) if (turn := self._turned(*pair)))
        pairs = [*combinations(open_, 2), *((one, other) for one in open_ for other in dated)]
        found = [turn for pair in pairs if (turn := self._turned(*pair))]
        seen: set[tuple[str, ...]] = set()
        for turn in sorted(found, key=lambda one: -len(one.after.claims)):  # of what no day orders, the most told alone
            if turn.before.claims not in seen:
                yield turn
            seen.add(turn.before.claims)

    def _turned(self, left: State, right: State) -> Turn | None:
        found = self._reversal(left.telling, right.telling)
        return _turn(tuple(sorted({*left.parties, *right.parties})), None, left.telling, right.telling, found) if found else None

    def _reversal(self, left: Telling, right: Telling) -> Reversal | None:
        return self._ground.matters.reversal(self._claims(left), self._claims(right))

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
        placed, worded = self._compared(a, b)
        if single and placed is False:
            return "exclude", "places"
        if placed or (placed is None and (worded or (facing and {ours, theirs} & YIELDS and ours != theirs))):
            return "agree", "accepted" if {ours, theirs} & YIELDS else "same"
        return None

    def _alike(self, a: Stand, b: Stand, facing: bool) -> bool:
        """Whether positions of two parties are on one matter: places decide; else wording, or that they face each other.

        Two that name no place, in words that cannot be compared, are taken for one matter by their issue alone.
        """
        placed, worded = self._compared(a, b)
        unplaced = not any(self._ground.spots(claim) for stand in (a, b) for claim in self._claims(stand.telling))
        unknown = worded is None and unplaced
        return placed if placed is not None else bool(worded or facing or unknown)

    def _compared(self, a: Stand, b: Stand) -> tuple[bool | None, bool | None]:
        """Whether they share a place, and words."""
        ours, theirs = self._claims(a.telling), self._claims(b.telling)
        return self._ground.matters.placed(ours, theirs), self._ground.matters.worded(ours, theirs)

    def _claims(self, telling: Telling) -> list[Claim]:
        return [self._ground.claims[id] for id in telling.claims]


def _turn(parties: tuple[str, ...], issue: str | None, left: Telling, right: Telling, found: Reversal) -> Turn:
    """A reversal as a board holds it."""
    before, after = (left, right) if found.before[0].id in left.claims else (right, left)
    return Turn(parties, issue, before, after, found.dated, found.same_voice)


def _asserted(stand: Stand) -> bool:
    return stand.telling.modality not in UNSAID


def _stands(stand: Stand) -> bool:
    return stand.superseded_by is None and _asserted(stand)
