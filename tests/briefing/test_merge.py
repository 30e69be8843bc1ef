"""What two reports tell is one line only where something ties them together."""

import pytest

from tawatur.briefing.merge import merge
from tawatur.records import Content, Corridor, Figure, Talks
from tests.briefing.cases import DATED, RADIO_ITSELF, TAL, THIRD, claim, place


@pytest.mark.parametrize(("one", "other", "lines"), [
    (Corridor(None, "attacked"), Corridor(None, "attacked"), 2),
    (Corridor(None, "proposed", "a"), Corridor(None, "proposed", "a"), 1),
    (Corridor("the old road", "closed"), Corridor("the old road", "closed"), 1),
    (Figure("killed", 2, 2, 2, "exact", "people", "people"), Figure("killed", 2, 2, 2, "exact", "people", "people"), 2),
    (Figure("killed", 914, 914, 914, "exact", "people"), Figure("killed", 914, 914, 914, "exact", "people"), 1),
    (Talks(("a", "b"), "agreed"), Talks((), "agreed"), 2),
    (Talks(("a", "b"), "agreed"), Talks(("b", "a", "c"), "agreed"), 1),
    (Talks(("a", "b"), "agreed"), Talks(("b", "c"), "agreed"), 2),
])
def test_reports_without_places(one: Content, other: Content, lines: int) -> None:
    told = [claim(DATED, "Tal Zaytun", one, RADIO_ITSELF), claim(THIRD, "Tal Zaytun", other, RADIO_ITSELF)]
    assert len(merge(told)) == lines


def test_a_place_ties_small_numbers_together() -> None:
    figure = Figure("killed", 2, 2, 2, "exact", "people", "people")
    told = [claim(document, "Tal Zaytun", figure, RADIO_ITSELF, places=(place(TAL),)) for document in (DATED, THIRD)]
    assert len(merge(told)) == 1
