"""Noun phrases that can speak, in scripts without capitals: names show themselves by where they stand."""

from dataclasses import replace

from tawatur.attribution.line import ATTACHED, Line
from tawatur.attribution.voice import Phrase, Voice
from tawatur.records import Mention

OPENING = frozenset("\"“”«»(„‟'")
CLOSING = frozenset("\"“”«»)„‟'")
COMMAS = frozenset(",\u060c")
LONGEST = 22
NAME = 5  # words of a person's name, at most
STOPPING = ("relative", "complement", "contrast", "but", "quoting", "have", "not", "time", "pronoun", "subordinate")


def phrase(line: Line, at: int, end: int, attached: bool = False) -> Phrase | None:
    """The noun phrase that begins at a token; `attached` lets a preposition be written onto its first word."""
    end = min(end, line.last)
    begin = at
    while at < end and line.form(at) in OPENING:
        at += 1
    if at >= end or line.kind(at) != "word" or at - begin > 2:
        return None
    own = line.has(at, "own")
    if own:
        voice = Voice(at, at + 1, line.words_of(at, at + 1), line.words_of(at, at + 1), "correspondent", "own", line.form(at))
        return Phrase(begin, at + 1, at + 1, (voice,))
    if not attached and _attached(line, at) and line.name(at) is None or line.has(at, "adjective"):
        return None
    if line.has(at, *STOPPING) and line.name(at) is None or line.has(at, "preposition") and not _noun(line, at):
        return None
    core = _core(line, at, end)
    if core <= at:
        return None
    members = _members(line, at, core)
    voices = tuple(voice for first, stop in members if (voice := _voice(line, first, stop, core)) is not None)
    if not voices:
        return None
    core = min(core, voices[-1].last)
    core, voices = _late_name(line, core, end, voices)
    if (owner := _owner(line, core, end, voices[-1], attached)) is not None:
        return Phrase(begin, owner.core, owner.last, owner.voices)
    last = core
    while last < end and line.form(last) in CLOSING and line.form(last) not in OPENING - CLOSING:
        if line.form(last) in OPENING and line.tokens[last].start > line.tokens[last - 1].end:
            break
        last += 1
    return Phrase(begin, last, last, voices)


def _reported(line: Line, voice: Voice) -> bool:
    """Whether a noun is no person, but what is told ("figures", "reports")."""
    head = line.mention(voice.first, "voices")
    return voice.kind == "unnamed" and head is not None and head.attrs.get("via") == "told"


def _owner(line: Line, at: int, end: int, voice: Voice, cited: bool) -> Phrase | None:
    """Whose paper or count it is: "a statement of the ministry", "the figures issued by the council"."""
    if voice.known is not None or not (voice.kind == "document" or cited and voice.how in ("bare", "unknown") or _reported(line, voice)):
        return None
    if line.has(at, "issued"):
        at += 1
        if line.has(at, "from", "learnt"):
            at += 1
    elif not any("to" in mention.features for mention in line.at.get(at, ()) if mention.kind in ("voices", "actor", "outlet")):
        return None
    owner = phrase(line, at, end, attached=True)
    if owner is None or owner.voices[0].kind not in ("organisation", "agency", "person"):
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


def _core(line: Line, at: int, end: int) -> int:
    """How far the nouns, adjectives and names of the phrase reach."""
    j = at
    stop = min(end, at + LONGEST)
    office = False
    opening = line.mention(at, "voices")
    crowd = opening is not None and opening.attrs.get("kind") == "unnamed" and not line.form(at).startswith(line.words.article)
    body = opening is not None and opening.attrs.get("kind") in ("organisation", "agency", "body") and line.name(at) is None
    definite = opening is not None and (line.form(at).startswith(line.words.article) or "definite" in opening.features)
    settled = opening is not None and definite and (
        opening.attrs.get("kind") not in ("office", "unnamed", "correspondent") or "plural" in opening.features)
    while j < stop:
        if j > at and line.has(j, "adjective"):
            j += 1
            continue
        if j > at + 1 and (body or crowd) and _another(line, j, crowd):
            break
        mention = line.name(j) or line.mention(j, "voices", "titles")
        if j > at and mention is not None and mention.features & ATTACHED and not (office and _governs(line, j)):
            break
        if mention is not None and mention.last <= stop and not (j > at and line.has(j, *STOPPING)):
            office = office or mention.attrs.get("kind") in ("office", "unnamed")
            j = mention.last
            continue
        if line.kind(j) == "punctuation":
            closing = _inner(line, j, stop)
            if closing is None or j == at:
                break
            j = closing
            continue
        if line.kind(j) == "number" and j > at or len(line.form(j)) == 1 and j > at:
            break
        if settled and j > at and mention is None and line.kind(j) == "word" and not line.form(j).startswith(line.words.article):
            break
        if crowd and j > at + 1 and _new_phrase(line, at, j):
            break
        if line.has(j, *STOPPING) and not line.has(j, "nameprefix") or line.has(j, "preposition") and j > at:
            break
        if j > at and j in line.cue_at and line.cue_at[j].features and not _adjectival(line, j) and mention is None:
            break
        if j > at and mention is None and line.verb(j):
            break
        if j > at and _prefixed(line, j):
            if not office:
                break
        j += 1
    while j > at + 1 and line.has(j - 1, "preposition", "and"):
        j -= 1
    return j


