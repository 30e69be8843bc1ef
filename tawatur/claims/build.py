"""Putting a claim together: evidence, time, places, chains and an id, the same for every kind."""

from tawatur.claims.identity import claim_id, evidence
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Content, Place, Time
from tawatur.text import COMMAS

LONGEST = 60
"""Words in a span of evidence, by the codebook."""
SETTING = frozenset({"in", "on", "under", "after", "until"})
"""Roles of the words that open a setting."""
WHERE = frozenset({"in", "on", "under"})
"""Those behind which it may say where, too."""
OPENING = 16
"""Tokens that a setting may have."""
UNMEASURED = 0.5
"""How sure a claim is until `confidence` grades it; it stays where nothing was measured for its kind."""


def build(syntax: Syntax, voices: Voices, content: Content, first: int, last: int, *, trigger: int, rule: str,
          modality: str = "asserted", places: tuple[Place, ...] | None = None, timed: bool = True) -> Claim:
    """A claim on tokens `first` to `last`; `trigger` is the token that carries it, whose speaker is its source.

    What is not `timed` is said in passing, of a thing that the clause tells something else about: the clause's time is not its.
    """
    first, last = bound(syntax, first, last, trigger)
    reading = syntax.reading
    start, end = syntax.span(first, last)
    spans = evidence(reading.document.text, (start, end))
    at = reading.tokens[trigger].start
    clause = syntax.clause_at(trigger)
    opening = fronted(syntax, clause.first) if not voices.at(at) else None
    time = time_of(syntax, min(first, clause.first), max(last, clause.last), trigger) if timed else None
    if opening and timed and time is None:
        time = time_of(syntax, *opening, trigger)
    named = places_of(syntax, first, last) if places is None else places
    if opening and places is None and not named and _says_where(syntax, *opening):
        named = places_of(syntax, *opening)
    return Claim(
        id=claim_id(reading.document.id, type(content).__name__.lower(), [(start, end)]),
        document=reading.document.id, content=content, evidence=spans, chains=voices.chains(at),
        modality="denied" if voices.denied(at) and modality == "asserted" else modality,
        time=time, places=named, rule=rule, confidence=UNMEASURED,
    )


def _says_where(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a setting says where; "after talks in Tarnov", "in talks in Tarnov" say when, or by what."""
    return syntax.roles.get(first) in WHERE and not any(
        term.attrs["class"] in ("talks", "deal") for term in syntax.within(first, last))


def fronted(syntax: Syntax, before: int) -> tuple[int, int] | None:
    """The words that open a sentence to say when or where all of it is: "In the last days of May, in Tarnov, …".

    `before`: the token where the clause of a claim begins, which has a time and places of its own if it is the first.
    """
    begin = syntax.sentence.first
    opens = syntax.roles.get(begin) in SETTING or any(time.first == begin for time in syntax.times_in(begin, begin + 1))
    last = next((at for at in range(begin, min(begin + OPENING, before + 1)) if syntax.reading.tokens[at].form in COMMAS), None)
    if not opens or last is None:
        return None
    told = (term for term in syntax.within(begin, last) if term.attrs.get("pos") == "verb" and "noun" not in term.features)
    return None if any("past" in term.features for term in told) else (begin, last)


def bound(syntax: Syntax, first: int, last: int, trigger: int) -> tuple[int, int]:
    """Keep a range within its sentence and to the codebook's length, around its trigger; no word is cut at its hyphen."""
    if last <= first:  # what it is about stands before it: the trigger with what lies between
        first, last = min(last, trigger), trigger + 1
    first, last = max(first, syntax.sentence.first), min(last, syntax.sentence.last)
    while first > syntax.sentence.first and syntax.glued(first):
        first -= 1
    while last < syntax.sentence.last and syntax.glued(last):
        last += 1
    words = syntax.words(first, last).split()
    if len(words) <= LONGEST:
        return first, last
    first = max(first, min(trigger, last - 1) - LONGEST // 3)
    return first, min(last, first + LONGEST - 5)


def time_of(syntax: Syntax, first: int, last: int, trigger: int) -> Time | None:
    """The time said nearest to the trigger in a range, if any."""
    times = [time for time in syntax.times_in(first, last) if time.role == "at" and time.time is not None]
    return min(times, key=lambda time: abs(time.first - trigger)).time if times else None


def places_of(syntax: Syntax, first: int, last: int) -> tuple[Place, ...]:
    """The resolved places named in a range, each once."""
    found: dict[tuple[str, str], Place] = {}
    for locality in syntax.localities_in(first, last):
        if locality.place is not None:
            found.setdefault((locality.place.role, locality.place.name), locality.place)
    return tuple(found.values())
