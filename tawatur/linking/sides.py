"""Whom a claim's content names as acting."""

from collections.abc import Iterator

from tawatur.records import Appeal, Condition, Content, Control, Corridor, Event, Figure, Position, Talks


def parties(content: Content) -> Iterator[str]:
    """The actors: ids of the packs, or names as written."""
    match content:
        case Position():
            named: tuple[str | None, ...] = (content.party, content.counterpart)
        case Talks():
            named = content.parties
        case Corridor():
            named = (content.proposed_by, content.refused_by)
        case Figure():
            named = (content.group,)
        case Event():
            named = (content.actor, content.target)
        case Control():
            named = (content.actor,)
        case Appeal():
            named = (content.by, *content.to)
        case Condition():
            named = content.responsible
    yield from (party for party in named if party)
