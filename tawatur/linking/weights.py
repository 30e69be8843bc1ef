"""The numbers by which copies and claims are compared: rows of the codebook, each with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.errors import PackError
from tawatur.packs import Packs, Row

Numbers = Mapping[str, float]


@dataclass(frozen=True)
class Weights:
    """What each thing that two claims may have in common weighs, by kind; `forbidden` things keep them apart for certain."""

    added: Mapping[tuple[str, str], float]
    forbidden: frozenset[tuple[str, str]]

    def of(self, kind: str, name: str) -> float:
        """The weight of a feature for a kind of claim; 0 where no row gives one."""
        return self.added.get((kind, name), self.added.get(("", name), 0.0))

    def forbids(self, kind: str, name: str) -> bool:
        """Whether a feature says that two claims are not about one thing."""
        return (kind, name) in self.forbidden or ("", name) in self.forbidden


def numbers(packs: Packs, table: str) -> Numbers:
    """A table of named numbers."""
    return {row["name"]: _number(row, "value") for row in packs.tables.get(table, ())}


def weights(packs: Packs) -> Weights:
    """The weights of `links.csv`."""
    rows = packs.tables.get("links", ())
    never = frozenset((row["kind"], row["feature"]) for row in rows if row["weight"] == "never")
    return Weights({(row["kind"], row["feature"]): _number(row, "weight") for row in rows if row["weight"] != "never"}, never)


def _number(row: Row, column: str) -> float:
    try:
        return float(row[column])
    except ValueError:
        raise PackError(f"{row.where}: {column} is “{row[column]}”, which is no number") from None
