"""Figures: something counted, with its measure, its bound and its people; numbers that no word gives a measure are none."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.claims.build import build, places_of
from tawatur.claims.counts import OPENING, Count, composition, parts, same_people
from tawatur.claims.identity import claim_id
from tawatur.claims.syntax import Syntax
from tawatur.claims.telling import Scene, Telling, telling
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Figure, Mention, Party, Place, Quantity, Temporal, Time

NEAR = 16
"""Tokens from a quantity to the word that tells its measure within which the evidence stretches to that word."""
CARRIED = frozenset({"exited", "displaced", "released", "trapped", "hosted", "in_need", "returned"})
"""Measures that parts share whatever they are themselves: 430 left, 60 wounded among them."""
ARMED = frozenset({"fighters", "soldiers", "security", "prisoners", None})
REACH = 30
"""Tokens around a quantity within which a time of its sentence may be its own."""
LAND = frozenset({"area_held", "area_captured"})


def figures(syntax: Syntax, voices: Voices) -> Iterator[Claim]:
    """The figures told in a sentence; `part_of` and `same_people_as` are ids of claims of the same sentence."""
    quantities = syntax.quantities_in(syntax.sentence.first, syntax.sentence.last)
    if not quantities:
        return
    scene = _scene(syntax, quantities)
    counts = _measured(syntax, scene, quantities)
    parts(syntax, counts)
    same_people(syntax, counts)
    ids = {id(count): claim_id(syntax.reading.document.id, "figure", [(count.quantity.start, count.quantity.end)], 1 + count.quantity.first)
           for count in counts}
    for count in counts:
        yield _claim(syntax, voices, scene, count, ids)


def _scene(syntax: Syntax, quantities: Sequence[Quantity]) -> Scene:
    verb_first = syntax.language.grammar.get("order", ["before"])[0] == "after"
    return Scene(
        syntax.reading, syntax.sentence.first, syntax.sentence.last, syntax.roles, syntax.clauses, quantities,
        _once([m for m in syntax.mentions if m.kind == "measures"]), [m for m in syntax.mentions if m.kind == "counted"], verb_first,
        frozenset(m.first for m in syntax.mentions if m.kind == "speech"),
        frozenset(m.first for m in syntax.mentions if m.kind == "parts"),
    )


def _once(words: Sequence[Mention]) -> list[Mention]:
    """Readings of one form by one row are one, features together."""
    merged: dict[tuple[int, int, str], Mention] = {}
    for word in words:
        key = (word.first, word.last, word.rule)
        known = merged.get(key)
        merged[key] = word if known is None else replace(known, features=known.features | word.features)
    return list(merged.values())


def _measured(syntax: Syntax, scene: Scene, quantities: Sequence[Quantity]) -> list[Count]:
    """The quantities that a word gives a measure, or that share the measure of the one they are part of or stand beside."""
    found: list[Count] = []
    told = {id(quantity): telling(scene, quantity) for quantity in quantities}
    for part, whole in zip(quantities, quantities[1:], strict=False):
        if part.partitive and part.term is None and told[id(part)] is None and whole.first - part.last <= 2:
            told[id(part)] = told[id(whole)]  # 6 of the 18 wounded
    for previous, quantity in zip((None, *quantities), quantities, strict=False):
        if previous is not None and (_said_again(syntax, previous, quantity) or _taken_from(previous, quantity)):
            continue
        if _ratio(syntax, quantity) or _taken_first(syntax, quantity):
            continue
        said = told[id(quantity)]
        before = found[-1] if found else None
        inherited = _inherited(syntax, quantity, before, said)
        if inherited is not None:
            said = inherited
        if said is not None and _stands(quantity, said):
            found.append(Count(quantity, said))
    return found


def _taken_from(before: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity is only what the one before is a part of: 200 of the 1,800 patients."""
    return before.partitive and before.term is None and 0 < quantity.first - before.last <= 2 and quantity.measure is None


