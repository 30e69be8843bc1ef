"""How a word and a party stand in a sentence: what governs a party, whether a word is a noun, whether it is passive."""

from tawatur.grounding.scene import GOVERNING, HARD, Layout, Sign
from tawatur.records import Party
from tawatur.records.swift import kept
from tawatur.text import COMMAS

CLITIC = frozenset({"to", "by", "like"})
BESIDE = 3
"""Tokens between a noun and its possessor."""

ACTING = frozenset({"unnamed", "office"})
"""Kinds of voices that are people, and may act for a body."""
TELLING = frozenset({"speech", "terms", "measures", "place", "actor"})
"""Kinds of mentions that no adjective of somebody is."""
ADJECTIVES = 2
"""Words that may stand between somebody and the body that he is in."""


@kept
def governed(layout: Layout, party: Party) -> str:
    """The role of the preposition before a party, or nothing; through the list that it stands in."""
    clitic = party.features & CLITIC
    if clitic:
        return min(clitic)
    for at in range(party.first - 1, max(layout.sentence.first, party.first - 4) - 1, -1):
        role = layout.roles.get(at, "")
        if role in GOVERNING and _bounds(layout, at):
            continue
        if party.how == "pronoun" and at < party.first - 1:
            return ""  # on some occasions they …
        if role in GOVERNING:
            free = at in layout.filled or at in layout.offices or _in_a_body(layout, at) or _taken(layout, at, party)
            return "" if free or (role == "of" and _counted(layout, at)) else role
        if at in layout.duties:
            return "on"
        if role == "and" or layout.form(at) in COMMAS:
            before = [other for other in layout.parties if other.last == at]
            goes_on = role == "and" or layout.roles.get(party.last) == "and" or _listed_on(layout, party)
            return governed(layout, before[-1]) if before and goes_on else ""
        if any(other.first <= at < other.last for other in layout.parties if other is not party):
            return ""  # what governs the one before governs that one alone
        if (
            role not in ("", "the")
            or layout.form(at) in HARD
            or any(sign.first <= at < sign.last and sign.pos == "verb" for sign in layout.signs)
        ):
            return ""
    return ""


def _in_a_body(layout: Layout, at: int) -> bool:
    """Whether a preposition says in which body somebody is, behind his adjectives: "a senior commander | in | the army"."""
    if layout.roles.get(at) != "in" or not layout.language.has("agreeing_modifier"):
        return False
    near = [m for m in layout.of_kind("voices") if 0 <= at - m.last <= ADJECTIVES and m.attrs.get("kind") in ACTING]
    voice = next((m for m in near if "definite" not in m.features), None)
    placed = any(one.first == at + 1 for one in layout.localities)
    return voice is not None and not placed and not any(
        m.kind in TELLING for m in layout.mentions if voice.last <= m.first < at)


def owner(layout: Layout, party: Party) -> bool:
    """Whether a party owns what stands before it as the subject: "a drone belonging to | Bravo | struck the station"."""
    if party.last >= layout.sentence.last or layout.roles.get(party.first - 1) != "belongs" or "to" not in party.features:
        return False
    return layout.form(party.last)[:1].isalnum() and party.last not in layout.roles


def _bounds(layout: Layout, at: int) -> bool:
    """Whether a preposition only begins a number: around 300 fighters, at least nine porters."""
    return any(quantity.first <= at < quantity.last - 1 for quantity in layout.quantities)


def _listed_on(layout: Layout, party: Party) -> bool:
    """Whether a comma behind a party leads on to a further one."""
    if party.last >= layout.sentence.last or layout.form(party.last) not in COMMAS:
        return False
    return any(party.last < other.first <= party.last + 2 for other in layout.parties)


def _counted(layout: Layout, at: int) -> bool:
    """Whether a word for "of" stands behind a number: dozens of rebels do what rebels do."""
    return any(quantity.first < at <= quantity.last for quantity in layout.quantities)


def _taken(layout: Layout, at: int, party: Party) -> bool:
    """Whether a preposition has a time for its noun, and the party stands behind that: in recent weeks rebels …"""
    return any(at < time.last <= party.first and at <= time.first <= at + BESIDE for time in layout.times)


def nominal(layout: Layout, sign: Sign) -> bool:
    """Whether a word is a noun here."""
    if sign.pos == "noun" or (sign.pos != "verb" and "noun" in sign.features):
        return True
    if sign.pos != "verb":
        return False
    if "noun" in sign.features:
        written = bool(sign.features & {"to", "by", "definite"})
        return written or not sign.features & {"past", "present"} or layout.roles.get(sign.first - 1, "") in GOVERNING
    return "base" in sign.features and layout.roles.get(sign.first - 1) == "the"


def passive(layout: Layout, sign: Sign) -> bool:
    """Whether the one who does it stands behind "by", or nowhere."""
    if "passive" in sign.features:
        return True
    if "participle" not in sign.features or "active" in sign.features:
        return False
    before = [layout.roles.get(at, "") for at in range(max(layout.sentence.first, sign.first - 3), sign.first)]
    return "be" in before or ("have" not in before and layout.roles.get(sign.last) == "by")
