"""Who a noun phrase makes speak, in scripts without capitals: names show themselves by where they stand."""

from dataclasses import replace

from tawatur.attribution.line import ATTACHED, Line
from tawatur.attribution.plain_ends import ranked
from tawatur.attribution.voice import Voice, party_voice, person_voice
from tawatur.records import Mention

NAME = 5  # words of a person's name, at most
LONG = 5  # letters: names may end as possessed words do, but short ones only
STOPPING = ("relative", "complement", "contrast", "but", "quoting", "have", "not", "time", "pronoun", "subordinate")


def voice_of(line: Line, first: int, core: int, last: int) -> Voice | None:
    head = line.mention(first, "voices")
    named = line.name(first)
    text = line.unattached(first, core, head or named)
    person = next(
        (m for j in range(first, core) if (m := line.name(j)) is not None and m.kind == "person" and m.last <= core), None
    )
    definite = line.form(first).startswith(line.words.article) or bool(head is not None and "definite" in head.features)
    actor = _affiliation(line, first, core) or line.party(first, first, core)
    base = Voice(first, core, text, text, "unnamed", "noun", definite=definite, actor=actor)
    if person is not None:
        return person_voice(base, person, line.form(person.last - 1), line.words_of(first, person.first))
    if (
        named is not None
        and (head is None or head.last <= named.last)
        and (core == named.last or not _trailing(line, named.last, core))
    ):
        return party_voice(base, named, line.form(named.first))
    if named is not None and head is None and named.first == first:
        alone = replace(base, last=named.last, text=line.unattached(first, named.last, named))
        return party_voice(alone, named, line.form(first))
    name = None if head is not None and head.attrs.get("via") else _name(line, first, core, head)
    held = head is not None and (head.attrs.get("kind") in ("office", "unnamed", "correspondent") or head.kind == "titles")
    if name is not None and (head is None or held or ranked(line, first)):
        kind = "correspondent" if head is not None and head.attrs.get("kind") == "correspondent" else "person"
        return replace(
            base,
            name=line.words_of(*name),
            kind=kind,
            how="name" if head is not None or _titled(line, first, core) else "unknown" if _known_word(line, first) else "bare",
            head=line.form(name[1] - 1),
            role=line.words_of(first, name[0]) if name[0] > first else line.words_of(name[1], core) or None,
        )
    if head is not None:
        return _noun_voice(line, base, head, first, core, last)
    if named is not None:
        return party_voice(base, named, line.form(named.first))
    if line.has(first, "preposition"):
        return None
    title = line.mention(first, "titles")
    if title is not None and title.attrs.get("kind") == "rank" and title.last == core:
        return replace(base, kind="person", head=title.form)  # "the colonel"
    surname = line.form(first).startswith(line.words.article) and core - first == 1 and not line.at.get(first)
    return replace(base, how="bare" if surname else "unknown", kind="person" if surname else "unnamed", head=line.form(first))


def _known_word(line: Line, at: int) -> bool:
    """Whether a word is an ordinary one of the packs, and so no name."""
    return any(mention.kind in ("terms", "counted", "function") for mention in line.at.get(at, ()))


def _trailing(line: Line, first: int, core: int) -> bool:
    return any(
        line.kind(j) == "word" and (not line.form(j).startswith(line.words.article) or line.name(j) is not None)
        for j in range(first, core)
    )


