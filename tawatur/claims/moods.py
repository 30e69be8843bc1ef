"""Moods: how what a word tells is put: asserted, planned, conditional or possible."""

from tawatur.claims.clauses import Clause
from tawatur.claims.duties import inverted
from tawatur.claims.syntax import Syntax
from tawatur.records import Mention

ASKING = frozenset("?؟")
"""Marks at the end of a question."""


def _inverted(syntax: Syntax, clause: Clause) -> bool:
    """Whether a modal opens a sentence that asks nothing: "should they free them, …"."""
    asks = syntax.reading.tokens[syntax.sentence.last - 1].form in ASKING
    opens = clause.first == syntax.sentence.first and syntax.roles.get(clause.first) == "must"
    return opens and not asks and inverted(syntax, clause.first, clause)


def _until_a_time(syntax: Syntax, clause: Clause) -> bool:
    """Whether a clause begins with how long something lasts, and supposes nothing: "until Sunday, a road will be open"."""
    timed = clause.first in syntax.lasting and bool(syntax.times_in(clause.first, clause.first + 3))
    return timed and syntax.has("ambiguous_subordinator")


def modality(syntax: Syntax, trigger: Mention, clause: Clause) -> str:
    """How the trigger is put: asserted, planned, conditional or possible."""
    if (clause.opener in ("if", "unless") and not _until_a_time(syntax, clause)) or _inverted(syntax, clause):
        return "conditional"
    if clause.opener == "whether" or syntax.spoken("may", clause.first, trigger.first) or _supposed(syntax, clause, "may"):
        return "possible"
    if syntax.roles.get(trigger.first - 1) == "can" and syntax.roles.get(trigger.first - 2) != "be":
        return "possible"  # "were able to leave" is told as done
    if not syntax.announces:
        return "asserted"
    ahead = any(clause.first <= at < trigger.first for at in syntax.ahead)
    ahead = ahead or "future" in trigger.features or bool(syntax.spoken("future", clause.first, trigger.first))
    return "planned" if ahead or _supposed(syntax, clause, "future") else "asserted"


def _supposed(syntax: Syntax, clause: Clause, role: str) -> bool:
    """Whether a clause behind "that" hangs on a word for what is to be or may be: "it is expected that talks begin"."""
    return clause.opener == "that" and syntax.has("verbal_particle") and any(
        m.kind == "function" and m.attrs["role"] == role for m in syntax.closing(clause.first))
