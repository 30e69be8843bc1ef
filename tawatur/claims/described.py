"""Those who take part in a negotiation and are named by nothing but their part in it: "the garrison's negotiators"."""

from collections.abc import Mapping, Set

from tawatur.claims.clauses import TOLD
from tawatur.packs import Packs
from tawatur.records import Party, Reading
from tawatur.text import APOSTROPHES

SIDE = "side"
"""The class of nouns for those who bargain, command or decide."""
PAPER = "document"
"""The kind of voices that are papers."""
LONGEST = 4
"""Words that may describe them before their noun."""
ARTICLE = "the"
OF = frozenset({"of", "in", "for"})
"""Roles of words behind which stands whose head or from where somebody is."""
KIND = "kind:"
"""How a feature of a party begins that says of what kind it is."""


def described(reading: Reading, packs: Packs) -> dict[int, Party]:
    """The parties of a reading that only a noun of their part names, by the token of that noun; none where a name is in it."""
    heads = [m for m in reading.mentions if m.kind == "terms" and m.attrs["class"] == SIDE and not _titles(reading, m.last)]
    if not heads:
        return {}
    papers = {m.first for m in reading.mentions if m.kind == "voices" and m.attrs.get("kind") == PAPER}
    heads = [m for m in heads if m.last not in papers]  # "the council resolution" is no council
    begun = {m.first for m in heads}
    heads = [m for m in heads if m.last not in begun]  # "the garrison commander" is one
    before = packs.language(reading.document.language).grammar.get("possessor") == "before"
    roles = {m.first: m.attrs["role"] for m in reading.mentions if m.kind == "function" and "role" in m.attrs}
    verbs = {m.first for m in reading.mentions if m.kind in ("terms", "speech", "measures") and m.features & TOLD}
    taken = {at for party in reading.parties if party.how != "demonym" for at in range(party.first, party.last)}
    found: dict[int, Party] = {}
    for head in heads:
        first = _opens(reading, roles, verbs, head.first) if before else head.first
        last = _ends(reading, roles, head.last)
        if not taken & set(range(first, last)):
            start, end = reading.tokens[first].start, reading.tokens[last - 1].end
            text = reading.document.text[start:end]
            marks = frozenset({f"{KIND}{head.attrs['value']}"})
            found[head.first] = Party(start, end, first, last, text, "description", text, marks)
    return found


def _titles(reading: Reading, at: int) -> bool:
    """Whether a capitalised word follows a noun, which is a title of that name: "Brigadier Tarn"."""
    tokens = reading.tokens
    return at < len(tokens) and reading.document.text[tokens[at].start].isupper()


def _opens(reading: Reading, roles: Mapping[int, str], verbs: Set[int], at: int) -> int:
    """Where the phrase of a noun begins, its article left out."""
    first = at
    while at - first < LONGEST and first > 0 and _describes(reading, roles, verbs, first - 1):
        first -= 1
    return first if first > 0 and roles.get(first - 1) == ARTICLE else at


def _describes(reading: Reading, roles: Mapping[int, str], verbs: Set[int], at: int) -> bool:
    token = reading.tokens[at]
    if token.kind != "word" or at in roles or at in verbs:
        return token.form[:1] in APOSTROPHES and len(token.form) > 1
    return True


def _ends(reading: Reading, roles: Mapping[int, str], at: int) -> int:
    """Where it ends: with the names behind "of" or "in" that say whose or from where, or the one word behind "of the"."""
    text, tokens = reading.document.text, reading.tokens
    last = at + 1 if at < len(tokens) and roles.get(at) in OF else at
    last += last > at and roles.get(last) == ARTICLE
    behind = last
    while behind < len(tokens) and behind - last < LONGEST and text[tokens[behind].start].isupper():
        behind += 1
    bare = behind == last > at + 1 and roles.get(at) == "of" and last not in roles  # "the leaders of the town"
    behind += bare and last < len(tokens) and tokens[last].kind == "word"
    return behind if behind > last > at else at

