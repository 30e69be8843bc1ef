"""Whether a case is what it was: the ledger whole, the decisions where it says, the reports and their quotations untouched."""

from collections.abc import Iterator
from hashlib import sha256

from tawatur.errors import CaseError
from tawatur.ports import Filter, Store
from tawatur.records import Document, Review
from tawatur.review import Flaw, flaws, settle

ID = 16
"""Digits of a digest that make a report's id."""


def verify(case: Store, head: str | None = None) -> Iterator[Flaw]:
    """All that is not as it was written; `head` is the digest of an entry that somebody noted earlier, or its beginning.

    Whoever can write to the file can also write a whole new ledger with digests that fit: only a noted digest shows that.
    """
    try:
        entries = list(case.reviews())
    except CaseError as error:
        yield Flaw("the ledger", str(error))
        return
    yield from flaws(entries, *case.seal())
    if head is not None and not any(head and entry.digest.startswith(head) for entry in entries):
        yield Flaw("the ledger", f"holds no entry with the digest {head} that you noted: it is not the one that you saw")
    forgotten = {entry.target for entry in entries if entry.action == "forget"}
    for document in case.documents():
        if document.id in forgotten:
            yield Flaw(f"report {document.id}", "was forgotten, and is here")
        yield from _report(case, document)
        mine = [entry for entry in entries if document.id in entry.documents]
        if mine != list(case.reviews(document.id)):
            yield Flaw(f"report {document.id}", "some decisions on it are no longer found with it")
        yield from _claims(case, document, mine)


def _report(case: Store, document: Document) -> Iterator[Flaw]:
    where = f"report {document.id}"
    try:
        digest = sha256(case.original(document.id)).hexdigest()
    except CaseError as error:
        yield Flaw(where, str(error))
        return
    if digest != document.sha256 or not digest.startswith(document.id) or len(document.id) != ID:
        yield Flaw(where, "its bytes are not those that were handed in")


def _claims(case: Store, document: Document, entries: list[Review]) -> Iterator[Flaw]:
    held = list(case.claims(Filter(documents=(document.id,))))
    for claim in held:
        if any(document.text[one.start:one.end] != one.quote for one in claim.evidence):
            yield Flaw(f"claim {claim.id}", "its quotation does not stand in the report")
    due = {each.claim.id: each.claim for each in settle(case.suggested(document.id), entries)}
    for claim in held:
        if claim != due.pop(claim.id, None):
            yield Flaw(f"claim {claim.id}", "is not what the ledger says of it")
    for id in due:
        yield Flaw(f"claim {id}", "is in the ledger, and not in the case")
