"""One claim with all it rests on: spans in their context, chains, rule, candidates, reasons."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tawatur.desk.asking import Explained, explain
from tawatur.desk.cases import opened
from tawatur.interfaces.cli import paper
from tawatur.interfaces.cli.wording import caller, content, outlet, short, when, words
from tawatur.records import Document, Evidence, Source, Time
from tawatur.records.written import entitled, write

AROUND = 140
"""Characters of the report before and after a span."""


def explained(case: Path, id: str, json: bool) -> int:
    """Print one claim in full."""
    with opened(case) as held:
        told = explain(held, id)
    considered = list(_considered(told))
    if json:
        paper.dump({**entitled(told.claim), "report": write(told.document), "considered": considered})
        return 0
    for line in _lines(told, considered):
        paper.say(line)
    return 0


def _lines(told: Explained, considered: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    claim, document = told.claim, told.document
    yield f"{claim.kind} {claim.id}"
    yield f"  report      {short(document.id)}  {document.title or document.name}"
    yield f"              {outlet(document)}, {when(document.published) or 'undated'}"
    for name, value in write(claim.content).items():
        if value not in (None, [], ""):
            yield f"  {words(name):11} {_value(value)}"
    yield f"  modality    {claim.modality}"
    yield f"  time        {_time(claim.time)}"
    for place in claim.places:
        at = f" at {place.lat}, {place.lon}, precision {place.precision}" if place.lat is not None else " (coordinates unknown)"
        yield f"  place       {place.role} {place.name} [{place.id or 'not found'}], written “{place.text}”{at}"
    yield f"  rule        {claim.rule or 'none'}, by {claim.engine}; confidence {claim.confidence:.2f}; {claim.status}"
    if mark := claim.decided:
        why = f": “{mark.note}”" if mark.note else ""
        yield f"  {claim.status:11} by {mark.by}, {mark.at[:16].replace('T', ' ')} UTC, entry {short(mark.review)}{why}"
        yield from _read(told)
    yield "who says so"
    for chain in claim.chains:
        yield "  " + "\n    told ".join(_source(source, document) for source in chain)
    yield "the words it rests on"
    for one in claim.evidence:
        yield f"  {one.start}–{one.end}"
        yield "    " + _context(document.text, one)
    yield from _candidates(considered)


def _read(told: Explained) -> Iterator[str]:
    """What the program itself reads in the place of a claim that a person decided on."""
    if told.read is None:
        yield "  the program reads nothing in its place"
    elif told.read.content != told.claim.content or told.read.modality != told.claim.modality:
        yield f"  the program reads: {content(told.read.content)} ({told.read.modality})"
    if told.claim.decided and told.claim.decided.open:
        yield "  what was decided on reads otherwise by now: decide again"


def _source(source: Source, document: Document) -> str:
    marks = [source.kind, source.role, f"for {source.actor}" if source.actor else None,
             f"by {source.via}" if source.via else None,
             f"written “{source.text}”" if source.text and source.text != source.name else None]
    return f"{caller(source, document)} ({', '.join(filter(None, marks))})"


def _time(time: Time | None) -> str:
    if time is None:
        return "none given"
    said = f", written “{time.text}”" if time.text else ""
    return f"{when(time) if time.start or time.end else 'unknown'} ({time.basis}{said})"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    if isinstance(value, dict):
        return ", ".join(f"{words(key)} {_value(one)}" for key, one in value.items() if one is not None)
    return words(str(value))


def _context(text: str, one: Evidence) -> str:
    before, after = text[max(0, one.start - AROUND):one.start], text[one.end:one.end + AROUND]
    before = ("…" if one.start > AROUND else "") + before
    after += "…" if one.end + AROUND < len(text) else ""
    return " ".join(f"{before}⟦{one.quote}⟧{after}".split())


def _considered(told: Explained) -> Iterator[dict[str, Any]]:
    """The names within the claim's words, or among its parties and places, that were looked up; with their candidates."""
    spans = [(one.start, one.end) for one in told.claim.evidence]
    for mention in (*told.mentioned.parties, *told.mentioned.localities):
        found: dict[str, Any] = dict(mention)
        if any(start < found["end"] and found["start"] < end for start, end in spans):
            yield found


def _candidates(considered: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    head = "names in these words, and whom or what they may mean"
    for mention in considered:
        if head:
            yield head
            head = ""
        place = mention.get("place") or {}
        meant = mention.get("actor") or place.get("id") or "nobody known"
        how = mention.get("how") or mention.get("noun") or "place"
        yield f"  “{mention.get('text') or mention.get('name')}” ({how}) → {meant}, by {mention.get('rule') or 'no rule'}"
        for candidate in mention.get("candidates") or ():
            reasons = "; ".join(f"{reason['name']} {reason['weight']:+g}" for reason in candidate["reasons"])
            yield f"    {candidate['score']:g}  {candidate['id']}  {reasons}"
