"""What the linter of knowledge says, and what `explain` answers."""

from pathlib import Path

import pytest

from tawatur.packs import check, explain, load
from tests.packs.test_load import HEAD, folder


def told(root: Path, **files: str) -> list[str]:
    """What is wrong with a folder, besides what is wrong with the shipped packs."""
    shipped = set(check(load(("syria",))))
    context = ("valley",) if any("valley" in name for name in files) else ("syria",)
    return [line for line in check(load(context, (folder(root, **files),))) if line not in shipped]


def test_the_shipped_packs_are_well() -> None:
    assert check(load()) == []


@pytest.mark.parametrize(("row", "says"), [
    (",armed_group,,Orvan Front,,,,,,", r"contexts/valley/actors.csv:2: no id"),
    ("orvan,armed_group,nobody,Orvan Front,,,,,,", "part_of is nobody, which no row of actors.csv is called"),
    ("orvan,armed_group,,,,,,,,", "no name in any language"),
    ("orvan,armed_group,,,حزب کردی,,,,,", "holds a letter that is not the language's"),
    ("orvan,armed_group,,,ﻻ أحد,,,,,", "holds a presentation form"),
    ("orvan,armed_group,,One,,,,,,\norvan,armed_group,,Two,,,,,,", "the id orvan stands twice in this file"),
])
def test_what_is_wrong_with_an_actor(tmp_path: Path, row: str, says: str) -> None:
    lines = told(tmp_path, contexts__valley__actors=HEAD + row + "\n")
    assert any(says in line and line.startswith("contexts/valley/actors.csv:") for line in lines), lines


def test_a_form_of_which_nothing_is_left(tmp_path: Path) -> None:
    lines = told(tmp_path, languages__ar__terms="form,pos,class,value\nـ,noun,way,\n")
    assert any("languages/ar/terms.csv:2: nothing is left" in line for line in lines), lines


def test_a_class_that_one_language_lacks(tmp_path: Path) -> None:
    lines = told(tmp_path, languages__en__terms="form,pos,class,value\nbarter,verb,stance,barters\n")
    assert any("languages/ar/terms.csv: no word for stance barters, which en has" in line for line in lines), lines


def test_a_form_that_says_the_same_twice(tmp_path: Path) -> None:
    row = "frobnicate,verb,talks,under_way\n"
    lines = told(tmp_path, languages__en__terms="form,pos,class,value\n" + row + row)
    assert any("frobnicate says in terms what" in line for line in lines), lines


def test_a_row_kept_whole_says_the_same_as_one_that_is_not(tmp_path: Path) -> None:
    rows = "frobnicate,verb,talks,under_way,\nfrobnicate,verb,talks,under_way,kept\n"
    lines = told(tmp_path, languages__en__terms="form,pos,class,value,inner\n" + rows)
    assert any("frobnicate says in terms what" in line for line in lines), lines


def test_explain_says_kind_headword_and_address() -> None:
    (line, *_) = explain(load(("syria",)), "refused")
    assert line.startswith("en  terms: refuse (")
    assert "stance" in line
    assert "[languages/en/terms.csv:" in line


def test_explain_takes_clitics_off() -> None:
    assert any("terms: رفض" in line for line in explain(load(("syria",)), "ورفضهم"))


def test_explain_knows_nothing_of_an_unknown_word() -> None:
    assert explain(load(("syria",)), "frobnicate") == []
    assert explain(load(("syria",)), "") == []
