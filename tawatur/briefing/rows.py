"""Rows of a ledger in the words of one language: what was counted, when, by whom told, and what stands against it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur.briefing.amounts import told
from tawatur.briefing.blocks import Named, Words
from tawatur.briefing.compose import glossary_of
from tawatur.briefing.isolates import written
from tawatur.briefing.labels import noun
from tawatur.briefing.reckoned import reckoned
from tawatur.briefing.runs import Run, Runs, capital, plain, quote, shown
from tawatur.briefing.standing import ROOT, origins
from tawatur.briefing.voice import Voice
from tawatur.records import Claim, Derived, Document, Fact, Figure, Series, Tally
from tawatur.records.day import as_of

AMOUNTS = 3
"""How many different numbers of one fact are written out; its outermost bounds are told in any case."""
SHORT = 8
"""Digits of an id that a table shows."""


@dataclass(frozen=True, slots=True)
class Row:
    """A tally in words: `amount` with what it is a part of, `told` its origins by name, `stands` its agreement and clashes.

    `clash` is whether something in it cannot hold side by side; `depth` how far it stands under its whole.
    """

    id: str
    when: Runs
    amount: Runs
    origins: Runs
    told: Runs
    stands: Runs
    clash: bool
    depth: int
    tally: Tally


class Rows:
    """Says series of a case in one language."""

    def __init__(self, language: str, named: Iterable[Named], documents: Sequence[Document]) -> None:
        self._glossary = glossary_of(named, documents)
        self._documents = {document.id: document for document in documents}
        self.voice = Voice(language, self._glossary)

    def heading(self, one: Series) -> Runs:
        """Who is counted, in which way, and where."""
        voice = self.voice
        unit = noun("unit", one.population, voice.language, "of")
        counted = voice.people(one.population) or plain(unit or "") or (Run(shown(one.population), "name"),)
        more = [voice.say("group", name=voice.actor(one.group))] if one.group else []
        more += [voice.say("nationality", label=voice.label("nationality", one.nationality))] if one.nationality else []
        place = voice.place(one.place) if one.place else voice.say("no_places")
        said = voice.say("series_of", measure=capital(voice.label("measure", one.measure)), population=counted)
        return voice.joined([said, place, *more])

    def rows(self, one: Series) -> list[Row]:
        """The tallies of a series, in their order."""
        depths: dict[str, int] = {}
        made = []
        for tally in one.tallies:
            depths[tally.fact.id] = depths[tally.under] + 1 if tally.under in depths else 0
            made.append(self._row(tally, depths[tally.fact.id]))
        return made

    def _row(self, tally: Tally, depth: int) -> Row:
        fact = tally.fact
        clash = fact.agreement == "conflict" or any(one.agreement == "conflict" for one in tally.clashes)
        return Row(fact.id, self.when(tally), self._amounts(tally), origins(self.voice, fact.independent), self.told(fact),
                   self._stands(tally), clash, depth, tally)

    def when(self, tally: Tally) -> Runs:
        """The days that a figure holds for, or that nobody knows them."""
        return self.voice.span(tally.start, tally.end or tally.start) if tally.start else self.voice.say("undated")

    def told_on(self, tally: Tally) -> dict[tuple[str, Figure], list[Claim]]:
        """The claims of a tally by the last day that they hold for ("" where nobody knows) and their bare number."""
        held: dict[tuple[str, Figure], list[Claim]] = {}
        for claim in tally.claims:
            if isinstance(said := claim.content, Figure):
                days = as_of(claim, self._documents.get(claim.document))
                bare = Figure(said.measure, said.value, said.low, said.high, said.bound)
                held.setdefault((days[1] if days else "", bare), []).append(claim)
        return dict(sorted(held.items(), key=lambda item: item[0][0]))

    def _amounts(self, tally: Tally) -> Runs:
        """The different numbers that are told, with the words of who they are a part of."""
        voice, said = self.voice, dict.fromkeys(self._amount(claim.content, claim.modality)
                                                for claim in tally.claims if isinstance(claim.content, Figure))
        found = voice.joined(list(said)[:AMOUNTS], "semicolon")
        if len(said) > AMOUNTS:
            found = (*found, Run(voice.mark("semicolon")), *voice.say("unknown_more", len(said) - AMOUNTS))
        return voice.say("colon", left=voice.say(tally.relation), right=found) if tally.relation else found

    def _amount(self, figure: Figure, modality: str) -> Runs:
        said = told(self.voice, figure)
        reserve = () if modality == "asserted" else self.voice.label("modality", modality)
        return self.voice.say("colon", left=reserve, right=said) if reserve else said

    def told(self, fact: Fact) -> Runs:
        """The origins by name, each with what makes it less than sure."""
        voice = self.voice
        said = []
        for reason in fact.grounds:
            if reason.name == ROOT:
                sure = reason.right == "sure"
                name = voice.outlet(reason.left) if sure or self._known(reason.left) else (quote(Words(reason.left, None)),)
                said.append(name if sure else voice.say(f"root_{reason.right}", root=name))
        return voice.joined(said, "semicolon")

    def _known(self, name: str) -> bool:
        """Whether the packs know a root by its name; the words for one without a name stay in quotation marks."""
        return self._glossary.known(name, self.voice.language) is not None

    def _stands(self, tally: Tally) -> Runs:
        """How the fact stands, and beside which others it cannot."""
        voice, fact = self.voice, tally.fact
        stands = voice.say(f"agreement_{fact.agreement}")
        said = [voice.say("colon", left=stands, right=voice.say(f"why_{fact.why}")) if fact.why else stands]
        for clash in tally.clashes:
            beside = voice.say(f"clash_{clash.agreement}", id=(Run(clash.fact[:SHORT], "number"),))
            said.append(voice.say("colon", left=beside, right=voice.say(f"why_{clash.why}")) if clash.why else beside)
        return voice.joined(said, "semicolon")

    def derived(self, one: Derived) -> list[Runs]:
        """A figure that an analyst reckoned: the result with its formula, each term, and who made it."""
        return reckoned(self.voice, one, {})

    def text(self, runs: Runs) -> str:
        """Runs as one line of plain text, foreign names and numbers isolated."""
        return written(self.voice, runs, str, str)
