"""How output is laid out: tables that fit a terminal, plain lines in a pipe, JSON for programs."""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

PIPE_CELL = 100
"""In a pipe nobody wraps: a longer cell is cut, and says so."""
SENTENCE = 24
"""The least width at which a column of sentences can be read."""
LTR_MARK = "\u200e"
"""Unicode's left-to-right mark, of no width: between two cells in Arabic it keeps the columns from changing places."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `whole` cells are never broken over lines."""

    head: str
    whole: bool = False
    right: bool = False


def console(error: bool = False) -> "Console":
    """Where output goes: colours and the terminal's width there, neither in a pipe."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    return Console(file=stream, highlight=False, soft_wrap=False, emoji=False, markup=False)


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]], none: str) -> None:
    """Print rows under their heads; `none` is the line that stands there if there are none."""
    from rich import box
    from rich.table import Table

    paper = console()
    rows = list(rows)
    if not rows:
        console(error=True).print(none)
        return
    if not paper.is_terminal:
        _plain(columns, rows)
        return
    filled = [at for at in range(len(columns)) if any(row[at] for row in rows)]  # an empty column only takes room
    if sum(_least(columns[at], [row[at] for row in rows]) + 2 for at in filled) > paper.width:
        _stacked([columns[at] for at in filled], [[row[at] for at in filled] for row in rows], paper.width)
        return
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for at in filled:
        made.add_column(columns[at].head, no_wrap=columns[at].whole, overflow="fold",
                        justify="right" if columns[at].right else "left")
    for row in rows:
        made.add_row(*(" ".join(row[at].split()) for at in filled))
    with paper.capture() as drawn:
        paper.print(made)
    for line in drawn.get().splitlines():
        say(apart(line))


def _least(column: Column, cells: Sequence[str]) -> int:
    """How narrow a column may become before words break, or sentences stand one word to a line."""
    words = max((len(word) for cell in cells for word in ([cell] if column.whole else cell.split())), default=0)
    longest = max(map(len, cells), default=0)
    return max(len(column.head), words, min(longest, SENTENCE))


def _stacked(columns: Sequence[Column], rows: Iterable[Sequence[str]], width: int) -> None:
    """Rows too wide for the terminal, each as a block with a line for every cell that is not empty."""
    lead = max(len(column.head) for column in columns) + 2
    for number, row in enumerate(rows):
        if number:
            say("")
        for column, cell in zip(columns, row, strict=True):
            for at, line in enumerate(wrap(" ".join(cell.split()), max(SENTENCE, width - lead))):
                say(apart(f"{'' if at else column.head:{lead}}{line}"))


def apart(line: str) -> str:
    """A line of a table whose columns stay in their order whatever is written in them: only between cells are two blanks."""
    return line if line.isascii() else re.sub(r"( {2,})(?=\S)", rf"\1{LTR_MARK}", line)


def _plain(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    from rich.cells import cell_len

    lines = [[column.head for column in columns], *([_short(cell) for cell in row] for row in rows)]
    widths = [max(cell_len(line[at]) for line in lines) for at in range(len(columns))]
    for line in lines:
        padded = (" " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
        cells = (gap + cell if column.right else cell + gap for column, cell, gap in zip(columns, line, padded, strict=True))
        say("  ".join(cells).rstrip())


def _short(cell: str) -> str:
    flat = " ".join(cell.split())
    return flat if len(flat) <= PIPE_CELL else flat[:PIPE_CELL - 1].rstrip() + "…"


def say(line: str) -> None:
    """A line of output, as it is."""
    sys.stdout.write(line + "\n")


def note(line: str) -> None:
    """A line for the person, not for the pipe."""
    print(line, file=sys.stderr)


def dump(value: Any) -> None:
    """A value as JSON that people can read too."""
    say(json.dumps(value, ensure_ascii=False, indent=2))
