"""How gaps in the packs are shown, and where an analyst fills them."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from tawatur.desk.gaps import Missing
from tawatur.interfaces.cli import paper

HEADS = {
    "name": "names of people, groups and bodies without a row", "description": "descriptions of nobody who is known",
    "place": "places that were not found", "verb": "words before or behind a speaker that may report speech",
    "noun": "nouns behind a number", "refusal": "sentences that hold a refusal, and from which nothing was read",
    "way": "sentences that hold a way out or in, and from which nothing was read",
    "number": "sentences that count something, and from which nothing was read",
}
FILES = {
    "name": "contexts/NAME/actors.csv (id,kind,en,ar) or people.csv (id,actor,role,en,ar)",
    "description": "contexts/NAME/actors.csv (id,kind,en,ar,descriptions_en,descriptions_ar)",
    "place": "contexts/NAME/places.csv (id,kind,parent,country,en,ar,lat,lon,precision,source)",
    "verb": "languages/LANGUAGE/speech.csv (form,pos,act,takes,forms)",
    "noun": "languages/LANGUAGE/counted.csv (form,pos,unit,population,measure,forms)",
}
SENTENCES = ("refusal", "way", "number")


def show(found: Sequence[Missing], folders: Sequence[Path], json: bool, limit: int) -> None:
    """Print the gaps by kind, each with its count and examples, and say where rows go."""
    if json:
        paper.dump([{"kind": one.kind, "text": one.text, "count": one.count, "forms": dict(one.forms),
                     "examples": list(map(asdict, one.examples))} for one in found])
        return
    for kind, group in groupby(found, key=lambda one: one.kind):
        items = list(group)
        paper.say(f"{HEADS[kind]}: {len(items)}")
        for one in items[:limit]:
            _item(one)
        if len(items) > limit:
            paper.say(f"  … and {len(items) - limit} more (--limit {len(items)})")
        paper.say("")
    for line in _hint({one.kind for one in found}, folders):
        paper.note(line)


def _item(one: Missing) -> None:
    margin = "  " if one.kind in SENTENCES else "       "
    if one.kind not in SENTENCES:
        paper.say(f"  {one.count}  {one.text}")
    for example in one.examples:
        paper.say(f"{margin}{example.report}: {example.text}")


def _hint(kinds: set[str], folders: Sequence[Path]) -> list[str]:
    files = [f"  {HEADS[kind]}: {where}" for kind, where in FILES.items() if kind in kinds]
    if not files:
        return ["nothing that a row would make readable" if not kinds else "the sentences above may need a rule, or hold nothing"]
    own = folders[0] if folders else "my-packs"
    how = "" if folders else "; then give --packs my-packs to this command, and to `tawatur read --again`"
    return [f"Add a row in a folder of your own ({own}){how}. NAME is a context (world, or your conflict's); names in a cell "
            "are parted by ;", *files]
