"""Positions that no stance word tells: what a proposal holds, what must come first, what is promised, refused or laid on one."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.clauses import Clause
from tawatur.claims.frames import Framer, modality, negated, verb_first
from tawatur.claims.issues import issues, parts
from tawatur.claims.sides import going, mediates, told_by
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Position

VESSEL = 10
"""How many tokens before what it holds a proposal may be named."""
CONDITIONAL = frozenset({"if", "unless", "until"})
"""Openers of clauses that say what has to come first."""
PROMISED = frozenset({("waystate", "open"), ("waystate", "announced"), ("event", "AID"), ("event", "RETREAT"),
                      ("issue", "ceasefire"), ("release", None)})
"""What a party may promise to do for the other side."""
BEHIND = 4
"""How many tokens behind its verb it may be named, and who made it behind it."""
BARGAINS = frozenset({"stance", "talks"})
"""Classes of words that tell a bargain, whatever their tense."""
GIVEN = frozenset({"release", "exit", "waystate", "issue"})
"""Classes of words for what one does for the other side, where they speak of what is to come."""
REFUSING = 7
"""How far before a thing refused its negation may stand: "will never give up its weapons"."""
YIELDED = frozenset({"handover", "weapons", "surrender"})
"""Issues whose words are themselves what a side may refuse to do."""


def implied(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """The positions in a sentence that are told without a word of stance."""
    yield from _conditions(syntax, framer, voices, table)
    yield from _promises(syntax, framer, voices, table)
    yield from _contents(syntax, framer, voices, table)
    yield from _obligations(syntax, voices, table)


def _contents(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a proposal holds is what the one who made it wants."""
    for term in syntax.of_class("holds"):
        vessel = _vessel(syntax, term)
        if vessel is None:
            continue
        first, last = min(term.first, vessel.first), _contents_end(syntax, max(term.first, vessel.first))
        named = list(parts(syntax, max(term.last, vessel.last), last))
        owner = _owner(syntax, framer, voices, table, vessel) if named else None
        if owner is None or mediates(syntax, owner):
            continue
        told = told_by(syntax, voices, term.start, owner)
        for issue, at in named:
            if not table.lately(owner, issue):
                position = table.put(Position(owner, "demands", issue, syntax.words(at, last), told_by=told))
                yield build(syntax, voices, position, max(first, syntax.sentence.first), last, trigger=term.first, rule=term.rule)


def _vessel(syntax: Syntax, holds: Mention) -> Mention | None:
    """The proposal that holds something: before its verb, or behind it where the language has its subject there."""
    vessels = list(syntax.of_class("vessel"))
    before = [other for other in vessels if 0 <= holds.first - other.first <= VESSEL]
    behind = [other for other in vessels if verb_first(syntax) and 0 <= other.first - holds.last <= BEHIND]
    near = behind[:1] or before[-1:]
    return near[0] if near else None


def _contents_end(syntax: Syntax, at: int) -> int:
    """Where what a proposal holds ends: with its clause, or with the one that a relative clause on it opens."""
    index = syntax.clause_index(at)
    while index + 1 < len(syntax.clauses) and syntax.clauses[index + 1].opener in ("which", "that"):
        index += 1
    return syntax.clauses[index].last


def _owner(syntax: Syntax, framer: Framer, voices: Voices, table: Table, vessel: Mention) -> str | None:
    """Whose proposal it is: the one named with it; for "its demands" who speaks; else who made the last one."""
    theirs = any(party.how == "pronoun" and party.last == vessel.first for party in syntax.parties)
    if theirs or vessel.features & {"its", "their"}:
        return voices.speaker(vessel.start) or table.maker()
    maker = framer.frame(syntax, vessel, near=True).party
    for term in syntax.of_class("stance"):  # "the plan that Russia put forward"
        if maker is None and 0 < term.first - vessel.last <= BEHIND and term.features & {"past", "present"}:
            maker = framer.frame(syntax, term).party
    return maker or table.maker()


