"""Plain refusals: what a side says that it will not do, by whatever verb ("will not put its name to any route")."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.clauses import Clause
from tawatur.claims.duties import without
from tawatur.claims.frames import Framer
from tawatur.claims.issues import besides, issues
from tawatur.claims.sides import bargains, may_bargain, told_by
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Party, Position

STRONG = frozenset({"stance", "appeal", "stays", "state"})
"""Classes of words that tell a position or the state of talks by themselves."""
CONDITIONAL = frozenset({"if", "unless", "until"})
"""Openers of clauses in which nothing is refused yet."""
REFUSING = 7
"""How far before a thing refused its negation may stand: "will never give up its weapons"."""
YIELDED = frozenset({"handover", "weapons", "surrender", "ceasefire", "other"})
"""Issues whose words are themselves what a side may refuse to do."""
DONE = frozenset({"ceasefire", "other"})
"""Those of them whose nouns may be anybody's."""
BARGAINED = ("talks", "deal", "proposal", "vessel", "paper")
"""Classes of what a side may refuse to come to, whatever it is about."""
VERB = 2
"""Tokens from a negation of what is to come to the subject behind its verb."""


def refusals(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a side plainly says that it will not do, by a verb that no row has for a stance."""
    for clause in syntax.clauses:
        at = next((at for at in syntax.spoken("not", clause.first, clause.last) if (
            at in syntax.ahead or syntax.roles.get(at - 1) == "future" or _does_not(syntax, at))), None)
        if at is None or clause.opener in CONDITIONAL or _tells(syntax, at, clause):
            continue
        party = _refuser(syntax, framer, voices, clause, at)
        last = without(syntax, clause) or clause.last
        named = issues(syntax, at, last) or (["other"] if syntax.has("verbal_particle") and _bargain(syntax, at, last) else [])
        if party is None or not named or table.lately(party, named[0], "rejects" if syntax.has("verbal_particle") else ""):
            continue
        told = told_by(syntax, voices, syntax.reading.tokens[at].start, party)
        position = table.put(Position(party, "rejects", named[0], syntax.words(at, clause.last), told_by=told))
        yield build(syntax, voices, position, clause.first, clause.last, trigger=at, rule="claims.implied:refusal")


def _does_not(syntax: Syntax, at: int) -> bool:
    """Whether it is denied that a side does what sides bargain over: "the army does not surrender to looters"."""
    behind = (term for term in syntax.within(at + 1, at + 1 + REFUSING) if term.first == at + 1)
    return syntax.has("bare_infinitive") and any("base" in term.features and term.attrs.get("pos") == "verb" and (
        term.attrs["class"] in BARGAINED or term.attrs.get("value") in YIELDED) for term in behind)


def _refuser(syntax: Syntax, framer: Framer, voices: Voices, clause: Clause, at: int) -> str | None:
    """Who will not: the last subject before the negation; where the verb is first, else the one behind it, or who speaks."""
    before = [party for party in syntax.parties_in(clause.first, at) if not syntax.governed(party)]
    if not verb_first(syntax):
        meant = framer.pointing.meant(before[-1], before[-1].start, syntax) if before else None
        return meant.actor if meant is not None and bargains(syntax, meant.actor) else None
    if before:
        return _meant(syntax, framer, before[-1])
    behind = next((party for party in syntax.parties_in(at + VERB, at + VERB + 1) if party.how != "pronoun"), None)
    if behind is not None and not syntax.governed(behind):
        return _meant(syntax, framer, behind)
    speaker = voices.speaker(syntax.reading.tokens[at].start)
    return speaker if bargains(syntax, speaker) else None


def _meant(syntax: Syntax, framer: Framer, party: Party) -> str | None:
    meant = framer.pointing.meant(party, party.start, syntax)
    return (meant.actor or meant.text) if meant and may_bargain(syntax, meant) else None


def _bargain(syntax: Syntax, at: int, last: int) -> bool:
    """Whether what is refused is to come to terms: "will not sign any paper"."""
    return any(term.attrs["class"] in BARGAINED for term in syntax.within(at, last))


def _tells(syntax: Syntax, at: int, clause: Clause) -> bool:
    """Whether what is denied is a word that is read by itself, one of speech, or an attack, which nobody bargains over."""
    last = clause.last  # a quotation may go on with others' words
    if syntax.has("verbal_particle"):
        last = min(last, at + REFUSING)
    if any(m.kind == "speech" and at < m.first for m in syntax.mentions_in(at, last)):
        return True
    behind = syntax.within(at, clause.last)
    return any(term.attrs["class"] in STRONG or giving_way(syntax, term) or (
        term.attrs["class"] == "event" and term.attrs["value"] == "ASSAULT") for term in behind)


def giving_way(syntax: Syntax, term: Mention) -> bool:
    """Whether a word is for something that a side may refuse to do: leave, hand over, lay down, open a way."""
    kind, value = term.attrs["class"], term.attrs.get("value")
    lets = kind in ("exit", "release", "stop", "talks") and term.attrs.get("pos") == "verb"
    opens = kind == "waystate" and value == "open" and term.attrs.get("pos") == "verb"
    acts = kind == "issue" and value in YIELDED and (value not in DONE or term.attrs.get("pos") == "verb")
    yielded = acts and not besides(syntax, term.first - REFUSING, term)
    return lets or opens or yielded or (kind == "stop" and term.attrs.get("pos") == "verb")
