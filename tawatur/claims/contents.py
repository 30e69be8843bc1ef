"""Contents: what a proposal, a plan or a list of demands holds is what the one who made it wants."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.clauses import Clause
from tawatur.claims.frames import Framer
from tawatur.claims.issues import parts
from tawatur.claims.provisos import bare_conditions
from tawatur.claims.reach import LISTS
from tawatur.claims.sides import mediates, told_by
from tawatur.claims.subjects import next_verb, verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Position

BEHIND = 4
"""How many tokens behind its verb a proposal may be named, and who made it behind it."""
NEAR = 6
"""How many tokens behind demands or conditions their "are" may stand: "conditions for a truce are"."""
VESSEL = 10
"""How many tokens before what it holds a proposal may be named."""
MAKER = 3
"""How many tokens before it its maker is named: "under an Omani plan"."""
UNDER = 5
"""How many tokens behind "under" or "according to" it may be named."""
ASKED = "asked"
"""The mode of a vessel whose contents may follow a plain "are": demands, conditions."""


def contents(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """The positions that a sentence tells as what a proposal holds."""
    vessel = holding(syntax)
    owner = _owner(syntax, framer, voices, table, vessel) if vessel else None
    if vessel is not None and owner is not None:
        ahead = _to_come(syntax)
        for clause in syntax.clauses:
            future = [at for at in range(max(clause.first, vessel.last), clause.last)
                      if syntax.roles.get(at) in ("future", "must") or at in ahead]
            if future:
                first = max(clause.first, vessel.last)
                yield from _held(syntax, voices, table, owner, first, clause.last, future[0], "claims.contents:under", vessel)
        for term in bare_conditions(syntax):
            last = syntax.clause_at(term.first).last
            if term.first >= vessel.last:
                yield from _held(syntax, voices, table, owner, term.last, last, term.first, "claims.contents:condition", vessel)
        return
    for at, rule in _holders(syntax):
        held = _vessel(syntax, at)
        owner = _owner(syntax, framer, voices, table, held) if held else None
        if held is not None and owner is not None:
            first = max(at + 1, held.last)
            yield from _held(syntax, voices, table, owner, first, _end(syntax, first - 1), at, rule, held)


def _to_come(syntax: Syntax) -> frozenset[int]:
    """Where verbs stand that say of themselves that they tell what is to come, where a plan brings in what it holds so."""
    if not syntax.has("verbal_particle"):
        return frozenset()
    return frozenset(term.first for term in syntax.terms if "future" in term.features)


def _vessel(syntax: Syntax, at: int) -> Mention | None:
    """The proposal that holds something: before its verb, or behind it where the language has its subject there."""
    vessels = list(syntax.of_class("vessel"))
    before = [other for other in vessels if 0 <= at - other.first <= VESSEL]
    behind = [other for other in vessels if verb_first(syntax) and 0 < other.first - at <= BEHIND]
    near = behind[:1] or before[-1:]
    return near[0] if near else None


def _end(syntax: Syntax, at: int) -> int:
    """Where what a proposal holds ends: with its clause, or with those that a relative word or a colon joins to it."""
    index = syntax.clause_index(at)
    while index + 1 < len(syntax.clauses) and _joins(syntax, syntax.clauses[index + 1]):
        index += 1
    return syntax.clauses[index].last


def _joins(syntax: Syntax, clause: Clause) -> bool:
    return clause.opener in ("which", "that") or syntax.reading.tokens[clause.first - 1].form == LISTS


def holding(syntax: Syntax) -> Mention | None:
    """The proposal by which a sentence tells what is to be done: "under the Russian plan, the rebels would …"."""
    for vessel in syntax.of_class("vessel"):
        near = range(max(syntax.sentence.first, vessel.first - UNDER), vessel.first)
        cited = any(m.kind == "speech" and m.attrs.get("act") == "cite" and m.first in near for m in syntax.mentions)
        if cited or any(syntax.roles.get(at) == "under" for at in near):
            return vessel
    return None


def _holders(syntax: Syntax) -> Iterator[tuple[int, str]]:
    """Where what a proposal holds begins: at a verb of holding, or at "are" or a colon behind demands and conditions."""
    yield from ((term.last - 1, term.rule) for term in syntax.of_class("holds"))
    for vessel in syntax.of_class("vessel"):
        verb = next_verb(syntax, vessel.last, min(vessel.last + NEAR, syntax.sentence.last))
        opened = vessel.last < syntax.sentence.last and syntax.reading.tokens[vessel.last].form == LISTS
        named = verb if verb is not None and syntax.roles.get(verb) == "be" else vessel.last if opened else None
        if vessel.attrs.get("mode") == ASKED and named is not None:
            yield named, vessel.rule


def _held(syntax: Syntax, voices: Voices, table: Table, owner: str, first: int, last: int, trigger: int, rule: str,
          vessel: Mention) -> Iterator[Claim]:
    start = syntax.reading.tokens[trigger].start
    told = told_by(syntax, voices, start, owner)
    offered = any(term.first == vessel.first and term.attrs.get("value") == "offers" for term in syntax.of_class("stance"))
    for issue, at in parts(syntax, first, last):
        if table.lately(owner, issue):
            continue
        stance = "offers" if offered else "demands"
        position = table.put(Position(owner, stance, issue, syntax.words(max(at, first), last), told_by=told))
        opens = max(syntax.sentence.first, vessel.first - MAKER)  # whose it is belongs to it
        yield build(syntax, voices, position, opens, last, trigger=trigger, rule=rule)


def _owner(syntax: Syntax, framer: Framer, voices: Voices, table: Table, vessel: Mention) -> str | None:
    """Whose proposal it is: the one named with it; for "its demands" who speaks; else who made the last one."""
    settled = any(term.first == vessel.first for term in syntax.of_class("deal"))
    theirs = any(party.how == "pronoun" and party.last == vessel.first for party in syntax.parties)
    if theirs or vessel.features & {"its", "their"}:
        named = voices.speaker(vessel.start) or framer.frame(syntax, vessel, near=True).party or table.maker()
        if named is not None and named in _answering(syntax, framer, vessel):
            named = table.maker()
    else:
        named = _maker(syntax, framer, vessel) or (None if settled else table.maker() or _foretelling(syntax, voices, vessel))
    return None if mediates(syntax, named) else named


def _foretelling(syntax: Syntax, voices: Voices, vessel: Mention) -> str | None:
    """Who says what a part of a plan would hold, as one who has made it: "they said the second stage would include …"."""
    ahead = any(syntax.roles.get(at) == "future" for at in range(vessel.last, min(vessel.last + NEAR, syntax.sentence.last)))
    return voices.speaker(vessel.start) if ahead else None


def _answering(syntax: Syntax, framer: Framer, vessel: Mention) -> list[str | None]:
    """Who answers a proposal in its clause, and so has not made it: "the army's rejection of its demands"."""
    before = syntax.within(syntax.clause_at(vessel.first).first, vessel.first)
    return [framer.frame(syntax, term).party for term in before
            if term.attrs["class"] == "stance" and term.attrs["value"] in ("rejects", "accepts")]


def _maker(syntax: Syntax, framer: Framer, vessel: Mention) -> str | None:
    """Who is named with a proposal, or as the one who put it forward: "the plan that Russia put forward"."""
    maker = framer.frame(syntax, vessel, near=True).party
    for term in syntax.of_class("stance"):
        answers = term.attrs["value"] in ("rejects", "accepts")  # "the plan that they turned down" is not theirs
        if maker is None and not answers and 0 < term.first - vessel.last <= BEHIND and term.features & {"past", "present"}:
            maker = framer.frame(syntax, term).party
    return maker
