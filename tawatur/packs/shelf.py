"""What was made of the shipped packs, kept between runs in the user's cache folder: a saving, and never a need.

Plain JSON, under a name that digests all that it was made of, so that a changed file or program finds nothing. Whatever cannot
be read is made anew, whatever cannot be written is not kept. `TAWATUR_CACHE` names another folder; empty, it turns this off.
"""

import hashlib
import json
import os
import sys
import tempfile
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

CODE = Path(__file__).parents[1]
MAKERS = ("packs", "text")
"""The rooms that make a lexicon of rows: what they made before they changed counts no more."""
KEPT = 12
"""Files kept; the oldest go."""


def name_of(*parts: str) -> str:
    """The name under which something is kept that was made of these parts by this program."""
    return hashlib.sha256("\n".join((_makers(), unicodedata.unidata_version, *parts)).encode()).hexdigest()


def kept(name: str) -> Any | None:
    """What is kept under a name, if anything is."""
    folder = _folder()
    try:
        return json.loads((folder / f"{name}.json").read_bytes()) if folder else None
    except (OSError, ValueError):  # none there, not ours to read, or cut off half-way
        return None


def keep(name: str, made: Any) -> None:
    """Keep something, all of it or nothing: others may be reading or writing the same at this moment."""
    folder = _folder()
    if folder is None:
        return
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, suffix=".tmp", delete=False) as file:
            file.write(json.dumps(made, ensure_ascii=False, separators=(",", ":")))  # not `dump`: that one is not written in C
        os.replace(file.name, folder / f"{name}.json")
        for old in sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:  # a home that cannot be written is no reason to stop
        return


def _folder() -> Path | None:
    said = os.environ.get("TAWATUR_CACHE")
    if said is not None:
        return Path(said) if said else None
    try:
        home = Path.home()
    except RuntimeError:  # a user without one
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "tawatur"
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    return (Path(base) if base else home / ".cache") / "tawatur"


@cache
def _makers() -> str:
    digest = hashlib.sha256()
    for room in MAKERS:
        for path in sorted((CODE / room).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
