"""What a stance is about: the issues that its object names, and what else makes it a position."""

from dataclasses import dataclass, replace

from tawatur.claims.clauses import SUPPOSED
from tawatur.claims.frames import OURS, Frame, is_infinitive, is_nominal
from tawatur.claims.issues import BESIDES, EXITS, before_purpose, issues, people, points_back
from tawatur.claims.objects import (
    OBJECT,
    PLAIN,
    PRICED,
    before,
    bidden,
    headed,
    made,
    past_insertion,
    predicated,
    presented,
    stretched,
    taken_up,
    tied,
)
from tawatur.claims.provisos import bare_conditions, provisos
from tawatur.claims.reach import ANSWERS, met
from tawatur.claims.sides import bargains, going, leaving, may_bargain, mediates
from tawatur.claims.subjects import participial, verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.table import Table
from tawatur.claims.talked import BIDDING, at_war, leaves, talked, to_talk
from tawatur.claims.weak import idle, weakly
from tawatur.claims.wishes import BIDS
from tawatur.packs import Row
from tawatur.records import Mention
from tawatur.text import COMMAS

BOUND = 3
"""How near behind "want" or "reject" a place must stand to be where somebody is to go."""
OTHERS = frozenset({"permits", "prevents", "grants"})
"""Stances that are about the going of others."""
GIVING = frozenset({"offers"})
"""Stances that may have their price."""
BID = "bid"
"""The mode of a demand on people: "told residents to leave"."""
TIED = "tied"
"""The mode of a verb whose object is granted only for what stands behind "to"."""
VOW = "vow"
"""The mode of an offer that is a threat where it is one of an attack."""
THREATENING = frozenset({"threatens", "offers"})
"""Stances whose object may be harm: what is promised may be an answer to an attack."""
WANTS = "wants"
"""The stance of wishing."""
LISTING = frozenset({"demands", "offers", "accepts", "rejects"})
MOST = 5
"""Words behind an answer that may say only how it is given: "agreed in principle"."""
LEAST = 2
"""Words of an object by which it is told what a side wants, where no row knows them."""
DUTY = "duty"
"""The mode of words for not being bound by what was agreed."""
APPLIES = "applies"
"""The stance of those who say how far a truce reaches."""
GIVEN = "given"
"""The mode of an adjective by which leave is given by whoever says it: "they are free to go"."""
STAYS = "stays"
"""The mode of phrases for meaning to stay, which is a refusal to go."""
ENTRY = "entry"
"""The mode of a verb of preventing that is about whoever is named behind it: "refused entry to the wounded"."""
SUBMITS = "submits"
"""The stance of putting a proposal forward."""
HAGGLE = "haggle"
"""The mode of phrases for not bargaining at all, whatever about."""
HUNG = frozenset({"threatens", "accepts", "offers", "rejects"})
"""Stances whose object ends where a condition begins."""
WALKOUT = "walkout"
"""The mode of words for leaving talks that name them themselves."""
PROPOSAL = "proposal"
"""What a stance may need for its object instead of an issue."""
DEAL = "deal"
"""The same, where it must be talks or a deal that one may leave."""
DEEDS = frozenset({"waystate", "exit", "release", "stance", "issue"})
"""Classes of verbs whose noun tells what somebody was to do."""


@dataclass(frozen=True, slots=True)
class About:
    """What a stance is about: the issues its object names, and what else makes it a position."""

    frame: Frame
    named: tuple[str, ...]
    back: bool
    violent: bool
    bound: bool
    talks: bool

    @property
    def nothing(self) -> bool:
        return not (self.named or self.back or self.violent or self.bound or self.talks)


