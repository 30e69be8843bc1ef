"""What the packs do not know, as a reading shows it: names, places, verbs of speech and counted nouns without a row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tawatur.claims.syntax import JOINERS
from tawatur.claims.unread import unread
from tawatur.packs import Packs
from tawatur.records import Reading, Sentence, Token

GapKind = Literal["name", "description", "place", "verb", "noun", "refusal", "way", "number"]
KINDS: tuple[GapKind, ...] = ("name", "description", "place", "verb", "noun", "refusal", "way", "number")
NAMED = frozenset({"actor", "outlet", "person", "place"})
PROPER = NAMED | {"nationalities", "months", "weekdays", "timewords", "titles", "pronouns", "numbers", "datelines", "terms",
                  "voices"}
"""Words that bear a capital and need no row of their own, or have one."""
WEAK = frozenset({"not_places", "place_roles", "parts", "signs", "bounds", "groups", "not_counted", "publisher"})
"""Rows about what stands around a word: whoever they know may still lack a row of its own."""
SPEAKERS = frozenset({"organisation", "person", "agency"})
BREAKS = frozenset(".!?؟;؛…")
LEADS = frozenset(",:،")
REACH = 8
"""Tokens between a speaker and the clause of his words, where the verb stands before him."""
SCARE = 3
"""Tokens between quotation marks that are a name or a word held at arm's length, and nobody's speech."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that no row knows, where they stand; `text` as the report writes them."""

    kind: GapKind
    text: str
    start: int
    end: int
    sentence: tuple[int, int]


def gaps(reading: Reading, packs: Packs) -> Iterator[Gap]:
    """Everything in a reading that a row of the packs would make readable, by place within its kind."""
    for sheet in (_Sheet(reading, sentence, packs) for sentence in reading.sentences):
        yield from sheet.parties()
        yield from sheet.places()
        yield from sheet.verbs()
        yield from sheet.nouns()
    for one in unread(reading):
        yield Gap(one.holds, one.evidence.quote, one.evidence.start, one.evidence.end, (one.evidence.start, one.evidence.end))


