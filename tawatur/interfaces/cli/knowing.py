"""What the program knows, and what it does not: `packs check`, `packs explain`, `packs gaps`."""

from typing import Annotated

from cyclopts import App, Parameter

from tawatur.errors import InputError
from tawatur.interfaces.cli.options import AsJson, CaseFile, Contexts, Folders

MALFORMED = 3


def register(app: App) -> None:
    """Take these commands into the program."""
    group = App(name="packs", help="Check and explain the knowledge that reports are read with.")
    group.command(check, help_epilogue="Example:\n\n  tawatur packs check --packs my-names/\n")
    group.command(explain, help_epilogue="Example:\n\n  tawatur packs explain besieged\n")
    group.command(gaps, help_epilogue="Example:\n\n  tawatur packs gaps --case hajin.db --packs my-names/\n")
    app.command(group)


def check(*, context: Contexts = (), packs: Folders = (), json: AsJson = False) -> int:
    """Look for rows that are malformed, contradict one another or lack their reason."""
    from tawatur import packs as knowledge
    from tawatur.interfaces.cli import paper

    problems = knowledge.check(knowledge.load(context or None, packs))
    if json:
        paper.dump(problems)
    else:
        for problem in problems:
            paper.say(problem)
        paper.note("no problems" if not problems else f"{len(problems)} problems")
    return MALFORMED if problems else 0


def explain(*word: str, context: Contexts = (), packs: Folders = (), json: AsJson = False) -> int:
    """Name the rows that know a word, a name or a phrase, and what they say of it.

    Parameters
    ----------
    word
        As it stands in a report, in either language.
    """
    from tawatur import packs as knowledge
    from tawatur.interfaces.cli import paper

    if not any(letter.isalnum() for letter in "".join(word)):
        raise InputError("nothing to explain: give a word, a name or a phrase")
    lines = knowledge.explain(knowledge.load(context or None, packs), " ".join(word))
    if json:
        paper.dump(lines)
    else:
        for line in lines or [f"no row knows “{' '.join(word)}”"]:
            paper.say(line)
    return 0


def gaps(*, case: CaseFile, context: Contexts = (), packs: Folders = (), json: AsJson = False,
         limit: Annotated[int, Parameter(help="At most so many lines of each kind; JSON has them all.")] = 15) -> int:
    """List what no row knows in the reports of a case: names, places, verbs of speech, counted nouns, and unread sentences."""
    from tawatur import packs as knowledge
    from tawatur.desk.cases import opened
    from tawatur.desk.gaps import gaps as found
    from tawatur.interfaces.cli.missing import show

    with opened(case) as held:
        show(found(held, knowledge.load(context or None, packs)), packs, json, limit)
    return 0
