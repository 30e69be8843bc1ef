"""Those who take a stance together: every party of the list that is its subject."""

from collections.abc import Iterator

from tawatur.claims.frames import Frame
from tawatur.claims.lists import members
from tawatur.claims.sides import mediates
from tawatur.claims.syntax import Syntax
from tawatur.records import Position


def together(syntax: Syntax, frame: Frame, position: Position) -> Iterator[str]:
    """The other parties of the list that a stance has for its subject: "Alpha and Beta rejected the truce"."""
    if frame.subject is None or frame.nominal or frame.passive or syntax.governed(frame.subject):
        return
    for party in members(syntax, frame.subject):
        if party.actor and party.actor not in (position.party, position.counterpart) and not mediates(syntax, party.actor):
            yield party.actor

