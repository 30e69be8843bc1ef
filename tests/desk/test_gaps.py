"""What the packs do not know is told with its count, and a row of the analyst's own closes the gap."""

import json
from pathlib import Path

import pytest

from tawatur import packs
from tawatur.claims.gaps import Gap
from tawatur.desk.gaps import LONGEST, Missing, around, gaps
from tawatur.interfaces.cli import main
from tests.invented import document

ENGLISH = """The spokesman of the Zarqa Valley Shield Brigade, Ilyas Mandour, said that 40 fighters left the town of Bir Khuzam.

UNHCR vaunted that 300 gerbils were carried out of the town. On Sunday the Zarqa Valley Shield Brigade refused the plan.

Nobody here refuses anything, they shrugged.
"""
ARABIC = """غمغمت الأمم المتحدة أن الوضع سيئ في البلدة. وقال فصيل "رعود الوادي" إنه يرفض الخروج.

ونقلت السيارات 40 مزهرية إلى البلدة.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    for name, text in (("english", ENGLISH), ("arabic", ARABIC)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "case.db"
    assert main(["read", str(tmp_path / "english.txt"), str(tmp_path / "arabic.txt"), "--case", str(path), "--quiet"]) == 0
    return path


def found(case: Path, *folders: Path) -> dict[tuple[str, str], Missing]:
    from tawatur.desk.cases import opened

    with opened(case) as held:
        return {(one.kind, one.text): one for one in gaps(held, packs.load(None, folders))}


@pytest.mark.parametrize(("kind", "text", "report"), [
    ("name", "Zarqa Valley Shield Brigade", "english"), ("name", "Ilyas Mandour", "english"),
    ("name", "رعود الوادي", "arabic"),
    ("place", "Bir Khuzam", "english"), ("verb", "vaunted", "english"), ("verb", "غمغمت", "arabic"),
    ("noun", "gerbils", "english"), ("noun", "مزهرية", "arabic"),
])
def test_what_no_row_knows_is_told(case: Path, kind: str, text: str, report: str) -> None:
    one = found(case)[kind, text]
    assert one.examples[0].report == report
    assert text.split()[-1] in one.examples[0].text


def test_the_same_name_counts_together(case: Path) -> None:
    one = found(case)["name", "Zarqa Valley Shield Brigade"]
    assert (one.count, len(one.examples)) == (2, 2)


def test_what_a_row_knows_is_not_told(case: Path) -> None:
    told = {text for kind, text in found(case) if kind in ("name", "place", "verb", "noun")}
    assert not told & {"UNHCR", "fighters", "said", "الأمم المتحدة"}


def test_rows_of_ones_own_close_gaps(case: Path, tmp_path: Path) -> None:
    world = tmp_path / "own" / "contexts" / "world"
    world.mkdir(parents=True)
    (world / "actors.csv").write_text("id,kind,en,ar\nzarqa-shield,armed_group,Zarqa Valley Shield Brigade,\n"
                                      "thunders,armed_group,,فصيل رعود الوادي\n", encoding="utf-8")
    (world / "places.csv").write_text("id,kind,parent,country,en,ar,lat,lon,precision,source\n"
                                      "bir-khuzam,town,,,Bir Khuzam,,,,,invented\n", encoding="utf-8")
    speech = tmp_path / "own" / "languages" / "en"
    speech.mkdir(parents=True)
    (speech / "speech.csv").write_text("form,pos,act,takes,forms\nvaunt,verb,say,clause,\n", encoding="utf-8")
    (speech / "counted.csv").write_text("form,pos,unit,population,measure,forms\ngerbil,noun,animals,,,\n", encoding="utf-8")
    left = found(case, tmp_path / "own")
    gone = {("name", "Zarqa Valley Shield Brigade"), ("name", "فصيل رعود الوادي"), ("place", "Bir Khuzam"), ("verb", "vaunted"),
            ("noun", "gerbils")}
    assert not gone & left.keys()
    assert ("name", "Ilyas Mandour") in left


def test_the_command_lists_and_hints(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "gaps", "--case", str(case), "--limit", "2"]) == 0
    out, err = capsys.readouterr()
    assert "  2  Zarqa Valley Shield Brigade" in out
    assert "… and " in out
    assert "folder of your own (my-packs)" in err
    assert "places.csv" in err
    assert main(["packs", "gaps", "--case", str(case), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"kind", "text", "count", "forms", "examples"} == set(told[0])


def test_a_long_sentence_is_cut_around_its_gap() -> None:
    words = " ".join(f"word{number}" for number in range(90))
    held = document(text=words)
    at = words.index("word45")
    cut = around(held, Gap("name", "word45", at, at + 6, (0, len(words))))
    assert "word45" in cut
    assert len(cut) <= LONGEST + 2
    assert (cut[0], cut[-1]) == ("…", "…")


def test_an_empty_case_has_no_gaps() -> None:
    from tawatur.stores.memory import MemoryStore

    assert gaps(MemoryStore(), packs.load()) == []
