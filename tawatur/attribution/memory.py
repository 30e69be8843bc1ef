"""What a report has said so far of its sources, so that "he", "the sources" and a bare surname find theirs."""

import re
from dataclasses import dataclass, replace

from tawatur.attribution.voice import Voice
from tawatur.packs import Packs
from tawatur.records import Source
from tawatur.records.claim import Chain

NAME = re.compile(r"[^\w]+")
PEOPLE = frozenset({"person", "unnamed", "correspondent"})
ROLES = frozenset({"state", "government", "army"})
"""Kinds of parties that speak by many organs, each with a name of its own."""
BODIES = frozenset({"organisation", "agency", "outlet", "document"})


@dataclass(frozen=True, slots=True)
class Known:
    """A source that has spoken: its chain behind the outlet, and the voice that brought it in."""

    chain: Chain
    voice: Voice

    @property
    def origin(self) -> Source:
        return self.chain[-1]


class Memory:
    """The sources of one report, in the order in which they spoke."""

    def __init__(self, packs: Packs, outlet: Source, own: frozenset[str]) -> None:
        self._packs = packs
        self._outlet = outlet
        self._own = own
        self._initials = {"".join(word[0] for word in words) for one in own if len(words := NAME.sub(" ", one).split()) > 2}
        self._spoken: list[Known] = []
        self._names: dict[str, Known] = {}
        self._topic: Voice | None = None
        self._met: dict[str, Voice] = {}  # persons of whom it was spoken, by the words of their names
        self.speaker: Known | None = None

    @property
    def last(self) -> Known | None:
        return self._spoken[-1] if self._spoken else None

    def own(self, voice: Voice) -> bool:
        """Whether a voice is the outlet itself."""
        if voice.kind not in BODIES:
            return False
        name = self._fold(voice.name)
        if self._own & {name, self._fold(voice.text), voice.known or ""} or name in self._initials:
            return True
        words = frozenset(NAME.split(name)) - {""}
        return voice.named and voice.kind == "agency" and any(words and words <= frozenset(NAME.split(own)) for own in self._own)

    def _of_own(self, outlet: str) -> bool:
        words = frozenset(NAME.split(self._fold(outlet))) - {""}
        return outlet in self._own or any(words <= frozenset(NAME.split(own)) for own in self._own)

    def meet(self, topic: Voice, sure: bool = True) -> None:
        """Somebody of whom a sentence without a speaker speaks first: "he" may be that one. Not `sure`: if known already."""
        words = NAME.split(self._fold(topic.name))
        lone = not sure and len(words) < 2 and topic.known is None and topic.how == "name" and not topic.role
        if self.own(topic) or (lone and words[0] not in self._names and words[0] not in self._met):
            return
        self._topic = topic
        if topic.kind == "person" and topic.how == "name" and len(topic.name.split()) > 1:
            self._met.update({word: topic for word in NAME.split(self._fold(topic.name)) if len(word) > 2})

    def remember(self, chain: Chain, voice: Voice, under: bool = False) -> None:
        """A source has spoken; `chain` goes without the outlet and the report's credit. `under`: within another's words."""
        known = Known(chain, voice)
        if not under:
            self.speaker = known
        self._spoken.append(known)
        if len(self._spoken) > 200:
            del self._spoken[:100]
        self._topic = None
        if chain[-1].kind == "person" or (chain[-1].kind == "correspondent" and voice.named):
            for word in self._words(voice, chain[-1]):
                self._names[word] = known

    def replace(self, short: Chain, longer: Chain) -> None:
        """A chain turns out to be longer."""
        for n, known in enumerate(self._spoken):
            if known.chain is short:
                self._spoken[n] = Known(longer, known.voice)

    def behind(self, relay: Chain) -> None:
        """The last speaker turns out to have spoken through somebody."""
        if len(self._spoken) > 1:
            passed = self._spoken.pop()
            known = self._spoken[-1]
            if relay[-1] not in known.chain and passed.chain == relay:
                self._spoken[-1] = Known((*relay, *known.chain), known.voice)

    def resolve(self, voice: Voice | None, via: str | None, goes_on: bool = False) -> tuple[Chain, Voice] | None:
        """The chain (without the outlet) of a voice; None where nobody can be meant. `goes_on`: the last one who spoke."""
        if voice is None:
            if not goes_on and self._topic is not None and self._topic.kind == "person":
                return self._by_name(self._topic, None) or ((self.source(self._topic, via),), self._topic)
            return self._again(self.last, None)
        if voice.how == "pronoun":
            return self._pronoun(voice)
        if voice.how != "own" and voice.kind in PEOPLE and (found := self._by_name(voice, via)) is not None:
            return found
        if voice.named:
            return self._name(voice, via)
        topic = self._topic
        role = self._fold(topic.role or "").split() if topic is not None else []
        if topic is not None and voice.definite and voice.kind == "person" and self._fold(voice.head) in role:
            return (self.source(topic, via),), topic
        if voice.definite and (voice.how != "own" or voice.kind == "agency") and (found := self._noun(voice)) is not None:
            return found
        return (self.source(voice, via),), voice

    def _pronoun(self, voice: Voice) -> tuple[Chain, Voice] | None:
        if self._topic is not None and (voice.head == "person") == (self._topic.kind == "person") and voice.head != "people":
            return self._by_name(self._topic, None) or ((self.source(self._topic, None),), self._topic)
        wanted = PEOPLE if voice.head == "person" else BODIES if voice.head == "thing" else PEOPLE | BODIES
        for known in reversed(self._spoken[-12:]):
            if known.origin.kind in wanted and not (voice.head == "person" and known.voice.plural):
                return self._again(known, voice)
        return None

    def _again(self, known: Known | None, voice: Voice | None) -> tuple[Chain, Voice] | None:
        if known is None:
            return None
        chain = known.chain
        if voice is not None and voice.how != "pronoun":
            chain = (*chain[:-1], replace(chain[-1], start=None, end=None))
        return chain, known.voice

    def _by_name(self, voice: Voice, via: str | None) -> tuple[Chain, Voice] | None:
        """A person who has spoken, by a part of the name."""
        words = [word for word in NAME.split(self._fold(voice.name)) if len(word) > 2]
        known = self._names.get(words[-1]) if words else None
        if known is None and voice.how in ("bare", "name") and not voice.name[:1].isupper() and len(words) > 1:
            known, words = self._by_surname(words)
        if known is None and len(words) == 1 and voice.known is None and (met := self._met.get(words[0])) is not None:
            return (replace(self.source(met, via), text=voice.text),), met
        if (
            voice.known is not None
            or known is None
            or len(words) > 2
            or (voice.name[:1].islower() and voice.name.islower())
        ):
            return None
        if any(self._names.get(word) is not known for word in words):
            return None
        origin = replace(known.origin, text=voice.text, via=via or known.origin.via)
        return (*known.chain[:-1], origin), known.voice

    def _by_surname(self, words: list[str]) -> tuple[Known | None, list[str]]:
        """Somebody known whose surname opens what was taken for a new name, in scripts that do not show where a name ends."""
        known = self._names.get(words[0])
        family = self._fold(known.origin.name).split()[-1] if known is not None and " " in known.origin.name else None
        return (known, words[:1]) if family == words[0] else (None, words)

    def _name(self, voice: Voice, via: str | None) -> tuple[Chain, Voice]:
        found = self._by_name(voice, via) if voice.kind in ("person", "organisation") else None
        return found or ((self.source(voice, via),), voice)

    def _noun(self, voice: Voice) -> tuple[Chain, Voice] | None:
        """A definite noun: the earlier source of the same noun; else, of a person, the last one who spoke."""
        head = self._fold(voice.head)
        single = voice.kind in PEOPLE and not voice.plural
        for known in reversed(self._spoken):
            if (
                known.voice.head == voice.head
                and known.voice.kind == voice.kind
                and known.origin.kind != "correspondent"
                and _of_one_side(voice, known)
                and (not voice.plural or known.voice.plural or known.voice.how == "noun")
            ) or (single and self._holds(known, head) and _of_one_side(voice, known)):
                return self._again(known, voice)
        stated = self.last is not None and self.last.origin.via == "statement"
        if voice.stated and stated and len(voice.text.split()) < 3:
            return self._again(self.last, None)
        if voice.kind == "agency":
            node = next(
                (node for known in reversed(self._spoken) for node in reversed(known.chain) if node.kind == "agency"), None
            )
            return ((node,), replace(voice, how="noun")) if node is not None else None
        if voice.kind == "organisation":
            for known in reversed(self._spoken):
                if known.origin.kind in ("organisation", "agency") and head in self._fold(
                    f"{known.origin.text} {known.origin.name}"
                ):
                    return self._again(known, voice)
            if voice.anybody:
                spoke = [known for known in self._spoken[-12:] if known.origin.kind == "organisation" and known.voice.named]
                return self._again(spoke[-1], voice) if spoke else None
            return None
        if (
            voice.kind in PEOPLE
            and not voice.plural
            and self.last is not None
            and self.last.origin.kind in PEOPLE
            and not (self.last.voice.plural)
            and len(voice.text.split()) <= 3
            and not self._of_another_office(voice)
        ):
            actor = self.last.origin.actor
            if voice.actor is None or voice.actor == actor:
                return self._again(self.last, voice)
        return None

    def _of_another_office(self, voice: Voice) -> bool:
        """Whether an office of two words cannot be that of the last speaker, whose role is told and shares none of them."""
        words = set(self._fold(voice.text).split()[1:])
        role = self._fold(self.last.origin.role or "") if self.last is not None else ""
        held = set(role.split())
        if voice.how == "noun" and len(words) > 1 and role and self._fold(voice.head) not in held and not words & held:
            return True
        return voice.kind == "person" and len(words) > 1 and bool(role) and not words & set(role.split())

    def _holds(self, known: Known, head: str) -> bool:
        """Whether a person was brought in by the office that is named alone now: "Communications Minister X … the minister"."""
        return known.origin.kind == "person" and bool(head) and head in self._fold(known.origin.role or "").split()

    def source(self, voice: Voice, via: str | None) -> Source:
        """A node of a chain, with the usual name where the packs know one."""
        name, actor = voice.name, voice.actor
        if voice.known is not None:
            if voice.known in self._packs.people:
                name = self._packs.people[voice.known].name
            elif voice.kind == "agency" and voice.known in self._packs.outlets:
                name = self._packs.outlets[voice.known].name
            elif voice.known in self._packs.actors and (
                voice.how == "noun"
                or self._packs.actors[voice.known].kind not in ROLES
                or any(
                    names and self._fold(names[0]) == self._fold(voice.name)
                    for names in self._packs.actors[voice.known].names.values()
                )
            ):
                name = self._packs.actors[voice.known].name
        kind = "correspondent" if voice.kind == "person" and voice.of and self._of_own(voice.of) else voice.kind
        return Source(
            name=name,
            text=voice.text,
            kind=kind,
            role=voice.role,
            actor=actor,
            via=via or (voice.via if voice.via != "told" else None),
        )

    def _words(self, voice: Voice, source: Source) -> set[str]:
        """The words by which a person may be taken up again, in whatever script the packs know the name."""
        known = self._packs.people.get(voice.known or "")
        names = [source.name, voice.name, *(name for names in (known.names.values() if known else ()) for name in names)]
        return {word for name in names for word in NAME.split(self._fold(name)) if len(word) > 2}

    def _fold(self, text: str) -> str:
        return self._packs.folding.fold(text)


def _of_one_side(voice: Voice, known: Known) -> bool:
    """Whether two who go by one noun may be one: the Turkish president is not the Ukrainian one."""
    words, others = set(voice.text.split()[1:]), set(known.voice.text.split()[1:])
    return voice.how != "noun" or known.voice.how != "noun" or not words or not others or bool(words & others)
