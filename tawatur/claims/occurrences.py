"""Events: what happened, in PLOVER's types, by whom and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tawatur.claims.build import build
from tawatur.claims.clauses import TOLD, Clause
from tawatur.claims.commands import commanded
from tawatur.claims.frames import Frame, Framer, is_nominal
from tawatur.claims.happened import happened, only_counted, only_described, said_of_else
from tawatur.claims.heard import Heard, pointing
from tawatur.claims.sides import mediates
from tawatur.claims.sole_terms import only_so
from tawatur.claims.subjects import is_bare
from tawatur.claims.syntax import JOINERS, PREPOSITIONS, Syntax
from tawatur.claims.told import Rows, fitting, of_word
from tawatur.claims.voices import Voices
from tawatur.claims.wishes import wish
from tawatur.records import Claim, Event, Mention, Party
from tawatur.records.swift import swift

AROUND = 12
"""Tokens on either side of a trigger that make its evidence, within the clause."""
AIRBORNE = {"sign:drone": "drone", "sign:aerial": "aerial"}
"""The modes of attacks by the signs of what makes them from the air, the narrower first."""
BY_AIRCRAFT = frozenset({None, "heavy-weapons", "destroy"})
"""Modes of attacks that aircraft may make."""
VIOLENT = frozenset({"ASSAULT", "MOBILIZE"})
COUNTED = frozenset({"people", "money"})
"""What a row asks for that may stand there as a quantity alone."""
OBJECTS = frozenset({"numbers", "counted", "place", "actor", "nationalities"})
PARTAKING = "partaking"
"""The class of words for having done a deed that is named behind them: a role in it, responsibility for it."""
INVOLVED = 4
"""Tokens between such a word and the deed."""
AT = frozenset({"", "against", "on", "of"})
"""Roles of words before those to whom something is done."""
SAID = 2
"""Tokens between a pronoun and its verb: they have been arrested."""
LISTING = frozenset({"and", "or", "of"})
"""Roles of words that stand behind a noun, and not between a verb and what it is done to: military strikes and shelling."""
PLAIN = frozenset({"base", "third"})
"""Features of forms that are written like a noun: a strike and they strike."""
VERBAL = frozenset({"to", "must", "can", "future", "may", "not", "and", "which", "who", "that"})
"""Roles of the words before a verb in its plain form."""
RULING = frozenset({"future", "may", "can", "must"})
"""Roles of words for what is, may or will be done with those of whom a thing holds."""


@swift
@dataclass(frozen=True, slots=True)
class Happening:
    """A trigger in its frame, with the event it tells."""

    frame: Frame
    event: str
    mode: str | None
    denied: bool = False
    doer: str | None = None

    @property
    def weight(self) -> int:
        """How much is said of it."""
        finite = bool(self.frame.trigger.features & {"past", "participle", "present"})
        return 2 * finite + 2 * (self.frame.party is not None or self.doer is not None) + bool(self.mode)


def occurrences(syntax: Syntax, framer: Framer, voices: Voices, rows: Rows, heard: Heard) -> Iterator[Claim]:
    """The events in a sentence; of one type one a clause, the one with the most said of it. `rows` are the `happenings`."""
    for index, clause in enumerate(syntax.clauses):
        best: dict[str, Happening] = {}
        for term in syntax.within(clause.first, clause.last):
            told = _told(syntax, framer, voices, clause, term, rows)
            if told is not None and (told.event not in best or told.weight > best[told.event].weight):
                best[told.event] = told
        for told in best.values():
            if told.weight > 0 or index == 0:
                mode = told.mode or _mode(syntax, clause, told.event)
                said = _claim(syntax, voices, told, _from_the_air(syntax, clause, told.event, mode))
                yield heard.again(said, pointing(syntax, told.frame.trigger) or _done_again(syntax, told.frame))


def _told(syntax: Syntax, framer: Framer, voices: Voices, clause: Clause, term: Mention, rows: Rows) -> Happening | None:
    """The event that a word tells in its clause, if any."""
    kind, value = term.attrs["class"], term.attrs.get("value", "")
    known = of_word(rows, term)
    if (kind != "event" and not known) or not _verbal(syntax, term) or wish(syntax, term) or _unreal(syntax, voices, term):
        return None
    if any(party.how == "name" and party.first <= term.first < party.last for party in syntax.parties):
        return None  # a word of somebody's name tells nothing
    if kind != "event" and not any(_within_reach(syntax, clause, _asked(row["takes"])) for row in known):
        return None
    frame = framer.frame(syntax, term, near=True)
    undone = frame.negated and frame.nominal and _partaking(syntax, frame) is None
    if not happened(syntax, frame) or undone or only_counted(syntax, frame):
        return None
    if only_described(syntax, frame) or said_of_else(syntax, term):
        return None
    if kind == "event":
        return Happening(frame, value, term.attrs.get("mode") or None, frame.negated, _blamed(syntax, voices, frame))
    row = next(fitting(syntax, frame, [row for row in known if (row["negated"] == "yes") == frame.negated]), None)
    return None if row is None else Happening(frame, row["event"], row["mode"] or None)


def _unreal(syntax: Syntax, voices: Voices, term: Mention) -> bool:
    """Whether a verb only tells others to do a thing, or says whom a rule is for: "all who lay down their arms may go"."""
    return only_so(syntax, term) or commanded(syntax, voices, term) or _ruled(syntax, term)


def _ruled(syntax: Syntax, term: Mention) -> bool:
    """Whether a verb stands in a relative clause before what may or will be done with those of whom it holds."""
    clause = syntax.clause_at(term.first)
    if clause.opener != "which" or not syntax.has("bare_infinitive") or is_nominal(syntax, term):
        return False
    plain = "present" in term.features and not term.features & TOLD
    whoever = plain or syntax.roles.get(clause.first - 1) == "the"  # "those who laid down their arms would be let out"
    return whoever and any(syntax.roles.get(at) in RULING for at in range(term.last, syntax.sentence.last))


@cache
def _asked(takes: str) -> frozenset[str]:
    """The classes of what a row asks for; the table has some dozen kinds of rows."""
    return frozenset(asked.partition("+")[0].partition(":")[0] for asked in takes.split())


def _within_reach(syntax: Syntax, clause: Clause, classes: frozenset[str]) -> bool:
    """Whether what a row asks for may stand by its word at all: what is not looked at more closely is not remembered either."""
    if classes & COUNTED and syntax.quantities_in(clause.first, clause.last):
        return True
    return not classes or "party" in classes or any(
        term.attrs["class"] in classes for term in syntax.within(clause.first, syntax.sentence.last))


def _done_again(syntax: Syntax, frame: Frame) -> bool:
    """Whether a passive says no more than that it was done, to somebody named before: "and they were arrested"."""
    counted = syntax.quantities_in(frame.clause.first, frame.clause.last)
    word = frame.trigger
    before = any(party.how == "pronoun" and 0 <= word.first - party.last <= SAID for party in syntax.parties)
    return frame.passive and frame.party is None and not counted and (before or is_bare(syntax, word, frame.clause))


def _verbal(syntax: Syntax, term: Mention) -> bool:
    """Whether a verb in a form that may be a noun's is a verb here: they strike, but not the strike, in strikes, US-backed."""
    if syntax.reading.tokens[term.first - 1].form in JOINERS and syntax.closing(term.first - 1):
        return False
    gerund = "ing" in term.features and syntax.roles.get(term.first - 1) == "the"
    if term.attrs.get("pos") != "verb" or not term.features & PLAIN or "past" in term.features:
        return not gerund
    before, behind = syntax.roles.get(term.first - 1, ""), syntax.roles.get(term.last, "")
    if before == "the":
        return False
    near = syntax.mentions_in(term.first, term.first + 1)
    men = any(m.kind == "counted" and m.first == term.first and m.attrs.get("unit") == "people" for m in near)
    beside = any(party.last == term.first for party in syntax.parties) and behind not in LISTING
    if before in VERBAL or (beside and not men):  # "the Transitional Council forces": its men
        return True
    if term.first == syntax.sentence.first or before in PREPOSITIONS:
        return False
    follows = any(m.kind in OBJECTS for m in syntax.mentions_in(term.last, term.last + 1))
    return follows or behind == "the"


