"""What may be held: facts with the roots that they come down to. Finds no links, averages nothing, and calls nothing true.

    reconcile(claims, documents, links, copies, descents, episodes, scopes, heads) -> tuple[Fact, ...]
    scopes(packs) -> Scopes             what the packs say of the scope of figures and of who stands on which side

Every claim is in exactly one fact. What agrees, what has changed and what stands against what is said with its cause.
"""

from tawatur.reconcile.facts import reconcile
from tawatur.reconcile.scopes import scopes

__all__ = ["reconcile", "scopes"]
