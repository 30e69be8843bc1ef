"""Constructions of languages: what code asks for, what the docs explain and what the grammars have are the same names."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.errors import PackError
from tawatur.packs import load
from tawatur.packs.constructions import KNOWN
from tests.house.plan import HOME, modules
from tests.packs.test_load import folder

PASSED_ON = {"tawatur.claims.syntax"}
"""Modules that hand the question on to the language, as it was asked."""


def asked(path: Path) -> Iterator[str | None]:
    """What a module asks a language for: the text in each `….has(…)` of one argument; None where it is no plain text."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "has" and len(node.args) == 1:
            name = node.args[0]
            yield name.value if isinstance(name, ast.Constant) and isinstance(name.value, str) else None


def documented() -> list[str]:
    """The names of the table of constructions in docs/patterns.md."""
    page = (HOME / "docs" / "patterns.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `(\w+)` \| \S", page.partition("\n## Constructions\n")[2].partition("\n## ")[0], re.MULTILINE)


def test_what_is_asked_for_is_documented_and_what_is_documented_is_asked_for() -> None:
    names = {name for module, path in modules().items() if module not in PASSED_ON for name in asked(path)}
    assert names == KNOWN
    assert documented() == sorted(KNOWN)


def test_every_construction_is_had_by_a_language_and_lacked_by_another() -> None:
    held = [language.constructions for language in load(("world",)).languages.values()]
    assert frozenset.union(*held) == KNOWN
    assert not frozenset.intersection(*held), "what every language has need not be asked for"


@pytest.mark.parametrize(("entry", "says"), [
    ("pro_dorp: Went home.", "nothing asks for pro_dorp"),
    ("pro_drop:", "pro_drop has no example"),
])
def test_a_construction_that_does_not_exist_fails(tmp_path: Path, entry: str, says: str) -> None:
    root = folder(tmp_path, languages__en__grammar=f"constructions:\n  {entry}\n")
    with pytest.raises(PackError, match=rf"languages/en/grammar\.yaml: .*{says}"):
        load(("world",), (root,))


def test_a_list_of_constructions_fails(tmp_path: Path) -> None:
    root = folder(tmp_path, languages__en__grammar="constructions: [pro_drop]\n")
    with pytest.raises(PackError, match="each with an example"):
        load(("world",), (root,))


def test_a_folder_of_the_user_says_that_a_language_has_one_more(tmp_path: Path) -> None:
    root = folder(tmp_path, languages__en__grammar="constructions: {pro_drop: And refused.}\n")
    english = load(("world",), (root,)).language("en")
    assert english.has("pro_drop")
    assert english.has("labile_verb")


def test_code_that_asks_for_what_does_not_exist_fails() -> None:
    english = load(("world",)).language("en")
    assert not english.has("pro_drop")
    with pytest.raises(LookupError, match="pro_dorp"):
        english.has("pro_dorp")
