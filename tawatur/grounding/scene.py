"""A reading laid out for the gate: what stands in a stretch of text, and the signs that a word gives."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from tawatur.grounding import readings
from tawatur.grounding.classes import NOTHING, classes
from tawatur.packs import Language, Packs
from tawatur.records import Attribution, Locality, Mention, Party, Quantity, Reading, Sentence, Temporal
from tawatur.records.reading import by_kind, roles_of, standing_in
from tawatur.records.swift import once, swift
from tawatur.text import QUOTES

GIVING = frozenset({"stance:offers", "stance:demands"})
"""Stances that are still taken towards what a negation leaves: "demands nothing but", "offered nothing but"."""
EXCEPT = 6
"""Tokens behind a word within which one for "except" may stand, its subject between."""
BEFORE = 4
"""Tokens before a word within which a negation turns it round."""
BIDDING = 6
"""Tokens before a verb within which a word of duty or of a condition governs it."""
NOUN = 2
"""Tokens before a noun within which "no" or "without" denies it."""
SIGNING = frozenset({"terms", "measures", "counted", "signs", "speech", "function"})
"""Kinds of mentions that license something."""
OWN = frozenset({"its", "their", "his", "her", "our", "my", "them"})
"""Features of a word with a pronoun written onto it."""
REFUSERS = frozenset({"participle", "active", "definite", "plural"})
"""Features of a word for people by what they do: those who refuse the deal."""
AUXILIARY = frozenset({"future", "can", "may"})
JOINING = frozenset({"and", "or", "must"})
"""Roles of words between commands, or before one: "please"."""
NAMING = frozenset({"of", "be", "have", "future", "must", "by"})
"""Roles of words behind a form that is a noun and no verb."""
VIOLENCE = "event:ASSAULT"
"""What a threat announces."""
GOVERNING = frozenset({"of", "by", "to", "from", "for", "in", "on", "with", "between", "against", "through", "exchange"})
FINITE = frozenset({"past", "third", "participle"})
HARD = frozenset(";؛:.!?؟…")
OPENERS = frozenset({"while", "because", "if", "unless", "whether", "after", "though", "but", "which", "where"})


@swift
@dataclass(frozen=True, slots=True)
class Sign:
    """A word that licenses something: what it says (`stance`, `stance:rejects`, `measure:killed` …), and how.

    `turned`: a negation turns it round. `told`: that it is so; an infinitive, a gerund or a masdar only tells what is wished,
    done or spoken of besides. `aimed`: an infinitive.
    """

    first: int
    last: int
    names: frozenset[str]
    features: frozenset[str]
    pos: str
    turned: bool
    form: str
    told: bool = True
    aimed: bool = False


@dataclass(frozen=True)
class Layout:
    """One sentence with all that stands in it."""

    sentence: Sentence
    language: Language
    mentions: Sequence[Mention]
    parties: Sequence[Party]
    quantities: Sequence[Quantity]
    localities: Sequence[Locality]
    times: Sequence[Temporal]
    forms: Sequence[str]

    @once
    def _kinds(self) -> dict[str, list[Mention]]:
        return by_kind(self.mentions)

    def of_kind(self, kind: str) -> Sequence[Mention]:
        """The mentions of a kind, by place."""
        return self._kinds.get(kind, ())

    @once
    def roles(self) -> dict[int, str]:
        """The role of the function word that begins at a token; the longest wins."""
        roles = roles_of(self.of_kind("function"), self.times)
        return roles | dict.fromkeys(self._laid(roles), "must")

    def _laid(self, roles: Mapping[int, str]) -> frozenset[int]:
        """Where a preposition at the head of a clause lays a duty on somebody: "on the fighters is to leave"."""
        duty = self.language.grammar.get("duty")
        return frozenset(at for at, role in roles.items() if duty and role == duty and self._heads(at, roles))

    @once
    def duties(self) -> frozenset[int]:
        """The prepositions that lay a duty on the one behind them."""
        duty = self.language.grammar.get("duty")
        return frozenset(m.first for m in self.of_kind("function") if duty and m.attrs.get("role") == duty
                         and self.roles.get(m.first) == "must")

    @once
    def filled(self) -> frozenset[int]:
        """Prepositions that have their noun written onto them: what follows is not governed by them."""
        return frozenset(m.first for m in self.of_kind("function") if m.features & OWN)

    @once
    def offices(self) -> frozenset[int]:
        """The tokens of words for somebody by whom a party acts: a spokesman for, the leadership of."""
        return frozenset(at for m in self.of_kind("signs") if m.attrs["sign"] == "office" for at in range(m.first, m.last))

    def _heads(self, at: int, roles: Mapping[int, str]) -> bool:
        if at > self.sentence.first and self.form(at - 1) in QUOTES:
            at -= 1
        return at == self.sentence.first or roles.get(at - 1) == "that" or self.form(at - 1) in HARD

    @once
    def signs(self) -> list[Sign]:
        """The words that license something, by place; readings of one form by several rows stay apart."""
        within_names = readings.titled(self.parties)
        alike: dict[tuple[int, int, str, str], tuple[Mention, frozenset[str], frozenset[str]]] = {}
        for m in self.mentions:
            names = self._names(m) if m.kind in SIGNING else NOTHING
            if m.kind in ("terms", "measures") and m.first in self.fillers and m.last - 1 in self.fillers:
                continue  # within a phrase that says nothing: "in one go"
            if m.kind in ("terms", "measures") and m.first in within_names:
                continue
            noun = self.order != "after" and readings.noun(m, self.roles.get(m.first - 1) in GOVERNING - {"to"})
            if names and not noun and not ("stance" in names and (m.first in self.called or m.features >= REFUSERS)):
                key = (m.first, m.last, m.rule, m.kind)
                known = alike.get(key)
                alike[key] = m, names, known[2] | m.features if known else m.features
        made = [self._sign(*one) for one in alike.values()]
        aimed = {sign.first for sign in made if sign.aimed}
        return sorted((replace(sign, told=False, aimed=True) if sign.first in aimed else sign for sign in made), key=_first)

    def _sign(self, m: Mention, names: frozenset[str], features: frozenset[str]) -> Sign:
        """The sign that a mention gives, with the features of all readings of its form."""
        first, pos = m.first, m.attrs.get("pos", "")
        if "future" in m.features:  # a verb may bear its future in its form
            names |= {"role:future"}
        if VIOLENCE in names and self.ahead(*self.clause(first)):
            names |= {"vowed"}
        if self._commands(m, features):
            names = frozenset(name for name in names if not name.startswith("stance")) | {"role:must"}
        turned = self._unmade(m) if m.kind == "function" else self.turned(first, NOUN if pos == "noun" else BEFORE)
        if not turned and not features and pos != "verb":  # most words
            return Sign(first, m.last, names, features, pos, False, m.form)
        left = turned and any(self.roles.get(at) == "except" for at in range(m.last, m.last + EXCEPT))
        if left and "stance:accepts" in names:  # who accepts nothing but a thing demands it
            names = frozenset(name for name in names if not name.startswith("stance:")) | {"stance:demands"}
        if left and ("stance" not in names or names & GIVING):
            turned = False  # "holds nothing but the old quarter", "only ten lorries came in"
        told = self._told(first, pos, features) or "state" in names
        return Sign(first, m.last, names, features, pos, turned, m.form, told, self._aimed(first, features))

    def ahead(self, first: int, last: int) -> bool:
        """Whether a stretch tells of what is to come, by a word or by the form of a verb."""
        return any(first <= other < last for other in self._coming)

    @once
    def _coming(self) -> list[int]:
        return [m.first for m in self.mentions if "future" in m.features or self.roles.get(m.first) == "future"]

    def _commands(self, m: Mention, features: frozenset[str]) -> bool:
        """Whether a bare verb heads what is quoted and so tells others what to do; a further one may be joined to it."""
        if m.attrs.get("pos") != "verb" or "base" not in features or self.order == "after" or self.roles.get(m.last) in NAMING:
            return False
        at = m.first - 1
        while at >= self.sentence.first and (self.roles.get(at) in JOINING or self.form(at) in QUOTES):
            at -= 1
        heads = at < self.sentence.first or self.form(at + 1) in QUOTES
        return heads or (at < m.first - 1 and self.form(self.sentence.first) in QUOTES)

    def _told(self, first: int, pos: str, features: frozenset[str]) -> bool:
        before = self.roles.get(first - 1, "")
        if pos == "verb" and self._bidden(first):
            return False
        if "future" in features:
            return True
        if features & FINITE and before not in ("to", "that"):
            return True
        if "base" in features:
            return before != "to"
        if "ing" in features:
            return before in ("be", "not") or self.roles.get(first - 2, "") == "be"
        return not (pos == "verb" and ("noun" in features or before == "that"))

    def _bidden(self, first: int) -> bool:
        """Whether a verb only tells what must be, or what something hangs on."""
        if not self.binding:
            return False
        for at in range(first - 1, max(self.sentence.first, first - BIDDING) - 1, -1):
            role = self.roles.get(at, "")
            if at in self.binding:
                return True
            if role in OPENERS or self.form(at) in HARD:
                return False
        return False

    def _aimed(self, first: int, features: frozenset[str]) -> bool:
        if "future" in features:
            return False
        before = "" if any(m.first == first - 1 for m in self.of_kind("pronouns")) else self.roles.get(first - 1, "")  # "that-it"
        bare = "base" in features and "past" not in features and before == "to"
        return bare or (before == "that" and "present" in features and self.order == "after")

    def _unmade(self, mention: Mention) -> bool:
        """Whether a negation stands behind an auxiliary: "will not"."""
        if mention.attrs.get("role") not in AUXILIARY:
            return False
        near = range(max(self.sentence.first, mention.first - BEFORE), mention.last + 1)
        return any(at in self.denials for at in near) and (self.roles.get(mention.last) == "not" or self._none(mention.first))

    def _none(self, first: int) -> bool:
        """Whether a subject before an auxiliary is nobody: no armed man will pass."""
        return any(self.roles.get(at) == "no" for at in range(max(self.sentence.first, first - BEFORE), first))

    def _names(self, mention: Mention) -> frozenset[str]:
        if mention.kind == "function" and self.roles.get(mention.first) == "must":
            return frozenset({"role:must"})
        if mention.kind == "function" and mention.first not in self.roles:
            return NOTHING
        if mention.kind == "function" and self.lacking(mention.first):
            return frozenset({"role:unless"})
        return classes(mention)

    @once
    def called(self) -> frozenset[int]:
        """The tokens by which somebody is called: the opposition opposes nothing by its name."""
        named = (party for party in self.parties
                 if party.how in ("name", "description") and self.roles.get(party.last) not in ("to", "by"))
        return frozenset(at for party in named for at in range(party.first, party.last))

    @once
    def order(self) -> str:
        """Where a subject stands: after its verb or before it."""
        return str(self.language.grammar.get("order", ["before"])[0])

    @once
    def hollow(self) -> frozenset[int]:
        """Tokens whose negation turns nothing round: "no fewer than", "not only", "still" where it is worded with a not."""
        found = (*self.of_kind("bounds"), *(m for m in self.of_kind("signs") if m.attrs["sign"] == "hollow"))
        return frozenset(at for m in found for at in range(m.first, m.last))

    @once
    def fillers(self) -> frozenset[int]:
        """Tokens of phrases of several words that say nothing by themselves."""
        return frozenset(at for m in self.of_kind("signs") if m.attrs["sign"] == "hollow" and m.last - m.first > 1
                         for at in range(m.first, m.last))

    @once
    def denials(self) -> frozenset[int]:
        """Where words of negation stand; in most sentences nowhere, and nothing need be looked for before any word."""
        return frozenset(at for at, role in self.roles.items() if role in ("not", "no") and not (
            at in self.hollow or self.lacking(at)))

    def lacking(self, at: int) -> bool:
        """Whether a word of lack names a condition, what is to come denied before it: "will not sign without guarantees"."""
        return self.roles.get(at) == "no" and any(self.roles.get(near) == "not" for near in range(self.clause(at)[0], at - 1))

    @once
    def binding(self) -> frozenset[int]:
        """Where words of duty or of a condition stand."""
        return frozenset(at for at, role in self.roles.items() if role in ("must", "if", "unless"))

    def turned(self, first: int, reach: int = BEFORE) -> bool:
        """Whether a word of negation stands before a token, with nothing between that opens another thought."""
        if not self.denials:
            return False
        if any(self.roles.get(at) == "has" for at in range(first - BEFORE, first)):  # "there is not with the army an intention"
            reach = BEFORE + 1
        for at in range(first - 1, max(self.sentence.first, first - reach) - 1, -1):
            role = self.roles.get(at, "")
            if at in self.denials and (role == "not" or first - at <= NOUN):
                return True
            if role in OPENERS or self.form(at) in HARD or (role == "and" and at == first - 1) or self.lacking(at):
                return False
        return False

    def form(self, at: int) -> str:
        """The folded form of a token of this sentence."""
        return self.forms[at - self.sentence.first]

    def within(self, first: int, last: int) -> list[Sign]:
        """The signs that overlap a token range."""
        signs, widest = self.signs, self._widest
        low = bisect_left(signs, first - widest, key=_first)
        return [sign for sign in signs[low:bisect_left(signs, last, lo=low, key=_first)] if first < sign.last]

    @once
    def _widest(self) -> int:
        """Tokens of the longest sign."""
        return max((sign.last - sign.first for sign in self.signs), default=0)

    @once
    def parts(self) -> list[int]:
        """Where words stand that tell of a part."""
        return [m.first for m in self.of_kind("parts")]

    def clause(self, at: int) -> tuple[int, int]:
        """The stretch around a token between words that open another thought and marks that end one."""
        before = bisect_right(self._edges, at)
        first = self._edges[before - 1] if before else self.sentence.first
        return first, self._edges[before] if before < len(self._edges) else self.sentence.last

    @once
    def _edges(self) -> list[int]:
        """The tokens at which another thought begins, the sentence's first one left out."""
        first = self.sentence.first
        behind = {at for at, form in enumerate(self.forms, first + 1) if form in HARD and at < self.sentence.last}
        return sorted(behind.union(at for at, role in self.roles.items() if role in OPENERS and at > first))


