"""Positions that no stance word tells: what must come first, what is promised, refused, ruled out or laid on one."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tawatur.claims.build import build
from tawatur.claims.clauses import Clause, with_saying
from tawatur.claims.consequences import consequences
from tawatur.claims.contents import contents, holding
from tawatur.claims.denials import negated
from tawatur.claims.duties import duties, reach, without
from tawatur.claims.frames import Framer, is_infinitive, is_nominal
from tawatur.claims.issues import issue_of, issues
from tawatur.claims.moods import modality
from tawatur.claims.ordered import told_to
from tawatur.claims.provisos import PROVIDED, provisos
from tawatur.claims.refusals import REFUSING, giving_way, refusals
from tawatur.claims.reprisals import threats
from tawatur.claims.scorned import scorned
from tawatur.claims.sides import bargains, going, leaving, mediates, takes_part, told_by
from tawatur.claims.sole_terms import sole, sole_terms
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import PREPOSITIONS, Syntax
from tawatur.claims.table import Table
from tawatur.claims.ultimatums import signature, ultimatums
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Position

KEPT = frozenset({"rejects", "closed"})
"""What may last until something else is done, so that this is its condition."""
CONDITIONAL = frozenset({"if", "unless", "until"})
"""Openers of clauses that say what has to come first."""
OPEN = frozenset({"future", "may", "can", "must", "not", "no"})
"""Roles of words by which a clause tells of what is not so yet."""
THIRD = "third"
LACKING = "without"
"""How a phrase opens without which a side will not do a thing."""
PROVIDES = "provides"
"""The class of verbs by which a side says what it will give, however lately it has made the offer."""
SHUT = "closed"
"""What a side says that it will do to a way, which is a threat."""
PROMISED = frozenset({("waystate", "open"), ("waystate", SHUT), ("waystate", "announced"), ("event", "AID"), ("event", "RETREAT"),
                      ("issue", "ceasefire"), ("issue", "handover"), ("issue", "guarantees"), ("issue", "weapons"),
                      ("issue", "other"), ("release", None), ("handing", None), ("stop", None), (PROVIDES, None)})
"""What a party may promise to do for the other side."""
BARGAINS = frozenset({"stance", "talks", "state"})
"""Classes of words that tell a bargain, whatever their tense."""
GIVEN = frozenset({"release", "exit", "waystate", "issue", "deal", "stays", "stop"})
"""Classes of words for what one does for the other side, where they speak of what is to come."""
NOW = "now"
"""The mode of words by which a side shuts the door whatever their tense: "there is nothing to discuss"."""
THREATS = frozenset({"threatens", "retaliation"})  # values and classes of words for harm that somebody announces
PLURAL = "plural"
"""The number of a pronoun that may mean those to whom leave is given."""
BESIDE = 3
"""Tokens between a noun and the verb that rules it out."""
BARGAINED = frozenset({"talks", "deal"})
"""Classes of nouns that one may rule out whatever they are about."""
RULED_OUT = frozenset({"issue", "release", "deal", "way", "exit", "talks"})
"""Classes of nouns that a side may rule out: "there will be no truce"."""


def implied(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """The positions in a sentence that are told without a word of stance."""
    yield from consequences(syntax, framer, voices, table)
    yield from _conditions(syntax, framer, voices, table)
    if holding(syntax) is None and not sole(syntax):
        yield from _promises(syntax, framer, voices, table)
    yield from contents(syntax, framer, voices, table)
    yield from _leave_given(syntax, framer, voices, table)
    yield from _kept_shut(syntax, voices, table)
    yield from _ruled_out(syntax, voices, table)
    yield from ultimatums(syntax, voices, table)
    yield from _obligations(syntax, voices, table)
    yield from told_to(syntax, voices, table)
    yield from sole_terms(syntax, voices, table)
    yield from refusals(syntax, framer, voices, table)
    yield from scorned(syntax, framer, voices, table)
    yield from threats(syntax, framer, voices, table)


def _conditions(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What has to come first in a party's own words: "no talks unless they hand in their weapons", "ready to leave if …"."""
    for clause, main in _hanging(syntax):
        start = syntax.reading.tokens[clause.first].start
        party = _bargainer(syntax, framer, voices, main, start) or (_refuser(syntax, main) if clause.opener == LACKING else None)
        clause = _said(syntax, voices, clause)
        named = issues(syntax, clause.first, clause.last) or (
            ["other"] if clause.opener == PROVIDED or clause.first in syntax.provisos else [])
        if party is None or not named or mediates(syntax, party):
            continue
        other = _other(syntax, clause.first, clause.last, party)
        told = told_by(syntax, voices, start, party)
        position = table.put(Position(party, "demands", named[0], syntax.words(clause.first, clause.last), other, told_by=told))
        yield build(syntax, voices, position, clause.first, clause.last, trigger=clause.first, rule="claims.implied:condition")


