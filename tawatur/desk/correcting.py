"""What a person types of a claim, FIELD=VALUE, made into the claim that is meant; a value that cannot be says what can."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any, get_args, get_origin

from tawatur.briefing.labels import values
from tawatur.claims.identity import claim_id, evidence
from tawatur.desk.indexing import PARTIES
from tawatur.errors import InputError
from tawatur.grounding import Gate
from tawatur.packs import Packs
from tawatur.pipeline import annotated
from tawatur.ports import Store
from tawatur.records import Claim, Component, Document, Figure, Place, Source, Terms, Time
from tawatur.records.claim import Chain
from tawatur.records.written import KINDS, name_of, nullable, shapes, write

NOTHING = ("", "none", "unknown")
"""What a person types for a field that is to be empty."""
ROLES = ("at", "from", "to", "through")
LONGEST = 60
"""Words in a span of evidence, by the codebook."""
_GROUPS = {"measure": "measure", "stance": "stance", "issue": "issue", "issues": "issue", "hazards": "hazard",
           "for": "corridor_for", "event": "event", "mode": "mode", "sector": "sector", "barrier": "barrier",
           "told_by": "told_by", "reason_given_by": "reason_by", "bound": "bound"}
_BOUNDS = ("exact", "about", "at_least", "at_most", "between", "vague")
_SOURCES = ("outlet", "agency", "organisation", "person", "correspondent", "unnamed", "document")
_SPLIT = re.compile(r"[;,\u060c\u061b]")
Typed = Mapping[str, str]


class Corrector:
    """Makes claims of one report out of what a person types."""

    def __init__(self, case: Store, document: Document, packs: Packs) -> None:
        self._case, self._document, self._packs = case, document, packs

    def corrected(self, claim: Claim, typed: Typed) -> Claim:
        """The claim with these fields otherwise; its id, its spans and all other fields stay."""
        own = {name_of(field): (field.name, hint) for field, hint in shapes(type(claim.content))}
        known = {*own, *ROLES, "modality", "time", "source", "source_kind"}
        for name in typed:
            if name.partition(".")[0] not in known:
                raise InputError(f"a {claim.kind} has no field “{name}”; it has {', '.join(sorted(known))}")
        content = {own[name][0]: self._value(claim, name, text, own[name][1]) for name, text in typed.items() if name in own}
        if terms := {name: text for name, text in typed.items() if name.startswith("terms.")}:
            content["terms"] = _terms(claim, terms)
        made = replace(claim, content=replace(claim.content, **content))
        if isinstance(made.content, Figure):
            made = replace(made, content=_bounded(made.content, typed))
        return self._around(made, typed)

    def added(self, kind: str, typed: Typed, quote: str) -> Claim:
        """A claim that the program did not read, on words of the report."""
        if kind not in KINDS:
            raise InputError(f"“{kind}” is no kind of claim; allowed are {', '.join(KINDS)}")
        cls = KINDS[kind]
        needed = [name_of(field) for field, hint in shapes(cls) if field.default is MISSING and not nullable(hint)[1]
                  and get_origin(hint) is not tuple]
        typed = {"bound": "exact", **typed} if kind == "figure" else typed
        if missing := [name for name in needed if name not in typed]:
            raise InputError(f"a {kind} needs {', '.join(f'{name}=…' for name in missing)}")
        empty = cls(**{field.name: () if get_origin(hint) is tuple else None for field, hint in shapes(cls)})
        spans = evidence(self._document.text, self._find(quote))
        held = {claim.id for claim in self._case.claims() if claim.document == self._document.id}
        ids = (claim_id(self._document.id, kind, [(one.start, one.end) for one in spans], ordinal) for ordinal in range(1000))
        outlet = self._document.outlet
        first = (Source(outlet.name, outlet.name, "outlet", actor=outlet.speaks_for) if outlet
                 else Source(self._document.name, self._document.name, "outlet"))
        blank = Claim(next(id for id in ids if id not in held), self._document.id, empty, spans, ((first,),), engine="person",
                      rule="review", confidence=1.0)
        return self.corrected(blank, typed)

    def _find(self, quote: str) -> tuple[int, int]:
        words = quote.split()
        if not words or len(words) > LONGEST:
            raise InputError(f"--quote needs the report's words that say it, at most {LONGEST}")
        found = re.search(r"\s+".join(map(re.escape, words)), self._document.text)
        if found is None:
            raise InputError(f"these words do not stand in {self._document.name}: “{quote}”; quote it letter by letter")
        return found.span()

    def _value(self, claim: Claim, name: str, text: str, hint: Any) -> Any:
        bare, empty = nullable(hint)
        if empty and text.strip().casefold() in NOTHING:
            return None
        if bare is float:
            return _number(name, text)
        if bare is Time:
            return _time(name, text, getattr(claim.content, name, None))
        if get_origin(bare) is tuple:
            parts = [part.strip() for part in _SPLIT.split(text) if part.strip()]
            component = get_args(bare)[0] is Component
            return tuple(map(_component, parts)) if component else tuple(self._word(claim, name, part) for part in parts)
        return self._word(claim, name, text.strip())

    def _word(self, claim: Claim, name: str, text: str) -> str:
        """A value of the codebook, an actor's id, or words."""
        allowed = _BOUNDS if name == "bound" else values(_GROUPS.get(name, f"{claim.kind}_{name}"))
        if allowed and text not in allowed:
            raise InputError(f"{name}={text}: choose one of {', '.join(allowed)}")
        return self._actor(text) if name in {field.removesuffix("_") for field in PARTIES} else text

    def _actor(self, name: str) -> str:
        """An actor of the packs by its id or any of its names; a name that no pack knows stays as it was typed."""
        if name in self._packs.actors:
            return name
        fold = self._packs.folding.fold
        meant = [actor.id for actor in self._packs.actors.values()
                 if fold(name) in (fold(one) for names in actor.names.values() for one in names)]
        return meant[0] if len(meant) == 1 else name

    def _around(self, claim: Claim, typed: Typed) -> Claim:
        """What stands around the content: modality, time, places, source."""
        if "modality" in typed:
            allowed = ("asserted", *values("modality"))
            if typed["modality"] not in allowed:
                raise InputError(f"modality={typed['modality']}: choose one of {', '.join(allowed)}")
            claim = replace(claim, modality=typed["modality"])
        if "time" in typed:
            claim = replace(claim, time=_time("time", typed["time"], claim.time))
        for role in (role for role in ROLES if role in typed):
            names = [name.strip() for name in _SPLIT.split(typed[role]) if name.strip().casefold() not in NOTHING]
            kept = tuple(place for place in claim.places if place.role != role)
            claim = replace(claim, places=(*kept, *(self._place(role, name) for name in names)))
        if "source" in typed:
            chains = tuple(dict.fromkeys(self._chain(chain, typed) for chain in claim.chains))
            claim = replace(claim, chains=chains)
        return claim

    def _place(self, role: str, name: str) -> Place:
        words = self._packs.gazetteer.spelling.words
        known = [point for point in self._case.places()
                 if name == point.id or words(name) in (words(one) for names in point.names.values() for one in names)]
        point = self._packs.gazetteer.get(name)
        if point is None and len(known) == 1:
            point = known[0]
        if point is None:
            holders = self._packs.gazetteer.named(words(name))
            near = [each for each in holders if each.layer != "compiled"] or holders
            if len(near) > 1:
                said = ", ".join(f"{each.point.id} ({each.point.admin or '?'}, {each.point.country or '?'})" for each in near[:8])
                raise InputError(f"{role}={name}: several places bear this name; give one's id: {said}")
            point = near[0].point if near else None
        if point is None:
            return Place(role, None, name, None, None, name, None)
        return Place(role, point.id, point.name, point.lat, point.lon, name, point.precision)

    def _chain(self, chain: Chain, typed: Typed) -> Chain:
        name, kind = typed["source"].strip(), typed.get("source_kind")
        before = chain[:1] if len(chain) == 1 else chain[:-1]
        if name.casefold() in NOTHING:
            return chain[:1]
        if kind is not None and kind not in _SOURCES:
            raise InputError(f"source_kind={kind}: choose one of {', '.join(_SOURCES)}")
        known = next((node for claim in self._case.claims() for each in claim.chains for node in each if node.name == name), None)
        if known is None and kind is None:
            raise InputError(f"nobody in this case is called “{name}”; say what it is, too: source_kind={'|'.join(_SOURCES)}")
        node = replace(known, start=None, end=None, said_at=None) if known else Source(name, name, kind or "person")
        return (*before, replace(node, kind=kind) if kind else node)


