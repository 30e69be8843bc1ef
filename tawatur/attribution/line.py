"""A sentence as attribution looks at it: which cues, names and nouns that can speak begin at which token."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.attribution.wording import NOTHING, Wording
from tawatur.records import Mention, Party, Quotation, Reading, Sentence
from tawatur.records.swift import once, swift
from tawatur.text import PAUSES

NAMES = ("person", "outlet", "actor")
ATTACHED = frozenset({"by", "to", "like"})
DASHES = frozenset("-–—")
ASKING = frozenset("?!؟")
"""Marks with which a quotation ends, though its sentence goes on."""
POSSESSIVE = "'s"  # as the tokenizer writes it
FINITE = frozenset({"past", "present", "third", "base"})


def _proper(mention: Mention) -> bool:
    return mention.attrs.get("how") != "description" and mention.attrs.get("kind") != "people"


@cache
def _allowed(takes: str) -> frozenset[str]:
    return frozenset(takes.split())


def _rank(mention: Mention) -> int:
    if mention.kind == "person":
        return 0
    return 2 if mention.kind == "actor" else 1 if mention.attrs.get("kind") == "agency" else 3


@swift
@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase of speech; `takes` is what its row allows, `features` all that its form may be."""

    first: int
    last: int
    act: str
    takes: frozenset[str]
    features: frozenset[str]
    rule: str
    via: str | None = None

    @property
    def finite(self) -> bool:
        return bool(self.features & FINITE)

    @property
    def strong(self) -> bool:
        return "weak" not in self.takes


