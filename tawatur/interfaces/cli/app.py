"""The program's commands, its help and its exit codes."""

import os
import sys
from collections.abc import Sequence
from textwrap import fill
from typing import TYPE_CHECKING

from cyclopts import App, CycloptsError, Group
from cyclopts.help import PlainFormatter

from tawatur import __version__
from tawatur.errors import TawaturError
from tawatur.interfaces.cli import (
    asking,
    changing,
    grounding,
    holding,
    knowing,
    ledgers,
    placing,
    reading,
    reviewing,
    siding,
    telling,
    vouching,
)

if TYPE_CHECKING:
    from rich.console import Console

ABOUT = """Read reports in Arabic and English on sieges and talks into a case; ask it who wants what, who is trapped, who got out,
who says so and through whom. Nothing here is for navigation."""

EXAMPLES = """Examples:

  tawatur read reports/ --case hajin.db
  tawatur brief --case hajin.db
  tawatur figures --case hajin.db --place Hajin --since 2018-12-01
  tawatur claims --case hajin.db --explain 3f2a91

A case is one file; --case may also stand in the environment variable TAWATUR_CASE.

An id may be shortened as long as only one record begins so.

Exit codes:

  0    all went well
  1    some reports could not be read
  2    a bad option, file or text
  3    malformed knowledge
  4    the case cannot be opened or written
  5    an id or name that the case does not hold
  6    the case was tampered with
  130  stopped by Ctrl-C
"""

PLAIN = 78
"""Columns of the help in a pipe."""
GROUPS = {
    "Reports in, briefings out": ("read", "document", "brief", "changes", "export", "schema", "forget"),
    "What was said": ("reports", "claims", "positions", "talks", "sources", "search"),
    "What may be held, side by side": ("facts", "episodes", "figures", "board", "corridors", "siege", "incidents"),
    "What people decide": ("review", "verify"),
    "What reports are read with": ("packs", "gazetteer", "ground", "rebuild"),
}
"""The commands in the order in which somebody new meets them."""
BAD_INPUT, STOPPED, PIPE_CLOSED = 2, 130, 141

class _Plain(PlainFormatter):
    """Help in a pipe: an entry is wrapped once, as a whole; the library wraps its words before it puts the name before them."""

    def _print_plain(self, console: "Console", text: str) -> None:
        entry = text.startswith(self.indent)
        super()._print_plain(console, fill(" ".join(text.split()), PLAIN, initial_indent=self.indent,
                                           subsequent_indent=3 * self.indent) if entry else text)


app = App(name="tawatur", help=ABOUT, help_epilogue=EXAMPLES, version=__version__, help_format="plaintext",
          help_formatter="default" if sys.stdout.isatty() else _Plain())
app["--help"].group = app["--version"].group = "Other"
for module in (reading, telling, asking, siding, ledgers, changing, holding, reviewing, vouching, grounding, knowing, placing):
    module.register(app)
for rank, (title, names) in enumerate(GROUPS.items()):
    shown = Group(title, sort_key=rank)
    for name in names:
        app[name].group = shown


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is the answer."""
    try:
        code = app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError as error:
        return _complain(" ".join(str(error).split()) + " (see: tawatur --help)", BAD_INPUT)
    except TawaturError as error:
        return _complain(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _complain("stopped", STOPPED)
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    return code if isinstance(code, int) else 0


def _complain(line: str, code: int) -> int:
    print(f"tawatur: {line}", file=sys.stderr)
    return code
