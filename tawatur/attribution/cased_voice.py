"""Who a noun phrase makes speak, in scripts whose capitals show the names: a person, a party, a noun, an unknown name."""

from dataclasses import replace

from tawatur.attribution.body_names import JOINTS, body_behind, titled_body
from tawatur.attribution.line import POSSESSIVE, Line
from tawatur.attribution.voice import Voice, party_voice, person_voice
from tawatur.records import Mention
from tawatur.records.swift import kept_between


def voice_of(line: Line, begin: int, core: int, last: int) -> Voice | None:
    if line.has(begin, "determiner") and line.has(begin + 1, "definite") and begin + 2 < core:
        begin += 1  # "both the army and …"
    if line.has(begin, "nobody"):
        return None
    first, marks = begin, set[str]()
    while first < core and _before_noun(line, first) and line.name(first) is None:
        marks |= {role for role in ("definite", "indefinite", "own") if line.has(first, role)}
        first += 1
    first = _past_age(line, first, core)
    follows = core in line.cue_at or (line.form(core) == "," and line.has(core + 1, "reaches", "relative"))
    another = line.has(core - 1, "pronominal") and follows  # "another spoke of five"
    if first >= core and not another and (not line.has(core, "relative") or line.capital(core)):  # "the WHO"
        return None
    if first >= core:  # "two of those who got out"
        words = line.words_of(begin, core)
        return Voice(begin, core, words, words, "unnamed", "noun", line.form(core - 1), plural=not another)
    text = line.words_of(begin, core)
    reach = core if line.has(core, "and") else last
    base = Voice(begin, core, text, text, "unnamed", "noun", definite="definite" in marks, actor=_affiliation(line, first, reach))
    return _person(line, base, first, core) or _body(line, base, first, core) or _common(line, base, first, core, marks)


def _before_noun(line: Line, at: int) -> bool:
    """Whether a word only says which or how many: "the", "two", "two of those"."""
    return line.has(at, "determiner") or line.kind(at) == "number" or (line.has(at, "of") and line.has(at + 1, "determiner"))


def _past_age(line: Line, first: int, core: int) -> int:
    """Past words tied by hyphens that no name begins with: "19-year-old Ada Roy"."""
    j = first + 1 if line.form(first) in JOINTS else first
    while j + 1 < core and line.form(j + 1) in JOINTS and not line.capital(j):
        j += 2
    return j + 1 if j > first and not line.capital(j) and line.capital(j + 1) and j + 1 < core else first


def _person(line: Line, base: Voice, first: int, core: int) -> Voice | None:
    """Somebody with a name: one of the packs, a title with a name behind it, a full name that opens the phrase."""
    opener, known = line.name(first), _known(line, first, core)
    found = next(
        (
            name
            for name in (opener, known)
            if name is not None and name.kind == "person" and name.last <= core and (name is opener or name.last == core)
        ),
        None,
    )
    if found is not None:
        role = line.words_of(base.first, found.first) or line.words_of(found.last, core)
        return person_voice(base, found, line.form(found.last - 1), role)
    if opener is not None and opener.kind == "actor" and not line.capital(opener.last - 1):
        run = _run(line, opener.last, core)  # "UN aid chief Ada Roy": an office that the packs know
        if run is not None and run[1] == core and core - run[0] > 1:
            words, role = line.words_of(*run), line.words_of(base.first, run[0])
            return replace(base, name=words, kind="person", how="name", head=line.form(core - 1), role=role or None)
    title = _title(line, first, core)
    if title is not None:
        behind = title[0]
        if known is not None and behind <= known.first and known.last < core:
            behind = known.last  # "member of the Alpha Party Ada Roy"
        run = _run(line, behind, core)
        if run is not None and (run[1] >= core or line.has(run[1], "owner")):
            kind = "correspondent" if title[1].attrs.get("kind") == "correspondent" else "person"
            return replace(
                base,
                name=line.words_of(*run),
                kind=kind,
                how="name",
                head=line.form(run[1] - 1),
                role=line.words_of(base.first, run[0]) or None,
            )
        if (run := _behind_office(line, behind, core)) is not None:
            return replace(
                base,
                name=line.words_of(*run),
                kind="person",
                how="name",
                head=line.form(core - 1),
                role=line.words_of(base.first, run[0]) or None,
            )
    leading = None if base.definite else _person_first(line, first, core)  # "the Alpha Health Cluster" is nobody's name
    if leading is not None and _known(line, first, _front(line, first, core)) is None:
        return replace(
            base,
            name=line.words_of(*leading),
            kind="person",
            how="name",
            head=line.form(leading[1] - 1),
            role=line.words_of(leading[1], core) or None,
        )
    return None


