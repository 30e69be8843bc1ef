"""Whose doing a word tells: the parties that stand where its subject and its object belong, by the order of the language."""

from collections.abc import Iterator, Sequence

from tawatur.grounding.nouns import (
    LEAVING,
    PRONOUNS,
    RIGHT,
    between,
    compound,
    going,
    headed,
    held_by,
    listed,
    parted,
    possessors,
    reached,
)
from tawatur.grounding.scene import Layout, Sign
from tawatur.grounding.stands import BESIDE, CLITIC, governed, nominal, owner, passive
from tawatur.records import Party
from tawatur.records.swift import kept
from tawatur.text import APOSTROPHES, COMMAS

PLACING = frozenset({"in", "to", "from"})
"""Prepositions whose noun is a place before it is anybody who acts."""
HARM = frozenset({"measure:killed", "measure:injured", "measure:detained", "measure:displaced"})
"""What becomes of people: the nation behind such a word is theirs."""
CONTROL = "control"
"""What the names of words for who holds a place begin with."""
SET = "stance:demands:term"
"""A term set for somebody: whoever stands before it has to keep it."""
AUXILIARY = frozenset({"have", "be", "has", "not", "future", "can", "may", "must"})  # between a subject and its verb
OURS = ":ours"
"""How signs end by which who speaks says his own yes or no: "no problem on our side"."""
JOINING = frozenset({"and", "or"})
LETTER = 14
"""Tokens behind a paper within which its verb stands, its maker and whom it is sent to between."""
MAKER = 6
"""Tokens behind a paper within which the one stands whose it is."""
BRACKETS = frozenset("(")
"""Marks behind which stands what somebody put in."""
ISSUING = frozenset({"from", "by", "to"})
"""Roles of words behind which stands whose paper it is."""
GOT = 5
"""Tokens from a verb of getting to the noun, and from there to the one from whom it comes."""
LISTED = 4
"""Tokens between two parties that are named together: "and", an article, what the second is said to be."""


@kept
def doers(layout: Layout, sign: Sign) -> Sequence[Party]:
    """The parties that stand as the subject of a word, the likeliest first; empty where none of the sentence does."""
    if sign.last - sign.first > 1 and any(name.startswith(CONTROL) for name in sign.names) and (held := held_by(layout, sign)):
        return held
    if sign.pos in ("adj", "") and sign.names & {"siege", "measure:trapped"}:
        return []  # who is besieged does nothing
    if (sign.pos == "verb" and "first" in sign.features) or any(name.endswith(OURS) for name in sign.names):
        return []  # whoever speaks: what stands behind is the object
    if (giver := _giver(layout, sign)) is not None:
        return [giver]
    if sign.pos == "adj" or (sign.pos == "" and "control" in sign.names):
        beside = list(_beside(layout, sign))
        if beside or "control" in sign.names:
            return beside
    if passive(layout, sign):
        agents = list(_agents(layout, sign))
        if agents or not sign.names & LEAVING:
            return agents
        return [party for party in patients(layout, sign) if not governed(layout, party)][::-1]
    if holder := compound(layout, sign):
        return [holder]
    if nominal(layout, sign):
        if SET in sign.names:
            return []
        return list(possessors(layout, sign)) or headed(layout, sign) or going(layout, sign) or between(layout, sign)
    if layout.order == "after" and {"participle", "active"} <= sign.features and "definite" not in sign.features:
        before = [p for p in layout.parties if p.last <= sign.first and p.how != "demonym" and not governed(layout, p)]
        if before and before[-1].how == "pronoun" and before[-1].last == sign.first:
            return before[-1:]  # they insist, by a participle
        return [p for p in before if p.how != "pronoun"] or before[-1:]  # besides the main verb: what stands behind is its object
    agents = [] if layout.order != "after" else [
        p for p in _agents(layout, sign) if not p.features & CLITIC] or _writers(layout, sign)
    if agents:  # without vowels a passive is written like the active
        return agents
    found = _heads(layout, sign) or _active(layout, sign) or _put_behind(layout, sign)
    harm = any(other.names & HARM for other in layout.within(sign.first, sign.last))
    if layout.order == "after" and harm and found and found[0].first >= sign.last and _counted(found[0]):
        return list(_means(layout, sign))  # without vowels, "killed are so many of them" is written like "they killed"
    return found


