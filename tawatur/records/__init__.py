"""What a thing is: frozen values, no I/O, no storage keys; imports nothing of ours.

The field names are those of the codebook; `docs/codebook.md` is generated from these classes.
"""

from tawatur.records.actor import Actor, Outlet, Person
from tawatur.records.board import (
    Answer,
    Attempt,
    Board,
    Cell,
    Charge,
    Incident,
    Package,
    Relation,
    Row,
    Siege,
    Stand,
    State,
    Telling,
    Toll,
    Turn,
    Way,
)
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
from tawatur.records.link import OPPOSED, SAME_VOICE, Descent, Fact, Independent, Link, Node, Reuse, Step
from tawatur.records.mention import LEADER, LEADS, PERSON, TAKES, Locality, Mention, Party, Quantity, Quotation, Temporal
from tawatur.records.origin import Hand, Origin
from tawatur.records.place import Candidate, Place, Point, Reason
from tawatur.records.reading import Reading, Sentence, Token, by_kind, roles_of, standing_in
from tawatur.records.review import NO_TIES, Action, Decided, Draft, Review, Ties
from tawatur.records.series import Clash, Series, Tally
from tawatur.records.span import Evidence, Span
from tawatur.records.time import UNRESOLVED, Basis, Time

__all__ = [
    "LEADER", "LEADS", "NO_TIES", "OPPOSED", "PERSON", "SAME_VOICE", "TAKES", "UNRESOLVED", "Acquired", "Action", "Actor",
    "Answer", "Appeal", "Attempt", "Attribution", "Basis", "Block", "Board", "Candidate", "Cell", "Change", "Charge", "Claim",
    "Clash", "Component", "Condition", "Content", "Control", "Corridor", "Coverage", "Decided", "Derived", "Descent", "Document",
    "Draft", "Episode", "Event", "Evidence", "Fact", "Figure", "Hand", "Incident", "Independent", "Link", "Locality", "Mention",
    "Node", "Origin", "Outlet", "Package", "Party", "Person", "Place", "Point", "Position", "Quantity", "Quotation", "Reading",
    "Reason", "Refusal", "Relation", "Reuse", "Review", "Row", "Sentence", "Series", "Setback", "Share", "Siege", "Source",
    "Span", "Stand", "State", "Step", "Talks", "Tally", "Telling", "Temporal", "Term", "Terms", "Ties", "Time", "Token", "Toll",
    "Turn", "Unread", "Way", "by_kind", "roles_of", "standing_in",
]
