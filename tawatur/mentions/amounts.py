"""Amounts: numbers with what limits them, ranges, and words that count vaguely; no noun yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tawatur.mentions.numbers import JOINERS, Number, Words, numbers
from tawatur.packs import Packs
from tawatur.records import Mention, Sentence, Token
from tawatur.records.swift import swift

Spots = Mapping[str, Mapping[int, Mention]]
"""The mentions of a sentence by kind and first token: of several at one place, the one with the fewest clitics."""
YEARS = range(1900, 2101)
RISEN = 14
"""Tokens between a verb of rising and the "from" of what it rose from."""
_NONE: Mapping[int, Mention] = {}


@dataclass(frozen=True, slots=True)
class Wording:
    """How a language words quantities: what its grammar says under `quantity`, folded."""

    words: Words
    between: frozenset[str]
    currency: Mapping[str, str]
    signs: Mapping[str, str]
    skip: int
    noun_before: bool
    modifies: frozenset[str]
    others: frozenset[str]
    persons: frozenset[str]


@swift
@dataclass(frozen=True, slots=True)
class Amount:
    """How many, over a half-open token range; `kind` is cardinal, ordinal, fraction or vague."""

    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    bound: str
    kind: str = "cardinal"
    bare: bool = False
    definite: bool = False
    rule: str = ""


_WORDINGS: dict[tuple[str, str], Wording] = {}


def wording(packs: Packs, code: str) -> Wording:
    """The wording of a language, made once for each set of packs."""
    known = _WORDINGS.get((packs.digest, code))
    if known is None:
        spec = packs.language(code).grammar.get("quantity", {})

        def forms(name: str) -> frozenset[str]:
            return frozenset(map(packs.folding.fold, spec.get(name, ())))

        words = Words(forms("article"), forms("the"), forms("and"), forms("of"), forms("to"), forms("or"),
                      bool(spec.get("unit_first")))
        known = Wording(words, forms("between"), dict(spec.get("currency", {})), dict(spec.get("signs", {})),
                        int(spec.get("skip", 2)), bool(spec.get("noun_before")), forms("modifies"), forms("others"),
                        forms("persons"))
        _WORDINGS[packs.digest, code] = known
    return known


WITH_ARTICLE = "nationalities with an article"
"""Under which name nationalities are kept that describe no indefinite noun."""


def spots(mentions: Iterable[Mention]) -> dict[str, dict[int, Mention]]:
    """Index the mentions of one sentence."""
    found: dict[str, dict[int, Mention]] = {}
    for mention in mentions:
        if "article" in mention.features:  # a number or a counted noun has its definite form in its row
            if mention.kind == "nationalities":
                found.setdefault(WITH_ARTICLE, {}).setdefault(mention.first, mention)
            continue
        known = found.setdefault(mention.kind, {}).setdefault(mention.first, mention)
        same = known is not mention and (mention.last, mention.rule) == (known.last, known.rule)
        if same and mention.kind in ("counted", "nationalities"):
            found[mention.kind][mention.first] = replace(known, features=known.features | mention.features)
    return found


def cardinals(text: str, tokens: Sequence[Token], sentence: Sentence, at: Spots, how: Wording) -> list[Number]:
    """The numbers of a sentence, of whatever kind."""
    return numbers(text, tokens, sentence.first, sentence.last, at.get("numbers", _NONE), how.words,
                   at.get("counted", _NONE))


def amounts(tokens: Sequence[Token], at: Spots, said: Sequence[Number], how: Wording) -> list[Amount]:
    """The amounts of a sentence, by place, with their bounds."""
    vague = list(at.get("vague", _NONE).values())
    plain = [number for number in said if not any(v.first <= number.first < v.last for v in vague)]
    taken = {token for number in plain for token in range(number.first, number.last)}
    rises = [m.last for m in at.get("parts", _NONE).values() if m.attrs["role"] == "rise"]
    found = [*_ranges(tokens, plain, how, rises), *(_vague(v) for v in vague if v.first not in taken)]
    found.sort(key=lambda amount: amount.first)
    verbs = {word.last: word.first for word in at.get("measures", _NONE).values() if word.last - word.first > 1}
    bounds = {first: m for first, m in at.get("bounds", _NONE).items() if verbs.get(m.last, m.first) >= m.first}  # hand over 27
    return list(_bounded(tokens, found, bounds, how))


def _vague(mention: Mention) -> Amount:
    low, high = (float(cell) if (cell := mention.attrs.get(name)) else None for name in ("low", "high"))
    kind = "many" if mention.attrs.get("strength") == "weak" else "vague"
    return Amount(mention.first, mention.last, None, low, high, "vague", kind, rule=mention.rule)


def _ranges(tokens: Sequence[Token], found: Sequence[Number], how: Wording, rises: Sequence[int]) -> Iterator[Amount]:
    """Plain amounts, and two numbers joined to a range."""
    skip = -1
    for index, number in enumerate(found):
        if index == skip:
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and _joined(tokens, number, following, how):
            if any(0 <= number.first - 1 - last <= (RISEN if number.first and tokens[number.first - 1].form in how.between else 4)
                   and not any(last <= other.first < number.first for other in found) for last in rises):
                continue  # it rose from 12 to 19
            first = number.first - 1 if number.first and tokens[number.first - 1].form in how.between else number.first
            low, high = _same_scale(number.value, following.value), following.value
            if not (number.digits or following.digits) and 100 * low < high < 1000 and high % 100 == 0:
                low *= 100  # five to six hundred
            if low < high:
                skip = index + 1
                yield Amount(first, following.last, None, low, high, "between")
                continue
        yield Amount(number.first, number.last, number.value, number.value, number.value, "exact", number.kind, number.bare,
                     number.definite)


def _same_scale(low: float, high: float) -> float:
    """Two to three thousand: the scale stands once."""
    for scale in (1e9, 1e6, 1e3):
        if high >= 2 * scale and low < 1000 and high % scale == 0 and low < high / scale:
            return low * scale
    return low


def _joined(tokens: Sequence[Token], one: Number, two: Number, how: Wording) -> bool:
    if one.kind != "cardinal" or two.kind != "cardinal":
        return False
    words, gap = how.words, two.first - one.last
    opened = one.first > 0 and tokens[one.first - 1].form in how.between
    if gap == 0:
        return opened and "and" in _clitics(tokens, two, words)
    if gap != 1:
        return False
    between = tokens[one.last]
    if between.form in JOINERS:
        years = one.bare and two.bare and int(one.value) in YEARS and int(two.value) in YEARS
        return not years and two.last - two.first == 1
    return between.form in words.to or between.form in words.or_ or (opened and between.form in words.and_)


def _clitics(tokens: Sequence[Token], number: Number, words: Words) -> set[str]:
    """Whether "and" is written onto a number: then its form is longer than the number's own."""
    return {"and"} if any(tokens[number.first].form.startswith(word) for word in words.and_) else set()


