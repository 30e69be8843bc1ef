"""Control: who holds, takes, loses or surrounds what."""

from collections.abc import Iterator

from tawatur.claims.build import build, places_of
from tawatur.claims.clauses import Clause
from tawatur.claims.deeds import deed
from tawatur.claims.frames import Frame, Framer, is_infinitive
from tawatur.claims.happened import happened
from tawatur.claims.heard import Heard
from tawatur.claims.land import GROUND, armed_doers, of_land, takes_ground, unplaced
from tawatur.claims.subjects import in_passing
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.claims.wishes import wish
from tawatur.records import Claim, Control, Mention, Place

AROUND = 10
LASTING = frozenset({"holds", "surrounds", "besieged"})
"""States that a noun names without a time of their own: its stronghold, the siege."""
HELD = frozenset({"holds", "captured"})
"""States of which a noun beside a verb tells no second one."""
OBJECT = "object"
"""The mode of words behind which the holder stands: "fell to"."""
MOVABLE = frozenset({"people", "devices", "vehicles", "rockets"})
"""Units of what can be taken and is no land."""
BESIDE = 3
"""Tokens before a relative clause in which the place stands that it tells of."""
TAKEN = 5
"""Tokens behind a verb in which what it takes is named."""


def holdings(syntax: Syntax, framer: Framer, voices: Voices, heard: Heard) -> Iterator[Claim]:
    """The control told in a sentence by known parties, and the deeds it was won by; of one actor and status one a clause."""
    told: set[tuple[int, str, str]] = set()
    for term in syntax.of_class("control", "siege"):
        if not of_land(syntax, term) or _not_yet(syntax, term):
            continue  # and is not framed, so that nothing is remembered of it
        frame = framer.frame(syntax, term, near=True)
        whom = frame.passive and frame.trigger.attrs["class"] == "control" and _whom(syntax, term)
        if is_infinitive(syntax, term) or _untrue(syntax, frame) or whom:
            continue
        actor, status = _holder(syntax, frame), _status(frame)
        clause = frame.clause
        if actor is None or _people(syntax, actor) or not _over_land(syntax, frame) or _of_people(syntax, frame) or (
                clause.first, actor, status) in told:
            continue
        noun = frame.nominal or "noun" in term.features
        if noun and status in HELD and any((clause.first, actor, one) in told for one in HELD):
            continue  # "fell into the hands of", "imposes its control": the noun says no more
        told.add((clause.first, actor, status))
        first, last = max(clause.first, term.first - AROUND), min(clause.last, term.last + AROUND)
        passing = in_passing(syntax, term) or (frame.nominal and status in LASTING)
        modality = "asserted" if passing else "denied" if frame.negated and not _but(syntax, term) else frame.modality
        said = build(syntax, voices, Control(actor, status), first, last, trigger=term.first, rule=term.rule,
                     modality=modality, timed=not passing, places=_before_relative(syntax, clause))
        yield heard.again(said, passing)
        yield from deed(syntax.packs.deeds, frame, said)


def _not_yet(syntax: Syntax, term: Mention) -> bool:
    """Whether it is to come behind what somebody wants done first: "wanted the fighters to disarm before entering the town"."""
    until = "ing" in term.features and syntax.roles.get(term.first - 1) == "until"
    wants = syntax.within(syntax.clause_at(term.first).first, term.first) if until else ()
    return any(one.attrs["class"] in ("stance", "appeal") for one in wants)


def _untrue(syntax: Syntax, frame: Frame) -> bool:
    """Whether a noun of taking or losing land tells only what is wanted, due or agreed on: "the need to retake the port"."""
    changes = frame.nominal and frame.trigger.attrs["class"] == "control" and frame.trigger.attrs["value"] not in LASTING
    return changes and frame.trigger.attrs.get("pos") == "verb" and (
        wish(syntax, frame.trigger) is not None or not happened(syntax, frame))


