"""The ladder of certainty: a rung by roots alone, and every step down from what the number of reports would make one think."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.reconcile.roots import roots
from tawatur.reconcile.scopes import Scopes
from tawatur.records import (
    OPPOSED,
    SAME_VOICE,
    Claim,
    Condition,
    Corridor,
    Descent,
    Document,
    Event,
    Figure,
    Link,
    Position,
    Step,
)
from tawatur.records.amount import together
from tawatur.records.day import said

RUNGS = ("one_root", "one_root_relayed", "two_or_more", "across_sides", "conceded")
"""From the lowest up."""
ONE, RELAYED, SEVERAL, ACROSS, CONCEDED = RUNGS
BLAMED = frozenset({"ASSAULT", "COERCE", "THREATEN"})
"""Events that somebody is accused of."""
REFUSED = frozenset({"rejects", "threatens", "withdraws"})
"""Stances that somebody is accused of."""
HEADS = 48
"""Claims of a fact that are tried as its number: keeps the cost of a long one down."""
PARTY = "name:"
"""How the key of a node begins that is an actor of the packs."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """A rung, the steps, and the claims that it counts."""

    rung: str
    steps: tuple[Step, ...]
    counted: tuple[str, ...]


@dataclass(frozen=True)
class Ladder:
    """What rungs are reckoned from: claims with their descents, links by which others stand against them, reports, sides."""

    claims: Mapping[str, Claim]
    descents: Mapping[str, Sequence[Descent]]
    against: Mapping[str, Sequence[Link]]
    documents: Mapping[str, Document]
    scopes: Scopes

    def certainty(self, claims: Sequence[Claim], copied: Mapping[frozenset[str], Link], stands: str,
                  headline: str | None) -> Certainty:
        """The certainty of a fact that `stands` so (its agreement)."""
        if len(claims) == 1 and claims[0].id not in self.against:
            return Certainty(self._rung(claims), (), (claims[0].id,))
        denied = [claim for claim in claims if claim.modality == "denied"]
        told = [claim for claim in claims if claim.modality != "denied"] or list(claims)
        counted = self._agreeing(told, headline)
        inside = {claim.id for claim in counted}
        steps = [*self._counted(counted, copied), *self._against(counted, denied),
                 *self._differing(counted, [claim for claim in told if claim.id not in inside], stands)]
        ordered = tuple(sorted(steps, key=lambda step: (step.date or "9999", step.cause, step.claims)))
        return Certainty(self._rung(counted), ordered, tuple(claim.id for claim in counted))

    def _agreeing(self, claims: Sequence[Claim], headline: str | None) -> list[Claim]:
        """The claims that tell one number: the headline's, else the most told, then the newest."""
        head = next((claim for claim in claims if claim.id == headline), None)
        heads = [head] if head else list({_amount(claim): claim for claim in reversed(claims[:HEADS])}.values())[::-1]
        groups = [[other for other in claims if _together(one, other)] for one in heads]
        return max(groups, key=lambda group: (len(group), max(self._day(claim) or "" for claim in group)))

    def _rung(self, claims: Sequence[Claim]) -> str:
        if self._found(claims)[0] > 1:
            if any(self._concedes(claim) for claim in claims):
                return CONCEDED
            sides = {side for claim in claims for side in self._sides(claim)}
            return ACROSS if len(sides) > 1 else SEVERAL
        return RELAYED if len({claim.document for claim in claims}) > 1 else ONE

    def _concedes(self, claim: Claim) -> bool:
        """Whether who is accused tells it."""
        accused = {one for who in _accused(claim) for one in self.scopes.wholes(who)}
        tellers = {chain[-1].actor for chain in claim.chains if chain and chain[-1].actor}
        return claim.modality == "asserted" and any(accused & set(self.scopes.wholes(one)) for one in tellers if one)

    def _sides(self, claim: Claim) -> Iterator[str]:
        """The sides that a claim is told by: those of its origins that are parties."""
        for descent in self.descents.get(claim.id, ()):
            key = descent.nodes[-1].key
            if key.startswith(PARTY) and (side := self.scopes.side(key.removeprefix(PARTY))):
                yield side

    def _counted(self, claims: Sequence[Claim], copied: Mapping[frozenset[str], Link]) -> Iterator[Step]:
        """Reports that make the number of tellings larger and not that of the roots, in the order in which they came."""
        held: list[Claim] = []
        outlets: set[str] = set()
        before = 0, 0
        for claim in sorted(claims, key=lambda one: (self._day(one) or "9999", one.id)):
            held.append(claim)
            outlet = self._outlet(claim)
            if outlet in outlets:
                continue
            outlets.add(outlet)
            after = self._found(held)
            if before[0] and after[0] <= before[0] and (rung := self._rung(held)) in (ONE, RELAYED, SEVERAL):
                yield Step(self._cause(claim, held, copied, before, after), self._day(claim), (claim.id,), SEVERAL, rung)
            before = after

    def _outlet(self, claim: Claim) -> str:
        report = self.documents.get(claim.document)
        return report.outlet.id if report and report.outlet else claim.document

    def _cause(self, claim: Claim, held: Sequence[Claim], copied: Mapping[frozenset[str], Link], before: tuple[int, int],
               after: tuple[int, int]) -> str:
        """Why a further report is no further root."""
        if any(frozenset((claim.document, other.document)) in copied for other in held[:-1]):
            return "copied"
        if after[1] <= before[1]:
            return "relayed"
        content = claim.content
        wanted = isinstance(content, Position) and all(len(chain) == 1 for chain in claim.chains) and any(
            isinstance(other.content, Position) and other.content.told_by == "self" for other in held)
        return "heard" if wanted else "unsure"

    def _found(self, claims: Sequence[Claim]) -> tuple[int, int]:
        if len(claims) == 1 and len(self.descents.get(claims[0].id, ())) < 2:
            return 1, 1
        found = roots(claims, [descent for claim in claims for descent in self.descents.get(claim.id, ())]).independent
        return found.least, found.most

    def _differing(self, counted: Sequence[Claim], others: Sequence[Claim], stands: str) -> Iterator[Step]:
        """Other numbers: against this one where they cannot both hold, else told of another day or scope."""
        rung = self._rung(counted)
        for claim in others:
            yield Step("contradicted" if stands == "conflict" else "differs", self._day(claim), (claim.id,), rung, rung)

    def _against(self, told: Sequence[Claim], denied: Sequence[Claim]) -> Iterator[Step]:
        """What stands against the fact, inside it and outside."""
        rung = self._rung(told)
        for claim in denied if any(claim.modality != "denied" for claim in told) else ():
            yield Step("denied", self._day(claim), (claim.id,), rung, rung)
        for claim in told:
            for link in self.against.get(claim.id, ()):
                other = link.right if link.left == claim.id else link.left
                days = [day for one in (claim.id, other) if (day := self._day(self.claims[one]))]
                known = max(days) if len(days) > 1 else None
                if link.relation == "contradicts":
                    yield Step("contradicted" if known else "opposed", known, (claim.id, other), rung, rung)
                elif link.left == claim.id:  # what came later is not the worse for what came before
                    same = any(reason.name == SAME_VOICE for reason in link.reasons)
                    yield Step("reversed" if same else "otherwise", known, (claim.id, other), rung, rung)

    def _day(self, claim: Claim) -> str | None:
        days = said(claim, self.documents.get(claim.document))
        return days[1] if days else None


