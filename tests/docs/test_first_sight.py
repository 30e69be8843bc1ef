"""What the README says of reports seen for the first time is what was measured."""

import json
import re
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
SAID = {"figures": "figure", "positions": "position", "talks": "talks", "ways": "corridor"}


@pytest.mark.parametrize(("word", "kind"), sorted(SAID.items()))
def test_the_readme_tells_the_first_sight_figures(word: str, kind: str) -> None:
    rounds = json.loads((HOME / "bench" / "first-sight" / "at-first-sight.json").read_text(encoding="utf-8"))["rounds"]
    measured = [one["figures"][f"{kind}.f1"] for one in rounds.values()]
    told = re.search(rf"{word}\s+(\.\d\d) to (\.\d\d)", (HOME / "README.md").read_text(encoding="utf-8"))
    assert told is not None
    assert [float(one) for one in told.groups()] == [round(min(measured), 2), round(max(measured), 2)]
