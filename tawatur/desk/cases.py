"""Which store keeps a case."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tawatur.ports import Store


@contextmanager
def opened(path: Path, create: bool = False) -> Iterator[Store]:
    """The case of a file, closed whatever happens; `create` makes a missing one."""
    from tawatur.stores.sql import SqlStore

    case = SqlStore(path, create)
    try:
        yield case
    finally:
        case.close()
