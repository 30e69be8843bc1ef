"""Positions: a stance word, a party that takes it, and an issue that can be negotiated."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tawatur.claims.build import build
from tawatur.claims.frames import Frame, Framer, is_infinitive, modality, negated
from tawatur.claims.issues import issues, people, points_back
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.packs import Packs, Row
from tawatur.records import Claim, Mention, Party, Position

MEDIATING = frozenset({"un_body", "agency", "monitor", "people", "local_body", "court"})
"""Kinds of actors whose wishes are appeals: they have nothing to give in the bargain."""
BOUND = 3
"""How near behind "want" or "reject" a place must stand to be where somebody is to go."""
CUES = frozenset({"speech", "wording", "voices"})
"""Kinds of mentions by which an insertion tells its source."""
PLAIN = frozenset({"demands", "accepts", "rejects", "orders"})
STRETCH = 22
"""How many tokens an insertion and what follows it may take."""
VESSEL = 10
"""How many tokens before what it holds a proposal may be named."""
OBJECT = 8
"""How many tokens after a stance the proposal that it is about is named."""
BY_FORCE = frozenset({"prevents", "permits", "orders", "grants"})
"""Stances of those who hold a way; people named beside such a word are those who are let through or kept back."""
MARKS = "\"“”«»"
PROMISED = frozenset({("waystate", "open"), ("waystate", "announced"), ("event", "AID"), ("event", "RETREAT")})
"""What a party may promise to do for the other side."""
THIRD = "third"
"""What the packs call one who is no side of a conflict; in `told_by`, one who is neither the party nor its adversary."""
CALLING = "demands"
"""The stance of a word of appeal, where a side of the conflict speaks it."""
FIGHTING = frozenset({"armed_group", "army"})


@dataclass
class Table:
    """What has been put on the table so far in a report: for "this request", "its demands"."""

    last: list[Position] = field(default_factory=list)

    def maker(self) -> str | None:
        """Who put the latest proposal on the table."""
        return next((position.party for position in reversed(self.last) if position.stance in ("offers", "demands")), None)

    def issue(self, party: str | None) -> str | None:
        """The issue of the latest position of somebody else."""
        wanted = (position for position in reversed(self.last) if position.stance in ("demands", "offers"))
        issues = (position.issue for position in wanted if position.party != party)
        return next((issue for issue in issues if issue not in (None, "other")), None)


def positions(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """The positions in a sentence, outermost stance first; a stance inside another's object is part of what it wants."""
    covered: list[tuple[int, int]] = []
    for term in syntax.of_class("stance", "appeal"):
        if any(first <= term.first < last for first, last in covered) and not _own_subject(syntax, term):
            continue
        if is_infinitive(syntax, term):
            continue
        frame = framer.frame(syntax, term)
        found = _position(syntax, frame, voices, table, _stances(syntax.packs))
        if found is not None:
            covered.append((frame.first, frame.last))
            table.last.append(found)
            yield _claim(syntax, frame, voices, found)
            for more in _listed(syntax, frame, found):
                table.last.append(more[0])
                yield build(syntax, voices, more[0], more[1], frame.last, trigger=frame.trigger.first, rule=frame.trigger.rule)
    yield from _conditions(syntax, framer, voices, table)
    yield from _promises(syntax, framer, voices, table)
    yield from _contents(syntax, framer, voices, table)
    yield from _obligations(syntax, framer, voices, table)


def _stances(packs: Packs) -> dict[str, Row]:
    return {row["value"]: row for row in packs.tables["stances"]}


def _own_subject(syntax: Syntax, term: Mention) -> bool:
    """Whether a stance within another's object is a statement of its own: finite, in a clause that has its party."""
    if not term.features & {"past", "present"} or ("base" in term.features and "third" not in term.features):
        return False
    if syntax.roles.get(term.last) == "by":
        return False
    clause = syntax.clause_at(term.first)
    return any(not syntax.governed(party) for party in syntax.parties_in(clause.first, term.first))


