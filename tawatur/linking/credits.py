"""Whose copy a report says it is: its agency, by its chains or by a credit in brackets to an outlet of the case."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tawatur.linking.descents import Registry
from tawatur.records import Claim, Document

_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
_NEAR = 120
"""Characters from a report's beginning or end in which a credit stands: after the dateline, or as the last words."""


def credits(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], registry: Registry) -> dict[str, str]:
    """The agency of each report that has one: its own outlet, the credit that is a node in all its chains, or one in brackets."""
    outlets = {registry.outlet(document).key: document.outlet.name for document in documents if document.outlet}
    found: dict[str, str] = {}
    for document in documents:
        if document.outlet and document.outlet.kind == "agency":
            found[document.id] = document.outlet.name
        elif agency := _chained(claims.get(document.id, ())) or next(_bracketed(document, outlets, registry), None):
            found[document.id] = agency
    return found


def _chained(claims: Sequence[Claim]) -> str | None:
    chains = [chain for claim in claims for chain in claim.chains]
    seconds = {chain[1].name if len(chain) > 1 and chain[1].kind == "agency" else "" for chain in chains}
    return seconds.pop() or None if len(seconds) == 1 else None


def _bracketed(document: Document, outlets: Mapping[str, str], registry: Registry) -> Iterator[str]:
    """Outlets of the case in brackets where credits stand; an agency's credit to itself is none but says that it is one."""
    text = document.text
    for match in _BRACKETS.finditer(text):
        if match.end() <= _NEAR or match.start() >= len(text) - _NEAR:
            key = registry.named(match[1].strip()).key
            if key in outlets:
                yield outlets[key]
