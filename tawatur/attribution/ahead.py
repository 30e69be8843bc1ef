"""What stands ahead of a verb of speech in languages that put it first: a subject after all, a relative word, a statement."""

from tawatur.attribution.line import Cue, Line
from tawatur.attribution.plain import OPENING, phrase
from tawatur.attribution.voice import Phrase
from tawatur.text import PAUSES


def subject_ahead(line: Line, cue: Cue) -> tuple[Phrase, bool] | None:
    """The subject before its verb, and whether it is surely that: in a relative clause, or opening its own clause."""
    if conjoined(line, cue):
        return (named, True) if "then" in cue.features and (named := topic(line, cue)) is not None else None
    at = cue.first
    while line.has(at - 1, "have", "time") and not line.mention(at - 1, "voices"):
        at -= 1
    if line.has(at - 1, "relative"):
        found = _antecedent(line, at - 1)
        return (found, True) if found is not None else None
    begin = _clause(line, at)
    if begin >= at:
        return None
    named = phrase(line, begin, at)
    if named is None or any(voice.how in ("unknown", "bare") for voice in named.voices):
        return None
    stop = named.last
    if (stop < at and line.form(stop) in PAUSES and line.form(at - 1) in PAUSES) or (
        stop < at and line.has(stop, "preposition") and at - stop <= 8
    ):
        stop = at
    return (named, False) if stop >= at else None


def topic(line: Line, cue: Cue) -> Phrase | None:
    """ "As for the mayor, he said": a topic, taken up by a verb further on."""
    at = next((j for j in range(cue.first - 1, max(line.first, cue.first - 20) - 1, -1) if line.has(j, "topic")), None)
    named = phrase(line, at + 1, cue.first) if at is not None else None
    return None if named is None or any(voice.how in ("unknown", "bare") for voice in named.voices) else named


def asked(line: Line, cue: Cue) -> tuple[Phrase, bool] | None:
    """ "The spokesman was asked about it and answered": who opens the sentence, taken up by a verb that carries "then"."""
    if "then" not in cue.features or cue.first - line.first > 24 or line.has(cue.last, "hearer"):
        return None
    first = next((j for j in range(line.first, cue.first) if line.kind(j) == "word"), cue.first)
    named = phrase(line, first, cue.first)
    known = named is not None and all(voice.how in ("noun", "name", "own") and voice.kind != "document" for voice in named.voices)
    return (named, True) if named is not None and known and named.last < cue.first else None


def conjoined(line: Line, cue: Cue) -> bool:
    """Whether a conjunction is written onto the verb: its clause begins with it."""
    return bool(cue.features & {"and", "then"})


def _clause(line: Line, at: int) -> int:
    """Where the clause of a verb begins, past words that only join it."""
    j = at - 1
    commas = 0
    while j >= line.first:
        if (
            line.has(j, "contrast", "but", "complement")
            or line.form(j) in ":.;\u061b"
            or (line.form(j) in PAUSES and any("and" in mention.features for mention in line.at.get(j + 1, ())))
        ):
            break
        if line.form(j) in PAUSES:
            commas += 1
        if at - j > 30:
            return at
        j -= 1
    begin = j + 1
    while begin < at and (
        line.kind(begin) == "number"
        or line.has(begin, "have", "and", "contrast", "but", "complement")
        or (line.kind(begin) == "punctuation" and line.form(begin) not in OPENING)
    ):
        begin += 1
    return begin


def _antecedent(line: Line, relative: int) -> Phrase | None:
    """The noun before a relative word."""
    edge = relative - 1 if line.form(relative - 1) in PAUSES else relative
    for j in range(edge - 1, max(line.first, edge - 7) - 1, -1):
        named = phrase(line, j, edge, attached=True)
        if named is not None and named.core >= edge and all(voice.how not in ("unknown", "bare") for voice in named.voices):
            if j - 1 >= line.first and (line.mention(j - 1, "voices", "actor", "outlet") is not None):
                continue
            return named
    return None


def party_ahead(line: Line, cue: Cue) -> Phrase | None:
    """A party right before a participle, which is the one that speaks."""
    for j in range(cue.first - 1, max(line.first, cue.first - 5) - 1, -1):
        named = line.name(j) or line.mention(j, "voices")
        if named is not None and named.last == cue.first and line.cue_at.get(j - 1) is not None:
            found = phrase(line, j, cue.first)
            return found if found is not None and found.voices[0].kind == "organisation" else None
    return None


def paper_ahead(line: Line, at: int) -> str | None:
    """The statement that somebody published, a few words before."""
    for j in range(at - 1, max(line.first, at - 6) - 1, -1):
        mention = line.mention(j, "voices")
        if mention is not None and mention.attrs.get("kind") == "document":
            return mention.attrs.get("via")
    return None