def _noun_voice(line: Line, base: Voice, head: Mention, first: int, core: int, last: int) -> Voice | None:
    kind = head.attrs.get("kind", "unnamed")
    inner = next((m for j in range(head.first, core) if (m := line.name(j)) is not None and m.kind in ("outlet", "actor")), None)
    if kind == "medium":
        return None
    if (
        inner is not None
        and inner.first <= head.last + 1
        and not _trailing(line, inner.last, core)
        and (kind == "agency" if inner.kind == "outlet" else kind == "body" or inner.first == first)
    ):
        return replace(party_voice(base, inner, line.form(inner.first)), text=base.text)
    if head.attrs.get("via") and inner is not None and inner.first == head.last and kind in ("document", "unnamed"):
        via = head.attrs["via"]
        return replace(party_voice(base, inner, line.form(inner.first)), via=None if via == "told" else via)
    owner = line.mention(head.last, "voices") if head.attrs.get("via") and kind in ("document", "unnamed") else None
    if owner is not None and owner.attrs.get("kind") in ("organisation", "agency", "body") and not owner.features & ATTACHED:
        theirs = voice_of(line, head.last, core, last)
        if theirs is not None and theirs.kind in ("organisation", "agency"):  # "the figures of the ministry"
            return replace(theirs, via=None if head.attrs["via"] == "told" else head.attrs["via"])
    if head.attrs.get("via") == "told" and "plural" in head.features:
        kind = "unnamed"
    if kind == "body" and not base.definite and core - first > 1 and _ordinary(line, head.last, core):
        kind = "unnamed"  # "a rights organisation", whichever
    if kind == "body":
        kind = "organisation" if base.definite or core - first > 1 else "unnamed"
    party = line.party(first, head.first, core) if kind == "organisation" else None
    if party is not None:
        anybody = core - first == 1 and line.has(head.last - 1, "generic")
        return replace(base, kind=kind, head=head.form, actor=party, known=party, anybody=anybody)
    if kind == "office":
        kind = "unnamed" if (not base.definite and core - first == 1) or "plural" in head.features else "person"
        if kind == "person" and core - first == 1 and not base.definite:
            kind = "unnamed"
    how = "own" if _own(head) else "name" if kind in ("organisation", "agency") and core - first > 1 else "noun"
    return replace(
        base,
        kind=kind,
        how=how,
        head=head.form,
        via=head.attrs.get("via") if kind == "agency" else None,
        stated=head.attrs.get("via") == "statement",
        plural="plural" in head.features,
        anybody=core - first == 1 and line.has(head.last - 1, "generic"),
        role=head.form if kind in ("unnamed", "person") and base.actor else None,
    )


def _ordinary(line: Line, first: int, core: int) -> bool:
    """Whether nothing but adjectives follows a noun, which make it no name."""
    return all(line.has(j, "ordinary") or line.mention(j, "nationalities") is not None for j in range(first, core))


def employed(line: Line, core: int, end: int, voices: tuple[Voice, ...]) -> tuple[int, tuple[Voice, ...]]:
    """A reporter or a photographer of an agency: the agency passes on what they tell."""
    voice = voices[-1]
    if len(voices) > 1 or not any(line.has(j, "reporter") for j in range(voice.first, core)):
        return core, voices
    for j in range(voice.first + 1, min(core + 5, end)):
        if j >= core and (line.has(j, "complement", "relative", "time") or line.kind(j) == "punctuation" or j in line.cue_at):
            break
        held = [m for m in line.at.get(j, ()) if m.kind == "outlet" or m.attrs.get("kind") == "agency"]
        if not held:
            continue
        outlet = line.mention(j, "outlet") or (line.mention(j + 1, "outlet") if j + 1 < end else None)
        if outlet is not None:
            employer = party_voice(replace(voice, how="name", role=None, actor=None), outlet, outlet.form)
            stop = max(core, outlet.last)
        else:
            stop = max(core, held[0].last)
            text = line.unattached(j, stop, held[0])
            if stop - j < 2:
                break
            employer = replace(voice, text=text, name=text, kind="agency", how="name", head=line.form(j), role=None, actor=None)
        kind = "correspondent" if voice.kind == "unnamed" else voice.kind
        return stop, (
            replace(
                voice,
                kind=kind,
                last=stop,
                text=line.words_of(voice.first, stop) if not voice.named else voice.text,
                name=voice.name if voice.named else line.words_of(voice.first, stop),
                employer=employer,
            ),
        )
    return core, voices


def _own(head: Mention) -> bool:
    return head.attrs.get("kind") in ("correspondent", "agency") and "our" in head.features


def _affiliation(line: Line, first: int, last: int) -> str | None:
    for j in range(first, last):
        name = line.name(j)
        if name is not None and name.kind in ("actor", "outlet"):
            return name.attrs.get("id") if name.kind == "actor" else name.attrs.get("speaks_for")
    return None


def _titled(line: Line, first: int, core: int) -> bool:
    """Whether a title of respect or rank stands among the words."""
    return any(line.mention(j, "titles") is not None for j in range(first, core))