_first, _start = attrgetter("first"), attrgetter("start")


@dataclass
class Scene:
    """A reading, asked by place; layouts are made when they are first needed."""

    reading: Reading
    packs: Packs
    called: dict[str, frozenset[str]] = field(default_factory=dict)
    """The ids of the places that a name may mean, once asked."""
    _layouts: dict[int, Layout] = field(default_factory=dict)
    _voices: dict[int, Sequence[Attribution]] = field(default_factory=dict)

    @once
    def folded(self) -> str:
        """The text of the report, folded."""
        return self.packs.folding.fold(self.reading.document.text)

    @once
    def forms(self) -> frozenset[str]:
        """The words of the report as the names of places are looked up."""
        return frozenset(map(self.packs.gazetteer.spelling.word, (token.form for token in self.reading.tokens)))

    @once
    def placed(self) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of the report's localities, and the names that they are called by, folded."""
        resolved = [one.place for one in self.reading.localities if one.place is not None]
        names = {*(one.name for one in self.reading.localities), *(place.name for place in resolved)}
        return frozenset(place.id for place in resolved if place.id), frozenset(map(self.packs.folding.fold, names))

    @once
    def bones(self) -> frozenset[str]:
        """What the words of the report sound like in either script."""
        return frozenset(filter(None, (self.packs.gazetteer.spelling.key((form,)) for form in self.forms)))

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that overlap a stretch of text, half-open."""
        tokens = self.reading.tokens
        first = bisect_right(tokens, start, key=_start) - 1
        if first < 0 or tokens[first].end <= start:
            first += 1
        return first, bisect_left(tokens, end, lo=first, key=_start)

    def numbers(self, first: int, last: int) -> range:
        """The numbers of the sentences that hold a token range."""
        sentences = self.reading.sentences
        low = max(bisect_right(sentences, first, key=_first) - 1, 0)
        return range(low, max(bisect_left(sentences, last, key=_first), low + 1) if sentences else low)

    def layout(self, number: int) -> Layout:
        """A sentence laid out."""
        known = self._layouts.get(number)
        if known is None:
            known = self._layouts[number] = self._lay(number)
        return known

    def earlier(self, layout: Layout, count: int) -> Iterator[Layout]:
        """Up to so many sentences before this one, the nearest first."""
        number = self.numbers(layout.sentence.first, layout.sentence.first + 1).start
        return (self.layout(at) for at in range(number - 1, max(-1, number - 1 - count), -1))

    def _lay(self, number: int) -> Layout:
        reading, sentence = self.reading, self.reading.sentences[number]
        first, last = sentence.first, sentence.last
        return Layout(
            sentence, self.packs.language(sentence.language), standing_in(reading.mentions, first, last),
            standing_in(reading.parties, first, last), standing_in(reading.quantities, first, last),
            standing_in(reading.localities, first, last), standing_in(reading.times, first, last),
            [token.form for token in reading.tokens[first:last]])

    @once
    def denials(self) -> bool:
        """Whether anybody in the report denies what is told."""
        return any(said.denies for said in self.reading.attributions)

    def voices(self, start: int) -> Sequence[Attribution]:
        """The attributions whose content holds a code point."""
        known = self._voices.get(start)
        if known is None:
            known = self._voices[start] = [said for said in self.reading.attributions if any(
                span.start <= start < span.end for span in said.content)]
        return known
