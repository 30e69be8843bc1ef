"""What words only point back to is told once more, and no claim of its own; what is new is."""

import pytest

from tawatur.packs import load
from tawatur.pipeline import understand
from tawatur.records import Block, Claim, Document


def claims(text: str, language: str, kind: str) -> list[Claim]:
    block = Block("body", 0, len(text), "", language)
    document = Document("x", "x", "x", text, language=language, blocks=(block,))
    return [claim for claim in understand(document, load()).claims if claim.kind == kind]


@pytest.mark.parametrize(("text", "language", "kind", "count"), [
    ("The Sudanese army shelled Nyala on Monday. The bombardment went on for hours.", "en", "event", 1),
    ("The Sudanese army shelled Nyala on Monday. A second bombardment went on for hours.", "en", "event", 2),
    ("M23 besieged Goma in May. Food was scarce in the besieged city.", "en", "condition", 2),
    ("قصف الجيش السوداني نيالا يوم الاثنين. واستمر القصف ساعات.", "ar", "event", 1),
    ("تحاصر حركة إم 23 مدينة غوما. وبقي السكان في المدينة المحاصرة.", "ar", "condition", 1),
])
def test_what_points_back_is_no_claim_of_its_own(text: str, language: str, kind: str, count: int) -> None:
    found = claims(text, language, kind)
    assert len(found) == count
    assert max(len(claim.evidence) for claim in found) == (2 if "econd" not in text else 1)


def test_an_epithet_is_told_as_it_stands() -> None:
    found = claims("The army will hold talks in rebel-held Bunia, where M23 holds the airport.", "en", "control")
    assert [claim.modality for claim in found] == ["asserted"] * len(found)
    assert found
