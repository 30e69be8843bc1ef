"""Which issues of a negotiation a stretch of words names, and who is to go out where going out is one."""

from collections.abc import Iterator

from tawatur.claims.syntax import Syntax
from tawatur.records import Mention

FIGHTING = frozenset({"armed_group", "army"})
EXITS = {"fighters": "fighter_exit", "civilians": "civilian_exit", "wounded": "civilian_exit"}
BEYOND = 8
"""How many tokens past the object the people who go out may still be named."""


def issues(syntax: Syntax, first: int, last: int, going: str = "") -> list[str]:
    """The issues named in a token range, in order, each once. `going` are the people meant where none are named."""
    people = _people(syntax, first, min(last + BEYOND, syntax.sentence.last)) or going
    found: list[str] = []
    for term in syntax.within(first, last):
        issue = _issue(term, people)
        if issue and issue not in found:
            found.append(issue)
    return found


def _issue(term: Mention, people: str) -> str:
    kind = term.attrs["class"]
    if kind == "issue":
        return term.attrs["value"]
    if kind == "way":
        return "fighter_exit" if people == "fighters" else "route"
    return EXITS.get(people, "civilian_exit") if kind == "exit" else ""


def people(syntax: Syntax, first: int, last: int) -> str:
    """Who is spoken of in a token range: civilians, fighters, wounded, or nothing."""
    return _people(syntax, first, last)


def _people(syntax: Syntax, first: int, last: int) -> str:
    named = sorted([*_by_word(syntax, first, last), *_by_party(syntax, first, last)])
    if not named:
        return ""
    kinds = [kind for _, kind in named]
    return "fighters" if "fighters" in kinds and "civilians" not in kinds else kinds[0]


def _by_word(syntax: Syntax, first: int, last: int) -> Iterator[tuple[int, str]]:
    return ((term.first, term.attrs["value"]) for term in syntax.within(first, last) if term.attrs["class"] == "people")


def _by_party(syntax: Syntax, first: int, last: int) -> Iterator[tuple[int, str]]:
    for party in syntax.parties_in(first, last):
        known = syntax.packs.actors.get(party.actor or "")
        if known and known.kind == "people":
            yield party.first, "civilians"
        elif known and known.kind in FIGHTING and party.how != "pronoun":
            yield party.first, "fighters"


def points_back(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a range speaks of a proposal or a demand as something already known."""
    return any(term.attrs["class"] in ("proposal", "plan") for term in syntax.within(first, last))