def _conditions(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What has to come first in a party's own words: "no talks unless they hand in their weapons", "ready to leave if …"."""
    for index, clause in enumerate(syntax.clauses):
        if index == 0 or clause.opener not in CONDITIONAL or not _hangs(syntax, clause, syntax.clauses[index - 1]):
            continue
        start = syntax.reading.tokens[clause.first].start
        party = _bargainer(syntax, framer, voices, syntax.clauses[index - 1], start)
        named = issues(syntax, clause.first, clause.last)
        if party is None or not named or mediates(syntax, party):
            continue
        other = _other(syntax, clause.first, clause.last, party)
        told = told_by(syntax, voices, start, party)
        position = table.put(Position(party, "demands", named[0], syntax.words(clause.first, clause.last), other, told_by=told))
        yield build(syntax, voices, position, clause.first, clause.last, trigger=clause.first, rule="claims.implied:condition")


def _hangs(syntax: Syntax, clause: Clause, main: Clause) -> bool:
    """Whether what comes first is a condition: "until" is one only of what is refused."""
    refused = any(syntax.roles.get(at) in ("not", "no") for at in range(main.first, main.last))
    return clause.opener != "until" or refused or any(
        term.attrs.get("value") == "rejects" for term in syntax.within(main.first, main.last))


def _bargainer(syntax: Syntax, framer: Framer, voices: Voices, main: Clause, start: int) -> str | None:
    """Who sets the condition: who takes a stance or promises something in the clause before it, or else who speaks."""
    bargains = [term for term in syntax.within(main.first, main.last) if term.attrs["class"] in BARGAINS or (
        term.attrs["class"] in GIVEN and modality(syntax, term, main) == "planned")]
    if not bargains:
        return None
    verb = next((term for term in bargains if term.features & {"past", "present"}), None)
    takes = framer.frame(syntax, verb).party if verb else None
    return takes or voices.speaker(start) or framer.frame(syntax, bargains[0]).party


def _other(syntax: Syntax, first: int, last: int, party: str) -> str | None:
    return next((other.actor for other in syntax.parties_in(first, last) if other.actor not in (None, party)), None)


def _promises(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a party says that it will do for the other side, or will not: open a way, let people go, lay down its arms."""
    for term in syntax.terms:
        clause = syntax.clause_at(term.first)
        if modality(syntax, term, clause) != "planned":
            continue
        refused = negated(syntax, term, clause, REFUSING)
        if not (_giving_way(term) if refused else (term.attrs["class"], term.attrs.get("value")) in PROMISED):
            continue
        frame = framer.frame(syntax, term)
        speaker = voices.speaker(term.start)
        party = frame.party or speaker
        named = issues(syntax, min(frame.first, term.first), frame.last, going(syntax, party))
        if party is None or party != (speaker or party) or not named or mediates(syntax, party):
            continue
        if table.lately(party, named[0]):
            continue
        stance, words = "rejects" if refused else "offers", syntax.words(term.first, frame.last)
        position = table.put(Position(party, stance, named[0], words, told_by=told_by(syntax, voices, term.start, party)))
        yield build(syntax, voices, position, clause.first, frame.last, trigger=term.first, rule=term.rule)


def _giving_way(term: Mention) -> bool:
    """Whether a word is for something that a side may refuse to do: leave, hand over, lay down."""
    lets = term.attrs["class"] in ("exit", "release") and term.attrs.get("pos") == "verb"
    return lets or (term.attrs["class"] == "issue" and term.attrs["value"] in YIELDED)


def _obligations(syntax: Syntax, voices: Voices, table: Table) -> Iterator[Claim]:
    """What must be done, in the words of a party: a demand on whoever must do it."""
    for at in [at for at, role in sorted(syntax.roles.items()) if role == "must" or _laid_on(syntax, at)]:
        speaker = voices.speaker(syntax.reading.tokens[at].start)
        clause = syntax.clause_at(at)
        named = issues(syntax, at, clause.last)
        if speaker is None or not named or mediates(syntax, speaker) or _inverted(syntax, at, clause):
            continue
        other = _other(syntax, clause.first, at, speaker)
        position = table.put(Position(speaker, "demands", named[0], syntax.words(at, clause.last), other, told_by="self"))
        yield build(syntax, voices, position, clause.first, clause.last, trigger=at, rule="claims.implied:must")


def _inverted(syntax: Syntax, at: int, clause: Clause) -> bool:
    """Whether a modal stands where it makes a condition, not a duty: "should the town fall"."""
    return at == clause.first or syntax.roles.get(at + 1) == "the" or syntax.reading.tokens[at - 1].kind == "punctuation"


def _laid_on(syntax: Syntax, at: int) -> bool:
    """Whether a preposition lays a duty on the party behind it, at the head of its clause: "on the armed men is …"."""
    if syntax.language.grammar.get("duty") != syntax.roles.get(at):
        return False
    clause = syntax.clause_at(at)
    heads = at <= clause.first + 1 or syntax.roles.get(at - 1) == "that"
    people = any(term.attrs["class"] == "people" for term in syntax.within(at, at + 3))
    return heads and (people or bool(syntax.parties_in(at, at + 3)))
