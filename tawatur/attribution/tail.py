"""What follows a verb of speech before the words that are said: hearers, media, times."""

from dataclasses import dataclass, field, replace

from tawatur.attribution.cased import phrase
from tawatur.attribution.cased_voice import head_of
from tawatur.attribution.line import Cue, Line
from tawatur.attribution.voice import Voice, heard
from tawatur.records import Mention

QUOTES = frozenset('"“”«»„‟')


@dataclass(slots=True)
class Tail:
    """`at` is the first token of what is said; `opens` says how it opens: that · colon · quote · clause · comma · end."""

    at: int
    opens: str = "clause"
    hearers: list[Voice] = field(default_factory=list)
    origins: list[Voice] = field(default_factory=list)
    via: str | None = None
    hears: bool = True  # whether `to` brings in who is told, and no infinitive


def tail(line: Line, cue: Cue, start: int | None = None) -> Tail:
    """Read on from a verb until the words begin, or do not."""
    found = Tail(
        cue.last if start is None else start, via=cue.via, hears=cue.act not in ("promise", "threaten", "demand", "deny")
    )
    if "hearer" in cue.takes and start is None:
        _hearer(line, found)
    for _ in range(16):
        at = found.at
        if _ended(line, at):
            found.opens = "end"
        elif line.has(at, "complement"):
            found.opens = "that"
        elif line.form(at) == ":":
            found.opens, found.at = "colon", at + 1
        elif line.kind(at) == "punctuation" and line.form(at) in QUOTES:
            found.opens = "quote"
        elif line.form(at) in (",", ":") and line.has(at + 1, "complement"):
            found.opens, found.at = "that", at + 1
        elif line.form(at) == "," and line.form(at + 1) in QUOTES:
            found.opens, found.at = "quote", at + 1
        elif line.form(at) == "," and (past := _parenthesis(line, at)) is not None:
            found.at = past
            continue
        elif line.form(at) in (",", "–", "—", ";"):
            found.opens = "comma"
        elif line.form(at) == "(" and (close := _close(line, at)) is not None:
            found.at = close
            continue
        elif (step := _step(line, found, "learn" in cue.takes)) is not None:
            found.at = step
            continue
        return found
    return found


def _ended(line: Line, at: int) -> bool:
    return all(line.kind(j) == "punctuation" and line.form(j) not in ":" for j in range(at, line.last)) and not any(
        line.form(j) in QUOTES for j in range(at, line.last) if j < line.last - 1
    )


def _hearer(line: Line, found: Tail) -> None:
    at = found.at
    if line.has(at, "objectpronoun"):
        found.at = at + 1
        return
    if line.has(at, "complement", "time", "preposition") or line.kind(at) == "punctuation":
        return
    heard = phrase(line, at, line.last)
    if heard is not None:
        found.hearers.extend(heard.voices)
        found.at = heard.core


def _parenthesis(line: Line, at: int) -> int | None:
    """Past ", citing officials," where the words come after the second comma."""
    cue = line.cue_at.get(at + 1)
    if not ((cue is not None and cue.act == "cite") or line.has(at + 1, "medium")):
        return None
    close = next((j for j in range(at + 2, min(at + 16, line.last)) if line.form(j) == ","), None)
    if close is None or not (line.has(close + 1, "complement") or line.form(close + 1) in QUOTES):
        return None
    return close + 1


def _close(line: Line, at: int) -> int | None:
    return next((j + 1 for j in range(at + 1, min(at + 12, line.last)) if line.form(j) == ")"), None)


def past_bracket(line: Line, at: int) -> int:
    """Behind the brackets that begin at a token, if they do."""
    return (_close(line, at) or at) if line.form(at) == "(" else at


def _step(line: Line, found: Tail, learns: bool) -> int | None:
    """Past one phrase of time, medium, hearer or place; None where the words begin."""
    at = found.at
    if learns and line.has(at, "from"):
        named = phrase(line, at + 1, line.last)
        if named is not None:
            found.origins.extend(named.voices)
            return named.core
    if line.has(at, "time") and not line.has(at, "determiner"):
        return at + 1
    if line.has(at, "time") and line.has(at + 1, "time"):
        return at + 2
    if line.has(at, "adverb"):
        return at + 1
    if line.has(at, "preposition") and (line.has(at + 1, "time") or (line.kind(at + 1) == "number" and line.has(at + 2, "time"))):
        return at + 2
    if line.has(at, "medium"):
        medium = _medium(line, at + 1)
        if medium is not None:
            found.via = medium[1] or found.via
            return _carried(line, found, medium[0])
        place = phrase(line, at + 1, line.last)
        if (
            place is not None
            and line.capital(at + 1)
            and (line.has(place.core, "complement", "preposition", "time") or line.kind(place.core) == "punctuation")
        ):
            return place.core
        return None
    if line.has(at, "preposition") and (step := _to_words(line, at)) is not None:
        return step
    if line.has(at, "hearer") and found.hears:
        heard = phrase(line, at + 1, line.last)
        if heard is not None:
            found.hearers.extend(heard.voices)
            return heard.core
    return None


