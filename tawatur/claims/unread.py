"""Sentences that may matter, and from which nothing was read: what a briefing owns up to."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from tawatur.records import Evidence, Mention, Reading, Sentence, Unread, standing_in

_Holds = Literal["number", "refusal", "way"]
_STANCES = ("rejects", "prevents")


def unread(reading: Reading) -> tuple[Unread, ...]:
    """Sentences without any claim that count people or things, refuse something, or name a way out or in."""
    return tuple(
        Unread(reading.document.id, Evidence(sentence.start, sentence.end, reading.text(sentence.start, sentence.end)), holds)
        for sentence in _silent(reading) if (holds := _holding(reading, sentence)))


def _silent(reading: Reading) -> Iterator[Sentence]:
    spans = sorted((one.start, one.end) for claim in reading.claims for one in claim.evidence)
    starts = [start for start, _ in spans]
    for sentence in reading.sentences:
        before = spans[:bisect_left(starts, sentence.end)]
        if not any(end > sentence.start for _, end in before):
            yield sentence


def _holding(reading: Reading, sentence: Sentence) -> _Holds | None:
    """What the sentence holds; a refusal says more than a way, and a way more than a number."""
    within = standing_in(reading.mentions, sentence.first, sentence.last)
    if any(_refuses(mention) for mention in within):
        return "refusal"
    if any(mention.kind == "terms" and mention.attrs.get("class") == "way" for mention in within):
        return "way"
    counted = standing_in(reading.quantities, sentence.first, sentence.last)
    return "number" if any(one.unit or one.population or one.measure for one in counted) else None


def _refuses(mention: Mention) -> bool:
    return mention.kind == "terms" and mention.attrs.get("class") == "stance" and mention.attrs.get("value") in _STANCES
