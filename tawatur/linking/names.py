"""Names that no pack knows: which of them are one name, written in two scripts or inside a longer name."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cached_property

from tawatur.linking.sides import parties
from tawatur.linking.words import latin
from tawatur.packs import Packs
from tawatur.packs.gazetteer.spelling import Spelling
from tawatur.records import Actor, Claim, Content, Outlet
from tawatur.text import tokenize

TELLING = 3
"""Consonants from which on two scripts give one name by them alone; of a shorter name the vowels must agree too."""
HEARD = 5
"""Consonants from which on a name is heard in a text of the other script; words sound like shorter ones."""
DRAWN = 6
"""Consonants and vowels together by which a shorter one is."""
SLIGHT = 2
"""Letters of words that only join the others of a body's name."""
LETTERED = 4
"""Consonants from which on a body is one by its sound though its words might be translated."""
STEM = 3
"""Letters that are left of the adjective of a nation without its ending."""
GENRE = "organisation"
"""The sense of a word that says of a body only that it is one."""
INSIDE = "inside"
"""What the table of groups calls words that a name begins with behind its noun: they are of the name."""
ARMED = "armed"
"""The sense of words by which a group is called that bears arms."""
LONG = 2
"""Words from which on a party's name, standing inside another name, says whose that one is."""
_ONE = frozenset({"party", "counterpart", "mediator", "proposed_by", "refused_by", "group", "actor", "target", "by",
                  "on_behalf_of"})
_SEVERAL = frozenset({"parties", "to", "responsible", "with_"})
Called = Mapping[str, str]


