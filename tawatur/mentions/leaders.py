"""Those who lead, told by what they are where a sentence begins: "The exiled president refused"; resolution finds who it is."""

from collections.abc import Iterator, Sequence

from tawatur.records import LEADER, LEADS, Mention, Party, Sentence, Token
from tawatur.text import APOSTROPHES

DESCRIBED = 2
"""Words that may describe one who leads, between the article and the noun."""
AHEAD = 1
"""Tokens that may stand before the article: "but", or a mark."""
OWNED = frozenset({"of", "for", "in", "from"})
"""Roles of words behind the noun that say whose leader he is."""
SAYING = frozenset({"actor", "person", "definite", "nationalities", "place", "groups"})
"""Kinds of mentions that say by themselves who or what is meant."""


def leaders(text: str, tokens: Sequence[Token], sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Party]:
    """The parties that nouns for those who lead mean at the head of a sentence, behind an article and what describes them."""
    nouns = [m for m in mentions if m.kind == "voices" and m.attrs.get("serves") == LEADS and "plural" not in m.features]
    if not nouns:
        return
    roles = {m.first: m.attrs["role"] for m in mentions if m.kind == "function" and "role" in m.attrs}
    new = {m.first for m in mentions if m.kind == "pronouns" or m.attrs.get("new")}
    told = {at for m in mentions if m.kind in SAYING for at in range(m.first, m.last)}
    for m in nouns:
        first = m.first - 1
        while first > sentence.first and m.first - 1 - first < DESCRIBED and first not in told and first not in roles:
            first -= 1
        opens = sentence.first <= first <= sentence.first + AHEAD and roles.get(first) == "the" and first not in new
        if opens and not _whose(text, tokens, sentence, roles, m.last):
            start, end = tokens[first].start, m.end
            yield Party(start, end, first, m.last, text[start:end], "description", None, frozenset({LEADER}), (), m.rule)


def _whose(text: str, tokens: Sequence[Token], sentence: Sentence, roles: dict[int, str], behind: int) -> bool:
    """Whether it is told behind the noun whose leader he is or what he is called, or what he owns."""
    if behind >= sentence.last:
        return True
    return roles.get(behind) in OWNED or text[tokens[behind].start].isupper() or tokens[behind].form[:1] in APOSTROPHES
