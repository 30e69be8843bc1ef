"""Which outlet a report is from, as its own words give it away."""

from tawatur.documents.outlets import outlets
from tawatur.packs import Packs
from tawatur.records import Block, Outlet


def outlet_of(text: str, blocks: tuple[Block, ...], packs: Packs, tail: str | None = None) -> Outlet | None:
    """The outlet that the text speaks for most clearly; None where none stands out."""
    names = outlets(packs)
    if tail and (known := names.known(tail)):
        return known
    return None
