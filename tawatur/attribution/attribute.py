"""The room's verb: who is made to say what in a report."""

import hashlib
from bisect import bisect_right
from dataclasses import replace

from tawatur.attribution import cased, fronted, plain, verbal
from tawatur.attribution.belonging import belonging
from tawatur.attribution.credits import credit
from tawatur.attribution.dated import dated
from tawatur.attribution.line import Line
from tawatur.attribution.memory import Memory
from tawatur.attribution.named_later import named_later
from tawatur.attribution.persons import Phrases, persons
from tawatur.attribution.said import Said, topic_of
from tawatur.attribution.scope import arrange
from tawatur.attribution.stated import stated
from tawatur.attribution.voice import Voice
from tawatur.attribution.wording import wording
from tawatur.packs import Packs
from tawatur.records import Attribution, Document, Mention, Party, Quotation, Reading, Source, Span
from tawatur.records.claim import Chain


def attribute(reading: Reading, packs: Packs) -> Reading:
    """Fill the attributions of a reading. An outlet that nobody knows is called by the document's name."""
    lines = _lines(reading, packs)
    report = _Report(reading, packs, lines)
    made = report.read()
    made = [*made, *stated(reading, made, report.head, packs)]
    parties = persons(reading, lines, _phrases, report.topic, {said.chain[-1].start for said in made})
    return replace(reading, parties=parties, attributions=dated(reading, belonging(reading, made, packs)))


def _phrases(line: Line) -> Phrases:
    """How the noun phrases of a sentence are read: by capitals, or in a script that has none."""
    return cased.phrase if line.words.capitals else plain.phrase


KINDS = frozenset(
    {
        "actor",
        "outlet",
        "person",
        "voices",
        "titles",
        "speech",
        "place",
        "nationalities",
        "terms",
        "function",
        "counted",
        "measures",
        "numbers",
    }
)
"""The mentions that attribution looks at."""


def _lines(reading: Reading, packs: Packs) -> list[Line]:
    """The sentences of a reading, each with what stands in it."""
    begins = [sentence.first for sentence in reading.sentences]
    mentions: list[list[Mention]] = [[] for _ in begins]
    quotations: list[list[Quotation]] = [[] for _ in begins]
    parties: list[list[Party]] = [[] for _ in begins]
    for mention in reading.mentions:
        if mention.kind in KINDS:
            mentions[bisect_right(begins, mention.first) - 1].append(mention)
    for quotation in reading.quotations:
        for at in range(max(0, bisect_right(begins, quotation.first) - 1), bisect_right(begins, quotation.last)):
            quotations[at].append(quotation)
    for party in reading.parties:
        if party.how == "description" and party.actor:
            parties[bisect_right(begins, party.first) - 1].append(party)
    places = frozenset(locality.first for locality in reading.localities)
    return [
        Line(reading, sentence, mentions[n], quotations[n], wording(packs, sentence.language), places, parties[n])
        for n, sentence in enumerate(reading.sentences)
    ]


def _outlet(document: Document) -> Source:
    outlet = document.outlet
    return (
        Source(outlet.name, outlet.name, "outlet", actor=outlet.speaks_for)
        if outlet
        else Source(document.name, document.name, "outlet")
    )


