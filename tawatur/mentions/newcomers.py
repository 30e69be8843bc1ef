"""Names that a report brings in itself: what stands once beside "the armed group" is that party wherever the name stands.

Only for scripts in which a name shows itself by its capitals. The words that bring a name in are rows of `newcomers`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.mentions.strangers import QUOTES, capital, stretch, stretch_back
from tawatur.records import Mention, Party, Sentence, Token

KNOWN = frozenset({"actor", "outlet", "person", "nationalities", "months", "weekdays", "function", "pronouns", "titles",
                   "voices"})
"""Kinds of mentions that are no part of a new name, whatever their capitals."""
COMMON = frozenset({"terms", "counted", "measures", "speech", "definite", "numbers", "vague", "timewords", "place_nouns"})
"""Kinds of words that begin a sentence with a capital and are no name."""
NONE = "none"
"""How a word stands that is the name of no group, whatever its capital."""
SURE = frozenset({"name", "person", "unknown"})
GENITIVE = "'’"
"""What the token of a possessive begins with."""
LONGEST = 8
"""Tokens that a new name may have."""
LEAST = 2
"""Letters of an acronym."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A name with the words it is known again by, and what kind of party it is."""

    name: str
    words: tuple[str, ...]
    kind: str
    rule: str


def newcomers(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], mentions: Sequence[Mention],
              acting: Sequence[Party]) -> list[Party]:
    """The parties of a report with those that it brings in itself, by place; whom a pack knows by name stays who it is."""
    barred = _barred(sentences, mentions)
    known = {at for party in acting if party.how in SURE for at in range(party.first, party.last)}
    brought = {one.words: one for m in mentions if m.kind == "newcomers" and m.attrs["stands"] != NONE
               for one in _brought(text, tokens, m, barred | known)}
    short = {one.words: one for party in acting if party.how == "unknown" and (one := _acronym(text, tokens, party))}
    found = [*_again(text, tokens, brought, known), *_again(text, tokens, short, _at_home(mentions, acting))]
    taken = {at for party in found for at in range(party.first, party.last)}
    kept = (party for party in acting if not taken & set(range(party.first, party.last)))
    return sorted([*kept, *found], key=lambda party: party.first) if found else list(acting)


def _barred(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> frozenset[int]:
    """Tokens that are no part of a new name: what the packs know, and common words that only begin a sentence."""
    begins = {sentence.first for sentence in sentences}
    return frozenset(at for m in mentions if m.kind in KNOWN or m.attrs.get("stands") == NONE or (
        m.kind in COMMON and m.first in begins) for at in range(m.first, m.last))


def _at_home(mentions: Sequence[Mention], acting: Sequence[Party]) -> frozenset[int]:
    """Tokens of names that are surely who the packs say: the report speaks of their war by other names too."""
    where: dict[str, set[str]] = {}
    for m in mentions:
        if m.kind in ("actor", "place", "person"):
            where.setdefault(_context(m.rule), set()).add(m.form)
    sure = (party for party in acting if party.how in SURE and len(where.get(_context(party.rule), ())) != 1)
    return frozenset(at for party in sure for at in range(party.first, party.last))


def _context(rule: str) -> str:
    return rule.rpartition("/")[0]


def _brought(text: str, tokens: Sequence[Token], noun: Mention, barred: frozenset[int] | set[int]) -> Iterator[Newcomer]:
    stands = noun.attrs["stands"]
    spans: list[tuple[int, int]]
    if stands == "owned":
        owned = noun.first > 1 and tokens[noun.first - 1].form[:1] in GENITIVE
        spans = [_before(text, tokens, noun.first - 1, barred)] if owned else []
    elif stands == "heads":
        behind = _behind(text, tokens, noun.last, barred)
        spans = [(noun.first, behind[1])] if behind[0] < behind[1] and capital(text, tokens[noun.first]) else []
    elif stands == "behind":
        spans = [_behind(text, tokens, noun.last, barred)]
    else:
        before = _before(text, tokens, noun.first, barred)
        spans = [before if before[0] < before[1] else _behind(text, tokens, noun.last, barred)]
    for first, last in spans:
        words = tuple(token.form for token in tokens[first:last])
        if words and any(len(word) > LEAST for word in words):
            name = text[tokens[first].start:tokens[last - 1].end]
            yield Newcomer(name, words, noun.attrs["kind"], noun.rule)


def _before(text: str, tokens: Sequence[Token], last: int, barred: frozenset[int] | set[int]) -> tuple[int, int]:
    """The capitalised words that end before a token."""
    first = last
    while first > 0 and last - first < LONGEST and first - 1 not in barred and (length := stretch_back(text, tokens, first)):
        first -= length
    return first, last


def _behind(text: str, tokens: Sequence[Token], first: int, barred: frozenset[int] | set[int]) -> tuple[int, int]:
    """The capitalised words that begin at a token, or behind an article or a quotation mark there."""
    begin = first
    if begin < len(tokens) and (tokens[begin].form in QUOTES or (begin in barred and not capital(text, tokens[begin]))):
        begin += 1
    last = begin
    while last < len(tokens) and last - begin < LONGEST and last not in barred and capital(text, tokens[last]):
        last += stretch(text, tokens, len(tokens), last)
    return begin, last


def _acronym(text: str, tokens: Sequence[Token], party: Party) -> Newcomer | None:
    """The initials of a name of several words: the Namhlaw Defence Force is the NDF."""
    letters = "".join(text[token.start] for token in tokens[party.first:party.last] if capital(text, token))
    kind = next((feature.partition(":")[2] for feature in party.features if feature.startswith("kind:")), "")
    return Newcomer(party.actor or party.text, (letters,), kind, party.rule) if len(letters) > LEAST else None


def _again(text: str, tokens: Sequence[Token], brought: Mapping[tuple[str, ...], Newcomer],
           taken: frozenset[int] | set[int]) -> Iterator[Party]:
    """Wherever in the report the names stand: the longest first, and acronyms in their capitals."""
    by_first: dict[str, list[Newcomer]] = {}
    for one in sorted(brought.values(), key=lambda one: -len(one.words)):
        by_first.setdefault(one.words[0].casefold(), []).append(one)
    at = 0
    while by_first and at < len(tokens):
        found = next((one for one in by_first.get(tokens[at].form, ()) if _stands(text, tokens, at, one)), None)
        if found is not None and not taken & set(range(at, at + len(found.words))):
            last = at + len(found.words)
            start, end, kinds = tokens[at].start, tokens[last - 1].end, frozenset({f"kind:{found.kind}"})
            yield Party(start, end, at, last, text[start:end], "unknown", found.name, kinds, (), found.rule)
            at = last
        else:
            at += 1


def _stands(text: str, tokens: Sequence[Token], at: int, one: Newcomer) -> bool:
    pieces = tokens[at:at + len(one.words)]
    if len(pieces) < len(one.words) or not capital(text, pieces[0]):
        return False
    if len(one.words) == 1 and one.words[0].isupper():
        return text[pieces[0].start:pieces[0].end] == one.words[0]
    return all(piece.form == word for piece, word in zip(pieces, one.words, strict=True))
