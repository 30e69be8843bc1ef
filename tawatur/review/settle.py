"""The claims of a report as they stand: what the program reads, and over it what persons decided.

A decision is bound to what it was made on. Where the program reads otherwise by now, the decided version stands, re-opened.
A date or a place that was unknown then and is known now is no other reading: it fills itself in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tawatur.records import Claim, Decided, Review
from tawatur.records.review import Values
from tawatur.records.written import restore, write
from tawatur.review.ledger import effective, of_claim

ALIKE = 0.5
"""The least share of fields in common at which a claim on overlapping words is another reading of one that is read no more."""
OWN = frozenset({"id", "engine", "rule", "confidence", "status", "decided"})
"""Fields of a claim that say how it came about, not what it says."""
_SPOT = frozenset({"lat", "lon", "precision"})
"""Fields of a place that the gazetteer may come to know better."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim as it stands; `read` is what the program itself reads in its place (None: nothing)."""

    claim: Claim
    read: Claim | None


def settle(claims: Sequence[Claim], entries: Sequence[Review]) -> tuple[Standing, ...]:
    """The claims that the program reads in a report, with the decisions among its entries of the ledger laid over them.

    Claims stay where they were; those that only a person holds to come last.
    """
    last = {entry.target: entry for entry in effective(entries) if of_claim(entry) and entry.salt}
    if not last:
        return tuple(Standing(claim, claim) for claim in claims)
    now = _now(claims, last)
    settled = {target: _standing(target, entry, now[target]) for target, entry in last.items()}
    placed = {claim.id: target for target, claim in now.items() if claim}
    here = [settled.pop(placed[claim.id]) if claim.id in placed else Standing(claim, claim) for claim in claims]
    return (*here, *settled.values())


def difference(before: Values, claim: Claim) -> Values:
    """The fields of a claim that are otherwise than they were, in written form."""
    return {name: value for name, value in _plain(claim).items() if name not in before or value != before[name]}


def _plain(claim: Claim) -> Values:
    return write(replace(claim, decided=None))


def _now(claims: Sequence[Claim], last: Mapping[str, Review]) -> dict[str, Claim | None]:
    """What the program reads now in the place of each decided claim: by its id, by the id that was read then, or the likest."""
    free = {claim.id: claim for claim in claims}
    found = {target: free.pop(target, None) for target in last}  # all of them first: no other may stand under a decided id
    for target, entry in last.items():
        found[target] = found[target] or free.pop((entry.read or {}).get("id", ""), None)
    for target, entry in last.items():
        old = entry.read or _final(entry)
        if found[target] is None and (likest := _likest(old, free.values(), alike=ALIKE if entry.read else 1.0)):
            found[target] = free.pop(likest.id)
    return found


def _final(entry: Review) -> Values:
    return {**(entry.before or {}), **(entry.after or {})}


def _likest(old: Values, free: Iterable[Claim], alike: float) -> Claim | None:
    near = [(_likeness(old, claim), claim) for claim in free if claim.kind == old["kind"] and _touches(old, claim)]
    likeness, likest = max(near, key=lambda pair: pair[0], default=(0.0, None))
    return likest if likeness >= alike else None


def _touches(old: Values, claim: Claim) -> bool:
    return any(one["start"] < other.end and other.start < one["end"] for one in old["evidence"] for other in claim.evidence)


def _likeness(old: Values, claim: Claim) -> float:
    """The share of the fields that either fills in which both say the same."""
    ours, theirs = old[old["kind"]], write(claim.content)
    filled = [name for name in theirs if theirs[name] not in (None, []) or ours.get(name) not in (None, [])]
    return sum(theirs[name] == ours.get(name) for name in filled) / len(filled) if filled else 1.0


def _standing(target: str, entry: Review, now: Claim | None) -> Standing:
    final, reading = _final(entry), None if now is None else _plain(now)
    # Where nothing was read, a person's word stands; it holds as long as the program does not come to read something else.
    holds = alike(entry.read, reading) if entry.read is not None else reading is None or alike(final, reading)
    if holds and entry.read is not None and reading is not None:
        final = _rebased(final, entry.read, reading)
    moot = now is None and final["status"] == "rejected"  # the program has come to agree
    mark = Decided(entry.id, entry.by, entry.at, entry.note, open=not (holds or moot))
    return Standing(replace(restore(Claim, {**final, "id": target}), decided=mark), now)


def alike(then: Any, now: Any) -> bool:
    """Whether two readings say the same, and what was unknown then may be known now."""
    if isinstance(then, dict) and isinstance(now, dict):
        if "basis" in then and then["start"] is None and then["end"] is None:
            return bool(then["text"] == now["text"])
        return all(alike(then.get(name), now.get(name)) for name in {*then, *now} - _passed(then))
    if isinstance(then, list) and isinstance(now, list):
        return len(then) == len(now) and all(map(alike, then, now))
    return bool(then == now)


def _passed(then: Values) -> frozenset[str]:
    """The fields of a claim, a place or a source whose change makes no other reading."""
    if "evidence" in then:
        return OWN
    if "precision" in then:
        return _SPOT if then["id"] else _SPOT | {"id", "name"}
    return frozenset({"start", "end"}) if "said_at" in then else frozenset()


def _rebased(final: Values, read: Values, now: Values) -> Values:
    """What was decided, on what is read now: fields that a person did not touch are as they are read."""
    kind = final["kind"]
    made = {name: final[name] if final[name] != read.get(name) else now.get(name, final[name]) for name in final}
    ours, then, theirs = final[kind], read.get(kind, {}), now.get(kind, {})
    return {**made, "status": final["status"],
            kind: {name: ours[name] if ours[name] != then.get(name) else theirs.get(name, ours[name]) for name in ours}}
