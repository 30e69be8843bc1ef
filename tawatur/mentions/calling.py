"""Names that a report itself gives: groups it introduces by what they are, and the abbreviations that it defines.

"The gang Red River", "Red River fighters", "fighters of Red River", "Red River's commanders": from then on "Red River" acts,
though no pack knows it. "The Namha Defence Force (NDF)" makes NDF that force in this report, whoever else is called so elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tawatur.mentions.strangers import QUOTES
from tawatur.mentions.taking import taking
from tawatur.records import Mention, Party, Sentence, Token
from tawatur.records.swift import once, swift
from tawatur.text import APOSTROPHES, HYPHENS, Clitics

BESIDE, BEHIND, OWNED, HEADS, CALLED = "beside", "behind", "owned", "heads", "called"
"""How the rows of `newcomers` stand to the names that they bring in."""
BRINGING = "newcomers"
FORCE = "armed_group"
LONGEST = 5
"""Words that a name may have."""
SMALL = 3
"""Letters of a word that may stand small between two capitalised ones: "Comandos de la Ribera"."""
BARRED = frozenset({"actor", "person", "outlet", "place", "nationalities", "months", "weekdays", "titles", "groups", "voices",
                    "definite", "pronouns"})
"""Kinds of mentions that are no part of a name which nobody knows."""
WORDS = frozenset({"function", "speech", "terms", "measures", "timewords", "voices", "definite", "pronouns", "place_nouns"})
"""Kinds of words that a sentence may begin with, capitalised for no other reason."""
KNOWN = frozenset({"name", "person", "unknown"})
"""How parties stand whose nouns bring in nobody else."""
RULE = "report/names"
"""The rule of parties that are named by the report and by no row."""
NOUNS = frozenset({"groups", BRINGING, "counted", "voices"})
SHORTEST = 2
"""Letters of an abbreviation, and words of a name that may go on without its group noun."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name by its words as they are compared, whose it is, and of what kind the report says they are."""

    words: tuple[str, ...]
    actor: str
    kind: str
    short: bool = False
    definite: bool = False
    """Whether it stands for its party only behind an article: "the Union"."""


@swift
@dataclass(frozen=True)
class Sheet:
    """One sentence for the two passes: its mentions, its parties, and how its script writes names."""

    text: str
    tokens: Sequence[Token]
    sentence: Sentence
    mentions: Sequence[Mention]
    parties: list[Party]
    cased: bool
    clitics: Clitics

    @once
    def barred(self) -> frozenset[int]:
        """Tokens that are no part of a name that nobody knows, a word among them that only begins the sentence."""
        first = self.sentence.first
        begins = any(m.first == first and (m.kind in WORDS or m.attrs.get("how") == "description") for m in self.mentions)
        barred = (at for m in self.mentions if self._bars(m) for at in range(m.first, m.last))
        return frozenset((*barred, first) if begins else barred)

    def _bars(self, m: Mention) -> bool:
        """Whether a mention is no part of a name that nobody knows."""
        return m.kind == BRINGING or (m.kind in BARRED and m.attrs.get("how") != "description")

    def written(self, at: int) -> str:
        token = self.tokens[at]
        return self.text[token.start:token.end]

    def joined(self, at: int) -> bool:
        """Whether a token is joined to the next one by a hyphen between them, or is that hyphen."""
        if at + 1 >= self.sentence.last or self.tokens[at].end != self.tokens[at + 1].start:
            return False
        return self.tokens[at].form in HYPHENS or self.tokens[at + 1].form in HYPHENS

    def named(self, at: int) -> bool:
        """Whether a token may be part of a name: capitalised, or joined to a capitalised word."""
        if not self.sentence.first <= at < self.sentence.last or at in self.barred:
            return False
        if self.written(at)[:1].isupper():
            return True
        before, after = at > self.sentence.first and self.joined(at - 1), self.joined(at)
        return (before and at - 2 >= self.sentence.first and self.written(at - 2)[:1].isupper()) or (
            before and self.tokens[at].form in HYPHENS) or (after and at + 2 < self.sentence.last
                                                            and self.written(at + 2)[:1].isupper())

    def small(self, at: int) -> bool:
        """Whether a word of a few letters stands here that the language does not know."""
        within = self.sentence.first <= at < self.sentence.last and self.tokens[at].kind == "word"
        return within and len(self.tokens[at].form) <= SMALL and not any(m.first == at for m in self.mentions)

    def back(self, end: int) -> int:
        """Where the name begins that ends before a token; the token itself where none does."""
        first = end
        while end - first < LONGEST:
            if self.named(first - 1):
                first -= 1
            elif first < end and (few := next((few for few in (1, 2) if self._bridge(first - few, few, first - few - 1)), 0)):
                first -= few + 1
            else:
                break
        while first < end and not self.written(first)[:1].isupper():
            first += 1
        begun = first > self.sentence.first and self.joined(first - 1)  # "the British-based group"
        return end if begun else first

    def on(self, first: int) -> int:
        """Where the name ends that begins at a token; the token itself where none does."""
        last = first
        while last - first < LONGEST:
            if self.named(last):
                last += 1
            elif first < last and (few := next((few for few in (1, 2) if self._bridge(last, few, last + few)), 0)):
                last += few + 1
            else:
                break
        goes_on = last < self.sentence.last and self.written(last)[:1].isupper()  # into what is known: of the Free Syrian Army
        return first if goes_on else last

    def _bridge(self, first: int, few: int, beyond: int) -> bool:
        """Whether a few small words lead to a part of a name: "Comandos de la Ribera"."""
        return all(self.small(at) for at in range(first, first + few)) and self.named(beyond)

    def forms(self, first: int, last: int) -> tuple[str, ...]:
        """The words of a name as they are compared: letter by letter where capitals tell names, folded where none do."""
        return tuple(self.written(at) if self.cased else self.tokens[at].form for at in range(first, last))

    def ends_of(self, kind: str, form: str) -> Iterator[int]:
        """The last tokens of the mentions of a kind that end in a word."""
        return (m.last - 1 for m in self.mentions if m.kind == kind and self.tokens[m.last - 1].form == form)

    def span(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start:self.tokens[last - 1].end]


