"""False claims made of true ones, one change at a time; deterministic, so that two runs compare."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
FLIPPED: dict[str, dict[str, tuple[str, ...]]] = {
    "stance": {
        "accepts": ("rejects",),
        "rejects": ("accepts", "offers"),
        "demands": ("rejects", "withdraws"),
        "offers": ("rejects", "threatens"),
        "threatens": ("accepts", "offers"),
        "withdraws": ("accepts", "demands"),
    },
    "talks": {
        "agreed": ("collapsed", "rejected", "denied"),
        "agreement_reported": ("collapsed", "rejected", "denied"),
        "deadlocked": ("agreed", "completed"),
        "rejected": ("agreed", "implementing"),
        "collapsed": ("agreed", "completed"),
        "under_way": ("collapsed", "rejected"),
        "proposed": ("collapsed", "completed"),
        "suspended": ("agreed", "completed"),
        "implementing": ("rejected", "denied"),
        "completed": ("rejected", "deadlocked"),
        "denied": ("implementing", "completed"),
    },
    "corridor": {
        "open": ("closed", "refused"),
        "closed": ("open", "agreed"),
        "refused": ("open", "agreed"),
        "agreed": ("refused", "closed"),
        "in_use": ("refused", "closed"),
        "proposed": ("attacked", "completed"),
        "announced": ("attacked", "refused"),
        "attacked": ("agreed", "completed"),
        "completed": ("refused", "attacked"),
    },
    "control": {
        "holds": ("lost", "contested"),
        "captured": ("besieged",),
        "lost": ("holds",),
        "besieged": ("lost",),
        "surrounds": ("lost",),
        "contested": ("besieged", "lost"),
    },
    "event": {
        "ASSAULT": ("AID", "CONSULT", "AGREE"),
        "COERCE": ("AID", "CONSULT"),
        "AID": ("ASSAULT", "MOBILIZE"),
        "RETREAT": ("ASSAULT", "ACCUSE"),
        "ACCUSE": ("AGREE", "AID"),
        "CONSULT": ("ASSAULT", "AID"),
        "AGREE": ("ASSAULT", "ACCUSE"),
        "MOBILIZE": ("AID", "AGREE"),
        "REJECT": ("AGREE", "AID"),
        "REQUEST": ("ASSAULT", "RETREAT"),
        "THREATEN": ("AID", "AGREE"),
        "PROTEST": ("AID", "RETREAT"),
        "SUPPORT": ("ASSAULT", "REJECT"),
        "CONCEDE": ("ASSAULT", "ACCUSE"),
        "COOPERATE": ("ASSAULT", "ACCUSE"),
        "SANCTION": ("AID", "AGREE"),
    },
    "measure": {
        "killed": ("released", "exited"),
        "injured": ("detained", "exited"),
        "exited": ("killed", "trapped"),
        "trapped": ("killed", "exited"),
        "displaced": ("killed", "detained"),
        "detained": ("killed", "displaced"),
        "released": ("killed", "trapped"),
        "missing": ("killed", "exited"),
        "hosted": ("killed", "trapped"),
        "in_need": ("killed", "detained"),
        "residents": ("killed", "detained"),
        "destroyed": ("aid_delivered",),
        "vehicles": ("destroyed",),
        "deployed": ("killed", "detained"),
        "returned": ("killed", "detained"),
        "fighters_present": ("killed", "detained"),
        "duration": ("killed",),
        "surrendered": ("killed", "injured"),
    },
    "sector": {
        "food": ("communications", "documents"),
        "water": ("documents",),
        "health": ("documents", "money"),
        "shelter": ("documents",),
        "movement": ("water", "money"),
        "protection": ("water", "documents"),
        "money": ("water",),
        "documents": ("water",),
    },
    "issue": {
        "ceasefire": ("payment", "documents"),
        "weapons": ("payment", "documents"),
        "detainees": ("demining", "documents"),
        "aid_access": ("weapons", "demining"),
        "route": ("payment", "documents"),
        "civilian_exit": ("weapons", "payment"),
        "fighter_exit": ("payment", "documents"),
        "handover": ("payment", "demining"),
        "surrender": ("demining", "documents"),
        "demining": ("payment",),
        "guarantees": ("demining",),
        "payment": ("demining",),
        "documents": ("demining",),
    },
}
CHIEF = {
    "position": "stance",
    "talks": "status",
    "corridor": "status",
    "control": "status",
    "event": "event",
    "condition": "sector",
    "appeal": "issue",
    "figure": "measure",
}
PARTY = {"position": "party", "event": "actor", "control": "actor", "appeal": "by", "corridor": "proposed_by", "figure": "group"}
FACING = {"position": "counterpart", "event": "target", "appeal": "to"}
LEAST = 3
"""Letters of a word that tells nothing of who is meant."""
OF_WHOM = frozenset({
    "value", "low", "group", "party", "counterpart", "parties", "mediator", "name", "proposed_by", "refused_by", "actor",
    "target", "with", "responsible", "by", "to", "on_behalf_of",
})
"""Fields that tell one claim of a class from another."""
MANNERS: dict[str, tuple[str, ...]] = {"asserted": ("planned", "conditional", "possible"),
                                       **dict.fromkeys(("planned", "possible", "conditional"), ("asserted",))}
BOUNDS = ("exact", "about", "at_least", "at_most")


@dataclass
class Report:
    """What a mutation may draw on: the text, its sentences, the parties it names, and those of other reports."""

    text: str
    sentences: Sequence[tuple[int, int]]
    parties: Sequence[str]
    strangers: Sequence[str]
    related: Callable[[str, str], bool]
    unknown: Sequence[frozenset[str]] = ()
    """The parties of the gold that no pack knows, each by all that the gold may call it."""


@dataclass(frozen=True)
class Mutant:
    """A false claim, how it was made, and the fields that make it false."""

    kind: str
    claim: Json
    changed: Mapping[str, Any]


def mutants(claim: Json, report: Report) -> Iterator[Mutant]:
    """All the ways in which a claim is made false."""
    for make in (_digits, _bound, _polarity, _word, _party, _swapped, _direction, _spans):
        yield from make(claim, report)


def _chance(claim: Json) -> random.Random:
    """What chooses for a claim: the same in every run, whatever else is tried before it."""
    piece = claim["evidence"][0]
    return random.Random(f"{claim['kind']} {piece['start']} {piece['end']} {sorted(_said(claim).items(), key=str)}")


def _said(claim: Json) -> Json:
    said: Json = claim.get(claim["kind"]) or {}
    return said


def said_of(claim: Json) -> bool:
    """Whether a claim says of whom, where, when or of how many it is so, and not only what."""
    told = any(value not in (None, [], ()) for key, value in _said(claim).items() if key in OF_WHOM)
    return told or bool(claim.get("places") or (claim.get("time") or {}).get("start"))


def _with(claim: Json, **values: Any) -> Json:
    return {**claim, claim["kind"]: {**_said(claim), **values}}


def _digits(claim: Json, report: Report) -> Iterator[Mutant]:
    said = _said(claim)
    value = said.get("value")
    if claim["kind"] == "figure" and isinstance(value, int | float) and value:
        for factor, name in ((10, "digits: ×10"), (None, "digits: one changed")):
            new = value * factor if factor else _one_digit(value)
            values = {key: new for key in ("value", "low", "high") if said.get(key) == value}
            yield Mutant(name, _with(claim, **values), {"value": new})
    start = (claim.get("time") or {}).get("start")
    if start and (claim["time"].get("basis") == "explicit"):
        day = f"{int(start[8:]) % 27 + 2:02}"
        yield Mutant(
            "digits: date", {**claim, "time": {**claim["time"], "start": start[:8] + day, "end": start[:8] + day}}, {"date": day}
        )


def _one_digit(value: float) -> float:
    digits = str(int(value))
    first = str(int(digits[0]) % 9 + 1)
    return float(first + digits[1:]) if value != int(value) else int(first + digits[1:])


def _bound(claim: Json, report: Report) -> Iterator[Mutant]:
    said = _said(claim)
    value = said.get("value")
    if claim["kind"] != "figure" or said.get("bound") not in BOUNDS or value is None:
        return
    for bound in BOUNDS:
        if bound != said["bound"]:
            low, high = (value if bound in ("exact", "at_least") else None), (value if bound in ("exact", "at_most") else None)
            yield Mutant("bound", _with(claim, bound=bound, low=low, high=high), {"bound": bound})


def _polarity(claim: Json, report: Report) -> Iterator[Mutant]:
    was = claim.get("modality") or "asserted"
    if was == "asserted":
        yield Mutant("negation", {**claim, "modality": "denied"}, {"modality": "denied"})
    elif was == "denied":
        yield Mutant("negation", {**claim, "modality": "asserted"}, {"modality": "asserted"})
    for other in MANNERS.get(was, ()):
        yield Mutant("modality", {**claim, "modality": other}, {"modality": other})
    if claim["kind"] == "position":
        for stance in FLIPPED["stance"].get(_said(claim).get("stance", ""), ())[:1]:
            yield Mutant("stance flipped", _with(claim, stance=stance), {"stance": stance})


def _word(claim: Json, report: Report) -> Iterator[Mutant]:
    kind, name = claim["kind"], CHIEF[claim["kind"]]
    flips = FLIPPED[kind if name == "status" else name]
    for value in flips.get(str(_said(claim).get(name)), ())[1 if name == "stance" else 0 :]:
        yield Mutant(f"verb: {kind}", _with(claim, **{name: value}), {name: value})
    if kind == "position":
        for issue in FLIPPED["issue"].get(str(_said(claim).get("issue")), ()):
            yield Mutant("verb: issue", _with(claim, issue=issue), {"issue": issue})


def _party(claim: Json, report: Report) -> Iterator[Mutant]:
    name = PARTY.get(claim["kind"])
    said = _said(claim)
    old = said.get(name) if name else None
    if not isinstance(old, str):
        return
    taken = {old, *(str(said.get(key)) for key in FACING.values())}
    others = [one for one in report.parties if one not in taken and not report.related(one, old)]
    for new in others[:2]:
        yield Mutant("party: another of the report", _with(claim, **{str(name): new}), {str(name): new})
    for names in [one for one in report.unknown if old not in one and not any(_alike(old, name) for name in one)][:2]:
        new = min(names, key=lambda name: (-len(name), name))
        yield Mutant("party: another that no pack knows", _with(claim, **{str(name): new}), {str(name): new})
    strangers = [one for one in report.strangers if not report.related(one, old)]
    if strangers:
        new = _chance(claim).choice(strangers)
        yield Mutant("party: not in the report", _with(claim, **{str(name): new}), {str(name): new})


def _alike(one: str, other: str) -> bool:
    """Whether two names share a word that tells who is meant."""
    words = {word.casefold() for word in one.split() if len(word) > LEAST}
    return any(word.casefold() in words for word in other.split())


def _swapped(claim: Json, report: Report) -> Iterator[Mutant]:
    one, two = PARTY.get(claim["kind"]), FACING.get(claim["kind"])
    said = _said(claim)
    if one is None or two is None:
        return
    a, b = said.get(one), said.get(two)
    facing = b[0] if isinstance(b, list) and b else b
    if isinstance(a, str) and isinstance(facing, str) and not report.related(a, facing):
        new = {one: facing, two: [a] if isinstance(b, list) else a}
        yield Mutant("party and counterpart swapped", _with(claim, **new), new)


def _direction(claim: Json, report: Report) -> Iterator[Mutant]:
    places = claim.get("places") or []
    opposite = {"from": "to", "to": "from"}
    if any(place.get("role") in opposite for place in places):
        new = [{**place, "role": opposite.get(place.get("role"), place.get("role"))} for place in places]
        yield Mutant("direction", {**claim, "places": new}, {"places": new})


def _spans(claim: Json, report: Report) -> Iterator[Mutant]:
    pieces = claim["evidence"]
    text = report.text
    shifted = [{**piece, "start": piece["start"] + 3, "end": min(piece["end"] + 3, len(text))} for piece in pieces]
    if all(text[piece["start"] : piece["end"]] != piece["quote"] for piece in shifted):
        yield Mutant("span: shifted", {**claim, "evidence": shifted}, {"span": 3})
    first = pieces[0]
    inside = next(
        (at for at in range(first["end"] - 2, first["start"] + 1, -1) if text[at - 1].isalnum() and text[at].isalnum()), None
    )
    if inside is not None:
        yield Mutant("span: cut", {**claim, "evidence": [_piece(text, first["start"], inside), *pieces[1:]]}, {"span": inside})
    low, high = max(0, first["start"] - 400), min(len(text), first["end"] + 400)
    wide = _piece(text, *_trimmed(text, low, high))
    if len(wide["quote"].split()) > 60:
        yield Mutant("span: widened", {**claim, "evidence": [wide]}, {"span": "wide"})
    elsewhere = [
        (a, b)
        for a, b in report.sentences
        if all(b <= piece["start"] or piece["end"] <= a for piece in pieces) and 4 <= len(text[a:b].split()) <= 40
    ]
    if elsewhere:
        a, b = _chance(claim).choice(elsewhere)
        yield Mutant("span: another sentence", {**claim, "evidence": [_piece(text, a, b)]}, {"span": (a, b)})


def _trimmed(text: str, low: int, high: int) -> tuple[int, int]:
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    return low, high


def _piece(text: str, start: int, end: int) -> Json:
    return {"start": start, "end": end, "quote": text[start:end]}
