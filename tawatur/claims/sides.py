"""Who is a side of a conflict, who only asks on others' behalf, and from which side a position is told."""

from collections.abc import Iterable

from tawatur.claims.standing import THIRD
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Party

MEDIATING = frozenset({"un_body", "agency", "monitor", "people", "local_body", "court"})
"""Kinds of actors whose wishes are appeals: they have nothing to give in the bargain."""
FORCE = "armed_group"
"""The kind of those who are a side wherever they turn up."""
FIGHTING = frozenset({FORCE, "army"})
BARGAINING = FIGHTING | {"state", "government", "coalition"}
PEOPLE = "people"
"""The packs' kind of those who live there: they belong to a side of the conflict, and bargain for none."""


def kind(syntax: Syntax, actor: str | None) -> str:
    """The kind of an actor: the packs', or what the report calls it; nothing for one of whom neither tells."""
    known = syntax.packs.actors.get(actor or "")
    return known.kind if known else syntax.standing.kinds.get(actor or "", "")


def mediates(syntax: Syntax, actor: str | None) -> bool:
    """Whether an actor has nothing of its own to bargain with."""
    return kind(syntax, actor) in MEDIATING


def takes_part(syntax: Syntax, actor: str | None) -> bool:
    """Whether an actor is a side of the conflict, so that what it calls for is a demand."""
    known = syntax.standing.sides.get(actor or "", THIRD) != THIRD or kind(syntax, actor) == FORCE
    return known and not mediates(syntax, actor)


def same_side(syntax: Syntax, actor: str, others: Iterable[str]) -> bool:
    """Whether an actor is on one side of the conflict with any other of some."""
    sides = syntax.standing.sides
    side = sides.get(actor, THIRD)
    return side != THIRD and any(sides.get(other) == side and other != actor for other in others)


def bargains(syntax: Syntax, actor: str | None) -> bool:
    """Whether an actor has an army or a state to bargain with."""
    return kind(syntax, actor) in BARGAINING


def may_bargain(syntax: Syntax, party: Party) -> bool:
    """Whether a party has an army or a state to bargain with, or is described as one that has."""
    if party.actor is not None:
        return bargains(syntax, party.actor)
    return party.how == "description" and any(f"kind:{one}" in party.features for one in (*BARGAINING, "alliance"))


def calls_as_a_side(syntax: Syntax, caller: Party | None, actor: str | None, first: int, last: int) -> bool:
    """Whether a call is a demand: by a side of the conflict, or by a state's own forces or government on armed men."""
    if takes_part(syntax, actor):
        return True
    if caller is None or kind(syntax, actor) not in ("state", "government", *FIGHTING):
        return False
    organ = any(m.kind == "voices" and m.attrs.get("kind") == "organisation" and caller.first <= m.first < caller.last
                for m in syntax.mentions)
    armed = any(kind(syntax, other.actor) in FIGHTING for other in syntax.parties_in(first, last))
    return organ and (armed or any(term.attrs.get("value") == "fighters" for term in syntax.within(first, last)))


def going(syntax: Syntax, party: str | None) -> str:
    """The people meant where a party speaks of going out and names none: its own."""
    return "fighters" if kind(syntax, party) in FIGHTING else ""


def leaving(syntax: Syntax, party: str | None) -> str:
    """The people meant where a party speaks of going itself: its fighters, or the troops of a state."""
    return going(syntax, party) or ("troops" if kind(syntax, party) in ("state", "government") else "")


def told_by(syntax: Syntax, voices: Voices, start: int, party: str) -> str:
    """Whether a position is told by the party itself, by another side of the conflict, or by a third."""
    speaker = voices.speaker(start)
    if speaker is None or (kind(syntax, speaker) == PEOPLE and speaker != party):
        return THIRD
    if speaker == party or _whole(syntax, speaker) == _whole(syntax, party):
        return "self"
    mine, theirs = syntax.standing.sides.get(party, THIRD), syntax.standing.sides.get(speaker, THIRD)
    return THIRD if THIRD in (mine, theirs) or mine == theirs else "counterpart"


def _whole(syntax: Syntax, actor: str) -> str:
    known = syntax.packs.actors.get(actor)
    return known.part_of if known and known.part_of else actor
