"""Speech in the passive ("was quoted as saying", "announced by X"), and what stands behind a name that has been found."""

from dataclasses import dataclass, replace

from tawatur.attribution.cased import phrase
from tawatur.attribution.line import Cue, Line
from tawatur.attribution.pseudonyms import called_so
from tawatur.attribution.said import Said
from tawatur.attribution.subject import before, explained_body
from tawatur.attribution.tail import passing_on, tail
from tawatur.attribution.voice import Phrase, Voice


@dataclass(frozen=True, slots=True)
class Completed:
    """A phrase with its apposition: who, through whom, as what, and where it ends."""

    voices: tuple[Voice, ...]
    stop: int
    relays: tuple[Voice, ...] = ()
    role: str | None = None


def completed(line: Line, named: Phrase) -> Completed:
    """Read on behind a phrase: the name of an office, the office of a name, who saw or published a paper."""
    voice = named.voices[0]
    if voice.kind == "document" or _told(line, named):
        for j in range(named.core, min(named.last + 8, line.last)):
            cue = line.cue_at.get(j)
            takes = cue.takes if cue is not None and "participle" in cue.features else frozenset[str]()
            if takes & {"sees", "publishes"} or line.has(j, "gathers"):
                agent = next((k for k in range(j + 1, min(j + 5, line.last)) if line.has(k, "agent")), None)
                other = phrase(line, agent + 1, line.last) if agent is not None else None
                if other is not None and ("sees" in takes or ("carries" in takes and other.voices[0].kind == "agency")):
                    return Completed(named.voices, other.last, tuple(v for v in other.voices if v.kind == "agency"))
                if other is not None:
                    return Completed(other.voices, other.last)
    if voice.how == "noun" and len(named.voices) == 1 and (name := called_so(line, named.core, line.last)) is not None:
        return Completed((replace(name, role=voice.text, actor=voice.actor),), name.last, role=voice.text)
    stop = named.last if line.kind(named.last) == "punctuation" or named.last >= line.last else named.core
    if line.form(stop) != ",":
        if line.has(stop, "indefinite", "definite") and len(named.voices) == 1 and voice.named:
            role = phrase(line, stop, line.last)
            if role is not None:
                return Completed(
                    (replace(voice, actor=voice.actor or role.voices[0].actor, role=line.words_of(stop, role.core)),), role.last
                )
        return Completed(named.voices, named.last if stop == named.last else stop)
    other = phrase(line, stop + 1, line.last)
    if other is None or len(named.voices) > 1:
        return Completed(named.voices, stop)
    near = other.voices[0]
    if (
        voice.how == "noun"
        and voice.kind in ("person", "unnamed")
        and near.named
        and near.kind == "person"
        and line.kind(other.core) == "punctuation"
    ):
        return Completed((replace(near, role=voice.text, actor=near.actor or voice.actor),), other.last, role=voice.text)
    if voice.named and (body := explained_body(line, voice, near)) is not None:
        return Completed((body,), other.last, role=near.text)
    if (
        voice.named
        and voice.kind in ("person", "organisation")
        and (near.how in ("noun", "unknown"))
        and (line.has(stop + 1, "indefinite", "definite") or line.mention(stop + 1, "voices") is not None)
    ):
        kind = "person" if near.kind in ("person", "unnamed") and voice.known is None and near.how == "noun" else voice.kind
        return Completed(
            (replace(voice, kind=kind, role=near.text, actor=voice.actor or near.actor),), other.last, role=near.text
        )
    return Completed(named.voices, stop)


def _told(line: Line, named: Phrase) -> bool:
    """Whether a phrase names no people but what is told: "figures"."""
    noun = line.mention(named.core - 1, "voices")
    return noun is not None and noun.attrs.get("via") == "told" and len(named.voices) == 1


