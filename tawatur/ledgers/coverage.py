"""Coverage: what each family of sources alone would have shown, and what reports in one language add to the others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tawatur.ledgers.voices import families
from tawatur.records import Actor, Claim, Coverage, Document, Fact, Share


def coverage(facts: Sequence[Fact], claims: Mapping[str, Claim], documents: Mapping[str, Document],
             actors: Mapping[str, Actor]) -> Coverage:
    """The shares of a case's facts; one whose language nobody knows counts for none."""
    told = [[claims[id] for id in fact.claims] for fact in facts]
    return Coverage(len(facts), _shares({one for claim in group for one in families(claim, actors)} for group in told),
                    _shares({language for claim in group if (language := documents[claim.document].language)} for group in told))


def _shares(found: Iterable[set[str]]) -> tuple[Share, ...]:
    told, alone = Counter[str](), Counter[str]()
    for keys in found:
        told.update(keys)
        if len(keys) == 1:
            alone.update(keys)
    return tuple(Share(key, count, alone[key]) for key, count in sorted(told.items(), key=lambda item: (-item[1], item[0])))
