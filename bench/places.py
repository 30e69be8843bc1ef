"""Where names of places lead: the share within 5 km of Airwars' coordinates, by language, and how often both lead to one place.

    python bench/places.py [--write]

Each name stands behind the noun for its kind, in a report that says nothing else but the country. Measured with the shipped
gazetteer, and with OCHA's list of communities imported into a folder of the user's own. Both lists are in ../shared/data and are
no part of the project.
"""

import csv
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from pathlib import Path

from tawatur import mentions, resolution
from tawatur.documents import segment
from tawatur.packs import Packs, load
from tawatur.packs.gazetteer import import_file
from tawatur.records import Block, Document, Place

HOME = Path(__file__).resolve().parents[1]
DATA = HOME.parent / "shared" / "data"
PAIRS, COMMUNITIES = DATA / "airwars-places-to-2018.csv", DATA / "ocha-syria-communities.csv"
KM = 5.0
FRAMES = {"en": "Shelling was reported in the {} of {}. It was in Syria.", "ar": "أفادت مصادر بوقوع قصف في {} {}. هذا في سوريا."}
NOUNS = {"en": {"city": "city", "village": "village", "neighbourhood_area": "neighbourhood", "": "town"},
         "ar": {"city": "مدينة", "village": "قرية", "neighbourhood_area": "حي", "": "بلدة"}}
GOALS = {"shipped": 0.30, "with OCHA's communities": 0.50}


@dataclass(frozen=True)
class Pair:
    """One place of the list, with the answers in both languages."""

    names: dict[str, str]
    lat: float
    lon: float
    scale: str


def found(name: str, scale: str, language: str, packs: Packs) -> Place | None:
    """The first place with coordinates that the name leads to, the country aside."""
    text = FRAMES[language].format(NOUNS[language].get(scale, NOUNS[language][""]), name.strip(" ,\u200f\u200e"))
    document = Document("0" * 16, "bench", "0", text, language=language, blocks=(Block("body", 0, len(text), "", language),))
    reading = resolution.resolve(mentions.annotate(segment(document, packs), packs), packs)
    for locality in reading.localities:
        place = locality.place
        if place and place.lat is not None and place.precision != 6:
            return place
    return None


def away(lat: float | None, lon: float | None, north: float | None, east: float | None) -> float:
    """Kilometres between two points; far if one is unknown."""
    if lat is None or lon is None or north is None or east is None:
        return 1e9
    return hypot((lat - north) * 111.2, (lon - east) * 111.2 * cos(radians(lat)))


def measure(pairs: Sequence[Pair], packs: Packs) -> tuple[dict[str, float], list[str]]:
    """The figures, and the misses as lines."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    misses = []
    for pair in pairs:
        places = {language: found(name, pair.scale, language, packs) for language, name in pair.names.items() if name.strip()}
        for language, place in places.items():
            asked[language] += 1
            near = place is not None and away(pair.lat, pair.lon, place.lat, place.lon) <= KM
            answered[language] += place is not None
            right[language] += near
            if not near:
                misses.append(f"{language}\t{pair.names[language]}\t{pair.scale}\t{place.name if place else '-'}")
        if len(places) == 2:
            asked["both"] += 1
            one, other = places.values()
            right["both"] += one is not None and other is not None and away(one.lat, one.lon, other.lat, other.lon) <= 1.0
    figures = {language: round(right[language] / asked[language], 3) for language in ("en", "ar")}
    return {**{f"{language} within 5 km": share for language, share in figures.items()},
            **{f"{language} within 5 km, of those answered": round(right[language] / max(1, answered[language]), 3)
               for language in ("en", "ar")},
            "both names give one place": round(right["both"] / asked["both"], 3)}, misses


def pairs() -> list[Pair]:
    """Airwars' list, each pair of names once."""
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = {(row["name_en"], row["name_ar"]): row for row in csv.DictReader(lines) if row["lat"] and row["lon"]}
    return [Pair({"en": en, "ar": ar}, float(row["lat"]), float(row["lon"]), row["precision"]) for (en, ar), row in rows.items()]


def main(arguments: Iterable[str] = ()) -> int:
    """Measure, print, and with `--write` keep the figures in bench/places.json."""
    if not PAIRS.is_file():
        print("bench/places: ../shared/data/airwars-places-to-2018.csv is not there; nothing measured", file=sys.stderr)
        return 0
    todo, report = pairs(), {}
    with tempfile.TemporaryDirectory() as folder:
        packs = load()
        if COMMUNITIES.is_file():
            import_file(COMMUNITIES, Path(folder), packs.gazetteer.spelling)
        for name, known in (("shipped", packs), ("with OCHA's communities", load(None, (Path(folder),)))):
            start = time.perf_counter()
            figures, misses = measure(todo, known)
            report[name] = {**figures, "goal": GOALS[name], "names": len(todo)}
            print(name, json.dumps(figures), f"{time.perf_counter() - start:.1f} s")
            if "--misses" in arguments:
                Path(f"/tmp/places-{name.split()[0]}.tsv").write_text("\n".join(misses), encoding="utf-8")
    if "--write" in arguments:
        (HOME / "bench" / "places.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
