"""Whether a case is what it was (`verify`), and what leaves it for good (`forget`)."""

import sys
from typing import Annotated

from cyclopts import App, Parameter

from tawatur.errors import InputError
from tawatur.interfaces.cli.options import AsJson, CaseFile
from tawatur.interfaces.cli.signing import By, Why, say_who, who

TAMPERED = 6


def register(app: App) -> None:
    """Take these commands into the program."""
    app.command(verify, help_epilogue="Examples:\n\n  tawatur verify --case hajin.db\n"
                                      "  tawatur verify --case hajin.db --head 5d77e1c09ab4\n")
    app.command(forget, help_epilogue='Example:\n\n  tawatur forget 91c0e4 --case hajin.db --why "asked by the witness" --yes\n')


def verify(*, case: CaseFile, head: str | None = None, json: AsJson = False) -> int:
    """Find whatever was tampered with: entries of the ledger, decisions on claims, bytes of reports, quotations.

    Who can write to the file can also write a whole new ledger: note the digest that this command prints, somewhere else, and
    give it back with --head.

    Parameters
    ----------
    head
        A digest that you noted earlier, or its beginning: it must stand in the ledger.
    """
    from tawatur.desk.cases import opened
    from tawatur.desk.verifying import verify as found
    from tawatur.interfaces.cli import paper

    with opened(case) as held:
        flaws = list(found(held, head))
        count, last = held.seal()
    if json:
        paper.dump({"entries": count, "head": last, "flaws": [{"where": flaw.where, "reason": flaw.reason} for flaw in flaws]})
        return TAMPERED if flaws else 0
    for flaw in flaws:
        paper.say(f"{flaw.where}: {flaw.reason}")
    if not flaws:
        paper.say(f"all is as it was written: {count} {'entry' if count == 1 else 'entries'} in the ledger, the last one "
                  f"{last if count else 'none'}")
    return TAMPERED if flaws else 0


def forget(report: str, /, *, case: CaseFile, why: Why = "", by: By = None,
           yes: Annotated[bool, Parameter(negative="", show_default=False)] = False, json: AsJson = False) -> int:
    """Remove a report for good: its bytes, its text, its claims, what was decided on them. This cannot be undone.

    That it was forgotten, by whom, when and why, stays in the ledger, and so does the report's id: it will not be read into this
    case again. Copies elsewhere stay: the file that was read, exports, briefings, backups.

    Parameters
    ----------
    report
        The report's id.
    yes
        Do not ask.
    """
    from tawatur.desk import reviewing
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.wording import short
    from tawatur.records.written import entitled

    with opened(case) as held:
        document = held.document(report)
        if not yes:
            _ask(f"Remove {short(document.id)} {document.title or document.name} for good? Type yes: ")
        made = reviewing.forget(held, document.id, who(by, why))
    if json:
        paper.dump(entitled(made))
    else:
        paper.say(f"forgotten  {short(made.target)}  [entry {short(made.id)}, {made.by}]")
        say_who(made.by, by)
    return 0


def _ask(question: str) -> None:
    from tawatur.interfaces.cli.keys import read_line

    if not sys.stdin.isatty():
        raise InputError("forgetting cannot be undone: say --yes")
    if read_line(question).strip().casefold() != "yes":
        raise InputError("nothing was forgotten")
