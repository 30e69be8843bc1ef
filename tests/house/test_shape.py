"""What a stranger sees first: that each package says what it is, that files stay small, that knowledge is not in code."""

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

from tests.house.plan import FLOORS, HOME, PACKAGE, modules

KNOWN = modules()
LONGEST = 400
BESIDE = {"house", "docs", "samples", "bench", "knowledge", "browser", "pipeline", "framing"}
"""Folders of tests about something other than one room."""
ARABIC = re.compile(r"[\u0621-\u064a\u0660-\u0669\u066e-\u06d3\u06f0-\u06f9\ufb50-\ufdff\ufe70-\ufefc]")


def docstrings(tree: ast.AST) -> set[int]:
    """The lines on which a docstring, or a string that documents the line above it, begins."""
    speaking = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, speaking)]
    return {line.value.lineno for body in bodies for line in body
            if isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) and isinstance(line.value.value, str)}


@pytest.mark.parametrize("module", sorted(KNOWN))
def test_every_module_says_what_it_is(module: str) -> None:
    path = KNOWN[module]
    if path.name != "__init__.py" and not path.read_text(encoding="utf-8").strip():
        pytest.fail(f"{path.relative_to(HOME)} is empty")
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said, f"{path.relative_to(HOME)} has no docstring"
    assert len(said.splitlines()[0]) > 10, f"{path.relative_to(HOME)}: the first line of its docstring says nothing"


def test_packages_are_packages() -> None:
    bare = {path.parent for path in PACKAGE.rglob("*.py")} - {path.parent for path in PACKAGE.rglob("__init__.py")}
    assert not bare, f"folders with modules but without __init__.py: {sorted(str(path.relative_to(HOME)) for path in bare)}"


def test_files_stay_small() -> None:
    long = {str(path.relative_to(HOME)): lines for path in KNOWN.values()
            if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST}
    assert not long, f"files of more than {LONGEST} lines: {long}"


def test_no_catch_all_rooms() -> None:
    vague = {"utils", "util", "common", "misc", "helpers", "helper", "manager", "managers"}
    found = [str(path.relative_to(HOME)) for path in PACKAGE.rglob("*.py") if vague & set(path.with_suffix("").parts)]
    assert not found, f"named after nothing: {found}"


def spoken(path: Path) -> list[int]:
    """Lines of code, outside comments and docstrings, on which an Arabic letter or digit stands."""
    source = path.read_text(encoding="utf-8")
    quiet = docstrings(ast.parse(source))
    return [token.start[0] for token in tokenize.generate_tokens(io.StringIO(source).readline)
            if token.type not in {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
            and ARABIC.search(token.string) and token.start[0] not in quiet]


@pytest.mark.parametrize("module", sorted(KNOWN))
def test_code_knows_no_arabic(module: str) -> None:
    """Words of a language are rows of `tawatur/knowledge`, or messages of a catalogue; code holds none."""
    path = KNOWN[module]
    assert not (lines := spoken(path)), f"{path.relative_to(HOME)}: Arabic in code, not in tawatur/knowledge: lines {lines[:10]}"


def test_tests_mirror_the_rooms() -> None:
    rooms = {name.partition(".")[0] for names in FLOORS for name in names}
    folders = {path.parent.relative_to(HOME / "tests").parts[0] for path in (HOME / "tests").rglob("*/test_*.py")}
    assert not (strange := folders - rooms - BESIDE), f"folders of tests that mirror no room: {sorted(strange)}"
