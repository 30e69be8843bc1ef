"""A name that comes later than its office: in brackets, behind a comma or a place, or where he says what he is called."""

from dataclasses import dataclass, replace

from tawatur.attribution.line import ATTACHED, Line
from tawatur.attribution.plain_voice import NAME, STOPPING, namelike
from tawatur.attribution.voice import Voice, party_voice
from tawatur.records import Mention
from tawatur.text import PAUSES, QUOTES

FAR = 9  # tokens from an office to its name


@dataclass(frozen=True, slots=True)
class Start:
    """Where a later name begins (`at`) and the office ends (`core`). `sure`: something says that a name follows."""

    core: int
    at: int
    sure: bool = False
    behind: bool = False  # the name follows the place where the office is held


def late_name(line: Line, core: int, end: int, voices: tuple[Voice, ...]) -> tuple[int, tuple[Voice, ...]]:
    """The voices of a phrase, the last one named, and where the phrase ends now; as they were if no name follows."""
    voice = voices[-1]
    lone = voice.how == "bare" and voice.last - voice.first == 1  # a noun that nobody knows, unless he is called something
    lone = (lone and _called(line, core, end) is not None) or _of_a_place(line, core, voice)
    if len(voices) > 1 or voice.how == "unknown" or (voice.named and not lone):
        return core, voices
    if (group := _self_called(line, core, end, voice)) is not None:
        return group.last, (group,)
    if voice.kind not in ("person", "unnamed", "correspondent"):
        return core, voices
    start = _start(line, core, end, voice)
    if start is None:
        return core, voices
    known = line.name(start.at)
    if known is not None and known.kind == "person":
        return known.last, (_known(line, voice, start.at, known),)
    stop = _stop(line, start, end)
    if not (_ended(line, start, stop, end) and _fits(line, start, stop)):
        return core, voices
    first = start.at
    if stop - first == 1:  # a lone name keeps its title
        first = next((m.first for k in range(start.core, first) for m in line.at.get(k, ()) if _titles(m, first)), first)
    name, text, head = line.words_of(first, stop), line.words_of(voice.first, stop), line.form(stop - 1)
    stop += start.sure and line.form(stop) in QUOTES
    return stop, (replace(voice, name=name, text=text, kind=_kind(voice), how="name", head=head, role=voice.text, last=stop),)


def _of_a_place(line: Line, core: int, voice: Voice) -> bool:
    """Whether what was taken for a name is where the office is held, for a title and a name follow behind a comma."""
    alone = voice.how == "name" and voice.role is not None and len(voice.name.split()) == 1 and voice.kind == "person"
    return alone and voice.text != voice.name and line.form(core) in PAUSES and _past_titles(line, core + 1) > core + 1


def _kind(voice: Voice) -> str:
    return "correspondent" if voice.kind == "correspondent" else "person"


def _titles(mention: Mention, last: int) -> bool:
    return mention.kind == "titles" and mention.last == last and mention.attrs.get("kind") != "called"


def _known(line: Line, voice: Voice, at: int, person: Mention) -> Voice:
    return replace(
        voice,
        name=person.form,
        kind=_kind(voice),
        how="name",
        head=line.form(person.last - 1),
        known=person.attrs.get("id"),
        actor=person.attrs.get("actor") or voice.actor,
        role=voice.text,
        first=at,
        last=person.last,
    )


def _self_called(line: Line, core: int, end: int, voice: Voice) -> Voice | None:
    """ "a group that calls itself “The Shield”": the name that it gives itself."""
    for j in range(core, min(core + FAR, end)):
        if line.has(j, "complement") or line.form(j) in PAUSES:
            return None
        mark = next((k for k in (j + 1, j + 2) if line.form(k) in QUOTES), None)
        if not line.has(j, "same") or mark is None:
            continue
        close = next((k for k in range(mark + 1, min(mark + 2 + NAME, end)) if line.form(k) in QUOTES), None)
        if close is None or close == mark + 1:
            return None
        name = line.words_of(mark + 1, close)
        called = replace(voice, name=name, text=name, how="name", head=line.form(close - 1), last=close + 1)
        known = line.name(mark + 1)
        if known is not None and known.kind == "actor" and known.last == close:
            return replace(party_voice(called, known, called.head), last=close + 1)
        head = line.mention(voice.first, "voices")
        group = head is not None and head.attrs.get("kind") in ("organisation", "agency", "body")
        return replace(called, kind="organisation" if group else "person")
    return None


