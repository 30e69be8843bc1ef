"""Words as search compares them: folded, and also without all that their script writes onto them."""

from collections.abc import Iterable, Iterator, Sequence

from tawatur.text.clitics import Clitics
from tawatur.text.folding import Folding
from tawatur.text.tokens import forms

LEAST = 3
"""Fewer letters than these are no stem: too many words would share it."""
REMEMBERED = 200_000


class Search:
    """What is indexed and what is asked go through here both, so that a word meets itself under any clitic and article.

    A stem is no word: taking off whatever looks like a clitic, again and again, cuts roots too. It cuts them alike on both
    sides, and the word as it stands is kept beside it, so that an exact hit ranks first.
    """

    def __init__(self, folding: Folding, clitics: Iterable[Clitics], articles: Iterable[str]) -> None:
        self._folding = folding
        self._clitics: Sequence[Clitics] = tuple(clitics)
        self._articles = tuple(folding.fold(article) for article in articles)
        self._known: dict[str, str] = {}

    def tokens(self, text: str) -> str:
        """A text's words, each with its stems where they differ, between blanks."""
        return self.expand(forms(text, self._folding))

    def expand(self, words: Iterable[str]) -> str:
        """The same of words that are folded already."""
        return " ".join(map(self._forms, words))

    def _forms(self, word: str) -> str:
        known = self._known.get(word)
        if known is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            known = self._known[word] = word if word.isascii() else " ".join(dict.fromkeys([word, *self._stems(word)]))
        return known

    def _stems(self, word: str) -> Iterator[str]:
        """What is left in front, and then each way in which an attached pronoun may be taken off behind."""
        bare = self._bared(word)
        yield bare
        yield from (short.form for tongue in self._clitics for short in tongue.endings(bare) if len(short.form) >= LEAST)

    def _bared(self, word: str) -> str:
        shorter = [variant.form for tongue in self._clitics for variant in tongue.fronts(word)]
        shorter += [word[len(article):] for article in self._articles if word.startswith(article)]
        least = min((form for form in shorter if len(form) >= LEAST), key=lambda form: (len(form), form), default=word)
        return self._bared(least) if len(least) < len(word) else word
