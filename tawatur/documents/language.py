"""Which language a stretch of text is in: by script, and only among languages of one script by their letters' habits."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, cast

from tawatur.packs import Packs

_RANGES = (
    ("Latn", 0x41, 0x24F), ("Latn", 0x1E00, 0x1EFF), ("Grek", 0x370, 0x3FF), ("Cyrl", 0x400, 0x52F), ("Hebr", 0x590, 0x5FF),
    ("Arab", 0x600, 0x6FF), ("Arab", 0x750, 0x77F), ("Arab", 0x8A0, 0x8FF), ("Arab", 0xFB50, 0xFDFF), ("Arab", 0xFE70, 0xFEFC),
)
_LEAST_WORDS = 6
_SAMPLE = 600


def script(text: str) -> str | None:
    """The script of most letters in the first few hundred; None where there is none."""
    counts: Counter[str] = Counter()
    for letter, count in Counter(text[:_SAMPLE]).items():
        if letter.isalpha():
            counts[_script(letter)] += count
    return counts.most_common(1)[0][0] if counts else None


def tell(text: str, packs: Packs, otherwise: str | None = None) -> str | None:
    """The language of a line, or `otherwise` where the line does not tell."""
    written = script(text)
    fits = [code for code, own in _scripts(packs) if own == written]
    if not fits:
        return otherwise
    if len(fits) == 1:
        return fits[0]
    if otherwise in fits and len(text.split()) < _LEAST_WORDS:
        return otherwise
    return _identified(text, tuple(fits)) if len(text.split()) >= _LEAST_WORDS else fits[0]


def most(told: Iterable[tuple[str | None, int]]) -> str | None:
    """The language of most words."""
    counts: Counter[str] = Counter()
    for language, words in told:
        if language:
            counts[language] += words
    return counts.most_common(1)[0][0] if counts else None


@lru_cache(maxsize=2048)
def _script(letter: str) -> str:
    code = ord(letter)
    return next((name for name, first, last in _RANGES if first <= code <= last), "Zyyy")


def _scripts(packs: Packs) -> list[tuple[str, str | None]]:
    """Each language with the script of its own name for itself."""
    return [(code, _own((language.grammar.get("name") or {}).get(code, code))) for code, language in packs.languages.items()]


_own = lru_cache(maxsize=64)(script)  # asked for every line, of the few languages that there are


@lru_cache(maxsize=4)
def _identifier(codes: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    # a second to load, and only where scripts do not tell
    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE)
    identifier.set_languages(list(codes))
    return identifier


def _identified(text: str, codes: tuple[str, ...]) -> str:
    return cast(str, _identifier(codes).classify(text[:_SAMPLE])[0])
