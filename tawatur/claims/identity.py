"""Ids digest what does not change when dates resolve or people correct: document, kind, spans, ordinal."""

from collections.abc import Iterable
from hashlib import sha256

from tawatur.records import Evidence


def claim_id(document: str, kind: str, spans: Iterable[tuple[int, int]], ordinal: int = 0) -> str:
    """Sixteen hex digits; `ordinal` tells apart claims of one kind on the same spans."""
    where = ",".join(f"{start}-{end}" for start, end in spans)
    return sha256(f"{document}|{kind}|{where}|{ordinal}".encode()).hexdigest()[:16]


def evidence(text: str, *spans: tuple[int, int]) -> tuple[Evidence, ...]:
    """Spans with the words that stand there, without the white space around them."""
    return tuple(Evidence(start, end, text[start:end]) for start, end in (_trim(text, *span) for span in spans) if end > start)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
