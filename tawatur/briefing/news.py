"""A change in the words of one language: what came, what it came to, and by whom; it says no more than that it was told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tawatur.briefing.blocks import Citation, Line, Named
from tawatur.briefing.compose import glossary_of, quotes, report_of
from tawatur.briefing.isolates import RIGHT_TO_LEFT, wrapped, written
from tawatur.briefing.runs import Run, Runs, shown
from tawatur.briefing.said import Sayer
from tawatur.briefing.voice import Voice
from tawatur.records import Change, Claim, Document

WIDTH = 100
SHORT = 8
"""Digits of an id that a line shows."""
WORDINGS = 3
"""How many different tellings of one fact are written out."""


class Teller:
    """Says changes with the voice of a sayer; `numbers` are those of the citations, by claim."""

    def __init__(self, voice: Voice, sayer: Sayer, numbers: Mapping[str, int]) -> None:
        self._voice, self._sayer, self._numbers = voice, sayer, numbers

    def change(self, change: Change) -> Runs:
        """What happened to what."""
        say, what = self._voice.say, self._told(change.claims)
        if change.turn == "withdrawn" and not change.by:
            return say("change_rejected", what=what)
        roots = self._voice.joined([(Run(shown(root), "name"),) for root in change.roots], "semicolon")
        why = say(f"why_{change.why}") if change.why else say("change_no_why")
        return say(f"change_{change.turn}", what=what, by=self._told(change.by), roots=roots, why=why)

    def details(self, change: Change) -> tuple[Runs, ...]:
        """Who tells what came, and where."""
        claims = change.by or change.claims
        return self._sayer.details(self._line(claims))

    def _line(self, claims: Sequence[Claim]) -> Line:
        return Line(tuple(claims), tuple(self._numbers.get(claim.id, 0) for claim in claims))

    def _told(self, claims: Sequence[Claim]) -> Runs:
        said: dict[str, Runs] = {}
        for claim in claims:
            phrase, reserve = self._sayer.phrase(self._line([claim])), self._sayer.reserve(claim)
            runs = self._voice.say("colon", left=reserve, right=phrase) if reserve else phrase
            said.setdefault("".join(run.text for run in runs).casefold(), runs)
        shown_here = list(said.values())[:WORDINGS]
        found = self._voice.joined(shown_here, "semicolon")
        more = len(said) - len(shown_here)
        return (*found, Run(self._voice.mark("semicolon")), *self._voice.say("unknown_more", more)) if more else found


class Lines:
    """Changes as lines of plain text."""

    def __init__(self, language: str, named: Iterable[Named], documents: Sequence[Document]) -> None:
        self._voice = Voice(language, glossary_of(named, documents))
        self._documents = {document.id: document for document in documents}
        self._mark = RIGHT_TO_LEFT if self._voice.direction == "rtl" else ""

    def news(self, since: str | None, changes: Sequence[Change]) -> Iterator[str]:
        """A heading, and for each change what happened, and who tells what came."""
        voice = self._voice
        if since is None:
            yield self._text(voice.say("changes_first"))
            return
        yield self._text(voice.say("changes_since", len(changes), time=voice.instant(since)))
        teller = self._teller(changes)
        for change in changes:
            ids = (Run(" ".join(claim.id[:SHORT] for claim in change.by or change.claims), "number"),)
            yield ""
            yield from self._wrapped(teller.change(change), "  ", "    ")
            yield from self._wrapped(voice.joined([*teller.details(change), ids]), "      ", "      ")

    def undated(self, count: int) -> str:
        """How many claims are left out because nobody knows when they were said."""
        return self._text(self._voice.say("changes_undated", count))

    def _teller(self, changes: Sequence[Change]) -> Teller:
        claims = {claim.id: claim for change in changes for claim in (*change.claims, *change.by)}
        held = {id: self._documents[claim.document] for id, claim in claims.items() if claim.document in self._documents}
        return Teller(self._voice, Sayer(self._voice, {
            id: Citation(0, claims[id], report_of(document), quotes(claims[id], document)) for id, document in held.items()}), {})

    def _wrapped(self, runs: Runs, indent: str, hang: str) -> Iterator[str]:
        return wrapped(self._text(runs), WIDTH, indent, hang)

    def _text(self, runs: Runs) -> str:
        return self._mark + written(self._voice, runs, str, lambda _: "")
