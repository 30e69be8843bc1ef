"""Names that a report shows to be places in one sentence, by a noun or a dateline, found again in its others."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from tawatur.packs import Language
from tawatur.packs.gazetteer import Gazetteer
from tawatur.records import Locality, Mention, Sentence, Token
from tawatur.text import PLACE_ENDS, forms

SHOWN = "construction"
"""The rule of a name that nobody knows, and that stands where a place does."""
LONGEST = 3
"""Words that a name at the head of a dateline may have."""
DATELINE = "dateline"
GROUPS = frozenset({"groups", "voices"})
"""Kinds of nouns for somebody, of whom a name before them tells whose they are."""
Name = tuple[str, ...]


def shown(found: Iterable[Locality], tokens: Sequence[Token], gazetteer: Gazetteer) -> frozenset[Name]:
    """The names that nobody knows among places, as folded words."""
    unknown = [(one, next(iter(forms(one.name, gazetteer.spelling.folding)), "")) for one in found if one.rule == SHOWN]
    return frozenset((first, *(token.form for token in tokens[one.first + 1 : one.last])) for one, first in unknown if first)


def heading(text: str, tokens: Sequence[Token], sentence: Sentence, found: Sequence[Mention], taken: Sequence[Locality],
            language: Language) -> Locality | None:
    """The unknown name that a dateline begins with: "ORTAVA, May 3", "ORTAVA (Agency)"."""
    if sentence.role != DATELINE:
        return None
    first, ends = sentence.first, range(sentence.first + 1, min(sentence.last, sentence.first + LONGEST + 1))
    last = next((at for at in ends if tokens[at].form in PLACE_ENDS), 0)
    words = tokens[first:last]
    capitals = language.grammar.get("capitals", True)
    named = all(token.kind == "word" and (not capitals or text[token.start].isupper()) for token in words)
    if not words or not named or any(one.first < last for one in taken) or any(one.first < last for one in found):
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    name = text[start:end].title() if text[start:end].isupper() else text[start:end]
    return Locality(start, end, first, last, name, None, "at", None, (), SHOWN, None)


def again(text: str, tokens: Sequence[Token], sentence: Sentence, found: Sequence[Mention], names: Collection[Name],
          language: Language) -> Iterator[Mention]:
    """Such names wherever a sentence with these mentions has them, as rows of the packs would stand there.

    Without capitals a word needs a sign that it is a name; with them, what it tells of another noun (the Orvandel army) is none.
    """
    capitals = language.grammar.get("capitals", True)
    heads = {name[0] for name in names}
    definite = {m.last for m in found if m.attrs.get("role") == "the"} if capitals else set()
    groups = {m.first for m in found if m.kind in GROUPS}
    for at in range(sentence.first, sentence.last):
        if capitals and not text[tokens[at].start].isupper():
            continue
        for variant in language.clitics.fronts(tokens[at].form):
            for name in (name for name in names if name[0] == variant.form) if variant.form in heads else ():
                last = at + len(name)
                longer = capitals and last < sentence.last and text[tokens[last].start].isupper()  # the Orvandel Rescue Team
                if at in definite and last in groups:
                    continue
                if not longer and last <= sentence.last and tuple(token.form for token in tokens[at + 1 : last]) == name[1:]:
                    start, end = tokens[at].start, tokens[last - 1].end
                    bare = text[start + len(tokens[at].form) - len(variant.form) : end]
                    signs = {} if capitals else {"needs": "cue"}
                    yield Mention("place", start, end, at, last, bare, signs, variant.features, SHOWN)
