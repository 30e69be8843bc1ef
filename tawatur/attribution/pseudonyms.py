"""The name that somebody gives or goes by, in the clause about him, where capitals show the names."""

from dataclasses import replace

from tawatur.attribution.cased import phrase
from tawatur.attribution.line import Line
from tawatur.attribution.voice import Voice

_CALLED = 14
"""Tokens from a speaker to the name that he goes by."""


def called_so(line: Line, at: int, end: int) -> Voice | None:
    """The name that somebody goes by, in the clause about him: "a man who gave his name only as Yusuf", "who goes by Marta"."""
    if not line.has(at, "relative") and not (line.form(at) == "," and line.has(at + 1, "relative")):
        return None
    for j in range(at + 1, min(at + _CALLED, end)):
        if line.form(j) == "," and line.has(j - 1, "naming") and line.capital(j + 1) and line.form(j + 2) == ",":
            found = phrase(line, j + 1, j + 2)  # "that only her first name, Irma, be used"
            return replace(found.voices[0], kind="person", last=j + 2) if found is not None else None
        if line.form(j) in (",", ";", ":") and j > at + 1:
            return None
        named = line.has(j, "as") and any(line.has(k, "naming") for k in range(max(at, j - 4), j))
        start = next((k for k in range(j + 1, min(j + 5, end)) if line.capital(k)), None)
        if not (named or (line.has(j, "agent") and line.has(j - 1, "naming"))) or start is None:
            continue
        found = phrase(line, start, end)
        if found is not None and found.voices[0].how == "name" and found.voices[0].kind in ("person", "organisation"):
            return replace(found.voices[0], kind="person")
    return None
