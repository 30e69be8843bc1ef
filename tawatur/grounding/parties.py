"""Parties: each one that a claim names is named or meant by its words, and has the part in it that the claim gives it."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from tawatur.grounding import owners
from tawatur.grounding.cast import VIOLENT, Cast
from tawatur.grounding.doers import patients
from tawatur.grounding.habits import ASKING, usual
from tawatur.grounding.hints import hinted
from tawatur.grounding.parts import (
    BEFORE,
    SAYING,
    UNSAYING,
    means,
    name_near,
    not_doing,
)
from tawatur.grounding.scene import Layout, Sign
from tawatur.grounding.stated import several
from tawatur.grounding.strangers import named_before
from tawatur.grounding.turned import by_people, does, meets, suffers, swapped

Spot = tuple[Layout, int, int]
Trigger = tuple[Layout, Sign]
FIELDS: Mapping[str, tuple[str, ...]] = {
    "figure": ("group",),
    "position": ("party", "counterpart"),
    "talks": ("parties", "mediator"),
    "corridor": ("proposed_by", "refused_by"),
    "event": ("actor", "with", "target"),
    "condition": ("responsible",),
    "control": ("actor",),
    "appeal": ("by", "to", "on_behalf_of"),
}
"""The fields of each kind that name parties."""
DOING: Mapping[str, str] = {"position": "party", "event": "actor", "appeal": "by", "control": "actor", "condition": "responsible"}
"""The field that names who does what the kind tells."""
SUFFERING: Mapping[str, tuple[str, ...]] = {"position": ("counterpart",), "event": ("target",), "appeal": ("to",)}
"""The fields that name to whom it is done."""
MARCHING = "PROTEST"
"""The one event that people at large bring about and nobody else."""
MEETING = "CONSULT"
"""The one event that whoever is met brings about as well."""
DEMANDING = "demands"
"""The stance of one who wants something of somebody else."""
BESIEGED = "besieged"
"""The one status of control whose actor suffers it: its words have the besieger for their subject."""
GRIP = "grip"
"""What hints call words for the power in which somebody has a place."""
LOST = "lost"
"""The status of one whom others may have driven out."""
FAR = 12
"""Sentences before a span in which those may be named who are spoken of besides."""
BESIDE = frozenset({"counterpart", "parties", "to", "on_behalf_of", "proposed_by", "refused_by"})


def disagreement(
    kind: str, said: Mapping[str, Any], spots: Sequence[Spot], triggers: Sequence[Trigger], cast: Cast
) -> str | None:
    """Why a party of the claim is not the one that the text speaks of."""
    if kind == "corridor" and _both(str(said.get("proposed_by", "")), said.get("refused_by"), cast):
        return "refused_by: who proposes a way does not refuse it"
    doing = "" if said.get("status") == BESIEGED else DOING.get(kind, "")
    for field in SUFFERING.get(kind, ()):
        if set(several(said.get(field))) & set(several(said.get(doing))):
            return f"{field}: nobody does this to himself"
        for actor, target in product(several(said.get(doing)), several(said.get(field))):
            if reason := swapped(doing, actor, target, triggers, cast):
                return reason
    for field in FIELDS[kind]:
        for actor in several(said.get(field)):
            reason = _absent(field, actor, spots, cast)
            if reason and kind == "event" and field == doing and _usual(actor, triggers, cast):
                reason = None
            if reason is None and field == "group":
                reason = owners.disagreement(actor, said, spots, cast)
            if reason is None and said.get("status") == BESIEGED:
                reason = does(field, actor, triggers, cast) or suffers(field, actor, triggers, cast)
                reason = reason or _unmeant(field, actor, spots, cast)
            if field == "actor" and said.get("event") == MARCHING and cast.people(actor) and cast.appears(actor):
                continue  # whoever marches is a crowd
            if reason is None and field == "actor" and cast.unable(actor, str(said.get("event")), str(said.get("mode"))):
                reason = f"{field}: {actor} is of a kind that does no such thing"
            if reason is None and field == "actor" and said.get("event") in VIOLENT and cast.people(actor):
                reason = by_people(field, actor, triggers, cast)
            if said.get("status") == LOST and any(cast.meant(party) & cast.kin(actor) for layout, sign in triggers
                                                  for party in patients(layout, sign)):
                continue  # whom others drive out has lost
            if kind == "control" and said.get("status") != LOST and _grips(actor, spots, cast):
                continue
            mutual = field == "actor" and said.get("event") == MEETING and meets(actor, triggers, cast)
            if reason is None and field == doing and not mutual:
                reason = not_doing(field, actor, spots, triggers, _besides(kind, field, said, cast), cast)
            if reason is None and field in ASKING and (kind == "appeal" or said.get("stance") == DEMANDING):
                reason = _bound(field, actor, spots, cast)
            if reason is None and kind == "corridor":
                reason = _not_saying(field, actor, spots, _besides(kind, field, said, cast), cast)
            if reason is None and field in SUFFERING.get(kind, ()) and not _both(actor, said.get(doing), cast):
                reason = does(field, actor, triggers, cast)
            if reason:
                return reason
    return None


def _grips(actor: str, spots: Sequence[Spot], cast: Cast) -> bool:
    """Whether a span has a place in the hands or under the rule of a party, and not out of them."""
    kin = cast.kin(actor)
    for layout, first, last in spots:
        for party in layout.parties:
            at = party.last if layout.order != "after" else party.first - 1
            away = layout.roles.get(min(at, party.first) - 1) == "from" or "from" in party.features
            held = first <= party.first < last and bool(cast.meant(party) & kin)
            if held and not away and hinted(GRIP, [(layout, at, at + 1)], cast.scene.packs):
                return True
    return False


def _bound(field: str, actor: str, spots: Sequence[Spot], cast: Cast) -> str | None:
    """Why one who must do something does not ask for it: he stands right before the word of duty, and does not speak."""
    kin = cast.kin(actor)
    for layout, first, last in spots:
        for at in range(first, last):
            if layout.roles.get(at) != "must" or cast.speaks(actor, cast.scene.reading.tokens[at].start):
                continue
            if any(party.last == at and party.how != "pronoun" and cast.meant(party) & kin for party in layout.parties):
                return f"{field}: {actor} is the one who must, not the one who asks"
    return None


def names(kind: str, said: Mapping[str, Any]) -> list[str]:
    """Everybody whom a claim names as a party."""
    return [actor for field in FIELDS[kind] for actor in several(said.get(field))]


def _usual(actor: str, triggers: Sequence[Trigger], cast: Cast) -> bool:
    """Whether a party far off is the one who does such deeds all through the report."""
    return any(usual(sign.names, cast) & cast.kin(actor) for _, sign in triggers)


def _unmeant(field: str, actor: str, spots: Sequence[Spot], cast: Cast) -> str | None:
    if any(means(field, actor, layout, None, (), cast) for layout, _, _ in spots):
        return None
    return f"{field}: the sentence does not speak of {actor}"


def _besides(kind: str, field: str, said: Mapping[str, Any], cast: Cast) -> frozenset[str]:
    """All that the claim's other parties may be called."""
    others = (actor for other in FIELDS[kind] if other != field for actor in several(said.get(other)))
    return frozenset().union(*(cast.kin(actor) for actor in others))


