"""Claims in the few words of a table's cell: bounds in words, nothing flattened, nothing that the record does not hold."""

from tawatur.records import Claim, Content, Corridor, Document, Figure, Place, Position, Source, Talks, Time

BOUNDS = {"exact": "{value}", "about": "about {value}", "at_least": "at least {value}", "at_most": "at most {value}",
          "between": "{low} to {high}", "vague": "somewhere from {low} to {high}"}
SHORT_ID = 8


def short(id: str) -> str:
    """An id as tables show it; commands take it as well as the whole one."""
    return id[:SHORT_ID]


def number(value: float | None) -> str:
    """A number as people write it; an open one says so."""
    if value is None:
        return "unknown"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def amount(figure: Figure) -> str:
    """How many, with the bound in words."""
    if figure.bound == "vague" and figure.low is None and figure.high is None:
        said = "many"
    else:
        value = figure.value if figure.value is not None else figure.low if figure.bound == "at_least" else figure.high
        form = BOUNDS.get(figure.bound, figure.bound.replace("_", " ") + " {value}")
        said = form.format(value=number(value), low=number(figure.low), high=number(figure.high))
    return f"{said} {figure.unit}" if figure.unit else said


def counted(figure: Figure) -> str:
    """Who or what is counted."""
    whose = f"of {figure.group}" if figure.group else None
    parts = ", ".join(f"{part.share or number(part.value)} {part.population}" for part in figure.composition)
    words = " ".join(filter(None, (figure.nationality, figure.population, whose)))
    return f"{words} ({parts})" if parts else words


def when(time: Time | None) -> str:
    """A time as resolved, or as written if it is not."""
    if time is None:
        return ""
    if not time.start and not time.end:
        return f"“{time.text}”" if time.text else ""
    return str(time.start) if time.start == time.end else f"{time.start or '…'} to {time.end or '…'}"


def where(places: tuple[Place, ...]) -> str:
    """Places with their roles; one that was not found is marked."""
    return "; ".join(("" if place.role == "at" else f"{place.role} ") + place.name + ("" if place.id else " (not found)")
                     for place in places)


def origin(claim: Claim) -> str:
    """Who says it in the end, and through whom it was heard."""
    heard = dict.fromkeys(", via ".join(dict.fromkeys(_caller(source) for source in reversed(chain))) for chain in claim.chains)
    return "; ".join(heard)


def _caller(source: Source) -> str:
    return source.name or source.text or source.kind


def outlet(document: Document) -> str:
    """Who publishes a report, as far as anyone knows."""
    return document.outlet.name if document.outlet else "unknown outlet"


def words(value: str | None) -> str:
    """A word of the codebook without its underscores."""
    return (value or "").replace("_", " ")


def content(said: Content) -> str:
    """A claim's content in one line."""
    if isinstance(said, Figure):
        return " ".join(filter(None, (words(said.measure) + ":", amount(said), counted(said))))
    if isinstance(said, Position):
        towards = f"towards {said.counterpart}" if said.counterpart else None
        return " ".join(filter(None, (said.party or "somebody", said.stance, words(said.issue), towards)))
    if isinstance(said, Talks):
        about = f"on {', '.join(map(words, said.issues))}" if said.issues else None
        return " ".join(filter(None, (" and ".join(said.parties) or "somebody", words(said.status), about)))
    if isinstance(said, Corridor):
        return " ".join(filter(None, (said.name or "a way", words(said.status), f"for {said.for_}" if said.for_ else None)))
    return ", ".join(f"{name.rstrip('_').replace('_', ' ')} {_value(value)}" for name in said.__slots__
                     if (value := getattr(said, name)))


def _value(value: object) -> str:
    return " and ".join(map(words, value)) if isinstance(value, tuple) else words(str(value))
