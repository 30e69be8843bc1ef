"""Our own example sentences are read as a careful reader reads them.

What fails today says so in its file, and must say so no longer than it fails (`python -m bench.examples --mark`).
"""

from collections import Counter

import pytest

from bench.examples import LANGUAGES, Example, examples, problems
from tawatur.packs import load
from tawatur.records.written import KINDS


def case(example: Example) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=example.fails)] if example.fails else []
    return pytest.param(example, id=example.name, marks=marks)


@pytest.mark.parametrize("example", [case(one) for one in examples()])
def test_an_example_is_read(example: Example) -> None:
    assert not problems(example, load()), example.text


def test_the_languages_have_the_same_constructions() -> None:
    spoken = {language: {one.construction for one in examples() if one.language == language} for language in LANGUAGES}
    assert spoken["en"] == spoken["ar"]
    assert all(count >= 90 for count in Counter(one.language for one in examples()).values())


def test_no_sentence_stands_twice() -> None:
    twice = [text for text, count in Counter(one.text for one in examples()).items() if count > 1]
    assert not twice


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.name)
def test_an_example_asks_for_something(example: Example) -> None:
    assert example.says or example.silent
    assert {claim["kind"] for claim in example.says} | example.silent <= set(KINDS)
    assert not {claim["kind"] for claim in example.says} & example.silent
