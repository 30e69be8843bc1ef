"""The tables: which columns a kind of claim has."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tawatur.desk.asking import Told
from tawatur.interfaces.cli.paper import Column
from tawatur.interfaces.cli.wording import content, decided, origin, outlet, short, when, where, words
from tawatur.records import Claim, Condition, Control, Corridor, Document, Event, Position, Talks

Cell = Callable[[Claim, Document], str]
Said = TypeVar("Said", Position, Talks, Corridor)


@dataclass(frozen=True)
class Listing:
    """A table of claims: its columns, and what fills them."""

    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]

    def row(self, claim: Claim, document: Document) -> list[str]:
        return [cell(claim, document) for cell in self.cells]

    def reviewed(self) -> "Listing":
        """The table with a column for what persons decided, which stands empty where nobody did."""
        return Listing((*self.columns, Column("decided", below=True)), (*self.cells, lambda claim, _: decided(claim)))


def _modal(claim: Claim) -> str:
    return "" if claim.modality == "asserted" else claim.modality


def _joined(*parts: str | None) -> str:
    return ", ".join(filter(None, parts))


def _of(kind: type[Said], read: Callable[[Said], str | None], *, modal: bool = False) -> Cell:
    """A cell of one kind's content; `modal` adds that it is denied, planned, conditional or only possible."""
    def cell(claim: Claim, _: Document) -> str:
        said = read(claim.content) if isinstance(claim.content, kind) else None
        return _joined(said, _modal(claim) if modal else None)

    return cell


def _listing(*pairs: tuple[Column, Cell]) -> Listing:
    return Listing(tuple(column for column, _ in pairs), tuple(cell for _, cell in pairs))


def _said(claim: Claim) -> str:
    """The content in one line; with the report's words, where it would leave open what it is about."""
    said = content(claim.content)
    bare = isinstance(claim.content, Control | Condition | Event) and not claim.places
    return f"{said}: “{claim.evidence[0].quote}”" if bare and claim.evidence else said


TELLERS = {"self": "itself", "counterpart": "its enemy", "third": "a third"}
"""Whose account of a position it is, in words."""
_ID: tuple[Column, Cell] = (Column("id", whole=True), lambda claim, _: short(claim.id))
_WHERE: tuple[Column, Cell] = (Column("where"), lambda claim, _: where(claim.places))
_WHO: tuple[Column, Cell] = (Column("told by", below=True), origin)

LISTINGS: dict[str | None, Listing] = {
    None: _listing(
        _ID, (Column("kind", whole=True), lambda claim, _: claim.kind),
        (Column("what"), lambda claim, _: _joined(_said(claim), _modal(claim))), _WHERE, _WHO),
    "position": _listing(
        _ID, (Column("party"), _of(Position, lambda said: said.party)),
        (Column("stance"), _of(Position, lambda said: said.stance, modal=True)),
        (Column("issue"), _of(Position, lambda said: words(said.issue))),
        (Column("what"), _of(Position, lambda said: said.object)),
        (Column("towards", below=True), _of(Position, lambda said: said.counterpart)),
        (Column("reason", below=True), _of(Position, lambda said: said.reason)),
        (Column("from", below=True), _of(Position, lambda said: TELLERS.get(said.told_by or "", said.told_by))), _WHO),
    "talks": _listing(
        _ID, (Column("parties"), _of(Talks, lambda said: ", ".join(said.parties))),
        (Column("status"), _of(Talks, lambda said: words(said.status), modal=True)),
        (Column("mediator"), _of(Talks, lambda said: said.mediator)),
        (Column("issues"), _of(Talks, lambda said: ", ".join(map(words, said.issues)))), _WHERE, _WHO),
    "corridor": _listing(
        _ID, (Column("way"), _of(Corridor, lambda said: said.name)), _WHERE,
        (Column("status"), _of(Corridor, lambda said: words(said.status), modal=True)),
        (Column("for"), _of(Corridor, lambda said: said.for_)),
        (Column("hazards", below=True), _of(Corridor, lambda said: ", ".join(map(words, said.hazards)))), _WHO),
}
REPORTS = (Column("id", whole=True), Column("report"), Column("outlet"), Column("date", whole=True), Column("lang", whole=True),
           Column("claims", whole=True, right=True), Column("marked"))
SOURCES = (Column("source"), Column("kind", whole=True), Column("speaks for"), Column("heard through", below=True),
           Column("reports", whole=True, right=True), Column("claims", whole=True, right=True))


def report(document: Document, claims: int) -> Sequence[str]:
    """A row of the table of reports."""
    marked = "" if document.sensitivity == "public" else document.sensitivity
    return (short(document.id), document.title or document.name, outlet(document), when(document.published) or "undated",
            document.language or "?", str(claims), marked)


def source(told: Told, nameless: Mapping[str, str]) -> Sequence[str]:
    """A row of the table of sources; `nameless` is how to call the files that no outlet is known of."""
    name = nameless.get(told.source.name, told.source.name) if told.source.kind == "outlet" else told.source.name
    through = ", ".join(nameless.get(outlet, outlet) for outlet in told.outlets)
    return name, told.source.kind, told.source.actor or "", through, str(told.reports), str(told.claims)
