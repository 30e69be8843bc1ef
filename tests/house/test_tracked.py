"""What must never be committed: paths of a machine, hosts of a registry, words of other people's reports."""

import csv
import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bench.examples import examples
from tawatur.packs import load
from tests.house.plan import HOME

SHARED = HOME.parent / "shared"
SHINGLE = 60
RUN = 7
"""So many words in a row, without a name among them, are somebody's sentence and no phrase of the language."""
SENTENCE = 5
"""A whole sentence of so many words is somebody's, though shorter than a run."""
READ = (".yaml", ".py", ".md", ".txt", ".html")
ANNOTATED = "bench/first-sight/"
"""What was annotated of open reports names sources as these name them; the rest is numbers."""
LONG = 3
"""Words of a name that make a phrase in which it stands nobody's."""
WORD = re.compile(r"\w+(?:['’]\w+)*")
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


@cache
def names() -> dict[str, frozenset[tuple[str, ...]]]:
    """Long names of parties, outlets, people and places by their first word: a report and an example may both write them."""
    packs = load()
    rows = [row for kind in packs.named.values() for row in kind]
    known: dict[str, set[tuple[str, ...]]] = {}
    for name in {tuple(folded(name)) for row in rows for code in packs.languages for name in row.names(code)}:
        if len(name) >= LONG:
            known.setdefault(name[0], set()).add(name)
    return {first: frozenset(some) for first, some in known.items()}


def folded(text: str) -> list[str]:
    return WORD.findall(load().folding.fold(text).casefold())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of so many words in a text that no long name interrupts."""
    words, begin, at = folded(text), 0, 0
    while at < len(words):
        name = max((one for one in names().get(words[at], ()) if one == tuple(words[at:at + len(one)])), key=len, default=None)
        if name:
            yield from windows(words[begin:at])
            begin = at + len(name)
        at = at + len(name) if name else at + 1
    yield from windows(words[begin:])


def windows(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at:at + RUN]) for at in range(len(words) - RUN + 1))


def prose(name: str, text: str) -> str:
    """What of a file may be a sentence: of tables the remarks and examples, for their forms are words and names."""
    if name.endswith(".csv"):
        rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
        return "\n".join(row.get(column) or "" for row in rows for column in ("note", "example"))
    return text if name.endswith(READ) and not name.startswith(ANNOTATED) else ""


def compared() -> tuple[str, ...]:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("../shared is not here, so there are no reports to compare with")
    return tuple(reports())


def test_no_run_of_words_of_other_peoples_reports() -> None:
    theirs = {run for text in compared() for run in runs(text)}
    found = [f"{name}: {' '.join(run)}" for name, text in tracked() for run in runs(prose(name, text)) if run in theirs]
    assert not found, f"{RUN} or more words in a row of a news report, and no name:\n" + "\n".join(found)


def test_a_long_name_interrupts_a_run() -> None:
    assert len(list(runs("the mill burned for nine days and nobody came"))) == 3
    assert not list(runs("according to the Syrian Observatory for Human Rights nobody came"))


def test_no_example_is_a_sentence_of_other_peoples_reports() -> None:
    theirs = [f" {' '.join(folded(text))} " for text in compared()]
    sentences = {" ".join(words) for one in examples() for part in re.split(r"(?<=[.!?؟])\s+", one.text)
                 if len(words := folded(part)) >= SENTENCE}
    found = [sentence for sentence in sorted(sentences) if any(f" {sentence} " in text for text in theirs)]
    assert not found, "sentences of news reports among the examples:\n" + "\n".join(found)


def test_no_words_of_other_peoples_reports() -> None:
    compared()
    shingles = {text[at:at + SHINGLE] for text in map(even, reports()) for at in range(len(text) - SHINGLE + 1)}
    found = []
    for name, text in tracked():
        flat = even(text)
        pieces = (flat[at:at + SHINGLE] for at in range(len(flat) - SHINGLE + 1))
        if match := next((piece for piece in pieces if piece in shingles), None):
            found.append(f"{name}: {match!r}")
    assert not found, f"{SHINGLE} or more characters in a row of a news report:\n" + "\n".join(found)
