"""Persons whom no pack knows and who act: "Colonel Ada Roy turned the plan down". They are parties by their side or name."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from tawatur.attribution.line import Line
from tawatur.attribution.voice import Phrase, Voice
from tawatur.records import LEADS, PERSON, Party, Reading
from tawatur.text import COMMAS

SURE = frozenset({"name", "person", "unknown"})
"""How those stand in the text who are told by a name: a person of their words is one of theirs."""
OFFICES = frozenset({"kind:government", "kind:state", "kind:un_body"})
"""Features of descriptions that mean a body by somebody who holds an office in it."""
HIGH = "office"
"""The kind of nouns for high offices."""
LEADING = frozenset({LEADS, "yes"})
"""Of the nouns for people those that may act for a side: a commander, no nurse."""
BEFORE = 8
"""Tokens before a name in which his office may stand: "the governor of the valley, Ada Roy"."""
BEHIND = 6
"""Tokens behind a name in which it is said what he is, and whose: "Ada Roy, the governor,", "Ada Roy, of the Brigade,"."""
VERBS = frozenset({"terms", "speech", "measures", "function"})
"""Kinds of words that may be verbs, or hold a sentence together."""
TELLING = VERBS | {"counted", "numbers", "voices"}
"""Kinds of words that are no part of a name in a script without capitals."""
LEAST = 3
"""Letters of a surname that is known again."""

Phrases = Callable[[Line, int, int], Phrase | None]


def persons(reading: Reading, lines: Sequence[Line], phrase: Callable[[Line], Phrases],
            topic: Callable[[Line], Voice | None], speaking: Set[int | None]) -> tuple[Party, ...]:
    """The parties of a reading with the persons of its lines; descriptions that are part of their names are merged into them.

    `phrase` reads the noun phrases of a line, `topic` finds whom it speaks of first; at the code points `speaking` somebody is
    named who is made to speak there, and need not be told by his surname again. Somebody who was named with his office is known
    again by the last word of his name.
    """
    parties = list(reading.parties)
    known: dict[str, Party] = {}
    for line in lines:
        for voice in _voices(line, phrase(line), topic, known):
            parties = _with(reading, line, parties, voice, known)
        parties += (one for one in _again(reading, line, parties, known) if one.start not in speaking)
    return tuple(sorted(parties, key=lambda party: (party.first, party.last)))


def _voices(line: Line, phrase: Phrases, topic: Callable[[Line], Voice | None], known: Mapping[str, Party]) -> Iterator[Voice]:
    """The persons of whom a sentence speaks first, and those whose name stands behind a title or an office."""
    titles = sorted(at for at in line.at if _title(line, at))
    again = any(line.form(at) in known for at in range(line.first, line.last)) if known else False
    if not titles and not again:
        return
    first = topic(line)
    found = [first] if first is not None else []
    for at in titles:
        if not any(voice.first <= at < voice.last for voice in found) and (named := phrase(line, at, line.last)) is not None:
            found += named.voices
    yield from (voice for voice in found if voice.kind == PERSON and voice.how == "name" and voice.known is None
                and _written_so(line, voice))


def _title(line: Line, at: int) -> bool:
    """Whether a title, or a noun for an office by which one may act for others, begins at a token."""
    return any(m.kind == "titles" or (m.kind == "voices" and "plural" not in m.features and (
        m.attrs.get("kind") == HIGH or m.attrs.get("serves") in LEADING)) for m in line.at.get(at, ()))


def _written_so(line: Line, voice: Voice) -> bool:
    """Whether a name is written as one: with capitals, and not in them alone; in a script without, of words nobody knows."""
    words = voice.name.split()
    if any(line.place(at) for at in range(voice.last - len(words), voice.last)):
        return False
    if not line.words.capitals:
        named = range(voice.last - len(words), voice.last)
        held = any(m.kind == "function" for at in range(voice.first, voice.last) for m in line.at.get(at, ()))
        telling = [at for at in named if any(m.kind in TELLING for m in line.at.get(at, ()))]
        before = any(m.kind in VERBS for at in range(voice.first, named.start) for m in line.at.get(at, ()))
        return not (held or before) and (not telling or (len(words) > 1 and telling == [named.start]))
    return all(word[:1].isupper() for word in (words[0], words[-1])) and not voice.name.isupper()


def _with(reading: Reading, line: Line, parties: list[Party], voice: Voice, known: dict[str, Party]) -> list[Party]:
    """The parties with a person among them, who is called by his side where something tells it."""
    inside = [one for one in parties if one.first < voice.last and voice.first < one.last]
    surname = line.form(voice.last - 1)
    if (sure := next((one for one in inside if one.how in SURE), None)) is not None:
        known.setdefault(surname, sure)
        return parties
    near = [one for one in parties if one not in inside and _tells(line, voice, one)]
    before = known.get(surname) if len(surname) >= LEAST else None
    if not (near or before or voice.role or _explained(line, voice)):
        return parties
    bodies = (one.text for one in inside if one.how == "description" and " " in one.text and not one.features & OFFICES)
    sides = (*(one.actor for one in (*inside, *near)), voice.actor, before.actor if before else None, next(bodies, None))
    called = voice.name if " " in voice.name else voice.text  # "Sheikh Yahya": a lone name goes with its title
    side = next(filter(None, sides), called)
    marks = frozenset(feature for one in (*inside, *near, *([before] if before else ())) for feature in one.features)
    tokens = reading.tokens[voice.first:voice.last]
    person = Party(tokens[0].start, tokens[-1].end, voice.first, voice.last, called, PERSON, side, marks)
    known.setdefault(surname, person)
    return [*(_named(one, side) if one in near else one for one in parties if one not in inside), person]


def _explained(line: Line, voice: Voice) -> bool:
    """Whether an office stands behind a name, parted by a comma: "Ada Roy, the mosque's deputy leader,"."""
    if voice.last >= line.last or line.form(voice.last) not in COMMAS:
        return False
    behind = range(voice.last + 1, min(voice.last + BEHIND, line.last))
    return any(_title(line, at) for at in behind) and not any(line.form(at) in COMMAS for at in behind if not _title(line, at))


def _again(reading: Reading, line: Line, parties: Sequence[Party], known: dict[str, Party]) -> list[Party]:
    """Persons named in full before whose surname stands alone; those of a line are known from the next on."""
    taken = {at for one in parties if line.first <= one.first < line.last for at in range(one.first, one.last)}
    found = []
    for at in range(line.first, line.last) if known else ():
        one = known.get(line.form(at)) if len(line.form(at)) >= LEAST else None
        cased = not line.words.capitals or line.capital(at)
        if one is not None and cased and at not in taken and not line.place(at) and line.name(at) is None:
            token, own = reading.tokens[at], one.actor == one.text
            text = one.text if own else line.text[token.start:token.end]
            found.append(Party(token.start, token.end, at, at + 1, text, PERSON, one.actor, one.features))
    for one in parties:
        if one.how == PERSON and line.first <= one.first < line.last and one.last - one.first > 1 and one.actor:
            known.setdefault(line.form(one.last - 1), one)
    return found


def _named(office: Party, side: str) -> Party:
    return replace(office, actor=side) if office.actor is None else office


def _tells(line: Line, voice: Voice, other: Party) -> bool:
    """Whether a party beside a name says whose man or what he is: "Alpha's premier Ada Roy", "Ada Roy, the governor"."""
    if line.first <= other.first < voice.first:
        return other.how != "pronoun" and voice.first - other.last < BEFORE and other.text in (voice.role or "")
    if not (voice.last < other.first < voice.last + BEHIND and other.how != "pronoun" and line.form(voice.last) in COMMAS):
        return False
    close = next((at for at in range(other.last, min(other.last + BEFORE, line.last)) if line.form(at) in COMMAS), other.last)
    office = any(_title(line, at) for at in range(voice.last + 1, close))
    return office or bool(other.how == "description" and other.features & OFFICES)