def _bounded(tokens: Sequence[Token], found: Sequence[Amount], bounds: Mapping[int, Mention], how: Wording) -> Iterator[Amount]:
    before = {mention.last: mention for mention in bounds.values() if mention.attrs["side"] in ("before", "either")}
    after = {mention.first: mention for mention in bounds.values() if mention.attrs["side"] != "before"}
    for amount in found:
        first, rule = amount.first, ""
        limits: list[str] = []
        for _ in range(3):
            at = _ahead(tokens, first, how)
            said = before.get(at)
            if said is None:
                break
            limits.append(said.attrs["bound"])
            first, rule = said.first, rule or said.rule
        last = amount.last
        behind = after.get(last)
        if behind is not None and (behind.attrs["side"] in ("after", "either") or tokens[last].start == tokens[last - 1].end):
            limits.append(behind.attrs["bound"])
            last, rule = behind.last, rule or behind.rule
        if first == amount.first and first > 0 and tokens[first - 1].form in how.words.article:
            first -= 1
        if (first, last) != (amount.first, amount.last):
            amount = replace(amount, first=first, last=last, rule=rule or amount.rule)
        yield _limit(amount, limits)


def _ahead(tokens: Sequence[Token], first: int, how: Wording) -> int:
    """Where a limit of the number would end: before its article, its currency and what is written onto that (US$)."""
    while first > 0:
        form, here = tokens[first - 1].form, tokens[first - 1]
        signed = first < len(tokens) and tokens[first].form in how.currency and here.end == tokens[first].start
        if not (form in how.currency or form in how.words.article or (signed and here.kind == "word")):
            break
        first -= 1
    return first


def limited(amount: Amount, bound: str) -> Amount:
    """The amount under a limit that is said behind its noun: 40 people at least."""
    return _limit(amount, [bound])


def _limit(amount: Amount, limits: Sequence[str]) -> Amount:
    bound = next((limit for limit in limits if limit in ("at_least", "at_most")), limits[0] if limits else "exact")
    if amount.bound != "exact" or bound == "exact":
        return amount
    low = amount.value if bound == "at_least" else None
    high = amount.value if bound == "at_most" else None
    return replace(amount, bound=bound, low=low, high=high)


def due(word: Mention | None) -> bool:
    """Whether a word says that what is told of those behind a bare number is yet to come: 29 who will die."""
    return word is not None and word.attrs.get("role") == "future"


def dating(noun: Mention, before: str, how: Wording) -> bool:
    """Whether a time behind an article says when, and is not what is counted: close to 3,000 the week before."""
    timed = noun.attrs.get("measure") == "duration" and "plural" not in noun.features and not how.noun_before
    return timed and before in how.words.the