def _put_behind(layout: Layout, sign: Sign) -> list[Party]:
    """Who stands behind "by" right after a word that is written like a verb and has no subject: advances by the army."""
    return [party for party in layout.parties if 0 <= party.first - sign.last <= 1 and governed(layout, party) == "by"][:1]


def _giver(layout: Layout, sign: Sign) -> Party | None:
    """From whom a noun comes that somebody is told to get: "received a request from | Bravo"."""
    verb = next((other for other in layout.within(max(layout.sentence.first, sign.first - GOT), sign.first)
                 if "gets" in other.names and other.last <= sign.first), None)
    if verb is None or "stance" not in sign.names:
        return None
    near = (party for party in layout.parties if verb.last <= party.first < sign.last + GOT)
    return next((party for party in near if governed(layout, party) == "from"), None)


def _writers(layout: Layout, sign: Sign) -> list[Party]:
    """Who put out the paper that a verb without a subject hangs on: "a letter from the rebels (that) demands in it …"."""
    behind = [other for other in layout.within(sign.last, sign.last + 1) if "paper" in other.names]
    if behind and sign.told and len(layout.form(behind[0].first)) <= len(behind[0].form):  # longer by an ending: the object
        return _makers(layout, behind[0])
    papers = [other for other in layout.within(max(layout.sentence.first, sign.first - LETTER), sign.first)
              if "paper" in other.names and "definite" not in other.features]
    if not papers or "present" not in sign.features or sign.features & {"and", "future"}:
        return []
    between = [party for party in layout.parties if papers[-1].last <= party.first and party.last <= sign.first]
    if sign.last not in layout.filled and (between or sign.first - papers[-1].last > 1):
        return []
    makers = [party for party in between if governed(layout, party) == "from"]
    return makers or [p for p in layout.parties if p.last <= papers[-1].first and not governed(layout, p)][-1:]


def _makers(layout: Layout, paper: Sign) -> list[Party]:
    """Whose paper it is that stands as the subject behind a verb: "demanded a statement issued by the factions"."""
    near = [party for party in layout.parties if paper.last <= party.first < paper.last + MAKER and party.how != "pronoun"]
    return [party for party in near if party.first == paper.last or governed(layout, party) in ISSUING or any(
        m.last == party.first and m.features & PRONOUNS for m in layout.mentions)][:1]


def _counted(party: Party) -> bool:
    """Whether a party only says of which nation those are who are counted."""
    return party.how == "demonym"


def _means(layout: Layout, sign: Sign) -> Iterator[Party]:
    """Those by whose bullets or bombs somebody dies: behind a noun with "by" written onto it."""
    _, last = layout.clause(sign.first)
    for party in layout.parties:
        if sign.last <= party.first < last and any(m.last == party.first and "by" in m.features for m in layout.mentions):
            yield party


