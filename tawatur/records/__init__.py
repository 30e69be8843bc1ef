"""What a thing is: frozen values, no I/O, no storage keys; imports nothing of ours.

The field names are those of the codebook; `docs/codebook.md` is generated from these classes.
"""

from tawatur.records.actor import Actor, Outlet, Person
from tawatur.records.change import Change
from tawatur.records.claim import (
    Appeal,
    Attribution,
    Claim,
    Component,
    Condition,
    Content,
    Control,
    Corridor,
    Event,
    Figure,
    Position,
    Refusal,
    Source,
    Talks,
    Terms,
)
from tawatur.records.coverage import Coverage, Share
from tawatur.records.derived import Derived, Term
from tawatur.records.document import Acquired, Block, Document, Setback
from tawatur.records.episode import Episode, Unread
from tawatur.records.link import Descent, Fact, Independent, Link, Node, Reuse
from tawatur.records.mention import Locality, Mention, Party, Quantity, Quotation, Temporal
from tawatur.records.origin import Hand, Origin
from tawatur.records.place import Candidate, Place, Point, Reason
from tawatur.records.reading import Reading, Sentence, Token, standing_in
from tawatur.records.review import Action, Decided, Draft, Review, Ties
from tawatur.records.series import Clash, Series, Tally
from tawatur.records.span import Evidence, Span
from tawatur.records.time import UNRESOLVED, Basis, Time

__all__ = [
    "UNRESOLVED", "Acquired", "Action", "Actor", "Appeal", "Attribution", "Basis", "Block", "Candidate", "Change", "Claim",
    "Clash", "Component", "Condition", "Content", "Control", "Corridor", "Coverage", "Decided", "Derived", "Descent",
    "Document", "Draft", "Episode", "Event", "Evidence", "Fact", "Figure", "Hand", "Independent", "Link", "Locality",
    "Mention", "Node", "Origin", "Outlet", "Party", "Person", "Place", "Point", "Position", "Quantity", "Quotation",
    "Reading", "Reason", "Refusal", "Reuse", "Review", "Sentence", "Series", "Setback", "Share", "Source", "Span", "Talks",
    "Tally", "Temporal", "Term", "Terms", "Ties", "Time", "Token", "Unread", "standing_in",
]
