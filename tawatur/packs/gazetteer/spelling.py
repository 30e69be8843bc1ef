"""How a name is written down to be looked up: without case, articles and hyphens; and as a skeleton that two scripts share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tawatur.packs.rows import read_tree
from tawatur.text import Folding, forms

TABLE = Path(__file__).parents[2] / "knowledge" / "gazetteer" / "spelling.yaml"


@dataclass(frozen=True)
class Spelling:
    """The rules of `spelling.yaml` over one folding."""

    folding: Folding
    rules: Mapping[str, Any] = field(default_factory=lambda: read_tree(TABLE, "gazetteer/spelling.yaml"))

    @cached_property
    def articles(self) -> frozenset[str]:
        """Words and marks that stand before or inside a name and are no part of it."""
        return frozenset(self.rules["articles"])

    @cached_property
    def plain(self) -> frozenset[str]:
        """Articles that are nothing else, even in small letters and without a hyphen."""
        return frozenset(self.rules["plain_articles"])

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a name as they are looked up; never empty for a name that has a letter."""
        return self.bare(list(forms(name, self.folding)))

    def bare(self, forms: Sequence[str]) -> tuple[str, ...]:
        """Folded words without articles, standing apart or written on."""
        words = [form for form in forms if form not in self.articles] or list(forms)
        return tuple(map(self.word, words))

    def word(self, form: str) -> str:
        """One folded word without the article that is written onto it."""
        known = self._words.get(form)
        if known is None:
            article, least = self._glued
            known = form[len(article):] if form.startswith(article) and len(form) - len(article) >= least else form
            self._words[form] = known
        return known

    def unjoined(self, words: Sequence[str]) -> tuple[str, ...] | None:
        """The words without the Latin articles that are written onto them; None where there are none."""
        bare = tuple(map(self._unjoined, words))
        return bare if bare != tuple(words) else None

    def keys(self, words: Sequence[str]) -> set[str]:
        """The skeletons by which a name may be found: as written, without articles written onto its words, and with the
        feminine ending of its first words said or not."""
        written = [form for form in (words, self.unjoined(words)) if form]
        return {key for form in (*written, *filter(None, map(self._construct, written))) if (key := self.key(form))}

    def _construct(self, words: Sequence[str]) -> tuple[str, ...] | None:
        """The words with the feminine ending of all but the last turned round, its t said or not; None where there is none."""
        endings = self.rules["construct"]
        other = [next((word[: len(word) - len(end)] + turned for end, turned in endings.items()
                       if word.endswith(end) and len(word) > len(end) + 1), word) for word in words[:-1]]
        return (*other, words[-1]) if other and other != list(words[:-1]) else None

    def sketch(self, words: Sequence[str]) -> str:
        """The skeleton with what both scripts write of the vowels; two sketches tell how alike two names sound."""
        return "".join(self._bones(word, vowels=True) for word in self.unjoined(words) or words)

    def _unjoined(self, word: str) -> str:
        articles, least = self._written_on
        if word.startswith(articles) and word.isascii():
            for article in articles:
                if word.startswith(article) and len(word) - len(article) >= least:
                    return word[len(article):]
        return word

    def key(self, words: Sequence[str]) -> str:
        """The consonant skeleton of a name (its words as `words` gives them); empty if it would tell nothing."""
        key = "".join(map(self._bones, words))
        return key if len(key) >= self.rules["skeleton"]["least"] else ""

    @cached_property
    def _words(self) -> dict[str, str]:
        return {}

    @cached_property
    def _glued(self) -> tuple[str, int]:
        return self.folding.fold(self.rules["glued"]["article"]), self.rules["glued"]["least"]

    @cached_property
    def _written_on(self) -> tuple[tuple[str, ...], int]:
        """Latin articles that are written onto a word, the longest first, and how many letters must remain."""
        spec = self.rules["joined"]
        return tuple(sorted(spec["articles"], key=len, reverse=True)), spec["least"]

    @cached_property
    def _silent(self) -> tuple[str, ...]:
        return tuple(self.rules["skeleton"]["silent_end"])

    @cached_property
    def _letters(self) -> dict[str, str]:
        return dict(self.rules["skeleton"]["letters"])

    @cached_property
    def _sounds(self) -> dict[str, str]:
        return {**self._letters, **self.rules["skeleton"]["vowels"]}

    @cached_property
    def _groups(self) -> list[tuple[str, str]]:
        return sorted(self.rules["skeleton"]["groups"].items(), key=lambda pair: -len(pair[0]))

    def _bones(self, word: str, vowels: bool = False) -> str:
        if len(word) > 2 and word.endswith(self._silent):
            word = word[: -len(next(ending for ending in self._silent if word.endswith(ending)))]
        for group, sign in self._groups:
            if group in word:
                word = word.replace(group * 2, sign).replace(group, sign)
        signs = self._sounds if vowels else self._letters
        bones, before = [], ""
        for letter in word:
            if letter != before:
                bones.append(letter if letter.isupper() else signs.get(letter, ""))
            before = letter
        return "".join(bones)
