"""Who does not do what a verb tells, but is told to have suffered it; and the adjectives between somebody and his verb."""

from collections.abc import Iterator

from tawatur.claims.syntax import Syntax
from tawatur.records import Mention, Party
from tawatur.text import APOSTROPHES

NOUNS = frozenset({"terms", "counted", "voices"})
"""Kinds of mentions that are nouns, and no adjective of the one before them."""

BETWEEN = 4
"""Tokens from an owner to his foes: its paramilitary foes."""


def befallen(syntax: Syntax, verb: Mention, party: Party) -> bool:
    """Whether a nation's adjective only tells of those whom a verb befalls: "300 Karvan soldiers were killed"."""
    if party.how != "demonym" or not syntax.has("unvowelled_passive"):
        return False
    counts = any(m.kind == "measures" and m.attrs["counts"] == "object" for m in syntax.mentions_in(verb.first, verb.first + 1))
    return counts and any(quantity.first < party.first and party.last <= quantity.last for quantity in syntax.quantities_in(
        syntax.sentence.first, syntax.sentence.last))


def owns_foes(syntax: Syntax, party: Party, verb: Mention) -> bool:
    """Whether a party only says whose foes a verb tells of: "the army agreed to a pause that its rivals rejected"."""
    if not syntax.has("free_article") or party.last > verb.first:
        return False
    foes = [term.first for term in syntax.of_class("foe") if party.last <= term.first < verb.first]
    behind = syntax.reading.tokens[min(party.last, syntax.sentence.last - 1)].form
    owned = party.how == "pronoun" or behind[:1] in APOSTROPHES
    return bool(foes) and owned and foes[0] - party.last <= BETWEEN


def adjectives(syntax: Syntax, first: int, last: int) -> Iterator[int]:
    """The definite words right behind a party that may be its adjectives: "the group the-putschist | refused"."""
    article = str(syntax.language.grammar.get("article", ""))
    for at in range(first, last if syntax.has("agreeing_modifier") else first):
        nouns = (m for m in syntax.mentions_in(at, at + 1) if m.kind in NOUNS and m.attrs.get("pos") != "adj")
        if not syntax.reading.tokens[at].form.startswith(article) or any(nouns):
            return
        yield at
