"""What stands behind a verb that comes first: appositions of its subject, hearers, media, and where the words begin."""

from tawatur.attribution.line import Cue, Line
from tawatur.attribution.plain import CLOSING, OPENING, phrase
from tawatur.attribution.voice import Voice, heard
from tawatur.text import PAUSES

REACH = 45  # tokens from a verb to where its words begin


class Opening:
    """Where the words of a speaker begin, and how."""

    __slots__ = ("at", "how")

    def __init__(self, at: int, how: str) -> None:
        self.at = at
        self.how = how


def begins(line: Line, at: int, cue: Cue) -> Opening | None:
    """The first complement, colon or quotation behind a verb and its subject; a preposition where the verb takes one."""
    for j in range(at, min(at + REACH, line.last)):
        if line.has(j, "complement"):
            return Opening(j, "that")
        if line.form(j) == ":":
            return Opening(j + 1, "colon")
        if line.has(j, "quoting"):
            return Opening(j + 1 if line.form(j + 1) == ":" else j, "that")
        if line.form(j) in OPENING and line.form(j) != "(" and _long_quotation(line, j):
            return Opening(j, "quote")
        other = line.cue_at.get(j)
        if (
            other is not None
            and other.finite
            and line.mention(j, "voices") is None
            and (other.features & {"and", "then"} or not _in_relative(line, at, j))
        ):
            return None
        if j > at and line.has(j, "contrast"):
            return None
    return None


def _in_relative(line: Line, first: int, at: int) -> bool:
    return any(line.has(j, "relative") for j in range(first, at))


def _long_quotation(line: Line, at: int) -> bool:
    quotation = line.quotation_at(at)
    if quotation is not None and any(
        ("to" in m.features and m.kind == "outlet") or (m.attrs.get("kind") == "agency" and "to" in m.features)
        for j in range(quotation.last, min(quotation.last + 8, line.last))
        for m in line.at.get(j, ())
    ):
        return False  # a name in quotation marks; who is told stands behind it
    if quotation is None:
        return line.tokens[at].start > line.tokens[at - 1].end  # opened here, closed in a later sentence
    return quotation.last - quotation.first >= 4


def past_apposition(line: Line, at: int, voices: tuple[Voice, ...]) -> tuple[int, str | None, str | None]:
    """Past ", the spokesman of X," or ", who …,": its end, the role and the party it tells."""
    if len(voices) > 1:
        return at, None, None
    if line.form(at) in PAUSES and line.form(at) != ";":
        close = next(
            (
                j
                for j in range(at + 1, min(at + 30, line.last))
                if line.form(j) in PAUSES or line.form(j) == ":" or line.has(j, "complement")
            ),
            None,
        )
        if close is None and at < line.last and (line.has(at + 1, "relative", "pronoun") or _pronominal(line, at + 1)):
            return line.last, None, None  # he is told about to the end of the sentence: his words stand before
        role = phrase(line, at + 1, close if close is not None else line.last)
        if close is not None and (
            line.has(at + 1, "relative", "pronoun", "calling")
            or _pronominal(line, at + 1)
            or (
                role is not None
                and role.voices[0].how in ("noun", "name")
                and line.mention(role.first, "voices", "titles") is not None
            )
            or (
                line.cue_at.get(at + 1) is None
                and line.form(close) in PAUSES
                and close - at < 14
                and voices[0].named
                and (
                    line.has(close + 1, "complement", "medium") or line.form(close + 1) in OPENING or line.form(close + 1) == ":"
                )
            )
        ):
            actor = next(
                (
                    name.attrs.get("id")
                    for j in range(at + 1, close)
                    if (name := line.name(j)) is not None and name.kind == "actor"
                ),
                None,
            )
            return (
                (close + 1 if line.form(close) in PAUSES else close),
                line.words_of(at + 1, close) if role is not None else None,
                actor,
            )
    if line.form(at) == "(":
        close = next((j for j in range(at + 1, min(at + 9, line.last)) if line.form(j) == ")"), None)
        return (close + 1 if close is not None else at), None, None
    return at, None, None


def _pronominal(line: Line, at: int) -> bool:
    form = line.form(at)
    return len(form) <= 4 and line.words(form[1:]) >= {"pronoun"} if form else False


def between(line: Line, first: int, last: int) -> tuple[tuple[Voice, ...], str | None, int]:
    """Hearers that pass it on, the medium, and the first token behind both."""
    relays: list[Voice] = []
    via: str | None = None
    at = behind = first
    while at < last:
        mention = line.mention(at, "outlet", "voices")
        held = [m for m in line.at.get(at, ()) if m.kind in ("outlet", "voices") and "to" in m.features]
        if held or (mention is not None and line.form(at - 1) in CLOSING and _to_mark(line, at)):
            named = phrase(line, at, last, attached=True)
            if named is not None and named.voices[0].kind == "agency":
                relays.extend(map(heard, named.voices))
                at = behind = named.last
                continue
        if (paper := _paper(line, at, last) or (_quoted_paper(line, at, last) if at <= first + 3 else None)) is not None:
            relays.append(paper)
            at = behind = paper.last
            continue
        if line.has(at, "medium") or any(m.kind == "voices" and "by" in m.features for m in line.at.get(at, ())):
            medium = next(
                (
                    m
                    for j in range(at, min(at + 4, last))
                    if (m := line.mention(j, "voices")) is not None and m.attrs.get("kind") in ("medium", "document")
                ),
                None,
            )
            if medium is not None:
                via = medium.attrs.get("via") or via
                at = behind = medium.last
                if (
                    line.has(at, "with")
                    and (named := phrase(line, at + 1, last)) is not None
                    and named.voices[0].kind == "agency"
                ):
                    relays.extend(map(heard, named.voices))
                    at = behind = named.last
                continue
            if line.has(at, "medium") and line.has(at + 1, "time"):
                at = behind = at + 2
                continue
        if line.has(at, "time") and behind == at:
            behind = at + 1
        at += 1
    while line.form(behind) in PAUSES:
        behind += 1
    return tuple(relays), via, behind


