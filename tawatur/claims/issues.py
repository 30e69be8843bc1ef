"""Which issues of a negotiation a stretch of words names, and who is to go out where going out is one."""

from collections.abc import Iterator

from tawatur.claims.joining import and_on
from tawatur.claims.sides import PEOPLE
from tawatur.claims.sides import kind as kind_of
from tawatur.claims.subjects import describes
from tawatur.claims.syntax import Syntax
from tawatur.records import Mention, Party
from tawatur.text import COMMAS

FIGHTING = {"armed_group": "fighters", "army": "fighters", "state": "troops"}
"""Who goes where a party of some kind goes; the pull-out of a state's troops is no way out of a siege."""
ARMED = frozenset({"kind:armed_group", "kind:alliance"})
"""Features of nouns for those who bear arms: the rebels, the factions."""
EXITS = {"troops": "other", "people": "civilian_exit",
         "fighters": "fighter_exit", "civilians": "civilian_exit", "wounded": "civilian_exit"}
BESIDES = frozenset({"exchange", "before", "after", "until", "if", "unless", "because"})
"""Roles of words behind which something else is named than what a stance is about: its price, its time, its condition."""
HEADS = frozenset({"issue", "exit", "way", "release", "stop", "waystate"})
"""Classes of words that head a part of a list of demands."""
PASSING = "pass"
"""Mode of words of going that say nothing of who goes: to pass."""
FORCES = "forces"
"""Mode of words of going that only fighters do: to withdraw."""
LEAVE = frozenset({"permits", "grants"})
"""Stances of giving leave, which a list of demands may ask for."""
WHAT = frozenset({"weapons", "detainees"})
"""Issues that say what is handed over or given up."""
GENERAL = frozenset({"surrender", "handover"})
"""Issues that give way to what is handed over, where it is named."""
HALTED = "suspended"
"""What verbs tell by which an attack stops by itself."""
STOPPED = 4
"""How many tokens after a word of stopping the attacks may be named that are to stop."""
FAR = 14
"""How many tokens behind a word of going they may be."""
BESIDE = 3
"""How many tokens before a word of going a party may stand that goes: "the fighters must leave"."""
DUE = frozenset({"must", "future", "not", "be", "have", "to"})
"""Roles of words between those who are to go and their verb."""
GIVERS = frozenset({"from", "by"})
"""Roles of words before those from whom an order comes, who are not who goes: "an order from the army to leave"."""
WHOSE = ("proposal", "plan", "vessel")
"""Classes of nouns before which a word for people says who made them."""
NARROW = "narrow"
"""The mode of words for what is much else besides a way: a street, a tunnel."""
ASIDE = "aside"
"""The mode of words for an issue that are seldom what a stance is about."""
OWN = "own"
"""The mode of a word of going that its subject does himself, so that nobody behind it is who goes."""
OPENED = frozenset({"open", "closed"})
"""States of a way that are bargained over."""
LET = "let"
"""The mode of words for those who go because another lets them, with who they are: "them go"."""
NEAR = 8
"""How many tokens from a word of going those who go may be named."""


def issues(syntax: Syntax, first: int, last: int, going: str = "") -> list[str]:
    """The issues named in a token range, each once: in order, but those of a relative clause last.

    `going` are the people meant where none are named.
    """
    found: dict[str, bool] = {}
    for term in syntax.within(first, last):
        issue = issue_of(syntax, term, going)
        if issue:
            clause = syntax.clause_at(term.first)
            aside = issue == "other" or term.attrs.get("mode") == "aside" or besides(syntax, first, term) or (
                clause.opener == "which" and clause.first > first)
            found[issue] = found.get(issue, True) and aside
    if "civilian_exit" in found and not found.get("surrender", True) and people(syntax, first, last) != "civilians":
        found["civilian_exit"] = True  # "come out with their hands raised"
    for general in GENERAL:
        if general in found and found.keys() & WHAT:
            found[general] = True
    return sorted(found, key=found.__getitem__)


def before_purpose(syntax: Syntax, first: int, last: int, going: str = "") -> list[str]:
    """The issues of what is hindered or let through, and not of what that is for: "stopped the advance | so that …"."""
    return issues(syntax, first, next((at for at in range(first, last) if syntax.roles.get(at) == "so"), last), going)


