"""Who says a stretch of text: the innermost attributions over it, and the chains that a claim hangs on."""

from tawatur.claims.described import described
from tawatur.claims.standing import alone, named
from tawatur.packs import Packs
from tawatur.records import PERSON, Attribution, Party, Reading, Source
from tawatur.records.claim import Chain
from tawatur.text import APOSTROPHES

ARMED = "armed_group"
REACH = 300
"""How many code points before "its spokesman" the party may be named whose he is."""
ECHO = 160
"""Code points behind what somebody says within which his words may go on untold: "a pause was out of the question"."""
NAMING = frozenset({"name", "description", "unknown", PERSON})
"""How those stand in the text who may be the party that a source speaks for."""
OWNING = 3
"""Code points between a party and those of its own who speak: "the rebels' leaders"."""
BODY = "organisation"
CALLING = frozenset({PERSON, BODY, "unnamed"})
"""Kinds of sources that may call for a thing in their own name."""


class Voices:
    """The attributions of a reading, asked by place."""

    def __init__(self, reading: Reading, packs: Packs) -> None:
        self._text = reading.document.text
        self._packs = packs
        self._spans = sorted((span.end - span.start, span.start, span.end, number) for number, said in
                             enumerate(reading.attributions) for span in said.content)
        self._said = reading.attributions
        self._parties = [party for party in named(reading.parties) if party.how in NAMING and not alone(party)]
        self._worded = sorted(described(reading, packs).values(), key=lambda party: party.start)
        self._possessive = [party.start for party in reading.parties if party.how == "pronoun" and "single" in party.features]
        self._meant: dict[tuple[int, int], str | None] = {}
        self._over: dict[int, tuple[Attribution, ...]] = {}
        self._quotes = [(quote.start, quote.end) for quote in reading.quotations]
        self.outlet = self._outlet(reading)
        origins = (said.chain[-1] for said in reading.attributions)
        self._called = {one.name.split()[-1]: one.actor for one in origins if one.kind == PERSON and one.name and one.actor}
        self._commanders: dict[str, str] = {}
        for origin in (said.chain[-1] for said in self._said):
            if origin.role and not origin.actor and origin.start is not None and (led := self._leads(origin.role, origin.start)):
                self._commanders.setdefault(origin.name, led)

    def at(self, start: int) -> tuple[Attribution, ...]:
        """The innermost attributions that hold a code point; several where speakers were named together."""
        known = self._over.get(start)  # every kind of claim asks it of the same words
        if known is None:
            holding = [(width, number) for width, first, last, number in self._spans if first <= start < last]
            known = self._over[start] = tuple(self._said[number] for width, number in holding if width == holding[0][0])
        return known

    def ends(self, start: int) -> int | None:
        """Where the words end, in code points, that those who speak at a code point are made to say; None where nobody is."""
        holding = [(width, last) for width, first, last, _ in self._spans if first <= start < last]
        return min(holding)[1] if holding else None

    def chains(self, start: int) -> tuple[Chain, ...]:
        """The chains of a claim that stands at a code point; the outlet's own word where nobody is named."""
        said = self.at(start)
        firm = [one for one in said if not one.denies]
        return tuple(one.chain for one in firm or said) or ((self.outlet,),)

    def speaker(self, start: int) -> str | None:
        """The party that speaks at a code point: the origin's actor, or the origin itself where it is an actor."""
        said = self.at(start)
        return next(filter(None, (self._actor(one.chain[-1]) for one in said)), None) if said else self.outlet.actor

    def echo(self, start: int) -> str | None:
        """The party that has just spoken where nobody is made to say what stands at a code point: its words may go on there."""
        if self.at(start) or self.outlet.actor:
            return None
        before = [said for said in self._said if said.cue and any(0 <= start - span.end <= ECHO for span in said.content)]
        return self._actor(max(before, key=lambda said: said.content[-1].end).chain[-1]) if before else None

    def caller(self, start: int) -> str | None:
        """The party that speaks at a code point; where it is none that acts, its name as the report has it."""
        said = self.at(start)
        named = (one.chain[-1].name for one in said if one.chain[-1].kind in CALLING)
        return self.speaker(start) or next(named, None)

    def body(self, start: int) -> str | None:
        """The body that speaks at a code point by its name in the report, where it is no party of the packs: "the army"."""
        return next((one.chain[-1].name for one in self.at(start) if one.chain[-1].kind == BODY), None)

    def own(self, start: int) -> str | None:
        """Who says "we" at a code point: who speaks there, or the publisher of a statement that nobody else is made to say."""
        said = self.at(start)
        if said or self.quoted(start) or self.outlet.actor:
            return self.speaker(start)
        return self.outlet.name if self.outlet.text else None

    def teller(self, start: int, end: int, before: bool) -> tuple[str, int] | None:
        """The party whose words a reporting verb brings in, the origin of the attribution with that cue; and where it ends.

        `before`: only an origin that stands before its verb.
        """
        for said in self._said:
            if said.cue and said.cue.start < end and start < said.cue.end:
                origin = said.chain[-1]
                if before and origin.start is not None and origin.start > start:
                    continue
                actor = self._actor(origin) or (origin.name if origin.kind == "organisation" else None)
                return (actor, origin.end or start) if actor else None
        return None

    def beside(self, first: int, start: int) -> str | None:
        """The party that has spoken between two code points, as far as the cue of what it says tells."""
        before = [said for said in self._said if said.cue and first <= said.cue.start and said.cue.end <= start]
        return self._actor(before[-1].chain[-1]) if before else None

    def lately(self, start: int) -> str | None:
        """The party of the last person who has been made to speak before a code point."""
        before = [(said.cue.start, said.chain[-1]) for said in self._said if said.cue and said.cue.end <= start]
        people = [(at, origin) for at, origin in before if origin.kind in (PERSON, "unnamed")]
        return self._actor(max(people, key=lambda one: one[0])[1]) if people else None

    def denied(self, start: int) -> bool:
        """Whether those who speak at a code point deny what stands there; one who does not makes it a claim of its own.

        That they deny it is denied by nobody: "they rejected the accusation" is their rejection.
        """
        said = self.at(start)
        return bool(said) and all(one.denies and not (one.cue and one.cue.start <= start < one.cue.end) for one in said)

    def quoted(self, start: int) -> bool:
        """Whether a code point stands between quotation marks."""
        return any(first <= start < last for first, last in self._quotes)

    def _actor(self, source: Source) -> str | None:
        """The party that a source speaks for: as attribution knows it, or as the words that name it were resolved."""
        if source.actor:
            return source.actor
        if source.start is None:
            return self._commanders.get(source.name)
        last = source.end or source.start
        if (source.start, last) not in self._meant:
            self._meant[source.start, last] = self._within(source, source.start, last)
        return self._meant[source.start, last]

    def _within(self, source: Source, start: int, last: int) -> str | None:
        """The party in the words that name a source, or whose it is by them; else the one that only its part names."""
        among = [party.actor for party in self._parties if start < party.end and party.start < last]
        known = next(filter(None, among), None) or self._whose(start, last) or self._commanders.get(source.name)
        if known is not None:
            return known
        owners = (party.actor for party in self._parties if 0 < start - party.end <= OWNING
                  and self._text[party.end:start].lstrip()[:1] in APOSTROPHES)
        owner = next(filter(None, owners), None) if source.kind != PERSON else None
        return owner or next((party.actor for party in self._worded if start < party.end and party.start < last), None)

    def _leads(self, role: str, start: int) -> str | None:
        """The armed group that a "field commander" leads of whom no more is said: the last one named before."""
        entries = (entry for word in role.split() for language in self._packs.languages.values()
                   for entry in language.lexicon.entries(word) if entry.kind == "counted")
        if self.outlet.actor or not any(entry.attrs.get("population") == "fighters" for entry in entries):
            return None
        before = [party.actor for party in self._parties if party.end <= start and party.actor and self._armed(party)]
        return before[-1] if before else None

    def _armed(self, party: Party) -> bool:
        known = self._packs.actors.get(party.actor or "")
        return known.kind == ARMED if known else f"kind:{ARMED}" in party.features

    def person(self, text: str) -> str | None:
        """The party of a person by the last word of a name, where the report has said whose he is."""
        return self._called.get(text)

    def _whose(self, start: int, end: int) -> str | None:
        """Whose spokesman "its spokesman" is: of the last party named before."""
        if not any(start <= first < end for first in self._possessive):
            return None
        before = [party.actor for party in self._parties if party.end <= start and start - party.end < REACH and party.actor]
        return before[-1] if before else None

    def _outlet(self, reading: Reading) -> Source:
        outlet = reading.document.outlet
        if outlet is None:
            return Source(reading.document.name, "", "outlet")
        own = outlet.id if outlet.id in self._packs.actors else None
        return Source(outlet.name, outlet.name, "outlet", actor=outlet.speaks_for or own)
