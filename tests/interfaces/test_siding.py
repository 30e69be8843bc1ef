"""Boards on the command line, in both languages, on the bundled reports."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tawatur.interfaces.cli import main
from tests.house.plan import PACKAGE

SEEDS = PACKAGE.parents[1] / "shared" / "seeds"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("samples") / "samples.db"
    assert main(["read", str(PACKAGE / "samples"), "--case", str(path)]) == 0
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


def test_the_board_of_the_sample_talks(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "board", "--case", case, "--place", "As-Susah")
    assert code == 0
    assert "Islamic State and Syrian Democratic Forces: exclude each other" in out
    assert "told otherwise since" in out
    assert "no more: turned about since" not in out  # a mediator tells what the party is said to want now, others what it wanted


def test_every_row_names_its_claims(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "claims", "--case", case, "--json")
    ids = {claim["id"][:8] for claim in json.loads(out)}
    for command in (["board"], ["corridors"], ["siege", "Al-Waer"], ["incidents"]):
        _, out, _ = run(capsys, *command, "--case", case, "--wide")
        rows = [line for line in out.splitlines() if line.count("  ") > 2 and set(line.split()) & ids]
        assert len(rows) >= 4, command


@pytest.mark.parametrize("language", ["en", "ar"])
def test_tables_fit_a_page_and_wide_ones_hold_a_row_a_line(case: str, capsys: pytest.CaptureFixture[str], language: str) -> None:
    from rich.cells import cell_len

    for command in (["board"], ["corridors"], ["siege", "Al-Waer"], ["incidents"], ["figures"]):
        _, out, _ = run(capsys, *command, "--case", case, "--lang", language)
        table = [line for line in out.splitlines() if "  " in line]
        assert max(map(cell_len, table)) <= 100, command
        assert not any(line.rstrip().endswith("…") for line in table), command
        _, wide, _ = run(capsys, *command, "--case", case, "--lang", language, "--wide")
        assert len(wide.splitlines()) < len(out.splitlines()), command


def test_boards_speak_arabic(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command, words in ((["board"], ("المسألة", "روي خلافه لاحقا", "يستبعد أحدهما الآخر")), (["corridors"], ("اقترحه", "لا كلمة هنا تعني")),
                           (["siege", "السوسة"], ("الحصار كما يُروى", "متروك للمحلل")), (["incidents"], ("القتلى", "مدنيون"))):
        code, out, _ = run(capsys, *command, "--case", case, "--lang", "ar")
        assert code == 0
        assert all(word in out for word in words), command
        assert "claims" not in out.splitlines()[0]


def test_as_known_before_the_truce(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, now, _ = run(capsys, "board", "--case", case, "--json")
    _, then, _ = run(capsys, "board", "--case", case, "--as-of", "2018-11-07", "--json")
    days = [stand["telling"]["last"] for board in json.loads(then) for row in board["rows"] for cell in row["cells"]
            for stand in cell["stands"]]
    assert days
    assert max(days) <= "2018-11-07"
    assert "2018-11-10" in now
    assert all(board["undated"] > 0 and board["as_of"] == "2018-11-07" for board in json.loads(then))
    code, _, err = run(capsys, "board", "--case", case, "--as-of", "Tuesday")
    assert (code, "no day" in err) == (2, True)


def test_no_word_that_a_way_is_safe(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "corridors", "--case", case)
    assert out.startswith("What was reported")
    assert "safe" not in out.partition("\n\n")[2]
    assert "reported as open" in out


def test_a_card_leaves_the_tier_to_the_analyst(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "siege", "الوعر", "--case", case)
    assert "No tier of intensity is reckoned" in out
    assert "reported denied" in out
    code, _, err = run(capsys, "siege", "Atlantis", "--case", case)
    assert (code, "no place “Atlantis”" in err) == (5, True)


def test_incidents_as_a_spreadsheet(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "incidents", "--case", case, "--csv")
    rows = list(csv.DictReader(StringIO(out)))
    assert any(row["killed_unknown_max"] == "7" and row["killed_children_max"] == "3" for row in rows)
    assert any("Coalition" in row["denied_by"] for row in rows)
    _, out, _ = run(capsys, "incidents", "--case", case, "--csv", "--all")
    assert len(list(csv.DictReader(StringIO(out)))) > len(rows)


def test_what_fits_nothing_is_said(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command, line in (("board", "no negotiations"), ("corridors", "no ways"), ("incidents", "no incidents")):
        code, out, err = run(capsys, command, "--case", case, "--since", "2040-01-01")
        assert (code, out, line in err) == (0, "", True)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared is not here")
def test_the_board_of_the_seeds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "seeds.db")
    assert main(["read", str(SEEDS), "--case", path]) == 0
    _, out, _ = run(capsys, "board", "--case", path, "--place", "Hajin", "--json")
    (board,) = json.loads(out)
    (route,) = [row for row in board["rows"] if row["issue"] == "route"]
    wants = {cell["party"]: {stand["telling"]["value"] for stand in cell["stands"]} for cell in route["cells"]}
    assert wants["isis"] == {"demands", "rejects"}
    assert "demands" in wants["sdf"]
    assert {(one["kind"], one["ground"]) for one in route["relations"]} >= {("exclude", "places"), ("exclude", "refused")}
    assert any(turn["before"]["value"] == "agreed" and not turn["dated"] for turn in board["turns"])
