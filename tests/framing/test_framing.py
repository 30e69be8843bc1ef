"""Swap the loaded words of a report, and what it claims stays the same but for its own words."""

from pathlib import Path

import pytest

from tests.framing.swapping import OPEN, SAMPLES, Outcome, framings, measured, swap, told

FLOOR = 0.985
"""Of all claims of either reading, how many have their twin in the other; it may only rise."""
FLOOR_TOUCHED = 0.955
"""The same, of claims in whose own sentence a word was swapped."""


def together(found: dict[str, Outcome]) -> Outcome:
    every = found.values()
    return Outcome(sum(one.all for one in every), sum(one.same for one in every), sum(one.touched for one in every),
                   sum(one.touched_same for one in every))


@pytest.mark.parametrize("path", [OPEN, SAMPLES], ids=["open reports", "samples"])
def test_claims_stay_the_same(path: Path, tmp_path: Path) -> None:
    if not path.exists():
        pytest.skip("../shared is not here: there are no open reports to swap words in")
    found, changes = measured(path, tmp_path)
    whole = together(found)
    print(*(f"{name}: {one.stable:.3f} of {one.all}, touched {one.stable_touched:.3f} of {one.touched}"
            for name, one in found.items()), told(changes), sep="\n")
    assert whole.touched > 100, "hardly a loaded word was swapped: the reports were not read"
    assert whole.stable >= FLOOR, told(changes)
    assert whole.stable_touched >= FLOOR_TOUCHED, told(changes)


def test_each_language_has_the_same_framings() -> None:
    assert len({tuple(sorts) for sorts in framings().values()}) == 1


@pytest.mark.parametrize(("language", "framing", "before", "after"), [
    ("en", "accusing", "the government said militants and fighters left", "the regime said terrorists and terrorists left"),
    ("en", "sparing", "regime-held towns; the regime's militias", "government-held towns; the government's forces"),
    ("en", "accusing", "Free Fighters of the Valley, fighters", "Free Fighters of the Valley, terrorists"),
    ("ar", "sparing", "وقوات النظام والنظام وبالنظام", "والقوات الحكومية والحكومة وبالحكومة"),
    ("ar", "sparing", "سلاح للنظام وللنظام", "سلاح للحكومة وللحكومة"),
    ("ar", "accusing", "المسلحين ومسلحين", "الإرهابيين وإرهابيين"),
])
def test_words_are_swapped_with_what_is_written_onto_them(language: str, framing: str, before: str, after: str) -> None:
    assert swap(language, framing)(before) == after
