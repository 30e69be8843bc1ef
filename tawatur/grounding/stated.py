"""What a claim states, laid open for checking: only the fields that it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tawatur.records.swift import swift
from tawatur.records.written import KINDS

Json = Mapping[str, Any]


@swift
@dataclass(frozen=True, slots=True)
class Stated:
    """A claim in its written form; `spans` are code points, `said` the payload of its kind without what is null or empty."""

    kind: str
    said: Json
    spans: tuple[tuple[int, int, str | None], ...]
    modality: str
    time: Json | None
    places: Sequence[Json]
    chains: Sequence[Sequence[Json]]


def stated(claim: Json) -> Stated | str:
    """The claim laid open, or what keeps it from being a claim."""
    kind = claim.get("kind")
    if kind not in KINDS:
        return f"kind: “{kind}” is no kind of claim"
    said = claim.get(kind) or {}
    evidence = claim.get("evidence")
    if not isinstance(said, Mapping):
        return f"{kind}: not a payload"
    if not isinstance(evidence, Sequence) or isinstance(evidence, str) or not evidence:
        return "span: the claim has no evidence"
    spans: list[tuple[int, int, str | None]] = []
    for piece in evidence:
        start, end = (piece.get("start"), piece.get("end")) if isinstance(piece, Mapping) else (None, None)
        if type(start) is not int or type(end) is not int:
            return "span: start and end must be whole numbers"
        spans.append((start, end, piece.get("quote")))
    time, modality = claim.get("time"), claim.get("modality")
    if modality is not None and not isinstance(modality, str):
        return "polarity: the modality is no word"
    for field in (time, said.get("since"), said.get("as_of")):
        if isinstance(field, Mapping) and not all(isinstance(field.get(key), str | None) for key in ("start", "end", "text")):
            return "time: a time has days and words"
    return Stated(
        kind, {key: value for key, value in said.items() if value not in (None, [], (), "", {})}, tuple(spans),
        modality or "", time if isinstance(time, Mapping) else None, _records(claim.get("places")),
        [_records(chain) for chain in _listed(claim.get("chains"))],
    )


def _records(values: Any) -> list[Json]:
    return [value for value in _listed(values) if isinstance(value, Mapping)]


def _listed(values: Any) -> Sequence[Any]:
    return values if isinstance(values, list | tuple) else ()


def several(value: Any) -> list[str]:
    """A field that may hold one name or a list of them."""
    if value is None or value == "":
        return []
    return [one for one in value if isinstance(one, str) and one] if isinstance(value, list | tuple) else [str(value)]
