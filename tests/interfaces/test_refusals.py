"""What a person mistypes: one clear line, an exit code, and nothing done."""

from pathlib import Path

import pytest

from tawatur.interfaces.cli import main


@pytest.mark.parametrize(("words", "complaint"), [
    (("packs", "explain"), "give a word"), (("packs", "explain", "—"), "give a word"), (("search",), "give a word"),
    (("search", "road", "--limit", "0"), "give 1 or more"), (("read",), "--samples"),
    (("talks", "--since", "2019-02-01", "--until", "2019-01-01"), "lies before"), (("talks", "--since", "2019-13-01"), "no day"),
    (("read", "--outlet", "unknown", "."), "leave it out"), (("read", "--language", "xx", "."), "known are ar, en"),
    (("gazetteer", "import", "nowhere.zip", "--packs", "."), "no such file"),
    (("gazetteer", "import", "nowhere.zip", "--packs", "nowhere"), "make it first"),
])
def test_what_cannot_be_is_said_in_one_line(
        capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        words: tuple[str, ...], complaint: str) -> None:
    monkeypatch.chdir(tmp_path)
    case = () if words[0] in ("packs", "gazetteer") else ("--case", "case.db")
    assert main([*words, *case]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("tawatur: ")
    assert err.count("\n") == 1
    assert complaint in err
    assert not (tmp_path / "case.db").exists()
