"""More rows of the regression list: who is called by what befell him, ways that are open, whom a verb has for its subject."""

from tests.grounding.sentences import Row

STRUCK = Row(
    "The relief convoy was struck near the old bridge.",
    "event",
    ({"event": "ASSAULT"},),
    ({"event": "AGREE"}, {"event": "RETREAT"}),
)
KEPT = Row(
    "The rebels do not allow families to leave the town.",
    "event",
    ({"event": "COERCE", "actor": "syria-opposition"},),
    ({"event": "AID", "actor": "syria-opposition"},),
)
OPENED = Row(
    "The crossing at Tell Amud opened to civilians on Monday. A day later the two sides closed their offices.",
    "corridor",
    ({"status": "open", "for": "civilians"},),
    ({"status": "closed"}, {"status": "refused"}),
    span="The crossing at Tell Amud opened to civilians on Monday",
)
WISHED = Row(
    "The army has offered to open a crossing at Tell Amud. The factions refused it.",
    "corridor",
    ({"status": "refused"}, {"status": "proposed"}),
    ({"status": "closed"}, {"status": "attacked"}),
    span="The army has offered to open a crossing at Tell Amud",
)
CALLED = Row(
    "The residents called on the Syrian army to open the road.",
    "appeal",
    ({"by": "civilians", "to": ["syria-government"]},),
    ({"by": "syria-government", "to": ["civilians"]},),
)
MARKED = Row(
    "وكانت تركيا قد دعت روسيا إلى وقف القصف.",
    "appeal",
    ({"by": "turkey", "to": ["russia"]},),
    ({"by": "russia", "to": ["turkey"]},),
    language="ar",
)
HELD = Row(
    "Trucks drove through rebel-held parts of Syria.",
    "control",
    ({"actor": "syria-opposition", "status": "holds"},),
    ({"actor": "syria-government", "status": "holds"},),
)
TURNED = Row(
    "Turkey had bombed Russian positions east of the river.",
    "event",
    ({"event": "ASSAULT", "actor": "turkey"},),
    ({"event": "ASSAULT", "actor": "russia", "target": "turkey"},),
)
STRANGER = Row(
    "The Tell Amud Brigade holds the old quarter. The group has refused to leave.",
    "position",
    ({"party": "Tell Amud Brigade", "stance": "rejects"},),
    ({"party": "Orontes Brigade", "stance": "rejects"}, {"party": "russia", "stance": "rejects"}),
    span="The group has refused to leave",
)
FED = Row(
    "No aid has entered the town since March.",
    "condition",
    ({"sector": "food", "barrier": "siege"}, {"sector": "food", "barrier": "entry_restricted"}),
    ({"sector": "documents"}, {"sector": "water"}),
)
OFFERED = Row(
    "The factions rejected a Russian offer to move their fighters to Idlib.",
    "position",
    ({"party": "russia", "stance": "offers"},),
    ({"party": "un", "stance": "offers"},),
    span="a Russian offer to move their fighters to Idlib",
)
MET = Row(
    "The French foreign minister met Turkish officials in Geneva on Monday.",
    "event",
    ({"event": "CONSULT", "actor": "france"},),
    ({"event": "ASSAULT", "actor": "france"},),
)
RISEN = Row(
    "ارتفع عدد النازحين في المخيم من 1,200 إلى 1,900 شخص.",
    "figure",
    ({"value": 1900, "unit": "people"},),
    ({"value": 2900, "unit": "people"}, {"value": 1550, "unit": "people"}),
    language="ar",
)
LIMITED = Row(
    "يسيطر المسلحون على ما يقل عن 35 في المئة من المدينة.",
    "figure",
    ({"value": 35, "bound": "at_most", "unit": "percent"},),
    ({"value": 10, "bound": "at_least", "unit": "percent"}, {"value": 10, "bound": "exact", "unit": "percent"}),
    language="ar",
)
LEAVING = Row(
    "Two trapped residents were killed by sniper fire.",
    "figure",
    ({"value": 2, "measure": "killed"},),
    ({"value": 2, "measure": "released"}, {"value": 3, "measure": "killed"}),
)
RECENT = Row(
    "In recent weeks Hamas has shelled the port.",
    "event",
    ({"event": "ASSAULT", "actor": "hamas"},),
    ({"event": "ASSAULT", "actor": "israel"}, {"event": "AID", "actor": "hamas"}),
)
BOTH = Row(
    "Russia and Turkey met in Sochi. Both sides accepted the plan.",
    "position",
    ({"party": "russia", "stance": "accepts"}, {"party": "turkey", "stance": "accepts"}),
    ({"party": "iran", "stance": "accepts"}, {"party": "russia", "stance": "rejects"}),
    span="Both sides accepted the plan",
)
OPENING = Row(
    "The pact lapsed in April after Hamas pulled out at the last minute.",
    "position",
    ({"party": "hamas", "stance": "withdraws"},),
    ({"party": "hamas", "stance": "accepts"}, {"party": "israel", "stance": "withdraws"}),
    span="after Hamas pulled out at the last minute",
)
UNSAID = Row(
    "نفى مصدر في وزارة الدفاع الروسية صحة الخبر. وهدد باقتحام الميناء.",
    "position",
    ({"party": "russia", "stance": "threatens"},),
    ({"party": "turkey", "stance": "threatens"}, {"party": "russia", "stance": "accepts"}),
    span="وهدد باقتحام الميناء",
    language="ar",
)
TURNS = (
    RECENT, BOTH, OPENING, UNSAID, STRUCK, KEPT, OPENED, WISHED, CALLED, MARKED, HELD, TURNED, STRANGER, FED, OFFERED, MET, RISEN, LIMITED,
    LEAVING,
)
