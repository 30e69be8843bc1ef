"""Lists: claims of all kinds or of one, sources, reports, search."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from tawatur.errors import InputError
from tawatur.interfaces.cli.options import AsJson, CaseFile, Contexts, Folders, Kind, Lang, Where, Wide

if TYPE_CHECKING:
    from tawatur.desk.asking import Asked

NO_CLAIMS = "no claims that fit"
Kinds = Annotated[tuple[Kind, ...], Parameter(negative="", consume_multiple=False, show_default=False)]
Graph = Annotated[bool, Parameter(negative="", show_default=False)]
Drawn = Annotated[Path | None, Parameter(name=["--output", "-o"])]
Limit = Annotated[int, Parameter(help="At most so many.")]


def register(app: App) -> None:
    """Take these commands into the program."""
    examples = {
        claims: "--kind position --party isis\n  tawatur claims --case hajin.db --explain 3f2a91",
        positions: "--party isis", talks: "--json", sources: "--place Hajin --graph", reports: "--language ar",
    }
    for command, options in examples.items():
        app.command(command, help_epilogue=f"Examples:\n\n  tawatur {command.__name__} --case hajin.db {options}\n")
    app.command(search, help_epilogue="Examples:\n\n  tawatur search crossing civilians --case hajin.db\n")


def claims(*, case: CaseFile, kind: Kinds = (), where: Where | None = None, wide: Wide = False, json: AsJson = False,
           explain: Annotated[str | None, Parameter(help="Show all that one claim rests on, by its id.")] = None) -> int:
    """List claims of every kind; or explain one.

    Parameters
    ----------
    kind
        Claims of this kind; may be repeated.
    """
    if explain:
        from tawatur.interfaces.cli.explaining import explained

        return explained(case, explain, json)
    return _list(case, None, kind, where, wide, json)


def positions(*, case: CaseFile, where: Where | None = None, wide: Wide = False, json: AsJson = False) -> int:
    """List what each party wants or refuses, and who tells of it."""
    return _list(case, "position", ("position",), where, wide, json)


def talks(*, case: CaseFile, where: Where | None = None, wide: Wide = False, json: AsJson = False) -> int:
    """List the state of negotiations, as reported."""
    return _list(case, "talks", ("talks",), where, wide, json)


def sources(*, case: CaseFile, where: Where | None = None, graph: Graph = False, output: Drawn = None, lang: Lang = "en",
            wide: Wide = False, json: AsJson = False, context: Contexts = (), packs: Folders = ()) -> int:
    """List who says things in the end, and through which outlets they were heard.

    Parameters
    ----------
    graph
        As a tree: who speaks through whom, and under each origin the reports that come down to it.
    output
        With --graph: draw it into this file, an .svg, or a .dot for Graphviz.
    """
    from tawatur.desk import asking
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.listing import SOURCES, source
    from tawatur.interfaces.cli.wording import of_file
    from tawatur.records.written import write

    wanted = asked((), where)
    if graph:
        from tawatur.interfaces.cli.graphing import graphed

        return graphed(case, wanted, lang, output, json, context, packs)
    if output:
        raise InputError("--output goes with --graph")
    with opened(case) as held:
        told = asking.sources(asking.claims(held, wanted, fold))
        names = {document.name: of_file(document.name) for document in held.documents() if document.outlet is None}
    if json:
        paper.dump([{"source": write(one.source), "outlets": one.outlets, "reports": one.reports, "claims": one.claims}
                    for one in told])
        return 0
    paper.table(SOURCES, [source(one, names) for one in told], "no sources that fit", wide)
    return 0


def reports(*, case: CaseFile, where: Where | None = None, wide: Wide = False, json: AsJson = False) -> int:
    """List the reports of a case, with what could not be read."""
    from tawatur.desk import asking
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.listing import REPORTS, report
    from tawatur.records.written import entitled, write

    wanted = asked((), where)
    with opened(case) as held:
        found = asking.reports(held, wanted, fold)
        setbacks = list(held.setbacks())
    if json:
        paper.dump([{**entitled(document), "claims": count,
                     "setbacks": [write(one) for one in setbacks if one.document == document.id]} for document, count in found])
        return 0
    paper.table(REPORTS, [report(document, count) for document, count in found], "no reports that fit", wide)
    for setback in setbacks:
        paper.note(f"not read: {setback.reason}")
    return 0


def search(*words: str, case: CaseFile, limit: Limit = 20, context: Contexts = (), packs: Folders = (),
           json: AsJson = False) -> int:
    """Find sentences and claims by words, in whatever form and spelling they stand.

    Parameters
    ----------
    words
        All of them must be there.
    """
    from tawatur import packs as knowledge
    from tawatur.desk import asking
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli.searching import show

    if not " ".join(words).strip():
        raise InputError("nothing to search for: give a word or more")
    if limit < 1:
        raise InputError(f"--limit {limit}: give 1 or more")
    with opened(case) as held:
        found = asking.search(held, " ".join(words), knowledge.load(context or None, packs), limit)
    show(found, json)
    return 0


def _list(case: Path, listing: str | None, kinds: tuple[str, ...], where: Where | None, wide: bool, json: bool) -> int:
    from tawatur.desk import asking
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.listing import LISTINGS
    from tawatur.records.written import entitled

    wanted = asked(kinds, where)
    with opened(case) as held:
        found = asking.claims(held, wanted, fold)
        documents = {document.id: document for document in held.documents()}
    if json:
        paper.dump([entitled(claim) for claim in found])
        return 0
    shown = LISTINGS[listing] if all(claim.decided is None for claim in found) else LISTINGS[listing].reviewed()
    paper.table(shown.columns, [shown.row(claim, documents[claim.document]) for claim in found], NO_CLAIMS, wide)
    return 0


def asked(kinds: tuple[str, ...], where: Where | None) -> "Asked":
    """The filter that the options mean."""
    from tawatur.desk.asking import TOLD, Asked

    where = where or Where()
    since, until = day(where.since, "--since"), day(where.until, "--until")
    if since and until and until < since:
        raise InputError(f"--until {until} lies before --since {since}")
    return Asked(kinds, where.party, where.place, where.language, where.outlet, since, until, where.report,
                 where.status or TOLD)


def day(said: str | None, option: str) -> str | None:
    """An ISO day that somebody typed; InputError for anything else."""
    try:
        return date.fromisoformat(said).isoformat() if said else None
    except ValueError:
        raise InputError(f"{option} {said}: no day; write it as 2018-12-31") from None


def fold(word: str) -> str:
    """The folding of the shipped packs; loaded only when a filter names somebody."""
    from tawatur import packs

    return packs.load().folding.fold(word)
