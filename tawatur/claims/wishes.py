"""What is only wished, offered or refused: deeds and counts that are the object of a stance have not come about."""

from tawatur.claims.frames import is_infinitive, is_nominal, negated
from tawatur.claims.syntax import Syntax
from tawatur.records import Mention

APPEAL = "demands"
"""The stance whose row also says what an appeal leaves of its object."""
OTHERWISE = {"planned": "denied", "denied": "planned"}
"""What a negated stance leaves of its object: what is not refused may come, what is not offered does not."""
STANCES = frozenset({"stance", "appeal"})
"""Classes of words that have an object."""
REACH = 6
"""Tokens before a clause that begins with "that" within which the stance stands whose object it is."""


def wish(syntax: Syntax, word: Mention) -> str | None:
    """The modality of a word that is the object of a stance (column `object` of the `stances` table); None where it is a fact."""
    clause = syntax.clause_at(word.first)
    that = clause.opener == "that" and not word.features & {"past", "future"}
    first = max(clause.first - REACH, syntax.sentence.first) if that else clause.first
    for term in reversed(syntax.within(first, word.first)):
        if term.attrs["class"] not in STANCES or not _object(syntax, term, word, that):
            continue
        if not (that and any(m.kind == "speech" and term.last <= m.first < clause.first for m in syntax.mentions)):
            modality = syntax.packs.stances[term.attrs.get("value") or APPEAL]["object"]
            if modality:
                return OTHERWISE[modality] if negated(syntax, term, syntax.clause_at(term.first)) else modality
    return None


def _object(syntax: Syntax, stance: Mention, word: Mention, that: bool) -> bool:
    """Whether a word is what the stance is about: a noun, an infinitive, or a bare verb behind one ("let them leave")."""
    if that or is_nominal(syntax, word) or is_infinitive(syntax, word):
        return True
    return "base" in word.features and any(syntax.roles.get(at) == "to" for at in range(stance.last, word.first))
