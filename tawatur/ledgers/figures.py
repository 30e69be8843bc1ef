"""The figures ledger: facts that count one population at one place, in the order of their days, parts behind their whole."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from tawatur.ledgers.voices import families
from tawatur.linking.amounts import stock
from tawatur.linking.atlas import Atlas, name
from tawatur.linking.kin import Kin
from tawatur.packs import Packs
from tawatur.reconcile import scopes
from tawatur.reconcile.agreement import agreement
from tawatur.reconcile.causes import Causes, causes
from tawatur.records import Claim, Clash, Document, Fact, Figure, Place, Series, Tally
from tawatur.records.day import as_of

PEOPLE = "people"
_ROLES = ("from", "at", "through", "to")
"""Whose place a figure is: those who left a town for a camp are the town's."""
_REAL = frozenset({"asserted", "possible"})
"""Only what is said to be so can stand against something else that is said to be so."""
Key = tuple[str, str, str, str, str, str]


def series(facts: Sequence[Fact], claims: Sequence[Claim], documents: Sequence[Document], packs: Packs) -> tuple[Series, ...]:
    """The series of a case, those with most reports first; the same facts in any order give the same ones."""
    told = {claim.id: claim for claim in claims}
    why = causes(claims, scopes(packs))
    maker = _Maker(Atlas(told.values()), packs, {document.id: document for document in documents}, why)
    figures = sorted((fact for fact in facts if fact.kind == "figure"), key=lambda fact: fact.id)
    tallies = {fact.id: maker.tally(fact, [told[id] for id in fact.claims]) for fact in figures}
    nested = _nested(tallies)
    held: dict[Key, list[Tally]] = {}
    for tally in nested.values():
        if tally.under is None:
            held.setdefault(maker.key(tally), []).append(tally)
    below = _below(nested)
    made = (maker.series(group, below) for group in held.values())
    return tuple(sorted(made, key=lambda one: (-_reports(one), one.measure, one.population, one.tallies[0].fact.id)))


class _Maker:
    """Makes tallies and series of one case."""

    def __init__(self, atlas: Atlas, packs: Packs, documents: Mapping[str, Document], why: Causes) -> None:
        self._atlas, self._packs, self._documents, self._why = atlas, packs, documents, why
        self._kin = Kin(packs)

    def tally(self, fact: Fact, claims: Sequence[Claim]) -> Tally:
        """A fact with its claims, the fullest first, and the outermost of the days that they give."""
        ordered = tuple(sorted(claims, key=lambda one: (-_fullness(one), one.id)))
        days = [found for claim in claims if (found := as_of(claim, self._documents.get(claim.document)))]
        heard = [one for claim in ordered for one in families(claim, self._packs.actors)]
        return Tally(fact, ordered, min((day[0] for day in days), default=None), max((day[1] for day in days), default=None),
                     family=max(heard, key=heard.count, default="outlet"))

    def key(self, tally: Tally) -> Key:
        """What the tallies of one series have in common."""
        figure, place = counted(tally), self.place(tally)
        return (figure.measure, population(figure), name(place) if place else "", figure.group or "", figure.nationality or "",
                tally.fact.episode or "")

    def place(self, tally: Tally) -> Place | None:
        """Where the counted people are, or come from: the place that most of the claims name."""
        for role in _ROLES:
            spots = [self._atlas.spot(place) for claim in tally.claims for place in claim.places if place.role == role]
            if spots:
                said = Counter(map(name, spots))
                return min(spots, key=lambda spot: (-said[name(spot)], name(spot)))
        return None

    def series(self, tallies: Sequence[Tally], below: Mapping[str, Sequence[Tally]]) -> Series:
        """The tallies of one key by their days, undated ones last, each with what stands under it."""
        ordered = sorted(tallies, key=lambda one: (one.start is None, one.start or "", one.end or "", one.fact.id))
        clashes = dict(self._clashes(ordered))
        flat = [shown for one in ordered for shown in _unfolded(replace(one, clashes=tuple(clashes.get(one.fact.id, ()))), below)]
        first = counted(ordered[0])
        return Series(first.measure, population(first), self.place(ordered[0]), first.group, first.nationality,
                      ordered[0].fact.episode, tuple(flat))

    def _clashes(self, tallies: Sequence[Tally]) -> Iterator[tuple[str, list[Clash]]]:
        """Facts that linking kept apart and that cannot hold side by side: only of what is there at one time can this be said."""
        found: dict[str, list[Clash]] = {}
        there = [one for one in tallies if stock(counted(one), self._kin) and one.claims[0].modality in _REAL]
        for left, right in combinations(there, 2):
            heads = left.claims[0], right.claims[0]
            stand = agreement(heads, (), self._documents, self._why)
            if stand.agreement in ("conflict", "undetermined"):
                found.setdefault(left.fact.id, []).append(Clash(right.fact.id, stand.agreement, stand.why))
                found.setdefault(right.fact.id, []).append(Clash(left.fact.id, stand.agreement, stand.why))
        yield from found.items()


