"""A table of places of the user's own, out of a GeoNames country dump or a list with P-codes, into a folder of packs."""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tawatur.errors import InputError
from tawatur.packs.gazetteer.sheet import Sheet, tables, write
from tawatur.packs.gazetteer.spelling import Spelling
from tawatur.records import Point

Named = tuple[Point, list[str]]
DUMP = ("id", "name", "ascii", "names", "lat", "lon", "class", "code", "country", "cc2", "adm1", "adm2", "adm3", "adm4",
        "population")
BUILT = Path(__file__).parents[2] / "knowledge" / "gazetteer"
KEPT = frozenset("PASHLTR")
"""GeoNames' feature classes that a report names: places, divisions, buildings, waters, areas, mountains, roads."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("pcode", "p_code", "admin4pcode", "adm4_pcode", "adm3_pcode", "adm2_pcode", "adm1_pcode", "id"),
    "lat": ("lat", "latitude", "latitude_y", "y", "point_y"),
    "lon": ("lon", "long", "lng", "longitude", "longitude_x", "x", "point_x"),
    "en": ("name_en", "admin4name_en", "adm4_en", "adm3_en", "adm2_en", "adm1_en", "name", "english"),
    "ar": ("name_ar", "admin4name_ar", "adm4_ar", "adm3_ar", "adm2_ar", "adm1_ar", "arabic"),
    "admin": ("adm1", "adm1_en", "admin1name_en", "admin1", "governorate"),
    "country": ("country", "iso2", "adm0_pcode", "admin0pcode"),
    "population": ("population", "pop"), "kind": ("kind", "type"),
}
"""What the columns of lists with P-codes are called; case and spaces do not count."""


def import_file(path: Path, folder: Path, spelling: Spelling, country: str = "") -> tuple[Path, int]:
    """Compile a file into `folder/gazetteer/`; gives the table written and the number of its places.

    `.txt` and `.zip` are read as GeoNames country dumps, `.csv` and `.tsv` as lists with P-codes (`country`, two letters, for
    lists that do not say theirs and lie where the shipped table knows nothing). Raises InputError where the file is neither.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file")
    read: Callable[[], Iterator[Named]]
    if path.suffix.lower() in (".csv", ".tsv"):
        rows, columns = _table(path)
        if not country and "country" not in columns:
            country = _country(rows, columns)
        read = lambda: _coded(rows, columns, country.upper(), spelling)  # noqa: E731
    else:
        lines = _lines(path)
        read = lambda: _dumped(lines, path, spelling)  # noqa: E731
    target = folder / "gazetteer" / f"{path.stem}.sqlite"
    count = write(target, read(), {"source": f"imported from {path.name}"}, spelling)
    if not count:
        target.unlink()
        raise InputError(f"{path}: no place with name and coordinates; give a GeoNames country dump or a list with P-codes")
    return target, count


