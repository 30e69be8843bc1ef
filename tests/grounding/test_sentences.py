"""The regression list: what a sentence licenses passes, and what it does not is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from tawatur.grounding import Gate
from tests.grounding.named import LIGHT, LIMITED, NAMED
from tests.grounding.sentences import ROWS, Row
from tests.grounding.turns import TURNS
from tests.grounding.whose import COUNTED, TOLD, WHOSE

ALL = (*ROWS, *TURNS, *WHOSE, *COUNTED, *TOLD, *NAMED, *LIMITED, *LIGHT)
PAIRS = [(row, said, True) for row in ALL for said in row.true] + [(row, said, False) for row in ALL for said in row.false]


def claim(row: Row, said: dict[str, Any]) -> dict[str, Any]:
    start = row.text.index(row.span) if row.span else 0
    end = start + len(row.span or row.text.rstrip("."))
    return {"kind": row.kind, row.kind: said, "evidence": [{"start": start, "end": end, "quote": row.text[start:end]}]}


@pytest.mark.parametrize(("row", "said", "true"), PAIRS,
                         ids=[f"{row.kind}-{row.language}-{'true' if true else 'false'}-{said}" for row, said, true in PAIRS])
def test_what_a_sentence_licenses(row: Row, said: dict[str, Any], true: bool, gate: Callable[..., Gate]) -> None:
    reason = gate(row.text, row.language).examine(claim(row, said))
    assert (reason is None) == true, f"{row.text} {said}: {reason or 'passes'}"
