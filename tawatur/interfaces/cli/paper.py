"""How output is laid out: tables that fit a terminal or a page, plain lines, JSON for programs."""

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

PIPE = 100
"""Columns of a pipe that nobody has named the width of."""
GAP = 2
INDENT = "    "
SENTENCE = 24
"""The least width at which a column of sentences can be read."""
LTR_MARK = "\u200e"
"""Unicode's left-to-right mark, of no width: between two cells in Arabic it keeps the columns from changing places."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `whole` cells are never broken over lines, those `below` stand under their row for want of room."""

    head: str
    whole: bool = False
    right: bool = False
    below: bool = False


def console(error: bool = False) -> "Console":
    """Where output goes: colours and the terminal's width there, neither in a pipe."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    return Console(file=stream, highlight=False, soft_wrap=False, emoji=False, markup=False)


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]], none: str, wide: bool = False) -> None:
    """Print rows under their heads, as wide as the terminal; `none` is the line that stands there if there are none.

    What does not fit beside goes below: first the columns that may, then every cell. `wide` is one line a row, however long.
    """
    held = [[" ".join(cell.split()) for cell in row] for row in rows]
    if not held:
        console(error=True).print(none)
        return
    if wide:
        _drawn(columns, held, [_length(columns[at], held, at) for at in range(len(columns))])
        return
    filled = [at for at in range(len(columns)) if any(row[at] for row in held)]  # an empty column only takes room
    columns, held = [columns[at] for at in filled], [[row[at] for at in filled] for row in held]
    beside = [at for at, column in enumerate(columns) if not column.below]
    for shown in (range(len(columns)), beside):
        if widths := _widths([columns[at] for at in shown], [[row[at] for at in shown] for row in held], _width()):
            below = [at for at in range(len(columns)) if at not in shown]
            notes = [[f"{columns[at].head}: {row[at]}" for at in below if row[at]] for row in held]
            _drawn([columns[at] for at in shown], [[row[at] for at in shown] for row in held], widths, notes)
            return
    _stacked(columns, held, _width())


def _width() -> int:
    """The terminal's width; in a pipe the one that the environment names, or one that most windows have."""
    paper = console()
    return paper.width if paper.is_terminal or "COLUMNS" in os.environ else PIPE


def _length(column: Column, rows: Sequence[Sequence[str]], at: int) -> int:
    from rich.cells import cell_len

    return max(cell_len(column.head), *(cell_len(row[at]) for row in rows))


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """How wide columns are that fit together, or nothing: what each needs, then of the rest as much to each that wants more."""
    wanted = [_length(column, rows, at) for at, column in enumerate(columns)]
    given = [_least(column, [row[at] for row in rows]) for at, column in enumerate(columns)]
    room = width - sum(given) - GAP * (len(columns) - 1)
    if room < 0:
        return []
    while room and (short := [at for at, one in enumerate(wanted) if given[at] < one]):
        for at in short[:room]:
            given[at] += 1
        room -= min(room, len(short))
    return given


def _least(column: Column, cells: Sequence[str]) -> int:
    """How narrow a column may become before words break, or sentences stand one word to a line."""
    from rich.cells import cell_len

    words = max((cell_len(word) for cell in cells for word in ([cell] if column.whole else cell.split())), default=0)
    longest = max(map(cell_len, cells), default=0)
    return max(cell_len(column.head), words, min(longest, SENTENCE))


def _drawn(columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: Sequence[int],
           notes: Sequence[Sequence[str]] = ()) -> None:
    """Rows with their cells wrapped to these widths, and under each its notes."""
    _row([column.head for column in columns], columns, widths)
    if console().is_terminal:
        say("─" * (sum(widths) + GAP * (len(widths) - 1)))
    apart_by_blanks = any(notes)
    for number, row in enumerate(rows):
        if number and apart_by_blanks:
            say("")
        _row(row, columns, widths)
        told = " · ".join(notes[number]) if apart_by_blanks else ""
        for line in wrapped(told, max(SENTENCE, _width() - len(INDENT))) if told else ():
            say(apart(INDENT + line))


def _row(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> None:
    from rich.cells import cell_len

    folded = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for at in range(max(map(len, folded))):
        line = ""
        for lines, column, width in zip(folded, columns, widths, strict=True):
            cell = lines[at] if at < len(lines) else ""
            gap = " " * (width - cell_len(cell))
            line += (gap + cell if column.right else cell + gap) + " " * GAP
        say(apart(line.rstrip()))


def wrapped(text: str, width: int, blank: str | None = None) -> list[str]:
    """A text in lines of so many columns; marks of direction take none, and only a word that is too long is broken.

    `blank` is where words end, if several blanks in a row are to stay.
    """
    from rich.cells import cell_len, chop_cells

    lines: list[str] = []
    for word in text.split(blank):
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += " " + word
        else:
            lines += chop_cells(word, width) if cell_len(word) > width else [word]
    return lines or [""]


def _stacked(columns: Sequence[Column], rows: Iterable[Sequence[str]], width: int) -> None:
    """Rows too wide for the terminal, each as a block with a line for every cell that is not empty."""
    lead = max(len(column.head) for column in columns) + GAP
    for number, row in enumerate(rows):
        if number:
            say("")
        for column, cell in zip(columns, row, strict=True):
            for at, line in enumerate(wrapped(cell, max(SENTENCE, width - lead)) if cell else ()):
                say(apart(f"{'' if at else column.head:{lead}}{line}"))


def apart(line: str) -> str:
    """A line of a table whose columns stay in their order whatever is written in them: only between cells are two blanks."""
    return line if line.isascii() else re.sub(r"( {2,})(?=\S)", rf"\1{LTR_MARK}", line)


def say(line: str) -> None:
    """A line of output, as it is."""
    sys.stdout.write(line + "\n")


def tell(line: str, wide: bool) -> None:
    """A line of output as wide as the terminal: what does not fit stands below, indented further than the line is."""
    lead = " " * (len(line) - len(line.lstrip(" ")))
    first, *more = [line.strip(" ")] if wide else wrapped(line.strip(" "), max(SENTENCE, _width() - len(lead + INDENT)), " ")
    say(lead + first)
    for rest in more:
        say(lead + INDENT + rest)


def note(line: str) -> None:
    """A line for the person, not for the pipe."""
    print(line, file=sys.stderr)


def dump(value: Any) -> None:
    """A value as JSON that people can read too."""
    say(json.dumps(value, ensure_ascii=False, indent=2))
