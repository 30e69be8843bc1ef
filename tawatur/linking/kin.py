"""Values of the codebook that lie so near that careful readers of one thing differ between them."""

from collections import defaultdict
from collections.abc import Mapping

from tawatur.packs import Packs


class Kin:
    """Made of the rows of `kin.csv`; kinship is mutual and does not pass on."""

    def __init__(self, packs: Packs) -> None:
        held: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in packs.tables.get("kin", ()):
            held[row["field"], row["value"]].add(row["kin"])
            held[row["field"], row["kin"]].add(row["value"])
        self._held: Mapping[tuple[str, str], set[str]] = dict(held)

    def are(self, field: str, left: str | None, right: str | None) -> bool:
        """Whether two values of a field are one or kin."""
        return left == right or (left is not None and right in self._held.get((field, left), ()))

    def clan(self, field: str, value: str | None) -> tuple[str, ...]:
        """A value and all that kinship leads to from it, however far; the same for each of them."""
        met, ahead = {value or ""}, [value or ""]
        while ahead:
            new = self._held.get((field, ahead.pop()), set()) - met
            met |= new
            ahead += new
        return tuple(sorted(met))

    def family(self, field: str, value: str | None) -> tuple[str, ...]:
        """A value and all that are kin to it."""
        return (value or "", *sorted(self._held.get((field, value or ""), ())))