def _name(line: Line, first: int, core: int, head: Mention | None) -> tuple[int, int] | None:
    """A person's name in a phrase: before the office, or behind it and all that the office governs."""
    covered = _covered(line, first, core)
    if head is not None:
        covered |= {j for j in range(first + 1, core) if line.mention(j, "nationalities") is not None}
    if head is None and first not in covered:
        stop = next((j for j in range(first, core) if j in covered and j > first), core)
        return (first, stop) if 0 < stop - first <= NAME and namelike(line, first, stop) else None
    stop = core
    while stop > first and line.kind(stop - 1) == "punctuation":
        stop -= 1
    start = stop
    while start > first and start - 1 not in covered and stop - start < NAME + 2 and line.kind(start - 1) == "word":
        start -= 1
    behind = max(
        (
            m.first if line.has(m.first, "nameprefix") else m.last
            for j in range(first, core)
            for m in line.at.get(j, ())
            if m.kind == "titles" and m.last < stop and not _within_name(line, first, m, covered)
        ),
        default=None,
    )
    if behind is not None and stop - behind <= NAME and namelike(line, behind, stop):
        return behind, stop
    start = _past_adjectives(line, start, stop)
    owned = head is not None and line.words_of(head.first, head.first + 1).endswith(line.words.possessed)
    if head is not None and start <= head.last and not owned and not line.form(head.first).startswith(line.words.article):
        return None  # adjectives of a noun without article: "a senior official"
    return (start, stop) if 0 < stop - start <= NAME and namelike(line, start, stop) else None


def _covered(line: Line, first: int, core: int) -> set[int]:
    """Tokens that known nouns, names of bodies and places, and words of offices take up."""
    taken: set[int] = set()
    for j in range(first, core):
        if (
            line.place(j)
            or line.has(j, "domain", "adjective", "ordinary", "preposition", "same")
            or (j > first and line.has(j, "indefinite"))
        ):
            taken.add(j)
        for mention in line.at.get(j, ()):
            if mention.kind in ("voices", "titles", "actor", "outlet", "place", "counted") and not (
                mention.kind == "voices" and line.has(j, "nameprefix")
            ):
                taken.update(range(mention.first, min(mention.last, core)))
    return taken


def _within_name(line: Line, first: int, title: Mention, covered: set[int]) -> bool:
    """Whether a title stands in the middle of a name, behind a given name: "Ada al-Hajj Roy"."""
    given = title.first - 1
    return (
        title.attrs.get("kind") == "family"
        and given > first
        and given not in covered
        and not line.form(given).startswith(line.words.article)
    )


def _past_adjectives(line: Line, start: int, stop: int) -> int:
    """Definite words that lead a run belong to the office, as long as a bare word follows: the name begins there."""
    article = line.words.article
    last_definite = None
    for j in range(start, stop - 1):
        if (
            line.form(j).startswith(article)
            and not line.form(j + 1).startswith(article)
            and not line.has(j + 1, "nameprefix")
            and (j == start or line.form(j - 1).startswith(article) or stop - j > 2 or j - start >= 2)
        ):
            last_definite = j
    if line.form(start).startswith(article):
        while start < stop and line.form(start).startswith(article):
            start += 1
        return start
    if last_definite is not None and stop - last_definite - 1 >= 2:
        return last_definite + 1
    return start


def namelike(line: Line, first: int, stop: int) -> bool:
    article = line.words.article
    bare = [
        line.form(first),
        *(line.form(first)[len(mark) :] for mark in line.words.joining if line.form(first).startswith(mark)),
    ]
    if any(form.startswith(article) for form in bare) or any(line.has(j, "what", "same", "relative") for j in range(first, stop)):
        return False
    if stop - first > 2 and line.words_of(stop - 1, stop).endswith(line.words.possessed):
        return False
    return all(len(line.form(j)) > 1 and not _possessed(line, j) for j in range(first, stop))


def _possessed(line: Line, at: int) -> bool:
    """Whether a word ends as what belongs to somebody does ("his-optimism"): no name, unless it is short."""
    written = line.words_of(at, at + 1)
    return len(written) > LONG and written.endswith(line.words.possessed)
