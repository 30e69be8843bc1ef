"""What is kept of the packs between runs: the same lexicon again, never a stale one, and never a need."""

import json
from importlib import import_module
from pathlib import Path

import pytest

from tawatur.packs import Entry, Lexicon, Packs, load, shelf
from tawatur.text import tokenize
from tests.packs.test_load import HEAD, folder
from tests.text import FOLDING

WORDS = ("Hamas", "the International Committee of the Red Cross", "agreed", "ceasefires", "وقوات سوريا الديمقراطية", "بهدنة", "U.S.")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test's own."""
    monkeypatch.setenv("TAWATUR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def fresh(*contexts: str, folders: tuple[Path, ...] = ()) -> Packs:
    """Packs as another run of the program loads them."""
    return load.__wrapped__(contexts, folders)


def entries(packs: Packs) -> list[list[Entry]]:
    return [language.lexicon.entries(word) for language in packs.languages.values() for word in WORDS]


def test_a_second_run_finds_what_the_first_one_made(cache: Path) -> None:
    first = entries(fresh("gaza"))
    assert any(first)
    assert len(list(cache.glob("*.json"))) == 2
    assert entries(fresh("gaza")) == first


def test_other_contexts_find_nothing_of_these(cache: Path) -> None:
    with_gaza, without = entries(fresh("gaza")), entries(fresh("sudan"))
    assert with_gaza != without
    assert len(list(cache.glob("*.json"))) == 4


def test_a_changed_table_finds_nothing_of_the_old_one(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shipped(name: str) -> Packs:
        root = folder(tmp_path / "shipped", contexts__world__actors=HEAD + f"front,armed_group,,{name},,,,,,\n",
                      languages__en__terms="form,pos,class\nceasefire,noun,deal\n", languages__en__grammar="order: [before]\n")
        monkeypatch.setattr(import_module("tawatur.packs.load"), "KNOWLEDGE", root)
        return fresh()

    assert shipped("Orvan Front").languages["en"].lexicon.entries("Orvan Front")
    changed = shipped("Selva Front").languages["en"].lexicon
    assert changed.entries("Selva Front")
    assert not changed.entries("Orvan Front")


def test_a_changed_program_finds_nothing_of_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    before = shelf.name_of("en", "digest")
    monkeypatch.setattr(shelf, "_makers", lambda: "another program")
    assert shelf.name_of("en", "digest") != before


@pytest.mark.parametrize("harm", [b"", b"{\"nodes\": {\"ha", b"\xff\xfe"])
def test_a_file_that_was_cut_off_is_made_anew(cache: Path, harm: bytes) -> None:
    first = entries(fresh("gaza"))
    for path in cache.glob("*.json"):
        path.write_bytes(harm)
    assert entries(fresh("gaza")) == first
    assert all(json.loads(path.read_bytes()) for path in cache.glob("*.json"))


def test_nothing_is_kept_of_a_users_own_folder(cache: Path, tmp_path: Path) -> None:
    own = folder(tmp_path / "own", contexts__valley__actors=HEAD + "orvan-front,armed_group,,Orvan Front,,,,,,\n")
    assert fresh("valley", folders=(own,)).languages["en"].lexicon.entries("Orvan Front")
    assert not cache.exists()


@pytest.mark.parametrize("said", ["", "file/below"])
def test_reading_goes_on_where_nothing_can_be_kept(said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("TAWATUR_CACHE", str(tmp_path / said) if said else "")
    assert any(entries(fresh("gaza")))


def test_old_files_make_room(cache: Path) -> None:
    for number in range(shelf.KEPT + 3):
        shelf.keep(f"{number}", {"number": number})
    assert len(list(cache.iterdir())) == shelf.KEPT
    assert shelf.kept(f"{shelf.KEPT + 2}") == {"number": shelf.KEPT + 2}


def test_a_kept_lexicon_takes_new_words_and_keeps_the_old() -> None:
    clitics = load(("gaza",)).languages["en"].clitics
    old = Lexicon(FOLDING, clitics)
    old.add("Orvan Front", Entry("actor", "Orvan Front", {"id": "orvan"}, frozenset({"plural"}), "here", "capital"))
    again = Lexicon(FOLDING, clitics, stored=json.loads(json.dumps(old.plain())))
    again.add("Orvan Front Guard", Entry("actor", "Orvan Front Guard", {"id": "guard"}, frozenset(), "here"))
    assert again.entries("Orvan Front") == old.entries("Orvan Front") != []
    text = "Orvan Front Guard"
    tokens = tokenize(text, FOLDING)
    assert [hit.length for hit in again.match(tokens, 0, len(tokens), text)] == [3, 2]
