"""What changed since somebody was last told: the same answer until the case holds something else."""

from dataclasses import replace
from pathlib import Path

import pytest

from tawatur.desk import changing, ledgers, reviewing, telling
from tawatur.desk.asking import Asked
from tawatur.desk.indexing import Indexer
from tawatur.desk.reviewing import Who
from tawatur.interfaces.cli import main
from tawatur.pipeline import understand
from tawatur.ports import Filter, Store
from tawatur.records import Document
from tawatur.stores.memory import MemoryStore
from tawatur.stores.sql import SqlStore
from tests.ledgers.told import AGAINST, FIRST, LATER, PACKS, UNDATED

LINA = Who("Lina", "2031-06-01T00:00:00+00:00")


def put(store: Store, *reports: Document) -> None:
    indexer = Indexer(PACKS)
    for one in reports:
        store.put(indexer.entry(understand(one, PACKS), (one.name + one.text).encode(), {}))


def test_since_last_stays_until_the_case_holds_something_else() -> None:
    store = MemoryStore()
    put(store, FIRST)
    assert changing.since_last(store, PACKS).since is None
    store.look("2031-06-01T00:00:00+00:00")
    assert changing.since_last(store, PACKS) == changing.News("2031-06-01T00:00:00+00:00")
    put(store, LATER)
    news = changing.since_last(store, PACKS)
    assert news.since == "2031-06-01T00:00:00+00:00"
    assert "superseded" in {one.turn for one in news.changes}
    store.look("2031-06-02T00:00:00+00:00")
    assert changing.since_last(store, PACKS) == news
    put(store, AGAINST)
    assert changing.since_last(store, PACKS).since == "2031-06-02T00:00:00+00:00"


def test_a_decision_since_is_a_change() -> None:
    store = MemoryStore()
    put(store, FIRST)
    store.look("2031-06-01T00:00:00+00:00")
    claim = next(claim for claim in store.claims() if claim.kind == "figure")
    reviewing.reject(store, claim, LINA)
    assert [(one.turn, one.claims[0].id) for one in changing.since_last(store, PACKS).changes] == [("withdrawn", claim.id)]


def test_since_a_day_goes_by_what_was_said_not_by_what_was_read() -> None:
    store = MemoryStore()
    put(store, LATER, FIRST)  # read the other way round
    news = changing.since_day(store, PACKS, "2031-05-06")
    assert {claim.document for one in news.changes for claim in (one.by or one.claims)} == {LATER.id}
    assert changing.since_day(store, PACKS, "2031-05-06", until="2031-05-08").changes == ()
    assert news.undated == 0
    put(store, replace(UNDATED, published=None))
    assert changing.since_day(store, PACKS, "2031-05-06") == replace(news, undated=len(list(store.claims(Filter(documents=(UNDATED.id,))))))


def test_figures_as_known_on_a_day() -> None:
    store = MemoryStore()
    put(store, FIRST, LATER)

    def trapped(as_of: str | None) -> set[str]:
        found = ledgers.figures(store, PACKS, Asked(), PACKS.folding.fold, as_of)
        return {claim.document for one in found if one.measure == "trapped" for tally in one.tallies for claim in tally.claims}

    assert trapped(None) == {FIRST.id, LATER.id}
    assert trapped("2031-05-05") == {FIRST.id}


def test_briefings_tell_it_and_are_the_same_twice(tmp_path: Path) -> None:
    store = SqlStore(tmp_path / "case.db", create=True)
    put(store, FIRST)
    at = "2031-06-01T00:00:00+00:00"
    assert "What changed" not in telling.brief(store, PACKS, "en", "txt", at)
    put(store, AGAINST)
    made = [telling.brief(store, PACKS, "en", form, at) for form in ("txt", "txt", "md", "html")]
    assert made[0] == made[1]
    assert all("What changed" in one and "Now stood against" in one for one in made)
    assert "ما تغير" in telling.brief(store, PACKS, "ar", "txt", at)
    store.close()


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.db"
    store = SqlStore(path, create=True)
    put(store, FIRST)
    store.close()

    def run(*words: str) -> tuple[int, str]:
        code = main(["changes", "--case", str(path), *words])
        return code, capsys.readouterr().out

    assert "Nobody was told" in run("--since-last")[1]
    store = SqlStore(path)
    put(store, LATER)
    store.close()
    assert [run("--since-last")[1], run("--since-last", "--keep")[1]] == [run("--since-last")[1]] * 2
    assert "Something later came in its place" in run("--since-last")[1]
    assert "Something later came in its place" in run("--since", "2031-05-06")[1]
    assert "جاء بعده ما حل محله" in run("--since", "2031-05-06", "--lang", "ar")[1]
    assert '"superseded"' in run("--since", "2031-05-06", "--json")[1]
    assert run("--since", "2031-05-06", "--until", "2031-05-07")[1].startswith("No changes")
    assert run()[0] == 2
    assert run("--since", "2031-05-06", "--since-last")[0] == 2