def passive(line: Line, cue: Cue, verb: int) -> Said | None:
    """ "X was quoted (by Y) as saying …", "the deal was announced by X"."""
    agent = cue.last
    while (
        "quoted" not in cue.takes
        and agent < cue.last + 5
        and line.has(agent, "time", "adverb", "preposition")
        and not line.has(agent, "agent")
    ):
        agent += 1
    if "quoted" in cue.takes:
        agent = next((j for j in range(cue.last, min(cue.last + 7, line.last)) if line.has(j, "agent")), -1)
    by = phrase(line, agent + 1, _charge(line, cue, agent)) if agent >= 0 and line.has(agent, "agent") else None
    if "quoted" in cue.takes:
        subject = before(line, verb, line.first)
        as_saying = next(
            (
                j
                for j in range(cue.last, min(cue.last + 24, line.last))
                if line.has(j, "as") and (other := line.cue_at.get(j + 1)) is not None and "ing" in other.features
            ),
            None,
        )
        if subject is None or as_saying is None:
            return None
        after = tail(line, line.cue_at[as_saying + 1])
        if by is None and line.has(after.at, "agent"):
            by = phrase(line, after.at + 1, line.last)
            after.at = by.core if by is not None else after.at
            after = tail(line, cue, after.at)
        content = [(after.at, line.last)] if after.opens not in ("end", "comma") else [(line.first, subject.start)]
        relays = (*(by.voices if by is not None else ()), *passing_on(after))
        return Said(cue, subject.voices, content, subject.start, after.at, relays, after.via)
    if by is None or all(voice.how == "unknown" for voice in by.voices):
        return None
    if "sees" in cue.takes or cue.act == "believe" or not cue.takes & {"object", "publishes"}:
        return None
    done = completed(line, by)
    subject = before(line, verb, line.first)
    start = subject.start if subject is not None else max(line.first, cue.first - 8)
    return Said(
        cue,
        done.voices,
        [(start, cue.first), *([(done.stop, line.last)] if cue.act == "accuse" else [])],
        cue.first,
        done.stop,
        done.relays,
        cue.via,
        aside=True,
        role=done.role,
        denies="denies" in cue.takes,
    )


def _charge(line: Line, cue: Cue, agent: int) -> int:
    """Where what somebody is accused of begins: "accused by X of shelling …"."""
    if cue.act != "accuse":
        return line.last
    return next((j for j in range(agent + 2, min(agent + 16, line.last)) if line.has(j, "of") and _deed(line, j + 1)), line.last)


def _deed(line: Line, at: int) -> bool:
    return line.kind(at) == "word" and not line.capital(at) and not line.has(at, "determiner")


def reduced(line: Line, cue: Cue) -> Said | None:
    """ "the figures released by X": what a paper says, where it is no paper that a verb of its own follows."""
    agent = cue.last
    while agent < cue.last + 3 and (line.has(agent, "time") or (line.has(agent, "preposition") and line.has(agent + 1, "time"))):
        agent += 1
    if not line.has(agent, "agent") or line.has(cue.first - 1, "have"):
        return None
    if "sees" in cue.takes or not cue.takes & {"object", "publishes"} or "participle" not in cue.features:
        return None
    if "publishes" in cue.takes and not any(
        (m := line.mention(j, "voices")) is not None and m.attrs.get("kind") in ("document", "unnamed", "medium")
        for j in range(max(line.first, cue.first - 4), cue.first)
    ):
        return None
    by = phrase(line, agent + 1, _charge(line, cue, agent))
    if by is None or any(voice.how == "unknown" for voice in by.voices):
        return None
    if cue.act == "demand" and all(voice.kind in ("agency", "correspondent") for voice in by.voices):
        return None  # "asked by the Post": a question
    if "carries" in cue.takes:
        by = replace(by, voices=tuple(_passing(voice) for voice in by.voices))
    done = completed(line, by)
    return Said(
        cue,
        done.voices,
        [(max(line.first, cue.first - 4), cue.first)],
        cue.first,
        done.stop,
        done.relays,
        cue.via,
        aside=True,
        role=done.role,
    )


def _passing(voice: Voice) -> Voice:
    """Who carries a statement passes it on, though nobody knows the name."""
    return replace(voice, kind="agency") if voice.known is None and voice.how == "name" else voice