def _heads(layout: Layout, sign: Sign) -> list[Party]:
    """The parties that a relative clause without a subject of its own hangs on, the likeliest first."""
    first, last = layout.clause(sign.first)
    if _begins(layout, sign, first):
        return []
    if layout.order != "after" and any(first < one.first and one.last <= sign.first and one.how != "pronoun"
                                       and not governed(layout, one) and not any(
                                           said.pos == "verb" and said.first > first for said in layout.within(first, one.first))
                                       for one in layout.parties):
        return []  # Syria, to which the rebels are fleeing
    if layout.roles.get(first) == "which":
        behind = _behind(layout, sign, last)
        heads = [party for party in layout.parties if 0 <= first - party.last <= BESIDE]
        if len(heads) > 1 and heads[-1].how == "pronoun" and heads[-1].last == first and not sign.features & PRONOUNS:
            return heads[::-1]  # "the army, it is that which keeps people in": whoever stands behind is the object
        if behind is not None and _gap(layout, sign.last, behind.first) == 0:
            return []
        joined = {other.first for other in heads[:-1] if "and" in heads[-1].features or any(
            layout.roles.get(at) in JOINING for at in range(other.last, heads[-1].first))}
        return [head for head in heads[::-1] if head.first not in joined]  # of two who are named together the second
    that = _that(layout, first, sign.first)
    if that is None or layout.order == "after" or any("speech" in other.names and other.last == that for other in layout.signs):
        return []
    if any(that <= party.first and party.last <= sign.first for party in layout.parties):
        return []
    heads = [party for party in layout.parties if 0 <= that - party.last < BESIDE and governed(layout, party) not in PLACING]
    return [*heads[::-1], *(other for head in heads[:1] for other in _apposed(layout, head))]


def _apposed(layout: Layout, party: Party) -> Iterator[Party]:
    """Who is said, between commas, to be what a party is named as: Hamas, the Palestinian group that …"""
    at = party.first - 1
    while at > layout.sentence.first and layout.roles.get(at) == "the":
        at -= 1
    if at > layout.sentence.first and layout.form(at) in COMMAS:
        yield from (other for other in layout.parties if other.last == at)


def _that(layout: Layout, first: int, last: int) -> int | None:
    """The last "that" in a stretch."""
    return next((at for at in range(last - 1, first - 1, -1) if layout.roles.get(at) == "that"), None)


def _active(layout: Layout, sign: Sign) -> list[Party]:
    """The subjects of a verb: behind it, where the language has them there and nobody stands right before it; else before it."""
    first, last = layout.clause(sign.first)
    that = _that(layout, first, sign.first)
    first = first if that is None else that
    if layout.order == "after":  # a verb that "and" is written onto begins a clause of its own
        first = sign.first if _begins(layout, sign, first) else max(first, sign.first - RIGHT)
    else:
        first = max([first, *(said.last for said in layout.within(first, sign.first) if _tells(said) and said.last < sign.first)])
    left = [
        party
        for party in layout.parties
        if first <= party.first and party.last <= sign.first and party.how != "demonym" and _stands_free(layout, party, sign)
    ]
    left = _subjects_only(layout, left, sign, first)
    left = [party for party in left if party.how != "pronoun" or _gap(layout, party.last, sign.first) <= BESIDE]
    behind = _behind(layout, sign, last)
    if behind is None:
        return _adjacent(layout, left, sign)
    taken = bool(left) and _stands_before(layout, left[-1], sign)
    if taken and not ("noun" in sign.features and _gap(layout, sign.last, behind.first) == 0):
        return _adjacent(layout, left, sign)
    return [behind, *listed(layout, behind)]


def _subjects_only(layout: Layout, left: Sequence[Party], sign: Sign, first: int) -> list[Party]:
    """The parties before a verb without the objects of verbs before it, where anybody else is left."""
    if layout.order == "after" or not (sign.told or "ing" in sign.features) or len(left) < 2:
        return list(left)
    before = layout.within(first, sign.first)
    joined = {other.first for other in before if other.pos == "adj" or "speech" in other.names}
    verbs = [other for other in before if other.pos == "verb" and other.told and other.first not in joined]
    if not sign.told and any(passive(layout, verb) for verb in verbs):
        return list(left)
    objects = [party for verb in verbs if not passive(layout, verb) for party in patients(layout, verb)]
    return [party for party in left if party not in objects or party.last == sign.first] or list(left)