def _position(syntax: Syntax, frame: Frame, voices: Voices, table: Table, rows: dict[str, Row]) -> Position | None:
    row = rows[frame.trigger.attrs.get("value") or CALLING]
    stance = row["negated"] if frame.negated else row["plain"]
    if stance == "rejects" and _of_words(syntax, frame):
        return None
    party = frame.party or _impersonal(syntax, frame, voices)
    if _kind(syntax, party) == "people" or (_kind(syntax, party) in MEDIATING and row["value"] in BY_FORCE | {"accepts"}):
        return None
    if any(syntax.roles.get(at) == "must" for at in range(frame.clause.first, frame.trigger.first)):
        return None
    if not stance or not party:
        return None
    named = issues(syntax, frame.first, frame.last, _going(syntax, party))
    if not named and not points_back(syntax, frame.first, frame.last):
        frame = _stretched(syntax, frame)
        named = issues(syntax, frame.first, frame.last, _going(syntax, party))
    needs = row["needs"].split()
    back = points_back(syntax, frame.first, min(frame.last, frame.first + OBJECT))
    if needs == ["proposal"]:
        needs, named = [], named if back else []
    if needs:
        named = [issue for issue in named if issue in needs]
    issue = named[0] if named else (table.issue(party) if back else None)
    violent = stance == "threatens" and _holds(syntax, frame, "event", "ASSAULT")
    bound = not needs and stance in ("rejects", "demands") and bool(syntax.localities_in(frame.first, frame.first + BOUND))
    on_talks = stance in ("accepts", "rejects") and any(
        term.attrs["class"] == "talks" for term in syntax.within(frame.first, frame.first + OBJECT))
    some = named or back or violent or bound or on_talks or _absolute(frame.trigger)
    if not some or (row["value"] == "warns" and not violent):
        return None
    if needs and not named:
        return None
    if row["value"] == "announces" and _holds(syntax, frame, "state", "collapsed"):
        stance = "withdraws"
    if row["value"] == "grants" and _holds(syntax, frame, "stance", "demands"):
        stance = "demands"
    if stance == "threatens" and not named:
        issue = "other"
    if not named and bound:
        issue = "destination"
    if not (named or bound or back) and on_talks:
        issue = "other"
    if row["value"] == "orders" and issue in ("ceasefire", "route"):
        stance = "offers"
    if stance == "demands" and _kind(syntax, party) in MEDIATING:
        return None
    if frame.trigger.attrs["class"] == "appeal" and not (named and takes_part(syntax, party)):
        return None
    if back and not named and people(syntax, frame.first, frame.last) == "civilians":
        issue = "civilian_exit"
    reason, given_by = _reason(syntax, frame, voices)
    return Position(
        party=party, stance=stance, issue=issue, object=_object(syntax, frame), counterpart=_counterpart(syntax, frame, party),
        reason=reason, reason_given_by=given_by, told_by=told_by(syntax, voices, frame.trigger.start, party),
    )


def takes_part(syntax: Syntax, actor: str | None) -> bool:
    """Whether an actor is a side of the conflict, so that what it calls for is a demand."""
    return syntax.packs.sides.get(actor or "", THIRD) != THIRD and _kind(syntax, actor) not in MEDIATING


def _listed(syntax: Syntax, frame: Frame, position: Position) -> Iterator[tuple[Position, int]]:
    """Further things that one stance is about, where each stands behind a preposition of its own: "in X, and in Y"."""
    for term in syntax.within(frame.first, frame.last):
        if {"and", "by"} <= term.features or {"and", "to"} <= term.features:
            named = issues(syntax, term.first, frame.last)
            if named and named[0] != position.issue:
                yield replace(position, issue=named[0], object=syntax.words(term.first, frame.last)), term.first


def _of_words(syntax: Syntax, frame: Frame) -> bool:
    """Whether what is rejected is only what somebody said: reports, accusations."""
    return any(term.attrs["class"] == "hearsay" for term in syntax.within(frame.first, frame.first + 4))


def _stretched(syntax: Syntax, frame: Frame) -> Frame:
    """The frame with an object that goes on behind an insertion: "agreed, an official said, to hand over …"."""
    if frame.passive or frame.nominal or frame.trigger.attrs.get("value") not in PLAIN or frame.last >= syntax.sentence.last:
        return frame
    inserted = range(frame.last, min(frame.last + OBJECT, syntax.sentence.last))
    if not any(mention.kind in CUES and mention.first in inserted for mention in syntax.mentions):
        return frame
    others = [term.first for term in syntax.of_class("stance", "appeal", "state", "event") if term.first >= frame.last]
    last = min([*others, frame.last + STRETCH, syntax.sentence.last])
    return replace(frame, last=max(last, frame.last))


def _holds(syntax: Syntax, frame: Frame, kind: str, value: str) -> bool:
    return any(term.attrs["class"] == kind and term.attrs.get("value") == value
               for term in syntax.within(frame.first, min(frame.last, frame.first + OBJECT)))


