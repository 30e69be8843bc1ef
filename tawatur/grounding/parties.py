"""Parties: each one that a claim names is named or meant by its words, and has the part in it that the claim gives it."""

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur.grounding.cast import Cast
from tawatur.grounding.doers import doers, governed, patients
from tawatur.grounding.scene import Layout, Sign
from tawatur.grounding.stated import several
from tawatur.records import Party

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
BESIEGED = "besieged"
"""The one status of control whose actor suffers it: its words have the besieger for their subject."""
AIMED = frozenset({"to", "against", "with", "from", "for"})
"""Prepositions whose noun is the one to whom something is said or done."""
ASKING = frozenset({"party", "by"})
"""Doing that is done to somebody by words."""
BEFORE = 3
"""Sentences before a span in which somebody may be named whom it means without a name."""
SAYING = {
    "proposed_by": frozenset(
        {
            "stance:demands",
            "stance:offers",
            "stance:wants",
            "stance:submits",
            "stance:announces",
            "stance:orders",
            "stance:permits",
            "appeal",
            "waystate:proposed",
            "waystate:announced",
        }
    ),
    "refused_by": frozenset({"stance:rejects", "stance:prevents", "waystate:closed"}),
}
"""The words by which somebody proposes a way or refuses it."""
NEAR = 4
"""Tokens behind a word within which its subject may stand where the language has it behind."""
OWNING = 6
"""Tokens from a number to the group that its people belong to."""
CHIEF = 5
"""Letters of a word by which a name may be known again."""
FAR = 40
"""The same for the sides of a talk, and for those who are spoken of besides."""
BESIDE = frozenset({"counterpart", "parties", "mediator", "to", "on_behalf_of", "target", "with", "proposed_by", "refused_by"})


def disagreement(
    kind: str, said: Mapping[str, Any], spots: Sequence[Spot], triggers: Sequence[Trigger], cast: Cast
) -> str | None:
    """Why a party of the claim is not the one that the text speaks of."""
    if kind == "corridor" and _both(str(said.get("proposed_by", "")), said.get("refused_by"), cast):
        return "refused_by: who proposes a way does not refuse it"
    doing = "" if said.get("status") == BESIEGED else DOING.get(kind, "")
    for field in FIELDS[kind]:
        for actor in several(said.get(field)):
            reason = _absent(field, actor, spots, cast)
            if reason is None and field == "group":
                reason = _not_theirs(actor, spots, cast)
            if reason is None and said.get("status") == BESIEGED:
                reason = _doing(field, actor, triggers, cast) or _unmeant(field, actor, spots, cast)
            if reason is None and field == doing:
                reason = _not_doing(field, actor, spots, triggers, _besides(kind, field, said, cast), cast)
            if reason is None and kind == "corridor":
                reason = _not_saying(field, actor, spots, cast)
            if reason is None and field in SUFFERING.get(kind, ()) and not _both(actor, said.get(doing), cast):
                reason = _doing(field, actor, triggers, cast)
            if reason:
                return reason
    return None


def _unmeant(field: str, actor: str, spots: Sequence[Spot], cast: Cast) -> str | None:
    if any(_meant(field, cast.kin(actor), actor, layout, None, cast) for layout, _, _ in spots):
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
    """Whether a name that no pack has stands in the sentences or shortly before: whole, or by its chief word."""
    if actor in cast.scene.packs.actors:
        return False
    fold, reading = cast.scene.packs.folding.fold, cast.scene.reading
    number = cast.scene.numbers(layouts[0].sentence.first, layouts[0].sentence.first + 1).start
    start = reading.sentences[max(0, number - BEFORE)].start
    near = fold(reading.document.text[start : layouts[-1].sentence.end])
    return any(word in near for word in fold(actor).split() if len(word) >= CHIEF)


def _not_doing(
    field: str, actor: str, spots: Sequence[Spot], triggers: Sequence[Trigger], besides: frozenset[str], cast: Cast
) -> str | None:
    """Why none of the words for it is this party's doing.

    Each word with a subject speaks for that subject. One without, or with a pronoun, speaks for whom the span names, or for the
    one who speaks, or for those named last before it.
    """
    kin, others = cast.kin(actor), list[str]()
    known = actor in cast.scene.packs.actors
    open_: list[tuple[Layout, Sign | None]] = [] if triggers else [(spots[0][0], None)]
    for layout, sign in triggers:
        subjects = doers(layout, sign)
        if any(cast.meant(party) & kin for party in subjects) or _own_words(actor, layout, sign, subjects, cast):
            return None
        sure = _sure(subjects, sign, cast, known)
        if sure:
            others.extend(sure)
        elif not (field in ASKING and _only_aimed(layout, sign, kin, cast)) and not _suffers(layout, sign, kin, cast):
            open_.append((layout, sign))
    others = others or _rivals(spots, kin, besides, cast)
    if not others and any(_meant(field, kin, actor, layout, sign, cast) for layout, sign in open_):
        return None
    who = ", ".join(dict.fromkeys(others))
    return f"{field}: the text gives this part to {who}, not to {actor}" if who else f"{field}: nothing makes this {actor}'s part"


def _own_words(actor: str, layout: Layout, sign: Sign, subjects: Sequence[Party], cast: Cast) -> bool:
    """Whether a party says of itself what it does: "we reject", in its own words."""
    said = "first" in sign.features or any("speaker" in party.features for party in subjects)
    return said and cast.speaks(actor, cast.scene.reading.tokens[sign.first].start)


