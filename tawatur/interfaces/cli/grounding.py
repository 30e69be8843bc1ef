"""Claims from elsewhere, held against their texts (`ground`)."""

import json
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from tawatur.errors import InputError
from tawatur.interfaces.cli.options import Contexts, Folders


def register(app: App) -> None:
    """Take this command into the program."""
    app.command(
        ground,
        help_epilogue="Examples:\n\n  tawatur ground claims.jsonl --texts reports/\n"
        "  tawatur ground claims.jsonl --case hajin.db\n",
    )


def ground(
    claims: Path,
    /,
    *,
    texts: Path | None = None,
    case: Annotated[Path | None, Parameter(help="The case that holds the reports.")] = None,
    context: Contexts = (),
    packs: Folders = (),
) -> int:
    """Check claims in the codebook's form, from whatever tool, against the words they say they rest on.

    Prints a line of JSON each: {"claim", "verdict": "pass" or "refuse", "reason"}. Only the fields that a claim has are checked.

    Parameters
    ----------
    claims
        A file of JSON Lines; other records than claims are passed over.
    texts
        A folder with the text of each document as NAME.txt, NAME being what a claim gives as its document.
    """
    from tawatur import packs as knowledge
    from tawatur.desk import grounding
    from tawatur.desk.cases import opened

    if (texts is None) == (case is None):
        raise InputError("say where the texts are: --texts DIR or --case FILE, and not both")
    if not claims.is_file():
        raise InputError(f"no such file: {claims}")
    known = knowledge.load(context or None, packs)
    with ExitStack() as held:
        find = (
            grounding.in_case(held.enter_context(opened(case)))
            if case is not None
            else grounding.in_folder(texts or Path(), known)
        )
        for one in grounding.ground(claims, find, known):
            verdict = "pass" if one.reason is None else "refuse"
            print(json.dumps({"claim": one.claim, "verdict": verdict, "reason": one.reason}, ensure_ascii=False))
    return 0
