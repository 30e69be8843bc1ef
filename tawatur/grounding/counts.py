"""Figures: number, bound, unit, people and measure of one and the same phrase."""

from collections.abc import Mapping, Sequence, Set
from typing import Any

from tawatur.grounding.hints import hinted
from tawatur.grounding.licences import table
from tawatur.grounding.numbers import Amount, amounts, disagrees
from tawatur.grounding.scene import Layout, Scene, Sign
from tawatur.records import standing_in

ALIKE = (
    frozenset({"exited", "displaced"}),
    frozenset({"displaced", "hosted"}),
    frozenset({"residents", "hosted"}),
    frozenset({"residents", "trapped"}),
    frozenset({"used_as_shields", "trapped"}),
    frozenset({"fighters_present", "deployed"}),
    frozenset({"fighters_present", "trapped"}),
    frozenset({"area_held", "area_captured"}),
    frozenset({"destroyed", "strikes"}),
    frozenset({"in_need", "residents"}),
    frozenset({"in_need", "trapped"}),
    frozenset({"exited", "hosted"}),
    frozenset({"detained", "missing"}),
)
"""Measures that one word may tell, or between which careful readers differ."""
PEOPLE = {"people": frozenset({"people", "civilians", "residents", "men", "women"})}
ARMED = frozenset({"fighters", "soldiers", "men", "security", "police", "members"})
"""Words for those who bear arms, one of which may be used for another; a group of a kind says no less than its name."""
HELD = frozenset({"prisoners", "patients"})
"""Words that say what has befallen people, and not who they are."""
PRESENT = {
    "fighters_present": frozenset({"population:fighters", "population:soldiers", "people:fighters"}),
    "trapped": frozenset({"population:people", "population:civilians", "population:children", "population:families",
                          "population:women", "population:patients", "people:civilians", "people:people"}),
    "residents": frozenset({"population:people", "population:civilians", "population:families", "people:civilians",
                            "people:people"}),
}
"""Measures of those who are merely there, and the words for people that tell them."""
CALLING = ("people:", "population:")
"""What the names of words for people begin with."""
UNLIMITED = frozenset({"exact", "vague"})
"""Bounds of a number beside which no word for another was found."""
LIMITING = 3
"""Tokens before a number within which a word may hint at its bound."""
NEAR = 8
"""Tokens from a number within which a verb tells it, whatever else stands there."""
MONEY = "money"
TIMES = frozenset({"days", "hours", "months", "weeks", "years", "minutes"})
ASIDE = frozenset({"deployed", "fighters_present", "duration", "cost", "aid_delivered", "strikes", "area_held", "area_captured"})
"""Measures of things and of troops; their words are used of much else, and are no rivals of what became of people."""
RUIN = "destroyed"
"""What becomes of things; its words are no rivals of what becomes of people."""
STATES = frozenset({"injured", "detained", "in_need", "displaced", "area_held"})
"""Measures whose words may only name those of whom something else is told: sixty wounded left."""
HARM = frozenset({"killed", "injured"})
"""Measures whose parts are often told together."""
BEFALLEN = frozenset({"killed", "detained", "displaced"})
"""Measures that the noun tells by which the counted are called."""
LEAVING = frozenset({"exited", "released"})
"""Measures of those who leave, or are kept from it."""
SELF = frozenset({"vehicles", "duration", "cost"})
"""Measures that their unit tells."""
UNITS = {
    "vehicles": "vehicles",
    "days": "duration",
    "hours": "duration",
    "months": "duration",
    "weeks": "duration",
    "USD": "cost",
}
NEXT = 3
"""Tokens behind a number within which what it counts may stand."""
CLOSE = 10
"""Tokens on either side of a number within which a word may hint at what is told of those counted."""
FURTHER = 20
"""Tokens from a number beyond which a word that only may tell the measure does not tell it."""
LAND = frozenset({"area_held", "area_captured"})
"""Measures of land, which is freed by the word that people are freed by."""
THERE = "fighters_present"
"""What the noun for armed men tells of those it counts, and of nobody else."""
PHRASE = 6
"""Tokens behind a number within which its phrase may say who they are, if no part of them is told before."""
APART = 3
"""How much further off the word of the claimed measure may stand than a word of another."""
LISTED = 12
"""Sentences before a figure, none of which tells what becomes of anybody, behind the one that tells what it counts."""
BETWEEN = 12
"""What another number between a word and this one adds to its distance."""


