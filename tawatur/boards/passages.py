"""Which ways past a siege line a report's words name: rows of the languages' `passages.csv`."""

from collections.abc import Iterator

from tawatur.packs import Packs
from tawatur.text import Search, tokenize


class Passages:
    """Finds the words of the tables in any spelling, with clitics and articles taken off."""

    def __init__(self, packs: Packs) -> None:
        languages = packs.languages.values()
        articles = [article for language in languages if (article := language.grammar.get("article"))]
        self._folding = packs.folding
        self._search = Search(packs.folding, [language.clitics for language in languages], articles)
        self._forms: dict[tuple[str, ...], str] = {}
        for language in languages:
            for row in language.tables.get("passages", ()):
                for form in row.names("form"):
                    self._forms.setdefault(tuple(self._words(form)), row["means"])
        self._longest = max(map(len, self._forms), default=0)

    def named(self, text: str) -> tuple[str, ...]:
        """The means that a text names, in its order."""
        words, sizes = tuple(self._words(text)), range(self._longest, 0, -1)
        found = (self._forms.get(words[at : at + size]) for at in range(len(words)) for size in sizes)
        return tuple(dict.fromkeys(means for means in found if means))

    def _words(self, text: str) -> Iterator[str]:
        """Each word without all that its script writes onto it."""
        for token in tokenize(text, self._folding):
            if token.kind != "punctuation":
                yield min(self._search.expand([token.form]).split() or [token.form], key=len)
