"""The chain of digests: each entry seals itself and the one before it, its words by a salted digest that outlives them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from tawatur.records import Draft, Review

NOTHING = "0" * 64
"""What stands for the digest of the entry before the first."""
SHORT = 16
"""Digits of a digest that make an entry's id."""
HEADER = ("number", "target", "action", "others", "documents", "by", "at", "body", "previous")
BODY = ("before", "after", "read", "note", "salt")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is not as it was sealed: where, and in what way."""

    where: str
    reason: str


def sealed(draft: Draft, last: Review | None, salt: str) -> Review:
    """A decision as the entry behind the last one; `salt` is a random word that keeps its digest from being guessed at."""
    entry = Review(
        number=last.number + 1 if last else 1, id="", target=draft.target, action=draft.action, others=draft.others,
        documents=draft.documents, before=draft.before, after=draft.after, read=draft.read, by=draft.by, at=draft.at,
        note=draft.note, salt=salt, body="", previous=last.digest if last else NOTHING, digest="")
    entry = replace(entry, body=_digest(entry, BODY))
    digest = _digest(entry, HEADER)
    return replace(entry, digest=digest, id=digest[:SHORT])


def erased(entry: Review) -> Review:
    """The entry without its words, as it stays behind when a report of its is forgotten."""
    return replace(entry, before=None, after=None, read=None, note="", salt="")


def flaws(entries: Sequence[Review], count: int, head: str) -> list[Flaw]:
    """Whatever is not as it was sealed; `count` and `head` are the number and the digest of the last entry, kept apart."""
    found: list[Flaw] = []
    previous, forgotten = NOTHING, _forgotten(entries)
    for number, entry in enumerate(entries, 1):
        where = f"entry {number}"
        if entry.number != number:
            found.append(Flaw(where, f"bears the number {entry.number}: entries were removed, added or moved"))
        if entry.previous != previous:
            found.append(Flaw(where, "does not carry the digest of the entry before it"))
        if entry.digest != _digest(entry, HEADER) or entry.id != entry.digest[:SHORT]:
            found.append(Flaw(where, "is not what was sealed: its digest does not fit it"))
        if not entry.salt and entry == erased(entry):
            if forgotten.get(_reports(entry), 0) <= number:
                found.append(Flaw(where, "lost its words, and no report of its was forgotten"))
        elif entry.body != _digest(entry, BODY):
            found.append(Flaw(where, "says something else than what was sealed"))
        previous = entry.digest
    if (len(entries), previous) != (count, head):
        found.append(Flaw("the end of the ledger", f"is not where it was sealed: {count} entries were written, "
                                                   f"{len(entries)} are here"))
    return found


def _reports(entry: Review) -> frozenset[str]:
    return frozenset(entry.documents)


def _forgotten(entries: Sequence[Review]) -> Mapping[frozenset[str], int]:
    """By sets of reports that entries belong to, the last entry by which one of them was forgotten."""
    last = {entry.target: entry.number for entry in entries if entry.action == "forget"}
    return {_reports(entry): max((last.get(document, 0) for document in entry.documents), default=0) for entry in entries}


def _digest(entry: Review, fields: Sequence[str]) -> str:
    values: dict[str, Any] = {name: getattr(entry, name) for name in fields}
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
