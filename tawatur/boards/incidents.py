"""Incidents: one strike or killing a row, across reports, in the form in which casualty recorders keep them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from itertools import pairwise

from tawatur.boards.charges import TOLD, accusing, beside, charges
from tawatur.boards.ground import Ground
from tawatur.records import Claim, Event, Figure, Incident, Place, Time, Toll

HARMS = ("killed", "injured")
BEFORE = frozenset({"planned", "conditional"})
NEAR = 240
"""Characters between the words of two claims of one report that may still tell one attack."""
SAME = 900
"""The same where both name one way of killing, and the later names no place or day of its own: "the raid"."""
LONGEST = 3
"""Days from which on a count is a toll of many attacks, not of one."""
TELLING = 2
UNKNOWN = "unknown"
APART = frozenset({"women", "children"})
"""Groups that are told apart from their whole."""


@dataclass(eq=False)
class _Found:
    """An incident so far: the only thing here that changes while the room works."""

    claims: list[Claim] = field(default_factory=list)
    spots: set[str] = field(default_factory=set)
    days: set[tuple[str, str]] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    """Times that nobody has resolved: within a report other words mean another day."""


def incidents(ground: Ground) -> tuple[Incident, ...]:
    """The incidents of a case, by day; those without a day come last. Tolls of many days are in none."""
    told: dict[str, list[Claim]] = {}
    accused: dict[str, list[Claim]] = {}
    for claim in ground.claims.values():
        if _hit(claim):
            told.setdefault(claim.document, []).append(claim)
        elif accusing(claim):
            accused.setdefault(claim.document, []).append(claim)
    found = [one for document in sorted(told) for one in _within(ground, told[document])]
    whole = _across(ground, found)
    for one in whole:
        reports = sorted({claim.document for claim in one.claims})
        one.claims += [claim for report in reports for claim in accused.get(report, ()) if beside(claim, one.claims)]
    made = (_incident(ground, one) for one in whole)
    return tuple(sorted(made, key=lambda one: (one.start or "9999", one.end or "9999", -one.reports, one.id)))


def told_apart(one: Incident) -> bool:
    """Whether enough is told of an incident to know it from another: two of where, when, and whom it hurt or who denies it."""
    denied = any(charge.deniers for charge in one.charges)
    return sum(map(bool, (one.places, one.start or one.when, one.tolls or denied))) >= TELLING


def _hit(claim: Claim) -> bool:
    """Whether a claim tells of one attack and whom it hurt."""
    if claim.modality in BEFORE:
        return False
    match claim.content:
        case Event() as said:
            return said.event == "ASSAULT"
        case Figure() as said:
            return said.measure in HARMS and said.since is None and not _long(said.as_of) and not _long(claim.time)
    return False


def _long(time: Time | None) -> bool:
    """Whether a time is of more days than one attack takes."""
    if time is None or not time.start or not time.end:
        return False
    return (date.fromisoformat(time.end[:10]) - date.fromisoformat(time.start[:10])).days >= LONGEST


def _within(ground: Ground, claims: Sequence[Claim]) -> list[_Found]:
    """The incidents of one report: claims whose words stand near, unless places or days part them."""
    found: list[_Found] = []
    ordered = sorted(claims, key=lambda claim: (claim.evidence[0].start, claim.id))
    for at, claim in enumerate(ordered):
        gap = claim.evidence[0].start - ordered[at - 1].evidence[-1].end if at else SAME + 1
        one = _of(ground, claim)
        if found and gap <= (SAME if _again(found[-1], one) else NEAR) and not (
                _parted(found[-1], one) or (one.words and found[-1].words and not one.words & found[-1].words)):
            _join(found[-1], one)
        else:
            found.append(one)
    return [one for one in found if any(_attack(claim) for claim in one.claims)]


def _attack(claim: Claim) -> bool:
    """Whether a claim tells of an attack by itself: the wounded who wait for a way out are none."""
    content = claim.content
    return not isinstance(content, Figure) or content.measure != HARMS[-1] or _day(claim) is not None


def _again(before: _Found, after: _Found) -> bool:
    return bool(before.modes & after.modes) and not after.spots and not after.days


def _of(ground: Ground, claim: Claim) -> _Found:
    day = _day(claim)
    mode = claim.content.mode if isinstance(claim.content, Event) else None
    words = {claim.time.text.casefold()} if claim.time and claim.time.text and not claim.time.start else set()
    return _Found([claim], set(ground.spots(claim)), {day} if day else set(), {mode} if mode else set(), words)


def _day(claim: Claim) -> tuple[str, str] | None:
    own = claim.content.as_of if isinstance(claim.content, Figure) else None
    for time in (claim.time, own):
        if time and time.start and not _long(time):
            return time.start, time.end or time.start
    return None


def _parted(left: _Found, right: _Found) -> bool:
    """Whether two incidents cannot be one: other places, other days, or another way of killing."""
    return bool((left.spots and right.spots and not left.spots & right.spots)
                or (left.days and right.days and not _meet(left, right))
                or (left.modes and right.modes and not left.modes & right.modes))


def _meet(left: _Found, right: _Found) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in left.days for b in right.days)


def _join(host: _Found, guest: _Found) -> None:
    host.claims += guest.claims
    host.spots |= guest.spots
    host.days |= guest.days
    host.modes |= guest.modes
    host.words |= guest.words


def _across(ground: Ground, found: Sequence[_Found]) -> list[_Found]:
    """The incidents of all reports: those tied by a fact, or at one spot on one day, are one."""
    keys: dict[str, list[_Found]] = {}
    facts = {id: fact.id for fact in ground.facts for id in fact.claims}
    for one in found:
        marks = {facts[claim.id] for claim in one.claims if claim.id in facts}
        marks |= {f"{spot} {day[0]}" for spot in one.spots for day in one.days}
        denied = (claim for claim in one.claims if claim.modality == "denied")  # who denies it to several denies one thing
        marks |= {f"{name} {day[0]}" for claim in denied for name in ground.count([claim]).names for day in one.days}
        for mark in sorted(marks):
            keys.setdefault(mark, []).append(one)
    heads = {id(one): one for one in found}

    def head(one: _Found) -> _Found:
        while heads[id(one)] is not one:
            one = heads[id(one)]
        return one

    for mark in sorted(keys):
        for left, right in pairwise(keys[mark]):
            host, guest = head(left), head(right)
            if host is not guest and not _parted(host, guest):
                _join(host, guest)
                heads[id(guest)] = host
    return [one for one in found if head(one) is one]


def _incident(ground: Ground, found: _Found) -> Incident:
    claims = sorted(found.claims, key=ground.fullest)
    ids = tuple(claim.id for claim in claims)
    groups = {row["population"]: row["group"] for row in ground.tables.get("casualties", ())}
    roots = ground.count(claims)
    events = [(claim, claim.content) for claim in claims if isinstance(claim.content, Event) and claim.modality in TOLD]
    times = [time for claim in claims if (time := claim.time) and time.text and not time.start]
    return Incident(
        id=sha256(" ".join(("incident", *sorted(ids))).encode()).hexdigest()[:16],
        start=min((day[0] for day in found.days), default=None), end=max((day[1] for day in found.days), default=None),
        when=tuple(dict.fromkeys(time.text for time in times)), places=_places(claims), tolls=tuple(_tolls(claims, groups)),
        modes=ground.tellings((said.mode, claim) for claim, said in events),
        weapons=ground.tellings((said.weapon, claim) for claim, said in events),
        charges=charges(ground, claims), roots=roots.names, independent=roots.independent,
        reports=len({claim.document for claim in claims}), claims=ids)


def _places(claims: Sequence[Claim]) -> tuple[Place, ...]:
    """Where it was, the most exact first; without the ends of ways."""
    held = {place.id or place.name: place for claim in claims for place in claim.places if place.role == "at"}
    return tuple(sorted(held.values(), key=lambda place: (place.precision or 9, place.name)))


def _tolls(claims: Sequence[Claim], groups: Mapping[str, str]) -> Iterator[Toll]:
    """From the least to the most that any source says, by harm and group; other parts are left to their whole."""
    held: dict[tuple[str, str], list[tuple[Claim, Figure]]] = {}
    for claim in claims:
        if isinstance(said := claim.content, Figure) and claim.modality in TOLD:
            group = groups.get(said.population or "", UNKNOWN)
            if group in APART or said.part_of is None:
                held.setdefault((said.measure, group), []).append((claim, said))
    order = (*dict.fromkeys(groups.values()), UNKNOWN)
    for (harm, group), told in sorted(held.items(), key=lambda one: (HARMS.index(one[0][0]), order.index(one[0][1]))):
        lows = [low for _, said in told if (low := said.low if said.low is not None else said.value) is not None]
        highs = [said.value if said.bound == "about" else said.high for _, said in told]
        known = [high for high in highs if high is not None]
        yield Toll(harm, group, min(lows, default=None), max(known) if len(known) == len(highs) else None,
                   tuple(claim.id for claim, _ in told))
