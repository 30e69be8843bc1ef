"""Where a noun phrase reaches that can speak, in scripts without capitals: by its adjectives, marks and neighbours."""

from dataclasses import replace

from tawatur.attribution import plain_ends as ends
from tawatur.attribution.line import ATTACHED, Line
from tawatur.attribution.plain_name import late_name
from tawatur.attribution.plain_voice import STOPPING, employed, voice_of
from tawatur.attribution.voice import Phrase, Voice
from tawatur.records import Mention

OPENING = frozenset("\"“”«»(„‟'")
CLOSING = frozenset("\"“”«»)„‟'")
LONGEST = 22


def phrase(line: Line, at: int, end: int, attached: bool = False) -> Phrase | None:
    """The noun phrase that begins at a token; `attached` lets a preposition be written onto its first word."""
    end = min(end, line.last)
    begin = at
    while at < end and line.form(at) in OPENING:
        at += 1
    if line.kind(at) == "number" and line.mention(at + 1, "voices") is not None:
        at += 1  # "6 residents"
    if at >= end or line.kind(at) != "word" or len(line.form(at)) == 1 or at - begin > 2:
        return None
    at = _past_amount(line, at, end)
    own = line.has(at, "own")
    if own:
        voice = Voice(at, at + 1, line.words_of(at, at + 1), line.words_of(at, at + 1), "correspondent", "own", line.form(at))
        return Phrase(begin, at + 1, at + 1, (voice,))
    if (not attached and _attached(line, at) and line.name(at) is None) or line.has(at, "adjective"):
        return None
    if (line.has(at, *STOPPING) and line.name(at) is None) or _saying(line, at):
        return None
    if (line.has(at, "preposition") or line.has(at, "deed")) and not _noun(line, at):
        return None
    core = _core(line, at, end)
    if core <= at:
        return None
    each = at - begin == 2 and line.has(begin, "each")
    members = _members(line, at, core, each)
    voices = tuple(one for first, stop in members if (one := voice_of(line, first, stop, core)) is not None)
    if not voices:
        return None
    core = min(core, voices[-1].last)
    core, voices = _belonging(line, *late_name(line, core, end, voices), end)
    core, voices = employed(line, core, end, voices)
    if (owner := _owner(line, core, end, voices[-1], attached)) is not None:
        return Phrase(begin, owner.core, owner.last, owner.voices)
    last = core
    while last < end and line.form(last) in CLOSING and line.form(last) not in OPENING - CLOSING:
        if line.form(last) in OPENING and line.tokens[last].start > line.tokens[last - 1].end:
            break
        last += 1
    return Phrase(begin, last, last, voices)


def _belonging(line: Line, core: int, voices: tuple[Voice, ...], end: int) -> tuple[int, tuple[Voice, ...]]:
    """An unnamed speaker with the body that he is in: "a commander in the brigade", "a source within the council"."""
    voice = voices[-1]
    if len(voices) > 1 or voice.how != "noun" or voice.kind not in ("unnamed", "person") or voice.actor is not None:
        return core, voices
    if voice.last != core or not line.has(core, "within"):
        return core, voices
    body = next((name for at in (core + 1, core + 2) if at < end and (name := line.name(at)) is not None), None)
    if body is None and (noun := _definite_body(line, core + 1)) is not None:
        last = noun.last
        while last < end and line.kind(last) == "word" and line.form(last).startswith(line.words.article):
            last += 1
        text = f"{voice.text} {line.words_of(core, last)}"
        return last, (replace(voice, last=last, text=text, name=text),)
    if body is None or body.kind != "actor" or body.last > end or line.place(body.first):
        return core, voices  # "in Syria" says where he is
    last = body.last
    if body.first > core + 1 and line.form(body.first - 1) in OPENING:
        last += line.form(last) in CLOSING
    text = f"{line.words_of(voice.first, core + 1)} {line.words_of(body.first, body.last)}"
    return last, (replace(voice, last=last, text=text, name=text, actor=body.attrs.get("id"), role=voice.text),)


def _definite_body(line: Line, at: int) -> Mention | None:
    """The body in which somebody is, where only a noun names it: "a member of the-committee"."""
    noun = line.mention(at, "voices")
    known = noun is not None and noun.attrs.get("kind") in ("organisation", "body") and not noun.features & ATTACHED
    return noun if known and line.form(at).startswith(line.words.article) else None


def _reported(line: Line, voice: Voice) -> bool:
    """Whether a noun is no person, but what is told ("figures", "reports")."""
    head = line.mention(voice.first, "voices")
    return voice.kind == "unnamed" and head is not None and head.attrs.get("via") == "told"