class Line:
    """One sentence, indexed by token; the index is made only if somebody asks."""

    def __init__(
        self,
        reading: Reading,
        sentence: Sentence,
        mentions: Sequence[Mention],
        quotations: Sequence[Quotation],
        words: Wording,
        places: frozenset[int],
        parties: Sequence[Party],
    ) -> None:
        self.text = reading.document.text
        self.tokens = reading.tokens
        self.sentence = sentence
        self.first, self.last = sentence.first, sentence.last
        self.words = words
        self.places = places  # tokens at which a place is named
        self.parties = parties
        self.quotations = quotations
        self._mentions = mentions
        self._quoted = reading.quotations
        self._roles: dict[int, frozenset[str]] = {}
        self._names: dict[int, Mention | None] = {}

    @property
    def speaks(self) -> bool:
        """Whether anything in the sentence could be a cue."""
        return (
            bool(self._speech)
            or any(self.tokens[at].form == ":" for at in range(self.first + 1, min(self.first + 14, self.last)))
            or any(self.tokens[at].form in DASHES for at in range(max(self.first, self.last - 6), self.last - 1))
        )

    @once
    def _speech(self) -> list[Mention]:
        return [mention for mention in self._mentions if mention.kind == "speech"]

    @once
    def at(self) -> dict[int, list[Mention]]:
        """The mentions by their first token."""
        found: dict[int, list[Mention]] = {}
        for mention in self._mentions:
            found.setdefault(mention.first, []).append(mention)
        self._add_crowds(found)
        return found

    @once
    def cues(self) -> list[Cue]:
        """The words of speech, from left to right."""
        return self._cues()

    @once
    def media(self) -> list[int]:
        """The tokens that name a medium."""
        return [at for at in range(self.first, self.last) if self.has(at, "medium")]

    @once
    def cue_at(self) -> dict[int, Cue]:
        return {cue.first: cue for cue in self.cues}

    @once
    def pauses(self) -> list[int]:
        """Where commas and semicolons stand."""
        return [at for at in range(self.first, self.last) if self.tokens[at].form in PAUSES]

    @once
    def turns(self) -> list[int]:
        """Where a semicolon, or a contrast behind a comma, turns to another thought."""
        return [at for at in range(self.first + 1, self.last) if self.form(at) in ";\u061b"
                or (self.has(at, "contrast", "but") and self.form(at - 1) in PAUSES)]

    def _add_crowds(self, index: dict[int, list[Mention]]) -> None:
        """Descriptions of parties ("the rebel forces") and crowds ("residents") of the packs are nouns that can speak."""
        for mention in self._mentions:
            if mention.kind != "actor" or _proper(mention):
                continue
            first = mention.first
            while first < mention.last - 1 and self.has(first, "determiner"):
                first += 1
            held = index.setdefault(first, [])
            if any(other.kind == "voices" and (other.last >= mention.last or not self.words.capitals) for other in held):
                continue
            if any(
                other.kind == "voices" and other.last == mention.last
                for j in range(first, mention.last)
                for other in index.get(j, ())
            ):
                continue  # "rebel commander": the noun knows better than the description
            people = mention.attrs.get("kind") == "people"
            head = self.form(mention.last - 1 if self.words.capitals else first)
            features = (
                mention.features
                | ({"plural"} if people else set())
                | ({"definite"} if self.words.article and head.startswith(self.words.article) else set())
            )
            held.append(
                Mention(
                    "voices",
                    self.tokens[first].start,
                    mention.end,
                    first,
                    mention.last,
                    head,
                    {"kind": "unnamed" if people else "organisation"},
                    features,
                    mention.rule,
                )
            )

    def _cues(self) -> list[Cue]:
        found: dict[int, list[Mention]] = {}
        ends: set[int] | None = None
        spoken: dict[int, list[Mention]] = {}
        for mention in self._speech:
            if not (mention.attrs.get("pos") == "verb" and mention.features & ATTACHED):
                spoken.setdefault(mention.first, []).append(mention)
        for first, speech in spoken.items():
            if len(speech) > 1 and ends is None:
                ends = {m.last for held in self.at.values() for m in held if m.kind in (*NAMES, "voices", "place")}
            if ends is not None and first in ends and len(speech) > 1:  # "Ada Roy reports from Alpha": a verb behind its subject
                speech = [mention for mention in speech if mention.attrs.get("pos") == "verb"] or speech
            if self.naming(first) is None:
                found[first] = speech
        inside = {
            at
            for mentions in (self.at.values() if found else ())
            for mention in mentions
            if mention.kind == "voices" and mention.last - mention.first > 2
            for at in range(mention.first + 1, mention.last)
        }
        return [self._cue(found[first]) for first in sorted(found) if first not in inside]  # "the secretary of state said"

    @staticmethod
    def _cue(mentions: list[Mention]) -> Cue:
        longest = max(mention.last for mention in mentions)
        mentions = [mention for mention in mentions if mention.last == longest]
        if any(mention.attrs.get("act") == "cite" for mention in mentions):
            mentions = [mention for mention in mentions if mention.attrs.get("act") == "cite"]
        first = mentions[0]
        allowed = [_allowed(mention.attrs.get("takes", "")) for mention in mentions]
        takes = frozenset[str]().union(*allowed)
        if any("weak" not in one for one in allowed):
            takes -= {"weak"}
        features = frozenset[str]().union(*(mention.features for mention in mentions))
        via = "tweet" if "tweets" in takes else None
        return Cue(first.first, longest, first.attrs.get("act", "say"), takes, features, first.rule, via)

    def form(self, at: int) -> str:
        return self.tokens[at].form if self.first <= at < self.last else ""

    def has(self, at: int, *roles: str) -> bool:
        """Whether the word at a token has one of these roles."""
        held = self._roles.get(at)
        if held is None:
            held = self.roles(at)
        return not held.isdisjoint(roles)

    def roles(self, at: int) -> frozenset[str]:
        """The roles of the word at a token: most words have none."""
        held = self._roles.get(at)
        if held is None:
            if not self.first <= at < self.last:
                return NOTHING
            token = self.tokens[at]
            held, written = self.words(token.form), self.words.written(self.text[token.start : token.end])
            held = self._roles[at] = held | written if written else held
        return held

    def kind(self, at: int) -> str:
        return self.tokens[at].kind if self.first <= at < self.last else "punctuation"

    def mention(self, at: int, *kinds: str) -> Mention | None:
        """The longest mention of one of the kinds that begins at a token."""
        best: Mention | None = None
        for mention in self.at.get(at, ()):
            if mention.kind in kinds and (best is None or mention.last > best.last):
                best = mention
        return best

    def name(self, at: int) -> Mention | None:
        """A name of the packs at a token: persons first; agencies before parties, other outlets behind them.

        Descriptions ("the organization") and crowds ("residents") are no names: the nouns that can speak know them.
        """
        if at not in self._names:  # asked again and again, for every phrase that may begin or end here
            self._names[at] = self._name(at)
        return self._names[at]

    def _name(self, at: int) -> Mention | None:
        best: Mention | None = None
        for mention in self.at.get(at, ()):
            if mention.kind not in NAMES or (mention.kind == "actor" and not _proper(mention)):
                continue
            if (
                self.words.capitals
                and mention.kind == "actor"
                and not any(self.capital(j) for j in range(mention.first, mention.last))
                and any(
                    other.kind == "voices" and other.last == mention.last
                    for j in range(mention.first, mention.last)
                    for other in self.at.get(j, ())
                )
            ):
                continue  # a crowd that a party's row lists among its names
            if best is None or (mention.last, -_rank(mention)) > (best.last, -_rank(best)):
                best = mention
        return best

    def party(self, first: int, head: int, last: int) -> str | None:
        """The party that resolution found behind a definite noun ("the group"), unless an adjective makes it another one."""
        found = next((party for party in self.parties if party.first <= first <= head < party.last <= last), None)
        if found is None or (found.last < last and self._narrows(found.last)):
            return None
        return found.actor

    def _narrows(self, at: int) -> bool:
        """Whether a word behind a definite noun tells which one: "the office the-medical"."""
        definite = bool(self.words.article) and self.form(at).startswith(self.words.article)
        return definite and not self.has(at, "ordinary", "adjective") and not self.at.get(at)

    def naming(self, at: int) -> int | None:
        """Where a name begins behind "called"; None for any other word."""
        titles = [m.last for m in self.at.get(at, ()) if m.kind == "titles" and m.attrs.get("kind") == "called"]
        return max(titles, default=None)

    def described(self, first: int, last: int) -> str | None:
        """The party that a description among these tokens means by itself."""
        held = {
            mention.attrs["id"]
            for at in range(first, last)
            for mention in self.at.get(at, ())
            if mention.kind == "actor" and mention.attrs.get("how") == "description"
        }
        return held.pop() if len(held) == 1 else None

    def verb(self, at: int) -> bool:
        """Whether the packs know a word as a finite verb, or as one that goes with a verb."""
        return any(
            mention.kind in ("terms", "function")
            and (
                (mention.attrs.get("pos") == "verb" and bool(mention.features & {"past", "third"}))
                or mention.attrs.get("role") in ("be", "future", "must", "can", "may")
            )
            for mention in self.at.get(at, ())
        )

    def place(self, at: int) -> bool:
        """Whether a place is named at a token."""
        return at in self.places or self.mention(at, "place") is not None

    def capital(self, at: int) -> bool:
        """Whether a word is written with a capital (in scripts that have them)."""
        return self.first <= at < self.last and self.text[self.tokens[at].start].isupper()

    def words_of(self, first: int, last: int) -> str:
        """The text from one token to another, without marks at its ends."""
        while first < last and self.kind(first) == "punctuation":
            first += 1
        while last > first and self.kind(last - 1) == "punctuation" and self.form(last - 1) not in (POSSESSIVE, "."):
            last -= 1
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def unattached(self, first: int, last: int, mention: Mention | None) -> str:
        """The text of a phrase without the conjunction or preposition written onto its first word."""
        words = self.words_of(first, last)
        if mention is None or not mention.features:
            return words
        for strip, add, feature in sorted(self.words.attached, key=lambda row: (row[2] not in ("and", "then"), -len(row[0]))):
            if feature in mention.features and words.startswith(strip):
                if words[len(strip) - 1 :].startswith(mention.form) and len(strip) > 1:
                    strip = strip[:-1]  # its own first letter, written once behind the article
                words = add + words[len(strip) :]
                if feature not in ("and", "then"):
                    break
        return words

    def masthead(self, at: int) -> str | None:
        """The word by which an outlet's name begins, where a preposition is written onto it; None for any other word."""
        form = self.form(at)
        for strip, add, feature in self.words.attached:
            if feature in ATTACHED and form.startswith(strip) and "masthead" in self.words(add + form[len(strip) :]):
                return add + form[len(strip) :]
        return None

    def quoted(self, at: int) -> Quotation | None:
        """The innermost quotation around a token."""
        held = [quotation for quotation in self.quotations if quotation.first <= at < quotation.last]
        return min(held, key=lambda quotation: quotation.last - quotation.first, default=None)

    def quotation_at(self, at: int) -> Quotation | None:
        """The outermost quotation whose opening mark or first word is at a token."""
        return next(
            (
                quotation
                for quotation in self.quotations
                if quotation.first in (at, at + 1)
                and quotation.first > self.first - 1
                and (quotation.first == at + 1) == (self.kind(at) == "punctuation")
            ),
            None,
        )

    def told_before(self) -> Quotation | None:
        """The quotation that ends right before the sentence, with a mark that asks or calls: “Who was it?” Ada Roy asked."""
        before = self.first - 1
        if before < 1 or "\n" in self.text[self.tokens[before].end : self.tokens[self.first].start]:
            return None
        if self.tokens[before - 1].form not in ASKING:
            return None
        return next((quotation for quotation in self._quoted if quotation.last in (before, self.first)), None)

    def cues_before(self, at: int) -> bool:
        """Whether any cue of speech stands before a token."""
        return any(cue.first < at for cue in self.cues)


def numbered(line: Line, at: int) -> bool:
    """Whether a number stands within a few tokens: figures, or a word for them."""
    near = range(at, min(at + 4, line.last))
    return any(line.kind(j) == "number" or any(m.kind == "numbers" for m in line.at.get(j, ())) for j in near)