def besides(syntax: Syntax, first: int, term: Mention) -> bool:
    """Whether a word stands behind one that brings in the price, the time or the condition of what is spoken of.

    What stands there first of all does not: "offers in return to hand over" tells no price.
    """
    return any(syntax.roles.get(at) in BESIDES for at in range(first + 1, term.first))


def parts(syntax: Syntax, first: int, last: int) -> Iterator[tuple[str, int]]:
    """The issues of a list with where each begins: "a ceasefire, the release of prisoners and aid"."""
    said: set[str] = set()
    for term in syntax.within(first, last):
        if not _heads(term) or not (said == set() or joined(syntax, first, term)):
            continue
        named = part(syntax, term, last)
        if named and named not in said:
            said.add(named)
            yield named, term.first


def part(syntax: Syntax, term: Mention, last: int) -> str:
    """The issue of a part of a list that a term heads: its own, or else what stands close behind it."""
    near = issues(syntax, term.first, min(term.last + NEAR, last))
    own = issue_of(syntax, term)
    return near[0] if near and own in GENERAL | {""} else own


def joined(syntax: Syntax, first: int, term: Mention) -> bool:
    """Whether a term heads a further part of a list that begins at a token: behind "and" or a comma, an article apart."""
    aside = term.attrs.get("mode") == ASIDE and term.attrs.get("pos") == "verb"
    if not _heads(term) or term.first <= first + 1 or aside:
        return False
    head = next((other for other in syntax.within(first, term.first) if other.last == term.first
                 and other.attrs["class"] == "waystate"), term)  # "and opening the road"
    at = _before(syntax, head.first)
    at -= syntax.roles.get(at) == "to" and term.attrs.get("pos") == "verb"  # "and to free them"
    if any(syntax.roles.get(near) == "with" for near in range(max(first, at - BESIDE), at)):
        return False  # "with their families and weapons" goes along with those who leave
    that = syntax.roles.get(at) == "that" and and_on(syntax, at)
    return that or "and" in head.features or syntax.roles.get(at) == "and" or syntax.reading.tokens[at].form in COMMAS


def _heads(term: Mention) -> bool:
    """Whether a word may head a part of a list: a matter of bargaining, or leave for it ("and let the families out")."""
    return term.attrs["class"] in HEADS or (term.attrs["class"] == "stance" and term.attrs["value"] in LEAVE)


def _before(syntax: Syntax, first: int) -> int:
    """The token before a noun's phrase: its article left out, and a noun on which it depends ("and | the entry of aid")."""
    at = first - (2 if syntax.roles.get(first - 1) == "the" else 1)
    if syntax.roles.get(at) == "of" and syntax.language.grammar.get("possessor") == "before":
        at -= 3 if syntax.roles.get(at - 2) == "the" else 2
    return at


def issue_of(syntax: Syntax, term: Mention, going: str = "") -> str:
    """The issue that a word names; nothing where it names none."""
    kind = term.attrs["class"]
    if kind == "exit" and any(way.first == term.first for way in syntax.of_class("way")):
        return ""  # "crossing" is the way itself
    if kind == "issue" and describes(syntax, term):
        return ""
    if kind == "issue":
        return term.attrs["value"]
    if kind == "way" and term.attrs.get("mode") == NARROW and not _a_way(syntax, term):
        return ""
    if kind == "way":
        who = goers(syntax, term) or (going if term.attrs.get("mode") == "out" else "")
        return "fighter_exit" if who == "fighters" else "route"
    if kind == "event" and term.attrs["value"] == "ASSAULT":
        return "ceasefire" if _stopped(syntax, term) else ""
    if kind == "event" and term.attrs.get("mode") == "release":
        return "detainees"
    if kind == "arms":
        return "ceasefire" if _stopped(syntax, term) else ""
    if kind == "siege" and term.attrs.get("pos") == "noun":
        return "other" if _stopped(syntax, term) else ""
    if kind == "release":
        held = any(other.attrs.get("value") == "detainees" for other in syntax.within(term.last, term.last + NEAR))
        return "civilian_exit" if goers(syntax, term) == "civilians" and not held else "detainees"
    if kind == "stance" and term.attrs["value"] in ("permits", "prevents"):
        deed = any(m.attrs["value"] == "ASSAULT" for m in syntax.of_class("event") if 0 <= m.first - term.last <= BESIDE)
        deed = deed or any(0 <= term.first - m.last <= 1 for m in syntax.of_class("arms"))
        return "" if deed else EXITS.get(goers(syntax, term), "")
    if kind == "exit" and term.attrs.get("mode") == FORCES and any(
            other.attrs["class"] == "deal" for other in syntax.within(term.last, term.last + BESIDE)):
        return "other"  # "a withdrawal from the deal"
    moved = syntax.roles.get(term.last) == "of" or (term.attrs.get("pos") == "verb" and syntax.has("object_of_leaving"))
    if kind == "exit" and term.attrs.get("mode") == FORCES and moved and any(
            other.attrs.get("value") == "weapons" for other in syntax.within(term.last, term.last + BESIDE)):
        return "weapons"  # "the withdrawal of heavy weapons", "pull back its guns"
    if kind == "exit" and term.attrs.get("mode") == FORCES:
        return EXITS["troops" if "troops" in (going, goers(syntax, term)) else "fighters"]
    if kind == "exit" and term.attrs.get("mode") == LET:
        return "civilian_exit"
    if kind == "exit" and _left_so(syntax, term):
        return ""
    if kind == "exit" and (led := _led_out(syntax, term)):
        return led
    if kind == "exit" and term.attrs.get("mode") == PASSING:
        who = goers(syntax, term)
        goods = any(other.attrs.get("value") == "aid_access" for other in syntax.within(term.last, term.last + BESIDE))
        return EXITS[who] if who in ("civilians", "wounded") else "" if goods else "route"
    if kind == "exit" and (subject := _subject(syntax, term)):
        return EXITS[subject]
    if kind == "exit":
        return EXITS.get(goers(syntax, term) or going, "civilian_exit")
    used = kind == "waystate" and term.attrs["value"] == "in_use" and bool(syntax.localities_in(term.last, term.last + 2))
    return "route" if used or opens_a_place(syntax, term) else ""


