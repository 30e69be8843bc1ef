"""Speech where the verb comes first, its subject after it or, in some clauses, before; and verbs that leave the subject out."""

from dataclasses import replace

from tawatur.attribution.line import Cue, Line
from tawatur.attribution.plain import CLOSING, OPENING, phrase
from tawatur.attribution.said import Said, headed, through
from tawatur.attribution.voice import Phrase, Voice, heard

COMMAS = frozenset(",،;؛")
REACH = 45  # tokens from a verb to where its words begin


def read(line: Line) -> list[Said]:
    """Every act of speech in the sentence, from left to right."""
    found: list[Said] = headed(line, phrase)
    taken = line.first
    for cue in line.cues:
        if cue.first < taken or any(said.cue.last <= cue.first < said.stop and not said.trailing for said in found):
            continue
        if (cue.act == "cite" or "tongue" in cue.takes) and not ("trailing" in cue.takes and _opens(line, cue.first)):
            said, taken = _cited(line, cue, taken)
        elif "participle" in cue.features and not cue.finite:
            said = _participle(line, cue, found)
        elif cue.finite:
            said = _verb(line, cue, found)
        else:
            said = None
        if said is not None:
            found.append(said)
            if "quoted" in cue.takes:
                taken = max(taken, said.stop)
    return through(found)


def _cited(line: Line, cue: Cue, taken: int) -> tuple[Said | None, int]:
    """"according to X", "according to what X announced"; and what passes it on ("as the agency quoted him")."""
    relays: tuple[Voice, ...] = ()
    via: str | None = None
    at = cue.last
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
    named = phrase(line, at, line.last, attached=True)
    if named is None or any(voice.how == "unknown" for voice in named.voices) and not cue.strong:
        return None, max(taken, at)
    stop = named.last
    seen = line.cue_at.get(stop)
    if seen is not None and "sees" in seen.takes:
        by = phrase(line, seen.last + (1 if line.has(seen.last, "preposition") else 0), line.last)
        if by is not None:
            relays, stop = by.voices, by.last
    if "rumour" in cue.takes:
        return None, taken
    stop, role, actor = _apposition(line, stop, named.voices)
    voices = tuple(replace(voice, role=voice.role or role, actor=voice.actor or actor) for voice in named.voices)
    opens = _opens(line, cue.first) or line.has(cue.first - 1, "complement")
    if "weak" in cue.takes and not opens:
        return None, taken
    if opens:
        begin = stop
        while line.form(begin) in COMMAS or line.form(begin) == ":":
            begin += 1
        return Said(cue, voices, [(begin, line.last)], cue.first, stop, relays, via, role=role), max(taken, stop)
    content = [(clause_start(line, cue.first), _trimmed(line, cue.first))]
    if line.form(cue.first - 1) in COMMAS and line.form(stop) in COMMAS and not _breaks(line, stop + 1):
        content.append((stop + 1, line.last))
    return Said(cue, voices, content, cue.first, stop, relays, via, trailing=True, role=role), max(taken, stop)


def _opens(line: Line, at: int) -> bool:
    """Whether nothing but joining words stands before a cue."""
    return all(line.kind(j) == "punctuation" or line.has(j, "and", "have") for j in range(line.first, at))


def _breaks(line: Line, at: int) -> bool:
    """Whether a clause of its own begins: a conjunction stands there, or is written onto the word."""
    cue = line.cue_at.get(at)
    return line.has(at, "contrast", "but", "and", "relative", "have") or (cue is not None and cue.finite) or any(
        "and" in mention.features for mention in line.at.get(at, ()))


def clause_start(line: Line, at: int) -> int:
    """Back from a trailing cue to where the clause that it governs begins."""
    for j in range(at - 1, line.first, -1):
        if line.form(j) in ";؛" or (line.has(j, "contrast", "but") and line.form(j - 1) in COMMAS):
            return j + 1
    return line.first


