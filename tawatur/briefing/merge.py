"""Near-identical claims become one line with several citations; whatever differs in substance stays apart."""

from collections.abc import Iterator, Sequence

from tawatur.records import Appeal, Claim, Condition, Content, Control, Corridor, Event, Figure, Position, Talks, Time

_ALIKE = 0.5
"""How many words two objects of one report must share to be one demand told twice."""

_SMALL = 20
"""Below this, figures of two reports are the same only where a place ties them together."""


def merge(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Lines as tuples of claims, the fullest first. A claim without places joins only where there is one choice."""
    lines: list[list[Claim]] = []
    alike: dict[tuple[object, ...], list[list[Claim]]] = {}
    for claim in sorted(claims, key=lambda item: (not item.places, -_fullness(item))):
        shelf = alike.setdefault(_key(claim), [])
        homes = [line for line in shelf if all(_alike(claim, other) for other in line)]
        exact = [line for line in homes if _places(claim) & _places(line[0]) or (not _places(claim) and not _places(line[0]))]
        choice = exact[:1] or (homes if len(homes) == 1 and all(claim.document != other.document for other in homes[0]) else [])
        if choice:
            choice[0].append(claim)
        else:
            lines.append([claim])
            shelf.append(lines[-1])
    return tuple(tuple(line) for line in lines)


def _key(claim: Claim) -> tuple[object, ...]:
    """What claims of one line have in common to the letter, so that only few need comparing."""
    match claim.content:
        case Position() as said:
            own: tuple[object, ...] = (said.party, said.stance, said.issue)
        case Figure() as counted:
            nested = (counted.part_of is not None, counted.same_people_as is not None)
            own = (counted.measure, counted.value, counted.low, counted.high, counted.bound, counted.unit, nested)
        case Talks() | Corridor() as state:
            own = (state.status,)
        case Event() as event:
            own = (event.event, event.mode, event.actor, event.target)
        case Condition() as hardship:
            own = (hardship.sector, hardship.barrier, hardship.responsible)
        case Control() as held:
            own = (held,)
        case Appeal() as appeal:
            own = (appeal.by, appeal.issue)
    return (claim.kind, claim.modality, *own)


def _fullness(claim: Claim) -> int:
    content = claim.content
    fields = (getattr(content, name) for name in content.__dataclass_fields__)
    return sum(1 for value in fields if value not in (None, ())) + len(claim.places) + (claim.time is not None)


def _alike(left: Claim, right: Claim) -> bool:
    if isinstance(left.content, Event | Condition) and (left.document == right.document or not _places(left)):
        return False  # two of one report are two; two reports of some attack somewhere are not of the same one
    if _places(left) and _places(right) and not _places(left) & _places(right):
        return False
    return _times(left.time, right.time) and _same(left, right)


def _same(left: Claim, right: Claim) -> bool:
    a, b = left.content, right.content
    if isinstance(a, Position) and isinstance(b, Position):
        return left.document != right.document or _words_alike(a.object, b.object)
    if isinstance(a, Figure) and isinstance(b, Figure):
        tied = left.document == right.document or bool(_places(left) and _places(right)) or _telling(a)
        return tied and _agree(a, b, "group", "nationality", "population") and _times(a.as_of, b.as_of)
    if isinstance(a, Talks) and isinstance(b, Talks):
        return bool(a.parties) == bool(b.parties) and _nested(set(a.parties), set(b.parties))
    if isinstance(a, Corridor) and isinstance(b, Corridor):
        tied = bool(_routes(left)) or left.document == right.document or _share(a, b, "name", "proposed_by", "refused_by")
        return tied and _agree(a, b, "for_", "proposed_by", "refused_by") and _routes(left) == _routes(right)
    if isinstance(a, Condition) and isinstance(b, Condition):
        return _agree(a, b, "population")
    if isinstance(a, Appeal) and isinstance(b, Appeal):
        return bool(set(a.to) & set(b.to)) or a.to == b.to
    return True


def _agree(a: Content, b: Content, *names: str) -> bool:
    """Whether fields are equal or unknown on one side."""
    return all(None in (x := getattr(a, name), y := getattr(b, name)) or x == y for name in names)


def _share(a: Content, b: Content, *names: str) -> bool:
    """Whether a field that both know is equal."""
    return any(getattr(a, name) is not None and getattr(a, name) == getattr(b, name) for name in names)


def _nested(a: set[str], b: set[str]) -> bool:
    return a <= b or b <= a


def _telling(figure: Figure) -> bool:
    """Whether a number is by itself enough to know it again in another report: "two killed" somewhere is not."""
    return max(figure.value or 0, figure.low or 0, figure.high or 0) >= _SMALL


def _places(claim: Claim) -> frozenset[str]:
    return frozenset(place.id or place.name for place in claim.places)


def _routes(claim: Claim) -> frozenset[str]:
    """The ends of a way: two ways that share one town are two ways. A way told without ends has none to differ in."""
    ends = frozenset(place.id or place.name for place in claim.places if place.role in ("from", "to"))
    return ends or _places(claim)


def _times(left: Time | None, right: Time | None) -> bool:
    """False only where both are known and have no day in common."""
    if left is None or right is None or not (left.start and left.end and right.start and right.end):
        return True
    return left.start <= right.end and right.start <= left.end


def _words_alike(left: str | None, right: str | None) -> bool:
    if not left or not right:
        return True
    ours, theirs = set(_tokens(left)), set(_tokens(right))
    return len(ours & theirs) >= _ALIKE * min(len(ours), len(theirs))


def _tokens(text: str) -> Iterator[str]:
    yield from (word.strip(".,;:") for word in text.casefold().split())