def _stands_before(layout: Layout, party: Party, sign: Sign) -> bool:
    """Whether a party before a verb is its subject: right before it or its auxiliary, or before a word that marks it as done."""
    words = [at for at in range(party.last, sign.first) if layout.form(at)[:1].isalnum() and at not in layout.filled]
    parted = any(m.first == sign.first - 1 and "and" in m.features for m in layout.mentions)  # "and it has signed" begins anew
    marked = layout.roles.get(sign.first - 1) == "have" and len(words) <= BESIDE and not parted
    return marked or all(layout.roles.get(at) in AUXILIARY for at in words)


def _begins(layout: Layout, sign: Sign, first: int) -> bool:
    """Whether a verb begins a clause of its own, where the language has it first: behind a comma, or "and" written onto it."""
    comma = sign.first > first and layout.form(sign.first - 1) in COMMAS
    return layout.order == "after" and ("and" in sign.features or comma)


def _tells(sign: Sign) -> bool:
    """Whether a verb tells what somebody says: what follows is another clause."""
    return "speech" in sign.names and sign.pos == "verb" and (sign.told or "ing" in sign.features)


def _adjacent(layout: Layout, left: Sequence[Party], sign: Sign) -> list[Party]:
    """The parties before a verb, the nearest first; where one stands right before it, only that one and whom it is named with."""
    if not left or any(layout.form(at)[:1].isalnum() and layout.roles.get(at) not in AUXILIARY
                       for at in range(left[-1].last, sign.first) if at not in layout.filled):
        return list(left[::-1])
    near = [left[-1]]
    for party in left[-2::-1]:
        joining = sum(layout.roles.get(at) in JOINING | {"the"} for at in range(party.last, near[-1].first))
        if _gap(layout, party.last, near[-1].first) - joining > 1:
            break
        near.append(party)
    return near


def _stands_free(layout: Layout, party: Party, sign: Sign) -> bool:
    """Whether no preposition governs a party before a verb, or one that leaves it the subject.

    "with rebels storming the town"; "a coalition of rebels denounced it".
    """
    role = governed(layout, party)
    if _qualifying(layout, party, sign):
        return False
    if role == "with":
        return "ing" in sign.features and _gap(layout, party.last, sign.first) <= 1
    beside = party.last == sign.first or (_gap(layout, party.last, sign.first) == 0 and layout.form(party.last) not in COMMAS)
    return not role or (role == "of" and not party.features & CLITIC and beside)


def _qualifying(layout: Layout, party: Party, sign: Sign) -> bool:
    """Whether a party before a verb only says whose another thing is that stands between: the UN ceasefire, the UN's plan."""
    if layout.order == "after" or party.last >= sign.first:
        return False
    owning = layout.form(party.last)[:1] in APOSTROPHES
    first = party.last + owning
    words = [other for other in layout.within(first, first + 1) if other.first == first and other.last <= sign.first]
    noun = any(other.pos == "noun" for other in words) and not any(other.pos == "verb" for other in words)
    return noun or (owning and not any(party.last < other.first and other.last <= sign.first for other in layout.parties))


def _behind(layout: Layout, sign: Sign, last: int) -> Party | None:
    """The party that stands behind a verb as its subject, in a language that has it there."""
    if layout.order != "after":
        return None
    right = next((party for party in layout.parties if sign.last <= party.first < min(last, sign.last + RIGHT)), None)
    if right is not None and owner(layout, right):
        return right
    if right is None or governed(layout, right) or layout.form(right.first - 1) in BRACKETS:
        return None
    if not reached(layout, sign.last, right.first):
        return None
    several = right.last - right.first == 1 and layout.language.oblique(layout.form(right.first))
    return None if several and not any(place.first == right.first for place in layout.localities) else right


def _gap(layout: Layout, first: int, last: int) -> int:
    """The words between two points; marks and prepositions with their own pronoun are none."""
    return sum(1 for at in range(first, last) if layout.form(at)[:1].isalnum() and at not in layout.filled)


