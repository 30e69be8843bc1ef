"""What is said "according to" somebody, where the verb comes first: who is cited, who passes it on, and the words meant."""

from dataclasses import replace

from tawatur.attribution.behind import between, past_apposition
from tawatur.attribution.line import Cue, Line
from tawatur.attribution.plain import phrase
from tawatur.attribution.said import Said
from tawatur.attribution.scope import clause_start, trimmed
from tawatur.attribution.voice import Voice
from tawatur.text import PAUSES

TERMS = frozenset({"deal", "talks"})
"""Classes of nouns for what was agreed, by which a thing is done and nothing is said."""


def cited(line: Line, cue: Cue, taken: int, found: list[Said]) -> tuple[Said | None, int]:
    """ "according to X", "according to what X announced"; and what passes it on ("as the agency quoted him")."""
    relays: tuple[Voice, ...] = ()
    via: str | None = None
    at = cue.last
    if cue.features & {"its", "their"}:
        return (_own_words(line, cue) if not found else None), taken
    if "clause" in cue.takes:
        verb = next((line.cue_at[j] for j in (at, at + 1) if j in line.cue_at and line.cue_at[j].finite), None)
        if verb is None:
            return None, taken
        at = verb.last
        tongue = line.cue_at.get(at)
        if tongue is not None and "tongue" in tongue.takes:
            at = tongue.last
        cue = replace(cue, last=at, act=verb.act, takes=cue.takes | (verb.takes - {"weak"}))
    elif "from" in cue.takes and line.has(at, "from"):
        at += 1
    if any(m.kind == "terms" and m.attrs["class"] in TERMS for held in (at, cue.first) for m in line.at.get(held, ())):
        return None, max(taken, at)  # "under the truce": nobody speaks
    named = phrase(line, at, line.last, attached=True)
    if named is None and line.has(at, "preposition"):
        named = phrase(line, at + 1, line.last)  # "what the mayor reported it with"
    if named is None or (any(voice.how == "unknown" for voice in named.voices)):
        return None, max(taken, at)
    stop = named.last
    if "quoted" in cue.takes and line.has(stop, "from") and all(voice.kind == "agency" for voice in named.voices):
        origin = phrase(line, stop + 1, line.last)
        if origin is not None and all(voice.how != "unknown" for voice in origin.voices):
            relays, named, stop = named.voices, origin, origin.last
    seen = line.cue_at.get(stop)
    if seen is not None and "sees" in seen.takes:
        by = phrase(line, seen.last + (1 if line.has(seen.last, "preposition") else 0), line.last)
        if by is not None:
            relays, stop = by.voices, by.last
    if "rumour" in cue.takes:
        return None, taken
    if not relays and line.kind(stop) == "word":
        close = next((j for j in range(stop, min(stop + 8, line.last)) if line.form(j) in PAUSES), min(stop + 8, line.last))
        told = line.mention(stop, "voices")
        direct = phrase(line, stop, close) if told is not None and told.attrs.get("kind") == "agency" else None
        relays, _, behind = (direct.voices, None, direct.last) if direct is not None else between(line, stop, close)
        stop = behind if relays else stop
    stop, role, actor = past_apposition(line, stop, named.voices)
    voices = tuple(replace(voice, role=voice.role or role, actor=voice.actor or actor) for voice in named.voices)
    ahead = opens(line, cue.first) or line.has(cue.first - 1, "complement")
    if "weak" in cue.takes and not ahead:
        return None, taken
    if ahead:
        begin = stop
        while line.form(begin) in PAUSES or line.form(begin) == ":":
            begin += 1
        return Said(cue, voices, [(begin, line.last)], cue.first, stop, relays, via, role=role), max(taken, stop)
    content = [(clause_start(line, cue.first), trimmed(line, cue.first))]
    if line.form(cue.first - 1) in PAUSES and line.form(stop) in PAUSES and not _breaks(line, stop + 1):
        content.append((stop + 1, line.last))
    return Said(cue, voices, content, cue.first, stop, relays, via, trailing=True, role=role), max(taken, stop)


def _own_words(line: Line, cue: Cue) -> Said | None:
    """ "as he put it": the words of the one who spoke last."""
    content = (clause_start(line, cue.first), trimmed(line, cue.first))
    if content[1] - content[0] < 3:
        return None
    said = Said(cue, (), [content], cue.first, cue.last, trailing=True)
    said.continues = True
    return said


def opens(line: Line, at: int) -> bool:
    """Whether nothing but joining words stands before a cue."""
    return all(line.kind(j) == "punctuation" or line.has(j, "and", "have") for j in range(line.first, at))


def _breaks(line: Line, at: int) -> bool:
    """Whether a clause of its own begins: a conjunction stands there, or is written onto the word."""
    cue = line.cue_at.get(at)
    return (
        line.has(at, "contrast", "but", "and", "relative", "have")
        or (cue is not None and cue.finite)
        or any("and" in mention.features for mention in line.at.get(at, ()))
    )