def about(syntax: Syntax, frame: Frame, row: Row, plain: str, party: str, table: Table) -> About | None:
    """What the stance is about; None where nothing of it can be bargained over."""
    if idle(syntax, frame):
        return None
    if stands_before(syntax, frame, row):
        frame = before(frame)
    told = bidden(syntax, frame) if row["value"] == BIDS else made(syntax, frame)
    if told is None:
        return None
    frame = past_insertion(syntax, _bare(syntax, told) if plain in HUNG else told)
    frame = taken_up(syntax, frame) if row["value"] != SUBMITS else frame  # "the plan that they put forward": which one
    gap = _gap(syntax, frame) if plain in ANSWERS else None
    frame = replace(frame, first=gap.first, last=gap.last) if gap is not None else frame
    loose = frame.trigger.attrs.get("mode") == TIED and tied(syntax, frame).first >= frame.last
    if loose and not syntax.has("proclitic"):
        return None  # "a vital link between"
    frame = tied(syntax, frame) if frame.trigger.attrs.get("mode") == TIED else predicated(syntax, frame)
    named = issues(syntax, frame.first, frame.last, goers := _goers(syntax, frame, row, plain, party))
    if not named and not points_back(syntax, frame.first, frame.last):
        frame, held = headed(syntax, stretched(syntax, frame)), frame
        named = issues(syntax, frame.first, frame.last, goers)
        if not named and verb_first(syntax) and frame.first < held.trigger.first and held.subject is not None:
            named = issues(syntax, max(held.trigger.last, held.subject.last), held.clause.last)  # "the offer that … holds …"
    back = points_back(syntax, frame.first, min(frame.last, frame.first + OBJECT)) or (
        plain in ANSWERS and (gap is not None or _that(syntax, frame, table, party)))
    needs = row["needs"].split()
    if needs == [DEAL] and frame.trigger.attrs.get("mode") == WALKOUT:
        return About(frame, (), True, False, False, True)
    if needs == [DEAL]:
        return About(frame, tuple(named), True, False, False, True) if leaves(syntax, frame) else None
    if needs == [PROPOSAL]:
        back = back or (row["value"] == "drops" and (of_stance(syntax, frame) or _deed_dropped(syntax, frame)))
        named = named if back else []
    elif needs:
        named = [issue for issue in before_purpose(syntax, frame.first, frame.last, goers) if issue in needs and issue in named]
    if plain in ("rejects", "demands") and named and _before_talks(syntax, frame, goers):
        named = ["other"]
    if not named and (row["value"] == BIDS or frame.trigger.attrs.get("mode") == BID):
        near = syntax.within(frame.first, frame.first + BOUND)
        named = ["civilian_exit"] if any(term.attrs["class"] == "stays" for term in near) else []
    if not named and needs and any(syntax.roles.get(at) == "this" for at in (frame.first, frame.first + 1)):
        earlier = issues(syntax, syntax.sentence.first, frame.trigger.first)  # "allowed this"
        named = [issue for issue in earlier if issue in needs]
    if not named and frame.trigger.attrs.get("mode") == ENTRY:
        named = [EXITS[who] for who in (people(syntax, frame.first, frame.last),) if who in EXITS]
    if frame.trigger.attrs.get("mode") == STAYS:
        named = [EXITS.get(leaving(syntax, party) or "", "fighter_exit")]
    if not named and frame.trigger.attrs.get("mode") == GIVEN:
        named = [EXITS[who] for who in (people(syntax, frame.clause.first, frame.trigger.first),) if who in EXITS]
    talks = plain in ("accepts", "rejects") and talked(syntax, frame, OBJECT)
    talks = talks or (plain == "offers" and frame.trigger.attrs.get("pos") == "adj" and talked(syntax, frame, BOUND))
    meets = plain in BIDDING and not named and to_talk(syntax, frame, party)
    back, talks = back and not meets, talks or meets
    about = About(
        frame, tuple(named), back, harms(syntax, frame, plain),
        not needs and not talks and plain in ("rejects", "demands") and _somewhere(syntax, frame.first),
        talks,
    )
    if about.nothing and plain == "threatens" and of_stance(syntax, frame, "leaves") and bargains(syntax, party):
        about = replace(about, named=("other",))
    if about.nothing and plain == "threatens" and syntax.has("verbal_noun_clause") and _of_a_side(syntax, frame, party):
        about = replace(about, named=("other",))
    if about.nothing and plain == "threatens" and _aims(syntax, frame) and bargains(syntax, party):
        about = replace(about, violent=True)
    if about.nothing and plain == "demands" and presented(syntax, frame) and bargains(syntax, party):
        about = replace(about, named=("other",))
    if about.nothing and frame.trigger.attrs.get("mode") in (OURS, HAGGLE) and bargains(syntax, party):
        about = replace(about, named=("other",))
    if about.nothing and frame.trigger.attrs.get("mode") == TIED and bargains(syntax, party):
        about = replace(about, named=("other",))
    if back and not (named or table.issue(party)) and syntax.has("verbal_noun_clause") and _firmly(syntax, frame, plain, party):
        about = replace(about, named=("other",))
    if about.nothing and not needs and _plain_of_a_side(syntax, frame, plain, party):
        about = replace(about, named=("other",))
    lacking = (needs and needs != [PROPOSAL] and not named) or (needs == [PROPOSAL] and not back)
    empty = about.nothing and bool(frame.trigger.attrs.get("pos"))  # a threat by itself has no part of speech
    called = frame.trigger.attrs["class"] == "appeal" and not (named or meets)
    warned = row["value"] == "warns" and not about.violent
    return None if lacking or empty or called or warned else about


