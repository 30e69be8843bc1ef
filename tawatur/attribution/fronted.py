"""Speech where the subject comes first ("X said that …", "…, X said"), and the inversions of such languages."""

from dataclasses import replace

from tawatur.attribution.cased import phrase, taken_up
from tawatur.attribution.cased_voice import head_of
from tawatur.attribution.line import POSSESSIVE, Cue, Line
from tawatur.attribution.participles import opening_phrase, participle
from tawatur.attribution.passive import completed, passive, reduced
from tawatur.attribution.said import Said, headed, through
from tawatur.attribution.scope import clause_start, trimmed
from tawatur.attribution.subject import Subject, before
from tawatur.attribution.tail import QUOTES, Tail, held_with, leading, paper_object, passing_on, past_bracket, tail, told_of
from tawatur.attribution.voice import Voice

_TOLD_WITHIN = 14
"""Tokens within which the number stands at which a toll is put."""


def read(line: Line) -> list[Said]:
    """Every act of speech in the sentence, from left to right."""
    found: list[Said] = headed(line, phrase)
    for cue in line.cues:
        if any(said.cue.first <= cue.first < said.stop and said.cue.act == "quote" for said in found):
            continue
        said = _cited(line, cue) if cue.act == "cite" and not cue.features else _verb(line, cue, found)
        if said is not None:
            found.append(said)
    return through(found)


def _cited(line: Line, cue: Cue) -> Said | None:
    """ "according to X": the words before it, or all after it where it opens the sentence."""
    named = taken_up(line, cue.last) or phrase(line, cue.last, line.last)
    if named is None or all(voice.how == "unknown" and not cue.strong for voice in named.voices):
        return None
    if not cue.strong and (line.cue_at.get(named.last) or line.cue_at.get(named.core)):
        return None
    done = completed(line, named)
    opens = all(
        line.kind(j) == "punctuation" or line.has(j, "and", "but", "contrast", "adverb") for j in range(line.first, cue.first)
    )
    if opens:
        begin = past_bracket(line, done.stop)
        while line.form(begin) in (",", ":"):
            begin += 1
        return Said(cue, done.voices, [(begin, line.last)], cue.first, done.stop, done.relays, cue.via, role=done.role)
    if "through" in cue.takes and line.form(cue.first - 1) == line.form(done.stop) == "," and line.cue_at.get(done.stop + 1):
        return Said(cue, done.voices, [], cue.first, done.stop, done.relays, cue.via, role=done.role, aside=True)
    content = [(clause_start(line, cue.first), trimmed(line, cue.first))]
    if (
        line.form(cue.first - 1) == ","
        and line.form(done.stop) == ","
        and not line.has(done.stop + 1, "and", "but", "contrast", "relative")
    ):
        content.append((done.stop + 1, line.last))
    return Said(cue, done.voices, content, cue.first, done.stop, done.relays, cue.via, trailing=True, role=done.role)


