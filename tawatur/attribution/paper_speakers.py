"""Who speaks in a paper or a count, where the subject comes first: who released it, or whose it is."""

from dataclasses import replace

from tawatur.attribution.cased import phrase
from tawatur.attribution.cased_voice import head_of
from tawatur.attribution.line import POSSESSIVE, Cue, Line
from tawatur.attribution.subject import Subject
from tawatur.attribution.voice import Voice
from tawatur.records import Mention


def published(line: Line, subject: Subject, cue: Cue) -> Subject:
    """ "A video released by X shows …", "X's figures show …": X speaks."""
    voice = subject.voices[0]
    noun = paper_of(line, voice)
    if noun is None:
        return subject
    if noun.attrs.get("via") and (owner := _possessor(line, voice, noun)) is not None:
        return replace(subject, voices=owner)
    for j in range(subject.voices[0].last, cue.first):
        other = line.cue_at.get(j)
        told = other is not None and other.takes & {"publishes", "sees", "object"} and "participle" in other.features
        if told or line.has(j, "gathers"):
            agent = next((k for k in range(j + 1, min(j + 6, cue.first)) if line.has(k, "agent")), None)
            named = phrase(line, agent + 1, cue.first) if agent is not None else None
            carries = other is not None and "carries" in other.takes
            if other is not None and "sees" in other.takes and voice.kind == "document":
                return subject  # who saw the paper passes on what it says
            if named is not None and carries and all(voice.kind == "agency" for voice in named.voices):
                return subject  # the agency passes the paper on
            if named is not None and all(voice.how != "unknown" for voice in named.voices):
                return replace(subject, voices=named.voices)
    return subject


def paper_of(line: Line, voice: Voice) -> Mention | None:
    """The noun of a voice that is no person but a paper, or what is told."""
    noun = head_of(line, voice.first, voice.last) if voice.how == "noun" else None
    return noun if noun is not None and (voice.kind == "document" or noun.attrs.get("via") == "told") else None


def _possessor(line: Line, voice: Voice, noun: Mention) -> tuple[Voice, ...] | None:
    """Whose figures or whose statement it is: "the ministry's figures"; None where nobody owns it."""
    mark = next((j for j in range(noun.first - 1, voice.first, -1) if line.form(j) == POSSESSIVE), None)
    owner = phrase(line, voice.first, mark) if mark is not None else None
    if mark is None or owner is None or owner.core != mark or any(one.how in ("unknown", "pronoun") for one in owner.voices):
        return None
    via = noun.attrs.get("via")
    return tuple(replace(one, via=None if via == "told" else one.via or via) for one in owner.voices)
