"""Real output in the README: blocks that name a command and are filled with what it prints about the sample reports.

    <!-- shows: tawatur figures --case build/demo.db | from FIRST | to NEXT -->

is followed by the lines of the output from the first one that is FIRST, up to the next one that is NEXT, and without it.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
README = HOME / "README.md"
TAWATUR = Path(sys.executable).with_name("tawatur")
CASE = "build/demo.db"
BLOCK = re.compile(r"(?P<head><!-- shows: (?P<command>[^|\n]+) \| from (?P<first>[^|\n]+) \| to (?P<next>[^|\n]+) -->\n)"
                   r"(?:```text\n.*?\n```\n)?", re.DOTALL)
PLAIN = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "120", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}


class ExcerptError(Exception):
    """A command failed, or does not print what the README says it does."""


def run(*words: str) -> str:
    """What a command of the program prints."""
    done = subprocess.run([str(TAWATUR), *words], cwd=HOME, env=os.environ | PLAIN, capture_output=True, encoding="utf-8",
                          check=False)
    if done.returncode:
        raise ExcerptError(f"`tawatur {' '.join(words)}` failed: {done.stderr.strip()}")
    return done.stdout


@cache
def demo() -> tempfile.TemporaryDirectory[str]:
    """A folder with the case that `make demo` makes; it goes when the process ends."""
    folder = tempfile.TemporaryDirectory(prefix="tawatur-docs-")
    run("read", "--samples", "--case", str(Path(folder.name) / "demo.db"), "--quiet")
    return folder


@cache
def printed(command: str) -> str:
    """What a command of the README prints, on the case of the samples."""
    case = str(Path(demo().name) / "demo.db")
    return run(*[case if word == CASE else word for word in shlex.split(command)[1:]])


def excerpt(block: re.Match[str]) -> str:
    """The block with the lines that its command prints now."""
    lines = [line.rstrip() for line in printed(block["command"]).splitlines()]
    bare = [line.strip() for line in lines]
    try:
        begin = bare.index(block["first"])
        end = bare.index(block["next"], begin)
    except ValueError:
        raise ExcerptError(f"`{block['command']}` prints no “{block['first']}” with “{block['next']}” after it") from None
    shown = "\n".join(lines[begin:end]).rstrip()
    return f"{block['head']}```text\n{shown}\n```\n"


def readme() -> str:
    """The README with its blocks filled anew."""
    return BLOCK.sub(excerpt, README.read_text(encoding="utf-8"))
