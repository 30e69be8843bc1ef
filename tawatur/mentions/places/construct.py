"""Names that nobody knows right behind a place noun without an article, in a script without capitals: "town Sarvand".

What else may stand there shows itself by its form: an adjective agrees with its noun, and a verb that tells more of the place
begins or ends as verbs do (`named_not` of the grammar). A second word is of the name where it is nothing else either.
"""

from collections.abc import Mapping, Sequence

from tawatur.mentions.places.sheet import QUOTES, Cue, Sheet

SHORTEST = 3
"""Letters that such a name must have, and a word before its ending: in shorter ones the ending is of the name itself."""
Endings = Mapping[str, Sequence[str]]


def owned(sheet: Sheet, at: int, cue: Cue) -> tuple[int, str]:
    """The end of such a name at a token and the rule that found it; 0 where none stands there.

    Behind a masculine noun a verb may have no ending that shows it: there only resolution can prove the name.
    """
    bars: Endings = sheet.language.grammar.get("named_not", {})
    noun = sheet.ending.get(at)
    if not bars or noun is None or noun.kind != "place_nouns" or noun.attrs.get("use") != "names" or cue.many:
        return 0, ""
    agreeing = "feminine" if sheet.tokens[at - 1].form.endswith(tuple(bars["of_feminine"])) else "masculine"
    if noun.features & {"definite", "plural", "dual"} or not _name(sheet, at, bars, agreeing):
        return 0, ""
    return at + 1 + _name(sheet, at + 1, bars, "second"), "construction" if agreeing == "feminine" else "construction?"


def _name(sheet: Sheet, at: int, bars: Endings, agreeing: str) -> bool:
    """Whether a word may be a name there: none that the packs know, and none that its form says to be something else."""
    if at >= sheet.sentence.last or sheet.known(at, at + 1) or at in sheet.nouns or at in sheet.named or at + 1 in sheet.ending:
        return False
    token = sheet.tokens[at]
    written = sheet.text[token.start : token.end]
    if token.kind != "word" or len(token.form) < SHORTEST or sheet.tokens[at - 1].form in QUOTES:
        return False
    if any(mark in written for mark in bars["marks"]) or token.form.startswith(tuple(bars["begins"])):
        return False
    ends = (end for end in (*bars["ends"], *bars[agreeing]) if len(token.form) - len(end) >= SHORTEST)
    return not token.form.endswith(tuple(ends))