def called(sheets: Sequence[Sheet]) -> list[Party]:
    """The parties of a report's sentences, with every mention of the names that it gives, in order."""
    names: dict[tuple[str, ...], Name] = {}
    for sheet in sheets:
        for name in (*_introduced(sheet, sheets), *_abbreviated(sheet), *_initialled(sheet)):
            names.setdefault(name.words, name)
    for name in list(_shorter(sheets, names.values())):
        known = names.get(name.words)
        if known is None or known.actor == name.words[0]:  # what a report calls the Front by its whole name
            names[name.words] = name
    if not names:
        return [party for sheet in sheets for party in sheet.parties]
    heads: dict[str, list[Name]] = {}
    for name in sorted(names.values(), key=lambda name: -len(name.words)):
        heads.setdefault(name.words[0], []).append(name)
    return [party for sheet in sheets for party in _spread(sheet, heads)]


def _shorter(sheets: Sequence[Sheet], names: Iterable[Name]) -> Iterator[Name]:
    """The group nouns of names that no pack knows, each for its one group: "the Union" is the Highland Union."""
    found: dict[str, set[tuple[str, str]]] = {}
    named = [(name.actor, name.kind) for name in names]
    named += [(party.actor or "", _kind(party)) for sheet in sheets if sheet.cased for party in sheet.parties
              if party.how == "unknown" and _headed(sheet, party)]
    for actor, kind in named:
        words = actor.split()
        if len(words) > 1:
            found.setdefault(words[-1], set()).add((actor, kind))
    for noun, those in found.items():
        if len({actor for actor, _ in those}) == 1:
            actor, kind = min(those)
            yield Name((noun,), actor, kind, definite=True)


def _headed(sheet: Sheet, party: Party) -> bool:
    """Whether a name ends with its group noun."""
    return any(m.kind == "groups" and m.last == party.last for m in sheet.mentions)


def _introduced(sheet: Sheet, sheets: Sequence[Sheet]) -> Iterator[Name]:
    if not sheet.cased:
        yield from _shortened(sheet)
        return
    known = {at for party in sheet.parties if party.how in KNOWN for at in range(party.first, party.last)}
    for noun in sheet.mentions:
        if noun.kind == BRINGING and noun.attrs["stands"] in (BESIDE, BEHIND, OWNED, HEADS) and noun.first not in known:
            for first, last in _beside(sheet, noun):
                if last - first > 1 or len(sheet.written(first)) > SHORTEST:
                    yield _name(sheet, noun, first, last, sheets)
    for first, last, kind in taking(sheet.text, sheet.tokens, sheet.sentence.first, sheet.mentions, sheet.parties):
        yield Name(sheet.forms(first, last), sheet.span(first, last), kind)
    yield from _capitals(sheet, sheets)


