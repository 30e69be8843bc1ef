"""One pass of a sentence over the lexicon: every row of the packs that stands in it."""

from collections.abc import Sequence
from dataclasses import replace

from tawatur.packs import Hit, Lexicon
from tawatur.records import Mention, Sentence, Token

PHRASES, TERMS = "function", "terms"
"""A function word of several words swallows a term that one of them would be alone ("for the sake of", which is no delay)."""
NAMES = frozenset({"actor", "outlet", "person"})
"""A name swallows what stands inside it: no place is meant by the second word of a group's name."""
DESCRIBING = frozenset({"voices", "groups", "newcomers"})
"""Nouns inside a mere description of somebody that say what he is."""
INNER = "inner"
"""A column of rows that swallow nothing of their kind: "reach an agreement" is an event, and tells of a deal that was reached."""
PRESENT = "present"
"""A feature of verbs; and the column of function words that holds what they are before such a verb."""
NAMED = "named"
"""A column of rows that say what they say within a longer name as well."""
COUNTING = frozenset({"counted", "nationalities"})
"""Nouns that a number before them counts, whatever name they help to make: 50 Palestinian prisoners."""

NOWHERE = (-1, -1)
"""The tokens of a kind that has not stood yet."""


def scan(text: str, tokens: Sequence[Token], sentence: Sentence, lexicon: Lexicon) -> list[Mention]:
    """The mentions in a sentence, by start; of each kind the longest at each start, and nothing inside a longer name."""
    found: list[Mention] = []
    parted = False
    for at in range(sentence.first, sentence.last):
        if tokens[at].kind != "punctuation":
            hits = lexicon.match(tokens, at, sentence.last, text)
            if hits:
                parted = _note(found, hits, tokens, at) or parted
    if parted:  # else they are by start, the longest first: as the lexicon gives them
        found.sort(key=lambda mention: (mention.first, -mention.last))
    return _settled(_outermost(found))


def _settled(found: list[Mention]) -> list[Mention]:
    """Function words that are another thing before a verb in the present: the particle that marks what is done hedges there."""
    if not any(m.kind == PHRASES and m.attrs.get(PRESENT) for m in found):
        return found
    present = {m.first for m in found if PRESENT in m.features and "past" not in m.features}
    denied = {m.first for m in found if m.attrs.get("role") == "not" and m.last in present}
    return [replace(m, attrs={**m.attrs, "role": role}) if m.kind == PHRASES and (role := m.attrs.get(PRESENT))
            and m.last in present | denied else m for m in found]


def _note(found: list[Mention], hits: list[Hit], tokens: Sequence[Token], at: int) -> bool:
    """Note of each kind the longest, and what swallows nothing; tells whether any stands in two parts."""
    seen: dict[str, int] = {}
    start, alike, parted = tokens[at].start, hits[0].length == hits[-1].length, False
    for hit in hits:
        clitics, length, head = hit.clitics, hit.length, at + hit.head
        end, parted = tokens[head - 1].end, parted or hit.head < length
        for entry in hit.entries:
            kind = entry.kind
            if alike or entry.attrs.get(INNER) or seen.setdefault(kind, length) == length:
                found.append(Mention(kind, start, end, at, head, entry.form, entry.attrs,
                                     entry.features | clitics if clitics else entry.features, entry.where))
    return parted


def _outermost(found: list[Mention]) -> list[Mention]:
    """Drop what lies inside a longer name, and what lies inside a longer mention of its own kind."""
    kept: list[Mention] = []
    phrases = {at for m in found if m.last - m.first > 1 and m.kind == PHRASES for at in range(m.first, m.last)}
    reach: dict[str, tuple[int, int]] = {}
    names_to = names_from = -1
    described = False  # a mere description ("the envoy") leaves the nouns in it to whoever asks who it is
    for mention in found:
        kind, first, last = mention.kind, mention.first, mention.last
        if kind == TERMS and last - first == 1 and first in phrases:
            continue
        begun, to = reach.get(kind, NOWHERE)
        if last <= to and first > begun:
            continue
        inside_name = last <= names_to and first >= names_from and last - first < names_to - names_from
        if inside_name and not (kind in COUNTING or mention.attrs.get(NAMED) or (described and kind in DESCRIBING)):
            continue
        kept.append(mention)
        if last > to and not mention.attrs.get(INNER):
            reach[kind] = (first, last)
        if kind in NAMES and last > names_to:
            names_from, names_to = first, last
            described = mention.attrs.get("how") == "description"
    return kept
