"""What is read out of the bundled reports: whose they are, of which day, and nothing out of what only stands beside them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tawatur import packs
from tawatur.desk import cases, reading
from tawatur.ports import Store
from tawatur.records import Document, Span
from tests.house.plan import PACKAGE
from tests.samples.test_samples import MARKS

EXPECTED: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("expected.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The case that `make demo` makes."""
    with cases.opened(tmp_path_factory.mktemp("samples") / "demo.db", create=True) as held:
        list(reading.read(held, [str(PACKAGE / "samples")], {}, packs.load()))
        yield held


@pytest.fixture(scope="module")
def documents(case: Store) -> dict[str, Document]:
    return {document.name: document for document in case.documents()}


def sites(words: str, text: str) -> list[Span]:
    """Where words stand in a text, whatever white space stands between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [Span(*match.span()) for match in re.finditer(pattern, text)]


def test_every_report_is_read(case: Store, documents: dict[str, Document]) -> None:
    assert not list(case.setbacks())
    assert set(EXPECTED) <= set(documents)
    assert len(documents) == len(EXPECTED) + 3, "three messages of a channel beside them"


@pytest.mark.parametrize("name", EXPECTED)
def test_whose_report_it_is_and_of_which_day(documents: dict[str, Document], name: str) -> None:
    document, expected = documents[name], EXPECTED[name]
    names = {document.outlet.name, *sum(document.outlet.names.values(), ())} if document.outlet else set()
    assert expected["outlet"] in names
    assert (document.published.start if document.published else None) == expected["published"]
    assert document.language == expected["language"]


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_is_claimed_out_of_what_says_nothing(case: Store, documents: dict[str, Document], name: str) -> None:
    document = documents[name]
    quiet = [span for words in EXPECTED[name]["beside"] for span in sites(words, document.text)]
    assert not [evidence.quote for claim in case.claims() if claim.document == document.id
                for evidence in claim.evidence if any(evidence.span.overlaps(span) for span in quiet)]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_mark_of_a_sample_is_no_part_of_the_report(documents: dict[str, Document], name: str) -> None:
    document = documents[name]
    marks = [span for mark in MARKS for span in sites(mark, document.text)]
    roles = {block.role for block in document.blocks for mark in marks if mark.overlaps(Span(block.start, block.end))}
    assert roles <= {"boilerplate"}
    assert not any(mark in (document.title or "") for mark in MARKS)