def _both(actor: str, other: Any, cast: Cast) -> bool:
    return any(actor in cast.kin(one) for one in several(other))


def _absent(field: str, actor: str, spots: Sequence[Spot], cast: Cast) -> str | None:
    """An actor that the report does not have, or that stands too far off to be meant."""
    if _worded(actor, spots):
        return None
    if not cast.appears(actor):
        return f"{field}: {actor} appears nowhere in the report"
    layouts = [layout for layout, _, _ in spots]
    beside = field in BESIDE or (field == "target" and cast.people(actor))
    if cast.stands(actor, layouts, FAR if beside else BEFORE) or cast.speaks(actor, _start(spots, cast)):
        return None
    if field in ASKING and _first_person(spots) and not cast.scene.voices(_start(spots, cast)) and cast.issues(actor):
        return None
    if name_near(actor, layouts, cast, FAR) or named_before(actor, layouts[-1], cast):
        return None
    return f"{field}: {actor} is neither named in the span nor near enough before it to be meant"


def _first_person(spots: Sequence[Spot]) -> bool:
    """Whether the spans speak of themselves: we, our."""
    return any("speaker" in party.features for layout, first, last in spots for party in layout.parties
               if first <= party.first < last) or any("first" in sign.features for layout, first, last in spots
                                                       for sign in layout.within(first, last))


def _start(spots: Sequence[Spot], cast: Cast) -> int:
    return cast.scene.reading.tokens[spots[0][1]].start


def _worded(actor: str, spots: Sequence[Spot]) -> bool:
    """Whether civilians, fighters and the like are meant by a plain word for them."""
    names = {f"people:{actor}", f"population:{actor}"}
    return any(names & sign.names for layout, _, _ in spots for sign in layout.signs)


def _not_saying(field: str, actor: str, spots: Sequence[Spot], besides: frozenset[str], cast: Cast) -> str | None:
    """Why a way is proposed or refused by somebody else: all words for it in the sentence have another subject."""
    wanted = SAYING[field]
    triggers = [
        (layout, sign)
        for layout, _, _ in spots
        for sign in layout.signs
        if sign.names & (UNSAYING[field] if sign.turned else wanted) and (sign.told or sign.features & {"ing", "noun"})
    ]
    return not_doing(field, actor, spots, _closest(triggers, spots), besides, cast)


def _closest(triggers: list[tuple[Layout, Sign]], spots: Sequence[Spot]) -> list[tuple[Layout, Sign]]:
    """The words in the spans; else the last before them; else all."""
    inside = [
        (layout, sign) for layout, sign in triggers for here, low, high in spots if layout is here and low <= sign.first < high
    ]
    before = [(layout, sign) for layout, sign in triggers for here, low, _ in spots if layout is here and sign.last <= low]
    return inside or [one for one in before if one[1].first == max(sign.first for _, sign in before)] or triggers