def coordinated(layout: Layout, party: Party) -> Iterator[Party]:
    """The parties joined to one before it: Syrian or Russian, the army and its allies; by commas alone only further ones."""
    head, joined = party.first, False
    for other in reversed(layout.parties):
        between = range(other.last, head)
        if other.last > head or len(between) > LISTED:
            continue
        if other.last == head and (other.how == "pronoun" or party.how == "person") and other.first > layout.sentence.first:
            head = other.first  # fighters and their families; the minister so-and-so
            continue
        joined = joined or "and" in party.features or any(layout.roles.get(at) in JOINING for at in between)
        if joined and all(layout.roles.get(at) in JOINING | {"the"} or layout.form(at) in COMMAS or _describing(layout, at)
                          for at in between):
            yield other
            head, party = other.first, other
        elif other.last <= head:
            return


def _describing(layout: Layout, at: int) -> bool:
    """Whether a token may be an adjective before a name, or an office: no function word, no verb, nothing that tells."""
    if at in layout.roles or not layout.form(at)[:1].isalpha():
        return False
    return not any(sign.pos in ("verb", "noun") and sign.first <= at < sign.last for sign in layout.within(at, at + 1))


def attributive(layout: Layout, party: Party) -> bool:
    """Whether a party only says whose a place is: a rebel-held town."""
    return any(
        sign.pos == "adj" and "control" in sign.names and party.last <= sign.first <= party.last + 1 for sign in layout.signs
    )


@kept
def patients(layout: Layout, sign: Sign) -> Sequence[Party]:
    """The parties to whom something is done: the subject of a passive, the object of a verb, whom "on" or "against" names."""
    first, last = layout.clause(sign.first)
    aimed = [
        party
        for party in layout.parties
        if sign.last <= party.first < min(last, sign.last + RIGHT)
        and (governed(layout, party) in ("on", "against") or layout.form(party.first - 1) in BRACKETS)
    ]
    if passive(layout, sign):
        if layout.order == "after":  # who says that a thing is refused is not what is refused
            told = [at for at in range(first, sign.first) if layout.roles.get(at) == "that"]
        else:
            told = [said.last for said in layout.within(first, sign.first) if _tells(said)]
        first = max([first, *told])
        return aimed + [one for one in layout.parties
                        if first <= one.first and one.last <= sign.first and not governed(layout, one)]
    if nominal(layout, sign):
        return aimed + [
            party for party in layout.parties if 0 <= party.first - sign.last <= 2 and governed(layout, party) == "of"
        ]
    if sign.pos == "adj" or sign.names <= {"sign:offers", "sign:accepts"}:
        return aimed  # "acceptable, the rebels say"
    right = [
        party
        for party in layout.parties
        if sign.last <= party.first < min(last, sign.last + RIGHT) and party.how != "demonym" and not governed(layout, party)
    ]
    if layout.order != "after":
        return aimed + right[:1]
    subject = _behind(layout, sign, last)
    if subject is None or len(right) < 2 or _gap(layout, subject.last, right[1].first) > BESIDE:
        return aimed
    return [*aimed, right[1]]


def _beside(layout: Layout, sign: Sign) -> Iterator[Party]:
    """The party joined to an adjective: rebel-held, held by rebels, in the hands of rebels."""
    if layout.roles.get(sign.last) == "by":
        yield from _agents(layout, sign)
        return
    before = [p for p in layout.parties if 0 <= sign.first - p.last <= 1 and not parted(layout, p.last, sign.first)
              and not (p.how == "pronoun" and sign.pos == "")]
    yield from before
    if "control" in sign.names and not before:
        for party in layout.parties:
            if 0 <= party.first - sign.last <= 2 and governed(layout, party) in ("", "by", "of", "to"):
                yield party


def _agents(layout: Layout, sign: Sign) -> Iterator[Party]:
    _, last = layout.clause(sign.first)
    for party in layout.parties:
        if sign.last <= party.first < min(last + 1, sign.last + 14) and governed(layout, party) == "by":
            yield party


