"""What lies over facts: figures in series, what changed since, who speaks through whom, what each source adds. Derives no claims.

    series(facts, claims, documents, packs) -> tuple[Series, ...]             figures by population and place, over time
    changes(before, known, after, claims, documents, links, descents, packs)  what was told since, and what it came to
    origins(descents, reports) -> tuple[Origin, ...]                          who speaks through whom
    derived(entries, claims) -> tuple[Derived, ...]                           what analysts reckoned, by their formulas
    coverage(facts, claims, documents, actors) -> Coverage                    what each family of sources and language adds
"""

from tawatur.ledgers.changes import changes
from tawatur.ledgers.coverage import coverage
from tawatur.ledgers.derived import derived, reckoned
from tawatur.ledgers.figures import series
from tawatur.ledgers.origins import origins

__all__ = ["changes", "coverage", "derived", "origins", "reckoned", "series"]
