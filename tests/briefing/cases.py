"""A siege that never was, told by four invented reports in two languages, as records by hand."""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from tawatur.briefing import Brief, brief
from tawatur.linking import group
from tawatur.records import (
    Actor,
    Appeal,
    Claim,
    Component,
    Condition,
    Content,
    Control,
    Corridor,
    Document,
    Event,
    Evidence,
    Figure,
    Outlet,
    Place,
    Point,
    Position,
    Refusal,
    Setback,
    Source,
    Talks,
    Terms,
    Time,
    Unread,
)

MADE = "2031-06-20T08:30:00Z"
BRIGADE = Actor("northern-brigade", "Northern Brigade", {"en": ("Northern Brigade",), "ar": ("لواء الشمال",)})
GARRISON = Actor("valley-garrison", "Valley Garrison", {"en": ("Valley Garrison",), "ar": ("حامية الوادي",)})
OBSERVERS = Actor("observers", "HRX", {"en": ("HRX",)}, kind="organisation")
RADIO = Outlet("radio-sample", "Radio Sample", {"en": ("Radio Sample",), "ar": ("إذاعة مثال",)})
PAPER = Outlet("jarida", "Al-Mithal", {"en": ("Al-Mithal",), "ar": ("صحيفة المثال",)})
AGENCY = Outlet("agency", "Sample News Agency", {"en": ("Sample News Agency",), "ar": ("وكالة أنباء مثال",)}, kind="agency")
TAL = Point("tal-zaytun", "Tal Zaytun", {"en": ("Tal Zaytun",), "ar": ("تل زيتون",)}, lat=35.1, lon=40.2, precision=1)
WADI = Point("wadi-rumman", "Wadi Rumman", {"en": ("Wadi Rumman",), "ar": ("وادي الرمان",)}, lat=35.3, lon=40.3, precision=1)
NAMED = (BRIGADE, GARRISON, OBSERVERS, RADIO, PAPER, AGENCY, TAL, WADI)

ENGLISH = """\
The Northern Brigade refuses to open the eastern road between Tal Zaytun and Wadi Rumman, a resident told Radio Sample.
The Valley Garrison wants the eastern road opened for civilians, its spokesman Adel Sample said.
Some 50,000 civilians are trapped in Tal Zaytun, the Sample News Agency quoted a doctor as saying.
More than 36,250 people left the town since 1 May, of them 23,200 children, HRX said.
Talks between the two have stalled. Six shells fell on Old Mill on Wednesday.
Nobody could say how many of the 17 wells still give water."""
ARABIC = """رفض لواء الشمال فتح الطريق الشرقي بين تل زيتون ووادي الرمان بسبب الألغام.
وقالت مصادر محلية إن أكثر من 250 شخصا قتلوا في تل زيتون خلال أسبوع.
وتطالب حامية الوادي بخروج الجرحى إلى وادي الرمان."""
HOSTILE = 'He said <script>alert("x")</script> \u202eevil\u2069 & ' + "w" * 400


def report(name: str, text: str, language: str, outlet: Outlet | None, day: str | None = None) -> Document:
    """A report, dated where a day is given."""
    digest = sha256(text.encode()).hexdigest()
    published = Time(day, day, day, "explicit") if day else None
    return Document(
        digest[:16], name, digest, text, outlet=outlet, title=text.split(",")[0][:40], language=language, published=published
    )


DATED = report("radio", ENGLISH, "en", RADIO, "2031-05-14")
UNDATED = report("paper", ARABIC, "ar", PAPER)
THIRD = report("third", ENGLISH.replace("a resident", "a farmer"), "en", None, "2031-05-16")


def place(point: Point, role: str = "at") -> Place:
    """A found place."""
    return Place(role, point.id, point.name, point.lat, point.lon, point.name, point.precision)


RADIO_ITSELF = Source("Radio Sample", "Radio Sample", "outlet")
RESIDENT = Source("a resident", "a resident", "unnamed", start=0, end=10)
SPOKESMAN = Source("Adel Sample", "Adel Sample", "person", role="spokesman", actor=GARRISON.id)
DOCTOR = Source("a doctor", "a doctor", "unnamed")
PAPER_ITSELF = Source("Al-Mithal", "Al-Mithal", "outlet")
LOCALS = Source("مصادر محلية", "مصادر محلية", "unnamed")


def claim(
    document: Document,
    quote: str,
    content: Content,
    *chain: Source,
    places: tuple[Place, ...] = (),
    modality: str = "asserted",
    time: Time | None = None,
    status: str = "suggested",
) -> Claim:
    """A claim whose span is the first place where its quotation stands."""
    start = document.text.index(quote)
    ident = sha256(f"{document.id}{quote}{content}".encode()).hexdigest()[:16]
    return Claim(
        ident,
        document.id,
        content,
        (Evidence(start, start + len(quote), quote),),
        (chain,),
        modality=modality,
        time=time,
        places=places,
        rule="by:hand",
        status=status,
    )