def _amount(claim: Claim) -> tuple[object, ...]:
    """What tells of two claims whether the same others can hold beside them."""
    said = claim.content
    return (said.value, said.low, said.high, said.bound, said.unit) if isinstance(said, Figure) else ()


def _together(left: Claim, right: Claim) -> bool:
    """Whether two claims can hold at once, as far as their numbers go."""
    a, b = left.content, right.content
    return not (isinstance(a, Figure) and isinstance(b, Figure)) or together(a, b)


def _accused(claim: Claim) -> Iterator[str]:
    """Who is told to have done what others hold against him."""
    match claim.content:
        case Event() as done if done.event in BLAMED:
            yield from (who for who in (done.actor, *done.with_) if who)
        case Condition() as lived:
            yield from lived.responsible
        case Corridor() as way if way.refused_by:
            yield way.refused_by
        case Position() as wanted if wanted.party and wanted.stance in REFUSED:
            yield wanted.party


def opposing(links: Sequence[Link]) -> dict[str, list[Link]]:
    """By claim, the links by which another fact stands against it."""
    held: dict[str, list[Link]] = {}
    for link in links:
        if any(reason.name == OPPOSED for reason in link.reasons):
            held.setdefault(link.left, []).append(link)
            held.setdefault(link.right, []).append(link)
    return held