def _a_way(syntax: Syntax, term: Mention) -> bool:
    """Whether a street or a tunnel is bargained over: one that leads somebody out, or is to be opened or shut."""
    through = any(syntax.roles.get(at) == "through" for at in range(term.first - BESIDE, term.first))
    near = syntax.within(term.first - STOPPED, term.last + STOPPED)
    return through or any(other.attrs["class"] == "waystate" and other.attrs["value"] in OPENED for other in near)


def _stopped(syntax: Syntax, term: Mention) -> bool:
    """Whether a word of stopping stands near an attack or a siege."""
    clause = syntax.clause_at(term.first)
    around = syntax.within(max(clause.first, term.first - STOPPED), min(clause.last, term.last + STOPPED))
    return any(other.attrs["class"] == "stop" or (other.attrs.get("value") == HALTED and other.attrs.get("pos") == "verb")
               for other in around)


def _subject(syntax: Syntax, term: Mention) -> str:
    """Who goes where they stand before a duty or a future of going: "Israeli forces must withdraw"."""
    at = term.first
    while syntax.roles.get(at - 1) in DUE:
        at -= 1
    if at == term.first or term.attrs.get("pos") != "verb":
        return ""
    return next((FIGHTING.get(kind_of(syntax, party.actor), "") for party in syntax.parties if party.last == at
                 and syntax.governed(party) not in GIVERS), "")


def _left_so(syntax: Syntax, term: Mention) -> bool:
    """Whether a verb of going has a party for its object, left in some state: "a deal that leaves the junta in power"."""
    if term.attrs.get("mode") != OWN or term.attrs.get("pos") != "verb" or not syntax.has("object_of_leaving"):
        return False
    behind = next((party for party in syntax.parties if 0 <= party.first - term.last <= 1), None)
    if behind is None or behind.how in ("demonym", "pronoun") or syntax.localities_in(term.last, behind.last):
        return False
    return not any(syntax.roles.get(at) not in ("the", None) for at in range(term.last, behind.first)) and (
        syntax.roles.get(behind.last) in ("in", "with", "no"))


def _led_out(syntax: Syntax, term: Mention) -> str:
    """The issue of the goods that go where no people do: "let trucks leave"."""
    if term.attrs.get("mode") != OWN:
        return ""
    return next((other.attrs["value"] for other in syntax.of_class("issue")
                 if other.last == term.first and other.attrs.get("mode") == "aside"), "")