def disagreement(said: Mapping[str, Any], spans: Sequence[tuple[Layout, int, int]], scene: Scene) -> str | None:
    """Why the figure is not the one that stands in the spans."""
    found = [(layout, amount, first, last) for layout, first, last in spans for amount in amounts(layout, first, last)]
    reason, same = disagrees(said, [amount for _, amount, _, _ in found])
    if reason and "bound" in said:
        reason, same = _bounded(said, found, reason, scene)
    if reason:
        return reason
    kept = [one for one in found if one[1] in same]
    if not kept:
        return None if not ({"value", "bound"} & said.keys()) else "number: none stands in the span"
    reasons = [_phrase(said, scene, *one) for one in kept]
    return None if None in reasons else reasons[0]


def _bounded(
    said: Mapping[str, Any], found: Sequence[tuple[Layout, Amount, int, int]], reason: str, scene: Scene
) -> tuple[str | None, list[Amount]]:
    """Why the number is not bounded as the claim has it; nothing where a word right before it hints that it is."""
    unbound, same = disagrees({key: value for key, value in said.items() if key != "bound"}, [one for _, one, _, _ in found])
    same = [] if unbound else [amount for amount in same if amount.bound in UNLIMITED]
    near = [(layout, amount.first - LIMITING, amount.first) for layout, amount, _, _ in found if amount in same]
    return (None if hinted(f"bound:{said['bound']}", near, scene.packs) else reason), same


def _phrase(said: Mapping[str, Any], scene: Scene, layout: Layout, amount: Amount, first: int, last: int) -> str | None:
    return (
        _unit(said, layout, amount)
        or _population(said, layout, amount)
        or _nationality(said, layout, amount)
        or _measure(said, layout, amount, first, last, scene)
    )


def _unit(said: Mapping[str, Any], layout: Layout, amount: Amount) -> str | None:
    unit, quantity = said.get("unit"), amount.quantity
    if quantity is None and unit in TIMES and amount.unit not in (None, unit):
        return f"unit: the claim has {unit}, the span {amount.unit}"
    if str(unit).isupper() and quantity is not None and quantity.unit == MONEY:
        return None  # a currency by its code
    if unit is None or quantity is None or quantity.unit in (None, unit) or _literally(str(unit), layout, amount):
        return None
    if quantity.unit in TIMES and any("weekday" in time.expression and time.first <= amount.last and amount.first < time.last
                                      for time in layout.times):
        return None  # forty thousand on the day of Thursday
    if unit == said.get("measure"):
        return None  # counted as what they are, whatever flew: seventeen rockets are seventeen strikes
    return f"unit: the claim counts {unit}, the span {quantity.unit}"


def _literally(word: str, layout: Layout, amount: Amount) -> bool:
    """Whether what is counted stands by the number in the claim's own word, which the packs took for something else."""
    return any(word == layout.form(at) for at in range(amount.first, min(amount.last + NEXT, layout.sentence.last)))


def _population(said: Mapping[str, Any], layout: Layout, amount: Amount) -> str | None:
    population, quantity = said.get("population"), amount.quantity
    if population is None or quantity is None or quantity.population in (None, population):
        return None
    if _literally(str(population), layout, amount):
        return None
    end = quantity.last + PHRASE
    part = min((m.first for m in layout.mentions if m.kind == "parts" and m.first >= quantity.last), default=end)
    near = layout.within(quantity.first - NEXT, min(end, part))
    wanted = {f"population:{population}", f"people:{population}"}
    if any(sign.names & wanted for sign in near) or (population in PEOPLE["people"] and quantity.population in PEOPLE["people"]):
        return None
    if {population, quantity.population} <= ARMED or (quantity.population in HELD and population in PEOPLE["people"]):
        return None
    return f"population: the claim counts {population}, the span {quantity.population}"


def _nationality(said: Mapping[str, Any], layout: Layout, amount: Amount) -> str | None:
    nation = said.get("nationality")
    if nation is None:
        return None
    first, last = amount.first - 6, amount.last + 8
    named = [m.attrs.get("nationality") for m in layout.mentions if m.kind == "nationalities" and first <= m.first < last]
    if nation in named:
        return None
    return f"nationality: the claim has {nation}, the span {', '.join(filter(None, named)) or 'none'}"


