"""Same, newer, or against: which reports copy one another, which are about one thing, and what claims are to each other.

    relate(documents, claims, packs) -> Relations      copies, episodes, descents, links
    group(documents, claims) -> tuple[Episode, ...]    the reports as episodes

Every report is in exactly one episode; the fullest comes first. Counts no roots and holds nothing to be so: that is `reconcile`.
"""

from tawatur.linking.episodes import group
from tawatur.linking.relate import Relations, relate

__all__ = ["Relations", "group", "relate"]
