"""Lines on their way to becoming blocks: what each was taken for, and why."""

import re
from dataclasses import dataclass, field

from tawatur.documents.lines import Line, stopped
from tawatur.records.document import Role
from tawatur.text import Breaks

_OPEN = frozenset(":،,;؛-–—")
_BULLETS = frozenset("-–—•*▪·●■►")
_NUMBERED = re.compile(r"\d{1,2}\s?[.)\-–]")
_TALLY = 6
LONG, SENTENCE, HEADLINE = 20, 8, 18


@dataclass(slots=True)
class Mark:
    """A line, its role once it has one, and cuts: offsets from which it is something else."""

    line: Line
    stopped: bool
    role: Role | None = None
    reason: str = ""
    cuts: list[tuple[int, Role, str]] = field(default_factory=list)

    def take(self, role: Role, reason: str) -> None:
        self.role, self.reason = role, reason

    @property
    def long(self) -> bool:
        """Whether it is a paragraph by its length."""
        return self.line.words >= LONG or (self.stopped and self.line.words >= SENTENCE)

    @property
    def headline(self) -> bool:
        """Whether it looks like a headline: short, and not ended as a sentence (a question may be one)."""
        text = self.line.text
        return self.line.words <= HEADLINE and text[-1] not in _OPEN and (not self.stopped or text.rstrip()[-1] in "?؟…")

    @property
    def bullet(self) -> bool:
        """Whether it begins as the items of lists do."""
        return self.line.text[0] in _BULLETS or bool(_NUMBERED.match(self.line.text))

    @property
    def item(self) -> bool:
        """Whether it looks like an item of a list within the report: with a bullet, or a few words and a number."""
        return self.bullet or (self.line.words <= _TALLY and self.line.text[-1].isdecimal())


def marks(found: list[Line], breaks: Breaks) -> list[Mark]:
    """Fresh marks of lines."""
    return [Mark(line, stopped(line.text, breaks)) for line in found]
