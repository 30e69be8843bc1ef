"""A table in one language before it is laid out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A heading, the heads of columns, rows of as many cells, and remarks below; all plain text, foreign names isolated.

    The last columns, `below` many, may stand under their row where there is no room for them beside the others.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remarks: tuple[str, ...] = ()
    below: int = 0