def _another(line: Line, at: int, crowd: bool) -> bool:
    """Whether a name stands beside a noun that has its complement already: the verb's object, and no part of the phrase."""
    name = line.name(at)
    if (name is None and not (crowd and line.place(at))) or (name is not None and "and" in name.features):
        return False
    if line.has(at - 1, "domain", "agent", "adjective") or line.mention(at - 1, "voices", "titles") is not None:
        return False
    return not crowd or not line.form(at - 1).startswith(line.words.article)


def _new_phrase(line: Line, first: int, at: int) -> bool:
    """Whether a noun of its own begins: behind "local sources" no bare word governs a definite one."""
    article = line.words.article
    return bool(article) and line.mention(at, "voices", "titles") is None and not any(
        line.form(j).startswith(article) for j in range(first, at + 1)) and line.form(at + 1).startswith(article)


def _governs(line: Line, at: int) -> bool:
    """An office may govern a body with a preposition written onto it ("the head of the committee")."""
    mention = line.name(at) or line.mention(at, "voices")
    return mention is not None and mention.kind != "outlet" and not (mention.kind == "voices" and mention.attrs.get("kind") == "agency")


def _adjectival(line: Line, at: int) -> bool:
    return line.form(at).startswith(line.words.article) if line.words.article else False


def _prefixed(line: Line, at: int) -> bool:
    """Whether an unknown word seems to carry a preposition before its article."""
    article = line.words.article
    form = line.form(at)
    if not article:
        return False
    return len(form) > 4 and (form[1:].startswith(article) or form[:2] == article[1:] * 2) and line.mention(at, "voices", "titles") is None


def _inner(line: Line, at: int, stop: int) -> int | None:
    """Past a short pair of quotation marks or brackets around a name: "the agency “Sama”"."""
    if line.form(at) in "-‐‑–/" and line.kind(at + 1) == "word" and line.tokens[at].end == line.tokens[at + 1].start:
        return at + 1
    if line.form(at) not in OPENING or line.tokens[at].start == line.tokens[at - 1].end and line.form(at) != "(":
        return None
    for j in range(at + 1, min(at + 7, stop)):
        if line.form(j) in CLOSING:
            return j + 1 if j > at + 1 else None
        if line.kind(j) != "word" or line.has(j, "complement", "relative") or line.cue_at.get(j) is not None:
            return None
    return None


def _members(line: Line, first: int, core: int) -> list[tuple[int, int]]:
    """Speakers joined by a conjunction that is written onto the next word."""
    cuts = [first]
    for j in range(first + 1, core):
        held = [mention for mention in line.at.get(j, ()) if mention.kind in ("voices", "actor", "outlet", "person")]
        if not held or not all("and" in mention.features for mention in held):
            continue
        same = line.mention(first, "voices")
        other = line.mention(j, "voices")
        if same is not None and other is not None and {same.attrs.get("kind"), other.attrs.get("kind")} <= {"office", "unnamed"} and (
                "plural" not in same.features and "plural" not in other.features):
            continue  # one person with two offices
        cuts.append(j)
    return [(start, cuts[n + 1] if n + 1 < len(cuts) else core) for n, start in enumerate(cuts)]


