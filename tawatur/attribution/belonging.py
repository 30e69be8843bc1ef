"""Whose a person is who speaks: by the party named in his title or beside it, once for the whole report."""

from collections.abc import Sequence
from dataclasses import replace

from tawatur.packs import Packs
from tawatur.records import Attribution, Mention, Reading, Source
from tawatur.text import APOSTROPHES, COMMAS

PERSON, PEOPLE, NOBODY = "person", "people", "unnamed"
SERVING = frozenset({"unnamed", "office"})
"""Kinds of words for people who act or speak for a party."""
NAMED = frozenset({"name", "description", "unknown"})
"""How a party stands in the text whose somebody may be."""
APART = 3
"""Code points that may lie between a name and what says whose it is."""
NEAR = 14
"""Code points between a spokesman and the party he speaks for."""
OFFICE = "office"
"""The kind of words for those at the head of something."""
DESCRIBED = 45
"""Code points behind a name within which the word for its office begins, and behind that within which the party is named."""
OF = frozenset({"of", "for", "with"})
"""Roles of words behind an office that bring in whose it is."""
AROUND = frozenset({"the", "of", "for", "and"})
"""Roles of words that may stand before the name of that party."""
STOPS = ",;:.()\"“”«»،؛"
"""Marks behind which something else is told."""
BEHIND, SHORT = 28, 4
"""Code points behind a spokesman within which a word may bear the pronoun of his party; letters that such a word exceeds."""
REACH = 300
"""Code points before "its spokesman" within which the party is named whose he is."""


def belonging(reading: Reading, made: Sequence[Attribution], packs: Packs) -> tuple[Attribution, ...]:
    """The attributions, their persons with the party that each was brought in with."""
    whose = _Belonging(reading, packs)
    called = whose.introduced(made)
    chains = [tuple(_settled(source, called, whose) for source in said.chain) for said in made]
    return tuple(said if said.chain == chain else replace(said, chain=chain) for said, chain in zip(made, chains, strict=True))


def _settled(source: Source, called: dict[str, str], whose: "_Belonging") -> Source:
    if source.actor and source.kind != PERSON and (owned := whose.owned(source)):
        return replace(source, actor=owned)
    if not source.actor and source.kind == NOBODY and (served := whose.served(source)):
        return replace(source, actor=served)
    if not source.actor and (led := whose.titled(source)):
        return replace(source, actor=led)
    if source.actor or source.kind != PERSON or not source.name:
        return source
    actor = called.get(source.name.split()[-1])
    return replace(source, actor=actor) if actor else source


