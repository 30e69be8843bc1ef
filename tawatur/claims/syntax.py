"""A sentence laid out for the kinds: its clauses, and what stands at each token."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tawatur.claims.clauses import COMMON, VERBAL, Clause, article_of, cut
from tawatur.claims.standing import Standing, named, standing
from tawatur.packs import Language, Packs
from tawatur.records import Locality, Mention, Party, Quantity, Reading, Sentence, Temporal, by_kind, roles_of, standing_in
from tawatur.records.swift import kept, once, swift
from tawatur.text import COMMAS

PREPOSITIONS = frozenset({"of", "by", "to", "from", "for", "in", "on", "with", "between", "against", "through", "exchange"})
ISSUE = "issue"
"""The class of what may be bargained over: written alike, the noun is meant, whose verb has its subject between."""
ASKING = frozenset({"stance", "appeal"})
"""Classes of words that ask somebody to do something."""
HOLLOW = "hollow"
"""The sign of phrases that only look like a negation."""
VOID = "none"
"""The class of words that say nothing, whatever else is written like them."""
OWN = frozenset({"its", "their", "our"})
"""Features of words that a pronoun is written onto."""
ACTING = frozenset({"unnamed", "office", "organisation"})
"""Kinds of voices that act for the party whose they are."""
MEMBERS = (frozenset({"of", "for"}), frozenset({"of", "for", "from"}))
"""Roles of words behind which stands whose members somebody is; where the possessor follows its noun, "from" is one."""
BREAKS = frozenset(",،;؛:.!?؟()[]")
FIGURING = frozenset({"mediates", "talks", "deal", "plan", "proposal", "vessel"})
"""Classes of nouns that a preposition governs together with the party behind them: "to the go-between Turkey"."""
JOINERS = frozenset("-‐‑'’")
"""Marks that make one written word of two tokens."""
SETTLEMENTS = frozenset({"city", "town", "village", "neighbourhood", "district", "camp"})
"""Kinds of places in which people live."""
CLITIC_PREPOSITIONS = frozenset({"by", "to", "like"})


@swift
@dataclass(frozen=True)
class Syntax:
    """One sentence of a reading with its mentions by token."""

    reading: Reading
    sentence: Sentence
    language: Language
    packs: Packs
    mentions: Sequence[Mention]
    parties: Sequence[Party]
    demonyms: Sequence[Party]
    standing: Standing

    def has(self, construction: str) -> bool:
        """Whether the language has a construction; raises LookupError for one that docs/patterns.md does not know."""
        return self.language.has(construction)

    @property
    def capitals(self) -> bool:
        """Whether names show themselves by their capitals."""
        return bool(self.language.grammar.get("capitals"))

    @once
    def clauses(self) -> list[Clause]:
        bare = self.has("zero_complementizer")
        return cut(self.reading, self.sentence, self._kinds, bare, article_of(self.packs, self.sentence))

    @once
    def roles(self) -> dict[int, str]:
        """The grammatical role of the function word that begins at a token; the longest wins."""
        return roles_of(self.of_kind("function"), self.times_in(self.sentence.first, self.sentence.last))

    @once
    def _spoken(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at in sorted(self.roles):
            found.setdefault(self.roles[at], []).append(at)
        return found

    def spoken(self, role: str, first: int, last: int) -> list[int]:
        """Where words of a role stand in a token range; most sentences have none, and need not be gone through for it."""
        held = self._spoken.get(role)
        return [at for at in held if first <= at < last] if held else []

    @once
    def denies(self) -> bool:
        """Whether any word of the sentence denies something."""
        return "not" in self._spoken or "no" in self._spoken

    @once
    def announces(self) -> bool:
        """Whether any word of the sentence speaks of what is to come."""
        return bool(self.ahead) or "future" in self._spoken or any("future" in m.features for m in self.mentions)

    @once
    def filled(self) -> frozenset[int]:
        """Where prepositions stand that hold their own pronoun ("over it"), and govern nothing behind them."""
        return frozenset(m.first for m in self.of_kind("function") if m.features & OWN)

    @once
    def ahead(self) -> frozenset[int]:
        """Where function words stand that speak of what is to come besides their role: "won't", "never will"."""
        return frozenset(m.first for m in self.of_kind("function") if m.attrs.get("tense") == "future")

    @once
    def lasting(self) -> frozenset[int]:
        """Where words stand that also tell only how long something was so: "held the hill until …"."""
        return frozenset(m.first for m in self.of_kind("function") if m.attrs.get("tense") == "lasting")

    @once
    def provisos(self) -> frozenset[int]:
        """Where words stand behind which a condition is made and no case supposed: "on condition that"."""
        return frozenset(m.first for m in self.of_kind("function") if m.attrs.get("tense") == "proviso")

    @once
    def none(self) -> frozenset[int]:
        """Where words stand that say of a noun that there is none: "no convoy", and not "without a convoy"."""
        found = frozenset(m.first for m in self.of_kind("function") if m.attrs.get("tense") == "none")
        return found - self.hollow

    @once
    def hollow(self) -> frozenset[int]:
        """Where longer phrases begin that turn nothing round, whatever denies in them: "no fewer than", "no doubt"."""
        longer = (*self.of_kind("bounds"), *(m for m in self.of_kind("signs") if m.attrs["sign"] == HOLLOW))
        return frozenset(m.first for m in longer if m.last - m.first > 1)

    @once
    def new(self) -> frozenset[int]:
        """Where words stand that open the noun phrase of something not told of before: an attack."""
        return frozenset(m.first for m in self.of_kind("function") if m.attrs.get("new"))

    @once
    def terms(self) -> list[Mention]:
        """The rows of the `terms` table that stand here; readings of one form by one row are one, features together."""
        merged: dict[tuple[int, int, str], Mention] = {}
        for mention in self.of_kind("terms"):
            key = (mention.first, mention.last, mention.rule)
            known = merged.get(key)
            merged[key] = mention if known is None else _with(known, known.features | mention.features)
        asked = min((term.first for term in merged.values() if term.attrs["class"] in ASKING), default=self.sentence.last)
        bare = {(term.first, term.last, term.attrs["class"]) for term in merged.values() if self._infinitive(term, asked)}
        named = {(term.first, term.last, term.attrs["class"]) for term in merged.values() if term.attrs.get("pos") == "noun"}
        void = {(term.first, term.last) for term in merged.values() if term.attrs["class"] == VOID}
        told = (term for term in merged.values() if term.attrs["class"] != COMMON and (term.first, term.last) not in void)
        return [term for term in told if not self._otherwise(term, named - bare, bare)]

    def _otherwise(self, term: Mention, nouns: set[tuple[int, int, str]], bare: set[tuple[int, int, str]]) -> bool:
        """Whether a form that may be noun, verb or name is another here."""
        here = (term.first, term.last, term.attrs["class"])
        if "active" in term.features and any(
                party.how == "name" and party.last == term.last for party in self.parties_in(term.first, term.first + 1)):
            return True  # a name that is written as a participle is
        if term.attrs.get("pos") == "noun":
            return here in bare
        return term.attrs.get("pos") == "verb" and here in nouns and (term.attrs["class"] == ISSUE or self._late(term))

    @once
    def outcomes(self) -> list[Mention]:
        """Everyday verbs that tell how talks stand where talks are near, and are no terms elsewhere."""
        return [mention for mention in self.of_kind("terms") if mention.attrs["class"] == COMMON]

    def _infinitive(self, term: Mention, asked: int) -> bool:
        """Whether a form that may be noun or verb is what somebody is asked to do: "told them to surrender"."""
        if term.attrs.get("pos") != "verb" or term.attrs["class"] == ISSUE or term.first <= asked:
            return False
        return "base" in term.features and self.roles.get(term.first - 1) == "to" and self.has("to_infinitive")

    def _late(self, term: Mention) -> bool:
        """Whether a clause has had its verb, so that a form which may be noun or verb is a noun; else a participle is one."""
        if {"participle", "active"} <= term.features:
            return True
        if not term.features & {"base", "third"}:
            return False
        first = self.clause_at(term.first).first
        if any(self.roles.get(at) in ("have", "be", "must") for at in range(first, term.first)):
            return True
        verbs = (other for other in self.mentions if other.kind in VERBAL and first <= other.first < term.first)
        return any(other.features & {"past", "third", "future"} for other in verbs)

    @once
    def _classes(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for term in self.terms:
            found.setdefault(term.attrs["class"], []).append(term)
        return found

    def of_class(self, *classes: str) -> Sequence[Mention]:
        """Terms of some classes, by place."""
        if len(classes) == 1:
            return self._classes.get(classes[0], ())
        there = self._classes.keys() & classes
        if len(there) < 2:
            return self._classes[there.pop()] if there else ()
        return [term for term in self.terms if term.attrs["class"] in there]

    def within(self, first: int, last: int) -> list[Mention]:
        """Terms wholly inside a token range."""
        terms, begins = self.terms, self._begun
        low = bisect_left(begins, first)
        return [term for term in terms[low:bisect_left(begins, last, lo=low)] if term.last <= last]

    @once
    def _begun(self) -> list[int]:
        """Where the terms begin."""
        return [term.first for term in self.terms]

    @once
    def _kinds(self) -> dict[str, list[Mention]]:
        return by_kind(self.mentions)

    def of_kind(self, kind: str) -> Sequence[Mention]:
        """Mentions of a kind, by place."""
        return self._kinds.get(kind, ())

    def kinds_in(self, first: int, last: int) -> list[Mention]:
        """Nouns that say what kind of place something is, that begin in a token range: town, camp, road."""
        return [noun for noun in self.of_kind("place_nouns") if first <= noun.first < last and noun.attrs.get("kind")]

    def signed(self, sign: str, first: int, last: int) -> list[Mention]:
        """The words of a sign that begin in a token range, by place."""
        return [m for m in self.of_kind("signs") if m.attrs["sign"] == sign and first <= m.first < last]

    def mentions_in(self, first: int, last: int) -> Sequence[Mention]:
        """Mentions that begin in a token range."""
        return standing_in(self.mentions, first, last)

    @once
    def _closings(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.last, []).append(mention)
        return found

    def closing(self, at: int) -> Sequence[Mention]:
        """Mentions that end right before a token."""
        return self._closings.get(at, ())

    def clause_at(self, token: int) -> Clause:
        """The clause that holds a token."""
        return self.clauses[bisect_right(self._begins, token) - 1]

    def clause_index(self, token: int) -> int:
        return bisect_right(self._begins, token) - 1

    @once
    def _begins(self) -> list[int]:
        return [clause.first for clause in self.clauses]

    def parties_in(self, first: int, last: int) -> list[Party]:
        return list(standing_in(self.parties, first, last))

    @once
    def heads(self) -> list[Party]:
        """Those of the sentence whom only a noun of their part names, by place."""
        found = self.standing.described
        return [found[at] for at in sorted(found) if self.sentence.first <= at < self.sentence.last]

    def localities_in(self, first: int, last: int) -> list[Locality]:
        return list(standing_in(self.reading.localities, first, last))

    def times_in(self, first: int, last: int) -> list[Temporal]:
        return list(standing_in(self.reading.times, first, last))

    def quantities_in(self, first: int, last: int) -> list[Quantity]:
        return list(standing_in(self.reading.quantities, first, last))

    def oblique(self, party: Party) -> bool:
        """Whether a noun for several people shows by its ending that it is no subject, and so the object of a verb before it."""
        known = self.packs.actors.get(party.actor or "")
        several = self.language.oblique(self.reading.tokens[party.first].form)
        return several and party.last - party.first == 1 and (known is None or known.kind != "state")

    @kept
    def governed(self, party: Party) -> str:
        """The role of the preposition that governs a party, through the list that it stands in; or nothing."""
        clitic = party.features & CLITIC_PREPOSITIONS
        if clitic:
            return min(clitic)
        before = self.listed(party)
        if before is not None:
            return self.governed(before)
        return self._governing(party.first)

    def _governing(self, first: int) -> str:
        """The role of the preposition before a noun; for "leaders of the rebels" the one that governs the leaders."""
        for at in range(first - 1, max(self.sentence.first, first - 4) - 1, -1):
            role = self.roles.get(at, "")
            if at in self._timed and role not in PREPOSITIONS:
                return ""  # the preposition before it governs the time: "on Tuesday it would …"
            if role == "the":
                continue
            if self.roles.get(at + 1) == "the" and role not in PREPOSITIONS:
                return ""  # the phrase of the noun begins behind it: "in March the army"
            if role in MEMBERS[self.language.grammar.get("possessor") == "after"] and (head := self.members(at)) is not None:
                return self._governing(head)
            if role in PREPOSITIONS:
                return role if at not in self.filled and self._reaches(at, first) else ""
            if role or self.reading.tokens[at].form in BREAKS:
                return ""
        return ""

    @once
    def _timed(self) -> frozenset[int]:
        """The tokens by which a time is named."""
        return frozenset(at for m in self.times_in(self.sentence.first, self.sentence.last) for at in range(m.first, m.last))

    def members(self, at: int) -> int | None:
        """Where those begin who act for the party behind "of", or units "from" it; a noun at `at` ends them."""
        few = ("groups", "counted") if self.roles.get(at) == "from" else ()
        return next((m.first for m in self.closing(at) if m.attrs.get("value") == "fighters" or (m.kind in few and m.attrs.get(
            "unit", "people") == "people") or (m.kind == "voices" and m.attrs.get("kind") in ACTING)), None)

    def unquoted(self, start: int, first: int) -> int:
        """The token from `first` on at which the quotation round a code point ends; the sentence's end where there is none."""
        ends = [quote.end for quote in self.reading.quotations if quote.start <= start < quote.end]
        if not ends:
            return self.sentence.last
        return bisect_left(self.reading.tokens, min(ends), min(first, self.sentence.last), self.sentence.last, key=_start)

    @kept
    def listed(self, party: Party) -> Party | None:
        """The party before this one in a list: joined by a comma or "and"."""
        near = [other for last in range(party.first - 3, party.first + 1) for other in self._ending.get(last, ())]
        if not near:
            return None
        opens = party.first - 1 if self.roles.get(party.first - 1) == "the" else party.first
        for other in sorted(near, key=_first):
            if 1 <= opens - other.last <= 2:
                between = range(other.last, opens)
                joined = all(self.reading.tokens[at].form in COMMAS or self.roles.get(at) in ("and", "or") for at in between)
                if joined and self._list_ends(between, party):
                    return other
            if other.last == party.first and "and" in party.features:
                return other
        return None

    @once
    def _ending(self) -> dict[int, list[Party]]:
        """The parties by the token behind them."""
        found: dict[int, list[Party]] = {}
        for party in self.parties:
            found.setdefault(party.last, []).append(party)
        return found

    def _list_ends(self, between: range, party: Party) -> bool:
        """A comma alone joins two parties only where the list goes on behind them."""
        if any(self.roles.get(at) in ("and", "or") for at in between) or "and" in party.features:
            return True
        behind = min(party.last, self.sentence.last - 1)
        return self.roles.get(behind) in ("and", "or") or self.reading.tokens[behind].form in COMMAS

    def _reaches(self, preposition: int, noun: int) -> bool:
        """Whether nothing but words of the noun's own phrase stands between."""
        return not any(term.first > preposition and term.last <= noun and term.attrs["class"] not in FIGURING
                       for term in self.terms)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points of a token range, without a mark at either end."""
        tokens = self.reading.tokens
        while last - first > 1 and tokens[last - 1].kind == "punctuation" and tokens[last - 1].form not in ")]\"”»":
            last -= 1
        while last - first > 1 and tokens[first].kind == "punctuation" and tokens[first].form not in "([\"“«":
            first += 1
        return tokens[first].start, tokens[last - 1].end

    def glued(self, at: int) -> bool:
        """Whether a token and the one before it are two pieces of one written word."""
        if at <= self.sentence.first:
            return False
        before, here = self.reading.tokens[at - 1:at + 1]
        return before.end == here.start and (before.form in JOINERS or here.form in JOINERS)

    def words(self, first: int, last: int) -> str:
        start, end = self.span(first, last)
        return self.reading.document.text[start:end]


def _with(mention: Mention, features: frozenset[str]) -> Mention:
    """The mention with other features; `replace` takes four times as long, and every report asks a hundred times."""
    m = mention
    return m if features == m.features else Mention(
        m.kind, m.start, m.end, m.first, m.last, m.form, m.attrs, features, m.rule)


_first, _start = attrgetter("first"), attrgetter("start")


def syntaxes(reading: Reading, packs: Packs) -> Iterator[Syntax]:
    """The sentences of a reading, laid out one after the other."""
    starts = [mention.first for mention in reading.mentions]
    acting = [party.first for party in reading.parties]
    known = standing(reading, packs)
    for sentence in reading.sentences:
        a, b = bisect_left(starts, sentence.first), bisect_left(starts, sentence.last)
        c, d = bisect_left(acting, sentence.first), bisect_left(acting, sentence.last)
        parties = named([party for party in reading.parties[c:d] if party.how != "demonym"])
        language = packs.language(sentence.language)
        behind = {place.last for place in reading.localities if language.has("agreeing_modifier")}  # "Tarnov the Ostrian"
        demonyms = [party for party in reading.parties[c:d] if party.how == "demonym" and party.first not in behind]
        yield Syntax(reading, sentence, language, packs, reading.mentions[a:b], parties, demonyms, known)