def _to_words(line: Line, at: int) -> int | None:
    """Past a short phrase of place or manner right before the words: "concede in private that …"."""
    for j in range(at + 1, min(at + 6, line.last)):
        if line.has(j, "complement") and not line.has(j - 1, "preposition"):
            return j
        speaks = line.mention(j, "voices", "outlet", "actor", "person") is not None or line.capital(j)
        if speaks or line.kind(j) != "word" or j in line.cue_at or line.has(j, "relative", "have", "be", "modal"):
            return None
    return None


def _carried(line: Line, found: Tail, at: int) -> int:
    """Past "… quoted by the news agencies": they pass it on."""
    cue = line.cue_at.get(at)
    if (
        cue is None
        or "participle" not in cue.features
        or not cue.takes & {"quoted", "publishes", "sees"}
        or not line.has(cue.last, "agent")
    ):
        return at
    named = phrase(line, cue.last + 1, line.last)
    if named is None:
        return at
    found.hearers.extend(named.voices)
    return named.core


def _medium(line: Line, at: int) -> tuple[int, str | None] | None:
    """The end of a noun phrase about a medium ("a televised speech"), and what it is called in the codebook."""
    if line.has(at, "tweet") and not line.capital(at + 1):
        return at + 1, "tweet"
    for j in range(at, min(at + 7, line.last)):
        mention = line.mention(j, "voices")
        if mention is not None and mention.attrs.get("via") == "told" and _airs(line, mention.last):
            return mention.last, "broadcast"
        if mention is not None and mention.attrs.get("kind") in ("medium", "document"):
            further = (
                _medium(line, mention.last)
                if mention.last < line.last
                and line.kind(mention.last) == "word"
                and not line.has(mention.last, "preposition", "complement", "determiner")
                else None
            )
            return further or (mention.last, mention.attrs.get("via"))
        if (
            (line.kind(j) == "punctuation" and line.form(j) not in "-'’")
            or line.has(j, "complement", "relative", "have", "be")
            or (line.has(j, "preposition"))
        ):
            return None
    return None


def _airs(line: Line, at: int) -> bool:
    """Whether what is told is said to be carried: "footage broadcast by …"."""
    cue = line.cue_at.get(at)
    return cue is not None and "carries" in cue.takes and "participle" in cue.features and line.has(cue.last, "agent")


def leading(line: Line, start: int) -> str | None:
    """The medium that a phrase before the subject names: "In a tweet, X said"."""
    via: str | None = None
    for j in line.media:
        if j < start and (medium := _medium(line, j + 1)) is not None and medium[0] <= start:
            via = medium[1] or via
    return via


def passing_on(after: Tail) -> tuple[Voice, ...]:
    """Of those who were told, the ones that pass it on."""
    return tuple(heard(voice) for voice in after.hearers if voice.kind == "agency") or _initialled(after)


def _initialled(after: Tail) -> tuple[Voice, ...]:
    """Hearers that nobody knows, called by their initials: those of an agency, for no person is called so."""
    held = [voice for voice in after.hearers if voice.known is None and voice.how == "name" and len(voice.name) > 2]
    return tuple(replace(voice, kind="agency") for voice in held if voice.name.isupper() and voice.name.isalpha())


def paper_object(line: Line, cue: Cue) -> Mention | None:
    """The paper or the count that a verb of publishing has for its object: "released a statement", "issued new figures"."""
    named = phrase(line, cue.last, line.last)
    if named is None or len(named.voices) > 1:
        return None
    noun = head_of(line, named.first, named.core)
    return noun if noun is not None and (noun.attrs.get("kind") == "document" or noun.attrs.get("via") == "told") else None


def told_of(line: Line, first: int, cue: Cue) -> tuple[Voice, ...]:
    """The agency to which somebody speaks, in words between the name and the verb or ahead of both: "who spoke to Reuters"."""
    for other in line.cues:
        if other.first >= cue.first:
            break
        if "sees" in other.takes and "participle" in other.features and line.has(other.last, "agent"):
            seen_by = phrase(line, other.last + 1, cue.first)
            if line.has(line.first, "medium") and seen_by is not None and all(v.kind == "agency" for v in seen_by.voices):
                return seen_by.voices
        if "of" not in other.takes or other.first < first:
            continue
        if line.has(other.last, "hearer"):
            heard_by = phrase(line, other.last + 1, cue.first)
            if heard_by is not None and all(voice.kind == "agency" for voice in heard_by.voices):
                return tuple(map(heard, heard_by.voices))
    return ()


def held_with(line: Line, after: Tail) -> tuple[Voice, ...]:
    """The agency with which an interview or a call was held, named behind what was said: "denied it in a call with AFP"."""
    for j in range(after.at, min(after.at + 20, line.last)):
        if line.form(j) in QUOTES or line.has(j, "complement", "relative", "contrast"):
            return ()
        if line.has(j, "medium") and (medium := _medium(line, j + 1)) is not None and line.has(medium[0], "absolute", "hearer"):
            named = phrase(line, medium[0] + 1, line.last)
            if named is not None and all(voice.kind == "agency" for voice in named.voices):
                after.via = after.via or medium[1]
                return tuple(map(heard, named.voices))
    return ()
