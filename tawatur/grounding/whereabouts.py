"""Places: each stands in the report near its span, and is gone from or to as the text has it."""

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur.grounding.scene import GOVERNING, Layout, Scene
from tawatur.records import Locality

OPPOSITE = {"from": "to", "to": "from"}
NEAR, FAR = 1, 3
"""Sentences before a span in which its place may be named, where it names others itself, and where it names none."""
LED = 3
"""Tokens before a name within which its preposition stands."""
CHIEF = 4
"""Letters of a word by which the name of a place is known again."""


def disagreement(places: Sequence[Mapping[str, Any]], spots: Sequence[tuple[Layout, int, int]], scene: Scene) -> str | None:
    """Why a place of the claim is not where the claim has it."""
    for place in places:
        everywhere = scene.reading.localities
        same = _plainly if _stands(place, scene) else _perhaps
        near = [(locality, first <= locality.first < last) for layout, first, last in spots for locality in layout.localities
                if same(place, locality, scene)]
        named = [locality for locality, inside in near if inside] or [locality for locality, _ in near]
        if named:
            reason = _direction(place, named)
        else:
            reason = None if any(same(place, locality, scene) for locality in everywhere) else _absent(place, scene)
            reason = reason or _far(place, spots, scene) or _led(place, spots, scene)
        if reason:
            return reason
    return None


def _direction(place: Mapping[str, Any], named: Sequence[Locality]) -> str | None:
    """From and to are not the same way."""
    opposite = OPPOSITE.get(str(place.get("role")))
    roles = {locality.role for locality in named}
    if opposite in roles and place.get("role") not in roles:
        return f"direction: the text goes {opposite} {named[0].name}, the claim {place['role']} it"
    return None


def _led(place: Mapping[str, Any], spots: Sequence[tuple[Layout, int, int]], scene: Scene) -> str | None:
    """The same for a name that nobody took for a place: by the preposition before it."""
    opposite = OPPOSITE.get(str(place.get("role")))
    if opposite is None:
        return None
    for name in _names(place):
        words = scene.packs.folding.fold(name).split()
        roles = [role for layout, _, _ in spots for at in _standing(words, layout) if (role := _before(layout, at))]
        if opposite in roles and place["role"] not in roles:
            return f"direction: the text goes {opposite} {name}, the claim {place['role']} it"
    return None


def _standing(words: Sequence[str], layout: Layout) -> list[int]:
    """Where a name stands whole in a sentence."""
    forms, many = list(layout.forms), len(words)
    starts = range(len(forms) - many + 1) if words else range(0)
    return [layout.sentence.first + at for at in starts if forms[at:at + many] == list(words)]


def _before(layout: Layout, at: int) -> str:
    """The role of the preposition before a token, a noun of the place between at most: from the port of."""
    near = (layout.roles.get(step, "") for step in range(at - 1, max(layout.sentence.first, at - LED) - 1, -1))
    return next((role for role in near if role in GOVERNING - {"of"}), "")


def _absent(place: Mapping[str, Any], scene: Scene) -> str | None:
    """Why a place stands nowhere: not by its name or a word of it, in any spelling; not by another name, in either script."""
    names = _names(place)
    if not names:
        return None
    spelling = scene.packs.gazetteer.spelling
    for name in names:
        words = spelling.words(name)
        if scene.packs.folding.fold(name) in scene.folded:
            return None
        if any((len(word) >= CHIEF and word in scene.forms) or spelling.key((word,)) in scene.bones for word in words):
            return None
    if any(other in scene.folded for name in names for other in _others(name, scene)):
        return None
    return f"place: {names[0]} appears nowhere in the report"


def _far(place: Mapping[str, Any], spots: Sequence[tuple[Layout, int, int]], scene: Scene) -> str | None:
    """Why a place that stands elsewhere in the report is not where this happens: named too far before, or another one here."""
    for layout, _, _ in spots:
        reach = NEAR if layout.localities else FAR
        if any(_worded(place, one, scene) for one in (layout, *scene.earlier(layout, reach))):
            return None
    names = _names(place)
    return f"place: nothing in the sentence or shortly before it speaks of {names[0]}" if names else None


def _worded(place: Mapping[str, Any], layout: Layout, scene: Scene) -> bool:
    """Whether a sentence has a place, by its name or a word of it in any spelling, or by another name in either script."""
    spelling, fold = scene.packs.gazetteer.spelling, scene.packs.folding.fold
    if any(_plainly(place, locality, scene) or _perhaps(place, locality, scene) for locality in layout.localities):
        return True
    here = " ".join(layout.forms)
    forms = {spelling.word(form) for form in layout.forms}
    bones = {spelling.key((form,)) for form in forms} - {""}
    for name in _names(place):
        if fold(name) in here or any(other in here for other in _others(name, scene)):
            return True
        if any((len(word) >= CHIEF and word in forms) or spelling.key((word,)) in bones for word in spelling.words(name)):
            return True
    return False


def _others(name: str, scene: Scene) -> set[str]:
    """The names, in either script, of whatever place a name may mean."""
    fold = scene.packs.folding.fold
    named = (holder.point for holder in scene.packs.gazetteer.find(name))
    return {fold(other) for point in named for names in point.names.values() for other in names if len(other) >= CHIEF}


def _stands(place: Mapping[str, Any], scene: Scene) -> bool:
    """Whether any locality of the report is plainly the place."""
    ids, names = scene.placed
    return place.get("id") in ids or any(scene.packs.folding.fold(name) in names for name in _names(place))


def _plainly(place: Mapping[str, Any], locality: Locality, scene: Scene) -> bool:
    """Whether a locality is the claim's place by its id, or by the words that it is called with."""
    found = locality.place
    if found is not None and place.get("id") and found.id == place["id"]:
        return True
    fold = scene.packs.folding.fold
    own = {fold(locality.name), *([fold(found.name)] if found is not None else [])}
    return any(fold(name) in own for name in _names(place))


def _perhaps(place: Mapping[str, Any], locality: Locality, scene: Scene) -> bool:
    """Whether it is by any name that both may have, in either script; asked only where no plain word settles it."""
    found = locality.place
    here = {found.id} if found is not None and found.id else _ids(locality.name, scene)
    return any(here & _ids(name, scene) for name in _names(place))


def _names(place: Mapping[str, Any]) -> list[str]:
    return [name for key in ("text", "name") if isinstance(name := place.get(key), str) and name.strip()]


def _ids(name: str, scene: Scene) -> frozenset[str]:
    """The places that a name may mean, in either script."""
    known = scene.called.get(name)
    if known is None:
        known = scene.called[name] = frozenset(holder.point.id for holder in scene.packs.gazetteer.find(name))
    return known
