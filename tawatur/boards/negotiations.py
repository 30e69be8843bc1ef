"""The negotiation board: issues by parties, with the latest position of each, and what has turned about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tawatur.boards.ground import LAST, Ground, by_day
from tawatur.boards.matching import Matching
from tawatur.records import Board, Cell, Claim, Episode, Package, Position, Row, Stand, State, Talks, Telling, Turn

Told = dict[str, list[list[Claim]]]
"""By episode, the claims of each fact."""
NOBODY = ""
"""The column of positions whose party no report names."""
UNSAID = "other"
"""The row of positions whose issue no report names."""


def negotiations(ground: Ground) -> tuple[Board, ...]:
    """A board for every episode in which a party wants something or talks are told of; the fullest come first."""
    homes = {claim: episode.id for episode in ground.episodes for claim in episode.claims}
    wants: Told = {episode.id: [] for episode in ground.episodes}
    talks: Told = {episode.id: [] for episode in ground.episodes}
    for kind, held in (("position", wants), ("talks", talks)):
        for claims in ground.told(kind):
            if claims[0].id in homes:
                held[homes[claims[0].id]].append(claims)
    made = (_board(ground, episode, wants[episode.id], talks[episode.id]) for episode in ground.episodes)
    return tuple(sorted((board for board in made if board.rows or board.talks), key=lambda one: (-_size(one), one.episode)))


def _size(board: Board) -> int:
    return sum(len(stand.telling.claims) for row in board.rows for cell in row.cells for stand in cell.stands)


def _board(ground: Ground, episode: Episode, wants: Sequence[list[Claim]], talks: Sequence[list[Claim]]) -> Board:
    stands = list(_stands(ground, wants))
    matching = Matching(ground)
    rows: list[Row] = []
    turns: list[Turn] = []
    for issue in sorted({issue for issue, _ in stands}, key=lambda one: (-sum(issue == one for issue, _ in stands), one)):
        cells = []
        held = [stand for other, stand in stands if other == issue]
        for party in dict.fromkeys(_party(ground, stand) for stand in held):
            cell = [stand for stand in held if _party(ground, stand) == party]
            turned = list(matching.turns(cell, party, issue))
            turns += turned
            cells.append(Cell(party, _latest(cell, turned)))
        rows.append(Row(issue, tuple(cells), tuple(matching.relations(issue, cells))))
    states = _states(ground, talks)
    turns += matching.reversals(states)
    columns = _columns(episode, rows)
    ordered = tuple(replace(row, cells=tuple(sorted(row.cells, key=lambda cell: columns.index(cell.party)))) for row in rows)
    return Board(episode.id, episode.places, columns, ordered, states, tuple(turns), _between(ground, [*wants, *talks]))


def _stands(ground: Ground, told: Sequence[list[Claim]]) -> Iterator[tuple[str, Stand]]:
    """Every position of an episode, with its issue: of issues so near that reports differ, the one that most claims name."""
    common = Counter(_issue(claim) for claims in told for claim in claims)
    for claims in told:
        lead = claims[0].content
        assert isinstance(lead, Position)
        issue = max(map(_issue, claims), key=lambda one: (common[one], one))
        said = [(claim, claim.content) for claim in claims if isinstance(claim.content, Position)]
        packages = {(one.terms.gives, one.terms.gets): claim.id for claim, one in said if one.terms}
        yield issue, Stand(
            ground.telling(lead.stance, claims), tuple(dict.fromkeys(one.told_by for _, one in said if one.told_by)),
            next((one.object for _, one in said if one.object), None),
            next((who for who, _ in Counter(one.counterpart for _, one in said if one.counterpart).most_common(1)), None),
            tuple(Package(gives, gets, (claim,)) for (gives, gets), claim in packages.items() if gives or gets),
            tuple(ground.telling(one.reason, [claim]) for claim, one in said if one.reason),
            ground.tellings((one.via, claim) for claim, one in said))


def _issue(claim: Claim) -> str:
    return (claim.content.issue if isinstance(claim.content, Position) else None) or UNSAID


def _party(ground: Ground, stand: Stand) -> str:
    content = ground.claims[stand.telling.claims[0]].content
    return (content.party if isinstance(content, Position) else None) or NOBODY


def _latest(stands: Iterable[Stand], turns: Sequence[Turn]) -> tuple[Stand, ...]:
    """The latest first, then those whose day nobody knows; what was turned from is marked."""
    over = {turn.before.claims: turn.after.claims[0] for turn in turns if turn.dated and turn.same_voice}
    marked = [replace(stand, superseded_by=over.get(stand.telling.claims)) for stand in stands]
    known = sorted((one for one in marked if one.telling.last), key=lambda one: by_day(one.telling), reverse=True)
    return (*known, *sorted((one for one in marked if not one.telling.last), key=lambda one: by_day(one.telling)))


def _states(ground: Ground, told: Sequence[list[Claim]]) -> tuple[State, ...]:
    """The states of talks in the order in which they were said."""
    found = []
    for claims in told:
        if isinstance(lead := claims[0].content, Talks):
            said = [claim.content for claim in claims if isinstance(claim.content, Talks)]
            parties = dict.fromkeys(party for one in said for party in one.parties)
            found.append(State(tuple(parties), next((one.mediator for one in said if one.mediator), None),
                               ground.telling(lead.status, claims)))
    return tuple(sorted(found, key=lambda state: by_day(state.telling)))


def _between(ground: Ground, told: Sequence[list[Claim]]) -> tuple[Telling, ...]:
    return ground.tellings((who, claim) for claims in told for claim in claims for who in _carriers(claim))


def _carriers(claim: Claim) -> Iterator[str | None]:
    """Who goes between the parties, by a claim."""
    match claim.content:
        case Position() as said:
            yield said.via
        case Talks() as said:
            yield said.mediator


def _columns(episode: Episode, rows: Sequence[Row]) -> tuple[str, ...]:
    """The parties: those that the episode is about, then those who say most; whoever is not named comes last."""
    counts = Counter(dict.fromkeys(episode.parties, 0))
    for row in rows:
        for cell in row.cells:
            counts[cell.party] += len(cell.stands)
    said = [party for party in counts if counts[party]]
    first = {party: at for at, party in enumerate(episode.parties)}
    return tuple(sorted(said, key=lambda party: (party == NOBODY, first.get(party, len(first)), -counts[party], party or LAST)))
