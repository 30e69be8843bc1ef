"""Whether land is what somebody takes or has: a place, a kind of place, or a name where only that of a place can stand."""

from tawatur.claims.frames import Frame
from tawatur.claims.sides import mediates
from tawatur.claims.syntax import Syntax
from tawatur.records import Mention

GROUND = "ground"
"""The mode of words that tell who holds what only where land is their object: "took the hill", "took the bribe"."""
NEAR = 4
"""Tokens behind a verb in which the place begins that it takes."""
HEAD = 5
"""Tokens before a relative clause in which the place stands of which it tells."""
ROADS = frozenset({"road", "river", "sea"})
"""Kinds of places that one takes by travelling on them."""
DOERS = 5
"""Tokens before a verb in which those stand who do it."""
BETWEEN = frozenset({"have", "be", "future", "not"})
"""Roles of words between them and their verb."""
NAMED = frozenset({
    "actor", "outlet", "person", "nationalities", "weekdays", "months", "titles", "place_nouns", "terms", "function", "speech",
    "voices", "counted", "measures", "groups", "definite"})
"""Kinds of mentions that begin no name of a place that nobody knows."""


def of_land(syntax: Syntax, word: Mention) -> bool:
    """Whether a word may tell of land: all but those that do so only where land stands right behind them.

    Right before a relative clause will do as well: "the town, which they took in May".
    """
    if word.attrs.get("mode") != GROUND:
        return True
    clause = syntax.clause_at(word.first)
    last = min(word.last + NEAR, clause.last)
    if clause.opener == "which" and _ends(syntax, word.last):
        return _land(syntax, clause.first - HEAD, clause.first)
    return _land(syntax, word.last, last) or unplaced(syntax, word.last)


def takes_ground(syntax: Syntax, frame: Frame) -> bool:
    """Whether a word that told of land in its place tells it of a side by a verb that is not passive."""
    return not (frame.passive or frame.nominal or mediates(syntax, frame.party))


def unplaced(syntax: Syntax, at: int, verb: int | None = None) -> bool:
    """Whether a capitalised word that nothing knows stands at a token, and its phrase ends there, or at a verb behind it."""
    if not syntax.capitals or not syntax.sentence.first <= at < syntax.sentence.last:
        return False
    tokens, text = syntax.reading.tokens, syntax.reading.document.text
    if not text[tokens[at].start].isupper() or any(m.kind in NAMED for m in syntax.mentions_in(at, at + 1)):
        return False
    held = any(party.first <= at < party.last for party in syntax.parties)
    return not held and (at + 1 == verb or _ends(syntax, at + 1))


def _land(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a place stands in a range, and neither people nor things before it."""
    land = [m.first for m in syntax.of_kind("place_nouns") if first <= m.first < last and m.attrs.get("kind")
            and m.attrs["kind"] not in ROADS]
    land += [term.first for term in syntax.within(first, last) if term.attrs["class"] == "source"]
    land += [locality.first for locality in syntax.localities_in(first, last)]
    return bool(land) and not any(_barring(m) and first <= m.first < min(land) for m in syntax.mentions_in(first, last))


def _barring(m: Mention) -> bool:
    return m.kind == "counted" or m.attrs.get("class") == "people"


def _ends(syntax: Syntax, at: int) -> bool:
    """Whether a phrase ends before a token: a mark, a function word, a time, the end."""
    if at >= syntax.sentence.last or syntax.reading.tokens[at].kind == "punctuation" or at in syntax.roles:
        return True
    return any(time.first == at for time in syntax.times_in(at, at + 1))


def armed_doers(syntax: Syntax, frame: Frame) -> str | None:
    """Those who do a thing and are only called by what they bear: "which troops have encircled since March"."""
    word = frame.trigger
    if frame.subject is not None or frame.passive or frame.nominal or word.attrs.get("pos") != "verb":
        return None
    first = max(frame.clause.first, word.first - DOERS)
    people = (term for term in syntax.within(first, word.first) if term.attrs["class"] == "people")
    armed = [term for term in people if term.attrs["value"] == "fighters"]
    if not armed or any(syntax.roles.get(at) not in BETWEEN for at in range(armed[-1].last, word.first)):
        return None
    return syntax.words(armed[-1].first, armed[-1].last)
