"""What lies side by side: the negotiation board, the register of ways, the card of a siege, incidents."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from tawatur.interfaces.cli.options import AsJson, CaseFile, Contexts, Folders, Lang, Where, Wide

if TYPE_CHECKING:
    from tawatur.briefing.boards import Sheet

AsOf = Annotated[str | None, Parameter(show_default=False, help="As known at the end of this day (2018-12-31), by when things "
                  "were said, not when they were printed; what has no known day is left out and counted.")]


def register(app: App) -> None:
    """Take these commands into the program."""
    examples = {board: ["", "--as-of 2018-11-08", "--lang ar"], corridors: ["--place Hajin"],
                incidents: ["--place Hajin", "--csv > incidents.csv"]}
    for command, options in examples.items():
        lines = "\n".join(f"  tawatur {command.__name__} --case hajin.db {one}".rstrip() for one in options)
        app.command(command, help_epilogue=f"Example{'s' if len(options) > 1 else ''}:\n\n{lines}\n")
    app.command(siege, help_epilogue="Examples:\n\n  tawatur siege Hajin --case hajin.db\n"
                                     "  tawatur siege Hajin --case hajin.db --as-of 2018-11-08 --lang ar\n")


def board(*, case: CaseFile, as_of: AsOf = None, where: Where | None = None, lang: Lang = "en", context: Contexts = (),
          packs: Folders = (), wide: Wide = False, json: AsJson = False) -> int:
    """Lay out each negotiation: issues by parties, the latest positions, reversals, where parties exclude each other or agree.

    An adversary's account of a demand is not the demand: every position says who tells it.
    """
    from tawatur import packs as knowledge
    from tawatur.briefing.boards import board_sheets
    from tawatur.desk import boards
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.asking import asked, day
    from tawatur.records.written import write

    known = knowledge.load(context or None, packs)
    with opened(case) as held:
        found = boards.negotiations(held, known, asked((), where), known.folding.fold, day(as_of, "--as-of"))
        scribe = boards.scribe(held, known, lang)
    if json:
        paper.dump([write(one) for one in found])
        return 0
    _lay([sheet for one in found for sheet in board_sheets(scribe, one)], scribe.say("board_none"), wide=wide)
    return 0


def corridors(*, case: CaseFile, where: Where | None = None, lang: Lang = "en", context: Contexts = (), packs: Folders = (),
              wide: Wide = False, json: AsJson = False) -> int:
    """List ways out or in, as reported: who proposes and refuses them, their states over time, hazards and who reports them.

    Never a route to travel, and never a word that one is safe.
    """
    from tawatur import packs as knowledge
    from tawatur.briefing.boards import way_sheets
    from tawatur.desk import boards
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.asking import asked
    from tawatur.records.written import write

    known = knowledge.load(context or None, packs)
    with opened(case) as held:
        found = boards.ways(held, known, asked((), where), known.folding.fold)
        scribe = boards.scribe(held, known, lang)
    if json:
        paper.dump([write(one) for one in found])
        return 0
    _lay(way_sheets(scribe, found), scribe.say("ways_none"), scribe.say("ways_warning"), wide=wide)
    return 0


def siege(place: str, /, *, case: CaseFile, as_of: AsOf = None, lang: Lang = "en", context: Contexts = (), packs: Folders = (),
          wide: Wide = False, json: AsJson = False) -> int:
    """Show what is told of a place under siege: by whom, since when, who calls it one, ways in and out, conditions, attacks.

    No tier of intensity is reckoned: that is the analyst's.

    Parameters
    ----------
    place
        The place: its id, or a name in any spelling.
    """
    from tawatur import packs as knowledge
    from tawatur.briefing.boards import siege_sheets
    from tawatur.desk import boards
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.asking import day
    from tawatur.records.written import write

    known = knowledge.load(context or None, packs)
    with opened(case) as held:
        found = boards.siege(held, known, place, known.folding.fold, day(as_of, "--as-of"))
        scribe = boards.scribe(held, known, lang)
    if json:
        paper.dump(write(found))
        return 0
    _lay([sheet for sheet in siege_sheets(scribe, found) if sheet.rows], scribe.say("siege_none"), wide=wide)
    return 0


def incidents(*, case: CaseFile, where: Where | None = None, lang: Lang = "en", context: Contexts = (), packs: Folders = (),
              all: Annotated[bool, Parameter(negative="", show_default=False)] = False,
              csv: Annotated[bool, Parameter(negative="", show_default=False)] = False, wide: Wide = False,
              json: AsJson = False) -> int:
    """List strikes and killings across reports, one a row: when, where, dead and injured from least to most, who accuses whom,
    who denies it, who tells it.

    Tolls of a whole siege are in `figures`, not here.

    Parameters
    ----------
    all
        Also those of which too little is told to know them from another.
    csv
        Print a table for spreadsheets, with every number in a column of its own.
    """
    from tawatur import packs as knowledge
    from tawatur.boards import told_apart
    from tawatur.briefing.boards import incident_sheets
    from tawatur.desk import boards
    from tawatur.desk.cases import opened
    from tawatur.exports import incidents as spreadsheet
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.asking import asked
    from tawatur.records.written import write

    known = knowledge.load(context or None, packs)
    with opened(case) as held:
        told = boards.incidents(held, known, asked((), where), known.folding.fold)
        scribe = boards.scribe(held, known, lang)
    found = [one for one in told if all or told_apart(one)]
    if csv:
        for line in spreadsheet.lines(found):
            paper.say(line)
    elif json:
        paper.dump([write(one) for one in found])
    else:
        _lay(incident_sheets(scribe, found), scribe.say("incidents_none"), wide=wide)
    if len(found) < len(told):
        paper.note(scribe.say("incidents_left_out", len(told) - len(found)))
    return 0


def _lay(sheets: "Sequence[Sheet]", none: str, *cautions: str, wide: bool) -> None:
    """Print sheets one under the other; remarks and cautions stand with them, in a pipe too."""
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.paper import Column

    if not sheets:
        paper.note(none)
        return
    for line in cautions:
        paper.tell(line, wide)
    for number, sheet in enumerate(sheets):
        if number or cautions:
            paper.say("")
        if sheet.heading:
            paper.tell(sheet.heading, wide)
        beside = len(sheet.columns) - sheet.below
        columns = [Column(head, below=at >= beside) for at, head in enumerate(sheet.columns)]
        paper.table(columns, sheet.rows, none, wide)
        for remark in sheet.remarks:
            paper.tell(remark, wide)
