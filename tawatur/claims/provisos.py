"""Provisos: what a yes hangs on, behind "on that" or a bare noun for a condition. The terms of a deal or a pledge are none."""

from collections.abc import Iterator

from tawatur.claims.clauses import CONTINUES, FINITE, Clause
from tawatur.claims.frames import is_nominal
from tawatur.claims.issues import issues
from tawatur.claims.objects import PRICED
from tawatur.claims.syntax import PREPOSITIONS, Syntax
from tawatur.records import Mention
from tawatur.text import COMMAS

PROVIDED = "provided"
"""How a clause opens that says what an offer hangs on."""
MUTUAL = "mutual"
"""The mode of words of agreeing that two sides do with each other: what follows is a term of both."""
GIVING = frozenset({"offers", "grants", "permits", "announces"})
"""Stances of who gives something: behind them a proviso asks for something only where another has to do it."""
TOLD = frozenset({"stance", "holds", "state"})
"""Classes of verbs that may govern a proviso."""
BARGAINED = frozenset({"issue", "deal", "proposal", "way", "exit", "release", "stop", "waystate", "talks", "plan"})
"""Classes of what a stance is about, so that a second "on" opens its proviso: "agreed to the truce on that …"."""
ACTOR = 2
"""How many tokens behind the verb of a proviso the one may stand who has to do it."""


def provisos(syntax: Syntax) -> Iterator[tuple[Clause, Clause]]:
    """The provisos of a sentence, each with the clause of the yes or the offer that hangs on it."""
    if not syntax.has("proviso_on_that"):
        return
    for index, clause in enumerate(syntax.clauses):
        on = clause.first - 1
        if clause.opener != "that" or syntax.roles.get(on) != "on" or on - 1 <= syntax.sentence.first:
            continue
        governing = _governing(syntax, on)
        if governing is None or not _stands_apart(syntax, governing, on):
            continue
        ends = (later.first for later in syntax.clauses[index + 1:] if later.opener not in CONTINUES)
        proviso = Clause(clause.first, next(ends, syntax.sentence.last), PROVIDED)
        if governing.attrs["value"] not in GIVING or _by_another(syntax, proviso, governing):
            yield proviso, syntax.clause_at(governing.first)
    yield from _bare_conditions(syntax)


def _governing(syntax: Syntax, on: int) -> Mention | None:
    """The verb by which somebody says yes or offers something, where nothing else has been told since."""
    verbs = [term for term in syntax.terms if term.first < on and (_tells(syntax, term) or _consent(syntax, term))]
    last = [term for term in verbs if term.first == verbs[-1].first]
    return next((term for term in last if term.attrs["class"] == "stance" and term.attrs.get("mode") != MUTUAL and (
        term.attrs["value"] in GIVING | {"accepts"} or _consent(syntax, term))), None)


def _tells(syntax: Syntax, term: Mention) -> bool:
    finite = bool(term.features & FINITE) and not term.features & {"to", "by", "definite"}
    told = term.attrs["class"] in TOLD and ((finite and not is_nominal(syntax, term)) or not term.attrs.get("pos"))
    return told and syntax.clause_at(term.first).opener != "which"


def _consent(syntax: Syntax, term: Mention) -> bool:
    """Whether a noun with its owner tells a yes: "its consent", or "the lack of its objection"."""
    if term.attrs["class"] != "stance" or not term.features & {"its", "their"} or not is_nominal(syntax, term):
        return False
    denied = syntax.roles.get(term.first - 1) == "not"
    return term.attrs["value"] == ("rejects" if denied else "accepts")


def _stands_apart(syntax: Syntax, governing: Mention, on: int) -> bool:
    """Whether "on that" opens a proviso, behind a comma or another object, and is not itself what is agreed on."""
    return syntax.reading.tokens[on - 1].form in COMMAS or any(
        term.attrs["class"] in BARGAINED for term in syntax.within(governing.last, on))


def _by_another(syntax: Syntax, proviso: Clause, governing: Mention) -> bool:
    """Whether another than who gives has to do what a proviso asks: "a truce, on that the rebels hand in their arms"."""
    givers = {party.actor or party.text for party in syntax.parties_in(syntax.sentence.first, proviso.first)}
    first = proviso.first + 2  # behind "that" and its verb
    named = [party for party in syntax.parties_in(first, first + ACTOR) if party.how != "pronoun" and not syntax.governed(party)]
    return bool(named) and (named[0].actor or named[0].text) not in givers


def _bare_conditions(syntax: Syntax) -> Iterator[tuple[Clause, Clause]]:
    """What a yes hangs on behind a bare noun: "promised a pardon, condition their laying down of arms"."""
    for term in bare_conditions(syntax):
        governing = _governing(syntax, term.first)
        if governing is not None and governing.last < term.first:
            yield Clause(term.first, syntax.clause_at(term.first).last, PROVIDED), syntax.clause_at(governing.first)


def bare_conditions(syntax: Syntax) -> Iterator[Mention]:
    """The nouns for a condition that bring one in by themselves, and are not set or named by a verb."""
    for term in syntax.of_class("stance"):
        if term.attrs.get("mode") != PRICED or term.features & {"definite", "its", "their", "plural", "and", "to", "by"}:
            continue
        set_by = any(light.last <= term.first and term.first - light.first <= ACTOR for light in syntax.of_class("light"))
        carried = set_by or syntax.roles.get(term.first - 1) in PREPOSITIONS
        if not carried and term.last not in syntax.roles and issues(syntax, term.last, syntax.clause_at(term.first).last):
            yield term
