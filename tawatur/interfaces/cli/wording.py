"""Claims in the few words of a table's cell: bounds in words, nothing flattened, nothing that the record does not hold."""

from collections.abc import Iterable

from tawatur.briefing.labels import label
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
          "between": "{low} to {high}"}
PEOPLE = "people"
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
    """How many of whom or of what, with the bound in words."""
    noun = words(figure.population) if figure.unit in (None, PEOPLE) and figure.population else words(figure.unit)
    if figure.bound == "vague":
        return _vague(figure, noun)
    value = figure.value if figure.value is not None else figure.low if figure.bound == "at_least" else figure.high
    form = BOUNDS.get(figure.bound, words(figure.bound) + " {value}")
    return f"{form.format(value=number(value), low=number(figure.low), high=number(figure.high))} {noun}".rstrip()


def _vague(figure: Figure, noun: str) -> str:
    """The word that a range stands for, and the range."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return f"many {noun}".rstrip()
    said = label("vague", f"{low:.0f}-{high:.0f}", "en") if low is not None and high is not None else None
    said = (said or label("vague", "other", "en") or "{of}").replace("{of}", noun or "them")
    return f"{said} ({number(low)} to {number(high)})"


def counted(figure: Figure) -> str:
    """Who they are, beside what the amount says."""
    whose = f"of {words(figure.group)}" if figure.group else None
    parts = ", ".join(f"{part.share or number(part.value)} {words(part.population)}" for part in figure.composition)
    also = words(figure.population) if figure.unit not in (None, PEOPLE, figure.population) else None
    return " ".join(filter(None, (figure.nationality, also, whose, f"({parts})" if parts else None)))


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


def decided(claim: Claim) -> str:
    """What a person decided on a claim, and who."""
    mark = claim.decided
    return "" if mark is None else f"{claim.status} by {mark.by}{', reads otherwise by now' if mark.open else ''}"


def origin(claim: Claim, document: Document) -> str:
    """Who says it in the end, and through whom it was heard."""
    heard = dict.fromkeys(", via ".join(dict.fromkeys(caller(source, document) for source in reversed(chain)))
                          for chain in claim.chains)
    return "; ".join(heard)


def caller(source: Source, document: Document) -> str:
    """What a source is called; a report whose outlet nobody knows stands in its chains by its own name, which is no outlet's."""
    if source.kind == "outlet" and document.outlet is None and source.name == document.name:
        return of_file(document.name)
    return source.name or source.text or source.kind


def of_file(name: str) -> str:
    """The outlet of a report that nobody knows the outlet of."""
    return f"unknown outlet (file {name})"


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
