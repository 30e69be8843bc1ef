"""No report may take for ever: a clock that stops reading one, where the system has one to offer."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from tawatur.documents.handed import Unreadable


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise Unreadable when the block takes longer. Outside the main thread, and where there are no alarms, nothing watches."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def enough(_signal: int, _frame: FrameType | None) -> None:
        raise Unreadable(f"absurd: reading it takes more than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, enough)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
