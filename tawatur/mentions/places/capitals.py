"""Names of places in a script with capitals: runs of capitalised words, cut into names by what is known and stands around."""

from collections.abc import Iterator
from dataclasses import replace

from tawatur.mentions.places.sheet import COMMAS, STRONG, WEAK, Cue, Sheet
from tawatur.records import Locality, Mention

HYPHENS = frozenset("-‐‑–")
APOSTROPHES = frozenset("'‘’`ʿʾ")
"""Before a letter of a name they are part of it."""
BIG = 100_000
"""Towns of that many people are taken without a sign, unless the sentence begins with them or they stand in a longer name."""
ALIKE = 0.8
"""From where on a name sounds so much like a known one that it is no accident."""
TITLE = 0.6
"""A line in which more of the words are capitalised is a headline: there a capital says nothing."""
LONGEST = 5


def capitalised(sheet: Sheet) -> list[Locality]:
    """The localities of a sentence in such a script."""
    runs = list(_runs(sheet))
    headline = bool(runs) and _headline(sheet)
    for first, last in runs:
        at = first
        while at < last:
            at = _name(sheet, at, first, last, headline)
    return sheet.localities


def _name(sheet: Sheet, at: int, first: int, last: int, headline: bool) -> int:
    """Read one name of a run at a token; gives the token to go on with."""
    mention = sheet.place_at(at)
    if mention is not None:
        if end := _called(sheet, mention, last):
            sheet.add(at, end, sheet.cue(at), "construction")
            return end
        longer = _known(sheet, at, last) if _followed_by_name(sheet, mention.last, last) else 0
        if longer > mention.last:
            return _compiled(sheet, at, longer, last, headline) or mention.last
        _curated(sheet, mention, first, last, headline)
        return mention.last
    noun = sheet.nouns.get(at)
    if noun is not None or sheet.tokens[at].kind == "punctuation":
        return noun.last if noun else at + 1
    if sheet.taken.get(at):
        return at + 1
    known = _known(sheet, at, last)
    if known > at and (headline or not _followed_by_name(sheet, known, last)):
        return _compiled(sheet, at, known, last, headline) or at + 1
    return _unknown(sheet, at, first, last)


def _called(sheet: Sheet, mention: Mention, last: int) -> int:
    """The end of a longer name that a place noun announces and that begins like a known one: "the village of Tall Hassan"."""
    cue, tokens = sheet.cue(mention.first), sheet.tokens
    small = sheet.gazetteer.spelling.articles | HYPHENS
    at = next((end for end in range(mention.last, last) if tokens[end].form not in small), last)
    goes_on = at < last and _capital(sheet, at) and at not in sheet.nouns and at not in sheet.named
    if not (goes_on and cue.proof == "noun" and cue.names) or _known(sheet, mention.first, last) > mention.last:
        return 0
    end = next((end for end in range(at, last) if tokens[end].kind == "punctuation" and tokens[end].form not in HYPHENS), last)
    words = sheet.gazetteer.spelling.bare([token.form for token in tokens[mention.first : end] if token.kind != "punctuation"])
    return end if any(holder.likeness >= ALIKE for holder in sheet.gazetteer.keyed(words)) else 0


def _curated(sheet: Sheet, mention: Mention, first: int, last: int, headline: bool) -> None:
    cue = _around(sheet, mention.first, mention.last)
    if sheet.lacks(mention, cue):
        return
    if not headline and not cue.proof and _within_name(sheet, mention, first, last):
        return
    if not headline and _followed_by_name(sheet, mention.last, last):
        return
    sheet.add(mention.first, mention.last, cue, mention.rule, mention.form)


def _compiled(sheet: Sheet, at: int, end: int, last: int, headline: bool) -> int:
    """A name that the gazetteer holds; gives its end, or 0 if nothing shows that it is one."""
    cue = _around(sheet, at, end)
    if end - at == 1 and cue.proof not in ("noun", "list") and sheet.known(at, end):
        return 0
    if at in sheet.taken and cue.proof != STRONG and sheet.cue(at).proof != "noun":
        return 0  # a party before a noun (a US base) tells whose it is
    rule = "gazetteer"
    if cue.proof == "list" or cue.proof == WEAK or (headline and cue.proof != "noun"):
        rule = "gazetteer?"
    elif not cue.proof:
        preceded = at > sheet.sentence.first and _capital(sheet, at - 1)
        if at == sheet.sentence.first or preceded or _size(sheet, at, end) < BIG:
            return 0
        rule = "gazetteer?"
    sheet.add(at, end, cue, rule)
    return end


