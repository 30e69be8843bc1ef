"""Names of places in a script without capitals: rows of the packs, and what a noun, a preposition, quotes or a list announce."""

from functools import lru_cache

from tawatur.mentions.places.construct import owned
from tawatur.mentions.places.sheet import QUOTES, STRONG, Cue, Sheet
from tawatur.packs.gazetteer import Holder
from tawatur.records import Locality, Mention
from tawatur.text import Clitics

LONGEST = 4
KNOWN = 10_000
"""Inhabitants from which on a compiled name counts after an attached preposition alone."""
ALIKE = 0.8
"""From where on two names sound so much alike that one may be meant by the other, if a noun says that it is a place."""


def uncased(sheet: Sheet) -> list[Locality]:
    """The localities of a sentence in such a script."""
    at = sheet.sentence.first
    while at < sheet.sentence.last:
        at = _name(sheet, at)
    return sheet.localities


def _name(sheet: Sheet, at: int) -> int:
    mention = sheet.place_at(at)
    if mention is not None and _curated(sheet, mention):
        return mention.last
    if sheet.tokens[at].kind != "word" or sheet.taken.get(at):
        return at + 1
    return _announced(sheet, at) or at + 1


def _curated(sheet: Sheet, mention: Mention) -> bool:
    cue = sheet.cue(mention.first, mention.features)
    if sheet.lacks(mention, cue, sheet.quoted(mention.first, mention.last)):
        return False
    if mention.attrs.get("kind") == "country" and not mention.features and _after_definite(sheet, mention.first):
        return False  # the Saudi capital: an adjective, though the country is called the same
    sheet.add(mention.first, mention.last, cue, mention.rule, mention.form)
    return True


def _announced(sheet: Sheet, at: int) -> int:
    """A name that no row of the packs holds; gives its end, or 0 where nothing announces one."""
    tokens = sheet.tokens
    quoted = at > sheet.sentence.first and tokens[at - 1].form in QUOTES and tokens[at - 1].end == tokens[at].start
    if quoted or at in sheet.ending or (at - 1 in sheet.before or at - 2 in sheet.before):
        cue = sheet.cue(at)
        if cue.proof:
            return _called(sheet, at, cue, quoted, tokens[at].form)
    for variant in _fronts(sheet.language.clitics, sheet.language.announcing, tokens[at].form):
        cue = sheet.cue(at, variant[1])
        if cue.proof and (end := _called(sheet, at, cue, quoted, variant[0])):
            return end
    if quoted and (length := _length(sheet, at, tokens[at].form)) and sheet.quoted(at, at + length):
        sheet.add(at, at + length, Cue(at), "gazetteer?")
        return at + length
    return 0


