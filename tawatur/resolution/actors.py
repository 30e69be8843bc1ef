"""Which actor a party is: descriptions by what the report names, definite nouns and pronouns by what stands before them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawatur.packs import Packs
from tawatur.packs.load import WORLD
from tawatur.records import LEADER, Candidate, Party, Reading, Reason
from tawatur.resolution.scene import Scene
from tawatur.resolution.taking_up import TakingUp
from tawatur.text import APOSTROPHES

LOCAL = frozenset({"local_body", "monitor", "agency"})
POWERS = frozenset({"government", "state", "army"})
"""Kinds of actors of which a country has one that a report calls by no name."""
ORGANS = frozenset(f"kind:{kind}" for kind in POWERS)
"""Features of definite nouns that may mean a state by one of its parts."""
BODIES = ORGANS | {"kind:local_body", "kind:coalition"}
"""Features of definite nouns that are part of a body's own name."""
LEAST = 4
"""Letters of a word of a name that a noun with an article written on may hold."""
OWNING = frozenset({"name", "unknown"})
"""How those stand in the text that may own a government."""
ARMED = "armed_group"
BESIDE = 3
"""Tokens from a word for a group to the man who leads it."""
REACH = 120
"""How many tokens back a pronoun or a definite noun may look for the one it means."""


def actors(reading: Reading, scene: Scene, packs: Packs) -> tuple[Party, ...]:
    """The parties of a reading, resolved where the report allows it; `actor` stays None where it does not."""
    named = Counter(party.actor for party in reading.parties if party.how in ("name", "person") and party.actor)
    resolved: list[Party] = []
    taking = TakingUp(reading, packs)
    pointing = {m.first for m in reading.mentions if m.kind == "function" and m.attrs.get("role") == "this"}
    for at, party in enumerate(reading.parties):
        if party.actor is None:
            behind = reading.parties[at + 1:at + 2]
            shown = _shown(party, resolved, packs) if party.first - 1 in pointing else None
            party = shown or _owned(party, resolved, reading, packs) or _led(party, behind, reading, packs) or (
                _national(party, behind)) or taking.meant(party, resolved) or _resolve(party, resolved, named, scene, packs)
        if party.actor is not None or LEADER not in party.features:
            resolved.append(party)  # a leader of whom nothing tells whose he is means nobody
    return tuple(resolved)


def _shown(party: Party, before: Sequence[Party], packs: Packs) -> Party | None:
    """Whom a noun behind "this" points back at: the party named last whose name holds the noun, else the last of its kind."""
    if party.how != "description":
        return None
    noun = packs.folding.fold(party.text).split()[0]
    for other in reversed(before):
        if party.first - other.last > 4 * REACH:
            break
        if other.actor and other.how in OWNING and any(
                noun.endswith(word) and len(word) >= LEAST for word in packs.folding.fold(other.text).split()):
            reason = Reason("its name holds the noun that points back", 1.0, party.text, other.text)
            return replace(party, actor=other.actor, candidates=(Candidate(other.actor, 1.0, (reason,)),))
    found = _backwards(party, before, packs)
    return found if found.actor else None


def _owned(party: Party, before: Sequence[Party], reading: Reading, packs: Packs) -> Party | None:
    """The government or army of a state that is named as its owner: "Colombia's government" is Colombia."""
    kinds = {packs.actors[one.id].kind for one in party.candidates if one.id in packs.actors}
    if party.how != "description" or not before or not (party.features & ORGANS or (kinds and kinds <= POWERS)):
        return None
    owner = before[-1]
    between = reading.tokens[owner.last:party.first]
    if owner.actor is None or owner.how not in OWNING or not 0 < len(between) <= 2 or between[0].form[:1] not in APOSTROPHES:
        return None
    reason = Reason("its owner is named", 1.0, party.text, owner.text)
    return replace(party, actor=owner.actor, candidates=(Candidate(owner.actor, 1.0, (reason,)),))


def _national(party: Party, behind: Sequence[Party]) -> Party | None:
    """The state whose body a definite noun is, where its nation's adjective stands right behind: "the delegation, the Malian"."""
    if party.how != "description" or not party.features & ORGANS:
        return None
    nation = next((one for one in behind if one.how == "demonym" and one.first == party.last and one.actor), None)
    if nation is None or nation.actor is None:
        return None
    reason = Reason("its nation is named", 1.0, party.text, nation.text)
    return replace(party, actor=nation.actor, candidates=(Candidate(nation.actor, 1.0, (reason,)),))


