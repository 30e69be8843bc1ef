"""The card of a siege: one place, and all that is told of who besieges it, since when, who gets in and out, how people live."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from tawatur.boards.attempts import attempts
from tawatur.boards.ground import Ground
from tawatur.records import Answer, Claim, Condition, Control, Event, Figure, Siege, Telling, Time

SIEGE = "siege"
INSIDE, OUTSIDE = "besieged", "surrounds"
"""States of control of who is shut in, and of who shuts in."""
PEOPLE = frozenset({"trapped", "residents", "in_need"})
LEFT = frozenset({"exited", "displaced"})
HURT = frozenset({"killed", "injured", "strikes"})
TERM = "duration"


def siege(ground: Ground, place: str, name: str, meant: Collection[str]) -> Siege:
    """The card of a place. `meant` are its ids and names as claims bear them.

    Claims that name no place count where their report is about this one; they are listed as such.
    """
    here = [claim for claim in ground.claims.values() if any((one.id or one.name) in meant for one in claim.places)]
    about = {document for episode in ground.episodes if set(episode.places[:1]) & set(meant) for document in episode.documents}
    beside = [claim for claim in ground.claims.values() if not claim.places and claim.document in about]
    claims = [*here, *beside]
    found = tuple(Answer(question, told) for question, ask in QUESTIONS.items() if (told := ask(ground, claims)))
    tried = attempts(ground, claims)
    used = {id for answer in found for telling in answer.tellings for id in telling.claims}
    used |= {id for attempt in tried for id in attempt.telling.claims}
    return Siege(place, name, found, tried, tuple(claim.id for claim in beside if claim.id in used))


def _shut(claim: Claim) -> bool:
    """Whether a claim says that a place is under siege."""
    match claim.content:
        case Condition() as said:
            return said.barrier == SIEGE
        case Control() as said:
            return said.status in (INSIDE, OUTSIDE)
    return False


def _besiegers(ground: Ground, claims: Sequence[Claim]) -> tuple[Telling, ...]:
    return ground.tellings((who, claim) for claim in claims for who in _outside(claim))


def _outside(claim: Claim) -> Iterator[str | None]:
    match claim.content:
        case Condition() as said if said.barrier == SIEGE:
            yield from said.responsible
        case Control() as said if said.status == OUTSIDE:
            yield said.actor


def _besieged(ground: Ground, claims: Sequence[Claim]) -> tuple[Telling, ...]:
    return ground.tellings((claim.content.actor, claim) for claim in claims
                           if isinstance(claim.content, Control) and claim.content.status == INSIDE)


def _designations(ground: Ground, claims: Sequence[Claim]) -> tuple[Telling, ...]:
    """By which word, and by whose: who calls a place besieged is told by the origins of each."""
    return ground.tellings((_word(claim), claim) for claim in claims if _shut(claim))


def _word(claim: Claim) -> str:
    return claim.content.status if isinstance(claim.content, Control) else SIEGE


def _since(ground: Ground, claims: Sequence[Claim]) -> tuple[Telling, ...]:
    """Days, and terms told in the same words as the siege."""
    shut = [claim for claim in claims if _shut(claim)]
    pairs = [(_days(time), claim) for claim in claims for time in _beginnings(claim)]
    terms = [claim for claim in claims if isinstance(claim.content, Figure) and claim.content.measure == TERM
             and any(_together(claim, other) for other in shut)]
    return (*ground.tellings(pairs), *(ground.telling(None, [claim]) for claim in terms))


def _beginnings(claim: Claim) -> Iterator[Time | None]:
    match claim.content:
        case Figure() as said if said.measure == "trapped":
            yield said.since
        case _ if _shut(claim):
            yield claim.time


def _days(time: Time | None) -> str | None:
    """A day, or the first and the last of several as an ISO interval ("since 2014" is no day); else the report's words."""
    if time is None or not time.start:
        return (time.text or None) if time else None
    return time.start if time.end in (None, time.start) else f"{time.start}/{time.end}"


def _together(left: Claim, right: Claim) -> bool:
    """Whether two claims rest on words of one stretch of one report."""
    return left.document == right.document and any(a.start < b.end and b.start < a.end
                                                   for a in left.evidence for b in right.evidence)


def _figures(measures: Collection[str]) -> Callable[[Ground, Sequence[Claim]], tuple[Telling, ...]]:
    def asked(ground: Ground, claims: Sequence[Claim]) -> tuple[Telling, ...]:
        return _facts(ground, "figure", (claim.id for claim in claims
                                         if isinstance(claim.content, Figure) and claim.content.measure in measures))

    return asked


def _conditions(ground: Ground, claims: Sequence[Claim]) -> tuple[Telling, ...]:
    return _facts(ground, "condition", (claim.id for claim in claims if claim.kind == "condition" and not _shut(claim)))


def _attacks(ground: Ground, claims: Sequence[Claim]) -> tuple[Telling, ...]:
    struck = (claim.id for claim in claims if isinstance(claim.content, Event) and claim.content.event == "ASSAULT")
    return (*_facts(ground, "event", struck), *_figures(HURT)(ground, claims))


def _facts(ground: Ground, kind: str, ids: Iterable[str]) -> tuple[Telling, ...]:
    """A telling for each fact that holds one of these claims; its value is the claim itself."""
    wanted = set(ids)
    made = [ground.telling(None, told) for claims in ground.told(kind)
            if (told := [claim for claim in claims if claim.id in wanted])]
    return tuple(sorted(made, key=lambda one: (-len(one.claims), one.first or "9999", one.claims)))


QUESTIONS: dict[str, Callable[[Ground, Sequence[Claim]], tuple[Telling, ...]]] = {
    "besieger": _besiegers, "besieged": _besieged, "since": _since, "designation": _designations, "people": _figures(PEOPLE),
    "left": _figures(LEFT), "conditions": _conditions, "attacks": _attacks,
}
"""The questions of a card, in its order, and who answers them."""