def _verb(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    at = cue.first
    noun = line.mention(at, "voices", "titles")
    if line.form(at - 1) == POSSESSIVE and not cue.features & {"past"}:
        return None
    if (
        line.has(at - 1, "determiner", "theirs")
        and not line.has(at - 1, "have")
        and "past" not in cue.features
        and line.kind(at - 1) == "word"
    ):
        return None
    if noun is not None and (line.has(at - 1, "determiner", "preposition") or line.has(noun.last, "of") or noun.last > cue.last):
        return None
    held, j = set(), at - 1
    while j >= line.first and line.has(j, "adverb", "have", "be", "modal", "not", "infinitive"):
        held |= {role for role in ("not", "modal", "be", "infinitive") if line.has(j, role) and not line.has(j, "as")}
        j -= 1
    if "infinitive" in held and not cue.features & {"past", "third"}:
        return None
    if held & {"not", "modal"} and not (cue.takes & {"denies"} and "modal" not in held):
        return None
    if "participle" in cue.features and "be" in held:
        return passive(line, cue, j + 1)
    if any(
        other.last == cue.first and other.finite and line.has(other.first - 1, "thing", "person", "people") for other in line.cues
    ):
        return None  # "pictures which it said showed": told, and no one's speech
    if "participle" in cue.features and any(said.cue.act == "cite" and said.start < cue.first < said.stop for said in found):
        return None
    if "participle" in cue.features and (shortened := reduced(line, cue)) is not None:
        return shortened
    if not cue.finite:
        return participle(line, cue, found) if "ing" in cue.features else None
    return _finite(line, cue, found)


def _floor(line: Line, cue: Cue, found: list[Said]) -> int:
    return max(
        [
            line.first,
            *(
                min(said.stop, cue.first)
                for said in found
                if said.cue.last <= cue.first and said.start < cue.first and not said.aside
            ),
        ]
    )


def _finite(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    subject = before(line, cue.first, _floor(line, cue, found))
    inverted = _inverted(line, cue, subject)
    if inverted is not None:
        return inverted
    after = tail(line, cue)
    if subject is None or subject.start >= cue.first:
        return _shared(line, cue, after, found)
    if subject.voices[0].how == "pronoun" and line.quoted(subject.start) is not None:
        return None
    unknown = all(voice.how == "unknown" for voice in subject.voices)
    if unknown and not (
        cue.strong
        and subject.adjacent
        and "clause" in cue.takes
        and (cue.act == "say" or (after.opens == "that" and "past" in cue.features))
    ):
        return None
    if "quoted" in cue.takes:
        return _quoting(line, cue, subject)
    if not _evident(line, cue, after, subject, unknown):
        return None
    if (
        "past" not in cue.features
        and after.opens not in ("that", "colon", "quote")
        and subject.voices[0].how != "pronoun"
        and (line.mention(cue.first, "voices") is not None and "plural" not in cue.features and not subject.voices[0].plural)
        and not (after.opens in ("end", "comma") and subject.adjacent and line.form(subject.start - 1) == ",")
    ):
        return None  # "state", "report", "claims": more often nouns
    subject = _published(line, subject, cue)
    voices, relays = (
        subject.voices,
        (*told_of(line, _opening(line, subject), cue), *passing_on(after), *_carriers(subject, cue, found)),
    )
    relays = relays or held_with(line, after)
    if "learn" in cue.takes and after.origins:
        voices, relays = tuple(after.origins), tuple(voice for voice in subject.voices if voice.how != "pronoun")
    elif "learn" in cue.takes and cue.act == "learn" and after.opens not in ("that",):
        return None
    return _placed(line, cue, subject, after, voices, relays)


def _opening(line: Line, subject: Subject) -> int:
    """Where words that only lead up to a subject begin: "Speaking to the paper, X said"."""
    lead = line.cue_at.get(line.first)
    return line.first if lead is not None and "ing" in lead.features and line.form(subject.start - 1) == "," else subject.start


def _carriers(subject: Subject, cue: Cue, found: list[Said]) -> tuple[Voice, ...]:
    """ "X, in remarks carried by the agency, said": the agency passes it on, and says nothing of its own."""
    carried = [
        said
        for said in found
        if said.aside and subject.start < said.cue.first < cue.first and all(voice.kind == "agency" for voice in said.voices)
    ]
    own = {voice.text for voice in subject.voices}
    carried = [said for said in carried if not own & {voice.text for voice in said.voices}]
    found[:] = [said for said in found if said not in carried]
    return tuple(voice for said in carried for voice in said.voices)


def _placed(
    line: Line, cue: Cue, subject: Subject, after: Tail, voices: tuple[Voice, ...], relays: tuple[Voice, ...]
) -> Said | None:
    """Where the words stand: after the verb, before the subject, or on both sides."""
    via = after.via or leading(line, subject.start)
    right = after.opens in ("that", "colon", "quote", "clause")
    left = (clause_start(line, subject.start), trimmed(line, subject.start))
    spoken = any(quotation.last in (left[1] - 1, left[1]) for quotation in line.quotations)
    if spoken:
        left = _quotation_before(line, left)
    content: list[tuple[int, int]] = []
    if left[1] - left[0] > 2 and (spoken or not right) and not _adverbial(line, left):
        content.append(left)
    if right:
        content.append((after.at, line.last))
    elif after.opens == "comma" and _goes_on(line, after.at + 1):
        content.append((after.at + 1, line.last))
    if not content and after.opens == "end" and after.at < line.last:
        content = [(after.at, line.last)]
    trailing = bool(content) and content[0] == left and not right
    return Said(
        cue,
        voices,
        content,
        subject.start,
        max(cue.last, min(after.at, line.last)),
        relays,
        via,
        trailing=trailing,
        denies="denies" in cue.takes,
        role=subject.role,
    )


def _quotation_before(line: Line, left: tuple[int, int]) -> tuple[int, int]:
    """All of a quotation that ends where the words before the verb do, though it began sentences before."""
    ending = [quotation for quotation in line.quotations if quotation.last in (left[1] - 1, left[1])]
    if not ending:
        return left
    outer = min(ending, key=lambda quotation: quotation.first)
    return (min(left[0], outer.first), left[1])


def _adverbial(line: Line, span: tuple[int, int]) -> bool:
    """Whether the words before a subject are only a phrase of time or place."""
    first, last = span
    return last - first <= 6 and (line.has(first, "preposition", "time", "adverb", "and", "but", "contrast", "subordinate"))


def _goes_on(line: Line, at: int) -> bool:
    """ ", adding that …" after the verb's own end."""
    cue = line.cue_at.get(at)
    return cue is not None and "ing" in cue.features and not cue.finite


def _evident(line: Line, cue: Cue, after: Tail, subject: Subject, unknown: bool) -> bool:
    """Whether a weak verb is one of speech here."""
    if "of" in cue.takes:
        return line.has(after.at, "of")
    if "sees" in cue.takes:
        return subject.voices[0].kind == "correspondent" and after.opens not in ("end", "comma")
    if "publishes" in cue.takes and (paper := paper_object(line, cue)) is not None:
        after.via = after.via or paper.attrs.get("via")
        return True
    if "naming" in cue.takes:
        return any(line.form(j) in QUOTES for j in range(cue.last, min(cue.last + 9, line.last)))
    if "toll" in cue.takes:
        near = range(cue.last, min(cue.last + _TOLD_WITHIN, line.last))
        put = any(line.kind(j) == "number" or line.has(j, "tollat") for j in near)
        return put and any(line.has(j, "toll") for j in near)
    if cue.strong or after.opens in ("that", "colon"):
        return True
    if after.opens == "quote":
        return "clause" in cue.takes or "object" in cue.takes
    if "paper" in cue.takes and subject.voices[0].kind == "document":
        return True
    if after.origins or ("bare" in cue.takes and after.opens == "clause" and not unknown):
        return True
    if after.opens in ("end", "comma"):
        return (
            "clause" in cue.takes
            and not unknown
            and not after.hearers
            and (after.at - cue.last <= 3 or after.via is not None)
            and (line.form(subject.start - 1) in QUOTES | {","} or (after.opens == "end" and _unmarked(line, cue, subject)))
        )
    return "object" in cue.takes and not unknown


def _unmarked(line: Line, cue: Cue, subject: Subject) -> bool:
    """A statement whose comma was lost: "ten people died there the Alpha Council reported"."""
    return (
        cue.act in ("say", "claim", "report", "announce", "document")
        and bool(cue.features & {"past", "third"})
        and subject.adjacent
        and subject.start - line.first >= 5
        and line.kind(subject.start - 1) in ("word", "number")
        and not line.has(subject.start - 1, "preposition", "as", "relative", "complement", "determiner", "and", "subordinate")
    )


def _shared(line: Line, cue: Cue, after: Tail, found: list[Said]) -> Said | None:
    """ "He denied it and said that …": a second verb of the same subject."""
    at = cue.first
    while line.has(at - 1, "adverb", "have"):
        at -= 1
    if not line.has(at - 1, "and", "but") or not (cue.strong or after.opens in ("that", "colon", "quote")):
        return None
    if after.opens in ("end", "comma"):
        return None
    if not found:
        opening = opening_phrase(line, at - 1)
        if opening is None or any(voice.how in ("unknown", "pronoun") for voice in opening.voices):
            return None
        return Said(
            cue,
            opening.voices,
            [(after.at, line.last)],
            at - 1,
            after.at,
            passing_on(after),
            after.via,
            denies="denies" in cue.takes,
        )
    last = found[-1]
    return Said(
        cue,
        last.voices,
        [(after.at, line.last)],
        at - 1,
        after.at,
        last.relays or passing_on(after),
        after.via or last.via,
        denies="denies" in cue.takes,
        role=last.role,
    )


def _published(line: Line, subject: Subject, cue: Cue) -> Subject:
    """ "A video released by X shows …": X speaks."""
    voice = subject.voices[0]
    noun = head_of(line, voice.first, voice.last) if voice.how == "noun" else None
    if noun is None or not (voice.kind == "document" or noun.attrs.get("via") == "told"):
        return subject
    for j in range(subject.voices[0].last, cue.first):
        other = line.cue_at.get(j)
        if other is not None and other.takes & {"publishes", "sees", "object"} and "participle" in other.features:
            agent = next((k for k in range(other.last, min(other.last + 5, cue.first)) if line.has(k, "agent")), None)
            named = phrase(line, agent + 1, cue.first) if agent is not None else None
            if named is not None and "carries" in other.takes and all(voice.kind == "agency" for voice in named.voices):
                return subject  # the agency passes the paper on
            if named is not None and all(voice.how != "unknown" for voice in named.voices):
                return replace(subject, voices=named.voices)
    return subject


def _quoting(line: Line, cue: Cue, subject: Subject) -> Said | None:
    """ "X quoted Y as saying": Y speaks, X passes it on."""
    named = phrase(line, cue.last, line.last)
    if named is None:
        return None
    told = line.has(named.last, "as") or line.has(named.core, "as")
    if not told and not all(voice.kind == "agency" for voice in subject.voices):
        return None
    at = named.last if line.has(named.last, "as") else named.core
    saying = line.cue_at.get(at + 1) if told else None
    after = tail(line, saying) if saying is not None else Tail(at)
    relays = tuple(voice for voice in subject.voices if voice.how != "unknown")
    return Said(cue, named.voices, [(after.at, line.last)], subject.start, after.at, relays, after.via)


def _inverted(line: Line, cue: Cue, subject: Subject | None) -> Said | None:
    """ "…," said X, who …"""
    if "object" in cue.takes and line.form(cue.first - 1) not in QUOTES and line.form(cue.first - 2) not in QUOTES:
        return None
    if (
        "clause" not in cue.takes
        or "hearer" in cue.takes
        or line.has(cue.last, "complement", "time")
        or not cue.features & {"past", "third", "present"}
    ):
        return None
    closed = line.form(cue.first - 1) in QUOTES or (line.form(cue.first - 1) == "," and line.form(cue.first - 2) in QUOTES)
    marked = closed or (line.form(cue.first - 1) == "," and cue.strong)
    if not marked and subject is not None and subject.adjacent and subject.voices[0].how == "pronoun":
        return None
    named = phrase(line, cue.last, line.last)
    if named is None or (named.voices[0].how == "pronoun" and not marked):
        return None
    done = completed(line, named)
    known = all(voice.how != "unknown" for voice in done.voices)
    final = _is_end(line, done.stop)
    settled = subject is not None and subject.adjacent and any(voice.how != "unknown" for voice in subject.voices)
    if not (known or marked) or (settled and not ((final and known) or closed)) or (not marked and not cue.strong):
        return None
    follows = (
        final
        or line.form(named.core) in (",", ";", "“", '"', "–", "—", ".")
        or line.has(named.core, "indefinite", "relative", "preposition", "time")
        or done.stop > named.last
    )
    if not follows or (
        not marked
        and any(
            line.has(j, "have", "be", "modal")
            for j in range(named.core, min(named.core + 6, line.last))
            if not any(line.has(k, "relative") for k in range(named.core, j))
        )
    ):
        return None
    if cue.first <= line.first:
        said = done.stop + 1 if line.form(done.stop) in (":", ",") else None
        return (
            Said(cue, done.voices, [(said, line.last)], cue.first, said, done.relays, cue.via, role=done.role) if said else None
        )
    content = [_quotation_before(line, (clause_start(line, cue.first), trimmed(line, cue.first)))]
    rest = done.stop
    if not marked:
        return Said(cue, done.voices, content, cue.first, line.last, done.relays, trailing=True, role=done.role)
    while rest < line.last and line.form(rest) not in QUOTES and not _goes_on(line, rest) and line.form(rest) != ":":
        rest += 1
    if rest < line.last and not _is_end(line, rest):
        content.append((rest, line.last))
    return Said(cue, done.voices, content, cue.first, rest, done.relays, cue.via, trailing=True, role=done.role)


def _is_end(line: Line, at: int) -> bool:
    return all(line.kind(j) == "punctuation" for j in range(at, line.last))
