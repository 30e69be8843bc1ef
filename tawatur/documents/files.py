"""Which files the given paths mean: files, folders with all below them, globs; `-` is standard input."""

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path

from tawatur.records import Setback

STDIN = "-"
_IGNORED = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_ASSETS = frozenset({
    ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico", ".woff", ".woff2", ".ttf", ".otf",
    ".eot", ".avif", ".mp4", ".webm", ".mp3", ".ogg", ".oga", ".ogv", ".m4a", ".tgs", ".bmp",
})
"""What a saved page or a messenger's export brings along: passed over inside folders, refused when named."""


def expand(paths: Sequence[str]) -> Iterator[str | Setback]:
    """Every file once, in the order given, folders sorted; a path that leads nowhere is a setback."""
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path):
            if isinstance(found, Setback) or found not in seen:
                if isinstance(found, str):
                    seen.add(found)
                yield found


def _expand(path: str) -> Iterator[str | Setback]:
    if path == STDIN or Path(path).is_file():
        yield path
    elif Path(path).is_dir():
        yield from _below(Path(path))
    elif found := sorted(glob.glob(path, recursive=True)):
        for each in found:
            yield from _below(Path(each)) if Path(each).is_dir() else [each]
    else:
        yield Setback(path, "read", f"{path}: no such file or folder")


def _below(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        ignored = path.name.lower() in _IGNORED or path.suffix.lower() in _ASSETS
        if path.is_file() and not (hidden or ignored or _belongs(path)):
            yield str(path)


def _belongs(path: Path) -> bool:
    """Whether a browser put the file beside a saved page: frames and advertisements in `PAGE_files`."""
    saved = [folder for folder in path.parents if folder.name.endswith("_files")]
    return any(folder.with_name(folder.name[:-6] + suffix).exists() for folder in saved for suffix in (".html", ".htm"))
