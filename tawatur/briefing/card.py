"""One claim for one pair of eyes: said as a briefing says it, in either language, beside the sentence that it rests on."""

from collections.abc import Iterable, Iterator, Sequence

from tawatur.briefing.blocks import Citation, Line, Named
from tawatur.briefing.compose import glossary_of, quotes, report_of
from tawatur.briefing.isolates import FSI, LRI, PDI, RIGHT_TO_LEFT, wrapped, written
from tawatur.briefing.runs import Run, Runs, capital, shown
from tawatur.briefing.said import Sayer
from tawatur.briefing.voice import Voice, catalogue
from tawatur.records import Claim, Document

AROUND = 140
"""Characters of the report before and after a claim's words."""
OPENING, CLOSING = "⟦", "⟧"
LATIN = "en"
"""The catalogue whose keys every keyboard has."""


class Cards:
    """Says claims of a case in one language, in lines of a width."""

    def __init__(self, language: str, named: Iterable[Named], documents: Sequence[Document], width: int) -> None:
        self.voice = Voice(language, glossary_of(named, documents))
        self._documents = {document.id: document for document in documents}
        self._width, self._mark = width, RIGHT_TO_LEFT if self.voice.direction == "rtl" else ""

    def claim(self, claim: Claim) -> Iterator[str]:
        """What the claim says, and who says it."""
        document = self._documents[claim.document]
        citation = Citation(0, claim, report_of(document), quotes(claim, document))
        sayer, line = Sayer(self.voice, {claim.id: citation}), Line((claim,), (0,))
        reserve = sayer.reserve(claim)
        said = capital(sayer.phrase(line))
        yield from self.lines(self.voice.say("colon", left=reserve, right=said) if reserve else said, "  ")
        yield from self.lines(self.voice.joined(sayer.details(line)), "    ")

    def words(self, claim: Claim) -> Iterator[str]:
        """The words that it rests on, marked in what stands around them, in the report's own direction."""
        text = self._documents[claim.document].text
        for one in claim.evidence:
            before, after = text[max(0, one.start - AROUND):one.start], text[one.end:one.end + AROUND]
            before = f"…{before.partition(' ')[2]}" if one.start > AROUND else before
            after = f"{after.rpartition(' ')[0]}…" if one.end + AROUND < len(text) else after
            line = shown(f"{before}{OPENING}{one.quote}{CLOSING}{after}")
            yield from wrapped(f"{FSI}{line}{PDI}", self._width, "  │ ", "  │ ")

    def report(self, claim: Claim) -> Iterator[str]:
        """The report it stands in, and how sure the program is."""
        document = self._documents[claim.document]
        when = document.published
        day = self.voice.time(when) if when and (when.start or when.end) else self.voice.say("undated")
        told = self.voice.say("report_of", outlet=self.voice.outlet(document.outlet.name if document.outlet else None), date=day)
        sure = self.voice.say("desk_sure", percent=(self.voice.number(round(100 * claim.confidence)),))
        name = (Run(shown(document.title or document.name), "name"),)
        yield from self.lines(self.voice.joined([told, name, sure]), "  ")

    def said(self, message: str, count: int | None = None, **slots: str) -> str:
        """A message of the catalogue as one line; slots hold names and ids."""
        runs = self.voice.say(message, count, **{name: (Run(shown(value), "name"),) for name, value in slots.items()})
        return self._mark + self._written(runs)

    def decided(self, claim: Claim) -> str:
        """By whom, when and why a claim got its status."""
        note = claim.decided.note if claim.decided else ""
        runs = self.voice.decided(claim)
        return self._mark + self._written((*runs, Run(": "), Run(shown(note), "quote")) if note else runs)

    def keys(self, names: Iterable[str]) -> dict[str, str]:
        """What keys do: those of the language's own keyboard, and the Latin ones, which work everywhere."""
        return {str(catalogue(language)[f"key_{name}"]): name for name in names for language in (LATIN, self.voice.language)}

    def menu(self, names: Iterable[str]) -> Iterator[str]:
        """The keys with what they do."""
        voice = self.voice
        items = [voice.say("desk_key", sign=(Run(voice.mark(f"key_{name}"), "name"),), does=voice.say(f"do_{name}"))
                 for name in names]
        yield from self.lines(voice.joined(items, "gap"), "  ")

    def lines(self, runs: Runs, indent: str) -> Iterator[str]:
        """Runs as lines of the width."""
        yield from (self._mark + line for line in wrapped(self._written(runs), self._width, indent, indent))

    def _written(self, runs: Runs) -> str:
        return written(self.voice, runs, str, lambda number: f"{LRI}[{number}]{PDI}")
