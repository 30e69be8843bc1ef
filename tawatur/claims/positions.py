"""Positions: a stance word, a party that takes it, and an issue that can be negotiated."""

from collections.abc import Iterator
from dataclasses import replace

from tawatur.claims.build import build
from tawatur.claims.deeds import deed
from tawatur.claims.exceptions import alone, but_not, excepted, lacking
from tawatur.claims.frames import Frame, Framer, is_infinitive, is_nominal
from tawatur.claims.heads import heads_relative, of_a_thing, ungot
from tawatur.claims.issues import issues, joined, part, people, points_back
from tawatur.claims.matters import BID, DUTY, GIVEN, GIVING, LISTING, TIED, About, about, harms, holds, stands_before
from tawatur.claims.objects import OBJECT, reason_told, unquoted, worded
from tawatur.claims.reach import ANSWERS
from tawatur.claims.sides import FIGHTING, bargains, kind, may_bargain, mediates, told_by
from tawatur.claims.silences import CALLING, says_nothing
from tawatur.claims.subjects import begins_anew, describes, relative
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.together import together
from tawatur.claims.voices import Voices
from tawatur.packs import Row
from tawatur.records import Claim, Mention, Party, Position
from tawatur.text import APOSTROPHES

RELATIVE = frozenset({"which", "that"})
"""How clauses open that say what a proposal holds: "a proposal by which the rebels would let them go"."""
GIVEN_BY_HELPERS = frozenset({"aid_access", "civilian_exit"})
"""Issues of what those can do who bring aid."""
TERM = "term"
"""The mode of a demand with a date: whoever has to keep it is not the one who set it."""
OUT = "out"
"""The mode of an order that people go."""
LEAVES = "leaves"
"""The stance of leaving talks or a deal."""
BOUND_BY = "bound"
"""The stance of being bound by what was agreed, which is one only where it is denied."""
TIMED = frozenset({"hours", "days", "weeks"})
"""Units of what is given with a term."""
YIELDED = frozenset({"weapons", "surrender", "handover", "detainees"})
"""What one gives up, so that to propose that the other does is to demand it."""
SWAPPED = frozenset({"detainees"})
"""What is given for the same: one's prisoners for the other's."""
TOGETHER = 40
"""Tokens from a stance to the end of its object within which a further part of that is quoted with it."""
LISTED = 4
"""How many issues one stance may be read to have."""
STATE = "state"
"""The kind of parties that are a place too: "their delegation in-Jordan"."""
BESIDE = 3
"""Tokens of an object within which the participle stands that turns it round."""


