"""Appeals: who calls on whom for what, where the caller has nothing to give in the bargain."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.frames import Frame, Framer
from tawatur.claims.issues import issues
from tawatur.claims.positions import MEDIATING
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Appeal, Claim


def appeals(syntax: Syntax, framer: Framer, voices: Voices) -> Iterator[Claim]:
    """The appeals in a sentence: words of appeal by anybody, demands by those who are no party to the bargain."""
    for term in syntax.of_class("appeal", "stance"):
        if term.attrs["class"] == "stance" and term.attrs["value"] not in ("demands", "orders"):
            continue
        frame = framer.frame(syntax, term)
        named = issues(syntax, frame.first, frame.last)
        if frame.negated or not (named or term.attrs["class"] == "appeal"):
            continue
        if term.attrs["class"] == "stance" and not _pleads(syntax, frame):
            continue
        if not frame.party and not named:
            continue
        subject = frame.subject.first if frame.subject else term.first
        first = min(term.first, subject) if subject >= frame.clause.first else term.first
        called = (party.actor for party in syntax.parties_in(frame.first, frame.last) if party.actor != frame.party)
        to = tuple(dict.fromkeys(actor for actor in called if actor))
        said = Appeal(frame.party, to[:3], named[0] if named else None)
        yield build(syntax, voices, said, first, max(frame.last, term.last), trigger=term.first, rule=term.rule,
                    modality=frame.modality)


def _pleads(syntax: Syntax, frame: Frame) -> bool:
    known = syntax.packs.actors.get(frame.party or "")
    return known is not None and known.kind in MEDIATING
