"""Says in one language what boards hold: values, days, origins, claims."""

from collections.abc import Iterable, Mapping, Sequence

from tawatur.briefing.blocks import Citation, Line, Named, Words
from tawatur.briefing.compose import glossary_of, quotes, report_of
from tawatur.briefing.isolates import written
from tawatur.briefing.labels import label
from tawatur.briefing.runs import Run, Runs, capital, quote, shown
from tawatur.briefing.said import Sayer
from tawatur.briefing.standing import origins
from tawatur.briefing.voice import Voice
from tawatur.records import Claim, Corridor, Document, Episode, Place, Telling

SHORT = 8
"""Digits of an id that a cell shows; commands take it as well as the whole one."""


class Scribe:
    """One language, over the claims and reports of a case."""

    def __init__(self, language: str, named: Iterable[Named], documents: Sequence[Document], claims: Mapping[str, Claim]) -> None:
        self._glossary = glossary_of(named, documents)
        self.voice, self.claims = Voice(language, self._glossary), claims
        reports = self._reports = {document.id: document for document in documents}
        self._tongues = {document.id: document.language for document in documents}
        self._sayer = Sayer(self.voice, {
            claim.id: Citation(0, claim, report_of(reports[claim.document]), quotes(claim, reports[claim.document]))
            for claim in claims.values() if claim.document in reports})

    def say(self, key: str, count: int | None = None, **slots: Runs) -> str:
        """A message as text."""
        return self.text(self.voice.say(key, count, **slots))

    def heads(self, *keys: str) -> tuple[str, ...]:
        """Heads of columns; the last one is always that of the claims."""
        return tuple(self.say(key) for key in (*keys, "board_claims"))

    def text(self, runs: Runs) -> str:
        """Runs as one line, foreign names and numbers isolated."""
        return written(self.voice, runs, str, str)

    def ids(self, claims: Iterable[str]) -> str:
        """Claims as one cell."""
        return " ".join(id[:SHORT] for id in claims)

    def words(self, text: str, telling: Telling) -> Runs:
        """Words of the report that a telling rests on."""
        claim = self.claims[telling.claims[0]]
        return (quote(Words(text, self._tongues.get(claim.document))),)

    def who(self, name: str | None) -> Runs:
        """A party, or a source, by its neutral name."""
        return self.voice.actor(name)

    def place(self, id: str) -> Runs:
        """A place by its id, or by a name as written."""
        known = self._glossary.place(id, self.voice.language)
        return name(known or id)

    def where(self, places: Iterable[Place]) -> str:
        """Places with the part that they play, in one cell."""
        held = [(place.role, self.voice.place(place)) for place in places]
        said = [name if role == "at" else self.voice.say(f"where_{role}", places=name) for role, name in dict.fromkeys(held)]
        return self.text(self.voice.joined(said, "semicolon"))

    def spots(self, telling: Telling) -> str:
        """The places of a telling's claims, whatever part they play."""
        held = {place.id or place.name: place for id in telling.claims for place in self.claims[id].places}
        return self.text(self.voice.joined([self.voice.place(place) for place in held.values()], "semicolon"))

    def when(self, telling: Telling) -> Runs:
        """When it was said; else the report's own words for a time; else that it is undated."""
        if telling.first and telling.last:
            return self.voice.span(telling.first, telling.last)
        for id in telling.claims:
            time = self.claims[id].time
            if time and time.text and not time.start:
                return self.voice.say("time_words", words=self.words(time.text, telling))
        return self.voice.say("undated")

    def origins(self, telling: Telling) -> str:
        """How many origins, and whose."""
        roots = self.voice.joined([self.root(name) for name in telling.roots], "semicolon")
        return self.say("board_counted", origins=origins(self.voice, telling.independent), roots=roots)

    def root(self, name: str) -> Runs:
        """An origin by its neutral name, or as its reports word it."""
        return self.voice.outlet(name)

    def modal(self, said: Runs, telling: Telling) -> Runs:
        """What keeps a value from being told outright, before it."""
        if telling.modality == "asserted":
            return said
        return self.voice.say("colon", left=self.voice.label("modality", telling.modality), right=said)

    def claim(self, telling: Telling) -> str:
        """The fullest claim of a telling, as a briefing says it."""
        return self.text(self._phrase(self.claims[telling.claims[0]]))

    def content(self, claim: Claim) -> str:
        """What a claim says, and where."""
        said = [self._phrase(claim), *([] if isinstance(claim.content, Corridor) else self._sayer.places(claim))]
        return self.text(self.voice.joined(said, "semicolon"))

    def teller(self, claim: Claim) -> str:
        """Who says it in the end, through whom, and the day of the report."""
        report = self._reports.get(claim.document)
        day = self.published(report) if report else self.say("undated")
        said = [self.voice.told(chain) for chain in claim.chains] or [self.voice.told(())]
        return self.voice.mark("semicolon").join([*dict.fromkeys(map(self.text, said)), day])

    def published(self, report: Document) -> str:
        """The day of a report."""
        time = report.published
        known = time and time.start and self.voice.span(time.start, time.end or time.start)
        return self.text(known or self.voice.say("undated"))

    def publisher(self, report: Document) -> str:
        """The outlet of a report, as far as anyone knows."""
        return self.text(self.voice.outlet(report.outlet.name if report.outlet else None))

    def _phrase(self, claim: Claim) -> Runs:
        said = capital(self._sayer.phrase(Line((claim,), (0,))))
        return said if claim.modality == "asserted" else self.voice.say("colon", left=self._sayer.reserve(claim), right=said)

    def episode(self, one: Episode) -> str:
        """Who deals with whom, and where."""
        parties = self.voice.listed([self.who(party) for party in one.parties]) or self.voice.say("no_parties")
        places = self.voice.listed([self.place(place) for place in one.places]) or self.voice.say("no_places")
        return self.say("board_heading", id=name(one.id[:SHORT]), parties=parties, places=places)

    def ends(self, places: Sequence[Place]) -> Runs:
        """The ends of a way in one phrase."""
        return self._sayer.ends(places)

    def hazards(self, telling: Telling) -> Runs:
        """Hazards of ways that stand for a reason; nothing where the reason is in a report's words."""
        known = [one for one in (telling.value or "").split("; ") if label("hazard", one, self.voice.language)]
        return self.voice.listed([self.voice.label("hazard", one) for one in known])

    def word(self, telling: Telling) -> Runs:
        """The word of the codebook by which a claim tells of a way."""
        groups = ("corridor_status", "barrier", "measure", "event", "mode", "issue")
        found = (self.voice.label(group, telling.value) for group in groups if label(group, telling.value, self.voice.language))
        return self.modal(next(found, name(telling.value or "")), telling)

    def plain(self, text: str) -> Runs:
        """Ids between the words of a message."""
        return (Run(text, "number"),)

    def dated(self, value: Runs, telling: Telling) -> Runs:
        """A value and when it was said."""
        return self.voice.say("board_at", value=self.modal(value, telling), when=self.when(telling))


def name(text: str) -> Runs:
    """An id or a name that is no word of either language."""
    return (Run(shown(text), "name"),)
