"""Lists of parties: "Alpha, Beta and Gamma", in one order whichever of them is found first."""

from collections.abc import Iterator

from tawatur.claims.syntax import Syntax
from tawatur.records import Party


def members(syntax: Syntax, party: Party) -> Iterator[Party]:
    """The other parties of the list that one stands in: those before it, then those behind it."""
    before = syntax.listed(party)
    while before is not None:
        yield before
        before = syntax.listed(before)
    yield from behind(syntax, party)


def behind(syntax: Syntax, party: Party) -> Iterator[Party]:
    """The parties of a list behind one of it, as they stand."""
    last = party
    for other in syntax.parties:
        if other.first >= last.last and syntax.listed(other) is last:
            yield other
            last = other
