"""What lies over facts: figures in series, what changed since, who speaks through whom, what each source adds. Derives no claims.

    series(account, claims, documents, actors) -> tuple[Series, ...]
"""

from tawatur.ledgers.figures import series

__all__ = ["series"]
