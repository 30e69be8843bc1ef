"""Invented sentences of both languages, claims that they license and claims that they do not: the regression list of the gate.

Each row: the text, the kind of its claims, what passes, and what must be refused. The list holds what measured grounders get
wrong (a number beside its tenfold, "was rejected" beside "was accepted", the parties of a refusal exchanged), and what they
wrongly refuse (other digits, number words, missing hamza and diacritics, quotation marks around a name).
"""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One sentence and its claims; `span` is the whole text where it is None."""

    text: str
    kind: str
    true: tuple[Json, ...]
    false: tuple[Json, ...]
    span: str | None = None
    language: str = "en"


FIGURES = (
    Row(
        "Some 50,000 civilians are trapped inside the town.",
        "figure",
        ({"value": 50000, "bound": "about", "measure": "trapped", "unit": "people", "population": "civilians"}, {"value": 50000}),
        (
            {"value": 500000},
            {"value": 5000},
            {"value": 50000, "bound": "exact"},
            {"value": 50000, "bound": "at_least"},
            {"value": 50000, "measure": "killed"},
            {"value": 50000, "unit": "families"},
            {"value": 50000, "population": "fighters"},
        ),
    ),
    Row(
        "More than 250 people have left the enclave since Sunday.",
        "figure",
        ({"value": 250, "low": 250, "bound": "at_least", "measure": "exited"},),
        (
            {"value": 250, "bound": "about"},
            {"value": 250, "high": 250, "bound": "at_most"},
            {"value": 25},
            {"value": 250, "measure": "injured"},
        ),
    ),
    Row(
        "The shelling killed twelve people and wounded thirty.",
        "figure",
        ({"value": 12, "measure": "killed"}, {"value": 30, "measure": "injured"}),
        ({"value": 20, "measure": "killed"}, {"value": 12, "measure": "released"}),
    ),
    Row(
        "Half a million people need food.",
        "figure",
        ({"value": 500000, "measure": "in_need"},),
        ({"value": 50000}, {"value": 1000000}),
    ),
    Row(
        "Between 200 and 300 fighters surrendered.",
        "figure",
        ({"low": 200, "high": 300, "bound": "between", "measure": "surrendered"},),
        ({"low": 200, "high": 3000, "bound": "between"},),
    ),
    Row(
        "No fewer than 40 houses were destroyed.",
        "figure",
        ({"value": 40, "bound": "at_least", "measure": "destroyed"},),
        ({"value": 40, "bound": "exact"}, {"value": 4}),
    ),
    Row(
        "نحو ٥٠ ألف مدني محاصرون داخل المدينة.",
        "figure",
        ({"value": 50000, "bound": "about", "measure": "trapped"},),
        ({"value": 500000}, {"value": 50}, {"value": 50000, "bound": "exact"}, {"value": 50000, "measure": "killed"}),
        language="ar",
    ),
    Row(
        "قتل أكثر من خمسة وعشرين شخصا في القصف.",
        "figure",
        ({"value": 25, "bound": "at_least", "measure": "killed"},),
        ({"value": 250}, {"value": 52}, {"value": 25, "bound": "about"}, {"value": 25, "measure": "exited"}),
        language="ar",
    ),
    Row(
        "غادر ١٣٠٠ مدني البلدة يوم السبت.",
        "figure",
        ({"value": 1300, "bound": "exact", "measure": "exited"},),
        ({"value": 13000}, {"value": 130}, {"value": 1300, "measure": "trapped"}),
        language="ar",
    ),
    Row(
        "ما زال ثلاثة آلاف مدني محاصرين في الحي.",
        "figure",
        ({"value": 3000, "measure": "trapped"},),
        ({"value": 300}, {"value": 3000, "measure": "released"}),
        language="ar",
    ),
)
POSITIONS = (
    Row(
        "The SDF rejected a demand by Islamic State to open the road.",
        "position",
        (
            {"party": "sdf", "stance": "rejects", "issue": "route"},
            {"party": "isis", "stance": "demands", "issue": "route"},
            {"party": "sdf", "stance": "rejects", "counterpart": "isis"},
        ),
        (
            {"party": "sdf", "stance": "accepts"},
            {"party": "isis", "stance": "rejects"},
            {"party": "sdf", "stance": "demands"},
            {"party": "isis", "stance": "rejects", "counterpart": "sdf"},
            {"party": "russia", "stance": "rejects"},
            {"party": "sdf", "stance": "rejects", "issue": "payment"},
            {"party": "sdf", "stance": "threatens"},
        ),
    ),
    Row(
        "Hamas will not accept the proposal for a ceasefire.",
        "position",
        ({"party": "hamas", "stance": "rejects", "issue": "ceasefire"},),
        ({"party": "hamas", "stance": "accepts", "issue": "ceasefire"}, {"party": "israel", "stance": "rejects"}),
    ),
    Row(
        "Israel did not reject the ceasefire.",
        "position",
        ({"party": "israel", "stance": "accepts", "issue": "ceasefire"},),
        ({"party": "israel", "stance": "rejects"}, {"party": "hamas", "stance": "accepts"}),
    ),
    Row(
        "The request was rejected by the SDF, two residents said.",
        "position",
        ({"party": "sdf", "stance": "rejects"},),
        ({"party": "sdf", "stance": "accepts"}, {"party": "isis", "stance": "rejects"}),
        span="The request was rejected by the SDF",
    ),
    Row(
        "Russia demanded that Hamas free the hostages.",
        "position",
        ({"party": "russia", "stance": "demands", "issue": "detainees", "counterpart": "hamas"},),
        (
            {"party": "hamas", "stance": "demands", "counterpart": "russia"},
            {"party": "russia", "stance": "rejects"},
            {"party": "russia", "stance": "withdraws"},
        ),
    ),
    Row(
        "يرفض تنظيم الدولة فتح معبر العلواني أمام المدنيين.",
        "position",
        ({"party": "isis", "stance": "rejects", "issue": "route"},),
        ({"party": "isis", "stance": "accepts"}, {"party": "sdf", "stance": "rejects"}, {"party": "isis", "stance": "offers"}),
        language="ar",
    ),
    Row(
        "لن تقبل قوات سوريا الديمقراطية بوقف إطلاق النار.",
        "position",
        ({"party": "sdf", "stance": "rejects", "issue": "ceasefire"},),
        ({"party": "sdf", "stance": "accepts"}, {"party": "isis", "stance": "rejects"}),
        language="ar",
    ),
    Row(
        'وافق تنظيم "الدولة" على خروج المدنيين.',
        "position",
        ({"party": "isis", "stance": "accepts", "issue": "civilian_exit"},),
        ({"party": "isis", "stance": "rejects"}, {"party": "sdf", "stance": "accepts"}),
        language="ar",
    ),
    Row(
        "طالبت حماس إسرائيل بالإفراج عن الأسرى.",
        "position",
        ({"party": "hamas", "stance": "demands", "issue": "detainees", "counterpart": "israel"},),
        ({"party": "israel", "stance": "demands", "counterpart": "hamas"}, {"party": "hamas", "stance": "rejects"}),
        language="ar",
    ),
)
OTHERS = (
    Row(
        "Talks between Russia and Turkey stalled on Tuesday.",
        "talks",
        ({"status": "deadlocked", "parties": ["russia", "turkey"]},),
        ({"status": "agreed"}, {"status": "completed"}, {"status": "deadlocked", "parties": ["russia", "iran"]}),
    ),
    Row(
        "فشلت المفاوضات بين روسيا وتركيا.",
        "talks",
        ({"status": "collapsed", "parties": ["russia", "turkey"]},),
        ({"status": "agreed"}, {"status": "collapsed", "parties": ["russia", "hamas"]}),
        language="ar",
    ),
    Row(
        "Russian forces opened a corridor for civilians.",
        "corridor",
        ({"status": "open", "for": "civilians"},),
        ({"status": "closed"}, {"status": "refused"}, {"status": "open", "hazards": ["mines"]}),
    ),
    Row(
        "Israeli warplanes bombed the town, killing nine people.",
        "event",
        ({"event": "ASSAULT", "actor": "israel"}, {"event": "ASSAULT", "mode": "aerial"}),
        ({"event": "AID"}, {"event": "CONSULT"}, {"event": "ASSAULT", "actor": "hamas"}),
    ),
    Row(
        "قصفت القوات الروسية البلدة.",
        "event",
        ({"event": "ASSAULT", "actor": "russia"},),
        ({"event": "AID", "actor": "russia"}, {"event": "ASSAULT", "actor": "turkey"}),
        language="ar",
    ),
    Row(
        "Turkey accused Russia of breaking the truce.",
        "event",
        ({"event": "ACCUSE", "actor": "turkey", "target": "russia"},),
        ({"event": "ACCUSE", "actor": "russia", "target": "turkey"}, {"event": "AID", "actor": "turkey"}),
    ),
    Row("There is no bread in the camp.", "condition", ({"sector": "food"},), ({"sector": "water"}, {"sector": "documents"})),
    Row(
        "The town is controlled by the SDF.",
        "control",
        ({"actor": "sdf", "status": "holds"},),
        ({"actor": "isis", "status": "holds"}, {"actor": "sdf", "status": "lost"}),
    ),
    Row(
        "Hamas called on Egypt to open the crossing.",
        "appeal",
        ({"by": "hamas", "to": ["egypt"], "issue": "route"},),
        ({"by": "egypt", "to": ["hamas"]}, {"by": "hamas", "issue": "documents"}, {"by": "russia"}),
    ),
)
DOERS = (
    Row(
        "Hamas and Israel traded fire while Qatari envoys waited. They bombed the crossing from the air, and the SDF stayed away.",
        "event",
        (),
        ({"event": "ASSAULT", "actor": "sdf"}, {"event": "ASSAULT", "actor": "civilians"}),
        span="They bombed the crossing from the air",
    ),
    Row(
        "Syrian or Russian warplanes bombed a bakery.",
        "event",
        ({"event": "ASSAULT", "actor": "russia"}, {"event": "ASSAULT", "actor": "syria-government"}),
        ({"event": "ASSAULT", "actor": "turkey"},),
    ),
    Row(
        "The army shelled rebel-held districts near the river.",
        "control",
        ({"actor": "syria-opposition", "status": "holds"},),
        ({"actor": "israel", "status": "holds"},),
        span="rebel-held districts near the river",
    ),
    Row(
        "Hamas welcomed the pause, promising Israel a list of the captives.",
        "position",
        ({"party": "hamas", "stance": "offers"},),
        ({"party": "israel", "stance": "offers"}, {"party": "russia", "stance": "offers"}),
        span="promising Israel a list of the captives",
    ),
    Row(
        "“We reject both demands,” an SDF spokesman said of the offer by Islamic State.",
        "position",
        ({"party": "sdf", "stance": "rejects"},),
        ({"party": "isis", "stance": "rejects"},),
        span="We reject both demands",
    ),
    Row(
        "المنطقة التي تسيطر عليها حماس تعرضت للقصف.",
        "control",
        ({"actor": "hamas", "status": "holds"},),
        ({"actor": "israel", "status": "holds"},),
        span="المنطقة التي تسيطر عليها حماس",
        language="ar",
    ),
    Row(
        "قتلت القوات الروسية 40 من عناصر تنظيم الدولة.",
        "figure",
        ({"value": 40, "measure": "killed", "group": "isis"},),
        ({"value": 40, "measure": "killed", "group": "russia"},),
        language="ar",
    ),
    Row(
        "Over 60 Houthi fighters were killed in strikes by Saudi Arabia.",
        "figure",
        ({"value": 60, "measure": "killed", "group": "houthis"},),
        ({"value": 60, "measure": "killed", "group": "saudi-arabia"}, {"value": 60, "measure": "killed", "group": "civilians"}),
    ),
)
MEANINGS = (
    Row(
        "Russia promised a strong response if the truce is bombed again.",
        "position",
        ({"party": "russia", "stance": "threatens"},),
        ({"party": "russia", "stance": "withdraws"},),
    ),
    Row(
        "Turkey will not extend the ceasefire.",
        "position",
        ({"party": "turkey", "stance": "rejects"},),
        ({"party": "turkey", "stance": "offers"},),
    ),
    Row(
        "Israeli jets bombed the harbour.",
        "event",
        ({"event": "ASSAULT", "mode": "aerial"},),
        ({"event": "ASSAULT", "mode": "abduct"}, {"event": "RETREAT"}),
    ),
    Row(
        "70 wounded fighters left the hospital.",
        "figure",
        ({"value": 70, "measure": "exited"}, {"value": 70, "measure": "injured"}),
        ({"value": 70, "measure": "killed"},),
    ),
    Row(
        "The shelling killed 714 people, among them 32 children and 14 women, and wounded 90.",
        "figure",
        ({"value": 14, "measure": "killed"}, {"value": 90, "measure": "injured"}),
        ({"value": 90, "measure": "exited"},),
    ),
)
UNSAID = (
    Row(
        "The crossing has been hit again by a Turkish air raid.",
        "event",
        ({"event": "ASSAULT", "actor": "turkey"},),
        ({"event": "ASSAULT", "actor": "russia"}, {"event": "AID", "mode": "aerial"}, {"event": "ASSAULT", "mode": "withdraw"}),
    ),
    Row(
        "أدان المجلس القصف التركي على البلدة.",
        "event",
        ({"event": "ASSAULT", "actor": "turkey"},),
        ({"event": "ASSAULT", "actor": "russia"},),
        language="ar",
    ),
    Row(
        "Amnesty said Houthi shelling hit the clinic while civilians slept.",
        "event",
        ({"event": "ASSAULT", "actor": "houthis"},),
        (
            {"event": "ASSAULT", "actor": "amnesty"},
            {"event": "ASSAULT", "actor": "civilians"},
            {"event": "ASSAULT", "mode": "aerial", "actor": "houthis"},
        ),
        span="Houthi shelling hit the clinic",
    ),
    Row(
        "Russian jets bombed the port on Monday. Russia bombed the market too. On Friday the hospital was bombed.",
        "event",
        ({"event": "ASSAULT", "actor": "russia"},),
        ({"event": "ASSAULT", "actor": "hamas"},),
        span="the hospital was bombed",
    ),
    Row(
        "The shelling killed 30 people including a nurse and three children.",
        "figure",
        ({"value": 30, "measure": "killed", "population": "people"}, {"value": 3, "measure": "killed", "population": "children"}),
        ({"value": 30, "measure": "killed", "population": "children"},),
    ),
    Row(
        "رفضت جبهة كرمان مطلب جيش الدلتا بفتح الطريق الشمالي.",
        "position",
        ({"party": "جبهة كرمان", "stance": "rejects", "issue": "route"},),
        ({"party": "جيش الدلتا", "stance": "rejects", "counterpart": "جبهة كرمان"},),
        language="ar",
    ),
    Row(
        "Hamas demanded that Israel open the crossing.",
        "position",
        ({"party": "hamas", "stance": "demands", "counterpart": "israel"},),
        ({"party": "hamas", "stance": "demands", "counterpart": "hamas"},),
    ),
    Row(
        "No armed man will leave the town, the Houthis said.",
        "position",
        (),
        ({"party": "houthis", "stance": "offers"},),
    ),
    Row(
        "A spokesman of the opposition said the dam was burning.",
        "position",
        (),
        ({"stance": "rejects"},),
    ),
)
ROWS = FIGURES + POSITIONS + OTHERS + DOERS + MEANINGS + UNSAID
