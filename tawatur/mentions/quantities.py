"""Quantities: an amount with the noun that it counts, in one phrase.

A counted noun may stand behind its number, with words between that a language's grammar allows; before it, where a definite
numeral follows its noun; or alone, in the dual or with an article, when it counts two or one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tawatur.mentions.amounts import YEARS, Amount, Spots, Wording, amounts, limited
from tawatur.mentions.numbers import JOINERS, Number
from tawatur.records import Mention, Quantity, Sentence, Temporal, Token

ATTACHED = frozenset({"and", "then", "by", "to", "like"})
"""What is written onto a word that begins a phrase of its own: no noun of the number before it."""
MEASURED = frozenset({"km2", "mi2", "hectares", "tonnes", "hours", "days", "months", "years"})
"""Units of which there are halves."""
QUOTES = frozenset("\"“”«»")
_NONE: Mapping[int, Mention] = {}


@dataclass(slots=True)
class _Phrase:
    """What was found around an amount."""

    first: int
    last: int
    noun: Mention | None = None
    nationality: str | None = None
    partitive: bool = False
    measure: str | None = None
    unit: str | None = None
    mixed: bool = False


def quantities(text: str, tokens: Sequence[Token], sentence: Sentence, at: Spots, said: Sequence[Number],
               timed: Sequence[Temporal], how: Wording) -> list[Quantity]:
    """All quantities of a sentence, by place; numbers of dates, and those that surely count nothing, are left out."""
    found: list[Quantity] = []
    if not said and not at.keys() & {"counted", "vague"}:
        return found
    dated = {token for time in timed for token in range(time.first, time.last)}
    taken: set[int] = set(dated)
    share: Amount | None = None
    for amount in amounts(tokens, at, said, how):
        if amount.first in taken or amount.last - 1 in dated or (share is not None and _shared(tokens, share, amount, how)):
            continue
        share = amount if amount.kind == "fraction" else None
        phrase = _phrase(text, tokens, sentence, amount, at, how)
        if phrase is None:
            continue
        amount = _limit_behind(amount, phrase, at)
        taken.update(range(phrase.first, phrase.last))
        found.append(_quantity(text, tokens, amount, phrase))
    found += _alone(text, tokens, sentence, at, how, taken)
    return sorted(found, key=lambda quantity: quantity.first)


def _limit_behind(amount: Amount, phrase: _Phrase, at: Spots) -> Amount:
    """A limit behind the noun, where it does not limit the next number."""
    bound = at.get("bounds", _NONE).get(phrase.last)
    if bound is None or bound.attrs["side"] not in ("after", "either") or bound.last in at.get("numbers", _NONE):
        return amount
    phrase.last = bound.last
    return limited(amount, bound.attrs["bound"])


def _shared(tokens: Sequence[Token], share: Amount, amount: Amount, how: Wording) -> bool:
    """Whether an amount is what a share is taken of: two thirds of the town's 30,000 inhabitants."""
    return amount.first - share.last <= 7 and share.last < amount.first and tokens[share.last].form in how.words.of


def _quantity(text: str, tokens: Sequence[Token], amount: Amount, phrase: _Phrase) -> Quantity:
    attrs: Mapping[str, str] = phrase.noun.attrs if phrase.noun else {}
    unit = phrase.unit or attrs.get("unit") or ("people" if phrase.nationality else None)
    start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
    rule = phrase.noun.rule if phrase.noun else amount.rule
    return Quantity(
        start, end, phrase.first, phrase.last, _whole(amount.value), _whole(amount.low), _whole(amount.high), amount.bound,
        unit=unit, population=None if phrase.mixed else attrs.get("population"), nationality=phrase.nationality,
        term=text[phrase.noun.start:phrase.noun.end] if phrase.noun else None, measure=phrase.measure or attrs.get("measure"),
        partitive=phrase.partitive, share="many" if amount.kind == "many" else None, rule=rule,
    )


def _whole(value: float | None) -> float | None:
    return None if value is None else int(value) if value == int(value) else value


