"""Who stands before a verb of speech: the subject in its clause, past appositions, relative clauses and phrases of time."""

from dataclasses import dataclass, replace

from tawatur.attribution.cased import phrase
from tawatur.attribution.cased_voice import head_of
from tawatur.attribution.line import Line
from tawatur.attribution.pseudonyms import called_so
from tawatur.attribution.voice import Phrase, Voice
from tawatur.records.swift import swift
from tawatur.text import QUOTES

BREAKS = frozenset(",;:—–()[]")
PRONOUNS = ("person", "people", "thing", "self")
"""Roles of words that are a subject by themselves: he, they, it, we."""
FAR = 26  # tokens that may stand between a subject's phrase and its verb


@swift
@dataclass(frozen=True, slots=True)
class Subject:
    """The voices, the token at which their phrase begins, and the role that an apposition gives."""

    voices: tuple[Voice, ...]
    start: int
    role: str | None = None
    adjacent: bool = False


def before(line: Line, verb: int, floor: int) -> Subject | None:
    """The subject of a verb, looked for to its left, no further than `floor`."""
    found = _before(line, verb, floor)
    if found is None:
        return None
    voice = found.voices[0]
    if len(found.voices) == 1 and voice.how == "noun" and (name := called_so(line, voice.last, verb)) is not None:
        return replace(found, voices=(replace(name, role=voice.text, actor=voice.actor),), role=voice.text)
    return _listed(line, found, floor)


def _listed(line: Line, found: Subject, floor: int) -> Subject:
    """With those who are named before the comma of a list: "Alda, Korland and the council"."""
    voices, start = found.voices, found.start
    while len(voices) > 1 and start - 1 > floor and line.form(start - 1) == ",":
        begin = _between_commas(line, start - 1, floor)
        named = phrase(line, begin, start - 1)
        if named is None or named.last < start - 1 or any(voice.how in ("unknown", "pronoun") for voice in named.voices):
            break
        voices, start = (*named.voices, *voices), begin
    return found if start == found.start else replace(found, voices=voices, start=start)


def _before(line: Line, verb: int, floor: int) -> Subject | None:
    at = verb
    while at > floor and line.has(at - 1, "adverb", "have", "be", "modal", "not"):
        at -= 1
    while at > floor + 1 and line.has(at - 1, "time") and line.has(at - 2, "preposition", "time") and not _names(line, at - 2):
        at -= 2  # "the army on Monday blamed"
    if at <= floor:
        return None
    if line.form(at - 1) == ")":
        bracket = next((j for j in range(at - 2, max(floor, at - 14), -1) if line.form(j) == "("), None)
        if bracket is not None and bracket > floor:
            at = bracket
    if line.form(at - 1) in (",", "–", "—", ")", "-"):
        return _past_apposition(line, at, floor)
    if line.has(at - 1, "relative") or (line.has(at - 1, "relativiser") and at - 1 > floor):
        return _antecedent(line, at - 1, floor)
    found = _in_segment(line, _segment(line, at, floor), at)
    if found is None:
        return None
    return _with_title(line, found, floor)


def _segment(line: Line, at: int, floor: int) -> int:
    """Where the stretch between the last break and the verb begins."""
    j = at - 1
    while j >= floor:
        if line.kind(j) == "punctuation" and (line.form(j) in BREAKS or line.form(j) in '"“”«»'):
            return j + 1
        if line.has(j, "complement") and not line.has(j, "definite"):
            return j + 1
        if line.has(j, "contrast", "but"):
            return j + 1
        j -= 1
    return floor


