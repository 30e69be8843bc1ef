"""What is only wished, offered or refused: deeds and counts that are the object of a stance have not come about."""

from tawatur.claims.clauses import TOLD, VERBAL
from tawatur.claims.denials import negated
from tawatur.claims.frames import is_infinitive, is_nominal
from tawatur.claims.reach import LISTS
from tawatur.claims.syntax import Syntax
from tawatur.claims.weak import DENOUNCE, WEAK
from tawatur.records import Mention

APPEAL = "demands"
"""The stance whose row also says what an appeal leaves of its object."""
OTHERWISE = {"planned": "denied", "denied": "planned"}
"""What a negated stance leaves of its object: what is not refused may come, what is not offered does not."""
STANCES = frozenset({"stance", "appeal"})
"""Classes of words that have an object."""
REACH = 6
"""Tokens before a clause that begins with "that" within which the stance stands whose object it is."""
BIDS = "bids"
"""The stance of telling somebody to do a thing; who is told that something is so is bidden nothing."""
PREVENTS = "prevents"
"""The stance of those who keep people or aid from getting through."""
EVENT = "event"
"""The class of words for what happened; words by which something is counted have none."""
BESIDE = 3
"""Tokens before an adjective of stance within which the word for being stands that makes it a predicate."""


def wish(syntax: Syntax, word: Mention) -> str | None:
    """The modality of a word that is the object of a stance (column `object` of the `stances` table); None where it is a fact."""
    clause = syntax.clause_at(word.first)
    that = clause.opener == "that" and not word.features & {"past", "future"}
    listed = clause.first > syntax.sentence.first and syntax.reading.tokens[clause.first - 1].form == LISTS
    first = max(clause.first - REACH, syntax.sentence.first) if that or listed else clause.first
    for term in reversed(syntax.within(first, word.first)):
        if word.attrs.get("class", EVENT) == EVENT and term.attrs.get("mode") in (WEAK, DENOUNCE):
            continue  # an attack that was resisted took place
        if term.attrs["class"] not in STANCES or not _object(syntax, term, word, that) or _befalls(syntax, term):
            continue
        if not (that and any(m.kind == "speech" for m in syntax.mentions_in(term.last, clause.first))):
            modality = syntax.packs.stances[term.attrs.get("value") or APPEAL]["object"]
            turned = negated(syntax, term, syntax.clause_at(term.first))
            if modality or turned:
                return OTHERWISE.get(modality, "denied") if turned else modality
    return _judged(syntax, word)


def goes_on(syntax: Syntax, first: int, word: Mention) -> bool:
    """Whether a form that may be a noun's, with "and" written on it, goes on with a noun: "aid and lifting of …"."""
    if not {"and", "noun"} <= word.features:
        return False
    between = [m for m in syntax.mentions_in(first, word.first) if m.kind in VERBAL]
    return not {m.first for m in between if m.features & TOLD} - {m.first for m in between if not m.features & TOLD}


def _judged(syntax: Syntax, word: Mention) -> str | None:
    """What a noun's own predicate leaves of it: "a withdrawal from the strip is a red line", "is unacceptable"."""
    if not is_nominal(syntax, word):
        return None
    for term in syntax.within(word.last, syntax.clause_at(word.first).last):
        said = any(syntax.roles.get(at) == "be" for at in range(max(word.last, term.first - BESIDE), term.first))
        if said and term.attrs["class"] == "stance" and term.attrs.get("pos") == "adj":
            return syntax.packs.stances[term.attrs["value"]]["object"] or None
    return None


def _befalls(syntax: Syntax, term: Mention) -> bool:
    """Whether a form of a stance is here a verb of what befalls its subject: written alike, "it offers" and "it came under"."""
    return any(other.first == term.first and "past" in other.features for other in syntax.of_class("undergoes"))


def _object(syntax: Syntax, stance: Mention, word: Mention, that: bool) -> bool:
    """Whether a word is what the stance is about: a noun, an infinitive, or a bare verb behind one ("let them leave")."""
    bidden = stance.attrs.get("value") == BIDS
    if stance.attrs.get("value") == PREVENTS and is_nominal(syntax, stance) and "and" in word.features and (
            "definite" not in word.features):
        return False  # "of keeping them in and taking their phones": one more deed
    if is_infinitive(syntax, word) or (not bidden and (that or is_nominal(syntax, word) or goes_on(syntax, stance.last, word))):
        return True
    return "base" in word.features and any(syntax.roles.get(at) == "to" for at in range(stance.last, word.first))