def _unknown(sheet: Sheet, at: int, first: int, last: int) -> int:
    """Capitalised words that nobody knows: a place if a place noun says so, or perhaps after a preposition of place."""
    end = at
    while end < last and end not in sheet.named and end not in sheet.nouns and end - at < LONGEST:
        if sheet.tokens[end].kind == "punctuation" and end + 1 < last and end + 1 in sheet.named:
            break
        end += 1
    while end > at and sheet.tokens[end - 1].kind == "punctuation":
        end -= 1
    if end == at:
        return at + 1
    cue = _around(sheet, at, end)
    plain = any(_capital(sheet, token) and not sheet.known(token, token + 1) for token in range(at, end))
    small = (token for token in range(at, end) if _linked(sheet, token, last))
    plain = plain and (cue.proof == "noun" or not sheet.known(at, next(small, end)))
    if at > first and sheet.ending.get(at) is not None and _capital(sheet, at - 1):
        plain = False  # the second half of a title (Crossing Continents)
    if plain and cue.proof == "noun" and cue.names:
        sheet.add(at, end, cue, "construction")
    elif plain and cue.proof == STRONG and at == first:
        sheet.add(at, end, cue, "construction" if _whole(sheet, at, end) else "construction?")
    elif plain and cue.proof == "list":
        sheet.add(at, end, cue, "construction?")
    return end


def _whole(sheet: Sheet, at: int, end: int) -> bool:
    """Whether a name that nobody knows stands by itself: neither before a known one, nor a country with a letter too many."""
    if end in sheet.named and sheet.tokens[end - 1].end + 1 == sheet.tokens[end].start:
        return False
    form = sheet.tokens[at].form
    return end - at > 1 or not form.endswith("s") or not sheet.gazetteer.named([sheet.gazetteer.spelling.word(form[:-1])])


def _around(sheet: Sheet, first: int, last: int) -> Cue:
    """What leads up to a name and what follows it ("X city", "X's outskirts", "the X–Y road")."""
    cue = sheet.cue(first)
    noun = _noun_after(sheet, last)
    if noun is None:
        return cue
    attrs = noun.attrs
    if attrs.get("relation") == "part" or attrs.get("use") == "area":
        relation = attrs.get("relation")
        return replace(cue, relation=cue.relation or relation, proof=cue.proof or (WEAK if relation else ""))
    if noun.features & {"plural"} and not sheet.before.get(first):
        return replace(cue, noun=cue.noun or attrs.get("kind"), proof="noun", names=False)
    return replace(cue, noun=attrs.get("kind"), proof="noun", relation=cue.relation or attrs.get("relation"),
                   names=attrs.get("use") == "names" and not noun.features & {"plural"})


def _noun_after(sheet: Sheet, last: int) -> Mention | None:
    """The place noun behind a name, over a possessive, adjectives, a bracket, or a second name with a hyphen."""
    at, possessive, listed = last, False, False
    for _ in range(8):
        if at >= sheet.sentence.last:
            return None
        form = sheet.tokens[at].form
        noun = sheet.nouns.get(at)
        if noun is not None and noun.attrs.get("use") != "modifier":
            return noun if not listed or "plural" in noun.features else None
        if noun is not None and (possessive or form in sheet.gazetteer.spelling.articles) and at > last:
            at = noun.last
        elif form == "'s" or form == "'":
            at, possessive = at + 1, True
        elif form in HYPHENS and at + 1 < sheet.sentence.last and _capital(sheet, at + 1) and at == last:
            following = sheet.place_at(at + 1)
            at = following.last if following else at + 2
        elif (following_at := _next_listed(sheet, at)) and (at == last or listed):
            at, listed = following_at, True
        else:
            return None
    return None


def _next_listed(sheet: Sheet, at: int) -> int:
    """Where the next name of a list ends, if one goes on here ("A, B and C provinces"); else 0."""
    begin = at
    while begin < sheet.sentence.last and (sheet.tokens[begin].form in COMMAS or _joins(sheet, begin)):
        begin += 1
    if begin == at or begin >= sheet.sentence.last:
        return 0
    following = sheet.place_at(begin)
    if following is not None:
        return following.last
    end = begin
    while end < sheet.sentence.last and end - begin < LONGEST and end not in sheet.nouns and (
            _capital(sheet, end) or (sheet.tokens[end].form in sheet.gazetteer.spelling.articles | HYPHENS)):
        end += 1
    return end if end > begin else 0