def _capitals(sheet: Sheet, sheets: Sequence[Sheet]) -> Iterator[Name]:
    """A noun that a report always writes with a capital, and that ends no name: "the Movement"."""
    nouns = [m for m in sheet.mentions if m.kind == "definite" and m.last - m.first > 1 and m.last - 1 != sheet.sentence.first
             and FORCE in m.attrs["kinds"].split() and sheet.written(m.last - 1)[0].isupper()]
    if not nouns:
        return
    ends = {other.tokens[party.last - 1].form for other in sheets for party in other.parties if party.how in ("name", "unknown")}
    for noun in nouns:
        at = noun.last - 1
        form = sheet.tokens[at].form
        small = (other.written(end)[0].islower() for other in sheets for end in other.ends_of("definite", form))
        if form not in ends and not any(small):
            yield Name(sheet.forms(at, noun.last), sheet.written(at), FORCE)


def _beside(sheet: Sheet, noun: Mention) -> Iterator[tuple[int, int]]:
    """Where the names stand that a noun brings in: before it, owning it, or behind it, "of" or "called" between them."""
    stands, before = noun.attrs["stands"], noun.first - 1
    owned = before > sheet.sentence.first and sheet.written(before)[:1] in APOSTROPHES
    if stands in (BESIDE, OWNED):
        end = before if owned else noun.first
        first = sheet.back(end)
        if first < end and (owned or stands == BESIDE):
            yield first, end
    if stands != OWNED:
        at = _behind(sheet, noun)
        if (last := sheet.on(at)) > at:
            heads = stands == HEADS
            if not heads or sheet.written(noun.first)[:1].isupper():
                yield noun.first if heads else at, last


def _behind(sheet: Sheet, noun: Mention) -> int:
    """Where a name behind a noun may begin: past "of the", "known as" and a quotation mark."""
    roles = {m.first: m.attrs.get("role") for m in sheet.mentions if m.kind == "function"}
    at = noun.last
    at += roles.get(at) in ("of", "from")
    at = next((m.last for m in sheet.mentions if m.first == at and m.attrs.get("stands") == CALLED), at)
    at += roles.get(at) == "the"
    return at + (at < sheet.sentence.last and sheet.tokens[at].form in QUOTES)


def _name(sheet: Sheet, noun: Mention, first: int, last: int, sheets: Sequence[Sheet]) -> Name:
    """The name beside a noun; where it never stands without a noun it may be an adjective, and both are the name."""
    words = sheet.forms(first, last)
    if last == noun.first and not _stands_alone(words, sheets):
        return Name(sheet.forms(first, noun.last), sheet.span(first, noun.last), noun.attrs["kind"])
    return Name(words, sheet.span(first, last), noun.attrs["kind"])


def _stands_alone(words: tuple[str, ...], sheets: Sequence[Sheet]) -> bool:
    return any(_alone(sheet, first, first + len(words)) for sheet in sheets for first in _places(sheet, words))


def _places(sheet: Sheet, words: tuple[str, ...]) -> Iterator[int]:
    last = sheet.sentence.last - len(words) + 1
    return (at for at in range(sheet.sentence.first, last) if sheet.written(at) == words[0]
            and sheet.forms(at, at + len(words)) == words)


def _alone(sheet: Sheet, first: int, last: int) -> bool:
    nouns = any(m.first == last and (m.kind in NOUNS or m.attrs.get("pos") == "noun") for m in sheet.mentions)
    return not nouns and not sheet.named(last) and not sheet.named(first - 1)


def _shortened(sheet: Sheet) -> Iterator[Name]:
    """In a script without capitals: what is left of a group's name without its noun goes on as its name."""
    for party in sheet.parties:
        if party.how != "unknown" or party.actor is None:
            continue
        noun = next((m for m in sheet.mentions if m.kind == "groups" and m.first == party.first), None)
        if noun is None or noun.attrs["kind"] != FORCE:
            continue
        first, last = noun.last, party.last
        while first < last and sheet.tokens[first].form in QUOTES:
            first += 1
        while first < last and sheet.tokens[last - 1].form in QUOTES:
            last -= 1
        if last - first >= SHORTEST:
            yield Name(sheet.forms(first, last), party.actor, noun.attrs["kind"])


