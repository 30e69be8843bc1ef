"""Places: each stands in the report near its span, and is gone from or to as the text has it."""

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur.grounding.scene import Layout, Scene
from tawatur.records import Locality

OPPOSITE = {"from": "to", "to": "from"}


def disagreement(places: Sequence[Mapping[str, Any]], spots: Sequence[tuple[Layout, int, int]], scene: Scene) -> str | None:
    """Why a place of the claim is not where the claim has it."""
    for place in places:
        near = [(locality, first <= locality.first < last) for layout, first, last in spots for locality in layout.localities
                if _same(place, locality, scene)]
        named = [locality for locality, inside in near if inside] or [locality for locality, _ in near]
        reason = _direction(place, named) if named else _absent(place, scene)
        if reason:
            return reason
    return None


def _direction(place: Mapping[str, Any], named: Sequence[Locality]) -> str | None:
    """From and to are not the same way."""
    opposite = OPPOSITE.get(str(place.get("role")))
    if opposite is not None and all(locality.role == opposite for locality in named):
        return f"direction: the text goes {opposite} {named[0].name}, the claim {place['role']} it"
    return None


def _absent(place: Mapping[str, Any], scene: Scene) -> str | None:
    if any(_same(place, locality, scene) for locality in scene.reading.localities):
        return None
    fold = scene.packs.folding.fold
    folded = fold(scene.reading.document.text)
    names = _names(place)
    if not names or any(fold(name) in folded for name in names):
        return None
    return f"place: {names[0]} appears nowhere in the report"


def _same(place: Mapping[str, Any], locality: Locality, scene: Scene) -> bool:
    """Whether a locality is the claim's place: by id, by the words that it is called with, or by any name that both may have."""
    found = locality.place
    if found is not None and place.get("id") and found.id == place["id"]:
        return True
    fold, names = scene.packs.folding.fold, _names(place)
    own = [locality.name, *([found.name] if found is not None else [])]
    if {fold(name) for name in names} & {fold(name) for name in own}:
        return True
    here = {found.id} if found is not None and found.id else _ids(locality.name, scene)
    return any(here & _ids(name, scene) for name in names)


def _names(place: Mapping[str, Any]) -> list[str]:
    return [name for key in ("text", "name") if isinstance(name := place.get(key), str) and name.strip()]


def _ids(name: str, scene: Scene) -> frozenset[str]:
    """The places that a name may mean, in either script."""
    known = scene.called.get(name)
    if known is None:
        known = scene.called[name] = frozenset(holder.point.id for holder in scene.packs.gazetteer.find(name))
    return known
