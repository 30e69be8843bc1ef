"""A sentence laid out for the finder of places: what stands at each token, and what leads up to a name."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tawatur.packs import Language
from tawatur.packs.gazetteer import Gazetteer
from tawatur.records import Locality, Mention, Sentence, Token
from tawatur.records.swift import swift

NAMES = frozenset({"actor", "outlet", "person"})
OURS = frozenset({"place", "place_nouns", "place_roles"})
"""Kinds of mentions that do not tell that a word is no name."""
QUOTES = frozenset("\"“”«»'‘’‹›„`")
MARKED_OFF = frozenset(",،(/–—-:")
COMMAS = frozenset(",،;؛/–-")
OWNED = frozenset({"its", "their", "our"})
OPENER = "opener"
"""What the table calls words that begin names of two words: "Tell X"."""
ARTICLE = "article"
"""What looks like an article on a name that has none is most often the beginning of another word."""
STRONG, WEAK = "strong", "weak"
REACH = 9
"""How many tokens back a preposition may stand from its name, with nouns and adjectives between."""


def _rank(mention: Mention) -> int:
    """Which of two readings of one word counts: a preposition of place, a noun, an adjective, another preposition."""
    attrs = mention.attrs
    return 3 if attrs.get("proof") == STRONG else 1 if attrs.get("use") == "modifier" else 2 if "use" in attrs else 0


@swift
@dataclass(frozen=True, slots=True)
class Cue:
    """What leads up to a name: `proof` is `noun`, `strong`, `weak`, `list` or nothing; `first` is where it begins."""

    first: int
    proof: str = ""
    role: str = "at"
    relation: str | None = None
    noun: str | None = None
    many: bool = False
    names: bool = False


@dataclass
class Sheet:
    """One sentence; `found` are its mentions, `localities` what has been named so far."""

    text: str
    tokens: Sequence[Token]
    sentence: Sentence
    found: Sequence[Mention]
    language: Language
    gazetteer: Gazetteer
    localities: list[Locality] = field(default_factory=list)
    before: dict[int, Cue] = field(default_factory=dict)
    """The cues of the localities, by the token after them, for the lists that go on."""

    def __post_init__(self) -> None:
        self.ending: dict[int, Mention] = {}
        self.nouns: dict[int, Mention] = {}
        self.openers: dict[int, Mention] = {}
        self.named: dict[int, Mention] = {}
        self.taken: dict[int, bool] = {}
        self.words: set[int] = set()
        self.phrases: set[int] = set()
        for mention in self.found:
            self._note(mention)

    def _note(self, mention: Mention) -> None:
        kind, first, last = mention.kind, mention.first, mention.last
        if kind in NAMES:
            for at in range(first, last):
                self.taken[at] = self.taken.get(at, False) or last - first > 1
        elif kind not in OURS:
            if last - first > 1:
                self.phrases.add(last)
                self.words.update(range(first, last))
            else:
                self.words.add(first)
        elif ARTICLE not in mention.features:
            self._note_ours(mention)

    def _note_ours(self, mention: Mention) -> None:
        kind = mention.kind
        if kind != "place":
            if "definite" in mention.features and mention.features & OWNED:
                return  # a definite noun bears no pronoun: it is another word
            known = self.ending.get(mention.last)
            if known is None or mention.first < known.first or (mention.first == known.first and _rank(mention) > _rank(known)):
                self.ending[mention.last] = mention
            if kind == "place_nouns":
                self.nouns.setdefault(mention.first, mention)
                if mention.attrs.get("use") == OPENER:
                    self.openers.setdefault(mention.first, mention)
        else:
            longest = self.named.get(mention.first)
            if longest is None or mention.last > longest.last:
                self.named[mention.first] = mention

    @property
    def links(self) -> bool:
        """Whether a noun and its name are joined by a word of their own (town *of* X), so that what is not joined is loose."""
        return bool(self.language.grammar.get("capitals", True))

    def needs(self, said: str) -> str:
        """What a row asks before it counts in this language: `noun`, `cue` or nothing (`ar:noun` asks in Arabic alone)."""
        language, _, need = said.rpartition(":")
        return need if language in ("", self.language.code) else ""

    def lacks(self, mention: Mention, cue: Cue, quoted: bool = False) -> bool:
        """Whether a row of the packs asks for a sign that is not there, or the name rather means the party that bears it."""
        within = (self.nouns[at].attrs.get("use") for at in range(mention.first, mention.last) if at in self.nouns)
        inside = any(use in ("names", "area") for use in within)
        need = "" if inside or quoted else self.needs(mention.attrs.get("needs", ""))
        around = cue.proof == STRONG and (cue.relation == "near" or cue.role != "at")  # west of, bound for a word that is none
        if (need == "noun" and not around and cue.proof not in ("noun", "list")) or (need == "cue" and not cue.proof):
            return True
        if mention.first not in self.taken or "by" in mention.features or self._beside(mention.first) or self._heads(mention):
            return False
        return cue.proof not in ("noun", STRONG, "list") and cue.role not in ("from", "to", "through")

    def _heads(self, mention: Mention) -> bool:
        """Whether the name begins the sentence as a dateline does, marked off from what follows."""
        return (mention.first == self.sentence.first and mention.last < self.sentence.last
                and self.tokens[mention.last].form in MARKED_OFF)

    def _beside(self, at: int) -> bool:
        """Whether the name stands right behind another place, as the country does that it lies in."""
        return at - 2 >= self.sentence.first and self.tokens[at - 1].form in (",", "،", "(") and at - 1 in self.before

    def place_at(self, at: int) -> Mention | None:
        """The longest row of the packs that names a place from this token on."""
        return self.named.get(at)

    def cue(self, first: int, clitics: frozenset[str] = frozenset()) -> Cue:
        """What leads up to a name at a token, with the clitics that the name itself bears."""
        role, relation, noun, proof, many, names = "", None, None, "", False, False
        at, loose, joined = first, False, not self.links
        spoken = self._spoken(clitics)
        while at > self.sentence.first and first - at <= REACH:
            form = self.tokens[at - 1].form
            mention = self.ending.get(at)
            if mention is None or mention.first < self.sentence.first:
                if form in QUOTES or form == "'s" or form == "(":
                    at -= 1
                    continue
                break
            attrs = mention.attrs
            if mention.kind == "place_nouns":
                if attrs.get("use") in ("modifier", OPENER):
                    at, loose = mention.first, loose or self.links
                    continue
                if loose or not (joined or attrs.get("kind")):
                    break
                if not noun and attrs.get("relation") not in ("part", "near", "countryside"):
                    noun = attrs.get("kind")
                relation = relation or attrs.get("relation")
                names = names or attrs.get("use") == "names"
                many = many or bool(mention.features & {"plural", "dual"})
                proof, at = "noun", mention.first
                borne = self._spoken(mention.features)
                if borne:
                    role, at = borne[0], mention.first
                    spoken = None
                    break
                if "and" in mention.features:
                    break
                continue
            if attrs.get("proof") == "link":
                at, loose, joined = mention.first, False, True
                continue
            if attrs.get("proof") == "list":
                break
            if at in self.phrases and at - mention.first == 1:
                break  # the end of a phrase of another kind (according *to*)
            role, relation = attrs.get("role", "at"), relation or attrs.get("relation")
            proof = proof or attrs.get("proof", "")
            at = mention.first
            break
        if spoken and not role:
            role, proof = spoken[0] if proof != "noun" else "at", proof or spoken[1]
        if not role:
            listed = self._listed(at, clitics)
            if listed:
                return Cue(at, proof or "list", listed.role, relation or (listed.relation if not noun else None),
                           noun or (listed.noun if listed.many else None), listed.many or many, names or listed.names)
        return Cue(at, proof, role or "at", relation, noun, many, names)

    def _spoken(self, clitics: frozenset[str]) -> tuple[str, str] | None:
        if not clitics:
            return None
        roles = self.language.attached_roles
        return next((roles[clitic] for clitic in sorted(clitics) if clitic in roles and roles[clitic][0]), None)

    def _listed(self, at: int, clitics: frozenset[str]) -> Cue | None:
        """The cue of the locality before, if a list goes on here."""
        back, joined = at, "and" in clitics
        while back > self.sentence.first and at - back < 4:
            form = self.tokens[back - 1].form
            mention = self.ending.get(back)
            if form in COMMAS or (mention is not None and mention.attrs.get("proof") == "list"):
                joined = True
            elif form not in QUOTES and form not in (")", "("):
                break
            back -= 1
        cue = self.before.get(back)
        if cue is None and at in self.before:
            cue = self.before[at]
        if cue is None:
            return None
        return cue if joined or (at < len(self.tokens) and self._borne_and(at)) else None

    def _borne_and(self, at: int) -> bool:
        noun = self.nouns.get(at)
        return noun is not None and "and" in noun.features

    def add(self, first: int, last: int, cue: Cue, rule: str, name: str = "") -> None:
        """Name a locality; quotation marks behind it do not break a list."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        name = name or self.text[start:end]
        self.localities.append(Locality(start, end, first, last, name, cue.noun, cue.role or "at", None, (), rule, cue.relation))
        after = last
        while after < self.sentence.last and (self.tokens[after].form in QUOTES or self.tokens[after].form == ")"):
            after += 1
        self.before[last] = self.before[after] = cue

    def quoted(self, first: int, last: int) -> bool:
        """Whether a name stands alone between quotation marks."""
        return (first > self.sentence.first and last < self.sentence.last and self.tokens[first - 1].form in QUOTES
                and self.tokens[last].form in QUOTES)

    def known(self, first: int, last: int) -> bool:
        """Whether the packs know one of these words as something else than a place."""
        return any(at in self.words or at in self.taken for at in range(first, last))
