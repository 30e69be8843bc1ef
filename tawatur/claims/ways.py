"""Ways: which words of a sentence speak of one, what it is called, and whether it is told to be the only one."""

from collections.abc import Iterator

from tawatur.claims.issues import NARROW, opens_a_place
from tawatur.claims.syntax import CLITIC_PREPOSITIONS, PREPOSITIONS, SETTLEMENTS, Syntax
from tawatur.records import Mention
from tawatur.text import COMMAS

NEAR = 10
"""Tokens from a way within which the word may stand that says what was done to it."""
TOUCHING = 3
"""How near a word of attack must stand to a way that is itself attacked; a preposition to the way that it leads by."""
CROSSED = frozenset({"crossing", "road", "gate", "corridor", "bridge"})
"""Kinds of places that are ways themselves, so that their name alone speaks of one."""
WAY = {"class": "way"}
PASSABLE = frozenset({"open", "closed", "in_use"})
"""States that tell whether one can go by a way."""
BESIDE = 5
"""Tokens between a bridge, a ferry, and the word that says whether it is open."""
BEFORE = 5
"""Tokens before a noun for a way in which its name may begin: the Kerem Shalom border crossing."""
SOLE = "sign:sole"
"""The sign of words for the only one that is left."""
GOING = "sign:in_use"
"""The sign of words for moving at all, which tell of a way where they say by which."""
WANTED = "sign:proposed"
"""The sign of words for needing or working on something."""
RUNNING = "sign:open"
"""The sign of words for being at work, said of a way."""
THERE = "sign:there"
STEERS = "sign:steers"
"""The sign of words for sending people somewhere."""
PASSED_ON = frozenset({"deal", "plan", "proposal", "people"})
"""Classes of what passes or is passed."""
SHUT_IN = SETTLEMENTS | {"region", "island"}
"""Kinds of places that people can be shut up in, so that a way out of one is a way."""


def ways(syntax: Syntax) -> Iterator[Mention]:
    """Words for a way, names of ways, and words of opening whose object is a place."""
    named = [way for way in syntax.of_class("way") if not _going(syntax, way) and not _adopted(syntax, way)]
    yield from named
    for place in syntax.localities_in(syntax.sentence.first, syntax.sentence.last):
        known = syntax.packs.place_kinds.get(place.place.id or "", "") if place.place else ""
        if known in CROSSED and not any(abs(way.first - place.first) <= TOUCHING for way in named):
            yield Mention("terms", place.start, place.end, place.first, place.last, place.name, WAY, frozenset(), place.rule)
    for term in syntax.of_class("waystate"):
        if opens_a_place(syntax, term) and not any(abs(way.first - term.first) <= NEAR for way in named):
            yield term


def narrow(way: Mention) -> bool:
    """Whether a word for a way is one for much else."""
    return way.attrs.get("mode") == NARROW


def _going(syntax: Syntax, way: Mention) -> bool:
    """Whether a noun for a way is a form of going over something else: anyone crossing the yard."""
    verbal = any(m.first == way.first and m.last == way.last and "ing" in m.features for m in syntax.of_class("exit", "entry"))
    return verbal and syntax.roles.get(way.last) == "the" and syntax.roles.get(way.first - 1) != "the"


def _adopted(syntax: Syntax, way: Mention) -> bool:
    """Whether it is the passing of something: "the passage of the resolution", "of the convoy"."""
    of = syntax.roles.get(way.last) == "of"
    return of and any(term.attrs["class"] in PASSED_ON or term.attrs.get("value") == "aid_access"
                      for term in syntax.within(way.last, way.last + BESIDE + 1))


def passable(syntax: Syntax, way: Mention, state: Mention | None) -> bool:
    """Whether a bridge or a ferry is told to be open, closed or gone by, and is a known one."""
    if state is None or state.attrs["value"] not in PASSABLE:
        return False
    near = max(state.first - way.last, way.first - state.last) <= BESIDE
    if not syntax.has("free_article"):
        named = any(place.first in (way.first, way.last) for place in syntax.localities_in(way.first, way.last + 1))
        return near and (named or "definite" in way.features)
    return near and any(syntax.roles.get(at) == "the" for at in range(way.first - TOUCHING, way.last))


def called(syntax: Syntax, way: Mention) -> str | None:
    """The name of a way: of the place that stands right behind its noun, or before it ("the Erez crossing")."""
    for place in syntax.localities_in(max(syntax.sentence.first, way.first - BEFORE), way.last + 1):
        if place.place is None or place.place.role != "at":
            continue
        behind, within = place.first == way.last, place.first <= way.first < place.last
        before = place.last <= way.first and not any(syntax.roles.get(at) for at in range(place.last, way.first))
        if behind or within or before:
            return place.place.name
    return None


def led(syntax: Syntax, way: Mention, roles: frozenset[str]) -> bool:
    """Whether a preposition of some roles stands right before a way and its name: "through the Kerem Shalom crossing"."""
    clitic = way.features & CLITIC_PREPOSITIONS
    if clitic:
        return bool(clitic & roles)
    named = [place.first for place in syntax.localities_in(way.first - BEFORE, way.first) if place.last >= way.first]
    first = min([way.first, *named])
    near = [m for m in syntax.mentions_in(first - NEAR, first) if m.kind == "function" and first - TOUCHING <= m.last <= first
            and m.attrs.get("role") in PREPOSITIONS | roles]
    return bool(near) and max(near, key=lambda m: (m.last, m.last - m.first)).attrs["role"] in roles


def sole(syntax: Syntax, way: Mention) -> bool:
    """Whether a way is told to be the only one, and one of somewhere: "their only road", "the sole exit of the town".

    What is a way out of something else than a place (a crisis, a dispute) is none.
    """
    if not syntax.signed(SOLE, max(syntax.sentence.first, way.first - TOUCHING), min(way.last + TOUCHING, syntax.sentence.last)):
        return False
    clause = syntax.clause_at(way.first)
    first, last = max(clause.first, way.first - NEAR), min(clause.last, way.last + NEAR)
    there = [place.first for place in syntax.localities_in(first, last)]
    there += [noun.first for noun in syntax.kinds_in(first, last) if noun.attrs["kind"] in SHUT_IN]
    commas = [at for at in range(first, last) if syntax.reading.tokens[at].form in COMMAS]
    return any(not any(min(way.last, place) <= at < max(way.first, place) for at in commas) for place in there)
