"""Predicates: stance, status, type, sector, issue … are licensed by words of their class in the span or its clause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tawatur.grounding import ways
from tawatur.grounding.hints import hinted
from tawatur.grounding.licences import NO_WORD, Field, licensed, spoken, table
from tawatur.grounding.scene import Layout, Scene, Sign
from tawatur.grounding.stated import Stated, several

Spot = tuple[Layout, int, int]
CHIEF = {
    "position": "stance",
    "talks": "status",
    "corridor": "status",
    "event": "event",
    "condition": "sector",
    "control": "status",
    "appeal": "issue",
    "figure": "measure",
}
"""The field that says what the kind is about; its words carry the claim."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "position": ("stance", "issue"),
    "talks": ("status", "issues"),
    "corridor": ("status", "for", "hazards"),
    "event": ("event", "mode"),
    "condition": ("sector", "barrier"),
    "control": ("status",),
    "appeal": ("issue",),
}
SEVERAL = frozenset({"sector", "issue"})
"""Chief fields of which a span may hold several values at once."""
BACK = frozenset({"issue", "issues", "for"})
"""Fields whose words may stand in the sentence before: that plan, such a deal."""
ISSUE = "issue:"
"""What the names of words for an issue itself begin with."""
AROUND, CLOSE = 25, 12
"""Tokens around a span within which its sentence may say what it leaves unsaid; and the word that tells what was counted."""
DENIAL = "speech:deny"
CALLING, CALLED = ("noun", "adj"), ("people:", "population:")
BEFALLEN = frozenset({"measure:injured", "measure:displaced", "measure:detained", "measure:trapped"})
"""What people may be called by: the wounded, the displaced, the prisoners."""
AGREED, TALKED = "state:agreed", frozenset({"deal", "talks", "proposal", "issue:ceasefire"})
"""A word of agreement that is one of violence as well, and those of which one must stand there with it: to strike a deal."""
OTHERWISE = frozenset({"event:ASSAULT", "arrival", "waystate:closed"})
"""What else a word of agreement may tell, if no deal stands there: aid reached the town, the army sealed the road."""
CALLING_REACH = 3
"""Tokens before such a word within which an auxiliary makes it what is told."""
DEEDS = frozenset({"event", "talks"})
"""Kinds in which a word of many uses gives way to a weak one for the value."""
TAKEN = "captured"
"""The status of what somebody takes from another."""
LIGHT = "light"
"""What hints call a word of many uses: to give, to bring, to cross."""
ANSWER = 3
"""Sentences behind a proposal in which its answer may stand."""


HINTED = {("talks", "status"): "talks", ("corridor", "status"): "corridor", ("control", "status"): "control",
          ("talks", "issues"): "issue"}
"""What hints call a field whose values several kinds share, or that holds several."""


def disagreement(stated: Stated, spots: Sequence[Spot], scene: Scene) -> str | None:
    """Why a value of the claim is not licensed by the words of its spans."""
    kind, said, rows = stated.kind, stated.said, table(scene.packs)
    span = [sign for layout, first, last in spots for sign in _read(kind, layout, first, last)]
    around = [sign for layout, first, last in spots for sign in _read(kind, layout, first - AROUND, last + AROUND)]
    if kind == "event" and stated.modality == "denied":  # the denial is no event of its own; what is denied may be told before
        denials = {sign.first for sign in span if DENIAL in sign.names}
        span = [sign for sign in span if sign.first not in denials]
        around += [sign for layout, _, _ in spots for other in scene.earlier(layout, ANSWER) for sign in other.signs]
    if spoken(rows.get((kind, "kind")) or {}, kind, span, around) is not None and not hinted(f"kind:{kind}", spots, scene.packs):
        return f"{kind}: nothing in the span or its sentence speaks of any"
    ahead = stated.modality not in ("", "asserted", "denied")
    for field in FIELDS.get(kind, ()):
        for value in several(said.get(field)):
            if field == "mode":
                reason = _mode(_field(rows, kind, field), str(said.get("event", "")), value, spots, scene)
            else:
                known = _field(rows, kind, field)
                if kind == "corridor" and field == CHIEF[kind]:
                    reason = ways.state(known, value, span, around, _behind(spots, scene), ahead)
                elif field == CHIEF[kind] and field not in SEVERAL:
                    reason = licensed(known, value, span, around, False, ahead)
                else:
                    reason = spoken(known, value, span, around)
                if reason is not None and field in BACK and (field == "for" or not _stated(known, span)):
                    reason = spoken(known, value, [], list(_before(spots, scene)))
            hint = f"{HINTED.get((kind, field), field)}:{value}"
            if reason is not None and field != "mode":
                lighter = NO_WORD if reason == NO_WORD else _weighed(kind, known, value, spots, around, ahead, scene)
                weak = lighter is None and kind in DEEDS
                if weak or (lighter in (None, NO_WORD) and hinted(hint, _wide(field, spots), scene.packs)):
                    reason = None
            if reason is not None:
                return f"{field}: the claim has {value}; {reason}"
    return None