def _impersonal(syntax: Syntax, frame: Frame, voices: Voices) -> str | None:
    """Who stands behind "it is permitted", "a corridor is proposed": the party in whose words it is told."""
    speaker = voices.speaker(frame.trigger.start)
    if syntax.roles.get(frame.trigger.first - 1) == "thus":
        return None
    finite = frame.trigger.attrs.get("pos") == "adj" or (
        frame.trigger.features & {"past", "present", "participle"} and not frame.nominal)
    return speaker if finite and frame.subject is None and _kind(syntax, speaker) not in MEDIATING else None


def _absolute(term: Mention) -> bool:
    """Whether a stance needs no object: a word that is a threat by itself."""
    return not term.attrs.get("pos")


def _kind(syntax: Syntax, actor: str | None) -> str:
    known = syntax.packs.actors.get(actor or "")
    return known.kind if known else ""


def _object(syntax: Syntax, frame: Frame) -> str | None:
    first, last = frame.first, min(frame.last, frame.first + 40)
    return _unquoted(syntax.words(first, last)) or None if last > first else None


def _unquoted(words: str) -> str:
    """Without a quotation mark whose partner is not there."""
    words = words.strip()
    while words and words[0] in MARKS and sum(words.count(mark) for mark in MARKS) % 2:
        words = words[1:].lstrip()
    while words and words[-1] in MARKS and sum(words.count(mark) for mark in MARKS) % 2:
        words = words[:-1].rstrip()
    return words


def _counterpart(syntax: Syntax, frame: Frame, party: str) -> str | None:
    for other in syntax.parties_in(frame.first, frame.last):
        known = syntax.packs.actors.get(other.actor or "")
        if other.actor and other.actor != party and (known is None or known.kind not in MEDIATING):
            return other.actor
    return None


def _reason(syntax: Syntax, frame: Frame, voices: Voices) -> tuple[str | None, str | None]:
    index = syntax.clause_index(frame.trigger.first)
    for clause in syntax.clauses[index + 1:index + 3]:
        if clause.opener == "because":
            at = syntax.reading.tokens[clause.first].start
            speaker = voices.speaker(at)
            given = "party" if speaker and speaker == frame.party else "source"
            return syntax.words(clause.first, min(clause.last, clause.first + 40)), given
    return None, None


def told_by(syntax: Syntax, voices: Voices, start: int, party: str) -> str:
    """Whether a position is told by the party itself, by another side of the conflict, or by a third."""
    speaker = voices.speaker(start)
    if speaker is None:
        return "third"
    if speaker == party or _whole(syntax, speaker) == _whole(syntax, party):
        return "self"
    mine, theirs = syntax.packs.sides.get(party, THIRD), syntax.packs.sides.get(speaker, THIRD)
    return "third" if THIRD in (mine, theirs) or mine == theirs else "counterpart"


def _whole(syntax: Syntax, actor: str) -> str:
    known = syntax.packs.actors.get(actor)
    return known.part_of if known and known.part_of else actor


def _claim(syntax: Syntax, frame: Frame, voices: Voices, position: Position) -> Claim:
    first = min(frame.trigger.first, frame.first, frame.subject.first if frame.subject else frame.trigger.first)
    if frame.subject is not None and frame.subject.start < syntax.reading.tokens[syntax.sentence.first].start:
        first = min(frame.trigger.first, frame.first)
    first = max(first, frame.clause.first if frame.subject is None or frame.subject.first < frame.clause.first else first)
    last = max(frame.trigger.last, frame.last)
    modality = frame.modality if frame.modality in ("conditional", "possible") else "asserted"
    return build(syntax, voices, position, first, last, trigger=frame.trigger.first, rule=frame.trigger.rule, modality=modality)


