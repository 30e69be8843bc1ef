"""What tells the measure of a quantity: the noun it counts, an adjective on it, or the predicate that governs it.

Every word of the `measures` table near a quantity is weighed: where it stands (`counts`: its object, its subject, its
noun …), how far, over how many marks, clauses and other quantities. The lightest wins; nothing light enough tells nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.claims.clauses import Clause
from tawatur.claims.led import counted_behind, limit_before, term_set
from tawatur.claims.own import PAIR, Telling, limit, own
from tawatur.records import Mention, Quantity, Reading
from tawatur.records.swift import swift

FARTHEST = 24.0
"""The heaviest that a word which governs may be; a word that only stands in the same context may be heavier."""
REACH = 28
"""Tokens between a quantity and a word that tells its measure, at most."""
COMMAS = frozenset(",،؛")
LISTS = ":"
MARKS = frozenset(",،;؛:.–—(")
ASIDE = {"–": "–", "—": "—", "(": ")", "-": "-"}
OBJECT = 8
"""Tokens within which an object follows its verb, where the verb stands before it and nothing else is counted between."""
SPAN = 7
"""Tokens between a time and what lasts so long; twice as many behind "for" in one clause."""
FINAL = frozenset({"killed", "cost"})
"""Measures of counted nouns that no predicate changes: the dead are dead, whoever carries them."""
THINGS: dict[str, set[str | None]] = {
    "people": {"people", "families", None}, "soldiers": {"people"}, "fighters": {"people"}, "prisoners": {"people", None},
    "things": {"buildings", "devices", "vehicles", "towns"}, "land": {"km2", "mi2", "hectares", "percent", "towns"},
    "aid": {"tonnes", "parcels", "kits"}, "money": {"USD", "EUR", "GBP", "pounds", "money"}, "strikes": {"strikes", "rockets"},
    "time": {"hours", "days", "weeks", "months", "years", "minutes"},
}
"""What a row's `units` can count."""
MOVING = frozenset({"exited", "displaced", "returned", "residents", "hosted", "deployed"})
"""Measures that are not told of protesters: who comes out to be seen has not left."""
ONES = frozenset({"killed", "injured", "detained", "released", "missing", "duration"})
"""Measures told of one or two people whom no number counts."""
ARMED = frozenset({"soldiers", "fighters", "security", None})
BEARING = frozenset({"soldiers", "fighters"})
PEOPLE = frozenset({"people", "families", None})
COUNTED = 14
"""Tokens within which the number stands that a "number of …" or a "toll" announces."""
DESCRIBED = 11.0
"""How heavy an adjective inside the phrase is: what becomes of wounded people counts before that they are wounded."""
LAST = frozenset({"residents", "fighters_present"})
"""Where people live and that they are there is told only where nothing else is."""
TWOS = ONES | {"returned", "exited", "displaced", "trapped"}
"""Measures told of two families whom no number counts."""
RUINED = frozenset({"destroyed"})