def _somewhere(syntax: Syntax, first: int) -> bool:
    """Whether a place stands at an object's beginning where somebody may be to go, not one where or whence it is done."""
    return any(syntax.roles.get(place.first - 1) not in ("in", "from") for place in syntax.localities_in(first, first + BOUND))


def _before_talks(syntax: Syntax, frame: Frame, goers: str) -> bool:
    """Whether it is talks that are refused or demanded, and the issue comes before or behind them: "no talks before …"."""
    cut = next((at for at in range(frame.first + 1, frame.last) if syntax.roles.get(at) in BESIDES), None)
    if cut is None or not syntax.has("verbal_noun_clause") or issues(syntax, frame.first, cut, goers):
        return False
    return any(term.attrs["class"] == "talks" for term in syntax.within(frame.first, cut))


def spoken_of(syntax: Syntax) -> str | None:
    """The issue of a proposal, a deal or a pause that a sentence speaks of, to which the next one may answer."""
    if not (syntax.of_class("proposal") or syntax.of_class("deal") or syntax.of_class("issue")):
        return None
    named = issues(syntax, syntax.sentence.first, syntax.sentence.last)
    return next((issue for issue in named if issue != "other"), None)


def _bare(syntax: Syntax, frame: Frame) -> Frame:
    """The frame of a threat or a yes without the condition on which it hangs: "threatened to attack | if they stay"."""
    if not syntax.has("verbal_noun_clause") or not (frame.trigger.attrs.get("pos") or frame.trigger.attrs["value"] in ANSWERS):
        return frame
    hanging = [clause.first for clause in syntax.clauses if clause.opener in SUPPOSED and clause.first > frame.first]
    hanging += [clause.first - 1 for clause, _ in provisos(syntax) if clause.first - 1 > frame.first]
    hanging += [term.first for term in bare_conditions(syntax) if term.first > frame.first]
    return replace(frame, last=min(*hanging, frame.last) if hanging else frame.last)


def _aims(syntax: Syntax, frame: Frame) -> bool:
    """Whether a finite verb is followed by what its subject means to do, in a language whose verb follows its subject."""
    to = syntax.roles.get(frame.trigger.last - 1) == "to" or syntax.roles.get(frame.trigger.last) == "to"
    return to and syntax.has("to_infinitive") and not frame.nominal and not frame.passive


def stands_before(syntax: Syntax, frame: Frame, row: Row) -> bool:
    """Whether what a stance is about is its subject: a truce that applies to some and not to others."""
    return row["value"] == APPLIES or (
        frame.trigger.attrs.get("mode") == DUTY and not issues(syntax, frame.first, frame.last))


def _plain_of_a_side(syntax: Syntax, frame: Frame, plain: str, party: str) -> bool:
    """Whether a side of a conflict plainly demands, accepts or rejects a thing for which no row has an issue."""
    if syntax.has("verbal_noun_clause"):
        return _asked_of_another(syntax, frame, party) or _firmly(syntax, frame, plain, party)
    if frame.clause.opener == "which" or (frame.passive and frame.subject is None) or weakly(frame):
        return False
    if any(term.first == frame.trigger.first for term in syntax.of_class("appeal")):
        return False
    beside = any(party.last == frame.trigger.first for party in syntax.parties)  # "they reject": the form alone may be a noun
    plainly = beside or (frame.negated and frame.modality == "planned")
    told = {"past", "participle", "third"} | ({"present"} if plainly else set()) | ({"ing"} if _hanging(syntax, frame) else set())
    finite = not frame.nominal and bool(frame.trigger.features & told)
    words = sum(token.kind == "word" for token in syntax.reading.tokens[frame.first:frame.last])
    return plain in LISTING - GIVING and finite and words >= LEAST and bargains(syntax, party) and (
        frame.trigger.attrs.get("value") in PLAIN or _wanted(syntax, frame)
        or bool(syntax.parties_in(frame.first, frame.first + BOUND)))