def positions(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """The positions in a sentence, and the deeds that they are, outermost first; one in another's object is part of it."""
    rows = syntax.packs.stances
    covered: list[Frame] = []
    for term in syntax.of_class("stance", "appeal"):
        holder = next((one for one in covered if one.first <= term.first < one.last), None)
        if (holder is not None and not _own_subject(syntax, term, holder)) or is_infinitive(syntax, term) or (
                _written_alike(syntax, term)):
            continue
        frame = framer.frame(syntax, term)
        found = _position(syntax, frame, voices, table, rows[term.attrs.get("value") or CALLING])
        if found is not None and found.issue is None and _answers(syntax, frame, found):
            found = replace(found, issue="other")  # an answer to a plan whose contents are not told
        if found is not None and found.issue is None:
            table.put(found)  # a plan whose contents are told elsewhere
        elif found is not None:
            covered.append(frame)
            for party in (found.party, *together(syntax, frame, found)):
                claim = _claim(syntax, frame, voices, table.put(replace(found, party=party)))
                yield claim
                yield from deed(syntax.packs.deeds, frame, claim)
            yield from _in_return(syntax, frame, voices, table, found)
            yield from but_not(syntax, frame, voices, table, found)
            for more, first in _listed(syntax, frame, found):
                begun = term.first if frame.last - term.first <= TOGETHER else first
                yield build(syntax, voices, table.put(more), begun, frame.last, trigger=term.first, rule=term.rule)


def _written_alike(syntax: Syntax, term: Mention) -> bool:
    """Whether a noun of stance behind an article or owner is also written like a verb: "their demands", "the rebels' call"."""
    if term.attrs.get("pos") != "verb" or "past" in term.features or not term.features & {"base", "third"}:
        return False
    at = term.first - 1
    owned = syntax.roles.get(at) == "the" or (
        syntax.has("free_article") and at >= 0 and syntax.reading.tokens[at].form[:1] in APOSTROPHES)
    beside = next((party for party in syntax.parties if party.last == term.first and party.how != "pronoun"), None)
    joined = beside is not None and "third" in term.features and (
        syntax.governed(beside) in ("to", "of", "for", "with") or syntax.listed(beside) is not None)  # "to UN and Nato demands"
    named = owned or (joined and syntax.has("free_article"))
    return named and any(other.attrs.get("pos") == "noun" and other.first == term.first for other in syntax.of_class("stance"))


def _answers(syntax: Syntax, frame: Frame, position: Position) -> bool:
    """Whether a position without an issue tells something: what a known side says to what is on the table."""
    known = position.party in syntax.packs.actors or position.party in syntax.standing.kinds or (
        frame.subject is not None and not syntax.capitals and may_bargain(syntax, frame.subject))
    letting = any(term.attrs["value"] in ("permits", "prevents") for term in syntax.of_class("stance")
                  if frame.first <= term.first < frame.last)
    return position.stance in ANSWERS | {"withdraws"} and known and not letting  # "will not let them in" answers no plan


def _own_subject(syntax: Syntax, term: Mention, holder: Frame) -> bool:
    """Whether a stance within the object of another, the holder, is a statement of its own: finite, with its party."""
    if term.first <= holder.first + 1:  # "resisted calls for": what may be a verb is the object itself
        return False
    if holder.nominal and _owned_too(syntax, term):
        return True
    if is_nominal(syntax, term) and [syntax.roles.get(term.first - 2), syntax.roles.get(term.first - 1)] == ["and", "the"]:
        return True  # "rejected a truce and the demand that …"
    if begins_anew(syntax, term) or heads_relative(syntax, term):
        return True
    ahead = syntax.clause_at(term.first).opener in RELATIVE and syntax.roles.get(term.first - 1) == "future"
    if not ahead and (not term.features & {"past", "present"} or ("base" in term.features and "third" not in term.features)):
        return False
    if syntax.roles.get(term.last) == "by":
        return False
    return any(not syntax.governed(party) for party in syntax.parties_in(syntax.clause_at(term.first).first, term.first))


def _owned_too(syntax: Syntax, term: Mention) -> bool:
    """Whether a noun of stance joins another and has an owner of its own: "X's refusal of … and Y's insistence on …"."""
    if not is_nominal(syntax, term):
        return False
    if "and" in term.features:
        return bool(term.features & {"its", "their"})
    owner = next((party for party in syntax.parties if party.how != "demonym" and 0 <= term.first - party.last <= 1), None)
    return owner is not None and "and" in (syntax.roles.get(owner.first - 1), syntax.roles.get(owner.first - 2))


def _position(syntax: Syntax, frame: Frame, voices: Voices, table: Table, row: Row) -> Position | None:
    turned = (frame.negated and not excepted(syntax, frame)) or ungot(syntax, frame.trigger, frame.clause)
    turned = turned or (row["value"] == BOUND_BY and voices.denied(frame.trigger.start))
    plain = row["negated"] if turned else row["plain"]
    plain = CALLING if plain == "accepts" and alone(syntax, frame) and not frame.nominal else plain
    frame = lacking(syntax, frame) if plain == "rejects" else frame
    term_set = frame.trigger.attrs.get("mode") == TERM
    party = _setter(syntax, frame, voices) if term_set else frame.party or _impersonal(syntax, frame, voices)
    if frame.trigger.attrs.get("mode") == GIVEN:
        party = voices.speaker(frame.trigger.start)
    if stands_before(syntax, frame, row):
        party = voices.speaker(frame.trigger.start) or party  # whose truce it is says nothing of its reach
    known = points_back(syntax, frame.first, min(frame.last, frame.first + OBJECT))
    if plain in ANSWERS and known and frame.subject is not None and frame.subject.how == "pronoun":
        party = table.answerer(party) or party
    if not plain or not party or says_nothing(syntax, frame, voices, row, plain, party):
        return None
    matter = about(syntax, frame, row, plain, party, table)
    if matter is None:
        return None
    stance = _stance(syntax, matter, row, plain, issue := _issue(syntax, matter, row, plain, table, party))
    own = stance == "offers" and _stands_ready(syntax, frame, issue)
    asks = stance in ("demands", "offers") and mediates(syntax, party) and not own
    if asks and (issue == "other" or not _plainly(frame)):
        table.put(Position(party, stance, issue))  # an appeal, which a side may answer
        return None
    reason, given_by = reason_told(syntax, frame, voices)
    return Position(
        party=party, stance=stance, issue=issue, object=worded(syntax, matter.frame),
        counterpart=_counterpart(syntax, matter.frame, party), reason=reason, reason_given_by=given_by,
        told_by=told_by(syntax, voices, frame.trigger.start, party),
    )


def _stands_ready(syntax: Syntax, frame: Frame, issue: str | None) -> bool:
    """Whether those who bring aid say that they are ready to bring it to a place: it is theirs to give."""
    placed = bool(syntax.localities_in(frame.first, frame.last))
    return placed and frame.trigger.attrs.get("pos") == "adj" and issue in GIVEN_BY_HELPERS


def _plainly(frame: Frame) -> bool:
    """Whether a verb of demanding itself is spoken, which is a demand whoever makes it: "the council demands a truce"."""
    return frame.trigger.attrs.get("value") == CALLING and not (frame.nominal or frame.modality == "planned") and (
        frame.trigger.attrs.get("mode") not in (TERM, BID))


def _issue(syntax: Syntax, about: About, row: Row, plain: str, table: Table, party: str) -> str | None:
    if about.named:
        return about.named[0]
    if about.frame.trigger.attrs.get("mode") == OUT:
        return "civilian_exit"
    if about.bound:
        return "destination"
    if plain == "threatens" or about.violent or (about.talks and not about.back):
        return "other"
    if about.back and people(syntax, about.frame.first, about.frame.last) == "civilians":
        return "civilian_exit"
    lost = "other" if row["value"] == LEAVES or (about.frame.trigger.attrs.get("mode") == "back" and not about.named) else None
    known = table.answered(party) if plain in ANSWERS else table.issue(party)
    return known or lost if about.back else None


def _stance(syntax: Syntax, about: About, row: Row, plain: str, issue: str | None) -> str:
    """The stance by the codebook, where what it is about turns the word's plain one round."""
    value = row["value"]
    if value == "announces" and holds(syntax, about.frame, "state", "collapsed"):
        return "withdraws"
    bound = syntax.within(about.frame.first, min(about.frame.last, about.frame.first + OBJECT))
    if plain == "demands" and issue == "ceasefire" and any(term.attrs.get("mode") == DUTY for term in bound):
        return "rejects"
    if value == "grants" and (holds(syntax, about.frame, "stance", "demands") or _some_hours(
            syntax, about.frame) or _deadline(syntax, about.frame)):
        return "demands"
    if plain == "demands" and any(term.attrs.get("value") == "rejects" and {"active", "definite"} <= term.features
                                  for term in syntax.within(about.frame.first, about.frame.first + BESIDE)):
        return "rejects"  # "held on to its position, which refuses disarmament"
    if plain == "offers" and issue in YIELDED and _by_the_other(syntax, about.frame, value):
        return "demands"  # "proposed that the rebels hand over their arms"
    if plain == "offers" and harms(syntax, about.frame, plain):
        return "threatens"
    return "offers" if value == "orders" and issue in ("ceasefire", "route") else plain


def _by_the_other(syntax: Syntax, frame: Frame, value: str) -> bool:
    """Whether another party is to do what is proposed: "that" with a verb and its subject behind it, who is not who proposes."""
    that = next((at for at in range(frame.first, frame.first + BESIDE) if syntax.roles.get(at) == "that"), None)
    if value != "offers" or that is None or not syntax.has("pro_drop"):
        return False
    other = next((party for party in syntax.parties_in(that + 2, that + 2 + BESIDE) if party.how != "pronoun"), None)
    return other is not None and not syntax.governed(other) and other.actor != frame.party


def _deadline(syntax: Syntax, frame: Frame) -> bool:
    """Whether what is given ends at a time: "gave the defenders until Friday noon to come out"."""
    return syntax.has("ambiguous_subordinator") and any(
        syntax.roles.get(at) in ("until", "unless") and syntax.times_in(at, at + 2) for at in range(frame.first, frame.last))


def _some_hours(syntax: Syntax, frame: Frame) -> bool:
    """Whether what is given is time: "gave the rebels forty-eight more hours to leave"."""
    last = frame.first + OBJECT
    until = any(syntax.roles.get(at) == "until" for at in range(frame.first, last)) and bool(syntax.times_in(frame.first, last))
    far = [one for one in syntax.quantities_in(last, frame.last) if one.unit in TIMED and syntax.roles.get(one.last) == "to"
           and syntax.has("dative_shift")]  # "gave the people of the eastern quarter | five days to leave"
    return until or bool(far) or any(quantity.unit in TIMED for quantity in syntax.quantities_in(frame.first, last))


def _listed(syntax: Syntax, frame: Frame, position: Position) -> Iterator[tuple[Position, int]]:
    """Further things that one stance is about: "a ceasefire, the release of prisoners and aid"."""
    said = {position.issue}
    for term in syntax.within(frame.first, frame.last):
        if position.stance not in LISTING or len(said) > LISTED or not joined(syntax, frame.first, term):
            continue
        named = part(syntax, term, frame.last)
        if named == "civilian_exit" and _of_fighters(syntax, frame, position, term):
            named = "fighter_exit"
        if named and named not in said and named != "other":
            said.add(named)
            yield replace(position, issue=named, object=unquoted(syntax.words(term.first, frame.last))), term.first


def _of_fighters(syntax: Syntax, frame: Frame, position: Position, term: Mention) -> bool:
    """Whether those of whom it is asked bear arms and nobody else is named: "wants the fighters to disarm and leave"."""
    others = people(syntax, term.first, frame.last) in ("civilians", "wounded")
    return kind(syntax, position.counterpart) in FIGHTING and not others


def _in_return(syntax: Syntax, frame: Frame, voices: Voices, table: Table, given: Position) -> Iterator[Claim]:
    """What a party wants for what it offers or accepts: "will let the trucks in, in return for fuel"."""
    price = next((at for at in range(frame.first, frame.last) if syntax.roles.get(at) == "exchange"), None)
    if price is None or given.stance not in GIVING:
        return
    named = issues(syntax, price + 1, frame.last)
    if named and (named[0] != given.issue or named[0] in SWAPPED):
        wanted = replace(given, stance="demands", issue=named[0], object=unquoted(syntax.words(price, frame.last)))
        trigger = frame.trigger
        yield build(syntax, voices, table.put(wanted), trigger.first, frame.last, trigger=trigger.first, rule=trigger.rule)


def _setter(syntax: Syntax, frame: Frame, voices: Voices) -> str | None:
    """Who sets a term: who gives it, or who says that somebody has it."""
    if frame.subject is None or _has(syntax, frame.subject, frame.trigger):
        return voices.speaker(frame.trigger.start)
    return frame.party


def _has(syntax: Syntax, party: Party, term: Mention) -> bool:
    """Whether a party only has what is set: "the rebels have until noon", "residents had six hours to leave"."""
    between = range(party.last, term.first)
    return 0 <= term.first - party.last <= 1 or any(syntax.roles.get(at) == "have" for at in between)


def _impersonal(syntax: Syntax, frame: Frame, voices: Voices) -> str | None:
    """Who stands behind "it is permitted", "a corridor is proposed": the party in whose words it is told."""
    speaker = voices.speaker(frame.trigger.start)
    aside = frame.clause.opener == "which" or relative(syntax, frame.trigger, frame.clause) or of_a_thing(syntax, frame.trigger)
    if describes(syntax, frame.trigger) and syntax.roles.get(frame.trigger.first - 1) == "the":
        return None  # "the agreed pause"
    if syntax.roles.get(frame.trigger.first - 1) == "thus" or aside or frame.trigger.attrs.get("mode") == TIED:
        return None  # "the roads (that) link the town to"
    judges = frame.trigger.attrs.get("pos") == "adj" and frame.trigger.attrs.get("value") in ANSWERS
    told = judges and speaker is None and frame.subject is None
    if told and syntax.has("free_direct_speech") and bargains(syntax, echo := voices.echo(frame.trigger.start)):
        return echo
    finite = (frame.trigger.attrs.get("pos") == "adj" and not _of_a_way(syntax, frame)) or (
        frame.trigger.features & {"past", "present", "participle"} and not frame.nominal)
    return speaker if finite and frame.subject is None and not mediates(syntax, speaker) else None


def _of_a_way(syntax: Syntax, frame: Frame) -> bool:
    """Whether an adjective is said of a way and of no party: "the crossing has been open to civilians"."""
    return any(term.attrs["class"] == "way" for term in syntax.within(frame.clause.first, frame.trigger.first))


def _counterpart(syntax: Syntax, frame: Frame, party: str) -> str | None:
    for other in syntax.parties_in(frame.first, frame.last):
        seated = "by" in other.features and other.first == frame.first and kind(syntax, other.actor) == STATE
        if syntax.governed(other) == "in" or seated:
            continue  # where something is
        if other.actor and other.actor != party and not mediates(syntax, other.actor):
            return other.actor
    return None


def _claim(syntax: Syntax, frame: Frame, voices: Voices, position: Position) -> Claim:
    first = min(frame.trigger.first, frame.first, frame.subject.first if frame.subject else frame.trigger.first)
    if frame.subject is not None and frame.subject.start < syntax.reading.tokens[syntax.sentence.first].start:
        first = min(frame.trigger.first, frame.first)
    first = max(first, frame.clause.first if frame.subject is None or frame.subject.first < frame.clause.first else first)
    last = max(frame.trigger.last, frame.last, *(p.last for p in syntax.parties if p is frame.subject and frame.nominal))
    modality = frame.modality if frame.modality in ("conditional", "possible") else "asserted"
    return build(syntax, voices, position, first, last, trigger=frame.trigger.first, rule=frame.trigger.rule, modality=modality)
