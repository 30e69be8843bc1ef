"""Invented sentences in which a party is named in an unusual place: by a noun of going, between two, in apposition, by a surname."""

from tests.grounding.sentences import Row

NAMED = (
    Row(
        "The surrender of Taliban fighters in the gorge ended the siege.",
        "event",
        ({"event": "RETREAT", "actor": "taliban"},),
        ({"event": "RETREAT", "actor": "pakistan"},),
        span="The surrender of Taliban fighters in the gorge",
    ),
    Row(
        "The withdrawal of Houthi forces from the port took nine days.",
        "event",
        ({"event": "RETREAT", "actor": "houthis"},),
        ({"event": "RETREAT", "actor": "saudi-arabia"},),
        span="The withdrawal of Houthi forces from the port",
    ),
    Row(
        "Clashes between Hezbollah and the Lebanese army broke out near the olive press.",
        "event",
        ({"event": "ASSAULT", "actor": "hezbollah"},),
        ({"event": "ASSAULT", "actor": "israel"},),
    ),
    Row(
        "اندلعت اشتباكات بين حزب الله والجيش الإسرائيلي قرب معصرة الزيتون.",
        "event",
        ({"event": "ASSAULT", "actor": "hezbollah"},),
        ({"event": "ASSAULT", "actor": "turkey"},),
        language="ar",
    ),
    Row(
        "The Taliban and allied Uzbek fighters shelled the mill.",
        "event",
        ({"event": "ASSAULT", "actor": "taliban"},),
        ({"event": "ASSAULT", "actor": "pakistan"},),
    ),
    Row(
        "Pakistan said the UN ceasefire would not bind its troops in the pass.",
        "position",
        ({"party": "pakistan", "stance": "rejects"},),
        ({"party": "taliban", "stance": "rejects"},),
        span="the UN ceasefire would not bind its troops",
    ),
    Row(
        "The valley is divided between Taliban control in the south and Pakistani control in the north.",
        "control",
        ({"actor": "taliban", "status": "holds"},),
        ({"actor": "hezbollah", "status": "holds"},),
    ),
    Row(
        "The fall of the fort brought the port back under Houthi control.",
        "control",
        ({"actor": "houthis", "status": "captured"},),
        ({"actor": "saudi-arabia", "status": "captured"},),
    ),
    Row(
        "Isis now controls two wells and a quarry.",
        "control",
        ({"actor": "isis", "status": "holds"},),
        ({"actor": "turkey", "status": "holds"},),
    ),
    Row(
        "Nato struck a bridge of the Taliban at dawn.",
        "event",
        ({"event": "ASSAULT", "actor": "nato"},),
        ({"event": "ASSAULT", "actor": "taliban"},),
    ),
)
LIMITED = (
    Row(
        "It is estimated that 640 families remain trapped in the gorge.",
        "figure",
        ({"value": 640, "measure": "trapped"},),
        ({"value": 640, "bound": "at_most"}, {"value": 640, "bound": "at_least"}, {"value": 460}),
    ),
    Row(
        "وأصيب حارسان وقتل ثمانية رعاة قرب البئر.",
        "figure",
        ({"value": 8, "measure": "killed"},),
        ({"value": 80, "measure": "killed"}, {"value": 9, "measure": "killed"}),
        language="ar",
    ),
    Row(
        "عشرات الرعاة محاصرون في الوادي.",
        "figure",
        ({"low": 20, "bound": "vague", "measure": "trapped"},),
        ({"low": 200, "bound": "vague"}, {"value": 20, "bound": "exact"}),
        language="ar",
    ),
    Row(
        "عدد المحاصرين في الوادي لا يتجاوز 90 راعيا.",
        "figure",
        ({"value": 90, "bound": "at_most", "measure": "trapped"},),
        ({"value": 90, "bound": "at_least"}, {"value": 900}),
        language="ar",
    ),
)
LIGHT = (
    Row(
        "The army gave the nuns two hours to leave the convent.",
        "event",
        ({"event": "COERCE"}, {"event": "CONCEDE"}),
        ({"event": "PROTEST"},),
    ),
    Row(
        "أدى تقدم القوات الحكومية إلى تقسيم الوادي.",
        "event",
        ({"event": "ASSAULT"},),
        ({"event": "AID"},),
        language="ar",
    ),
)
