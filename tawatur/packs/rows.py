"""Rows of knowledge as they stand in files, each with its address."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Any

import yaml

from tawatur.errors import PackError


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a CSV table; `where` is `folder/file.csv:line`, the name that records carry as their rule."""

    values: Mapping[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")

    def number(self, column: str, default: int) -> int:
        """A whole number; raises PackError where the cell holds something else."""
        cell = self[column]
        try:
            return int(cell or default)
        except ValueError:
            raise PackError(f"{self.where}: {column} is “{cell}”, which is no whole number") from None

    def names(self, column: str) -> tuple[str, ...]:
        """The `;`-separated names of a cell."""
        return tuple(name.strip() for name in self[column].split(";") if name.strip())


def read_table(path: Path, address: str) -> tuple[Row, ...]:
    """The rows of a CSV file. Lines that start with `#` are remarks; the mark that spreadsheets put before the first is none.

    Raises PackError for a row with more cells than the header, or bytes that are not UTF-8.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise PackError(f"{address}: not UTF-8 ({error.reason} at byte {error.start}); save the file as UTF-8") from error
    return tuple(_rows(lines, address))


def _rows(lines: list[str], address: str) -> Iterator[Row]:
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not numbered:
        return
    header = list(map(intern, next(csv.reader([numbered[0][1]]))))
    for number, line in numbered[1:]:
        cells = next(csv.reader([line]))
        if len(cells) > len(header):
            raise PackError(f"{address}:{number}: {len(cells)} cells under {len(header)} columns; quote cells that hold a comma")
        values = {column: intern(cell.strip()) for column, cell in zip(header, cells, strict=False)}
        yield Row(values, f"{address}:{number}")


def read_tree(path: Path, address: str) -> Any:
    """The content of a YAML file; raises PackError with the line where it cannot be read."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PackError(f"{address}: {' '.join(str(error).split())}") from error
