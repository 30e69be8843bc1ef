"""Claims in the few words of a table's cell: bounds in words, nothing flattened, nothing that the record does not hold."""

from collections.abc import Iterable

from tawatur.records import (
    Appeal,
    Claim,
    Condition,
    Content,
    Control,
    Corridor,
    Document,
    Event,
    Figure,
    Place,
    Position,
    Source,
    Talks,
    Time,
)

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
    return " ".join(filter(None, _phrase(said)))


def _phrase(said: Content) -> tuple[str | None, ...]:
    match said:
        case Figure():
            return words(said.measure) + ":", amount(said), counted(said)
        case Position():
            return said.party or "somebody", said.stance, words(said.issue), _led("towards", said.counterpart)
        case Talks():
            return _all(said.parties) or "somebody", words(said.status), _led("on", _all(said.issues))
        case Corridor():
            return said.name or "a way", words(said.status), _led("for", said.for_)
        case Event():
            return (_all((said.actor, *said.with_)) or "somebody", said.event, _led("by", said.mode),
                    _led("against", said.target), _led("with", said.weapon), _led("outcome:", said.outcome))
        case Condition():
            return (words(said.sector) + ":", words(said.barrier) or "hardship", _led("of", said.population),
                    _led("laid to", _all(said.responsible)))
        case Control():
            return said.actor or "somebody", words(said.status)
        case Appeal():
            return (said.by or "somebody", "calls", _led("on", _all(said.to)), _led("for", words(said.issue)),
                    _led("on behalf of", said.on_behalf_of))


def _led(word: str, value: str | None) -> str | None:
    return f"{word} {words(value)}" if value else None


def _all(values: Iterable[str | None]) -> str:
    return " and ".join(words(value) for value in values if value)
