"""Groups that no pack knows, recognised by construction and written by their name, never forced onto a known one.

A group noun of the language's `groups` table with its name: capitalised words before it, or quoted, capitalised or definite
ones behind it.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from tawatur.records import Mention, Party, Sentence, Token
from tawatur.text import HYPHENS

QUOTES = frozenset("\"“”«»„'’‘")
PARTICLE = 2
"""Letters of an article that a transcribed name may write small and join by a hyphen."""
LONGEST = 4
"""Words that the name of an unknown group may have besides its group noun."""
TELLING = frozenset({"terms", "function", "speech", "measures", "definite", "pronouns", "place_nouns"})
"""Kinds of words that no name of a group goes on with, unless they are definite."""
NAMED = frozenset({"place"})
"""Kinds of names that a group may be called by without a word between."""
DAYS = frozenset({"weekdays", "months", "timewords"})
"""Kinds of words that only tell when, behind a group noun that is definite."""
STANCE = "stance"
"""The class of verbs by which a party takes a stand."""
NONE = "none"
"""The class of phrases that mean something else than their words."""
INSIDE = "inside"
"""What the table calls words that a group's name begins with behind its noun."""
LEAST = 2
"""Words behind a mere word for a group that are a name without it."""
ATTACHED = frozenset({"and", "then", "to", "by", "like"})
"""What may be written onto the first word of a name without belonging to it."""


def strangers(text: str, tokens: Sequence[Token], sentence: Sentence, mentions: Sequence[Mention],
              article: str) -> Iterator[Party]:
    """The unknown groups named in a sentence; of one that may be longer or shorter both are given.

    `article` is what a definite word begins with in a script that has no capitals.
    """
    groups = [m for m in mentions if m.kind == "groups" and m.attrs["side"] != INSIDE
              and not {"definite", "dual"} <= m.features]  # "the two factions" is no name
    if not groups:
        return
    roles = {m.first: m.attrs["role"] for m in mentions if m.kind == "function" and "role" in m.attrs}
    telling = {m.first for m in mentions if m.kind in TELLING}
    days = {m.first for m in mentions if m.kind in DAYS}
    named = {m.first: m.last for m in mentions if m.kind in NAMED and not m.features & ATTACHED} if article else {}
    inside = {m.first for m in mentions if m.kind == "groups" and m.attrs["side"] == INSIDE
              and not (article and _definite_word(tokens[m.first], article))}
    called = {m.first for m in mentions if m.kind == "groups" and m.attrs["side"] == INSIDE} - inside if article else set()
    phrases = {(m.first, m.last) for m in mentions if m.kind in TELLING}
    acts = {at for m in mentions if m.kind == "speech" or m.attrs.get("class") == STANCE for at in (m.first, m.last)}
    ends = days | {m.first for m in mentions if m.kind == "terms"}
    others = {(m.first, m.last) for m in mentions if m.kind == "terms" and m.attrs["class"] == NONE}  # the movement of trade
    for m in groups:
        if m.attrs["side"] == "quoted" and not (_named_so(tokens, sentence, m, inside) or (
                m.last in called and _definite_word(tokens[min(m.last + 1, sentence.last - 1)], article))):
            continue
        if any(first == m.first and m.last < last for first, last in others):
            continue
        if m.attrs["side"] != "after":
            bars = telling | days if "definite" in m.features else set()  # "the Front accepting": only an adjective goes on
            begun = m.last in inside and "definite" not in m.features
            foreign = not begun and m.last not in telling | days and _foreign(text, tokens, sentence, m, article, acts, ends)
            spans = [(m.first, m.last + 1) if foreign else _begun(tokens, sentence, m, roles) if begun else
                     _after(text, tokens, sentence, m, article, telling, bars, named)]
        else:
            spans = list(_before(text, tokens, sentence, m, roles))
        spans += _listed(tokens, sentence, spans[0][1]) if spans else []
        for first, last in spans:
            if last - first > m.last - m.first and (first, last) not in phrases:
                start, end = tokens[first].start, tokens[last - 1].end
                name, features = _name(text, tokens, m, first, last), m.features | {f"kind:{m.attrs['kind']}"}
                yield Party(start, end, first, last, text[start:end], "unknown", name, features, (), m.rule)


