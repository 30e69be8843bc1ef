"""Places of the user's own, beside those that are shipped (`gazetteer import`)."""

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from tawatur.errors import InputError


def register(app: App) -> None:
    """Take this command into the program."""
    group = App(name="gazetteer", help="Take in places of your own, beside those that are shipped.")
    group.command(import_, name="import", help_epilogue="Example:\n\n  tawatur gazetteer import SY.zip --packs my-names/\n")
    app.command(group)


def import_(file: Path, /, *, packs: Annotated[Path, Parameter(env_var="TAWATUR_PACKS", show_env_var=False)],
            country: Annotated[str, Parameter(show_default=False)] = "") -> int:
    """Take places into a folder of your own knowledge: a GeoNames country dump, or a list with P-codes.

    Parameters
    ----------
    file
        SY.txt or SY.zip of GeoNames; a .csv or .tsv with names, codes and coordinates.
    packs
        Your folder of knowledge; read takes it as --packs too.
    country
        Two letters, for a list that does not name its country.
    """
    from tawatur.interfaces.cli import paper
    from tawatur.packs.gazetteer import Spelling, import_file
    from tawatur.packs.load import shipped_folding

    if not packs.is_dir():
        raise InputError(f"{packs}: no such folder; make it first")
    table, count = import_file(file, packs, Spelling(shipped_folding()), country)
    paper.say(f"{count:,} place{'' if count == 1 else 's'} taken into {table}; use them with: tawatur read … --packs {packs}")
    return 0
