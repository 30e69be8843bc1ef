"""From episodes and claims to a briefing's blocks: what goes where, in which order, under which number."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain as chained

from tawatur.briefing.blocks import REVIEWED, Brief, Chapter, Citation, Glossary, Line, Named, Report, Section, Turned, Words
from tawatur.briefing.shelves import Background, sections
from tawatur.briefing.unknown import unknown, ways
from tawatur.records import (
    Attribution,
    Change,
    Claim,
    Coverage,
    Derived,
    Document,
    Episode,
    Fact,
    Figure,
    Independent,
    Place,
    Point,
    Refusal,
    Setback,
    Time,
    Unread,
)


def brief(
    episodes: Sequence[Episode],
    documents: Sequence[Document],
    claims: Sequence[Claim],
    *,
    made_at: str,
    named: Iterable[Named] = (),
    attributions: Sequence[Attribution] = (),
    refusals: Sequence[Refusal] = (),
    unread: Sequence[Unread] = (),
    setbacks: Sequence[Setback] = (),
    facts: Sequence[Fact] = (),
    changes: Sequence[Change] = (),
    since: str | None = None,
    derived: Sequence[Derived] = (),
    coverage: Coverage | None = None,
) -> Brief:
    """The briefing of a case. Claims that a person rejected are left out and counted; episodes keep the order they come in."""
    reports = {document.id: report_of(document) for document in documents}
    held = {claim.id: claim for claim in claims if claim.status != "rejected" and claim.document in reports}
    drafts = [draft for episode in episodes if (draft := _draft(episode, held, reports))]
    turned = _homes(drafts, [one for one in changes if all(claim.id in held for claim in (*one.claims, *one.by))])
    aside = [claim for mine in turned.values() for one in mine for claim in (*one.by, *one.claims)]
    numbers = _numbers(drafts, [*aside, *(term.claim for one in derived for term in one.terms if term.claim.id in held)])
    finish = _Finish(numbers, facts, held, turned)
    chapters = tuple(_chapter(draft, finish, reports, attributions, refusals, unread) for draft in drafts)
    told = {report.id for chapter in chapters for report in chapter.reports}
    cited = sorted(((number, held[claim]) for claim, number in numbers.items()), key=lambda pair: pair[0])
    sources = {document.id: document for document in documents}
    return Brief(
        made_at=made_at,
        latest=_latest(documents, held.values(), made_at),
        chapters=chapters,
        citations=tuple(Citation(number, claim, reports[claim.document], quotes(claim, sources[claim.document]))
                        for number, claim in cited),
        silent=tuple(report for report in reports.values() if report.id not in told),
        setbacks=tuple(setbacks),
        glossary=glossary_of(named, documents),
        reports=len(documents),
        claims=len(cited),
        reviewed=sum(1 for claim in held.values() if claim.status in REVIEWED),
        rejected=sum(1 for claim in claims if claim.status == "rejected"),
        since=since,
        derived=tuple(derived),
        coverage=coverage,
    )


class _Draft:
    """An episode with its sections, before numbers are given out."""

    def __init__(self, episode: Episode, claims: Sequence[Claim], drafted: tuple[Section, ...]) -> None:
        self.episode, self.claims, self.sections = episode, claims, drafted


def _draft(episode: Episode, held: Mapping[str, Claim], reports: Mapping[str, Report]) -> _Draft | None:
    inside, mine = set(episode.claims), set(episode.documents)
    claims = [held[claim] for claim in episode.claims if claim in held]
    precedents = [claim for id, claim in sorted(held.items()) if claim.document in mine and id not in inside]
    dates = [report.published for document in episode.documents if (report := reports.get(document))]
    background = Background(dates, [claim.id for claim in precedents])
    told = [*claims, *precedents]
    return _Draft(episode, told, sections(told, episode.parties, background)) if told else None


def _homes(drafts: Sequence[_Draft], changes: Sequence[Change]) -> dict[str, list[Change]]:
    """The changes of each episode, by its id; what is gone from all of them belongs where its reports are told of."""
    told = {id: draft.episode.id for draft in reversed(drafts) for id in draft.episode.documents}
    held: dict[str, list[Change]] = {}
    for change in changes:
        home = next((told[claim.document] for claim in (*change.by, *change.claims) if claim.document in told), None)
        if home is not None:
            held.setdefault(home, []).append(change)
    return held


def _numbers(drafts: Sequence[_Draft], aside: Sequence[Claim]) -> dict[str, int]:
    """Claim ids in the order in which the reader meets them, from 1; those that stand in no section (`aside`) come last."""
    lines = chained.from_iterable(section.lines() for draft in drafts for section in draft.sections)
    met = dict.fromkeys(claim.id for line in lines for claim in line.claims)
    return {claim: number for number, claim in enumerate(dict.fromkeys((*met, *(claim.id for claim in aside))), 1)}


def _chapter(
    draft: _Draft,
    finish: "_Finish",
    reports: Mapping[str, Report],
    attributions: Sequence[Attribution],
    refusals: Sequence[Refusal],
    unread: Sequence[Unread],
) -> Chapter:
    episode, mine = draft.episode, tuple(reports[item] for item in draft.episode.documents if item in reports)
    shown = [claim for claim in draft.claims if claim.id in finish.numbers]
    inside = {report.id for report in mine}
    return Chapter(
        id=episode.id,
        parties=episode.parties,
        places=_places(episode, draft.claims),
        start=episode.start,
        end=episode.end,
        reports=mine,
        sections=tuple(finish.section(section) for section in draft.sections),
        unknown=unknown(
            mine,
            shown,
            finish.numbers,
            [sentence for sentence in unread if sentence.document in inside],
            sum(1 for refusal in refusals if refusal.document in inside),
        ),
        ways=ways(shown, [item for item in attributions if item.document in inside], finish.numbers),
        changes=finish.changes(episode.id),
    )


class _Finish:
    """Gives lines their numbers, and their origins where a fact tells of the same reports."""

    def __init__(self, numbers: Mapping[str, int], facts: Sequence[Fact], held: Mapping[str, Claim],
                 turned: Mapping[str, Sequence[Change]]) -> None:
        self.numbers, self._turned = numbers, turned
        self._facts = {claim: fact for fact in facts for claim in fact.claims}
        self._reports = {fact.id: {held[claim].document for claim in fact.claims if claim in held} for fact in facts}

    def changes(self, episode: str) -> tuple[Turned, ...]:
        """The changes of an episode, each with the numbers of what it tells."""
        return tuple(Turned(one, tuple(sorted(self.numbers[claim.id] for claim in (*one.claims, *one.by))))
                     for one in self._turned.get(episode, ()))

    def section(self, section: Section) -> Section:
        shelves = (type(shelf)(shelf.key, tuple(map(self._line, shelf.lines))) for shelf in section.shelves)
        return Section(section.name, tuple(shelves), section.left_out)

    def _line(self, line: Line) -> Line:
        numbers = tuple(self.numbers[claim.id] for claim in line.claims)
        return Line(line.claims, numbers, tuple(map(self._line, line.parts)), self._origins(line))

    def _origins(self, line: Line) -> Independent | None:
        """A fact may hold more reports than a line: then its count says something of the line only where it is one."""
        facts = {fact.id: fact for claim in line.claims if (fact := self._facts.get(claim.id))}
        if len(facts) != 1 or any(claim.id not in self._facts for claim in line.claims):
            return None
        (fact,) = facts.values()
        whole = {claim.document for claim in line.claims} == self._reports[fact.id]
        return fact.independent if whole or fact.independent.most == 1 else None


def _places(episode: Episode, claims: Sequence[Claim]) -> tuple[Place, ...]:
    met: dict[str, Place] = {}
    for claim in claims:
        for place in claim.places:
            met.setdefault(place.id or place.name, place)
    return tuple(met[key] for key in episode.places if key in met)


def report_of(document: Document) -> Report:
    """A document as briefings cite it."""
    outlet = document.outlet.name if document.outlet else None
    return Report(
        document.id, document.name, outlet, document.title, document.language, document.published, document.sensitivity
    )


def quotes(claim: Claim, document: Document) -> tuple[Words, ...]:
    """The words that a claim rests on."""
    return tuple(Words(span.quote, _language(document, span.start)) for span in claim.evidence)


def _language(document: Document, at: int) -> str | None:
    inside = (block.language for block in document.blocks if block.start <= at < block.end and block.language)
    return next(inside, document.language)


def glossary_of(named: Iterable[Named], documents: Sequence[Document]) -> Glossary:
    """Ids first; a name that two entries bear belongs to the first of them."""
    held = [*named, *(document.outlet for document in documents if document.outlet)]
    spoken = [entry for entry in held if not isinstance(entry, Point)]
    entries: dict[str, Named] = {}
    for entry in spoken:
        entries.setdefault(entry.id, entry)
    for entry in spoken:
        for name in chained((entry.name,), *entry.names.values()):
            entries.setdefault(name.casefold(), entry)
    nameless = {document.name for document in documents if document.outlet is None}
    return Glossary(
        entries=entries,
        places={entry.id: entry for entry in held if isinstance(entry, Point)},
        nameless=frozenset(nameless - {document.outlet.name for document in documents if document.outlet}),
    )


def _latest(documents: Iterable[Document], claims: Iterable[Claim], made_at: str) -> str | None:
    """The last day that the reports themselves give, never one that lies ahead of the making."""
    days = [day for time in _times(documents, claims) if time and (day := time.end) and day <= made_at[:10]]
    return max(days, default=None)


def _times(documents: Iterable[Document], claims: Iterable[Claim]) -> Iterator[Time | None]:
    for document in documents:
        yield document.published
    for claim in claims:
        if claim.modality in ("asserted", "denied"):
            yield claim.time
        if isinstance(claim.content, Figure):
            yield claim.content.as_of