def _weighed(
    kind: str, known: Field, value: str, spots: Sequence[Spot], around: Sequence[Sign], ahead: bool, scene: Scene
) -> str | None:
    """Why a value is not licensed where words of many uses speak for another one: what the others of its spans say."""
    if kind == "control" or not known:
        return "the span says otherwise"
    light = f"{LIGHT}:{kind}" if kind == "position" else LIGHT
    weighty = [sign for layout, first, last in spots for sign in _read(kind, layout, first, last)
               if sign.last - sign.first > 1 or not hinted(light, [(layout, sign.first, sign.last)], scene.packs)]
    if kind == "corridor":
        return ways.state(known, value, weighty, around, _behind(spots, scene), ahead)
    return licensed(known, value, weighty, around, False, ahead)


def _wide(field: str, spots: Sequence[Spot]) -> Sequence[Spot]:
    """Where a word may hint at a value: in the spans; what it is about, anywhere in their sentences."""
    return [(layout, layout.sentence.first, layout.sentence.last) for layout, _, _ in spots] if field in BACK else spots


def _stated(field: Field, span: Sequence[Sign]) -> bool:
    """Whether a span says itself what it is about, and need not point back to the sentence before."""
    return any(licence.strong(sign) and any(name.startswith(ISSUE) for name in sign.names)
               for licence in field.values() for sign in span)


def _read(kind: str, layout: Layout, first: int, last: int) -> list[Sign]:
    """The words of a stretch as the kind takes them; who is called by what befell him (the wounded) does not tell that it did."""
    signs = layout.within(first, last)
    if kind != "event":
        return signs
    if all(AGREED not in sign.names and sign.names.isdisjoint(BEFALLEN) for sign in signs):
        return [_plain(kind, sign) for sign in signs]
    called = {sign.first for sign in signs if sign.pos in CALLING and any(name.startswith(CALLED) for name in sign.names)}
    struck = {sign.first for sign in signs if sign.names & OTHERWISE}
    if any(sign.names & TALKED for sign in layout.signs):
        struck = set()
    return [_plain(kind, sign) for sign in signs
            if (not (sign.first in called and sign.names & BEFALLEN) or _befell(layout, sign))
            and not (sign.first in struck and AGREED in sign.names)]


def _befell(layout: Layout, sign: Sign) -> bool:
    """Whether an auxiliary stands before a word for what befell somebody: "were injured"."""
    return any(layout.roles.get(at) in ("be", "have") for at in range(sign.first - CALLING_REACH, sign.first))


def _plain(kind: str, sign: Sign) -> Sign:
    """A word as the kind takes it: an event that is denied is the same event, and its modality says the rest."""
    return replace(sign, turned=False) if kind == "event" and sign.turned and "stance" not in sign.names else sign


def _field(rows: Mapping[tuple[str, str], Field], kind: str, field: str) -> Field:
    name = "issue" if field == "issues" else field
    return rows.get((kind, name)) or rows.get(("*", name)) or {}


