"""Words of state on the far side of an insertion: between commas, in brackets of time, or in a relative clause on the noun."""

from collections.abc import Sequence

from tawatur.claims.clauses import Clause
from tawatur.claims.syntax import Syntax
from tawatur.records import Mention
from tawatur.text import COMMAS

FAR = 25
"""How far from a negotiation the word of state may stand that an insertion parts from it."""
INSERTED = frozenset({"after", "while", "which", "though", "because", "comma", "where"})
"""How clauses open that may be set into another."""
OPENED = 4
"""How many tokens behind its opener the verb of a relative clause may stand."""


def inserted(syntax: Syntax, noun: Mention, states: Sequence[Mention]) -> list[Mention]:
    """The word of state of a noun that an insertion parts from it, in a language whose verb comes first; or none.

    A verb before it, of the clause into which its own is set: "reached, after two weeks, a truce". A participle or a phrase
    behind the second comma: "the truce, which Alpha brokered, in force". Else the verb of its relative clause: "the deal,
    which they signed".
    """
    clause = syntax.clause_at(noun.first)
    return _before(syntax, noun, clause, states) or _behind(syntax, noun, states) or _relative(syntax, clause, states)


def _before(syntax: Syntax, noun: Mention, clause: Clause, states: Sequence[Mention]) -> list[Mention]:
    index = syntax.clause_index(noun.first)
    marks = _marks(syntax, clause.first - 1, noun.first)
    if clause.opener not in INSERTED or not index or not marks or marks[-1] < clause.first:
        return []
    whole = syntax.clauses[index - 1]
    if any(term.features & {"past", "present"} for term in syntax.within(marks[-1], noun.first)):
        return []  # what stands behind the insertion has a verb of its own
    told = [term for term in states if whole.first <= term.first < whole.last and term.features & {"past", "present"}]
    return told[-1:] if marks[-1] - clause.first < FAR else []


def _behind(syntax: Syntax, noun: Mention, states: Sequence[Mention]) -> list[Mention]:
    marks = {at + 1 for at in _marks(syntax, noun.last, syntax.sentence.last)}
    return [term for term in states if term.first in marks and term.attrs["class"] == "state" and _predicate(term)
            and term.first - noun.last <= FAR][:1]


def _relative(syntax: Syntax, clause: Clause, states: Sequence[Mention]) -> list[Mention]:
    index = syntax.clause_index(clause.first)
    following = syntax.clauses[index + 1:index + 2]
    if not following or following[0].opener != "which":
        return []
    first = following[0].first
    return [term for term in states if first < term.first <= first + OPENED and "past" in term.features
            and term.features & {"its", "their"}][:1]


def _predicate(term: Mention) -> bool:
    """Whether a word may say what becomes of a noun without a verb: "halted", "in force"."""
    bare = "participle" in term.features and not term.features & {"definite", "to", "by"}
    return bare or not term.attrs.get("pos")


def _marks(syntax: Syntax, first: int, last: int) -> list[int]:
    return [at for at in range(max(first, syntax.sentence.first), last) if syntax.reading.tokens[at].form in COMMAS]
