"""The tables of who acts, who publishes and who speaks: complete, consistent, and written as news writes them."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.packs.load import KNOWLEDGE, load
from tawatur.packs.rows import Row, read_table

CONTEXTS = sorted(path for path in (KNOWLEDGE / "contexts").iterdir() if path.is_dir())
FULL = ("world", "syria", "iraq", "gaza", "yemen")
KINDS = {
    "actors": {"state", "government", "army", "armed_group", "coalition", "un_body", "agency", "monitor", "local_body", "party",
               "people", "alliance", "court"},
    "outlets": {"outlet", "agency"},
}
REFERENCES = {"actors": "part_of", "outlets": "speaks_for", "people": "actor"}
TABLES = tuple(REFERENCES)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FOREIGN = re.compile(r"[یکـ\ufb50-\ufdff\ufe70-\ufeff]")  # Persian yeh and kaf, tatweel, presentation forms
ARABIC = re.compile(r"[\u0621-\u064a]")
YEAR = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")


def rows(table: str) -> Iterator[tuple[str, Row]]:
    """Every row of a table in all contexts, each with its context."""
    for folder in CONTEXTS:
        path = folder / f"{table}.csv"
        if path.is_file():
            yield from ((folder.name, row) for row in read_table(path, f"contexts/{folder.name}/{table}.csv"))


def spellings(row: Row) -> Iterator[tuple[str, str]]:
    """Each name of a row in the form that every writing of it shares, with its language."""
    fold = load(None).folding.fold
    for language in ("en", "ar"):
        for name in row.names(language):
            yield language, " ".join(re.sub(r"[-‐‑–\"'“”«»„‘’‹›()\[\].]", " ", fold(name)).split())


@pytest.mark.parametrize("table", TABLES)
def test_ids_are_slugs_and_stand_once(table: str) -> None:
    ids = [(row["id"], row.where) for _, row in rows(table)]
    assert [where for name, where in ids if not SLUG.fullmatch(name)] == []
    assert [name for name, times in Counter(name for name, _ in ids).items() if times > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_references_lead_to_actors(table: str) -> None:
    known = {row["id"] for _, row in rows("actors")}
    column = REFERENCES[table]
    assert [(row.where, row[column]) for _, row in rows(table) if row[column] and row[column] not in known] == []


def test_part_of_never_runs_in_a_ring() -> None:
    above = {row["id"]: row["part_of"] for _, row in rows("actors")}
    for start in above:
        seen, at = {start}, above[start]
        while at:
            assert at not in seen, f"{start}: {at} is part of itself"
            seen.add(at)
            at = above[at]


@pytest.mark.parametrize("table", sorted(KINDS))
def test_kinds_are_known(table: str) -> None:
    assert [(row.where, row["kind"]) for _, row in rows(table) if row["kind"] not in KINDS[table]] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_names_in_both_scripts_and_a_source(table: str) -> None:
    for _, row in rows(table):
        assert row.names("en"), f"{row.where}: no English name"
        assert row.names("ar"), f"{row.where}: no Arabic name"
        assert row["source"], f"{row.where}: no source"
        assert not any(ARABIC.search(name) for name in row.names("en")), f"{row.where}: Arabic among the English names"
        if table != "outlets":  # Arabic papers print the Latin acronyms of stations
            assert all(ARABIC.search(name) for name in row.names("ar")), f"{row.where}: Latin among the Arabic names"


@pytest.mark.parametrize("table", TABLES)
def test_arabic_letters_are_arabic(table: str) -> None:
    found = [(row.where, name) for _, row in rows(table) for column in ("ar", "descriptions_ar")
             for name in row.names(column) if FOREIGN.search(name)]
    assert found == []


@pytest.mark.parametrize("table", TABLES)
def test_cells_have_no_blank_ends_and_no_empty_names(table: str) -> None:
    for folder in CONTEXTS:
        path = folder / f"{table}.csv"
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                lists = [row[column] for row in csv.DictReader(file) for column in row if column not in ("note", "source")]
            parts = [part for cell in lists if cell for part in cell.split(";")]
            assert [part for part in parts if not part or part != part.strip()] == [], path


@pytest.mark.parametrize("table", TABLES)
def test_a_name_belongs_to_one_row(table: str) -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, row in rows(table):
        for key in spellings(row):
            owners[key].add(row["id"])
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_outlets_and_people_do_not_take_the_names_of_actors() -> None:
    taken = {key: row["id"] for _, row in rows("actors") for key in spellings(row)}
    both = [(row["id"], key) for table in ("outlets", "people") for _, row in rows(table) for key in spellings(row)
            if taken.get(key, row["id"]) != row["id"]]
    assert both == []


def test_a_domain_is_a_bare_host_of_one_outlet() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for _, row in rows("outlets"):
        for domain in row.names("domain"):
            assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain), f"{row.where}: {domain}"
            owners[domain].add(row["id"])
    assert {domain: ids for domain, ids in owners.items() if len(ids) > 1} == {}


def test_years_of_office_are_dates() -> None:
    for _, row in rows("people"):
        assert YEAR.fullmatch(row["since"]), row.where
        assert YEAR.fullmatch(row["until"]), row.where
        assert not (row["since"] and row["until"]) or row["since"] <= row["until"], row.where


def test_the_contexts_are_filled() -> None:
    counts = {table: Counter(context for context, _ in rows(table)) for table in TABLES}
    assert all(counts[table][context] for table in TABLES for context in FULL)
    assert counts["actors"]["world"] >= 260
    assert counts["outlets"]["world"] >= 120
    assert counts["people"]["world"] >= 200
    assert counts["actors"]["syria"] >= 90


@pytest.mark.parametrize(("language", "word", "actor"), [
    ("en", "Assad regime", "syria-government"), ("en", "Syrian army", "syria-government"), ("en", "Kremlin", "russia"),
    ("en", "Daesh", "isis"), ("en", "Islamic State", "isis"), ("en", "Pentagon", "us"), ("en", "Houthi militia", "houthis"),
    ("en", "IDF", "israel"), ("en", "Rapid Support Forces", "rsf"), ("en", "Tamil Tigers", "ltte"),
    ("en", "Hizbullah", "hezbollah"),
    ("ar", "قوات النظام السوري", "syria-government"), ("ar", "الجيش العربي السوري", "syria-government"), ("ar", "داعش", "isis"),
    ("ar", "وزارة الدفاع الروسية", "russia"), ("ar", "قوات الاحتلال", "israel"), ("ar", "البنتاغون", "us"),
    ("ar", "الدعم السريع", "rsf"), ("ar", "ميليشيات الحوثي", "houthis"), ("ar", "المبعوث الأممي إلى اليمن", "un-envoy-yemen"),
])
def test_partisan_and_neutral_names_give_one_actor(language: str, word: str, actor: str) -> None:
    entries = load(None).language(language).lexicon.entries(word)
    assert {entry.attrs["id"] for entry in entries if entry.kind == "actor" and entry.attrs["how"] == "name"} == {actor}


def test_ids_agree_with_those_of_the_shared_gold() -> None:
    listed = Path(__file__).resolve().parents[3] / "shared" / "gold" / "actors.yaml"
    if not listed.is_file():
        pytest.skip("../shared/gold/actors.yaml is not there")
    wanted = set(re.findall(r"^([a-z][a-z0-9-]*):", listed.read_text(encoding="utf-8"), re.MULTILINE))
    known = {row["id"] for table in ("actors", "outlets") for _, row in rows(table)}
    assert wanted - known == set()
