"""Where a noun phrase reaches that can speak, in scripts whose capitals show the names."""

from dataclasses import replace

from tawatur.attribution.body_names import JOINTS
from tawatur.attribution.cased_voice import head_of, voice_of
from tawatur.attribution.line import POSSESSIVE, Line
from tawatur.attribution.voice import Phrase, Voice

STOPPING = (
    "relative",
    "complement",
    "contrast",
    "but",
    "have",
    "be",
    "modal",
    "not",
    "person",
    "people",
    "thing",
    "self",
    "subordinate",
)
LONGEST = 24
NAMED = ("person", "outlet", "actor")


def phrase(line: Line, at: int, end: int) -> Phrase | None:
    """The noun phrase that begins at a token, if somebody or something in it can speak."""
    begin = at
    if line.has(at, "person", "people", "thing"):
        return pronoun(line, at)
    if _verb(line, at):
        return None
    core, last = _extent(line, at, end)
    if core <= at:
        return None
    members = _members(line, at, core)
    voices = [voice for first, stop in members if (voice := _account(line, first, stop) or voice_of(line, first, stop, last))]
    if not voices:
        return None
    if len(voices) == 1 and (leaning := _leaning(line, core, end, voices[0])) is not None:
        return Phrase(begin, core, leaning.last, (leaning,))
    owner = _owner(line, core, end, voices[-1])
    if owner is not None:
        return Phrase(begin, owner.core, owner.last, owner.voices)
    return Phrase(begin, core, last, tuple(voices))


def _owner(line: Line, at: int, end: int, voice: Voice) -> Phrase | None:
    """Whose paper or count it is: "a statement by the ministry", "figures from the council", "a report in the Post"."""
    noun = head_of(line, voice.first, voice.last)
    if noun is None or noun.attrs.get("via") is None or voice.kind not in ("document", "unnamed") or not line.has(at, "owner"):
        return None
    owner = phrase(line, at + 1, end)
    if (
        owner is None
        or any(one.kind not in ("organisation", "agency") and not one.named for one in owner.voices)
        or any(one.how == "unknown" for one in owner.voices)
    ):
        return None
    via = noun.attrs.get("via")
    return replace(owner, voices=tuple(replace(one, via=one.via or via) for one in owner.voices))


def _account(line: Line, first: int, core: int) -> Voice | None:
    """Whose account or channel it is: "the council's Alpha Twitter account", "the army's Telegram channel"; it speaks there."""
    noun = head_of(line, first, core)
    if noun is None or noun.attrs.get("via") not in ("tweet", "messenger") or noun.last != core:
        return None
    mark = next((j for j in range(noun.first - 1, first, -1) if line.form(j) == POSSESSIVE), None)
    owner = voice_of(line, first, mark, mark) if mark is not None else None
    return replace(owner, via=noun.attrs["via"]) if owner is not None and owner.how not in ("unknown", "pronoun") else None


def _leaning(line: Line, at: int, end: int, voice: Voice) -> Voice | None:
    """People told by the side they are on: "forces aligned with the council"; they are not the forces of anybody else."""
    if voice.how != "noun" or voice.kind != "organisation" or not line.has(at, "leaning") or not line.has(at + 1, "preposition"):
        return None
    side = phrase(line, at + 2, end)
    if side is None:
        return None
    words = line.words_of(voice.first, side.core)
    return replace(voice, last=side.core, text=words, name=words, known=None, actor=voice.actor)


def taken_up(line: Line, at: int) -> Phrase | None:
    """Who is meant by a pronoun that is no subject: "according to him"."""
    return pronoun(line, at) if line.has(at, "ofperson", "ofpeople") and not line.capital(at + 1) else None


def pronoun(line: Line, at: int) -> Phrase:
    """The voice of a pronoun, also of one that tells whose something is."""
    form = line.form(at)
    head = "person" if line.has(at, "person", "ofperson") else "people" if line.has(at, "people", "ofpeople") else "thing"
    voice = Voice(
        at,
        at + 1,
        line.words_of(at, at + 1),
        form,
        "person" if head == "person" else "organisation",
        "pronoun",
        head,
        plural=head == "people",
    )
    return Phrase(at, at + 1, at + 1, (voice,))