def _mode(syntax: Syntax, clause: Clause, event: str) -> str | None:
    """The mode that another word of the clause gives an event of the same type."""
    same = (term.attrs.get("mode") for term in syntax.within(clause.first, clause.last)
            if term.attrs["class"] == "event" and term.attrs["value"] == event)
    return next(filter(None, same), None)


def _from_the_air(syntax: Syntax, clause: Clause, event: str, mode: str | None) -> str | None:
    """The mode of an attack by what flies in its clause, which says more than that it shelled or destroyed."""
    if event != "ASSAULT" or mode not in BY_AIRCRAFT:
        return mode
    flying = {m.attrs["sign"] for m in syntax.mentions if m.kind == "signs" and clause.first <= m.first < clause.last}
    return next((airborne for sign, airborne in AIRBORNE.items() if sign in flying), mode)


def _claim(syntax: Syntax, voices: Voices, told: Happening, mode: str | None) -> Claim:
    frame, clause = told.frame, told.frame.clause
    first = max(clause.first, frame.trigger.first - AROUND)
    last = min(clause.last, frame.trigger.last + AROUND)
    actor = _doer(syntax, told) or told.doer
    others = (party for party in syntax.parties_in(frame.first, min(frame.last, frame.first + AROUND))
              if party.actor != frame.party)
    hit = (party.actor for party in others if syntax.governed(party) in AT or _owns(syntax, told, party))
    said = Event(told.event, mode, actor, (), next(filter(None, hit), None))
    acts = (m.attrs.get("act") for m in syntax.mentions if m.kind == "speech" and m.first == frame.trigger.first)
    denying = told.event == "REJECT" and "deny" in acts and frame.trigger.attrs["class"] != "event"  # an accusation is rejected
    modality = "denied" if told.denied or denying else frame.modality
    return build(syntax, voices, said, first, last, trigger=frame.trigger.first, rule=frame.trigger.rule, modality=modality)