def _lines(path: Path) -> list[str]:
    try:
        if path.suffix.lower() != ".zip":
            return path.read_text(encoding="utf-8-sig").splitlines()
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
            if len(names) != 1:
                raise InputError(f"{path}: a GeoNames archive holds one table, this one {len(names)}")
            if archive.getinfo(names[0]).file_size > 2_000_000_000:
                raise InputError(f"{path}: more than 2 GB unpacked; import it by country")
            return archive.read(names[0]).decode("utf-8-sig").splitlines()
    except (zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a GeoNames dump ({error})") from error


def _dumped(lines: Sequence[str], path: Path, spelling: Spelling) -> Iterator[Named]:
    kinds, precisions = spelling.rules["geonames_kinds"], spelling.rules["precisions"]
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if len(cells) < len(DUMP):
            raise InputError(f"{path}:{number}: {len(cells)} columns where a GeoNames dump has 19; is it a country dump?")
        row = dict(zip(DUMP, cells, strict=False))
        kind = kinds.get(row["code"], "town" if row["class"] == "P" else "")
        if row["class"] not in KEPT or not kind:
            continue
        names = [row["name"], row["ascii"], *filter(None, row["names"].split(","))]
        yield _point(f"geonames:{row['id']}", names, kind, row["lat"], row["lon"], precisions.get(kind),
                     f"{row['country']}.{row['adm1']}", row["country"], row["population"]), names


def _table(path: Path) -> tuple[list[dict[str, str]], dict[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 ({error.reason}); save the list as UTF-8") from error
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = list(csv.DictReader(io.StringIO(text), delimiter=delimiter))
    given = {name.strip().lower().replace(" ", "_"): name for name in (rows[0] if rows else {}) if name}
    columns = {what: given[name] for what, names in COLUMNS.items() for name in reversed(names) if name in given}
    missing = [what for what in ("id", "lat", "lon") if what not in columns]
    if not {"en", "ar"} & set(columns):
        missing.append("en")
    if missing:
        wanted = "; ".join(f"{what}: {', '.join(COLUMNS[what])}" for what in missing)
        raise InputError(f"{path}: columns are missing; call them one of these: {wanted}")
    return rows, columns


def _country(rows: Sequence[Mapping[str, str]], columns: Mapping[str, str]) -> str:
    """The country that a list is of: that of most of the shipped places next to a few of its rows; empty if none is near."""
    sheets = [Sheet(path) for path in tables(BUILT)]
    seen: Counter[str] = Counter()
    for row in rows[:: max(1, len(rows) // 25)]:
        try:
            lat, lon = float(row[columns["lat"]]), float(row[columns["lon"]])
        except (ValueError, TypeError):
            continue
        seen.update(country for sheet in sheets if (country := sheet.country(lat, lon)))
    return seen.most_common(1)[0][0] if seen else ""


def _coded(rows: Sequence[Mapping[str, str]], columns: Mapping[str, str], country: str, spelling: Spelling) -> Iterator[Named]:
    seen: set[str] = set()
    for row in rows:
        cell = {what: str(row.get(column) or "").strip() for what, column in columns.items()}
        names = [name for code in ("en", "ar") for name in spelled(cell.get(code, ""))]
        if not names or not cell["lat"] or not cell["lon"] or cell["id"] in seen:
            continue
        seen.add(cell["id"])
        point = _point(f"pcode:{cell['id']}", names, cell.get("kind") or "settlement", cell["lat"], cell["lon"], 1,
                       cell.get("admin") or None, cell.get("country") or country or None, cell.get("population", ""))
        yield point, names


def spelled(cell: str) -> list[str]:
    """The names in a cell: a second one often stands in brackets, or behind a slash or a dash with spaces."""
    names = [cell]
    for opening, closing in (("(", ")"), ("[", "]")):
        if opening in cell and closing in cell:
            before, _, rest = cell.partition(opening)
            inside, _, after = rest.partition(closing)
            names += [inside, f"{before} {after}"]
    for mark in ("/", " - ", ";"):
        names += cell.split(mark) if mark in cell and "(" not in cell else []
    kept = dict.fromkeys(" ".join(name.split()) for name in names[1:] or names)
    return [name for name in (*kept, cell) if any(letter.isalpha() for letter in name)] if cell else []


def _point(id: str, names: Sequence[str], kind: str, lat: str, lon: str, precision: int | None, admin: str | None,
           country: str | None, population: str) -> Point:
    arabic = tuple(name for name in names if any(0x620 <= ord(letter) <= 0x64A for letter in name))[:1]
    latin = next((name for name in names if name not in arabic), names[0])
    try:
        called = {"en": (latin,), **({"ar": arabic} if arabic else {})}
        return Point(id, latin, called, kind, float(lat), float(lon), precision, admin, country, int(float(population or 0)))
    except ValueError as error:
        raise InputError(f"{id}: coordinates or population are no numbers ({error})") from error
