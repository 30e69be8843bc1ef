"""What leaves a case: `brief`, `export`, `schema`."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from tawatur.interfaces.cli.options import CaseFile, Contexts, Folders

Output = Annotated[Path | None, Parameter(name=["--output", "-o"], help="Write here instead of printing; whole or not at all.")]


def register(app: App) -> None:
    """Take these commands into the program."""
    app.command(brief, help_epilogue="Examples:\n\n  tawatur brief --case hajin.db\n  tawatur brief --case hajin.db --short\n"
                                     "  tawatur brief --case hajin.db --lang ar --format html --output hajin.ar.html\n")
    app.command(export, help_epilogue="Example:\n\n  tawatur export --case hajin.db --format jsonl --output hajin.jsonl\n")
    app.command(schema, help_epilogue="Example:\n\n  tawatur schema --output export.schema.json\n")


def brief(*, case: CaseFile, lang: Literal["en", "ar"] = "en", format: Literal["txt", "md", "html"] = "txt",
          short: Annotated[bool, Parameter(negative="", show_default=False)] = False, output: Output = None,
          context: Contexts = (), packs: Folders = ()) -> int:
    """Tell what is on the table, what blocks it, who is trapped and who got out, each line with its source.

    Parameters
    ----------
    lang
        The briefing's language.
    format
        Its form.
    short
        The front page alone: the most told of each question; the rest is counted. Its numbers are those of the whole.
    """
    from tawatur import packs as knowledge
    from tawatur.desk import telling
    from tawatur.desk.cases import opened

    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    with opened(case) as held:
        made = telling.brief(held, knowledge.load(context or None, packs), lang, format, made_at, short)
    return _hand_out([made if made.endswith("\n") else made + "\n"], output)


def export(*, case: CaseFile, format: Literal["jsonl"] = "jsonl", output: Output = None, context: Contexts = (),
           packs: Folders = ()) -> int:
    """Hand out the complete record of a case. It is not redacted: mind to whom you give it.

    Parameters
    ----------
    format
        jsonl: the codebook's records, one a line.
    """
    from tawatur import packs as knowledge
    from tawatur.desk import telling
    from tawatur.desk.cases import opened

    with opened(case) as held:
        return _hand_out(telling.export(held, knowledge.load(context or None, packs)), output)


def schema(*, output: Output = None) -> int:
    """Print the JSON Schema of a line of an export."""
    from tawatur.desk import telling

    return _hand_out([telling.schema()], output)


def _hand_out(pieces: Iterable[str], output: Path | None) -> int:
    import sys

    from tawatur.desk import telling

    if output is None:
        sys.stdout.writelines(pieces)
    else:
        telling.write(output, pieces)
    return 0
