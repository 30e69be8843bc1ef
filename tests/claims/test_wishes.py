"""What is only demanded, offered or refused has not come about, and no figure and no event says that it has."""

import pytest

from tawatur.packs import load
from tawatur.pipeline import understand
from tawatur.records import Block, Document, Event, Reading


def read(text: str, language: str) -> Reading:
    block = Block("body", 0, len(text), "", language)
    return understand(Document("x", "x", "x", text, language=language, blocks=(block,)), load())


@pytest.mark.parametrize(("text", "language", "modality"), [
    ("The group demands the release of 120 detainees.", "en", "planned"),
    ("The army offered to free 40 prisoners.", "en", "planned"),
    ("The army demanded that 40 fighters leave the camp.", "en", "planned"),
    ("The Houthis refused to let 300 civilians leave Taiz.", "en", "denied"),
    ("The army did not offer to free 40 prisoners.", "en", "denied"),
    ("The army freed 40 prisoners.", "en", "asserted"),
    ("The group rejected the offer after 40 people were killed.", "en", "asserted"),
    ("طالبت الحركة بالإفراج عن 120 معتقلا.", "ar", "planned"),
    ("رفض الحوثيون خروج 300 مدني من تعز.", "ar", "denied"),
    ("أفرج الجيش عن 40 أسيرا.", "ar", "asserted"),
])
def test_a_figure_is_told_as_the_stance_leaves_it(text: str, language: str, modality: str) -> None:
    assert [claim.modality for claim in read(text, language).claims if claim.kind == "figure"] == [modality]


@pytest.mark.parametrize(("text", "language"), [
    ("The Houthis demanded a ceasefire and the release of prisoners.", "en"),
    ("M23 refused to withdraw from Goma.", "en"),
    ("طالب الحوثيون بالإفراج عن الأسرى.", "ar"),
])
def test_a_deed_that_is_only_spoken_of_is_no_event(text: str, language: str) -> None:
    told = [claim.content for claim in read(text, language).claims if claim.kind == "event" and claim.modality == "asserted"]
    assert not [deed for deed in told if isinstance(deed, Event) and deed.event != "REJECT"]  # to refuse is a deed itself


@pytest.mark.parametrize(("text", "language"), [
    ("It is unclear whether the Houthis will accept the truce.", "en"),
    ("The coalition denied that it had struck the crossing.", "en"),
    ("ولم يتضح ما إذا كان الحوثيون سيقبلون الهدنة.", "ar"),
])
def test_what_is_asked_or_denied_is_no_position(text: str, language: str) -> None:
    assert not [claim for claim in read(text, language).claims if claim.kind == "position"]
