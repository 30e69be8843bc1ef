"""The sheet that passes from stage to stage; each stage fills its own fields and touches no other."""

from dataclasses import dataclass, field

from tawatur.records.claim import Attribution, Claim, Refusal
from tawatur.records.document import Document, Setback
from tawatur.records.mention import Locality, Mention, Party, Quantity, Quotation, Temporal


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or one punctuation mark; `form` is folded (case, hamza, digits, diacritics)."""

    start: int
    end: int
    form: str
    kind: str  # word · number · punctuation


@dataclass(frozen=True, slots=True)
class Sentence:
    """A range of tokens in one language and one block; `first`/`last` half-open."""

    first: int
    last: int
    start: int
    end: int
    language: str
    role: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with all that was understood of it so far.

    Filled by: documents (`tokens`, `sentences`) · mentions (`mentions`, `quantities`, `times`, `localities`, `parties`,
    `quotations`) · resolution (replaces the last four by resolved ones) · attribution (`attributions`) · claims (`claims`)
    · grounding (`claims`, `refusals`). Sentences exist only for blocks that may say something.
    """

    document: Document
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Temporal, ...] = ()
    localities: tuple[Locality, ...] = ()
    parties: tuple[Party, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    setbacks: tuple[Setback, ...] = field(default=())

    def text(self, start: int, end: int) -> str:
        """The document's words between two code points."""
        return self.document.text[start:end]
