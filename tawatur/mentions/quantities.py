"""Quantities: an amount with the noun that it counts, in one phrase.

A counted noun may stand behind its number, with words between that a language's grammar allows; before it, where a definite
numeral follows its noun; or alone, in the dual or with an article, when it counts two or one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tawatur.mentions.amounts import Amount, Spots, Wording, amounts
from tawatur.mentions.lasting import LASTS, lasting
from tawatur.mentions.numbers import JOINERS, Number
from tawatur.mentions.phrases import ATTACHED, Phrase, Phrases
from tawatur.records import Mention, Quantity, Sentence, Temporal, Token

ALONE = frozenset({"people", "families", "vehicles", "buildings", "days", "hours", "months", "weeks", "strikes", "rockets",
                   "km2"})
"""Units whose nouns count themselves in the dual."""
SINGLE = frozenset({"people", "months", "weeks", "days", "hours", "years"})
"""Units whose nouns count themselves in the singular."""
PEOPLE = frozenset({"people", "families", None})
SHARED = 7
"""Tokens between a share and the number that it is a share of."""


def quantities(text: str, tokens: Sequence[Token], sentence: Sentence, at: Spots, said: Sequence[Number],
               timed: Sequence[Temporal], how: Wording) -> list[Quantity]:
    """All quantities of a sentence, by place; numbers of dates, and those that surely count nothing, are left out."""
    if not said and not at.keys() & {"counted", "vague"}:
        return []
    lasts = {token for time in timed if lasting(tokens, at, time) for token in range(time.first, time.last)}
    dated = frozenset(token for time in timed for token in range(time.first, time.last) if token not in lasts)
    phrases = Phrases(tokens, sentence, at, how, dated)
    taken = {*dated}
    found: list[Quantity] = []
    share: Amount | None = None
    for amount in amounts(tokens, at, said, how):
        if amount.first in taken or amount.last - 1 in dated or (share is not None and _shared(tokens, share, amount, how)):
            continue
        share = amount if amount.kind == "fraction" else None
        phrase = phrases.phrase(amount)
        if phrase is not None:
            amount = phrases.limits(amount, phrase)
            phrase.measure = LASTS if phrase.first in lasts else phrase.measure
            taken.update(range(phrase.first, phrase.last))
            found.append(_quantity(text, tokens, amount, phrase))
    found += (_quantity(text, tokens, phrases.limit_ahead(amount, phrase), phrase, "alone")
              for amount, phrase in _lone(phrases, taken))
    found.sort(key=lambda quantity: quantity.first)
    for index, (part, whole) in enumerate(pairwise(found)):
        if part.partitive and part.term is None and part.last < whole.first <= part.last + SHARED and \
                tokens[part.last].form in how.words.of:
            found[index], found[index + 1] = _of_the(part, whole)
    return found


def _of_the(part: Quantity, whole: Quantity) -> tuple[Quantity, Quantity]:
    """A part and its whole: what is counted, where that is no people (40 of the 300 lorries) or is told of the part."""
    told = whole.partitive and whole.term is not None  # 60 of Monday's 210 were soldiers
    if whole.unit in PEOPLE and not told:
        return replace(part, unit=part.unit or whole.unit, population=part.population or whole.population), whole
    if told:
        part = replace(part, population=whole.population, term=whole.term)
        whole = replace(whole, population=None, term=None, partitive=False)
    return replace(part, unit=whole.unit, measure=whole.measure, rule=whole.rule), replace(whole, measure=None)


def _shared(tokens: Sequence[Token], share: Amount, amount: Amount, how: Wording) -> bool:
    """Whether an amount is what a share is taken of: two thirds of the town's 30,000 inhabitants."""
    return share.last < amount.first <= share.last + SHARED and tokens[share.last].form in how.words.of


def _quantity(text: str, tokens: Sequence[Token], amount: Amount, phrase: Phrase, share: str | None = None) -> Quantity:
    attrs: Mapping[str, str] = phrase.noun.attrs if phrase.noun else {}
    return Quantity(
        tokens[phrase.first].start, tokens[phrase.last - 1].end, phrase.first, phrase.last,
        _whole(amount.value), _whole(amount.low), _whole(amount.high), amount.bound,
        unit=phrase.unit or attrs.get("unit") or ("people" if phrase.nationality else None),
        population=None if phrase.mixed else attrs.get("population"), nationality=phrase.nationality,
        term=text[phrase.noun.start:phrase.noun.end] if phrase.noun else None, measure=phrase.measure or attrs.get("measure"),
        partitive=phrase.partitive, share=share or ("many" if amount.kind == "many" else None),
        rule=phrase.noun.rule if phrase.noun else amount.rule,
    )


