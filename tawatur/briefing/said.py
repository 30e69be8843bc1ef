"""A line as it is said in one language: a main phrase that reports, and details beside it. Nothing here asserts."""

import re
from collections.abc import Callable, Mapping, Sequence

from tawatur.briefing.amounts import composition, told
from tawatur.briefing.blocks import Citation, Line, Words
from tawatur.briefing.runs import Run, Runs, cites, quote
from tawatur.briefing.voice import Voice
from tawatur.records import (
    Appeal,
    Claim,
    Condition,
    Content,
    Control,
    Corridor,
    Event,
    Figure,
    Place,
    Position,
    Talks,
    Time,
)

LONG = 30
"""How many words of a report a line quotes; all of them stand under its number."""
_ENDS = ("from", "to", "through")


class Sayer:
    """Says lines with one voice; `citations`, by claim id, tell the report of a claim and the language of its words."""

    def __init__(self, voice: Voice, citations: Mapping[str, Citation]) -> None:
        self._voice, self._citations = voice, citations

    def _tongue(self, claim: Claim) -> str | None:
        quotes = self._citations[claim.id].quotes
        return quotes[0].language if quotes else None

    def _by_tongue(self, line: Line) -> list[Claim]:
        """The claims of a line, those in the reader's language first."""
        return sorted(line.claims, key=lambda claim: self._tongue(claim) != self._voice.language)

    def phrase(self, line: Line) -> Runs:
        """What the line says, as reported."""
        content = line.claim.content
        match content:
            case Position():
                return self._position(line)
            case Figure():
                return told(self._voice, content)
            case Corridor():
                return self._corridor(content, line.claim.places)
            case Talks():
                return self._talks(content)
            case Condition() | Event():
                return self._voice.say("colon", left=self._happening(content), right=self._evidence(line))
            case _:
                return self._happening(content)

    def details(self, line: Line) -> tuple[Runs, ...]:
        """What belongs to it: scope, place, time, and who tells it."""
        claim, content = line.claim, line.claim.content
        own: Mapping[type, Callable[[Line], Sequence[Runs]]] = {
            Position: self._of_position, Figure: self._of_figure, Corridor: self._of_corridor}
        found = [*own.get(type(content), self._of_others)(line), *self.places(claim), *self._times(line), self._bare(line)]
        found.append(self._sources(line))
        return tuple(item for item in found if item)

    def _bare(self, line: Line) -> Runs:
        """The source's words where the line alone would leave open what it is about."""
        match line.claim.content:
            case Figure() as figure:
                open_ended = not (line.claim.places or figure.group or figure.term)
            case Talks() as talks:
                open_ended = not talks.parties
            case Corridor() as way:
                open_ended = not (line.claim.places or way.name)
            case Appeal() as appeal:
                open_ended = not (appeal.by and appeal.issue)
            case Control():
                open_ended = not line.claim.places
            case _:
                open_ended = False
        return self._voice.say("term", words=self._evidence(line)) if open_ended else ()

    def reserve(self, claim: Claim) -> Runs:
        """What keeps the line from being said outright: denied, planned, conditional, hedged."""
        return () if claim.modality == "asserted" else self._voice.label("modality", claim.modality)

    def _words(self, text: str, claim: Claim) -> Runs:
        return (quote(Words(text, self._tongue(claim))),)

    def _who(self, text: str, claim: Claim) -> Runs:
        """A field that holds a party's id, a word of the codebook, or words of the report."""
        if words := self._voice.people(text):
            return words
        known = self._voice.actor(text)
        return known if known[0].kind == "name" else self._words(text, claim)

    def _position(self, line: Line) -> Runs:
        content = line.claim.content
        assert isinstance(content, Position)
        voice = self._voice
        said = voice.say("said_position", party=voice.actor(content.party), stance=voice.label("stance", content.stance))
        return voice.say("colon", left=said, right=self._objects(line) or self._evidence(line))

    def _evidence(self, line: Line) -> Runs:
        """The words that the line rests on, in the reader's language if there are any; long ones are cut, outside the marks."""
        first = self._by_tongue(line)[0]
        words = first.evidence[0].quote.split()
        cut = (Run(" …"),) if len(words) > LONG else ()
        return (*self._words(" ".join(words[:LONG]), first), *cut)

    def _objects(self, line: Line) -> Runs:
        """The different wordings, each with its number where there are several; those in the reader's language first."""
        found: dict[str, tuple[Runs, list[int]]] = {}
        mine = [(claim, number) for claim, number in zip(line.claims, line.numbers, strict=True)]
        for claim, number in sorted(mine, key=lambda pair: self._tongue(pair[0]) != self._voice.language):
            content = claim.content
            if isinstance(content, Position) and content.object:
                found.setdefault(content.object.casefold(), (self._words(content.object, claim), []))[1].append(number)
        if len(found) == 1:
            return next(iter(found.values()))[0]
        cited = [(*words, *cites(numbers)) for words, numbers in found.values()]
        return self._voice.joined(cited)

    def _of_position(self, line: Line) -> Sequence[Runs]:
        voice, claim, content = self._voice, line.claim, line.claim.content
        assert isinstance(content, Position)
        found = [self._tellers(line)]
        if content.counterpart:
            found.append(voice.say("toward", name=voice.actor(content.counterpart)))
        for half in ("gives", "gets"):
            if content.terms and (words := getattr(content.terms, half)):
                found.append(voice.say(f"terms_{half}", words=self._words(words, claim)))
        found += self._reasons(line)
        if content.via:
            found.append(voice.say("through", words=self._who(content.via, claim)))
        return found

    def _reasons(self, line: Line) -> list[Runs]:
        found: dict[tuple[str, str | None], Runs] = {}
        for claim in line.claims:
            content = claim.content
            if isinstance(content, Position) and content.reason:
                by = self._voice.label("reason_by", content.reason_given_by or "source")
                words = self._words(content.reason, claim)
                found.setdefault((content.reason, content.reason_given_by), self._voice.say("reason", label=by, words=words))
        return list(found.values())

    def _tellers(self, line: Line) -> Runs:
        """Who tells the position, with numbers where the tellers differ."""
        tellers: dict[str, list[int]] = {}
        for claim, number in zip(line.claims, line.numbers, strict=True):
            if isinstance(claim.content, Position) and claim.content.told_by:
                tellers.setdefault(claim.content.told_by, []).append(number)
        several = len(tellers) > 1
        return self._voice.joined([(*self._voice.label("told_by", teller), *(cites(numbers) if several else ()))
                                   for teller, numbers in tellers.items()])

    def _of_figure(self, line: Line) -> Sequence[Runs]:
        voice, claim, content = self._voice, line.claim, line.claim.content
        assert isinstance(content, Figure)
        found = [composition(voice, part) for part in content.composition]
        if content.nationality:
            found.append(voice.say("nationality", label=voice.label("nationality", content.nationality)))
        if content.group:
            found.append(voice.say("group", name=voice.actor(content.group)))
        if content.since:
            found.append(voice.say("since", time=self._time(content.since, claim)))
        if content.as_of:
            found.append(voice.say("figure_as_of", time=self._time(content.as_of, claim)))
        if not (content.since or content.as_of or claim.time):
            found.append(self._undated(line))
        if content.term:
            found.append(voice.say("term", words=self._term(line)))
        return found

    def _term(self, line: Line) -> Runs:
        """The source's word for what is counted, where it stands so in the text: the form that tables have is nobody's word."""
        for claim in self._by_tongue(line):
            term = claim.content.term if isinstance(claim.content, Figure) else None
            if term and any(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", one.quote, re.IGNORECASE) for one in claim.evidence):
                return self._words(term, claim)
        return self._evidence(line)

    def _undated(self, line: Line) -> Runs:
        """What stands for an as-of that the source does not give: the days of the reports, if they have any."""
        published = [self._citations[claim.id].report.published for claim in line.claims]
        starts = [time.start for time in published if time and time.start]
        if not starts:
            return self._voice.say("figure_undated")
        ends = [time.end or time.start or "" for time in published if time and time.start]
        return self._voice.say("figure_reported", time=self._voice.span(min(starts), max(ends)))

    def _corridor(self, content: Corridor, places: Sequence[Place]) -> Runs:
        ends, name = self.ends(places), content.name
        key = f"said_corridor{'_named' if name else ''}{'' if ends else '_bare'}"
        known = next((place for place in places if place.id and name == place.name), None)
        called = self._voice.place(known) if known else (quote(Words(name or "", None)),)
        said = self._voice.say(key, ends=ends, name=called)
        whom = self._voice.label("corridor_for", content.for_)
        said = (*said, Run(" "), *whom) if whom else said
        status = self._voice.say("reported_as", status=self._voice.label("corridor_status", content.status))
        return self._voice.joined([said, status])

    def ends(self, places: Sequence[Place]) -> Runs:
        """The ends of a way as they were reported, in one phrase."""
        by = {role: [place for place in places if place.role == role] for role in ("at", *_ENDS)}
        pieces: list[Runs] = []
        if by["from"] and by["to"]:
            pieces.append(self._voice.say("ends_between", start=self._voice.places(by["from"]), end=self._voice.places(by["to"])))
        rest = ("through", "at") if pieces else (*_ENDS, "at")
        pieces += [self._voice.say(f"ends_{role}", places=self._voice.places(by[role])) for role in rest if by[role]]
        return tuple(run for index, piece in enumerate(pieces) for run in ((Run(" "),) if index else ()) + piece)

    def _of_corridor(self, line: Line) -> Sequence[Runs]:
        voice, content = self._voice, line.claim.content
        assert isinstance(content, Corridor)
        found = []
        if content.proposed_by:
            found.append(voice.say("proposed_by", names=voice.actor(content.proposed_by)))
        if content.refused_by:
            found.append(voice.say("refused_by", names=voice.actor(content.refused_by)))
        hazards = dict.fromkeys(h for c in line.claims if isinstance(c.content, Corridor) for h in c.content.hazards)
        if hazards:
            found.append(voice.say("hazards", hazards=voice.listed([voice.label("hazard", hazard) for hazard in hazards])))
        return found

    def _talks(self, content: Talks) -> Runs:
        status = self._voice.label("talks_status", content.status)
        if not content.parties:
            return self._voice.say("said_talks_bare", status=status)
        return self._voice.say("said_talks", parties=self._voice.actors(content.parties), status=status)

    def _happening(self, content: Content) -> Runs:
        voice = self._voice
        if isinstance(content, Event):
            kind, mode = voice.label("event", content.event), voice.label("mode", content.mode)
            return voice.say("said_event", event=voice.say("mode", event=kind, mode=mode) if mode else kind)
        if isinstance(content, Condition):
            barrier = voice.label("barrier", content.barrier)
            return voice.say("said_condition", barrier=barrier) if barrier else voice.say("condition_bare")
        if isinstance(content, Control):
            status = voice.label("control_status", content.status)
            return voice.say("said_control", name=voice.actor(content.actor), status=status)
        if isinstance(content, Appeal):
            key = "said_appeal" if content.to else "said_appeal_bare"
            return voice.say(key, by=voice.actor(content.by), to=voice.actors(content.to))
        return ()

    def _of_others(self, line: Line) -> Sequence[Runs]:
        voice, claim, content = self._voice, line.claim, line.claim.content
        if isinstance(content, Talks):
            issues = [voice.label("issue", issue) for issue in content.issues]
            return [voice.say("mediator", name=voice.actor(content.mediator)) if content.mediator else (),
                    voice.say("issues", issues=voice.listed(issues)) if issues else ()]
        if isinstance(content, Condition):
            return [voice.say("responsible", names=voice.actors(content.responsible)) if content.responsible else (),
                    voice.say("for_population", words=self._who(content.population, claim)) if content.population else ()]
        if isinstance(content, Appeal):
            return [voice.say("issue_line", issue=voice.label("issue", content.issue)) if content.issue else (),
                    voice.say("on_behalf_of", name=self._who(content.on_behalf_of, claim)) if content.on_behalf_of else ()]
        return self._of_event(content, claim) if isinstance(content, Event) else ()

    def _of_event(self, content: Event, claim: Claim) -> Sequence[Runs]:
        voice = self._voice
        return [voice.say("by_actor", names=voice.actor(content.actor)) if content.actor else (),
                voice.say("with_actors", names=voice.actors(content.with_)) if content.with_ else (),
                voice.say("against", name=self._who(content.target, claim)) if content.target else (),
                voice.say("weapon", words=self._words(content.weapon, claim)) if content.weapon else (),
                voice.say("outcome", words=self._words(content.outcome, claim)) if content.outcome else ()]

    def places(self, claim: Claim) -> list[Runs]:
        """Where it was, by the part that the places play; a way's ends are in its phrase."""
        if isinstance(claim.content, Corridor):
            return []
        by = {role: [place for place in claim.places if place.role == role] for role in ("at", *_ENDS)}
        return [self._voice.say(f"where_{role}", places=self._voice.places(held)) for role, held in by.items() if held]

    def _times(self, line: Line) -> list[Runs]:
        content, time = line.claim.content, line.claim.time
        if time is None or not (time.text or time.start or time.end):
            return []
        if isinstance(content, Figure) and (content.as_of or content.since):
            return []
        return [self._voice.say("when", time=self._time(time, line.claim))]

    def _time(self, time: Time, claim: Claim) -> Runs:
        if time.start is None and time.end is None:
            return self._voice.say("time_words", words=self._words(time.text, claim))
        return self._voice.time(time)

    def _sources(self, line: Line) -> Runs:
        """Who said it: each source once."""
        chains = {tuple(node.name for node in chain): chain for claim in line.claims for chain in claim.chains}
        said = dict.fromkeys(self._voice.told(chain) for chain in chains.values())
        return self._voice.say("according_to", sources=self._voice.joined(list(said), "semicolon")) if said else ()