def _initial(line: Line, at: int) -> bool:
    """Whether a letter is one of a name: "Ada I. Roy"."""
    inside = line.capital(at - 1) and line.capital(at + 2) and line.kind(at + 2) == "word"
    return len(line.form(at)) == 1 and line.form(at + 1) == "." and inside


def _extent(line: Line, at: int, end: int) -> tuple[int, int]:
    """Where the phrase's core ends, and where its prepositional tail does."""
    core: int | None = None
    j, stop = at, min(end, at + LONGEST, line.last)
    while j < stop:
        name = line.name(j)
        noun = line.mention(j, "voices")
        if (
            noun is not None
            and noun.last - j > 2
            and noun.attrs.get("kind") == "office"
            and (name is None or name.last < noun.last)
        ):
            name = noun  # "secretary of state"
        if name is not None and name.last <= stop:
            j = name.last
            continue
        if line.kind(j) == "punctuation":
            if line.form(j) in JOINTS and j > at and line.kind(j + 1) == "word" and j + 1 < stop and _tied(line, j):
                j += 1
                continue
            if j > at and j + 1 < stop and _plural_owner(line, j):
                j += 1
                continue
            break
        if (line.has(j, *STOPPING) and not _initial(line, j)) or (j > at and _verb(line, j)):
            break
        if not line.roles(j):
            if j > at and noun is None and line.verb(j) and not line.capital(j):
                break
            j += 1
            continue
        if (
            j > at
            and line.has(j, "determiner")
            and line.kind(j - 1) == "word"
            and not line.has(j - 1, "preposition", "determiner", "and")
        ):
            j -= _governing(line, at, j - 1)
            break
        if j > at and noun is None and line.verb(j) and not line.capital(j):
            break
        if line.has(j, "joins") and j > at and _starts_anew(line, j):
            break
        if j > at and line.has(j, "doing", "leaning") and _speakers_end(line, at, j) and not line.capital(j):
            break
        if line.has(j, "infinitive", "expletive") and j > at:
            break
        if j > at and line.has(j, "inname") and not line.has(j, "of", "determiner") and line.has(j + 1, "theirs"):
            break  # "Roy for his part"
        if line.has(j, "preposition") and not line.has(j, "inname") and not (j > at and _inside_capitals(line, j)):
            if j == at:
                break
            core = j if core is None else core
        if line.has(j, "time") and not line.capital(j - 1) and j > at and line.form(j - 1) not in JOINTS:
            break
        if line.has(j, "adverb", "as") and not line.capital(j):
            break
        j += 1
    while j > at and line.has(j - 1, "preposition", "and", "determiner") and not _those_who(line, at, j):
        j -= 1
    core = j if core is None else core
    while core > at and line.has(core - 1, "preposition", "and"):
        core -= 1
    return core, j


def _speakers_end(line: Line, first: int, at: int) -> bool:
    """Whether a noun for those who may speak ends at a token, one of several words too: "the militant group | battling"."""
    return any(m.last == at and (m.kind == "groups" or (m.kind == "voices" and bool(m.attrs.get("kind"))))
               for j in range(first, at) for m in line.at.get(j, ()))


def _governing(line: Line, first: int, at: int) -> bool:
    """Whether a word that nobody knows is a verb, between a noun that can speak and another phrase: "the army took the"."""
    ends = any(m.kind in ("voices", *NAMED) and m.last == at for j in range(first, at) for m in line.at.get(j, ()))
    return ends and not line.capital(at) and line.mention(at, "voices") is None


def _several(line: Line, at: int) -> bool:
    """Whether a noun for several stands here, behind which an apostrophe says whose something is: "the rebels' chief"."""
    apart = line.tokens[at + 1].end < line.tokens[at + 2].start if at + 2 < line.last else False
    return apart and any("plural" in mention.features for mention in line.at.get(at, ()) if mention.kind in ("voices", "counted"))


def _inside_capitals(line: Line, at: int) -> bool:
    """Whether a small word is written as a part of a name: "Doctors Without Frontiers"."""
    return line.capital(at - 1) and line.capital(at) and line.capital(at + 1)


