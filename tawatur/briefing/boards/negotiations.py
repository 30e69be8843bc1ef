"""The negotiation board: the grid of issues and parties, then every position, package, state and reversal."""

from collections.abc import Iterator

from tawatur.briefing.boards.scribe import SHORT, Scribe, name
from tawatur.briefing.boards.sheet import Sheet
from tawatur.briefing.labels import order
from tawatur.briefing.runs import Runs, capital
from tawatur.records import Board, Row, Stand, Telling, Turn

Cells = tuple[str, ...]


def board_sheets(scribe: Scribe, board: Board) -> tuple[Sheet, ...]:
    """The sheets of one negotiation."""
    voice = scribe.voice
    parties = voice.listed([scribe.who(party) for party in board.parties if party]) or voice.say("no_parties")
    places = voice.listed([scribe.place(place) for place in board.places]) or voice.say("no_places")
    heading = scribe.say("board_heading", id=name(board.episode[:SHORT]), parties=parties, places=places)
    rows = sorted(board.rows, key=lambda row: order("issue", row.issue))
    details = (*(cells for row in rows for cells in _positions(scribe, row)), *_talks(scribe, board))
    remarks = []
    if board.as_of:
        day = voice.span(board.as_of, board.as_of)
        remarks += [scribe.say("board_as_known", day=day), scribe.say("board_undated", board.undated)]
    grid = Sheet(heading, (scribe.say("board_issue"), *(scribe.text(scribe.who(party)) for party in board.parties),
                           scribe.say("board_between_parties")), tuple(_grid(scribe, board, row) for row in rows))
    heads = scribe.heads("board_issue", "board_party", "board_position", "board_where", "board_when", "board_teller",
                         "board_origins")
    return (*((grid,) if rows else ()), Sheet("" if rows else heading, heads, details, tuple(remarks), below=3))


def _grid(scribe: Scribe, board: Board, row: Row) -> Cells:
    """A line of the grid: each party's stances, the latest first, and what they are to each other."""
    held = {cell.party: cell.stands for cell in row.cells}
    cells = [_stances(scribe, held.get(party, ())) for party in board.parties]
    between = dict.fromkeys(_relation(scribe, one.kind, one.left, one.right) for one in row.relations)
    return scribe.text(capital(scribe.voice.label("issue", row.issue))), *cells, "; ".join(between)


def _stances(scribe: Scribe, stands: tuple[Stand, ...]) -> str:
    said = (f"{scribe.text(_stance(scribe, stand))} [{scribe.ids(stand.telling.claims)}]" for stand in stands
            if stand.superseded_by is None)
    return scribe.voice.mark("semicolon").join(said)


def _relation(scribe: Scribe, kind: str, left: str, right: str) -> str:
    voice = scribe.voice
    parties = voice.listed([scribe.who(left), scribe.who(right)])
    return scribe.text(voice.say("colon", left=parties, right=voice.label("relation", kind)))


def _stance(scribe: Scribe, stand: Stand) -> Runs:
    return scribe.modal(scribe.voice.label("stance", stand.telling.value), stand.telling)


def _positions(scribe: Scribe, row: Row) -> Iterator[Cells]:
    """The positions of one issue, each with its packages and reasons, then the relations."""
    issue = scribe.text(capital(scribe.voice.label("issue", row.issue)))
    for cell in row.cells:
        for stand in cell.stands:
            party = scribe.text(scribe.who(cell.party))
            for said, telling in _said(scribe, stand):
                tellers = scribe.voice.joined([scribe.voice.label("told_by", one) for one in stand.told_by], "semicolon")
                yield (issue, party, said, scribe.spots(telling), scribe.text(scribe.when(telling)), scribe.text(tellers),
                       scribe.origins(telling), scribe.ids(telling.claims))
            for package in stand.packages:
                for half in ("gives", "gets"):
                    if words := getattr(package, half):
                        said = scribe.say(f"board_{half}", words=scribe.words(words, stand.telling))
                        yield issue, party, said, "", "", "", "", scribe.ids(package.claims)
    for one in row.relations:
        voice = scribe.voice
        said = scribe.text(voice.say("colon", left=voice.label("relation", one.kind), right=voice.label("ground", one.ground)))
        yield (issue, scribe.text(voice.listed([scribe.who(one.left), scribe.who(one.right)])), said, "", "", "", "",
               scribe.ids(one.claims))


def _said(scribe: Scribe, stand: Stand) -> Iterator[tuple[str, Telling]]:
    """The position, its reasons and its go-betweens, each with what it rests on."""
    voice, stance = scribe.voice, _stance(scribe, stand)
    runs = voice.say("board_stance", stance=stance, words=scribe.words(stand.object, stand.telling)) if stand.object else stance
    if stand.superseded_by:
        runs = voice.joined([runs, voice.say("board_superseded")], "semicolon")
    yield scribe.text(runs), stand.telling
    for reason in stand.reasons:
        given = {scribe.claims[id].content for id in reason.claims}
        by = next((one for content in given if (one := getattr(content, "reason_given_by", None))), "source")
        yield scribe.say("reason", label=voice.label("reason_by", by), words=scribe.words(reason.value or "", reason)), reason
    for carrier in stand.via:
        yield scribe.say("through", words=scribe.who(carrier.value)), carrier


def _talks(scribe: Scribe, board: Board) -> Iterator[Cells]:
    """The states of the talks in their order, the reversals, and who goes between."""
    voice = scribe.voice
    for state in board.talks:
        parties = scribe.text(voice.listed([scribe.who(party) for party in state.parties]))
        said = scribe.text(scribe.modal(voice.label("talks_status", state.telling.value), state.telling))
        yield (scribe.say("board_state"), parties, said, scribe.spots(state.telling), scribe.text(scribe.when(state.telling)), "",
               scribe.origins(state.telling), scribe.ids(state.telling.claims))
    for turn in board.turns:
        yield _turn(scribe, turn)
    for carrier in board.between:
        yield (scribe.say("board_go_between"), scribe.text(scribe.who(carrier.value)), "", scribe.spots(carrier),
               scribe.text(scribe.when(carrier)), "", scribe.origins(carrier), scribe.ids(carrier.claims))


def _turn(scribe: Scribe, turn: Turn) -> Cells:
    voice, group = scribe.voice, "stance" if turn.issue else "talks_status"
    before, after = (scribe.dated(voice.label(group, one.value), one) for one in (turn.before, turn.after))
    said = voice.say("board_turned" if turn.dated else "board_turned_open", before=before, after=after)
    if turn.issue:
        said = voice.say("colon", left=capital(voice.label("issue", turn.issue)), right=said)
    head = "board_turn" if turn.same_voice else "board_otherwise" if turn.dated else "board_both_ways"
    return (scribe.say(head), scribe.text(voice.listed([scribe.who(party) for party in turn.parties])), scribe.text(said),
            "", "", "", "", scribe.ids((*turn.before.claims, *turn.after.claims)))