def _phrase(text: str, tokens: Sequence[Token], sentence: Sentence, amount: Amount, at: Spots, how: Wording) -> _Phrase | None:
    """The phrase around an amount, or None where the number counts nothing."""
    if amount.kind == "ordinal" or _code(text, tokens, sentence, amount, at):
        return None
    phrase = _Phrase(amount.first, amount.last)
    if _currency(tokens, sentence, amount, phrase, how):
        return phrase
    _behind(tokens, sentence, amount, phrase, at, how)
    if phrase.noun is not None:
        phrase.unit = None
    if phrase.noun is None and how.noun_before and (amount.definite or amount.value in (1, 2) or amount.kind == "vague"):
        _in_front(amount, phrase, at)
    if amount.kind == "fraction" and (phrase.noun is None or phrase.noun.attrs.get("unit") not in MEASURED):
        return None
    if phrase.noun is not None and _dated(amount, phrase.noun, how):
        return None
    if phrase.noun is not None:
        _nationality(phrase, at, sentence, how)
        _area(phrase, at)
        return phrase
    if amount.kind in ("fraction", "many") or _refused(amount, at) or amount.definite or amount.value == 1:
        return None
    if phrase.partitive:
        _named_before(amount, phrase, at)
    if amount.bare and amount.value is not None and int(amount.value) in YEARS and not phrase.partitive and not phrase.nationality:
        return None
    return phrase


def _dated(amount: Amount, noun: Mention, how: Wording) -> bool:
    """Whether a number is a year that says which: the 2011 raid."""
    year = amount.bare and amount.value is not None and int(amount.value) in YEARS
    return year and not how.noun_before and ("plural" not in noun.features or noun.first > amount.last)


def _code(text: str, tokens: Sequence[Token], sentence: Sentence, amount: Amount, at: Spots) -> bool:
    """A number inside a name, a date, a time of day or a type of weapon counts nothing."""
    first, last = amount.first, amount.last
    for kind in ("actor", "outlet", "person", "place"):
        for mention in at.get(kind, _NONE).values():
            if mention.first <= first and last <= mention.last and mention.last - mention.first > last - first:
                return True
    if last < sentence.last and tokens[last].form in (":", "/") and last + 1 < sentence.last and tokens[last + 1].kind == "number":
        return True
    if first - 2 >= sentence.first and tokens[first - 1].form in (":", "/") and tokens[first - 2].kind == "number":
        return True
    if first > sentence.first and tokens[first - 1].end == tokens[first].start:
        touching = tokens[first - 1]
        if touching.form in ("#", "№") or (touching.kind == "word" and tokens[first].kind == "number" and touching.form.isascii()):
            return True
        code = touching.form in JOINERS and first - 2 >= sentence.first and tokens[first - 2].kind == "word"
        if code and tokens[first - 2].end == touching.start and tokens[first].kind == "number":
            return True
    return False


def _refused(amount: Amount, at: Spots) -> bool:
    """Words beside a number that make it an age, a distance, an article, an hour."""
    for mention in at.get("not_counted", _NONE).values():
        side = mention.attrs["side"]
        if (side == "before" and mention.last == amount.first) or (side == "after" and mention.first == amount.last):
            return True
    return False


def _currency(tokens: Sequence[Token], sentence: Sentence, amount: Amount, phrase: _Phrase, how: Wording) -> bool:
    if amount.last < sentence.last and tokens[amount.last].form in how.signs:
        phrase.unit, phrase.last = how.signs[tokens[amount.last].form], amount.last + 1
        return True
    for near in range(max(sentence.first, amount.first - 1), amount.last + 1):
        if near < sentence.last and tokens[near].form in how.currency:
            phrase.unit, phrase.measure = how.currency[tokens[near].form], "cost"
            phrase.first, phrase.last = min(phrase.first, near), max(phrase.last, near + 1)
            return True
    return False