def _those_who(line: Line, first: int, at: int) -> bool:
    """Whether a relative word makes a determiner before it stand for people: "two of those who got out"."""
    opens = at - 1 == first or line.has(at - 2, "of")
    return opens and line.has(at, "relative") and line.has(at - 1, "determiner") and not line.capital(at)


def _plural_owner(line: Line, at: int) -> bool:
    """Whether an apostrophe stands behind owners in the plural ("the Farmers' Union"), and closes no quotation."""
    return (
        line.form(at) in ("'", "’")
        and line.tokens[at - 1].end == line.tokens[at].start
        and line.form(at - 1).endswith(POSSESSIVE[1:])
        and ((line.capital(at - 1) and line.capital(at + 1)) or _several(line, at - 1))
        and not any(quotation.last in (at, at + 1) for quotation in line.quotations)
    )


def _starts_anew(line: Line, at: int) -> bool:
    """Whether `and` begins another clause: what stands before it cannot speak, what follows is a phrase of its own."""
    after = line.capital(at + 1) or line.has(at + 1, "determiner", "person", "people", "thing")
    return after and not line.capital(at - 1) and not _ends_name(line, at)


def _tied(line: Line, at: int) -> bool:
    if line.form(at) == ".":
        return (
            line.tokens[at - 1].end == line.tokens[at].start
            and line.capital(at - 1)
            and (len(line.form(at - 1)) == 1 or line.mention(at - 1, "titles") is not None)
        )
    return line.tokens[at - 1].end == line.tokens[at].start


def _verb(line: Line, at: int) -> bool:
    """Whether a word of speech is meant as a verb here, and no name or noun that looks like one."""
    cue = line.cue_at.get(at)
    if cue is None:
        return False
    if not cue.features:
        return cue.act == "cite"
    noun = line.mention(at, "voices")
    if noun is None:
        return not line.has(at - 1, "determiner") and not (line.capital(at) and line.capital(at - 1))
    return bool(cue.finite and line.has(noun.last, "complement"))


def _members(line: Line, first: int, core: int) -> list[tuple[int, int]]:
    """The parts of a phrase that are joined by `and`, where each could speak."""
    cuts = [first]
    j = first
    while j < core:
        name = line.name(j)
        if name is not None and name.last <= core:
            j = name.last
            continue
        if line.has(j, "joins") and j + 1 < core and _joins(line, first, j, core):
            cuts.append(j + 1)
        j += 1
    return [(start, (cuts[n + 1] - 1) if n + 1 < len(cuts) else core) for n, start in enumerate(cuts)]


def _joins(line: Line, first: int, at: int, core: int) -> bool:
    if line.has(first, "indefinite"):
        return line.has(at + 1, "determiner", "indefinite") and not line.has(at + 1, "theirs")
    before = line.mention(at - 1, "voices", *NAMED) is not None or line.capital(at - 1) or _ends_name(line, at)
    after = any(line.mention(j, "voices", *NAMED) is not None for j in range(at + 1, core)) or line.capital(at + 1)
    within = line.capital(at - 1) and line.capital(at + 1) and _organisation(line, first, core) and line.name(at + 1) is None
    return before and after and not within and not _one_office(line, first, at, core)


def _one_office(line: Line, first: int, at: int, core: int) -> bool:
    """Whether the words that "and" joins say what one office is for: "Roads and Public Works Minister Ada Roy"."""
    begun = range(first, at)
    if not all(line.capital(j) and line.mention(j, "voices", *NAMED) is None for j in begun):
        return False
    offices = [m for j in range(at + 2, core) if (m := line.mention(j, "voices")) is not None and m.attrs.get("kind") == "office"]
    behind = offices[0].last if offices else core
    return behind < core and line.capital(behind) and all(line.capital(j) for j in range(at + 1, offices[0].first))


def _ends_name(line: Line, at: int) -> bool:
    return any(
        mention.last == at
        for j in range(max(line.first, at - 8), at)
        for mention in line.at.get(j, ())
        if mention.kind in (*NAMED, "voices")
    )


def _organisation(line: Line, first: int, core: int) -> bool:
    return any(
        mention.attrs.get("kind") in ("organisation", "agency")
        for j in range(first, core)
        for mention in line.at.get(j, ())
        if mention.kind == "voices"
    )
