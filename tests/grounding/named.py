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
    Row(
        "The orchard fell after a truce between Israel and Hezbollah, which controls the southern villages.",
        "control",
        ({"actor": "hezbollah", "status": "holds"},),
        ({"actor": "israel", "status": "holds"},),
        span="Hezbollah, which controls the southern villages",
    ),
    Row(
        "The ridge was won by Pakistani troops before noon.",
        "control",
        ({"actor": "pakistan", "status": "captured"},),
        ({"actor": "taliban", "status": "captured"},),
    ),
    Row(
        "انسحب الرعاة إلى منطقة سيطرة الحوثيين عند السد.",
        "control",
        ({"actor": "houthis", "status": "holds"},),
        ({"actor": "saudi-arabia", "status": "holds"},),
        span="منطقة سيطرة الحوثيين",
        language="ar",
    ),
    Row(
        "Taliban gunmen are now surrounded in a single orchard, the Pakistani army said.",
        "control",
        ({"actor": "taliban", "status": "besieged"},),
        ({"actor": "pakistan", "status": "besieged"},),
    ),
    Row(
        "The Houthis denied any contact with Riyadh, but they said that shelling of the dam went on.",
        "event",
        ({"event": "ASSAULT"},),
        ({"event": "AID"},),
        span="shelling of the dam went on",
    ),
    Row(
        "حض رئيس البلاد نظيره (التركي) على فتح المعبر.",
        "appeal",
        ({"to": ["turkey"]},),
        ({"by": "turkey"},),
        language="ar",
    ),
    Row(
        "The truce left only the mill in Taliban hands.",
        "control",
        ({"actor": "taliban", "status": "holds"},),
        ({"actor": "pakistan", "status": "holds"},),
    ),
    Row(
        "Then there is Hajjah, in northern Yemen, to which the Taliban are fleeing.",
        "event",
        ({"event": "RETREAT", "actor": "taliban"},),
        ({"event": "RETREAT", "actor": "pakistan"},),
        span="to which the Taliban are fleeing",
    ),
    Row(
        "Pakistani troops ousted the Taliban from three valleys.",
        "control",
        ({"actor": "taliban", "status": "lost"},),
        ({"actor": "hezbollah", "status": "lost"},),
    ),
    Row(
        "The governor told the elders that no armed man will pass the weir.",
        "position",
        ({"stance": "rejects"},),
        ({"stance": "accepts"},),
    ),
    Row(
        "Two advances by Houthi forces on the dam were thwarted.",
        "event",
        ({"event": "ASSAULT", "actor": "houthis"},),
        ({"event": "ASSAULT", "actor": "saudi-arabia"},),
    ),
    Row(
        "أخلى مسلحون معارضون البستان ليلا.",
        "event",
        ({"event": "RETREAT", "actor": "syria-opposition"},),
        ({"event": "RETREAT", "actor": "turkey"},),
        language="ar",
    ),
)
LIMITED = (
    Row(
        "Nine gunmen and 412 shepherds left the gorge on Friday.",
        "figure",
        ({"value": 412, "measure": "exited"},),
        ({"value": 412, "measure": "trapped"}, {"value": 412, "measure": "killed"}),
    ),
    Row(
        "وغادر البلدة 412 راعيا، بينهم تسعة مسلحين.",
        "figure",
        ({"value": 412, "measure": "exited"},),
        ({"value": 412, "measure": "trapped"}, {"value": 412, "measure": "injured"}),
        language="ar",
    ),
    Row(
        "The offensive began two weeks ago and killed nine nuns.",
        "figure",
        ({"value": 9, "measure": "killed"},),
        ({"value": 2, "measure": "killed"},),
    ),
    Row(
        "Two shepherds leaving on foot were injured.",
        "figure",
        ({"value": 2, "measure": "injured"},),
        ({"value": 2, "measure": "released"},),
    ),

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
