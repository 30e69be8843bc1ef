"""What the packs do not know of the reports of a case, counted, with examples."""

from collections import Counter
from dataclasses import dataclass, field

from tawatur.claims.gaps import KINDS, Gap, GapKind
from tawatur.claims.gaps import gaps as found_in
from tawatur.packs import Packs
from tawatur.pipeline import understand
from tawatur.ports import Store
from tawatur.records import Document

EXAMPLES = 2
LONGEST = 120
"""Characters of an example's sentence."""


@dataclass(frozen=True, slots=True)
class Example:
    """Where a gap was met: the report's name, and the words around it."""

    report: str
    text: str


@dataclass(slots=True)
class Missing:
    """Something that no row knows, in all its forms; `text` as most reports write it."""

    kind: GapKind
    forms: Counter[str] = field(default_factory=Counter)
    examples: list[Example] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.forms.most_common(1)[0][0]

    @property
    def count(self) -> int:
        return self.forms.total()


def gaps(case: Store, packs: Packs) -> list[Missing]:
    """The gaps of a case's reports as these packs read them, by kind, the most frequent first.

    Words count by their folded form, each sentence by itself.
    """
    found: dict[tuple[GapKind, str], Missing] = {}
    for document in case.documents():
        for gap in found_in(understand(document, packs), packs):
            key = (gap.kind, packs.folding.fold(gap.text) if gap.kind in KINDS[:5] else gap.text)
            one = found.setdefault(key, Missing(gap.kind))
            one.forms[gap.text] += 1
            example = Example(document.name, around(document, gap))
            if len(one.examples) < EXAMPLES and example not in one.examples:
                one.examples.append(example)
    return sorted(found.values(), key=lambda one: (KINDS.index(one.kind), -one.count, one.text))


def around(document: Document, gap: Gap) -> str:
    """The gap's sentence on one line, cut to what an eye takes in, with the gap in it."""
    first, last = gap.sentence
    if last - first <= LONGEST:
        return " ".join(document.text[first:last].split())
    begin = max(first, min(gap.start - LONGEST // 3, last - LONGEST))
    cut = document.text[begin:begin + LONGEST]
    if begin > first:
        cut = "…" + cut.partition(" ")[2]
    if begin + LONGEST < last:
        cut = cut.rpartition(" ")[0] + "…"
    return " ".join(cut.split())
