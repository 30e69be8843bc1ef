"""Who decides, when and why; and what is said after a decision."""

import getpass
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

if TYPE_CHECKING:
    from tawatur.desk.reviewing import Who
    from tawatur.records import Claim, Review

By = Annotated[str | None, Parameter(env_var="TAWATUR_BY", show_env_var=False, show_default=False,
               help="Who decides, as the ledger shall name you; may stand in TAWATUR_BY. This computer's user, if not given.")]
Why = Annotated[str, Parameter(show_default=False, help="Why, in a few words.")]
DONE = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added", "headline": "put first",
        "merge": "merged", "split": "split", "same_source": "tied as one source",
        "different_source": "parted as different sources", "date": "dated",
        "forget": "forgotten", "undo": "taken back", "derive": "reckoned"}


def who(by: str | None, why: str = "") -> "Who":
    """The signature of a decision that is made now."""
    from tawatur.desk.reviewing import Who
    from tawatur.errors import InputError

    name = " ".join((by if by is not None else _user()).split())
    if not name:
        raise InputError("--by is empty: say who decides")
    return Who(name, datetime.now(UTC).isoformat(timespec="seconds"), why.strip())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may have no name for its user
        return "unknown"


def told(made: "Sequence[tuple[Review, Claim | None]]", by: str | None, json: bool, objection: str | None = None,
         back: "Review | None" = None) -> None:
    """Say what was decided, each with the claim as it stands now; `back` is the decision that was taken back."""
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.wording import content, short
    from tawatur.records.written import entitled

    if json:
        paper.dump([{**entitled(one), "claim": entitled(claim) if claim else None} for one, claim in made])
        return
    for one, claim in made:
        subject = back or one
        what = f"{claim.kind} {short(claim.id)}: {content(claim.content)}" if claim else " ".join(
            filter(None, (_target(subject), *map(short, subject.others), *((subject.after or {}).get("names") or ()))))
        paper.say(f"{DONE[one.action] if back is None else f'{subject.action} {DONE[one.action]}'}  {what}  "
                  f"[entry {short(one.id)}, {one.by}]")
    if objection:
        paper.note(f"mind: the program would not have let this pass ({objection}); it stands, since a person says so")
    if made:
        say_who(made[0][0].by, by)


def say_who(name: str, by: str | None) -> None:
    """Say under which name a decision was signed, where nobody gave one."""
    from tawatur.interfaces.cli import paper

    if by is None:
        paper.note(f"signed as {name}, this computer's user; --by or TAWATUR_BY names another")


def _target(entry: "Review") -> str:
    from tawatur.interfaces.cli.wording import short

    return "" if entry.target == "sources" else short(entry.target)
