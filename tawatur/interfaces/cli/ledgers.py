"""Ledgers: figures over time (`figures`)."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from tawatur.errors import InputError
from tawatur.interfaces.cli.options import AsJson, CaseFile, Contexts, Folders, Lang, Where, Wide
from tawatur.interfaces.cli.siding import AsOf

if TYPE_CHECKING:
    from tawatur.briefing.rows import Row, Rows
    from tawatur.records import Derived, Series

SVG = ".svg"
Chart = Annotated[Path | None, Parameter(help="Draw them into this file, an .svg.")]


def register(app: App) -> None:
    """Take these commands into the program."""
    app.command(figures, help_epilogue="Examples:\n\n  tawatur figures --case hajin.db --place Hajin --since 2018-12-01\n"
                                       "  tawatur figures --case hajin.db --as-of 2018-12-01\n"
                                       "  tawatur figures --case hajin.db --lang ar --chart hajin.svg\n")


def figures(*, case: CaseFile, as_of: AsOf = None, where: Where | None = None, lang: Lang = "en", chart: Chart = None,
            wide: Wide = False, json: AsJson = False, context: Contexts = (), packs: Folders = ()) -> int:
    """List what was counted, as series over time: how many, with the bound in words, who says so, and what cannot hold beside it.

    Parts stand under their whole and are never added to it; nothing is averaged.
    """
    from tawatur import packs as knowledge
    from tawatur.desk import ledgers
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.asking import asked, day

    if chart is not None and chart.suffix.lower() != SVG:
        raise InputError(f"--chart {chart}: the picture is an SVG; name a file that ends in {SVG}")
    known = knowledge.load(context or None, packs)
    with opened(case) as held:
        found = ledgers.figures(held, known, asked(("figure",), where), known.folding.fold,
                                day(as_of, "--as-of"))
        reckoned = ledgers.reckoned(held, asked(("figure",), where), known.folding.fold)
        rows = ledgers.rows(held, known, lang)
    if chart is not None:
        from tawatur.desk.telling import write
        from tawatur.exports.chart import chart as drawn

        write(chart, [drawn(found, rows)])
        return 0
    if json:
        paper.dump({"series": [_plain(one) for one in found], "derived": [_reckoned(one) for one in reckoned]})
        return 0
    _table(found, rows, wide)
    _told(reckoned, rows)
    return 0


def _plain(one: "Series") -> dict[str, Any]:
    """A series for programs: its claims by their ids."""
    from tawatur.records.written import write

    written = write(one)
    for tally in written["tallies"]:
        tally["claims"] = [claim["id"] for claim in tally["claims"]]
    return written


def _reckoned(one: "Derived") -> dict[str, Any]:
    """A derived figure for programs: its terms by their claims' ids."""
    from tawatur.records.written import write

    return {**write(one), "terms": {term.letter: term.claim.id for term in one.terms}}


def _told(reckoned: "list[Derived]", rows: "Rows") -> None:
    from tawatur.interfaces.cli import paper

    for one in reckoned:
        lines = [rows.text(runs) for runs in rows.derived(one)]
        paper.say("")
        paper.say(f"{one.id[:8]}  {lines[0]}")
        for line in lines[1:]:
            paper.say(f"    {line}")


def _table(found: "list[Series]", rows: "Rows", wide: bool) -> None:
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.paper import Column

    names = {name: rows.text(rows.voice.say(f"col_{name}"))
             for name in ("id", "as_of", "how_many", "origins", "told_by", "stands")}
    columns = [Column(head, whole=name in ("id", "as_of", "origins"), below=name in ("told_by", "stands"))
               for name, head in names.items()]
    for number, one in enumerate(found):
        if number:
            paper.say("")
        paper.tell(rows.text(rows.heading(one)), wide)
        paper.table(columns, [_cells(row, rows) for row in rows.rows(one)], "", wide)
    if not found:
        paper.note(rows.text(rows.voice.say("no_figures")))


def _cells(row: "Row", rows: "Rows") -> list[str]:
    from tawatur.interfaces.cli.wording import decided, short

    marks = dict.fromkeys(mark for claim in row.tally.claims if (mark := decided(claim)))
    stands = "; ".join([rows.text(row.stands), *marks])
    return [short(row.id), rows.text(row.when), rows.text(row.amount), rows.text(row.origins), rows.text(row.told), stands]
