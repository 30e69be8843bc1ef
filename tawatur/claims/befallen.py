"""Who does not do what a verb tells, but is told to have suffered it."""

from tawatur.claims.syntax import Syntax
from tawatur.records import Mention, Party


def befallen(syntax: Syntax, verb: Mention, party: Party) -> bool:
    """Whether a nation's adjective only tells of those whom a verb befalls: "300 Karvan soldiers were killed"."""
    counts = any(m.first == verb.first and m.attrs["counts"] == "object" for m in syntax.of_kind("measures"))
    return counts and party.how == "demonym" and syntax.has("unvowelled_passive") and any(
        quantity.first < party.first and party.last <= quantity.last for quantity in syntax.reading.quantities)
