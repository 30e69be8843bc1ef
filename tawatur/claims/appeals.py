"""Appeals: who calls on whom for what, where the caller has nothing to give in the bargain."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.commands import commands
from tawatur.claims.duties import duties, reach
from tawatur.claims.frames import Frame, Framer
from tawatur.claims.issues import issues, people
from tawatur.claims.sides import bargains, mediates, takes_part
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Appeal, Claim, Mention, Party, Position

TERM = "term"
"""The mode of a demand that others have to keep by some hour; it calls on nobody."""
NEAR = 14
"""Tokens after an appeal within which those are named who are called on."""
BEARER = 4
"""Tokens behind a word of duty in which the one who bears it may stand."""
HEADING = 2
"""Tokens of a clause within which the noun that heads it begins."""


def appeals(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """The appeals in a sentence: words of appeal by anybody, demands by those who are no party to the bargain."""
    yield from _duties(syntax, voices)
    yield from _commands(syntax, voices)
    for term in syntax.of_class("appeal", "stance"):
        if term.attrs["class"] == "stance" and (
                term.attrs["value"] not in ("demands", "orders") or term.attrs.get("mode") == TERM):
            continue
        frame = framer.frame(syntax, term)
        named, to = issues(syntax, frame.first, frame.last), _called(syntax, frame)
        asked = _asks(syntax, frame, to)
        if frame.negated or not (named or term.attrs["class"] == "appeal" or asked):
            continue
        if _holds(syntax, term):
            continue  # what a plan calls for is what it holds
        by_others = mediates(syntax, frame.party) or (asked and not bargains(syntax, frame.party))
        if term.attrs["class"] == "stance" and not by_others:
            continue
        if not frame.party and not named and not to:
            continue
        subject = frame.subject.first if frame.subject else term.first
        first = min(term.first, subject) if subject >= frame.clause.first else term.first
        issue = named[0] if named else "other"
        said = Appeal(frame.party, to, issue, _for_whom(syntax, frame, to))
        if frame.party:
            table.put(Position(frame.party, "demands", issue))  # what a later "the call" points back to
        yield build(syntax, voices, said, first, max(frame.last, term.last), trigger=term.first, rule=term.rule,
                    modality=frame.modality)


def _holds(syntax: Syntax, term: Mention) -> bool:
    """Whether a paper or a deal is what calls for something: right before the verb, or at the head of its clause."""
    if any(0 <= term.first - one.last <= 1 for one in syntax.of_class("vessel")):
        return True
    head = syntax.clause_at(term.first).first
    heading = next((one for one in syntax.of_class("vessel", "deal", "plan") if 0 <= one.first - head < HEADING), None)
    if heading is None or heading.last > term.first:
        return False
    between = syntax.parties_in(heading.last, term.first)
    return all(syntax.governed(party) or syntax.listed(party) is not None for party in between)


def _duties(syntax: Syntax, voices: Voices) -> Iterator[Claim]:
    """What must be done, in the words of those who are no side: an appeal to whoever must do it."""
    for at in duties(syntax):
        speaker, first, last = voices.caller(syntax.reading.tokens[at].start), syntax.clause_at(at).first, reach(syntax, at)
        named = issues(syntax, at, last) or issues(syntax, first, at)
        if speaker is None or not named or takes_part(syntax, speaker):
            continue
        bearers = syntax.parties_in(at, at + BEARER) if verb_first(syntax) else syntax.parties_in(first, at)
        bearer = next((party.actor for party in bearers if party.actor not in (None, speaker)), None)
        said = Appeal(speaker, (bearer,) if bearer else (), named[0], None)
        yield build(syntax, voices, said, first, last, trigger=at, rule="claims.appeals:must")


def _commands(syntax: Syntax, voices: Voices) -> Iterator[Claim]:
    """What those who are no side tell others to do: "Stop the bombing", in the words of a doctor."""
    for term in commands(syntax, voices):
        speaker, last = voices.caller(term.start), syntax.clause_at(term.first).last
        named = issues(syntax, term.first, last)
        if speaker is not None and named and not bargains(syntax, speaker):
            said = Appeal(speaker, (), named[0], None)
            yield build(syntax, voices, said, term.first, last, trigger=term.first, rule="claims.appeals:command")


def _asks(syntax: Syntax, frame: Frame, to: tuple[str, ...]) -> bool:
    """Whether somebody is told to demand something of others, or of both sides: "the Kurds demanded of Damascus that …"."""
    near = range(frame.first, min(frame.last, frame.first + BEARER))
    those = bool(to) or any(syntax.roles.get(at) == "both" for at in near)
    return those and bool(frame.party) and not (frame.nominal or frame.passive)


def _called(syntax: Syntax, frame: Frame) -> tuple[str, ...]:
    """Those who are called on: the first party of the object, and those who stand in a list with it."""
    called: list[Party] = []
    last = min(frame.last, frame.first + NEAR)
    aim = next((at for at in range(frame.first, last) if syntax.roles.get(at) == "so"), last)
    for party in syntax.parties_in(frame.first, aim):
        if party.actor and party.actor != frame.party and (not called or syntax.listed(party) is called[-1]):
            called.append(party)
    return tuple(dict.fromkeys(party.actor for party in called if party.actor))


def _for_whom(syntax: Syntax, frame: Frame, to: tuple[str, ...]) -> str | None:
    """Civilians, where the appeal speaks of them and neither comes from them nor goes to them."""
    spoken = people(syntax, frame.first, frame.last)
    own = {frame.party, *to}
    return spoken if spoken in syntax.packs.actors and spoken not in own else None