def _contents(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a proposal holds is what the one who made it wants."""
    for term in syntax.of_class("holds"):
        clause = syntax.clause_at(term.first)
        vessels = [other for other in syntax.of_class("vessel") if 0 <= term.first - other.first <= VESSEL]
        named = issues(syntax, term.last, clause.last)
        if not vessels or not named:
            continue
        owner = _owner(syntax, framer, voices, table, vessels[-1])
        if owner:
            position = Position(owner, "demands", named[0], syntax.words(term.first, clause.last),
                                told_by=told_by(syntax, voices, term.start, owner))
            table.last.append(position)
            first = max(clause.first, vessels[-1].first)
            yield build(syntax, voices, position, first, clause.last, trigger=term.first, rule=term.rule)


def _owner(syntax: Syntax, framer: Framer, voices: Voices, table: Table, vessel: Mention) -> str | None:
    """Whose proposal it is: the one named with it; for "its demands" who speaks; else who made the last one."""
    theirs = any(party.how == "pronoun" and party.last == vessel.first for party in syntax.parties)
    if theirs or vessel.features & {"its", "their"}:
        return voices.speaker(vessel.start) or table.maker()
    return framer.frame(syntax, vessel, near=True).party or table.maker()


def _conditions(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What has to come first in a party's own words: "no talks unless they hand in their weapons", "ready to leave if …"."""
    for index, clause in enumerate(syntax.clauses):
        if clause.opener not in ("unless", "if") or index == 0:
            continue
        start = syntax.reading.tokens[clause.first].start
        before = syntax.clauses[index - 1]
        bargains = [term for term in syntax.within(before.first, before.last) if term.attrs["class"] in ("stance", "talks")]
        party = voices.speaker(start) or (framer.frame(syntax, bargains[0]).party if bargains else None)
        named = issues(syntax, clause.first, clause.last)
        if not bargains or party is None or not named or _kind(syntax, party) in MEDIATING:
            continue
        other = next((p.actor for p in syntax.parties_in(clause.first, clause.last) if p.actor not in (None, party)), None)
        told = told_by(syntax, voices, start, party)
        position = Position(party, "demands", named[0], syntax.words(clause.first, clause.last), other, told_by=told)
        table.last.append(position)
        yield build(syntax, voices, position, clause.first, clause.last, trigger=clause.first, rule="claims.positions:condition")


def _promises(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a party says that it will do for the other side, or will not: open a way, let people go, lay down its arms."""
    for term in syntax.terms:
        clause = syntax.clause_at(term.first)
        if modality(syntax, term, clause) != "planned":
            continue
        refused = negated(syntax, term, clause)
        if not (_giving_way(term) if refused else (term.attrs["class"], term.attrs.get("value")) in PROMISED):
            continue
        frame = framer.frame(syntax, term)
        speaker = voices.speaker(term.start)
        party = frame.party or speaker
        named = issues(syntax, min(frame.first, term.first), frame.last, _going(syntax, party))
        if party is None or party != (speaker or party) or not named or _kind(syntax, party) in MEDIATING:
            continue
        if any(position.party == party and position.issue == named[0] for position in table.last[-2:]):
            continue
        told = told_by(syntax, voices, term.start, party)
        stance, words = "rejects" if refused else "offers", syntax.words(term.first, frame.last)
        position = Position(party, stance, named[0], words, told_by=told)
        table.last.append(position)
        yield build(syntax, voices, position, clause.first, frame.last, trigger=term.first, rule=term.rule)


def _giving_way(term: Mention) -> bool:
    """Whether a word is for something that a side may refuse to do: leave, hand over, lay down."""
    verb = term.attrs["class"] == "exit" and term.attrs.get("pos") == "verb"
    return verb or (term.attrs["class"] == "issue" and term.attrs["value"] in ("handover", "weapons", "surrender"))


def _going(syntax: Syntax, party: str | None) -> str:
    return "fighters" if _kind(syntax, party) in FIGHTING else ""


def _obligations(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What must be done, in the words of a party: a demand on whoever must do it."""
    for at in (at for at, role in syntax.roles.items() if role == "must" or _laid_on(syntax, at)):
        start = syntax.reading.tokens[at].start
        speaker = voices.speaker(start)
        clause = syntax.clause_at(at)
        inverted = syntax.roles.get(at + 1) == "the"  # "should the town fall": a condition
        if at == clause.first or inverted or syntax.reading.tokens[at - 1].kind == "punctuation":
            continue
        named = issues(syntax, at, clause.last)
        if speaker is None or not named or _kind(syntax, speaker) in MEDIATING:
            continue
        other = next((party for party in syntax.parties_in(clause.first, at) if party.actor not in (None, speaker)), None)
        position = Position(speaker, "demands", named[0], syntax.words(at, clause.last), _actor(other), told_by="self")
        table.last.append(position)
        yield build(syntax, voices, position, clause.first, clause.last, trigger=at, rule="claims.positions:must")


def _laid_on(syntax: Syntax, at: int) -> bool:
    """Whether a preposition lays a duty on the party behind it, at the head of its clause: "on the armed men is …"."""
    if syntax.language.grammar.get("duty") != syntax.roles.get(at):
        return False
    clause = syntax.clause_at(at)
    heads = at <= clause.first + 1 or syntax.roles.get(at - 1) == "that"
    return heads and bool(syntax.parties_in(at, at + 3) or [t for t in syntax.within(at, at + 3) if t.attrs["class"] == "people"])


def _actor(party: Party | None) -> str | None:
    return party.actor if party else None
