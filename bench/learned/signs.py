"""What the rooms say of each token of a sentence, as features: never a name, so that no war is learned."""

from collections.abc import Iterator, Sequence

from tawatur.claims.syntax import Syntax
from tawatur.records import Mention

SHOWN = frozenset({
    "past", "present", "third", "base", "participle", "passive", "active", "ing", "noun", "definite", "plural", "first",
    "by", "to", "and", "its", "their", "future",
})
"""Inflections and clitics that may tell something."""
NAMES = frozenset({"actor", "person", "outlet", "place"})
HEAD, TAIL = 4, 3
"""How many letters of a word's beginning and end stand for its root and its form."""


def signs(syntax: Syntax) -> list[list[str]]:
    """The features of each token of a sentence, by its place in the sentence."""
    tokens = syntax.reading.tokens[syntax.sentence.first:syntax.sentence.last]
    found: list[list[str]] = [[] for _ in tokens]
    named: set[int] = set()
    for mention in syntax.mentions:
        for at in range(mention.first, min(mention.last, syntax.sentence.last)):
            found[at - syntax.sentence.first] += _of(mention, at == mention.first)
            if mention.kind in NAMES:
                named.add(at - syntax.sentence.first)
    for party in (*syntax.parties, *syntax.demonyms):
        for at in range(party.first, min(party.last, syntax.sentence.last)):
            found[at - syntax.sentence.first].append(f"p={party.how}")
            if party.how != "pronoun":
                named.add(at - syntax.sentence.first)
    for place in syntax.localities_in(syntax.sentence.first, syntax.sentence.last):
        for at in range(place.first, min(place.last, syntax.sentence.last)):
            found[at - syntax.sentence.first].append("k=locality")
            named.add(at - syntax.sentence.first)
    for at, token in enumerate(tokens):
        if token.kind == "number":
            found[at].append("number")
        elif at not in named:
            found[at].append(f"w={token.form}")
            if len(token.form) > HEAD:
                found[at] += [f"x={token.form[:HEAD]}", f"y={token.form[-TAIL:]}"]
        if syntax.reading.document.text[token.start].isupper():
            found[at].append("capital")
    return [list(dict.fromkeys(one)) for one in found]


def _of(mention: Mention, first: bool) -> Iterator[str]:
    attrs = mention.attrs
    if mention.kind == "terms":
        yield f"t={attrs['class']}"
        yield f"t={attrs['class']}:{attrs.get('value', '')}"
        if first:
            yield from (f"f={feature}" for feature in sorted(mention.features & SHOWN))
            yield f"pos={attrs.get('pos', '')}"
    elif mention.kind == "function":
        yield f"r={attrs.get('role', '')}"
    elif mention.kind == "speech":
        yield f"s={attrs.get('act', '')}"
        if first:
            yield from (f"f={feature}" for feature in sorted(mention.features & SHOWN))
    else:
        yield f"k={mention.kind}"


def coarse(features: Sequence[str]) -> list[str]:
    """The features of a token that do not hang on its letters."""
    return [feature for feature in features if feature[:2] in ("t=", "r=", "s=", "p=", "k=")]
