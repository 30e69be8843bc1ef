"""Speech in participles ("…, saying that …", "with X saying …"): whose words they are."""

from dataclasses import replace

from tawatur.attribution.cased import phrase
from tawatur.attribution.line import Cue, Line
from tawatur.attribution.passive import completed
from tawatur.attribution.said import Said
from tawatur.attribution.subject import Subject, before
from tawatur.attribution.tail import passing_on, tail
from tawatur.attribution.voice import Phrase


def participle(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    """ "…, saying that …": the words of whom the clause speaks; "with X saying …"."""
    absolute = _absolute(line, cue)
    after = tail(line, cue)
    if absolute is not None:
        return Said(
            cue,
            absolute.voices,
            [(after.at, line.last)],
            absolute.first,
            after.at,
            passing_on(after),
            after.via,
            denies="denies" in cue.takes,
        )
    if not cue.strong and line.has(cue.last, "preposition") and after.opens not in ("that", "colon", "quote"):
        return None  # "reporting from the front"
    if not cue.strong and after.opens not in ("that", "colon", "quote") and "object" not in cue.takes:
        return None
    if found:
        last = found[-1]
        if "denies" in cue.takes:
            return Said(
                cue, last.voices, [(after.at, line.last)], cue.first, after.at, last.relays, last.via, denies=True, role=last.role
            )
        if last.content and last.content[-1][1] < cue.first:
            last.content.append((cue.first, line.last))
        return None
    if line.form(cue.first - 1) != "," and not cue.strong:
        return None
    opening = before(line, cue.first, line.first) or opening_phrase(line, cue.first)
    if opening is not None and opening.voices[0].kind == "document":
        paper = opening.voices[0]
        opening = _issuer(line, paper.first) or opening_phrase(line, paper.first) or opening  # "X issued a statement saying …"
        after.via = after.via or paper_via(line, paper.last)
    if opening is None or any(voice.how == "unknown" for voice in opening.voices):
        return None
    return Said(
        cue,
        opening.voices,
        [(after.at, line.last)],
        cue.first,
        after.at,
        passing_on(after),
        after.via,
        denies="denies" in cue.takes,
    )


def _issuer(line: Line, end: int) -> Subject | None:
    """Who opens the sentence, without the verb behind him."""
    found = (opening_phrase(line, stop) for stop in range(end, line.first, -1))
    return next((one for one in found if one is not None and all(v.how in ("noun", "name") for v in one.voices)), None)


def paper_via(line: Line, at: int) -> str | None:
    """What the codebook calls the paper whose noun ends at a token."""
    noun = line.mention(at - 1, "voices")
    return noun.attrs.get("via") if noun is not None else None


def opening_phrase(line: Line, end: int) -> Subject | None:
    """The phrase that opens the sentence."""
    named = phrase(line, line.first, end)
    return Subject(named.voices, named.first) if named is not None else None


def _absolute(line: Line, cue: Cue) -> Phrase | None:
    for j in range(cue.first - 1, max(line.first, cue.first - 16) - 1, -1):
        if line.has(j, "absolute"):
            named = phrase(line, j + 1, cue.first)
            if named is None:
                return None
            done = completed(line, named)
            fits = done.stop >= cue.first - 1 or named.last == cue.first
            return replace(named, voices=done.voices) if fits and all(v.how != "unknown" for v in done.voices) else None
        if line.form(j) == ";":
            return None
    return None
