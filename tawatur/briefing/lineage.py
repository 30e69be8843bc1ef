"""Origins in the words of one language: who speaks through whom, and which reports that makes."""

from collections.abc import Iterable, Iterator, Sequence

from tawatur.briefing.blocks import Named, Words
from tawatur.briefing.compose import glossary_of
from tawatur.briefing.isolates import RIGHT_TO_LEFT, written
from tawatur.briefing.runs import Run, Runs, quote, shown
from tawatur.briefing.voice import Voice
from tawatur.records import Document, Hand, Origin

STEP = "    "


class Lineage:
    """Says origins of a case in one language."""

    def __init__(self, language: str, named: Iterable[Named], documents: Sequence[Document]) -> None:
        self._glossary = glossary_of(named, documents)
        self.voice = Voice(language, self._glossary)
        self._documents = {document.id: document for document in documents}
        self._mark = RIGHT_TO_LEFT if self.voice.direction == "rtl" else ""

    def lines(self, origins: Sequence[Origin]) -> Iterator[str]:
        """A tree of plain text for each origin."""
        for number, origin in enumerate(origins):
            if number:
                yield ""
            for hand in origin.hands:
                arrow = f"{self.voice.mark('arrow')} " if hand.depth else ""
                yield self._mark + STEP * hand.depth + arrow + self.text(self.hand(hand))
                for report in hand.printed:
                    yield self._mark + STEP * (hand.depth + 1) + self.text(self.report(report))

    def name(self, hand: Hand) -> Runs:
        """A hand by its usual name; one without a name in the words of the report."""
        known = self._glossary.known(hand.name, self.voice.language)
        if known or hand.sure:
            return (Run(shown(known or hand.name), "name"),)
        return self.voice.say("outlet_unknown_file", name=(Run(shown(hand.name), "name"),)) if hand.name in (
            self._glossary.nameless) else (quote(Words(hand.name, None)),)

    def hand(self, hand: Hand) -> Runs:
        """A hand with how many reports and claims came by it."""
        say = self.voice.say
        counted = say("counted_both", reports=say("n_reports", len(hand.reports)), claims=say("n_claims", len(hand.claims)))
        return say("colon", left=self.name(hand), right=counted)

    def report(self, id: str) -> Runs:
        """A report by its title, day and id."""
        voice, document = self.voice, self._documents[id]
        time = document.published
        day = voice.time(time) if time and (time.start or time.end) else voice.say("undated")
        title = (quote(Words(document.title, document.language)),) if document.title else (Run(shown(document.name), "name"),)
        return voice.joined([title, day, (Run(id[:8], "number"),)])

    def text(self, runs: Runs) -> str:
        """Runs as one line of plain text, foreign names and numbers isolated."""
        return written(self.voice, runs, str, str)