@swift
@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, laid out for weighing."""

    reading: Reading
    first: int
    last: int
    roles: Mapping[int, str]
    clauses: Sequence[Clause]
    quantities: Sequence[Quantity]
    words: Sequence[Mention]
    counted: Sequence[Mention]
    verb_first: bool
    has: Callable[[str], bool]
    speech: frozenset[int] = frozenset()
    parts: frozenset[int] = frozenset()
    led: frozenset[int] = frozenset()
    held: Mapping[int, Sequence[Quantity]] = field(default_factory=dict)
    """The quantities by the tokens of their phrases."""
    joined: Sequence[int] = ()
    """The tokens at which clauses begin that say one more thing behind "and that"."""

    def clause(self, at: int) -> Clause:
        """The clause that a token stands in."""
        return next((c for c in self.clauses if c.first <= at < c.last), self.clauses[-1])


def telling(scene: Scene, quantity: Quantity, noun: bool = True) -> Telling | None:
    """The measure of a quantity, or None where nothing tells one; `noun`: whether its counted noun may."""
    best = own(quantity) if noun else None
    if quantity.measure in FINAL:
        return best
    most = 20.0 if quantity.unit is None and scene.roles.get(quantity.last) in ("be", "have") else limit(quantity)
    for word in scene.words:
        if word.last < quantity.first - REACH or word.first > quantity.last + REACH:
            continue
        if not _counts(word, quantity) or _inside_another(scene, word, quantity):
            continue
        if quantity.measure == "injured" and word.attrs["measure"] in ("killed", "hosted"):
            continue  # who was hit was killed by nobody; a hospital hosts none
        if quantity.measure == "residents" and (word.attrs["measure"], word.attrs["counts"]) == ("hosted", "context"):
            continue  # a town has its inhabitants, and hosts others
        weight = _weight(scene, quantity, word)
        if weight is not None and weight > FARTHEST and not _reaching(word):
            continue
        if weight is not None and (best is None or weight < best.weight):
            best = Telling(word.attrs["measure"], weight, word)
    if best is not None and best.measure == "injured" and best.word is not None:
        best = _both(scene, best, best.word)
    return best if best is not None and best.weight <= most else None


def _both(scene: Scene, best: Telling, injuring: Mention) -> Telling:
    """Killed and injured in one breath: the dead are counted among them."""
    for word in scene.words:
        gap = injuring.first - word.last
        if word.features & {"plural", "their", "dual"} or any(q.last == word.first for q in scene.quantities):
            continue
        if word.attrs["measure"] == "killed" and (gap == 0 or (gap == 1 and scene.roles.get(word.last) in ("and", "or"))):
            return Telling("killed", best.weight, word)
    return best


def _reaching(word: Mention) -> bool:
    return word.attrs["counts"] in ("context", "count") or word.attrs["measure"] in LAST


def _inside_another(scene: Scene, word: Mention, quantity: Quantity) -> bool:
    """Whether a word belongs to the phrase of another quantity: 11 dead and 34 wounded."""
    return any(other is not quantity and other.share != "alone" and other.first <= word.first and word.last <= other.last
               for other in scene.held.get(word.first, ()))


def _of_two(quantity: Quantity) -> frozenset[str]:
    """The measures that may be told of a noun which counts itself as two."""
    return TWOS if quantity.unit == "families" else RUINED if quantity.unit in THINGS["things"] else ONES


def _counts(word: Mention, quantity: Quantity) -> bool:
    units = word.attrs.get("units", "people")
    if quantity.unit not in THINGS.get(units, ()):
        return False
    if quantity.unit is None and word.attrs["measure"] in LAST:
        return False
    if quantity.population == "protesters" and word.attrs["measure"] in MOVING:
        return False
    if quantity.population in BEARING and word.attrs["measure"] in ("in_need", "hosted"):
        return False  # a garrison is short of bullets, and hosts nobody
    if quantity.share == "alone":
        governs = word.attrs["counts"] != "subject" or word.last <= quantity.first
        told = _of_two(quantity) if quantity.value == PAIR else ONES
        return governs and word.attrs["measure"] in told and ("base" not in word.features or quantity.unit in THINGS["time"])
    if quantity.share == "many" and quantity.unit not in PEOPLE:
        return False
    if units == "soldiers":
        armed = ARMED - {None} if word.attrs["counts"] == "before" else ARMED  # an army has soldiers; a council has members
        named = quantity.population in armed and quantity.term is not None
        return named and quantity.unit == "people" and quantity.measure is None
    if units == "fighters":
        return quantity.population in ("fighters", "soldiers") and quantity.unit == "people"
    if units == "aid" and quantity.measure != "tonnage":
        return False
    if units == "prisoners":
        return quantity.population == "prisoners"
    return True


def _weight(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    """How far the word is from governing the quantity; None where it cannot."""
    if quantity.measure == "case" and 0 <= word.first - quantity.last <= 1:
        return 0.0  # 197 cases of abduction
    inside = word.first >= quantity.first and word.last <= quantity.last
    if quantity.unit is None and word.last == quantity.first - 1 and scene.reading.tokens[word.last].form == LISTS:
        return 0.0  # wounded: 40
    way = _WAYS[word.attrs["counts"]]
    between = range(min(word.first, quantity.first) + 1, max(word.first, quantity.first) + 1)
    if any(at in between for at in scene.joined):
        return None  # "that two were killed | and that seven were hurt"
    if inside:
        base = 0.5 if word.attrs["counts"] == "count" else DESCRIBED if _describes(word) else None
    elif word.last <= quantity.first:
        base = way[0](scene, quantity, word)
    elif word.first >= quantity.last:
        base = way[1](scene, quantity, word)
    else:
        return None
    if base is not None and word.attrs["measure"] in LAST and word.attrs["counts"] != "predicate":
        base += 24.0
    if base is not None and word.attrs.get("units", "people") != "people":
        base -= 0.5
    if base is not None and word.attrs["counts"] == "count":
        return -0.5 if inside else 0.5  # the number of the wounded, whatever it did: it has reached 40
    return None if base is None else base + (0.0 if inside else _distance(scene, quantity, word))


def _describes(word: Mention) -> bool:
    return word.attrs["counts"] in ("modifier", "object", "context", "label") or "participle" in word.features


def _distance(scene: Scene, quantity: Quantity, word: Mention) -> float:
    first, last = (word.last, quantity.first) if word.last <= quantity.first else (quantity.last, word.first)
    tokens = scene.reading.tokens
    open_to = _aside(scene, first, last)
    marks = sum(1 for at in range(first, last) if tokens[at].form in MARKS and at not in open_to)
    breaks = sum(1 for clause in scene.clauses
                 if first < clause.first <= last and clause.opener != "that" and clause.first not in open_to)
    others = sum(1 for other in scene.quantities
                 if other is not quantity and other.share != "alone" and other.first >= first and other.last <= last
                 and other.unit in ("people", "families", None) and other.first not in open_to)
    return (last - first - len(open_to)) + 4.0 * marks + 5.0 * breaks + 5.0 * others


def _aside(scene: Scene, first: int, last: int) -> set[int]:
    """What stands between a pair of dashes or brackets on the way: said aside, it does not lengthen the way."""
    tokens = scene.reading.tokens
    opened: int | None = None
    inside: set[int] = set()
    for at in range(first, last):
        form = tokens[at].form
        if opened is None and form in ASIDE:
            opened = at
        elif opened is not None and form == ASIDE[tokens[opened].form]:
            inside.update(range(opened, at + 1))
            opened = None
    begun = next((at for at in range(first, last)
                  if tokens[at].form in COMMAS and (at + 1 in scene.parts or scene.roles.get(at + 1) == "or")), None)
    if begun is not None:  # "… , most of them children, women and elderly, …": to the last comma
        ended = max((at for at in range(begun + 1, last) if tokens[at].form in COMMAS), default=begun)
        inside.update(range(begun, ended + 1) if ended > begun else ())
    return inside


def _never(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    return None


def _passive(scene: Scene, word: Mention) -> bool:
    """Whether a verb form is passive: a form of "to be" stands just before it, or the form itself says so."""
    if "passive" in word.features:
        return True
    return any(scene.roles.get(at) == "be" for at in range(max(scene.first, word.first - 3), word.first))


def _object_before(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    if quantity.unit is None and scene.roles.get(quantity.last) in ("be", "have"):
        return 9.0  # of those taken away, 14 have been freed
    if scene.has("enclitic_pronoun"):
        has_object = bool(word.features & {"its", "their"}) and "noun" not in word.features  # those who besiege them
        return None if has_object or (word.first in scene.speech and quantity.first - word.last > 4) else 0.0
    if quantity.unit in THINGS["time"] and quantity.first - word.last > 2:
        return None
    if quantity.first - word.last > OBJECT and not any(other.first >= word.last and other.last <= quantity.first
                                                       for other in scene.quantities):
        return None
    if word.features & {"ing", "base", "third"} and "participle" not in word.features:
        return 0.0
    return None if _passive(scene, word) and quantity.unit not in THINGS["time"] else 0.0


def _object_after(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    if word.features & {"noun", "then"} or (scene.has("proclitic") and "and" in word.features):
        return None
    if scene.has("agreement_asymmetry"):
        near = word.first - quantity.last
        referring = word.features & {"plural", "their", "passive", "dual"} or ("participle" in word.features and near < 3)
        return 1.0 if referring and near <= OBJECT else None
    if not word.features & {"participle", "past"} and not _passive(scene, word):
        return None
    if _passive(scene, word):
        return 1.0
    near = word.first - quantity.last
    if near > 1 or (near == 1 and scene.roles.get(quantity.last) in ("and", "or", "have")) or _has_object(scene, word):
        return None
    return 1.0


def _has_object(scene: Scene, word: Mention) -> bool:
    """Whether something counted follows a verb at once: then it is active."""
    return any(other.first == word.last or (other.first == word.last + 1 and not _parted(scene, word.last))
               for other in scene.quantities if other.unit is not None)


def _parted(scene: Scene, at: int) -> bool:
    """Whether a token parts what stands around it."""
    return scene.roles.get(at) in ("and", "or") or scene.reading.tokens[at].form in COMMAS


def _subject_before(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    if scene.verb_first:
        led = scene.roles.get(quantity.first - 1) == "to" or quantity.first in scene.led
        return None if led else 0.0  # it came to 40: an amount, and nobody who came
    return 3.0 if scene.roles.get(word.last) == "of" else None


def _subject_after(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    if "noun" in word.features or "then" in word.features:
        return None
    if scene.has("proclitic") and "and" in word.features and not word.features & {"plural", "dual"}:
        return None  # a verb that "and" is written onto begins a clause of its own
    if scene.has("agreement_asymmetry"):
        fits = word.features & {"plural", "their", "dual"} or not word.features & {"past", "present"} or \
            word.first - quantity.last <= 2
        return 1.0 if fits else 6.0
    return 1.0


def _noun_before(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    near = quantity.first - word.last
    if scene.has("construct_state"):
        return 0.0 if near <= 8 else None
    if near == 0 or scene.roles.get(word.last) in ("of", "for", "between", "by"):
        return 0.0 if near <= 8 else None
    return None


def _count_before(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    others = any(word.last <= other.first and other.last <= quantity.first and other.share != "alone" and other.unit in PEOPLE
                 for other in scene.quantities)
    return 0.0 if quantity.first - word.last <= COUNTED and not others else None


def _label_after(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    return 0.0 if word.first - quantity.last <= 1 else None


def _after(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    return 0.0 if word.first - quantity.last <= 7 else None


def _before(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    reach = 1 if quantity.unit in THINGS["time"] else 3
    return 0.0 if quantity.first - word.last <= reach else None


def _modifier_after(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    near = word.first - quantity.last
    if near and scene.roles.get(quantity.last) in (("and", "or", "have") if near == 1 else ("and", "or")):
        return None  # "hundreds of troops have encircled it"
    linked = any(scene.roles.get(at) in ("be", "which", "that") for at in range(quantity.last, word.first))
    if linked and near > 9 and word.attrs["measure"] == "trapped":
        return 10.0
    return 1.0 if near <= 2 or (linked and near <= 9) or (scene.has("agreeing_modifier") and near <= 3) else None


def _modifier_before(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    return 4.0 if quantity.first - word.last <= 1 else None


def _predicate_after(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    return 1.0 if word.first - quantity.last <= 10 else None


def _final_after(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    """A predicate that ends its clause: "did not make it", and not "to the buses"."""
    ends = word.last >= scene.clause(word.first).last or scene.reading.tokens[word.last].kind == "punctuation"
    return _predicate_after(scene, quantity, word) if ends or scene.roles.get(word.last) in ("and", "but", "while") else None


def _context(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    near = word.first - quantity.last if word.first >= quantity.last else quantity.first - word.last
    if word.attrs.get("units") == "time":
        long = scene.roles.get(quantity.first - 1) == "for" and scene.clause(word.first) is scene.clause(quantity.first)
        return 0.0 if near <= (2 * SPAN if long else SPAN) else None
    if word.attrs["measure"] == "used_as_shields" and word.first >= quantity.last and near <= 16:
        return -float(near) - 1  # whoever holds or takes them: they are held as shields
    if word.attrs.get("units") in ("aid", "money"):
        return 0.0
    return 14.0


def _term(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    return term_set(scene.roles, (limit for limit in scene.words if limit.attrs["counts"] == "deadline"), quantity, word)


def _driven_before(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    return 0.0 if quantity.first - word.last <= 5 and _flight(scene, quantity.last) else None


def _driven_after(scene: Scene, quantity: Quantity, word: Mention) -> float | None:
    near = word.first - quantity.last
    return 0.0 if near <= 5 and _flight(scene, word.last) else None


def _flight(scene: Scene, at: int) -> bool:
    """Whether homes or flight follow within a few words."""
    told = any(at <= word.first <= at + 5 and word.attrs["measure"] in ("displaced", "exited") for word in scene.words)
    return told or any(at <= noun.first <= at + 5 and noun.attrs.get("unit") == "buildings" for noun in scene.counted)


_WAYS = {
    "object": (_object_before, _object_after), "subject": (_subject_before, _subject_after), "noun": (_noun_before, _never),
    "count": (_count_before, lambda scene, quantity, word: counted_behind(scene.roles, quantity, word)),
    "deadline": (lambda scene, quantity, word: limit_before(scene.roles, scene.first, quantity, word), _never),
    "label": (_never, _label_after), "after": (_never, _after), "before": (_before, _never),
    "modifier": (_modifier_before, _modifier_after), "predicate": (_never, _predicate_after), "final": (_never, _final_after),
    "context": (_context, _context), "term": (_term, _term),
    "driven": (_driven_before, _driven_after),
}


def candidates(scene: Scene, quantity: Quantity) -> Iterator[tuple[str, float, str]]:
    """Every word that was weighed, for `claims --explain`."""
    for word in scene.words:
        if _counts(word, quantity) and (weight := _weight(scene, quantity, word)) is not None:
            yield word.form, weight, word.attrs["measure"]