def _behind_office(line: Line, at: int, core: int) -> tuple[int, int] | None:
    """A name behind what an office governs: "minister of health Ada Roy", its last two words and their particles."""
    words = [j for j in range(at, core) if line.kind(j) == "word" and line.capital(j)]
    if (
        not line.has(at, "owner")
        or len(words) < 3
        or not all(line.capital(j) or line.form(j) in JOINTS or line.has(j, "nameprefix") for j in range(words[-2], core))
    ):
        return None
    if any(name.last == core for j in range(at, core) if (name := line.name(j)) is not None):
        return None
    start = words[-2]
    if body_behind(line, start, core):
        return None
    while start > at + 2 and (line.form(start - 1) in JOINTS or line.has(start - 1, "nameprefix")):
        start -= 1
    return start, core


def _body(line: Line, base: Voice, first: int, core: int) -> Voice | None:
    """A party or an outlet of the packs, alone or with a word for what it is behind it ("the Alpha agency")."""
    known = _known(line, first, _front(line, first, core))
    if known is None or known.kind == "person":
        return None
    noun = head_of(line, first, core)
    generic = noun is not None and noun.first == known.last and noun.attrs.get("kind") in ("organisation", "agency", "body")
    if (
        known.first > first
        and line.capital(known.first - 1)
        and line.mention(known.first - 1, "nationalities", "titles", "voices") is None
    ):
        return replace(base, kind="organisation", how="name", head=line.form(known.last - 1), actor=None)  # another's ministry
    return party_voice(base, known, line.form(core - 1)) if known.last == core or generic else None


def _common(line: Line, base: Voice, first: int, core: int, marks: set[str]) -> Voice | None:
    """A noun that can speak; a name that no pack knows; or a noun that nobody knows."""
    noun, front = head_of(line, first, core), _front(line, first, core)
    if noun is not None and noun.attrs.get("via") and noun.attrs.get("kind") in ("document", "unnamed") and noun.last == front:
        known = next(
            (
                name
                for j in range(first, noun.first)
                if (name := line.name(j)) is not None and name.last in (noun.first, noun.first - 1) and name.kind != "person"
            ),
            None,
        )
        if known is not None:  # "UN figures": the UN speaks
            via = noun.attrs["via"]
            return replace(party_voice(base, known, line.form(core - 1)), via=None if via == "told" else via)
    if noun is None or (noun.attrs.get("kind") == "medium" and noun.last == core):
        return _bare(line, base, first, core, marks) if noun is None else None
    kind = noun.attrs.get("kind", "unnamed")
    if (named := _named_body(line, base, noun, core)) is not None:
        return named
    modified = (
        noun.last < front and line.kind(front - 1) == "word" and not line.capital(front - 1) and not line.has(noun.last, "and")
    )
    governs = line.has(noun.last, "owner") or (line.has(noun.last, "preposition") and body_behind(line, core - 1, core))
    tied = kind in ("unnamed", "agency", "organisation") and line.has(front, "preposition")
    tied = tied or (kind == "document" and line.has(front, "preposition", "subordinate"))
    if modified and (tied or (kind == "unnamed" and "plural" in noun.features)):
        modified, core = False, noun.last  # "sources close to …", "residents interviewed by …", "a source close to …"
        words = line.words_of(base.first, core)
        base = replace(base, last=core, text=words, name=words)
    if modified or (noun.last != core and line.capital(core - 1) and not governs and kind not in ("organisation", "agency")):
        return _bare(line, base, first, core, marks)
    if kind in ("document", "medium") and line.capital(noun.first) and noun.first > line.first:
        return _bare(line, base, first, core, marks)
    if kind == "medium":
        return None
    if kind == "body":
        kind = "organisation" if base.definite or (line.capital(noun.last - 1) and noun.last - 1 > line.first) else "unnamed"
    if kind == "correspondent":
        works_for = employer(line, base, first, core)
        return replace(base, kind=kind, head=noun.form, how="own" if "own" in marks else "noun", employer=works_for)
    if kind == "unnamed" and line.has(noun.last - 1, "reporter") and (works_for := employer(line, base, first, core)) is not None:
        return replace(base, kind="correspondent", head=noun.form, employer=works_for)
    party = line.party(first, noun.first, core) if kind == "organisation" else None
    if party is not None:
        anybody = _anybody(line, noun, first, core)
        return replace(base, kind=kind, head=noun.form, actor=party, known=party, anybody=anybody)
    plural = "plural" in noun.features
    if kind == "office":
        kind = "unnamed" if "indefinite" in marks or plural else "person"
    proper = line.capital(noun.last - 1) and noun.last - 1 > line.first and kind in ("organisation", "agency")
    return replace(
        base,
        name=line.words_of(_name_start(line, first, noun.last), core) if proper else base.name,
        kind=kind,
        head=noun.form,
        how="name" if proper else "noun",
        stated=noun.attrs.get("via") == "statement",
        plural=plural,
        anybody=_anybody(line, noun, first, core) and not (proper or plural),
        via=noun.attrs.get("via") if kind == "agency" else None,
        role=noun.form if kind in ("person", "unnamed") and base.actor else None,
    )


