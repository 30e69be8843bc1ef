"""Speech where the subject comes first ("X said that …", "…, X said"), and the inversions of such languages."""


from tawatur.attribution.cased import phrase
from tawatur.attribution.cased_citing import cited, counted_by, equated, paper_seen
from tawatur.attribution.implied import charged, footed, gapped, named_so, purpose, reached
from tawatur.attribution.inverted import goes_on, inverted, quotation_before
from tawatur.attribution.line import POSSESSIVE, Cue, Line, numbered
from tawatur.attribution.paper_speakers import paper_of, published
from tawatur.attribution.participles import opening_phrase, participle
from tawatur.attribution.passive import passive, reduced
from tawatur.attribution.said import Said, headed, through
from tawatur.attribution.scope import clause_start, trimmed
from tawatur.attribution.subject import Subject, before
from tawatur.attribution.tail import QUOTES, Tail, held_with, leading, paper_object, passing_on, tail, told_of
from tawatur.attribution.voice import Voice

_TOLD_WITHIN = 14
"""Tokens within which the number stands at which a toll is put."""
_SET_WITHIN = 6
"""Tokens within which the noun stands that is laid out or pointed to."""


def read(line: Line) -> list[Said]:
    """Every act of speech in the sentence, from left to right."""
    found: list[Said] = headed(line, phrase) or footed(line)
    for cue in line.cues:
        if any(said.cue.first <= cue.first < said.stop and said.cue.act == "quote" for said in found):
            continue
        said = cited(line, cue) if cue.act == "cite" and not cue.features else _verb(line, cue, found)
        if said is not None and not _passed(said, found):
            found.extend((said, *gapped(line, said)))
    return through(found)


def _passed(said: Said, found: list[Said]) -> bool:
    """Whether those who carry the words are told already: "said in footage broadcast by the agency"."""
    before = [other for other in found if other.cue.first < said.cue.first < other.stop]
    return said.aside and any({v.text for v in said.voices} <= {v.text for v in other.relays} for other in before)


def _verb(line: Line, cue: Cue, found: list[Said]) -> Said | None:
    at = cue.first
    noun = line.mention(at, "voices", "titles")
    if "charge" in cue.takes:
        return charged(line, cue)
    if (held_by := counted_by(line, cue) or equated(line, cue)) is not None:
        return held_by
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
        return purpose(line, cue, j + 1)
    only = "not" not in held and any(line.has(k, "barely") for k in range(j + 1, at))  # "would only say that"
    turned = "turned" in cue.takes
    if turned and "not" not in held:
        return None
    if held & {"not", "modal"} and not only and not turned and not (cue.takes & {"denies"} and "modal" not in held):
        return None
    if not cue.strong and line.capital(at) and line.capital(at - 1) and at > line.first:
        return None  # "the Alpha Voice": a name
    if "past" not in cue.features and "third" not in cue.features and _bids(line, at):
        return None
    if "participle" in cue.features and "be" in held:
        return passive(line, cue, j + 1)
    if any(
        other.last == cue.first and other.finite and line.has(other.first - 1, "thing", "person", "people") for other in line.cues
    ):
        return None  # "pictures which it said showed": told, and no one's speech
    if "sees" in cue.takes and (seen := paper_seen(line, cue)) is not None:
        return seen
    if "participle" in cue.features and any(said.cue.act == "cite" and said.start < cue.first < said.stop for said in found):
        return None
    if "participle" in cue.features and (shortened := reduced(line, cue)) is not None:
        return shortened
    if not cue.finite:
        return participle(line, cue, found) if "ing" in cue.features else None
    return _finite(line, cue, found)