class _Belonging:
    """The parties and the words of service of a report, asked about the names of persons."""

    def __init__(self, reading: Reading, packs: Packs) -> None:
        self._text = reading.document.text
        self._parties = [party for party in reading.parties if party.how in NAMED and party.actor and not (
            (known := packs.actors.get(party.actor)) and known.kind == PEOPLE)]
        national = {m.start for m in reading.mentions if m.kind == "nationalities"}
        self._nations = [party for party in reading.parties if party.actor and party.start in national]
        self._serving: list[Mention] = [m for m in reading.mentions if m.kind == "voices" and m.attrs.get("kind") in SERVING]
        self._heads = [word for word in self._serving if word.attrs.get("kind") == OFFICE]
        self._sentences = [(reading.tokens[one.first].start, reading.tokens[one.last - 1].end) for one in reading.sentences]
        self._own = tuple(packs.language(reading.document.language).grammar.get("possessed", ()))
        self._pronouns = [party.start for party in reading.parties if party.how == "pronoun"]
        self._functions = [m for m in reading.mentions if m.kind == "function"]
        self._roles = {m.start: m.attrs.get("role", "") for m in self._functions}
        self._possessive = [party.start for party in reading.parties if party.how == "pronoun" and "single" in party.features]

    def introduced(self, made: Sequence[Attribution]) -> dict[str, str]:
        """Whom each person speaks for, by the last word of his name, where he was brought in with it."""
        called: dict[str, str] = {}
        for source in (source for said in made for source in said.chain):
            if source.kind != PERSON or not source.name or source.start is None or source.end is None:
                continue
            last = source.name.split()[-1]
            if last in self._text[source.start:source.end]:  # not where "the minister" took him up
                actor = source.actor or self._affiliation(source, source.start, source.end)
                if actor:
                    called.setdefault(last, actor)
        return called

    def owned(self, source: Source) -> str | None:
        """The party that another one owns in the words of a source, which is the one that speaks: "Varsia's gangs"."""
        start, end = source.start, source.end
        inside = [one for one in self._parties if start is not None and end is not None and start <= one.start and one.end <= end]
        if len(inside) <= 1 or inside[-1].end != end:
            return None
        return inside[-1].actor if self._text[inside[-2].end:inside[-1].start][:1] in APOSTROPHES else None

    def served(self, source: Source) -> str | None:
        """The party for which somebody unnamed speaks: named in his words, or the one that his sentence begins with ("its")."""
        first, last = source.start, source.end
        word = next((m for m in self._serving if first is not None and last is not None and m.attrs.get("serves")
                     and first <= m.start and m.end <= last), None)
        if word is None or first is None or last is None:
            return None
        inside = [one.actor for one in self._parties if first <= one.start and one.end <= last
                  and not one.start <= word.start < one.end]  # "the mediators" serve nobody but themselves
        if inside or not self._possessed(first, word):
            return inside[-1] if inside else None
        opened = next((start for start, end in self._sentences if start <= first < end), 0)
        before = [one for one in self._parties if one.end <= first and first - one.end < REACH
                  and self._text[one.end : one.end + 1] not in APOSTROPHES]
        return next((one.actor for one in before if one.start >= opened), before[-1].actor if before else None)

    def titled(self, source: Source) -> str | None:
        """The party behind a title of two words or more, where the preposition is written onto its name: "the legal adviser to".

        Only one for those who serve somebody: what a mediator says to a party is not said for it.
        """
        start, end = source.start, source.end
        if start is None or end is None or len(source.text.split()) <= 1:
            return None
        heads = any(m.start == start and (m.attrs.get("serves") or m.attrs.get("kind") == OFFICE) for m in self._serving)
        party = next((one for one in self._parties if 0 <= one.start - end <= 1 and "to" in one.features), None)
        return party.actor if heads and party is not None else None

    def _possessed(self, first: int, word: Mention) -> bool:
        """Whether a pronoun says whose somebody is: before his word, or written onto one of the two behind it."""
        behind = [one.rstrip(STOPS) for one in self._text[word.end : word.end + BEHIND].split()[:2]]
        owned = any(len(one) > SHORT and one.endswith(self._own) for one in behind) if self._own else False
        return owned or any(first <= start < word.start for start in self._pronouns)

    def _affiliation(self, source: Source, start: int, end: int) -> str | None:
        within = next((party.actor for party in self._parties if start <= party.start and party.end <= end), None)
        return within or self._by_role(source.role or "", start, end) or self._by_list(start) or self._beside(end)

    def _beside(self, end: int) -> str | None:
        """The party of which the words behind a name and a comma tell that he is at its head: "…, Congo director for Oxfam"."""
        head = next((word for word in self._heads if end < word.start <= end + DESCRIBED), None)
        party = next((one for one in self._parties if head is not None and head.end < one.start <= head.end + DESCRIBED), None)
        if head is None or self._text[end:end + 1] not in COMMAS:
            return None
        if nation := next((one.actor for one in self._nations if end < one.start and one.end <= head.start), None):
            return nation  # "Samir Kos, the Bosnian minister for UN relations"
        if party is None:
            return None
        between = [self._roles.get(word.start, "") for word in self._functions if head.end <= word.start < party.start]
        joined = bool(between) and between[0] in OF and set(between[1:]) <= AROUND
        return party.actor if joined and not set(self._text[end + 1:party.start]) & set(STOPS) else None

    def _by_role(self, role: str, start: int, end: int) -> str | None:
        """The party named, or meant by "its", in the words beside the name that say what he is."""
        first = max(0, start - len(role) - APART)
        at = self._text[first:end + len(role) + APART].find(role) if role else -1
        if at < 0:
            return None
        first, last = first + at, first + at + len(role)
        named = (party.actor for party in self._parties if first <= party.start and party.end <= last and party.text != role)
        return next(named, None) or self._owner(first, last)

    def _owner(self, first: int, last: int) -> str | None:
        if not any(first <= start < last for start in self._possessive):
            return None
        before = [party.actor for party in self._parties if party.end <= first and first - party.end < REACH]
        return before[-1] if before else None

    def _by_list(self, start: int) -> str | None:
        """The party of one who stands behind it and a comma: "a spokesman for the Western Corps, Idris Barka"."""
        before = next((party for party in reversed(self._parties) if party.end <= start), None)
        if before is None or self._text[before.end:start].strip() not in COMMAS:
            return None
        led = any(0 <= before.start - word.end <= NEAR for word in self._serving if word.start < before.start)
        return before.actor if led else None