def _said(syntax: Syntax, voices: Voices, clause: Clause) -> Clause:
    """A clause no further than its source is made to say it: "until they leave, | the commander said"."""
    tokens = syntax.reading.tokens
    end = voices.ends(tokens[clause.first].start)
    last = next((at for at in range(clause.first + 1, clause.last) if end is not None and tokens[at].start >= end), clause.last)
    return replace(clause, last=last)


def _hanging(syntax: Syntax) -> Iterator[tuple[Clause, Clause]]:
    """What has to come first, a clause or a phrase behind "without", each with the clause that hangs on it."""
    for at, (main, clause) in enumerate(pairwise(syntax.clauses)):
        if clause.opener not in CONDITIONAL:
            continue
        if at and main.opener == "that" and not any(
                term.attrs["class"] in BARGAINS for term in syntax.within(main.first, main.last)):
            main = replace(main, first=syntax.clauses[at - 1].first)  # "offered | that they leave | if they disarm"
        if _hangs(syntax, clause, main) and not _only_threatened(syntax, clause, main):
            yield clause, main
    yield from provisos(syntax)
    for clause in syntax.clauses if syntax.denies else ():
        lacking = without(syntax, clause)
        if lacking is not None:
            yield Clause(lacking, clause.last, LACKING), Clause(clause.first, lacking, clause.opener)


def _only_threatened(syntax: Syntax, clause: Clause, main: Clause) -> bool:
    """Whether a plain "if" says when harm is threatened, which asks for nothing: "vowed to respond if it is attacked"."""
    threats = any({term.attrs.get("value"), term.attrs["class"]} & THREATS for term in syntax.within(main.first, main.last))
    return clause.opener == "if" and threats and not any(
        syntax.roles.get(at) in ("not", "no") for at in range(clause.first, clause.last))


def _hangs(syntax: Syntax, clause: Clause, main: Clause) -> bool:
    """Whether what comes first is a condition: "until" is one only of what is refused."""
    refused = any(syntax.spoken(role, main.first, main.last) for role in ("not", "no"))
    timed = clause.opener in ("until", "unless") and bool(syntax.times_in(clause.first, clause.first + 2))
    if timed and syntax.has("ambiguous_subordinator"):
        return False  # "until noon"
    if clause.first in syntax.lasting and not refused and _was_so(syntax, main):
        return False  # "held the hill until …"
    return clause.opener != "until" or refused or any(
        term.attrs.get("value") in KEPT for term in syntax.within(main.first, main.last))


def _was_so(syntax: Syntax, main: Clause) -> bool:
    """Whether a clause tells what was so: in the past, of nothing refused, shut, wished or to come."""
    terms = syntax.within(main.first, main.last)
    if any(term.attrs.get("value") in KEPT for term in terms) or any(at in syntax.ahead for at in range(main.first, main.last)):
        return False
    if any(syntax.roles.get(at) in OPEN for at in range(main.first, main.last)):
        return False
    aimed = any("base" in term.features and syntax.roles.get(term.first - 1) == "to" for term in terms)
    told = any("past" in term.features and ("base" not in term.features or syntax.roles.get(term.first - 1) == "have")
               for term in terms)
    return told and not aimed


def _bargainer(syntax: Syntax, framer: Framer, voices: Voices, main: Clause, start: int) -> str | None:
    """Who sets the condition: who takes a stance, promises or refuses in the clause before it, or else who speaks."""
    bargains = [term for term in syntax.within(main.first, main.last) if term.attrs["class"] in BARGAINS or (
        term.attrs["class"] in GIVEN and (modality(syntax, term, main) == "planned" or negated(syntax, term, main, REFUSING)))]
    if not bargains:
        speaker = voices.speaker(start)
        refuses = any(syntax.roles.get(at) == "not" for at in range(main.first, main.last))
        return speaker if refuses and takes_part(syntax, speaker) else None
    verb = next((term for term in bargains if term.features & {"past", "present"}), None)
    takes = framer.frame(syntax, verb).party if verb else None
    return takes or voices.speaker(start) or framer.frame(syntax, bargains[0]).party