def _whole(value: float | None) -> float | None:
    return None if value is None else int(value) if value == int(value) else value


def _lone(phrases: Phrases, taken: set[int]) -> Iterator[tuple[Amount, Phrase]]:
    """Nouns that count themselves: a dual is two; a singular with an article, or indefinite, is one."""
    yield from _several(phrases, taken)
    for noun in phrases.kind("counted").values():
        if noun.first in taken or noun.features & {"definite", "plural", "its", "their"} or _part_of_word(phrases, noun):
            continue
        count = _count(phrases, noun)
        if count and noun.attrs.get("unit", "people") in ALONE | SINGLE and not _inside_name(phrases, noun):
            phrase = Phrase(_article(phrases, noun) if count == 1 else noun.first, noun.last, noun)
            phrases.nationality(phrase)
            yield Amount(noun.first, noun.last, count, count, count, "exact"), phrase


def _count(phrases: Phrases, noun: Mention) -> int:
    """How many a noun counts by itself; 0 where it does not."""
    if "dual" in noun.features:
        return 2 if noun.attrs.get("unit", "people") in ALONE else 0
    if "value" in noun.attrs:
        another = noun.attrs["unit"] == "people" and not _another(phrases, noun)
        return 0 if another else int(noun.attrs["value"])
    if noun.attrs.get("unit") not in SINGLE or noun.attrs.get("measure") == "injured":
        return 0
    return 1 if not phrases.how.words.article or _article(phrases, noun) < noun.first else 0


def _article(phrases: Phrases, noun: Mention) -> int:
    """Where the indefinite article of a noun stands, a word or two between; the noun itself where there is none."""
    for back in range(noun.first - 1, max(phrases.sentence.first - 1, noun.first - 4), -1):
        if phrases.tokens[back].form in phrases.how.words.article:
            return back
        if phrases.tokens[back].kind != "word" or back in phrases.kind("function"):
            break
    return noun.first


def _part_of_word(phrases: Phrases, noun: Mention) -> bool:
    """Whether a noun is half a word: a rebel-held town."""
    tokens, last = phrases.tokens, noun.last
    return last < phrases.sentence.last and tokens[last].form in JOINERS and tokens[last].start == tokens[last - 1].end


def _inside_name(phrases: Phrases, noun: Mention) -> bool:
    return any(name.first <= noun.first and noun.last <= name.last
               for kind in ("actor", "outlet", "person") for name in phrases.kind(kind).values())


def _several(phrases: Phrases, taken: set[int]) -> Iterator[tuple[Amount, Phrase]]:
    """Nouns whose dual and plural are written alike: two or more, right behind the word that tells their measure."""
    told = {word.last for word in phrases.kind("measures").values()}
    for kind in ("counted", "nationalities"):
        for noun in phrases.kind(kind).values():
            alike = {"dual", "plural"} <= noun.features and "definite" not in noun.features
            if alike and noun.first in told and noun.first not in taken and noun.attrs.get("population") != "civilians":
                phrase = Phrase(noun.first, noun.last, noun if kind == "counted" else None, noun.attrs.get("nationality"))
                yield Amount(noun.first, noun.last, None, None, None, "vague"), phrase


def _another(phrases: Phrases, noun: Mention) -> bool:
    """Whether a word for another one stands for the one itself: right behind its measure, and no noun or number beside it."""
    after, counted, measures = noun.last, phrases.kind("counted"), phrases.kind("measures")
    if phrases.number(noun.first - 1) or phrases.number(after) or any(other.last == noun.first for other in counted.values()):
        return False
    ends = after >= phrases.sentence.last or phrases.tokens[after].kind == "punctuation" or after in phrases.kind("function")
    begins = any(words[after].features & ATTACHED for words in (counted, measures) if after in words)
    return any(word.last == noun.first for word in measures.values()) and (ends or begins or after in measures)
