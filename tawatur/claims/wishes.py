"""What is only wished, offered or refused: deeds and counts that are the object of a stance have not come about."""

from tawatur.claims.frames import is_infinitive, is_nominal
from tawatur.claims.syntax import Syntax
from tawatur.records import Mention

WISHES = {
    "appeal": "demands", "demands": "demands", "presses": "demands", "wants": "demands", "orders": "demands", "offers": "offers",
    "submits": "offers", "rejects": "rejects", "threatens": "threatens", "warns": "threatens", "withdraws": "rejects",
    "drops": "rejects",
}
"""What a stance makes of its object, by its value in the terms; those that are not here may tell what has happened."""
REACH = 6
"""Tokens before a clause that begins with "that" within which the stance stands whose object it is."""


def wish(syntax: Syntax, word: Mention) -> str | None:
    """The stance whose object a word is: `demands`, `offers`, `rejects` or `threatens`; None where it is told as a fact."""
    clause = syntax.clause_at(word.first)
    that = clause.opener == "that" and not word.features & {"past", "future"}
    first = max(clause.first - REACH, syntax.sentence.first) if that else clause.first
    for term in reversed(list(syntax.within(first, word.first))):
        value = WISHES.get("appeal" if term.attrs["class"] == "appeal" else term.attrs.get("value", ""))
        if term.attrs["class"] in ("stance", "appeal") and value and _object(syntax, term, word, that):
            return value
    return None


def _object(syntax: Syntax, stance: Mention, word: Mention, that: bool) -> bool:
    """Whether a word is what the stance is about: a noun, an infinitive, or a bare verb behind one ("let them leave")."""
    if that or is_nominal(syntax, word) or is_infinitive(syntax, word):
        return True
    return "base" in word.features and any(syntax.roles.get(at) == "to" for at in range(stance.last, word.first))