def _measure(said: Mapping[str, Any], layout: Layout, amount: Amount, first: int, last: int, scene: Scene) -> str | None:
    """The word of the measure must stand in the span; or in its sentence, where the span has none of another measure.

    What the counted noun tells by itself (the wounded) does not say what became of those who are counted (60 wounded left).
    """
    measure = said.get("measure")
    if measure is None:
        return None
    unit = amount.quantity.unit if amount.quantity else said.get("unit")
    if amount.quantity is None and measure != "duration" and any(
            time.first <= amount.first < time.last and "count" in time.expression for time in layout.times):
        return f"measure: a time is not counted as {measure}"
    if (unit in TIMES) != (measure == "duration") and unit is not None and (unit in TIMES or amount.quantity is not None):
        return f"measure: {unit} are not counted as {measure}"
    if measure == UNITS.get(str(unit)) or (measure in SELF and unit is None):
        return None
    own: list[int] = []
    acted = reached = present = told_inside = False
    rivals: list[tuple[int, str]] = []
    named: list[tuple[int, str]] = []
    called = False
    naming = _naming(layout, amount)
    for sign in layout.signs:
        told = [name.partition(":")[2] for name in sign.names if name.startswith("measure:")]
        if not told:
            continue
        far = _distance(layout, sign, amount) - (APART if sign.first < last and first < sign.last else 0)
        if any(_alike(measure, one) for one in told):
            if _reaches(layout, sign, amount):
                reached = True
                continue
            if measure not in told and any(name.startswith("unit:") for name in sign.names) and (
                    sign.first in naming or THERE in told):
                present = present or sign.first in naming  # armed men are there; where a verb tells that they left, not kept in
                continue
            if measure not in told and far > (NEAR if measure == RUIN else FURTHER):
                continue
            own.append(far + (2 * APART if sign.pos == "verb" and _describes(layout, sign, amount) else 0))
            acted = acted or (_acted(sign) and far <= NEAR)
        elif sign.first in naming and told[0] in BEFALLEN and amount.quantity and told[0] == amount.quantity.measure:
            named.append((-APART, told[0]))
            called = True
        elif told[0] in ASIDE and sign.pos != "verb" and far <= NEXT and not any(name.startswith("unit:") for name in sign.names):
            called = True  # troops that arrive are not told of again as in the list before
        elif told[0] in ASIDE or (told[0] == RUIN and unit == "people") or any(name.startswith("unit:") for name in sign.names):
            called = called or (sign.first in naming and told[0] in STATES)
        elif sign.first in naming and (told[0] in STATES or sign.pos == "verb"):
            called = True  # also: the number of those inside, as he heard, comes to 1,000
        elif _describes(layout, sign, amount):
            named.append((far, told[0]))
        elif measure not in LAND or not hinted(f"measure:{measure}", [(layout, sign.first, sign.first + 1)], scene.packs):
            rivals.append((far, told[0]))
            told_inside = told_inside or (sign.first < last and first < sign.last)
    if not acted:  # a verb that tells it outdoes what they are only called by
        rivals += named
    if not own and amount.quantity is not None and amount.quantity.measure in BEFALLEN and not _alike(
            str(measure), str(amount.quantity.measure)) and not {measure, amount.quantity.measure} <= HARM:
        return f"measure: the claim has {measure}, what is counted tells {amount.quantity.measure}"
    counted = amount.quantity.measure if amount.quantity is not None else None
    if own and not acted and min(own) > NEXT and counted in BEFALLEN | HARM and not _alike(str(measure), str(counted)) and not {
            measure, counted} <= HARM:
        return f"measure: the claim has {measure}, what is counted tells {counted}"
    if not own and not rivals and present:
        return None
    if not own and not rivals and _stands_so(str(measure), layout, amount):
        return None
    if not own and not rivals and not called and _goes_on(str(measure), layout, scene):
        return None
    outdone = not own or (bool(rivals) and min(own) > min(rivals)[0] + APART)
    if outdone and _follows(str(measure), layout, scene, {told for _, told in rivals}):
        return None
    if rivals and {str(measure), *(told for _, told in rivals)} <= HARM and _parts(layout, amount):
        return None
    near = [(layout, amount.first - CLOSE, amount.last + CLOSE)]
    if outdone and not reached and not told_inside and hinted(f"measure:{measure}", [(layout, first, last)], scene.packs):
        return None
    if not own and not rivals and not reached and hinted(f"measure:{measure}", near, scene.packs):
        return None
    if not own:
        return f"measure: nothing in the sentence tells “{measure}”" + (f", but “{min(rivals)[1]}”" if rivals else "")
    if outdone:
        return f"measure: the claim has {measure}, the words by the number tell {min(rivals)[1]}"
    return None


