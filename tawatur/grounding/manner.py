"""Manner: what is told as done is no plan, and what is only to come, or may come, or hangs on something, is not told as done."""

from collections.abc import Sequence

from tawatur.grounding.hints import hinted
from tawatur.grounding.licences import Licence
from tawatur.grounding.scene import Layout, Scene, Sign
from tawatur.grounding.stands import nominal
from tawatur.grounding.stated import Stated

Spot = tuple[Layout, int, int]
Trigger = tuple[Layout, Sign]
AHEAD = frozenset({"planned", "conditional", "possible"})
"""Modalities of what nobody tells as done."""
CONDITIONS = frozenset({"role:if", "role:unless", "role:whether", "role:until", "sign:conditional"})
"""Signs of what hangs on something."""
UNSURE = CONDITIONS | {"role:future", "role:must", "role:may", "role:can", "role:so", "sign:planned", "sign:possible", "plan",
                       "proposal"}
"""Signs before a verb by which it does not tell what was done."""
WISHES = frozenset({"stance:offers", "stance:demands", "stance:wants", "stance:submits", "stance:announces", "stance:orders",
                    "stance:bids", "stance:permits", "appeal", "proposal", "plan", "state:proposed"})
"""Signs of words that tell of what is to come."""
COMING = frozenset({"future", "if", "unless"})
"""Roles of words before a verb that make it one of what is to come or is only supposed."""
AUXILIARY = frozenset({"be", "have", "not", "and"})
"""Roles of words between such a word and its verb."""
REACH = 4
"""Tokens before a verb within which its auxiliary stands."""
HANGING = 12
"""Tokens from a span within which that may stand on which it hangs."""
DEEDS = frozenset({"ASSAULT", "RETREAT", "AID", "COERCE", "CONSULT", "MOBILIZE", "PROTEST", "SANCTION"})
"""Events that are done; of the others the word itself is the event: who says that he will storm a town has threatened."""
WORDED = frozenset({"position", "appeal"})
"""Kinds whose words may tell of what is to come, and are said all the same."""
STANDING = frozenset({"open", "in_use", "closed", "attacked", "completed"})
"""States of a way that are told as being so."""
HELD = frozenset({"control", "figure"})
"""Kinds that tell what is so, whatever their value."""


def disagreement(said: Stated, spots: Sequence[Spot], triggers: Sequence[Trigger], scene: Scene) -> str | None:
    """Why the words of the claim are not told in its manner."""
    inside = [(layout, sign) for layout, sign in triggers
              if any(here is layout and first <= sign.first < last for here, first, last in spots)]
    if not inside:
        return None
    if said.modality == "asserted":
        if _told_as_done(said) and all(_tocome(said.kind, layout, sign) for layout, sign in inside):
            return f"polarity: the claim asserts what is only to come (“{inside[0][1].form}”)"
        return None
    if said.modality not in AHEAD or hinted(f"modality:{said.modality}", spots, scene.packs):
        return None
    worded = said.kind in WORDED and said.modality != "conditional"
    if all((_said if worded else _done)(layout, sign) for layout, sign in inside):
        hung = any(_hung(layout, first, last) for layout, first, last in spots)
        return None if hung and not worded else f"polarity: the claim has {said.modality} what is told so (“{inside[0][1].form}”)"
    return None


def unlicensed(said: Stated, spots: Sequence[Spot], licence: Licence, scene: Scene) -> str | None:
    """Why nothing makes it one of what is to come, may come, or hangs on something."""
    for layout, first, last in spots:
        if said.modality == "conditional":
            near = [sign for sign in layout.signs if first - HANGING <= sign.first < last + HANGING]
        else:
            near = layout.within(_begin(layout, first), last)
            on = said.kind == "figure" and _goes_on(near, layout, licence, scene)
            if on or layout.ahead(first, last) or any(_meant(said.kind, layout, sign) for sign in near):
                return None
        if any(sign.names & licence.signs for sign in near):
            return None
    return f"polarity: nothing in the sentence makes it {said.modality}"