def objection(document: Document, claim: Claim, packs: Packs) -> str | None:
    """Why the gate between reading and writing down would refuse a claim; None where it would not."""
    return Gate(annotated(document, packs), packs).examine(write(claim))


def typed(words: Sequence[str]) -> dict[str, str]:
    """FIELD=VALUE words as a mapping."""
    made: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name.strip():
            raise InputError(f"“{word}”: write FIELD=VALUE, such as value=300 or modality=denied")
        made[name.strip()] = value
    return made


def _number(name: str, text: str) -> float:
    try:
        number = float(text.replace(",", "").strip())
        return int(number) if number.is_integer() else number
    except ValueError:
        raise InputError(f"{name}={text}: no number") from None


def _time(name: str, text: str, old: Time | None) -> Time | None:
    """A day, or two with .. between them; `unknown` keeps the report's words alone."""
    words = old.text if old else ""
    if text.strip().casefold() in NOTHING:
        return Time(None, None, words) if words else None
    try:
        days = [date.fromisoformat(day.strip()).isoformat() for day in text.split("..", 1)]
    except ValueError:
        raise InputError(f"{name}={text}: no day; write it as 2018-12-31, or 2018-12-01..2018-12-31") from None
    if days[-1] < days[0]:
        raise InputError(f"{name}={text}: the last day lies before the first")
    return Time(days[0], days[-1], words, "reviewer")