def _abbreviated(sheet: Sheet) -> Iterator[Name]:
    """The abbreviations in parentheses behind a party's name, or behind a name of which they are the initials."""
    if not sheet.cased:
        return
    ends = {party.last: party for party in sheet.parties if party.how in ("name", "unknown")}
    for at in range(sheet.sentence.first + 1, sheet.sentence.last - 2):
        if sheet.tokens[at].form != "(" or sheet.tokens[at + 2].form != ")":
            continue
        short = sheet.written(at + 1)
        if len(short) < SHORTEST or not short.isupper():
            continue
        party = ends.get(at)
        first = sheet.back(at)
        if party is not None and party.first <= first:
            listed = any(m.kind == "actor" for m in sheet.mentions if m.first == at + 1)
            if party.actor and (party.how == "unknown" or not listed):
                yield Name((short,), party.actor, _kind(party), short=True)
        elif _initials(sheet, first, at) == short:
            yield Name(sheet.forms(first, at), sheet.span(first, at), "")
            yield Name((short,), sheet.span(first, at), "", short=True)


def _initialled(sheet: Sheet) -> Iterator[Name]:
    """The initials of a group's name, which a report may use without a word on it."""
    for party in sheet.parties if sheet.cased else ():
        if party.how != "unknown" or not party.actor:
            continue
        letters = _initials(sheet, party.first, party.last)
        if len(letters) > SHORTEST:
            yield Name((letters,), party.actor, _kind(party), short=True)


def _kind(party: Party) -> str:
    return next((feature.partition(":")[2] for feature in party.features if feature.startswith("kind:")), "")


def _initials(sheet: Sheet, first: int, last: int) -> str:
    return "".join(sheet.written(at)[0] for at in range(first, last) if sheet.written(at)[0].isupper())


def _spread(sheet: Sheet, heads: Mapping[str, Sequence[Name]]) -> list[Party]:
    """The parties of a sentence with the names that the report gave; a pack's own name yields to a defined abbreviation alone."""
    found = list(sheet.parties)
    for at in range(sheet.sentence.first, sheet.sentence.last):
        for form, features in _variants(sheet, at):
            name = next((name for name in heads.get(form, ()) if _here(sheet, at, name)), None)
            if name is not None:
                found = _with(sheet, found, at, name, features)
                break
    return sorted(found, key=lambda party: party.first)


def _variants(sheet: Sheet, at: int) -> Iterable[tuple[str, frozenset[str]]]:
    if sheet.cased:
        return ((sheet.written(at), frozenset()),)
    return ((variant.form, variant.features) for variant in sheet.clitics.fronts(sheet.tokens[at].form))


def _here(sheet: Sheet, at: int, name: Name) -> bool:
    rest = at + len(name.words)
    if name.definite and not _alone_behind_article(sheet, at):
        return False
    return rest <= sheet.sentence.last and sheet.forms(at + 1, rest) == name.words[1:]


def _alone_behind_article(sheet: Sheet, at: int) -> bool:
    """Whether a word stands behind a definite article, and no further capitalised word behind it."""
    article = any(m.kind == "function" and m.last == at and m.attrs.get("role") == "the" and not m.attrs.get("new")
                  for m in sheet.mentions)
    article = article or any((party.first, party.last, party.how) == (at - 1, at + 1, "description") for party in sheet.parties)
    return article and not (at + 1 < sheet.sentence.last and sheet.written(at + 1)[:1].isupper())


def _with(sheet: Sheet, found: list[Party], at: int, name: Name, features: frozenset[str]) -> list[Party]:
    last = at + len(name.words)
    noun = next((m for m in sheet.mentions if m.first == last and m.attrs.get("stands") == BESIDE), None)
    stop = noun.last if noun is not None and sheet.cased else last
    inside = [party for party in found if party.first < stop and at < party.last]
    if any(party.first <= at and party.last >= last and party.how == "unknown" for party in inside):
        return [replace(party, actor=name.actor) if party in inside and _same(party, name) else party for party in found]
    if not name.short and any(party.how in ("name", "person") for party in inside):
        return found
    start, end = sheet.tokens[at].start, sheet.tokens[stop - 1].end
    marks = features | ({f"kind:{name.kind}"} if name.kind else set())
    party = Party(start, end, at, stop, sheet.text[start:end], "unknown", name.actor, frozenset(marks), (), RULE)
    return [*(other for other in found if other not in inside), party]


def _same(party: Party, name: Name) -> bool:
    """Whether a group found by its noun is the one that was named: "the gang Red River" and "Red River"."""
    return party.actor is not None and party.actor != name.actor and party.actor.endswith(name.actor)
