"""Invented sentences in which somebody stands near a deed, a number or a demand that is not his."""

from tests.grounding.sentences import Row

WHOSE = (
    Row(
        "After a long trip to Rwanda, Uganda rejected the plan for a ceasefire.",
        "position",
        ({"party": "uganda", "stance": "rejects"},),
        ({"party": "rwanda", "stance": "rejects"},),
    ),
    Row(
        "قصف الجيش الإثيوبي، مسنودا بقوات إريترية، ميناء القرية.",
        "event",
        ({"event": "ASSAULT", "actor": "ethiopia"},),
        ({"event": "ASSAULT", "actor": "eritrea"},),
        language="ar",
    ),
    Row(
        "Taliban gunmen reached Pakistan and started firing mortars, wounding nine porters.",
        "event",
        ({"event": "ASSAULT", "actor": "taliban"},),
        ({"event": "ASSAULT", "actor": "pakistan"},),
    ),
    Row(
        "Around 300 Taliban fighters and their wives were evacuated by barge.",
        "event",
        ({"event": "RETREAT", "actor": "taliban"},),
        (),
    ),
    Row(
        "Far off, in western Uganda, Rwanda, a friend of the rebels, bombed the hills.",
        "event",
        ({"event": "ASSAULT", "actor": "rwanda"},),
        (),
    ),
    Row(
        "A ford marked by the Houthis lets herders leave the Hezbollah area.",
        "corridor",
        ({"proposed_by": "houthis", "for": "civilians"},),
        ({"proposed_by": "hezbollah", "for": "civilians"},),
        span="A ford marked by the Houthis",
    ),
    Row(
        "The Red Crescent said it handed out tents, stoves and other aid on the pier.",
        "event",
        ({"event": "AID", "actor": "red-crescent"},),
        (),
        span="it handed out tents, stoves and other aid",
    ),
    Row(
        "The Houthis had killed seven civilians, two of them nuns, in shelling of the mill.",
        "event",
        ({"event": "ASSAULT", "actor": "houthis"},),
        ({"event": "ASSAULT", "actor": "civilians"},),
    ),
)
COUNTED = (
    Row(
        "Dozens of Taliban recruits gave themselves up to the Pakistani army at dawn.",
        "figure",
        ({"low": 24, "bound": "vague", "measure": "surrendered", "group": "taliban"},),
        ({"low": 24, "bound": "vague", "measure": "surrendered", "group": "pakistan"},),
    ),
    Row(
        "Forty gunmen left the island by canoe.",
        "figure",
        ({"value": 40, "measure": "exited"},),
        ({"value": 40, "measure": "trapped"},),
    ),
    Row(
        "The barges took 310 civilians and 42 fighters out of the delta.",
        "figure",
        ({"value": 42, "measure": "exited", "population": "fighters"},),
        ({"value": 42, "measure": "exited", "population": "fighters", "group": "civilians"},),
    ),
    Row(
        "وصل عدد المصابين إلى 83 بحارا.",
        "figure",
        ({"value": 83, "measure": "injured"},),
        ({"value": 83, "measure": "exited"},),
        language="ar",
    ),
    Row(
        "The mine sank a trawler, killing six people on board.",
        "figure",
        ({"value": 6, "measure": "killed"},),
        ({"value": 6, "measure": "exited"},),
    ),
    Row(
        "Al-Shabaab seized about 30 captives on a beach where mortars killed some 400 people.",
        "figure",
        ({"value": 30, "measure": "detained"}, {"value": 400, "measure": "killed"}),
        ({"value": 30, "measure": "killed"},),
    ),
)
TOLD = (
    Row(
        "A fortnight of talks on a deal over the lake collapsed at noon.",
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
