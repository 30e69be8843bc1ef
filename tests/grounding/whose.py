"""Invented sentences in which somebody stands near a deed, a number or a demand that is not his."""

from tests.grounding.sentences import Row

WHOSE = (
    Row(
        "Despite visits by envoys to Egypt, Israel has rejected the passage of the trucks.",
        "position",
        ({"party": "israel", "stance": "rejects"},),
        ({"party": "egypt", "stance": "rejects"},),
    ),
    Row(
        "يشن الجيش السوري، مدعوما بقوات روسية، هجوما على البلدة.",
        "event",
        ({"event": "ASSAULT", "actor": "syria-government"},),
        ({"event": "ASSAULT", "actor": "russia"},),
        language="ar",
    ),
    Row(
        "Hamas fighters entered Israel and began launching rockets, killing at least 12 people.",
        "event",
        ({"event": "ASSAULT", "actor": "hamas"},),
        ({"event": "ASSAULT", "actor": "israel"},),
    ),
    Row(
        "Around 120 Hezbollah fighters and their families were evacuated from the town.",
        "event",
        ({"event": "RETREAT", "actor": "hezbollah"},),
        (),
    ),
    Row(
        "Far off, in northern Syria, Turkey, another backer of the rebels, bombed the hills.",
        "event",
        ({"event": "ASSAULT", "actor": "turkey"},),
        (),
    ),
    Row(
        "A crossing set up by the Houthis lets families leave the Hezbollah area.",
        "corridor",
        ({"proposed_by": "houthis", "for": "civilians"},),
        ({"proposed_by": "hezbollah", "for": "civilians"},),
        span="A crossing set up by the Houthis",
    ),
    Row(
        "The Red Crescent said it received two ambulances and 85 trucks loaded with aid.",
        "event",
        ({"event": "AID", "actor": "red-crescent"},),
        (),
        span="it received two ambulances and 85 trucks loaded with aid",
    ),
    Row(
        "The Houthis had killed 69 civilians, 25 of them children, in shelling of the port.",
        "event",
        ({"event": "ASSAULT", "actor": "houthis"},),
        ({"event": "ASSAULT", "actor": "civilians"},),
    ),
)
COUNTED = (
    Row(
        "Hundreds of Taliban fighters have surrendered to the Houthis since May.",
        "figure",
        ({"low": 100, "bound": "vague", "measure": "surrendered", "group": "taliban"},),
        ({"low": 100, "bound": "vague", "measure": "surrendered", "group": "houthis"},),
    ),
    Row(
        "The convoy took 2,040 civilians and 670 fighters out of the town.",
        "figure",
        ({"value": 670, "measure": "exited", "population": "fighters"},),
        ({"value": 670, "measure": "exited", "population": "fighters", "group": "civilians"},),
    ),
    Row(
        "وصل عدد المصابين إلى 15956 مدنيا.",
        "figure",
        ({"value": 15956, "measure": "injured"},),
        ({"value": 15956, "measure": "exited"},),
        language="ar",
    ),
    Row(
        "The army shot down a helicopter, killing all five people on board.",
        "figure",
        ({"value": 5, "measure": "killed"},),
        ({"value": 5, "measure": "exited"},),
    ),
    Row(
        "Hamas took about 240 captives in a raid that killed some 1,200 people.",
        "figure",
        ({"value": 240, "measure": "detained"}, {"value": 1200, "measure": "killed"}),
        ({"value": 240, "measure": "killed"},),
    ),
)
TOLD = (
    Row(
        "Two days of talks on a ceasefire deal collapsed on Wednesday.",
        "talks",
        ({"status": "collapsed"},),
        ({"status": "agreed"},),
    ),
    Row(
        "The Taliban said they would bomb the bridge at dawn.",
        "position",
        ({"party": "taliban", "stance": "threatens"},),
        (),
    ),
    Row(
        "The Taliban bombed the bridge and want the road opened.",
        "position",
        ({"party": "taliban", "stance": "demands"},),
        ({"party": "taliban", "stance": "threatens"},),
    ),
    Row(
        "Hamas called such a deal an insult.",
        "position",
        ({"party": "hamas", "stance": "rejects"},),
        (),
    ),
)
