"""Positions that a side puts as what would, may or will be done: "the Guard would leave the tunnel", "the families may go"."""

from collections.abc import Iterator, Sequence

from tawatur.claims.build import build
from tawatur.claims.clauses import Clause
from tawatur.claims.frames import Framer
from tawatur.claims.issues import issues
from tawatur.claims.passives import is_passive
from tawatur.claims.sides import bargains, leaving, told_by
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Position

UNSAID = frozenset({"if", "unless", "until", "because", "while", "whether", "after", "so", "though", "where"})
"""How clauses open that only say when or why."""
HARM = frozenset({"ASSAULT", "MOBILIZE", "SANCTION", "ACCUSE"})
"""Events that nobody bargains over."""
KEEPING = "keeping"
"""The class of verbs by which a side says what it will not give up."""
NEAR = 3
"""Tokens from a modal word within which a negation turns it round."""


def modal(syntax: Syntax, framer: Framer, voices: Voices, table: Table, told: Sequence[Claim]) -> Iterator[Claim]:
    """The positions of a sentence that no word of stance or promise tells; `told` are the claims that it has already."""
    if not syntax.has("bare_infinitive"):
        return
    for clause in syntax.clauses:
        at = next((at for at in range(clause.first, clause.last) if syntax.roles.get(at) == "future" or at in syntax.ahead), None)
        if at is None or clause.opener in UNSAID or _told(syntax, clause, told) or _says_else(syntax, clause, at):
            continue
        party = _doer(syntax, framer, voices, clause, at)
        denied = _denied(syntax, clause, at)
        party = party or (voices.speaker(syntax.reading.tokens[at].start) if denied else None)
        named = issues(syntax, at, clause.last, leaving(syntax, party)) if bargains(syntax, party) else []
        if party is None or not named or named[0] == "other" or table.lately(party, named[0]):
            continue
        start = syntax.reading.tokens[at].start
        kept = any(at < term.first <= at + NEAR for term in syntax.of_class(KEEPING))
        stance = "rejects" if denied or kept else "offers"
        said = Position(party, stance, named[0], syntax.words(at, clause.last), told_by=told_by(syntax, voices, start, party))
        yield build(syntax, voices, table.put(said), clause.first, clause.last, trigger=at, rule="claims.modal:would")


def _told(syntax: Syntax, clause: Clause, told: Sequence[Claim]) -> bool:
    """Whether a position is told of a clause already."""
    tokens = syntax.reading.tokens
    start, end = tokens[clause.first].start, tokens[clause.last - 1].end
    return any(isinstance(claim.content, Position) and piece.start < end and start < piece.end
               for claim in told for piece in claim.evidence)


def _says_else(syntax: Syntax, clause: Clause, at: int) -> bool:
    """Whether a clause foretells harm or speech, or asks and tells a stance of which nothing was made."""
    terms = syntax.within(clause.first, clause.last)
    harm = any(term.attrs["class"] == "event" and term.attrs["value"] in HARM for term in terms)
    stance = any(term.attrs["class"] in ("stance", "appeal", "retaliation") and term.first < at for term in terms)
    spoken = any(m.kind == "speech" and at < m.first <= at + NEAR for m in syntax.mentions_in(at, clause.last))
    return harm or stance or spoken


def _doer(syntax: Syntax, framer: Framer, voices: Voices, clause: Clause, at: int) -> str | None:
    """The side that would do it: the subject, where it speaks itself or nobody speaks; nobody where a thing is done to it."""
    before = [party for party in syntax.parties_in(clause.first, at) if party.last <= at and not syntax.governed(party)]
    subject = framer.pointing.meant(before[-1], before[-1].start, syntax) if before and before[-1].last == at else None
    speaker = voices.speaker(syntax.reading.tokens[at].start)
    passive = any(syntax.roles.get(near) == "be" for near in range(at, at + NEAR))
    ends = max((m.last for m in syntax.mentions_in(at, at + 1) if m.kind == "function" and m.first == at), default=at + 1)
    passive = passive or any(is_passive(syntax, term) for term in syntax.within(ends, ends + 2))  # "due to be given"
    if subject is None or passive or speaker not in (None, subject.actor):
        return None
    return subject.actor


def _denied(syntax: Syntax, clause: Clause, at: int) -> bool:
    return at in syntax.ahead or any(syntax.roles.get(near) == "not" for near in range(at, at + NEAR)) or any(
        syntax.roles.get(near) == "no" for near in range(clause.first, at))
