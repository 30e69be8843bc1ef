"""The plan of the house, as `docs/rooms.md` draws it: which room stands on which floor, and who imports whom."""

import ast
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
PACKAGE = HOME / "tawatur"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("records", "errors"),
    ("text",),
    ("packs",),
    ("ports",),
    ("documents", "mentions", "resolution", "attribution", "claims", "grounding", "linking", "review", "reconcile", "briefing"),
    ("boards",),
    ("pipeline",),
    ("engines", "stores", "exports"),
    ("desk",),
    ("interfaces.cli", "interfaces.api", "interfaces.web", "interfaces.mcp"),
)
"""From the bedrock up. Rooms of one floor do not know each other; an arrow never points upward."""


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(HOME).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def room(module: str) -> str | None:
    """The room that a module stands in; None for the package itself and for `interfaces`, the hallway."""
    parts = module.split(".")[1:]
    if parts[:1] == ["interfaces"]:
        return ".".join(parts[:2]) if len(parts) > 1 else None
    return parts[0] if parts else None


def floor(name: str) -> int | None:
    """How high a room stands; None if the plan does not know it."""
    return next((height for height, rooms in enumerate(FLOORS) if name in rooms), None)


def imports(module: str, path: Path, known: dict[str, Path]) -> Iterator[tuple[str, int]]:
    """The modules of ours that a module imports, late and type-checking imports too, with their lines."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            up = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*up, *([node.module] if node.module else [])])
            for alias in node.names:
                target = f"{base}.{alias.name}" if f"{base}.{alias.name}" in known else base
                if target in known:
                    yield target, node.lineno
