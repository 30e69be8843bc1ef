"""Marks in pairs, in both directions of writing, one inside another and over several sentences."""

import pytest

from tawatur import documents
from tawatur.mentions.quotations import quotations
from tawatur.packs import load
from tawatur.records import Document


@pytest.mark.parametrize(("text", "language", "wanted"), [
    ("He said “no” and left.", "en", ["no"]),
    ('He said "no way" and left.', "en", ["no way"]),
    ("“We stay. We do not move,” she said.", "en", ["We stay. We do not move,"]),
    ("“First,” he said.\n“Second.”", "en", ["First,", "Second."]),
    ("“One paragraph.\n“And the next.” He stopped.", "en", ["One paragraph.", "And the next."]),
    ("The mayor’s house in ‘old’ Tarvel.", "en", ["old"]),
    ("A 5\" pipe and nothing else.", "en", []),
    ("وقال «لا» ومضى.", "ar", ["لا"]),
    ('وقال إن "مقاتلي تنظيم "القمر" خرجوا" أمس.', "ar", ['مقاتلي تنظيم "القمر" خرجوا', "القمر"]),
    ("وقال ”لا“ ومضى.", "ar", ["لا"]),
])
def test_quotations(text: str, language: str, wanted: list[str]) -> None:
    reading = documents.segment(Document("d", "d", "", text, language=language), load())
    assert [text[found.start:found.end] for found in quotations(text, reading.tokens, reading.sentences)] == wanted
