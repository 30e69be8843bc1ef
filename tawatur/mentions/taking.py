"""Names by what they do: "the Cantons turned down the plan" has a party called Cantons, though no word says what they are."""

from collections.abc import Iterator, Mapping, Sequence, Set

from tawatur.records import Mention, Party, Token

TAKES = frozenset({"stance", "talks", "retaliation"})
"""Classes of verbs and adjectives that only somebody who bargains has for his own."""
DONE = frozenset({"past", "third"})
"""Features of verbs that have their subject right before them."""
LINKING = frozenset({"have", "be", "future", "not", "can", "may", "must"})
"""Roles of words that stand between a name and what it does."""
KNOWN = frozenset({"actor", "person", "outlet", "place", "nationalities", "months", "weekdays", "titles", "definite", "people"})
"""Kinds of mentions that say already whom or what a capitalised word means."""
LONGEST = 3
"""Words that such a name may have behind its article."""
ARTICLE = "the"
FORCE = "armed_group"


def taking(text: str, tokens: Sequence[Token], first: int, mentions: Sequence[Mention],
           parties: Sequence[Party]) -> Iterator[tuple[int, int, str]]:
    """Where names stand that take a stance, and the kind of those who bear them: an article, capitalised words, their verb."""
    verbs = [m for m in mentions if (m.kind == "speech" or (m.kind == "terms" and m.attrs["class"] in TAKES)) and _finite(m)]
    if not verbs:
        return
    roles = {m.first: m.attrs["role"] for m in mentions if m.kind == "function" and not m.attrs.get("new")}
    known = {at for m in mentions if m.kind in KNOWN for at in range(m.first, m.last)}
    known |= {at for party in parties if party.how != "demonym" for at in range(party.first, party.last)}
    nouns = {m.first: m.attrs["kind"] for m in mentions if m.kind == "groups" and m.last - m.first == 1}
    for verb in verbs:
        end = _name_ends(roles, verb.first, first)
        begin = _begins(text, tokens, known, end, first)
        if begin < end and roles.get(begin - 1) == ARTICLE:
            if verb.kind == "speech" and nouns.get(end - 1) != FORCE:
                continue  # an observatory speaks, too
            kind = nouns.get(end - 1, FORCE)
            yield begin, end, kind if kind == FORCE else ""


def _finite(term: Mention) -> bool:
    return term.attrs.get("pos") == "adj" or (term.attrs.get("pos") == "verb" and bool(term.features & DONE))


def _name_ends(roles: Mapping[int, str], at: int, first: int) -> int:
    while at - 1 > first and roles.get(at - 1) in LINKING:
        at -= 1
    return at


def _begins(text: str, tokens: Sequence[Token], known: Set[int], end: int, first: int) -> int:
    """Where the capitalised words begin that end before a token; the token itself where none do."""
    at = end
    while at - 1 > first and end - at < LONGEST and at - 1 not in known and text[tokens[at - 1].start].isupper():
        at -= 1
    return at
