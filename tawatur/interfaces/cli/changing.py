"""What changed (`changes`)."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from tawatur.errors import InputError
from tawatur.interfaces.cli.options import AsJson, CaseFile, Contexts, Folders, Lang, Where

if TYPE_CHECKING:
    from tawatur.records import Change

Last = Annotated[bool, Parameter(negative="", show_default=False)]
Keep = Annotated[bool, Parameter(negative="", show_default=False)]


def register(app: App) -> None:
    """Take these commands into the program."""
    app.command(changes, help_epilogue="Examples:\n\n  tawatur changes --case hajin.db --since 2018-12-01\n"
                                       "  tawatur changes --case hajin.db --since-last --place Hajin\n")


def changes(*, case: CaseFile, since_last: Last = False, keep: Keep = False, where: Where | None = None, lang: Lang = "en",
            json: AsJson = False, context: Contexts = (), packs: Folders = ()) -> int:
    """Tell what is new, told by a further origin, stood against, superseded, told otherwise by others, or withdrawn.

    With --since, what was said from that day on counts, whenever it was printed or read.

    Parameters
    ----------
    since_last
        Since the last briefing or the last time this was asked, when the case held something else.
    keep
        With --since-last: leave the mark where it is.
    """
    from tawatur import packs as knowledge
    from tawatur.briefing.news import Lines
    from tawatur.desk import changing
    from tawatur.desk.cases import opened
    from tawatur.desk.ledgers import named
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.asking import asked

    where = where or Where()
    wanted = asked((), where)
    if since_last == bool(wanted.since):
        raise InputError("say since when: --since 2018-12-31, or --since-last")
    known = knowledge.load(context or None, packs)
    with opened(case) as held:
        news = (changing.since_last(held, known) if wanted.since is None
                else changing.since_day(held, known, wanted.since, wanted.until))
        news = changing.narrowed(news, held, replace(wanted, since=None, until=None), known.folding.fold)
        lines = Lines(lang, named(held, known), list(held.documents()))
        if since_last and not keep:
            held.look(datetime.now(UTC).isoformat(timespec="seconds"))
    if json:
        paper.dump({"since": news.since, "undated": news.undated, "changes": [_plain(one) for one in news.changes]})
        return 0
    for line in lines.news(news.since, news.changes):
        paper.say(line)
    if news.undated:
        paper.note(lines.undated(news.undated))
    return 0


def _plain(change: "Change") -> dict[str, Any]:
    """A change for programs: its claims by their ids."""
    from tawatur.records.written import write

    written = write(change)
    return {**written, "claims": [claim.id for claim in change.claims], "by": [claim.id for claim in change.by]}