def _anybody(line: Line, noun: Mention, first: int, core: int) -> bool:
    """Whether a noun may mean whatever organisation spoke last: "the organisation", "the Leeds-based war monitor"."""
    if noun.last != core or not line.has(noun.last - 1, "generic"):
        return False
    return core - first == 1 or (noun.attrs.get("kind") == "body" and not any(line.has(j, "side") for j in range(first, core)))


def _name_start(line: Line, first: int, last: int) -> int:
    """Where the capitals that end at a token begin: "the Leeds-based Alpha Council" is called Alpha Council."""
    lower = [
        j
        for j in range(first, last)
        if line.kind(j) == "word"
        and line.form(j) != POSSESSIVE
        and not line.capital(j)
        and not line.has(j, "inname", "nameprefix")
    ]
    start = lower[-1] + 1 if lower else first
    return start if start < last and line.capital(start) else first


def _named_body(line: Line, base: Voice, noun: Mention, core: int) -> Voice | None:
    """A body or an outlet with its name behind it: "state broadcaster ATV", "the war monitor Alpha Watch"."""
    kind = noun.attrs.get("kind")
    if kind not in ("agency", "organisation", "body") or (line.capital(noun.last - 1) and noun.last - 1 > line.first):
        return None
    run = _run(line, noun.last, core)
    if run is None or run[1] != core or line.kind(noun.last) != "word" or any(line.place(j) for j in range(*run)):
        return None
    kind, role = "agency" if kind == "agency" else "organisation", line.words_of(base.first, run[0]) or None
    return replace(base, name=line.words_of(*run), kind=kind, how="name", head=line.form(core - 1), role=role)


@kept_between
def _front(line: Line, first: int, core: int) -> int:
    """Where the part of a phrase before its first preposition ends; prepositions inside names do not count."""
    return next((j for j in range(first + 1, core) if line.has(j, "preposition") and not _inside_name(line, j)), core)


def _inside_name(line: Line, at: int) -> bool:
    return any(
        (name is not None and name.last > at) or (noun is not None and noun.last > at)
        for j in range(max(line.first, at - 6), at)
        for name, noun in [(line.name(j), line.mention(j, "voices"))]
    )


def _known(line: Line, first: int, core: int) -> Mention | None:
    """The last name of the packs that stands in the core."""
    held = [name for j in range(first, core) if (name := line.name(j)) is not None and name.last <= core]
    return max(held, key=lambda mention: (mention.last, -mention.first), default=None)


def _person_first(line: Line, first: int, core: int) -> tuple[int, int] | None:
    """A full name that opens a phrase: "Ada Roy", "Ada Roy of the council", "Ada Roy director of the centre"."""
    run = _run(line, first, core)
    if (
        run is None
        or line.mention(first, "voices", "titles", "outlet", "actor") is not None
        or line.has(first, "time", "masthead")
        or line.has(run[1] - 1, "masthead", "bodyword")
        or ((place := line.mention(first, "place")) is not None and place.last >= run[1])
    ):
        return None
    words = [j for j in range(*run) if line.kind(j) == "word" and not line.has(j, "nameprefix")]
    bodies = any(
        m.attrs.get("kind") not in ("unnamed", "office")
        or (line.capital(j - 1) is False and j > first and line.form(j - 1) not in JOINTS)
        for j in words
        if (m := line.mention(j, "voices")) is not None
    )
    if not 2 <= len(words) <= 4 or bodies:
        return None
    follows = run[1] >= core or line.has(run[1], "owner", "definite", "indefinite") or line.mention(run[1], "voices") is not None
    return run if follows else None


def _title(line: Line, first: int, core: int) -> tuple[int, Mention] | None:
    """Where the last title, office or role of the core ends that a name may follow, and which it is."""
    found = None
    for j in range(first, core):
        titles = [line.mention(j, "titles") if line.capital(j) else None, line.mention(j, "voices")]
        if titles[0] is not None and titles[1] is not None and titles[1].last > titles[0].last:
            titles[0] = None  # "the General Staff" is no general
        mention = next(
            (
                one
                for one in titles
                if one is not None
                and one.last < core
                and (one.kind == "titles" or one.attrs.get("kind") in ("office", "unnamed", "correspondent"))
            ),
            None,
        )
        if mention is not None:
            stop = mention.last
            while line.form(stop) == "." and stop + 1 < core:
                stop += 1
            found = (stop, mention)
    return found


