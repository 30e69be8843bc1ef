"""Figures: something counted, with its measure, its bound and its people; numbers that no word gives a measure are none."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.claims.build import build, places_of
from tawatur.claims.clauses import Clause
from tawatur.claims.counts import Count, composition, parts, same_people
from tawatur.claims.elliptical import Counted
from tawatur.claims.identity import claim_id
from tawatur.claims.joining import and_on
from tawatur.claims.measured import measured
from tawatur.claims.own import Telling
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.telling import Scene
from tawatur.claims.voices import Voices
from tawatur.claims.wishes import wish
from tawatur.records import Claim, Figure, Mention, Party, Place, Quantity, Temporal, Time, Token

NEAR = 16
"""Tokens from a quantity to the word that tells its measure within which the evidence stretches to that word."""
ARMED = frozenset({"fighters", "soldiers", "security", "prisoners", None})
REACH = 30
"""Tokens around a quantity within which a time of its sentence may be its own."""
THINGS = frozenset({"duration", "cost", "vehicles", "strikes", "destroyed", "area_held", "area_captured", "aid_delivered"})
"""Measures that count no people."""
LAND = frozenset({"area_held", "area_captured"})
TERM = "duration"
"""What is counted of a proposal itself: a demand of ten days asserts ten days."""


def figures(syntax: Syntax, voices: Voices, last: Counted) -> Iterator[Claim]:
    """The figures told in a sentence; `part_of` and `same_people_as` are ids of claims of the same sentence.

    `last` is what the sentences before counted; the count of this one is noted there.
    """
    quantities = syntax.quantities_in(syntax.sentence.first, syntax.sentence.last)
    if not quantities:
        return
    scene = _scene(syntax, quantities)
    counts = measured(syntax, scene, quantities, last)
    parts(syntax, counts)
    same_people(syntax, counts)
    ids = {id(count): _id(syntax, count.quantity) for count in counts}
    claims = [_claim(syntax, voices, scene, count, ids) for count in counts]
    last.note(counts, claims, syntax.sentence.first)
    yield from claims


def _id(syntax: Syntax, quantity: Quantity) -> str:
    """An id for now: claims of one sentence point at one another before their spans are settled."""
    return claim_id(syntax.reading.document.id, "figure", [(quantity.start, quantity.end)], 1 + quantity.first)


def _scene(syntax: Syntax, quantities: Sequence[Quantity]) -> Scene:
    return Scene(
        syntax.reading, syntax.sentence.first, syntax.sentence.last, syntax.roles, syntax.clauses, quantities,
        _telling(syntax), [m for m in syntax.mentions if m.kind == "counted"],
        verb_first(syntax), syntax.has,
        frozenset(m.first for m in syntax.mentions if m.kind == "speech"),
        frozenset(m.first for m in syntax.mentions if m.kind == "parts"),
        frozenset(m.first for m in syntax.mentions if m.kind in ("numbers", "bounds", "vague") and "to" in m.features),
        _held(quantities), tuple(clause.first for clause in syntax.clauses if _and_that(syntax, clause)),
    )


def _and_that(syntax: Syntax, clause: Clause) -> bool:
    """Whether a clause says one more thing behind "and that"."""
    return clause.opener == "that" and (and_on(syntax, clause.first) or syntax.roles.get(clause.first - 1) == "and")


def _held(quantities: Sequence[Quantity]) -> dict[int, list[Quantity]]:
    found: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        for at in range(quantity.first, quantity.last):
            found.setdefault(at, []).append(quantity)
    return found


def _telling(syntax: Syntax) -> list[Mention]:
    """The words that may tell a measure: none in a limit, in a longer function word, or in a compound (rebel-held).

    Nor a verb of which a number itself is the subject: the number of the dead has reached 40, and nobody has arrived.
    """
    counted = {at for q in syntax.quantities_in(syntax.sentence.first, syntax.sentence.last) for at in range(q.first, q.last)}
    longer = [m for m in syntax.mentions if m.last - m.first > 1
              and (m.kind == "function" or (m.kind == "bounds" and m.first in counted))]
    tokens = syntax.reading.tokens
    summed = {m.first for m in syntax.of_kind("measures") if m.attrs["counts"] == "count"}
    summed |= {m.first for m in syntax.of_kind("parts") if m.attrs["role"] == "count"}
    return _once([m for m in syntax.mentions if m.kind == "measures" and not _compound(tokens, m) and not (
        m.last in summed and m.attrs["counts"] == "subject" and "noun" not in m.features) and not any(
        one.first <= m.first and m.last <= one.last and one.last - one.first > m.last - m.first for one in longer)])


def _compound(tokens: Sequence[Token], word: Mention) -> bool:
    mark = word.first - 1
    if mark <= 0 or tokens[mark].form != "-":
        return False
    return tokens[mark - 1].end == tokens[mark].start and tokens[mark].end == word.start


def _once(words: Sequence[Mention]) -> list[Mention]:
    """Readings of one form by one row are one, features together."""
    merged: dict[tuple[int, int, str], Mention] = {}
    for word in words:
        key = (word.first, word.last, word.rule)
        known = merged.get(key)
        merged[key] = word if known is None else replace(known, features=known.features | word.features)
    return list(merged.values())


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
        since=_nearest(times, "since", quantity) or _nearest(_own_times(scene, quantity, around), "since", quantity),
        as_of=_nearest(times, "until", quantity),
    )
    claim = build(syntax, voices, figure, first, last, trigger=quantity.first,
                  rule=said.word.rule if said.word else quantity.rule, modality=_modality(syntax, scene, count),
                  places=_places(syntax, quantity, clause.first, clause.last))
    when = _nearest(times, "at", quantity) or (None if figure.since else _nearest(around, "at", quantity))
    return replace(claim, id=ids[id(count)], time=when)


def _people(said: Telling) -> str | None:
    return None if said.measure in THINGS else "people"


def _term(said: Telling, quantity: Quantity) -> str | None:
    return said.word.form if said.word is not None else quantity.term


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
    return [time for time in times
            if not any(min(quantity.last, time.last) <= q.first < max(quantity.first, time.first) for q in others)]


def _nearest(times: Sequence[Temporal], role: str, quantity: Quantity) -> Time | None:
    fitting = [time for time in times if time.role == role and time.time is not None]
    return min(fitting, key=lambda time: abs(time.first - quantity.last)).time if fitting else None


def _places(syntax: Syntax, quantity: Quantity, first: int, last: int) -> tuple[Place, ...]:
    """The places of the clause: those named behind the quantity first, else those before it."""
    behind = places_of(syntax, quantity.last, last)
    near = behind or places_of(syntax, first, quantity.first)
    if near or (near := places_of(syntax, last, syntax.sentence.last)[:1]):
        return near
    before = (clause for clause in reversed(syntax.clauses) if clause.last <= first and clause.opener != "which")
    return next((found[-1:] for clause in before if (found := places_of(syntax, clause.first, clause.last))), ())


def _modality(syntax: Syntax, scene: Scene, count: Count) -> str:
    """Hedged, to come, conditional or denied, by the words around the one that tells the measure."""
    word = count.telling.word
    if count.modality != "asserted":
        return count.modality
    if word is not None and count.telling.measure != TERM and syntax.sentence.first <= word.first < syntax.sentence.last:
        wished = wish(syntax, word)
        if wished is not None:
            return wished
    clause = scene.clause(word.first if word is not None else count.quantity.first)
    if clause.opener == "if":
        return "conditional"
    at = word.first if word is not None else count.quantity.first
    own = range(count.quantity.first, count.quantity.last)
    near = {scene.roles[token] for token in range(max(clause.first, at - 4), at) if token in scene.roles and token not in own}
    near -= {"may", "not"} - _auxiliaries(scene, at)
    if word is not None and any(scene.roles.get(token) == "future" for token in range(word.first, word.last)):
        return "planned"  # the number due to leave
    if word is not None and "future" in word.features:
        return "planned"
    if any(scene.roles.get(token) == "except" for token in range(at, count.quantity.first + 1)):
        return "asserted"  # none left but forty families
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
    if quantity.unit not in ("people", None) or quantity.population not in ARMED or (quantity.nationality and not quantity.term):
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