def _refuser(syntax: Syntax, main: Clause) -> str | None:
    """The side that refuses to do whatever a clause tells: "Arzakh would not come"."""
    heads = [party for party in syntax.parties_in(main.first, main.last) if not syntax.governed(party)]
    return next((party.actor for party in heads if takes_part(syntax, party.actor)), None)


def _other(syntax: Syntax, first: int, last: int, party: str) -> str | None:
    return next((other.actor for other in syntax.parties_in(first, last) if other.actor not in (None, party)), None)


def _promises(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a party says that it will do for the other side, or will not: open a way, let people go, lay down its arms."""
    for term in syntax.terms if syntax.announces else (one for one in syntax.terms if one.attrs.get("mode") == NOW):
        clause = syntax.clause_at(term.first)
        if modality(syntax, term, clause) != "planned" and term.attrs.get("mode") != NOW:
            continue
        if _far_from_denied(syntax, term, clause) or _obliged(syntax, term, clause):
            continue
        refused = negated(syntax, term, clause, REFUSING) or _by_nobody(syntax, term, clause) or _nothing(syntax, term)
        stays, goes = not refused and term.attrs["class"] == "stays", not refused and _going(term)
        if not (stays or goes or (giving_way(syntax, term) if refused else _promised(term))):
            continue
        if THIRD in term.features and syntax.roles.get(term.first - 1) in PREPOSITIONS:
            continue  # "attacks on ships": no verb
        if term.attrs["class"] == "event" and any(one.first == term.first for one in syntax.of_class("exit")):
            continue  # told by the word for going
        frame = framer.frame(syntax, term)
        speaker = voices.speaker(term.start)
        party = (frame.subject.actor if frame.subject else None) or speaker or frame.party
        if party is None or party != (speaker or party) or mediates(syntax, party):
            continue
        if _told_of_a_plan(syntax, term, clause):
            continue
        if goes and (party != speaker or frame.subject is None or is_infinitive(syntax, term) or not leaving(syntax, party)):
            continue
        itself = term.attrs["class"] == "exit"
        goers = leaving(syntax, party) if itself else going(syntax, party)
        talking = refused and term.attrs["class"] == "talks"
        named = issues(syntax, min(frame.first, term.first), without(syntax, clause) or frame.last, goers)
        named = [term.attrs["value"]] if stays else ["other"] if talking else named
        if lapses := not refused and _lapses(syntax, term, clause):
            named = ["ceasefire"]
        if itself and (own := issue_of(syntax, term, goers)):
            named = [own]
        offered = not (refused or stays) and term.attrs.get("pos") == "verb"
        said = "rejects" if refused and syntax.has("verbal_particle") else "offers" if offered else ""
        if not named or (table.lately(party, named[0], said) and term.attrs["class"] != PROVIDES):
            continue
        harm = not refused and (term.attrs.get("value") == SHUT or (
            term.attrs["class"] == "stop" and not syntax.has("labile_verb") and named[0] not in ("ceasefire", "other")))
        stance = "rejects" if refused or stays else "withdraws" if lapses else "threatens" if harm else "offers"
        words = syntax.words(term.first, frame.last)
        position = table.put(Position(party, stance, named[0], words, told_by=told_by(syntax, voices, term.start, party)))
        yield build(syntax, voices, position, clause.first, frame.last, trigger=term.first, rule=term.rule)


def _obliged(syntax: Syntax, term: Mention, clause: Clause) -> bool:
    """Whether what a noun tells is what must come, and nobody's promise: "talks would have to lead to its disarmament"."""
    return is_nominal(syntax, term) and bool(syntax.spoken("must", clause.first, term.first))


def _far_from_denied(syntax: Syntax, term: Mention, clause: Clause) -> bool:
    """Whether a noun stands far behind the denial of what is to come, where it only says but for what: "will not … except"."""
    denied = any(at in syntax.ahead for at in syntax.spoken("not", clause.first, term.first - REFUSING))
    return denied and is_nominal(syntax, term) and syntax.has("verbal_particle")


def _lapses(syntax: Syntax, term: Mention, clause: Clause) -> bool:
    """Whether it is a truce that is to stop, and no attack: "the pause will end at noon"."""
    if term.attrs["class"] != "stop" or not syntax.has("labile_verb") or syntax.roles.get(term.last) == "the":
        return False
    return any(other.attrs["class"] == "issue" and other.attrs["value"] == "ceasefire"
               for other in syntax.within(clause.first, term.first))


def _leave_given(syntax: Syntax, framer: Framer, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a side says that others may do: "the fighters can leave with their families", in its own words, is an offer."""
    for term in syntax.of_class("exit"):
        clause = syntax.clause_at(term.first)
        speaker = voices.speaker(term.start) or _echoed(syntax, voices, term.start)
        if not bargains(syntax, speaker) or negated(syntax, term, clause, REFUSING) or clause.opener in CONDITIONAL:
            continue
        near = range(max(clause.first, term.first - BESIDE), term.first)
        can = next((at for at in near if syntax.roles.get(at) == "can"), None)
        named = can is not None and (any(one.attrs["class"] == "people" for one in syntax.within(clause.first, can)) or any(
            party.how == "pronoun" and party.last == can and PLURAL in party.features for party in syntax.parties))
        issue = issue_of(syntax, term) if named else ""
        last = framer.frame(syntax, term).last
        if speaker is None or not issue:
            continue
        said = Position(speaker, "offers", issue, syntax.words(term.first, last), told_by="self")
        first = with_saying(syntax.clauses, syntax.clause_index(clause.first))
        yield build(syntax, voices, table.put(said), first, last, trigger=term.first, rule=term.rule)


def _kept_shut(syntax: Syntax, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a side says that stays shut until something is done: "the road stays closed until …", in its own words."""
    for main, clause in pairwise(syntax.clauses):
        if clause.opener not in ("until", "unless"):
            continue
        shut = [term for term in syntax.within(main.first, main.last) if term.attrs.get("value") == SHUT]
        if not shut:
            continue
        speaker = voices.speaker(shut[0].start)
        if speaker is None or not bargains(syntax, speaker) or table.lately(speaker, "route"):
            continue
        last = _said(syntax, voices, clause).last
        said = Position(speaker, "rejects", "route", syntax.words(main.first, last), told_by="self")
        yield build(syntax, voices, table.put(said), main.first, last, trigger=shut[0].first, rule="claims.implied:shut")


def _by_nobody(syntax: Syntax, term: Mention, clause: Clause) -> bool:
    """Whether the subject of a clause is denied: "no prisoner will be released", "nobody will leave"."""
    heads = (at for at in range(clause.first, term.first) if syntax.roles.get(at) != "that" and
             syntax.reading.tokens[at].kind != "punctuation")
    head = next(heads, term.first)
    if syntax.roles.get(head) == "any" and syntax.has("verbal_particle"):
        return any(at in syntax.ahead and syntax.roles.get(at) == "not" for at in range(head, term.first))
    return term.first - head <= REFUSING and syntax.roles.get(head) in ("no", "not")


def _nothing(syntax: Syntax, term: Mention) -> bool:
    """Whether the object of a verb is denied: "will hand over no one", "will give up nothing"."""
    return syntax.has("negative_pronoun") and term.attrs.get("pos") == "verb" and syntax.roles.get(term.last) in ("no", "not")


def _told_of_a_plan(syntax: Syntax, term: Mention, clause: Clause) -> bool:
    """Whether it is a plan that would have somebody do a thing, so that it is its maker who wants it."""
    before = list(syntax.within(clause.first, term.first))
    if clause.opener in ("which", "that") and any(one.last == clause.first for one in syntax.of_class("deal", "plan")):
        return True  # "a deal | that would see …"
    return any(one.attrs["class"] == "holds" for one in before) and any(one.attrs["class"] == "vessel" for one in before)


def _going(term: Mention) -> bool:
    return term.attrs["class"] == "exit" and term.attrs.get("pos") == "verb"


def _promised(term: Mention) -> bool:
    noun = term.attrs["class"] == "issue" and term.attrs["value"] == "other" and term.attrs.get("pos") != "verb"
    return (term.attrs["class"], term.attrs.get("value")) in PROMISED and not noun


def _ruled_out(syntax: Syntax, voices: Voices, table: Table) -> Iterator[Claim]:
    """What a side says that there will not be: "there will be no truce", "no convoys would get in"."""
    for term in syntax.of_class(*RULED_OUT) if syntax.denies else ():
        clause = syntax.clause_at(term.first)
        if not _none_to_come(syntax, term, clause):
            continue
        speaker = voices.speaker(term.start) or signature(syntax, clause) or _echoed(syntax, voices, term.start)
        if speaker is None or mediates(syntax, speaker):
            continue
        named = issues(syntax, term.first, clause.last, going(syntax, speaker)) or ["other"] * (term.attrs["class"] in BARGAINED)
        if not named or table.lately(speaker, named[0]):
            continue
        position = table.put(Position(speaker, "rejects", named[0], syntax.words(term.first, clause.last), told_by="self"))
        yield build(syntax, voices, position, clause.first, clause.last, trigger=term.first, rule=term.rule)


def _echoed(syntax: Syntax, voices: Voices, start: int) -> str | None:
    """The side whose words go on untold: "a general said … Now the families may leave"."""
    echo = voices.echo(start) if syntax.has("free_direct_speech") else None
    return echo if bargains(syntax, echo) else None


def _none_to_come(syntax: Syntax, term: Mention, clause: Clause) -> bool:
    if _barred(syntax, term, clause) or _flatly(syntax, term):
        return True
    if not is_nominal(syntax, term) and term.attrs.get("pos"):
        return False
    denied = any(syntax.roles.get(at) == "no" for at in range(max(clause.first, term.first - 2), term.first))
    if any(at in syntax.ahead and syntax.roles.get(at) == "not" for at in range(term.last, term.last + BESIDE)):
        return True  # "the laying down of arms will not take place"
    ahead = any(syntax.roles.get(at) in ("future", "can") for at in range(clause.first, clause.last))
    return denied and ahead


def _flatly(syntax: Syntax, term: Mention) -> bool:
    """Whether nothing but a bare "no" follows a noun: "but surrender, no"."""
    tokens, last = syntax.reading.tokens, syntax.sentence.last
    return is_nominal(syntax, term) and syntax.roles.get(term.last) == "not" and (
        term.last + 1 >= last or tokens[term.last + 1].kind == "punctuation")


def _barred(syntax: Syntax, term: Mention, clause: Clause) -> bool:
    """Whether a clause without a verb begins by denying a noun, in a language whose verb comes first: "no truce before …"."""
    if not syntax.has("generic_negation") or not is_nominal(syntax, term) or syntax.roles.get(term.first - 1) != "not":
        return False
    opens = all(syntax.roles.get(at) == "that" or syntax.reading.tokens[at].kind == "punctuation"
                for at in range(clause.first, term.first - 1))
    verbs = (one for one in syntax.within(clause.first, min(clause.last, term.last + BESIDE)))
    return opens and not any(one.features & {"past", "present"} and one.first != term.first and not is_nominal(syntax, one)
                             for one in verbs)


def _obligations(syntax: Syntax, voices: Voices, table: Table) -> Iterator[Claim]:
    """What must be done, in the words of a party: a demand on whoever must do it."""
    for at in duties(syntax):
        start, first, last = syntax.reading.tokens[at].start, syntax.clause_at(at).first, reach(syntax, at)
        helping = _before_helping(syntax, at, last)
        speaker = voices.speaker(start) or (helping and voices.quoted(start) and voices.echo(start)) or None
        named = issues(syntax, at, last) or issues(syntax, first, at)
        other = _other(syntax, *((at, last) if verb_first(syntax) else (first, at)), speaker or "")
        helping = helping and mediates(syntax, speaker)
        other = other or next((of.actor for of in syntax.demonyms if at < of.first < last and of.actor != speaker), None)
        if speaker is None or not named or not (helping or takes_part(syntax, speaker) or (other and bargains(syntax, speaker))):
            continue
        position = table.put(Position(speaker, "demands", named[0], syntax.words(at, last), other, told_by="self"))
        yield build(syntax, voices, position, first, last, trigger=at, rule="claims.implied:must")


def _before_helping(syntax: Syntax, at: int, last: int) -> bool:
    """Whether a speaker says what he must have before he does a thing: "we must be sure that the truce holds before we drive"."""
    own = any(party.last == at and "speaker" in party.features for party in syntax.parties)
    return own and any(syntax.roles.get(near) in ("after", "before") for near in range(at, syntax.sentence.last))