ROAD = (place(TAL, "from"), place(WADI, "to"))
REFUSES = "The Northern Brigade refuses to open the eastern road between Tal Zaytun and Wadi Rumman"
WHOLE = claim(
    DATED,
    "More than 36,250 people left the town since 1 May",
    Figure(
        "exited",
        36250,
        36250,
        None,
        "at_least",
        "people",
        "people",
        since=Time("2031-05-01", "2031-05-01", "1 May", "explicit"),
        composition=(Component("children", "most"),),
    ),
    RADIO_ITSELF,
    Source("HRX", "HRX", "organisation"),
    places=(place(TAL),),
)
CLAIMS: tuple[Claim, ...] = (
    claim(
        DATED,
        REFUSES,
        Position(BRIGADE.id, "rejects", "route", "to open the eastern road", GARRISON.id, told_by="third"),
        RADIO_ITSELF,
        RESIDENT,
        places=ROAD,
    ),
    claim(
        UNDATED,
        "رفض لواء الشمال فتح الطريق الشرقي بين تل زيتون ووادي الرمان بسبب الألغام",
        Position(
            BRIGADE.id, "rejects", "route", "فتح الطريق الشرقي", reason="بسبب الألغام", reason_given_by="source", told_by="third"
        ),
        PAPER_ITSELF,
        places=ROAD,
    ),
    claim(
        DATED,
        "The Valley Garrison wants the eastern road opened for civilians",
        Position(
            GARRISON.id, "demands", "route", "the eastern road opened", terms=Terms("the eastern road", None), told_by="self"
        ),
        RADIO_ITSELF,
        SPOKESMAN,
        places=ROAD,
        status="accepted",
    ),
    claim(
        UNDATED,
        "وتطالب حامية الوادي بخروج الجرحى إلى وادي الرمان",
        Position(GARRISON.id, "demands", "civilian_exit", "خروج الجرحى"),
        PAPER_ITSELF,
        places=(place(WADI, "to"),),
    ),
    claim(
        DATED,
        "the eastern road between Tal Zaytun and Wadi Rumman",
        Corridor("the eastern road", "refused", GARRISON.id, BRIGADE.id, "civilians", ("mines", "checkpoint")),
        RADIO_ITSELF,
        RESIDENT,
        places=ROAD,
    ),
    claim(
        DATED,
        "Some 50,000 civilians are trapped in Tal Zaytun",
        Figure("trapped", 50000, None, None, "about", "people", "civilians"),
        RADIO_ITSELF,
        Source("Sample News Agency", "Sample News Agency", "agency"),
        DOCTOR,
        places=(place(TAL),),
    ),
    claim(
        THIRD,
        "Some 50,000 civilians are trapped in Tal Zaytun",
        Figure("trapped", 50000, None, None, "about", "people", "civilians"),
        Source("Unknown", "Unknown", "outlet"),
        DOCTOR,
        places=(place(TAL),),
    ),
    WHOLE,
    claim(
        DATED,
        "of them 23,200 children",
        Figure("exited", 23200, 23200, 23200, "exact", "people", "children", part_of=WHOLE.id),
        RADIO_ITSELF,
        Source("HRX", "HRX", "organisation"),
        places=(place(TAL),),
    ),
    claim(
        UNDATED,
        "أكثر من 250 شخصا قتلوا في تل زيتون خلال أسبوع",
        Figure("killed", 250, 250, None, "at_least", "people", "people"),
        PAPER_ITSELF,
        LOCALS,
        places=(place(TAL),),
    ),
    claim(
        DATED,
        "Talks between the two have stalled",
        Talks((BRIGADE.id, GARRISON.id), "deadlocked", issues=("route",)),
        RADIO_ITSELF,
    ),
    claim(
        DATED,
        "Six shells fell on Old Mill on Wednesday",
        Event("ASSAULT", "heavy-weapons", None, (), "the mill's militia", "shells"),
        RADIO_ITSELF,
        places=(Place("at", None, "Old Mill", None, None, "Old Mill", None),),
        time=Time(None, None, "on Wednesday", "unresolved"),
    ),
    claim(
        DATED, "trapped in Tal Zaytun", Control(BRIGADE.id, "surrounds"), RADIO_ITSELF, places=(place(TAL),), modality="possible"
    ),
    claim(
        DATED,
        "wells still give water",
        Condition("water", "siege", (BRIGADE.id,), "civilians"),
        RADIO_ITSELF,
        places=(place(TAL),),
    ),
    claim(
        DATED, "left the town", Appeal("a doctor", ("observers",), "civilian_exit", "civilians"), RADIO_ITSELF, modality="denied"
    ),
    claim(DATED, "a resident told", Figure("killed", 9, 9, 9, "exact", "people", "people"), RADIO_ITSELF, status="rejected"),
)


@dataclass(frozen=True)
class Case:
    """What a briefing is made of."""

    documents: tuple[Document, ...] = (DATED, UNDATED, THIRD)
    claims: tuple[Claim, ...] = CLAIMS
    unread: tuple[Unread, ...] = field(default_factory=lambda: (_unread(),))
    setbacks: tuple[Setback, ...] = (Setback("torn.html", "clean", "the file ends in the middle of a tag; save it again"),)

    def brief(self) -> Brief:
        return brief(
            group(self.documents, self.claims),
            self.documents,
            self.claims,
            named=NAMED,
            unread=self.unread,
            setbacks=self.setbacks,
            refusals=(Refusal(DATED.id, self.claims[0], "the number is not in the span"),) if self.claims else (),
            made_at=MADE,
        )


def _unread() -> Unread:
    quote = "Nobody could say how many of the 17 wells still give water."
    start = ENGLISH.index(quote)
    return Unread(DATED.id, Evidence(start, start + len(quote), quote), "number")


def hostile() -> Case:
    """A report whose words try to be something else than words."""
    document = replace(
        report("evil<b>", HOSTILE, "en", Outlet("x", 'Out"let <img src=x onerror=alert(1)>')), title="<h1>\u202eT*i*t_l_e</h1>"
    )
    refusal = Position(
        'The "heroes" <i>', "rejects", "route", HOSTILE, reason="[click](https://evil.example) \x1b[31m", via="<marquee>"
    )
    return Case(
        (document,),
        (
            claim(
                document,
                HOSTILE,
                refusal,
                Source("<b>", "<b>", "unnamed"),
                places=(Place("at", None, "<p>", None, None, "<p>", None),),
            ),
        ),
        (),
        (Setback("<x>", "read", "<y>"),),
    )