def _goes_on(near: Sequence[Sign], layout: Layout, licence: Licence, scene: Scene) -> bool:
    """Whether a number of which nothing is told goes on from the sentence before, which tells of what is to come."""
    if any(name.startswith("measure:") for sign in near for name in sign.names):
        return False
    return any(sign.names & licence.signs for other in scene.earlier(layout, 1) for sign in other.signs)


def _meant(kind: str, layout: Layout, sign: Sign) -> bool:
    """Whether a word only tells what something is for: an infinitive, a noun behind "for"; of so many, also behind "by"."""
    written = "to" in sign.features or (kind == "figure" and sign.pos == "verb" and "by" in sign.features)
    aside = written and nominal(layout, sign)
    return sign.aimed or aside or (sign.pos == "verb" and _doubted(layout, sign.first) and _open(layout, sign))


def _told_as_done(said: Stated) -> bool:
    """Whether what a claim asserts is a thing done, or one that stands so."""
    if said.kind == "event":
        return said.said.get("event") in DEEDS
    return said.kind in HELD or (said.kind == "corridor" and said.said.get("status") in STANDING)


def _tocome(kind: str, layout: Layout, sign: Sign) -> bool:
    """Whether a word tells what is to come, as all verbs of its clause do where a deed is told by no verb."""
    if kind != "event" or (sign.pos == "verb" and not nominal(layout, sign)):
        return _coming(layout, sign)
    verbs = [one for one in layout.within(*layout.clause(sign.first)) if _tells(layout, one)]
    if any(one.first == sign.first for one in verbs):
        verbs = [one for one in verbs if one.first == sign.first]
    return bool(verbs) and all(_coming(layout, one) for one in verbs)


def _tells(layout: Layout, sign: Sign) -> bool:
    """Whether a word is a verb that tells something."""
    return sign.pos == "verb" and sign.told and not nominal(layout, sign)


def _coming(layout: Layout, sign: Sign) -> bool:
    """Whether a verb tells what is to come: by its form, or by an auxiliary right before it."""
    if sign.pos != "verb" or nominal(layout, sign):
        return False
    if sign.turned and "stance" in sign.names:
        return False  # who says that he will not allow it does not
    if "future" in sign.features or (_doubted(layout, sign.first) and _open(layout, sign)):
        return True
    for at in range(sign.first - 1, max(layout.sentence.first, sign.first - REACH) - 1, -1):
        role = layout.roles.get(at, "")
        if role in COMING:
            return True
        if role not in AUXILIARY and (role or layout.order == "after"):
            return False
    return False


def _doubted(layout: Layout, at: int) -> bool:
    """Whether "may" stands right before a token, or a word that says the same before a verb of the present."""
    return layout.roles.get(at - 1) == "may" or any(
        m.last == at and m.attrs.get("present") == "may" for m in layout.of_kind("function"))


def _said(layout: Layout, sign: Sign) -> bool:
    """Whether a verb tells that something is said or wanted, and no word before it that this is to come, or in doubt."""
    if not _tells(layout, sign) or _coming(layout, sign):
        return False
    first = layout.clause(sign.first)[0]
    return not any(other.names & UNSURE for other in layout.within(first, sign.first) if other.last <= sign.first)


def _open(layout: Layout, sign: Sign) -> bool:
    """Whether a verb behind "may" has a form that tells nothing as done: what was perhaps done is told, with a doubt."""
    return bool(sign.features & {"base", "present"}) and "past" not in sign.features and layout.roles.get(sign.first - 1) != "to"


def _done(layout: Layout, sign: Sign) -> bool:
    """Whether a verb tells what was done; a promise was made, and what it promises was not."""
    done = "past" in sign.features and sign.features.isdisjoint({"base", "noun"})
    return done and sign.names.isdisjoint(WISHES) and _said(layout, sign)


def _hung(layout: Layout, first: int, last: int) -> bool:
    """Whether a word of a condition stands in a span, or before it in its clause."""
    return any(sign.names & CONDITIONS for sign in layout.within(_begin(layout, first), last))


def _begin(layout: Layout, first: int) -> int:
    """Where the clause of a span begins: with it, where a verb does that "and" is written onto."""
    if any(sign.first == first and "and" in sign.features and _tells(layout, sign) for sign in layout.within(first, first + 1)):
        return first
    return min(first, layout.clause(first)[0])
