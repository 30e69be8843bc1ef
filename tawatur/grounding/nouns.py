"""Whose doing a noun tells: before it or behind it, as the language has it; between two; by who leaves or gives himself up."""

from collections.abc import Iterator

from tawatur.grounding.scene import GOVERNING, Layout, Sign
from tawatur.grounding.stands import BESIDE, CLITIC, governed
from tawatur.records import Party
from tawatur.text import COMMAS

OWNED = frozenset({"stance", "appeal", "proposal", "control", "measure:area_held"})
LEAVING = frozenset({"exit", "measure:exited"})
"""Words of a way out: who is taken out goes."""
GOING = LEAVING | {"measure:surrendered", "event:RETREAT:disarm", "event:RETREAT:withdraw", "arrival", "entry"}
"""Words whose noun tells who goes, comes or gives up by the one whose it is."""
SHARED = frozenset({"event:ASSAULT", "event:CONSULT", "event:AGREE", "event:AID", "talks", "deal"})
"""Words for what two sides do."""
PRONOUNS = frozenset({"its", "their", "our"})  # written onto a noun
RIGHT = 7
"""Tokens after its verb within which a subject may stand where the verb comes first."""


def possessors(layout: Layout, sign: Sign) -> Iterator[Party]:
    """Before the noun or behind it, as the language has it; and behind "by" in any.

    What is done to somebody is told by the same construction (the bombing of the rebels), so only stances have their party so.
    """
    own = bool(sign.names & OWNED)
    if sign.names & {"stance", "appeal"} and layout.order == "after" and sign.features & PRONOUNS:
        return  # the pronoun written onto it is whose it is: what stands behind is its object
    if layout.language.grammar.get("possessor") == "before":
        for party in reversed(layout.parties):
            if 0 <= sign.first - party.last <= BESIDE and not parted(layout, party.last, sign.first):
                yield party
    else:
        yield from (party for party in layout.parties if party.how == "demonym" and _qualifies(layout, party, sign))
    if own and layout.language.grammar.get("possessor") != "before":
        for party in layout.parties:
            near = 0 <= party.first - sign.last <= 2 and reached(layout, sign.last, party.first)
            if near and (not party.features & CLITIC or (party.first == sign.last and party.features & {"to"})):
                yield party
    named = any(party.first == sign.last and party.how != "demonym" and not governed(layout, party) for party in layout.parties)
    for party in layout.parties:
        if named and party.features & CLITIC:
            continue  # with the help of others
        role = governed(layout, party) if sign.last <= party.first < sign.last + 6 else ""
        comes = role == "from" and "control" not in sign.names and _comes(layout, sign, party)  # taken from, not held by
        if role == "by" or comes or (own and role == "of"):
            yield party

def _comes(layout: Layout, sign: Sign, party: Party) -> bool:
    """Whether what comes from a party is the noun itself, and no place that somebody means to take from him."""
    return not any(layout.roles.get(at) in ("to", "that", "which") for at in range(sign.last, party.first - 1))


def headed(layout: Layout, sign: Sign) -> list[Party]:
    """The party that a relative clause hangs on whose verb has a noun for its object: the army, which answered with strikes."""
    first, _ = layout.clause(sign.first)
    if layout.roles.get(first) != "which" or any(first < party.first < sign.first for party in layout.parties):
        return []
    return [party for party in layout.parties if 0 <= first - party.last <= 1][-1:]

def going(layout: Layout, sign: Sign) -> list[Party]:
    """Who leaves, comes or gives up by a noun of that: the evacuation of rebels and civilians, the surrender of the garrison."""
    if not sign.names & GOING:
        return []
    before = layout.language.grammar.get("possessor") == "before"
    head = next((party for party in layout.parties if 0 <= party.first - sign.last <= (BESIDE if before else 1)
                 and governed(layout, party) == ("of" if before else "") and party.how != "demonym"
                 and (before or reached(layout, sign.last, party.first))), None)
    return [] if head is None else [head, *listed(layout, head)]

def between(layout: Layout, sign: Sign) -> list[Party]:
    """The two sides of what is done between them: clashes between rebels and the army, a convoy of two agencies."""
    if not sign.names & SHARED:
        return []
    last = layout.clause(sign.first)[1]
    head = next((party for party in layout.parties if sign.last <= party.first < min(last, sign.last + RIGHT)
                 and governed(layout, party) == "between"), None)
    return [] if head is None else [head, *listed(layout, head)]

def compound(layout: Layout, sign: Sign) -> Party | None:
    """Whose a word is that is written like a verb: a preposition before its party makes it a noun (under rebel control)."""
    if sign.pos != "verb" or not sign.names & OWNED or not {"base"} <= sign.features or layout.order == "after":
        return None
    return next((party for party in layout.parties if party.last == sign.first and governed(layout, party)), None)

def held_by(layout: Layout, sign: Sign) -> list[Party]:
    """Who stands behind several words for holding that end before him: in the hands of, back under."""
    open_ended = layout.roles.get(sign.last - 1) in ("to", "by", "of")
    near = 2 if open_ended else 0 if not sign.pos else -1
    return [party for party in layout.parties if 0 <= party.first - sign.last <= near][:1]

def _qualifies(layout: Layout, party: Party, sign: Sign) -> bool:
    """Whether an adjective of a nation stands behind a noun as its own: the Russian bombing, the Russian air strikes."""
    between = party.first - sign.last
    return between == 0 or (between == 1 and any(other.first == sign.last for other in layout.signs))

def listed(layout: Layout, head: Party) -> Iterator[Party]:
    """The parties named together with one."""
    end = head.last
    for party in layout.parties:
        between = range(end, party.first)
        if end <= party.first <= end + 2 and not party.features & CLITIC and (
            "and" in party.features or any(layout.roles.get(at) == "and" or layout.form(at) in COMMAS for at in between)
        ):
            yield party
            end = party.last

def parted(layout: Layout, first: int, last: int) -> bool:
    """Whether a function word that opens something else, or a verb, stands between a noun and its possessor."""
    if any(layout.roles.get(at, "") not in ("", "have", "and", "not", "no", "the") for at in range(first, last)):
        return True
    return any(sign.pos == "verb" and sign.told for sign in layout.within(first, last) if sign.first >= first)

def reached(layout: Layout, first: int, last: int) -> bool:
    """Whether no other verb, no other word of weight with a preposition, and no function word stands between."""
    if any(layout.roles.get(at, "") in GOVERNING | {"that"} and at not in layout.filled for at in range(first, last)):
        return False
    between = [m for m in layout.mentions if first <= m.first and m.last <= last]
    return not any((m.features & CLITIC) or (m.kind == "terms" and m.attrs["class"] != "people") for m in between)
