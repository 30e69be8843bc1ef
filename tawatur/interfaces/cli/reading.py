"""Reports into a case (`read`), and what is said about one afterwards (`document`)."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from tawatur.errors import InputError
from tawatur.interfaces.cli.options import AsJson, CaseFile, Contexts, Folders
from tawatur.interfaces.cli.signing import By, Why, say_who, who

if TYPE_CHECKING:
    from tawatur.desk.reading import Step
    from tawatur.desk.reviewing import Who
    from tawatur.ports import Store

STOPPED = 130
SELDOM = 200_000, 20, 20
"""Objects between two rounds of the collector: what is read of a report holds no circles, and goes by itself."""
Paths = Annotated[str, Parameter(allow_leading_hyphen=True)]
Flag = Annotated[bool, Parameter(negative="", show_default=False)]
Quiet = Annotated[bool, Parameter(name=["--quiet", "-q"], negative="", show_default=False, help="Say only what went wrong.")]


def register(app: App) -> None:
    """Take these commands into the program."""
    app.command(read, help_epilogue="Examples:\n\n  tawatur read reports/ --case hajin.db\n"
                                    "  tawatur read statement.txt --case hajin.db --outlet Amaq --published 2018-12-12\n"
                                    "  tawatur read - --case hajin.db < pasted.txt\n"
                                    "  tawatur read --samples --case demo.db\n")
    app.command(document, help_epilogue="Example:\n\n  tawatur document 91c0e4 --case hajin.db --published 2018-12-12\n")


def read(*paths: Paths, case: CaseFile, outlet: str | None = None, published: str | None = None, language: str | None = None,
         sensitivity: str | None = None, context: Contexts = (), packs: Folders = (), samples: Flag = False, again: Flag = False,
         quiet: Quiet = False, json: AsJson = False) -> int:
    """Read reports into a case: text, saved pages, JSON Lines (.gz too), Telegram's JSON export.

    What the case holds already is passed over, so that the same command may be run again after it was stopped.

    Parameters
    ----------
    paths
        Files, folders with all below them, globs; - is standard input.
    samples
        The sample reports that come with the program: written by us, about events that never were.
    outlet
        Who published them, where a report does not say.
    published
        The day of publication (2018-12-31), where a report does not say.
    language
        Their language (ar, en), if it is told wrongly.
    sensitivity
        public, internal or restricted.
    again
        Understand reports that the case holds anew, after the knowledge has grown.
    """
    gc.set_threshold(*SELDOM)  # before all else: what is imported and loaded stays, too
    from tawatur import packs as knowledge
    from tawatur.desk import reading
    from tawatur.desk.cases import opened

    if not (paths or samples):
        raise InputError("nothing to read: name a file, a folder, or - for standard input; or try --samples")
    if options := [path for path in paths if path.startswith("-") and path != "-" and not Path(path).exists()]:
        raise InputError(f"unknown option {options[0]} (see: tawatur read --help)")
    paths = (*paths, str(reading.SAMPLES)) if samples else paths
    reading.check_paths(paths)
    known = knowledge.load(context or None, packs)
    gc.freeze()  # the packs stay to the end; the collector need not walk through them again and again
    said = reading.checked({"outlet": outlet, "published": published, "language": language, "sensitivity": sensitivity},
                           known.languages)
    steps: list[Step] = []
    try:
        with opened(case, create=True) as held, _progress(quiet) as show:
            for step in reading.read(held, paths, said, known, again, beside=case):
                steps.append(step)
                show(step)
    except KeyboardInterrupt:
        _stopped(steps)
        return STOPPED
    _told(steps, case, quiet, json)
    return 1 if any(step.setback for step in steps) else 0


def document(id: str, /, *, case: CaseFile, published: str | None = None, outlet: str | None = None, language: str | None = None,
             sensitivity: str | None = None, by: By = None, why: Why = "", context: Contexts = (), packs: Folders = (),
             quiet: Quiet = False, json: AsJson = False) -> int:
    """Say about a report what it did not say itself; everything relative in it resolves anew. Without options, show it.

    What is said is a decision in the ledger; `tawatur review undo` takes it back.

    Parameters
    ----------
    id
        The report's id; its beginning will do.
    published
        The day of publication (2018-12-31); unknown takes it back.
    outlet
        Who published it; unknown takes it back.
    language
        Its language (ar, en).
    sensitivity
        public, internal or restricted.
    """
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.wording import outlet as publisher
    from tawatur.interfaces.cli.wording import short, when
    from tawatur.records.written import entitled

    said = {"outlet": outlet, "published": published, "language": language, "sensitivity": sensitivity}
    with opened(case) as held:
        new = any(value is not None for value in said.values())
        signed = who(by, why)
        claims = _revised(held, id, said, signed, context, packs) if new else None
        now = held.document(id)
    if json:
        paper.dump(entitled(now))
    elif not quiet:
        paper.say(f"{short(now.id)}  {now.title or now.name}: {publisher(now)}, {when(now.published) or 'undated'}, "
                  f"{now.language or 'language unknown'}, {now.sensitivity}")
        if claims is not None:
            paper.say(f"read anew: {_many(claims, 'claim')}")
            say_who(signed.by, by)
    return 0


def _revised(case: "Store", id: str, said: Mapping[str, str | None], who: "Who", context: tuple[str, ...],
             packs: tuple[Path, ...]) -> int:
    from tawatur import packs as knowledge
    from tawatur.desk import reading

    held = case.document(id)  # whether there is such a report is told before all the knowledge is loaded
    known = knowledge.load(context or None, packs)
    return reading.revise(case, held.id, reading.checked(said, known.languages, taking_back=True), known, who).claims


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[["Step"], None]]:
    """Tell each step: on a terminal by a line that moves; what could not be read always, by a line of its own."""
    from tawatur.interfaces.cli import paper

    screen = paper.console(error=True)
    if quiet or not screen.is_terminal:
        yield _complain
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    with Progress(SpinnerColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn(), TextColumn("{task.description}"),
                  console=screen, transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(step: "Step") -> None:
            bar.update(task, advance=1, description=step.name[:40])
            if step.setback:
                bar.console.print(f"not read: {step.setback.reason}")

        yield show


def _complain(step: "Step") -> None:
    from tawatur.interfaces.cli import paper

    if step.setback:
        paper.note(f"not read: {step.setback.reason}")


def _stopped(steps: "list[Step]") -> None:
    from tawatur.interfaces.cli import paper

    done = sum(step.outcome != "unreadable" for step in steps)
    paper.note(f"stopped after {_many(done, 'report')}; run the same command again to go on")


def _told(steps: "list[Step]", case: Path, quiet: bool, json: bool) -> None:
    from tawatur.interfaces.cli import paper
    from tawatur.records.written import write

    outcomes = Counter(step.outcome for step in steps)
    claims = sum(step.claims for step in steps)
    if json:
        counts = {name: outcomes[name] for name in ("read", "again", "known", "forgotten", "unreadable")}
        paper.dump({"case": str(case), **counts, "claims": claims, "reports": [write(step) for step in steps]})
        return
    if quiet:
        return
    parts = [_many(outcomes["read"], "report") + " read"]
    parts += [f"{outcomes['again']} read anew"] if outcomes["again"] else []
    parts += [f"{outcomes['known']} known already"] if outcomes["known"] else []
    parts += [f"{outcomes['forgotten']} forgotten for good, and passed over"] if outcomes["forgotten"] else []
    parts += [f"{outcomes['unreadable']} could not be read"] if outcomes["unreadable"] else []
    paper.say(f"{', '.join(parts)}; {_many(claims, 'claim')} taken into {case}")


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
