"""What shows, where the verb comes first, that a reporter was told something himself, or that a noun is no subject."""

from tawatur.attribution.behind import begins, learnt_from
from tawatur.attribution.line import Cue, Line
from tawatur.attribution.plain import phrase
from tawatur.attribution.said import Said
from tawatur.attribution.voice import Phrase, Voice
from tawatur.text import COMMAS, QUOTES

_NEAR = 16
"""Tokens from "we heard" to whom it was heard from."""
_COUNTED = 4
"""Tokens from a speaker to the number of what he counted."""


def tells_us(line: Line, cue: Cue) -> bool:
    """Whether a verb that looks like "we told" has somebody else for its subject: "the mayor told us"."""
    named = phrase(line, cue.last, line.last)
    if named is None or "present" in cue.features or cue.act not in ("say", "report", "announce"):
        return False
    return all(voice.how in ("noun", "name", "own") and voice.kind != "document" for voice in named.voices)


def heard_from(line: Line, cue: Cue) -> Said | None:
    """ "We heard from X that …": X speaks."""
    opening = begins(line, cue.last, cue)
    if opening is None:
        return None
    voices = learnt_from(line, cue.last, min(cue.last + _NEAR, opening.at))
    if voices is None or any(voice.how == "unknown" for voice in voices):
        return None
    return Said(cue, voices, [(opening.at, line.last)], cue.first, opening.at)


def met_by(line: Line, at: int) -> tuple[Voice, ...]:
    """Who met or heard the speaker whose phrase ends here: "survivors whom Alpha Watch met"."""
    if not line.has(at, "met"):
        return ()
    at += 1
    while line.has(at, "preposition"):
        at += 1
    named = phrase(line, at, line.last)
    return named.voices if named is not None and all(v.kind in ("organisation", "agency") for v in named.voices) else ()


def issued_by(line: Line, at: int, voices: tuple[Voice, ...]) -> tuple[Voice, ...] | None:
    """Whose paper an agency published: "the agency published a statement of the ministry in which it said"; None if its own."""
    paper = line.mention(at, "voices")
    if paper is None or paper.attrs.get("kind") != "document" or any(voice.kind != "agency" for voice in voices):
        return None
    named = phrase(line, at, line.last)
    if named is None or any(voice.kind != "organisation" or voice.how == "unknown" for voice in named.voices):
        return None
    return named.voices


def quoted_by(line: Line, at: int) -> tuple[tuple[Voice, ...], int]:
    """The agency that quoted whose phrase ends here, and where it says so: "a source, whom the agency quoted,"."""
    begin = at + (line.form(at) in COMMAS)
    cue = line.cue_at.get(begin)
    if cue is None or "quoted" not in cue.takes or not line.has(cue.last, "preposition") or line.has(cue.last, "from"):
        return (), at
    named = phrase(line, cue.last + 1, line.last)
    if named is None or any(voice.kind != "agency" for voice in named.voices):
        return (), at
    return named.voices, named.last + (begin > at and line.form(named.last) in COMMAS)


def said_before(line: Line, start: int) -> bool:
    """Whether a quotation ends right before a verb and its subject: "“…”, adds the officer"."""
    at = start - (line.form(start - 1) in COMMAS)
    return line.form(at - 1) in QUOTES and any(quotation.last in (at - 1, at) for quotation in line.quotations)


def counts(line: Line, cue: Cue, voices: tuple[Voice, ...], at: int) -> bool:
    """Whether a body counts something: "the network recorded 64 deaths"."""
    if "numbers" not in cue.takes or any(voice.kind not in ("organisation", "agency", "correspondent") for voice in voices):
        return False
    return any(line.kind(j) == "number" or _number(line, j) for j in range(at, min(at + _COUNTED, line.last)))


def _number(line: Line, at: int) -> bool:
    return any(mention.kind == "numbers" for mention in line.at.get(at, ()))


def done_unto(line: Line, named: Phrase, cue: Cue) -> bool:
    """Whether an ending shows that a noun for several is what the verb is done to, and does nothing itself."""
    if len(named.voices) > 1 or cue.act not in ("accuse", "demand", "condemn", "warn", "threaten"):
        return False
    head = line.mention(named.first, "voices", "counted")
    form = line.form(named.first)
    return head is not None and line.words.oblique(form) and len(form) > _LONG


_LONG = 5
"""Letters that a word with such an ending and its article has at least."""
