"""The phrase around an amount: the noun that it counts, behind it or before it, and what is said of that noun."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.mentions.amounts import WITH_ARTICLE, YEARS, Amount, Spots, Wording, dating, due, limited
from tawatur.mentions.numbers import JOINERS
from tawatur.records import Mention, Sentence, Token
from tawatur.text import APOSTROPHES, QUOTES

ATTACHED = frozenset({"and", "then", "by", "to", "like"})
"""What is written onto a word that begins a phrase of its own: no noun of the number before it."""
MEASURED = frozenset({"km2", "mi2", "hectares", "tonnes", "hours", "days", "months", "years"})
"""Units of which there are halves."""
NAMES = ("actor", "outlet", "person", "place")
NAMED = 6
"""Tokens behind "number of" among which its noun stands."""
PRESENT = {"fighters": "fighters_present", "soldiers": "fighters_present", "prisoners": "detained"}
"""What a number of people measures where nothing else is said of them."""
ANNOUNCED = 24
"""Tokens between a "number of …" and the number."""
PLACE = "towns"  # the unit of places, one of which behind "of" or "from" is not what is counted
KINDS = frozenset({"people", "vehicles", "buildings", "strikes", "rockets", "towns", "devices"})
OWNER = 4  # tokens of the owner of a whole, with its mark
TAKEN_UP = 5
"""Tokens behind a noun in which those stand who take it up with how many they are."""
NATION_REACH = 5
"""Tokens behind a noun within which its nationality may be called one: people of the Iraqi nationality."""
WIDEST = 8
"""Tokens behind a number among which its noun may stand."""
JOINED = 9
"""More words than may be passed over: the noun must follow at once."""
_NONE: Mapping[int, Mention] = {}


@dataclass(slots=True)
class Phrase:
    """What was found around an amount."""

    first: int
    last: int
    noun: Mention | None = None
    nationality: str | None = None
    partitive: bool = False
    measure: str | None = None
    unit: str | None = None
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds the phrases of one sentence."""

    tokens: Sequence[Token]
    sentence: Sentence
    at: Spots
    how: Wording
    dated: frozenset[int] = frozenset()

    def kind(self, name: str) -> Mapping[int, Mention]:
        """The mentions of a kind by their first token."""
        return self.at.get(name, _NONE)

    def number(self, here: int) -> bool:
        """Whether a number begins at a token."""
        return here < self.sentence.last and (self.tokens[here].kind == "number" or here in self.kind("numbers"))

    def _form(self, here: int) -> str:
        return self.tokens[here].form if here < self.sentence.last else ""

    def phrase(self, amount: Amount) -> Phrase | None:
        """The phrase around an amount, or None where the number counts nothing."""
        if amount.kind == "ordinal" or self._inside_name(amount) or self._of_a_code(amount) or self._none(amount):
            return None
        phrase = Phrase(amount.first, amount.last)
        if self._sign(amount, phrase):
            return phrase
        defined = self._defined(amount)
        if defined and self.how.noun_before:
            self._in_front(amount, phrase, defined)
        if phrase.noun is None:
            self._behind(amount, phrase)
        if phrase.noun is None and self.how.noun_before and (defined or amount.value in (1, 2) or amount.kind == "vague"):
            self._in_front(amount, phrase, defined)
        if not phrase.partitive:
            self._announced(amount, phrase)
            self._taken_up(amount, phrase)
        if phrase.noun is not None:
            return self._counted(amount, phrase, phrase.noun)
        definite = amount.definite and amount.bound == "exact"  # but more than the fifty
        if amount.kind in ("fraction", "many") or self._refused(amount) or definite or amount.value == 1:
            return None
        if phrase.partitive:
            self._named_before(amount, phrase)
        elif self._form(amount.last) in self.how.persons and not due(self.kind("function").get(amount.last + 1)):
            phrase.unit = "people"  # the names of 26 who have vanished
        return None if _year(amount) and not phrase.partitive and not phrase.nationality else phrase

    def limits(self, amount: Amount, phrase: Phrase) -> Amount:
        """A limit behind the noun, where it does not limit the next number: 40 people at least; one before a noun in front."""
        amount = self.limit_ahead(amount, phrase) if phrase.first < amount.first else amount
        bound = self.kind("bounds").get(phrase.last)
        if bound is None and phrase.noun is not None and (within := self._limit_within(amount)) is not None:
            return limited(amount, within.attrs["bound"])
        if bound is None or bound.attrs["side"] not in ("after", "either") or bound.last in self.kind("numbers"):
            return amount
        phrase.last = bound.last
        return limited(amount, bound.attrs["bound"])

    def _limit_within(self, amount: Amount) -> Mention | None:
        """A limit between a number and its noun: 900 or so defenders, 300-odd men."""
        at = amount.last
        at += at < self.sentence.last and self.tokens[at].form in JOINERS
        bound = self.kind("bounds").get(at)
        return bound if bound is not None and bound.attrs["side"] == "after" and bound.attrs["bound"] == "about" else None
    def limit_ahead(self, amount: Amount, phrase: Phrase) -> Amount:
        """A limit before a noun that stands in front of its number, or counts itself: no more than two square kilometres."""
        for ahead in self.kind("bounds").values():
            if ahead.last == phrase.first and ahead.attrs["side"] != "after" and amount.bound == "exact":
                phrase.first, amount = ahead.first, limited(amount, ahead.attrs["bound"])
        return amount

    def nationality(self, phrase: Phrase) -> None:
        """The nationality behind a noun, where a language puts it there."""
        nation = self.kind("nationalities").get(phrase.last)
        if nation is not None and phrase.nationality is None and self.how.noun_before:
            phrase.nationality, phrase.last = nation.attrs["nationality"], nation.last
        elif phrase.nationality is None:
            self._called_by_nation(phrase)

    def _called_by_nation(self, phrase: Phrase) -> None:
        """The nationality in a phrase behind the noun: three people of the Iraqi nationality."""
        nations, words = {**self.kind(WITH_ARTICLE), **self.kind("nationalities")}, self.kind("function")
        for at in range(phrase.last, min(phrase.last + NATION_REACH, self.sentence.last)):
            if self.tokens[at].kind == "punctuation" or self.number(at):
                return
            beside = words.get(at - 1 if self.how.noun_before else at + 1)
            if at in nations and beside is not None and beside.attrs.get("role") == "nationality":
                phrase.nationality = nations[at].attrs["nationality"]
                return

    def _counted(self, amount: Amount, phrase: Phrase, noun: Mention) -> Phrase | None:
        phrase.unit = None
        if noun.attrs.get("unit") in KINDS and amount.value is not None and amount.value % 1:
            return None  # 08.12 Buses have left
        if amount.kind == "fraction" and noun.attrs.get("unit") not in MEASURED:
            return None
        if _year(amount) and not self.how.noun_before and ("plural" not in noun.features or noun.first > amount.last):
            return None  # the 2011 raid
        self.nationality(phrase)
        self._area(phrase, noun)
        return phrase

    def _none(self, amount: Amount) -> bool:
        """Whether it is no number of its own: not one mortar; many of them children."""
        share, before = self.kind("parts").get(amount.first), self.kind("function").get(amount.first - 1)
        if amount.kind == "many" and share is not None and share.attrs["role"] == "share":
            return True
        return amount.value == 1 and amount.kind == "cardinal" and before is not None and before.attrs.get("role") == "not"

    def _inside_name(self, amount: Amount) -> bool:
        size = amount.last - amount.first
        return any(name.first <= amount.first and amount.last <= name.last and name.last - name.first > size
                   for kind in NAMES for name in self.kind(kind).values())

    def _of_a_code(self, amount: Amount) -> bool:
        """Whether the number belongs to a time of day, a ratio, or the name of a thing: 10:30, F-16, #4."""
        tokens, first, last = self.tokens, amount.first, amount.last
        begin, end = self.sentence.first, self.sentence.last
        if last + 1 < end and tokens[last].form in ":/+" and tokens[last + 1].kind == "number":
            return True
        if first - 2 >= begin and tokens[first - 1].form in ":/+" and tokens[first - 2].kind == "number":
            return True
        if first == begin or tokens[first - 1].end != tokens[first].start or tokens[first].kind != "number":
            return False
        touching = tokens[first - 1]
        if touching.form in "#№" or (touching.kind == "word" and touching.form.isascii()):
            return True
        return touching.form in JOINERS and first - 2 >= begin and tokens[first - 2].kind == "word" and \
            tokens[first - 2].end == touching.start

    def _refused(self, amount: Amount) -> bool:
        """Whether a word beside a number makes it an age, a distance, an article, an hour."""
        return any(word.first < amount.first <= word.last if word.attrs["side"] == "before" else
                   word.attrs["side"] == "after" and word.first == amount.last for word in self.kind("not_counted").values())

    def _sign(self, amount: Amount, phrase: Phrase) -> bool:
        """A sign for money or shares beside the number."""
        tokens, how, end = self.tokens, self.how, self.sentence.last
        if amount.last < end and tokens[amount.last].form in how.signs:
            phrase.unit, phrase.last = how.signs[tokens[amount.last].form], amount.last + 1
            return True
        for near in range(max(self.sentence.first, amount.first - 1), min(amount.last + 1, end)):
            if tokens[near].form in how.currency:
                phrase.unit, phrase.measure = how.currency[tokens[near].form], "cost"
                phrase.first, phrase.last = min(phrase.first, near), max(phrase.last, near + 1)
                return True
        return False

    def _behind(self, amount: Amount, phrase: Phrase) -> None:
        """Look for the counted noun behind the amount, past what a language lets stand between."""
        words, end = self.how.words, self.sentence.last
        if amount.value == 1 and amount.kind == "cardinal" and self._form(amount.last) in words.of:
            return  # one of the …
        within = self._limit_within(amount)
        here, skipped, linked = amount.last if within is None else within.last, 0, False
        while here < min(end, amount.last + WIDEST):
            form = self.tokens[here].form
            if self._closes(amount, phrase, here, linked) or (here == amount.last and self._predicated(phrase, here)):
                return
            if (nation := self.kind("nationalities").get(here)) is not None:
                phrase.nationality, phrase.last, here = nation.attrs["nationality"], nation.last, nation.last
            elif self.tokens[here].kind == "punctuation":
                if form not in JOINERS and form not in QUOTES:
                    return
                here += 1
            elif form in words.of or form in words.the:
                linked, here = linked or form in words.of, here + 1
                here = self._owned(here) if linked else here
            elif form in self.how.modifies:
                here += 1
                phrase.last = max(phrase.last, here)
                phrase.unit = "people" if form in self.how.others else phrase.unit
            elif form in words.and_ and 0 < skipped <= 2 and here - 1 not in self.kind("measures"):
                here, skipped = here + 1, JOINED  # 20 sick and wounded people
            elif self._stops(here, phrase, linked and skipped == 0) or skipped >= self.how.skip:
                return
            else:
                told = self.kind("measures").get(here)
                here, skipped = (told.last if told is not None else here + 1), skipped + 1

    def _owned(self, here: int) -> int:
        """Behind the owner of a whole, where its number stands next: 60 of Monday's 210, 8,000 of its population of 80,000."""
        own = next((at for at in range(here + 1, min(here + OWNER, self.sentence.last - 1))
                    if self.tokens[at].form[:1] in APOSTROPHES), None)
        over = here if own is None else own + 1
        if over + 1 < self.sentence.last and self.tokens[over + 1].form in self.how.words.of and self.number(over + 2):
            over += 2
        return over if self.number(over) or over in self.kind("bounds") else here

    def _closes(self, amount: Amount, phrase: Phrase, here: int, linked: bool) -> bool:
        """Whether the phrase is whole with what begins at a token."""
        part, noun, refused = self.kind("parts").get(here), self.kind("counted").get(here), self.kind("not_counted").get(here)
        if part is not None and self._takes_up(part):
            phrase.partitive, phrase.last = True, part.last
            self._apposed(phrase)
            return True
        if noun is not None and (dating(noun, self.tokens[here - 1].form, self.how) or (
                linked and noun.attrs.get("unit") == PLACE and "plural" not in noun.features)):
            return True  # 5,000 left of the town: where they come from
        if noun is not None and not noun.features & ATTACHED and not self._describes(amount, noun):
            self._take(amount, phrase, noun)
            return True
        return refused is not None and refused.attrs["side"] == "after" and not linked

    def _describes(self, amount: Amount, noun: Mention) -> bool:
        """Whether a singular behind a greater number only says of what kind the counted are: two militant groups."""
        many = (amount.value is None or amount.value > 1) and self.tokens[amount.last].form not in JOINERS
        singular = noun.attrs.get("unit") in KINDS and "plural" not in noun.features
        if not many or not singular or self.how.noun_before or noun.last >= self.sentence.last:
            return False
        ends = noun.last in self.kind("counted") or noun.last in self.kind("function")
        return self.tokens[noun.last].kind == "word" and not ends

    def _predicated(self, phrase: Phrase, here: int) -> bool:
        """Whether the noun is told of a part: 412 of them were children, 300 were fighters."""
        word, noun = self.kind("function").get(here), self.kind("counted").get(here + 1)
        if word is None or word.attrs.get("role") != "be" or noun is None or "plural" not in noun.features:
            return False
        phrase.noun, phrase.last, phrase.partitive = noun, noun.last, True
        return True

    def _apposed(self, phrase: Phrase) -> None:
        """The noun that says right behind a part who it is: three of them children."""
        noun = self.kind("counted").get(phrase.last)
        if noun is not None and noun.attrs.get("unit") == "people" and "plural" in noun.features and not noun.features & ATTACHED:
            phrase.noun, phrase.last = noun, noun.last

    def _stops(self, here: int, phrase: Phrase, linked: bool) -> bool:
        """Whether a phrase ends before a token: another phrase, time or number begins there."""
        if linked and (self.number(here) or here in self.kind("bounds")):
            phrase.partitive = True  # 200 of the estimated 1,800
            return True
        return here in self.kind("timewords") or here in self.kind("function") or self.number(here) or \
            self.tokens[here].form in self.how.words.and_

    def _takes_up(self, part: Mention) -> bool:
        """Whether "of them" belongs to the number before it, and not to one that follows at once."""
        if part.attrs["role"] == "of_them":
            return True
        return part.attrs["role"] == "either" and not self.number(part.last) and part.last not in self.kind("bounds")

    def _take(self, amount: Amount, phrase: Phrase, noun: Mention) -> None:
        """The noun, or the last of several in a row (aid trucks, car bomb attacks), and one that is joined to it."""
        counted = self.kind("counted")
        while not self.how.noun_before and (following := counted.get(noun.last)) is not None:
            whole = "plural" in noun.features or noun.attrs.get("measure") == "duration"
            apart = whole and noun.attrs.get("unit") not in (following.attrs.get("unit"), None, "people")
            if apart or following.features & {"and", "definite"}:
                break
            noun = following
        nation = None if self.how.noun_before else self.kind("nationalities").get(noun.last)
        if nation is not None and noun.attrs.get("measure") == "injured":  # 76 wounded Palestinians
            phrase.nationality, phrase.last = nation.attrs["nationality"], nation.last
            return
        phrase.noun, phrase.last = noun, noun.last
        conjoined = noun.last < self.sentence.last and self.tokens[noun.last].form in self.how.words.and_
        over = noun.last + conjoined
        also = counted.get(over)
        if over > noun.last and also is not None and (self.number(also.last) or also.last in self.kind("bounds")):
            return  # killed eight people and injured 200
        if over > noun.last and also is not None:  # 25 patients and wounded people
            also = counted.get(also.last, also)
            if "plural" in also.features and also.attrs.get("unit") == noun.attrs.get("unit"):
                phrase.last, phrase.mixed = also.last, also.attrs.get("population") != noun.attrs.get("population")
        elif also is not None and _joined(amount, noun, also):
            phrase.last, phrase.mixed = also.last, also.attrs.get("population") != noun.attrs.get("population")
        elif also is not None and self.how.noun_before and also.attrs.get("measure") == "injured" and \
                noun.attrs.get("unit") == "people" and not also.features & ATTACHED:
            phrase.measure, phrase.last = "injured", also.last  # 500 soldiers, wounded ones
        part = self.kind("parts").get(noun.last)
        if part is not None and self._takes_up(part):
            phrase.partitive, phrase.last = True, part.last

    def _defined(self, amount: Amount) -> bool:
        """Whether an amount is definite; an article may stand before its digits."""
        before = self.tokens[amount.first - 1].form if amount.first > self.sentence.first else ""
        return amount.definite or before in self.how.words.the

    def _taken_up(self, amount: Amount, phrase: Phrase) -> None:
        """The noun that a bare number takes up: the inhabitants, and they are five thousand, …"""
        said = [word for word in self.kind("parts").values()
                if word.attrs["role"] == "they" and 0 <= amount.first - word.first <= TAKEN_UP and word.last <= amount.last]
        if phrase.noun is not None or not said:
            return
        before = [noun for noun in self.kind("counted").values()
                  if 0 <= said[0].first - noun.last <= TAKEN_UP and noun.attrs.get("unit") in ("people", "families")
                  and ("plural" in noun.features or noun.attrs.get("population") == "civilians")]
        if before:
            phrase.noun = before[-1]
            phrase.measure = phrase.noun.attrs.get("measure") or PRESENT.get(phrase.noun.attrs.get("population", ""), "residents")

    def _in_front(self, amount: Amount, phrase: Phrase, defined: bool) -> None:
        """The noun before: the five hours where the numeral follows; civilians by the thousands."""
        first = amount.first if amount.definite or not defined else amount.first - 1
        for nation in self.kind("nationalities").values():
            if nation.last == amount.first and amount.value == 2:
                phrase.nationality, phrase.first = nation.attrs["nationality"], nation.first
        for noun in self.kind("counted").values():
            if noun.last != first:
                continue
            if amount.kind == "vague":
                vague = self.kind("vague").get(amount.first)  # a bound may stand ahead of it: "does not exceed hundreds"
                fits = vague is not None and "by" in vague.features
            else:
                fits = amount.value in (1, 2) or defined == ("definite" in noun.features) or \
                    bool(noun.features & {"its", "their", "our"})
            if fits:
                phrase.noun, phrase.first = noun, noun.first

    def _announced(self, amount: Amount, phrase: Phrase) -> None:
        """The noun of a "number of …" that stands before: the number of gunmen in the valley is not above 900."""
        for word in self.kind("parts").values():
            if word.attrs["role"] != "count" or not 0 < amount.first - word.last <= ANNOUNCED:
                continue
            noun = next((noun for at in range(word.last, word.last + NAMED) if (noun := self.kind("counted").get(at))), None)
            while noun is not None and not self.how.noun_before and (more := self.kind("counted").get(noun.last)) is not None:
                noun = more
            between = range(word.last, amount.first)
            if noun is None or noun.attrs.get("unit") not in ("people", "families") or noun.last > amount.first or \
                    any((self.number(at) and at not in self.dated) or at in self.kind("vague") for at in between):
                continue
            if phrase.noun is not None and phrase.noun.attrs.get("unit") != noun.attrs.get("unit"):
                continue
            phrase.measure = noun.attrs.get("measure") or PRESENT.get(noun.attrs.get("population", ""), "residents")
            phrase.noun, phrase.first = phrase.noun or noun, min(phrase.first, word.first)

    def _area(self, phrase: Phrase, noun: Mention) -> None:
        """An area of 4 km is one of square kilometres."""
        if noun.attrs.get("unit") == "km" and any(
                word.last == phrase.first and word.attrs.get("units") == "land" and word.attrs["counts"] == "before"
                for word in self.kind("measures").values()):
            phrase.unit, phrase.measure = "km2", "area_held"

    def _named_before(self, amount: Amount, phrase: Phrase) -> None:
        """The noun that "of them" takes up, where it stands right before: prisoners, 100 of whom."""
        for noun in self.kind("counted").values():
            if 0 <= amount.first - noun.last <= 2 and "plural" in noun.features:
                phrase.noun = noun


def _joined(amount: Amount, noun: Mention, also: Mention) -> bool:
    """Whether a second noun is counted by the same number: 13 soldiers-and-civilians, but 3 children, and a woman."""
    same = "and" in also.features and also.attrs.get("unit") == noun.attrs.get("unit")
    shared = amount.value is None or amount.value > 10 or "plural" in also.features
    return same and shared and not (also.attrs.get("measure") and not noun.attrs.get("measure"))


def _year(amount: Amount) -> bool:
    return amount.bare and amount.value is not None and int(amount.value) in YEARS