def _voice(line: Line, first: int, core: int, last: int) -> Voice | None:
    head = line.mention(first, "voices")
    named = line.name(first)
    text = line.unattached(first, core, head or named)
    person = next((m for j in range(first, core) if (m := line.name(j)) is not None and m.kind == "person" and m.last <= core), None)
    definite = line.form(first).startswith(line.words.article) or bool(head is not None and "definite" in head.features)
    base = Voice(first, core, text, text, "unnamed", "noun", definite=definite, actor=_affiliation(line, first, core))
    if person is not None:
        return replace(base, name=person.form, kind="person", how="name", head=line.form(person.last - 1), known=person.attrs.get("id"),
                       actor=person.attrs.get("actor") or base.actor, role=line.words_of(first, person.first) or None)
    if named is not None and (head is None or head.last <= named.last) and (core == named.last or not _trailing(line, named.last, core)):
        return _party(line, base, named)
    if named is not None and head is None and named.first == first:
        return _party(line, replace(base, last=named.last, text=line.unattached(first, named.last, named)), named)
    name = None if head is not None and head.attrs.get("via") else _name(line, first, core, head)
    if name is not None and (head is None or head.attrs.get("kind") in ("office", "unnamed", "correspondent") or head.kind == "titles"):
        kind = "correspondent" if head is not None and head.attrs.get("kind") == "correspondent" else "person"
        return replace(base, name=line.words_of(*name), kind=kind, how="name" if head is not None or titled(line, first, core) else "bare", head=line.form(name[1] - 1),
                       role=line.words_of(first, name[0]) if name[0] > first else line.words_of(name[1], core) or None)
    if head is not None:
        return _noun_voice(line, base, head, first, core)
    if named is not None:
        return _party(line, base, named)
    if line.has(first, "preposition"):
        return None
    surname = line.form(first).startswith(line.words.article) and core - first == 1 and not line.at.get(first)
    return replace(base, how="bare" if surname else "unknown", kind="person" if surname else "unnamed", head=line.form(first))


def _trailing(line: Line, first: int, core: int) -> bool:
    return any(line.kind(j) == "word" and not line.form(j).startswith(line.words.article) for j in range(first, core))


def _party(line: Line, base: Voice, named: Mention) -> Voice:
    actor = named.attrs.get("speaks_for") if named.kind == "outlet" else named.attrs.get("id")
    return replace(base, name=named.form, kind="agency" if named.kind == "outlet" else "organisation", how="name",
                   head=line.form(named.first), known=named.attrs.get("id"), actor=actor)


def _noun_voice(line: Line, base: Voice, head: Mention, first: int, core: int) -> Voice | None:
    kind = head.attrs.get("kind", "unnamed")
    inner = next((m for j in range(head.first, core) if (m := line.name(j)) is not None and m.kind in ("outlet", "actor")), None)
    if kind == "medium":
        return None
    if inner is not None and inner.first <= head.last + 1 and not _trailing(line, inner.last, core) and (
            kind == "agency" if inner.kind == "outlet" else kind == "body" or inner.first == first):
        return replace(_party(line, base, inner), text=base.text)
    if head.attrs.get("via") and inner is not None and inner.first == head.last and kind in ("document", "unnamed"):
        via = head.attrs["via"]
        return replace(_party(line, base, inner), via=None if via == "told" else via)
    if head.attrs.get("via") == "told" and "plural" in head.features:
        kind = "unnamed"
    if kind == "body":
        kind = "organisation" if base.definite or core - first > 1 else "unnamed"
    party = line.party(first, head.first, core) if kind == "organisation" else None
    if party is not None:
        return replace(base, kind=kind, head=head.form, actor=party, known=party)
    if kind == "office":
        kind = "unnamed" if not base.definite and core - first == 1 or "plural" in head.features else "person"
        if kind == "person" and core - first == 1 and not base.definite:
            kind = "unnamed"
    how = "name" if kind in ("organisation", "agency") and core - first > 1 else "own" if _own(head) else "noun"
    return replace(base, kind=kind, how=how, head=head.form, via=head.attrs.get("via") if kind == "agency" else None, plural="plural" in head.features,
                   role=head.form if kind in ("unnamed", "person") and base.actor else None)


def _own(head: Mention) -> bool:
    return head.attrs.get("kind") == "correspondent" and "our" in head.features


def _affiliation(line: Line, first: int, last: int) -> str | None:
    for j in range(first, last):
        name = line.name(j)
        if name is not None and name.kind in ("actor", "outlet"):
            return name.attrs.get("id") if name.kind == "actor" else name.attrs.get("speaks_for")
    return None


def titled(line: Line, first: int, core: int) -> bool:
    """Whether a title of respect or rank stands among the words."""
    return any(line.mention(j, "titles") is not None for j in range(first, core))


def _name(line: Line, first: int, core: int, head: Mention | None) -> tuple[int, int] | None:
    """A person's name in a phrase: before the office, or behind it and all that the office governs."""
    covered = _covered(line, first, core)
    if head is None and first not in covered:
        stop = next((j for j in range(first, core) if j in covered and j > first), core)
        return (first, stop) if 0 < stop - first <= NAME and _namelike(line, first, stop) else None
    stop = core
    while stop > first and line.kind(stop - 1) == "punctuation":
        stop -= 1
    start = stop
    while start > first and start - 1 not in covered and stop - start < NAME + 2 and line.kind(start - 1) == "word":
        start -= 1
    behind = max((m.last for j in range(first, core) for m in line.at.get(j, ()) if m.kind == "titles" and m.last < stop), default=None)
    if behind is not None and stop - behind <= NAME and _namelike(line, behind, stop):
        return behind, stop
    start = _past_adjectives(line, start, stop)
    if head is not None and start <= head.last and not line.form(head.first).startswith(line.words.article):
        return None  # adjectives of a noun without article: "a senior official"
    return (start, stop) if 0 < stop - start <= NAME and _namelike(line, start, stop) else None


