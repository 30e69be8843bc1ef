"""What a report has told so far, for words that only point back to it: the strikes, the siege, the besieged district."""

from dataclasses import replace

from tawatur.claims.frames import is_nominal
from tawatur.claims.syntax import Syntax
from tawatur.records import Claim, Condition, Control, Event, Mention

NEAR = 3
"""Tokens before a noun in which the word stands that makes it a known one: "the latest air strikes"."""


class Heard:
    """The claims of a report in order, by what tells them apart first."""

    def __init__(self) -> None:
        self._told: dict[object, list[Claim]] = {}

    def again(self, claim: Claim, pointing: bool) -> Claim:
        """The claim; where its words only point back and add nothing, what they point to, told once more.

        `pointing`: whether the words stand for something that is known already (a definite noun, an epithet).
        """
        told = self._told.setdefault(_key(claim), [])
        known = next((one for one in reversed(told) if _adds_nothing(claim, one)), None) if pointing else None
        if known is not None:
            return replace(claim, content=known.content, chains=known.chains, time=known.time, places=known.places)
        told.append(claim)
        return claim


def pointing(syntax: Syntax, word: Mention) -> bool:
    """Whether a noun stands for something known: it is definite, and no number counts it."""
    if not is_nominal(syntax, word) or any(quantity.last > word.first for quantity in
                                           syntax.quantities_in(word.first - NEAR, word.last)):
        return False
    if "definite" in word.features:
        return True
    near = range(max(syntax.sentence.first, word.first - NEAR), word.first)
    opened = [at for at in near if syntax.roles.get(at) == "the"]
    return bool(opened) and opened[-1] not in syntax.new and not any(at > opened[-1] and at in syntax.roles for at in near)


def _key(claim: Claim) -> object:
    said = claim.content
    if isinstance(said, Event):
        return claim.kind, said.event, claim.modality
    if isinstance(said, Condition):
        return claim.kind, said.sector, said.barrier, claim.modality
    return (claim.kind, said.actor, said.status, claim.modality) if isinstance(said, Control) else claim.id


def _adds_nothing(claim: Claim, known: Claim) -> bool:
    """Whether a claim names neither doer, place nor time, and nothing else that the known one does not."""
    if claim.time is not None or not {place.name for place in claim.places} <= {place.name for place in known.places}:
        return False
    said, before = claim.content, known.content
    if isinstance(said, Event) and isinstance(before, Event):
        return said.mode in (None, before.mode) and said.actor in (None, before.actor) and said.target in (None, before.target)
    if isinstance(said, Condition) and isinstance(before, Condition):
        return set(said.responsible) <= set(before.responsible)  # who else stands in the clause are not whose hardship it is
    return isinstance(said, Control)