def _hanging(syntax: Syntax, frame: Frame) -> bool:
    """Whether a stance is told in a participle that goes on with a clause: "offered talks, insisting …", "while insisting …"."""
    opens = frame.clause.opener == "while" and frame.trigger.first == frame.clause.first + 1
    return opens or participial(syntax, frame.trigger)


def _wanted(syntax: Syntax, frame: Frame) -> bool:
    """Whether what is wanted is a thing, and not what the party means to do itself."""
    return frame.trigger.attrs.get("value") == WANTS and syntax.roles.get(frame.first) != "to" and not any(
        "to" in term.features or syntax.roles.get(term.last - 1) == "to" for term in (frame.trigger,))


def _asked_of_another(syntax: Syntax, frame: Frame, party: str) -> bool:
    """Whether a verb of demanding has those behind it of whom something is demanded, or is spoken by a side itself.

    "The Kurds demanded of Damascus to step in"; "we asked for fifty buses".
    """
    if frame.trigger.attrs.get("value") != "demands" or frame.nominal or frame.passive:
        return False
    others = [other for other in syntax.parties_in(frame.first, frame.first + BOUND) if other.actor not in (None, party)]
    asked = any(syntax.governed(other) in ("", "from") for other in others) and not mediates(syntax, party)
    words = sum(token.kind == "word" for token in syntax.reading.tokens[frame.first:frame.last])
    return words >= LEAST and (asked or ("first" in frame.trigger.features and bargains(syntax, party)))


def _of_a_side(syntax: Syntax, frame: Frame, party: str) -> bool:
    """Whether a verb or participle with an object behind it is told of one who has something to bargain with."""
    side = bargains(syntax, party) or (frame.subject is not None and may_bargain(syntax, frame.subject))
    return side and not frame.nominal and not frame.passive and frame.last - frame.first > 1


def _firmly(syntax: Syntax, frame: Frame, plain: str, party: str) -> bool:
    """Whether a side of the conflict itself is told to demand or refuse what no row has an issue for, in a verb-first language.

    What is only said to be so is left out: "insisted that it had not fired" has a noun or a pronoun behind "that".
    """
    subject, trigger = frame.subject, frame.trigger
    if subject is None or subject.how == "pronoun" or frame.nominal or frame.passive or trigger.features & {"by", "to"}:
        return False
    beside = subject.first >= trigger.last or trigger.first - subject.last <= BOUND  # without vowels a passive is written alike
    if not beside or plain not in ("demands", "rejects") or trigger.attrs.get("value") not in PLAIN:
        return False
    if not at_war(syntax, frame, party) or trigger.attrs.get("mode") or not trigger.features & {"past", "present"}:
        return False
    opened = next((at for at in range(frame.first, frame.first + LEAST) if syntax.roles.get(at) == "that"), None)
    if opened is not None and not _to_be(syntax, opened):
        return False
    return sum(token.kind == "word" for token in syntax.reading.tokens[frame.first:frame.last]) >= LEAST


def _to_be(syntax: Syntax, that: int) -> bool:
    """Whether what stands behind "that" is a verb of what is to be, and neither a party, a definite noun nor a pronoun."""
    article = str(syntax.language.grammar.get("article", ""))
    tokens, behind = syntax.reading.tokens, that + 1
    named = any(party.first in (that, behind) for party in syntax.parties_in(that, behind + 1))
    plain = behind < syntax.sentence.last and not tokens[behind].form.startswith(article)
    return plain and not named and behind not in syntax.roles


def of_stance(syntax: Syntax, frame: Frame, value: str = "") -> bool:
    """Whether the object is itself a stance, or one of a class, named by a noun: "gave up insisting on …"."""
    return any(term.attrs["class"] == "stance" and is_nominal(syntax, term) and term.attrs["value"] != "announces"
               and term.attrs["value"] in (value or term.attrs["value"])
               for term in syntax.within(frame.first, frame.first + BOUND))


def _goers(syntax: Syntax, frame: Frame, row: Row, plain: str, party: str) -> str:
    """The people meant where a stance speaks of going out and names none."""
    if _goes_itself(syntax, frame, plain):
        return leaving(syntax, party)
    return "" if row["value"] in OTHERS or frame.trigger.attrs.get("mode") == BID else going(syntax, party)


