"""Who talks with whom: the sides of a negotiation and its go-between, by name, by description, or by the report's course."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.claims.clauses import Clause, with_saying
from tawatur.claims.sides import kind as kind_of
from tawatur.claims.sides import same_side, takes_part
from tawatur.claims.standing import KIND, THIRD, alone
from tawatur.claims.subjects import behind_verb, verb_first
from tawatur.claims.syntax import BREAKS, Syntax
from tawatur.claims.voices import Voices
from tawatur.packs import Packs
from tawatur.records import Mention, Party, Reading

GO_BETWEEN = "between"
"""The mode of a verb whose subject mediates and is no side."""
BEHIND = "behind"
"""The mode of words for mediating that stand behind the go-between."""
TALKING = frozenset({"armed_group", "army", "state", "government", "coalition", "local_body", "party", "alliance", "group"})
STATES = frozenset({"state", "government"})
SURE = 1.0
"""The score of a candidate that the words fit as they stand."""
APART = frozenset({"to", "between"})
"""Roles of words that part those behind them from a word for a go-between: "carried by the go-betweens to Alpha"."""
ASIDE = frozenset({"from", "in"})
"""Roles of words behind which a party is where something is, or comes from, and no side."""
FULL = 2
"""How many sides talks have at least."""
FORCE = "kind:armed_group"
WITH = frozenset({"with", "between"})
WHOSE = frozenset({"of", "for", "from"})
"""Roles of words behind which stands for whom they talk."""
BEFORE_PART, BEHIND_PART = 3, 6
"""How many words of a phrase may stand before its noun, and behind it."""
LISTED = 40
"""How many tokens behind "between" its sides may stand."""


@dataclass(slots=True)
class Sides:
    """The two that a report is most about, for talks whose parties go unsaid, and those whom it last set against each other."""

    pair: tuple[str, ...]
    last: tuple[str, ...] = ()
    """The two between whom, by their names, the report last told of talks."""

    @property
    def meant(self) -> tuple[str, ...]:
        """Whom "the two sides" means by now."""
        return self.last or (self.pair if len(self.pair) == FULL else ())


def sides(reading: Reading, packs: Packs) -> Sides:
    """The two fighting or governing actors that a report names most, capitals that are only places aside."""
    places = {m.last for m in reading.mentions if m.kind == "function" and m.attrs.get("role") == "in"}
    counts = Counter(party.actor for party in reading.parties
                     if party.actor and not alone(party) and party.first not in places and talking(packs, party.actor))
    ranked = sorted(counts.most_common(), key=lambda pair: looks_on(packs, pair[0]))
    return Sides(tuple(actor for actor, _ in ranked[:FULL] if actor))


def looks_on(packs: Packs, actor: str | None) -> bool:
    """Whether an actor of the packs is no side of a war that they know: a state where others meet, or that mediates."""
    return actor in packs.actors and packs.sides.get(actor or "", THIRD) == THIRD


def talking(packs: Packs, actor: str) -> bool:
    """Whether an actor may be a side of talks; one whom no pack knows may."""
    known = packs.actors.get(actor)
    return known is None or known.kind in TALKING


def mediates(syntax: Syntax, party: Party) -> bool:
    """Whether a party stands behind a word that makes it the go-between, by itself or in a list."""
    words = syntax.of_class("mediates")
    if not words or (syntax.has("proclitic") and party.how != "demonym" and syntax.governed(party) in APART):
        return False
    if any(0 <= m.first - party.last <= 1 if m.attrs.get("mode") == BEHIND or syntax.glued(m.first)  # "Qatari-brokered"
           else 0 <= party.first - m.last <= 2 for m in words):
        return True
    before, after = syntax.listed(party), [other for other in syntax.demonyms if other.first - party.last in (1, 2)]
    if before is not None and mediates(syntax, before):
        return True
    return any(syntax.roles.get(other.first - 1) == "and" and mediates(syntax, other) for other in after)


def parties(syntax: Syntax, noun: Mention, voices: Voices, both: Sides) -> tuple[tuple[str, ...], str | None]:
    """The sides of the negotiation that a word names, and its go-between; `both` takes note of two that it names together."""
    clause = syntax.clause_at(noun.first)
    index = syntax.clause_index(noun.first)
    last = syntax.clauses[min(index + 1, len(syntax.clauses) - 1)].last
    clause = Clause(first := with_saying(syntax.clauses, index), clause.last, clause.opener)
    near = [party for party in syntax.parties_in(first, last) if party.actor and talking(syntax.packs, party.actor)
            and not _backs(syntax, party) and not _is_place(syntax, party, noun)]
    present = syntax.parties_in(first, last) if syntax.has("construct_state") else near
    brokers = [party.actor for party in (*present, *syntax.demonyms) if party.actor and mediates(syntax, party)]
    mediator = next(iter(brokers), None)
    between = _between(syntax, noun, [party for party in syntax.parties_in(noun.last, last)
                                       if party.actor and not _backs(syntax, party)])
    if mediator is None and (between or noun.attrs.get("mode") == GO_BETWEEN) and noun.attrs.get("pos") == "verb":
        mediator = _subject(syntax, noun, clause, [p for p in near if not syntax.governed(p) and p not in between])
    given = _receivers(syntax, noun, near)
    if given:
        mediator = mediator or next((party.actor for party in near if not syntax.governed(party) and party not in given), None)
    aside = {mediator, *brokers}
    named = between or given or _adjectives(syntax, noun) or [
        party for party in near if syntax.governed(party) not in ASIDE and not (
            syntax.clause_at(party.first).opener == "which" and party.first >= clause.last and syntax.governed(party) == "by")]
    actors = list(dict.fromkeys(_in_full(syntax, party) for party in named if party.actor and party.actor not in aside))
    if len(actors) == FULL and (between or given or all(party.first < clause.last for party in named)):
        both.last = tuple(actors)
    elif len(actors) < FULL and any(syntax.roles.get(at) == "both" for at in range(clause.first, last)):
        return tuple(actor for actor in both.meant if actor not in aside), mediator
    if len(actors) < FULL:
        called = _described(syntax, clause, both) + _by_part(syntax, noun, clause, both)
        actors = list(dict.fromkeys([*actors, *(name for name in called if name not in aside)]))[:FULL]
    if len(actors) < FULL:
        speaker = voices.speaker(noun.start)
        onlooking = bool(both.pair) and looks_on(syntax.packs, speaker)
        if speaker and not takes_part(syntax, speaker) and syntax.has("pro_drop"):
            actors = _filled(syntax, noun, actors, {*aside, speaker}, Sides(()))
        if speaker and len(actors) < FULL and speaker not in aside and not onlooking and talking(syntax.packs, speaker):
            actors = list(dict.fromkeys([*actors, speaker]))
    return tuple(_filled(syntax, noun, actors, aside, both)[:4]), mediator


def _receivers(syntax: Syntax, noun: Mention, near: Sequence[Party]) -> list[Party]:
    """The sides to whom a third hands a plan: "gave to Alpha and Bravo a draft"."""
    given = [party for party in near if syntax.governed(party) == "to"] if noun.attrs["class"] != "talks" else []
    return given if not syntax.has("dative_shift") and len({party.actor for party in given}) >= FULL else []


def _adjectives(syntax: Syntax, noun: Mention) -> list[Party]:
    """The sides that stand as adjectives right behind the noun, in a language that puts them there: the Russian-Turkish deal."""
    beside = [party for party in syntax.demonyms if party.actor and 0 <= party.first - noun.last <= FULL]
    return beside if syntax.has("agreeing_modifier") and len({party.actor for party in beside}) >= FULL else []


def _filled(syntax: Syntax, noun: Mention, actors: list[str], aside: set[str | None], both: Sides) -> list[str]:
    """The sides with those whom the sentence, and then the report, speaks of, where too few are known."""
    told = [party.actor for party in syntax.parties if party.actor and not alone(party)
            and syntax.governed(party) not in ("by", "in") and not _backs(syntax, party) and not _is_place(syntax, party, noun)
            and not (looks_on(syntax.packs, party.actor) and set(both.pair) - {party.actor, *actors})]
    for more in (told, both.pair):
        if len(actors) < FULL:
            fitting = [actor for actor in more if actor not in aside and talking(syntax.packs, actor)
                       and not same_side(syntax, actor, actors)]
            actors = list(dict.fromkeys([*actors, *fitting]))[:FULL]
    return actors


def _subject(syntax: Syntax, noun: Mention, clause: Clause, free: list[Party]) -> str | None:
    """Who mediates: the subject of the verb that tells it, or the one spoken of where it has none."""
    behind = behind_verb(syntax, noun, clause) if verb_first(syntax) else None
    if behind is not None and behind in free:
        return behind.actor
    return next((party.actor for party in free if party.last <= noun.first), None)


def _is_place(syntax: Syntax, party: Party, noun: Mention) -> bool:
    """Whether a capital is only where they meet: "the Luanda meeting"."""
    if party.how != "name" or kind_of(syntax, party.actor) not in STATES:
        return False
    known = syntax.packs.actors.get(party.actor or "")
    if known is None or noun.attrs.get("pos") != "noun" or not syntax.has("attributive_noun"):
        return False
    if party.text.isupper() or party.text == known.name:
        return False
    return party.last == noun.first and noun.attrs["class"] == "talks" and bool(noun.attrs.get("value"))


def _described(syntax: Syntax, clause: Clause, both: Sides) -> list[str]:
    """Sides that a clause only describes ("the junta"): the one whom the words fit surely, else by the words themselves.

    One of a kind that a side of the report is of stands for that side, and is left to it.
    """
    found: list[str] = []
    present = syntax.parties_in(clause.first, clause.last)
    left = {kind_of(syntax, actor) for actor in both.pair} - {kind_of(syntax, party.actor) for party in present if party.actor}
    for party in present:
        kinds = {feature.removeprefix(KIND) for feature in party.features if feature.startswith(KIND)}
        if party.actor or party.how != "description" or not kinds & TALKING or syntax.governed(party) in ASIDE | {"by"}:
            continue
        if "both" in (syntax.roles.get(party.first), syntax.roles.get(party.first - 1)):
            continue
        sure = [one.id for one in party.candidates if one.score >= SURE and kind_of(syntax, one.id) in kinds]
        if len(sure) == 1:
            found.append(sure[0])
        elif not kinds & left and syntax.has("free_article"):
            found.append(party.text)
    return found


def _by_part(syntax: Syntax, noun: Mention, clause: Clause, both: Sides) -> list[str]:
    """Sides that only the part of those names who talk for them: "negotiators for the river towns", "the town's elders".

    Where the report names two sides, a council or an office is one only behind "with" or "between".
    """
    found: list[str] = []
    for party in syntax.heads:
        last = _phrase_end(syntax, party, clause)
        inside = clause.first <= party.first < clause.last and not party.first <= noun.first < last
        if not inside or not syntax.has("agent_noun_for_side"):
            continue
        role = syntax.governed(party)
        opens = party.first - clause.first <= 1 and (len(both.pair) < FULL or FORCE in party.features)
        if role in WITH or opens or (not role and len(both.pair) < FULL and party.last <= noun.first):
            found.append(syntax.words(_phrase_begin(syntax, party), last))
    return found


def _phrase_end(syntax: Syntax, party: Party, clause: Clause) -> int:
    """Where the phrase ends of which a part is the noun: behind "of" or "for" at the next verb or mark."""
    if syntax.roles.get(party.last) not in WHOSE:
        return party.last
    verbs = {term.first for term in syntax.within(party.last, clause.last) if term.attrs.get("pos") == "verb"}
    at, limit = party.last + 1, min(clause.last, party.last + BEHIND_PART)
    while at < limit and at not in verbs and syntax.reading.tokens[at].form not in BREAKS and (
            syntax.roles.get(at, "the") in ("the", "of")):
        at += 1
    return at


def _phrase_begin(syntax: Syntax, party: Party) -> int:
    """Where the plain words before a part begin: "the southern factions", "Homs governor"."""
    tokens, at = syntax.reading.tokens, party.first
    least = max(syntax.clause_at(at).first, at - BEFORE_PART)
    while at > least and tokens[at - 1].kind == "word" and at - 1 not in syntax.roles:
        at -= 1
    return at


def _in_full(syntax: Syntax, party: Party) -> str:
    """The name of a party; of one that only a description names the words before it too: "the southern factions"."""
    actor = party.actor or ""
    if party.how != "description" or actor != party.text or not syntax.has("attributive_noun"):
        return actor
    at = _phrase_begin(syntax, party)
    return syntax.words(at, party.last) if at < party.first and syntax.roles.get(at - 1) == "the" else actor


def _between(syntax: Syntax, noun: Mention, after: list[Party]) -> list[Party]:
    reach = range(noun.last, noun.last + 5)
    opened = next((at for at, role in sorted(syntax.roles.items()) if role == "between" and at in reach), None)
    listed = [] if opened is None else [party for party in after if opened < party.first < opened + LISTED]
    sides = _joined([party for party in listed if party.actor and talking(syntax.packs, party.actor)])
    if not verb_first(syntax):  # "between Kinshasa and the rebels ended in Doha"
        sides = [party for at, party in enumerate(sides) if at < FULL or syntax.listed(party) is not None]
    return sides if len({party.actor for party in sides}) > 1 else listed[:FULL]


def _joined(sides: Sequence[Party]) -> list[Party]:
    """Of the parties behind "between" those of the list: the first two, and more only where "and" is written onto them."""
    more = (at for at, party in enumerate(sides) if at > 1 and "and" not in party.features)
    return list(sides[:next(more, None)]) if any("and" in party.features for party in sides[1:2]) else list(sides)


def _backs(syntax: Syntax, party: Party) -> bool:
    """Whether a party only stands by one who talks: "the brigade backed by Alpha"."""
    if syntax.roles.get(party.last) == "which":
        return False  # "with the help of Alpha, which made a deal"
    backing = (m.last for m in syntax.of_class("backing") if "participle" in m.features or "past" in m.features)
    return any(0 <= party.first - last <= 1 for last in backing) and syntax.governed(party) in ("by", "from")