def _not_saying(field: str, actor: str, spots: Sequence[Spot], cast: Cast) -> str | None:
    """Why a way is proposed or refused by somebody else: all words for it in the sentence have another subject."""
    wanted = SAYING[field]
    triggers = [(layout, sign) for layout, _, _ in spots for sign in layout.signs if sign.names & wanted and sign.told]
    return _not_doing(field, actor, [(layout, 0, 0) for layout, _, _ in spots], triggers, frozenset(), cast)


def _not_theirs(actor: str, spots: Sequence[Spot], cast: Cast) -> str | None:
    """Why counted people are not this group's: others stand by the number, and it does not."""
    kin = cast.kin(actor)
    near = [
        (layout, party)
        for layout, first, last in spots
        for party in layout.parties
        if party.first < last + OWNING and first - OWNING < party.last
    ]
    if any(cast.meant(party) & kin for _, party in near):
        return None
    others = [
        party.actor
        for layout, party in near
        if party.actor
        and cast.acts(party)
        and governed(layout, party) in ("", "of")
        and any(party.first <= last + 1 and first <= party.last for _, first, last in spots)
    ]
    if others:
        return f"group: the words by the number name {', '.join(dict.fromkeys(others))}, not {actor}"
    if not cast.onlooker(actor) and any(cast.named(layout) & kin or cast.last(layout, BEFORE) & kin for layout, _, _ in spots):
        return None
    return f"group: nothing by the number names {actor}"


def _rivals(spots: Sequence[Spot], kin: frozenset[str], besides: frozenset[str], cast: Cast) -> list[str]:
    """Those who stand free in the spans and are nobody else in the claim, where the party itself does not stand there."""
    here = [
        (layout, party) for layout, first, last in spots for party in layout.parties if party.first < last and first < party.last
    ]
    if any(cast.meant(party) & kin for _, party in here) or any(party.how == "pronoun" for _, party in here):
        return []
    return [
        party.actor
        for layout, party in here
        if party.actor and cast.acts(party) and party.actor not in besides and governed(layout, party) in ("", "by")
    ]


def _meant(field: str, kin: frozenset[str], actor: str, layout: Layout, sign: Sign | None, cast: Cast) -> bool:
    """Whether a word without a subject may be this party's: it is named in the sentence, speaks, or was named last before it."""
    start = cast.scene.reading.tokens[sign.first if sign else layout.sentence.first].start
    own = field in ASKING | SAYING.keys() or any("speaker" in party.features for party in layout.parties)
    if (own and cast.speaks(actor, start)) or _people_do(actor, layout, sign) or _name_near(actor, [layout], cast):
        return True
    free = [
        party
        for party in layout.parties
        if sign is not None
        and party.last <= sign.first
        and party.how != "pronoun"
        and cast.acts(party)
        and not governed(layout, party)
    ]
    if free and field in ASKING:
        return any(cast.meant(party) & kin for party in free)
    telling = _telling(start, sign, layout, cast)
    here = cast.named(layout) - telling
    if cast.stands(actor, [layout]) or here & kin or any(cast.meant(party) & kin for party in layout.parties):
        return not (cast.onlooker(actor) and field not in ASKING)
    if cast.onlooker(actor) and field not in ASKING:
        return False
    names = any(party.how == "name" and not cast.meant(party) & telling for party in layout.parties)
    return (not here or not names) and bool(cast.last(layout, BEFORE) & kin)


def _telling(start: int, sign: Sign | None, layout: Layout, cast: Cast) -> frozenset[str]:
    """Those in whose words a sentence speaks of "them": they name themselves otherwise."""
    subjects = doers(layout, sign) if sign is not None else []
    if not any(party.how == "pronoun" and "speaker" not in party.features for party in subjects):
        return frozenset()
    return frozenset(source.actor for said in cast.scene.voices(start) for source in said.chain if source.actor)


def _people_do(actor: str, layout: Layout, sign: Sign | None) -> bool:
    """Whether people at large stand where the subject of a word may stand."""
    names = {f"people:{actor}", f"population:{actor}"}
    for other in layout.signs:
        if not names & other.names or (sign is not None and other.first > sign.last + NEAR):
            continue
        if not other.features & {"to", "by"} and layout.roles.get(other.first - 1, "") not in (
            "to",
            "for",
            "of",
            "by",
            "on",
            "against",
        ):
            return True
    return False


def _sure(subjects: Sequence[Party], sign: Sign, cast: Cast, known: bool) -> list[str]:
    """The actors that a word's doers surely mean; empty where nothing, a pronoun, or somebody nobody knows stands there.

    A name that no pack knows is no argument against an actor that is known: it may be no name at all.
    """
    found: list[str] = []
    for party in subjects:
        if (known and party.how == "unknown") or not (party.actor or (known and party.candidates)):
            return []
        joined = 0 <= sign.first - party.last <= 1 and (sign.pos == "adj" or "control" in sign.names)
        if cast.acts(party) or joined:
            found.append(cast.called(party.actor) if party.actor else party.text)
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
    subjects = [_sure(doers(layout, sign), sign, cast, True) for layout, sign in triggers]
    if subjects and all(subject and set(subject) <= kin for subject in subjects):
        return f"{field}: the text has {actor} doing it"
    return None
