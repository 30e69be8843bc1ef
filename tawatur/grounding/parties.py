"""Parties: each one that a claim names is named or meant by its words, and has the part in it that the claim gives it."""

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur.grounding.cast import Cast
from tawatur.grounding.doers import doers, governed, patients
from tawatur.grounding.scene import Layout, Sign
from tawatur.grounding.stated import several

Spot = tuple[Layout, int, int]
Trigger = tuple[Layout, Sign]
FIELDS: Mapping[str, tuple[str, ...]] = {
    "figure": ("group",), "position": ("party", "counterpart"), "talks": ("parties", "mediator"),
    "corridor": ("proposed_by", "refused_by"), "event": ("actor", "with", "target"), "condition": ("responsible",),
    "control": ("actor",), "appeal": ("by", "to", "on_behalf_of"),
}
"""The fields of each kind that name parties."""
DOING: Mapping[str, str] = {"position": "party", "event": "actor", "appeal": "by", "control": "actor", "condition": "responsible"}
"""The field that names who does what the kind tells."""
SUFFERING: Mapping[str, tuple[str, ...]] = {"position": ("counterpart",), "event": ("target",), "appeal": ("to",)}
"""The fields that name to whom it is done."""
BESIEGED = "besieged"
"""The one status of control whose actor suffers it: its words have the besieger for their subject."""
AIMED = frozenset({"to", "against", "with", "from", "for"})
"""Prepositions whose noun is the one to whom something is said or done."""
ASKING = frozenset({"party", "by"})
"""Doing that is done to somebody by words."""
BEFORE = 3
"""Sentences before a span in which somebody may be named whom it means without a name."""
FAR = 40
"""The same for the sides of a talk, and for those who are spoken of besides."""
BESIDE = frozenset({"counterpart", "parties", "mediator", "to", "on_behalf_of", "target", "with", "proposed_by", "refused_by"})


def disagreement(kind: str, said: Mapping[str, Any], spots: Sequence[Spot], triggers: Sequence[Trigger], cast: Cast) -> str | None:
    """Why a party of the claim is not the one that the text speaks of."""
    doing = "" if said.get("status") == BESIEGED else DOING.get(kind, "")
    for field in FIELDS[kind]:
        for actor in several(said.get(field)):
            reason = _absent(field, actor, spots, cast)
            if reason is None and field == doing:
                reason = _not_doing(field, actor, spots, triggers, cast)
            if reason is None and field in SUFFERING.get(kind, ()) and not _both(actor, said.get(doing), cast):
                reason = _doing(field, actor, triggers, cast)
            if reason:
                return reason
    return None


def _both(actor: str, other: Any, cast: Cast) -> bool:
    return any(actor in cast.kin(one) for one in several(other))


def _absent(field: str, actor: str, spots: Sequence[Spot], cast: Cast) -> str | None:
    """An actor that the report does not have, or that stands too far off to be meant."""
    if _worded(actor, spots):
        return None
    if not cast.appears(actor):
        return f"{field}: {actor} appears nowhere in the report"
    layouts = [layout for layout, _, _ in spots]
    if cast.stands(actor, layouts, FAR if field in BESIDE else BEFORE) or cast.speaks(actor, _start(spots, cast)):
        return None
    if _name_near(actor, layouts, cast):
        return None
    return f"{field}: {actor} is neither named in the span nor near enough before it to be meant"


def _start(spots: Sequence[Spot], cast: Cast) -> int:
    return cast.scene.reading.tokens[spots[0][1]].start


def _worded(actor: str, spots: Sequence[Spot]) -> bool:
    """Whether civilians, fighters and the like are meant by a plain word for them."""
    names = {f"people:{actor}", f"population:{actor}"}
    return any(names & sign.names for layout, _, _ in spots for sign in layout.signs)


def _name_near(actor: str, layouts: Sequence[Layout], cast: Cast) -> bool:
    """Whether a name that no pack has stands in the sentences as written."""
    if actor in cast.scene.packs.actors:
        return False
    folded = cast.scene.packs.folding.fold(actor)
    text = cast.scene.reading.document.text
    return any(folded in cast.scene.packs.folding.fold(text[layout.sentence.start:layout.sentence.end]) for layout in layouts)


def _not_doing(field: str, actor: str, spots: Sequence[Spot], triggers: Sequence[Trigger], cast: Cast) -> str | None:
    """Why none of the words for it is this party's doing.

    Each word with a subject speaks for that subject. One without, or with a pronoun, speaks for whom the span names, or for the
    one who speaks, or for those named last before it.
    """
    kin, others = cast.kin(actor), list[str]()
    known = actor in cast.scene.packs.actors
    for layout, sign in triggers:
        subject = _subject(layout, sign, cast, known)
        if any(one in kin for one in subject):
            return None
        if not subject and not (field in ASKING and _only_aimed(layout, sign, kin, cast)) and not _suffers(layout, sign, kin, cast) \
                and _meant(kin, actor, layout, sign, cast):
            return None
        others.extend(subject)
    if not triggers and _meant(kin, actor, spots[0][0], None, cast):
        return None
    who = ", ".join(dict.fromkeys(others))
    return f"{field}: the text gives this part to {who}, not to {actor}" if who else f"{field}: nothing makes this {actor}'s part"


def _meant(kin: frozenset[str], actor: str, layout: Layout, sign: Sign | None, cast: Cast) -> bool:
    """Whether a word without a subject may be this party's: it is named in the sentence, speaks, or was named last before it."""
    start = cast.scene.reading.tokens[sign.first if sign else layout.sentence.first].start
    if cast.speaks(actor, start) or _worded(actor, [(layout, 0, 0)]) or _name_near(actor, [layout], cast):
        return True
    here = cast.named(layout)
    if here:
        return bool(here & kin) or not any(party.how == "name" for party in layout.parties) and bool(cast.last(layout, BEFORE) & kin)
    return bool(cast.last(layout, BEFORE) & kin)


def _subject(layout: Layout, sign: Sign, cast: Cast, known: bool) -> list[str]:
    """The actors that a word's doers mean; empty where nothing, a pronoun, or somebody nobody knows stands there.

    A name that no pack knows is no argument against an actor that is known: it may be no name at all.
    """
    found: list[str] = []
    for party in doers(layout, sign):
        meant = cast.meant(party)
        if not meant or (party.actor is None and len(party.candidates) > 1) or (known and party.how == "unknown"):
            return []
        found += meant
    return found


def _only_aimed(layout: Layout, sign: Sign, kin: frozenset[str], cast: Cast) -> bool:
    """Whether all that the clause says of a party is that something is said or done to it."""
    first, last = layout.clause(sign.first)
    here = [party for party in layout.parties if first <= party.first < last and cast.meant(party) & kin]
    return bool(here) and all(governed(layout, party) in AIMED for party in here)


def _suffers(layout: Layout, sign: Sign, kin: frozenset[str], cast: Cast) -> bool:
    return any(cast.meant(party) & kin for party in patients(layout, sign))


def _doing(field: str, actor: str, triggers: Sequence[Trigger], cast: Cast) -> str | None:
    """Why one to whom it is done is rather the one who does it."""
    kin = cast.kin(actor)
    subjects = [_subject(layout, sign, cast, True) for layout, sign in triggers]
    if subjects and all(subject and set(subject) <= kin for subject in subjects):
        return f"{field}: the text has {actor} doing it"
    return None