def _reaches(layout: Layout, sign: Sign, amount: Amount) -> bool:
    """Whether a verb only tells what a number comes to: the number of the wounded reached 60."""
    if sign.pos != "verb" or sign.last >= amount.last:
        return False
    to = next((at for at in range(sign.last, min(amount.last, sign.last + NEAR)) if layout.roles.get(at) == "to"), None)
    if to is None or to + 1 < amount.first:
        return False
    return any(name.startswith("measure:") for other in layout.within(sign.last, to) for name in other.names)


def _acted(sign: Sign) -> bool:
    """Whether a word is a verb that tells what became of somebody."""
    return sign.pos == "verb" and sign.told and "noun" not in sign.features


def _describes(layout: Layout, sign: Sign, amount: Amount) -> bool:
    """Whether a word only says of those who are counted who they are: trapped residents, two people leaving on foot."""
    if sign.pos == "verb":
        return "ing" in sign.features and not sign.told and 0 <= sign.first - amount.last < NEXT
    words = layout.within(sign.first, sign.last)
    return sign.pos == "adj" or any(name.startswith(CALLING) for other in words for name in other.names)


def _stands_so(measure: str, layout: Layout, amount: Amount) -> bool:
    """Whether a number of people tells by itself that they are there, where nothing tells what became of them."""
    wanted = PRESENT.get(measure)
    if wanted is None:
        return False
    quantity = amount.quantity
    there = {f"population:{quantity.population}"} if quantity is not None and quantity.population else set()
    near = {name for sign in layout.within(amount.first, amount.last + NEXT) for name in sign.names}
    return bool((there | near) & wanted)


def _naming(layout: Layout, amount: Amount) -> frozenset[int]:
    """The tokens that only name who is counted, or what a place is: the wounded, besieged districts, a rebel-held town."""
    named = set(range(amount.first, amount.last))
    for sign in layout.signs:
        if sign.pos == "adj" and sign.names & {"control", "siege"}:
            named.update(range(sign.first, sign.last))
    return frozenset(named)


def _goes_on(measure: str, layout: Layout, scene: Scene) -> bool:
    """Whether a figure goes on from the last sentence before it that tells of any: a list, a second sentence."""
    for earlier in scene.earlier(layout, LISTED):
        told = [name for sign in earlier.signs for name in sign.names if name.startswith("measure:")]
        if told:
            return any(_alike(measure, name.partition(":")[2]) for name in told)
    return False


def _follows(measure: str, layout: Layout, scene: Scene, rivals: Set[str]) -> bool:
    """Whether a measure follows from what else the sentence tells: whom somebody keeps from leaving is trapped."""
    licence = (table(scene.packs).get(("figure", "measure")) or {}).get(measure)
    if licence is None or not rivals <= LEAVING:
        return False
    names = licence.signs if rivals else licence.signs | licence.weak
    return any(sign.names & names for sign in layout.signs)


def _parts(layout: Layout, amount: Amount) -> bool:
    """Whether a number is one of a list of parts, which may be parts of the dead and the wounded alike."""
    return any(0 <= amount.first - at < LISTED for at in layout.parts)


def _alike(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in ALIKE)


def _distance(layout: Layout, sign: Sign, amount: Amount) -> int:
    gap = max(sign.first - amount.last, amount.first - sign.last, 0)
    low, high = (sign.last, amount.first) if sign.last <= amount.first else (amount.last, sign.first)
    steps = sum(1 for other in standing_in(layout.quantities, low, high) if other.last <= high)
    if any(low <= at < high for at in layout.parts):
        steps = 0  # of them so many
    if sign.first >= amount.last and ("and" in sign.features or layout.roles.get(sign.first - 1) == "and"):
        steps += 1  # what is joined on tells of the next number
    return gap + BETWEEN * steps