class _Report:
    """One report while it is being read."""

    def __init__(self, reading: Reading, packs: Packs, lines: list[Line]) -> None:
        self.reading = reading
        self.lines = lines
        outlet = reading.document.outlet
        names = [outlet.id, outlet.name, *(name for names in outlet.names.values() for name in names)] if outlet else []
        own = frozenset(names) | frozenset(map(packs.folding.fold, names))
        if outlet is not None and outlet.id in packs.outlets:
            known = packs.outlets[outlet.id]
            own |= frozenset(packs.folding.fold(name) for names in known.names.values() for name in names)
        node = _outlet(reading.document)
        credited = credit(reading, packs, lines, own)
        self.head: Chain = (node,) if credited is None else (node, credited)
        self.memory = Memory(packs, node, own)
        self.made: list[Attribution] = []
        self._topics: dict[int, Voice | None] = {}
        self.reach: tuple[int, Chain] | None = None  # the end of an open quotation, and whose words it holds

    def read(self) -> list[Attribution]:
        for line in self.lines:
            found = arrange(line, verbal.read(line) if line.words.verb_first else fronted.read(line)) if line.speaks else []
            open_words = self.reach if self.reach is not None and self.reach[0] > line.first else None
            if not found:
                self._goes_on(line, open_words)
                if (topic := self.topic(line)) is not None:
                    self.memory.meet(topic, line.has(topic.last, "be", "have", "modal"))
                continue
            self._opened(line, found)
            chains: dict[int, list[tuple[Chain, Voice]]] = {}
            for said in found:
                chains[id(said)] = self._chains(said, chains, open_words[1] if open_words else None)
                for chain, voice in chains[id(said)]:
                    if chain:
                        self.memory.remember(chain, voice, bool(said.parents))
            for said in found:
                self._govern(said, chains)
            for said in found:
                self._make(line, said, chains[id(said.governs[0])] if _passes_on(said) else chains[id(said)])
            self._passed_on(line, found, chains)
        return named_later(self.made, self.reading.document.text)

    def topic(self, line: Line) -> Voice | None:
        """Whom a sentence speaks of first."""
        if line.first not in self._topics:
            self._topics[line.first] = topic_of(line, _phrases(line))
        return self._topics[line.first]

    def _opened(self, line: Line, found: list[Said]) -> None:
        """Whom a sentence speaks of first may be meant further on: "Her deputy was blunt: it was, she said, lost"."""
        voice = found[0].voices[0] if found[0].voices else None
        if voice is None or voice.how != "pronoun" or voice.first - line.first < 4:
            return
        topic = self.topic(line)
        colon = any(line.form(j) == ":" for j in range(line.first + 1, voice.first))
        if topic is not None and (colon or (topic.how == "name" and topic.kind == "person")):
            self.memory.meet(topic, colon)

    def _passed_on(self, line: Line, found: list[Said], chains: dict[int, list[tuple[Chain, Voice]]]) -> None:
        """A sentence of nothing but "according to AGENCY" speaks of the sentence before it."""
        said = found[0]
        if (
            len(found) > 1
            or said.cue.act not in ("cite", "report", "quote")
            or any(last - first > 1 for first, last in said.content)
            or (not chains[id(said)] or line.last - said.stop > 3 or said.start - line.first > 2)
        ):
            return
        node = chains[id(said)][0][0]
        before = [one for one in self.lines if one.last <= line.first][-1:]
        start = before[0].sentence.start if before else line.sentence.start
        self.made = [one for one in self.made if one.cue is None or one.cue.start != self.reading.tokens[said.cue.first].start]
        self.made = [
            replace(one, chain=(*self.head, *node, *one.chain[len(self.head) :]))
            if one.cue and one.cue.start >= start and one.chain[-1] != node[-1] and node[-1] not in one.chain
            else one
            for one in self.made
        ]
        self.memory.behind(node)

    def _govern(self, said: Said, chains: dict[int, list[tuple[Chain, Voice]]]) -> None:
        """Put what a trailing cue governs behind the source of that cue."""
        later = [
            parent for parent in said.parents if parent.trailing and parent.cue.first > said.cue.first and chains[id(parent)]
        ]
        if not later:
            return
        base = chains[id(min(later, key=lambda parent: parent.cue.first))][0][0]
        longer = [(_joined(base, chain), voice) for chain, voice in chains[id(said)]]
        if any(node.kind == "agency" for node in base):  # others only report what was said; an agency goes on passing on
            for (short, _), (chain, _voice) in zip(chains[id(said)], longer, strict=True):
                self.memory.replace(short, chain)
        chains[id(said)] = longer

    def _chains(self, said: Said, made: dict[int, list[tuple[Chain, Voice]]], around: Chain | None) -> list[tuple[Chain, Voice]]:
        """The chains of an act of speech, without the head of the report; one for each voice."""
        base: Chain = ()
        if said.parents:
            earlier = [parent for parent in said.parents if made.get(id(parent))]
            base = made[id(max(earlier, key=lambda parent: parent.cue.first))][0][0] if earlier else ()
        elif around is not None:
            base = around
        relays = tuple(node for voice in said.relays if not self.memory.own(voice) for node in self._relay(voice))
        chains: list[tuple[Chain, Voice]] = []
        for voice in said.voices or (None,):
            if voice is not None and self.memory.own(voice):
                chains.append(((*base, *relays), voice))
                continue
            found = self.memory.resolve(_with(voice, said), said.via, "adds" in said.cue.takes)
            if found is None:
                continue
            chain, meant = found
            if (
                said.continues
                and said.voices
                and self.memory.last is not None
                and self.memory.last.origin.kind == "agency"
                and not relays
            ):
                chain = (self.memory.last.origin, *chain)
            if said.via and chain[-1].via is None:
                chain = (*chain[:-1], replace(chain[-1], via=said.via))
            passing = relays
            if voice is not None and voice.employer is not None and not relays and not self.memory.own(voice.employer):
                passing = self._relay(voice.employer)
            if passing:
                chain = (*passing, chain[-1])
            chains.append((_joined(base, chain), meant))
        return chains

    def _relay(self, voice: Voice) -> Chain:
        found = self.memory.resolve(voice, None)
        if found is None or (voice.how == "own" and found[1] is voice):
            return ()
        return found[0][-1:]

    def _make(self, line: Line, said: Said, chains: list[tuple[Chain, Voice]]) -> None:
        content = self._content(line, said)
        for chain, _ in chains:
            full = (
                _joined(self.head, self._placed(chain, said)) if len(self.head) > 1 else (*self.head, *self._placed(chain, said))
            )
            self._add(
                full,
                Span(self.reading.tokens[said.cue.first].start, self.reading.tokens[said.cue.last - 1].end),
                content,
                said.denies,
                said.cue.rule,
            )
            if content and (end := self._quotation_end(line, said)) is not None:
                self.reach = (end, chain)

    def _placed(self, chain: Chain, said: Said) -> Chain:
        """The last node, with where it stands in this sentence."""
        if not chain or not said.voices:
            return chain
        voice = next((voice for voice in said.voices if voice.text == chain[-1].text), said.voices[0])
        tokens = self.reading.tokens
        return (*chain[:-1], replace(chain[-1], start=tokens[voice.first].start, end=tokens[voice.last - 1].end))

    def _content(self, line: Line, said: Said) -> tuple[Span, ...]:
        spans = []
        end = self._quotation_end(line, said)
        for n, (first, last) in enumerate(said.content):
            if end is not None and n == len(said.content) - 1:
                last = max(last, end)
            if (span := self._span(first, last)) is not None:
                spans.append(span)
        quoted = line.told_before() if not spans and end is None and said.start == line.first else None
        if quoted is not None and (span := self._span(quoted.first, quoted.last)) is not None:
            spans.append(span)
        if not spans and end is None and line.form(line.last - 1) == ":" and said.stop >= line.last - 1:
            end = self._below(line)
        if not spans and end is not None and (span := self._span(line.last, end)) is not None:
            spans.append(span)
        return tuple(spans)

    def _below(self, line: Line) -> int | None:
        """The lines below a colon, up to the next one that names a source: a statement given at length."""
        end: int | None = None
        for other in self.lines:
            if other.first < line.last or other.sentence.role != line.sentence.role:
                continue
            if other.cues or other.first - line.last > 400:
                break
            end = other.last
        return end

    def _quotation_end(self, line: Line, said: Said) -> int | None:
        """Where a quotation ends that these words open, if in a later sentence."""
        ends = [
            q.last for first, last in said.content for q in line.quotations if first <= q.first <= last and q.last > line.last
        ]
        if not ends and line.form(line.last - 1) == ":" and said.stop >= line.last - 1:
            ends = [q.last for q in self.reading.quotations if q.first in (line.last, line.last + 1)]
        return max(ends, default=None)

    def _span(self, first: int, last: int) -> Span | None:
        tokens = self.reading.tokens
        while first < last and tokens[first].kind == "punctuation" and tokens[first].form not in "([":
            first += 1
        while last > first and tokens[last - 1].kind == "punctuation" and tokens[last - 1].form not in ")]%":
            last -= 1
        return Span(tokens[first].start, tokens[last - 1].end) if first < last else None

    def _goes_on(self, line: Line, open_words: tuple[int, Chain] | None) -> None:
        """A sentence without a cue: the outlet's own, unless it is a whole quotation right behind attributed words."""
        last = self.memory.speaker
        if open_words is not None or last is None or not self.made:
            return
        quotation = line.quotation_at(line.first)
        if quotation is None or quotation.first - line.first > 1 or not self._follows(line):
            return
        if quotation.last > line.last and self._claimed_later(quotation):
            return
        words = sum(line.kind(at) == "word" for at in range(line.first, line.last))
        if (
            words
            and quotation.last >= line.last - 2
            and words >= 4
            and (span := self._span(quotation.first, quotation.last)) is not None
        ):
            self._add((*self.head, *last.chain), None, (span,), False, "")
            if quotation.last > line.last:
                self.reach = (quotation.last, last.chain)

    def _claimed_later(self, quotation: Quotation) -> bool:
        """Whether a speaker stands right behind the end of a quotation, sentences on."""
        end = next((line for line in self.lines if line.first <= quotation.last < line.last), None)
        return end is not None and any(quotation.last <= cue.first <= quotation.last + 12 for cue in end.cues)

    def _follows(self, line: Line) -> bool:
        """Whether the last words attributed stand right before a sentence."""
        end = max((span.end for span in self.made[-1].content), default=0)
        end = max(end, self.made[-1].cue.end if self.made[-1].cue else 0)
        before = next((other for other in reversed(self.lines) if other.last <= line.first), None)
        return before is not None and end >= before.sentence.start

    def _add(self, chain: Chain, cue: Span | None, content: tuple[Span, ...], denies: bool, rule: str) -> None:
        place = f"{cue.start}:{cue.end}" if cue else "+".join(f"{span.start}:{span.end}" for span in content)
        ordinal = sum(1 for one in self.made if one.cue == cue and (cue is not None or one.content == content))
        digest = hashlib.sha256(f"{self.reading.document.id}|attribution|{place}|{ordinal}".encode()).hexdigest()[:16]
        self.made.append(Attribution(digest, self.reading.document.id, chain, cue, content, denies=denies, rule=rule))


def _passes_on(said: Said) -> bool:
    """Whether a trailing agency only passes on what a source of the same sentence says."""
    return bool(said.governs) and all(voice.kind == "agency" for voice in said.voices)


def _with(voice: Voice | None, said: Said) -> Voice | None:
    if voice is None or not (said.role or said.actor):
        return voice
    return replace(voice, role=voice.role or said.role, actor=voice.actor or said.actor)


def _joined(base: Chain, chain: Chain) -> Chain:
    """One chain under another; a node that both hold stands once."""
    said = {(node.name, node.kind) for node in chain}
    return (*(node for node in base if (node.name, node.kind) not in said), *chain)
