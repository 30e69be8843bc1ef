"""Loading: layers of folders, later ones first, and one clear line for a malformed row."""

from pathlib import Path

import pytest

from tawatur.errors import PackError
from tawatur.packs import CONTEXTS, Packs, explain, load
from tawatur.packs.rows import read_table

HEAD = "id,kind,part_of,en,ar,descriptions_en,descriptions_ar,side,source,note\n"


def folder(root: Path, **files: str) -> Path:
    """A folder of packs: `contexts__valley__actors=…` is `contexts/valley/actors.csv`."""
    for name, text in files.items():
        path = root / (name.replace("__", "/") + (".yaml" if name.endswith("grammar") else ".csv"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def valley(root: Path, row: str) -> Packs:
    return load(("valley",), (folder(root, contexts__valley__actors=HEAD + row),))


def test_all_contexts_are_loaded_by_default() -> None:
    packs = load()
    assert packs.contexts == CONTEXTS
    assert {"houthis", "rsf", "sdf"} <= set(packs.actors)


def test_a_context_comes_with_the_world() -> None:
    packs = load(("yemen",))
    assert packs.contexts == ("world", "yemen")
    assert {"houthis", "un"} <= set(packs.actors)
    assert "rsf" not in packs.actors


def test_a_folder_of_the_user_adds_a_context(tmp_path: Path) -> None:
    packs = valley(tmp_path, "orvan-front,armed_group,,Orvan Front;OVF,جبهة أورفان,the valley rebels,,orvan,,\n")
    actor = packs.actors["orvan-front"]
    assert actor.names == {"en": ("Orvan Front", "OVF"), "ar": ("جبهة أورفان",)}
    assert packs.sides["orvan-front"] == "orvan"
    assert packs.homes["orvan-front"] == "valley"
    assert any("orvan-front" in line for line in explain(packs, "OVF"))
    assert any("orvan-front" in line for line in explain(packs, "وجبهة أورفان"))
    assert any("how description" in line for line in explain(packs, "the valley rebels"))


def test_a_later_row_wins_by_id(tmp_path: Path) -> None:
    root = folder(tmp_path, contexts__yemen__actors=HEAD + "houthis,armed_group,,Saada movement,,,,houthis,,\n")
    packs = load(("yemen",), (root,))
    assert packs.actors["houthis"].name == "Saada movement"
    assert any("houthis" in line for line in explain(packs, "Saada movement"))
    assert any("houthis" in line for line in explain(packs, "Ansar Allah")), "names that other rows give stay known"


def test_words_of_a_language_are_added(tmp_path: Path) -> None:
    root = folder(tmp_path, languages__en__terms="form,pos,class,value,mode,forms,note\nparlay with,verb,talks,under_way,,,\n")
    assert any("talks" in line for line in explain(load(("syria",), (root,)), "parlaying with"))


def test_grammar_lies_over_grammar_key_by_key(tmp_path: Path) -> None:
    root = folder(tmp_path, languages__en__grammar="name: Our English\nsentence: {abbreviations: [obl]}\n")
    grammar = load(("syria",), (root,)).languages["en"].grammar
    assert grammar["name"] == "Our English"
    assert "obl" in grammar["sentence"]["abbreviations"]
    assert len(grammar["sentence"]["abbreviations"]) > 1
    assert grammar["order"] == load(("syria",)).languages["en"].grammar["order"]


def test_the_digest_tells_packs_apart(tmp_path: Path) -> None:
    packs = valley(tmp_path, "orvan-front,armed_group,,Orvan Front,,,,,,\n")
    assert packs.digest != load(("syria",)).digest
    assert load(("syria",)) is load(("syria",)), "packs are loaded once"


def test_an_unknown_language_is_read_with_the_first() -> None:
    packs = load(("syria",))
    assert packs.language("ar").code == "ar"
    assert packs.language("tlh") is next(iter(packs.languages.values()))
    assert packs.language(None) is packs.language("tlh")


def test_an_unknown_context_is_told_with_those_that_there_are() -> None:
    with pytest.raises(PackError, match=r"no context called atlantis; there are .*yemen") as error:
        load(("atlantis",))
    assert "\n" not in str(error.value)


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="nowhere: no such folder of packs"):
        load(("syria",), (tmp_path / "nowhere",))


@pytest.mark.parametrize(("text", "line", "says"), [
    ("a,b\n1,2\n1,2,3\n", 3, "3 cells under 2 columns"),
    ("# a remark\na,b\n\n1,2,3,4\n", 4, "4 cells under 2 columns"),
])
def test_a_row_with_too_many_cells_is_told_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = tmp_path / "words.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=rf"mine/words\.csv:{line}: {says}") as error:
        read_table(path, "mine/words.csv")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("column", ["least", "order"])
def test_a_number_that_is_none_is_told_with_its_line(tmp_path: Path, column: str) -> None:
    row = {"strip": "ء", "add": "", "feature": "and", "least": "2", "order": "1", "side": "before"} | {column: "two"}
    root = folder(tmp_path, languages__ar__clitics=",".join(row) + "\n" + ",".join(row.values()) + "\n")
    with pytest.raises(PackError, match=rf"languages/ar/clitics\.csv:2: {column} is “two”"):
        load(("syria",), (root,))


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_bytes(b"form\n\xff\xfe\n")
    with pytest.raises(PackError, match=r"mine/words\.csv: not UTF-8"):
        read_table(path, "mine/words.csv")


def test_a_tree_that_is_none_is_told_in_one_line(tmp_path: Path) -> None:
    root = folder(tmp_path, languages__en__grammar="sentence: [unclosed\n")
    with pytest.raises(PackError, match=r"languages/en/grammar\.yaml: .*line") as error:
        load(("syria",), (root,))
    assert "\n" not in str(error.value)


def test_remarks_empty_lines_and_short_rows_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text("# remark\nform,pos,note\n\nmill\n\"a, b\",noun\n", encoding="utf-8")
    first, second = read_table(path, "mine/words.csv")
    assert (first["form"], first["pos"], first["note"], first.where) == ("mill", "", "", "mine/words.csv:4")
    assert second["form"] == "a, b"


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_bytes(b"\xef\xbb\xbfform,pos\nmill,noun\n")
    (row,) = read_table(path, "mine/words.csv")
    assert row["form"] == "mill"