def _before_relative(syntax: Syntax, clause: Clause) -> tuple[Place, ...] | None:
    """The place that a relative clause tells of, right before it: "in Tarnov, which the front holds, or in Orsk"."""
    if clause.opener != "which":
        return None
    return places_of(syntax, max(syntax.sentence.first, clause.first - BESIDE), clause.first) or None


def _but(syntax: Syntax, term: Mention) -> bool:
    """Whether a word for "except" takes back a negation: "holds nothing but the old quarter"."""
    last = min(term.last + TAKEN, syntax.clause_at(term.first).last)
    return any(syntax.roles.get(at) == "except" for at in range(term.last, last))


def _holder(syntax: Syntax, frame: Frame) -> str | None:
    """The one who holds: the subject, or the object of a word such as "fell to"."""
    if frame.trigger.attrs.get("mode") != OBJECT:
        return frame.party or armed_doers(syntax, frame)
    behind = syntax.parties_in(frame.trigger.last, min(frame.clause.last, frame.trigger.last + AROUND))
    return (behind[0].actor or (behind[0].text if behind[0].how == "description" else None)) if behind else None


def _status(frame: Frame) -> str:
    value = frame.trigger.attrs["value"]
    if value == "besieged" and frame.subject is not None and frame.subject.first >= frame.trigger.last:
        return "surrounds"
    if value == "captured" and "present" in frame.trigger.features and "past" not in frame.trigger.features:
        return "holds"
    return value


def _people(syntax: Syntax, actor: str) -> bool:
    """Residents hold nothing; those who live under a siege are a condition."""
    known = syntax.packs.actors.get(actor)
    return known is not None and known.kind in ("people", "monitor", "agency", "un_body")


def _of_people(syntax: Syntax, frame: Frame) -> bool:
    """Whether people are what is taken or lost: nine men captured in a town."""
    if frame.passive or frame.nominal or frame.trigger.attrs.get("pos") != "verb" or frame.trigger.attrs["value"] == "holds":
        return False
    behind = range(frame.first, frame.first + TAKEN)
    named = [m for m in syntax.mentions if m.kind in ("counted", "terms") and m.first in behind
             and not (m.kind == "counted" and m.attrs.get("value"))]
    people = [m.first for m in named if m.attrs.get("unit") in MOVABLE or m.attrs.get("class") == "people"]
    land = [place.first for place in syntax.localities_in(behind[0], behind[-1] + 1)]
    return bool(people) and min(people) < min(land, default=behind[-1])


def _whom(syntax: Syntax, term: Mention) -> bool:
    """Whether people are what is held: the captives held by …"""
    return any(m.last == term.first and (m.attrs.get("class") == "people" or m.attrs.get("unit") == "people")
               for m in syntax.mentions if m.kind in ("terms", "counted"))


def _over_land(syntax: Syntax, frame: Frame) -> bool:
    """Whether the clause names a place or a kind of place: a hospital is run, a goal is held, but no land is."""
    if frame.trigger.attrs.get("mode") == GROUND:
        return takes_ground(syntax, frame)
    first, last = frame.clause.first, frame.clause.last
    if frame.clause.opener in ("which", "that"):
        first = max(syntax.sentence.first, first - AROUND)
    encircling = frame.trigger.attrs["class"] == "siege" and not frame.nominal and not syntax.capitals
    left = frame.trigger.attrs.get("mode") == OBJECT and frame.trigger.attrs.get("pos") != "verb"  # all that is left to them
    if frame.trigger.attrs.get("pos") == "noun" or left or encircling or syntax.localities_in(first, last):
        return True  # what an army besieges is a place, though nobody knows it
    if unplaced(syntax, frame.trigger.last) or unplaced(syntax, frame.trigger.first - 1, frame.trigger.first):
        return True
    return any(m.kind == "place_nouns" and first <= m.first < last for m in syntax.mentions)