def _component(part: str) -> Component:
    population, _, share = (piece.strip() for piece in part.partition(":"))
    if not share:
        raise InputError(f"composition={part}: write POPULATION:SHARE, such as children:most or women:20")
    return Component(population, value=float(share)) if share.replace(".", "", 1).isdigit() else Component(population, share)


def _terms(claim: Claim, typed: Typed) -> Terms:
    own = {field.name for field in fields(Terms)}
    said = {name.partition(".")[2]: text.strip() or None for name, text in typed.items()}
    if unknown := set(said) - own:
        raise InputError(f"terms have no “{min(unknown)}”; they have {', '.join(sorted(own))}")
    return replace(getattr(claim.content, "terms", None) or Terms(), **said)


def _bounded(figure: Figure, typed: Typed) -> Figure:
    """The figure with low and high as the codebook derives them, where a person changed the number or its bound alone."""
    if not {"value", "bound"} & set(typed):
        return figure
    value, low, high = figure.value, figure.low, figure.high
    if figure.bound in ("between", "vague"):
        if figure.bound == "between" and not {"low", "high"} <= set(typed) and (low is None or high is None):
            raise InputError("a figure between two numbers needs low=… and high=…")
        return replace(figure, value=None)
    if value is None:
        raise InputError(f"bound={figure.bound} needs value=…")
    made = {"exact": (value, value), "about": (None, None), "at_least": (value, None), "at_most": (None, value)}[figure.bound]
    low, high = (getattr(figure, name) if name in typed else bound for name, bound in zip(("low", "high"), made, strict=True))
    return replace(figure, low=low, high=high)
