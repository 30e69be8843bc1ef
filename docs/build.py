"""Write the generated pages of docs/ and the README's excerpts (`make docs`); with `--check`, only say which are out of date."""

import ast
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import is_dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any, Literal, get_args, get_origin
from unittest.mock import patch

from docs import learned
from docs.excerpts import readme
from tawatur.records import Decided, Evidence, Outlet, Place, Source, Span, Step, Time
from tawatur.records.claim import Claim, Component, Terms
from tawatur.records.document import Acquired, Block
from tawatur.records.written import KINDS, TYPES, name_of, nullable, shapes
from tests.house.plan import FLOORS, HOME, PACKAGE

WRITTEN = "<!-- Written by `make docs`; change the code, not this page. -->\n"
PARTS: tuple[type, ...] = (Acquired, Block, Component, Decided, Evidence, Outlet, Place, Source, Span, Step, Terms, Time)
"""Records that stand inside others, in alphabetical order."""
STOREYS = ("bedrock", "foundation: writing", "foundation: knowledge", "ports", "stages", "over the stages", "the way", "adapters",
           "desk", "interfaces")


def docstring(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


def first_line(path: Path) -> str:
    """The first sentence or line of a module's docstring, whole even where it is broken over lines."""
    return " ".join(docstring(path).partition("\n\n")[0].split())


def entrance(room: str) -> Path | None:
    """The file whose docstring speaks for a room; None for a room that is not built yet."""
    place = PACKAGE.joinpath(*room.split("."))
    return next((path for path in (place / "__init__.py", place.with_suffix(".py")) if path.is_file()), None)


def rooms() -> str:
    """The map of rooms: each with what it holds and refuses."""
    lines = ["# The rooms", "", WRITTEN,
             "A room may import what stands below it on this page, and nothing beside or above it; a test reads every import.",
             "Rooms that the plan knows and nobody has built yet are left out.", ""]
    for storey, names in reversed(list(zip(STOREYS, FLOORS, strict=True))):
        built = [(name, path) for name in names if (path := entrance(name))]
        if built:
            lines += [f"## {storey[0].upper()}{storey[1:]}", ""]
            lines += [*(f"- **{name}**: {first_line(path)}" for name, path in built), ""]
    return "\n".join(lines).rstrip() + "\n"


def form(hint: Any) -> str:
    """A field's type in the words of a reader of JSON."""
    bare, empty = nullable(hint)
    return phrase(bare) + (" or null" if empty else "")


def phrase(hint: Any) -> str:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " · ".join(f"`{part}`" for part in parts)
    if origin in (tuple, frozenset):
        return f"list of {phrase(parts[0])}"
    if origin is dict or parts:
        return f"object of {phrase(parts[-1])}" if parts else "object"
    if is_dataclass(hint):
        return str(getattr(hint, "__name__", "object")).upper()
    return {str: "text", int: "whole number", float: "number", bool: "true or false", Any: "values"}.get(hint, str(hint))


def record(title: str, cls: type) -> list[str]:
    """One record: what it is, and its fields."""
    said = (cls.__doc__ or "").strip()
    paragraphs = [" ".join(part.split()) for part in said.split("\n\n")]
    rows = [f"| `{name_of(field)}` | {form(hint)} |" for field, hint in shapes(cls) if (cls, field.name) != (Claim, "content")]
    return [f"### {title}", "", "\n\n".join(paragraphs), "", "| field | value |", "|---|---|", *rows, ""]


def codebook() -> str:
    """The records as `tawatur export` writes them, from the classes themselves."""
    lines = ["# The records of an export", "", WRITTEN,
             "`tawatur export --format jsonl` writes one JSON object a line; `type` says which of these it is. `tawatur schema`",
             "prints the same as a JSON Schema. A claim's content stands under the key of its `kind`.", "", "## Lines", ""]
    for name, cls in TYPES.items():
        lines += record(f"`{name}`", cls)
    lines += ["## Contents of claims", ""]
    for name, cls in KINDS.items():
        lines += record(f"`{name}`", cls)
    lines += ["## Parts of other records", ""]
    for cls in PARTS:
        lines += record(cls.__name__.upper(), cls)
    return "\n".join(lines).rstrip() + "\n"


def commands() -> str:
    """The command line's own help, as a page."""
    from tawatur.interfaces.cli.app import GROUPS, app

    with patch.object(sys, "argv", ["tawatur"]):  # groups of commands name themselves after what was typed
        page = str(app.generate_docs(output_format="markdown")).strip()
    head, _, rest = page.partition("## Table of Contents")  # the list of commands below it says more
    return f"{WRITTEN}\n{head}{rest[rest.index(f'**{next(iter(GROUPS))}**'):]}\n"


def tables() -> str:
    """The tables of the knowledge: their columns, and the remark that opens them. Languages have the same tables."""
    lines = ["# The tables of the knowledge", "", WRITTEN,
             "[patterns.md](patterns.md) says how rows match. A column that only one language has stands with the others.", ""]
    for title, folder in (("Codebook", "codebook"), ("Languages", "languages/*"), ("Contexts", "contexts/*")):
        lines += [f"## {title}", ""]
        found: dict[str, list[Path]] = {}
        for path in sorted((PACKAGE / "knowledge").glob(f"{folder}/*.csv"), reverse=True):  # English says it first, and in full
            found.setdefault(path.name, []).append(path)
        for name, paths in sorted(found.items()):
            columns = dict.fromkeys(column for path in paths for column in header(path))
            lines += [f"- **{name}**: {', '.join(f'`{column}`' for column in columns)}{remark(paths)}"]
        lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def header(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((line.split(",") for line in lines if line.strip() and not line.startswith("#")), [])


def remark(paths: list[Path]) -> str:
    """The comment above the header of the first table that has one."""
    for path in paths:
        opening = takewhile(lambda line: line.startswith("#"), path.read_text(encoding="utf-8").splitlines())
        if said := " ".join(line.lstrip("# ").strip() for line in opening):
            return f"  \n  {said}"
    return ""


GENERATED: dict[str, Callable[[], str]] = {
    "docs/rooms.md": rooms, "docs/codebook.md": codebook, "docs/commands.md": commands, "docs/tables.md": tables,
    "docs/learned.md": learned.page, "README.md": readme,
}


def stale() -> list[str]:
    """The generated pages that say something else than the code does."""
    return [name for name, write in GENERATED.items()
            if not (HOME / name).is_file() or (HOME / name).read_text(encoding="utf-8") != write()]


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        old = stale()
        if old:
            print(f"out of date: {', '.join(old)}; run `make docs`", file=sys.stderr)
        return bool(old)
    for name, write in GENERATED.items():
        with suppress(ImportError):
            (HOME / name).write_text(write(), encoding="utf-8")
            print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