def opens_a_place(syntax: Syntax, term: Mention) -> bool:
    """Whether a word of opening has a place for its object, or a pronoun for a way named before."""
    if term.attrs["class"] != "waystate" or term.attrs.get("mode") != "place":
        return False
    if syntax.has("object_of_leaving") and "base" in term.features and syntax.roles.get(term.last) == "to":
        return False  # "close to the border"
    pronoun = any(party.how == "pronoun" for party in syntax.parties_in(term.last, term.last + 1))
    return pronoun or bool(term.features & {"its"}) or bool(syntax.localities_in(term.last, term.last + 4))


def goers(syntax: Syntax, term: Mention) -> str:
    """Who is to go by a way or on an exit: the people named nearest to it, not those who come along ("with their families")."""
    index = syntax.clause_index(term.first)
    clause, following = syntax.clauses[index], syntax.clauses[min(index + 1, len(syntax.clauses) - 1)]
    last = min(term.last + FAR, following.last if following.opener in ("that", "so", "which") else clause.last)
    own = term.attrs.get("mode") == OWN and term.attrs.get("pos") == "verb"
    near = [(near_by - term.last, who) for near_by, who in ([] if own else _named(syntax, term.last, last))]
    first = max(clause.first, term.first - NEAR)
    near += [(term.first - near_by, who) for near_by, who in _by_word(syntax, first, term.first)]
    if not near and term.attrs["class"] == "exit" and (own or syntax.roles.get(term.first - 1) != "to"):
        timed = sum(time.last - time.first + 1 for time in syntax.times_in(first, term.first))
        begun = max(first, term.first - BESIDE - timed)
        near = [(term.first - near_by, who) for near_by, who in _by_party(syntax, begun, term.first)]
        beside = [] if "by" in term.features else syntax.parties_in(begun, term.first)  # "an order from the army to leave"
        near += [(0, FIGHTING[known]) for party in beside if party.last == term.first
                 and (known := _kind(syntax, party)) in FIGHTING]  # "asked of the rebels their leaving"
    return min(near)[1] if near else ""


def people(syntax: Syntax, first: int, last: int) -> str:
    """Who is spoken of first in a token range: civilians, fighters, wounded, or nothing."""
    named = _named(syntax, first, last)
    return named[0][1] if named else ""


def population(syntax: Syntax, first: int, last: int) -> str | None:
    """Whose lives are spoken of in a token range, by the words for people alone."""
    return next((who for _, who in sorted(_by_word(syntax, first, last))), None)


def _named(syntax: Syntax, first: int, last: int) -> list[tuple[int, str]]:
    return sorted([*_by_word(syntax, first, last), *_by_party(syntax, first, last)])


def _by_word(syntax: Syntax, first: int, last: int) -> Iterator[tuple[int, str]]:
    for term in syntax.within(first, last):
        if term.attrs["class"] != "people" or syntax.roles.get(term.first - 1) == "with" or _says_whose(syntax, term):
            continue
        who, theirs = term.attrs["value"], bool(term.features & {"its", "their"})
        armed = who == "wounded" and (theirs or any(
            other.first == term.last and other.attrs.get("value") == "fighters" for other in syntax.within(term.last, last + 2)))
        if armed or not theirs or who == "fighters":
            yield term.first, "fighters" if armed else who


def _says_whose(syntax: Syntax, people: Mention) -> bool:
    """Whether a word for people only says whose a proposal is: "a rebel plan to use the road"."""
    return any(term.first == people.last and term.attrs["class"] in WHOSE for term in syntax.of_class(*WHOSE))


def _by_party(syntax: Syntax, first: int, last: int) -> Iterator[tuple[int, str]]:
    ends = syntax.unquoted(syntax.reading.tokens[first].start, first) if first < last else last
    for party in syntax.parties_in(first, last):
        if party.first >= ends:
            continue
        known = _kind(syntax, party)
        if known == PEOPLE:
            yield party.first, "civilians"
        elif known in FIGHTING and party.how != "pronoun" and syntax.governed(party) not in ("by", "from", "with"):
            yield party.first, FIGHTING[known]


def _kind(syntax: Syntax, party: Party) -> str:
    """What kind of actor a party is: of one that nobody knows by what its noun tells."""
    kinds = {feature for feature in party.features if feature.startswith("kind:")}
    armed = party.actor is None and party.how == "description" and "kind:armed_group" in kinds and kinds <= ARMED
    return "armed_group" if armed else kind_of(syntax, party.actor)


def points_back(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a range speaks of a proposal or a demand as something already known."""
    return any(term.attrs["class"] in ("proposal", "plan") for term in syntax.within(first, last))
