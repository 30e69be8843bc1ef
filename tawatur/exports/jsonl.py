"""JSON Lines by the codebook: the complete local record, marked as not redacted."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from tawatur import __version__
from tawatur.ports import Store
from tawatur.records.written import entitled

VERSION = 1
"""The codebook's version that the records are written by."""
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def lines(case: Store, derived: Iterable[Any] = ()) -> Iterator[str]:
    """One record a line, the header first, then those of the case, then `derived` ones (links, facts, episodes).

    The same case gives the same lines.
    """
    documents = list(case.documents())
    yield _dumps(header(max((document.acquired.at for document in documents if document.acquired), default=None)))
    records: Iterator[Any] = chain(documents, case.attributions(), case.claims(), case.actors(), case.places(),
                                   case.setbacks(), case.refusals(), case.reviews(), derived)
    for record in records:
        yield _dumps(entitled(record))


def header(as_of: str | None) -> dict[str, Any]:
    """What stands above the records; `as_of` is when the newest report came in."""
    return {"type": "export", "codebook": VERSION, "program": f"tawatur {__version__}", "as_of": as_of, "redacted": False,
            "note": "complete local record, not for sharing, not for navigation"}
