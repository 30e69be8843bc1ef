"""Reports that copy one another, as families: whom each of their claims was taken from."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from tawatur.records import Claim, Document, Link, Node, Span

WIRED = {"reprint": "agency_copy", "excerpt": "agency_copy", "translation": "translated_agency_copy"}
"""What a copy is called where an agency stands behind it."""
WHOLE = frozenset({"reprint", "excerpt", "updated_version", "agency_copy", "translation", "translated_agency_copy"})
"""Labels under which one report is another; a shared passage makes no family of the rest."""


class Families:
    """Made of the links between reports. The elder of a family is its agency, else its oldest report, else its first by name."""

    def __init__(self, documents: Sequence[Document], links: Sequence[Link], agencies: Mapping[str, str],
                 outlet: Callable[[Document], Node], named: Callable[[str], Node]) -> None:
        self._documents = {document.id: document for document in documents}
        self._agencies, self._outlet, self._named = agencies, outlet, named
        self._wires = {named(agency).key for agency in agencies.values()}
        self._links: dict[str, list[Link]] = {}
        for link in links:
            self._links.setdefault(link.left, []).append(link)
            self._links.setdefault(link.right, []).append(link)
        self._heads = _united([link for link in links if link.label in WHOLE])
        self._members: dict[str, list[str]] = {}
        for member, head in self._heads.items():
            self._members.setdefault(head, []).append(member)

    def members(self, document: str) -> tuple[str, ...]:
        """The reports of a family, the report itself among them."""
        return tuple(sorted(self._members.get(self._heads.get(document, document), [document])))

    def pairs(self, apart: Set[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Reports that are one text, and so of one episode, two by two; none of those whom a person parted."""
        held = [members for members in self._members.values() if not any(set(pair) <= set(members) for pair in apart)]
        return frozenset((members[0], other) for members in map(sorted, held) for other in members[1:])

    def behind(self, claim: Claim) -> Iterator[Node]:
        """From whom a claim's passage was taken, by a node for its own report's sake left out where it is the same."""
        links = [link for link in self._links.get(claim.document, ()) if _holds(link, claim)]
        if any(link.label in WHOLE for link in links):
            yield self._elder(self.members(claim.document))
        elif links:
            yield self._elder(sorted({claim.document, *(_other(link, claim.document) for link in links)}))

    def _elder(self, members: Sequence[str]) -> Node:
        """The one whose text it was, as far as can be told."""
        credited = sorted({self._agencies[member] for member in members if member in self._agencies})
        if credited:
            return self._named(credited[0])
        known = [self._documents[member] for member in members if member in self._documents]
        return self._outlet(min(known, key=self.age))

    def age(self, document: Document) -> tuple[bool, str, bool, str, str]:
        """The order in which reports of a family may be the one that the others took: an agency's own, then by day."""
        return self._outlet(document).key not in self._wires, _day(document), document.outlet is None, document.name, document.id


def relabelled(links: Sequence[Link], agencies: Mapping[str, str]) -> tuple[Link, ...]:
    """The links with agency copies called so wherever any report of their family names the agency."""
    whole = [link for link in links if link.label in WHOLE]
    heads = _united(whole)
    wired = {heads[document] for document in agencies if document in heads}
    return tuple(replace(link, label=WIRED.get(link.label or "", link.label)) if heads.get(link.left) in wired else link
                 for link in links)


def _day(document: Document) -> str:
    return (document.published.start if document.published else None) or "9999"


def _other(link: Link, document: str) -> str:
    return link.right if link.left == document else link.left


def _holds(link: Link, claim: Claim) -> bool:
    """Whether a claim stands in a passage that its report shares; a translation shares all."""
    if not link.passages:
        return True
    mine = [reuse.left if link.left == claim.document else reuse.right for reuse in link.passages]
    return any(span.overlaps(Span(one.start, one.end)) for span in mine for one in claim.evidence)


def _united(links: Sequence[Link]) -> dict[str, str]:
    """Each report with the head of its family."""
    heads: dict[str, str] = {}

    def head(of: str) -> str:
        while heads.setdefault(of, of) != of:
            of = heads[of]
        return of

    for link in links:
        left, right = head(link.left), head(link.right)
        heads[max(left, right)] = min(left, right)
    return {one: head(one) for one in list(heads)}
