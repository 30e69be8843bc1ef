"""Near copies across languages: two reports that give the same numbers, places, parties and sources, and little else."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tawatur.linking.atlas import Atlas, name
from tawatur.linking.copies import first
from tawatur.linking.descents import Registry
from tawatur.linking.fingerprints import Print
from tawatur.linking.sides import parties
from tawatur.linking.weights import Numbers
from tawatur.records import Claim, Document, Figure, Link, Reason

Signs = frozenset[tuple[str, str]]
YEARS = range(1900, 2101)
PRINTED = 2
"""Days within which an agency's report is printed by others."""


def translations(documents: Sequence[Document], said: Mapping[str, Signs], registry: Registry, agencies: Mapping[str, str],
                 bars: Numbers) -> Iterator[Link]:
    """Links between reports in two languages; those are compared that share a telling number, a speaker or an agency's day."""
    postings: dict[tuple[str, str], list[int]] = {}
    told: list[Signs] = []
    wires: list[str] = []
    for at, document in enumerate(documents):
        wires.append(registry.named(agencies[document.id]).key if document.id in agencies else registry.outlet(document).key)
        mine = said[document.id] - {("source", wires[at])}
        told.append(mine)
        telling = sorted(sign for sign in mine if sign[0] in ("number", "source"))
        dated = [("wire", f"{wires[at]} {day}") for day in _days(document)]
        shared = (other for sign in (*telling, *dated) for other in postings.get(sign, ()))
        met = Counter(other for other in shared if documents[other].language != document.language)
        for other, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))[: int(bars["candidates"])]:
            wired = wires[at] == wires[other] and any(one.id in agencies for one in (document, documents[other]))
            wired = wired and _at_once(documents[other], document)
            if link := _link(documents[other], document, told[other], mine, bars, wired):
                yield link
        for sign in (*telling, *dated[:1]):
            held = postings.setdefault(sign, [])
            if len(held) < bars["postings"]:
                held.append(at)


def signs(claims: Sequence[Claim], printed: Sequence[Print], atlas: Atlas, registry: Registry) -> Signs:
    """What a report says that needs no language."""
    found = {sign for one in printed for digits in one.numbers for sign in _number(digits)}
    for claim in claims:
        found |= {("party", party) for party in parties(claim.content)}
        found |= {("place", name(atlas.spot(place))) for place in claim.places if place.id}
        if isinstance(claim.content, Figure) and claim.content.value:
            found |= set(_number(f"{claim.content.value:.0f}"))
        for chain in claim.chains:
            for source in chain[1:]:
                key = registry.named(source.name, source.kind == "person").key
                if source.kind == "person" or (source.kind in ("organisation", "agency") and key.startswith("name:")):
                    found.add(("source", key))
    return frozenset(found)


def _number(digits: str) -> Iterator[tuple[str, str]]:
    """A number as a sign; years and single digits are none."""
    if len(digits) > 1 and int(digits) not in YEARS:
        yield ("number" if len(digits) > 2 and int(digits) % 1000 else "small"), digits


def _days(document: Document) -> list[int]:
    """The day that a report is of, then those around it on which its agency's words may be printed elsewhere."""
    try:
        day = date.fromisoformat((document.published.start if document.published else None) or "").toordinal()
    except ValueError:
        return []
    return [day, *(day + step for step in range(-PRINTED, PRINTED + 1) if step)]


def _at_once(left: Document, right: Document) -> bool:
    """Whether two reports may be of one agency's one day: an agency that is read again a week later tells another thing."""
    ours, theirs = _days(left), _days(right)
    return not ours or not theirs or ours[0] in theirs


def _link(left: Document, right: Document, ours: Signs, theirs: Signs, bars: Numbers, wired: bool) -> Link | None:
    """A translation, if enough is shared; of two reports with one agency's name on them, less is enough."""
    both = ours & theirs
    weight = _weight(both, bars)
    share = weight / max(1.0, min(_weight(ours, bars), _weight(theirs, bars)))
    numbers = sum(1 for sign, _ in both if sign == "number")
    plain = share >= bars["translated"] and weight >= bars["telling"] and numbers >= bars["numbers"]
    if not plain and not (wired and share >= bars["wired"] and weight >= bars["wired_telling"]):
        return None
    reasons = [Reason(f"shared_{kind}", bars[kind], value, value) for kind, value in sorted(both)]
    return Link(left.id, right.id, "repeats", tuple(reasons), "translation", first(left, right))


def _weight(signs: Signs, bars: Numbers) -> float:
    return sum(bars[kind] for kind, _ in signs)
