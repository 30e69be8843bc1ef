"""Facts, episodes and the whole account on the command line."""

import json
from pathlib import Path

import pytest

from tawatur.desk.indexing import Indexer
from tawatur.interfaces.cli import main
from tawatur.packs import load
from tawatur.stores.sql import SqlStore
from tests.linking.wire import read, wire


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Reports of one agency and two witnesses, read into a case."""
    path: Path = tmp_path_factory.mktemp("wire") / "wire.db"
    store, indexer = SqlStore(path, create=True), Indexer(load())
    for reading in read(wire(credited=False)):
        store.put(indexer.entry(reading, reading.document.text.encode(), {}))
    store.close()
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


def test_facts_tell_origins_by_name(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "facts", "--wide", "--case", case, "--kind", "figure")
    assert code == 0
    assert "14 reports, 3 origins: Reuters (12 reports); Salim Haddad (1 report);" in out
    assert "12 reports, 1 origin: Reuters (12 reports)" in out


def test_the_same_in_arabic(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "facts", "--wide", "--case", case, "--kind", "figure", "--lang", "ar")
    assert "14 تقريرا، 3 أصول: " in out


def test_a_fact_is_explained_by_its_claims_and_links(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "facts", "--wide", "--case", case, "--kind", "figure", "--json")
    fact = json.loads(out)[0]
    assert fact["independent"] == {"least": 3, "most": 3}
    for id in (fact["id"][:8], fact["claims"][0]):
        code, out, _ = run(capsys, "facts", "--wide", "--case", case, "--explain", id)
        assert code == 0
        assert "value telling +2.5" in out
        assert "repeats" in out


def test_facts_of_one_claim_only_when_asked(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "facts", "--wide", "--case", case)
    assert "told once" not in out
    _, out, _ = run(capsys, "facts", "--wide", "--case", case, "--all")
    assert "told once" in out


def test_what_a_case_does_not_hold_is_said(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "facts", "--wide", "--case", case, "--explain", "zz")
    assert code == 5
    assert "no fact “zz”" in err
    code, _, err = run(capsys, "facts", "--wide", "--case", case, "--since", "2040-01-01")
    assert (code, "no facts that fit" in err) == (0, True)


def test_episodes_list_their_reports(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "episodes", "--wide", "--case", case)
    assert code == 0
    assert "14 reports" in out.splitlines()[0]
    _, out, _ = run(capsys, "episodes", "--wide", "--case", case, "--json")
    assert [len(episode["documents"]) for episode in json.loads(out)] == [14]


def test_rebuilt_twice_it_is_the_same(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (run(capsys, "rebuild", "--case", case) for _ in range(2))
    assert first == second
    assert ", 1 episode; digest " in first[1]
    _, out, _ = run(capsys, "rebuild", "--case", case, "--json")
    assert json.loads(out)["digest"] in first[1]


def test_sources_as_a_tree(case: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = run(capsys, "sources", "--case", case, "--graph")
    assert code == 0
    assert out.splitlines()[0].startswith("Reuters: 12 reports, ")
    assert "\n    → The Mill Post " in out
    _, out, _ = run(capsys, "sources", "--case", case, "--graph", "--lang", "ar")
    assert "← " in out
    _, out, _ = run(capsys, "sources", "--case", case, "--graph", "--json")
    assert json.loads(out)[0]["hands"][0]["name"] == "Reuters"
    for name in ("sources.svg", "sources.dot"):
        assert run(capsys, "sources", "--case", case, "--graph", "--output", str(tmp_path / name))[0] == 0
        assert "Reuters" in (tmp_path / name).read_text(encoding="utf-8")
    assert run(capsys, "sources", "--case", case, "--graph", "--output", str(tmp_path / "x.png"))[0] == 2
    assert run(capsys, "sources", "--case", case, "--output", str(tmp_path / "x.svg"))[0] == 2


def test_figures_are_drawn(case: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "figures", "--case", case, "--lang", "ar", "--chart", str(tmp_path / "f.svg"))[0] == 0
    assert run(capsys, "figures", "--case", case, "--chart", str(tmp_path / "f.png"))[0] == 2
    assert not (tmp_path / "f.png").exists()
    assert "1,730" in (tmp_path / "f.svg").read_text(encoding="utf-8")
    _, out, _ = run(capsys, "figures", "--case", case, "--json")
    assert {"measure", "population", "tallies"} <= set(json.loads(out)["series"][0])
def test_facts_stand_on_a_ladder_with_every_step_down(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "facts", "--wide", "--case", case, "--kind", "figure")
    assert "two or more origins" in out
    assert "5 May 2031: a copy of a report that is here already" in out
    assert "one origin, relayed, not two or more origins" in out
    _, out, _ = run(capsys, "facts", "--wide", "--case", case, "--kind", "figure", "--lang", "ar")
    assert "أصل واحد منقول لا أصلان أو أكثر" in out


def test_a_person_puts_a_claim_first(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "facts", "--wide", "--case", case, "--kind", "figure", "--json")
    claim = json.loads(out)[0]["claims"][-1]
    code, _, err = run(capsys, "review", "headline", claim, "--case", case, "--by", "Lina")
    assert (code, "say why" in err) == (2, True)
    code, out, _ = run(capsys, "review", "headline", claim, "--case", case, "--by", "Lina", "--why", "she counted them")
    assert (code, out.startswith("put first")) == (0, True)
    _, out, _ = run(capsys, "facts", "--wide", "--case", case, "--kind", "figure")
    assert f"put first by a person: {claim[:8]}" in out
    _, out, _ = run(capsys, "review", "log", "--case", case)
    assert "headline" in out
    assert "she counted them" in out
    run(capsys, "review", "undo", "--case", case, "--by", "Lina")
    _, out, _ = run(capsys, "facts", "--wide", "--case", case, "--kind", "figure", "--json")
    assert json.loads(out)[0]["headline"] is None


def test_facts_and_episodes_speak_arabic(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, facts, _ = run(capsys, "facts", "--wide", "--case", case, "--kind", "figure", "--lang", "ar")
    assert "عبر" in facts
    assert "trapped" not in facts
    _, out, _ = run(capsys, "episodes", "--wide", "--case", case, "--lang", "ar")
    assert "تقرير" in out
    assert " reports" not in out
