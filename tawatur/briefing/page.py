"""A briefing in one language, before any format: headings, items and citations made of runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tawatur.briefing.blocks import REVIEWED, Brief, Chapter, Citation, Cited, Line, Report, Section, Shelf, Unknown, Words
from tawatur.briefing.news import Teller
from tawatur.briefing.reckoned import reckoned
from tawatur.briefing.runs import Run, Runs, capital, cites, quote, shown
from tawatur.briefing.said import Sayer
from tawatur.briefing.standing import origins
from tawatur.briefing.voice import Voice
from tawatur.records import Claim, Figure, Position

UNREAD = 10
"""How many unread sentences of a chapter are quoted; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line: `numbers` are the citations that do not stand within `runs`, `tags` its state, `parts` what stands under it."""

    runs: Runs
    details: tuple[Runs, ...] = ()
    numbers: tuple[int, ...] = ()
    tags: tuple[Runs, ...] = ()
    reviewed: bool = False
    reserve: Runs = ()
    parts: tuple[tuple[Runs, "Item"], ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """Items that stand under one name: of one party, or of nobody in particular."""

    heading: Runs
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Rack:
    """A shelf as it is shown: its columns stand side by side."""

    heading: Runs
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is shown."""

    name: str
    heading: Runs
    note: Runs
    racks: tuple[Rack, ...]
    footer: Runs = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A chapter as it is shown."""

    id: str
    heading: Runs
    period: Runs
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A citation as it is shown; `short` names the report where all reports have been listed with their titles before."""

    number: int
    chains: tuple[Runs, ...]
    quotes: tuple[Run, ...]
    report: Runs
    short: Runs
    claim: str
    tags: tuple[Runs, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Page:
    """All that a writer needs."""

    language: str
    direction: str
    title: Runs
    as_of: Runs
    counts: Runs
    cautions: tuple[Runs, ...]
    leaves: tuple[Leaf, ...]
    ends: tuple[Part, ...]
    notes: tuple[Note, ...]
    voice: Voice
    short: bool = False


def page(brief: Brief, language: str) -> Page:
    """The briefing in a language."""
    return _Maker(brief, Voice(language, brief.glossary)).page()


class _Maker:
    def __init__(self, brief: Brief, voice: Voice) -> None:
        self._brief, self._voice = brief, voice
        self._sayer = Sayer(voice, {citation.claim.id: citation for citation in brief.citations})
        self._teller = Teller(voice, self._sayer, {citation.claim.id: citation.number for citation in brief.citations})

    def page(self) -> Page:
        brief, voice = self._brief, self._voice
        made = voice.instant(brief.made_at)
        latest = voice.span(brief.latest, brief.latest) if brief.latest else ()
        cautions = ("caution_navigation", "caution_claims", "caution_independence", "caution_redaction")
        return Page(
            language=voice.language,
            direction=voice.direction,
            title=voice.say("title"),
            as_of=voice.say("as_of", latest=latest, made=made) if latest else voice.say("as_of_unknown", made=made),
            counts=self._counts(),
            cautions=tuple(voice.say(key) for key in cautions),
            leaves=tuple(self._leaf(chapter) for chapter in brief.chapters),
            ends=tuple(part for part in (self._derived(), self._coverage(), self._silent(), self._setbacks()) if part.racks),
            notes=tuple(self._note(citation) for citation in brief.citations),
            voice=voice,
            short=brief.short,
        )

    def _counts(self) -> Runs:
        brief, say = self._brief, self._voice.say
        if not brief.reports:
            return say("empty_case")
        counts = say("counts", reports=say("n_reports", brief.reports), claims=say("n_claims", brief.claims),
                     reviewed=say("n_reviewed", brief.reviewed))
        rejected = (Run(" "), *say("n_rejected", brief.rejected)) if brief.rejected else ()
        withheld = (Run(" "), *say("n_withheld", brief.withheld)) if brief.withheld else ()
        short = (Run(" "), *say("short")) if brief.short else ()
        return (*counts, *rejected, *withheld, *short) if brief.claims else say("empty")

    def _leaf(self, chapter: Chapter) -> Leaf:
        voice = self._voice
        parties = voice.actors(chapter.parties) if chapter.parties else voice.say("no_parties")
        places = voice.places(chapter.places) if chapter.places else voice.say("no_places")
        span = voice.span(chapter.start, chapter.end) if chapter.start and chapter.end else ()
        period = voice.say("period", time=span) if span else voice.say("period_unknown")
        return Leaf(
            id=chapter.id,
            heading=capital(voice.say("title_of", parties=parties, places=places)),
            period=voice.joined([voice.say("n_reports", len(chapter.reports)), period]),
            parts=self._short_parts(chapter) if self._brief.short else self._parts(chapter),
        )

    def _parts(self, chapter: Chapter) -> tuple[Part, ...]:
        parts = [*self._changes(chapter), *(self._part(section) for section in chapter.sections)]
        return (*parts, self._unknown(chapter.unknown), self._ways(chapter))

    def _short_parts(self, chapter: Chapter) -> tuple[Part, ...]:
        """A front page explains its sections once, and tells the sizes of what it leaves to the whole briefing."""
        first = chapter is self._brief.chapters[0]
        parts = [self._part(section) if first else replace(self._part(section), note=()) for section in chapter.sections]
        if parts:
            parts.append(self._unknown(chapter.unknown))
        parts = [*self._changes(chapter), *parts]
        return (*parts, self._beyond(chapter.beyond)) if chapter.beyond else tuple(parts)

    def _part(self, section: Section) -> Part:
        name, voice = section.name, self._voice
        note = voice.say(f"note_{name}") if name in ("position", "corridor", "figure", "event") else ()
        footer = voice.say("left_out", section.left_out) if section.left_out else ()
        return Part(name, voice.say(f"section_{name}"), note, tuple(self._rack(name, shelf) for shelf in section.shelves), footer)

    def _rack(self, name: str, shelf: Shelf) -> Rack:
        voice = self._voice
        if name == "position":
            heading = voice.label("issue", shelf.key) or voice.say("issue_none")
            return Rack(capital(heading), self._by_party(shelf.lines))
        group = {"figure": "measure", "condition": "sector"}.get(name)
        heading = voice.label(group, shelf.key) if group else ()
        return Rack(heading, (Column((), tuple(self._item(line) for line in shelf.lines)),))

    def _changes(self, chapter: Chapter) -> Iterator[Part]:
        """What changed since the case was last told."""
        voice, since = self._voice, self._brief.since
        if since is not None and chapter.changes:
            items = [Item(capital(self._teller.change(turned.change)), self._teller.details(turned.change), turned.numbers)
                     for turned in chapter.changes]
            note = voice.say("note_changes", time=voice.instant(since))
            footer = voice.say("changes_left_out", chapter.left_out) if chapter.left_out else ()
            yield Part("changes", voice.say("section_changes"), note, (Rack((), (Column((), tuple(items)),)),), footer)

    def _by_party(self, lines: Sequence[Line]) -> tuple[Column, ...]:
        held: dict[str | None, list[Item]] = {}
        for line in lines:
            content = line.claim.content
            held.setdefault(content.party if isinstance(content, Position) else None, []).append(self._item(line))
        return tuple(Column(capital(self._voice.actor(party)), tuple(items)) for party, items in held.items())

    def _item(self, line: Line) -> Item:
        voice = self._voice
        phrase = capital(self._sayer.phrase(line))
        inside = {run.text for run in phrase if run.kind == "cite"}
        several = (self._told_by(line),) if line.reports > 1 else ()
        return Item(
            runs=phrase,
            details=self._sayer.details(line),
            numbers=tuple(number for number in sorted(line.numbers) if str(number) not in inside),
            tags=(*several, *self._decided(line)),
            reviewed=line.reviewed,
            reserve=self._sayer.reserve(line.claim),
            parts=tuple((voice.say(_relation(part.claim)), self._item(part)) for part in line.parts),
        )

    def _told_by(self, line: Line) -> Runs:
        """How many reports tell a line, and to how many origins they come down."""
        reports = self._voice.say("told_by_reports", line.reports)
        if line.origins is None:
            return reports
        return self._voice.say("told_by_origins", reports=reports, origins=origins(self._voice, line.origins))

    def _decided(self, line: Line) -> tuple[Runs, ...]:
        """Whether persons looked at the whole line; what they changed, or would have to look at again, is said in any case."""
        changed = [claim for claim in line.claims if claim.status == "corrected" or (claim.decided and claim.decided.open)]
        if changed:
            return tuple(dict.fromkeys(map(self._voice.decided, changed)))
        return (self._voice.say("reviewed" if line.reviewed else "unreviewed"),)

    def _unknown(self, unknown: Unknown) -> Part:
        say, items = self._voice.say, []
        for key, reports in (("undated", unknown.undated), ("unattributed", unknown.unattributed)):
            if reports:
                items.append(Item(say(f"unknown_{key}", items=self._voice.joined([self._report(report) for report in reports]))))
        for key, cited in (("unnamed", unknown.unnamed), ("places", unknown.places), ("times", unknown.times)):
            if cited:
                items.append(Item(say(f"unknown_{key}", items=self._listed(cited))))
        if unknown.unread:
            items.append(self._unread(unknown))
        if unknown.refused:
            items.append(Item(say("unknown_refused", unknown.refused)))
        return self._plain_part("unknown", items or [Item(say("unknown_nothing"))])

    def _listed(self, cited: Sequence[Cited]) -> Runs:
        return (self._voice.number(len(cited)),) if self._brief.short else self._voice.joined([_cited(entry) for entry in cited])

    def _beyond(self, sections: Sequence[tuple[str, int]]) -> Part:
        voice = self._voice
        told = [voice.say("beyond_section", section=voice.say(f"section_{name}"), lines=(voice.number(count),))
                for name, count in sections]
        return self._plain_part("beyond", [Item(voice.joined(told))])

    def _unread(self, unknown: Unknown) -> Item:
        if self._brief.short:
            return Item(self._voice.say("unknown_unread_counted", len(unknown.unread)))
        say, shown = self._voice.say, unknown.unread[:UNREAD]
        quoted: list[tuple[Runs, Item]] = []
        for report, unread in shown:
            words = quote(Words(unread.evidence.quote, report.language))
            quoted.append((say(f"unknown_unread_{unread.holds}"), Item((words,), (self._report(report),))))
        more = len(unknown.unread) - len(shown)
        if more:
            quoted.append(((), Item(say("unknown_more", more))))
        return Item(say("unknown_unread", len(unknown.unread)), parts=tuple(quoted))

    def _ways(self, chapter: Chapter) -> Part:
        voice = self._voice
        idle = (voice.say("way_without_claims"),)
        items = [Item(voice.chain(way.chain), () if way.numbers else idle, way.numbers) for way in chapter.ways]
        reports = [Item(self._report(report)) for report in chapter.reports]
        return Part("ways", voice.say("section_ways"), voice.say("ways_note"),
                    tuple(Rack((), (Column((), tuple(held)),)) for held in (reports, items) if held))

    def _report(self, report: Report) -> Runs:
        """Outlet, date and title of a report."""
        voice = self._voice
        said = voice.say("report_of", outlet=voice.outlet(report.outlet), date=self._day(report))
        title = ((quote(Words(report.title, report.language)),),) if report.title else ()
        return voice.joined([said, *title, (Run(shown(report.name), "name"),)])

    def _day(self, report: Report) -> Runs:
        published = report.published
        return self._voice.time(published) if published and (published.start or published.end) else self._voice.say("undated")

    def _note(self, citation: Citation) -> Note:
        voice, claim = self._voice, citation.claim
        restricted = (voice.say("restricted"),) if citation.report.sensitivity == "restricted" else ()
        named = tuple(voice.say("named_in", words=(quote(words),)) for words in citation.context)
        return Note(
            number=citation.number,
            chains=tuple(dict.fromkeys(voice.chain(chain) for chain in claim.chains)),
            quotes=tuple(quote(words) for words in citation.quotes),
            report=voice.say("citation_report", title=self._report(citation.report)),
            short=voice.joined([(Run(shown(citation.report.name), "name"),), self._day(citation.report)]),
            claim=claim.id,
            tags=(*named, *restricted, voice.decided(claim)),
            reviewed=claim.status in REVIEWED,
        )

    def _derived(self) -> Part:
        """What analysts reckoned, each with its formula and the figures in it."""
        numbers = {citation.claim.id: citation.number for citation in self._brief.citations}
        items = []
        for one in self._brief.derived:
            head, *rest = reckoned(self._voice, one, numbers)
            items.append(Item(head, tuple(rest)))
        return replace(self._plain_part("derived", items), note=self._voice.say("note_derived"))

    def _coverage(self) -> Part:
        """What each family of sources alone would have shown; what each language adds to the others."""
        voice, coverage, items = self._voice, self._brief.coverage, []
        if coverage and coverage.facts:
            for share in coverage.families:
                name = voice.say(f"family_{share.key}")
                items.append(Item(voice.say("coverage_family", name=name, told=(voice.number(share.told),),
                                            alone=(voice.number(share.alone),))))
            for share in coverage.languages:
                name = voice.language_name(share.key)
                items.append(Item(voice.say("coverage_language", name=name, told=(voice.number(share.told),),
                                            alone=(voice.number(share.alone),))))
        note = voice.say("note_coverage", facts=voice.say("n_facts", coverage.facts)) if coverage else ()
        return replace(self._plain_part("coverage", items), note=note)

    def _silent(self) -> Part:
        return self._plain_part("silent", [Item(self._report(report)) for report in self._brief.silent])

    def _setbacks(self) -> Part:
        return self._plain_part("setbacks", [Item((quote(Words(item.document, None)), Run(": "), quote(Words(item.reason, "en"))))
                                             for item in self._brief.setbacks])

    def _plain_part(self, name: str, items: Sequence[Item]) -> Part:
        racks = (Rack((), (Column((), tuple(items)),)),) if items else ()
        return Part(name, self._voice.say(f"section_{name}"), (), racks)


def _relation(claim: Claim) -> str:
    return "same_people" if isinstance(claim.content, Figure) and claim.content.same_people_as else "part_of"


def _cited(entry: Cited) -> Runs:
    return (quote(entry.words), *cites(entry.numbers))
