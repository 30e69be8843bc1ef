"""Incidents as CSV, in the form in which casualty recorders keep them: columns in one order, cells that no spreadsheet runs."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from tawatur.records import Incident, Telling

GROUPS = ("civilians", "combatants", "unknown", "women", "children")
HARMS = ("killed", "injured")
COLUMNS = ("id", "start", "end", "when_as_written", "place", "place_id", "lat", "lon", "precision",
           *(f"{harm}_{group}_{end}" for harm in HARMS for group in GROUPS for end in ("min", "max")),
           "modes", "weapons", "alleged_actors", "alleged_by", "denied_by",
           "sources", "sources_least", "sources_most", "reports", "claims")
RUNS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run as a formula."""


def lines(incidents: Sequence[Incident]) -> Iterator[str]:
    """The head, then a line for each. Unknown is an empty cell, never 0; a most that is open is empty too."""
    for row in (COLUMNS, *map(_row, incidents)):
        held = StringIO()
        csv.writer(held, lineterminator="").writerow([_quiet(cell) for cell in row])
        yield held.getvalue()


def _row(one: Incident) -> Sequence[str]:
    place = one.places[0] if one.places else None
    tolls = {(toll.harm, toll.group): toll for toll in one.tolls}
    numbers = [_number(getattr(tolls[harm, group], end) if (harm, group) in tolls else None)
               for harm in HARMS for group in GROUPS for end in ("low", "high")]
    spot = (place.name, place.id or "", _number(place.lat), _number(place.lon), _number(place.precision)) if place else ("",) * 5
    accused = "; ".join(charge.actor for charge in one.charges if charge.actor and charge.accusers)
    told = (_values(one.modes), _values(one.weapons), accused, _named(one, "accusers"), _named(one, "deniers"))
    counts = (str(one.independent.least), str(one.independent.most), str(one.reports))
    return (one.id, one.start or "", one.end or "", "; ".join(one.when), *spot, *numbers, *told, "; ".join(one.roots), *counts,
            " ".join(one.claims))


def _values(tellings: Sequence[Telling]) -> str:
    return "; ".join(one.value or "" for one in tellings)


def _named(one: Incident, side: str) -> str:
    """Who says it of whom: `actor: name, name`, or the names alone where nobody is named of whom it is said."""
    held = ((charge.actor, ", ".join(telling.value or "" for telling in getattr(charge, side))) for charge in one.charges)
    return "; ".join(f"{actor}: {names}" if actor else names for actor, names in held if names)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _quiet(cell: str) -> str:
    """A cell that begins like a formula and is no number gets an apostrophe, as spreadsheets ask for."""
    if not cell.startswith(RUNS):
        return cell
    try:
        float(cell)
    except ValueError:
        return "'" + cell
    return cell
