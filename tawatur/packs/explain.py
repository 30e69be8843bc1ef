"""Which rows a word finds: the answer to "why did the program read that?"."""

from collections.abc import Iterator

from tawatur.packs.lexicon import Entry
from tawatur.packs.load import Packs


def explain(packs: Packs, word: str) -> list[str]:
    """One line for each row that a word or phrase finds, by language: kind, headword, what it says, and its address."""
    return [line for code, language in packs.languages.items() for line in _lines(code, language.lexicon.entries(word))]


def _lines(code: str, entries: list[Entry]) -> Iterator[str]:
    seen = set()
    for entry in entries:
        said = ", ".join(f"{key} {value}" for key, value in entry.attrs.items() if key not in ("pos", "cased"))
        form = " ".join(sorted(entry.features))
        line = f"{code}  {entry.kind}: {entry.form}" + (f" ({form})" if form else "") + (f" — {said}" if said else "")
        if (line, entry.where) not in seen:
            seen.add((line, entry.where))
            yield f"{line}  [{entry.where}]"
