"""What the README says of reports seen for the first time is what was measured."""

import json
import re
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
BENCH = HOME / "bench"
SAID = {"figures": "figure", "positions": "position", "talks": "talks", "ways": "corridor"}
REAL, INVENTED = "On real reports", "On invented ones"
"""How the README opens what it says of either."""


def rounds(opening: str) -> list[dict[str, float]]:
    """The figures of each run at first sight."""
    if opening == REAL:
        kept = json.loads((BENCH / "first-sight" / "at-first-sight.json").read_text(encoding="utf-8"))["rounds"]
        later = [json.loads(one.read_text(encoding="utf-8")) for one in sorted((BENCH / "first-sight").glob("elsewhere*.json"))]
        runs = [one.get("after", one["before"])["kinds"] for run in later for one in run["figures"].values()]
        return [one["figures"] for one in kept.values()] + [
            {f"{kind}.f1": row["f1"] for kind, row in kinds.items() if "f1" in row} for kinds in runs]
    runs = [json.loads(one.read_text(encoding="utf-8")) for one in sorted((BENCH / "wars").glob("at-first-sight-*.json"))]
    return [one["figures"] for run in runs for one in (run["rounds"].values() if "rounds" in run else [run])]


@pytest.mark.parametrize("opening", [REAL, INVENTED])
@pytest.mark.parametrize(("word", "kind"), sorted(SAID.items()))
def test_the_readme_tells_the_first_sight_figures(word: str, kind: str, opening: str) -> None:
    measured = [one[f"{kind}.f1"] for one in rounds(opening)]
    _, _, told = re.sub(r"\s+", " ", (HOME / "README.md").read_text(encoding="utf-8")).partition(opening)
    found = re.search(rf"{word} (\.\d\d) to (\.\d\d|1\.00)", told)
    assert found is not None
    assert [float(one) for one in found.groups()] == [round(min(measured), 2), round(max(measured), 2)]