def _led(party: Party, behind: Sequence[Party], reading: Reading, packs: Packs) -> Party | None:
    """The group whose man is named right behind what he is called: "rebel leader Riek Machar" speaks of his rebels."""
    armed = party.how == "description" and any(
        packs.actors[one.id].kind == ARMED for one in party.candidates if one.id in packs.actors)
    man = next((one for one in behind if one.how == "person" and one.actor is not None
                and one.actor in packs.actors and packs.actors[one.actor].kind == ARMED), None)
    if not armed or man is None or man.actor is None or not party.last < man.first <= party.last + BESIDE:
        return None
    if any(token.kind == "punctuation" for token in reading.tokens[party.last:man.first]):
        return None
    reason = Reason("its man is named beside it", 1.0, party.text, man.text)
    return replace(party, actor=man.actor, candidates=(Candidate(man.actor, 1.0, (reason,)), *party.candidates))


def _resolve(party: Party, before: Sequence[Party], named: Mapping[str, int], scene: Scene, packs: Packs) -> Party:
    if party.how == "description" and not any(named.get(one.id) for one in party.candidates):
        party = _by_its_noun(party, before, packs) or party
    if party.actor is None and party.candidates:
        party = _stranger(party, before, named, packs) or _described(party, before, named, scene, packs)
    if party.how == "description" and party.actor is None:
        party = _backwards(party, before, packs)
    if party.how == "description" and (party.actor is None or _foreign(party, named, scene, packs)):
        party = _of_the_land(party, scene, packs)
    if party.how == "description" and party.actor is None:
        return _of_a_kind(party, packs)
    return party


def _stranger(party: Party, before: Sequence[Party], named: Mapping[str, int], packs: Packs) -> Party | None:
    """A group that no pack knows as the one meant by a noun of its kind, where nobody of the packs that it may mean is named."""
    if any(named.get(one.id) for one in party.candidates):
        return None
    told = [other for other in before if other.actor and other.actor not in packs.actors]
    return next(iter([found] if told and (found := _backwards(party, told, packs)).actor else []), None)


def _by_its_noun(party: Party, before: Sequence[Party], packs: Packs) -> Party | None:
    """The party named last whose name holds the noun: "the army" behind "the Arzakh army"."""
    if not party.features & BODIES:
        return None  # "the militia", "the organisation" are what somebody is called who is no friend
    noun = packs.folding.fold(party.text).split()[-1:]
    called = [other for other in before if other.actor and other.how in OWNING and other.text != party.text
              and set(noun) & set(packs.folding.fold(other.text).split())]
    if not called or called[-1].actor is None:
        return None
    actor, weight = called[-1].actor, 1 / len({other.actor for other in called})
    reason = Reason("its name holds the noun", weight, party.text, called[-1].text)
    return replace(party, actor=actor, candidates=(Candidate(actor, weight, (reason,)),
                                                   *(one for one in party.candidates if one.id != actor)))


def _of_a_kind(party: Party, packs: Packs) -> Party:
    """A description that nothing decides keeps the kind of those whom it may mean, where most are of one."""
    kinds = Counter(packs.actors[one.id].kind for one in party.candidates if one.id in packs.actors)
    most = [f"kind:{kind}" for kind, count in kinds.items() if 2 * count > kinds.total()]
    return replace(party, features=party.features | set(most))


def _foreign(party: Party, named: Mapping[str, int], scene: Scene, packs: Packs) -> bool:
    """Whether those whom a noun for a government or army was taken for are named nowhere, and the report's own state is."""
    state, known = packs.states.get(scene.country or ""), packs.actors.get(party.actor or "")
    organ = known is not None and known.kind in POWERS and not named.get(party.actor or "")
    return organ and bool(state and state != party.actor and named.get(state)) and packs.homes.get(state or "") == WORLD