def _paper(line: Line, at: int, last: int) -> Voice | None:
    """An outlet that nobody knows, named by the word that outlets are called by: "told the-Echo of Alpha"."""
    if line.masthead(at) is None or line.at.get(at):
        return None
    stop = at + 1
    while (
        stop < min(last, at + 4)
        and line.kind(stop) == "word"
        and stop not in line.cue_at
        and not line.has(stop, "complement", "preposition", "time", "relative", "have")
    ):
        stop += 1
    if stop - at < 2:
        return None
    text = line.words_of(at, stop)[len(line.form(at)) - len(line.masthead(at) or "") :]
    return Voice(at, stop, text, text, "agency", "name", line.form(stop - 1))


def _quoted_paper(line: Line, at: int, last: int) -> Voice | None:
    """A paper told of by its name in quotation marks, behind a preposition of one letter: "said to “the-Echo”"."""
    to = any(strip == line.form(at) and feature == "to" for strip, _, feature in line.words.attached)
    if not to or line.form(at + 1) not in OPENING or line.form(at + 1) == "(":
        return None
    close = next((j for j in range(at + 2, min(last, at + 7)) if line.form(j) in CLOSING), None)
    if close is None or close == at + 2 or line.name(at + 2) is not None:
        return None
    text = line.words_of(at + 2, close)
    return Voice(at, close + 1, text, text, "agency", "name", line.form(close - 1))


def _past_aside(line: Line, at: int) -> int:
    """Past "for his part" and "yesterday" between a verb and its subject."""
    for j in (at, at + 1):
        if line.has(j, "aside") and all(line.has(k, "preposition", "learnt") for k in range(at, j)):
            at = j + 1
    while line.has(at, "time") and line.mention(at, "voices", "titles", "actor", "outlet") is None:
        at += 1
    return at


def told(line: Line, at: int) -> tuple[tuple[Voice, ...], int]:
    """Who is told, right behind the verb and before its subject: agencies, and where their phrase ends (`at` if nobody)."""
    at = _past_aside(line, at)
    if line.has(at, "hearer", "pointing"):
        return (), at + 1
    held = [m for m in line.at.get(at, ()) if "to" in m.features and m.kind in ("outlet", "voices", "actor")]
    if not held:
        quoted = _quoted_paper(line, at, line.last)
        return ((quoted,), quoted.last) if quoted is not None else ((), at)
    stop = max(m.last for m in held)
    if line.form(stop) in OPENING:
        close = next((j for j in range(stop + 1, min(stop + 7, line.last)) if line.form(j) in CLOSING), None)
        stop = close + 1 if close is not None else stop
    elif (outlet := line.mention(stop, "outlet")) is not None:
        stop = outlet.last
    named = phrase(line, at, stop, attached=True)
    if named is not None and named.voices[0].kind == "agency":
        return tuple(map(heard, named.voices)), stop
    return (), stop


def _to_mark(line: Line, at: int) -> bool:
    """A preposition written before the quotation mark of a name."""
    return at - 2 >= line.first and line.kind(at - 2) == "word" and len(line.form(at - 2)) == 1


def learnt_from(line: Line, first: int, last: int) -> tuple[Voice, ...] | None:
    for j in range(first, last):
        if line.has(j, "learnt"):
            named = phrase(line, j + 1, last)
            if named is not None:
                return named.voices
    return None


def in_paper(line: Line, at: int, via: str | None) -> tuple[Opening | None, str | None]:
    """ "published a statement in which it said that …": where the words begin, and the paper."""
    for j in range(at, min(at + 3, line.last)):
        paper = line.mention(j, "voices")
        if paper is not None and paper.attrs.get("kind") == "document":
            verb = next((line.cue_at[k] for k in range(paper.last, min(paper.last + 4, line.last)) if k in line.cue_at), None)
            opening = begins(line, verb.last, verb) if verb is not None and verb.finite else None
            if verb is None and (that := next((k for k in range(paper.last, paper.last + 4) if line.has(k, "complement")), None)):
                opening = Opening(that, "that")
            return opening, via or (paper.attrs.get("via") if opening is not None else None)
    return None, via


def led_by(line: Line, start: int) -> tuple[tuple[Voice, ...], str | None]:
    """The agency and the medium of a phrase that leads up to the verb: "In a call with the agency, the mayor said"."""
    comma = next((j for j in range(line.first, min(start + 1, line.first + 14)) if line.form(j) in PAUSES), start)
    if comma is None or not -1 < start - comma <= 3:
        return (), None
    if not any(
        (m := line.mention(j, "voices")) and m.attrs.get("kind") in ("medium", "document") for j in range(line.first, comma)
    ):
        return (), None
    relays, via, _ = between(line, line.first, comma)
    for j in range(line.first, comma):
        named = phrase(line, j + 1, comma) if line.has(j, "issued") else None
        if named is not None and all(voice.kind == "agency" for voice in named.voices):
            relays = relays or named.voices
    return relays, via
