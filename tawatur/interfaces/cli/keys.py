"""Single keys of a terminal, without Enter; and whole lines, with it."""

import codecs
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

STOP, END = "\x03", "\x04"
"""Ctrl-C and Ctrl-D as keys."""


@contextmanager
def keyboard() -> Iterator[Callable[[], str]]:
    """What gives the next key, "" where there are no more; the terminal is as it was afterwards.

    It stays in this mode between two keys, so that what somebody types ahead is neither shown nor lost.
    """
    try:
        import termios
        import tty
    except ImportError:
        yield _windows_key
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        yield _key
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _key() -> str:
    # Python's own stdin would read ahead, and a line that is asked for next would miss what it read.
    decoder, key = codecs.getincrementaldecoder("utf-8")("replace"), ""
    while not key:
        byte = os.read(sys.stdin.fileno(), 1)
        if not byte:
            return ""
        key = decoder.decode(byte)
    if key == STOP:
        raise KeyboardInterrupt
    return "" if key == END else key


def _windows_key() -> str:
    import msvcrt

    key: str = msvcrt.getwch()  # type: ignore[attr-defined]
    if key == STOP:
        raise KeyboardInterrupt
    return "" if key in (END, "\x1a") else key


@contextmanager
def lines() -> Iterator[Callable[[str], str]]:
    """What asks for a line, "" where there are no more, within a `keyboard`: it is shown while it is typed, and can be mended."""
    try:
        import termios
    except ImportError:
        yield read_line
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    shown = [*before]
    shown[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(terminal, termios.TCSADRAIN, shown)
    try:
        yield read_line
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def read_line(prompt: str) -> str:
    """A line as it was typed; "" where there are no more."""
    with suppress(EOFError):
        return input(prompt)
    return ""
