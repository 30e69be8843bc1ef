"""What claims show side by side: talks, ways, sieges, attacks, each value with its claims. Adds nothing up, calls nothing so.

    negotiations(ground) -> tuple[Board, ...]     issues by parties: latest positions, reversals, who excludes whom
    ways(ground) -> tuple[Way, ...]               the register of ways; never a word that one may be travelled
    siege(ground, place, ...) -> Siege            what is told of one place; no tier of intensity
    incidents(ground) -> tuple[Incident, ...]     one strike or killing a row, across reports
    told_apart(incident) -> bool                  whether enough is told of one to know it from another

`Ground` is what they are all made of: claims, reports, facts, episodes, and the rows of the codebook that they need.
"""

from tawatur.boards.ground import Ground, as_known, grounded
from tawatur.boards.incidents import incidents, told_apart
from tawatur.boards.negotiations import negotiations
from tawatur.boards.sieges import siege
from tawatur.boards.ways import ways

__all__ = ["Ground", "as_known", "grounded", "incidents", "negotiations", "siege", "told_apart", "ways"]