def _bids(line: Line, at: int) -> bool:
    """Whether a verb opens a quotation and bids somebody do something: "“Ask the army,” he said"."""
    quotation = line.quoted(at)
    return quotation is not None and 0 <= at - quotation.first <= 1


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
    turned = inverted(line, cue, subject)
    if turned is not None:
        return turned
    after = tail(line, cue)
    if subject is None or subject.start >= cue.first:
        return _shared(line, cue, after, found)
    if line.has(subject.start - 1, "whatever") or line.has(subject.start, "whatever") or (
        subject.voices[0].how == "pronoun" and line.quoted(subject.start) is not None
    ):
        return None
    if line.has(cue.last, "nothing") and after.opens == "clause":
        return None  # "says nothing about it"
    if found and not subject.adjacent and _follows_and(line, cue):
        return _shared(line, cue, after, found)
    unknown = all(voice.how == "unknown" for voice in subject.voices)
    if unknown and not _tells(line, cue, after, subject) and not (
        cue.strong
        and subject.adjacent
        and "clause" in cue.takes
        and (cue.act == "say" or (after.opens == "that" and "past" in cue.features))
    ):
        return None
    if "quoted" in cue.takes and not ("reasons" in cue.takes and after.opens == "clause" and _reason(line, cue)):
        return _quoting(line, cue, subject)
    if not _evident(line, cue, after, subject, unknown):
        return None
    if (
        "past" not in cue.features
        and after.opens not in ("that", "colon", "quote")
        and not line.has(after.at, "expletive")
        and subject.voices[0].how != "pronoun"
        and (line.mention(cue.first, "voices") is not None and "plural" not in cue.features and not subject.voices[0].plural)
        and subject.voices[0].kind != "document"
        and not (after.opens in ("end", "comma") and subject.adjacent and line.form(subject.start - 1) == ",")
        and not ("clause" in cue.takes and numbered(line, cue.last) and _holds_verb(line, after.at))
    ):
        return None  # "state", "report", "claims": more often nouns
    subject = published(line, subject, cue)
    voices, relays = (
        subject.voices,
        (*told_of(line, _opening(line, subject), cue), *passing_on(after), *_carriers(subject, cue, found)),
    )
    by, after.via = reached(line, subject, cue, after.via)
    relays = relays or by or held_with(line, after)
    if "learn" in cue.takes and after.origins:
        voices, relays = tuple(after.origins), tuple(voice for voice in subject.voices if voice.how != "pronoun")
    elif "learn" in cue.takes and cue.act == "learn" and after.opens not in ("that",):
        return None
    return _placed(line, cue, subject, after, voices, relays)


def _tells(line: Line, cue: Cue, after: Tail, subject: Subject) -> bool:
    """Whether nobody knows who speaks, but what follows shows that he does: "reports that …", "speaks of 165,000"."""
    if not subject.adjacent or not cue.features & {"past", "third"} or "paper" in cue.takes:
        return False
    if "of" in cue.takes:
        return line.has(after.at, "of") and numbered(line, after.at + 1)
    return after.opens == "that" and "clause" in cue.takes and cue.act in ("report", "announce", "warn", "claim")


def _follows_and(line: Line, cue: Cue) -> bool:
    """Whether a verb stands right behind "and": its subject is that of the verb before it."""
    at = cue.first
    while line.has(at - 1, "adverb", "have"):
        at -= 1
    return line.has(at - 1, "and")


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
        left = quotation_before(line, left)
    content: list[tuple[int, int]] = []
    if left[1] - left[0] > 2 and (spoken or not right) and not _adverbial(line, left):
        content.append(left)
    if right:
        content.append((after.at, line.last))
    elif after.opens == "comma" and (goes_on(line, after.at + 1) or line.has(line.first, "as")):
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



def _adverbial(line: Line, span: tuple[int, int]) -> bool:
    """Whether the words before a subject are only a phrase of time or place."""
    first, last = span
    return last - first <= 6 and (line.has(first, "preposition", "time", "adverb", "and", "but", "contrast", "subordinate"))