def _in_segment(line: Line, begin: int, verb: int) -> Subject | None:
    """The first phrase of a segment that can be the verb's subject: nothing but its own modifiers stands between."""
    at = begin
    best: Subject | None = None
    last_resort: Subject | None = None
    modified = False
    while at < verb:
        if line.has(at, "preposition") and line.name(at) is None:
            at = _over(line, at + 1, verb)
            continue
        if (
            line.has(at, "time", "and", "subordinate", "relative", "adverb", "as", "be", "have", "modal", "expletive")
            and not _names(line, at)
            and not (best is not None and line.has(at, "doing"))
            and not (at + 1 == verb and line.has(at, "thing"))
        ) or line.kind(at) == "punctuation":
            at += 1
            continue
        if best is not None and _doing(line, best, at):
            at = max(at + 1, _over(line, at + line.has(at, "doing"), verb))  # "families fleeing the town"
            continue
        if best is not None and line.verb(at) and not line.capital(at) and not _names(line, at):
            at += 1  # "residents reached by phone"
            continue
        found = phrase(line, at, verb)
        if found is None:
            at = max(at + 1, _over(line, at, verb))
            continue
        if _reaches(line, found, verb):
            role = None
            known = all(voice.how != "unknown" for voice in found.voices)
            if found.last == verb or found.core == verb:
                if known and (best is None or not _explained(line, best, found)):
                    return Subject(found.voices, found.first, role, adjacent=True)
                last_resort = Subject(found.voices, found.first, role, adjacent=True)
                break
            if best is None and known:
                best = Subject(found.voices, found.first, role)
                modified = line.has(found.core, "preposition", "relative") or (
                    found.voices[0].named and line.has(found.core, "indefinite", "definite")
                )
        at = max(at + 1, found.core)
    if last_resort is not None and (best is None or not modified):
        return last_resort if all(voice.how == "unknown" for voice in last_resort.voices) or best is None else best
    return best


def _doing(line: Line, best: Subject, at: int) -> bool:
    """Whether right behind a noun stands what those people are doing, and what follows is its object."""
    behind = best.voices[-1].last
    if at - 1 <= behind <= at and line.has(at, "doing"):
        return True
    return at - 1 <= behind <= at and any("ing" in mention.features for mention in line.at.get(behind, ()))


def _explained(line: Line, best: Subject, found: Phrase) -> bool:
    """Whether a phrase right before the verb is only the apposition of the name before it."""
    role = found.voices[0].how == "noun" and found.voices[0].kind in ("person", "unnamed")
    if line.has(found.first, "indefinite") and best.voices[-1].last == found.first:
        return True  # an apposition that has lost its commas: "the Observatory a war monitor said"
    if line.has(best.voices[-1].last, "relative") and found.first > best.voices[-1].last + 1:
        return True  # "the group which has sources in Alpha": what the relative clause holds is no subject
    return (
        best.voices[0].named
        and best.voices[0].kind == "person"
        and (
            line.has(found.first, "indefinite")
            or (role and line.has(found.first, "definite") and best.voices[-1].last == found.first)
        )
    )


def _names(line: Line, at: int) -> bool:
    return line.name(at) is not None or line.mention(at, "voices", "titles") is not None


def _over(line: Line, at: int, verb: int) -> int:
    """Past the noun phrase that a preposition governs: it is never a subject."""
    found = phrase(line, at, verb)
    j = max(at, found.core if found else at)
    while j < verb and line.kind(j) == "word" and not line.has(j, "preposition", "relative", "complement", "and", "determiner"):
        if found and j > found.core:
            break
        if j > at and (_names(line, j) or (j + 1 == verb and line.has(j, *PRONOUNS))):
            break  # "on her channel she wrote"
        j += 1
    return j


def _reaches(line: Line, found: Phrase, verb: int) -> bool:
    """Whether only modifiers stand between a phrase and the verb: no other verb that would take the subject first."""
    if verb - found.last > FAR:
        return False
    relative = False
    for j in range(found.core, verb):
        if line.has(j, "relative"):
            relative = True
        elif (line.has(j, "be", "have", "modal", "not") and not relative and not line.has(j, "and")) or (
            j in line.cue_at
            and line.cue_at[j].finite
            and not relative
            and line.mention(j, "voices") is None
            and not line.has(j - 1, "determiner")
            and ("participle" not in line.cue_at[j].features or not line.has(line.cue_at[j].last, "preposition", "subordinate"))
        ):
            return False
    return True


