"""A voice: a noun phrase that is made to speak, before anyone asks which earlier source it means."""

from dataclasses import dataclass, replace

from tawatur.records import Mention
from tawatur.records.swift import swift


@swift
@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as one sentence words it. `first`/`last` are tokens; `head` the folded word by which it is taken up again.

    `how`: `name` (known, or recognised by its form) · `bare` (taken for a name by its place alone) · `noun` · `pronoun` ·
    `own` (the outlet's) · `unknown` (a noun that no pack knows). `kind` as in the codebook.
    """

    first: int
    last: int
    text: str
    name: str
    kind: str
    how: str
    head: str = ""
    actor: str | None = None
    role: str | None = None
    definite: bool = False
    plural: bool = False
    known: str | None = None  # id in the packs
    of: str | None = None  # the outlet whose this person is
    employer: "Voice | None" = None  # the agency that this reporter works for
    anybody: bool = False  # a noun for whatever organisation spoke last ("the group")
    via: str | None = None  # a broadcaster's voice is a broadcast
    stated: bool = False  # a paper that only holds what somebody stated

    @property
    def named(self) -> bool:
        return self.how in ("name", "bare")


@swift
@dataclass(frozen=True, slots=True)
class Phrase:
    """Voices named together, and where their phrase ends: `core` before its prepositions, `last` with them."""

    first: int
    core: int
    last: int
    voices: tuple[Voice, ...]


def heard(voice: Voice) -> Voice:
    """One who is told something: "the paper", with no name, is the outlet itself unless another was named before."""
    return replace(voice, how="own") if voice.how == "noun" and voice.definite else voice


def person_voice(base: Voice, name: Mention, head: str, role: str) -> Voice:
    """A voice that is a person of the packs; `head` is the folded word that takes the name up again."""
    return replace(
        base,
        name=name.form,
        kind="person",
        how="name",
        head=head,
        known=name.attrs.get("id"),
        actor=name.attrs.get("actor") or base.actor,
        role=role or None,
    )


def party_voice(base: Voice, name: Mention, head: str) -> Voice:
    """A voice that is an outlet or an actor of the packs."""
    outlet = name.kind == "outlet"
    return replace(
        base,
        name=name.form,
        kind="agency" if outlet else "organisation",
        how="name",
        head=head,
        known=name.attrs.get("id"),
        actor=name.attrs.get("speaks_for" if outlet else "id"),
    )
