"""Speech where the verb comes first, its subject after it or, in some clauses, before; and verbs that leave the subject out."""

from dataclasses import replace

from tawatur.attribution.ahead import asked, conjoined, paper_ahead, party_ahead, subject_ahead, topic
from tawatur.attribution.behind import Opening, begins, between, in_paper, learnt_from, led_by, past_apposition, told
from tawatur.attribution.citing import cited, opens
from tawatur.attribution.firsthand import counts, done_unto, heard_from, issued_by, met_by, quoted_by, said_before, tells_us
from tawatur.attribution.line import Cue, Line
from tawatur.attribution.plain import phrase
from tawatur.attribution.plain_ends import deed
from tawatur.attribution.said import Said, headed, through
from tawatur.attribution.scope import clause_start, trimmed
from tawatur.attribution.voice import Phrase, Voice
from tawatur.attribution.voice import heard as heard_by
from tawatur.text import PAUSES

_MEDIUM = 14
"""Tokens behind a subject within which the medium and the hearers stand."""
_BLAMED = 24
"""Tokens from a charge to the word that says for what."""


def read(line: Line) -> list[Said]:
    """Every act of speech in the sentence, from left to right."""
    found: list[Said] = headed(line, phrase, between)
    taken = line.first
    for cue in line.cues:
        inside = any(said.cue.last <= cue.first < said.stop and not said.trailing for said in found)
        if cue.first < taken or (inside and "through" not in cue.takes):
            continue
        if (cue.act == "cite" or "tongue" in cue.takes) and not ("trailing" in cue.takes and opens(line, cue.first)):
            said, taken = cited(line, cue, taken, found)
        elif "participle" in cue.features and not cue.finite:
            said = _participle(line, cue, found)
        elif cue.finite and ("first" not in cue.features or tells_us(line, cue)):
            said = _verb(line, cue, found)
        elif cue.finite and "learn" in cue.takes:
            said = heard_from(line, cue)
        else:
            said = None
        if said is not None:
            found.append(said)
            if "quoted" in cue.takes:
                taken = max(taken, said.stop)
    return through(found)