def _owner(line: Line, at: int, end: int, voice: Voice, cited: bool) -> Phrase | None:
    """Whose paper or count it is: "a statement of the ministry", "the figures issued by the council"."""
    if voice.known is not None or not (
        voice.kind == "document" or (cited and voice.how in ("bare", "unknown")) or _reported(line, voice)
    ):
        return None
    issued = line.has(at, "issued")
    if issued:
        at += 1
        if line.has(at, "from", "learnt"):
            at += 1
    elif not any("to" in mention.features for mention in line.at.get(at, ()) if mention.kind in ("voices", "actor", "outlet")):
        return None
    owner = phrase(line, at, end, attached=True)
    if owner is None or (owner.voices[0].kind not in ("organisation", "agency", "person") and not issued):
        return None
    if voice.how in ("bare", "unknown") and owner.voices[0].kind == "agency":
        return None  # whom he told
    head = line.mention(voice.first, "voices")
    via = head.attrs.get("via") if head is not None else None
    return replace(owner, voices=tuple(replace(one, via=one.via or via) for one in owner.voices))


def _noun(line: Line, at: int) -> bool:
    return line.mention(at, "voices", "titles") is not None or line.name(at) is not None


def _attached(line: Line, at: int) -> bool:
    """Whether a preposition is written onto a known word."""
    held = line.at.get(at, ())
    return bool(held) and all(mention.features & ATTACHED for mention in held)


def _past_amount(line: Line, at: int, end: int) -> int:
    """Past "three" in "three sources", past "many of" in "many of the residents", "three of" in "three of the residents"."""
    few = line.has(at, "partitive") or _number(line, at)
    if few and line.has(at + 1, "learnt") and at + 2 < end:
        return at + 2
    noun = line.mention(at + 1, "voices") if at + 1 < end else None
    number = _number(line, at) or line.has(at, "several")
    counts = number and line.mention(at, "voices") is None
    return at + 1 if counts and noun is not None and "plural" in noun.features else at


def _number(line: Line, at: int) -> bool:
    return any(mention.kind == "numbers" for mention in line.at.get(at, ()))


def _saying(line: Line, at: int) -> bool:
    """Whether a word says how somebody speaks ("saying that …"), and is no noun for him."""
    cue = line.cue_at.get(at)
    if cue is None or cue.finite or "participle" not in cue.features or line.form(at).startswith(line.words.article):
        return False
    return line.mention(at, "voices", "titles") is None and line.name(at) is None


def _core(line: Line, at: int, end: int) -> int:
    """How far the nouns, adjectives and names of the phrase reach."""
    j = at
    stop = min(end, at + LONGEST)
    office = False
    opening = line.mention(at, "voices")
    crowd = opening is not None and opening.attrs.get("kind") == "unnamed" and not line.form(at).startswith(line.words.article)
    ranked = ends.ranked(line, at)
    body = opening is not None and opening.attrs.get("kind") in ("organisation", "agency", "body") and line.name(at) is None
    body = body and not ranked
    definite = opening is not None and (line.form(at).startswith(line.words.article) or "definite" in opening.features)
    settled = (
        opening is not None
        and definite
        and (opening.attrs.get("kind") not in ("office", "unnamed", "correspondent") or ends.several(line, at))
        and not ranked
    )
    while j < stop:
        if j > at and ends.abbreviated(line, j):
            j += 1
            continue
        if j > at and line.has(j, "adjective", "inname", "ordinary"):
            j += 1
            continue
        if j > at and (line.has(j, "calling", "issued") or line.naming(j) is not None or _cites(line, j)):
            break
        if j > at and ends.office_behind(line, j):
            break
        if j > at and (line.has(j, "demonstrative", "deed") or ends.noun_beyond(line, j) or ends.prepositional(line, j, office)):
            break
        if j > at and (ends.deed_behind(line, j) or ends.owned_behind(line, j)):
            break
        if j > at + 1 and (ends.done_to(line, at, j) or ends.paper(line, at, j) or ends.attribute(line, at, j)):
            break
        if j > at and (crowd or opening is None) and ends.does(line, at, j):
            break
        if j > at and line.has(j, "compass") and not line.form(j + 1).startswith(line.words.article) and not line.place(j + 1):
            j += 1
            continue
        if j > at and line.form(j - 1) in CLOSING and line.kind(j) == "word":
            break  # what follows a name in quotation marks is no part of it
        if j > at + 1 and (body or crowd) and ends.another(line, j, crowd):
            break
        if j > at + 1 and body and ends.closed(line, j):
            break
        if (j == at + 1 and crowd and ends.told(line, at, j)) or (j > at + 1 and ends.hearer(line, j)):
            break
        mention = line.name(j) or (line.mention(j, "titles") if j == at and ranked else None) or line.mention(
            j, "voices", "titles")
        if settled and j > at and ends.beyond(line, j, mention, opening):
            break
        if j > at and mention is not None and mention.features & ATTACHED and not (office and _governs(line, j)):
            break
        if mention is not None and mention.last <= stop and not (j > at and line.has(j, *STOPPING)):
            office = office or mention.attrs.get("kind") in ("office", "unnamed")
            j = mention.last
            continue
        if line.kind(j) == "punctuation":
            closing = _inner(line, j, stop)
            if closing is None or j == at or (office and _spoken(line, j, closing)):
                break
            j = closing
            continue
        if (line.kind(j) == "number" and j > at) or (len(line.form(j)) == 1 and j > at):
            break
        if crowd and j > at + 1 and line.mention(j - 1, "titles") is None and ends.new_phrase(line, at, j):
            break
        if office and j > at and line.has(j, "domain") and line.place(j):
            j += 1  # "the head of the department for Alpha and northern Beta"
            continue
        if (line.has(j, *STOPPING) and not line.has(j, "nameprefix")) or (line.has(j, "preposition") and j > at):
            break
        if j > at and j in line.cue_at and line.cue_at[j].features and not _adjectival(line, j) and mention is None:
            break
        if j > at and mention is None and line.verb(j):
            break
        if j > at and office and ends.counted(line, j):
            break
        if j > at and _prefixed(line, j) and (not office or ends.bare(line, j - 1)):
            break
        if j > at and line.masthead(j) is not None:
            break
        j += 1
    while j > at + 1 and line.has(j - 1, "preposition", "and"):
        j -= 1
    return j


