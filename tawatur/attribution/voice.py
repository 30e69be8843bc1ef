"""A voice: a noun phrase that is made to speak, before anyone asks which earlier source it means."""

from dataclasses import dataclass, replace


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
    via: str | None = None  # a broadcaster's voice is a broadcast

    @property
    def named(self) -> bool:
        return self.how in ("name", "bare")


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
