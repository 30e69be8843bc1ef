"""Who appears in a report: where each party is named, described, or speaks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.grounding.scene import Layout, Scene
from tawatur.grounding.stands import governed
from tawatur.packs import Packs
from tawatur.records import PERSON, Actor, Mention, Outlet, Party
from tawatur.records.swift import once

PEOPLE, MONITOR, AERIAL = "people", "monitor", "aerial"
NATIONS = frozenset({"state", "government"})
BEARERS = frozenset({"actor", "outlet", PERSON})
"""Kinds of mentions by which a party is named."""
LOOKING_ON = frozenset({"monitor", "agency", "court"})
FLYING = frozenset({"state", "government", "army", "coalition", "alliance"})
"""Kinds of actors that have aircraft."""
VIOLENT = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
"""Events that nobody brings about who only looks on."""
PEACEFUL = LOOKING_ON | {"un_body"}
"""Kinds of actors that bring no violence about."""
LEAST = 4
"""Letters of a name that is known again whatever its capitals."""
CHIEF = 5
"""Letters of a word by which a name is known again."""
ECHO = 160
"""Code points behind what somebody says within which his words may go on untold."""
KIND = "kind:"
"""What the features of a party begin with that tell its kind."""
NEAR = 3
"""Sentences before a span in which the one may be named whom it means without a name."""


@dataclass(frozen=True)
class Names:
    """What the packs call everybody: ids by folded name, and the parts of each whole; made once for each set of packs."""

    ids: Mapping[str, frozenset[str]]
    parts: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    """The names of one word of each."""

    def below(self, wholes: Iterable[str]) -> set[str]:
        """The parts of some wholes, and the parts of these."""
        found: set[str] = set()
        waiting = list(wholes)
        while waiting:
            parts = self.parts.get(waiting.pop(), frozenset()) - found
            found |= parts
            waiting.extend(parts)
        return found


_NAMES: dict[str, Names] = {}


def _names(packs: Packs) -> Names:
    made = _NAMES.get(packs.digest)
    if made is None:
        fold = packs.folding.fold
        ids: dict[str, set[str]] = defaultdict(set)
        parts: dict[str, set[str]] = defaultdict(set)
        words: dict[str, frozenset[str]] = {}
        named: list[Actor | Outlet] = [*packs.actors.values(), *packs.outlets.values()]
        for actor in named:
            folded = frozenset(fold(name) for name in (actor.name, *(name for each in actor.names.values() for name in each)))
            words[actor.id] = frozenset(name for name in folded if len(name) >= LEAST and " " not in name)
            for name in folded:
                ids[name].add(actor.id)
            if isinstance(actor, Actor) and actor.part_of:
                parts[actor.part_of].add(actor.id)
        made = _NAMES[packs.digest] = Names(
            {name: frozenset(those) for name, those in ids.items()},
            {whole: frozenset(those) for whole, those in parts.items()},
            words,
        )
    return made


@dataclass
class Cast:
    """The parties of a reading by the ids and names that a claim may call them by."""

    scene: Scene
    usually: dict[str, frozenset[str]] = field(default_factory=dict)
    """Who does a deed most often in the report, by the deed; once asked."""
    _kin: dict[str, frozenset[str]] = field(default_factory=dict)
    _words: dict[str, list[int]] = field(default_factory=dict)
    _strangers: dict[str, list[int]] = field(default_factory=dict)
    _beginnings: dict[int, dict[str, list[tuple[int, frozenset[str]]]]] = field(default_factory=dict)
    _callings: dict[str, frozenset[str]] = field(default_factory=dict)

    def kin(self, actor: str) -> frozenset[str]:
        """All that may be meant by an id or a name: itself, the whole it is part of, its parts; by id where it is known."""
        known = self._kin.get(actor)
        if known is None:
            packs, names = self.scene.packs, _names(self.scene.packs)
            ids = {actor} if actor in packs.actors else {self._fold(actor), *names.ids.get(self._fold(actor), ())}
            if actor not in packs.actors:
                ids |= self._by_words(self._fold(actor))
            wholes = {packs.actors[one].part_of or one for one in ids if one in packs.actors}
            known = self._kin[actor] = frozenset(ids | wholes | names.below(ids))
        return known

    def _by_words(self, name: str) -> set[str]:
        """Whom a plain noun means in the report that a claim has for a name: "the factions"."""
        return {self.called(party.actor) for party in self.scene.reading.parties
                if party.actor and party.how in ("name", "description", "unknown")
                and name in (words := self._fold(party.text), words.partition(" ")[2] if words.count(" ") else "")}

    def called(self, actor: str | None) -> str:
        """An actor of the reading as the cast knows it: an id, or a folded name."""
        return "" if actor is None else actor if actor in self.scene.packs.actors else self._fold(actor)

    def _fold(self, name: str) -> str:
        return self.scene.packs.folding.fold(name)

    @once
    def places(self) -> dict[str, list[int]]:
        """The tokens at which each party is named or surely meant."""
        found: dict[str, list[int]] = defaultdict(list)
        for party in self.scene.reading.parties:
            for actor in self.meant(party):
                found[actor].append(party.first)
            if party.how in ("unknown", "description"):
                found[self._fold(party.text)].append(party.first)
        packs = self.scene.packs
        for mention in self.scene.reading.mentions:
            named = _behind(mention) if mention.kind in BEARERS else None
            if named is not None:
                found[named].append(mention.first)
                outlet = packs.outlets.get(named)
                if outlet is not None and outlet.speaks_for:
                    found[outlet.speaks_for].append(mention.first)
        for said in self.scene.reading.attributions:
            for source in said.chain:
                if source.actor and source.start is not None:
                    found[self.called(source.actor)].append(self.scene.tokens(source.start, source.start + 1)[0])
        return found

    @once
    def _resolved(self) -> frozenset[str]:
        """All who are named in the report by more than what they may be."""
        return frozenset(party.actor for party in self.scene.reading.parties if party.actor)

    def unresolved(self, actor: str, parties: Sequence[Party]) -> bool:
        """Whether parties are described as one of a kind, and all that the packs know of it are absent: it may be this one."""
        known = self.scene.packs.actors
        kind = known[actor].kind if actor in known else ""
        return bool(parties) and all(
            party.actor is None and party.how == "description" and not any(one.id in self._resolved for one in party.candidates)
            and all(_akin(kind, known[one.id].kind) for one in party.candidates if one.id in known) for party in parties)

    @once
    def voice(self) -> str | None:
        """The party whose voice the outlet is."""
        outlet = self.scene.reading.document.outlet
        return outlet.speaks_for if outlet else None

    def meant(self, party: Party) -> frozenset[str]:
        """Whom a party may mean: its actor, or all that its description may."""
        worded = self._fold(party.text)
        if party.actor:
            return frozenset({self.called(party.actor), worded})
        return frozenset({worded, *(candidate.id for candidate in party.candidates)})

    def acts(self, party: Party) -> bool:
        """Whether a party is one that does things in a war: not people at large, and not a mere nationality."""
        known = self.scene.packs.actors.get(party.actor or "")
        if known is None:
            return party.how != "demonym"
        return known.kind != PEOPLE and (party.how != "demonym" or known.kind not in NATIONS)

    def people(self, actor: str) -> bool:
        """Whether an actor is people at large, who do no deeds of war."""
        known = self.scene.packs.actors.get(actor)
        return known is not None and known.kind == PEOPLE

    def onlooker(self, actor: str) -> bool:
        """Whether an actor is one that tells and helps, and does no deeds of war."""
        known = self.scene.packs.actors.get(actor)
        return known is not None and known.kind in LOOKING_ON

    def unable(self, actor: str, event: str, mode: str) -> bool:
        """Whether an actor is of a kind that does no such thing: onlookers fight nobody, who has no aircraft bombs nobody."""
        known = self.scene.packs.actors.get(actor)
        if known is None or event not in VIOLENT:
            return False
        return known.kind in PEACEFUL or (mode == AERIAL and known.kind not in FLYING)

    def monitor(self, actor: str) -> bool:
        """Whether an actor only counts what becomes of others."""
        known = self.scene.packs.actors.get(actor)
        return known is not None and known.kind == MONITOR

    def stranger(self, actor: str) -> list[int]:
        """The tokens at which a name that no pack has stands: whole, or by a word of it that is long enough to be known again."""
        known = self._strangers.get(actor)
        if known is None:
            words = self._fold(actor).split()
            chief = [word for word in words if len(word) >= CHIEF] or words[-1:]
            spelled = [at for at, token in enumerate(self.scene.reading.tokens) if any(word in token.form for word in chief)]
            meant = [party.first for party in self.scene.reading.parties
                     if party.actor and any(word in self._fold(party.actor) for word in chief)]
            known = self._strangers[actor] = sorted({*spelled, *meant})
        return known

    def of_another_kind(self, actor: str, party: Party) -> bool:
        """Whether a party is described as of a kind that a name which no pack has is not: "the government" is no militia."""
        own, other = self._kinds(actor), _kinds_of(party)
        return party.how == "description" and bool(own) and bool(other) and own.isdisjoint(other)

    def _kinds(self, actor: str) -> frozenset[str]:
        """The kinds that a name which no pack has is given by its own words, or by words that mean it."""
        if actor in self.scene.packs.actors:
            return frozenset()
        kin = self.kin(actor)
        return frozenset().union(*(_kinds_of(party) for party in self.scene.reading.parties if self.meant(party) & kin))

    def callings(self, actor: str) -> frozenset[str]:
        """The single words that the report has for a known party: its names of one word, the last names of its officials."""
        known = self._callings.get(actor)
        if known is None:
            names = _names(self.scene.packs)
            own = {actor, *names.below((actor,))}
            last = {word for word, of in self._surnames if of in own}
            known = self._callings[actor] = frozenset(
                word for word in (*names.words.get(actor, ()), *last) if len(word) >= LEAST and word in self._forms)
        return known

    @once
    def _surnames(self) -> frozenset[tuple[str, str]]:
        """The last names of those who act or speak for a party, with that party."""
        said = [(party.text, party.actor) for party in self.scene.reading.parties if party.how == PERSON]
        said += [(source.name, source.actor) for one in self.scene.reading.attributions for source in one.chain
                 if source.kind == "person"]
        return frozenset((self._fold(name).split()[-1], of) for name, of in said if of and name.strip())

    def stands(self, actor: str, layouts: list[Layout], before: int = 0) -> bool:
        """Whether a party is named in some sentences or up to so many before them, or speaks there."""
        kin = self.kin(actor)
        first = layouts[0].sentence.first
        number = self.scene.numbers(first, first + 1).start
        low = self.scene.reading.sentences[max(0, number - before)].first
        high = layouts[-1].sentence.last if before <= NEAR else len(self.scene.reading.tokens)
        return any(low <= at < high for one in kin for at in (*self.places.get(one, ()), *self._spelled(one)))

    def _spelled(self, actor: str) -> list[int]:
        """Where a known party is called by a single word, whether or not it was taken for its name."""
        known = self._words.get(actor)
        if known is None:
            known = self._words[actor] = [at for name in self.callings(actor) for at in self._forms[name]]
        return known

    @once
    def _forms(self) -> dict[str, list[int]]:
        """Where each word of the report stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, token in enumerate(self.scene.reading.tokens):
            found[token.form].append(at)
        return found

    def beginnings(self, layout: Layout) -> dict[str, list[tuple[int, frozenset[str]]]]:
        """Where each word begins in a sentence, as it is or behind what is written onto it, and what that is."""
        found = self._beginnings.get(layout.sentence.first)
        if found is None:
            found = self._beginnings[layout.sentence.first] = defaultdict(list)
            for at, form in enumerate(layout.forms, layout.sentence.first):
                fronts = layout.language.clitics.fronts(form)
                if len(fronts) > 1:  # of two that are alike the first counts
                    fronts = tuple({variant.form: variant for variant in reversed(fronts)}.values())
                for variant in fronts:
                    found[variant.form].append((at, variant.features))
        return found

    def named(self, layout: Layout) -> frozenset[str]:
        """The parties that a sentence names."""
        return frozenset(
            actor
            for party in layout.parties
            if party.how not in ("pronoun", "demonym")
            for actor in self.meant(party)
            if party.actor or party.candidates
        )

    def last(self, layout: Layout, before: int) -> frozenset[str]:
        """Those whom the nearest sentence before this one that names anybody is about: who stands free there, else all."""
        number = self.scene.numbers(layout.sentence.first, layout.sentence.first + 1).start
        for earlier in range(number - 1, max(-1, number - 1 - before), -1):
            other = self.scene.layout(earlier)
            named = self.named(other)
            if named:
                free = [
                    party for party in other.parties if party.how != "pronoun" and self.acts(party) and not governed(other, party)
                ]
                told = frozenset(actor for party in free for actor in self.meant(party)) or named
                return told | self._speakers.get(earlier, frozenset())
        return frozenset()

    def persons(self, layout: Layout, before: int) -> frozenset[str]:
        """Those whom "he" may mean in a sentence: whoever was named last in it, or in the `before` ones ahead of it."""
        number = self.scene.numbers(layout.sentence.first, layout.sentence.first + 1).start
        for earlier in range(number, max(-1, number - 1 - before), -1):
            named = [party for party in self.scene.layout(earlier).parties if party.how == PERSON]
            if named:
                return frozenset(actor for party in named for actor in self.meant(party))
        return frozenset()

    @once
    def _speakers(self) -> dict[int, frozenset[str]]:
        """By sentence, the parties for whom somebody speaks in it."""
        found: dict[int, set[str]] = defaultdict(set)
        for said in self.scene.reading.attributions:
            for source in said.chain:
                if source.actor and source.start is not None:
                    first = self.scene.tokens(source.start, source.start + 1)[0]
                    found[self.scene.numbers(first, first + 1).start].add(self.called(source.actor))
        return {number: frozenset(those) for number, those in found.items()}

    def issues(self, actor: str) -> bool:
        """Whether a party may be the one in whose name the whole report speaks: named in its first or its last sentence."""
        sentences = self.scene.reading.sentences
        ends = [*sentences[:1], *sentences[-1:]]
        kin = self.kin(actor)
        named = [at for one in kin for at in self.places.get(one, ())]
        if actor not in self.scene.packs.actors:
            named += self.stranger(actor)
        return any(one.first <= at < one.last for one in ends for at in named)

    def appears(self, actor: str) -> bool:
        """Whether a party appears in the report at all, or its name does."""
        if any(one in self.places for one in self.kin(actor)) or (self.voice is not None and self.voice in self.kin(actor)):
            return True
        return self._fold(actor) in self.scene.folded

    def quoted(self, start: int) -> bool:
        """Whether a code point lies between quotation marks: who speaks there says "they" of somebody else."""
        return any(quote.start <= start < quote.end for quote in self.scene.reading.quotations)

    def speaks(self, actor: str, start: int) -> bool:
        """Whether the words at a code point are a party's own, or told as such."""
        kin = self.kin(actor)
        voices = self.scene.voices(start)
        sources = [source for said in voices for source in said.chain]
        return any(self.called(source.actor) in kin or self.called(source.name) in kin for source in sources) or (
            not voices and self.voice in kin
        )

    def echoes(self, actor: str, start: int) -> bool:
        """Whether a party has just spoken where nobody is made to say what stands at a code point: its words may go on there."""
        if self.scene.voices(start) or self.voice is not None:
            return False
        kin = self.kin(actor)
        return any(self.called(said.chain[-1].actor or said.chain[-1].name) in kin
                   for said in self.scene.reading.attributions for span in said.content if 0 <= start - span.end <= ECHO)


def _kinds_of(party: Party) -> frozenset[str]:
    return frozenset(feature for feature in party.features if feature.startswith(KIND))


def _akin(one: str, other: str) -> bool:
    return one == other or {one, other} <= FLYING - {"coalition", "alliance"}


def _behind(mention: Mention) -> str | None:
    """Whom a name of the packs means; an official the party that he speaks for, if any."""
    return mention.attrs.get("actor") or None if mention.kind == "person" else mention.attrs.get("id", "")
