"""A text may end anywhere: in the middle of a sentence, without a full stop, at a verb. It is read all the same."""

from zlib import crc32

import pytest

from bench.examples import LANGUAGES, examples
from tests.claims.read import understood


def ends(text: str) -> tuple[str, str]:
    """A sentence without its full stop, and its first words: how many, its letters say."""
    words = text.rstrip(" .؟?!").split()
    return " ".join(words), " ".join(words[:1 + crc32(text.encode()) % len(words)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_ends_anywhere_is_read(language: str) -> None:
    for example in examples():
        if example.language == language:
            for text in ends(example.text):
                try:
                    understood(text, language)
                except Exception as error:
                    raise AssertionError(f"not read: {text}") from error
