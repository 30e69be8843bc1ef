"""Polarity: what is asserted is not denied in its clause, what is denied is, and a hedge stands where a claim has one."""

from collections.abc import Callable, Iterable, Sequence

from tawatur.grounding import manner
from tawatur.grounding.hints import hinted
from tawatur.grounding.licences import table
from tawatur.grounding.scene import Layout, Scene, Sign
from tawatur.grounding.stated import Stated
from tawatur.records import Attribution

Spot = tuple[Layout, int, int]
ABSORBING = frozenset({"position", "talks", "corridor", "condition", "control"})
"""Kinds whose values take a negation in: "will not accept" is a position that rejects, and asserted."""
TOLD = frozenset({"event", "figure", "talks"})
"""Kinds that tell what is so; one who denies it says that it is not."""
HINTED = TOLD | {"corridor"}
"""Kinds of which a word may hint that they are not so."""
UNTOLD = frozenset({"possible", "planned", "conditional"})
"""Modalities of what nobody says is so."""
WORDS = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT"})
"""Events that are words: one who refuses what is asked does not deny that it was asked."""
DENY = "speech:deny"
DENYING, HEDGING = 8, 12
"""Tokens from a span within which a word denies it, or hedges."""


def disagreement(said: Stated, spots: Sequence[Spot], triggers: Sequence[tuple[Layout, Sign]], scene: Scene) -> str | None:
    """Why the claim's modality is not the text's."""
    if not said.modality:
        return None
    denied = _denied(said, scene, any)
    if said.modality == "asserted":
        if said.kind not in ABSORBING and triggers and all(_unmade(said.kind, sign) for _, sign in triggers):
            return f"polarity: the claim asserts what the text denies (“{triggers[0][1].form}” is negated)"
        if said.kind not in ABSORBING and any("sign:denied" in sign.names for layout, first, last in spots
                                              for sign in layout.within(first, last)):
            return "polarity: the claim asserts what the span calls untrue"
        if said.kind not in ABSORBING and _denying(spots, triggers):
            return "polarity: the claim asserts what somebody denies in its span"
        if denied and said.kind in TOLD and said.said.get("status") != "denied" and _denied(said, scene, all):
            return "polarity: the claim asserts what its source denies"
        return None
    words = said.kind == "event" and said.said.get("event") in WORDS
    if said.modality == "denied" and words and triggers and not _negated(said.kind, spots, triggers):
        return "polarity: who denies or accuses does so; nothing tells that he does not"
    if said.modality == "denied" and (denied or _negated(said.kind, spots, triggers)):
        return None
    if said.modality == "denied" and said.kind in HINTED and hinted("modality:denied", spots, scene.packs):
        return None
    if said.modality in UNTOLD and hinted(f"modality:{said.modality}", _around(spots), scene.packs):
        return None
    licence = (table(scene.packs).get(("*", "modality")) or {}).get(said.modality)
    if licence is None:
        return f"polarity: “{said.modality}” is no modality"
    if said.modality in UNTOLD:
        return manner.unlicensed(said, spots, licence, scene)
    near = [sign for layout, first, last in spots for sign in layout.signs if first - DENYING <= sign.first < last + DENYING]
    names = licence.signs
    if said.modality == "denied":
        adjectives = {sign.first for sign in near if sign.pos == "adj"}
        near = [sign for sign in near if sign.told and not sign.turned and sign.first not in adjectives]
        deed = said.kind in TOLD and said.said.get("event") not in WORDS
        if deed and any(_refused(licence.weak, layout, sign) for layout, sign in triggers):
            return None
    if any(sign.names & names for sign in near):
        return None
    return f"polarity: nothing in the sentence makes it {said.modality}"


def _around(spots: Sequence[Spot]) -> list[Spot]:
    """The spans with the words beside them."""
    return [(layout, first - HEDGING, last + HEDGING) for layout, first, last in spots]


def _refused(names: frozenset[str], layout: Layout, sign: Sign) -> bool:
    """Whether what a word tells is refused or prevented: a word for that stands before it in its clause."""
    first, _ = layout.clause(sign.first)
    return any(
        other.names & names and other.told and not other.turned and other.first >= first and other.last <= sign.first
        and not any(party.first <= other.first < party.last for party in layout.parties)  # the opposition
        for other in layout.within(sign.first - DENYING, sign.first)
    )


def _denying(spots: Sequence[Spot], triggers: Sequence[tuple[Layout, Sign]]) -> bool:
    """Whether a word of denial stands before the word of the claim in its span."""
    return any(DENY in other.names and other.told and not other.turned and layout is here and other.last <= sign.first
               for layout, first, last in spots for other in layout.within(first, last) for here, sign in triggers)


def _negated(kind: str, spots: Sequence[Spot], triggers: Sequence[tuple[Layout, Sign]]) -> bool:
    """Whether a negation governs the word of the claim; where there is no such word, whether one stands in the span."""
    if kind in ABSORBING:
        return False
    if triggers:
        return any(_unmade(kind, sign) for _, sign in triggers)
    return any(at in layout.denials for layout, first, last in spots for at in range(first, last))


def _unmade(kind: str, sign: Sign) -> bool:
    """Whether a negation makes that it is not so; with a stance it makes the event itself: "will not agree" is a refusal."""
    return sign.turned and not (kind == "event" and "stance" in sign.names)


def _denied(said: Stated, scene: Scene, of: Callable[[Iterable[bool]], bool]) -> bool:
    """Whether one who speaks denies what stands there, or all do: who accuses of what the accused denies tells that it is so."""
    voices = [voice for start, _, _ in said.spans for voice in scene.voices(start)] if scene.denials else []
    return bool(voices) and of(voice.denies and not _turned_back(voice, said, scene) for voice in voices)


def _turned_back(voice: Attribution, said: Stated, scene: Scene) -> bool:
    """Whether a "but" stands between the word of denial and what is told: behind it somebody tells what is so."""
    if voice.cue is None:
        return False
    first, _ = scene.tokens(voice.cue.end, said.spans[0][1])
    begin = scene.tokens(said.spans[0][0], said.spans[0][1])[0]
    layout = scene.layout(scene.numbers(begin, begin + 1).start)
    return any(layout.roles.get(at) == "but" for at in range(first, begin + 1))


