"""Exceptions: what a party leaves out of what it accepts or offers ("agreed to the pause, but not to the handover")."""

from collections.abc import Iterator
from dataclasses import replace

from tawatur.claims.build import build
from tawatur.claims.frames import Frame
from tawatur.claims.issues import issues
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Position
from tawatur.text import COMMAS

YIELDING = frozenset({"accepts", "offers"})
"""Stances from which something may be left out."""
ACCEPTS = "accepts"
"""The stance of words behind which a comma alone may bring in what is left out."""
HELD = frozenset({"demands", "wants", "offers", "accepts"})
"""The stances towards what a negation leaves."""
EXCEPT = 6
"""Tokens behind a verb within which the word for "except" may stand, its subject between."""
DENYING = frozenset({"not", "no"})
"""Roles of words that say what a thing lacks."""
DEALS = frozenset({"deal", "plan", "proposal", "talks"})
"""Classes of what one may refuse for what it lacks."""
CEASEFIRE = "ceasefire"
NEAR = 12
"""Tokens of an object behind which "but not" may stand."""


def excepted(syntax: Syntax, frame: Frame) -> bool:
    """Whether a negation leaves what a verb tells, by a word for "except" behind it: "did not offer but the mountain road"."""
    reach = range(frame.trigger.last, min(frame.trigger.last + EXCEPT, frame.clause.last))
    held = frame.trigger.attrs.get("value") in HELD  # who lets people go only for money does not let them go
    return held and frame.negated and any(syntax.roles.get(at) == "except" for at in reach)


def alone(syntax: Syntax, frame: Frame) -> bool:
    """Whether nothing else is meant by what is or is to come: "accepts only a full truce", "would only accept one"."""
    if {"past"} == frame.trigger.features & {"past", "base", "present"}:
        return excepted(syntax, frame)  # "only accepted it under pressure"
    beside = (frame.trigger.first - 1, frame.trigger.last, *((frame.last - 1,) if frame.last - frame.first < NEAR else ()))
    return excepted(syntax, frame) or (not frame.negated and any(syntax.roles.get(at) == "only" for at in beside))


def lacking(syntax: Syntax, frame: Frame) -> Frame:
    """The frame without what the deal lacks that is refused: "rejects any truce | that does not include a withdrawal"."""
    whichever = any(syntax.roles.get(at) == "any" for at in range(frame.first, frame.first + 2))
    inside = range(frame.first + 2, min(frame.last, frame.first + EXCEPT)) if whichever else range(0)
    first = next((at for at in inside if syntax.roles.get(at) in DENYING), frame.first)
    deal = any(term.attrs["class"] in DEALS or term.attrs.get("value") == CEASEFIRE for term in syntax.within(frame.first, first))
    return replace(frame, last=first) if deal else frame


def but_not(syntax: Syntax, frame: Frame, voices: Voices, table: Table, given: Position) -> Iterator[Claim]:
    """The position on what is left out of one that accepts or offers: its party rejects it."""
    left_out = _left_out(syntax, frame) if given.stance in YIELDING and not frame.nominal else None
    if left_out is None:
        return
    said = syntax.unquoted(syntax.reading.tokens[left_out].start, left_out)
    last = min(syntax.clause_at(left_out).last, left_out + NEAR, said)
    named = issues(syntax, left_out, last) or ["other"]
    rejected = replace(given, stance="rejects", issue=named[0], object=syntax.words(left_out + 1, last))
    yield build(syntax, voices, table.put(rejected), left_out, last, trigger=left_out, rule="claims.exceptions:but not")


def _left_out(syntax: Syntax, frame: Frame) -> int | None:
    """Where what is left out begins: a negation behind "but" or a comma that no verb of its own follows."""
    accepted = frame.trigger.attrs.get("value") == ACCEPTS
    for at in range(frame.trigger.last + 1, min(frame.last + 2, syntax.sentence.last - 1)):
        joined = syntax.roles.get(at - 1) == "but" or (accepted and syntax.reading.tokens[at - 1].form in COMMAS)
        theirs = any(party.how == "pronoun" and party.first == at - 1 for party in syntax.parties)  # "but they did not"
        if joined and not theirs and syntax.roles.get(at) == "not" and not _verb(syntax, at + 1):
            return at
    return None


def _verb(syntax: Syntax, first: int) -> bool:
    """Whether a verb of its own follows, so that something else is told."""
    if syntax.roles.get(first) in ("be", "have", "future", "must", "can", "may"):
        return True
    return any(term.first == first and term.features & {"past", "third", "ing", "base"} and term.attrs.get("pos") == "verb"
               for term in syntax.terms)
