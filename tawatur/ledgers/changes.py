"""What changed between two accounts of one case: new, confirmed, contradicted, superseded, withdrawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.ledgers.figures import population
from tawatur.linking.amounts import stock
from tawatur.linking.atlas import Atlas, name
from tawatur.linking.kin import Kin
from tawatur.linking.matters import TAKES_BACK, Voices
from tawatur.packs import Packs
from tawatur.records import OPPOSED, Change, Claim, Control, Corridor, Descent, Document, Fact, Figure, Link, Position, Talks
from tawatur.records.amount import together
from tawatur.records.day import as_of

AGAINST = ("conflict", "undetermined")
ANY = "*"
"""What stands in a row of `turns.csv` for every status."""
KINDS = ("talks", "position", "corridor", "figure", "control", "appeal", "condition", "event")
"""What is told first of one turn."""
ORDER = ("withdrawn", "contradicted", "superseded", "otherwise", "confirmed", "new")
Key = tuple[str, ...]


def changes(before: Sequence[Fact], known: Sequence[Claim], after: Sequence[Fact], claims: Sequence[Claim],
            documents: Sequence[Document], links: Sequence[Link], descents: Sequence[Descent],
            packs: Packs) -> tuple[Change, ...]:
    """What the facts `after` (of `claims`, in `documents`) hold that those `before` (of the claims `known` then) did not.

    `links` lie between reports and between claims, `descents` say whose voices the claims are. What a copy says in the words of a
    report that was known is nothing new, even where its weekdays fall in another week; what was linked as an opposite of what was
    known stands against it, or comes after it: in its place only where it is told by the same voice.

    The gravest come first, and of one turn and kind what more reports tell.
    """
    finder = _Finder(before, known, claims, documents, links, Voices(descents), packs)
    found = [*finder.withdrawn(after), *finder.turned(after)]
    return tuple(sorted(found, key=_rank))


def _rank(change: Change) -> tuple[int, int, int, str]:
    fact = change.fact
    return ORDER.index(change.turn), KINDS.index(fact.kind), -len(fact.claims), fact.id


@dataclass(frozen=True, slots=True)
class _Split:
    """A fact of now: which of its claims were known before, and which came since."""

    fact: Fact
    old: tuple[Claim, ...]
    new: tuple[Claim, ...]


class _Finder:
    """Compares two states of one case."""

    def __init__(self, before: Sequence[Fact], known: Sequence[Claim], claims: Sequence[Claim], documents: Sequence[Document],
                 links: Sequence[Link], voices: Voices, packs: Packs) -> None:
        self._voices = voices
        self._was = {claim: fact for fact in before for claim in fact.claims}
        self._before = before
        self._known = {claim.id: claim for claim in known if claim.status != "rejected"}
        self._told = {claim.id: claim for claim in claims if claim.status != "rejected"}
        self._documents = {document.id: document for document in documents}
        self._copied: dict[str, set[str]] = {}
        self._opposed: dict[str, list[tuple[str, str]]] = {}
        for link in links:
            for one, other in ((link.left, link.right), (link.right, link.left)):
                self._copied.setdefault(one, set()).add(other)
                if any(reason.name == OPPOSED for reason in link.reasons):
                    self._opposed.setdefault(one, []).append((other, link.relation))
        self._worded = {(claim.document, claim.kind, _words(claim)) for claim in self._known.values()}
        self._rows = packs.tables.get("turns", ())
        self._atlas, self._kin = Atlas([*self._told.values(), *self._known.values()]), Kin(packs)

    def withdrawn(self, after: Sequence[Fact]) -> Iterator[Change]:
        """Facts of which no claim is left."""
        left = {claim for fact in after for claim in fact.claims}
        for fact in self._before:
            if not left & set(fact.claims):
                yield Change("withdrawn", fact, tuple(self._known[id] for id in fact.claims))

    def turned(self, after: Sequence[Fact]) -> Iterator[Change]:
        """What came to facts, or in their place."""
        splits = [self._split(fact) for fact in after]
        stood = self._states([split for split in splits if split.old])
        homes = {claim.id: split for split in splits if split.old for claim in (*split.old, *split.new)}
        replaced: dict[tuple[str, bool], tuple[_Split, list[Claim]]] = {}
        for split in splits:
            if split.old and split.new:
                yield from self._joined(split)
            elif split.new and (earlier := self._earlier(split, stood) or self._opposite_of(split, homes, "updates")):
                same = self._voices.same(earlier.old, split.new)
                replaced.setdefault((earlier.fact.id, same), (earlier, []))[1].extend(split.new)
            elif split.new and (other := self._opposite_of(split, homes, "contradicts")):
                days = all(map(self._day, (*other.old, *split.new)))
                yield Change("contradicted", other.fact, other.old, split.new, why="true_conflict" if days else "dates_unknown")
            elif split.new:
                yield Change("new", split.fact, split.new)
        for (_, same), (earlier, came) in replaced.items():
            yield _replaced(earlier, tuple(sorted(came, key=lambda claim: (self._day(claim), claim.id))), same)

    def _split(self, fact: Fact) -> _Split:
        claims = [self._told[id] for id in fact.claims]
        return _Split(fact, tuple(one for one in claims if one.id in self._known),
                      tuple(one for one in claims if one.id not in self._known and not self._again(one)))

    def _again(self, claim: Claim) -> bool:
        """Whether a report that this one copies, or is copied by, was known to say it in the same words."""
        return any((other, claim.kind, _words(claim)) in self._worded for other in self._copied.get(claim.document, ()))

    def _joined(self, split: _Split) -> Iterator[Change]:
        """Claims that came to a fact that was known."""
        fact, old, new = split.fact, split.old, split.new
        was = [self._was[claim.id] for claim in old if claim.id in self._was]
        if fact.agreement in AGAINST and fact.agreement not in {one.agreement for one in was}:
            yield Change("contradicted", fact, old, new, why=fact.why)
        elif fact.agreement in (*AGAINST, "changed") and (later := self._later(old, new)):  # a quarrel goes on with new numbers
            yield Change("superseded" if self._voices.same(old, later) else "otherwise", fact, old, later, why=fact.why)
        elif fact.independent.least > max((one.independent.least for one in was), default=0):
            roots = {root for one in was for root in one.roots}
            yield Change("confirmed", fact, old, new, tuple(root for root in fact.roots if root not in roots))

    def _later(self, old: Sequence[Claim], new: Sequence[Claim]) -> tuple[Claim, ...]:
        """The new claims that hold for a day after all the old ones, and say another number."""
        last = max((day for claim in old if (day := self._day(claim))), default="")
        return tuple(claim for claim in new if self._day(claim) > last and not any(_holds(one, claim) for one in old))

    def _earlier(self, split: _Split, stood: Mapping[Key, Sequence[_Split]]) -> _Split | None:
        """The latest of the facts in whose place a new one comes."""
        earlier = [one for one in stood.get(self._state(split.fact, split.new[0]) or ("",), ()) if self._replaces(one, split)]
        return max(earlier, key=lambda one: (max(map(self._day, one.old)), one.fact.id), default=None)

    def _opposite_of(self, split: _Split, homes: Mapping[str, _Split], relation: str) -> _Split | None:
        """A fact known before that a link says the new one is the opposite of, of a later day (`updates`) or not."""
        found = (homes[other] for claim in split.new for other, how in self._opposed.get(claim.id, ())
                 if how == relation and other in homes)
        return min(found, key=lambda one: one.fact.id, default=None)

    def _replaces(self, earlier: _Split, later: _Split) -> bool:
        """Whether what came speaks of a later day, and says otherwise."""
        ours, theirs = earlier.old[0], later.new[0]
        days = [day for claim in earlier.old if (day := self._day(claim))]
        if not days or "planned" in (ours.modality, theirs.modality) or self._day(theirs) <= max(days):
            return False
        a, b = ours.content, theirs.content
        if isinstance(a, Figure) and isinstance(b, Figure):
            return not together(a, b)
        return self._next(ours, theirs)

    def _next(self, ours: Claim, theirs: Claim) -> bool:
        """Whether a row says that one state comes in the place of the other."""
        values = [(one.content.status, getattr(one.content, "actor", None)) for one in (ours, theirs)
                  if isinstance(one.content, Talks | Corridor | Control)]
        if len(values) < 2 or values[0] == values[1]:
            return False
        (before, who), (after, by) = values
        same = "same" if who == by else "other"
        return any(row["kind"] == ours.kind and row["value"] in (before, ANY) and row["later"] in (after, ANY)
                   and row["actor"] in (same, "any") for row in self._rows)

    def _states(self, splits: Sequence[_Split]) -> dict[Key, list[_Split]]:
        held: dict[Key, list[_Split]] = {}
        for split in splits:
            if key := self._state(split.fact, split.old[0]):
                held.setdefault(key, []).append(split)
        return held

    def _state(self, fact: Fact, claim: Claim) -> Key | None:
        """What can stand in one way only at a time: the talks of some parties, a way, a place, those inside."""
        spots, home = sorted(self._spots(claim)), fact.episode or ""
        match claim.content:
            case Talks() as said if said.parties:
                return ("talks", home, *sorted(said.parties))
            case Corridor() as way if way.name or spots:
                return ("corridor", home, way.name or "", *spots)
            case Control() if spots:
                return ("control", *spots)
            case Figure() as figure if spots and stock(figure, self._kin) and figure.part_of is None:
                return ("figure", home, figure.measure, population(figure), figure.group or "", *spots)
        return None

    def _spots(self, claim: Claim) -> frozenset[str]:
        return frozenset(name(self._atlas.spot(place)) for place in claim.places)

    def _day(self, claim: Claim) -> str:
        days = as_of(claim, self._documents.get(claim.document))
        return days[1] if days else ""


def _replaced(earlier: _Split, came: tuple[Claim, ...], same: bool) -> Change:
    """What came after a fact, in the order of its days: by the `same` voice in its place, or to take it back; or by others."""
    last = came[-1].content
    if not same:
        return Change("otherwise", earlier.fact, earlier.old, came)
    back = isinstance(last, Position) and last.stance == TAKES_BACK
    return Change("withdrawn" if back else "superseded", earlier.fact, earlier.old, came)


def _words(claim: Claim) -> tuple[str, ...]:
    return tuple(word for one in claim.evidence for word in one.quote.casefold().split())


def _holds(left: Claim, right: Claim) -> bool:
    a, b = left.content, right.content
    return isinstance(a, Figure) and isinstance(b, Figure) and together(a, b)
