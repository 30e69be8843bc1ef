"""Direction in plain text: isolates around whatever does not run as the page does, closed and opened again at each line's end."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from tawatur.briefing.runs import Run, Runs
from tawatur.briefing.voice import Voice

FSI, LRI, PDI = "\u2068", "\u2066", "\u2069"
RIGHT_TO_LEFT = "\u200f"
"""A mark that tells a reader of plain text where a line begins."""


def written(voice: Voice, runs: Runs, escape: Callable[[str], str], cite: Callable[[str], str]) -> str:
    """Runs as text: foreign names, numbers and quotations isolated, the page's quotation marks around the report's words."""
    return "".join(_written(voice, run, escape, cite) for run in runs)


def _written(voice: Voice, run: Run, escape: Callable[[str], str], cite: Callable[[str], str]) -> str:
    text = escape(run.text)
    match run.kind:
        case "plain":
            return text
        case "number":
            return f"{LRI}{text}{PDI}" if voice.direction == "rtl" else text
        case "cite":
            return cite(run.text)
        case "quote":
            return f"{voice.mark('quote', 'open')}{FSI}{text}{PDI}{voice.mark('quote', 'close')}"
        case "name":
            return text if run.direction == voice.direction else f"{FSI}{text}{PDI}"


def wrapped(text: str, width: int, indent: str, hang: str) -> Iterator[str]:
    """Lines of a width, with isolates balanced within each: a line break ends them all."""
    line, long, held = indent, _width(indent), 0
    opened: list[str] = []
    for word in text.split(" "):
        wide = _width(word)
        if held and long + 1 + wide > width:
            yield line + PDI * len(opened)
            line, long, held = hang + "".join(opened), _width(hang), 0
        line += (" " if held else "") + word
        long += (1 if held else 0) + wide
        held += 1
        for sign in word:
            if sign in (FSI, LRI):
                opened.append(sign)
            elif sign == PDI and opened:
                opened.pop()
    yield line + PDI * len(opened)


@lru_cache(maxsize=8192)
def _width(text: str) -> int:
    """Columns of a terminal: what is not seen takes none."""
    return sum(1 for sign in text if unicodedata.category(sign) not in ("Cf", "Mn", "Me"))
