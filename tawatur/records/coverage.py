"""What a pile of reports owes to each kind of source, and to each language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """Of a family of sources or a language (`key`): how many facts it tells, and how many of them nobody else tells."""

    key: str
    told: int
    alone: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Facts in all, and the shares of families of sources and of languages; of those that tell any, the greatest first."""

    facts: int
    families: tuple[Share, ...]
    languages: tuple[Share, ...]
