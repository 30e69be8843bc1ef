"""Silences: words of stance that are no position, whoever says them."""

from tawatur.claims.clauses import SUPPOSED
from tawatur.claims.commands import commanded
from tawatur.claims.frames import Frame, is_infinitive, is_nominal
from tawatur.claims.heads import of_another
from tawatur.claims.issues import HEADS, points_back
from tawatur.claims.matters import SUBMITS, WANTS, holds, of_stance
from tawatur.claims.objects import OBJECT, PRICE, PRICED, made, presented
from tawatur.claims.provisos import bare_conditions
from tawatur.claims.reach import ANSWERS
from tawatur.claims.sides import calls_as_a_side, kind, mediates
from tawatur.claims.syntax import PREPOSITIONS, Syntax
from tawatur.claims.voices import Voices
from tawatur.claims.wishes import PREVENTS
from tawatur.packs import Row
from tawatur.records import Mention
from tawatur.text import COMMAS

BY_FORCE = frozenset({"prevents", "permits", "orders", "grants", "accepts"})
"""Stances of those who have something to give; a go-between has not."""
CALLING = "demands"
"""The stance of a word of appeal, where a side of the conflict speaks it."""
MUTUAL = "mutual"
"""Mode of words of agreeing that two sides do with each other."""
UNSAID = frozenset({"must", "whether"})
"""Roles of words after which a stance is wished for or asked about, not taken."""
DISCLAIMS = "disclaims"
"""The stance of one who denies meaning to do something; a plain denial is none."""
ANNOUNCED = 5
"""Tokens behind a word of announcing within which its denial stands."""
TAKEN = frozenset({"control", "event"})
"""Classes of words for taking ground and for attacking."""
PLAIN_WAY = 2
"""How many tokens from the end of a way a verb may stand that tells of it, an adjective between: "the only road links"."""


def says_nothing(syntax: Syntax, frame: Frame, voices: Voices, row: Row, plain: str, party: str) -> bool:
    """Whether a stance word is no position: a report rejected, a duty, a question, people's wishes, a go-between's permission."""
    denials = (said.cue for said in syntax.reading.attributions if said.denies and said.cue)
    answered = plain == "rejects" and points_back(syntax, frame.first, min(frame.last, frame.first + OBJECT))
    at = frame.trigger.last
    answered = answered or (syntax.roles.get(at) in ("that", "this") and syntax.roles.get(at + 1) == "while")  # "that as a trick"
    answered = answered or (syntax.roles.get(at + 1) == "while" and any(
        party.how == "pronoun" and party.first == at for party in syntax.parties_in(at, at + 1)))  # "dismissed it as a joke"
    if frame.trigger.attrs.get("value") != DISCLAIMS and not answered and any(
            cue.start <= frame.trigger.start < cue.end for cue in denials):
        return True  # what is told is denied, not what is offered
    behind = syntax.within(frame.trigger.last, max(frame.first, frame.trigger.last) + 4)
    if plain == "rejects" and any(term.attrs["class"] == "hearsay" for term in behind):
        return True
    if kind(syntax, party) == "people" or (mediates(syntax, party) and row["value"] in BY_FORCE):
        return True
    if row["value"] == PREVENTS and voices.denied(frame.trigger.start):
        return True  # "denies blocking aid"
    if commanded(syntax, voices, frame.trigger):
        return True
    if frame.trigger.attrs["class"] == "appeal" and not calls_as_a_side(
            syntax, frame.subject, party, frame.first, frame.last):
        return True
    if row["value"] == "announces" and _announced(syntax, frame, party):
        return True
    if row["value"] == WANTS and (_taking(syntax, frame) or _nobodys(syntax, frame, party)):
        return True  # "is trying to retake the crossing"
    if frame.nominal and any(term.last == frame.trigger.first for term in bare_conditions(syntax)):
        return True  # "on condition of their announcing …": nobody has yet
    if {"its"} <= frame.trigger.features and syntax.roles.get(frame.trigger.first) == "not" and frame.subject is None:
        return True  # "a truce (that) it did not sign" only tells which
    if plain == "demands" and not frame.nominal and of_stance(syntax, frame, "rejects"):
        return True  # "insisted on their refusal": the noun tells it
    with_whom = syntax.parties_in(frame.trigger.last, frame.trigger.last + OBJECT) if (
        syntax.roles.get(frame.trigger.last - 1) == "with") else []
    together = any(party.actor for party in with_whom) or any(syntax.listed(party) is frame.subject for party in syntax.parties)
    if frame.trigger.attrs.get("mode") == MUTUAL and together:
        return True  # two who agree with each other are told as talks
    if frame.trigger.attrs.get("mode") == PRICE:
        return made(syntax, frame) is frame
    priced = any("to" in term.features for term in syntax.within(frame.trigger.last, frame.trigger.last + 1))
    if row["value"] == SUBMITS and any(
            term.attrs.get("value") == CALLING and term.first <= frame.first + 1 < term.last + 1 and is_nominal(syntax, term)
            for term in syntax.of_class("stance") if frame.first <= term.first):
        return True  # "presented a list of demands": the noun tells it
    whole = presented(syntax, frame)
    if frame.trigger.attrs.get("mode") == PRICED and not whole and (priced or syntax.roles.get(frame.trigger.last) == "for"):
        return made(syntax, frame) is frame
    if frame.clause.opener in SUPPOSED and plain in ANSWERS and syntax.has("verbal_particle") and not frame.nominal:
        return True  # "if they refuse": nobody has yet
    if _inserted(syntax, frame) or _of_a_thing(syntax, frame):
        return True
    if frame.clause.opener == "which" and frame.subject is not None and (
            frame.subject.actor is None or (row["value"] == WANTS and frame.subject.how == "description")):
        return True  # "fighters who want to stay must register"
    if syntax.roles.get(frame.trigger.first - 1) == "may" and "base" in frame.trigger.features:
        return True  # "may reject": somebody's guess
    return _linking(syntax, frame) or any(
        syntax.roles.get(at) in UNSAID for at in range(frame.clause.first, frame.trigger.first))