def _evident(line: Line, cue: Cue, after: Tail, subject: Subject, unknown: bool) -> bool:
    """Whether a weak verb is one of speech here."""
    if "of" in cue.takes:
        return line.has(after.at, "of")
    if "sets" in cue.takes:
        return not unknown and any(line.has(j, "wants") for j in range(cue.last, min(cue.last + _SET_WITHIN, line.last)))
    if "told" in cue.takes:
        return not unknown and _told_of_paper(line, cue)
    if "sees" in cue.takes:
        told = after.opens not in ("end", "comma") or line.form(subject.start - 1) == ","
        return subject.voices[0].kind == "correspondent" and told
    if "publishes" in cue.takes and (paper := paper_object(line, cue)) is not None:
        after.via = after.via or paper.attrs.get("via")
        return True
    if "naming" in cue.takes:
        return named_so(line, cue)
    if "toll" in cue.takes:
        near = range(cue.last, min(cue.last + _TOLD_WITHIN, line.last))
        if any(line.has(j, "tollat") and numbered(line, j + 1) for j in near):
            return True
        put = any(line.kind(j) == "number" or line.has(j, "tollat") for j in near)
        return put and any(line.has(j, "toll") for j in near)
    if cue.strong or after.opens in ("that", "colon"):
        return True
    if after.opens == "quote":
        return "clause" in cue.takes or "object" in cue.takes
    if "airs" in cue.takes and subject.voices[0].kind == "agency" and after.opens == "clause":
        return True
    if "causes" in cue.takes:
        return not unknown and any(line.has(j, "hearer") for j in range(cue.last, min(cue.last + 12, line.last)))
    if "numbers" in cue.takes and after.opens == "clause":
        return not unknown and numbered(line, cue.last)
    if "paper" in cue.takes and (subject.voices[0].via == "told" or paper_of(line, subject.voices[0]) is not None):
        return True
    if after.origins or ("bare" in cue.takes and after.opens == "clause" and not unknown):
        return True
    if "thinks" in cue.takes and after.opens == "clause" and not unknown and _holds_verb(line, after.at):
        return True
    if "reasons" in cue.takes or _as_told(line, cue, after, subject, unknown):
        return True
    if after.opens in ("end", "comma"):
        return (
            "clause" in cue.takes
            and not unknown
            and not after.hearers
            and (after.at - cue.last <= 3 or after.via is not None)
            and (
                line.form(subject.start - 1) in QUOTES | {","}
                or _answering(line, subject)
                or (after.opens == "end" and _unmarked(line, cue, subject))
            )
        )
    return "object" in cue.takes and not unknown


def _answering(line: Line, subject: Subject) -> bool:
    """Whether a sentence is nothing but who said what was quoted right before it: "“Who?” Ada Roy asked."."""
    return subject.start == line.first and line.told_before() is not None


def _told_of_paper(line: Line, cue: Cue) -> bool:
    """Whether a verb points to what is told or seen: "pointed to satellite images", not "pointed to the hill"."""
    near = [noun for j in range(cue.last, min(cue.last + _SET_WITHIN, line.last)) if (noun := line.mention(j, "voices"))]
    return any(noun.attrs.get("via") == "told" or noun.attrs.get("kind") == "document" for noun in near)


def _as_told(line: Line, cue: Cue, after: Tail, subject: Subject, unknown: bool) -> bool:
    """ "As X reported on Monday, …": what follows the comma is told."""
    opens = line.has(subject.start - 1, "as") and subject.start - 1 <= line.first + 1
    through = next((k for k in range(after.at, after.at + 3) if k in line.cue_at and "through" in line.cue_at[k].takes), None)
    told = after.opens == "comma" or through is not None
    return opens and not unknown and told and "clause" in cue.takes and line.last - after.at > 3


def _holds_verb(line: Line, at: int) -> bool:
    """Whether what follows is a clause with a verb of its own: "think the road is shut", not "think of the road"."""
    return any(line.has(j, "be", "have", "modal") or line.verb(j) for j in range(at + 1, min(at + 14, line.last)))


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
        opening = opening_phrase(line, at - 1) or _before_verb(line, at - 1)
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


def _before_verb(line: Line, end: int) -> Subject | None:
    """Who did something behind a comma before he spoke: "Asked about it, the envoy shrugged and said"."""
    comma = next((j for j in range(end - 1, max(line.first, end - 12), -1) if line.form(j) == ","), None)
    for stop in range(end - 1, (comma or end) + 1, -1):
        named = phrase(line, (comma or end) + 1, stop)
        if named is not None and all(voice.how in ("noun", "name") for voice in named.voices):
            return Subject(named.voices, named.first)
    return None


def _reason(line: Line, cue: Cue) -> bool:
    """Whether a reason is cited, and nobody: "cites a risk of infiltration"."""
    named = phrase(line, cue.last, line.last)
    return named is None or all(voice.how == "unknown" for voice in named.voices)


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