def _past_apposition(line: Line, at: int, floor: int) -> Subject | None:
    """A comma stands before the verb: leap back over what is set in commas to the name that it explains."""
    edge = at - 1
    role: str | None = None
    candidate: Subject | None = None
    for _ in range(6):
        if line.form(edge - 1) == ")":
            edge = next((j for j in range(edge - 2, max(floor, edge - 12), -1) if line.form(j) == "("), edge)
        begin = _between_commas(line, edge, floor)
        if begin >= edge:
            if begin <= floor:
                break
            edge = begin - 1
            continue
        if line.has(begin, "and") and candidate is not None and line.form(begin - 1) == ",":
            return _beside(line, candidate, begin, edge, floor)
        begin += line.has(begin, "but", "and", "contrast") and begin + 1 < edge
        called = _called(line, begin, edge)
        found = called or phrase(line, begin, edge)
        if called is not None and line.form(begin - 1) == ",":
            candidate, edge = Subject(called.voices, begin, adjacent=True), begin - 1
            near = phrase(line, _between_commas(line, edge, floor), edge)
            if near is not None and near.voices[0].how == "noun":
                voice = replace(called.voices[0], kind="person", role=near.voices[0].text, actor=near.voices[0].actor)
                return Subject((voice,), near.first, near.voices[0].text, adjacent=True)
            continue
        if found is not None and all(voice.how != "unknown" for voice in found.voices):
            merged = _merge(candidate, found, line)
            if merged is not None:
                return merged
            thing = line.has(edge + 1, "thingrelative") and line.form(edge) == ","
            voices = tuple(
                replace(v, kind="organisation") if thing and v.known is None and v.kind == "person" and not v.role else v
                for v in found.voices
            )
            candidate = Subject(voices, found.first, role, adjacent=True)
            if found.voices[0].named and not line.has(begin, "indefinite"):
                return _with_title(line, candidate, floor)
            role = line.words_of(begin, edge)
        elif (candidate is not None and not _appositional(line, begin)) or (found is None and not _appositional(line, begin)):
            break
        if begin <= floor or line.form(begin - 1) not in (",", "–", "—", "(", "-"):
            break
        edge = begin - 1
    return candidate


def _beside(line: Line, role: Subject, at: int, edge: int, floor: int) -> Subject:
    """Two who are named with their offices: "Ada Roy, the chancellor, and Ben Kay, the president, urged"."""
    named = phrase(line, at + 1, edge)
    merged = _merge(role, named, line) if named is not None and named.last == edge else None
    first = _past_apposition(line, at, floor) if merged is not None else None
    if merged is None or first is None:
        return merged or role
    return Subject((*first.voices, *merged.voices), first.start, adjacent=True)


def _between_commas(line: Line, at: int, floor: int) -> int:
    """Where what stands between commas before a token begins."""
    return next(
        (j + 1 for j in range(at - 1, floor - 1, -1) if line.kind(j) == "punctuation" and line.form(j) in BREAKS | QUOTES), floor
    )


def _merge(candidate: Subject | None, found: Phrase, line: Line) -> Subject | None:
    """An unnamed role stood nearer to the verb: the name before it is the speaker."""
    if candidate is None or not found.voices[0].named:
        return None
    near = candidate.voices[0]
    if (body := explained_body(line, found.voices[0], near)) is not None:
        return Subject((body,), found.first, near.text, adjacent=True)
    if near.how == "noun" and near.kind in ("person", "unnamed"):
        voices = tuple(replace(voice, actor=voice.actor or near.actor, role=voice.role or near.text) for voice in found.voices)
        return Subject(voices, found.first, near.text, adjacent=True)
    return Subject(found.voices, found.first, None, adjacent=True)


