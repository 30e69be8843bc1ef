"""The room's verb: read every kind of claim out of a reading, and tell each thing once."""

from collections.abc import Iterator
from dataclasses import replace

from tawatur.claims.answers import TOLD, answered, one_way
from tawatur.claims.appeals import appeals
from tawatur.claims.conditions import conditions
from tawatur.claims.confidence import graded
from tawatur.claims.corridors import corridors
from tawatur.claims.deeds import untold
from tawatur.claims.elliptical import Counted
from tawatur.claims.figures import figures
from tawatur.claims.frames import Framer
from tawatur.claims.heard import Heard
from tawatur.claims.holdings import holdings
from tawatur.claims.identity import claim_id
from tawatur.claims.implied import implied
from tawatur.claims.matters import spoken_of
from tawatur.claims.modal import modal
from tawatur.claims.negotiators import sides
from tawatur.claims.occurrences import occurrences
from tawatur.claims.positions import positions
from tawatur.claims.syntax import syntaxes
from tawatur.claims.table import Table
from tawatur.claims.talks import talks
from tawatur.claims.told import by_word
from tawatur.claims.voices import Voices
from tawatur.packs import Packs
from tawatur.records import Claim, Condition, Content, Control, Event, Figure, Reading

LASTING = (Condition, Control)
"""Contents that hold for a while, and not at one time alone."""


def claim(reading: Reading, packs: Packs) -> Reading:
    """All claims of a reading, by place in the text; the same content from the same source is one claim."""
    once: dict[object, list[Claim]] = {}
    kept: dict[str, str] = {}
    for found in _claims(reading, packs):
        told = once.setdefault(_said(found), [])
        at = next((at for at, one in enumerate(told) if _same(one, found)), len(told))
        told[at:at + 1] = [_told_again(told[at], found) if at < len(told) else found]
        kept[found.id] = told[at].id
    every = (one for told in once.values() for one in told)
    claims = one_way(answered(sorted(every, key=lambda one: (one.evidence[0].start, one.kind))))
    return replace(reading, claims=tuple(graded(_numbered(claims, kept), reading, packs)))


def _claims(reading: Reading, packs: Packs) -> Iterator[Claim]:
    voices, table, both = Voices(reading, packs), Table(), sides(reading, packs)
    framer, heard, counted = Framer(voices), Heard(), Counted()
    happenings, hardships = (by_word(packs.tables.get(name, ())) for name in ("happenings", "hardships"))
    for syntax in syntaxes(reading, packs):
        yield from figures(syntax, voices, counted)
        taken = [*positions(syntax, framer, voices, table), *implied(syntax, framer, voices, table)]
        yield from (one for one in taken if not isinstance(one.content, Event))
        yield from modal(syntax, framer, voices, table, taken)
        yield from talks(syntax, framer, voices, both)
        yield from corridors(syntax, framer, voices)
        events = list(occurrences(syntax, framer, voices, happenings, heard))
        yield from events
        yield from conditions(syntax, framer, voices, hardships, heard)
        held = list(holdings(syntax, framer, voices, heard))
        yield from (one for one in held if not isinstance(one.content, Event))
        yield from untold([*taken, *held], events)
        yield from appeals(syntax, framer, voices, table)
        framer.pointing.pass_over(syntax)
        table.topic = spoken_of(syntax) or table.topic


def _said(one: Claim) -> object:
    """What two claims of a report share that tell the same: kind, content, modality and source."""
    return one.kind, one.content, one.modality, tuple(sorted(chain[-1].name for chain in one.chains))


def _same(one: Claim, other: Claim) -> bool:
    """Whether time and places are the same; what lasts may be told again without its time and its places, or with fewer."""
    times = {_when(claim) for claim in (one, other)}
    here, there = ({place.name for place in claim.places} for claim in (one, other))
    if isinstance(one.content, LASTING):
        return len(times - {None}) <= 1 and (here <= there or there <= here)
    return len(times) == 1 and here == there


def _when(one: Claim) -> tuple[str | None, str | None] | None:
    """The days of a claim; its own words for them where they are not resolved."""
    time = one.time
    return None if time is None else (time.start, time.end) if time.start else (None, time.text)


def _told_again(first: Claim, again: Claim) -> Claim:
    spans = {(piece.start, piece.end) for piece in first.evidence}
    fresh = [piece for piece in again.evidence if (piece.start, piece.end) not in spans]
    fuller = max(first, again, key=lambda one: len(one.places))
    return replace(first, evidence=(*first.evidence, *fresh)[:TOLD], time=first.time or again.time, places=fuller.places)


def _numbered(claims: list[Claim], kept: dict[str, str]) -> Iterator[Claim]:
    """Ids anew: spans may have been added, and two claims of a kind may stand on the same ones."""
    seen: dict[tuple[str, tuple[tuple[int, int], ...]], int] = {}
    fresh: list[str] = []
    for one in claims:
        spans = tuple((piece.start, piece.end) for piece in one.evidence)
        ordinal = seen.get((one.kind, spans), 0)
        seen[one.kind, spans] = ordinal + 1
        fresh.append(claim_id(one.document, one.kind, spans, ordinal))
    ids = {one.id: new for one, new in zip(claims, fresh, strict=True) if isinstance(one.content, Figure)}
    ids |= {old: ids[one] for old, one in kept.items() if one in ids}
    for one, new in zip(claims, fresh, strict=True):
        content = _pointing(one.content, ids)
        yield one if new == one.id and content is one.content else replace(one, id=new, content=content)


def _pointing(content: Content, ids: dict[str, str]) -> Content:
    """A figure's pointers to other figures, by their new ids."""
    if not isinstance(content, Figure) or not (content.part_of or content.same_people_as):
        return content
    return replace(content, part_of=ids.get(content.part_of or ""), same_people_as=ids.get(content.same_people_as or ""))
