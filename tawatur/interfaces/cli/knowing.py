"""What the program knows: `packs check`, `packs explain`."""

from cyclopts import App

from tawatur.interfaces.cli.options import AsJson, Contexts, Folders

MALFORMED = 3


def register(app: App) -> None:
    """Take these commands into the program."""
    group = App(name="packs", help="Check and explain the knowledge that reports are read with.")
    group.command(check, help_epilogue="Example:\n\n  tawatur packs check --packs my-names/\n")
    group.command(explain, help_epilogue="Example:\n\n  tawatur packs explain besieged\n")
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

    lines = knowledge.explain(knowledge.load(context or None, packs), " ".join(word))
    if json:
        paper.dump(lines)
    else:
        for line in lines or [f"no row knows “{' '.join(word)}”"]:
            paper.say(line)
    return 0