def _goes_itself(syntax: Syntax, frame: Frame, plain: str) -> bool:
    """Whether a party speaks of its own going: "refuses to leave", "agreed to withdraw"."""
    near = range(frame.trigger.last, frame.trigger.last + BOUND)
    return plain not in ("demands", "threatens") and any(
        term.attrs["class"] == "exit" and term.first in near and is_infinitive(syntax, term) for term in syntax.of_class("exit"))


def _that(syntax: Syntax, frame: Frame, table: Table, party: str) -> bool:
    """Whether what is accepted or rejected is only pointed at, by a pronoun, and lies on the table: "turned it down"."""
    shown = frame.trigger.features & {"its", "their"} and not frame.nominal and syntax.has("enclitic_pronoun")
    replied = frame.nominal and {"by", "definite"} <= frame.trigger.features and syntax.has("comitative_predicate")
    if replied and points_back(syntax, frame.clause.first, frame.trigger.first):
        return True  # "the answer to the offer came with a refusal"
    if shown and points_back(syntax, syntax.sentence.first, frame.trigger.first):
        return True  # "met with approval from X, while Y ignored it"
    if table.answered(party) is None:
        return frame.trigger.attrs.get("mode") == "back" and syntax.has("enclitic_pronoun") and bargains(syntax, party)
    if _only_how(syntax, frame):
        return True
    at = max(frame.trigger.last, frame.first) if verb_first(syntax) else frame.trigger.last
    alone = at >= frame.last - 1 or at + 1 in syntax.roles or syntax.reading.tokens[at + 1].kind == "punctuation"
    pointing = syntax.roles.get(at) in ("that", "this") or any(
        party.how == "pronoun" and party.first == at and "speaker" not in party.features for party in syntax.parties)
    ends = frame.last - at <= 1 or syntax.reading.tokens[at].form in COMMAS
    met_with = frame.nominal and met(syntax, frame.trigger, frame.clause) is not None
    bare = ends and not frame.passive and not frame.nominal and bool(frame.trigger.features & {"past", "present"})
    return frame.trigger.attrs.get("mode") == "back" or (pointing and alone) or bare or met_with


def _gap(syntax: Syntax, frame: Frame) -> Mention | None:
    """What is answered and stands right before the one who answers: "terms (that) it could not accept"."""
    if frame.nominal or frame.passive or not syntax.has("free_article"):
        return None
    who = next((party.first for party in reversed(syntax.parties) if party.last <= frame.trigger.first), None)
    return next((term for term in syntax.of_class("proposal", "plan", "deal", "stance") if term.last == who and (
        term.attrs["class"] != "stance" or term.attrs.get("mode") == PRICED)), None)


def _only_how(syntax: Syntax, frame: Frame) -> bool:
    """Whether behind an answer only stands how or when it is given: "the authorities agreed in principle"."""
    if frame.nominal or frame.passive or not frame.trigger.features & {"past", "present"} or frame.last - frame.first > MOST:
        return False
    begins = syntax.roles.get(frame.first) in ("from", "with", "in", "after") or any(
        time.first == frame.first for time in syntax.times_in(frame.first, frame.last))
    return begins and not (syntax.within(frame.first, frame.last) or syntax.parties_in(frame.first, frame.last))


def harms(syntax: Syntax, frame: Frame, plain: str) -> bool:
    """Whether what is threatened or promised is an attack, or striking back."""
    struck = plain == "threatens" or frame.trigger.attrs.get("mode") == VOW
    if struck and holds(syntax, frame, "event", "ASSAULT"):
        return True
    return plain in THREATENING and any(
        term.attrs["class"] == "retaliation" for term in syntax.within(frame.first, min(frame.last, frame.first + OBJECT)))


def _deed_dropped(syntax: Syntax, frame: Frame) -> bool:
    """Whether what is given up is a deed that a verbal noun tells right behind "from": "went back on opening the road"."""
    near = syntax.within(frame.first, frame.first + LEAST)
    return syntax.has("verbal_noun_clause") and syntax.roles.get(frame.first) == "from" and any(
        "noun" in term.features and term.attrs["class"] in DEEDS for term in near)


def holds(syntax: Syntax, frame: Frame, kind: str, value: str) -> bool:
    return any(term.attrs["class"] == kind and term.attrs.get("value") == value
               for term in syntax.within(frame.first, min(frame.last, frame.first + OBJECT)))