def _owns(syntax: Syntax, told: Happening, party: Party) -> bool:
    """Whether what is hit is a party's, by a preposition written onto its name: "struck positions of | Bravo"."""
    if told.event != "ASSAULT" or "to" not in party.features or mediates(syntax, party.actor) or not syntax.has("proclitic"):
        return False
    noun = party.first - (2 if syntax.roles.get(party.first - 1) == "belongs" else 1)
    before = syntax.roles.get(noun - 1, "")
    plain = noun not in syntax.roles and not any(
        term.last == noun + 1 and term.attrs.get("pos") != "noun" for term in syntax.terms)
    beside = noun - max(told.frame.first, told.frame.trigger.last) <= 1 and before not in PREPOSITIONS
    return plain and (before in ("on", "against") or (beside and not told.frame.nominal))


def _doer(syntax: Syntax, told: Happening) -> str | None:
    """Who did it; those who bear no arms do not shell or deploy, though a noun of it, or a pronoun, seems to say so."""
    unarmed = mediates(syntax, told.frame.party)
    subject = told.frame.subject
    meant = told.frame.nominal or (subject is not None and subject.how == "pronoun")
    return None if unarmed and meant and told.event in VIOLENT else told.frame.party


def _partaking(syntax: Syntax, frame: Frame) -> Mention | None:
    """The word before a deed's noun that says whose it was, if any: "denied involvement in the shelling", "blamed X for it"."""
    first = frame.trigger.first
    near = [term for term in syntax.within(frame.clause.first, first) if frame.nominal and _whose(syntax, term, first)]
    return near[-1] if near else None


def _whose(syntax: Syntax, term: Mention, first: int) -> bool:
    """Whether a word says whose the deed is that a noun at a token names: a part in it, or an accusation of somebody."""
    if term.attrs["class"] == PARTAKING:
        return 0 <= first - term.last <= INVOLVED
    accuses = term.attrs["class"] == "event" and term.attrs["value"] == "ACCUSE" and term.attrs.get("pos") == "verb"
    return accuses and any(0 <= first - party.last <= INVOLVED for party in syntax.parties_in(term.last, first))


def _blamed(syntax: Syntax, voices: Voices, frame: Frame) -> str | None:
    """Who did what a noun names, by a word that says whose it was: the last party before it, or else who speaks."""
    if _partaking(syntax, frame) is None:
        return None
    named = [party for party in syntax.parties_in(frame.clause.first, frame.trigger.first)
             if party.actor and party.how != "pronoun" and not syntax.governed(party)]
    return named[-1].actor if named else voices.speaker(frame.trigger.start)
