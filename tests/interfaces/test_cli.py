"""The command line as a person meets it: what it prints, where, and with which exit code."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tawatur import __version__
from tawatur.desk import reading as desk
from tawatur.interfaces.cli import main, paper
from tawatur.interfaces.cli.paper import LTR_MARK, Column
from tawatur.packs import Packs
from tawatur.pipeline import understand
from tawatur.records import Document, Reading
from tawatur.stores.sql import SqlStore
from tests.invented import BRIGADE, TOWN, document, entry, reading
from tests.invented import TEXT as REPORT

LISTS = ("claims", "figures", "positions", "talks", "sources", "reports")
OTHERS = ("read", "brief", "search", "export", "schema", "document", "verify", "forget")
REVIEW = ("next", "accept", "reject", "correct", "add", "headline", "merge", "split", "same-source", "different-source", "undo", "log")
TAWATUR = [sys.executable, "-c", "import sys; from tawatur.interfaces.cli import main; sys.exit(main())"]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TAWATUR_CASE", "TAWATUR_PACKS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "case.db"
    store = SqlStore(path, create=True)
    store.put(entry())
    store.close()
    return str(path)


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version") == (0, f"{__version__}\n", "")
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert all(name in out for name in (*LISTS, *OTHERS, "packs", "review", "Exit codes"))
    assert out.endswith("\n")


@pytest.mark.parametrize("command", [*LISTS, *OTHERS, *(f"review {name}" for name in REVIEW)])
def test_every_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, out, _ = run(capsys, *command.split(), "--help")
    assert code == 0
    assert f"tawatur {command}" in out.partition("Example")[2]


def test_help_loads_nothing_heavy() -> None:
    loaded = subprocess.run([sys.executable, "-c", "import sys; from tawatur.interfaces.cli import main; main(['--help']); "
                             "print(*sys.modules)"], capture_output=True, encoding="utf-8", check=True).stdout.split()
    assert not {"sqlalchemy", "alembic", "pydantic", "lxml", "trafilatura", "tawatur.packs", "tawatur.pipeline"} & set(loaded)


@pytest.mark.parametrize("command", LISTS)
def test_lists_as_tables_and_as_json(capsys: pytest.CaptureFixture[str], case: str, command: str) -> None:
    code, out, err = run(capsys, command, "--case", case)
    assert (code, err.replace("not read: one line had no letters\n", "")) == (0, "")
    assert len(out.splitlines()) > 1
    assert "\x1b" not in out
    code, out, _ = run(capsys, command, "--case", case, "--json")
    assert code == 0
    assert json.loads(out)


def test_figures_say_their_bound_in_words(capsys: pytest.CaptureFixture[str], case: str) -> None:
    _, out, _ = run(capsys, "figures", "--case", case)
    assert "at least 250 civilians" in out
    assert "a resident (Radio Sample)" in out
    assert not {">", "<", "≥", "≤", "+"} & set(out)


def test_filters_reach_the_case(capsys: pytest.CaptureFixture[str], case: str) -> None:
    _, out, _ = run(capsys, "claims", "--case", case, "--party", BRIGADE.id, "--place", TOWN.id, "--since", "2018-05-03",
                    "--language", "en", "--kind", "position", "--kind", "figure", "--json")
    assert [claim["kind"] for claim in json.loads(out)] == ["position"]
    code, out, err = run(capsys, "claims", "--case", case, "--until", "1999-01-01")
    assert (code, out, err) == (0, "", "no claims that fit\n")


def test_a_claim_is_explained(capsys: pytest.CaptureFixture[str], case: str) -> None:
    claim = reading().claims[1]
    code, out, _ = run(capsys, "claims", "--case", case, "--explain", claim.id)
    assert code == 0
    for said in ("rejects", "⟦refuses to open the eastern road⟧", "told a resident (unnamed, by phone)", "figures:left", "0.80",
                 "Tal Zaytun", "Radio Sample"):
        assert said in out
    _, out, _ = run(capsys, "claims", "--case", case, "--explain", claim.id, "--json")
    assert json.loads(out)["report"]["id"] == document().id


@pytest.mark.parametrize(("words", "code", "said"), [
    (["claims"], 2, "--case"),
    (["clams", "--case", "x.db"], 2, "claims"),
    (["claims", "--case", "x.db", "--kind", "rumour"], 2, "figure"),
    (["claims", "--case", "x.db"], 4, "tawatur read"),
    (["claims", "--case", "{case}", "--since", "soon"], 2, "2018-12-31"),
    (["claims", "--case", "{case}", "--party", "nobody"], 5, "northern-brigade"),
    (["claims", "--case", "{case}", "--explain", "zzz"], 5, "zzz"),
    (["claims", "--case", "{case}", "--frob"], 2, "--frob"),
    (["document", "zzz", "--case", "{case}"], 5, "zzz"),
    (["document", "c", "--case", "{case}", "--published", "31/12/2018"], 2, "2019-01-31"),
    (["document", "c", "--case", "{case}", "--sensitivity", "secret"], 2, "restricted"),
    (["read", "--case", "{case}"], 2, "nothing to read"),
    (["read", "nowhere", "--case", "{case}"], 2, "nowhere"),
    (["read", "--frob", "{case}", "--case", "{case}"], 2, "--frob"),
    (["search", " ", "--case", "{case}"], 2, "nothing to search"),
    (["export", "--case", "{case}", "--format", "xml"], 2, "jsonl"),
    (["export", "--case", "{case}", "--output", "nowhere/x"], 2, "nowhere"),
    (["brief", "--case", "{case}", "--lang", "fr"], 2, "ar"),
    (["packs", "check", "--context", "atlantis"], 3, "atlantis"),
    (["packs", "check", "--packs", "nowhere"], 3, "nowhere"),
])
def test_what_goes_wrong_is_one_line_and_an_exit_code(
        capsys: pytest.CaptureFixture[str], case: str, words: list[str], code: int, said: str) -> None:
    got, out, err = run(capsys, *(word.format(case=case) for word in words))
    assert (got, out) == (code, "")
    assert err.startswith("tawatur: ")
    assert said in err
    assert len(err.splitlines()) == 1


def test_reading_tells_what_came_of_it(capsys: pytest.CaptureFixture[str], tmp_path: Path, report: str) -> None:
    case, empty = str(tmp_path / "new.db"), tmp_path / "empty.txt"
    assert run(capsys, "read", report, "--case", case, "--quiet") == (0, "", "")
    code, out, _ = run(capsys, "read", report, "--case", case, "--json")
    assert (code, json.loads(out)["known"]) == (0, 1)
    empty.touch()
    code, out, err = run(capsys, "read", report, str(empty), "--case", case)
    assert code == 1
    assert "1 known already, 1 could not be read" in out
    assert err.startswith("not read: ")
    assert len(err.splitlines()) == 1


def test_a_case_may_lie_among_its_reports(capsys: pytest.CaptureFixture[str], tmp_path: Path, report: str) -> None:
    for told in ("1 report read", "1 known already"):
        code, out, err = run(capsys, "read", str(Path(report).parent), "--case", str(tmp_path / "own.db"))
        assert (code, err) == (0, "")
        assert told in out


def test_a_reports_date_given_afterwards(capsys: pytest.CaptureFixture[str], tmp_path: Path, report: str) -> None:
    case = str(tmp_path / "new.db")
    run(capsys, "read", report, "--case", case)
    (held,) = json.loads(run(capsys, "reports", "--case", case, "--json")[1])
    said = ("--published", "2018-05-03", "--sensitivity", "internal")
    code, out, _ = run(capsys, "document", held["id"][:6], "--case", case, *said)
    assert code == 0
    assert "2018-05-03" in out
    (now,) = json.loads(run(capsys, "reports", "--case", case, "--json")[1])
    assert (now["published"]["start"], now["published"]["basis"], now["sensitivity"]) == ("2018-05-03", "reviewer", "internal")


def test_ctrl_c_says_how_to_go_on(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Report {number}. {REPORT}", encoding="utf-8")
    case, calls = str(tmp_path / "new.db"), iter([True, True, False])

    def interrupted(document: Document, packs: Packs) -> Reading:
        if not next(calls):
            raise KeyboardInterrupt
        return understand(document, packs)

    monkeypatch.setattr(desk, "understand", interrupted)
    code, out, err = run(capsys, "read", str(tmp_path), "--case", case)
    assert (code, out) == (130, "")
    assert err == "stopped after 2 reports; run the same command again to go on\n"
    monkeypatch.setattr(desk, "understand", understand)
    assert "1 report read, 2 known already" in run(capsys, "read", str(tmp_path), "--case", case)[1]


def test_pasted_text_is_read_from_standard_input(tmp_path: Path) -> None:
    case = str(tmp_path / "new.db")
    done = subprocess.run([*TAWATUR, "read", "-", "--case", case, "--json"], input=REPORT, capture_output=True, encoding="utf-8",
                          check=False)
    assert (done.returncode, json.loads(done.stdout)["read"]) == (0, 1), done.stderr


def test_a_reader_that_closes_the_pipe_is_no_error(case: str) -> None:
    made = subprocess.Popen([*TAWATUR, "export", "--case", case], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN))
    assert made.stdout is not None
    assert made.stderr is not None
    made.stdout.close()
    assert made.stderr.read() == b""
    made.wait()
    made.stderr.close()


def test_an_export_goes_to_a_file_whole(capsys: pytest.CaptureFixture[str], case: str, tmp_path: Path) -> None:
    _, printed, _ = run(capsys, "export", "--case", case, "--format", "jsonl")
    assert run(capsys, "export", "--case", case, "--output", str(tmp_path / "out.jsonl")) == (0, "", "")
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == printed
    assert len(printed.splitlines()) > 8


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert "oneOf" in json.loads(run(capsys, "schema")[1])


def test_the_case_may_stand_in_the_environment(
        capsys: pytest.CaptureFixture[str], case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_CASE", case)
    assert run(capsys, "claims")[0] == 0


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_table_fits_its_terminal_and_keeps_its_columns(
        capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    from rich.console import Console

    screen = Console(file=sys.stdout, force_terminal=True, width=width, no_color=True)
    monkeypatch.setattr(paper, "console", lambda error=False: screen)
    paper.table([Column("id", whole=True), Column("من"), Column("إلى"), Column("never filled")],
                [("0123abcd", "مجلس مدينة بعيدة جدا عن هنا " * 3, "لواء الشمال", ""), ("4567cdef", "x", "y", "")], "none")
    lines = capsys.readouterr().out.replace("\x1b[1m", "").replace("\x1b[0m", "").splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not any("never" in line for line in lines)
    assert all(f"  {LTR_MARK}" in line for line in lines if "لواء" in line)


def test_a_pipe_gets_lines_of_a_page_and_wide_ones_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("1", "two\nlines"), ("2", "long " * 99)]
    monkeypatch.delenv("COLUMNS", raising=False)
    paper.table([Column("id"), Column("words")], rows, "none")
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["id  words", "1   two lines"]
    assert max(map(len, lines)) <= paper.PIPE
    assert " ".join(lines[2:]).split() == ["2", *["long"] * 99]
    paper.table([Column("id"), Column("words")], rows, "none", wide=True)
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_what_may_go_below_does_before_a_table_becomes_blocks(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    columns = (Column("id", whole=True), Column("what"), Column("told by", below=True))
    paper.table(columns, [("0123abcd", "the road is open", "negotiators of the mill council"), ("4567cdef", "it is shut", "")], "none")
    assert capsys.readouterr().out.splitlines() == [
        "id        what", "0123abcd  the road is open", "    told by: negotiators of the mill", "    council", "", "4567cdef  it is shut"]


def test_the_help_names_every_command_in_a_group_and_wraps_once(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "--help")
    assert "\nCommands:" not in out
    assert max(map(len, out.splitlines())) <= max(80, int(os.environ.get("COLUMNS", "80")))
    entries = [line for line in out.splitlines() if line.startswith("  ")]
    assert all(line.startswith(("      ", "  tawatur ")) or line.strip()[0].isalnum() or line.strip()[0] == "-" for line in entries)
    assert "\nout, each" not in out
