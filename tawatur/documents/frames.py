"""Phrases by which a report speaks of its own publisher, from the tables `publisher.csv` and `mastheads.csv`."""

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.packs import Language, Packs
from tawatur.records import Token
from tawatur.text import tokenize

_SLOT = "{name}"
_TO_SLOT = "{to:name}"
_TO = "to"
_PLATE = "plate"
_SAYING = frozenset({"terms", "measures", "speech"})
_SAYS = 2.5
"""The weight of a phrase that names a publisher even where nobody knows him."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Words before and behind a name, and whether a preposition must be written onto it."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    to: bool
    weight: float
    pattern: str


class Frames:
    """The phrases of all languages."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._words: set[str] = set()
        self._plates: set[str] = set()
        self._frames: dict[str, list[Frame]] = {}
        self._to: set[str] = set()
        self._statements: set[tuple[str, ...]] = set()
        self._bulletins: set[tuple[str, ...]] = set()
        for code, language in packs.languages.items():
            self._to.update(row["strip"] for row in language.table("clitics") if row["feature"] == _TO)
            for row in language.table("mastheads"):
                into = self._plates if row["kind"] == _PLATE else self._words
                into.update(packs.folding.fold(word) for word in row["word"].split(";"))
            self._plates.update(packs.folding.fold(word) for row in language.table("groups") for word in row["form"].split(";"))
            self._statements.update(tuple(token.form for token in tokenize(opening, packs.folding))
                                    for row in language.table("statements") for opening in row.names("opening"))
            self._bulletins.update(tuple(token.form for token in tokenize(name, packs.folding))
                                   for row in language.table("statements") for name in row.names("bulletin"))
            made = [_frame(row["pattern"], float(row["weight"] or 1), packs) for row in language.table("publisher")]
            self._frames[code] = sorted(made, key=lambda frame: -frame.weight)

    def masthead(self, key: Sequence[str]) -> bool:
        """Whether a name holds a word that makes it an outlet's."""
        return any(form in self._words for form in key)

    def plate(self, name: str) -> bool:
        """Whether a name above a report, where publishers put theirs, sounds like one of an outlet or of a body."""
        return any(token.form in self._words or token.form in self._plates for token in tokenize(name, self._packs.folding))

    def tells(self, line: str) -> bool:
        """Whether a line says what happens instead of naming somebody: a word behind its first is a verb and nothing else.

        In a script with capitals a verb of a name has one; it tells where it is small, or right behind a body: "Army Enters".
        """
        tokens = [token for token in tokenize(line, self._packs.folding) if token.kind == "word"]
        cased = any(line[token.start].isupper() for token in tokens)
        return any(self._acts(tokens, at, line) for at in range(1, len(tokens))
                   if not cased or line[tokens[at].start].islower() or tokens[at - 1].form in self._plates)

    def _acts(self, tokens: Sequence[Token], at: int, text: str) -> bool:
        known = tokens[at].form in self._words or tokens[at].form in self._plates
        return not known and any(_verb(language, tokens, at, text) for language in self._packs.languages.values())

    def masthead_at_edge(self, name: str) -> bool:
        """Whether an outlet's word begins or ends a name ("Radio Okapo", "The Karang Post"), articles aside."""
        key = [token.form for token in tokenize(name, self._packs.folding) if token.kind == "word"]
        return self.masthead([*key[:2], *key[-1:]])

    def issued(self, line: str) -> bool:
        """Whether a line is the title of a statement, or of a report that a body named in it issues."""
        key = [token.form for token in tokenize(line, self._packs.folding) if token.kind != "punctuation"]
        return self.statement(key) > 0 or self.bulletin(key)

    def statement(self, key: Sequence[str]) -> int:
        """How many words open the title of a statement; 0 where it is none."""
        return max((len(opening) for opening in self._statements if tuple(key[:len(opening)]) == opening), default=0)

    def bulletin(self, key: Sequence[str]) -> bool:
        """Whether a title calls the report by what bodies call what they issue: a situation report, a flash update."""
        return any(tuple(key[at:at + len(name)]) == name for name in self._bulletins for at in range(len(key) - len(name) + 1))

    def issues(self, code: str, tokens: Sequence[Token]) -> int:
        """How many tokens at the head of a line say that what follows publishes it: "issued by"; 0 where none do."""
        forms = tuple(token.form for token in tokens)
        return max((len(frame.before) for frame in self._frames.get(code, ()) if frame.weight >= _SAYS and not frame.after
                    and frame.before and forms[:len(frame.before)] == frame.before), default=0)

    def weight(self, code: str, tokens: Sequence[Token], first: int, last: int, features: frozenset[str]) -> tuple[float, str]:
        """The heaviest phrase around a name, and which; 0 where there is none."""
        before = [token.form for token in tokens[max(0, first - 8):first] if token.kind != "punctuation"]
        after = [token.form for token in tokens[last:last + 8] if token.kind != "punctuation"]
        to = _TO in features
        if before and before[-1] in self._to:
            to = True
            before.pop()
        for frame in self._frames.get(code, ()):
            if frame.to == to and _ends(before, frame.before) and after[:len(frame.after)] == list(frame.after):
                return frame.weight, frame.pattern
        return 0.0, ""


def _verb(language: Language, tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether every row that knows a word knows it as a verb; the noun of a verb is none."""
    kinds = ["noun" if "noun" in entry.features else entry.attrs.get("pos", "")
             for hit in language.lexicon.match(tokens, at, at + 1, text) for entry in hit.entries if entry.kind in _SAYING]
    return bool(kinds) and all(kind == "verb" for kind in kinds)


def _ends(before: Sequence[str], wanted: tuple[str, ...]) -> bool:
    return not wanted or tuple(before[-len(wanted):]) == wanted


def _frame(pattern: str, weight: float, packs: Packs) -> Frame:
    slot = _TO_SLOT if _TO_SLOT in pattern else _SLOT
    front, _, back = pattern.partition(slot)
    forms = [tuple(token.form for token in tokenize(part, packs.folding)) for part in (front, back)]
    return Frame(forms[0], forms[1], slot == _TO_SLOT, weight, pattern)


_MADE: dict[str, Frames] = {}


def frames(packs: Packs) -> Frames:
    """The phrases of these packs, made once."""
    made = _MADE.get(packs.digest)
    if made is None:
        _MADE.clear()
        made = _MADE[packs.digest] = Frames(packs)
    return made