def _joins(sheet: Sheet, at: int) -> bool:
    mention = sheet.ending.get(at + 1)
    return mention is not None and mention.first == at and mention.attrs.get("proof") == "list"


def _runs(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with articles and hyphens between them."""
    at, end = sheet.sentence.first, sheet.sentence.last
    while at < end:
        if not (_capital(sheet, at) or at in sheet.named or _joined(sheet, at, end)):
            at += 1
            continue
        first, last = at, at + 1
        while at < end:
            place = sheet.place_at(at)
            if place is not None:
                at = last = place.last
            elif _capital(sheet, at):
                at = last = at + 1
            elif sheet.tokens[at].form in HYPHENS or any(part(sheet, at, end) for part in (_apostrophe, _joined, _linked)):
                at += 1
            else:
                break
        yield first, last
        at = max(at, last)


def _apostrophe(sheet: Sheet, at: int, end: int) -> bool:
    """Whether a mark begins the capitalised word that it touches."""
    tokens = sheet.tokens
    return tokens[at].form in APOSTROPHES and at + 1 < end and tokens[at + 1].start == tokens[at].end and _capital(sheet, at + 1)


def _linked(sheet: Sheet, at: int, end: int) -> bool:
    """Whether a small word stands between the hyphens of one name: Ponte-do-Marvo."""
    tokens = sheet.tokens
    return (at - 1 > 0 and at + 2 < end and tokens[at].kind == "word" and tokens[at - 1].form in HYPHENS
            and tokens[at + 1].form in HYPHENS and _capital(sheet, at + 2)
            and tokens[at - 2].end + 1 == tokens[at].start and tokens[at].end + 1 == tokens[at + 2].start)


def _joined(sheet: Sheet, at: int, end: int) -> bool:
    """Whether an article in small letters belongs to the capitalised word after it."""
    if sheet.tokens[at].form not in sheet.gazetteer.spelling.articles:
        return False
    following = at + 1
    if following < end and sheet.tokens[following].form in HYPHENS:
        following += 1
        return following < end and _capital(sheet, following)
    if following >= end or not _capital(sheet, following):
        return False
    return sheet.tokens[at].form in sheet.gazetteer.spelling.plain or (at > sheet.sentence.first and _capital(sheet, at - 1))


def _capital(sheet: Sheet, at: int) -> bool:
    token = sheet.tokens[at]
    return token.kind == "word" and sheet.text[token.start].isupper()


def _known(sheet: Sheet, at: int, last: int) -> int:
    """The end of the longest name in the gazetteer that begins here, or `at`."""
    spelling, tokens = sheet.gazetteer.spelling, sheet.tokens
    words, ends = [], []
    for end in range(at, min(last, at + 2 * LONGEST)):
        token = tokens[end]
        if token.kind == "punctuation":
            continue
        if token.form in spelling.articles and (end + 1 < last):
            continue
        words.append(spelling.word(token.form))
        ends.append(end + 1)
    if not words:
        return at
    length = sheet.gazetteer.length(words)
    return ends[length - 1] if length else at


def _within_name(sheet: Sheet, mention: Mention, first: int, last: int) -> bool:
    """Whether a name without a sign stands behind other capitalised words, as in a person's name."""
    at = mention.first - 1
    if at < first:
        return False
    return _capital(sheet, at) and at not in sheet.words and not _ends_place(sheet, at + 1) and sheet.ending.get(at + 1) is None


def _ends_place(sheet: Sheet, at: int) -> bool:
    return any(locality.last == at for locality in sheet.localities)


def _followed_by_name(sheet: Sheet, at: int, last: int) -> bool:
    """Whether further capitalised words follow that are no place noun: a name of something that bears the place's name."""
    while at < last and (sheet.tokens[at].form in sheet.gazetteer.spelling.articles or sheet.tokens[at].form in HYPHENS):
        at += 1
    if at >= last or not _capital(sheet, at):
        return False
    return at not in sheet.nouns and at not in sheet.named and at not in sheet.words and at not in sheet.taken


def _size(sheet: Sheet, at: int, end: int) -> int:
    spelling = sheet.gazetteer.spelling
    words = spelling.bare([token.form for token in sheet.tokens[at:end] if token.kind != "punctuation"])
    return max((holder.point.population for holder in sheet.gazetteer.named(words)), default=0)


def _headline(sheet: Sheet) -> bool:
    tokens = sheet.tokens[sheet.sentence.first:sheet.sentence.last]
    words = [token for token in tokens if token.kind == "word" and len(token.form) > 3]
    return len(words) > 3 and sum(sheet.text[token.start].isupper() for token in words) > TITLE * len(words)