def _cites(line: Line, at: int) -> bool:
    """Whether a word says of whom somebody has what he tells: "the reporter said, quoting …"."""
    cue = line.cue_at.get(at)
    return cue is not None and cue.act == "cite" and "from" in cue.takes


def _governs(line: Line, at: int) -> bool:
    """An office may govern a body with a preposition written onto it ("the head of the committee")."""
    mention = line.name(at) or line.mention(at, "voices")
    told = mention is not None and mention.kind == "voices" and mention.attrs.get("kind") in ("agency", "correspondent")
    return mention is not None and mention.kind != "outlet" and not told


def _adjectival(line: Line, at: int) -> bool:
    return line.form(at).startswith(line.words.article) if line.words.article else False


def _prefixed(line: Line, at: int) -> bool:
    """Whether an unknown word seems to carry a preposition before its article."""
    article = line.words.article
    form = line.form(at)
    if not article:
        return False
    return (
        len(form) > 4
        and (form[1:].startswith(article) or form[:2] == article[1:] * 2)
        and line.mention(at, "voices", "titles") is None
    )


def _inner(line: Line, at: int, stop: int) -> int | None:
    """Past a short pair of quotation marks or brackets around a name: "the agency “Sama”"."""
    if line.form(at) in "-‐‑–/" and line.kind(at + 1) == "word" and line.tokens[at].end == line.tokens[at + 1].start:
        return at + 1
    if line.form(at) not in OPENING or (line.tokens[at].start == line.tokens[at - 1].end and line.form(at) != "("):
        return None
    for j in range(at + 1, min(at + 7, stop)):
        if line.form(j) in CLOSING:
            return j + 1 if j > at + 1 else None
        if line.kind(j) != "word" or line.has(j, "complement", "relative") or line.cue_at.get(j) is not None:
            return None
    return None


def _spoken(line: Line, at: int, closing: int) -> bool:
    """Whether what is quoted behind somebody is what he says: the sentence is over with it, and no body is named."""
    noun = any(m.kind in ("voices", "titles", "actor", "outlet") for j in (at - 2, at - 1) for m in line.at.get(j, ())
               if m.last == at and (m.kind != "voices" or m.attrs.get("kind") in ("organisation", "body", "agency")))
    over = all(line.kind(j) == "punctuation" for j in range(closing, line.last))
    return line.form(at) in OPENING and over and not noun


def _members(line: Line, first: int, core: int, each: bool) -> list[tuple[int, int]]:
    """Speakers joined by a conjunction that is written onto the next word; `each`: "each of the mayor and the chief"."""
    cuts = [first]
    for j in range(first + 1, core):
        held = [mention for mention in line.at.get(j, ()) if mention.kind in ("voices", "actor", "outlet", "person")]
        if not held or not all("and" in mention.features for mention in held):
            continue
        same = line.mention(first, "voices")
        other = line.mention(j, "voices")
        if (
            not each
            and same is not None
            and other is not None
            and {same.attrs.get("kind"), other.attrs.get("kind")} <= {"office", "unnamed"}
            and ("plural" not in same.features and "plural" not in other.features)
        ):
            continue  # one person with two offices
        cuts.append(j)
    return [(start, cuts[n + 1] if n + 1 < len(cuts) else core) for n, start in enumerate(cuts)]
