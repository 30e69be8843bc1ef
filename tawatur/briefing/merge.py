"""Near-identical claims become one line with several citations; whatever differs in substance stays apart."""

from collections.abc import Iterator, Sequence

from tawatur.records import Appeal, Claim, Condition, Content, Control, Corridor, Event, Figure, Position, Talks, Time

_ALIKE = 0.5
"""How many words two objects of one report must share to be one demand told twice."""


def merge(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Lines as tuples of claims, the fullest first. A claim without places joins only where there is one choice."""
    lines: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda item: (not item.places, -_fullness(item))):
        homes = [line for line in lines if all(_alike(claim, other) for other in line)]
        exact = [line for line in homes if _places(claim) & _places(line[0]) or (not _places(claim) and not _places(line[0]))]
        choice = exact[:1] or (homes if len(homes) == 1 and all(claim.document != other.document for other in homes[0]) else [])
        if choice:
            choice[0].append(claim)
        else:
            lines.append([claim])
    return tuple(tuple(line) for line in lines)


def _fullness(claim: Claim) -> int:
    content = claim.content
    fields = (getattr(content, name) for name in content.__dataclass_fields__)
    return sum(1 for value in fields if value not in (None, ())) + len(claim.places) + (claim.time is not None)


def _alike(left: Claim, right: Claim) -> bool:
    if left.kind != right.kind or left.modality != right.modality:
        return False
    if isinstance(left.content, Event | Condition) and (left.document == right.document or not _places(left)):
        return False  # two of one report are two; two reports of some attack somewhere are not of the same one
    if _places(left) and _places(right) and not _places(left) & _places(right):
        return False
    return _times(left.time, right.time) and _same(left, right)


def _same(left: Claim, right: Claim) -> bool:
    a, b = left.content, right.content
    if isinstance(a, Position) and isinstance(b, Position):
        return (a.party, a.stance, a.issue) == (b.party, b.stance, b.issue) and (
            left.document != right.document or _words_alike(a.object, b.object)
        )
    if isinstance(a, Figure) and isinstance(b, Figure):
        return _amount(a) == _amount(b) and _agree(a, b, "group", "nationality", "population") and _times(a.as_of, b.as_of)
    if isinstance(a, Talks) and isinstance(b, Talks):
        return a.status == b.status and (set(a.parties) <= set(b.parties) or set(b.parties) <= set(a.parties))
    if isinstance(a, Corridor) and isinstance(b, Corridor):
        return a.status == b.status and _agree(a, b, "for_", "proposed_by", "refused_by") and _routes(left) == _routes(right)
    return _same_happening(a, b)


def _same_happening(a: Content, b: Content) -> bool:
    if isinstance(a, Event) and isinstance(b, Event):
        return (a.event, a.mode, a.actor, a.target) == (b.event, b.mode, b.actor, b.target)
    if isinstance(a, Condition) and isinstance(b, Condition):
        return (a.sector, a.barrier) == (b.sector, b.barrier) and _agree(a, b, "population") and a.responsible == b.responsible
    if isinstance(a, Control) and isinstance(b, Control):
        return a == b
    if isinstance(a, Appeal) and isinstance(b, Appeal):
        return (a.by, a.issue) == (b.by, b.issue) and (set(a.to) & set(b.to) != set() or a.to == b.to)
    return False


def _amount(figure: Figure) -> tuple[object, ...]:
    nested = (figure.part_of is not None, figure.same_people_as is not None)
    return (figure.measure, figure.value, figure.low, figure.high, figure.bound, figure.unit, nested)


def _agree(a: Content, b: Content, *names: str) -> bool:
    """Whether fields are equal or unknown on one side."""
    return all(None in (x := getattr(a, name), y := getattr(b, name)) or x == y for name in names)


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
