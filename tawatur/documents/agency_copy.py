"""Signs that a report is an agency's own copy: its closing line, and datelines whose agency an archive has dropped."""

import re
from collections.abc import Iterator, Sequence

from tawatur.packs import Packs
from tawatur.records import Block, Outlet
from tawatur.text import forms

_LONGEST = 400
_MARKS = re.compile(r"[-–—:]\s*$")


def signed(text: str, blocks: Sequence[Block], packs: Packs) -> Iterator[Outlet]:
    """The outlets in whose own words the credit of the editors is given."""
    lines = {text[block.start:block.end].strip() for block in blocks if block.role == "byline"}
    for line in lines:
        if len(line) > _LONGEST or line[:1] != "(":
            continue
        words = list(forms(line, packs.folding))
        yield from (packs.outlets[id] for id, signs in packs.signs.items()
                    if any(_holds(words, [list(forms(part, packs.folding)) for part in sign.split("*")]) for sign in signs))


def _holds(words: Sequence[str], parts: Sequence[Sequence[str]]) -> bool:
    """Whether the parts stand among the words, one behind the other."""
    at = 0
    for part in parts:
        size = len(part)
        found = next((i for i in range(at, len(words) - size + 1) if list(words[i:i + size]) == list(part)), None)
        if found is None:
            return False
        at = found + size
    return True


def archived(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a dateline in capitals stands there without agency, dash or day: so archives keep what agencies sent."""
    lines = [text[block.start:block.end].strip() for block in blocks if block.role == "dateline"]
    return any(line.isupper() and not _MARKS.search(line) and not any(letter == "(" or letter.isdigit() for letter in line)
               for line in lines)
