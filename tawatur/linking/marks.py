"""What marks a report whose places nobody found: names that no pack knows, speakers, telling numbers, what few others say."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tawatur.linking.kin import Kin
from tawatur.linking.names import Sounds
from tawatur.linking.translations import Signs
from tawatur.linking.words import latin
from tawatur.packs import Packs
from tawatur.records import Claim, Document, Figure, Position, Talks

Marks = Mapping[str, frozenset[str]]
"""The marks of each report, by its id."""
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")
"""A capitalised name that no sentence begins with."""
RARE = 40
"""Reports of a case that may have a mark before it is nobody's."""
WRITTEN = 4
"""Letters that a name must have to be one in its own script."""
LETTERS = 4
"""Consonants that a name must have to be heard in a script without capitals; one more if it is one word."""
SAYS = "says"
"""How a mark begins that is made of what a report says."""
ROUND, LEAST = 1000, 100
"""Numbers from which on two that begin alike are one mark, and those from which on one is a mark at all."""


def marks(documents: Sequence[Document], signs: Mapping[str, Signs], packs: Packs,
          held: Mapping[str, Sequence[Claim]] | None = None) -> Marks:
    """The marks that at least two reports share and not too many; a name is one mark in both scripts. `held`: their claims."""
    sounds = Sounds(packs)
    kin = Kin(packs)
    named = {document.id: frozenset(_named(document, sounds, packs)) for document in documents}
    known = {name for names in named.values() for name in names}
    found: dict[str, set[str]] = {}
    for document in documents:
        told = {f"{kind} {value}" for kind, value in signs.get(document.id, ()) if _telling(kind, value)}
        mine = set(named[document.id]) | told
        mine |= {mark for claim in (held or {}).get(document.id, ()) for mark in _said(claim, kin)}
        if known and not latin(document.text):
            mine |= {name for name in _heard(document, sounds) if name in known}
        found[document.id] = mine
    counts = Counter(mark for mine in found.values() for mark in mine)
    return {id: frozenset(mark for mark in mine if 1 < counts[mark] <= RARE) for id, mine in found.items()}


def _said(claim: Claim, kin: Kin) -> Iterator[str]:
    """What a claim says, as far as two reports of one thing would both say it: of issues that readers part differently, one."""
    match claim.content:
        case Position() as said if said.party and said.issue:
            yield f"{SAYS} {said.party} {said.stance} {kin.clan('position.issue', said.issue)[0]}"
        case Talks() as said if len(said.parties) > 1:
            yield f"{SAYS} {said.status} {' '.join(sorted(said.parties))}"
        case Figure() as said if (value := said.value or said.low or 0) >= LEAST:
            number = f"{value:.0e}" if value >= ROUND else f"{value:g}"
            yield f"{SAYS} {said.measure} {said.unit} {number}"
        case _:
            return


def _telling(kind: str, value: str) -> bool:
    """Whether a sign is a number or a person; bodies that the packs know speak everywhere."""
    return kind == "number" or (kind == "source" and value.startswith("sounds:"))


def _named(document: Document, sounds: Sounds, packs: Packs) -> Iterator[str]:
    for match in _NAME.finditer(document.text):
        words = sounds.words(match[0])
        key = sounds.spelling.key(sounds.spelling.bare(words))
        if all(word in sounds.common for word in words):
            continue
        if len(key) >= LETTERS:
            yield key
        elif drawn := sounds.heard(" ".join(words)):  # too few consonants, and enough with the vowels
            yield drawn
        elif sum(map(len, words)) >= WRITTEN:  # too short to be heard in the other script, and one name in its own
            yield f"written {' '.join(words)}"


def _heard(document: Document, sounds: Sounds) -> Iterator[str]:
    words = sounds.spelling.bare(sounds.words(document.text))
    for at in range(len(words)):
        for size in (1, 2, 3):
            key = sounds.spelling.key(words[at : at + size])
            if len(key) >= LETTERS + (size == 1):
                yield key
            elif drawn := sounds.heard(" ".join(words[at : at + size])):
                yield drawn
