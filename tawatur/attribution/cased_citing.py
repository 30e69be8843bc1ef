"""Who is cited where the subject comes first: "according to X", "by X's count", "X's answer was that …"."""

from tawatur.attribution.cased import phrase, pronoun, taken_up
from tawatur.attribution.line import POSSESSIVE, Cue, Line, numbered
from tawatur.attribution.passive import completed
from tawatur.attribution.said import Said
from tawatur.attribution.scope import clause_start, trimmed
from tawatur.attribution.tail import QUOTES, past_bracket
from tawatur.attribution.voice import Phrase, Voice

_OWNER = 9
"""Tokens before a count within which the word stands that brings its owner in."""


def cited(line: Line, cue: Cue) -> Said | None:
    """ "according to X": the words before it, or all after it where it opens the sentence."""
    named = taken_up(line, cue.last) or phrase(line, cue.last, line.last)
    if named is None or all(voice.how == "unknown" and not cue.strong for voice in named.voices):
        return None
    if not cue.strong and (line.cue_at.get(named.last) or line.cue_at.get(named.core)):
        return None
    return _said_by(line, cue, named, cue.first)


def _said_by(line: Line, cue: Cue, named: Phrase, start: int) -> Said:
    """What is said by those who are cited in words that begin at `start`."""
    done = completed(line, named)
    joining = ("and", "but", "contrast", "adverb")
    opens = all(line.kind(j) == "punctuation" or line.has(j, *joining) for j in range(line.first, start))
    if opens:
        begin = past_bracket(line, done.stop)
        while line.form(begin) in (",", ":"):
            begin += 1
        return Said(cue, done.voices, [(begin, line.last)], start, done.stop, done.relays, cue.via, role=done.role)
    if "through" in cue.takes and line.form(start - 1) == line.form(done.stop) == "," and line.cue_at.get(done.stop + 1):
        return Said(cue, done.voices, [], start, done.stop, done.relays, cue.via, role=done.role, aside=True)
    content = [(clause_start(line, start), trimmed(line, start))]
    if (
        line.form(start - 1) == ","
        and line.form(done.stop) == ","
        and not line.has(done.stop + 1, "and", "but", "contrast", "relative")
    ):
        content.append((done.stop + 1, line.last))
    return Said(cue, done.voices, content, start, done.stop, done.relays, cue.via, trailing=True, role=done.role)


def _owner(line: Line, at: int) -> Phrase | None:
    """Whose the noun at a token is, by what stands before it: "the army's own", "his"."""
    j = at - 1
    while line.has(j, "ownership", "time") or (line.kind(j) == "word" and line.form(j - 1) in (POSSESSIVE, "'", "’")):
        j -= 1
    if line.has(j, "theirs"):
        return pronoun(line, j)
    several = line.form(j) in ("'", "’") and line.form(j - 1).endswith(POSSESSIVE[1:])
    if line.form(j) != POSSESSIVE and not several:
        return None
    for begin in range(max(line.first, j - _OWNER), j):
        named = phrase(line, begin, j)
        if named is not None and named.core == j and all(voice.how != "unknown" for voice in named.voices):
            return named
    return None


def counted_by(line: Line, cue: Cue) -> Said | None:
    """ "by X's count", "by his own admission": X is cited; None of any other count."""
    if "owned" not in cue.takes or "past" in cue.features:
        return None
    owner = _owner(line, cue.first)
    if owner is None:
        return None
    by = owner.first - 1
    while line.has(by, "determiner") and by > line.first:
        by -= 1
    if not line.has(by, "agent"):
        return None
    return _said_by(line, cue, Phrase(owner.first, cue.last, cue.last, owner.voices), by)


def equated(line: Line, cue: Cue) -> Said | None:
    """ "X's answer, relayed by Y, was that …", "their reply: …": X speaks, and Y passes it on."""
    if "equates" not in cue.takes or "past" in cue.features:
        return None
    behind = phrase(line, cue.last + 1, line.last) if line.has(cue.last, "owner") else None
    if (counted := _figure(line, cue)) is not None:
        return counted
    at, relays = _past_aside(line, behind.core if behind is not None else cue.last)
    if line.has(at, "be"):
        at += 1
        opened = line.has(at, "complement") or line.form(at) in {":", *QUOTES}
    else:
        colon = next((j for j in range(at, min(at + 6, line.last)) if line.kind(j) == "punctuation"), at)
        at = colon if line.form(colon) == ":" else at
        opened = line.form(at) == ":"
    owner = (behind or _owner(line, cue.first)) if opened else None
    first = min(owner.first, cue.first) if owner is not None else line.last
    if owner is None or first - line.first > 3 or all(voice.how == "unknown" for voice in owner.voices):
        return None
    begin = at + (line.form(at) == ":")
    return Said(cue, owner.voices, [(begin, line.last)], first, begin, relays, cue.via)


def _figure(line: Line, cue: Cue) -> Said | None:
    """ "The council's figure is 15,000": the council counts; anywhere in a sentence."""
    if not line.has(cue.last, "be") or not numbered(line, cue.last + 1):
        return None
    owner = _owner(line, cue.first)
    if owner is None or any(voice.how in ("unknown", "pronoun") for voice in owner.voices):
        return None
    end = next((j for j in range(cue.last, line.last) if line.form(j) in (",", ";")), line.last)
    return Said(cue, owner.voices, [(cue.last + 1, end)], owner.first, cue.last + 1)


def paper_seen(line: Line, cue: Cue) -> Said | None:
    """ "The draft, seen by X, provides for …": the paper says it, and X, who saw it, passes it on."""
    if "participle" not in cue.features or not line.has(cue.last, "agent") or cue.first - line.first > 12:
        return None
    paper, named = phrase(line, line.first, cue.first), phrase(line, cue.last + 1, line.last)
    if paper is None or paper.voices[0].kind != "document" or paper.voices[0].how != "noun" or named is None:
        return None
    stop = named.last
    if all(voice.kind != "agency" for voice in named.voices) or any(c.finite and c.first >= stop for c in line.cues):
        return None
    return Said(cue, paper.voices, [(stop + (line.form(stop) == ","), line.last)], paper.first, stop, named.voices)


def _past_aside(line: Line, at: int) -> tuple[int, tuple[Voice, ...]]:
    """Behind ", relayed by Y,", and who Y is."""
    if line.form(at) != ",":
        return at, ()
    close = next((j for j in range(at + 1, min(at + 16, line.last)) if line.form(j) == ","), None)
    if close is None:
        return at, ()
    by = next((j for j in range(at + 1, close) if line.has(j, "agent")), None)
    named = phrase(line, by + 1, close) if by is not None else None
    return close + 1, named.voices if named is not None and all(v.how != "unknown" for v in named.voices) else ()