def _start(line: Line, core: int, end: int, voice: Voice) -> Start | None:
    called = _called(line, core, end)
    if called is not None:
        return called
    bracket = next((k for k in range(core, min(core + FAR, end)) if line.form(k) == "("), None)
    if bracket is not None and not any(
        line.has(k, "complement", "relative") or line.form(k) in PAUSES | {":"} for k in range(core, bracket)
    ):
        return Start(bracket, bracket + 1, sure=True)
    if line.has(core, "preposition") and len(line.form(core)) < NAME and line.form(core + 1) in PAUSES:
        core += 1  # "the secretary in it, Ada Roy,"
    if line.form(core) in PAUSES:
        at = _past_titles(line, core + 1)
        return Start(core, at, sure=at > core + 1)
    if (ranked := _ranked(line, core, end)) is not None:
        return ranked
    if line.has(core, "preposition") and core + 2 < end and line.kind(core + 1) == "word":
        noun = line.mention(core + 1, "voices")
        paper = noun is not None and noun.attrs.get("kind") in ("medium", "document")  # "in a recording" is no place
        place = _past_place(line, core, end)
        if place is None or paper:
            return None
        comma = line.form(place) in PAUSES
        at = _past_titles(line, place + comma)
        return Start(core, at, sure=not comma and at > place, behind=not comma and voice.role is None)
    return None


def _ranked(line: Line, core: int, end: int) -> Start | None:
    """ "the head of the committee for the roads, Brigadier Ada Roy": a rank behind the comma says that a name follows."""
    comma = next((j for j in range(core, min(core + FAR, end)) if line.form(j) in PAUSES), None)
    if comma is None or any(line.has(j, *STOPPING) or j in line.cue_at for j in range(core, comma)):
        return None
    at = _past_titles(line, comma + 1)
    return Start(comma, at, sure=True) if at > comma + 1 else None


def _called(line: Line, core: int, end: int) -> Start | None:
    """ "a man called X", "who gave his name as X"."""
    for j in range(core, min(core + FAR, end)):
        if line.has(j, "complement") or line.form(j) == ":":
            return None
        near = all(line.kind(k) == "punctuation" or line.has(k, "relative") for k in range(core, j))
        at = line.naming(j) if near else None  # "without giving his name" is no name
        if at is None and line.has(j, "agent") and line.has(j - 1, "same", "preposition"):
            at = j + 1
        if at is not None:
            return Start(core, _past_titles(line, at + (line.form(at) in QUOTES)), sure=True)
    return None


def _past_titles(line: Line, at: int) -> int:
    while (title := line.mention(at, "titles")) is not None and not line.has(at, "nameprefix"):
        at = title.last
    return at


def _past_place(line: Line, core: int, end: int) -> int | None:
    """Past the place or the body in which an office is held; None if it is one who is told."""
    at = core + 1
    place = line.mention(at, "place", "actor", "outlet")
    body = line.mention(at, "voices")
    if any(m.features & ATTACHED for m in (place, body) if m is not None):
        return None
    if place is not None:
        return place.last
    sort = line.has(at, "domain") and not line.place(at)
    at += 1
    while at < end and (_definite(line, at) or line.place(at) or line.has(at, "domain", "adjective", "compass")):
        if line.mention(at, "titles") is not None:
            return at
        sort = line.has(at, "domain") and not line.place(at)
        known = line.mention(at, "place")
        at = known.last if known is not None else at + 1
    return at + sort  # "in the town of Alpha Ada Roy": one word is the town's


def _definite(line: Line, at: int) -> bool:
    return bool(line.words.article) and line.form(at).startswith(line.words.article) and not line.has(at, *STOPPING)


def _stop(line: Line, start: Start, end: int) -> int:
    stop = start.at
    while (
        stop < end
        and line.kind(stop) == "word"
        and not line.has(stop, *STOPPING, "preposition")
        and stop not in line.cue_at
        and (_in_name(line, start, stop) or line.has(stop, "nameprefix"))
        and stop - start.at <= NAME
    ):
        stop += 1
    return stop


def _in_name(line: Line, start: Start, at: int) -> bool:
    """Whether a word may belong to a name, by what the packs know of it."""
    held = line.at.get(at, ())
    if any(mention.features & ATTACHED for mention in held):
        return False
    if start.behind and at > start.at and any(mention.kind in ("terms", "measures", "counted") for mention in held):
        return False
    family = start.sure and at > start.at and line.form(at).startswith(line.words.article)
    return family or line.mention(at, "voices", "titles") is None


def _ended(line: Line, start: Start, stop: int, end: int) -> bool:
    """Whether what follows shows that the name is over."""
    if line.form(start.core) == "(" and line.form(stop) == ")":
        return True
    marked = line.kind(stop) == "punctuation" and line.form(stop) not in "."
    if stop >= end or line.has(stop, "complement", "quoting") or marked:
        return True
    if start.sure and line.form(start.core) not in PAUSES | {"("}:
        return True
    unknown = all(not line.at.get(k) or line.has(k, "nameprefix") for k in range(start.at, stop))
    return start.behind and stop - start.at >= 2 and unknown


def _fits(line: Line, start: Start, stop: int) -> bool:
    return (
        start.at < stop
        and stop - start.at <= 4
        and namelike(line, start.at, stop)
        and line.name(start.at) is None
        and not line.place(start.at)
        and (stop - start.at >= 2 or start.sure)
    )
