"""Groups that no pack knows, recognised by construction and written by their name, never forced onto a known one.

A group noun of the language's `groups` table with its name: capitalised words before it, or quoted, capitalised or definite
ones behind it.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from tawatur.records import Mention, Party, Sentence, Token

QUOTES = frozenset("\"“”«»„'’‘")
HYPHENS = frozenset("-‐‑")
PARTICLE = 2
"""Letters of an article that a transcribed name may write small and join by a hyphen."""
LONGEST = 4
"""Words that the name of an unknown group may have besides its group noun."""
TELLING = frozenset({"terms", "function", "speech", "measures", "definite", "pronouns", "place_nouns"})
"""Kinds of words that no name of a group goes on with, unless they are definite."""
NAMED = frozenset({"place"})
"""Kinds of names that a group may be called by without a word between."""
ATTACHED = frozenset({"and", "then", "to", "by", "like"})
"""What may be written onto the first word of a name without belonging to it."""


def strangers(text: str, tokens: Sequence[Token], sentence: Sentence, mentions: Sequence[Mention],
              article: str) -> Iterator[Party]:
    """The unknown groups named in a sentence; of one that may be longer or shorter both are given.

    `article` is what a definite word begins with in a script that has no capitals.
    """
    groups = [m for m in mentions if m.kind == "groups" and not {"definite", "dual"} <= m.features]  # "the two factions": no name
    if not groups:
        return
    roles = {m.first: m.attrs["role"] for m in mentions if m.kind == "function" and "role" in m.attrs}
    telling = {m.first for m in mentions if m.kind in TELLING}
    named = {m.first: m.last for m in mentions if m.kind in NAMED and not m.features & ATTACHED} if article else {}
    phrases = {(m.first, m.last) for m in mentions if m.kind in TELLING}
    for m in groups:
        if m.attrs["side"] != "after":
            bars = telling if "definite" in m.features else set()  # "the Front accepting": only an adjective goes on with it
            spans = [_after(text, tokens, sentence, m, article, telling, bars, named)]
        else:
            spans = list(_before(text, tokens, sentence, m, roles))
        for first, last in spans:
            if last - first > m.last - m.first and (first, last) not in phrases:
                start, end = tokens[first].start, tokens[last - 1].end
                features = m.features | {f"kind:{m.attrs['kind']}"}
                yield Party(start, end, first, last, text[start:end], "unknown", _name(text, m, start, end), features, (), m.rule)


def _name(text: str, noun: Mention, start: int, end: int) -> str:
    """A name as written, without quotation marks and without what is written onto its first word."""
    bare = start == noun.start and noun.features & ATTACHED
    written = noun.form + text[noun.end:end] if bare else text[start:end]
    return " ".join("".join(letter for letter in written if letter not in QUOTES).split())


def _before(text: str, tokens: Sequence[Token], sentence: Sentence, noun: Mention,
            roles: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Capitalised words before a capitalised group noun, and with what follows it: the Popular Front for the Freedom of X."""
    first = noun.first
    if not text[noun.start].isupper():
        return
    while first - 1 > sentence.first and noun.first - first < LONGEST:
        length = _stretch_back(text, tokens, first)
        if not length or first - length <= sentence.first:
            break
        first -= length
    if first == noun.first:
        return
    yield first, noun.last
    last = noun.last
    while (following := _tail(text, tokens, sentence, roles, last)) > last and following - noun.last < 3 * LONGEST:
        last = following
        yield first, last


def _tail(text: str, tokens: Sequence[Token], sentence: Sentence, roles: Mapping[int, str], at: int) -> int:
    """Where "of the", "for" and the capitalised words behind them end; `at` where none stand there."""
    end = at
    while end < sentence.last and end - at < 2 and roles.get(end) in (("of", "for"), ("the",))[min(end - at, 1)]:
        end += 1
    behind = end
    while end > at and behind < sentence.last and _capital(text, tokens[behind]):
        behind += 1
    return behind if behind > end else at


def _after(text: str, tokens: Sequence[Token], sentence: Sentence, noun: Mention, article: str,
           telling: Set[int], bars: Set[int], named: Mapping[int, int]) -> tuple[int, int]:
    """A quoted name, or capitalised or definite words, after a group noun."""
    at = noun.last
    if noun.first > sentence.first and tokens[noun.first - 1].form in QUOTES:
        close = next((end for end in range(at, min(at + 2 * LONGEST, sentence.last)) if tokens[end].form in QUOTES), at)
        return noun.first, close
    if at < sentence.last and tokens[at].form in QUOTES:
        for close in range(at + 1, min(at + 2 + LONGEST, sentence.last)):
            if tokens[close].form in QUOTES:
                return noun.first, close + 1 if close > at + 1 else noun.last
        return noun.first, noun.last
    last = at
    if at in named:
        return noun.first, named[at]  # "the liberation front of (the land of) X"
    if article and at not in telling and _construct(text, tokens, sentence, at, article):
        last += 1  # a construct: "brigade (of the) martyrs (of) the-river"
    while last < sentence.last and last - at < LONGEST and last not in bars and (
            length := _stretch(text, tokens, sentence, last, article)):
        last += length
    return noun.first, min(last, at + 2) if article else last


def _construct(text: str, tokens: Sequence[Token], sentence: Sentence, at: int, article: str) -> bool:
    """Whether a bare word and a definite one stand here, with spaces between: "martyrs (of) the-river"."""
    if at + 1 >= sentence.last or tokens[at].kind != "word" or not _definite_word(tokens[at + 1], article):
        return False
    return text[tokens[at - 1].end:tokens[at].start] == " " == text[tokens[at].end:tokens[at + 1].start]


def _stretch(text: str, tokens: Sequence[Token], sentence: Sentence, at: int, article: str) -> int:
    """How many tokens the next word of a name takes: one, or three where a particle is joined to it ("al-Nahr")."""
    if _capital(text, tokens[at]) or _definite_word(tokens[at], article):
        return 1
    return 3 if at + 2 < sentence.last and _attached(text, tokens, at) else 0


def _stretch_back(text: str, tokens: Sequence[Token], first: int) -> int:
    if not _capital(text, tokens[first - 1]):
        return 0
    return 3 if first >= 3 and _attached(text, tokens, first - 3) else 1


def _attached(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a small word, a hyphen and a capitalised word stand here without a space."""
    particle, mark, word = tokens[at:at + 3]
    return (particle.kind == "word" and len(particle.form) == PARTICLE and mark.form in HYPHENS and _capital(text, word)
            and particle.end == mark.start and mark.end == word.start)


def _capital(text: str, token: Token) -> bool:
    return token.kind == "word" and text[token.start].isupper()


def _definite_word(token: Token, article: str) -> bool:
    return bool(article) and token.kind == "word" and token.form.startswith(article) and len(token.form) > len(article) + 2
