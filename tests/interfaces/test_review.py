"""The review desk as a person meets it: a key a claim, a command a decision, in both languages."""

import json
import os
import select
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tawatur import packs
from tawatur.briefing.card import Cards
from tawatur.desk import reviewing
from tawatur.desk.reviewing import Who
from tawatur.interfaces.cli import main
from tawatur.interfaces.cli.sitting import Helpers, Sitting, card
from tawatur.ports import EVERYTHING, Store
from tawatur.records import Claim
from tawatur.review import settle
from tawatur.stores.memory import MemoryStore
from tawatur.stores.sql import SqlStore
from tests.desk.test_reviewing import doubled
from tests.invented import document, entry, reading

IDS = [claim.id for claim in reading().claims]
AT = "2026-01-01T00:00:00+00:00"
TAWATUR = [sys.executable, "-c", "import sys; from tawatur.interfaces.cli import main; sys.exit(main())"]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TAWATUR_CASE", "TAWATUR_PACKS", "TAWATUR_BY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "case.db"
    store = SqlStore(path, create=True)
    store.put(entry())
    store.close()
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


def as_json(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    code, out, _ = run(capsys, *words, "--json")
    assert code == 0
    found: list[dict[str, object]] = json.loads(out)
    return found


# -- one key each

@dataclass
class Seat:
    """Somebody who types."""

    keys: Iterator[str]
    typed: Iterator[str] = field(default_factory=lambda: iter(()))
    seen: list[str] = field(default_factory=list)

    def show(self, line: str) -> None:
        self.seen.append(line)

    def key(self) -> str:
        return next(self.keys, "")

    def line(self, prompt: str) -> str:
        return next(self.typed, "")


def sit(store: Store, keys: str, *typed: str, language: str = "en") -> tuple[int, list[str]]:
    """Sit at the desk, press keys, type lines; the number of decisions and what was shown."""
    seat = Seat(iter(keys), iter(typed))
    cards = Cards(language, [*store.actors(), *store.places()], list(store.documents()), 100)
    helpers = Helpers(lambda why: Who("Lina", AT, why), packs.load, lambda id: seat.show(f"all about {id}"))
    made = Sitting(store, reviewing.waiting(store, EVERYTHING), cards, seat, helpers).sit()
    return made, seat.seen


@pytest.fixture
def store() -> Store:
    made: Store = MemoryStore()
    made.put(entry())
    return made


@pytest.mark.parametrize(("keys", "expected"), [
    ("arsaa", ["accepted", "rejected", "suggested", "accepted", "accepted"]), ("q", ["suggested"] * 5),
    ("a", ["accepted", *["suggested"] * 4]), ("", ["suggested"] * 5), ("au", ["suggested"] * 5), ("uA", ["accepted", *["suggested"] * 4]),
    ("xx ra", ["rejected", "accepted", *["suggested"] * 3]), ("ea", ["accepted", *["suggested"] * 4]),
    ("aurua", ["accepted", *["suggested"] * 4]),
])
def test_one_key_each(store: Store, keys: str, expected: list[str]) -> None:
    order = [claim.kind for claim in reviewing.waiting(store, EVERYTHING)]
    made, seen = sit(store, keys)
    by_kind = {claim.kind: claim.status for claim in store.claims()}
    assert [by_kind[kind] for kind in order] == expected
    assert made == sum(status != "suggested" for status in expected)
    assert ("No such key here." in seen) == ("x" in keys)
    assert any("all about" in line for line in seen) == ("e" in keys)


def test_arabic_keys_do_the_same(store: Store) -> None:
    made, seen = sit(store, "قرتخ", language="ar")
    assert made == 2
    assert any("قُبل" in line for line in seen)
    assert any("[ق]" in line for line in seen)
    assert not any("accept" in line.lower() for line in seen)


def test_why_goes_with_the_next_decision_alone(store: Store) -> None:
    sit(store, "wra", "a caption")
    assert [(one.action, one.note) for one in store.reviews()] == [("reject", "a caption"), ("accept", "")]


def test_a_correction_is_typed_and_a_wrong_one_may_be_typed_again(store: Store) -> None:
    figure = next(claim for claim in store.claims() if claim.kind == "figure")
    others = [claim for claim in store.claims() if claim.id != figure.id]
    for claim in others:
        reviewing.accept(store, claim, Who("Lina", AT))
    made, seen = sit(store, "cccc", "value=many", "", 'term="went away', "value=300")
    assert made == 1
    assert any("no number" in line for line in seen)
    assert any("quote a value" in line for line in seen)
    assert store.claim(figure.id).content == doubled(figure, 300).content


def reopened(store: Store) -> Claim:
    """A figure that was accepted, and reads otherwise by now."""
    figure, *rest = reading().claims
    reviewing.accept(store, figure, Who("Lina", AT))
    reviewing.restand(store, document().id)
    again = entry()
    read = (doubled(figure), *rest)
    settled = settle(read, list(store.reviews(document().id)))
    store.put(replace(again, reading=replace(again.reading, claims=tuple(each.claim for each in settled)),
                      read={each.claim.id: each.read for each in settled if each.claim.decided}))
    return store.claim(figure.id)


@pytest.mark.parametrize(("key", "status", "value"), [("k", "corrected", 250), ("n", "accepted", 500), ("r", "rejected", 250)])
def test_what_opened_comes_first_in_both_versions(store: Store, key: str, status: str, value: int) -> None:
    claim = reopened(store)
    made, seen = sit(store, key)
    first = " ".join(seen[:seen.index(next(line for line in seen if "[k]" in line))])
    for said in ("reads otherwise by now", "250 civilians", "The program reads now:", "500 civilians", "accepted by Lina"):
        assert said in first
    assert made == 1
    now = store.claim(claim.id)
    assert (now.status, getattr(now.content, "value", None)) == (status, value)
    assert now.decided is not None
    assert not now.decided.open


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_card_fits_its_width_and_shows_the_words(store: Store, language: str) -> None:
    cards = Cards(language, [*store.actors(), *store.places()], list(store.documents()), 60)
    for claim in store.claims():
        lines = list(card(cards, reviewing.standing(store, claim.id), 5))
        assert "⟦" in "".join(lines)
        assert max(len("".join(sign for sign in line if sign.isprintable())) for line in lines) <= 60 + len("⟦⟧")


# -- a command each

def test_next_in_a_pipe_and_as_json(capsys: pytest.CaptureFixture[str], case: str) -> None:
    code, out, err = run(capsys, "review", "next", "--case", case)
    assert code == 0
    assert out.splitlines()[1].startswith("5 claims wait for a decision.")
    assert f"tawatur review accept|reject|correct {IDS[1][:8]}" in err
    _, out, _ = run(capsys, "review", "next", "--case", case, "--json", "--kind", "talks")
    assert (json.loads(out)["waiting"], json.loads(out)["claim"]["id"]) == (1, IDS[3])
    assert run(capsys, "review", "next", "--case", case, "--until", "1999-01-01")[1] == "Nothing waits for a decision.\n"
    assert run(capsys, "review", "next", "--case", case, "--until", "1999-01-01", "--lang", "ar")[1].strip("\u200f\n").startswith("لا شيء")


def test_decisions_and_what_is_listed_after_them(capsys: pytest.CaptureFixture[str], case: str) -> None:
    code, out, err = run(capsys, "review", "accept", IDS[0], IDS[1], "--case", case, "--by", "Lina", "--why", "seen")
    assert (code, err) == (0, "")
    assert out.count("accepted  ") == 2
    assert run(capsys, "review", "reject", IDS[3], "--case", case, "--by", "Omar")[0] == 0
    assert [claim["status"] for claim in as_json(capsys, "claims", "--case", case)] == ["accepted", "accepted", "suggested", "suggested"]
    assert [claim["id"] for claim in as_json(capsys, "claims", "--case", case, "--status", "rejected")] == [IDS[3]]
    assert "accepted by Lina" in run(capsys, "figures", "--case", case, "--wide")[1]
    assert "by Lina, 2" in run(capsys, "claims", "--case", case, "--explain", IDS[0])[1]
    log = as_json(capsys, "review", "log", "--case", case)
    assert [(one["action"], one["by"], one["note"]) for one in log] == [
        ("accept", "Lina", "seen"), ("accept", "Lina", "seen"), ("reject", "Omar", "")]
    table = run(capsys, "review", "log", "--case", case, "--wide")[1]
    assert "status: suggested → rejected" in table
    assert run(capsys, "review", "undo", "--case", case, "--by", "Omar")[1].startswith("reject taken back")
    assert run(capsys, "review", "undo", str(log[0]["id"])[:8], "--case", case, "--by", "Omar")[0] == 0
    assert as_json(capsys, "claims", "--case", case)[0]["status"] == "suggested"
    assert run(capsys, "verify", "--case", case)[0] == 0


def test_a_claim_is_corrected_and_added(capsys: pytest.CaptureFixture[str], case: str) -> None:
    code, out, err = run(capsys, "review", "correct", IDS[0], "value=300", "--case", case, "--by", "Lina")
    assert code == 0
    assert "at least 300 civilians" in out
    assert "would not have let this pass" in err
    added = ("review", "add", document().id[:8], "figure", "measure=trapped", "value=250", "--quote", "more than 250 people left")
    code, out, _ = run(capsys, *added, "--case", case, "--by", "Lina")
    assert (code, "added  figure" in out) == (0, True)
    assert len(as_json(capsys, "claims", "--case", case, "--kind", "figure")) == 2
    assert run(capsys, "verify", "--case", case)[0] == 0


def test_ties(capsys: pytest.CaptureFixture[str], case: str) -> None:
    assert run(capsys, "review", "merge", IDS[0], IDS[1], "--case", case, "--by", "Lina")[0] == 0
    code, out, _ = run(capsys, "review", "same-source", "a resident", "Radio Sample", "--case", case, "--by", "Lina")
    assert (code, "tied as one source  a resident Radio Sample" in out) == (0, True)
    assert "names: none → a resident, Radio Sample" in run(capsys, "review", "log", "--case", case, "--wide")[1]


def test_who_is_said_where_nobody_said_it(
        capsys: pytest.CaptureFixture[str], case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "desk-7")
    _, out, err = run(capsys, "review", "accept", IDS[0], "--case", case)
    assert "desk-7]" in out
    assert "signed as desk-7" in err
    monkeypatch.setenv("TAWATUR_BY", "Lina")
    _, out, err = run(capsys, "review", "reject", IDS[0], "--case", case)
    assert ("Lina]" in out, err) == (True, "")


def test_forgetting_asks_and_is_told_by_the_next_reading(
        capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report, case = tmp_path / "report.txt", str(tmp_path / "new.db")
    report.write_text("The council said more than 250 people left the town of Hajin.", encoding="utf-8")
    run(capsys, "read", str(report), "--case", case)
    (held,) = as_json(capsys, "reports", "--case", case)
    code, _, err = run(capsys, "forget", str(held["id"])[:6], "--case", case)
    assert (code, "--yes" in err) == (2, True)
    assert run(capsys, "forget", str(held["id"])[:6], "--case", case, "--yes", "--by", "Lina")[1].startswith("forgotten  ")
    code, out, _ = run(capsys, "read", str(report), "--case", case)
    assert (code, "1 forgotten for good, and passed over" in out) == (0, True)
    assert as_json(capsys, "reports", "--case", case) == []
    assert run(capsys, "verify", "--case", case)[0] == 0
    assert b"Hajin" not in Path(case).read_bytes()


def test_verify_tells_and_has_its_own_exit_code(capsys: pytest.CaptureFixture[str], case: str) -> None:
    run(capsys, "review", "accept", IDS[0], "--case", case, "--by", "Lina")
    code, out, _ = run(capsys, "verify", "--case", case, "--json")
    told = json.loads(out)
    assert (code, told["entries"], told["flaws"]) == (0, 1, [])
    assert run(capsys, "verify", "--case", case, "--head", told["head"][:9])[0] == 0
    with sqlite3.connect(case) as raw:
        raw.execute("DROP TRIGGER reviews_stay")
        raw.execute("UPDATE reviews SET by = 'Omar'")
    code, out, _ = run(capsys, "verify", "--case", case)
    assert (code, "entry 1: is not what was sealed" in out) == (6, True)


@pytest.mark.parametrize(("words", "code", "said"), [
    (["accept"], 2, "no claim named"), (["accept", "zzz"], 5, "zzz"), (["accept", "{first}", "zzz"], 5, "zzz"),
    (["reject", "{first}", "--by", " "], 2, "--by"), (["correct", "{first}"], 2, "nothing to correct"),
    (["correct", "{first}", "value=x"], 2, "no number"), (["undo"], 2, "no decision"), (["undo", "zzz"], 5, "zzz"),
    (["merge", "{first}"], 2, "two different"), (["same-source", "a resident", "X"], 5, "“X”"), (["log", "--frob"], 2, "--frob"),
])
def test_what_goes_wrong_is_one_line_and_decides_nothing(
        capsys: pytest.CaptureFixture[str], case: str, words: list[str], code: int, said: str) -> None:
    got, out, err = run(capsys, "review", *(word.format(first=IDS[0]) for word in words), "--case", case)
    assert (got, out) == (code, "")
    assert err.startswith("tawatur: ")
    assert said in err
    assert len(err.splitlines()) == 1
    assert as_json(capsys, "review", "log", "--case", case) == []


def at_terminal(argv: list[str], keys: list[str]) -> str:
    """What the program shows on a terminal of its own; each key is pressed when it asks for one."""
    pty = pytest.importorskip("pty")
    keyboard, screen = pty.openpty()
    seated = subprocess.Popen([*TAWATUR, *argv], stdin=screen, stdout=screen, stderr=screen, env=os.environ | {"TERM": "xterm"})
    os.close(screen)
    shown, pressed = b"", 0
    while select.select([keyboard], [], [], 30)[0]:
        try:
            shown += os.read(keyboard, 65536)
        except OSError:  # the program has left
            break
        if shown.count(b"[q]") > pressed and pressed < len(keys):
            os.write(keyboard, keys[pressed].encode())
            pressed += 1
    seated.kill()
    os.close(keyboard)
    assert seated.wait() == 0, shown.decode()
    return shown.decode()


def test_a_real_terminal(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = at_terminal(["review", "next", "--case", case, "--by", "Lina"], ["a", "r", "q"])
    assert "[a]\u00a0accept" in shown
    assert "Accepted." in shown
    assert "2 decisions made." in shown
    assert [one["action"] for one in as_json(capsys, "review", "log", "--case", case)] == ["accept", "reject"]
