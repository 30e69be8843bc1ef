"""One act of speech in a sentence: its cue, who is made to speak, and the tokens that are said."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tawatur.attribution.line import ATTACHED, Cue, Line
from tawatur.attribution.pseudonyms import called_so
from tawatur.attribution.voice import Phrase, Voice
from tawatur.text import COMMAS

_CLAUSE = 16
"""Tokens within which the comma stands behind a clause that opens a sentence."""
_Phrases = Callable[[Line, int, int], Phrase | None]
_Between = Callable[[Line, int, int], tuple[tuple[Voice, ...], str | None, int]]


@dataclass(slots=True)
class Said:
    """What a construction gave; mutable while the sentence is being read, never after.

    `voices` is empty where the verb leaves out who speaks. `relays` stand between the outlet and the voices. `start` is where
    the clause of speech begins (subject or cue, whichever comes first), `stop` where it ends. `trailing` when the words come
    before it, and it governs them as a whole. `joined` when it stands beside what came before, not under it.
    """

    cue: Cue
    voices: tuple[Voice, ...]
    content: list[tuple[int, int]]
    start: int
    stop: int
    relays: tuple[Voice, ...] = ()
    via: str | None = None
    trailing: bool = False
    joined: bool = True
    denies: bool = False
    continues: bool = False
    aside: bool = False  # said in passing of one thing; stands under nothing and cuts nothing
    role: str | None = None
    actor: str | None = None
    governs: list["Said"] = field(default_factory=list)
    parents: list["Said"] = field(default_factory=list)


def headed(line: Line, phrase: _Phrases, between: _Between | None = None) -> list[Said]:
    """A headline's way: "Activists: forty hurt in Alpha"; in a running report behind the hour, and with its paper."""
    first = line.first
    while first < line.last and line.kind(first) != "word":
        first += 1
    colon = next((j for j in range(first + 1, min(first + 12, line.last)) if line.form(j) == ":"), None)
    if colon is None or line.last - colon < 4 or any(cue.finite and cue.first < colon for cue in line.cues):
        return []
    named = phrase(line, first + line.has(first, "from"), colon)
    if named is None or any(voice.how in ("unknown", "bare", "pronoun") for voice in named.voices):
        return []
    if line.words.capitals and line.sentence.role != "title" and _label(named.voices[0]):
        return []
    relays, via, behind = between(line, named.last, colon) if between is not None else ((), None, named.last)
    voices = named.voices
    if behind != colon and (origin := _cited_by(line, named.last, colon, phrase)) is not None:
        mark = Cue(colon, colon + 1, "say", frozenset(), frozenset(), "")
        return [Said(mark, origin, [(colon + 1, line.last)], first, colon + 1, voices)]
    if behind != colon and line.has(behind, "preposition") and _placed(line, behind, colon):
        behind = colon  # "Our correspondent in Alpha: …"
    if behind != colon and (role := _explained(line, named, colon)) is not None:
        voices, behind = (replace(voices[0], role=voices[0].role or role),), colon
    if behind != colon:
        return []
    cue = Cue(colon, colon + 1, "say", frozenset(), frozenset(), "")
    return [Said(cue, voices, [(colon + 1, line.last)], first, colon + 1, relays, via)]


def _label(voice: Voice) -> bool:
    """Whether one capitalised word before a colon, which nobody knows, may as well be a label: "Subject: …"."""
    return voice.how == "name" and voice.known is None and not voice.role and len(voice.name.split()) < 2


def _placed(line: Line, at: int, colon: int) -> bool:
    """Whether a few words up to a colon only tell where somebody is."""
    return colon - at < 7 and all(line.kind(j) == "word" and j not in line.cue_at and not line.verb(j) for j in range(at, colon))


def _cited_by(line: Line, at: int, colon: int, phrase: _Phrases) -> tuple[Voice, ...] | None:
    """Who is cited by whom a line names first: "The agency, citing an official: …"."""
    at += line.form(at) in COMMAS
    cue = line.cue_at.get(at)
    named = phrase(line, cue.last, colon) if cue is not None and "through" in cue.takes else None
    return named.voices if named is not None and all(voice.how != "unknown" for voice in named.voices) else None


def _explained(line: Line, named: Phrase, colon: int) -> str | None:
    """What a name is said to be up to a colon: "Ada Roy, a grocer in Alpha: “…”"."""
    at = next((j for j in (named.core, named.last) if line.form(j) in COMMAS), None)
    alone = len(named.voices) == 1 and named.voices[0].kind == "person" and named.voices[0].how == "name"
    if at is None or not alone or any(line.verb(j) for j in range(at, colon)):
        return None
    return line.words_of(at + 1, colon)


_PASSING = frozenset({"agency", "organisation", "document", "correspondent"})
"""Kinds of voices that pass on what others say."""


def through(found: list[Said]) -> list[Said]:
    """ "the agency reported, citing X": X speaks, and the agency passes it on."""
    citing = [said for said in found if "through" in said.cue.takes]
    for said in citing:
        others = [other for other in found if other not in citing and other.voices]
        if all(voice.how == "unknown" for voice in said.voices) or not others:
            continue
        near = min(others, key=lambda other: abs(other.cue.first - said.cue.first))
        if near.cue.act == "report":  # who reports and cites another is a paper, though its name looks like a person's
            near.voices = tuple(replace(voice, kind="agency") if _lone(voice) else voice for voice in near.voices)
        if all(voice.kind in _PASSING for voice in near.voices) and not near.relays:
            near.relays, near.voices = near.voices, said.voices
    return [
        said
        for said in found
        if said not in citing or (len(found) == len(citing) and any(voice.how != "unknown" for voice in said.voices))
    ]


