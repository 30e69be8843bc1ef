"""Words as search compares them: folded, and each also without what its script writes onto it."""

from collections.abc import Sequence
from functools import lru_cache

from tawatur.text.clitics import Clitics
from tawatur.text.folding import Folding
from tawatur.text.tokens import tokenize

LEAST = 2
"""Fewer letters than these are no word that anyone looks for."""


def search_tokens(text: str, folding: Folding, clitics: Sequence[Clitics], articles: Sequence[str] = ()) -> str:
    """Every word of a text in all forms under which it may be looked for, between blanks.

    Both sides are expanded, what is indexed and what is asked: so a word finds itself under any clitic, with or without its
    article (given folded), and a stem that happens to be two words costs no more than a hit too many.
    """
    tongues, begins = tuple(clitics), tuple(articles)
    words = (token.form for token in tokenize(text, folding) if token.kind != "punctuation")
    return " ".join(form for word in words for form in _forms(word, tongues, begins))


@lru_cache(maxsize=100_000)
def _forms(word: str, clitics: tuple[Clitics, ...], articles: tuple[str, ...]) -> tuple[str, ...]:
    bare = dict.fromkeys([word, *(variant.form for tongue in clitics for variant in tongue.variants(word))])
    for article in articles:
        bare |= dict.fromkeys(form[len(article):] for form in list(bare) if form.startswith(article))
    return tuple(form for form in bare if form == word or len(form) >= LEAST)
