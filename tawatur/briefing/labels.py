"""How values of the codebook are said: rows of `knowledge/codebook/labels.csv`, in the order of their importance."""

from collections.abc import Mapping
from functools import cache

from tawatur.packs import KNOWLEDGE, Row
from tawatur.packs.rows import read_table

_PATH = "codebook/labels.csv"


@cache
def _rows() -> Mapping[tuple[str, str], Mapping[str, Row]]:
    held: dict[tuple[str, str], dict[str, Row]] = {}
    for row in read_table(KNOWLEDGE / _PATH, _PATH):
        held.setdefault((row["group"], row["id"]), {})[row["form"]] = row
    return held


@cache
def _ranks() -> Mapping[tuple[str, str], int]:
    return {key: rank for rank, key in enumerate(_rows())}


def label(group: str, key: str | None, language: str) -> str | None:
    """A value's plain label, or None where no row says it."""
    row = _rows().get((group, key or ""), {}).get("")
    return row[language] if row else None


def noun(group: str, key: str | None, language: str, form: str) -> str | None:
    """The form of a counted noun: a plural category of CLDR, or `of`; a form that a language lacks is its `other`."""
    forms = _rows().get((group, key or ""), {})
    said = (forms[name][language] for name in (form, "other") if name in forms)
    return next((words for words in said if words), None)


def order(group: str, key: str | None) -> float:
    """Where a value stands in its group; those without a row come last."""
    return float(_ranks().get((group, key or ""), 10_000))


def values(group: str) -> tuple[str, ...]:
    """The values of a group, the most important first."""
    return tuple(dict.fromkeys(key for held, key in _rows() if held == group))
