"""The claim that a copied claim repeats: reports that are one text have one source, however much of it each copy kept or lost."""

from collections.abc import Iterator, Mapping, Sequence

from tawatur.linking.families import Families
from tawatur.records import Claim, Document, Figure, Position, Talks

Key = tuple[object, ...]


class Originals:
    """Finds, for a claim of a copy, the claim of its family's elder report that says the same."""

    def __init__(self, claims: Sequence[Claim], documents: Mapping[str, Document], families: Families) -> None:
        self._families, self._documents = families, documents
        self._said: dict[tuple[str, Key], list[Claim]] = {}
        for claim in claims:
            if key := _key(claim):
                self._said.setdefault((claim.document, key), []).append(claim)

    def translated(self) -> Iterator[tuple[Claim, Claim]]:
        """Claims that say one thing in the reports of a family in two languages, each the only one there to say it."""
        for (document, key), said in self._said.items():
            for other in self._families.members(document):
                theirs = self._said.get((other, key), [])
                if document < other and len(said) == len(theirs) == 1 and self._language(document) != self._language(other):
                    yield said[0], theirs[0]

    def _language(self, document: str) -> str | None:
        return self._documents[document].language if document in self._documents else None

    def of(self, claim: Claim) -> Claim:
        """The claim itself where its report copies nobody, or nobody of its family says the same."""
        members = self._families.members(claim.document)
        key = _key(claim)
        if key is None or len(members) == 1 or not any(self._families.behind(claim)):
            return claim
        reports = sorted((self._documents[member] for member in members if member in self._documents), key=self._families.age)
        told = [(report, self._said.get((report.id, key), [])) for report in reports]
        elder = next((report for report, said in told if said), None)
        said = [one for report, held in told for one in held if elder and report.language == elder.language]
        first = elder.id if elder else ""
        best = max(said, key=lambda one: (_named(one), _tellers(one) == _tellers(claim), one.document == first), default=claim)
        return claim if claim in said and _named(claim) == _named(best) else best


def _key(claim: Claim) -> Key | None:
    """What a claim says that a translation keeps; names of parties may be written in another script."""
    match claim.content:
        case Figure() as said if said.value is not None or said.low is not None:
            return claim.kind, claim.modality, said.measure, said.value, said.low, said.unit
        case Position() as said:
            return claim.kind, claim.modality, said.stance, said.issue
        case Talks() as said:
            return claim.kind, claim.modality, said.status
        case _:
            return None


def _named(claim: Claim) -> bool:
    """Whether somebody with a name stands at the end of a chain."""
    return any(chain[-1].kind in ("person", "organisation") for chain in claim.chains if chain)


def _tellers(claim: Claim) -> frozenset[str]:
    """The names at the ends of a claim's chains."""
    return frozenset(chain[-1].name for chain in claim.chains if chain)