def _run(line: Line, at: int, core: int) -> tuple[int, int] | None:
    """A run of capitalised words that could be a person's name."""
    if not (line.capital(at) or line.has(at, "nameprefix")):
        return None
    j = at
    inside = (*JOINTS, POSSESSIVE)
    while j < core and (line.capital(j) or line.has(j, "nameprefix") or line.form(j) in inside or _of_many(line, j)):
        if line.form(j) == POSSESSIVE:
            return None
        j += 1
    return (at, j) if any(line.capital(k) for k in range(at, j)) else None


def _of_many(line: Line, at: int) -> bool:
    """The apostrophe behind owners in the plural, within a name: "the Doctors' Circle"."""
    return line.form(at) in ("'", "’") and line.form(at - 1).endswith(POSSESSIVE[1:]) and line.capital(at + 1)


def _affiliation(line: Line, first: int, last: int) -> str | None:
    """The party that somebody belongs to, as the words around the role say."""
    for j in range(first, last):
        name = line.name(j)
        if name is not None and name.kind in ("actor", "outlet"):
            return name.attrs.get("id") if name.kind == "actor" else name.attrs.get("speaks_for")
    return None


@kept_between
def head_of(line: Line, first: int, core: int) -> Mention | None:
    """The noun that the phrase is about: the last one before its first `of`."""
    stop = _front(line, first, core)
    found: Mention | None = None
    for j in range(first, stop):
        mention = line.mention(j, "voices")
        if mention is not None and mention.last <= stop and (found is None or mention.last > found.last):
            found = mention
    return found


def _bare(line: Line, base: Voice, first: int, core: int, marks: set[str]) -> Voice | None:
    """A phrase without a noun that the packs know: a name if it is written like one."""
    if line.has(core - 1, "nobody"):
        return None
    after = _possessed(line, first, core)
    if after is None and titled_body(line, first, core):
        return replace(base, name=line.words_of(first, core), kind="organisation", how="name", head=line.form(core - 1))
    start = first if after is None else after
    run = _run(line, start, core)
    if run is not None and run[1] == core and not line.has(start, "time"):
        name, alone = line.words_of(start, core), core - start == 1
        named = replace(base, name=name, how="name", head=line.form(core - 1))
        shouting = alone and all(letter.isupper() for letter in name if letter.isalpha())
        opening = alone and start == line.first
        sounds = line.has(core - 1, "masthead") or (line.has(start, "masthead") and core - start > 1)
        if line.has(core - 1, "bodyword") and core - start > 1 and after is None:
            return replace(named, kind="organisation")
        if sounds and (core - start > 1 or "definite" in marks) and after is None:
            return replace(named, kind="agency")
        if not (
            line.place(start)
            or (marks & {"definite", "indefinite"} and after is None)
            or shouting
            or core - start > 5
            or (opening and line.at.get(start))
        ):
            return replace(
                named,
                kind="person",
                actor=_affiliation(line, first, start),
                role=line.words_of(base.first, start) or None,
                employer=employer(line, base, first, start),
                of=line.words_of(first, start - 1) if after is not None else None,
            )
        if not opening or line.place(start) or shouting:
            return replace(named, kind="organisation")
    return replace(base, head=line.form(core - 1), how="unknown") if line.kind(core - 1) == "word" else None


def employer(line: Line, base: Voice, first: int, last: int) -> Voice | None:
    """The outlet that somebody works for, as the words before the name or the noun say."""
    outlet = next((name for j in range(first, last) if (name := line.name(j)) is not None and name.kind == "outlet"), None)
    if outlet is not None:
        return party_voice(replace(base, how="name", role=None, actor=None), outlet, outlet.form)
    stop = next((j for j in range(first, last) if not line.capital(j) and line.form(j) not in JOINTS), last)
    if stop == first or line.place(first) or (line.form(stop) != POSSESSIVE and not line.has(stop - 1, "masthead")):
        return None
    words = line.words_of(first, stop)
    return replace(base, text=words, name=words, kind="agency", how="name", head=line.form(stop - 1), role=None, actor=None)


def _possessed(line: Line, first: int, core: int) -> int | None:
    """Where the words after the last possessive begin."""
    return next((j + 1 for j in range(core - 2, first, -1) if line.form(j) == POSSESSIVE), None)
