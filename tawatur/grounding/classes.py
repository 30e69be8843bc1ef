"""The classes of words by which they license something."""

from functools import cache

from tawatur.records import Mention

SPOKEN = frozenset(
    {"not", "no", "future", "may", "can", "must", "if", "unless", "until", "whether", "while", "after", "so", "through", "to",
     "exchange", "either", "only"}
)
"""Roles of function words that license something by themselves."""
CHARGES = "accusations"
"""What a word of speech takes that denies these alone: of anything else it tells a stance."""
NOTHING: frozenset[str] = frozenset()


def classes(mention: Mention) -> frozenset[str]:
    """The classes by which a mention may license something: `stance:rejects`, `measure:killed`, `role:must` …; else none."""
    attrs = mention.attrs
    if mention.kind == "terms":
        return _term(attrs["class"], attrs.get("value", ""), attrs.get("mode", ""))
    if mention.kind == "measures":
        return _of("measure", attrs["measure"])
    if mention.kind == "counted":
        return _counted(attrs.get("unit", ""), attrs.get("population", ""), attrs.get("measure"))
    if mention.kind == "signs":
        return _split(attrs["sign"])
    if mention.kind == "speech":
        narrow = CHARGES in attrs.get("takes", "").split()
        return _of("speech", "" if narrow else attrs.get("act", ""))
    if mention.kind == "function" and attrs.get("role") in SPOKEN:
        return _split(f"role:{attrs['role']}")
    return NOTHING


# The tables hold some hundred combinations, a report some thousand words: each is put together once.
@cache
def _term(kind: str, value: str, mode: str) -> frozenset[str]:
    return frozenset({kind, f"{kind}:{value}", f"{kind}:{value}:{mode}"})


@cache
def _of(kind: str, value: str) -> frozenset[str]:
    return frozenset({kind, f"{kind}:{value}"})


@cache
def _counted(unit: str, population: str, measure: str | None) -> frozenset[str]:
    return frozenset({f"unit:{unit}", f"population:{population}", *([f"measure:{measure}"] if measure is not None else ())})


@cache
def _split(names: str) -> frozenset[str]:
    return frozenset(names.split())