class Sounds:
    """How names sound, what of them is translated, and what only says of what sort they are (a front, an agency)."""

    def __init__(self, packs: Packs) -> None:
        self._packs, self.spelling = packs, Spelling(packs.folding)
        languages = packs.languages.values()
        self._relative = [self._packs.folding.fold(end) for language in languages for end in language.grammar.get("demonyms", ())]
        self._sorts = {word for language in languages for row in language.table("groups") if row["side"] != INSIDE
                       for word in self._forms(row["form"])}
        self._senses = {word: row["sense"] for language in languages for row in language.table("senses")
                        for word in self._forms(row["word"])}
        self._joining = {word for language in languages for row in language.table("function") for form in row["form"].split(";")
                         if len(words := self.words(form)) == 1 for word in words}
        determiners = [row["word"] for language in languages for row in language.table("wording")
                       if row["role"] == "determiner" and row["as"] != "written"]
        self._before = {word for words in determiners for word in self.words(words)}
        self._dialects = str.maketrans(self.spelling.rules["skeleton"]["dialects"])
        bodies = (row for language in languages for row in language.tables.get("bodies", ()))
        self._bodies = {self.spelling.bare(self.words(form)): row["body"] for row in bodies for form in row["form"].split(";")}
        self._agency = {word for language in languages for row in language.table("mastheads") if row["kind"] == "agency"
                        for word in self._forms(row["word"])}

    @cached_property
    def common(self) -> frozenset[str]:
        """Words of the languages' tables, and of the names of those whom the packs know: they name nobody else."""
        tables = (row["form"] for language in self._packs.languages.values() for rows in language.tables.values() for row in rows)
        known: list[Actor | Outlet] = [*self._packs.actors.values(), *self._packs.outlets.values()]
        names = (name for one in known for held in (*one.names.values(), (one.name,)) for name in held)
        return frozenset(word for written in (*tables, *names) for word in self.words(written))

    def _forms(self, written: str) -> Iterator[str]:
        yield from (self.spelling.word(word) for form in written.split(";") for word in self.words(form))

    def words(self, name: str) -> tuple[str, ...]:
        """A name's words, folded, without marks."""
        return tuple(token.form for token in tokenize(name, self._packs.folding) if token.kind != "punctuation")

    def of(self, name: str) -> str:
        """What two scripts give alike of a name; empty where that would tell nothing."""
        return self._sound(self.spelling.bare(self.words(name)))

    def _sound(self, words: Sequence[str]) -> str:
        key = self.key(words)
        return key if len(key) >= TELLING or not key else f"{key} {self.spelling.sketch(words)}"

    def key(self, words: Sequence[str]) -> str:
        """The skeleton of a name in any dialect; empty where it tells nothing."""
        return self.spelling.key(words).translate(self._dialects)

    def heard(self, name: str) -> str:
        """The same of a name that is looked for among all words of a text: consonants enough, or with its vowels; else empty."""
        words = self.spelling.bare(self.words(name))
        key = self.key(words)
        if len(key) >= HEARD:
            return key
        sketch = self.spelling.sketch(words)
        return f"{key} {sketch}" if key and len(sketch) >= DRAWN else ""

    def sense(self, word: str) -> str:
        """What a word of a name is in all languages, whatever is written onto its front; empty for one that is spelled."""
        if word in self._senses:
            return self._senses[word]
        fronts = (variant.form for language in self._packs.languages.values() for variant in language.clitics.fronts(word)
                  if variant.features)
        return next((self._senses[bare] for form in fronts if (bare := self.spelling.word(form)) in self._senses), "")

    def _parted(self, words: Sequence[str]) -> tuple[list[str], list[str]]:
        """A name's words without those that only join them: the senses of what is translated, in order, and what is spelled."""
        senses, spelled = [], []
        for word in (word for word in words if len(word) > SLIGHT and word not in self._joining and word not in self._before):
            if sense := self.sense(word):
                senses.append(sense)
            else:
                spelled.append(word)
        return sorted(senses), spelled

    def of_party(self, name: str) -> str:
        """The same of a party, without the words for what sort of group it is."""
        bare = self.spelling.bare(self.words(name))
        return self._sound([word for word in bare if word not in self._sorts and word not in self._joining])

    def parts(self, name: str) -> tuple[frozenset[str], bool]:
        """The senses of a name's translated words, and whether it has others, which only it and what is called after it have."""
        senses, spelled = self._parted(self.spelling.bare(self.words(name)))
        return frozenset(senses), any(word not in self._sorts for word in spelled)

    def translated(self, name: str) -> str:
        """What two languages give alike of a party of whose name a part is translated; empty where it says only the sort."""
        bare = self.spelling.bare(self.words(name))
        senses, spelled = self._parted(bare)
        kinds = {sense for word in bare if word in self._sorts and (sense := self.sense(word))}
        telling = [word for word in spelled if word not in self._sorts]
        sound = self.key(telling) if senses else self._sound(telling)
        return f"{' '.join(senses)} {sound}".strip() if sound or {*senses} - kinds else ""

    def sort(self, name: str) -> str:
        """The same of a party called by its sort alone ("the army"); empty for any other."""
        senses, own = self.parts(name)
        return " ".join(sorted(senses)) if senses and not own else ""

    def of_nation(self, name: str) -> str:
        """The same of a party whose name is what it is and the adjective of a nation, which languages end in their own ways."""
        senses, spelled = self._parted(self.spelling.bare(self.words(name)))
        stems = [next((word[: -len(end)] for end in self._relative if word.endswith(end) and len(word) - len(end) >= STEM), word)
                 for word in spelled if word not in self._sorts]
        return f"{' '.join(senses)} {self._sound(stems)}" if senses and len(stems) == 1 else ""

    def spelled(self, words: Sequence[str]) -> str:
        """A body's or an outlet's name by its sound alone, as it is written in another script untranslated; empty where short."""
        bare = self.spelling.bare(words)
        key = self.key([word for word in bare if word not in self._agency] or bare)
        return key if len(key) >= LETTERED else ""

    def of_body(self, words: Sequence[str]) -> str:
        """The same of a body or an outlet, all its words told: there are many relief committees, and many news agencies.

        What the tables call such bodies is one in all languages, and so are words of names that are translated.
        """
        while len(words) > 1 and words[0] in self._before:
            words = words[1:]
        bare = self.spelling.bare(words)
        body, rest = self._body(bare) or ("", [word for word in bare if word not in self._agency] or bare)
        senses, spelled = self._parted(rest)
        senses = [sense for sense in senses if sense != GENRE or not (spelled or len(senses) > 1)]
        if not body and not senses:
            return self.key(rest)
        return " ".join(filter(None, (body, *senses, self.key(spelled) or self.spelling.sketch(spelled))))

    def _body(self, words: Sequence[str]) -> tuple[str, Sequence[str]] | None:
        """The longest run of words that a table calls a body, as what it is in all languages, and the other words."""
        for size in range(len(words), 0, -1):
            for at in range(len(words) - size + 1):
                if body := self._bodies.get(tuple(words[at : at + size])):
                    return body, (*words[:at], *words[at + size :])
        return None


def one_name(names: Counter[str], sound: Callable[[str], str]) -> Called:
    """Names of one script with the more frequent one of the other script that sounds the same, if each has just one such."""
    heard: dict[str, tuple[list[str], list[str]]] = {}
    for name in sorted(names):
        if key := sound(name):
            heard.setdefault(key, ([], []))[latin(name)].append(name)
    called = {}
    for sides in heard.values():
        if all(len(side) == 1 for side in sides):
            chosen, other = sorted((sides[0][0], sides[1][0]), key=lambda name: (-names[name], name))
            called[other] = chosen
    return called


