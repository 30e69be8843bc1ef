"""Which readings of words count: none within a name that no pack has, no verb of a measure behind "by"."""

from collections.abc import Sequence

from tawatur.records import Mention, Party

BARE, OTHER = frozenset({"base", "third"}), frozenset({"ing", "past", "participle", "noun"})
"""Features of a verb's form that a noun may have as well, and those that no such noun has."""


def titled(parties: Sequence[Party]) -> frozenset[int]:
    """The tokens of capitalised words within names that no pack has: the Free Coast League frees nobody."""
    strange = ((party.first, party.text.split()) for party in parties
               if party.how == "unknown" and party.last - party.first == len(party.text.split()) > 1)
    return frozenset(first + at for first, words in strange for at, word in enumerate(words) if word[0].isupper())


def noun(m: Mention, governed: bool) -> bool:
    """Whether what is written like a verb of a measure stands behind a preposition, and so is a noun: by forces, on board."""
    if m.kind != "measures" or m.attrs.get("pos") != "verb":
        return False
    return bool(m.features & BARE) and not m.features & OTHER and governed
