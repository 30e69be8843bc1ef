"""What must never be committed: paths of a machine, hosts of a registry, words of other people's reports."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.plan import HOME

SHARED = HOME.parent / "shared"
SHINGLE = 60
LARGEST = 5_000_000
MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|root|home/\w+)/\w")
REGISTRY = re.compile(r"index-url|extra-index|pythonhosted\.org|registry\.npmjs|artifactory|trusted-host", re.IGNORECASE)
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:ghp|gho|github_pat)_\w{20}|\bsk-[A-Za-z0-9]{20}|\bAKIA[0-9A-Z]{16}\b")


@cache
def tracked() -> tuple[tuple[str, str], ...]:
    """Name and text of every tracked file that is text."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOME, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this checkout has no git history, so nothing says which files are tracked")
    names = [name for name in listed.stdout.decode().split("\0") if name and (HOME / name).is_file()]
    return tuple((name, text) for name in names if (text := words(HOME / name)) is not None)


def words(path: Path) -> str | None:
    if path.stat().st_size > LARGEST:
        return None
    for charset in ("utf-8", "windows-1256"):
        try:
            return path.read_bytes().decode(charset)
        except UnicodeDecodeError:
            continue
    return None


@pytest.mark.parametrize(("pattern", "what"), [
    (MACHINE, "a path of one machine"), (REGISTRY, "a host or option of a package registry"), (SECRET, "a secret")])
def test_nothing_of_this_machine(pattern: re.Pattern[str], what: str) -> None:
    found = [f"{name}: {what}: {match.group()}" for name, text in tracked()
             if name != "tests/house/test_tracked.py" and (match := pattern.search(text))]
    assert not found, "\n".join(found)


def even(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def reports() -> Iterator[str]:
    """The texts of the reports that lie beside the project, and are not ours to publish."""
    for folder in ("seeds", "dev/texts"):
        yield from (path.read_text(encoding="utf-8", errors="replace") for path in (SHARED / folder).glob("*.txt"))
    lines = SHARED / "data" / "reports-dev.jsonl"
    if lines.is_file():
        yield from (json.loads(line)["text"] for line in lines.read_text(encoding="utf-8").splitlines() if line.strip())


def test_no_words_of_other_peoples_reports() -> None:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("../shared is not here, so there are no reports to compare with")
    shingles = {text[at:at + SHINGLE] for text in map(even, reports()) for at in range(len(text) - SHINGLE + 1)}
    found = []
    for name, text in tracked():
        flat = even(text)
        pieces = (flat[at:at + SHINGLE] for at in range(len(flat) - SHINGLE + 1))
        if match := next((piece for piece in pieces if piece in shingles), None):
            found.append(f"{name}: {match!r}")
    assert not found, f"{SHINGLE} or more characters in a row of a news report:\n" + "\n".join(found)
