"""When one thing said turns another about: the one rule for links, for the board and for what changed.

Two values that cannot both hold (`opposites.csv`), on one matter: that is a reversal. In whose place the later came is said only
where known days part the two, and one voice tells both or the party itself tells the later; else others tell it otherwise.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.linking.features import Comparer
from tawatur.packs import Row
from tawatur.records import Claim, Descent, Document, Position, Talks
from tawatur.records.day import Days, apart, said

SIDES = 2
"""Parties that two states of talks must share: one party may talk with several at a time."""
ANSWERS = frozenset({"accepts", "withdraws"})
"""Stances on what is on the table already; who demands one thing and rejects another has not turned about."""
TAKES_BACK = "withdraws"
"""The stance of a party that takes back what it said: where it names no place, it means what is on the table."""
OWN = "self"
"""Whose account of a position is the party's own."""


@dataclass(frozen=True, slots=True)
class Reversal:
    """Two opposites on one matter. `dated`: known days say that `after` came later; else `before` is what was granted.

    `same_voice`: one origin tells both, or the party itself the later one, so that it came in the other's place. `stands`: they
    are against each other though nobody names the day that both are told of.
    """

    before: tuple[Claim, ...]
    after: tuple[Claim, ...]
    dated: bool
    same_voice: bool
    stands: bool


class Voices:
    """The origins of claims, by what stands for each; a claim without a descent is told by who stands last in its chains."""

    def __init__(self, descents: Iterable[Descent]) -> None:
        self._keys: dict[str, set[str]] = {}
        for descent in descents:
            self._keys.setdefault(descent.claim, set()).add(descent.nodes[-1].key)

    def of(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The origins of some claims."""
        return frozenset(key for claim in claims for key in self._keys.get(claim.id) or _last(claim))

    def same(self, before: Sequence[Claim], after: Sequence[Claim]) -> bool:
        """Whether what came after may stand in the place of what was before: by one voice, or by the party's own word."""
        own = any(isinstance(claim.content, Position) and claim.content.told_by == OWN for claim in after)
        return own or bool(self.of(before) & self.of(after))


class Matters:
    """Compares what is said in one case."""

    def __init__(self, comparer: Comparer, voices: Voices, documents: Mapping[str, Document], rows: Sequence[Row]) -> None:
        self._comparer, self._voices, self._documents = comparer, voices, documents
        self._granted = {(row["field"], row["value"], row["other"]) for row in rows}
        self._standing = {(row["field"], frozenset((row["value"], row["other"]))) for row in rows if row["stands"]}

    def reversal(self, left: Sequence[Claim], right: Sequence[Claim]) -> Reversal | None:
        """How two things said turn each other about, or None. Each is told by claims of one content, the fullest first.

        Positions must be of one party on one issue.
        """
        field, ours, theirs = _field(left[0]), _value(left[0]), _value(right[0])
        granted = (field, ours, theirs) in self._granted
        if not granted and (field, theirs, ours) not in self._granted:
            return None
        if not self.one(left, right):
            return None
        days = self._days(left), self._days(right)
        dated = days[0] is not None and days[1] is not None and apart(days[0], days[1])
        forth = days[0] < days[1] if dated and days[0] and days[1] else granted
        before, after = (left, right) if forth else (right, left)
        return Reversal(tuple(before), tuple(after), dated, self._voices.same(before, after),
                        (field, frozenset((ours, theirs))) in self._standing)

    def one(self, left: Sequence[Claim], right: Sequence[Claim]) -> bool:
        """Whether two things said, positions of one party on one issue or states of talks, are on one matter."""
        placed = self.placed(left, right)
        if isinstance(left[0].content, Talks):
            return placed is not False and _same_talks(left, right)
        if placed is not None:
            return placed
        worded = self.worded(left, right)
        if worded is not None:
            return worded
        if _towards_apart(left, right):
            return False
        stances = {_value(left[0]), _value(right[0])}
        return TAKES_BACK in stances or (self._bare(left) and self._bare(right) and not ANSWERS.isdisjoint(stances))

    def placed(self, left: Sequence[Claim], right: Sequence[Claim]) -> bool | None:
        """Whether two things said share a near place; None where one names none."""
        ours, theirs = self._spots(left), self._spots(right)
        return bool(ours & theirs) if ours and theirs else None

    def worded(self, left: Sequence[Claim], right: Sequence[Claim]) -> bool | None:
        """Whether what two positions are on shares its words; None where that cannot be told."""
        alike = self._comparer.words.alike
        verdicts = {alike(ours, theirs) for ours in _objects(left) for theirs in _objects(right)}
        return True if True in verdicts else False if False in verdicts else None

    def _bare(self, claims: Sequence[Claim]) -> bool:
        return not any(claim.places for claim in claims)

    def _spots(self, claims: Sequence[Claim]) -> frozenset[str]:
        return frozenset(spot for claim in claims for spot in self._comparer.spots(claim))

    def _days(self, claims: Sequence[Claim]) -> Days | None:
        """From the first to the last day on which it was said."""
        known = [days for claim in claims if (days := said(claim, self._documents.get(claim.document)))]
        return (min(days[0] for days in known), max(days[1] for days in known)) if known else None


def _last(claim: Claim) -> set[str]:
    return {chain[-1].actor or chain[-1].name for chain in claim.chains if chain}


def _field(claim: Claim) -> str:
    return "talks.status" if isinstance(claim.content, Talks) else "position.stance"


def _value(claim: Claim) -> str | None:
    match claim.content:
        case Position() as wanted:
            return wanted.stance
        case Talks() as state:
            return state.status
    return None


def _objects(claims: Sequence[Claim]) -> list[str]:
    return [claim.content.object for claim in claims if isinstance(claim.content, Position) and claim.content.object]


def _towards_apart(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    ours, theirs = ({claim.content.counterpart for claim in claims if isinstance(claim.content, Position)} - {None}
                    for claims in (left, right))
    return bool(ours and theirs and not ours & theirs)


def _same_talks(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether two states are of the same talks: the same parties; or those of the one among the other's, over one issue."""
    (ours, over), (theirs, under) = _talks(left), _talks(right)
    if len(ours & theirs) < SIDES or not (ours <= theirs or theirs <= ours):
        return False
    return bool(over & under) if over and under else ours == theirs


def _talks(claims: Sequence[Claim]) -> tuple[set[str], set[str]]:
    """The parties and the issues of talks."""
    states = [claim.content for claim in claims if isinstance(claim.content, Talks)]
    return {party for one in states for party in one.parties}, {issue for one in states for issue in one.issues}
