"""Names are found in any spelling and either script; tables that users import stand before the shipped one."""

import zipfile
from pathlib import Path

import pytest

from tawatur.errors import InputError, PackError
from tawatur.packs import Packs, load
from tawatur.packs.gazetteer import BUILT, Gazetteer, import_file, opened
from tawatur.packs.gazetteer.sheet import Sheet

LIST = """pcode,name_en,name_ar,adm1,lat,lon
ZZ01,Tal Wardan,تل وردان,Northern,34.10,40.20
ZZ02,Kafr Nahas (Upper Mills),,Northern,34.15,40.25
ZZ03,Nowhere,,Northern,,
"""
ENDING = "\t\t\tAsia/Damascus\t2020-01-01\n"
DUMP = ENDING.join(["9000001\tTall Wardān\tTall Wardan\tTal Wardan,تل وردان\t34.10\t40.20\tP\tPPL\tSY\t\t07\t\t\t\t1200",
                    "9000002\tWadi Wardan\tWadi Wardan\t\t34.12\t40.22\tH\tWAD\tSY\t\t07\t\t\t\t0",
                    "9000003\tSome Tree\tSome Tree\t\t34.12\t40.22\tV\tTREE\tSY\t\t07\t\t\t\t0", ""])


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load()


@pytest.fixture(scope="module")
def gazetteer(packs: Packs) -> Gazetteer:
    return packs.gazetteer


def imported(packs: Packs, folder: Path) -> Gazetteer:
    return opened(packs.places, [folder], packs.folding)


def test_the_table_was_compiled_when_the_package_was_installed() -> None:
    tables = list(BUILT.glob("*.sqlite"))
    assert tables, "no compiled gazetteer: run `python -m tawatur.packs.gazetteer`, or install the package again"
    assert "GeoNames" in Sheet(tables[0]).about["source"]
    assert sum(table.stat().st_size for table in tables) < 12_000_000


@pytest.mark.parametrize(("name", "id"), [
    ("Hajin", "hajin"), ("Hajen", "hajin"), ("Hajjin", "hajin"), ("هجين", "hajin"),
    ("Al-Bahrah", "al-bahrah"), ("Bhara", "al-bahrah"), ("البحره", "al-bahrah"),
    ("Al Sha'afah", "ash-shafah"), ("الشعفه", "ash-shafah"), ("العلوانى", "al-alwani"), ("Aloni", "al-alwani"),
    ("Dayr az Zawr", "deir-ez-zor"), ("دير الزور", "deir-ez-zor"), ("Khan Sheikhun", "khan-shaykhun"),
])
def test_spellings_lead_to_the_curated_place(gazetteer: Gazetteer, name: str, id: str) -> None:
    assert id in [holder.point.id for holder in gazetteer.find(name)]


def test_places_are_found_by_id(gazetteer: Gazetteer) -> None:
    hajin = gazetteer.get("hajin")
    assert hajin is not None
    assert (hajin.name, hajin.country, hajin.precision) == ("Hajin", "SY", 1)
    elsewhere = gazetteer.get("geonames:379003")
    assert elsewhere is None or elsewhere.id == "geonames:379003"
    assert gazetteer.get("no such place") is None


def test_the_longest_name_counts(gazetteer: Gazetteer) -> None:
    words = gazetteer.spelling.words("Deir ez-Zor and more")
    assert gazetteer.length(words) == 2
    assert gazetteer.length(("qwrtplk",)) == 0


@pytest.mark.parametrize("names", [
    ("Al-Baghuz", "الباغوز"), ("Raqqa", "الرقة"), ("Manbij", "منبج"), ("Khan Sheikhoun", "خان شيخون"), ("Nubul", "نبل"),
])
def test_one_skeleton_for_two_scripts(gazetteer: Gazetteer, names: tuple[str, str]) -> None:
    one, other = (gazetteer.spelling.key(gazetteer.spelling.words(name)) for name in names)
    assert one == other != ""


def test_a_list_with_pcodes_is_imported(packs: Packs, tmp_path: Path) -> None:
    file = tmp_path / "communities.csv"
    file.write_text(LIST, encoding="utf-8")
    table, count = import_file(file, tmp_path, packs.gazetteer.spelling)
    assert (table, count) == (tmp_path / "gazetteer" / "communities.sqlite", 2)
    own = imported(packs, tmp_path)
    for name in ("Tal Wardan", "تل وردان", "Tell Wardan"):
        best = own.find(name)[0]
        assert (best.point.id, best.layer, best.point.country) == ("pcode:ZZ01", "imported", "SY")
    assert own.find("Upper Mills")[0].point.id == "pcode:ZZ02"


@pytest.mark.parametrize("suffix", [".txt", ".zip"])
def test_a_geonames_dump_is_imported(packs: Packs, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"SY{suffix}"
    if suffix == ".zip":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("readme.txt", "about")
            archive.writestr("SY.txt", DUMP)
    else:
        file.write_text(DUMP, encoding="utf-8")
    _, count = import_file(file, tmp_path, packs.gazetteer.spelling)
    assert count == 2
    found = {holder.point.kind for holder in imported(packs, tmp_path).find("Wadi Wardan")}
    assert "river" in found


@pytest.mark.parametrize(("name", "content", "says"), [
    ("gone.csv", None, "no such file"),
    ("odd.csv", "a,b\n1,2\n", "columns are missing"),
    ("empty.csv", "pcode,name_en,lat,lon\n", "columns are missing|no place"),
    ("odd.txt", "one\ttwo\n", "a GeoNames dump has 19"),
    ("odd.zip", "no archive", "cannot be read"),
    ("wrong.csv", "pcode,name_en,lat,lon\nX1,Somewhere,north,east\n", "no numbers"),
])
def test_what_cannot_be_imported(packs: Packs, tmp_path: Path, name: str, content: str | None, says: str) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=says) as refused:
        import_file(file, tmp_path, packs.gazetteer.spelling)
    assert "\n" not in str(refused.value)
    assert not (tmp_path / "gazetteer" / f"{file.stem}.sqlite").exists()


def test_a_file_that_is_no_table(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_text("no database", encoding="utf-8")
    with pytest.raises(PackError, match="import the file again"):
        Sheet(broken)


def test_curated_rows_hold_together(packs: Packs) -> None:
    """Ids are unique, parents exist, coordinates have a source and lie on earth, kinds have a precision."""
    ids = [row["id"] for row in packs.places]
    assert len(ids) == len(set(ids))
    precisions = packs.gazetteer.spelling.rules["precisions"]
    for row in packs.places:
        where = f"{row.where} {row['id']}"
        assert row["en"] or row["ar"], where
        assert not row["parent"] or row["parent"] in ids, where
        assert bool(row["lat"]) == bool(row["lon"]), where
        assert row["kind"] in precisions or row["kind"] == "continent", where
        assert row["needs"].rpartition(":")[2] in ("", "noun", "cue"), where
        if row["lat"]:
            assert row["source"], where
            assert abs(float(row["lat"])) <= 90, where
            assert abs(float(row["lon"])) <= 180, where