def _mode(rows: Field, event: str, mode: str, spots: Sequence[Spot], scene: Scene) -> str | None:
    """A word of the type with this mode, or of its means, in the sentence; or at least none with another in the span."""
    modes = table(scene.packs).get(("event", "modes")) or {}
    of = [kind for kind, those in modes.items() if mode in those.signs]
    if event and of and event not in of:
        return f"{mode} is how {of[0]} is done"
    licence = rows.get(mode)
    wanted = {f"event:{event}:{mode}", *(licence.signs if licence else ())}
    if any(wanted & sign.names for layout, _, _ in spots for sign in layout.signs) or any(
        licence is not None and licence.feeble(sign) for layout, first, last in spots for sign in layout.within(first, last)
    ):
        return None
    if any(
        _within_name(wanted, layout, first, last, scene) for layout, first, last in spots
    ):
        return None
    if hinted(f"mode:{mode}", spots, scene.packs):
        return None
    begun = f"event:{event}:"
    others = [
        name.rpartition(":")[2]
        for layout, first, last in spots
        for sign in layout.within(first, last)
        for name in sign.names
        if name.startswith(begun) and name != begun
    ]
    return f"the span says {others[0]}" if others else None


def _within_name(wanted: set[str], layout: Layout, first: int, last: int, scene: Scene) -> bool:
    """Whether a word of the means stands in a name, which swallows it: the warplanes of an air force."""
    tokens, text = scene.reading.tokens, scene.reading.document.text
    named = {at for party in layout.parties for at in range(party.first, party.last) if first <= at < last}
    return any(
        entry.kind == "signs" and entry.attrs["sign"] in wanted
        for at in named
        for hit in layout.language.lexicon.match(tokens, at, last, text)
        for entry in hit.entries
    )


def _behind(spots: Sequence[Spot], scene: Scene) -> Iterator[Sign]:
    """The signs of the sentences that follow: what is proposed is answered there."""
    numbers = scene.numbers(spots[-1][0].sentence.first, spots[-1][0].sentence.last)
    for number in range(numbers.stop, min(numbers.stop + ANSWER, len(scene.reading.sentences))):
        yield from scene.layout(number).signs


def _before(spots: Sequence[Spot], scene: Scene) -> Iterator[Sign]:
    """The signs of the sentence before, which this one may point back to."""
    number = scene.numbers(spots[0][0].sentence.first, spots[0][0].sentence.last).start
    if number > 0:
        yield from scene.layout(number - 1).signs


def triggers(kind: str, said: Mapping[str, Any], spots: Sequence[Spot], scene: Scene) -> list[tuple[Layout, Sign]]:
    """The words that carry the claim: those of its spans that license its chief value; else those of its sentences."""
    field = CHIEF[kind]
    values = several(said.get(field))
    found: list[tuple[Layout, Sign]] = []
    if kind == "figure":
        wanted = {f"measure:{value}" for value in values}
        near = [(layout, sign, first <= sign.first < last) for layout, first, last in spots
                for sign in layout.within(first - CLOSE, last + CLOSE) if sign.names & wanted]
        inside = any(within for _, _, within in near)
        return [(layout, sign) for layout, sign, within in near if within or not inside]
    if kind == "appeal":
        return [
            (layout, sign)
            for layout, first, last in spots
            for sign in layout.within(first, last)
            if sign.names & {"appeal", "stance:demands"}
        ]
    rows = _field(table(scene.packs), kind, field)
    for value in values:
        licence = rows.get(value)
        if licence is None:
            continue
        found += [
            (layout, sign)
            for layout, first, last in spots
            for sign in layout.within(first, last)
            if licence.strong(_plain(kind, sign))
        ]
        if not found:
            found += [(layout, sign) for layout, _, _ in spots for sign in layout.signs if licence.strong(_plain(kind, sign))]
    kept = [(layout, sign) for layout, sign in found if TAKEN not in values or not _rid_of(layout, sign)]
    return kept or found


def _rid_of(layout: Layout, sign: Sign) -> bool:
    """Whether a noun of control stands behind "from": freed from the control of one who so does not take it."""
    return any(name.startswith("control") for name in sign.names) and "noun" in sign.features and (
        "from" in sign.features or layout.roles.get(sign.first - 1) == "from")
