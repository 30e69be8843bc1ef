"""How output is laid out: tables that fit a terminal, plain lines in a pipe, JSON for programs."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

PIPE_CELL = 100
"""In a pipe nobody wraps: a longer cell is cut, and says so."""
ISOLATED = "\u2068{}\u2069"
"""Unicode's first-strong isolate: a cell in Arabic must not drag its neighbours to the other side."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: `share` of the width it may grow to, 0 for one that is never wrapped."""

    head: str
    share: int = 0
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
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False, width=paper.width)
    for column in columns:
        made.add_column(column.head, ratio=column.share or None, no_wrap=not column.share, overflow="fold",
                        justify="right" if column.right else "left")
    for row in rows:
        made.add_row(*(isolated(cell) for cell in row))
    paper.print(made)


def isolated(cell: str) -> str:
    """A cell that keeps its direction to itself."""
    return cell if cell.isascii() else ISOLATED.format(cell)


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