def _trimmed(line: Line, last: int) -> int:
    while last > line.first and line.kind(last - 1) == "punctuation" and line.form(last - 1) in ",،:;؛-–—.(":
        last -= 1
    return last


def _verb(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    at = cue.first
    noun = line.mention(at, "voices")
    if noun is not None and noun.last > cue.last or line.has(at - 1, "not") and "denies" not in cue.takes:
        return None
    if line.has(at - 1, "preposition", "what", "noun") and not line.has(at - 1, "have", "time"):
        return None
    if "adds" in cue.takes and cue.features & {"its", "their"}:
        return None
    if "charge" in cue.takes and not any(line.has(j, "blame") for j in range(cue.last, min(cue.last + 9, line.last))):
        return None
    if "about" in cue.takes and not any(line.has(j, "from") for j in range(cue.last, min(cue.last + 7, line.last))):
        return None
    subject_before = _before(line, cue)
    named = phrase(line, cue.last, line.last)
    if named is None and line.has(at - 1, "relative") and line.has(cue.last, "preposition"):
        named = phrase(line, cue.last + 1, line.last)
    if subject_before is not None and not (named is not None and subject_before[1] and all(v.how in ("name", "noun") for v in named.voices)):
        named = None
    if named is not None and any(voice.how in ("unknown", "bare") for voice in named.voices) and _opening(line, named.last, cue) is None and not (
            "object" in cue.takes and line.has(named.last, "from")):
        named = None
    if "quoted" in cue.takes:
        return _relayed(line, cue, named, found)
    if named is None and subject_before is not None:
        return _spoken(line, cue, subject_before[0].voices, subject_before[0].first, cue.last, joined=True)
    if named is None:
        return _omitted(line, cue, found)
    return _spoken(line, cue, named.voices, cue.first, named.last, joined=True)


def _clause_near(line: Line, at: int) -> bool:
    return line.has(at, "complement") or line.form(at) == ":"


def _spoken(line: Line, cue: Cue, voices: tuple[Voice, ...], start: int, at: int, joined: bool) -> Said | None:
    """A verb with its subject: past appositions, hearers and times to the words."""
    if "close" in cue.takes and not line.has(at, "complement"):
        return None  # looks like a preposition
    at, role, actor = _apposition(line, at, voices)
    opening = _opening(line, at, cue)
    relays, via, heard = _between(line, at, opening.at if opening is not None else min(at + 14, line.last))
    if opening is not None and (cue.act in DEEDS or "object" in cue.takes and _goes_on(line, heard, opening.at)) and _object_between(
            line, heard, opening.at):
        opening = None
    if opening is not None:
        begin = opening.at
    elif "object" in cue.takes or (cue.strong and "clause" in cue.takes) or _shown(cue, voices):
        begin = heard
    else:
        return None
    if begin >= line.last or all(line.kind(j) == "punctuation" for j in range(begin, line.last)):
        left = _trimmed(line, start)
        if left - line.first < 3 and not (begin < line.last or line.form(line.last - 1) == ":"):
            return None
        content = [(line.first, left)] if left - line.first >= 3 else []
        return Said(cue, voices, content, start, begin, relays, via, trailing=bool(content), denies="denies" in cue.takes, role=role, actor=actor)
    if "learn" in cue.takes:
        origin = _learnt(line, at, begin)
        if origin is None and (opening is None or cue.act == "learn" and not cue.strong and opening.how != "that"):
            return None
        if origin is not None:
            relays = tuple(voice for voice in voices if voice.kind == "agency" or voice.how == "name")
            voices = origin
    if not cue.strong and opening is None and not _shown(cue, voices) and ("object" not in cue.takes or any(voice.how == "unknown" for voice in voices)):
        return None
    if "airs" in cue.takes and not _shown(cue, voices) and (opening is None or opening.how != "that"):
        return None
    if "only" in cue.takes and (opening is None or opening.how != "that"):
        return None
    return Said(cue, voices, [(begin, line.last)], start, begin, relays, via or cue.via, denies="denies" in cue.takes, role=role, actor=actor,
                joined=joined)


DEEDS = frozenset({"demand", "deny", "accuse", "condemn", "warn", "threaten", "promise", "express"})
"""Acts whose object is what is said: a clause further on only explains it."""


def _goes_on(line: Line, first: int, last: int) -> bool:
    """Whether a participle of speech ("…, stressing that") brings the later clause in."""
    return any(cue.first > first and cue.last <= last and "participle" in cue.features for cue in line.cues)


def _object_between(line: Line, first: int, last: int) -> bool:
    """Whether words of weight stand between the subject and a later clause."""
    return sum(line.kind(j) == "word" and not line.has(j, "object", "time", "medium", "learnt") for j in range(first, last)) >= 2


def _shown(cue: Cue, voices: tuple[Voice, ...]) -> bool:
    """A broadcaster that shows pictures says what they show."""
    return "airs" in cue.takes and all(voice.kind == "agency" for voice in voices)


class Opening:
    """Where the words of a speaker begin, and how."""

    __slots__ = ("at", "how")

    def __init__(self, at: int, how: str) -> None:
        self.at = at
        self.how = how


def _opening(line: Line, at: int, cue: Cue) -> Opening | None:
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
        if other is not None and other.finite and line.mention(j, "voices") is None and (
                other.features & {"and", "then"} or not _in_relative(line, at, j)):
            return None
        if j > at and line.has(j, "contrast"):
            return None
    return None


def _in_relative(line: Line, first: int, at: int) -> bool:
    return any(line.has(j, "relative") for j in range(first, at))


def _long_quotation(line: Line, at: int) -> bool:
    quotation = line.quotation_at(at)
    if quotation is not None and any("to" in m.features and m.kind == "outlet" or m.attrs.get("kind") == "agency" and "to" in m.features
                                     for j in range(quotation.last, min(quotation.last + 8, line.last)) for m in line.at.get(j, ())):
        return False  # a name in quotation marks; who is told stands behind it
    if quotation is None:
        return line.tokens[at].start > line.tokens[at - 1].end  # opened here, closed in a later sentence
    return quotation.last - quotation.first >= 4


def _apposition(line: Line, at: int, voices: tuple[Voice, ...]) -> tuple[int, str | None, str | None]:
    """Past ", the spokesman of X," or ", who …,": its end, the role and the party it tells."""
    if len(voices) > 1:
        return at, None, None
    if line.form(at) in COMMAS and line.form(at) != ";":
        close = next((j for j in range(at + 1, min(at + 30, line.last)) if line.form(j) in COMMAS or line.form(j) == ":"
                      or line.has(j, "complement")), None)
        role = phrase(line, at + 1, close if close is not None else line.last)
        if close is not None and (line.has(at + 1, "relative", "pronoun") or _pronominal(line, at + 1) or (
                role is not None and role.voices[0].how in ("noun", "name") and line.mention(role.first, "voices", "titles") is not None)
                or line.cue_at.get(at + 1) is None and line.form(close) in COMMAS and close - at < 14 and voices[0].named and (
                    line.has(close + 1, "complement", "medium") or line.form(close + 1) in OPENING or line.form(close + 1) == ":")):
            actor = next((name.attrs.get("id") for j in range(at + 1, close) if (name := line.name(j)) is not None and name.kind == "actor"), None)
            return (close + 1 if line.form(close) in COMMAS else close), line.words_of(at + 1, close) if role is not None else None, actor
    if line.form(at) == "(":
        close = next((j for j in range(at + 1, min(at + 9, line.last)) if line.form(j) == ")"), None)
        return (close + 1 if close is not None else at), None, None
    return at, None, None


def _pronominal(line: Line, at: int) -> bool:
    form = line.form(at)
    return len(form) <= 4 and line.words(form[1:]) >= {"pronoun"} if form else False


def _between(line: Line, first: int, last: int) -> tuple[tuple[Voice, ...], str | None, int]:
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
        if line.has(at, "medium") or any(m.kind == "voices" and "by" in m.features for m in line.at.get(at, ())):
            medium = next((m for j in range(at, min(at + 4, last)) if (m := line.mention(j, "voices")) is not None
                           and m.attrs.get("kind") in ("medium", "document")), None)
            if medium is not None:
                via = medium.attrs.get("via") or via
                at = behind = medium.last
                continue
            if line.has(at, "medium") and line.has(at + 1, "time"):
                at = behind = at + 2
                continue
        if line.has(at, "time") and behind == at:
            behind = at + 1
        at += 1
    while line.form(behind) in COMMAS:
        behind += 1
    return tuple(relays), via, behind


def _to_mark(line: Line, at: int) -> bool:
    """A preposition written before the quotation mark of a name."""
    return at - 2 >= line.first and line.kind(at - 2) == "word" and len(line.form(at - 2)) == 1


def _learnt(line: Line, first: int, last: int) -> tuple[Voice, ...] | None:
    for j in range(first, last):
        if line.has(j, "learnt"):
            named = phrase(line, j + 1, last)
            if named is not None:
                return named.voices
    return None


def _relayed(line: Line, cue: Cue, named: Phrase | None, found: list[Said]) -> Said | None:
    """"the agency quoted Y as saying", "Y was quoted as saying": with the agency, without it, or with the one before."""
    at = named.last if named is not None else cue.last
    about = next((j for j in range(at, min(at + 8, line.last)) if line.has(j, "from") or _tongue(line, j)), None)
    if about is None:
        return None
    origin = phrase(line, line.cue_at[about].last if _tongue(line, about) else about + 1, line.last)
    if origin is None:
        return None
    stop, role, actor = _apposition(line, origin.last, origin.voices)
    opening = _opening(line, stop, cue)
    if opening is None and named is not None and not all(voice.kind == "agency" for voice in named.voices):
        return None
    begin = opening.at if opening is not None else stop
    voices = tuple(replace(voice, role=voice.role or role, actor=voice.actor or actor) for voice in origin.voices)
    said = Said(cue, voices, [(begin, line.last)], cue.first, begin, named.voices if named is not None else (), cue.via, role=role, actor=actor)
    said.continues = named is None and "passive" not in cue.features
    return said


def _tongue(line: Line, at: int) -> bool:
    """Whether a phrase like "in the words of" begins here."""
    cue = line.cue_at.get(at)
    return cue is not None and cue.act == "cite" and not cue.takes & {"clause", "weak"}


def _before(line: Line, cue: Cue) -> tuple[Phrase, bool] | None:
    """The subject before its verb, and whether it is surely that: in a relative clause, or opening its own clause."""
    if _conjoined(line, cue):
        return None
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
    if stop < at and line.form(stop) in COMMAS and line.form(at - 1) in COMMAS:
        stop = at
    elif stop < at and line.has(stop, "preposition") and at - stop <= 8:
        stop = at
    return (named, False) if stop >= at else None


def _conjoined(line: Line, cue: Cue) -> bool:
    """Whether a conjunction is written onto the verb: its clause begins with it."""
    return bool(cue.features & {"and", "then"})


def _clause(line: Line, at: int) -> int:
    """Where the clause of a verb begins, past words that only join it."""
    j = at - 1
    commas = 0
    while j >= line.first:
        if line.has(j, "contrast", "but", "complement") or line.form(j) in ":.;\u061b" or (
                line.form(j) in COMMAS and any("and" in mention.features for mention in line.at.get(j + 1, ()))):
            break
        if line.form(j) in COMMAS:
            commas += 1
        if at - j > 30:
            return at
        j -= 1
    begin = j + 1
    while begin < at and (line.has(begin, "have", "and", "contrast", "but", "complement") or line.kind(begin) == "punctuation" and line.form(begin) not in OPENING):
        begin += 1
    return begin


def _antecedent(line: Line, relative: int) -> Phrase | None:
    """The noun before a relative word."""
    edge = relative - 1 if line.form(relative - 1) in COMMAS else relative
    for j in range(edge - 1, max(line.first, edge - 7) - 1, -1):
        named = phrase(line, j, edge, attached=True)
        if named is not None and named.core >= edge and all(voice.how not in ("unknown", "bare") for voice in named.voices):
            if j - 1 >= line.first and (line.mention(j - 1, "voices", "actor", "outlet") is not None):
                continue
            return named
    return None


def _omitted(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    """"and added that …": the last one goes on. In the present, without a conjunction, nobody in particular speaks."""
    joined = _conjoined(line, cue)
    if line.has(cue.first - 1, "relative"):
        return None
    present = "present" in cue.features and "past" not in cue.features
    if present and not joined and "adds" not in cue.takes or "passive" in cue.features and "past" not in cue.features:
        return None
    opening = _opening(line, cue.last, cue)
    relays, via, heard = _between(line, cue.last, opening.at if opening is not None else min(cue.last + 14, line.last))
    if opening is None:
        if not ("object" in cue.takes and (joined or "adds" in cue.takes)) or not cue.strong and not line.has(cue.last, "object"):
            return None
        begin = heard
    else:
        begin = opening.at
    if begin - cue.last > 16 or begin >= line.last and line.form(line.last - 1) != ":":
        return None
    said = Said(cue, (), [(begin, line.last)] if begin < line.last else [], cue.first, begin, relays, via, denies="denies" in cue.takes)
    said.continues = True
    return said


def _participle(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    """"…, stressing that …": the same speaker goes on, unless another one stands right before."""
    if line.has(cue.first - 1, "preposition") or line.form(cue.first).startswith(line.words.article):
        return None
    near = _near(line, cue)
    if near is not None:
        return Said(cue, near.voices, [(cue.last, line.last)], near.first, cue.last, via=_paper(line, near.first), denies="denies" in cue.takes)
    if not (cue.strong or _opening(line, cue.last, cue) is not None):
        return None
    if found:
        last = found[-1]
        if "denies" in cue.takes:
            said = Said(cue, last.voices, [(cue.last, line.last)], cue.first, cue.last, last.relays, last.via, denies=True, role=last.role)
            said.continues = last.continues
            return said
        if last.content and last.content[-1][1] < cue.first:
            last.content.append((cue.first, line.last))
        return None
    if line.form(cue.first - 1) not in COMMAS:
        return None
    opening = next((named for j in range(line.first, min(line.first + 6, cue.first)) if (named := phrase(line, j, cue.first)) is not None
                    and all(voice.how == "name" for voice in named.voices)), None)
    if opening is None:
        return None
    return Said(cue, opening.voices, [(cue.last, line.last)], cue.first, cue.last, denies="denies" in cue.takes)


def _near(line: Line, cue: Cue) -> Phrase | None:
    """A party right before a participle, which is the one that speaks."""
    for j in range(cue.first - 1, max(line.first, cue.first - 5) - 1, -1):
        named = line.name(j) or line.mention(j, "voices")
        if named is not None and named.last == cue.first and line.cue_at.get(j - 1) is not None:
            found = phrase(line, j, cue.first)
            return found if found is not None and found.voices[0].kind == "organisation" else None
    return None


def _paper(line: Line, at: int) -> str | None:
    """The statement that somebody published, a few words before."""
    for j in range(at - 1, max(line.first, at - 6) - 1, -1):
        mention = line.mention(j, "voices")
        if mention is not None and mention.attrs.get("kind") == "document":
            return mention.attrs.get("via")
    return None
