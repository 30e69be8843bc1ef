"""A table in one language before it is laid out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A heading, the heads of columns, rows of as many cells, and remarks below; all plain text, foreign names isolated."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remarks: tuple[str, ...] = ()