class Strangers:
    """The parties of a case that no pack knows, each by one name."""

    def __init__(self, claims: Iterable[Claim], packs: Packs) -> None:
        self._sounds, self._known = Sounds(packs), packs.actors.keys()
        named = Counter(party for claim in claims for party in parties(claim.content) if party not in packs.actors)
        found = self._written(named)
        for sound in (self._sounds.translated, self._sounds.of_nation, self._sounds.of_party, self._sounds.sort):
            rest = {name: count for name, count in named.items() if name not in found and name not in found.values()}
            found = {**found, **one_name(Counter(rest), sound)}
        self._called = self._in_full(named, found)
        spelled = {self._sounds.spelling.bare(self._sounds.words(name)): self._called.get(name, name) for name in sorted(named)}
        self._spelled = {words: name for words, name in spelled.items() if len(words) >= LONG and self.named(name)}
        self._longest = max(map(len, self._spelled), default=0)

    def _written(self, named: Counter[str]) -> dict[str, str]:
        """Names that are one but for an article or a capital ("The army"), with the most frequent of them."""
        held: dict[tuple[str, ...], list[str]] = {}
        for name in sorted(named, key=lambda name: (-named[name], name)):
            held.setdefault(self._sounds.spelling.bare(self._sounds.words(name)), []).append(name)
        return {name: names[0] for names in held.values() for name in names[1:]}

    def _in_full(self, named: Iterable[str], called: Called) -> Called:
        """The same names, and parties called by translated words alone ("the defence council") by the only fuller name."""
        parts = {name: self._sounds.parts(name) for name in sorted(named)}
        full = {name: senses for name, (senses, own) in parts.items() if own}
        found = dict(called)
        for name, (senses, own) in parts.items():
            longer = {called.get(other, other) for other, held in full.items() if senses <= held}
            if not own and len(senses) >= LONG and len(longer) == 1:
                found[name] = longer.pop()
        return found

    def of(self, party: str) -> str:
        """The name that stands for a party."""
        return self._called.get(party, party)

    def whose(self, words: Sequence[str]) -> str | None:
        """The party whose whole name stands in a name's folded words: its press office, its radio, or the party itself."""
        bare = self._sounds.spelling.bare(words)
        runs = (bare[at : at + size] for size in range(LONG, self._longest + 1) for at in range(len(bare) - size + 1))
        return next((self._spelled[run] for run in runs if run in self._spelled), None)

    def named(self, party: str) -> bool:
        """Whether a party has a name; what only says of what sort it is (“the organisation”) is none."""
        return party in self._known or any(word not in self._sounds.common for word in self._sounds.words(party))

    def nameless(self, party: str | None) -> bool:
        """Whether a party is called by nothing but that it bears arms ("the rebels")."""
        senses, own = self._sounds.parts(party or "")
        return party not in self._known and senses == {ARMED} and not own

    def learn(self, pairs: Iterable[tuple[Claim, Claim]]) -> None:
        """Take the parties of claims that are one in two languages for one, where each is called only one thing in the other."""
        seen: dict[str, Counter[str]] = {}
        for left, right in pairs:
            sides = [[one for one in parties(claim.content) if one not in self._known] for claim in (left, right)]
            if len(sides[0]) == len(sides[1]) == 1 and latin(sides[0][0]) != latin(sides[1][0]):
                for ours, theirs in (sides, sides[::-1]):
                    seen.setdefault(ours[0], Counter())[theirs[0]] += 1
        only = {name: next(iter(others)) for name, others in seen.items() if len(others) == 1}
        mutual = sorted((name, other) for name, other in only.items() if only.get(other) == name and latin(other))
        self._called = {**self._called, **dict(mutual)}

    def told(self, claim: Claim) -> Claim:
        """A claim with its parties by the names that stand for them."""
        content = renamed(claim.content, self._called)
        return claim if content is claim.content else replace(claim, content=content)


def renamed(content: Content, called: Called) -> Content:
    """A content with other names for those whom it names."""
    changes: dict[str, object] = {}
    for one in fields(content):
        value = getattr(content, one.name)
        if one.name in _ONE and value in called:
            changes[one.name] = called[value]
        elif one.name in _SEVERAL and any(name in called for name in value):
            changes[one.name] = tuple(called.get(name, name) for name in value)
    return replace(content, **changes) if changes else content  # type: ignore[arg-type]
