"""One act of speech in a sentence: its cue, who is made to speak, and the tokens that are said."""

from dataclasses import dataclass, field

from tawatur.attribution.line import Cue
from tawatur.attribution.voice import Voice


@dataclass(slots=True)
class Said:
    """What a construction gave; mutable while the sentence is being read, never after.

    `voices` is empty where the verb leaves out who speaks. `relays` stand between the outlet and the voices. `start` is where
    the clause of speech begins (subject or cue, whichever comes first), `stop` where it ends. `trailing` when the words come
    before it, and it governs them as a whole. `joined` when it stands beside what came before, not under it.
    """

    cue: Cue
    voices: tuple[Voice, ...]
    content: list[tuple[int, int]]
    start: int
    stop: int
    relays: tuple[Voice, ...] = ()
    via: str | None = None
    trailing: bool = False
    joined: bool = True
    denies: bool = False
    continues: bool = False
    aside: bool = False  # said in passing of one thing; stands under nothing and cuts nothing
    role: str | None = None
    actor: str | None = None
    governs: list["Said"] = field(default_factory=list)
    parents: list["Said"] = field(default_factory=list)