def _covered(line: Line, first: int, core: int) -> set[int]:
    """Tokens that known nouns, names of bodies and places, and words of offices take up."""
    taken: set[int] = set()
    for j in range(first, core):
        if line.place(j) or line.has(j, "domain", "adjective", "preposition", "same") or (j > first and line.has(j, "indefinite")):
            taken.add(j)
        for mention in line.at.get(j, ()):
            if mention.kind in ("voices", "titles", "actor", "outlet", "place", "counted") and not (
                    mention.kind == "voices" and line.has(j, "nameprefix")):
                taken.update(range(mention.first, min(mention.last, core)))
    return taken


def _past_adjectives(line: Line, start: int, stop: int) -> int:
    """Definite words that lead a run belong to the office, as long as a bare word follows: the name begins there."""
    article = line.words.article
    last_definite = None
    for j in range(start, stop - 1):
        if line.form(j).startswith(article) and not line.form(j + 1).startswith(article) and not line.has(j + 1, "nameprefix") and (
                j == start or line.form(j - 1).startswith(article) or stop - j > 2 or j - start >= 2):
            last_definite = j
    if line.form(start).startswith(article):
        while start < stop and line.form(start).startswith(article):
            start += 1
        return start
    if last_definite is not None and stop - last_definite - 1 >= 2:
        return last_definite + 1
    return start


def _namelike(line: Line, first: int, stop: int) -> bool:
    article = line.words.article
    bare = [line.form(first), *(line.form(first)[len(mark):] for mark in line.words.joining if line.form(first).startswith(mark))]
    return not any(form.startswith(article) for form in bare) and all(len(line.form(j)) > 1 for j in range(first, stop))


def _late_name(line: Line, core: int, end: int, voices: tuple[Voice, ...]) -> tuple[int, tuple[Voice, ...]]:
    """A name set in brackets, or one that follows the place where the office is held: "the spokesman in X, NAME"."""
    voice = voices[-1]
    if len(voices) > 1 or voice.named or voice.kind not in ("person", "unnamed") or voice.how == "unknown":
        return core, voices
    j = core
    called = False
    bracket = next((k for k in range(core, min(core + 9, end)) if line.form(k) == "("), None)
    if bracket is not None and not any(line.has(k, "complement", "relative") or line.form(k) in COMMAS | {":"} for k in range(core, bracket)):
        core = j = bracket
    if line.form(j) in COMMAS:
        j += 1
        while (title := line.mention(j, "titles")) is not None:
            j, called = title.last, True
    elif line.form(j) == "(":
        j += 1
    elif line.has(j, "preposition") and j + 2 < end and line.kind(j + 1) == "word":
        place = line.mention(j + 1, "place", "actor", "outlet")
        j = place.last if place is not None else j + 2
        if line.form(j) in COMMAS:
            j += 1
    else:
        return core, voices
    stop = j
    while stop < end and line.kind(stop) == "word" and not line.has(stop, *STOPPING, "preposition") and stop not in line.cue_at and (
            line.mention(stop, "voices", "titles") is None) and stop - j <= NAME:
        stop += 1
    known = line.name(j)
    if known is not None and known.kind == "person":
        return known.last, (replace(voice, name=known.form, kind="person", how="name", head=line.form(known.last - 1),
                                    known=known.attrs.get("id"), actor=known.attrs.get("actor") or voice.actor, role=voice.text,
                                    first=j, last=known.last),)
    enclosed = line.form(core) == "(" and line.form(stop) == ")"
    ended = stop >= end or line.has(stop, "complement", "quoting") or line.kind(stop) == "punctuation" and line.form(stop) not in "."
    if not (enclosed or ended):
        return core, voices
    if j < stop and stop - j <= 4 and _namelike(line, j, stop) and line.name(j) is None and not line.place(j) and (
            stop - j >= 2 or called or line.form(core) == "("):
        text = line.words_of(j, stop)
        return stop, (replace(voice, name=text, text=line.words_of(voice.first, stop), kind="person", how="name", head=line.form(stop - 1),
                              role=voice.text, last=stop),)
    return core, voices