def _behind(tokens: Sequence[Token], sentence: Sentence, amount: Amount, phrase: _Phrase, at: Spots, how: Wording) -> None:
    """Look for the counted noun behind the amount."""
    if amount.value == 1 and amount.kind == "cardinal" and amount.last < sentence.last and tokens[amount.last].form in how.words.of:
        return  # one of the …
    counted, parts, nations = at.get("counted", _NONE), at.get("parts", _NONE), at.get("nationalities", _NONE)
    refused = at.get("not_counted", _NONE)
    here, skipped, linked = amount.last, 0, False
    while here < sentence.last and here < amount.last + 8:
        token = tokens[here]
        part = parts.get(here)
        if part is not None and _takes_up(tokens, sentence, part, at):
            phrase.partitive, phrase.last = True, part.last
            return
        noun = counted.get(here)
        if noun is not None and not noun.features & ATTACHED:
            _take(tokens, sentence, amount, noun, phrase, at, how)
            return
        if here in refused and refused[here].attrs["side"] == "after" and not linked:
            return
        nation = nations.get(here)
        if nation is not None:
            phrase.nationality, phrase.last, here = nation.attrs["nationality"], nation.last, nation.last
            continue
        if token.kind == "punctuation":
            if token.form not in JOINERS and token.form not in QUOTES:
                return
            here += 1
            continue
        if token.form in how.words.of or token.form in how.words.the:
            linked = linked or token.form in how.words.of
            here += 1
            continue
        if token.form in how.modifies:
            here += 1
            phrase.last = max(phrase.last, here)
            if token.form in how.others:
                phrase.unit = "people"
            continue
        if token.form in how.words.and_ and 0 < skipped <= 2 and here - 1 not in at.get("measures", _NONE) and here > amount.last:
            here, skipped = here + 1, 9  # 20 sick and wounded people
            if here in counted and not counted[here].features & ATTACHED:
                continue
            return
        if here in at.get("timewords", _NONE):
            return
        if linked and skipped == 0 and (token.kind == "number" or here in at.get("numbers", _NONE) or here in at.get("bounds", _NONE)):
            phrase.partitive = True  # 200 of the estimated 1,800
            return
        if here in at.get("function", _NONE) or token.form in how.words.and_ or token.kind == "number" or here in at.get("numbers", _NONE):
            return
        told = at.get("measures", _NONE).get(here)
        if told is not None and told.last > here:
            here = told.last
            skipped += 1
            continue
        skipped += 1
        if skipped > how.skip:
            return
        here += 1


def _takes_up(tokens: Sequence[Token], sentence: Sentence, part: Mention, at: Spots) -> bool:
    """Whether "of them" belongs to the number before it, and not to one that follows at once."""
    if part.attrs["role"] == "of_them":
        return True
    return part.attrs["role"] == "either" and not (
        part.last < sentence.last and (tokens[part.last].kind == "number" or part.last in at.get("numbers", _NONE)
                                       or part.last in at.get("bounds", _NONE)))


def _take(tokens: Sequence[Token], sentence: Sentence, amount: Amount, noun: Mention, phrase: _Phrase, at: Spots,
          how: Wording) -> None:
    """The noun, or the last of several in a row: aid trucks, car bomb attacks, cases of wounded children."""
    counted = at.get("counted", _NONE)
    while not how.noun_before and (following := counted.get(noun.last)) is not None and "and" not in following.features and not following.features & {"definite"}:
        if noun.attrs.get("unit") != following.attrs.get("unit") and noun.attrs.get("unit") not in (None, "people"):
            break
        if "adjective" in following.features:
            break
        noun = following
    phrase.noun, phrase.last = noun, noun.last
    also = counted.get(noun.last)
    if also is not None and "and" in also.features and also.attrs.get("unit") == noun.attrs.get("unit") and \
            (amount.value is None or amount.value > 10 or "plural" in also.features) and \
            not (also.attrs.get("measure") and not noun.attrs.get("measure")):
        phrase.last, phrase.mixed = also.last, also.attrs.get("population") != noun.attrs.get("population")
    part = at.get("parts", _NONE).get(noun.last)
    if part is not None and _takes_up(tokens, sentence, part, at):
        phrase.partitive, phrase.last = True, part.last


def _in_front(amount: Amount, phrase: _Phrase, at: Spots) -> None:
    for noun in at.get("counted", _NONE).values():
        if amount.kind == "vague" and not (noun.last == amount.first and "by" in at["vague"][amount.first].features):
            continue
        if noun.last == amount.first and (amount.kind == "vague" or amount.definite == ("definite" in noun.features) or noun.features & {"its", "their"} or
                                          amount.value in (1, 2)):
            phrase.noun, phrase.first = noun, noun.first


def _area(phrase: _Phrase, at: Spots) -> None:
    """An area of 4 km is one of square kilometres."""
    if phrase.noun is not None and phrase.noun.attrs.get("unit") == "km" and any(
            word.last == phrase.first and word.attrs.get("units") == "land" and word.attrs["counts"] == "before"
            for word in at.get("measures", _NONE).values()):
        phrase.unit, phrase.measure = "km2", "area_held"


def _named_before(amount: Amount, phrase: _Phrase, at: Spots) -> None:
    """The noun that "of them" takes up, where it stands right before: prisoners, 100 of whom."""
    for noun in at.get("counted", _NONE).values():
        if 0 <= amount.first - noun.last <= 2 and "plural" in noun.features:
            phrase.noun = noun


