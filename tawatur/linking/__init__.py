"""Which reports are about one thing: episodes of the same parties and place, near in time. Merges no claims, counts no roots.

    group(documents, claims) -> tuple[Episode, ...]

Every document is in exactly one episode; one that fits no other is an episode of its own. The fullest episode comes first.
"""

from tawatur.linking.episodes import group

__all__ = ["group"]
