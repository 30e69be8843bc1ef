"""Words as search compares them: folded, and also without all that their script writes onto them."""

from collections.abc import Iterable, Iterator, Sequence

from tawatur.text.clitics import Clitics
from tawatur.text.folding import Folding
from tawatur.text.tokens import tokenize

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
        """A text's words, and their stems where they differ, between blanks."""
        return self.expand(token.form for token in tokenize(text, self._folding) if token.kind != "punctuation")

    def expand(self, words: Iterable[str]) -> str:
        """The same of words that are folded already."""
        return " ".join(map(self._both, words))

    def _both(self, word: str) -> str:
        known = self._known.get(word)
        if known is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            stem = self._stem(word)
            known = self._known[word] = word if stem == word else f"{word} {stem}"
        return known

    def _stem(self, word: str) -> str:
        """The shortest form that is left when clitics and articles are taken off in any order."""
        if word.isascii():
            return word
        reached, left = {word}, [word]
        while left:
            form = left.pop()
            fresh = {shorter for shorter in self._shorter(form) if LEAST <= len(shorter) < len(form)} - reached
            reached |= fresh
            left.extend(fresh)
        return min(reached, key=lambda form: (len(form), form))

    def _shorter(self, word: str) -> Iterator[str]:
        yield from (variant.form for tongue in self._clitics for variant in tongue.variants(word))
        yield from (word[len(article):] for article in self._articles if word.startswith(article))
