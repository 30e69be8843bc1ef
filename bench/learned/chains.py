"""The attribution room with the learned tagger in place of its rules, or behind them; names, chains and memory are the room's."""

from collections.abc import Iterator, Sequence
from unittest.mock import PropertyMock, patch

from bench.learned.speech import Speech, Stretch
from tawatur import attribution
from tawatur.attribution import cased, fronted, plain, verbal
from tawatur.attribution.line import Cue, Line
from tawatur.attribution.said import Said
from tawatur.claims.syntax import Syntax, syntaxes
from tawatur.packs import Packs
from tawatur.records import Reading

READERS = "tawatur.attribution.attribute"
WEAK = frozenset[str]()


def attributed(reading: Reading, packs: Packs, speech: Speech, behind: bool = False) -> Reading:
    """The reading with learned attributions; with `behind`, only in sentences where the rules find none."""
    pages = {syntax.sentence.first: syntax for syntax in syntaxes(reading, packs)}
    rules = {True: verbal.read, False: fronted.read}

    def read(line: Line) -> list[Said]:
        held = rules[line.words.verb_first](line) if behind and _speaks(line) else []
        return held or list(acts(line, pages[line.first], speech))

    with (patch(f"{READERS}.verbal.read", read), patch(f"{READERS}.fronted.read", read),
          patch.object(Line, "speaks", PropertyMock(return_value=True))):
        return attribution.attribute(reading, packs)


def _speaks(line: Line) -> bool:
    """What `Line.speaks` says when it is not held open."""
    return bool(line.cues) or any(line.form(at) == ":" for at in range(line.first + 1, min(line.first + 12, line.last)))


def acts(line: Line, syntax: Syntax, speech: Speech) -> Iterator[Said]:
    """The acts of speech that the tagger finds in a sentence: a cue with the nearest source and the contents nearest to it."""
    found = speech.stretches(syntax)
    cues = [one for one in found if one.kind == "Q"]
    for cue in cues:
        sources = [one for one in found if one.kind == "S" and _nearest(one, cues) is cue]
        contents = [one for one in found if one.kind == "C" and _nearest(one, cues) is cue]
        source = min(sources, key=lambda one: _apart(one, cue), default=None)
        named = None
        if source is not None:
            named = (cased.phrase(line, source.first, source.last) if line.words.capitals
                     else plain.phrase(line, source.first, source.last, attached=True))
        if source is not None and named is None:
            continue
        known = line.cue_at.get(cue.first)
        said = known or Cue(cue.first, cue.last, "say", WEAK, WEAK, "learned:speech")
        ends = [cue, *([source] if source else [])]
        yield Said(
            said, named.voices if named else (), [(one.first, one.last) for one in contents], min(one.first for one in ends),
            max(one.last for one in ends), trailing=bool(contents) and contents[0].first < cue.first,
            denies="denies" in said.takes,
        )


def _apart(one: Stretch, other: Stretch) -> int:
    return max(one.first - other.last, other.first - one.last, 0)


def _nearest(one: Stretch, cues: Sequence[Stretch]) -> Stretch:
    return min(cues, key=lambda cue: _apart(one, cue))
