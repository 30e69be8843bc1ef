"""What an analyst lays side by side: the negotiation board, the register of ways, the card of a siege, incidents."""

from collections.abc import Callable
from dataclasses import replace

from tawatur import boards
from tawatur.boards import Ground, as_known, grounded
from tawatur.briefing.blocks import Named
from tawatur.briefing.boards import Scribe
from tawatur.desk.asking import Asked, filtered
from tawatur.desk.reviewing import tied
from tawatur.packs import Packs
from tawatur.pipeline import account
from tawatur.ports import Store
from tawatur.records import Board, Incident, Siege, Way

Fold = Callable[[str], str]


def ground(case: Store, packs: Packs, as_of: str | None = None) -> tuple[Ground, int]:
    """The ground of a case, as known at the end of an ISO day if one is given; and how many claims without a day are left out."""
    documents, claims = list(case.documents()), list(case.claims())
    whole = account(documents, claims, packs, tied(case))
    if as_of is None:
        return grounded(claims, documents, whole.facts, whole.episodes, whole.descents, packs), 0
    known, undated = as_known(claims, {document.id: document for document in documents}, as_of)
    told, kept = {claim.document for claim in known}, {claim.id for claim in known}
    then = account([document for document in documents if document.id in told], known, packs, tied(case))
    # An episode is what it is: what was known of it then stands under the id that it has now.
    episodes = [replace(one, claims=tuple(id for id in one.claims if id in kept)) for one in whole.episodes]
    return grounded(known, documents, then.facts, episodes, then.descents, packs), undated


def negotiations(case: Store, packs: Packs, asked: Asked, fold: Fold, as_of: str | None = None) -> list[Board]:
    """The boards of which a filter lets at least one claim through."""
    let = _let(case, asked, fold)
    made, undated = ground(case, packs, as_of)
    return [replace(board, as_of=as_of, undated=undated) for board in boards.negotiations(made) if let & _on(board)]


def ways(case: Store, packs: Packs, asked: Asked, fold: Fold) -> list[Way]:
    """The ways of which a filter lets at least one claim through."""
    let = _let(case, asked, fold)
    return [way for way in boards.ways(ground(case, packs)[0]) if let & set(way.claims)]


def siege(case: Store, packs: Packs, place: str, fold: Fold, as_of: str | None = None) -> Siege:
    """The card of a place, by its id or a name in any spelling; UnknownError where the case names none."""
    meant = filtered(case, Asked(places=(place,)), fold).places
    names = {point.id: point.name for point in case.places()}
    name = next((names[id] for id in meant if id in names), place)
    made, undated = ground(case, packs, as_of)
    return replace(boards.siege(made, meant[0], name, meant), as_of=as_of, undated=undated)


def incidents(case: Store, packs: Packs, asked: Asked, fold: Fold) -> list[Incident]:
    """The incidents of which a filter lets at least one claim through."""
    let = _let(case, asked, fold)
    return [one for one in boards.incidents(ground(case, packs)[0]) if let & set(one.claims)]


def _let(case: Store, asked: Asked, fold: Fold) -> set[str]:
    return {claim.id for claim in case.claims(filtered(case, asked, fold))}


def _on(board: Board) -> set[str]:
    said = (stand.telling for row in board.rows for cell in row.cells for stand in cell.stands)
    return {id for telling in (*said, *(state.telling for state in board.talks)) for id in telling.claims}


def scribe(case: Store, packs: Packs, language: str) -> Scribe:
    """Who says the boards of a case in a language."""
    named: list[Named] = [*packs.actors.values(), *packs.outlets.values(), *packs.people.values(), *case.places()]
    return Scribe(language, named, list(case.documents()), {claim.id: claim for claim in case.claims()})