def _announced(syntax: Syntax, frame: Frame, party: str) -> bool:
    """Whether what a party announces is not what it will do itself for the other side."""
    if holds(syntax, frame, "state", "agreed") or holds(syntax, frame, "stance", "accepts") or of_stance(syntax, frame):
        return True  # "announced that both had agreed": who agreed is told by that
    if any(_told_itself(syntax, frame, term) for term in syntax.of_class("stance")):
        return True  # "announced that it refuses to leave": the verb of that tells it
    if of_another(syntax, frame.first, party) or holds(syntax, frame, "stance", PREVENTS):
        return True  # "announced that the rebels keep people from leaving", "that its border will stay closed to them"
    failed = holds(syntax, frame, "state", "collapsed") and any(
        term.attrs["class"] == "talks" for term in syntax.within(frame.first, frame.last))  # "announced that the talks failed"
    return failed or _done(syntax, frame) or _not_to_come(syntax, frame)


def _told_itself(syntax: Syntax, frame: Frame, term: Mention) -> bool:
    """Whether a stance is a verb of its own behind the “that” of an announcement."""
    if not frame.trigger.last < term.first < frame.last or is_nominal(syntax, term) or not term.features & {"past", "present"}:
        return False
    between = {syntax.roles.get(at) for at in range(frame.trigger.last, term.first)}
    return "that" in between


def _done(syntax: Syntax, frame: Frame) -> bool:
    """Whether what is announced is that people have gone: those who went, not those who announce it, did so."""
    gone = [term for term in syntax.within(frame.first, frame.last) if term.attrs["class"] == "exit"]
    return bool(gone) and "past" in gone[0].features and "noun" not in gone[0].features and not is_infinitive(syntax, gone[0])


def _taking(syntax: Syntax, frame: Frame) -> bool:
    """Whether what is wanted is to take ground or to attack, before anything that could be bargained over."""
    heads = [term for term in syntax.within(frame.first, frame.last) if term.attrs["class"] in HEADS | TAKEN]
    taken = bool(heads) and (heads[0].attrs["class"] == "control" or heads[0].attrs.get("value") == "ASSAULT")
    return taken and not any(term.attrs["class"] in ("issue", "release") for term in heads[1:])


def _nobodys(syntax: Syntax, frame: Frame, party: str) -> bool:
    """Whether what is sought is sought by a body that no side is known to be, and that only a pronoun points at."""
    return frame.subject is not None and frame.subject.how == "pronoun" and not kind(syntax, party)


def _not_to_come(syntax: Syntax, frame: Frame) -> bool:
    """Whether what is announced is that something will not be, in a language with a word for that alone."""
    near = range(frame.first, min(frame.last, frame.first + ANNOUNCED))
    return syntax.has("verbal_particle") and any(at in syntax.ahead and syntax.roles.get(at) == "not" for at in near)


def _inserted(syntax: Syntax, frame: Frame) -> bool:
    """Whether a participle only says that its subject was asked: "Asked about it, he …", "the army, asked by us, …"."""
    at, trigger = frame.trigger.first, frame.trigger
    if not syntax.has("past_participle") or "participle" not in trigger.features or trigger.attrs.get("pos") != "verb":
        return False
    tokens = syntax.reading.tokens
    comma = tokens[at - 1].form in COMMAS and any(party.last == at - 1 for party in syntax.parties) and any(
        token.form in COMMAS for token in tokens[trigger.last:frame.clause.last + 1])
    return (at == syntax.sentence.first or comma) and syntax.roles.get(frame.trigger.last) in PREPOSITIONS


def _of_a_thing(syntax: Syntax, frame: Frame) -> bool:
    """Whether a verb right behind "that" only says which thing is meant: "fired on a car that refused to stop"."""
    clause, subject = frame.clause, frame.subject
    if not syntax.has("ambiguous_subordinator") or clause.opener != "that" or subject is None or frame.nominal:
        return False
    if frame.trigger.first - clause.first > 1:
        return False
    return subject.last < clause.first - 1 and subject.how != "pronoun"


def _linking(syntax: Syntax, frame: Frame) -> bool:
    """Whether a way right before a verb without a subject behind it is what the verb tells of: "a road (that) ties it to"."""
    if not syntax.has("relative_without_pronoun") or frame.nominal or frame.passive or "plural" in frame.trigger.features:
        return False
    near = [way.first for way in syntax.of_class("way") if 0 <= frame.trigger.first - way.last < PLAIN_WAY]
    return bool(near and "present" in frame.trigger.features) and (frame.subject is None or frame.subject.last <= near[-1])
