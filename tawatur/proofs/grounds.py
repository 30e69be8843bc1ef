"""The words that lines are held against, normalised: digits of both scripts, number words, and spellings folded away."""

from collections.abc import Callable, Iterator, Sequence

from tawatur import documents as stage
from tawatur import mentions
from tawatur.briefing.runs import shown
from tawatur.grounding.numbers import amounts
from tawatur.grounding.scene import Scene
from tawatur.mentions.numbers import digits
from tawatur.packs import Packs
from tawatur.records import Block, Claim, Document
from tawatur.records.document import SAYING
from tawatur.text import tokenize
from tawatur.text.folding import Mapped

AROUND = 60
"""Characters before and after a name that is cited from elsewhere in a report."""
MAPPED = 500
"""Reports whose folded text is kept with the way back to what was written; it takes many times the room of the text."""
_SHORT = 4
"""Letters below which a name must stand as a word of its own."""


Read = tuple[int, int, str]
"""Where words stand, half-open, and the id of whom they were read as."""


class Grounds:
    """The texts of a case's reports. `parties` gives where in a report (by its id) words were read as whom, by whatever name."""

    def __init__(self, documents: Sequence[Document], packs: Packs, parties: Callable[[str], Sequence[Read]]) -> None:
        self.documents = {document.id: document for document in documents}
        self.packs, self._parties = packs, parties
        self._words: dict[str, frozenset[float]] = {}
        self._mapped: dict[str, Mapped] = {}

    def counts(self, number: float, claim: Claim) -> bool:
        """Whether a number stands in a claim's words: in digits, in words, or as the end of a vague one."""
        if any(digits(token.form) == number for one in claim.evidence for token in tokenize(one.quote, self.packs.folding)):
            return True
        if claim.id not in self._words:
            self._words[claim.id] = frozenset(value for one in claim.evidence for value in self._worded(claim, one.quote))
        return number in self._words[claim.id]

    def _worded(self, claim: Claim, words: str) -> Iterator[float]:
        """All numbers that the rules read in some words by themselves."""
        language = self.documents[claim.document].language
        body = Block("body", 0, len(words), language=language)
        piece = Document("piece", "piece", "", words, language=language, blocks=(body,))
        reading = mentions.annotate(stage.segment(piece, self.packs), self.packs)
        scene = Scene(reading, self.packs)
        for number, sentence in enumerate(reading.sentences):
            for amount in amounts(scene.layout(number), sentence.first, sentence.last):
                yield from (end for end in (amount.value, amount.low, amount.high) if end is not None)

    def resolved(self, claim: Claim, id: str) -> bool:
        """Whether some of a claim's words were read as this party."""
        return any(actor == id and one.start < end and start < one.end
                   for start, end, actor in self._parties(claim.document) for one in claim.evidence)

    def read_as(self, document: str, id: str, before: int) -> tuple[int, int] | None:
        """Where in a report words were read as this party: the last time before a place in the text, else the first time."""
        spots = sorted((start, end) for start, end, actor in self._parties(document) if actor == id)
        ahead = [spot for spot in spots if spot[1] <= before]
        return ahead[-1] if ahead else spots[0] if spots else None

    def holds(self, words: str, names: Sequence[str]) -> bool:
        """Whether one of these names stands in some words, in whatever spelling."""
        folded = self.packs.folding.fold(words)
        return any(_stands(self.packs.folding.fold(name), folded) for name in names)

    def quoted(self, words: str, text: str) -> bool:
        """Whether words stand in a text letter by letter, but for blanks and signs that cannot be seen."""
        return shown(words).casefold() in shown(text).casefold()

    def elsewhere(self, document: str, names: Sequence[str], before: int) -> tuple[int, int] | None:
        """Where in the saying parts of a report a name stands: the last time before a place in the text, else the first time."""
        if document not in self._mapped:
            if len(self._mapped) >= MAPPED:
                self._mapped.clear()
            self._mapped[document] = self.packs.folding.map(self.documents[document].text)
        mapped = self._mapped[document]
        spots = [mapped.back(at, at + len(folded)) for name in names if (folded := self.packs.folding.fold(name))
                 for at in _all(folded, mapped.form)]
        spots = sorted(spot for spot in spots if self._says(document, spot[0]))
        ahead = [spot for spot in spots if spot[1] <= before]
        return ahead[-1] if ahead else spots[0] if spots else None

    def around(self, document: str, start: int, end: int) -> str:
        """The words around a place in a report, cut at blanks, from its own line."""
        text = self.documents[document].text
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        last = len(text) if last < 0 else last
        left, right = max(first, start - AROUND), min(last, end + AROUND)
        while left > first and not text[left - 1].isspace():
            left -= 1
        while right < last and not text[right].isspace():
            right += 1
        return text[left:right].strip()

    def _says(self, document: str, at: int) -> bool:
        blocks = self.documents[document].blocks
        return not blocks or any(block.start <= at < block.end and block.role in SAYING for block in blocks)


def _stands(name: str, words: str) -> bool:
    return bool(name) and any(True for _ in _all(name, words))


def _all(name: str, words: str) -> Iterator[int]:
    """Where a folded name stands in folded words; a short one only as a word of its own."""
    at = words.find(name)
    while at >= 0:
        ends = (words[at - 1:at], words[at + len(name):at + len(name) + 1])
        if len(name) >= _SHORT or not any(end.isalnum() for end in ends):
            yield at
        at = words.find(name, at + 1)