def counted(tally: Tally) -> Figure:
    """The figure of a tally's fullest claim."""
    content = tally.claims[0].content
    assert isinstance(content, Figure)
    return content


def population(figure: Figure) -> str:
    """Whoever is counted; of what is no people, the unit."""
    if figure.unit in (None, PEOPLE):
        return figure.population or PEOPLE
    return figure.population or figure.unit or PEOPLE


def _nested(tallies: Mapping[str, Tally]) -> dict[str, Tally]:
    """The tallies with what they are a part of; of a circle, nothing is."""
    homes = {claim.id: tally.fact.id for tally in tallies.values() for claim in tally.claims}
    above: dict[str, tuple[str, str]] = {}
    for id, tally in tallies.items():
        if (whole := _whole(tally, homes)) and whole[0] != id:
            above[id] = whole
    for id in list(above):
        if _circular(id, above):
            del above[id]
    return {id: replace(tally, under=above[id][0], relation=above[id][1]) if id in above else tally
            for id, tally in tallies.items()}


def _whole(tally: Tally, homes: Mapping[str, str]) -> tuple[str, str] | None:
    """The fact that a tally stands under, and how: what most of its claims say of it."""
    named = [(homes[other], relation) for claim in tally.claims if isinstance(claim.content, Figure)
             for other, relation in ((claim.content.part_of, "part_of"), (claim.content.same_people_as, "same_people"))
             if other and other in homes]
    return max(sorted(named), key=named.count, default=None)


def _circular(id: str, above: Mapping[str, tuple[str, str]]) -> bool:
    met = {id}
    while id in above:
        id = above[id][0]
        if id in met:
            return True
        met.add(id)
    return False


def _below(tallies: Mapping[str, Tally]) -> dict[str, list[Tally]]:
    held: dict[str, list[Tally]] = {}
    for tally in tallies.values():
        if tally.under is not None:
            held.setdefault(tally.under, []).append(tally)
    return held


def _unfolded(tally: Tally, below: Mapping[str, Sequence[Tally]]) -> Iterator[Tally]:
    """A tally and all that stands under it, the greatest first."""
    yield tally
    for part in sorted(below.get(tally.fact.id, ()), key=lambda one: (-_size(counted(one)), one.fact.id)):
        yield from _unfolded(part, below)


def _size(figure: Figure) -> float:
    return next((number for number in (figure.value, figure.high, figure.low) if number is not None), 0.0)


def _fullness(claim: Claim) -> int:
    content = claim.content
    values = (getattr(content, field) for field in content.__dataclass_fields__)
    return sum(1 for value in values if value not in (None, ())) + len(claim.places) + (claim.time is not None)


def _reports(one: Series) -> int:
    return len({claim.document for tally in one.tallies for claim in tally.claims})
