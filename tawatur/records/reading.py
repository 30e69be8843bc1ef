"""The sheet that passes from stage to stage; each stage fills its own fields and touches no other."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Protocol, TypeVar

from tawatur.records.claim import Attribution, Claim, Refusal
from tawatur.records.document import Document, Setback
from tawatur.records.mention import Locality, Mention, Party, Quantity, Quotation, Temporal
from tawatur.records.swift import swift


@swift
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


class Standing(Protocol):
    """Whatever stands at tokens of a reading."""

    @property
    def first(self) -> int: ...


Thing = TypeVar("Thing", bound=Standing)


def standing_in(things: Sequence[Thing], first: int, last: int) -> Sequence[Thing]:
    """Those that begin in a range of tokens. A reading keeps its things by place, so that not each need be asked."""
    low = bisect_left(things, first, key=_first)
    if low == len(things) or things[low].first >= last:  # mostly nothing stands there
        return things[:0]
    return things[low:bisect_left(things, last, lo=low + 1, key=_first)]


def by_kind(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Mentions by their kind; who asks for one kind need not go through all that stands in a sentence."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.kind, []).append(mention)
    return found


MONTH = "may"
"""The role of a word that is a month as well."""


def roles_of(function: Sequence[Mention], times: Iterable[Temporal]) -> dict[int, str]:
    """The grammatical role of the function word that begins at a token; the longest wins. A month hedges nothing: on 3 May."""
    found = {m.first: m.attrs["role"] for m in reversed(function) if "role" in m.attrs}
    if MONTH not in found.values():
        return found
    dated = {at for time in times for at in range(time.first, time.last)}
    return {at: role for at, role in found.items() if role != MONTH or at not in dated}


_first = attrgetter("first")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with all that was understood of it so far.

    Filled by: documents (`tokens`, `sentences`) · mentions (`mentions`, `quantities`, `times`, `localities`, `parties`,
    `quotations`) · resolution (replaces the last four by resolved ones; `country` is the one it plays in, ISO 3166) ·
    attribution (`attributions`) · claims (`claims`) · grounding (`claims`, `refusals`). Sentences exist only for blocks that
    may say something.
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
    country: str | None = None

    def text(self, start: int, end: int) -> str:
        """The document's words between two code points."""
        return self.document.text[start:end]
