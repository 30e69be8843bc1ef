"""Records built by hand, invented throughout, for tests of rooms that do not read texts."""

import re
from dataclasses import replace
from hashlib import sha256

from tawatur.ports import Entry, Passage
from tawatur.records import (
    Acquired,
    Actor,
    Attribution,
    Block,
    Candidate,
    Claim,
    Component,
    Content,
    Corridor,
    Document,
    Event,
    Evidence,
    Figure,
    Locality,
    Outlet,
    Party,
    Place,
    Point,
    Position,
    Reading,
    Reason,
    Refusal,
    Setback,
    Source,
    Span,
    Talks,
    Terms,
    Time,
    Unread,
)

TEXT = """Tal Zaytun, 3 May - The council said more than 250 people left the town.
The Northern Brigade refuses to open the eastern road, a resident told Radio Sample."""
OUTLET = Outlet("radio-sample", "Radio Sample", {"en": ("Radio Sample",), "ar": ("إذاعة مثال",)})
COUNCIL = Actor("zaytun-council", "Tal Zaytun council", {"en": ("Tal Zaytun council", "the council"), "ar": ("مجلس تل زيتون",)})
BRIGADE = Actor("northern-brigade", "Northern Brigade", {"en": ("Northern Brigade",), "ar": ("لواء الشمال",)})
TOWN = Point("tal-zaytun", "Tal Zaytun", {"en": ("Tal Zaytun",), "ar": ("تل زيتون",)}, lat=35.1, lon=40.2, precision=1)
MAY3 = Time("2018-05-03", "2018-05-03", "3 May", "explicit")


def document(text: str = TEXT, name: str = "zaytun", outlet: Outlet | None = OUTLET, published: Time | None = MAY3,
             language: str = "en") -> Document:
    """A report on Tal Zaytun."""
    digest = sha256(text.encode()).hexdigest()
    return Document(
        digest[:16], name, digest, text, path=f"reports/{name}.txt", outlet=outlet, title="Tal Zaytun", language=language,
        published=published, acquired=Acquired("2026-01-01T00:00:00Z", "tester", "file"),
        blocks=(Block("dateline", 0, 17, "place and date before a dash"), Block("body", 20, len(text))),
    )


def evidence(text: str, quote: str) -> Evidence:
    """Where a quotation stands in a text."""
    start = text.index(quote)
    return Evidence(start, start + len(quote), quote)


def claim(report: Document, number: int, quote: str, content: Content, **fields: object) -> Claim:
    """A claim of a report, told by a resident to its outlet."""
    origin = Source("a resident", "a resident", "unnamed", via="phone", start=140, end=150)
    chain = (Source("Radio Sample", "Radio Sample", "outlet"), origin)
    place = Place("at", TOWN.id, TOWN.name, TOWN.lat, TOWN.lon, "Tal Zaytun", 1)
    made = Claim(f"{report.id[:8]}{number:08x}", report.id, content, (evidence(report.text, quote),), (chain,), places=(place,),
                 time=MAY3, rule="figures:left", confidence=0.8)
    return replace(made, **fields)  # type: ignore[arg-type]


def reading(report: Document | None = None) -> Reading:
    """What a careful reader finds in a report on Tal Zaytun."""
    report = report or document()
    left, refuses = "more than 250 people left the town", "refuses to open the eastern road"
    claims = (
        claim(report, 1, left, Figure("exited", 250, 250, None, "at_least", "people", "civilians", term="left",
                                      composition=(Component("children", "most"),), as_of=MAY3)),
        claim(report, 2, refuses, Position(BRIGADE.id, "rejects", "route", counterpart=COUNCIL.id, terms=Terms("a road"),
                                           told_by="third"), time=None),
        claim(report, 3, refuses, Corridor("the eastern road", "refused", refused_by=BRIGADE.id, for_="civilians",
                                           hazards=("mines",)), time=Time(None, None, "Wednesday", "unresolved")),
        claim(report, 4, refuses, Talks((COUNCIL.id, BRIGADE.id), "deadlocked", issues=("route",)),
              modality="possible", places=()),
        claim(report, 5, left, Event("RETREAT", "access", COUNCIL.id, (BRIGADE.id,)), places=()),
    )
    cue = evidence(report.text, "told").span
    attribution = Attribution("a" + report.id[:15], report.id, claims[1].chains[0], cue,
                              (claims[1].evidence[0].span, Span(0, 4)), (claims[1].id,), rule="told")
    candidates = (Candidate(TOWN.id, 1.5, (Reason("same name", 1.0, "Tal Zaytun", "Tal Zaytun"), Reason("dateline", 0.5))),)
    where = Locality(0, 10, 0, 2, "Tal Zaytun", "town", place=claims[0].places[0], candidates=candidates, rule="gazetteer")
    party = Party(77, 93, 14, 16, "Northern Brigade", "name", BRIGADE.id, frozenset({"definite"}), rule="syria/actors:9")
    return Reading(report, claims=claims, attributions=(attribution,), localities=(where,), parties=(party,),
                   refusals=(Refusal(report.id, claims[0], "the number is not in the span"),),
                   setbacks=(Setback(report.id, "clean", "one line had no letters"),))


NAMES = (("party", BRIGADE.id), ("party", COUNCIL.id), ("place", TOWN.id), ("place", TOWN.id))


def entry(report: Document | None = None, original: bytes | None = b"", given: dict[str, str] | None = None) -> Entry:
    """The reading as it goes into a case."""
    read = reading(report)
    text = read.document.text
    cut = text.index("\n")
    sentences = ((0, cut), (cut + 1, len(text)))
    passages = tuple(Passage(start, end, tokens(text[start:end])) for start, end in sentences)
    names = {c.id: NAMES if c.kind in ("position", "talks") else NAMES[2:] for c in read.claims}
    body = text.encode() if original == b"" else original
    unread = (Unread(read.document.id, evidence(text, "Radio Sample"), "number"),)
    return Entry(read, body, given or {}, names, passages, (COUNCIL, BRIGADE), (TOWN,), unread, "p1")


def tokens(text: str) -> str:
    """Words in lower case: all the folding that English needs here."""
    return " ".join(re.findall(r"\w+", text.lower()))