def _taken_first(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether a quantity is the whole of which a part is told behind it: of the 2,000 people who came, …"""
    at, the = quantity.first - 1, syntax.packs.language(syntax.sentence.language).grammar.get("quantity", {}).get("the", ())
    tokens, first = syntax.reading.tokens, syntax.sentence.first
    if at > first and tokens[at].form in the:
        at -= 1
    return at >= first and syntax.roles.get(at) == "of" and (at == first or tokens[at - 1].kind == "punctuation")


def _ratio(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether a quantity is one side of a ratio: nine out of ten houses."""
    for word in syntax.mentions:
        if word.kind == "parts" and word.attrs["role"] == "out_of" and (word.last == quantity.first or word.first == quantity.last):
            sides = [q for q in syntax.quantities_in(syntax.sentence.first, syntax.sentence.last) if q.last == word.first or q.first == word.last]
            return len(sides) == 2 and all(side.value is not None and side.value <= 10 for side in sides)
    return False


def _said_again(syntax: Syntax, before: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity in brackets says the one before it in another unit: 64 sq km (25 sq miles)."""
    opened = quantity.first == before.last + 1 and syntax.reading.tokens[before.last].form == "("
    return opened and quantity.measure is not None and quantity.measure == before.measure and quantity.unit != before.unit


def _inherited(syntax: Syntax, quantity: Quantity, before: Count | None, said: Telling | None) -> Telling | None:
    """The measure of the quantity before, for a part of it and for one coordinated with it."""
    if before is None or quantity.unit not in ("people", "families", None):
        return None
    gap = quantity.first - before.quantity.last
    if before.quantity.unit not in ("people", "families", None):
        return None
    opener = any(m.kind == "parts" and m.attrs["role"] in OPENING and before.quantity.last <= m.first and m.last == quantity.first
                 for m in syntax.mentions)
    if (opener and gap <= 45) or (quantity.partitive and gap <= 25 and quantity.share != "alone"):
        carried = said is not None and said.word is None and before.telling.measure in CARRIED
        if said is None or carried or said.weight > 5.0 or said.word is before.telling.word:
            return replace(before.telling, weight=before.telling.weight + 1.0)
        return None
    beside = quantity.measure is None and 0 <= gap <= 2 and (gap == 0 or all(_joins(syntax, at) for at in range(before.quantity.last, quantity.first)))
    if beside and _clitic_and(syntax, quantity, gap) and (said is None or said.weight > before.telling.weight + 1.0) and \
            before.telling.weight < 12.0 and (said is None or said.word is None or said.word is before.telling.word):
        return replace(before.telling, weight=before.telling.weight + 2.0)
    return None


def _joins(syntax: Syntax, at: int) -> bool:
    return syntax.roles.get(at) == "and" or syntax.reading.tokens[at].form in (",", "،")


def _clitic_and(syntax: Syntax, quantity: Quantity, gap: int) -> bool:
    if gap > 0:
        return True
    return any("and" in m.features for m in syntax.mentions if m.first == quantity.first) or \
        syntax.reading.tokens[quantity.first].form[:1] in _conjunctions(syntax)


def _conjunctions(syntax: Syntax) -> set[str]:
    return {syntax.packs.folding.fold(word) for word in syntax.language.grammar.get("quantity", {}).get("and", ()) if len(word) == 1}


def _stands(quantity: Quantity, said: Telling) -> bool:
    """Whether the measure and what is counted fit each other."""
    if quantity.unit is None and not quantity.partitive and said.word is None:
        return False
    return not (quantity.unit == "percent" and said.measure not in LAND)


def _claim(syntax: Syntax, voices: Voices, scene: Scene, count: Count, ids: dict[int, str]) -> Claim:
    quantity, said = count.quantity, count.telling
    first, last = _evidence(syntax, count)
    clause = scene.clause(quantity.first)
    times = syntax.times_in(min(clause.first, first), max(clause.last, last))
    around = syntax.times_in(quantity.first - REACH, quantity.last + REACH)
    around = [time for time in around if syntax.sentence.first <= time.first < syntax.sentence.last]
    figure = Figure(
        measure=said.measure, value=quantity.value, low=quantity.low, high=quantity.high, bound=quantity.bound,
        unit=quantity.unit or _people(said), population=quantity.population, nationality=quantity.nationality,
        group=_group(syntax, count), composition=composition(syntax, quantity), term=_term(said, quantity),
        part_of=ids[id(count.whole)] if count.whole is not None else None,
        same_people_as=ids[id(count.same)] if count.same is not None else None,
        since=_nearest(times, "since", quantity) or _nearest(_own_times(scene, quantity, around), "since", quantity), as_of=_nearest(times, "until", quantity),
    )
    claim = build(syntax, voices, figure, first, last, trigger=quantity.first, rule=said.word.rule if said.word else quantity.rule,
                  modality=_modality(syntax, scene, count), confidence=_confidence(said, quantity),
                  places=_places(syntax, quantity, clause.first, clause.last))
    when = _nearest(times, "at", quantity) or (None if figure.since else _nearest(around, "at", quantity))
    return replace(claim, id=ids[id(count)], time=when)


def _people(said: Telling) -> str | None:
    return "people" if said.measure not in ("duration", "cost", "vehicles", "strikes", "destroyed", "area_held", "area_captured") else None


def _term(said: Telling, quantity: Quantity) -> str | None:
    return said.word.form if said.word is not None else quantity.term


def _confidence(said: Telling, quantity: Quantity) -> float:
    base = 0.9 if said.weight <= 4 else 0.8 if said.weight <= 10 else 0.65 if said.weight <= 20 else 0.5
    if quantity.share is not None or quantity.unit is None:
        base -= 0.2
    return round(max(base, 0.2), 2)


def _evidence(syntax: Syntax, count: Count) -> tuple[int, int]:
    """The quantity's phrase, stretched to the word that tells its measure where that is near."""
    quantity, word = count.quantity, count.telling.word
    first, last = quantity.first, quantity.last
    if word is not None and syntax.sentence.first <= word.first and word.last <= syntax.sentence.last:
        if 0 <= first - word.last <= NEAR:
            first = word.first
        elif 0 <= word.first - last <= NEAR:
            last = word.last
    return first, last


def _own_times(scene: Scene, quantity: Quantity, times: Sequence[Temporal]) -> list[Temporal]:
    """Times with no other count of people between them and the quantity."""
    others = [q for q in scene.quantities if q is not quantity and q.share != "alone" and q.unit in ("people", "families", None)]
    return [time for time in times if not any(min(quantity.last, time.last) <= q.first < max(quantity.first, time.first) for q in others)]


def _nearest(times: Sequence[Temporal], role: str, quantity: Quantity) -> Time | None:
    fitting = [time for time in times if time.role == role and time.time is not None]
    return min(fitting, key=lambda time: abs(time.first - quantity.last)).time if fitting else None


def _places(syntax: Syntax, quantity: Quantity, first: int, last: int) -> tuple[Place, ...]:
    """The places of the clause: those named behind the quantity first, else those before it."""
    behind = places_of(syntax, quantity.last, last)
    near = behind or places_of(syntax, first, quantity.first)
    return near or places_of(syntax, last, syntax.sentence.last)[:1] or places_of(syntax, syntax.sentence.first, first)[-1:]


def _modality(syntax: Syntax, scene: Scene, count: Count) -> str:
    """Hedged, to come, conditional or denied, by the words around the one that tells the measure."""
    word = count.telling.word
    clause = scene.clause(word.first if word is not None else count.quantity.first)
    if clause.opener == "if":
        return "conditional"
    at = word.first if word is not None else count.quantity.first
    own = range(count.quantity.first, count.quantity.last)
    near = {scene.roles[token] for token in range(max(clause.first, at - 4), at) if token in scene.roles and token not in own}
    if "may" not in _auxiliaries(scene, at):
        near.discard("may")
    if word is not None and "future" in word.features:
        return "planned"
    for role, modality in (("not", "denied"), ("no", "denied"), ("future", "planned"), ("may", "possible"), ("must", "planned")):
        if role in near:
            return modality
    return "asserted"


def _auxiliaries(scene: Scene, at: int) -> set[str]:
    """The roles of the words right before a verb that belong to it: may have been."""
    found: set[str] = set()
    while at > scene.first and scene.roles.get(at - 1) in ("be", "have", "may", "can", "future", "not", "must"):
        at -= 1
        found.add(scene.roles[at])
    return found


def _group(syntax: Syntax, count: Count) -> str | None:
    """The party that the counted people belong to, or that holds the land: named in the phrase or right behind it."""
    quantity = count.quantity
    if count.telling.measure in LAND:
        return _holder(syntax, quantity)
    if quantity.unit not in ("people", None) or quantity.population not in ARMED:
        return None
    for party in syntax.parties:
        if party.actor is None or (party.how == "pronoun" and not quantity.partitive):
            continue
        inside = quantity.first <= party.first and party.last <= quantity.last
        behind = 0 <= party.first - quantity.last <= 3 and _owning(syntax, quantity.last, party)
        if inside or behind:
            return party.actor
    if count.telling.measure == "surrendered" and (quantity.partitive or quantity.population is None):
        return _holder(syntax, quantity)
    return _group(syntax, count.whole) if count.whole is not None else None


def _owning(syntax: Syntax, last: int, party: Party) -> bool:
    """Whether only words that link a possessor stand between: members of the …, fighters from …"""
    between = range(last, party.first)
    roles = {syntax.roles.get(at, "") for at in between}
    tokens = syntax.reading.tokens
    marks = any(tokens[at].kind == "punctuation" and tokens[at].form not in "\"“”'«»" for at in between)
    verbs = any(m.kind in ("measures", "terms", "speech") and m.first in between for m in syntax.mentions)
    return not marks and not verbs and not roles & {"by", "and", "in", "on", "to", "against", "with", "while", "but"}


def _holder(syntax: Syntax, quantity: Quantity) -> str | None:
    """The party named last before a quantity, those that act upon it ("by …") left out; a known one before an unknown."""
    before: list[Party] = []
    acting = -1
    for party in syntax.parties:
        if party.last > quantity.first:
            break
        joined = party.first - acting <= 3 and acting >= 0
        if syntax.governed(party) == "by" or joined:
            acting = party.last
        elif party.actor is not None:
            before.append(party)
    named = [party for party in before if party.how != "unknown"] or before
    return named[-1].actor if named else None
