"""Who does not do what a verb tells, but is told to have suffered it."""

from tawatur.claims.syntax import Syntax
from tawatur.records import Mention, Party


def befallen(syntax: Syntax, verb: Mention, party: Party) -> bool:
    """Whether a nation's adjective only tells of those whom a verb befalls: "300 Karvan soldiers were killed"."""
    if party.how != "demonym" or not syntax.has("unvowelled_passive"):
        return False
    counts = any(m.kind == "measures" and m.attrs["counts"] == "object" for m in syntax.mentions_in(verb.first, verb.first + 1))
    return counts and any(quantity.first < party.first and party.last <= quantity.last for quantity in syntax.quantities_in(
        syntax.sentence.first, syntax.sentence.last))
