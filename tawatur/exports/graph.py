"""Who speaks through whom, as a picture (SVG) or for Graphviz (DOT): origins at the beginning of a line, outlets at its end."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tawatur.briefing.lineage import Lineage
from tawatur.briefing.runs import shown
from tawatur.records import Hand, Origin

EDGE, WIDE, GAP, HIGH, STEP = 32.0, 230.0, 60.0, 40.0, 52.0
"""The margin; a box's width; the room between two columns; a box's height; the way from one row to the next. In pixels."""
ORIGINS = 30
"""Origins that are drawn; the rest is counted."""
LETTERS = 30
"""Letters of a name that a box shows; all of it stands in its title."""


@dataclass(frozen=True, slots=True)
class Box:
    """A hand where it is drawn: its left upper corner, and where its words begin."""

    x: float
    y: float
    words: float
    name: str
    full: str
    counted: str
    style: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole picture; `lines` are the paths between boxes."""

    language: str
    direction: str
    width: float
    height: float
    title: str
    note: str
    words: float
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]
    more: str


def svg(origins: Sequence[Origin], lineage: Lineage) -> str:
    """The origins as an SVG, in the language and the direction of `lineage`."""
    return _environment().get_template("sources.svg.j2").render(sheet=_sheet(origins, lineage), wide=WIDE, high=HIGH, edge=EDGE)


def dot(origins: Sequence[Origin], lineage: Lineage) -> str:
    """The origins as a digraph; a hand that passes on several origins is one node."""
    nodes: dict[str, str] = {}
    edges: dict[tuple[str, str], set[str]] = {}
    for origin in origins:
        above: list[Hand] = []
        for hand in origin.hands:
            nodes.setdefault(hand.key, _plain(lineage, hand))
            above = above[: hand.depth]
            if above:
                edges.setdefault((above[-1].key, hand.key), set()).update(hand.reports)
            above.append(hand)
    side = "RL" if lineage.voice.direction == "rtl" else "LR"
    lines = ["digraph sources {", f"  rankdir={side};", "  node [shape=box];"]
    lines += [f"  {_quoted(key)} [label={_quoted(label)}];" for key, label in sorted(nodes.items())]
    lines += [f"  {_quoted(one)} -> {_quoted(other)} [label={len(reports)}];" for (one, other), reports in sorted(edges.items())]
    return "\n".join([*lines, "}", ""])


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True)


def _sheet(origins: Sequence[Origin], lineage: Lineage) -> Sheet:
    voice, drawn = lineage.voice, origins[:ORIGINS]
    deepest = max((hand.depth for origin in drawn for hand in origin.hands), default=0)
    width = 2 * EDGE + (deepest + 1) * WIDE + deepest * GAP
    turned = voice.direction == "rtl"
    placed = list(_placed(drawn))
    boxes = tuple(_box(hand, x, y, width, turned, lineage) for hand, x, y, _ in placed)
    lines = tuple(_line(x, y, above, width, turned) for _, x, y, above in placed if above)
    more = lineage.text(voice.say("origins_left_out", len(origins) - ORIGINS)) if len(origins) > ORIGINS else ""
    bottom = max((y for _, _, y, _ in placed), default=EDGE) + HIGH + EDGE * 2
    return Sheet(voice.language, voice.direction, max(width, 640.0), bottom, lineage.text(voice.say("section_ways")),
                 lineage.text(voice.say("graph_note")), max(width, 640.0) - EDGE if turned else EDGE, boxes, lines, more)


def _placed(origins: Sequence[Origin]) -> Iterator[tuple[Hand, float, float, tuple[float, float] | None]]:
    """Each hand with the corner of its box, and that of the box it hangs on; the first hand behind another stands beside it."""
    y = EDGE + 64
    for origin in origins:
        above: list[tuple[float, float]] = []
        last = -1
        for hand in origin.hands:
            if hand.depth <= last:
                y += STEP
            last = hand.depth
            x = EDGE + hand.depth * (WIDE + GAP)
            above = above[: hand.depth]
            yield hand, x, y, above[-1] if above else None
            above.append((x, y))
        y += STEP + 14


def _box(hand: Hand, x: float, y: float, width: float, turned: bool, lineage: Lineage) -> Box:
    sheet = max(width, 640.0)
    left = sheet - x - WIDE if turned else x
    full = shown(_plain(lineage, hand))
    name = full if len(full) <= LETTERS else full[: LETTERS - 1].rstrip() + "…"
    voice = lineage.voice
    counted = lineage.text(voice.say("counted_both", reports=voice.say("n_reports", len(hand.reports)),
                                     claims=voice.say("n_claims", len(hand.claims))))
    style = "printed" if hand.printed else "origin" if not hand.depth else "relay"
    return Box(left, y, left + WIDE - 12 if turned else left + 12, name, full, counted, style if hand.sure else f"{style} unsure")


def _line(x: float, y: float, above: tuple[float, float], width: float, turned: bool) -> str:
    """From the end of the box above to the beginning of this one."""
    sheet, middle = max(width, 640.0), y + HIGH / 2
    start, end, bend = above[0] + WIDE, x, above[0] + WIDE + GAP / 2
    xs = [sheet - one if turned else one for one in (start, bend, end)]
    return f"M{xs[0]},{above[1] + HIGH / 2}H{xs[1]}V{middle}H{xs[2]}"


def _plain(lineage: Lineage, hand: Hand) -> str:
    return "".join(run.text for run in lineage.name(hand))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