def _lone(voice: Voice) -> bool:
    """Whether a voice is one word that nobody knows, and that was taken for a person's name."""
    return voice.kind == "person" and voice.how == "name" and not (voice.known or voice.role) and " " not in voice.name


def topic_of(line: Line, phrase: _Phrases) -> Voice | None:
    """The person or body that a sentence names first, near its beginning: the packs know it, or it is written like a name."""
    named = phrase(line, line.first, _name_end(line)) if line.words.capitals else None
    voice = named.voices[0] if named is not None and len(named.voices) == 1 else None
    if voice is not None and (explained := _named_behind(line, named, voice, phrase)) is not None:
        return explained
    if voice is not None and voice.how == "name" and voice.kind in ("person", "organisation") and _proper(line, voice):
        return voice
    if voice is not None and voice.how == "noun" and voice.kind in ("person", "organisation") and voice.definite:
        return voice
    if line.words.capitals and line.has(line.first, "self") and (met := _met(line, phrase)) is not None:
        return met
    if line.words.capitals and (behind := _behind_clause(line, phrase)) is not None:
        return behind
    if not line.words.capitals and (doing := _doing(line, phrase)) is not None:
        return doing
    for at in range(line.first, min(line.first + 8, line.last)):
        name = line.name(at)
        if name is not None and not name.features & ATTACHED and not (at > line.first and line.capital(at - 1)):
            kind = "person" if name.kind == "person" else "organisation"
            actor = name.attrs.get("actor") if kind == "person" else name.attrs.get("id") if name.kind == "actor" else None
            return Voice(
                at,
                name.last,
                line.words_of(at, name.last),
                name.form,
                kind,
                "name",
                line.form(name.last - 1),
                actor,
                known=name.attrs.get("id"),
            )
    return None


def _behind_clause(line: Line, phrase: _Phrases) -> Voice | None:
    """The person named right behind a clause or phrase of time that opens the sentence: "Hours before it, Ada Roy spoke"."""
    comma = next((j for j in range(line.first + 1, min(line.first + _CLAUSE, line.last)) if line.form(j) == ","), None)
    if comma is None or not any(line.has(j, "subordinate", "preposition", "time") for j in range(line.first, comma)):
        return None
    named = phrase(line, comma + 1, line.last)
    voice = named.voices[0] if named is not None and len(named.voices) == 1 else None
    full = voice is not None and voice.kind == "person" and voice.how == "name" and (voice.role or voice.known)
    return voice if full else None


def _doing(line: Line, phrase: _Phrases) -> Voice | None:
    """The person who did something, right behind the verb that opens the sentence: "The commander received us"."""
    at = line.first
    while at < line.last and (line.kind(at) != "word" or line.has(at, "have", "not", "time", "and")):
        at += 1
    known = line.mention(at, "voices", "titles") is not None or line.name(at) is not None
    for begin in (at,) if known else (at + 1, at):
        named = phrase(line, begin, line.last)
        if named is None or len(named.voices) > 1 or line.has(begin, "same"):
            continue
        voice = named.voices[0]
        if voice.kind == "person" and not voice.plural and voice.how in ("name", "noun"):
            return voice
    return None


def _name_end(line: Line) -> int:
    """Where a full name that opens the sentence ends, if a word follows that nobody knows; else the sentence's end."""
    at = line.first
    while at < line.last and line.capital(at) and line.name(at) is None:
        at += 1
    known = bool(line.at.get(at)) or line.has(at, "inname", "preposition", "determiner") or line.kind(at) != "word"
    return line.last if at - line.first < 2 or known else at


def _met(line: Line, phrase: _Phrases) -> Voice | None:
    """Whom the reporter met or called: "We reached Colonel Ada Roy by phone"."""
    for at in range(line.first + 2, min(line.first + 9, line.last)):
        named = phrase(line, at, line.last) if line.capital(at) or line.has(at, "determiner") else None
        if named is not None and len(named.voices) == 1:
            voice = called_so(line, named.core, line.last) or named.voices[0]
            sure = voice.how == "noun" or bool(voice.role) or len(voice.name.split()) > 1
            return voice if voice.kind in ("person", "unnamed") and voice.how in ("name", "noun") and sure else None
    return None


def _named_behind(line: Line, office: Phrase | None, voice: Voice, phrase: _Phrases) -> Voice | None:
    """Who holds the office that a sentence begins with: "Alpha's president, Ada Roy, ruled that out"."""
    if office is None or voice.how != "noun" or voice.kind not in ("person", "unnamed") or line.form(office.last) != ",":
        return None
    close = next((j for j in range(office.last + 1, min(office.last + 8, line.last)) if line.form(j) == ","), office.last)
    named = phrase(line, office.last + 1, close)
    if named is None or len(named.voices) > 1 or named.last != close or named.voices[0].how != "name":
        return None
    return replace(named.voices[0], kind="person", role=voice.text, actor=named.voices[0].actor or voice.actor)


def _proper(line: Line, voice: Voice) -> bool:
    """Whether every word of a voice behind its article is written like a name."""
    first = voice.first + 1 if line.has(voice.first, "definite") else voice.first
    return all(
        line.capital(j) or line.has(j, "inname", "nameprefix") or line.kind(j) == "punctuation" for j in range(first, voice.last)
    )
