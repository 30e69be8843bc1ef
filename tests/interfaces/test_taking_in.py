"""What a person takes in beside reports of their own: the samples, places."""

from pathlib import Path

import pytest

from tawatur.interfaces.cli import main


def test_the_samples_are_found_wherever_the_program_is(
        capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["read", "--samples", "--case", "demo.db"]) == 0
    assert "16 reports read" in capsys.readouterr().out


def test_places_of_the_users_own_are_known_afterwards(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("pcode,name_en,name_ar,lat,lon\nX1,Qarfuna,قرفونة,34.5,40.5\n", encoding="utf-8")
    assert main(["gazetteer", "import", str(tmp_path / "list.csv"), "--packs", str(tmp_path)]) == 0
    assert "1 place taken" in capsys.readouterr().out
    (tmp_path / "report.txt").write_text("Some 70 families left the town of Qarfuna, a doctor said.", encoding="utf-8")
    case = str(tmp_path / "case.db")
    assert main(["read", str(tmp_path / "report.txt"), "--case", case, "--packs", str(tmp_path)]) == 0
    assert main(["claims", "--case", case, "--json"]) == 0
    assert '"pcode:X1"' in capsys.readouterr().out