def _nationality(phrase: _Phrase, at: Spots, sentence: Sentence, how: Wording) -> None:
    nation = at.get("nationalities", _NONE).get(phrase.last)
    if nation is not None and phrase.nationality is None and how.noun_before:
        phrase.nationality, phrase.last = nation.attrs["nationality"], nation.last


def _alone(text: str, tokens: Sequence[Token], sentence: Sentence, at: Spots, how: Wording, taken: set[int]) -> Iterator[Quantity]:
    """Nouns that count themselves: a dual is two; a singular with an article, or indefinite, is one."""
    yield from _several(text, tokens, at, taken)
    for noun in at.get("counted", _NONE).values():
        if noun.last < sentence.last and tokens[noun.last].form in JOINERS and tokens[noun.last].start == tokens[noun.last - 1].end:
            continue  # a rebel-held town
        if noun.first in taken or noun.features & {"definite", "plural", "its", "their"}:
            continue
        dual = "dual" in noun.features
        if any(n.kind != "place" and n.first <= noun.first and noun.last <= n.last for kind in ("actor", "outlet", "person")
               for n in at.get(kind, _NONE).values()):
            continue
        if "value" in noun.attrs and noun.attrs["unit"] == "people" and not _another(tokens, sentence, noun, at):
            continue
        if not dual and "value" not in noun.attrs and not _single(tokens, sentence, noun, at, how):
            continue
        if noun.attrs.get("unit", "people") not in ("people", "families", "vehicles", "days", "hours", "months", "weeks", "strikes",
                                                    "rockets"):
            continue
        count = 2 if dual else int(noun.attrs.get("value", 1))
        amount = Amount(noun.first, noun.last, count, count, count, "exact")
        first = noun.first
        while not dual and first > sentence.first and noun.first - first < 3 and tokens[first].form not in how.words.article and \
                how.words.article:
            first -= 1
        phrase = _Phrase(first, noun.last, noun)
        _nationality(phrase, at, sentence, how)
        quantity = _quantity(text, tokens, amount, phrase)
        yield replace(quantity, share="alone")


def _several(text: str, tokens: Sequence[Token], at: Spots, taken: set[int]) -> Iterator[Quantity]:
    """Nouns whose dual and plural are written alike: two or more, right behind the word that tells their measure."""
    told = {word.last for word in at.get("measures", _NONE).values()}
    for kind in ("counted", "nationalities"):
        for noun in at.get(kind, _NONE).values():
            if {"dual", "plural"} <= noun.features and "definite" not in noun.features and noun.first in told and noun.first not in taken:
                amount = Amount(noun.first, noun.last, None, None, None, "vague")
                phrase = _Phrase(noun.first, noun.last, noun if kind == "counted" else None)
                phrase.nationality = noun.attrs.get("nationality")
                yield replace(_quantity(text, tokens, amount, phrase), share="alone")


def _another(tokens: Sequence[Token], sentence: Sentence, noun: Mention, at: Spots) -> bool:
    """Whether a word for another one stands for the one itself: no noun and no number beside it."""
    for near in (noun.first - 1, noun.last):
        if sentence.first <= near < sentence.last and (tokens[near].kind == "number" or near in at.get("numbers", _NONE)):
            return False
    after = noun.last
    ends = after >= sentence.last or tokens[after].kind == "punctuation" or after in at.get("function", _NONE)
    clitic = any(m.first == after and m.features & ATTACHED for kind in ("counted", "measures") for m in at.get(kind, _NONE).values())
    before = any(m.last == noun.first for m in at.get("counted", _NONE).values())
    told = any(m.last == noun.first for m in at.get("measures", _NONE).values())
    return told and not before and (ends or clitic or after in at.get("measures", _NONE))


def _single(tokens: Sequence[Token], sentence: Sentence, noun: Mention, at: Spots, how: Wording) -> bool:
    """Whether an indefinite singular stands here."""
    if noun.attrs.get("unit") not in ("people", "months", "weeks", "days", "hours", "years") or noun.attrs.get("measure") == "injured":
        return False
    if not how.words.article:
        return True
    for back in range(noun.first - 1, max(sentence.first - 1, noun.first - 4), -1):
        if tokens[back].form in how.words.article:
            return True
        if tokens[back].kind != "word" or back in at.get("function", _NONE):
            return False
    return False