def _name(text: str, tokens: Sequence[Token], noun: Mention, first: int, last: int) -> str:
    """A name as written, without quotation marks, what is written onto its first word, and a mere word for a group."""
    start, end = tokens[first].start, tokens[last - 1].end
    if noun.attrs.get("bare") and first == noun.first and last - noun.last >= LEAST:
        start = tokens[noun.last].start
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
        length = stretch_back(text, tokens, first)
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
    while end > at and behind < sentence.last and capital(text, tokens[behind]):
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
    if article and at not in telling and "definite" not in noun.features and _construct(text, tokens, sentence, at, article):
        last += 1  # a construct: "brigade (of the) martyrs (of) the-river"
    while last < sentence.last and last - at < LONGEST and last not in bars and (
            length := stretch(text, tokens, sentence.last, last, article)):
        last += length
    return noun.first, min(last, at + 2) if article else last


def _named_so(tokens: Sequence[Token], sentence: Sentence, noun: Mention, inside: Set[int]) -> bool:
    """Whether a noun that names no group by itself has a quoted name behind it, or one that begins as names do."""
    return noun.last < sentence.last and "definite" not in noun.features and (
        noun.last in inside or tokens[noun.last].form in QUOTES)


def _begun(tokens: Sequence[Token], sentence: Sentence, noun: Mention, roles: Mapping[int, str]) -> tuple[int, int]:
    """A name that begins as names of groups do, with the word behind it; a further one may be the object of a verb before it."""
    last = noun.last + 1
    goes_on = last < sentence.last and tokens[last].kind == "word" and last not in roles
    return noun.first, last + goes_on


def _foreign(text: str, tokens: Sequence[Token], sentence: Sentence, noun: Mention, article: str, acts: Set[int],
             ends: Set[int]) -> bool:
    """Whether one bare word behind a group noun is its name: "(the) front Orta refused", "refused (the) front Orta the-offer".

    It acts there, no definite word goes on with it but one that is known as another, and it is no adjective of that noun.
    """
    at, adjective = noun.last, noun.attrs.get("adjective")
    if not article or not adjective or "definite" in noun.features or at >= sentence.last or not acts & {noun.first, at + 1}:
        return False
    word = tokens[at]
    if word.kind != "word" or _definite_word(word, article) or text[word.start : word.end].endswith(adjective):
        return False
    return at + 1 >= sentence.last or at + 1 in ends or not _definite_word(tokens[at + 1], article)


def _listed(tokens: Sequence[Token], sentence: Sentence, at: int) -> list[tuple[int, int]]:
    """Further quoted names behind one that ends at a token: the militias "River" and "Hill"."""
    found: list[tuple[int, int]] = []
    while tokens[at - 1].form in QUOTES and at + 3 < sentence.last and len(tokens[at].form) == 1:  # "and", written onto a mark
        opened = at + (tokens[at].form not in QUOTES)
        reach = range(opened + 2, min(opened + 2 + LONGEST, sentence.last))
        close = next((end for end in reach if tokens[end].form in QUOTES), at)
        if tokens[opened].form not in QUOTES or close == at:
            break
        found.append((opened, close + 1))
        at = close + 1
    return found


def _construct(text: str, tokens: Sequence[Token], sentence: Sentence, at: int, article: str) -> bool:
    """Whether a bare word and a definite one stand here, with spaces between: "martyrs (of) the-river"."""
    if at + 1 >= sentence.last or tokens[at].kind != "word" or not _definite_word(tokens[at + 1], article):
        return False
    return text[tokens[at - 1].end:tokens[at].start] == " " == text[tokens[at].end:tokens[at + 1].start]


def stretch(text: str, tokens: Sequence[Token], end: int, at: int, article: str = "") -> int:
    """How many tokens the next word of a name takes: one, or three where a particle is joined to it ("al-Nahr")."""
    if capital(text, tokens[at]) or _definite_word(tokens[at], article):
        return 1
    return 3 if at + 2 < end and _attached(text, tokens, at) else 0


def stretch_back(text: str, tokens: Sequence[Token], first: int) -> int:
    """How many tokens the word of a name that ends before a token takes: none, one, or three with its particle."""
    if not capital(text, tokens[first - 1]):
        return 0
    return 3 if first >= 3 and _attached(text, tokens, first - 3) else 1


def _attached(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a small word, a hyphen and a capitalised word stand here without a space."""
    particle, mark, word = tokens[at:at + 3]
    return (particle.kind == "word" and len(particle.form) == PARTICLE and mark.form in HYPHENS and capital(text, word)
            and particle.end == mark.start and mark.end == word.start)


def capital(text: str, token: Token) -> bool:
    """Whether a token is a word with a capital."""
    return token.kind == "word" and text[token.start].isupper()


def _definite_word(token: Token, article: str) -> bool:
    return bool(article) and token.kind == "word" and token.form.startswith(article) and len(token.form) > len(article) + 2