class _Sheet:
    """One sentence with what is known of each of its tokens."""

    def __init__(self, reading: Reading, sentence: Sentence, packs: Packs) -> None:
        self.reading, self.sentence = reading, sentence
        self.tokens: Sequence[Token] = reading.tokens
        self.grammar: Mapping[str, object] = packs.language(sentence.language).grammar
        self.rows: dict[int, set[str]] = {}
        self.that: set[int] = set()
        self.voices: list[tuple[int, int]] = []
        for m in reading.mentions:
            if self._here(m.first):
                for at in range(m.first, m.last):
                    self.rows.setdefault(at, set()).add(m.kind)
                if m.kind == "function" and m.attrs.get("role") == "that":
                    self.that.add(m.first)
                if m.kind == "voices":
                    self.voices.append((m.first, m.last))
        self.acting = [party for party in reading.parties if self._here(party.first)]
        self.article = packs.folding.fold(str(self.grammar.get("article") or ""))
        self.quoted = {quote.first for quote in reading.quotations if quote.last - quote.first > SCARE}
        self.local = [place for place in reading.localities if self._here(place.first)]

    def parties(self) -> Iterator[Gap]:
        """Groups known by construction alone, unknown speakers, runs of capitals, and descriptions of nobody in reach."""
        taken = {at for place in self.local for at in range(place.first, place.last)}
        for party in self.acting:
            if party.how != "pronoun" and (party.how != "person" or party.rule):  # a person without a row is a gap
                taken.update(range(party.first, party.last))
            if party.how == "unknown":
                yield self._gap("name", party.first, party.last, party.actor)
            elif party.how == "description" and party.actor is None:
                yield self._gap("description", party.first, party.last)
        for first, last, name in self._speakers():
            if not taken & set(range(first, last)):
                taken.update(range(first, last))
                yield self._gap("name", first, last, name)
        if self.grammar.get("capitals"):
            yield from (self._gap("name", first, last) for first, last in self._capitals(taken))

    def places(self) -> Iterator[Gap]:
        """Places named and not found."""
        for place in self.local:
            if place.place is None or place.place.id is None:
                yield self._gap("place", place.first, place.last, place.name)

    def verbs(self) -> Iterator[Gap]:
        """A lone unknown word between a speaker and his words, or before a speaker whose words follow."""
        order = self.grammar.get("order")
        spoken = {(party.first, party.last) for party in self.acting if party.how not in ("pronoun", "demonym")} | {*self.voices}
        found: set[int] = set()
        for first, last in spoken:
            if self._verbal(last) and self._words_at(last + 1):
                found.add(last)
            if isinstance(order, list) and "after" in order and self._verbal(first - 1) and self._words_soon(last):
                found.add(first - 1)
        yield from (self._gap("verb", at, at + 1) for at in sorted(found))

    def nouns(self) -> Iterator[Gap]:
        """The unknown word behind a number that counts nothing known."""
        for one in self.reading.quantities:
            if self._here(one.first) and one.term is None and one.unit is None and not one.partitive and self._unknown(one.last):
                yield self._gap("noun", one.last, one.last + 1)

    def _speakers(self) -> Iterator[tuple[int, int, str]]:
        """Sources of attributions that no row names."""
        for said in self.reading.attributions:
            for source in said.chain[1:]:
                if source.start is None or source.end is None or source.kind not in SPEAKERS:
                    continue
                if source.actor is not None and source.kind != "person":  # a party's spokesman has a name of his own
                    continue
                at = [n for n in range(self.sentence.first, self.sentence.last)
                      if source.start <= self.tokens[n].start and self.tokens[n].end <= source.end]
                if at and not any(self.rows.get(n, set()) & NAMED for n in at):
                    yield at[0], at[-1] + 1, source.name

    def _capitals(self, taken: set[int]) -> Iterator[tuple[int, int]]:
        """Two capitalised words or more in a row, or one in capitals throughout, that no row knows."""
        at = self.sentence.first
        while at < self.sentence.last:
            last = at
            while last < self.sentence.last and last not in taken and self._named(last, at):
                last += 1
            while last > at and self.tokens[last - 1].kind == "punctuation":
                last -= 1
            words = [n for n in range(at, last) if self.tokens[n].kind == "word"]
            acronym = len(words) == 1 and at > self.sentence.first and self._written(at).isupper() and len(self._written(at)) > 2
            if (len(words) > 1 or acronym) and not all(self._written(n).isupper() for n in words if len(words) > 2):
                yield at, last
            at = max(last, at + 1)

    def _named(self, at: int, first: int) -> bool:
        if self.tokens[at].kind == "punctuation":
            return at > first and self.tokens[at].form in JOINERS and self.tokens[at].start == self.tokens[at - 1].end
        known = self.rows.get(at, set())
        return self.tokens[at].kind == "word" and self._written(at)[0].isupper() and not known & (PROPER | {"function", "speech"})

    def _unknown(self, at: int) -> bool:
        """Whether a token is a plain word that no row says anything of."""
        if not self.sentence.first <= at < self.sentence.last or self.tokens[at].kind != "word" or len(self.tokens[at].form) < 3:
            return False
        if self.rows.get(at, set()) - WEAK or any(place.first <= at < place.last for place in self.local):
            return False
        return not (self.grammar.get("capitals") and self._written(at)[0].isupper())

    def _verbal(self, at: int) -> bool:
        """Whether an unknown word may be a verb of speech: no word with an article, and no verb that is known before it."""
        if not self._unknown(at) or (self.article and self.tokens[at].form.startswith(self.article)):
            return False
        for back in range(at - 1, max(self.sentence.first, at - REACH) - 1, -1):
            if self.tokens[back].form in BREAKS | LEADS:
                break
            if "speech" in self.rows.get(back, set()):
                return False
        return True

    def _words_at(self, at: int) -> bool:
        """Whether somebody's words begin at a token: a clause, or a quotation of more than a few words."""
        if at < self.sentence.last and self.tokens[at].form in LEADS:
            at += 1
        return at in self.that or at + 1 in self.quoted

    def _words_soon(self, at: int) -> bool:
        """Whether a clause of somebody's words begins shortly behind him."""
        for near in range(at, min(at + REACH, self.sentence.last)):
            if near in self.that:
                return True
            if self.tokens[near].form in BREAKS | LEADS or "speech" in self.rows.get(near, set()):
                return False
        return False

    def _here(self, at: int) -> bool:
        return self.sentence.first <= at < self.sentence.last

    def _written(self, at: int) -> str:
        return self.reading.document.text[self.tokens[at].start:self.tokens[at].end]

    def _gap(self, kind: GapKind, first: int, last: int, text: str | None = None) -> Gap:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Gap(kind, " ".join((text or self.reading.text(start, end)).split()), start, end,
                   (self.sentence.start, self.sentence.end))

