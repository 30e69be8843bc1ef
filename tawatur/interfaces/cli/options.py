"""Options that several commands share."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

CaseFile = Annotated[Path, Parameter(env_var="TAWATUR_CASE", show_env_var=False, help="The case: one file.")]
Contexts = Annotated[tuple[str, ...], Parameter(name="--context", negative="", consume_multiple=False, show_default=False,
                     help="Read with the knowledge of this conflict; may be repeated. All that are shipped, if not given.")]
Folders = Annotated[tuple[Path, ...], Parameter(name="--packs", negative="", consume_multiple=False, env_var="TAWATUR_PACKS",
                    show_env_var=False, show_default=False,
                    help="A folder of your own knowledge, laid over the shipped one; may be repeated.")]
AsJson = Annotated[bool, Parameter(name="--json", negative="", show_default=False, help="Print records as JSON.")]
Wide = Annotated[bool, Parameter(negative="", show_default=False, help="One line a row, however long, and nothing below it.")]
Lang = Annotated[Literal["en", "ar"], Parameter(help="The language of the words around names and numbers.")]
Status = Literal["suggested", "accepted", "corrected", "rejected"]
Kind = Literal["figure", "position", "talks", "corridor", "event", "condition", "control", "appeal"]


def _several(help: str, name: str) -> Parameter:
    return Parameter(name=name, negative="", consume_multiple=False, show_default=False, help=help)


@Parameter(name="*")
@dataclass(frozen=True)
class Where:
    """What narrows a list down. Options that may be repeated are alternatives."""

    party: Annotated[tuple[str, ...], _several("Claims that name this party: its id, or a name in any spelling.", "--party")] = ()
    place: Annotated[tuple[str, ...], _several("Claims about this place: its id, or a name in any spelling.", "--place")] = ()
    language: Annotated[str | None, Parameter(help="Reports in this language: en, ar.")] = None
    outlet: Annotated[tuple[str, ...], _several("Reports of this outlet.", "--outlet")] = ()
    report: Annotated[tuple[str, ...], _several("Claims of this report, by id.", "--report")] = ()
    since: Annotated[str | None, Parameter(help="Not before this day (2018-12-31); undated claims are left out.")] = None
    until: Annotated[str | None, Parameter(help="Not after this day.")] = None
    status: Annotated[tuple[Status, ...],
                      _several("Claims of this status; all but rejected ones, if not given.", "--status")] = ()