@lru_cache(maxsize=200_000)
def _fronts(clitics: Clitics, roles: frozenset[str], form: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The word without what is written onto its front, where that may announce a place."""
    return tuple((variant.form, variant.features) for variant in clitics.variants(form)
                 if variant.features and variant.features <= roles)


def _called(sheet: Sheet, at: int, cue: Cue, quoted: bool, form: str) -> int:
    length = _length(sheet, at, form)
    if length == 1 and at in sheet.nouns:
        length = 0
    if length and cue.proof != "noun" and _doubtful(sheet, at, length, form):
        return 0
    borne = form != sheet.tokens[at].form
    if not borne and not quoted and cue.proof == "noun" and _after_definite(sheet, at):
        return 0
    named = cue.proof == "noun" and cue.names and not cue.many
    if length and (named or quoted or length > 1 or not sheet.known(at, at + length)):
        if borne and cue.proof not in ("noun", STRONG, "list") and not _weighty(sheet, at, length, form):
            return 0
        sure = cue.proof in ("noun", STRONG) and (length > 1 or (cue.proof == "noun" and cue.noun is not None))
        sheet.add(at, at + length, cue, "gazetteer" if sure else "gazetteer?", _bare(sheet, at, at + length, form))
        return at + length
    if cue.proof != "noun" and not (cue.proof == "list" and cue.names and (borne or quoted)):
        return 0
    end = _unknown(sheet, at, cue, quoted, form)
    if end:
        sheet.add(at, end, cue, "construction" if cue.names else "construction?", _bare(sheet, at, end, form))
        return end
    end, rule = owned(sheet, at, cue)
    if end:
        sheet.add(at, end, cue, rule, _bare(sheet, at, end, form))
    return end


def _weighty(sheet: Sheet, at: int, length: int, form: str) -> bool:
    """Whether a name is known well enough to be meant after no more than an attached preposition."""
    return any(holder.layer != "compiled" or holder.point.population >= KNOWN for holder in _holders(sheet, at, length, form))


def _doubtful(sheet: Sheet, at: int, length: int, form: str) -> bool:
    """Whether the packs warn that the name is also a word."""
    return any(sheet.needs(holder.needs) for holder in _holders(sheet, at, length, form))


def _holders(sheet: Sheet, at: int, length: int, form: str) -> tuple[Holder, ...]:
    spelling = sheet.gazetteer.spelling
    following = (spelling.word(token.form) for token in sheet.tokens[at + 1:at + length])
    return sheet.gazetteer.named([spelling.word(form), *following])


def _bare(sheet: Sheet, first: int, last: int, form: str) -> str:
    """The name as written, without what is written onto its front."""
    token = sheet.tokens[first]
    written = sheet.text[token.start:sheet.tokens[last - 1].end]
    extra = len(token.form) - len(form)
    if form == token.form:
        return written
    return written[extra:] if token.form.endswith(form) else form + written[token.end - token.start:]


def _length(sheet: Sheet, at: int, form: str) -> int:
    """How many tokens from here make the longest name in the gazetteer."""
    words = [sheet.gazetteer.spelling.word(form)]
    for token in sheet.tokens[at + 1: min(sheet.sentence.last, at + LONGEST)]:
        if token.kind != "word":
            break
        words.append(sheet.gazetteer.spelling.word(token.form))
    return sheet.gazetteer.length(words)


def _unknown(sheet: Sheet, at: int, cue: Cue, quoted: bool, form: str) -> int:
    """The end of a name that nobody knows: what is quoted, or a definite word after a noun that takes names."""
    last = sheet.sentence.last
    if quoted:
        end = next((end for end in range(at + 1, min(last, at + LONGEST + 1)) if sheet.tokens[end].form in QUOTES), 0)
        return end if cue.names and not sheet.known(at, end) else 0
    if not cue.names:
        definite = form.startswith(sheet.language.grammar.get("article") or "\0")
        return _alike(sheet, at, form) if definite and cue.noun and not cue.many and not sheet.known(at, at + 1) else 0
    if _opens(sheet, at):
        end = at + 2
        return end if end <= last and sheet.tokens[at + 1].kind == "word" and at + 1 not in sheet.nouns else 0
    if at in sheet.words or at in sheet.taken or at in sheet.nouns:
        return 0
    end = at + 1
    article = sheet.language.grammar.get("article", "")
    if (not cue.many or form.startswith(article)) and (alike := _alike(sheet, at, form)):
        return alike
    if not article or not form.startswith(article) or len(form) < len(article) + 3 or sheet.ending.get(at + 1) is not None:
        return 0
    return end


def _alike(sheet: Sheet, at: int, form: str) -> int:
    """The end of the longest name here that sounds like one in the gazetteer; nothing that the packs know as another word."""
    spelling, words = sheet.gazetteer.spelling, [form]
    for token in sheet.tokens[at + 1: min(sheet.sentence.last, at + 3)]:
        if token.kind != "word" or at + len(words) in sheet.words or at + len(words) in sheet.ending:
            break
        words.append(token.form)
    for count in range(len(words), 0, -1):
        heard = sheet.gazetteer.keyed(spelling.bare(words[:count]))
        if any(holder.likeness >= ALIKE and holder.layer != "compiled" for holder in heard):
            return at + count
    return 0


def _opens(sheet: Sheet, at: int) -> bool:
    """Whether a word begins names of two words."""
    noun = sheet.openers.get(at)
    return noun is not None and noun.last == at + 1


def _after_definite(sheet: Sheet, at: int) -> bool:
    """Whether the noun before is definite itself: then what follows is its adjective, or something else, but no name of it."""
    noun = sheet.ending.get(at)
    return noun is not None and noun.kind == "place_nouns" and "definite" in noun.features
