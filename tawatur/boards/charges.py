"""Who is accused of an attack, by whom, and who denies it: every name with the claims by which it stands here."""

from collections.abc import Iterable, Iterator, Sequence

from tawatur.boards.ground import Ground
from tawatur.records import Charge, Claim, Event, Telling

TOLD = frozenset({"asserted", "possible"})
"""Modalities of what is said to have happened."""
ATTACK, ACCUSATION = "ASSAULT", "ACCUSE"
Said = tuple[str | None, str, Claim]
"""Of whom something is said, by whom, and the claim."""


def charges(ground: Ground, claims: Sequence[Claim]) -> tuple[Charge, ...]:
    """The charges that claims of one attack bring, those that most origins bring first; a denial alone makes one, too."""
    accused = list(_accused(ground, claims))
    denied = list(_denied(ground, claims, {who for who, _, _ in accused}))
    found = dict.fromkeys(who for who, _, _ in (*accused, *denied))
    made = (Charge(who, _by(ground, who, accused), _by(ground, who, denied)) for who in found)
    return tuple(sorted(made, key=lambda one: (one.actor is None, -len(one.accusers), -len(one.deniers), one.actor or "")))


def accusing(claim: Claim) -> bool:
    """Whether a claim tells that somebody accuses somebody by name."""
    content = claim.content
    return isinstance(content, Event) and content.event == ACCUSATION and bool(content.target) and claim.modality in TOLD


def beside(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether the words of a claim are words of one of the others."""
    return any(one.start < other.end and other.start < one.end
               for one in claim.evidence for claimed in others for other in claimed.evidence)


def _by(ground: Ground, who: str | None, said: Sequence[Said]) -> tuple[Telling, ...]:
    return ground.tellings((name, claim) for whom, name, claim in said if whom == who)


def _accused(ground: Ground, claims: Iterable[Claim]) -> Iterator[Said]:
    for claim in claims:
        if not isinstance(said := claim.content, Event) or claim.modality not in TOLD:
            continue
        attack = said.event == ATTACK
        names = ground.count([claim]).names if attack else _accusers(ground, claim, said)
        accused = filter(None, (said.actor, *said.with_) if attack else (said.target,))
        yield from ((who, name, claim) for who in accused for name in names)


def _accusers(ground: Ground, claim: Claim, said: Event) -> Sequence[str]:
    """Who accuses: the origins; whom the outlet alone tells of, where it has no source for that."""
    return (said.actor,) if said.actor and all(len(chain) == 1 for chain in claim.chains) else ground.count([claim]).names


def _denied(ground: Ground, claims: Iterable[Claim], accused: set[str | None]) -> Iterator[Said]:
    """A denial that names nobody is of whoever is accused and speaks."""
    for claim in claims:
        if isinstance(said := claim.content, Event) and said.event == ATTACK and claim.modality == "denied":
            speaks = next((chain[-1].actor for chain in claim.chains if chain and chain[-1].actor in accused), None)
            yield from ((said.actor or speaks, name, claim) for name in ground.count([claim]).names)
