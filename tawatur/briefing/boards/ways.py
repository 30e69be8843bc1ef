"""The register of ways: one sheet a way, a row for each thing that is told of it."""

from collections.abc import Iterable, Iterator

from tawatur.briefing.boards.scribe import SHORT, Scribe
from tawatur.briefing.boards.sheet import Sheet
from tawatur.briefing.runs import Runs
from tawatur.records import Telling, Way

Cells = tuple[str, ...]


def way_sheets(scribe: Scribe, ways: Iterable[Way]) -> tuple[Sheet, ...]:
    """The sheets of a register."""
    return tuple(_sheet(scribe, way) for way in ways)


def _sheet(scribe: Scribe, way: Way) -> Sheet:
    ends = scribe.ends(way.places)
    title = scribe.say("said_corridor", ends=ends) if ends else scribe.say("said_corridor_bare")
    heads = scribe.heads("board_what", "board_answer", "board_when", "board_origins")
    return Sheet(f"{way.id[:SHORT]}  {title}", heads, tuple(_rows(scribe, way)), below=2)


def _rows(scribe: Scribe, way: Way) -> Iterator[Cells]:
    voice = scribe.voice
    for one in way.words:
        yield _row(scribe, "ways_words", scribe.words(" ".join((one.value or "").split()), one), one)
    for one in way.names:
        yield _row(scribe, "ways_name", scribe.words(one.value or "", one), one)
    for one in way.users:
        yield _row(scribe, "ways_users", voice.label("corridor_for", one.value), one)
    for one in way.proposers:
        yield _row(scribe, "ways_proposer", scribe.who(one.value), one)
    for one in way.refusers:
        yield _row(scribe, "ways_refuser", scribe.who(one.value), one)
    for one in way.states:
        status = voice.say("reported_as", status=voice.label("corridor_status", (one.value or "").split()[0]))
        yield _row(scribe, "ways_state", scribe.modal(status, one), one)
    for one in way.hazards:
        yield _row(scribe, "ways_hazard", voice.label("hazard", one.value), one)


def _row(scribe: Scribe, head: str, said: Runs, telling: Telling) -> Cells:
    return (scribe.say(head), scribe.text(said), scribe.text(scribe.when(telling)), scribe.origins(telling),
            scribe.ids(telling.claims))