def explained_body(line: Line, name: Voice, near: Voice) -> Voice | None:
    """A name that nobody knows, and that its apposition calls a body: "Alpha Watch, a monitoring group,"."""
    noun = head_of(line, near.first, near.last)
    kind = noun.attrs.get("kind") if noun is not None else None
    if near.how != "noun" or name.known is not None or name.role or kind not in ("organisation", "agency", "body"):
        return None
    return replace(name, kind="agency" if kind == "agency" else "organisation", role=near.text)


def _called(line: Line, begin: int, edge: int) -> Phrase | None:
    """ "…, known as Abu Alpha,": the name of whom stands before it."""
    if not line.has(begin, "called"):
        return None
    named = phrase(line, begin + (2 if line.has(begin + 1, "as") else 1), edge)
    return named if named is not None and named.voices[0].how == "name" else None


def _appositional(line: Line, begin: int) -> bool:
    cue = line.cue_at.get(begin)
    if cue is not None and (cue.features & {"ing", "participle"} or cue.act == "cite"):
        return True
    return line.has(begin, "relative", "indefinite", "definite", "preposition", "subordinate", "theirs") or (
        line.kind(begin) == "number" or line.mention(begin, "voices") is not None or line.capital(begin)
    )


def _with_title(line: Line, found: Subject, floor: int) -> Subject:
    """A bare name between commas after its office: "the French president, Ada Roy, said"."""
    voice = found.voices[0]
    if len(found.voices) > 1 or found.start <= floor + 1 or line.form(found.start - 1) != ",":
        return found
    if not voice.named:
        return _with_name(line, found, floor)
    begin = _segment(line, found.start - 1, floor)
    office = phrase(line, begin, found.start - 1)
    while office is not None and office.first < found.start - 1 and office.last < found.start - 1:
        office = None
    if office is None or office.voices[0].how != "noun" or office.voices[0].kind not in ("person", "unnamed"):
        return found
    near = office.voices[0]
    named = replace(
        voice,
        role=near.text,
        actor=voice.actor or near.actor,
        kind="person" if voice.kind == "organisation" and voice.known is None else voice.kind,
    )
    return Subject((named,), office.first, near.text, adjacent=found.adjacent)


def _with_name(line: Line, found: Subject, floor: int) -> Subject:
    """A role whose name stands between commas before it: "…, Ada Roy, a nurse in X said"."""
    voice = found.voices[0]
    begin = _segment(line, found.start - 1, floor)
    named = phrase(line, begin, found.start - 1)
    if (
        voice.how != "noun"
        or voice.kind not in ("person", "unnamed")
        or named is None
        or named.last < found.start - 1
        or (len(named.voices) > 1 or named.voices[0].kind != "person" or named.voices[0].how != "name")
    ):
        return found
    name = named.voices[0]
    return Subject(
        (replace(name, role=voice.text, actor=name.actor or voice.actor),), named.first, voice.text, adjacent=found.adjacent
    )


def _antecedent(line: Line, relative: int, floor: int) -> Subject | None:
    """ "…, who said": the phrase right before the relative word."""
    edge = relative - 1 if line.form(relative - 1) == "," else relative
    begin = _segment(line, edge, floor)
    last: Subject | None = None
    at = begin
    core = begin
    while at < edge:
        found = phrase(line, at, edge) if at >= core or not line.capital(at) else None  # no part of a name is another one
        body = last is not None and found is not None and found.voices[0].kind not in ("person", "unnamed")
        if body and not line.has(relative, "thingrelative", "relativiser"):
            break  # "a doctor at the clinic, who said": a body is no "who"
        if found is not None and found.last >= edge and all(voice.how != "unknown" for voice in found.voices):
            last, core = Subject(found.voices, found.first, adjacent=True), found.core
        at = max(at + 1, found.core if found is not None and found.core < edge else at + 1)
    return last