def _verb(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    at = cue.first
    noun = line.mention(at, "voices")
    if (noun is not None and noun.last > cue.last) or (line.has(at - 1, "not") and not cue.takes & {"denies", "either"}):
        return None
    if line.has(at - 1, "what") and line.has(at - 2, "pronoun"):
        return _judged(line, cue)
    if line.has(at - 1, "preposition", "what", "noun") and not line.has(at - 1, "have", "time"):
        return None
    if "adds" in cue.takes and cue.features & {"its", "their"}:
        return None
    if "charge" in cue.takes and not any(line.has(j, "blame") for j in range(cue.last, min(cue.last + _BLAMED, line.last))):
        return None
    if "about" in cue.takes and not any(line.has(j, "from") for j in range(cue.last, min(cue.last + 7, line.last))):
        return None
    if "inside" in cue.takes:
        return _inside(line, cue, found)
    subject_before = subject_ahead(line, cue) or asked(line, cue)
    hearers, behind = told(line, cue.last)
    named = phrase(line, behind, line.last)
    if named is None and behind > cue.last and not line.has(behind - 1, "hearer"):
        named = phrase(line, cue.last, line.last)
    if named is not None and "object" in cue.takes and done_unto(line, named, cue):
        named = None
    if named is not None and named.voices[0].how == "bare" and line.has(named.first, "partitive"):
        named = None  # "reckons the number at nine": what is reckoned, not who
    if named is None and line.has(at - 1, "relative") and line.has(cue.last, "preposition"):
        named = phrase(line, cue.last + 1, line.last)
    if subject_before is not None and not (
        named is not None and subject_before[1] and all(v.how in ("name", "noun") for v in named.voices)
    ):
        named = None
    if (
        named is not None
        and any(voice.how in ("unknown", "bare") for voice in named.voices)
        and begins(line, named.last, cue) is None
        and not ("object" in cue.takes and (line.has(named.last, "from") or _explained(line, named) or _done_to(line, named)))
    ):
        named = None
    if "quoted" in cue.takes:
        return _relayed(line, cue, named, found)
    if "strikes" in cue.takes and (named is None or any(voice.kind != "person" for voice in named.voices)):
        return None
    if named is None and subject_before is not None:
        return _spoken(line, cue, subject_before[0].voices, subject_before[0].first, cue.last, joined=True)
    if named is None:
        return _omitted(line, cue, found)
    if line.has(behind - 1, "pointing") and begins(line, named.last, cue) is None:
        return Said(cue, named.voices, [(cue.last, behind)], cue.first, named.last, denies="denies" in cue.takes)
    if (mouth := _mouth(line, named.last)) is not None:
        return _spoken(line, cue, mouth.voices, cue.first, mouth.last, joined=True)
    return _spoken(line, cue, named.voices, cue.first, named.last, joined=True, hearers=hearers)


def _judged(line: Line, cue: Cue) -> Said | None:
    """ "…, which is what the ministry denied": the words before are what it speaks of."""
    named = phrase(line, told(line, cue.last)[1], line.last)
    begin, end = clause_start(line, cue.first - 2), cue.first - 2
    if named is None or any(voice.how in ("unknown", "bare") for voice in named.voices):
        return None
    content = [(begin, trimmed(line, end))] if end - begin >= 3 else []  # else of what the sentence before it says
    return Said(cue, named.voices, content, end, named.last, trailing=True, denies="denies" in cue.takes)


def _inside(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    """ "in the statement it came that …": what a paper says."""
    answered = phrase(line, cue.last, line.last)
    opening = begins(line, answered.last, cue) if answered is not None else None
    known = answered is not None and all(voice.how not in ("unknown", "bare") for voice in answered.voices)
    quoting = answered is not None and _quoting(line, answered.last, opening if known else None)
    if answered is not None and (quoting or (known and opening is not None and opening.how != "that")):
        # "answered by saying", written like "came"
        return _spoken(line, cue, answered.voices, cue.first, answered.last, joined=True)
    if not line.has(cue.last, "preposition"):
        return None
    paper = phrase(line, cue.last + 1, line.last) if line.has(cue.last, "within") else None
    head = line.mention(cue.last + 1, "voices")
    if paper is not None and head is not None and (head.attrs.get("kind") == "document" or head.attrs.get("via")):
        return _spoken(line, cue, paper.voices, cue.first, paper.last, joined=True)
    if paper is not None or not line.has(cue.last + 1, "complement"):
        return None
    owner = topic(line, cue)
    if owner is None or found:
        return _omitted(line, cue, found)
    via = paper_ahead(line, cue.first)
    return Said(cue, owner.voices, [(cue.last + 1, line.last)], cue.first, cue.last + 1, via=via)


def _quoting(line: Line, at: int, opening: Opening | None) -> bool:
    """Whether "by saying" stands behind an answer, right away or behind what is answered: "answered the offer by saying"."""
    return any(line.has(j, "quoting") for j in range(at, opening.at + 1 if opening is not None else at + 1))


def _explained(line: Line, named: Phrase) -> bool:
    """Whether an office stands in commas behind what was taken for a name."""
    if line.form(named.last) not in PAUSES or named.last - named.first < 2:
        return False
    return line.has(named.last + 1, "relative") or line.mention(named.last + 1, "voices", "titles") is not None


def _done_to(line: Line, named: Phrase) -> bool:
    """Whether a name of two words that nobody knows stands before what its verb takes: a preposition, or a definite noun."""
    voice = named.voices[0]
    return (
        voice.how == "bare"
        and voice.last - voice.first >= 2
        and not line.at.get(voice.first)
        and (line.has(named.last, "object", "preposition") or line.form(named.last).startswith(line.words.article)
             or deed(line, named.last))
    )


def _mouth(line: Line, at: int) -> Phrase | None:
    """ "the ministry announced through its spokesman X": X speaks."""
    for j in range(at, min(at + 4, line.last)):
        cue = line.cue_at.get(j)
        if cue is not None and "mouth" in cue.takes:
            return phrase(line, cue.last, line.last)
    return None


def _spoken(
    line: Line, cue: Cue, voices: tuple[Voice, ...], start: int, at: int, joined: bool, hearers: tuple[Voice, ...] = ()
) -> Said | None:
    """A verb with its subject: past appositions, hearers and times to the words."""
    if "close" in cue.takes and not line.has(at, "complement"):
        return None  # looks like a preposition
    passed, at = quoted_by(line, at)
    at, role, actor = past_apposition(line, at, voices)
    opening = begins(line, at, cue)
    relays, via, heard = between(line, at, opening.at if opening is not None else _until(line, at))
    told = phrase(line, at, line.last) if "hearer" in cue.takes else None
    if told is not None and all(voice.kind == "agency" for voice in told.voices):
        relays = (*map(heard_by, told.voices), *relays)
    if opening is None and cue.takes & {"airs", "publishes"}:
        opening, via = in_paper(line, at, via)
    if cue.takes & {"airs", "publishes"} and (issuer := issued_by(line, at, voices)) is not None:
        relays, voices = voices, issuer
    met = passed or met_by(line, at)
    led, means = led_by(line, start)
    relays, via = relays or hearers or met or led, via or means
    if (
        opening is not None
        and (cue.act in DEEDS or ("object" in cue.takes and _goes_on(line, heard, opening.at)))
        and _object_between(line, heard, opening.at)
    ):
        opening = None
    counted = counts(line, cue, voices, heard) or ("clause" in cue.takes and said_before(line, start))
    if opening is not None:
        begin = opening.at
    elif "object" in cue.takes or counted or (cue.strong and "clause" in cue.takes) or _shown(cue, voices):
        begin = heard
    else:
        return None
    if begin >= line.last or all(line.kind(j) == "punctuation" for j in range(begin, line.last)):
        left = trimmed(line, start)
        if left - line.first < 3 and not (begin < line.last or line.form(line.last - 1) == ":"):
            return None
        content = [(line.first, left)] if left - line.first >= 3 else []
        return Said(
            cue,
            voices,
            content,
            start,
            begin,
            relays,
            via,
            trailing=bool(content),
            denies="denies" in cue.takes,
            role=role,
            actor=actor,
        )
    if "learn" in cue.takes:
        origin = learnt_from(line, at, begin)
        if origin is None and (opening is None or (cue.act == "learn" and not cue.strong and opening.how != "that")):
            return None
        if origin is not None:
            relays = tuple(voice for voice in voices if voice.kind == "agency" or voice.how == "name")
            voices = origin
    if (
        not cue.strong
        and opening is None
        and not _shown(cue, voices)
        and not counted
        and ("object" not in cue.takes or any(voice.how == "unknown" for voice in voices))
    ):
        return None
    if "airs" in cue.takes and not _shown(cue, voices) and (opening is None or opening.how != "that"):
        return None
    if "only" in cue.takes and (opening is None or opening.how != "that"):
        return None
    return Said(
        cue,
        voices,
        [(begin, line.last)],
        start,
        begin,
        relays,
        via or cue.via,
        denies="denies" in cue.takes,
        role=role,
        actor=actor,
        joined=joined,
    )


def _until(line: Line, at: int) -> int:
    """How far behind a subject the medium and the hearers of its verb may stand: not beyond the next verb of speech."""
    joined = (cue.first for cue in line.cues if cue.first > at and cue.finite and cue.features & {"and", "then"})
    return min(at + _MEDIUM, line.last, *joined)


DEEDS = frozenset({"demand", "deny", "accuse", "condemn", "warn", "threaten", "promise", "express"})
"""Acts whose object is what is said: a clause further on only explains it."""


def _goes_on(line: Line, first: int, last: int) -> bool:
    """Whether a participle of speech ("…, stressing that") brings the later clause in."""
    return any(cue.first > first and cue.last <= last and "participle" in cue.features for cue in line.cues)


def _object_between(line: Line, first: int, last: int) -> bool:
    """Whether words of weight stand between the subject and a later clause."""
    return sum(line.kind(j) == "word" and not line.has(j, "object", "time", "medium", "learnt") for j in range(first, last)) >= 2


def _shown(cue: Cue, voices: tuple[Voice, ...]) -> bool:
    """A broadcaster that shows pictures says what they show; so does a reporter of what he saw."""
    if "sees" in cue.takes:
        return all(voice.kind == "correspondent" for voice in voices)
    return "airs" in cue.takes and all(voice.kind == "agency" for voice in voices)


def _relayed(line: Line, cue: Cue, named: Phrase | None, found: list[Said]) -> Said | None:
    """ "the agency quoted Y as saying", "Y was quoted as saying": with the agency, without it, or with the one before."""
    at = named.last if named is not None else cue.last
    about = next((j for j in range(at, min(at + 8, line.last)) if line.has(j, "from") or _tongue(line, j)), None)
    if about is None:
        return _carried(line, cue, named)
    origin = phrase(line, line.cue_at[about].last if _tongue(line, about) else about + 1, line.last)
    if origin is None:
        return None
    stop, role, actor = past_apposition(line, origin.last, origin.voices)
    opening = begins(line, stop, cue)
    if opening is None and named is not None and not all(voice.kind == "agency" for voice in named.voices):
        return None
    begin = opening.at if opening is not None else stop
    voices = tuple(replace(voice, role=voice.role or role, actor=voice.actor or actor) for voice in origin.voices)
    said = Said(
        cue,
        voices,
        [(begin, line.last)],
        cue.first,
        begin,
        named.voices if named is not None else (),
        cue.via,
        role=role,
        actor=actor,
    )
    said.continues = named is None and "passive" not in cue.features
    return said


def _carried(line: Line, cue: Cue, named: Phrase | None) -> Said | None:
    """ "the site carried that …", without a word of whom it has that from: the site says it."""
    opening = begins(line, named.last, cue) if named is not None else None
    if named is None or opening is None or opening.how != "that" or any(voice.kind != "agency" for voice in named.voices):
        return None
    return Said(cue, named.voices, [(opening.at, line.last)], cue.first, opening.at)


def _tongue(line: Line, at: int) -> bool:
    """Whether a phrase like "in the words of" begins here."""
    cue = line.cue_at.get(at)
    return cue is not None and cue.act == "cite" and not cue.takes & {"clause", "weak"}


def _omitted(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    """ "and added that …": the last one goes on. In the present, without a conjunction, nobody in particular speaks."""
    joined = conjoined(line, cue)
    if line.has(cue.first - 1, "relative"):
        return None
    present = "present" in cue.features and "past" not in cue.features
    if (present and not joined and "adds" not in cue.takes) or ("passive" in cue.features and "past" not in cue.features):
        return None
    opening = begins(line, cue.last, cue)
    relays, via, heard = between(line, cue.last, opening.at if opening is not None else min(cue.last + 14, line.last))
    if opening is None:
        if not ("object" in cue.takes and (joined or "adds" in cue.takes)) or (
            not cue.strong and not line.has(cue.last, "object")
        ):
            return None
        begin = heard
    else:
        begin = opening.at
    if begin - cue.last > 16 or (begin >= line.last and line.form(line.last - 1) != ":"):
        return None
    said = Said(
        cue, (), [(begin, line.last)] if begin < line.last else [], cue.first, begin, relays, via, denies="denies" in cue.takes
    )
    said.continues = True
    return said


def _participle(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    """ "…, stressing that …": the same speaker goes on, unless another one stands right before."""
    if line.has(cue.first - 1, "preposition") or line.form(cue.first).startswith(line.words.article):
        return None
    near = party_ahead(line, cue)
    if near is not None:
        return Said(
            cue,
            near.voices,
            [(cue.last, line.last)],
            near.first,
            cue.last,
            via=paper_ahead(line, near.first),
            denies="denies" in cue.takes,
        )
    if not (cue.strong or begins(line, cue.last, cue) is not None):
        return None
    if found:
        last = found[-1]
        if "denies" in cue.takes:
            said = Said(
                cue, last.voices, [(cue.last, line.last)], cue.first, cue.last, last.relays, last.via, denies=True, role=last.role
            )
            said.continues = last.continues
            return said
        if last.content and last.content[-1][1] < cue.first:
            last.content.append((cue.first, line.last))
        return None
    if line.form(cue.first - 1) not in PAUSES:
        return None
    opening = next(
        (
            named
            for j in range(line.first, min(line.first + 6, cue.first))
            if (named := phrase(line, j, cue.first)) is not None and all(voice.how == "name" for voice in named.voices)
        ),
        None,
    )
    if opening is None:
        return None
    return Said(cue, opening.voices, [(cue.last, line.last)], cue.first, cue.last, denies="denies" in cue.takes)
