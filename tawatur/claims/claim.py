"""The room's verb: read every kind of claim out of a reading, and tell each thing once."""

from collections.abc import Iterator
from dataclasses import replace

from tawatur.claims.answers import TOLD, answered, one_way
from tawatur.claims.appeals import appeals
from tawatur.claims.conditions import conditions
from tawatur.claims.confidence import graded
from tawatur.claims.corridors import corridors
from tawatur.claims.figures import figures
from tawatur.claims.frames import Framer
from tawatur.claims.holdings import holdings
from tawatur.claims.identity import claim_id
from tawatur.claims.implied import implied
from tawatur.claims.occurrences import occurrences
from tawatur.claims.positions import positions
from tawatur.claims.syntax import syntaxes
from tawatur.claims.table import Table
from tawatur.claims.talks import sides, talks
from tawatur.claims.voices import Voices
from tawatur.packs import Packs
from tawatur.records import Claim, Content, Figure, Reading


def claim(reading: Reading, packs: Packs) -> Reading:
    """All claims of a reading, by place in the text; the same content from the same source is one claim."""
    once: dict[object, Claim] = {}
    kept: dict[str, str] = {}
    for found in _claims(reading, packs):
        key = _said(found)
        once[key] = _told_again(once[key], found) if key in once else found
        kept[found.id] = once[key].id
    claims = one_way(answered(sorted(once.values(), key=lambda one: (one.evidence[0].start, one.kind))))
    return replace(reading, claims=tuple(graded(_numbered(claims, kept), reading, packs)))


def _claims(reading: Reading, packs: Packs) -> Iterator[Claim]:
    voices, table, both = Voices(reading, packs), Table(), sides(reading, packs)
    framer = Framer(voices)
    for syntax in syntaxes(reading, packs):
        yield from figures(syntax, voices)
        yield from positions(syntax, framer, voices, table)
        yield from implied(syntax, framer, voices, table)
        yield from talks(syntax, framer, voices, both)
        yield from corridors(syntax, framer, voices)
        yield from occurrences(syntax, framer, voices)
        yield from conditions(syntax, framer, voices)
        yield from holdings(syntax, framer, voices)
        yield from appeals(syntax, framer, voices)
        framer.pass_over(syntax)


def _said(one: Claim) -> object:
    """What makes two claims of a report the same: kind, content, source, time and places."""
    time = (one.time.start, one.time.end) if one.time else None
    origins = tuple(sorted(chain[-1].name for chain in one.chains))
    return one.kind, one.content, one.modality, origins, time, tuple(sorted(place.name for place in one.places))


def _told_again(first: Claim, again: Claim) -> Claim:
    spans = {(piece.start, piece.end) for piece in first.evidence}
    fresh = [piece for piece in again.evidence if (piece.start, piece.end) not in spans]
    return replace(first, evidence=(*first.evidence, *fresh)[:TOLD])


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
        yield replace(one, id=new, content=_pointing(one.content, ids))


def _pointing(content: Content, ids: dict[str, str]) -> Content:
    """A figure's pointers to other figures, by their new ids."""
    if not isinstance(content, Figure):
        return content
    return replace(content, part_of=ids.get(content.part_of or ""), same_people_as=ids.get(content.same_people_as or ""))
