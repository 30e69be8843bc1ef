"""Speech that shows by its construction, where the subject comes first: "rang to say", "holds X responsible", "… – medics"."""

from dataclasses import replace

from tawatur.attribution.cased import phrase
from tawatur.attribution.line import DASHES, Cue, Line
from tawatur.attribution.said import Said
from tawatur.attribution.subject import Subject, before
from tawatur.attribution.tail import QUOTES, passing_on, tail
from tawatur.attribution.voice import Voice

_NEAR = 9
"""Tokens within which the other half of a construction stands."""


def charged(line: Line, cue: Cue) -> Said | None:
    """ "X holds Y responsible": X accuses; None where nobody is held so."""
    verb = next((j for j in range(cue.first - 1, max(line.first, cue.first - _NEAR), -1) if line.has(j, "holds")), None)
    subject = before(line, verb, line.first) if verb is not None else None
    if verb is None or subject is None or all(voice.how == "unknown" for voice in subject.voices):
        return None
    accusing = replace(cue, act="accuse")
    return Said(accusing, subject.voices, [(verb + 1, line.last)], subject.start, cue.last)


def purpose(line: Line, cue: Cue, to: int) -> Said | None:
    """ "X rang on Monday to say that …": who called speaks; None where no such verb stands before the infinitive."""
    verb = next((j for j in range(to - 1, max(line.first, to - _NEAR), -1) if line.has(j, "rings", "writes")), None)
    subject = before(line, verb, line.first) if verb is not None else None
    if verb is None or subject is None:
        return None
    after = tail(line, cue)
    via = after.via or ("phone" if line.has(verb, "rings") else None)
    return Said(cue, subject.voices, [(after.at, line.last)], subject.start, after.at, passing_on(after), via)


def reached(line: Line, subject: Subject, cue: Cue, via: str | None) -> tuple[tuple[Voice, ...], str | None]:
    """Who reached a speaker ("a doctor quoted by the Post said"), and by what ("reached by phone")."""
    last = subject.voices[-1].last
    for j in range(last, min(last + 8, cue.first)):
        by = j + 1
        other = line.cue_at.get(j)
        seen = other is not None and "sees" in other.takes
        if not (seen or line.has(j, "reaches")) or not line.has(by, "agent", "medium"):
            continue
        noun = next((m for k in range(by + 1, min(by + 4, cue.first)) if (m := line.mention(k, "voices")) is not None), None)
        if noun is not None and noun.attrs.get("kind") == "medium":
            return (), via or noun.attrs.get("via")
        named = phrase(line, by + 1, cue.first) if line.has(by, "agent") else None
        if named is not None and all(v.kind in ("agency", "organisation") and v.how == "name" for v in named.voices):
            return named.voices, via
    return (), via


def named_so(line: Line, cue: Cue) -> bool:
    """Whether "call" gives a name to something ("called the offer blackmail", "called it “a trap”"), and calls nobody."""
    if any(line.form(j) in QUOTES for j in range(cue.last, min(cue.last + _NEAR, line.last))):
        return True
    at = cue.last
    if line.has(at, "thing", "pointing", "objectpronoun"):
        return _judges(line, at + 1)
    if not line.has(at, "definite", "theirs"):
        return False
    noun = next((j for j in range(at + 1, min(at + 5, line.last)) if _spoken_of(line, j) and not _goes_on(line, j + 1)), None)
    return noun is not None and _judges(line, noun + 1)


def _spoken_of(line: Line, at: int) -> bool:
    """Whether a noun names what people judge: a deed, an offer, a deal, a paper."""
    return any(mention.kind == "terms" and mention.attrs.get("pos") == "noun" for mention in line.at.get(at, ()))


def _goes_on(line: Line, at: int) -> bool:
    """Whether another noun belongs to the one before it, and more follows: "the ceasefire deal a farce"."""
    return _spoken_of(line, at) and line.kind(at + 1) == "word"


def _judges(line: Line, at: int) -> bool:
    """Whether a word follows that says what something is: an adjective or a noun, no preposition and no time."""
    return line.kind(at) == "word" and not line.has(
        at, "preposition", "time", "adverb", "and", "but", "infinitive", "relative", "contrast", "subordinate", "complement"
    )


def gapped(line: Line, said: Said) -> list[Said]:
    """ "The army speaks of nine dead, the rebels of fifty": the verb is left out, what goes with it stands there."""
    if not said.cue.takes & {"of", "toll"} or said.trailing:
        return []
    link = next((j for j in range(said.cue.last, said.cue.last + 8) if line.has(j, "of", "tollat")), None)
    form = line.form(link) if link is not None else ""
    for j in range(said.cue.last, line.last):
        if line.form(j) not in (",", ";") and not line.has(j, "and", "contrast"):
            continue
        other = next((k for k in range(j + 2, min(j + 9, line.last)) if form and line.form(k) == form), None)
        named = phrase(line, j + 1, other) if other is not None else None
        if other is None or named is None or named.core != other or any(v.how == "unknown" for v in named.voices):
            continue
        said.content = [(first, min(last, j)) for first, last in said.content]
        return [Said(said.cue, named.voices, [(other + 1, line.last)], j + 1, other + 1)]
    return []


def footed(line: Line) -> list[Said]:
    """A headline's other way: "Forty hurt in Alpha – medics"."""
    near = range(line.last - 2, max(line.first + 3, line.last - 6), -1)
    dash = next((j for j in near if _dash(line, j) or line.form(j) == ":"), None)
    named = phrase(line, dash + 1, line.last) if dash is not None else None
    if dash is None or named is None or max(named.core, named.last) < line.last:
        return []
    if any(voice.how not in ("noun", "name") or (voice.named and voice.known is None) for voice in named.voices):
        return []
    if any(cue.finite and cue.strong for cue in line.cues):
        return []
    cue = Cue(dash, dash + 1, "say", frozenset(), frozenset(), "")
    return [Said(cue, named.voices, [(line.first, dash)], dash, line.last, trailing=True)]


def _dash(line: Line, at: int) -> bool:
    tokens = line.tokens
    apart = tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
    return line.form(at) in DASHES and apart