def _of_the_land(party: Party, scene: Scene, packs: Packs) -> Party:
    """A government's forces in a war that no context knows are those of the country the report plays in."""
    state = packs.states.get(scene.country or "")
    kinds = {packs.actors[one.id].kind for one in party.candidates if one.id in packs.actors}
    known = packs.homes.get(state or "") not in (None, WORLD)
    if state is None or known or not (party.features & ORGANS or (kinds and kinds <= POWERS)):
        return party
    reason = Reason("the state of the report's country", 0.5, party.text, scene.country or "")
    return replace(party, actor=state, candidates=(Candidate(state, 0.5, (reason,)), *party.candidates))


def _described(party: Party, before: Sequence[Party], named: Mapping[str, int], scene: Scene, packs: Packs) -> Party:
    ranked = sorted((_weigh(one.id, party, before, named, scene, packs) for one in party.candidates), key=lambda c: -c.score)
    best = _umbrella(ranked, packs) or ranked[0]
    alone = len(ranked) == 1 or best.score > ranked[1].score
    sure = best.score > 0 and (alone or _umbrella(ranked, packs) is not None)
    plain = None if sure else _plainly(party, packs)
    if plain is not None:
        return replace(party, actor=plain.id, candidates=(plain, *(one for one in ranked if one.id != plain.id)))
    return replace(party, actor=best.id if sure else None, candidates=tuple(ranked))


def _plainly(party: Party, packs: Packs) -> Candidate | None:
    """Whom an article with a name means when nothing says which of its kind: "the Red Cross", wherever that is."""
    article, _, name = party.text.partition(" ")
    for code, language in packs.languages.items():
        if packs.folding.fold(article) in packs.openers[code]:
            named = {entry.attrs["id"] for entry in language.lexicon.entries(name)
                     if entry.kind == "actor" and entry.attrs.get("how") == "name"}
            if len(named) == 1:
                return Candidate(next(iter(named)), 0.2, (Reason("a name of its own", 0.2, party.text, name),))
    return None


def _umbrella(ranked: Sequence[Candidate], packs: Packs) -> Candidate | None:
    """Of candidates that weigh the same the one whose parts the others are: "the rebels" are the whole before one group."""
    best = [one for one in ranked if one.score == ranked[0].score]
    if len(best) < 2:
        return None
    wholes = {packs.actors[one.id].part_of or one.id for one in best if one.id in packs.actors}
    return next((one for one in best if wholes == {one.id}), None)


def _weigh(actor: str, party: Party, before: Sequence[Party], named: Mapping[str, int], scene: Scene,
           packs: Packs) -> Candidate:
    reasons = []
    if named.get(actor):
        reasons.append(Reason("named in this report", 2 + min(named[actor], 5) / 10, party.text, actor))
    last = next((at for at, other in enumerate(reversed(before)) if other.actor == actor), None)
    if last is not None:
        reasons.append(Reason("spoken of before", 1 / (1 + last / 8), party.text, actor))
    home = packs.homes.get(actor, "")
    contexts, plays = scene.contexts, scene.plays_in(home, packs)
    total = sum(contexts.values())
    known = packs.actors.get(actor)
    if known is not None and known.kind in LOCAL and not named.get(actor):
        return Candidate(actor, 0.0)  # a war has many councils: which one is meant, only its name tells
    # an organ of a state is called the same in every country: only the report's own tells which it is
    if home and contexts.get(home) == max(contexts.values(), default=0) and plays:
        reasons.append(Reason("its conflict is the report's", contexts[home] / total, home, ""))
    elif not total and len(party.candidates) == 1 and plays and not (known and known.kind in POWERS and known.part_of):
        reasons.append(Reason("no other is called so", 0.3, party.text, actor))
    return Candidate(actor, round(sum(reason.weight for reason in reasons), 3), tuple(reasons))


def _backwards(party: Party, before: Sequence[Party], packs: Packs) -> Party:
    """The last party of a kind that the definite noun may mean."""
    kinds = {feature.partition(":")[2] for feature in party.features if feature.startswith("kind:")}
    for other in reversed(before):
        if party.first - other.last > 4 * REACH:
            break
        kind = _kind(other, packs)
        if other.actor and kind in kinds:
            reason = Reason("the last of its kind before it", 1.0, party.text, other.text)
            return replace(party, actor=other.actor, candidates=(Candidate(other.actor, 1.0, (reason,)),))
    return party


def _kind(party: Party, packs: Packs) -> str:
    known = packs.actors.get(party.actor or "")
    if known:
        return known.kind
    return next((f.partition(":")[2] for f in party.features if f.startswith("kind:")), "")
